package main

import (
	"fmt"

	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	segment "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/segments"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/segments/dhcp_static_bindings"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/segments/ports"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
)

func segmentsFamily(r *run) {
	c := r.connector
	t1, web := r.id("seg-t1"), r.id("web")
	create(r, infra.NewTier1sClient(c), ids(t1), model.Tier1{DisplayName: p("go segments")})
	create(r, infra.NewDhcpServerConfigsClient(c), ids(r.id("seg-dhcp")), model.DhcpServerConfig{
		DisplayName: p("go dhcp"), ServerAddresses: []string{"10.81.0.2/24"}})
	try(r, infra.NewSegmentsClient(c), ids(web), model.Segment{
		DisplayName: p("go web"), Tags: someTags, ConnectivityPath: p("/infra/tier-1s/" + t1),
		TransportZonePath: p(r.overlay()), DhcpConfigPath: p("/infra/dhcp-server-configs/" + r.id("seg-dhcp")),
		DomainName: p("go.example"), ReplicationMode: p("SOURCE"), AdminState: p("UP"),
		Subnets: []model.SegmentSubnet{{
			GatewayAddress: p("10.81.0.1/24"), DhcpRanges: []string{"10.81.0.100-10.81.0.150"},
			DhcpConfig: variant(model.SegmentDhcpV4Config{
				ServerAddress: p("10.81.0.2/24"), DnsServers: []string{"10.81.0.53"}, LeaseTime: p(int64(7200)),
				Options: &model.DhcpV4Options{
					Option121: &model.DhcpOption121{StaticRoutes: []model.ClasslessStaticRoute{
						{Network: p("10.99.0.0/16"), NextHop: p("10.81.0.9")}}},
					Others: []model.GenericDhcpOption{{Code: p(int64(119)), Values: []string{"go.example"}}}},
			})}},
		AdvancedConfig: &model.SegmentAdvancedConfig{Connectivity: p("ON"), UrpfMode: p("NONE"), Hybrid: p(false)},
	}, func(s *model.Segment) { s.ReplicationMode = p("MTEP"); s.DomainName = nil })

	try(r, tier_1s.NewSegmentsClient(c), ids(t1, r.id("fixed")), model.Segment{
		DisplayName: p("go fixed"), TransportZonePath: p(r.overlay()),
		Subnets: []model.SegmentSubnet{{GatewayAddress: p("10.82.0.1/24")}},
	}, func(s *model.Segment) { s.Description = p("changed") })

	try(r, segment.NewPortsClient(c), ids(web, r.id("port")), model.SegmentPort{
		DisplayName: p("go port"), AdminState: p("UP"), Tags: someTags,
		Attachment:      &model.PortAttachment{Id: p("3f1c9f6e-6b1d-4f0e-8d7e-000000000077"), TrafficTag: p(int64(0))},
		AddressBindings: []model.PortAddressBindingEntry{{IpAddress: p("10.81.0.20"), MacAddress: p("00:50:56:77:00:01")}},
	}, func(q *model.SegmentPort) { q.AdminState = p("DOWN") })

	profileBindings(r, web)
	try(r, segment.NewDhcpStaticBindingConfigsClient(c), ids(web, r.id("v4")), model.DhcpV4StaticBindingConfig{
		DisplayName: p("v4"), IpAddress: p("10.81.0.30"), MacAddress: p("00:50:56:77:00:30"), HostName: p("v4"),
		LeaseTime: p(int64(3600)), Options: &model.DhcpV4Options{
			Others: []model.GenericDhcpOption{{Code: p(int64(66)), Values: []string{"10.81.0.9"}}}},
	}, func(b *model.DhcpV4StaticBindingConfig) { b.LeaseTime = p(int64(1800)) })
	try(r, segment.NewDhcpStaticBindingConfigsClient(c), ids(web, r.id("v6")), model.DhcpV6StaticBindingConfig{
		DisplayName: p("v6"), IpAddresses: []string{"2001:db8:81::30"}, MacAddress: p("00:50:56:77:00:31"),
		LeaseTime: p(int64(3600)), DnsNameservers: []string{"2001:db8::53"},
	}, func(b *model.DhcpV6StaticBindingConfig) { b.LeaseTime = p(int64(1800)) })
	segmentViews(r, web)
}

