package main

import (
	"fmt"

	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_0s"
	t0locale "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_0s/locale_services"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_0s/locale_services/bgp"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_0s/locale_services/bgp/neighbors"
	t0interfaces "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_0s/locale_services/interfaces"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_0s/locale_services/interfaces/statistics"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_0s/locale_services/tunnels"
	t0nat "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_0s/nat"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s"
	t1locale "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s/locale_services"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
)

var someTags = []model.Tag{{Scope: p("client"), Tag: p("go")}, {Scope: p(""), Tag: p("sdk")}}

func tier0Family(r *run) {
	c := r.connector
	t0 := r.id("t0")
	try(r, infra.NewTier0sClient(c), ids(t0), model.Tier0{
		DisplayName: p("go tier-0"), Description: p("made by the Go SDK"), Tags: someTags,
		HaMode: p("ACTIVE_STANDBY"), FailoverMode: p("NON_PREEMPTIVE"), DisableFirewall: p(false), ArpLimit: p(int64(6000)),
		TransitSubnets: []string{"100.64.0.0/16"}, InternalTransitSubnets: []string{"169.254.0.0/24"},
		Ipv6ProfilePaths: []string{"/infra/ipv6-ndra-profiles/default", "/infra/ipv6-dad-profiles/default"},
	}, func(t *model.Tier0) { t.FailoverMode = p("PREEMPTIVE"); t.Description = p("changed") })

	try(r, infra.NewTier0sClient(c), ids(r.id("vrf")), model.Tier0{
		DisplayName: p("go vrf"), HaMode: p("ACTIVE_STANDBY"),
		VrfConfig: &model.Tier0VrfConfig{Tier0Path: p("/infra/tier-0s/" + t0)},
	}, nil)

	try(r, tier_0s.NewLocaleServicesClient(c), ids(t0, "default"), model.LocaleServices{
		DisplayName: p("default"), EdgeClusterPath: p(r.edgeCluster()), PreferredEdgePaths: []string{r.edgeNode()},
		RouteRedistributionConfig: &model.Tier0RouteRedistributionConfig{
			BgpEnabled: p(true), RedistributionRules: []model.Tier0RouteRedistributionRule{
				{Name: p("all"), RouteRedistributionTypes: []string{"TIER0_STATIC", "TIER1_CONNECTED"}}},
		},
	}, func(l *model.LocaleServices) { l.RouteRedistributionConfig.BgpEnabled = p(false) })

	tier0Routing(r, t0)
	tier0Interfaces(r, t0)
	tier0Views(r, t0)

	view(r, "state of tier-0", tier_0s.NewStateClient(c), "Get", with(t0), func(s model.Tier0GatewayState) error {
		if s.Tier0State == nil || s.Tier0State.State == nil || *s.Tier0State.State != "success" {
			return fmt.Errorf("tier0_state is %+v", s.Tier0State)
		}
		return nil
	})
}

// tier0Views reads what a gateway, its interfaces and its tunnel are said to do.
func tier0Views(r *run, t0 string) {
	c := r.connector
	view[any](r, "ARP proxies", tier_0s.NewArpProxiesClient(c), "List", with(t0), nil)
	view(r, "gateway firewall", tier_0s.NewGatewayFirewallClient(c), "List", with(t0), func(l model.GatewayPolicyListResult) error {
		if len(l.Results) != 1 || len(l.Results[0].Rules) != 1 || l.Results[0].Rules[0].IsDefault == nil {
			return fmt.Errorf("there is more or less than the default rule")
		}
		return nil
	})
	view[any](r, "statistics of NAT", t0nat.NewStatisticsClient(c), "List", with(t0), nil)
	view[any](r, "security config", tier_0s.NewSecurityConfigClient(c), "Get", with(t0), nil)
	service := with(t0, "default")
	view[any](r, "gateway firewall of locale service", t0locale.NewGatewayFirewallClient(c), "List", service, nil)
	view[any](r, "OSPF config", t0locale.NewOspfClient(c), "Get", service, nil)
	view[any](r, "multicast config", t0locale.NewMulticastClient(c), "Get", service, nil)
	port := with(t0, "default", r.id("external"))
	view[any](r, "ARP proxy of interface", t0interfaces.NewArpProxyClient(c), "List", port, nil)
	view[any](r, "ARP table of interface", t0interfaces.NewArpTableClient(c), "List", port, nil)
	view[any](r, "DAD state of interface", t0interfaces.NewDadStateClient(c), "Get", port, nil)
	view[any](r, "statistics of interface", t0interfaces.NewStatisticsClient(c), "Get", port, nil)
	view[any](r, "summary of interface", statistics.NewSummaryClient(c), "Get", port, nil)
	tunnel := with(t0, "default", r.id("gre"))
	view[any](r, "status of tunnel", tunnels.NewStatusClient(c), "Get", tunnel, nil)
	view[any](r, "statistics of tunnel", tunnels.NewStatisticsClient(c), "Get", tunnel, nil)
}

