package main

import (
	"fmt"

	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/dhcp_server_configs"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/ip_blocks"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/ip_pools"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/realized_state"
	t0nat "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_0s/nat"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s/dns_forwarder"
	t1nat "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s/nat"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s/nat/nat_rules"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
)

func natFamily(r *run) {
	c := r.connector
	t0, t1 := r.id("nat-t0"), r.id("nat-t1")
	create(r, infra.NewTier0sClient(c), ids(t0), model.Tier0{DisplayName: p("go nat"), HaMode: p("ACTIVE_STANDBY")})
	create(r, infra.NewTier1sClient(c), ids(t1), model.Tier1{DisplayName: p("go nat")})
	rules := t1nat.NewNatRulesClient(c)
	try(r, rules, ids(t1, "USER", r.id("snat")), model.PolicyNatRule{
		DisplayName: p("go snat"), Action: p("SNAT"), SourceNetwork: p("10.88.0.0/24"), TranslatedNetwork: p("203.0.113.88"),
		DestinationNetwork: p("198.51.100.0/24"), Enabled: p(true), Logging: p(true), SequenceNumber: p(int64(10)),
		FirewallMatch: p("MATCH_INTERNAL_ADDRESS"),
	}, func(n *model.PolicyNatRule) { n.Logging = p(false) })
	try(r, rules, ids(t1, "USER", r.id("dnat")), model.PolicyNatRule{
		DisplayName: p("go dnat"), Action: p("DNAT"), DestinationNetwork: p("203.0.113.89"), TranslatedNetwork: p("10.88.0.9"),
		Service: p("/infra/services/HTTP"), TranslatedPorts: p("8080"), FirewallMatch: p("BYPASS"),
	}, func(n *model.PolicyNatRule) { n.SequenceNumber = p(int64(5)) })
	try(r, rules, ids(t1, "USER", r.id("no-snat")), model.PolicyNatRule{
		DisplayName: p("go no snat"), Action: p("NO_SNAT"), SourceNetwork: p("10.88.0.0/25"), DestinationNetwork: p("10.0.0.0/8"),
	}, nil)
	try(r, rules, ids(t1, "NAT64", r.id("nat64")), model.PolicyNatRule{
		DisplayName: p("go nat64"), Action: p("NAT64"), DestinationNetwork: p("2001:db8:64::/96"), TranslatedNetwork: p("203.0.113.90"),
	}, nil)
	try(r, t0nat.NewNatRulesClient(c), ids(t0, "USER", r.id("reflexive")), model.PolicyNatRule{
		DisplayName: p("go reflexive"), Action: p("SNAT"), SourceNetwork: p("10.88.1.1"), TranslatedNetwork: p("203.0.113.91"),
	}, nil)
	view[any](r, "NAT sections", tier_1s.NewNatClient(c), "List", with(t1), nil)
	view[any](r, "statistics of NAT rule", nat_rules.NewStatisticsClient(c), "List", with(t1, "USER", r.id("snat")), nil)
}

