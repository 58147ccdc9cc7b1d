package io.nsxsim.datapath.tables;

import io.nsxsim.engine.StoredObjects;
import io.nsxsim.path.PolicyPath;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the other end of a stretched network is configured by: a text for each tunnel of a session,
 * which only a service in server mode gives out.
 *
 * <p>The form, two texts in base 64 of which the second is a JSON object, is that of the examples
 * in NSX's documentation; what the first one's number is made of is not public. The key between the
 * ends is never stored, so that its field is empty.
 */
@Component
final class PeerCodes implements TableReader {

  private static final String SESSION = "l2vpn-services/{}/sessions/{}|peer-config";

  private final StoredObjects objects;

  PeerCodes(StoredObjects objects) {
    this.objects = objects;
  }

  @Override
  public Set<String> templates() {
    return Set.of(
        "tier-0s/{}/" + SESSION,
        "tier-1s/{}/" + SESSION,
        "tier-0s/{}/locale-services/{}/" + SESSION,
        "tier-1s/{}/locale-services/{}/" + SESSION);
  }

  @Override
  public Table read(Question question) {
    JsonNode session = question.document();
    ObjectNode answer = JsonMapper.shared().createObjectNode();
    answer.put("intent_path", question.subject().value());
    ObjectNode ofPoint = answer.putArray("results").addObject();
    ofPoint.put("resource_type", "L2VPNSessionPeerConfigNsxT");
    ofPoint.put("enforcement_point_path", "/infra/sites/default/enforcement-points/default");
    ArrayNode codes = ofPoint.putArray("peer_codes");
    if (isOfServer(session)) {
      for (JsonNode tunnel : session.path("transport_tunnels")) {
        find(tunnel)
            .ifPresent(below ->
                codes
                    .addObject()
                    .put("transport_tunnel_path", tunnel.asString(""))
                    .put("peer_code", code(session, below)));
      }
    }
    return new Table(answer, List.of(), false, List.of());
  }

  private boolean isOfServer(JsonNode session) {
    return find(session.path("parent_path"))
        .filter(service -> service.path("mode").asString("").equals("SERVER"))
        .isPresent();
  }

  private String code(JsonNode session, JsonNode tunnel) {
    String text = description(session, tunnel).toString();
    CRC32 check = new CRC32();
    check.update(text.getBytes(StandardCharsets.UTF_8));
    return encoded("0," + Long.toHexString(check.getValue())) + "," + encoded(text);
  }

  /** Local is what is local there, so that both ends change places. */
  private ObjectNode description(JsonNode session, JsonNode tunnel) {
    JsonNode taps = session.path("tunnel_encapsulation");
    Optional<JsonNode> endpoint = find(tunnel.path("local_endpoint_path"));
    String own = endpoint.map(each -> each.path("local_address").asString("")).orElse("");
    ObjectNode text = JsonMapper.shared().createObjectNode();
    text.put("siteName", session.path("display_name").asString(""));
    text.put("srcTapIp", taps.path("peer_endpoint_address").asString(""));
    text.put("dstTapIp", taps.path("local_endpoint_address").asString(""));
    text.put("ikeOption", "ikev2").put("encapProto", "gre/ipsec").put("dhGroup", "dh14");
    text.put("encryptAndDigest", "aes-gcm/sha-256").put("psk", "");
    ObjectNode ends = text.putArray("tunnels").addObject();
    ends.put("localId", tunnel.path("peer_id").asString(tunnel.path("peer_address").asString("")));
    ends.put("peerId", endpoint.map(each -> each.path("local_id").asString(own)).orElse(own));
    JsonNode subnet = tunnel.at("/tunnel_interfaces/0/ip_subnets/0");
    other(subnet.at("/ip_addresses/0").asString(""), subnet.path("prefix_length").asInt(0))
        .ifPresent(address -> ends.put("localVtiIp", address));
    return text;
  }

  /** The other one of the two addresses of a tunnel's network. */
  private static Optional<String> other(String address, int length) {
    int dot = address.lastIndexOf('.');
    if (length < 1 || !address.matches("([0-9]{1,3}\\.){3}[0-9]{1,3}")) {
      return Optional.empty();
    }
    int last = Integer.parseInt(address.substring(dot + 1));
    return Optional.of(
        address.substring(0, dot + 1) + (last ^ (length == 31 ? 1 : 3)) + "/" + length);
  }

  private Optional<JsonNode> find(JsonNode path) {
    return Optional.of(path.asString(""))
        .filter(PolicyPath::isPolicyPath)
        .flatMap(text -> objects.find(new PolicyPath(text)));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
