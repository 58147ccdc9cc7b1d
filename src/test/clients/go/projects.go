package main

import (
	"fmt"

	sdk "github.com/vmware/vsphere-automation-sdk-go/services/nsxt"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_0s"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/orgs"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/orgs/projects"
	project "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/orgs/projects/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/orgs/projects/infra/domains"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/orgs/projects/infra/domains/security_policies"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/orgs/projects/infra/realized_state"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/orgs/projects/vpcs"
	vpcnat "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/orgs/projects/vpcs/nat"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/orgs/projects/vpcs/subnets"
)

func projectsFamily(r *run) {
	c := r.connector
	id, org := r.id("project"), "default"
	create(r, infra.NewIpBlocksClient(c), ids(r.id("external")), model.IpAddressBlock{
		DisplayName: p("go external"), Cidr: p("203.0.114.0/24"), Visibility: p("EXTERNAL")})
	create(r, infra.NewTier0sClient(c), ids(r.id("project-t0")), model.Tier0{DisplayName: p("go project"), HaMode: p("ACTIVE_STANDBY")})
	create(r, tier_0s.NewLocaleServicesClient(c), ids(r.id("project-t0"), "default"), model.LocaleServices{
		DisplayName: p("default"), EdgeClusterPath: p(r.edgeCluster())})
	view[any](r, "organization", sdk.NewOrgsClient(c), "Get", with(org), nil)
	try(r, orgs.NewProjectsClient(c), ids(org, id), model.Project{
		DisplayName: p("go project"), ShortId: p(r.id("p")[len(r.prefix)-5:]), Tier0s: []string{"/infra/tier-0s/" + r.id("project-t0")},
		ExternalIpv4Blocks: []string{"/infra/ip-blocks/" + r.id("external")},
		SiteInfos:          []model.SiteInfo{{EdgeClusterPaths: []string{r.edgeCluster()}, SitePath: p("/infra/sites/default")}},
	}, func(q *model.Project) { q.Description = p("changed") })
	projectObjects(r, org, id)
	vpcObjects(r, org, id)
}

func projectObjects(r *run, org, id string) {
	c := r.connector
	base := "/orgs/" + org + "/projects/" + id + "/infra"
	try(r, project.NewTier1sClient(c), ids(org, id, r.id("t1")), model.Tier1{
		DisplayName: p("go tier-1"), Tier0Path: p("/infra/tier-0s/" + r.id("project-t0")), RouteAdvertisementTypes: []string{"TIER1_NAT"}},
		func(t *model.Tier1) { t.Description = p("changed") })
	try(r, project.NewSegmentsClient(c), ids(org, id, r.id("segment")), model.Segment{
		DisplayName: p("go segment"), ConnectivityPath: p(base + "/tier-1s/" + r.id("t1")),
		Subnets: []model.SegmentSubnet{{GatewayAddress: p("10.94.0.1/24")}}},
		func(s *model.Segment) { s.Description = p("changed") })
	try(r, domains.NewGroupsClient(c), ids(org, id, "default", r.id("group")), model.Group{
		DisplayName: p("go group"), Expression: variants(
			model.Condition{MemberType: p("VirtualMachine"), Key: p("Tag"), Operator: p("EQUALS"), Value: p("client|go")})},
		func(g *model.Group) { g.Description = p("changed") })
	try(r, project.NewServicesClient(c), ids(org, id, r.id("service")), model.Service{
		DisplayName: p("go service"), ServiceEntries: variants(
			model.L4PortSetServiceEntry{Id: p("tcp"), DisplayName: p("tcp"), L4Protocol: p("TCP"), DestinationPorts: []string{"99"}})},
		func(s *model.Service) { s.Description = p("changed") })
	try(r, domains.NewSecurityPoliciesClient(c), ids(org, id, "default", r.id("policy")), model.SecurityPolicy{
		DisplayName: p("go policy"), Category: p("Application"), SequenceNumber: p(int64(9))},
		func(s *model.SecurityPolicy) { s.Comments = p("changed") })
	try(r, security_policies.NewRulesClient(c), ids(org, id, "default", r.id("policy"), "one"), model.Rule{
		DisplayName: p("one"), SequenceNumber: p(int64(10)), Action: p("ALLOW"), Scope: []string{"ANY"},
		SourceGroups: []string{base + "/domains/default/groups/" + r.id("group")}, DestinationGroups: []string{"ANY"},
		Services: []string{base + "/services/" + r.id("service")}},
		func(s *model.Rule) { s.Action = p("DROP") })
	view(r, "realized entities in a project", realized_state.NewRealizedEntitiesClient(c), "List",
		with(org, id, base+"/segments/"+r.id("segment")), func(l model.GenericPolicyRealizedResourceListResult) error {
			return realized(l)
		})
	r.step("hierarchical write in a project", func() error {
		child := model.Tier1{Id: p(r.id("by-child")), DisplayName: p("go child")}
		if err := projects.NewInfraClient(c).Patch(org, id, model.Infra{ResourceType: p("Infra"),
			Children: variants(model.ChildTier1{Tier1: &child})}, nil); err != nil {
			return err
		}
		if _, err := project.NewTier1sClient(c).Get(org, id, r.id("by-child")); err != nil {
			return err
		}
		return project.NewTier1sClient(c).Delete(org, id, r.id("by-child"))
	})
}