// profileBindings are the profiles of a segment and of its port.
func profileBindings(r *run, web string) {
	c := r.connector
	create(r, infra.NewQosProfilesClient(c), ids(r.id("seg-qos")), model.QosProfile{DisplayName: p("go qos")})
	create(r, infra.NewSegmentSecurityProfilesClient(c), ids(r.id("seg-security")),
		model.SegmentSecurityProfile{DisplayName: p("go security")})
	create(r, infra.NewSpoofguardProfilesClient(c), ids(r.id("seg-guard")),
		model.SpoofGuardProfile{DisplayName: p("go guard"), AddressBindingAllowlist: p(true)})
	create(r, infra.NewMacDiscoveryProfilesClient(c), ids(r.id("seg-mac")),
		model.MacDiscoveryProfile{DisplayName: p("go mac"), MacLearningEnabled: p(true)})
	create(r, infra.NewIpDiscoveryProfilesClient(c), ids(r.id("seg-ip")),
		model.IPDiscoveryProfile{DisplayName: p("go ip")})
	qos, security := p("/infra/qos-profiles/"+r.id("seg-qos")), p("/infra/segment-security-profiles/"+r.id("seg-security"))
	guard, mac := p("/infra/spoofguard-profiles/"+r.id("seg-guard")), p("/infra/mac-discovery-profiles/"+r.id("seg-mac"))
	ip := p("/infra/ip-discovery-profiles/" + r.id("seg-ip"))

	try(r, segment.NewSegmentQosProfileBindingMapsClient(c), ids(web, "default"),
		model.SegmentQosProfileBindingMap{DisplayName: p("q"), QosProfilePath: qos},
		func(b *model.SegmentQosProfileBindingMap) { b.Description = p("changed") })
	try(r, segment.NewSegmentSecurityProfileBindingMapsClient(c), ids(web, "default"),
		model.SegmentSecurityProfileBindingMap{DisplayName: p("s"), SegmentSecurityProfilePath: security, SpoofguardProfilePath: guard},
		func(b *model.SegmentSecurityProfileBindingMap) { b.Description = p("changed") })
	try(r, segment.NewSegmentDiscoveryProfileBindingMapsClient(c), ids(web, "default"),
		model.SegmentDiscoveryProfileBindingMap{DisplayName: p("d"), MacDiscoveryProfilePath: mac, IpDiscoveryProfilePath: ip},
		func(b *model.SegmentDiscoveryProfileBindingMap) { b.Description = p("changed") })
	port := r.id("port")
	try(r, ports.NewPortQosProfileBindingMapsClient(c), ids(web, port, "default"),
		model.PortQosProfileBindingMap{DisplayName: p("q"), QosProfilePath: qos}, nil)
	try(r, ports.NewPortSecurityProfileBindingMapsClient(c), ids(web, port, "default"),
		model.PortSecurityProfileBindingMap{DisplayName: p("s"), SegmentSecurityProfilePath: security, SpoofguardProfilePath: guard}, nil)
	try(r, ports.NewPortDiscoveryProfileBindingMapsClient(c), ids(web, port, "default"),
		model.PortDiscoveryProfileBindingMap{DisplayName: p("d"), MacDiscoveryProfilePath: mac, IpDiscoveryProfilePath: ip}, nil)
}

