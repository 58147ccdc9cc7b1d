#!/usr/bin/env python3
"""Drives a server with the Policy classes of vmware-nsxlib, the library of OpenStack's NSX plugin: logs in
as it does, makes a small network in its own steps, reads it, changes it and takes it away again. Prints a
line per step and how many went well."""

import argparse
import logging
import os
import sys
import traceback
import warnings

for each in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"):  # they would win over insecure=True
    os.environ.pop(each, None)
warnings.filterwarnings("ignore")  # the library announces that its eventlet is deprecated

from vmware_nsxlib.v3 import config, exceptions  # noqa: E402
from vmware_nsxlib.v3 import policy  # noqa: E402
from vmware_nsxlib.v3.policy import core_defs, transaction  # noqa: E402

TIER0, TIER1, SEGMENT, PORT, GROUP, POLICY = (
    f"nsxlib-{each}" for each in ("tier0", "tier1", "segment", "port", "group", "policy"))


def main():
    arguments = parse_arguments()
    logging.disable(logging.CRITICAL)
    nsx = connect(arguments)
    steps = [each for name, each in globals().items() if name.startswith("step_")]
    failed = 0
    for step in steps:
        words = step.__name__.removeprefix("step_").replace("_", " ")
        try:
            step(nsx)
            print(f"ok    {words}")
        except Exception as problem:  # noqa: BLE001 - whatever a step raises is what the program is for
            failed += 1
            print(f"WRONG {words}: {type(problem).__name__}: {problem}")
            if arguments.trace:
                traceback.print_exc()
    print(f"{len(steps) - failed} of {len(steps)} steps")
    return 1 if failed else 0


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="https://127.0.0.1:8443")
    parser.add_argument("--user", default="admin")
    parser.add_argument("--password", default="nsxsim")
    parser.add_argument("--trace", action="store_true", help="show where a step failed")
    return parser.parse_args()


def connect(arguments):
    """The library logs in here, and asks for health and version."""
    return policy.NsxPolicyLib(config.NsxLibConfig(
        nsx_api_managers=[arguments.url], username=arguments.user, password=arguments.password,
        insecure=True, retries=2, max_attempts=3, realization_max_attempts=5, realization_wait_sec=0.2,
        allow_passthrough=True, plugin_tag="nsxlib", plugin_scope="plugin", plugin_ver="1"))


def expect(actual, expected):
    if actual != expected:
        raise AssertionError(f"expected {expected}, got {actual}")


def first(found):
    return found[0] if isinstance(found, list) else found["results"][0]


def overlay_zone(nsx):
    return next(each["id"] for each in nsx.transport_zone.list() if each["tz_type"].startswith("OVERLAY"))


def edge_cluster(nsx):
    return first(nsx.edge_cluster.list())


def refused(error, call):
    try:
        call()
    except error:
        return
    raise AssertionError(f"no {error.__name__}")


# The order of the steps is that of the file.

def step_read_the_version(nsx):
    expect(int(nsx.get_version().split(".")[0]) >= 3, True)


def step_find_what_a_manager_has(nsx):
    expect(nsx.transport_zone.get_tz_type(overlay_zone(nsx)).startswith("OVERLAY"), True)
    expect(len(nsx.edge_cluster.get_edge_node_ids(edge_cluster(nsx)["id"])) > 0, True)


def step_missing_objects_are_not_found(nsx):
    refused(exceptions.ResourceNotFound, lambda: nsx.tier1.get("nsxlib-nobody", silent=True))


def step_make_a_tier0(nsx):
    nsx.tier0.create_or_overwrite(TIER0, TIER0, ha_mode="ACTIVE_STANDBY", failover_mode="NON_PREEMPTIVE")
    expect(nsx.tier0.get(TIER0)["ha_mode"], "ACTIVE_STANDBY")


def step_make_a_tier1(nsx):
    nsx.tier1.create_or_overwrite(
        TIER1, TIER1, tier0=TIER0, route_advertisement=nsx.tier1.build_route_advertisement(subnets=True, nat=True))
    expect(nsx.tier1.get(TIER1)["tier0_path"], f"/infra/tier-0s/{TIER0}")