func vpcObjects(r *run, org, id string) {
	c := r.connector
	vpc := r.id("vpc")
	try(r, projects.NewVpcsClient(c), ids(org, id, vpc), model.Vpc{
		DisplayName: p("go vpc"), IpAddressType: p("IPV4"), ExternalIpv4Blocks: []string{"/infra/ip-blocks/" + r.id("external")},
		ShortId: p(r.id("v")[len(r.prefix)-5:])},
		func(v *model.Vpc) { v.Description = p("changed") })
	try(r, vpcs.NewSubnetsClient(c), ids(org, id, vpc, r.id("subnet")), model.VpcSubnet{
		DisplayName: p("go subnet"), AccessMode: p("Isolated"), IpAddresses: []string{"10.95.0.0/26"}},
		func(s *model.VpcSubnet) { s.Description = p("changed") })
	try(r, subnets.NewPortsClient(c), ids(org, id, vpc, r.id("subnet"), r.id("port")), model.VpcSubnetPort{
		DisplayName: p("go port"), Attachment: &model.PortAttachment{Id: p("3f1c9f6e-6b1d-4f0e-8d7e-000000000095")}},
		func(s *model.VpcSubnetPort) { s.Description = p("changed") })
	view[any](r, "status of VPC subnet", subnets.NewStatusClient(c), "List", with(org, id, vpc, r.id("subnet")), nil)
	try(r, vpcs.NewGroupsClient(c), ids(org, id, vpc, r.id("group")), model.Group{
		DisplayName: p("go group"), Expression: variants(model.IPAddressExpression{IpAddresses: []string{"10.95.0.9"}})},
		func(g *model.Group) { g.Description = p("changed") })
	try(r, vpcs.NewSecurityPoliciesClient(c), ids(org, id, vpc, r.id("policy")), model.SecurityPolicy{
		DisplayName: p("go policy"), SequenceNumber: p(int64(9)), Rules: []model.Rule{{Id: p("one"), DisplayName: p("one"),
			SequenceNumber: p(int64(1)), Action: p("ALLOW"), SourceGroups: []string{"ANY"}, DestinationGroups: []string{"ANY"},
			Services: []string{"ANY"}, Scope: []string{"ANY"}}}},
		func(s *model.SecurityPolicy) { s.Comments = p("changed") })
	try(r, vpcs.NewStaticRoutesClient(c), ids(org, id, vpc, r.id("route")), model.StaticRoutes{
		DisplayName: p("go route"), Network: p("10.96.0.0/24"), NextHops: []model.RouterNexthop{{IpAddress: p("10.95.0.7")}}},
		func(s *model.StaticRoutes) { s.Description = p("changed") })
	try(r, vpcs.NewIpAddressAllocationsClient(c), ids(org, id, vpc, r.id("address")), model.VpcIpAddressAllocation{
		DisplayName: p("go address"), IpAddressBlockVisibility: p("EXTERNAL")}, nil)
	r.step("NAT rule of a VPC", func() error {
		address, err := vpcs.NewIpAddressAllocationsClient(c).Get(org, id, vpc, r.id("address"))
		if err != nil {
			return err
		}
		if address.AllocationIp == nil && address.Path == nil {
			return fmt.Errorf("the allocation has no address: %+v", address)
		}
		rules := vpcnat.NewNatRulesClient(c)
		rule := model.PolicyVpcNatRule{DisplayName: p("go dnat"), Action: p("DNAT"), DestinationNetwork: address.AllocationIp,
			TranslatedNetwork: p("10.95.0.9"), SequenceNumber: p(int64(1))}
		if address.AllocationIp == nil { // since NSX 9 the address is in allocation_ips, which this SDK does not know
			rule.DestinationNetwork = p("203.0.114.0")
		}
		if err := rules.Patch(org, id, vpc, "USER", r.id("dnat"), rule); err != nil {
			return err
		}
		got, err := rules.Get(org, id, vpc, "USER", r.id("dnat"))
		if err != nil {
			return err
		}
		if err := compare(rule, got); err != nil {
			return err
		}
		return rules.Delete(org, id, vpc, "USER", r.id("dnat"))
	})
}