func segmentViews(r *run, web string) {
	c := r.connector
	view(r, "segment state", segment.NewStateClient(c), "Get", with(web), func(s model.SegmentConfigurationState) error {
		if s.State == nil || *s.State != "success" {
			return fmt.Errorf("state is %v", s.State)
		}
		return nil
	})
	view[any](r, "states of segments", segment.NewStateClient(c), "List", nil, nil)
	view[any](r, "port state", ports.NewStateClient(c), "Get", with(web, r.id("port")), nil)
	view[any](r, "port status", ports.NewStatusClient(c), "Get", with(web, r.id("port")), nil)
	view[any](r, "port statistics", ports.NewStatisticsClient(c), "Get", with(web, r.id("port")), nil)
	view[any](r, "segment statistics", segment.NewStatisticsClient(c), "Get", with(web), nil)
	view[any](r, "ARP proxy of segment", segment.NewArpProxyClient(c), "List", with(web), nil)
	view[any](r, "ARP table of segment", segment.NewArpTableClient(c), "List", with(web), nil)
	view[any](r, "tunnel endpoints of segment", segment.NewTepTableClient(c), "List", with(web), nil)
	view[any](r, "ARP table of gateway interface", segment.NewGatewayInterfaceArpTableClient(c), "List", with(web), nil)
	view[any](r, "DAD state of gateway interface", segment.NewGatewayInterfaceDadStateClient(c), "Get", with(web), nil)
	view[any](r, "statistics of gateway interface", segment.NewGatewayInterfaceStatisticsClient(c), "Get", with(web), nil)
	view[any](r, "state of static binding", dhcp_static_bindings.NewStateClient(c), "Get", with(web, r.id("v4")), nil)
	view[any](r, "MAC table of port", ports.NewMacTableClient(c), "List", with(web, r.id("port")), nil)
	view[any](r, "MAC table", segment.NewMacTableClient(c), "List", with(web), nil)
}