def step_put_the_tier1_on_edges(nsx):
    nsx.tier1.set_edge_cluster_path(TIER1, edge_cluster(nsx)["path"])
    expect(nsx.tier1.get_edge_cluster_path(TIER1), edge_cluster(nsx)["path"])


def step_change_route_advertisement(nsx):
    nsx.tier1.update_route_advertisement(TIER1, static_routes=True, lb_vip=True)
    expect("TIER1_LB_VIP" in nsx.tier1.get(TIER1)["route_advertisement_types"], True)


def step_make_a_segment(nsx):
    subnet = core_defs.Subnet(gateway_address="10.90.1.1/24")
    nsx.segment.create_or_overwrite(
        SEGMENT, SEGMENT, tier1_id=TIER1, subnets=[subnet], transport_zone_id=overlay_zone(nsx),
        tags=[{"scope": "os-project-id", "tag": "p1"}])
    expect(nsx.segment.get(SEGMENT)["subnets"][0]["network"], "10.90.1.0/24")
    expect(nsx.segment.get_transport_zone_id(SEGMENT), overlay_zone(nsx))


def step_rename_the_segment_and_keep_the_rest(nsx):
    nsx.segment.update(SEGMENT, name="renamed")
    segment = nsx.segment.get(SEGMENT)
    expect((segment["display_name"], segment["connectivity_path"]), ("renamed", f"/infra/tier-1s/{TIER1}"))


def step_make_and_attach_a_port(nsx):
    nsx.segment_port.create_or_overwrite(PORT, SEGMENT, PORT, tags=[{"scope": "os-port", "tag": "web"}])
    nsx.segment_port.attach(SEGMENT, PORT, "CHILD", "7d1b3fd6-8d4f-4d0a-9f3c-2f1f3c6c8f11", app_id="app", context_id="vif",
                            traffic_tag=100)
    expect(nsx.segment_port.get(SEGMENT, PORT)["attachment"]["traffic_tag"], 100)
    nsx.segment_port.detach(SEGMENT, PORT)


def step_bind_profiles_to_the_port(nsx):
    nsx.segment_security_profile.create_or_overwrite("nsxlib-security", "nsxlib-security", bpdu_filter_enable=True)
    nsx.segment_port_security_profiles.create_or_overwrite(
        "default", SEGMENT, PORT, segment_security_profile_id="nsxlib-security")
    binding = nsx.segment_port_security_profiles.get(SEGMENT, PORT)
    expect(binding["segment_security_profile_path"], "/infra/segment-security-profiles/nsxlib-security")
    nsx.segment_port_security_profiles.delete(SEGMENT, PORT)
    nsx.segment_security_profile.delete("nsxlib-security")


def step_translate_addresses(nsx):
    nsx.tier1_nat_rule.create_or_overwrite(
        "snat", TIER1, nat_rule_id="nsxlib-snat", source_network="10.90.1.0/24", translated_network="192.0.2.90",
        action="SNAT", sequence_number=10)
    expect(nsx.tier1_nat_rule.get(TIER1, "nsxlib-snat")["translated_network"], "192.0.2.90")
    expect(len(nsx.tier1_nat_rule.list(TIER1)), 1)


def step_route_statically(nsx):
    nsx.tier1_static_route.create_or_overwrite(
        "route", TIER1, "nsxlib-route", network="172.31.0.0/16", next_hop="10.90.1.9")
    expect(nsx.tier1_static_route.get(TIER1, "nsxlib-route")["network"], "172.31.0.0/16")


def step_group_ports_and_addresses(nsx):
    condition = nsx.group.build_condition(
        cond_val="os-port|web", cond_member_type="SegmentPort")
    nsx.group.create_or_overwrite_with_conditions(GROUP, "default", GROUP, conditions=[condition])
    addresses = nsx.group.build_ip_address_expression(["10.90.2.0/24"])
    nsx.group.create_or_overwrite_with_conditions(f"{GROUP}-ip", "default", f"{GROUP}-ip", conditions=[addresses])
    expect(nsx.group.get("default", f"{GROUP}-ip")["expression"][0]["ip_addresses"], ["10.90.2.0/24"])


