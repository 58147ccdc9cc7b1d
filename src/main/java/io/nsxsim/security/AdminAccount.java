package io.nsxsim.security;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The one account, and every form in which NSX clients send its name and password. All comparisons
 * take the same time whatever the difference is.
 */
@Component
final class AdminAccount {

  private static final String NAME = "admin";
  private static final List<String> SCHEMES = List.of("basic ", "remote ");

  private final String password;
  private final byte[] usualHeader;

  AdminAccount(LoginSettings settings) {
    password = settings.password();
    byte[] pair = (NAME + ":" + password).getBytes(UTF_8);
    usualHeader = ("Basic " + Base64.getEncoder().encodeToString(pair)).getBytes(UTF_8);
  }

  /**
   * Tells whether an {@code Authorization} header is this account's. Scheme {@code Basic}, or
   * {@code Remote} as the Terraform provider sends it with remote authentication; the pair is in
   * UTF-8 or, as Python's requests library sends it, in Latin-1.
   */
  boolean acceptsHeader(String authorization) {
    // What nearly every request carries needs no decoding.
    return MessageDigest.isEqual(usualHeader, authorization.getBytes(UTF_8))
        || acceptsUnusualHeader(authorization);
  }

  private boolean acceptsUnusualHeader(String authorization) {
    return SCHEMES.stream()
        .filter(scheme -> authorization.regionMatches(true, 0, scheme, 0, scheme.length()))
        .anyMatch(scheme -> acceptsPair(authorization.substring(scheme.length()).strip()));
  }

  private boolean acceptsPair(String base64) {
    byte[] pair;
    try {
      pair = Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException notBase64) {
      return false;
    }
    return isPair(pair, UTF_8) || isPair(pair, ISO_8859_1);
  }

  private boolean isPair(byte[] pair, Charset charset) {
    return MessageDigest.isEqual((NAME + ":" + password).getBytes(charset), pair);
  }

  /**
   * Tells whether a login form is this account's. Values may be URL-encoded or not: vmware-nsxlib
   * sends them as they are, so a raw password with {@code +}, {@code %} or {@code &} is compared
   * with the whole body before the form is taken apart. The same fields may come as JSON.
   */
  boolean acceptsForm(String form) {
    return matches(form, "j_username=" + NAME + "&j_password=" + password)
        || matches(form, "j_password=" + password + "&j_username=" + NAME)
        || acceptsFields(form.stripLeading().startsWith("{") ? parse(form) : decode(form));
  }

  private boolean acceptsFields(Map<String, String> fields) {
    return matches(fields.getOrDefault("j_username", ""), NAME)
        && matches(fields.getOrDefault("j_password", ""), password);
  }

  private static boolean matches(String given, String expected) {
    return MessageDigest.isEqual(expected.getBytes(UTF_8), given.getBytes(UTF_8));
  }

  private static Map<String, String> decode(String form) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String field : form.strip().split("&", -1)) {
      int equals = field.indexOf('=');
      if (equals > 0) {
        fields.put(field.substring(0, equals), decodeValue(field.substring(equals + 1)));
      }
    }
    return fields;
  }

  private static Map<String, String> parse(String json) {
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      JsonMapper.shared()
          .readTree(json)
          .forEachEntry((name, value) -> fields.put(name, value.asString("")));
    } catch (JacksonException notJson) {
      fields.clear();
    }
    return fields;
  }

  private static String decodeValue(String value) {
    try {
      return URLDecoder.decode(value, UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return value;
    }
  }
}
