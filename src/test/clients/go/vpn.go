package main

import (
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s/ipsec_vpn_services"
	ipsec "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s/ipsec_vpn_services/sessions"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s/l2vpn_services"
	l2 "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s/l2vpn_services/sessions"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
)

func vpnFamily(r *run) {
	c := r.connector
	t1, vpn := r.id("vpn-t1"), r.id("ipsec")
	create(r, infra.NewTier0sClient(c), ids(r.id("vpn-t0")), model.Tier0{DisplayName: p("go vpn"), HaMode: p("ACTIVE_STANDBY")})
	create(r, infra.NewTier1sClient(c), ids(t1), model.Tier1{DisplayName: p("go vpn"), Tier0Path: p("/infra/tier-0s/" + r.id("vpn-t0"))})
	create(r, tier_1s.NewLocaleServicesClient(c), ids(t1, "default"), model.LocaleServices{
		DisplayName: p("default"), EdgeClusterPath: p(r.edgeCluster())})
	vpnProfiles(r)
	try(r, tier_1s.NewIpsecVpnServicesClient(c), ids(t1, vpn), model.IPSecVpnService{
		DisplayName: p("go ipsec"), Enabled: p(true), HaSync: p(true), IkeLogLevel: p("INFO"),
		BypassRules: []model.IPSecVpnRule{{Id: p("bypass"), DisplayName: p("bypass"), Action: p("BYPASS"), Enabled: p(true),
			Sources: []model.IPSecVpnSubnet{{Subnet: p("10.92.0.0/24")}}, Destinations: []model.IPSecVpnSubnet{{Subnet: p("10.92.1.0/24")}}}},
	}, func(s *model.IPSecVpnService) { s.IkeLogLevel = p("DEBUG") })
	try(r, ipsec_vpn_services.NewLocalEndpointsClient(c), ids(t1, vpn, r.id("local")), model.IPSecVpnLocalEndpoint{
		DisplayName: p("go local"), LocalAddress: p("203.0.113.92"), LocalId: p("go.example")},
		func(l *model.IPSecVpnLocalEndpoint) { l.LocalId = p("sdk.example") })
	vpnSessions(r, t1, vpn)
}

func vpnProfiles(r *run) {
	c := r.connector
	try(r, infra.NewIpsecVpnIkeProfilesClient(c), ids(r.id("ike")), model.IPSecVpnIkeProfile{
		DisplayName: p("go ike"), IkeVersion: p("IKE_V2"), DhGroups: []string{"GROUP14", "GROUP19"},
		DigestAlgorithms: []string{"SHA2_256"}, EncryptionAlgorithms: []string{"AES_256"}, SaLifeTime: p(int64(86400))},
		func(i *model.IPSecVpnIkeProfile) { i.DhGroups = i.DhGroups[:1] })
	try(r, infra.NewIpsecVpnTunnelProfilesClient(c), ids(r.id("tunnel")), model.IPSecVpnTunnelProfile{
		DisplayName: p("go tunnel"), DfPolicy: p("COPY"), DhGroups: []string{"GROUP14"}, EnablePerfectForwardSecrecy: p(true),
		DigestAlgorithms: []string{"SHA2_256"}, EncryptionAlgorithms: []string{"AES_128"}, SaLifeTime: p(int64(3600))},
		func(i *model.IPSecVpnTunnelProfile) { i.DfPolicy = p("CLEAR") })
	try(r, infra.NewIpsecVpnDpdProfilesClient(c), ids(r.id("dpd")), model.IPSecVpnDpdProfile{
		DisplayName: p("go dpd"), DpdProbeMode: p("ON_DEMAND"), DpdProbeInterval: p(int64(7)), Enabled: p(true), RetryCount: p(int64(8))},
		func(i *model.IPSecVpnDpdProfile) { i.RetryCount = p(int64(9)) })
}