func tier0Routing(r *run, t0 string) {
	c := r.connector
	try(r, tier_0s.NewPrefixListsClient(c), ids(t0, r.id("prefixes")), model.PrefixList{
		DisplayName: p("go prefixes"), Prefixes: []model.PrefixEntry{
			{Network: p("10.0.0.0/8"), Ge: p(int64(16)), Le: p(int64(24)), Action: p("PERMIT")},
			{Network: p("ANY"), Action: p("DENY")}},
	}, func(l *model.PrefixList) { l.Prefixes = l.Prefixes[1:] })
	prefixes := "/infra/tier-0s/" + t0 + "/prefix-lists/" + r.id("prefixes")

	try(r, tier_0s.NewCommunityListsClient(c), ids(t0, r.id("communities")), model.CommunityList{
		DisplayName: p("go communities"), Communities: []string{"65001:12", "NO_EXPORT"},
	}, func(l *model.CommunityList) { l.Communities = []string{"65001:13"} })

	try(r, tier_0s.NewRouteMapsClient(c), ids(t0, r.id("map")), model.Tier0RouteMap{
		DisplayName: p("go map"), Entries: []model.RouteMapEntry{
			{Action: p("PERMIT"), PrefixListMatches: []string{prefixes}, Set: &model.RouteMapEntrySet{
				AsPathPrepend: p("65001 65001"), Community: p("65001:12"), LocalPreference: p(int64(120)),
				Med: p(int64(20)), Weight: p(int64(5)), PreferGlobalV6NextHop: p(false)}},
			{Action: p("DENY"), CommunityListMatches: []model.CommunityMatchCriteria{{
				Criteria:      p("/infra/tier-0s/" + t0 + "/community-lists/" + r.id("communities")),
				MatchOperator: p("MATCH_ANY")}}}},
	}, func(m *model.Tier0RouteMap) { m.Entries[0].Set.Med = p(int64(30)) })

	try(r, tier_0s.NewStaticRoutesClient(c), ids(t0, r.id("route")), model.StaticRoutes{
		DisplayName: p("go route"), Network: p("10.77.0.0/16"), NextHops: []model.RouterNexthop{
			{IpAddress: p("192.168.77.254"), AdminDistance: p(int64(2))}},
	}, func(s *model.StaticRoutes) { s.NextHops[0].AdminDistance = p(int64(3)) })

	tryGiven(r, t0locale.NewBgpClient(c), ids(t0, "default"), model.BgpRoutingConfig{
		Enabled: p(true), Ecmp: p(true), LocalAsNum: p("65010"), MultipathRelax: p(true), InterSrIbgp: p(false),
		GracefulRestartConfig: &model.BgpGracefulRestartConfig{Mode: p("HELPER_ONLY"),
			Timer: &model.BgpGracefulRestartTimer{RestartTimer: p(int64(190)), StaleRouteTimer: p(int64(610))}},
		RouteAggregations: []model.RouteAggregationEntry{{Prefix: p("10.0.0.0/8"), SummaryOnly: p(true)}},
	}, func(b *model.BgpRoutingConfig) { b.LocalAsNum = p("65011") })

	try(r, bgp.NewNeighborsClient(c), ids(t0, "default", r.id("neighbor")), model.BgpNeighborConfig{
		DisplayName: p("go neighbor"), NeighborAddress: p("192.168.77.1"), RemoteAsNum: p("65020"),
		HoldDownTime: p(int64(180)), KeepAliveTime: p(int64(60)), MaximumHopLimit: p(int64(2)), AllowAsIn: p(true),
		GracefulRestartMode: p("DISABLE"), Password: p("Secret-77"),
		Bfd: &model.BgpBfdConfig{Enabled: p(true), Interval: p(int64(500)), Multiple: p(int64(3))},
		RouteFiltering: []model.BgpRouteFiltering{{AddressFamily: p("IPV4"), Enabled: p(true),
			MaximumRoutes: p(int64(1000)), InRouteFilters: []string{prefixes}}},
	}, func(n *model.BgpNeighborConfig) { n.HoldDownTime = p(int64(90)); n.KeepAliveTime = p(int64(30)) })
	view[any](r, "status of BGP neighbors", neighbors.NewStatusClient(c), "List", with(t0, "default"), nil)
}

