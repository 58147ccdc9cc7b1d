package io.nsxsim.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.StringNode;

class FormatsTest {

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          Dialect.builder(Dialects.getDraft202012()).formats(Formats.all()).build(),
          builder ->
              builder.schemaRegistryConfig(
                  SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

  @ParameterizedTest
  @CsvSource({
    "ip, 10.0.0.1",
    "ip, 2001:db8::1",
    "ipv4, 10.0.0.1",
    "ipv6, ::1",
    "cidr, 10.0.0.0/24",
    "cidr, 10.0.0.1/24",
    "cidr, 2001:db8::/64",
    "cidr, 0.0.0.0/0",
    "address-with-prefix, 10.0.0.1/24",
    "ip-or-cidr, 10.0.0.1",
    "ip-or-cidr, 10.0.0.0/24",
    "ip-range, 10.0.0.1-10.0.0.9",
    "ip-range, 10.0.0.1 - 10.0.0.9",
    "ip-element, 10.0.0.1",
    "ip-element, 10.0.0.0/24",
    "ip-element, fe80::1-fe80::9",
    "ip-element-list, '10.0.0.1,10.0.1.0/24, 10.0.2.1-10.0.2.9'",
    "ip-element-list, ANY",
    "mac-address, 00:50:56:aa:bb:CC",
    "port-range, 80",
    "port-range, 80-90",
    "port-range, 65535",
    "vlan-range, 0",
    "vlan-range, 100-200",
    "path, /infra/tier-1s/web",
    "path-or-any, any",
    "path-or-any, /infra/services/HTTP",
    "path-or-address, 10.0.0.0/8",
    "path-or-address, ANY",
    "path-or-text, 65000:1.*",
    "int64, anything",
    "a-format-of-tomorrow, anything",
    "ip, ''",
    "path, ''"
  })
  void accepts(String format, String text) {
    assertThat(isValid(format, text)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "ip, 10.0.0.256",
    "ip, 10.0.0",
    "ip, 010.0.0.1",
    "ip, 10.0.0.1/24",
    "ip, 10.0.0.*",
    "ip, fe80::1%eth0",
    "ip, localhost",
    "ipv4, ::1",
    "ipv6, 10.0.0.1",
    "cidr, 10.0.0.0",
    "cidr, 10.0.0.0/33",
    "cidr, 10.0.0.0/",
    "cidr, /24",
    "cidr, 10.0.0.0/255.255.255.0",
    "address-with-prefix, 10.0.0.1",
    "ip-or-cidr, 10.0.0.1-10.0.0.2",
    "ip-range, 10.0.0.9-10.0.0.1",
    "ip-range, 10.0.0.1-fe80::1",
    "ip-range, 10.0.0.1",
    "ip-element, web",
    "ip-element-list, '10.0.0.1,,10.0.0.2'",
    "ip-element-list, '10.0.0.1,web'",
    "mac-address, 00:50:56:aa:bb",
    "mac-address, 00:50:56:aa:bb:zz",
    "port-range, 65536",
    "port-range, 90-80",
    "port-range, http",
    "port-range, 80-",
    "vlan-range, 4095",
    "vlan-range, -1",
    "path, web",
    "path, ANY",
    "path-or-any, 10.0.0.1",
    "path-or-address, web"
  })
  void refuses(String format, String text) {
    assertThat(isValid(format, text)).isFalse();
  }

  private static boolean isValid(String format, String text) {
    Schema schema = REGISTRY.getSchema("{\"type\":\"string\",\"format\":\"" + format + "\"}");
    return schema.validate(StringNode.valueOf(text)).isEmpty();
  }
}
