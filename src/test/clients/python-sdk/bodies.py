"""A body for each kind, as a manager would get it. laboratory.py says what "@…", "{n}" and "{o}" stand for.

A key is the end of a kind's template: "port-qos-profile-binding-maps/{}" serves ports of segments wherever these are.
What follows "#" names another body for the same kind. All bodies get a name, a description and a tag.
"""

from certificates import AUTHORITY, KEY, REVOKED

EP = "/infra/sites/default/enforcement-points/default"

# Ids of ancestors that every server has; "@" and a name is one of FOUND.
GIVEN = {
    "/infra/domains/{}": "default",
    "/infra/sites/{}": "default",
    "/infra/sites/{}/enforcement-points/{}": "default",
    "/infra/deployment-zones/{}": "default",
    "/infra/sha/monitors/{}": "@monitor",
    "/infra/tier-0s/{}/nat/{}": "USER",
    "/infra/tier-1s/{}/nat/{}": "USER",
}

# Objects that every server has: where they are listed, and which of the list is meant.
FOUND = {
    "overlay": (EP + "/transport-zones", lambda zone: zone["tz_type"].startswith("OVERLAY")),
    "vlan": (EP + "/transport-zones", lambda zone: zone["tz_type"] == "VLAN_BACKED"),
    "edge-cluster": (EP + "/edge-clusters", lambda cluster: True),
    "edge": ("@edge-cluster/edge-nodes", lambda node: True),
    "monitor": ("/infra/sha/monitors", lambda monitor: True),
    "http": ("/infra/services", lambda service: service["id"] == "HTTP"),
    "http-profile": ("/infra/lb-app-profiles", lambda profile: profile["id"] == "default-http-lb-app-profile"),
    "ids-profile": ("/infra/settings/firewall/security/intrusion-services/profiles", lambda profile: True),
}

# Ids that are more than a name.
IDS = {
    "/infra/settings/firewall/idfw/cluster/{}": "8bb3e5f4-5c3e-4a0b-9d63-000000000001:domain-c{n}",
    "/infra/settings/firewall/security/intrusion-services/cluster-configs/{}":
        "8bb3e5f4-5c3e-4a0b-9d63-000000000001:domain-c{n}",
    "/infra/settings/firewall/security/intrusion-services/global-signatures/{}": "41006{n}",
    "/infra/settings/firewall/security/intrusion-services/global-signatures/threshold-configs/{}": "41006{n}",
    "/infra/settings/scrx/cluster-configs/{}": "8bb3e5f4-5c3e-4a0b-9d63-000000000001:domain-c{n}",
    "/infra/settings/security/cluster-configs/{}": "8bb3e5f4-5c3e-4a0b-9d63-000000000001:domain-c{n}",
}

RULE = {
    "sequence_number": 10, "source_groups": ["@/infra/domains/{}/groups/{}"], "destination_groups": ["ANY"],
    "services": ["ANY"], "profiles": ["ANY"], "scope": ["ANY"], "direction": "IN_OUT", "ip_protocol": "IPV4_IPV6",
    "logged": True, "disabled": False, "sources_excluded": False, "destinations_excluded": False, "notes": "why",
    "tag": "trial",
}
POLICY = {"sequence_number": 10, "stateful": True, "locked": False, "scope": ["ANY"], "comments": "why"}
CLUSTER = {"target_id": "8bb3e5f4-5c3e-4a0b-9d63-000000000001:domain-c8", "target_type": "VC_Cluster"}
SUBNET = {"ip_addresses": ["10.{o}.0.1"], "prefix_len": 24}
TIMERS = {"tcp_first_packet": 120, "tcp_opening": 30, "tcp_established": 43200, "tcp_closing": 120, "tcp_finwait": 45,
          "tcp_closed": 20, "udp_first_packet": 60, "udp_single": 30, "udp_multiple": 60, "icmp_first_packet": 20,
          "icmp_error_reply": 10}
DHCP_OPTIONS = {"option121": {"static_routes": [{"network": "10.99.0.0/16", "next_hop": "10.{o}.1.2"}]},
                "others": [{"code": 119, "values": ["corp.example"]}]}
LDAP_SERVER = {"domain_name": "corp.example", "host": "10.1.1.{o}", "port": 389, "protocol": "LDAP",
               "username": "reader@corp.example", "password": "Secret1!"}
AD = {"name": "corp{n}.example", "base_distinguished_name": "DC=corp{n},DC=example", "netbios_name": "CORP{n}",
      "sync_settings": {"delta_sync_interval": 180, "full_sync_cron_expr": "0 0 0 ? * SAT *"},
      "event_log_scraper_enabled": False, "ldap_servers": [{**LDAP_SERVER, "id": "one"}]}
EVENT_LOG_SERVER = {"domain_name": "corp.example", "host": "10.1.2.{o}", "username": "reader", "password": "Secret1!"}
UPLINKS = {"policy": "FAILOVER_ORDER", "active_list": [{"uplink_name": "uplink-1", "uplink_type": "PNIC"}],
           "standby_list": [{"uplink_name": "uplink-2", "uplink_type": "PNIC"}]}
HOST_SWITCHES = {"resource_type": "StandardHostSwitchSpec", "host_switches": [{
    "host_switch_name": "vds-1", "host_switch_id": "50 0b 8d 5f 1e 2c 4a 6e-01 02 03 04 05 06 07 08",
    "host_switch_type": "VDS", "host_switch_mode": "STANDARD", "is_migrate_pnics": False,
    "host_switch_profile_ids": [{"key": "UplinkHostSwitchProfile", "value": "@/infra/host-switch-profiles/{}"}],
    "uplinks": [{"vds_uplink_name": "Uplink 1", "uplink_name": "uplink-1"}],
    "ip_assignment_spec": {"resource_type": "AssignedByDhcp"},
    "transport_zone_endpoints": [{"transport_zone_id": "@overlay"}]}]}
APP_ID = {"key": "APP_ID", "value": ["SSL"], "datatype": "STRING", "attribute_source": "SYSTEM",
          "sub_attributes": [{"key": "TLS_VERSION", "value": ["TLS_V12"], "datatype": "STRING"}]}
SERVICE_ENTRY = {"resource_type": "L4PortSetServiceEntry", "l4_protocol": "TCP",
                 "destination_ports": ["8080", "9000-9010"],
                 "source_ports": []}
TARGETS = [{"ip_addresses": ["10.{o}.9.1"], "prefix_length": 24}]
TIER0 = {"ha_mode": "ACTIVE_STANDBY", "failover_mode": "NON_PREEMPTIVE", "disable_firewall": False,
         "transit_subnets": ["100.64.0.0/16"], "internal_transit_subnets": ["169.254.0.0/24"],
         "advanced_config": {"forwarding_up_timer": 5, "connectivity": "ON"}}
SEGMENT = {"transport_zone_path": "@overlay", "admin_state": "UP", "replication_mode": "MTEP",
           "subnets": [{"gateway_address": "10.{o}.1.1/24"}],
           "advanced_config": {"urpf_mode": "STRICT", "hybrid": False, "local_egress": False, "connectivity": "ON"}}

