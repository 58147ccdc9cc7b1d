package main

import (
	"fmt"

	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/realized_state"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/realized_state/enforcement_points"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/realized_state/enforcement_points/firewalls"
	realizedgroups "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/realized_state/enforcement_points/groups"
	realizedservices "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/realized_state/enforcement_points/services"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/sites"
	tags "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tags"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/search"
)

// searchFamily finds objects of many types by a query, and decodes each by its resource_type.
func searchFamily(r *run) {
	c := r.connector
	name := r.id("find me")
	create(r, infra.NewTier1sClient(c), ids(r.id("s-t1")), model.Tier1{DisplayName: p(name), Tags: []model.Tag{{Scope: p("go"), Tag: p(r.prefix)}}})
	create(r, infra.NewLbAppProfilesClient(c), ids(r.id("s-udp")), model.LBFastUdpProfile{DisplayName: p(name)})
	create(r, infra.NewLbMonitorProfilesClient(c), ids(r.id("s-icmp")), model.LBIcmpMonitorProfile{DisplayName: p(name)})
	create(r, infra.NewServicesClient(c), ids(r.id("s-service")), model.Service{DisplayName: p(name), ServiceEntries: variants(
		model.L4PortSetServiceEntry{Id: p("tcp"), DisplayName: p("tcp"), L4Protocol: p("TCP"), DestinationPorts: []string{"9"}})})
	create(r, domains.NewGroupsClient(c), ids("default", r.id("s-group")), model.Group{DisplayName: p(name), Expression: variants(
		model.IPAddressExpression{IpAddresses: []string{"10.98.0.1"}})})
	for query, count := range map[string]int{
		"display_name:" + name: 5,
		"resource_type:Tier1 AND display_name:" + r.prefix + "* AND marked_for_delete:false AND path:\\/infra*": 1,
		"resource_type:Tier1 AND tags.tag:" + r.prefix:                                                          1,
		"id:" + r.id("s-group") + " AND marked_for_delete:false":                                                1,
		"resource_type:LBFastUdpProfile AND id:" + r.id("s-udp"):                                                1,
	} {
		view(r, "search "+query, search.NewQueryClient(c), "List", with(query), func(found model.SearchResponse) error {
			if found.ResultCount == nil || len(found.Results) != count || *found.ResultCount != int64(count) {
				return fmt.Errorf("%d results instead of %d", len(found.Results), count)
			}
			return nil
		})
	}
	for _, kind := range []string{"Tier0", "Tier1", "Segment", "SegmentPort", "Service", "Group", "SecurityPolicy", "Rule",
		"LBPool", "LBVirtualServer", "LBService", "PolicyEdgeNode", "PolicyEdgeCluster", "PolicyTransportZone", "IpAddressPool",
		"IpAddressBlock", "StaticRoutes", "PolicyNatRule", "LocaleServices", "BgpNeighborConfig", "PrefixList",
		"IPDiscoveryProfile", "MacDiscoveryProfile", "QoSProfile", "SpoofGuardProfile", "SegmentSecurityProfile",
		"PolicyContextProfile", "VirtualMachine", "IPSecVpnIkeProfile", "L2VPNService", "IdsProfile", "GatewayPolicy", "Domain", "Project"} {
		view[any](r, "search all of "+kind, search.NewQueryClient(c), "List", with("resource_type:"+kind, nil, nil, p(int64(50))), nil)
	}
	view[any](r, "search by DSL", search.NewDslClient(c), "List", with("tier1 where display_name like "+r.prefix), nil)
}