func dhcpAndDNSFamily(r *run) {
	c := r.connector
	try(r, infra.NewDhcpServerConfigsClient(c), ids(r.id("dhcp")), model.DhcpServerConfig{
		DisplayName: p("go dhcp"), ServerAddresses: []string{"10.89.0.1/24"}, LeaseTime: p(int64(3600)),
		EdgeClusterPath: p(r.edgeCluster()),
	}, func(d *model.DhcpServerConfig) { d.LeaseTime = p(int64(7200)) })
	try(r, infra.NewDhcpRelayConfigsClient(c), ids(r.id("relay")), model.DhcpRelayConfig{
		DisplayName: p("go relay"), ServerAddresses: []string{"10.89.1.1", "10.89.1.2"},
	}, func(d *model.DhcpRelayConfig) { d.ServerAddresses = d.ServerAddresses[:1] })
	try(r, infra.NewDnsForwarderZonesClient(c), ids(r.id("zone")), model.PolicyDnsForwarderZone{
		DisplayName: p("go zone"), UpstreamServers: []string{"10.89.2.1", "10.89.2.2"}, SourceIp: p("10.89.2.9"),
	}, func(z *model.PolicyDnsForwarderZone) { z.SourceIp = p("10.89.2.10") })
	try(r, infra.NewDnsForwarderZonesClient(c), ids(r.id("conditional")), model.PolicyDnsForwarderZone{
		DisplayName: p("go conditional"), DnsDomainNames: []string{"go.example"}, UpstreamServers: []string{"10.89.2.3"},
	}, nil)
	t1 := r.id("dns-t1")
	create(r, infra.NewTier1sClient(c), ids(t1), model.Tier1{DisplayName: p("go dns"),
		DhcpConfigPaths: []string{"/infra/dhcp-server-configs/" + r.id("dhcp")}})
	create(r, tier_1s.NewLocaleServicesClient(c), ids(t1, "default"), model.LocaleServices{
		DisplayName: p("default"), EdgeClusterPath: p(r.edgeCluster())})
	forwarders := tier_1s.NewDnsForwarderClient(c)
	r.step("no DNS forwarder until there is one", func() error {
		_, err := forwarders.Get(t1)
		return refused(err, "NotFound", 600)
	})
	try(r, forwarders, ids(t1), model.PolicyDnsForwarder{
		DisplayName: p("go forwarder"), ListenerIp: p("10.89.3.1"), Enabled: p(true), LogLevel: p("WARNING"), CacheSize: p(int64(2048)),
		DefaultForwarderZonePath:      p("/infra/dns-forwarder-zones/" + r.id("zone")),
		ConditionalForwarderZonePaths: []string{"/infra/dns-forwarder-zones/" + r.id("conditional")},
	}, func(d *model.PolicyDnsForwarder) { d.LogLevel = p("INFO") })
	view[any](r, "status of DNS forwarder", dns_forwarder.NewStatusClient(c), "Get", with(t1), nil)
	view[any](r, "ask the DNS forwarder", dns_forwarder.NewNslookupClient(c), "Get", with(t1, p("go.example")), nil)
	view[any](r, "statistics of DNS forwarder", dns_forwarder.NewStatisticsClient(c), "Get", with(t1), nil)
	at := with(r.id("dhcp"), "/infra/tier-1s/"+t1)
	view[any](r, "status of DHCP server", dhcp_server_configs.NewStatusClient(c), "Get", at, nil)
	view[any](r, "statistics of DHCP server", dhcp_server_configs.NewStatsClient(c), "Get", at, nil)
	view[any](r, "leases of DHCP server", dhcp_server_configs.NewLeasesClient(c), "List", at, nil)
}

func addressesFamily(r *run) {
	c := r.connector
	try(r, infra.NewIpBlocksClient(c), ids(r.id("block")), model.IpAddressBlock{
		DisplayName: p("go block"), Cidr: p("10.90.0.0/16")},
		func(b *model.IpAddressBlock) { b.Description = p("changed") })
	try(r, infra.NewIpPoolsClient(c), ids(r.id("pool")), model.IpAddressPool{DisplayName: p("go pool")},
		func(q *model.IpAddressPool) { q.Description = p("changed") })
	pool := r.id("pool")
	try(r, ip_pools.NewIpSubnetsClient(c), ids(pool, r.id("static")), model.IpAddressPoolStaticSubnet{
		DisplayName: p("go static"), Cidr: p("10.91.0.0/24"), GatewayIp: p("10.91.0.1"), DnsNameservers: []string{"10.91.0.53"},
		DnsSuffix:        p("go.example"),
		AllocationRanges: []model.IpPoolRange{{Start: p("10.91.0.10"), End: p("10.91.0.20")}, {Start: p("10.91.0.30"), End: p("10.91.0.40")}},
	}, func(s *model.IpAddressPoolStaticSubnet) { s.DnsSuffix = p("sdk.example") })
	try(r, ip_pools.NewIpSubnetsClient(c), ids(pool, r.id("from-block")), model.IpAddressPoolBlockSubnet{
		DisplayName: p("go from block"), IpBlockPath: p("/infra/ip-blocks/" + r.id("block")), Size: p(int64(16)),
		AutoAssignGateway: p(true),
	}, func(s *model.IpAddressPoolBlockSubnet) { s.Description = p("changed") })
	try(r, ip_pools.NewIpAllocationsClient(c), ids(pool, r.id("given")), model.IpAddressAllocation{
		DisplayName: p("go given"), AllocationIp: p("10.91.0.12")}, nil)
	try(r, ip_pools.NewIpAllocationsClient(c), ids(pool, r.id("any")), model.IpAddressAllocation{DisplayName: p("go any")}, nil)
	allocation := "/infra/ip-pools/" + pool + "/ip-allocations/" + r.id("any")
	view(r, "address of an allocation", realized_state.NewRealizedEntitiesClient(c), "List", with(allocation),
		func(l model.GenericPolicyRealizedResourceListResult) error {
			for _, entity := range l.Results {
				for _, attribute := range entity.ExtendedAttributes {
					if attribute.Key != nil && *attribute.Key == "allocation_ip" && len(attribute.Values) == 1 {
						return nil
					}
				}
			}
			return fmt.Errorf("no entity says allocation_ip")
		})
	view[any](r, "usage of IP block", ip_blocks.NewUsageClient(c), "Get", with(r.id("block")), nil)
}