def step_define_services(nsx):
    nsx.service.create_or_overwrite("tcp", "nsxlib-tcp", protocol="TCP", dest_ports=["8080", "9000-9010"])
    nsx.icmp_service.create_or_overwrite("icmp", "nsxlib-icmp", version=4, icmp_type=8)
    expect(nsx.service.get("nsxlib-tcp")["service_entries"][0]["destination_ports"], ["8080", "9000-9010"])


def step_write_a_security_policy(nsx):
    entry = nsx.comm_map.build_entry(
        "web", "default", POLICY, "web", sequence_number=1, service_ids=["nsxlib-tcp"], action="ALLOW",
        source_groups=[f"{GROUP}-ip"], dest_groups=[GROUP])
    nsx.comm_map.create_with_entries(POLICY, "default", POLICY, category="Application", entries=[entry])
    expect([each["id"] for each in nsx.comm_map.get("default", POLICY)["rules"]], ["web"])


def step_add_a_rule_to_the_policy(nsx):
    nsx.comm_map.create_entry(
        "drop", "default", POLICY, "drop", sequence_number=2, service_ids=None, action="DROP", source_groups=None,
        dest_groups=[GROUP])
    expect([each["id"] for each in nsx.comm_map.get("default", POLICY)["rules"]], ["web", "drop"])


def step_write_a_gateway_policy(nsx):
    entry = nsx.gateway_policy.build_entry(
        "allow", "default", f"{POLICY}-gw", "allow", sequence_number=1, action="ALLOW",
        scope=[nsx.tier1.get_path(TIER1)])
    nsx.gateway_policy.create_with_entries(
        f"{POLICY}-gw", "default", f"{POLICY}-gw", category="LocalGatewayRules", entries=[entry])
    expect(len(nsx.gateway_policy.get("default", f"{POLICY}-gw")["rules"]), 1)


def step_balance_load(nsx):
    balancer = nsx.load_balancer
    monitor = balancer.lb_monitor_profile_http
    monitor.create_or_overwrite(lb_monitor_profile_id="nsxlib-monitor", name="monitor", interval=7, request_url="/")
    balancer.lb_service.create_or_overwrite(
        "service", "nsxlib-lb", size="SMALL", connectivity_path=nsx.tier1.get_path(TIER1))
    balancer.lb_pool.create_or_overwrite(
        "pool", "nsxlib-pool", algorithm="ROUND_ROBIN",
        active_monitor_paths=["/infra/lb-monitor-profiles/nsxlib-monitor"])
    balancer.lb_pool.create_pool_member_and_add_to_pool("nsxlib-pool", "10.90.1.11", port="80", display_name="web")
    balancer.lb_fast_tcp_profile.create_or_overwrite("tcp", "nsxlib-fast", idle_timeout=100)
    balancer.virtual_server.create_or_overwrite(
        "vip", "nsxlib-vip", application_profile_id="nsxlib-fast", ip_address="192.0.2.91", lb_service_id="nsxlib-lb",
        pool_id="nsxlib-pool", ports=["80"])
    expect(balancer.virtual_server.get("nsxlib-vip")["pool_path"], "/infra/lb-pools/nsxlib-pool")


def step_what_is_used_stays(nsx):
    refused(exceptions.ManagerError, lambda: nsx.load_balancer.lb_pool.delete("nsxlib-pool"))


def step_allocate_addresses(nsx):
    nsx.ip_pool.create_or_overwrite("pool", "nsxlib-addresses")
    nsx.ip_block.create_or_overwrite("block", "nsxlib-block", cidr="10.91.0.0/16")
    nsx.ip_pool.allocate_block_subnet("nsxlib-addresses", "nsxlib-block", 256, "nsxlib-subnet")
    expect(nsx.ip_pool.get_ip_block_subnet("nsxlib-addresses", "nsxlib-subnet")["subnet_size"], "256")
    nsx.ip_pool.release_block_subnet("nsxlib-addresses", "nsxlib-subnet")


