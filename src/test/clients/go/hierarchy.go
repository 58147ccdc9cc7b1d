package main

import (
	"fmt"

	"github.com/vmware/vsphere-automation-sdk-go/runtime/data"
	sdk "github.com/vmware/vsphere-automation-sdk-go/services/nsxt"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/segments"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s/ipsec_vpn_services"
	t1nat "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s/nat"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
)

// hierarchyFamily writes a tree in one PATCH, changes it, reads it back and marks it for deletion.
func hierarchyFamily(r *run) {
	c := r.connector
	t1, seg, group, policy := r.id("h-t1"), r.id("h-segment"), r.id("h-group"), r.id("h-policy")
	patch := func(enforceRevision bool, children ...*data.StructValue) error {
		return sdk.NewInfraClient(c).Patch(model.Infra{ResourceType: p("Infra"), Children: children}, p(enforceRevision))
	}
	gateway := func(description string) *data.StructValue {
		return variant(model.ChildTier1{Tier1: &model.Tier1{
			Id: p(t1), ResourceType: p("Tier1"), DisplayName: p("go hierarchy"), Description: p(description),
			Children: variants(
				model.ChildLocaleServices{LocaleServices: &model.LocaleServices{Id: p("default"), EdgeClusterPath: p(r.edgeCluster())}},
				model.ChildPolicyNat{PolicyNat: &model.PolicyNat{Id: p("USER"), Children: variants(
					model.ChildPolicyNatRule{PolicyNatRule: &model.PolicyNatRule{Id: p("snat"), Action: p("SNAT"),
						SourceNetwork: p("10.97.0.0/24"), TranslatedNetwork: p("203.0.113.97")}})}},
				model.ChildIPSecVpnService{IpSecVpnService: &model.IPSecVpnService{Id: p("vpn"), DisplayName: p("vpn"), Children: variants(
					model.ChildIPSecVpnLocalEndpoint{IpSecVpnLocalEndpoint: &model.IPSecVpnLocalEndpoint{Id: p("local"),
						LocalAddress: p("203.0.113.98"), LocalId: p("203.0.113.98")}},
					model.ChildIPSecVpnSession{IpSecVpnSession: variant(model.RouteBasedIPSecVpnSession{Id: p("session"),
						DisplayName: p("session"), PeerAddress: p("198.51.100.98"), PeerId: p("198.51.100.98"), Psk: p("Secret-98"),
						LocalEndpointPath: p("/infra/tier-1s/" + t1 + "/ipsec-vpn-services/vpn/local-endpoints/local"),
						TunnelInterfaces: []model.IPSecVpnTunnelInterface{{IpSubnets: []model.TunnelInterfaceIPSubnet{
							{IpAddresses: []string{"169.254.98.1"}, PrefixLength: p(int64(30))}}}}})})}}),
		}})
	}
	r.step("write a tree", func() error {
		return patch(false, gateway("new"),
			variant(model.ChildSegment{Segment: &model.Segment{Id: p(seg), ResourceType: p("Segment"), DisplayName: p("go hierarchy"),
				ConnectivityPath: p("/infra/tier-1s/" + t1), TransportZonePath: p(r.overlay()),
				Subnets:  []model.SegmentSubnet{{GatewayAddress: p("10.97.0.1/24")}},
				Children: variants(model.ChildSegmentPort{SegmentPort: &model.SegmentPort{Id: p("port"), DisplayName: p("port")}})}}),
			variant(model.ChildLBAppProfile{LbAppProfile: variant(model.LBFastTcpProfile{Id: p(r.id("h-tcp")), DisplayName: p("go tcp")})}),
			variant(model.ChildService{Service: &model.Service{Id: p(r.id("h-service")), DisplayName: p("go service"), Children: variants(
				model.ChildServiceEntry{ServiceEntry: variant(model.L4PortSetServiceEntry{Id: p("tcp"), DisplayName: p("tcp"),
					L4Protocol: p("TCP"), DestinationPorts: []string{"97"}})})}}),
			variant(model.ChildResourceReference{Id: p("default"), TargetType: p("Domain"), Children: variants(
				model.ChildGroup{Group: &model.Group{Id: p(group), DisplayName: p("go hierarchy"), Expression: variants(
					model.IPAddressExpression{IpAddresses: []string{"10.97.0.0/24"}})}},
				model.ChildSecurityPolicy{SecurityPolicy: &model.SecurityPolicy{Id: p(policy), DisplayName: p("go hierarchy"),
					Category: p("Application"), Children: variants(model.ChildRule{Rule: &model.Rule{Id: p("one"), Action: p("ALLOW"),
						SourceGroups: []string{"/infra/domains/default/groups/" + group}, DestinationGroups: []string{"ANY"},
						Services: []string{"ANY"}, Scope: []string{"ANY"}, SequenceNumber: p(int64(1))}})}})}))
	})
	r.step("read what the tree made", func() error {
		if _, err := t1nat.NewNatRulesClient(c).Get(t1, "USER", "snat"); err != nil {
			return err
		}
		if _, err := segments.NewPortsClient(c).Get(seg, "port"); err != nil {
			return err
		}
		session, err := ipsec_vpn_services.NewSessionsClient(c).Get(t1, "vpn", "session")
		if err != nil {
			return err
		}
		if _, err := decodeVariant(session); err != nil {
			return err
		}
		profile, err := infra.NewLbAppProfilesClient(c).Get(r.id("h-tcp"))
		if err != nil {
			return err
		}
		if _, err := decodeVariant(profile); err != nil {
			return err
		}
		service, err := infra.NewServicesClient(c).Get(r.id("h-service"))
		if err != nil {
			return err
		}
		if len(service.ServiceEntries) != 1 {
			return fmt.Errorf("the service has %d entries", len(service.ServiceEntries))
		}
		if err := compareEntry(service.ServiceEntries[0]); err != nil {
			return err
		}
		read, err := domains.NewSecurityPoliciesClient(c).Get("default", policy)
		if err != nil {
			return err
		}
		if len(read.Rules) != 1 || read.Rules[0].RuleId == nil {
			return fmt.Errorf("the policy has the rules %+v", read.Rules)
		}
		return nil
	})
	r.step("write it again with a revision", func() error {
		before, err := infra.NewTier1sClient(c).Get(t1)
		if err != nil {
			return err
		}
		body := model.Tier1{Id: p(t1), DisplayName: p("go again"), Revision: before.Revision}
		if err := patch(true, variant(model.ChildTier1{Tier1: &body})); err != nil {
			return err
		}
		stale := patch(true, variant(model.ChildTier1{Tier1: &body}))
		return refused(stale, "InvalidRequest", 604)
	})
	for _, filter := range []string{"Tier1", "Segment", "Group", "SecurityPolicy", "Service", "LBAppProfile", "IPSecVpnSession", "Domain"} {
		view(r, "read the tree of "+filter, sdk.NewInfraClient(c), "Get", with(nil, nil, p(filter)), func(i model.Infra) error {
			if len(i.Children) == 0 {
				return fmt.Errorf("there are no children")
			}
			return nil
		})
	}
	view[any](r, "read the whole tree", sdk.NewInfraClient(c), "Get", nil, nil)
	r.step("mark the tree for deletion", func() error {
		return patch(false,
			variant(model.ChildResourceReference{Id: p("default"), TargetType: p("Domain"), Children: variants(
				model.ChildSecurityPolicy{SecurityPolicy: &model.SecurityPolicy{Id: p(policy)}, MarkedForDelete: p(true)},
				model.ChildGroup{Group: &model.Group{Id: p(group)}, MarkedForDelete: p(true)})}),
			variant(model.ChildSegment{Segment: &model.Segment{Id: p(seg)}, MarkedForDelete: p(true)}),
			variant(model.ChildService{Service: &model.Service{Id: p(r.id("h-service"))}, MarkedForDelete: p(true)}),
			variant(model.ChildLBAppProfile{LbAppProfile: variant(model.LBFastTcpProfile{Id: p(r.id("h-tcp"))}), MarkedForDelete: p(true)}),
			variant(model.ChildTier1{Tier1: &model.Tier1{Id: p(t1)}, MarkedForDelete: p(true)}))
	})
	r.step("the tree is gone", func() error {
		_, err := infra.NewTier1sClient(c).Get(t1)
		return refused(err, "NotFound", 600)
	})
}

func compareEntry(value *data.StructValue) error {
	entry, err := decodeVariant(value)
	if err != nil {
		return err
	}
	return compare(model.L4PortSetServiceEntry{Id: p("tcp"), DestinationPorts: []string{"97"}}, entry)
}
