package io.nsxsim.topology.reader;

import io.nsxsim.net.AddressRange;
import io.nsxsim.net.AddressSet;
import io.nsxsim.net.Cidr;
import io.nsxsim.net.IpAddress;
import io.nsxsim.net.Protocol;
import io.nsxsim.path.PolicyPath;
import io.nsxsim.topology.ServerPool;
import io.nsxsim.topology.ServerPool.SourceTranslation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads the pools of a load balancer, each member on its own or all from a group. */
final class ServerPools {

  private static final int MOST_MEMBERS_OF_A_GROUP = 4096;

  private final Documents documents;
  private final Groups groups;
  private final Notes notes;

  ServerPools(Documents documents, Groups groups, Notes notes) {
    this.documents = documents;
    this.groups = groups;
    this.notes = notes;
  }

  /** The pool at a path, if there is one. */
  Optional<ServerPool> read(PolicyPath path, String subject) {
    return documents.find(path).map(pool -> read(pool, subject));
  }

  private ServerPool read(Document pool, String subject) {
    List<ServerPool.Member> members = new ArrayList<>();
    pool.objects("members").forEach(member -> read(member).ifPresent(members::add));
    pool.object("member_group").ifPresent(group -> addGroup(group, members, subject));
    return new ServerPool(
        pool.path(),
        algorithm(pool),
        members,
        pool.number("min_active_members", 1),
        source(pool),
        monitors(pool));
  }

  private static Optional<ServerPool.Member> read(Document member) {
    return member
        .text("ip_address")
        .flatMap(IpAddress::parse)
        .map(address ->
            new ServerPool.Member(
                address,
                port(member.text("port")),
                member.number("weight", 1),
                isEnabled(member),
                member.flag("backup_member", false)));
  }

  private static boolean isEnabled(Document member) {
    return member.text("admin_state").orElse("ENABLED").equals("ENABLED");
  }

  private static OptionalInt port(Optional<String> text) {
    return text.filter(each -> each.matches("\\d{1,5}"))
        .map(each -> OptionalInt.of(Integer.parseInt(each)))
        .orElse(OptionalInt.empty());
  }

  /**
   * Every address of the group is a member, with the port of all unless it has its own settings.
   */
  private void addGroup(Document group, List<ServerPool.Member> members, String subject) {
    Optional<PolicyPath> path = group.pathIn("group_path");
    AddressSet addresses =
        path.map(known -> groups.members(known, subject).addresses()).orElse(AddressSet.NONE);
    String family = group.text("ip_revision_filter").orElse("IPV4");
    int most = group.number("max_ip_list_size", MOST_MEMBERS_OF_A_GROUP);
    for (AddressRange range : addresses.ranges()) {
      boolean wanted = family.equals("IPV4_IPV6") || family.equals("IPV6") == range.first().ipv6();
      for (long i = 0; wanted && i < range.size() && members.size() < most; i++) {
        members.add(ofGroup(group, range.first().plus(i)));
      }
    }
    if (members.size() == most && addresses.size() > most) {
      notes.add(subject, "Of the group of a pool, only the first " + most + " addresses are used");
    }
  }

  private static ServerPool.Member ofGroup(Document group, IpAddress address) {
    Optional<Document> own =
        group.objects("customized_members").stream()
            .filter(each ->
                each.text("ip_address").flatMap(IpAddress::parse).equals(Optional.of(address)))
            .findFirst();
    return new ServerPool.Member(
        address,
        port(own.flatMap(each -> each.text("port")).or(() -> group.text("port"))),
        own.map(each -> each.number("weight", 1)).orElse(1),
        own.map(ServerPools::isEnabled).orElse(true),
        false);
  }

  private static ServerPool.Algorithm algorithm(Document pool) {
    String text = pool.text("algorithm").orElse("ROUND_ROBIN");
    for (ServerPool.Algorithm algorithm : ServerPool.Algorithm.values()) {
      if (algorithm.name().equals(text)) {
        return algorithm;
      }
    }
    return ServerPool.Algorithm.ROUND_ROBIN;
  }

  /** AutoMap is NSX's default where nothing is said. */
  private static SourceTranslation source(Document pool) {
    Optional<Document> translation = pool.object("snat_translation");
    return switch (translation.flatMap(each -> each.text("type")).orElse("LBSnatAutoMap")) {
      case "LBSnatIpPool" -> new SourceTranslation.Addresses(addresses(translation.orElseThrow()));
      case "LBSnatDisabled" -> new SourceTranslation.Disabled();
      default -> new SourceTranslation.AutoMap();
    };
  }

  private static AddressSet addresses(Document translation) {
    List<AddressRange> ranges = new ArrayList<>();
    for (Document element : translation.objects("ip_addresses")) {
      Optional<String> text = element.text("ip_address");
      Optional<Cidr> network =
          element.has("prefix_length")
              ? text.flatMap(each -> Cidr.parse(each + "/" + element.number("prefix_length", 32)))
              : Optional.empty();
      network
          .map(AddressRange::of)
          .or(() -> text.flatMap(AddressRange::parse))
          .ifPresent(ranges::add);
    }
    return AddressSet.of(ranges);
  }

  private List<ServerPool.Monitor> monitors(Document pool) {
    return pool.texts("active_monitor_paths").stream()
        .filter(PolicyPath::isPolicyPath)
        .map(path -> monitor(documents.find(new PolicyPath(path))))
        .toList();
  }

  private static ServerPool.Monitor monitor(Optional<Document> profile) {
    Protocol protocol =
        switch (profile.map(Document::type).orElse("")) {
          case "LBIcmpMonitorProfile" -> Protocol.ICMP;
          case "LBUdpMonitorProfile" -> Protocol.UDP;
          default -> Protocol.TCP;
        };
    OptionalInt port =
        profile
            .filter(each -> each.has("monitor_port"))
            .map(each -> OptionalInt.of(each.number("monitor_port", 0)))
            .orElse(OptionalInt.empty());
    return new ServerPool.Monitor(protocol, port);
  }
}