func vpnSessions(r *run, t1, vpn string) {
	c := r.connector
	endpoint := p("/infra/tier-1s/" + t1 + "/ipsec-vpn-services/" + vpn + "/local-endpoints/" + r.id("local"))
	ike, tunnel := p("/infra/ipsec-vpn-ike-profiles/"+r.id("ike")), p("/infra/ipsec-vpn-tunnel-profiles/"+r.id("tunnel"))
	dpd := p("/infra/ipsec-vpn-dpd-profiles/" + r.id("dpd"))
	api := ipsec_vpn_services.NewSessionsClient(c)
	try(r, api, ids(t1, vpn, r.id("route-based")), model.RouteBasedIPSecVpnSession{
		DisplayName: p("go route based"), AuthenticationMode: p("PSK"), Psk: p("Secret-92"), Enabled: p(true),
		ConnectionInitiationMode: p("INITIATOR"), ComplianceSuite: p("NONE"), LocalEndpointPath: endpoint,
		PeerAddress: p("198.51.100.92"), PeerId: p("198.51.100.92"),
		IkeProfilePath: ike, TunnelProfilePath: tunnel, DpdProfilePath: dpd,
		TcpMssClamping: &model.TcpMaximumSegmentSizeClamping{Direction: p("BOTH"), MaxSegmentSize: p(int64(1400))},
		TunnelInterfaces: []model.IPSecVpnTunnelInterface{{DisplayName: p("vti"), IpSubnets: []model.TunnelInterfaceIPSubnet{
			{IpAddresses: []string{"169.254.92.1"}, PrefixLength: p(int64(30))}}}},
	}, func(s *model.RouteBasedIPSecVpnSession) { s.ConnectionInitiationMode = p("RESPOND_ONLY") })
	try(r, api, ids(t1, vpn, r.id("policy-based")), model.PolicyBasedIPSecVpnSession{
		DisplayName: p("go policy based"), AuthenticationMode: p("PSK"), Psk: p("Secret-93"), LocalEndpointPath: endpoint,
		PeerAddress: p("198.51.100.93"), PeerId: p("198.51.100.93"), Rules: []model.IPSecVpnRule{{Id: p("rule"),
			DisplayName: p("rule"), Action: p("PROTECT"), Enabled: p(true), Logged: p(false), SequenceNumber: p(int64(1)),
			Sources: []model.IPSecVpnSubnet{{Subnet: p("10.92.0.0/24")}}, Destinations: []model.IPSecVpnSubnet{{Subnet: p("10.93.0.0/24")}}}},
	}, func(s *model.PolicyBasedIPSecVpnSession) { s.Enabled = p(false) })
	at := with(t1, vpn, r.id("route-based"))
	view[any](r, "status of IPsec session", ipsec.NewDetailedStatusClient(c), "Get", at, nil)
	view[any](r, "statistics of IPsec session", ipsec.NewStatisticsClient(c), "Get", at, nil)
	view[any](r, "summary of IPsec service", ipsec_vpn_services.NewSummaryClient(c), "Get", with(t1, vpn), nil)

	l2vpn := r.id("l2vpn")
	try(r, tier_1s.NewL2vpnServicesClient(c), ids(t1, l2vpn), model.L2VPNService{
		DisplayName: p("go l2vpn"), Mode: p("SERVER"), EnableHub: p(true), EncapIpPool: []string{"192.168.92.0/24"}},
		func(s *model.L2VPNService) { s.EnableHub = p(false) })
	try(r, l2vpn_services.NewSessionsClient(c), ids(t1, l2vpn, r.id("l2")), model.L2VPNSession{
		DisplayName: p("go l2 session"), Enabled: p(true),
		TransportTunnels: []string{"/infra/tier-1s/" + t1 + "/ipsec-vpn-services/" + vpn + "/sessions/" + r.id("route-based")},
		TcpMssClamping:   &model.L2TcpMaxSegmentSizeClamping{Direction: p("BOTH"), MaxSegmentSize: p(int64(1300))},
		TunnelEncapsulation: &model.L2VPNTunnelEncapsulation{Protocol: p("GRE"), LocalEndpointAddress: p("203.0.113.94"),
			PeerEndpointAddress: p("198.51.100.94")},
	}, func(s *model.L2VPNSession) { s.Enabled = p(false) })
	at = with(t1, l2vpn, r.id("l2"))
	view[any](r, "status of L2 VPN session", l2.NewDetailedStatusClient(c), "Get", at, nil)
	view[any](r, "statistics of L2 VPN session", l2.NewStatisticsClient(c), "Get", at, nil)
	view[any](r, "remote MAC addresses of L2 VPN session", l2.NewRemoteMacClient(c), "Get", at, nil)
}