BODIES = {
    # Distributed firewall
    "bridge-policies/{}": POLICY,
    "bridge-policies/{}/rules/{}": {**RULE, "action": "ALLOW"},
    "communication-maps/{}": {"precedence": 10, "category": "Application", "communication_entries": [
        {"id": "one", "sequence_number": 1, "source_groups": ["ANY"], "destination_groups": ["ANY"],
         "services": ["ANY"],
         "action": "DROP"}]},
    "communication-maps/{}/communication-entries/{}": {
        "sequence_number": 1, "source_groups": ["@/infra/domains/{}/groups/{}"], "destination_groups": ["ANY"],
        "services": ["@http"], "action": "ALLOW", "scope": ["ANY"], "logged": False, "disabled": False,
        "direction": "IN_OUT"},
    "security-policies/{}": {**POLICY, "category": "Application", "tcp_strict": False,
                             "scope": ["@/infra/domains/{}/groups/{}"], "rules": [
                                 {**RULE, "id": "one", "action": "ALLOW"},
                                 {**RULE, "id": "another", "action": "REJECT", "sequence_number": 20}]},
    "security-policies/{}/rules/{}": {**RULE, "action": "DROP", "services": ["@http"]},
    "security-policies/{}/container-cluster-span/{}": {
        "container_cluster_path": "@/infra/sites/{}/enforcement-points/{}/cluster-control-planes/{}",
        "container_cluster_type": "ANTREA"},
    "/infra/drafts/{}": {"locked": False, "lock_comments": ""},
    "/infra/firewall-schedulers/{}": {
        "days": ["MONDAY", "FRIDAY"], "start_date": "02/20/2027", "end_date": "02/20/2028", "recurring": True,
        "timezone": "UTC", "time_interval": [{"start_interval": "09:00", "end_interval": "17:00"}]},
    "/infra/firewall-session-timer-profiles/{}": TIMERS,
    "/infra/flood-protection-profiles/{}": {
        "resource_type": "DistributedFloodProtectionProfile", "udp_active_flow_limit": 1000,
        "icmp_active_flow_limit": 1000,
        "tcp_half_open_conn_limit": 1000, "other_active_conn_limit": 1000, "enable_syncache": False,
        "enable_rst_spoofing": False},
    "/infra/flood-protection-profiles/{}#gateway": {
        "resource_type": "GatewayFloodProtectionProfile", "udp_active_flow_limit": 1000,
        "nat_active_conn_limit": 4294967295},
    "/infra/dns-security-profiles/{}": {"ttl": 86400},
    "/infra/settings/firewall/cpu-mem-thresholds-profiles/{}": {"cpu_threshold_percentage": 80,
                                                                "mem_threshold_percentage": 90},
    "/infra/settings/firewall/cpu-mem-thresholds-profile-binding-maps/{}": {
        "profile_path": "@/infra/settings/firewall/cpu-mem-thresholds-profiles/{}", "sequence_number": 10,
        "applied_to": ["@/infra/domains/{}/groups/{}"]},
    "/infra/settings/firewall/idfw/cluster/{}": {"cluster_idfw_enabled": True, "member": CLUSTER},
    "/infra/settings/scrx/cluster-configs/{}": {"cluster": CLUSTER, "size": "TM-04"},
    "/infra/settings/security/cluster-configs/{}": {
        "cluster": {"target_id": CLUSTER["target_id"]}, "features": [{"feature": "DFW", "enabled": True}]},

    # Intrusion detection and malware prevention
    "intrusion-service-policies/{}": {**POLICY, "category": "ThreatRules"},
    "intrusion-service-policies/{}/rules/{}": {
        **RULE, "action": "DETECT_PREVENT", "ids_profiles": ["@ids-profile"], "oversubscription": "INHERIT_GLOBAL"},
    "intrusion-service-gateway-policies/{}": {**POLICY, "category": "LocalGatewayRules"},
    "intrusion-service-gateway-policies/{}/rules/{}": {
        **RULE, "action": "DETECT", "ids_profiles": ["@ids-profile"], "scope": ["@/infra/tier-1s/{}"]},
    "/infra/settings/firewall/security/intrusion-services/cluster-configs/{}": {"ids_enabled": True,
                                                                                "cluster": CLUSTER},
    "global-signatures/threshold-configs/{}": {
        "threshold": {"threshold_type": "LIMIT", "count": 5, "time_period": 60},
        "rate_filter": {"new_action": "DROP", "count": 10, "time_period": 60, "timeout": 300}},
    "global-signatures/{}": {"signature_id": "41006{n}", "action": "DROP", "enable": True},
    "/infra/settings/firewall/security/intrusion-services/profiles/{}": {
        "profile_severity": ["CRITICAL", "HIGH"],
        "criteria": [{"resource_type": "IdsProfileFilterCriteria", "filter_name": "ATTACK_TARGET",
                      "filter_value": ["Server"]},
                     {"resource_type": "IdsProfileConjunctionOperator", "operator": "AND"},
                     {"resource_type": "IdsProfileFilterCriteria", "filter_name": "CVSS", "filter_value": ["HIGH"]}],
        "overridden_signatures": [{"signature_id": "4100683", "action": "DROP", "enable": True}]},
    "malware-prevention-service/exclusions/{}": {
        "os_type": "WINDOWS", "exclusion_type": "PATHS", "exclusions": ["C:\\Temp"], "is_global": False},
    "malware-prevention-service/profiles/{}": {
        "file_type": ["DOCUMENT", "EXECUTABLE"], "detection_type": "SIGNATURE_BASED", "fileless_enabled": False,
        "file_size": 16},

    # Gateway firewall and TLS inspection
    "gateway-policies/{}": {**POLICY, "category": "LocalGatewayRules", "tcp_strict": True, "scope": []},
    "gateway-policies/{}/rules/{}": {
        **RULE, "action": "ALLOW", "scope": ["@/infra/tier-1s/{}"], "direction": "IN", "services": ["@http"]},
    "flood-protection-profile-bindings/{}": {"profile_path": "@/infra/flood-protection-profiles/{}#gateway"},
    "session-timer-profile-bindings/{}": {"profile_path": "@/infra/firewall-session-timer-profiles/{}"},
    "/infra/tls-inspection-policies/{}": {**POLICY, "category": "LocalGatewayRules", "scope": []},
    "/infra/tls-inspection-policies/{}/rules/{}": {
        **RULE, "tls_profile": "@/infra/tls-inspection-action-profiles/{}", "scope": ["@/infra/tier-1s/{}"]},
    "/infra/tls-inspection-action-profiles/{}": {
        "resource_type": "TlsInspectionExternalProfile", "tls_config_setting": "BALANCED",
        "invalid_cert_action": "ALLOW",
        "decryption_fail_action": "BYPASS", "crypto_enforcement": "ENFORCE", "idle_connection_timeout": 5400,
        "proxy_trusted_ca_cert": "@/infra/certificates/{}", "proxy_untrusted_ca_cert": "@/infra/certificates/{}",
        "trusted_ca_bundles": ["@/infra/cabundles/{}"], "crls": ["@/infra/crls/{}"]},

    # Certificates
    "/infra/certificates/{}": {"pem_encoded": AUTHORITY, "private_key": KEY, "key_algo": "rsa"},
    "/infra/cabundles/{}": {"pem_encoded": AUTHORITY},
    "/infra/crls/{}": {"pem_encoded": REVOKED, "crl_type": "X509"},

    # Identity firewall
    "/infra/firewall-identity-stores/{}": {**AD, "resource_type": "DirectoryAdDomain"},
    "/infra/firewall-identity-stores/{}/ldap-servers/{}": LDAP_SERVER,
    "/infra/firewall-identity-stores/{}/event-log-servers/{}": EVENT_LOG_SERVER,
    "/infra/identity-firewall-stores/{}": {**AD, "resource_type": "IdentityFirewallAdStore"},
    "/infra/identity-firewall-stores/{}/ldap-servers/{}": LDAP_SERVER,
    "/infra/identity-firewall-stores/{}/event-log-servers/{}": EVENT_LOG_SERVER,

    # Domains, groups, services
    "/infra/domains/{}": {},
    "domain-deployment-maps/{}": {"enforcement_point_path": EP},
    "groups/{}": {"expression": [
        {"resource_type": "Condition", "member_type": "VirtualMachine", "key": "Tag", "operator": "EQUALS",
         "value": "app|web"},
        {"resource_type": "ConjunctionOperator", "conjunction_operator": "OR"},
        {"resource_type": "IPAddressExpression", "ip_addresses": ["10.{o}.0.0/16", "192.168.1.1-192.168.1.9"]}]},
    "tier-0s/{}/groups/{}": {"expression": [{"resource_type": "IPAddressExpression",
                                             "ip_addresses": ["10.{o}.0.0/16"]}]},
    "discovery-profile-binding-maps/{}": {"profile_path": "@/infra/ip-discovery-profiles/{}", "sequence_number": 10},
    "dns-security-profile-binding-maps/{}": {"profile_path": "@/infra/dns-security-profiles/{}", "sequence_number": 10},
    "firewall-flood-protection-profile-binding-maps/{}": {
        "profile_path": "@/infra/flood-protection-profiles/{}", "sequence_number": 10},
    "firewall-session-timer-profile-binding-maps/{}": {
        "firewall_session_timer_profile_path": "@/infra/firewall-session-timer-profiles/{}", "sequence_number": 10},
    "group-monitoring-profile-binding-maps/{}": {
        "ipfix_l2_profile_path": "@/infra/ipfix-l2-profiles/{}",
        "ipfix_dfw_profile_path": "@/infra/ipfix-dfw-profiles/{}",
        "port_mirroring_profile_path": "@/infra/port-mirroring-profiles/{}"},
    "port-mirroring-instances/{}": {
        "destination_group": "@/infra/domains/{}/groups/{}#addresses", "direction": "BIDIRECTIONAL",
        "snap_length": 128},
    "/infra/domains/{}/groups/{}#addresses": {
        "expression": [{"resource_type": "IPAddressExpression", "ip_addresses": ["10.{o}.7.1"]}]},
    "/infra/services/{}": {"service_entries": [
        {**SERVICE_ENTRY, "id": "web", "display_name": "web"},
        {"resource_type": "ICMPTypeServiceEntry", "id": "ping", "display_name": "ping", "protocol": "ICMPv4",
         "icmp_type": 8}]},
    "/infra/services/{}/service-entries/{}": SERVICE_ENTRY,
    "/infra/context-profiles/{}": {"attributes": [APP_ID]},
    "/infra/l7-access-profiles/{}": {"default_action": "ALLOW", "default_action_logged": False, "l7_access_entries": [
        {"id": "one", "sequence_number": 10, "action": "REJECT",
         "attributes": [{"key": "APP_ID", "value": ["SSH"], "datatype": "STRING"}]}]},
    "/infra/l7-access-profiles/{}/entries/{}": {
        "sequence_number": 10, "action": "REJECT", "logged": True, "disabled": False,
        "attributes": [{"key": "APP_ID", "value": ["SSH"], "datatype": "STRING", "attribute_source": "SYSTEM"}]},
    "/infra/labels/{}": {"type": "Service", "refs": ["@http"]},
    "/infra/tags/tag-operations/{}": {
        "tag": {"scope": "env", "tag": "test"},
        "apply_to": [{"resource_type": "VirtualMachine", "resource_ids": ["50001a2b-0000-0000-0000-000000000001"]}]},

    # Service insertion
    "endpoint-policies/{}": {"sequence_number": 10},
    "endpoint-policies/{}/endpoint-rules/{}": {
        "sequence_number": 10, "groups": ["@/infra/domains/{}/groups/{}"],
        "service_profiles": ["@/infra/service-references/{}/service-profiles/{}"]},
    "redirection-policies/{}": {
        **POLICY, "category": "SI-East-West", "redirect_to": ["@/infra/service-chains/{}"]},
    "redirection-policies/{}/rules/{}": {**RULE, "action": "REDIRECT"},
    "/infra/service-references/{}": {"partner_service_name": "Inspector {n}", "enabled": True},
    "/infra/service-references/{}/service-profiles/{}": {
        "vendor_template_name": "Standard", "redirection_action": "PUNT",
        "attributes": [{"key": "mode", "value": "inline", "attribute_type": "STRING"}]},
    "/infra/service-chains/{}": {
        "forward_path_service_profiles": ["@/infra/service-references/{}/service-profiles/{}"],
        "service_segment_path": ["@/infra/segments/service-segments/{}"], "failure_policy": "ALLOW",
        "path_selection_policy": "LOCAL"},
    "/infra/segments/service-segments/{}": {"transport_zone_path": "@overlay"},
    "byod-service-instances/{}": {
        "partner_service_name": "Inspector", "deployment_mode": "ACTIVE_STANDBY", "transport_type": "L3_ROUTED"},
    "service-instance-endpoints/{}": {
        "service_interface_path": "@/infra/tier-0s/{}/locale-services/{}/service-interfaces/{}", "target_ips": TARGETS},
    "tier-1s/{}/locale-services/{}/byod-service-instances/{}/service-instance-endpoints/{}": {
        "service_interface_path": "@/infra/tier-1s/{}/locale-services/{}/service-interfaces/{}", "target_ips": TARGETS},
    "endpoints/virtual-endpoints/{}": {"service_names": ["Inspector"], "target_ips": TARGETS},
    "service-instances/{}": {
        "partner_service_name": "Inspector", "deployment_mode": "ACTIVE_STANDBY", "transport_type": "L2_BRIDGE",
        "deployment_spec_name": "small", "deployment_template_name": "Standard", "failure_policy": "ALLOW",
        "context_id": "8bb3e5f4-5c3e-4a0b-9d63-000000000001", "compute_id": "domain-c8", "storage_id": "datastore-11",
        "primary_interface_network": "dvportgroup-21", "primary_interface_mgmt_ip": "10.1.3.{o}",
        "primary_gateway_address": "10.1.3.254", "primary_subnet_mask": "255.255.255.0",
        "attributes": [{"key": "mode", "value": "inline", "attribute_type": "STRING"}]},
    "service-interfaces/{}": {"subnets": [SUBNET]},

    # Gateways
    "/infra/tier-0s/{}": TIER0,
    "/infra/tier-0s/{}#vrf": {**TIER0, "vrf_config": {"tier0_path": "@/infra/tier-0s/{}"}},
    "/infra/tier-1s/{}": {
        "tier0_path": "@/infra/tier-0s/{}", "failover_mode": "NON_PREEMPTIVE", "enable_standby_relocation": False,
        "route_advertisement_types": ["TIER1_CONNECTED", "TIER1_NAT"], "pool_allocation": "ROUTING",
        "route_advertisement_rules": [{"name": "all", "subnets": ["10.0.0.0/8"], "prefix_operator": "GE",
                                       "action": "PERMIT",
                                       "route_advertisement_types": ["TIER1_STATIC_ROUTES"]}]},
    "tier-0s/{}/locale-services/{}": {
        "edge_cluster_path": "@edge-cluster", "preferred_edge_paths": ["@edge"],
        "route_redistribution_config": {"bgp_enabled": True, "redistribution_rules": [
            {"name": "all", "route_redistribution_types": ["TIER0_CONNECTED", "TIER1_CONNECTED"]}]}},
    "tier-1s/{}/locale-services/{}": {"edge_cluster_path": "@edge-cluster"},
    "tier-0s/{}/locale-services/{}/interfaces/{}": {
        "type": "EXTERNAL", "segment_path": "@/infra/segments/{}#vlan", "edge_path": "@edge", "subnets": [SUBNET],
        "mtu": 1500, "urpf_mode": "STRICT", "admin_state": "UP"},
    "tier-1s/{}/locale-services/{}/interfaces/{}": {
        "segment_path": "@/infra/segments/{}#vlan", "subnets": [SUBNET], "mtu": 1500, "urpf_mode": "STRICT"},
    "tier-0s/{}/locale-services/{}/interface-groups/{}": {
        "members": [{"interface_path": "@/infra/tier-0s/{}/locale-services/{}/interfaces/{}"}]},
    "tier-1s/{}/locale-services/{}/interface-groups/{}": {
        "members": [{"interface_path": "@/infra/tier-1s/{}/locale-services/{}/interfaces/{}"}]},
    "bgp/neighbors/{}": {
        "neighbor_address": "192.168.{o}.1", "remote_as_num": "65001", "source_addresses": [], "password": "Secret1!",
        "hold_down_time": 180, "keep_alive_time": 60, "maximum_hop_limit": 1, "allow_as_in": False,
        "graceful_restart_mode": "HELPER_ONLY", "bfd": {"enabled": True, "interval": 500, "multiple": 3},
        "route_filtering": [{"address_family": "IPV4", "enabled": True,
                             "in_route_filters": ["@/infra/tier-0s/{}/prefix-lists/{}"],
                             "out_route_filters": ["@/infra/tier-0s/{}/route-maps/{}"]}]},
    "tier-0s/{}/prefix-lists/{}": {"prefixes": [{"network": "10.0.0.0/8", "ge": 16, "le": 24, "action": "PERMIT"}]},
    "tier-0s/{}/route-maps/{}": {"entries": [
        {"action": "PERMIT", "prefix_list_matches": ["@/infra/tier-0s/{}/prefix-lists/{}"],
         "set": {"local_preference": 200, "med": 10, "as_path_prepend": "65001 65001"}}]},
    "tier-0s/{}/community-lists/{}": {"communities": ["65001:100", "NO_EXPORT"]},
    "tier-0s/{}/static-routes/{}": {
        "network": "10.{o}.0.0/16", "enabled_on_secondary": False,
        "next_hops": [{"ip_address": "192.168.{o}.254", "admin_distance": 1}]},
    "tier-1s/{}/static-routes/{}": {
        "network": "10.{o}.0.0/16", "next_hops": [{"ip_address": "192.168.{o}.254", "admin_distance": 5}]},
    "static-routes/bfd-peers/{}": {
        "peer_address": "192.168.{o}.254", "enabled": True, "bfd_profile_path": "@/infra/bfd-profiles/{}"},
    "tier-0s/{}/inter-vrf-routing/{}": {
        "target_path": "@/infra/tier-0s/{}#vrf",
        "bgp_route_leaking": [{"address_family": "IPV4", "in_filter": ["@/infra/tier-0s/{}/prefix-lists/{}"]}]},
    "ospf/areas/{}": {"area_id": "0", "area_type": "NORMAL", "authentication": {"mode": "NONE"}},
    "evpn-tunnel-endpoints/{}": {"edge_path": "@edge", "local_addresses": ["10.{o}.2.1"], "mtu": 1700},
    "tier-0-deployment-maps/{}": {"enforcement_point": EP},
    "locale-services/{}/tunnels/{}": {
        "resource_type": "GreTunnel", "destination_address": "10.{o}.3.2", "enabled": True, "mtu": 1476,
        "tunnel_address": [{"edge_path": "@edge", "source_address": "10.{o}.3.1",
                            "tunnel_interface_subnet": [{"ip_addresses": ["169.254.{o}.1"], "prefix_len": 30}]}],
        "tunnel_keepalive": {"enabled": True, "keepalive_interval": 10, "dead_time_multiplier": 3}},
    "nat-rules/{}": {
        "action": "SNAT", "source_network": "10.{o}.0.0/16", "translated_network": "192.168.{o}.7", "enabled": True,
        "logging": False, "sequence_number": 100, "firewall_match": "MATCH_INTERNAL_ADDRESS"},
    "/infra/evpn-tenant-configs/{}": {
        "transport_zone_path": "@overlay", "vni_pool_path": "@/infra/vni-pools/{}",
        "mappings": [{"vlans": "100-110", "vnis": "75501-75511"}]},
    "/infra/vni-pools/{}": {"start": 75501, "end": 75999},
    "/infra/gateway-connections/{}": {
        "tier0_path": "@/infra/tier-0s/{}", "aggregate_routes": ["10.{o}.0.0/16"],
        "advertise_outbound_networks": {"allow_private": False, "allow_external_blocks": ["@/infra/ip-blocks/{}"]}},
    "/infra/distributed-vlan-connections/{}": {"vlan_id": 100, "gateway_addresses": ["172.20.{o}.1/24"]},
    "/infra/distributed-vxlan-connections/{}": {
        "route_controller_path": "@/infra/route-controllers/{}", "l3_vni": 80001, "route_distinguisher": "65001:1",
        "route_targets": [{"address_family": "L2VPN_EVPN", "import_route_targets": ["65001:1"],
                           "export_route_targets": ["65001:1"]}]},
    "/infra/route-controllers/{}": {
        "virtual_network_appliance_cluster_path":
            "@/infra/sites/{}/enforcement-points/{}/virtual-network-appliance-clusters/{}#route-controller",
        "ha_mode": "ACTIVE_STANDBY"},
    "/infra/route-controllers/{}/bgp": {"local_as_num": "65000"},
    "/infra/route-controllers/{}/bgp/neighbors/{}": {
        "neighbor_address": "192.168.{o}.1", "remote_as_num": "65001", "hold_down_time": 180, "keep_alive_time": 60,
        "maximum_hop_limit": 2, "graceful_restart_mode": "HELPER_ONLY"},
    "/infra/route-controllers/{}/interfaces/{}": {
        "mtu": 1500, "urpf_mode": "STRICT", "floating_ip_subnets": [SUBNET],
        "interface_address": [{
            "virtual_network_appliance_path":
                "@/infra/sites/{}/enforcement-points/{}/virtual-network-appliance-clusters/{}/virtual-network-appliances/{}",
            "interface_subnet": [{"ip_addresses": ["10.{o}.0.2"], "prefix_len": 24}],
            "portgroup_id": "dvportgroup-22"}]},
    "/infra/routing-config/prefix-lists/{}": {"prefixes": [{"network": "10.0.0.0/8", "le": 24, "action": "PERMIT"}]},
    "/infra/routing-config/project-route-filters/{}": {
        "match_prefix_list": ["@/infra/routing-config/prefix-lists/{}"], "projects_list": []},

    # VPN
    "ipsec-vpn-services/{}": {"enabled": True, "ha_sync": True, "ike_log_level": "INFO", "bypass_rules": [
        {"id": "bypass", "display_name": "bypass", "enabled": True, "sequence_number": 1, "action": "BYPASS",
         "sources": [{"subnet": "10.1.0.0/16"}], "destinations": [{"subnet": "10.2.0.0/16"}]}]},
    "local-endpoints/{}": {"local_address": "10.{o}.4.1", "local_id": "10.{o}.4.1"},
    "l2vpn-services/{}": {"mode": "SERVER", "enable_hub": True, "encap_ip_pool": ["192.168.{o}.0/24"]},
    "l2vpn-context/l2vpns/{}": {
        "enabled": True,
        "transport_tunnels": ["@/infra/tier-0s/{}/locale-services/{}/ipsec-vpn-services/{}/sessions/{}"]},
    "l3vpns/{}": {
        "enabled": True, "local_address": "10.{o}.4.1", "remote_public_address": "192.0.2.{o}",
        "passphrases": ["Secret1!"],
        "ike_version": "IKE_V2", "dh_groups": ["GROUP14"], "enable_perfect_forward_secrecy": True,
        "ike_digest_algorithms": ["SHA2_256"], "ike_encryption_algorithms": ["AES_128"],
        "tunnel_digest_algorithms": ["SHA2_256"], "tunnel_encryption_algorithms": ["AES_128"],
        "l3vpn_session": {"resource_type": "RouteBasedL3VpnSession",
                          "tunnel_subnets": [{"ip_addresses": ["169.254.{o}.1"], "prefix_length": 30}]}},
    "/infra/ipsec-vpn-ike-profiles/{}": {
        "digest_algorithms": ["SHA2_256"], "encryption_algorithms": ["AES_128"], "dh_groups": ["GROUP14"],
        "ike_version": "IKE_V2", "sa_life_time": 86400},
    "/infra/ipsec-vpn-tunnel-profiles/{}": {
        "digest_algorithms": ["SHA2_256"], "encryption_algorithms": ["AES_128"], "dh_groups": ["GROUP14"],
        "enable_perfect_forward_secrecy": True, "sa_life_time": 3600, "df_policy": "COPY"},
    "/infra/ipsec-vpn-dpd-profiles/{}": {
        "enabled": True, "dpd_probe_mode": "PERIODIC", "dpd_probe_interval": 60, "retry_count": 10},

    # Segments
    "/infra/segments/{}": {**SEGMENT, "connectivity_path": "@/infra/tier-1s/{}"},
    "/infra/segments/{}#vlan": {"transport_zone_path": "@vlan", "vlan_ids": ["{o}", "1000-1010"]},
    "/infra/segments/{}#free": {"transport_zone_path": "@overlay"},
    "/infra/tier-1s/{}/segments/{}": SEGMENT,
    "segments/{}/ports/{}": {
        "admin_state": "UP", "address_bindings": [{"ip_address": "10.1.1.{o}", "mac_address": "00:50:56:00:00:01"}],
        "attachment": {"id": "8bb3e5f4-5c3e-4a0b-9d63-1{n}"}},
    "dhcp-static-binding-configs/{}": {
        "resource_type": "DhcpV4StaticBindingConfig", "ip_address": "10.{p}.1.20", "mac_address": "00:50:56:00:00:02",
        "host_name": "host{n}", "lease_time": 86400, "options": DHCP_OPTIONS},
    "segment-connection-binding-maps/{}": {"segment_path": "@/infra/segments/{}#free", "vlan_traffic_tag": 100},
    "segment-discovery-profile-binding-maps/{}": {
        "mac_discovery_profile_path": "@/infra/mac-discovery-profiles/{}",
        "ip_discovery_profile_path": "@/infra/ip-discovery-profiles/{}"},
    "port-discovery-profile-binding-maps/{}": {
        "mac_discovery_profile_path": "@/infra/mac-discovery-profiles/{}",
        "ip_discovery_profile_path": "@/infra/ip-discovery-profiles/{}"},
    "segment-monitoring-profile-binding-maps/{}": {"ipfix_l2_profile_path": "@/infra/ipfix-l2-profiles/{}"},
    "port-monitoring-profile-binding-maps/{}": {
        "ipfix_l2_profile_path": "@/infra/ipfix-l2-profiles/{}",
        "port_mirroring_profile_path": "@/infra/port-mirroring-profiles/{}"},
    "segment-qos-profile-binding-maps/{}": {"qos_profile_path": "@/infra/qos-profiles/{}"},
    "port-qos-profile-binding-maps/{}": {"qos_profile_path": "@/infra/qos-profiles/{}"},
    "segment-real-time-eth-profile-binding-maps/{}": {"real_time_eth_profile_path": "@/infra/real-time-eth-profiles/{}"},
    "port-real-time-eth-profile-binding-maps/{}": {"real_time_eth_profile_path": "@/infra/real-time-eth-profiles/{}"},
    "segment-security-profile-binding-maps/{}": {
        "segment_security_profile_path": "@/infra/segment-security-profiles/{}",
        "spoofguard_profile_path": "@/infra/spoofguard-profiles/{}"},
    "port-security-profile-binding-maps/{}": {
        "segment_security_profile_path": "@/infra/segment-security-profiles/{}",
        "spoofguard_profile_path": "@/infra/spoofguard-profiles/{}"},

    # Profiles
    "/infra/bfd-profiles/{}": {"interval": 500, "multiple": 3},
    "/infra/gateway-qos-profiles/{}": {"committed_bandwidth": 100, "burst_size": 10000, "excess_action": "DROP"},
    "/infra/igmp-profiles/{}": {
        "query_interval": 30, "query_max_response_time": 10, "last_member_query_interval": 10,
        "robustness_variable": 2},
    "/infra/pim-profiles/{}": {
        "bsm_enabled": True,
        "rp_address_multicast_ranges": [{"rp_address": "10.1.1.{o}", "multicast_ranges": ["232.0.0.0/8"]}]},
    "/infra/ip-discovery-profiles/{}": {
        "ip_v4_discovery_options": {"arp_snooping_config": {"arp_snooping_enabled": True, "arp_binding_limit": 1},
                                    "dhcp_snooping_enabled": True, "vmtools_enabled": True},
        "ip_v6_discovery_options": {"nd_snooping_config": {"nd_snooping_enabled": False, "nd_snooping_limit": 3},
                                    "dhcp_snooping_v6_enabled": False, "vmtools_v6_enabled": False},
        "tofu_enabled": True, "arp_nd_binding_timeout": 10,
        "duplicate_ip_detection": {"duplicate_ip_detection_enabled": False}},
    "/infra/ipv6-dad-profiles/{}": {"dad_mode": "LOOSE", "wait_time": 1, "ns_retries": 3},
    "/infra/ipv6-ndra-profiles/{}": {
        "ra_mode": "SLAAC_DNS_THROUGH_RA", "reachable_timer": 0, "retransmit_interval": 1000,
        "ra_config": {"router_preference": "MEDIUM", "ra_interval": 600, "hop_limit": 64, "router_lifetime": 1800,
                      "prefix_lifetime": 2592000, "prefix_preferred_time": 604800},
        "dns_config": {"domain_name": ["corp.example"], "dns_server": ["2001:db8::53"], "domain_name_lifetime": 1800000,
                       "dns_server_lifetime": 1800000}},
    "/infra/mac-discovery-profiles/{}": {
        "mac_change_enabled": False, "mac_learning_enabled": True, "mac_limit": 4096, "mac_limit_policy": "ALLOW",
        "unknown_unicast_flooding_enabled": True, "remote_overlay_mac_limit": 2048},
    "/infra/qos-profiles/{}": {
        "class_of_service": 5, "dscp": {"mode": "UNTRUSTED", "priority": 10},
        "shaper_configurations": [
            {"resource_type": "IngressRateLimiter", "enabled": True, "average_bandwidth": 10, "peak_bandwidth": 20,
             "burst_size": 1000},
            {"resource_type": "EgressRateLimiter", "enabled": False, "average_bandwidth": 0, "peak_bandwidth": 0,
             "burst_size": 0}]},
    "/infra/real-time-eth-profiles/{}": {
        "profinet": {"enabled": True}, "parallel_redundancy_prot": {"enabled": False},
        "latency_measurement": {"enabled": True, "sampling_rate": 1000}},
    "/infra/segment-security-profiles/{}": {
        "bpdu_filter_enable": True, "bpdu_filter_allow": ["01:80:c2:00:00:00"], "dhcp_server_block_enabled": True,
        "dhcp_client_block_enabled": False, "non_ip_traffic_block_enabled": False, "ra_guard_enabled": True,
        "rate_limits_enabled": True,
        "rate_limits": {"rx_broadcast": 100, "tx_broadcast": 100, "rx_multicast": 100, "tx_multicast": 100}},
    "/infra/spoofguard-profiles/{}": {"address_binding_allowlist": True},
    "/infra/latency-profiles/{}": {
        "sampling_rate": 1000, "sampling_interval": 1000, "pnic_latency_enabled": True,
        "applied_to_group_path": "@/infra/domains/{}/groups/{}"},

    # Load balancing
    "/infra/lb-app-profiles/{}": {
        "resource_type": "LBHttpProfile", "idle_timeout": 60, "x_forwarded_for": "INSERT",
        "http_redirect_to_https": False,
        "ntlm": False, "request_header_size": 2048, "response_timeout": 60},
    "/infra/lb-client-ssl-profiles/{}": {
        "cipher_group_label": "BALANCED", "session_cache_enabled": True, "session_cache_timeout": 300,
        "prefer_server_ciphers": True},
    "/infra/lb-server-ssl-profiles/{}": {
        "cipher_group_label": "CUSTOM", "session_cache_enabled": True, "protocols": ["TLS_V1_2"],
        "ciphers": ["TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384"]},
    "/infra/lb-monitor-profiles/{}": {
        "resource_type": "LBHttpMonitorProfile", "interval": 10, "timeout": 5, "rise_count": 2, "fall_count": 2,
        "monitor_port": 8080, "request_url": "/health", "request_method": "GET", "request_version": "HTTP_VERSION_1_1",
        "request_headers": [{"header_name": "Host", "header_value": "corp.example"}],
        "response_status_codes": [200, 204]},
    "/infra/lb-persistence-profiles/{}": {
        "resource_type": "LBCookiePersistenceProfile", "cookie_name": "trial", "cookie_mode": "INSERT",
        "cookie_fallback": True, "cookie_garble": True, "persistence_shared": False,
        "cookie_time": {"type": "LBSessionCookieTime", "cookie_max_idle": 60, "cookie_max_life": 600}},
    "/infra/lb-pools/{}": {
        "algorithm": "WEIGHTED_ROUND_ROBIN", "min_active_members": 1,
        "members": [{"display_name": "one", "ip_address": "10.1.5.{o}", "port": "8080", "weight": 2,
                     "admin_state": "ENABLED",
                     "backup_member": False}],
        "active_monitor_paths": ["@/infra/lb-monitor-profiles/{}"], "snat_translation": {"type": "LBSnatAutoMap"}},
    "/infra/lb-services/{}": {
        "connectivity_path": "@/infra/tier-1s/{}#edge", "size": "SMALL", "enabled": True, "error_log_level": "INFO"},
    "/infra/tier-1s/{}#edge": {"tier0_path": "@/infra/tier-0s/{}", "pool_allocation": "LB_SMALL"},
    "/infra/lb-virtual-servers/{}": {
        "ip_address": "10.1.6.{o}", "ports": ["80", "8000-8010"], "enabled": True,
        "application_profile_path": "@http-profile",
        "pool_path": "@/infra/lb-pools/{}", "lb_persistence_profile_path": "@/infra/lb-persistence-profiles/{}",
        "default_pool_member_ports": ["8080"], "max_concurrent_connections": 1000,
        "rules": [{"phase": "HTTP_FORWARDING", "match_strategy": "ANY",
                   "match_conditions": [{"type": "LBHttpRequestUriCondition", "uri": "/old",
                                         "match_type": "STARTS_WITH",
                                         "case_sensitive": True, "inverse": False}],
                   "actions": [{"type": "LBHttpRejectAction", "reply_status": "404"}]}]},

    # Addresses
    "/infra/dhcp-relay-configs/{}": {"server_addresses": ["10.1.7.{o}"]},
    "/infra/dhcp-server-configs/{}": {
        "server_addresses": ["192.168.{o}.1/24"], "lease_time": 86400, "edge_cluster_path": "@edge-cluster"},
    "/infra/dns-forwarder-zones/{}": {
        "dns_domain_names": ["corp.example"], "upstream_servers": ["10.1.7.53"], "source_ip": "10.1.7.{o}"},
    "/infra/ip-blocks/{}": {"cidr": "10.{o}.0.0/16", "visibility": "EXTERNAL"},
    "/infra/ip-pools/{}": {"ip_release_delay": 2, "check_overlap_with_existing_pools": False},
    "/infra/ip-pools/{}/ip-allocations/{}": {},
    "/infra/ip-pools/{}/ip-subnets/{}": {
        "resource_type": "IpAddressPoolStaticSubnet", "cidr": "10.{o}.8.0/24", "gateway_ip": "10.{o}.8.1",
        "allocation_ranges": [{"start": "10.{o}.8.10", "end": "10.{o}.8.99"}], "dns_nameservers": ["10.1.7.53"],
        "dns_suffix": "corp.example"},
    "/infra/metadata-proxies/{}": {
        "server_address": "http://10.1.7.{o}:8775", "secret": "Secret1!", "edge_cluster_path": "@edge-cluster",
        "crypto_protocols": ["TLS_V1_2"]},
    "/infra/third-party-ipam-providers/{}": {
        "resource_type": "Infoblox", "host_name": "ipam.corp.example", "port": 443, "username": "admin",
        "password": "Secret1!", "network_view": "default", "dns_view": "default"},

    # Fabric
    "/infra/sites/{}": {
        "site_type": "ONPREM_LM", "fail_if_rtt_exceeded": True, "maximum_rtt": 250, "fail_if_rtep_misconfigured": True,
        "site_connection_info": [{"fqdn": "lm{n}.corp.example", "username": "admin", "password": "Secret1!",
                                  "thumbprint": "5f" * 32}]},
    "enforcement-points/{}": {"auto_enforce": True, "connection_info": {
        "resource_type": "NSXTConnectionInfo", "enforcement_point_address": "10.1.8.{o}", "username": "admin",
        "password": "Secret1!", "thumbprint": "5f" * 32}},
    "cluster-control-planes/{}": {"node_type": "ANTREA_NODE", "certificate": AUTHORITY,
                                  "node_id": "8bb3e5f4-5c3e-4a0b-9d63-2{n}"},
    "edge-bridge-profiles/{}": {
        "edge_paths": ["@edge"], "ha_mode": "ACTIVE_STANDBY", "failover_mode": "PREEMPTIVE"},
    "edge-clusters/{}": {
        "edge_cluster_profile":
            "@/infra/sites/{}/enforcement-points/{}/edge-cluster-high-availability-profiles/{}",
        "policy_edge_nodes": []},
    "edge-cluster-high-availability-profiles/{}": {
        "bfd_probe_interval": 1000, "bfd_allowed_hops": 255, "bfd_declare_dead_multiple": 3,
        "standby_relocation_config": {"standby_relocation_threshold": 30}},
    "url-categorization-configs/{}": {
        "enabled": True, "update_frequency": 30, "context_profiles": ["@/infra/context-profiles/{}"]},
    "edge-transport-nodes/{}": {
        "hostname": "edge{n}.corp.example", "form_factor": "MEDIUM",
        "failure_domain_path": "@/infra/sites/{}/enforcement-points/{}/failure-domains/{}",
        "appliance_config": {"ntp_servers": ["10.1.9.1"], "dns_servers": ["10.1.9.2"],
                             "search_domains": ["corp.example"],
                             "enable_ssh": True,
                             "syslog_servers": [{"server": "10.1.9.3", "port": "514", "protocol": "UDP",
                                                 "log_level": "INFO"}]},
        "credentials": {"cli_username": "admin", "cli_password": "Secret1!Secret1!",
                        "root_password": "Secret1!Secret1!"},
        "vm_deployment_config": {
            "placement_type": "PolicyVsphereDeploymentConfig", "vc_id": "8bb3e5f4-5c3e-4a0b-9d63-000000000001",
            "compute_id": "domain-c8", "storage_id": "datastore-11",
            "reservation_info": {"memory_reservation": {"reservation_percentage": 100},
                                 "cpu_reservation": {"reservation_in_shares": "HIGH_PRIORITY"}}},
        "management_interface": {"network_id": "dvportgroup-20", "ip_assignment_specs": [
            {"ip_assignment_type": "StaticIpv4", "default_gateway": ["10.1.9.254"],
             "management_port_subnets": [{"ip_addresses": ["10.1.9.{o}"], "prefix_length": 24}]}]},
        "switch_spec": {"switches": [{
            "switch_name": "switch-1", "overlay_transport_zone_paths": ["@overlay"],
            "vlan_transport_zone_paths": ["@vlan"],
            "profile_paths": [{"key": "UplinkHostSwitchProfile", "value": "@/infra/host-switch-profiles/{}"}],
            "pnics": [{"device_name": "fp-eth0", "uplink_name": "uplink-1", "datapath_network_id": "dvportgroup-21"}],
            "tunnel_endpoints": [{"vlan": 120, "ip_assignment_specs": [{"ip_assignment_type": "Dhcpv4"}]}]}]}},
    "failure-domains/{}": {"preferred_active_edge_services": True},
    "host-transport-nodes/{}": {
        "node_deployment_info": {"os_type": "ESXI", "ip_addresses": ["10.1.10.{o}"], "host_credential": {
            "username": "root", "password": "Secret1!", "thumbprint": "5f" * 32}},
        "host_switch_spec": HOST_SWITCHES},
    "transport-node-monitoring-profile-binding-maps/{}": {
        "port_mirroring_profile_path": "@/infra/port-mirroring-profiles/{}"},
    "sub-clusters/{}": {
        "compute_collection_id": "8bb3e5f4-5c3e-4a0b-9d63-000000000001:domain-c8",
        "sub_cluster_info": {"sub_cluster_type": "MANUAL", "discovered_node_ids": [
            "8bb3e5f4-5c3e-4a0b-9d63-000000000001:host-12"]}},
    "transport-node-collections/{}": {
        "compute_collection_id": "8bb3e5f4-5c3e-4a0b-9d63-000000000001:domain-c8",
        "transport_node_profile_id": "@/infra/host-transport-node-profiles/{}"},
    "transport-zones/{}": {"tz_type": "OVERLAY_BACKED", "is_default": False},
    "virtual-network-appliance-clusters/{}": {
        "appliance_type": "VirtualNetworkAppliance", "service_type": "VPC_SERVICES", "appliance_form_factor": "SMALL",
        "advanced_configuration": {"overlay_transport_zone_path": "@overlay"}},
    "virtual-network-appliance-clusters/{}#route-controller": {
        "appliance_type": "VirtualNetworkAppliance", "service_type": "ROUTE_CONTROLLER"},
    "virtual-network-appliances/{}": {
        "resource_type": "VirtualNetworkAppliance", "hostname": "vna{n}.corp.example",
        "credentials": {"cli_password": "Secret1!Secret1!", "root_password": "Secret1!Secret1!"},
        "vm_deployment_config": {"compute_manager_id": "8bb3e5f4-5c3e-4a0b-9d63-000000000001",
                                 "cluster_or_resource_pool_id": "domain-c8", "datastore_id": "datastore-11"},
        "management_interface": {"network_id": "dvportgroup-20",
                                 "ip_assignment_specs": [{"ip_assignment_type": "Dhcpv4"}]}},
    "/infra/host-switch-profiles/{}": {
        "resource_type": "PolicyUplinkHostSwitchProfile", "teaming": UPLINKS, "transport_vlan": 120, "mtu": 1700,
        "overlay_encap": "GENEVE", "named_teamings": [{**UPLINKS, "name": "to-uplink-1"}]},
    "/infra/host-transport-node-profiles/{}": {"host_switch_spec": HOST_SWITCHES, "ignore_overridden_hosts": False},
    "/infra/transport-zone-profiles/{}": {
        "tz_profile_type": "BFD", "bfd_config": {"enabled": True, "probe_interval": 1000, "latency_enabled": False}},
    "/infra/network-spans/{}": {"exclusive": False},

    # Monitoring and troubleshooting
    "/infra/antrea/traceflows/{}": {
        "container_cluster_id": "8bb3e5f4-5c3e-4a0b-9d63-000000000003", "source_external_id": "pod-1",
        "destination_external_id": "pod-2", "is_transient": True,
        "packet": {"resourceType": "FIELDS_PACKET_DATA", "transportType": "UNICAST", "frameSize": 128,
                   "ipHeader": {"srcIp": "10.244.0.2", "dstIp": "10.244.0.3", "protocol": 6, "ttl": 64},
                   "transportHeader": {"tcpHeader": {"srcPort": 4000, "dstPort": 80, "tcpFlags": 2}}}},
    "/infra/traceflows/{}": {
        "segment_port_path": "@/infra/segments/{}/ports/{}", "timeout": 10, "is_transient": True,
        "packet": {"resource_type": "FieldsPacketData", "transport_type": "UNICAST", "frame_size": 128, "routed": True,
                   "eth_header": {"src_mac": "00:50:56:00:00:01", "dst_mac": "00:50:56:00:00:02", "eth_type": 2048},
                   "ip_header": {"src_ip": "10.1.1.1", "dst_ip": "10.1.2.1", "protocol": 1, "ttl": 64},
                   "transport_header": {"icmp_echo_request_header": {"id": 1, "sequence": 1}}}},
    "/infra/livetraces/{}": {
        "src_port_path": "@/infra/segments/{}/ports/{}", "timeout": 10, "is_transient": True,
        "filter": {"resource_type": "FieldsFilterData", "ip_info": {"src_ip": "10.1.1.1", "dst_ip": "10.1.2.1"},
                   "transport_info": {"protocol": "TCP", "dst_port": 80}},
        "actions": {"trace_config": {"trace_type": "UNI_DIRECTIONAL", "sampling": {"match_number": 10}}}},
    "/infra/ipfix-dfw-collector-profiles/{}": {
        "ipfix_dfw_collectors": [{"collector_ip_address": "10.1.11.{o}", "collector_port": 4739}]},
    "/infra/ipfix-dfw-profiles/{}": {
        "ipfix_dfw_collector_profile_path": "@/infra/ipfix-dfw-collector-profiles/{}", "active_flow_export_timeout": 5,
        "observation_domain_id": 1, "priority": 10},
    "/infra/ipfix-l2-collector-profiles/{}": {
        "ipfix_l2_collectors": [{"collector_ip_address": "10.1.11.{o}", "collector_port": 4739}]},
    "/infra/ipfix-l2-profiles/{}": {
        "ipfix_collector_profile_path": "@/infra/ipfix-l2-collector-profiles/{}", "active_timeout": 300,
        "idle_timeout": 300,
        "packet_sample_probability": 0.5, "max_flows": 16384, "observation_domain_id": 1, "priority": 10,
        "export_overlay_flow": True},
    "/infra/port-mirroring-profiles/{}": {
        "profile_type": "REMOTE_L3_SPAN", "destination_group": "@/infra/domains/{}/groups/{}#addresses",
        "direction": "BIDIRECTIONAL", "encapsulation_type": "GRE", "gre_key": 7, "snap_length": 128,
        "tcp_ip_stack": "Default"},
    "/infra/sha/dynamic-plugins/{}": {"applied_to_group_path": "@/infra/domains/{}/groups/{}"},
    "/infra/sha/dynamic-runbook-instances/{}": {"applied_to_group_paths": ["@/infra/domains/{}/groups/{}"],
                                                "applied_to_all_appliances": False},
    "/infra/sha/monitors/{}/profiles/{}": {
        "applied_to_group_paths": ["@/infra/domains/{}/groups/{}"],
        "configs": {"resource_type": "ShaEsxHealthMonitorConfig", "enable": True}},
    "/infra/sha/plugin-profiles/{}": {
        "resource_type": "PredefinedPlugin", "plugin_path": "/infra/sha/pre-defined-plugins/host-cpu", "enabled": True,
        "applied_to_group_path": "@/infra/domains/{}/groups/{}", "config": {"check_interval": 60,
                                                                            "report_interval": 3600}},
    "/infra/sha/runbook-artifacts/{}": {"invocation_paths": ["/infra/sha/runbook-invocations/one"],
                                        "is_transient": True},
    "/infra/sha/runbook-settings/{}": {
        "runbook_path": "/infra/sha/pre-defined-runbooks/adf", "applied_to_group_path": "@/infra/domains/{}/groups/{}",
        "config": {"enabled": True, "timeout": 120, "threshold_number": 10, "throttle_cycle": 5}},
    "/infra/reactions/{}": {
        "events": [{"source": {"resource_type": "ResourceOperation", "resource_pointer": "#/domains/*/groups/*",
                               "operation_types": ["POST_CREATE"]},
                    "criteria": [{"evaluations": [{"resource_type": "SourceFieldEvaluation",
                                                   "field_pointer": "#/display_name",
                                                   "operator": "EQ", "expected": ["web"]}]}]}],
        "actions": [{"resource_type": "SetFields", "field_settings": [
            {"field_pointer": "#/description", "value": {"resource_type": "ConstantFieldValue",
                                                         "constant": {"text": "seen"}}}]}]},

    # Settings and sharing
    "/infra/constraints/{}": {
        "target": {"target_resource_type": "Segment", "attribute": "connectivity_path", "path_prefix": "/infra/"},
        "constraint_expression": {"resource_type": "ValueConstraintExpression", "operator": "EXCLUDES",
                                  "values": ["/infra/tier-1s/one"]}, "message": "Not there."},
    "/infra/limits/{}": {"quota": {"resource_type": "IpBlockQuota", "single_ip_cidrs": 10,
                                   "other_cidrs": {"mask": "/28", "total_count": 4}, "ip_block_visibility": "EXTERNAL",
                                   "ip_block_address_type": "IPV4"}},
    "/infra/shares/{}": {"sharedWith": ["/orgs/default/projects/default"], "sharing_strategy": "NONE_DESCENDANTS"},
    "/infra/shares/{}/resources/{}": {
        "with_permission": "READ_ONLY",
        "resource_objects": [{"resource_path": "@/infra/domains/{}/groups/{}", "include_children": False}]},
    "/infra/static-mime-contents/{}": {"text_message": "blocked"},
}