def step_serve_dhcp(nsx):
    nsx.dhcp_server_config.create_or_overwrite("dhcp", "nsxlib-dhcp", server_addresses=["10.90.9.1/24"], lease_time=3600)
    expect(nsx.dhcp_server_config.get("nsxlib-dhcp")["lease_time"], 3600)


def step_write_in_a_transaction(nsx):
    with transaction.NsxPolicyTransaction():
        nsx.tier1.create_or_overwrite("nsxlib-t1", "nsxlib-t1")
        nsx.segment.create_or_overwrite("nsxlib-s1", "nsxlib-s1", tier1_id="nsxlib-t1",
                                        transport_zone_id=overlay_zone(nsx))
        nsx.group.create_or_overwrite_with_conditions(
            "nsxlib-g1", "default", "nsxlib-g1", conditions=[nsx.group.build_ip_address_expression(["10.92.0.1"])])
    expect(nsx.segment.get("nsxlib-s1")["connectivity_path"], "/infra/tier-1s/nsxlib-t1")


def step_delete_in_a_transaction(nsx):
    with transaction.NsxPolicyTransaction():
        nsx.segment.delete("nsxlib-s1")
        nsx.group.delete("default", "nsxlib-g1")
    nsx.tier1.delete("nsxlib-t1")
    refused(exceptions.ResourceNotFound, lambda: nsx.segment.get("nsxlib-s1", silent=True))


def step_realization_of_the_tier1(nsx):
    expect(nsx.tier1.get_realized_state(TIER1), "REALIZED")


def step_search_by_tag(nsx):
    found = nsx.search_by_tags([{"scope": "os-project-id", "tag": "p1"}], resource_type="Segment")
    expect([each["id"] for each in found["results"]], [SEGMENT])


def step_ask_the_manager_api_too(nsx):
    zones = nsx.nsx_api.transport_zone.list()["results"]
    expect(overlay_zone(nsx) in [each["id"] for each in zones], True)
    clusters = nsx.nsx_api.edge_cluster.list()["results"]
    expect(edge_cluster(nsx)["id"] in [each["id"] for each in clusters], True)


def step_take_everything_away(nsx):
    balancer = nsx.load_balancer
    balancer.virtual_server.delete("nsxlib-vip")
    balancer.lb_pool.delete("nsxlib-pool")
    balancer.lb_fast_tcp_profile.delete("nsxlib-fast")
    balancer.lb_monitor_profile_http.delete("nsxlib-monitor")
    balancer.lb_service.delete("nsxlib-lb")
    nsx.gateway_policy.delete("default", f"{POLICY}-gw")
    nsx.comm_map.delete("default", POLICY)
    for group in (GROUP, f"{GROUP}-ip"):
        nsx.group.delete("default", group)
    nsx.service.delete("nsxlib-tcp")
    nsx.icmp_service.delete("nsxlib-icmp")
    nsx.dhcp_server_config.delete("nsxlib-dhcp")
    nsx.ip_block.delete("nsxlib-block")
    nsx.ip_pool.delete("nsxlib-addresses")
    nsx.tier1_nat_rule.delete(TIER1, "nsxlib-snat")
    nsx.tier1_static_route.delete(TIER1, "nsxlib-route")
    nsx.segment_port.delete(SEGMENT, PORT)
    nsx.segment.delete(SEGMENT)
    nsx.tier1.remove_edge_cluster(TIER1)
    nsx.tier1.delete_locale_service(TIER1)
    nsx.tier1.delete(TIER1)
    nsx.tier0.delete(TIER0)
    refused(exceptions.ResourceNotFound, lambda: nsx.tier0.get(TIER0, silent=True))


if __name__ == "__main__":
    sys.exit(main())