func tier0Interfaces(r *run, t0 string) {
	c := r.connector
	create(r, infra.NewSegmentsClient(c), ids(r.id("uplink")), model.Segment{
		DisplayName: p("go uplink"), TransportZonePath: p(r.vlan()), VlanIds: []string{"77", "100-110"}})
	try(r, t0locale.NewInterfacesClient(c), ids(t0, "default", r.id("external")), model.Tier0Interface{
		DisplayName: p("go external"), Type_: p("EXTERNAL"), EdgePath: p(r.edgeNode()),
		SegmentPath: p("/infra/segments/" + r.id("uplink")), Mtu: p(int64(1600)), UrpfMode: p("STRICT"),
		Subnets: []model.InterfaceSubnet{{IpAddresses: []string{"192.168.77.2"}, PrefixLen: p(int64(24))}},
	}, func(i *model.Tier0Interface) { i.Mtu = p(int64(1700)) })
	try(r, t0locale.NewInterfacesClient(c), ids(t0, "default", r.id("loopback")), model.Tier0Interface{
		DisplayName: p("go loopback"), Type_: p("LOOPBACK"), EdgePath: p(r.edgeNode()),
		Subnets: []model.InterfaceSubnet{{IpAddresses: []string{"10.255.77.1"}, PrefixLen: p(int64(32))}},
	}, nil)
	try(r, t0locale.NewTunnelsClient(c), ids(t0, "default", r.id("gre")), model.GreTunnel{
		DisplayName: p("go gre"), DestinationAddress: p("203.0.113.77"), Enabled: p(true), Mtu: p(int64(1476)),
		TunnelAddress: []model.TunnelAddress{{EdgePath: p(r.edgeNode()), SourceAddress: p("10.255.77.1"),
			TunnelInterfaceSubnet: []model.InterfaceSubnet{{IpAddresses: []string{"172.16.77.1"}, PrefixLen: p(int64(30))}}}},
	}, nil)
}

func tier1Family(r *run) {
	c := r.connector
	create(r, infra.NewTier0sClient(c), ids(r.id("up")), model.Tier0{DisplayName: p("go up")})
	t1 := r.id("t1")
	try(r, infra.NewTier1sClient(c), ids(t1), model.Tier1{
		DisplayName: p("go tier-1"), Tags: someTags, Tier0Path: p("/infra/tier-0s/" + r.id("up")),
		FailoverMode: p("NON_PREEMPTIVE"), EnableStandbyRelocation: p(true), PoolAllocation: p("LB_SMALL"),
		RouteAdvertisementTypes: []string{"TIER1_CONNECTED", "TIER1_NAT"},
		RouteAdvertisementRules: []model.RouteAdvertisementRule{{Name: p("rule"), Action: p("PERMIT"),
			PrefixOperator: p("GE"), Subnets: []string{"10.78.0.0/16"},
			RouteAdvertisementTypes: []string{"TIER1_STATIC_ROUTES"}}},
	}, func(t *model.Tier1) { t.EnableStandbyRelocation = p(false) })
	try(r, tier_1s.NewLocaleServicesClient(c), ids(t1, "default"), model.LocaleServices{
		DisplayName: p("default"), EdgeClusterPath: p(r.edgeCluster())},
		func(l *model.LocaleServices) { l.Description = p("changed") })
	try(r, tier_1s.NewStaticRoutesClient(c), ids(t1, r.id("route")), model.StaticRoutes{
		DisplayName: p("go route"), Network: p("10.79.0.0/16"),
		NextHops: []model.RouterNexthop{{IpAddress: p("10.78.1.9"), AdminDistance: p(int64(1))}},
	}, func(s *model.StaticRoutes) { s.Network = p("10.80.0.0/16") })
	create(r, infra.NewSegmentsClient(c), ids(r.id("service-vlan")), model.Segment{
		DisplayName: p("go vlan"), TransportZonePath: p(r.vlan()), VlanIds: []string{"78"}})
	try(r, t1locale.NewInterfacesClient(c), ids(t1, "default", r.id("service")), model.Tier1Interface{
		DisplayName: p("go service"), SegmentPath: p("/infra/segments/" + r.id("service-vlan")), Mtu: p(int64(1500)),
		Subnets: []model.InterfaceSubnet{{IpAddresses: []string{"192.168.78.1"}, PrefixLen: p(int64(24))}},
	}, func(i *model.Tier1Interface) { i.UrpfMode = p("NONE") })
	view(r, "state of tier-1", tier_1s.NewStateClient(c), "Get", with(t1), func(s model.Tier1GatewayState) error {
		if s.Tier1State == nil || s.Tier1State.State == nil {
			return fmt.Errorf("tier1_state is %+v", s.Tier1State)
		}
		return nil
	})
}