# VPN sessions name objects of the service that they belong to.
for gateway in ("/infra/tier-0s/{}", "/infra/tier-1s/{}"):
    for level in (gateway, gateway + "/locale-services/{}"):
        BODIES[f"{level}/ipsec-vpn-services/{{}}/sessions/{{}}"] = {
            "resource_type": "RouteBasedIPSecVpnSession", "enabled": True, "authentication_mode": "PSK",
            "psk": "Secret1!",
            "local_endpoint_path": f"@{level}/ipsec-vpn-services/{{}}/local-endpoints/{{}}",
            "ike_profile_path": "@/infra/ipsec-vpn-ike-profiles/{}",
            "tunnel_profile_path": "@/infra/ipsec-vpn-tunnel-profiles/{}",
            "dpd_profile_path": "@/infra/ipsec-vpn-dpd-profiles/{}", "compliance_suite": "NONE",
            "connection_initiation_mode": "INITIATOR", "peer_address": "192.0.2.{o}", "peer_id": "192.0.2.{o}",
            "tcp_mss_clamping": {"direction": "BOTH", "max_segment_size": 1300},
            "tunnel_interfaces": [{"id": "default-tunnel-interface", "display_name": "tunnel",
                                   "ip_subnets": [{"ip_addresses": ["169.254.{o}.1"], "prefix_length": 30}]}]}
        BODIES[f"{level}/l2vpn-services/{{}}/sessions/{{}}"] = {
            "enabled": True, "transport_tunnels": [f"@{level}/ipsec-vpn-services/{{}}/sessions/{{}}"],
            "tunnel_encapsulation": {"local_endpoint_address": "192.168.{o}.1",
                                     "peer_endpoint_address": "192.168.{o}.2"},
            "tcp_mss_clamping": {"direction": "BOTH", "max_segment_size": 1300}}
