package io.nsxsim.catalogue.vpcs;

import io.nsxsim.catalogue.OrganizationTest;
import org.junit.jupiter.api.BeforeEach;

/** A project with a VPC that is attached to external, project-wide and private addresses. */
abstract class VpcTest extends OrganizationTest {

  static final String VPC = DEV + "/vpcs/v";
  static final String PROFILE = DEV + "/vpc-connectivity-profiles/p";

  @BeforeEach
  void vpc() {
    patch(DEV + "/infra/ip-blocks/tgw", "{'cidr': '172.30.0.0/24', 'visibility': 'PRIVATE'}");
    patch(
        PROFILE,
        "{'external_ip_blocks': ['/infra/ip-blocks/public'], 'private_tgw_ip_blocks': ['"
            + DEV
            + "/infra/ip-blocks/tgw']}");
    patch(VPC, "{'private_ips': ['192.168.44.0/24']}");
    patch(VPC + "/attachments/default", "{'vpc_connectivity_profile': '" + PROFILE + "'}");
  }
}