// profilesFamily are those of segments, gateways and the firewall that stand for themselves.
func profilesFamily(r *run) {
	c := r.connector
	try(r, infra.NewQosProfilesClient(c), ids(r.id("qos")), model.QosProfile{
		DisplayName: p("go qos"), ClassOfService: p(int64(3)), Dscp: &model.QosDscp{Mode: p("TRUSTED"), Priority: p(int64(0))},
		ShaperConfigurations: variants(
			model.IngressRateLimiter{Enabled: p(true), AverageBandwidth: p(int64(10)), BurstSize: p(int64(20)), PeakBandwidth: p(int64(30))},
			model.IngressBroadcastRateLimiter{Enabled: p(true), AverageBandwidth: p(int64(10)), BurstSize: p(int64(20)), PeakBandwidth: p(int64(30))},
			model.EgressRateLimiter{Enabled: p(false), AverageBandwidth: p(int64(10)), BurstSize: p(int64(20)), PeakBandwidth: p(int64(30))}),
	}, func(q *model.QosProfile) { q.ClassOfService = p(int64(4)) })
	try(r, infra.NewMacDiscoveryProfilesClient(c), ids(r.id("mac")), model.MacDiscoveryProfile{
		DisplayName: p("go mac"), MacLearningEnabled: p(true), MacLimit: p(int64(100)), MacLimitPolicy: p("DROP"),
		MacChangeEnabled: p(true), UnknownUnicastFloodingEnabled: p(false),
	}, func(m *model.MacDiscoveryProfile) { m.MacLimit = p(int64(200)) })
	try(r, infra.NewIpDiscoveryProfilesClient(c), ids(r.id("ip")), model.IPDiscoveryProfile{
		DisplayName: p("go ip"), TofuEnabled: p(true), ArpNdBindingTimeout: p(int64(20)),
		DuplicateIpDetection: &model.DuplicateIPDetectionOptions{DuplicateIpDetectionEnabled: p(true)},
		IpV4DiscoveryOptions: &model.IPv4DiscoveryOptions{DhcpSnoopingEnabled: p(true), VmtoolsEnabled: p(false),
			ArpSnoopingConfig: &model.ArpSnoopingConfig{ArpSnoopingEnabled: p(true), ArpBindingLimit: p(int64(10))}},
	}, func(i *model.IPDiscoveryProfile) { i.TofuEnabled = p(false) })
	try(r, infra.NewSegmentSecurityProfilesClient(c), ids(r.id("security")), model.SegmentSecurityProfile{
		DisplayName: p("go security"), BpduFilterEnable: p(true), BpduFilterAllow: []string{"01:80:c2:00:00:00"},
		DhcpServerBlockEnabled: p(true), RaGuardEnabled: p(true), RateLimitsEnabled: p(true),
		RateLimits: &model.TrafficRateLimits{RxBroadcast: p(int64(100)), TxBroadcast: p(int64(100)),
			RxMulticast: p(int64(100)), TxMulticast: p(int64(100))},
	}, func(s *model.SegmentSecurityProfile) { s.RaGuardEnabled = p(false) })
	try(r, infra.NewSpoofguardProfilesClient(c), ids(r.id("guard")),
		model.SpoofGuardProfile{DisplayName: p("go guard"), AddressBindingAllowlist: p(true)},
		func(s *model.SpoofGuardProfile) { s.Description = p("changed") })
	try(r, infra.NewGatewayQosProfilesClient(c), ids(r.id("gateway-qos")), model.GatewayQosProfile{
		DisplayName: p("go gateway qos"), BurstSize: p(int64(10)), CommittedBandwidth: p(int64(20)), ExcessAction: p("DROP")},
		func(g *model.GatewayQosProfile) { g.BurstSize = p(int64(11)) })
	try(r, infra.NewIpv6NdraProfilesClient(c), ids(r.id("ndra")), model.Ipv6NdraProfile{
		DisplayName: p("go ndra"), RaMode: p("SLAAC_DNS_THROUGH_RA"), ReachableTimer: p(int64(1000)),
		RetransmitInterval: p(int64(2000)), DnsConfig: &model.RaDNSConfig{DnsServer: []string{"2001:db8::53"},
			DnsServerLifetime: p(int64(1800)), DomainName: []string{"go.example"}, DomainNameLifetime: p(int64(1800))},
		RaConfig: &model.RAConfig{HopLimit: p(int64(64)), PrefixLifetime: p(int64(2592000)),
			PrefixPreferredTime: p(int64(604800)), RaInterval: p(int64(600)), RouterLifetime: p(int64(1800)),
			RouterPreference: p("MEDIUM")}}, func(n *model.Ipv6NdraProfile) { n.ReachableTimer = p(int64(1500)) })
	try(r, infra.NewIpv6DadProfilesClient(c), ids(r.id("dad")), model.Ipv6DadProfile{
		DisplayName: p("go dad"), DadMode: p("STRICT"), NsRetries: p(int64(2)), WaitTime: p(int64(3))},
		func(d *model.Ipv6DadProfile) { d.NsRetries = p(int64(1)) })
	try(r, infra.NewBfdProfilesClient(c), ids(r.id("bfd")), model.BfdProfile{
		DisplayName: p("go bfd"), Interval: p(int64(600)), Multiple: p(int64(4))},
		func(b *model.BfdProfile) { b.Multiple = p(int64(5)) })
	try(r, infra.NewFloodProtectionProfilesClient(c), ids(r.id("flood-gateway")), model.GatewayFloodProtectionProfile{
		DisplayName: p("go flood gateway"), NatActiveConnLimit: p(int64(4000000000)), UdpActiveFlowLimit: p(int64(100)),
		IcmpActiveFlowLimit: p(int64(100)), TcpHalfOpenConnLimit: p(int64(100)), OtherActiveConnLimit: p(int64(100))},
		func(f *model.GatewayFloodProtectionProfile) { f.UdpActiveFlowLimit = p(int64(200)) })
	try(r, infra.NewFloodProtectionProfilesClient(c), ids(r.id("flood")), model.DistributedFloodProtectionProfile{
		DisplayName: p("go flood"), EnableSyncache: p(true), EnableRstSpoofing: p(true), TcpHalfOpenConnLimit: p(int64(100))},
		func(f *model.DistributedFloodProtectionProfile) { f.EnableRstSpoofing = p(false) })
	try(r, infra.NewFirewallSessionTimerProfilesClient(c), ids(r.id("timers")), model.PolicyFirewallSessionTimerProfile{
		DisplayName: p("go timers"), IcmpErrorReply: p(int64(10)), IcmpFirstPacket: p(int64(20)), TcpClosed: p(int64(20)),
		TcpClosing: p(int64(120)), TcpEstablished: p(int64(43200)), TcpFinwait: p(int64(45)), TcpFirstPacket: p(int64(120)),
		TcpOpening: p(int64(30)), UdpFirstPacket: p(int64(60)), UdpMultiple: p(int64(60)), UdpSingle: p(int64(30))},
		func(t *model.PolicyFirewallSessionTimerProfile) { t.UdpSingle = p(int64(40)) })
}
