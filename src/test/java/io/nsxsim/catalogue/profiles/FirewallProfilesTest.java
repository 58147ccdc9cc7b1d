package io.nsxsim.catalogue.profiles;

import io.nsxsim.Covers;
import io.nsxsim.catalogue.TreeTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@Covers({
  "PolicyFirewallSessionTimerProfile",
  "SessionTimerProfileBindingMap",
  "PolicyFirewallSessionTimerProfileBindingMap",
  "FloodProtectionProfile",
  "FloodProtectionProfileBindingMap",
  "PolicyFirewallFloodProtectionProfileBindingMap",
  "PolicyFirewallScheduler",
  "PolicyFirewallCpuMemThresholdsProfile"
})
class FirewallProfilesTest extends TreeTest {

  private static final String TIMERS = "firewall-session-timer-profiles/t";
  private static final String FLOODS = "flood-protection-profiles/f";
  private static final String GROUP = "domains/default/groups/g";
  private static final String SCHEDULE = "firewall-schedulers/s";

  @BeforeEach
  void places() {
    patch("tier-1s/web", "{}");
    patch(GROUP, "{}");
  }

  @Test
  void sessions_end_in_time() {
    fills(
        TIMERS,
        "{}",
        "{'tcp_first_packet': 120, 'tcp_opening': 30, 'tcp_established': 43200,"
            + " 'tcp_closing': 120, 'tcp_finwait': 45, 'tcp_closed': 20,"
            + " 'udp_first_packet': 60, 'udp_single': 30, 'udp_multiple': 60,"
            + " 'icmp_first_packet': 20, 'icmp_error_reply': 10}");
    isInvalid("/tcp_established", TIMERS, "{'tcp_established': 119}");
    isInvalid("/udp_single", TIMERS, "{'udp_single': 4320001}");
  }

  @Test
  void a_gateway_is_bound_to_timers() {
    String map = "tier-1s/web/session-timer-profile-bindings/default";
    patch(TIMERS, "{}");
    misses("/profile_path", map, "{}");
    leadsAstray("profile_path", map, "{'profile_path': '/infra/" + GROUP + "'}");
    fills(map, "{'profile_path': '/infra/" + TIMERS + "'}", "{'id': 'default'}");
    isInUse(TIMERS);
  }

  @Test
  void a_group_is_bound_to_timers() {
    String map = GROUP + "/firewall-session-timer-profile-binding-maps/b";
    String field = "firewall_session_timer_profile_path";
    patch(TIMERS, "{}");
    misses("/" + field, map, "{}");
    isInvalid(
        "/sequence_number",
        map,
        "{'" + field + "': '/infra/" + TIMERS + "', 'sequence_number': 100000}");
    fills(map, "{'" + field + "': '/infra/" + TIMERS + "'}", "{'id': 'b'}");
    isInUse(TIMERS);
  }

  @Test
  void floods_are_of_gateways_or_distributed() {
    misses("/resource_type", FLOODS, "{}");
    fills(
        FLOODS,
        "{'resource_type': 'GatewayFloodProtectionProfile'}",
        "{'nat_active_conn_limit': 4294967295}");
    fills(
        FLOODS + "d",
        "{'resource_type': 'DistributedFloodProtectionProfile'}",
        "{'enable_syncache': false, 'enable_rst_spoofing': false}");
    isInvalid(
        "/udp_active_flow_limit",
        FLOODS,
        "{'resource_type': 'GatewayFloodProtectionProfile', 'udp_active_flow_limit': 0}");
  }

  @Test
  void gateways_and_groups_are_bound_to_flood_protection() {
    patch(FLOODS, "{'resource_type': 'GatewayFloodProtectionProfile'}");
    patch(FLOODS + "d", "{'resource_type': 'DistributedFloodProtectionProfile'}");
    String gateway = "tier-1s/web/flood-protection-profile-bindings/default";
    String group = GROUP + "/firewall-flood-protection-profile-binding-maps/b";
    misses("/profile_path", gateway, "{}");
    misses("/profile_path", group, "{}");
    leadsAstray("profile_path", gateway, "{'profile_path': '/infra/" + GROUP + "'}");
    leadsAstray("profile_path", group, "{'profile_path': '/infra/" + GROUP + "'}");
    fills(gateway, "{'profile_path': '/infra/" + FLOODS + "'}", "{'id': 'default'}");
    fills(group, "{'profile_path': '/infra/" + FLOODS + "d'}", "{'id': 'b'}");
    isInUse(FLOODS);
    isInUse(FLOODS + "d");
  }

  @Test
  void a_schedule_comes_back() {
    fills(SCHEDULE, "{}", "{'recurring': true, 'timezone': 'UTC'}");
    isInvalid("/days/0", SCHEDULE, "{'days': ['SOMEDAY']}");
    isInvalid("/start_date", SCHEDULE, "{'start_date': '2026-11-29'}");
    conflicts("/end_date", SCHEDULE, "{'start_date': '11/29/2026', 'end_date': '11/28/2026'}");
    patch(SCHEDULE, "{'start_date': '11/29/2026', 'end_date': '11/29/2026'}");
  }

  @Test
  void a_schedule_counts_in_half_hours() {
    String interval = "{'time_interval': [{'start_interval': '%s', 'end_interval': '%s'}]}";
    patch(SCHEDULE, interval.formatted("08:30", "17:00"));
    isInvalid("/time_interval/0/start_interval", SCHEDULE, interval.formatted("8:15", "17:00"));
    conflicts("/time_interval/0/end_interval", SCHEDULE, interval.formatted("17:00", "08:30"));
    isInvalid("/start_time", SCHEDULE, "{'start_time': '24:00'}");
  }

  @Test
  void a_schedule_that_a_policy_follows_stays() {
    patch(SCHEDULE, "{}");
    patch("domains/default/security-policies/p", "{'scheduler_path': '/infra/" + SCHEDULE + "'}");
    isInUse(SCHEDULE);
  }

  @Test
  void a_firewall_warns_before_it_is_full() {
    String profile = "settings/firewall/cpu-mem-thresholds-profiles/c";
    fills(profile, "{}", "{'cpu_threshold_percentage': 90, 'mem_threshold_percentage': 90}");
    isInvalid("/cpu_threshold_percentage", profile, "{'cpu_threshold_percentage': 9}");
    isInvalid("/mem_threshold_percentage", profile, "{'mem_threshold_percentage': 101}");
  }
}