// realizationFamily reads what NSX made of the objects, how far it is, and what is tagged.
func realizationFamily(r *run) {
	c := r.connector
	id := r.id("r-t1")
	create(r, infra.NewTier1sClient(c), ids(id), model.Tier1{DisplayName: p("go realized"), Tags: []model.Tag{{Scope: p(r.prefix), Tag: p("one")}}})
	create(r, infra.NewSegmentsClient(c), ids(r.id("r-segment")), model.Segment{DisplayName: p("go realized"),
		ConnectivityPath: p("/infra/tier-1s/" + id), TransportZonePath: p(r.overlay()),
		Subnets: []model.SegmentSubnet{{GatewayAddress: p("10.99.0.1/24")}}})
	create(r, domains.NewGroupsClient(c), ids("default", r.id("r-group")), model.Group{DisplayName: p("go realized")})
	create(r, domains.NewSecurityPoliciesClient(c), ids("default", r.id("r-policy")), model.SecurityPolicy{
		DisplayName: p("go realized"), Category: p("Application"), Rules: []model.Rule{{Id: p("one"), Action: p("ALLOW"),
			SourceGroups: []string{"ANY"}, DestinationGroups: []string{"ANY"}, Services: []string{"ANY"}, Scope: []string{"ANY"}}}})
	for _, path := range []string{"/infra/tier-1s/" + id, "/infra/segments/" + r.id("r-segment"),
		"/infra/domains/default/groups/" + r.id("r-group"), "/infra/domains/default/security-policies/" + r.id("r-policy")} {
		view(r, "realized entities of "+path, realized_state.NewRealizedEntitiesClient(c), "List", with(path), realized)
		view(r, "realization status of "+path, realized_state.NewStatusClient(c), "Get", with(path),
			func(s model.ConsolidatedRealizedStatus) error {
				if s.ConsolidatedStatus == nil || *s.ConsolidatedStatus.ConsolidatedStatus != "SUCCESS" {
					return fmt.Errorf("the status is %+v", s.ConsolidatedStatus)
				}
				return nil
			})
		view(r, "enforced status of "+path, realized_state.NewStatusClient(c), "Get", with(path, p(true)), func(model.ConsolidatedRealizedStatus) error { return nil })
	}
	view[any](r, "alarms", realized_state.NewAlarmsClient(c), "List", nil, nil)
	view[any](r, "virtual machines", realized_state.NewVirtualMachinesClient(c), "List", nil, nil)
	view[any](r, "virtual machines of the enforcement point", enforcement_points.NewVirtualMachinesClient(c), "List", with("default"), nil)
	view[any](r, "network interfaces", enforcement_points.NewVifsClient(c), "List", with("default"), nil)
	view[any](r, "sites", infra.NewSitesClient(c), "List", nil, nil)
	view[any](r, "enforcement points", sites.NewEnforcementPointsClient(c), "List", with("default"), nil)
	view[any](r, "realized enforcement points", realized_state.NewEnforcementPointsClient(c), "List", nil, nil)
	view[any](r, "realized NS groups", realizedgroups.NewNsgroupsClient(c), "List", with("default"), nil)
	view[any](r, "realized security groups", realizedgroups.NewSecuritygroupsClient(c), "List", with("default"), nil)
	view[any](r, "realized services", realizedservices.NewNsservicesClient(c), "List", with("default"), nil)
	view[any](r, "realized firewall sections", firewalls.NewFirewallSectionsClient(c), "List", with("default"), nil)
	view(r, "tags", infra.NewTagsClient(c), "List", with(nil, nil, nil, nil, nil, p(r.prefix+"*")), func(l model.TagInfoListResult) error {
		if len(l.Results) != 1 || *l.Results[0].Tag != "one" {
			return fmt.Errorf("the tags are %+v", l.Results)
		}
		return nil
	})
	view[any](r, "what has a tag", tags.NewEffectiveResourcesClient(c), "List",
		with(nil, nil, nil, nil, nil, nil, p(r.prefix), nil, nil, p("one")), nil)
}

func realized(list model.GenericPolicyRealizedResourceListResult) error {
	if list.ResultCount == nil || len(list.Results) == 0 {
		return fmt.Errorf("there are none")
	}
	for _, entity := range list.Results {
		if entity.State == nil || *entity.State != "REALIZED" || entity.EntityType == nil || entity.ResourceType == nil ||
			entity.RealizationSpecificIdentifier == nil || entity.DisplayName == nil || entity.Path == nil || entity.Id == nil {
			return fmt.Errorf("an entity lacks something: state %v, entity_type %v", entity.State, entity.EntityType)
		}
	}
	return nil
}
