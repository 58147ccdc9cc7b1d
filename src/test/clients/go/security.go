package main

import (
	"fmt"

	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/context_profiles"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains/gateway_policies"
	group "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains/groups"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains/groups/members"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains/intrusion_service_policies"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains/security_policies"
	service "github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/services"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/settings/firewall/security"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/settings/firewall/security/intrusion_services"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
)

func servicesFamily(r *run) {
	c := r.connector
	create(r, infra.NewServicesClient(c), ids(r.id("inner")), model.Service{DisplayName: p("go inner"),
		ServiceEntries: variants(model.L4PortSetServiceEntry{Id: p("tcp"), DisplayName: p("tcp"), L4Protocol: p("TCP"),
			DestinationPorts: []string{"22"}})})
	entries := []any{ // in the order of their ids, which is how they are read
		model.ALGTypeServiceEntry{Id: p("alg"), DisplayName: p("alg"), Alg: p("FTP"), DestinationPorts: []string{"21"}},
		model.ICMPTypeServiceEntry{Id: p("icmp"), DisplayName: p("icmp"), Protocol: p("ICMPv4"), IcmpType: p(int64(3)), IcmpCode: p(int64(1))},
		model.ICMPTypeServiceEntry{Id: p("icmp6"), DisplayName: p("icmp6"), Protocol: p("ICMPv6")},
		model.IGMPTypeServiceEntry{Id: p("igmp"), DisplayName: p("igmp")},
		model.IPProtocolServiceEntry{Id: p("ip"), DisplayName: p("ip"), ProtocolNumber: p(int64(17))},
		model.L4PortSetServiceEntry{Id: p("l4"), DisplayName: p("l4"), L4Protocol: p("TCP"),
			DestinationPorts: []string{"8080", "9000-9010"}, SourcePorts: []string{"1024-65535"}},
		model.NestedServiceServiceEntry{Id: p("nested"), DisplayName: p("nested"), NestedServicePath: p("/infra/services/" + r.id("inner"))},
	}
	try(r, infra.NewServicesClient(c), ids(r.id("all")), model.Service{
		DisplayName: p("go all"), Tags: someTags, ServiceEntries: variants(entries...),
	}, func(s *model.Service) { s.Description = p("changed") })
	try(r, infra.NewServicesClient(c), ids(r.id("ether")), model.Service{
		DisplayName: p("go ether"), ServiceType: p("ETHER"), ServiceEntries: variants(
			model.EtherTypeServiceEntry{Id: p("ether"), DisplayName: p("ether"), EtherType: p(int64(2048))}),
	}, func(s *model.Service) { s.Description = p("changed") })
	try(r, service.NewServiceEntriesClient(c), ids(r.id("all"), "more"), model.L4PortSetServiceEntry{
		DisplayName: p("more"), L4Protocol: p("UDP"), DestinationPorts: []string{"53"},
	}, func(e *model.L4PortSetServiceEntry) { e.DestinationPorts = []string{"54"} })
}

func groupsFamily(r *run) {
	c := r.connector
	api := domains.NewGroupsClient(c)
	create(r, api, ids("default", r.id("member")), model.Group{DisplayName: p("go member"),
		Expression: variants(model.IPAddressExpression{IpAddresses: []string{"10.85.0.1"}})})
	or, and := model.ConjunctionOperator{ConjunctionOperator: p("OR")}, model.ConjunctionOperator{ConjunctionOperator: p("AND")}
	try(r, api, ids("default", r.id("all")), model.Group{
		DisplayName: p("go all"), Tags: someTags, Expression: variants(
			model.Condition{MemberType: p("VirtualMachine"), Key: p("Tag"), Operator: p("EQUALS"), Value: p("client|go")},
			or,
			model.Condition{MemberType: p("VirtualMachine"), Key: p("Name"), Operator: p("STARTSWITH"), Value: p("go")},
			and,
			model.Condition{MemberType: p("VirtualMachine"), Key: p("OSName"), Operator: p("CONTAINS"), Value: p("Linux")},
			or,
			model.NestedExpression{Expressions: variants(
				model.Condition{MemberType: p("SegmentPort"), Key: p("Tag"), Operator: p("EQUALS"), Value: p("|go")}, and,
				model.Condition{MemberType: p("Segment"), Key: p("Tag"), Operator: p("EQUALS"), Value: p("client|go")})},
			or,
			model.IPAddressExpression{IpAddresses: []string{"10.85.0.0/24", "10.85.1.1", "10.85.2.1-10.85.2.9"}},
			or,
			model.MACAddressExpression{MacAddresses: []string{"00:50:56:77:85:01"}},
			or,
			model.PathExpression{Paths: []string{"/infra/domains/default/groups/" + r.id("member")}},
			or,
			model.ExternalIDExpression{MemberType: p("VirtualMachine"), ExternalIds: []string{"50018500-0000-0000-0000-000000000001"}},
		),
	}, func(g *model.Group) { g.Expression = g.Expression[:1] })
	try(r, api, ids("default", r.id("extended")), model.Group{
		DisplayName: p("go extended"), ExtendedExpression: variants(model.IdentityGroupExpression{
			IdentityGroups: []model.IdentityGroupInfo{{DistinguishedName: p("CN=go,DC=example"),
				DomainBaseDistinguishedName: p("DC=example"), Sid: p("S-1-5-21")}}}),
	}, nil)
	try(r, api, ids("default", r.id("addresses")), model.Group{
		DisplayName: p("go addresses"), GroupType: []string{"IPAddress"},
		Expression: variants(model.IPAddressExpression{IpAddresses: []string{"10.86.0.0/24"}}),
	}, func(g *model.Group) { g.Description = p("changed") })
	at := with("default", r.id("addresses"))
	view(r, "addresses of a group", members.NewIpAddressesClient(c), "List", at, func(l model.PolicyGroupIPMembersListResult) error {
		if len(l.Results) != 1 || l.Results[0] != "10.86.0.0/24" {
			return fmt.Errorf("the addresses are %v", l.Results)
		}
		return nil
	})
	view[any](r, "virtual machines of a group", members.NewVirtualMachinesClient(c), "List", with("default", r.id("all")), nil)
	view[any](r, "segments of a group", members.NewSegmentsClient(c), "List", with("default", r.id("all")), nil)
	view[any](r, "segment ports of a group", members.NewSegmentPortsClient(c), "List", with("default", r.id("all")), nil)
	view[any](r, "member types of a group", group.NewMemberTypesClient(c), "Get", with("default", r.id("all")), nil)
}

func firewallFamily(r *run) {
	c := r.connector
	create(r, domains.NewGroupsClient(c), ids("default", r.id("fw")), model.Group{DisplayName: p("go firewall"),
		Expression: variants(model.IPAddressExpression{IpAddresses: []string{"10.87.0.1"}})})
	create(r, infra.NewTier1sClient(c), ids(r.id("fw-t1")), model.Tier1{DisplayName: p("go firewall")})
	clients := "/infra/domains/default/groups/" + r.id("fw")
	rule := model.Rule{DisplayName: p("one"), SequenceNumber: p(int64(10)), Action: p("ALLOW"), Direction: p("IN_OUT"),
		SourceGroups: []string{clients}, DestinationGroups: []string{"10.87.1.0/24", "10.87.2.1"},
		Services: []string{"/infra/services/HTTP", "/infra/services/SSH"}, Profiles: []string{"ANY"}, Scope: []string{"ANY"},
		IpProtocol: p("IPV4"), Logged: p(true), Disabled: p(false), SourcesExcluded: p(false), DestinationsExcluded: p(true),
		Notes: p("why"), Tag: p("go")}
	inline, other := rule, rule
	inline.Id, other.Id = p("one"), p("two")
	other.SequenceNumber, other.Action, other.Services = p(int64(20)), p("REJECT"), []string{"ANY"}
	other.ServiceEntries = variants(
		model.L4PortSetServiceEntry{DisplayName: p("raw"), L4Protocol: p("TCP"), DestinationPorts: []string{"8443"}},
		model.ICMPTypeServiceEntry{DisplayName: p("ping"), Protocol: p("ICMPv4"), IcmpType: p(int64(8))})
	other.Services = nil
	try(r, domains.NewSecurityPoliciesClient(c), ids("default", r.id("policy")), model.SecurityPolicy{
		DisplayName: p("go policy"), Tags: someTags, Category: p("Application"), SequenceNumber: p(int64(77)),
		Stateful: p(true), TcpStrict: p(true), Locked: p(false), Scope: []string{clients}, Comments: p("why"),
		Rules: []model.Rule{inline, other},
	}, func(s *model.SecurityPolicy) { s.Rules, s.RuleCount, s.SequenceNumber = s.Rules[:1], nil, p(int64(78)) })
	third := rule
	third.Action, third.SequenceNumber = p("DROP"), p(int64(30))
	try(r, security_policies.NewRulesClient(c), ids("default", r.id("policy"), "three"), third,
		func(s *model.Rule) { s.Direction = p("IN") })
	view[any](r, "statistics of security policy", security_policies.NewStatisticsClient(c), "List", with("default", r.id("policy")), nil)

	gateway := rule
	gateway.Scope, gateway.Direction = []string{"/infra/tier-1s/" + r.id("fw-t1")}, p("IN")
	inlineGateway := gateway
	inlineGateway.Id = p("one")
	try(r, domains.NewGatewayPoliciesClient(c), ids("default", r.id("gateway-policy")), model.GatewayPolicy{
		DisplayName: p("go gateway policy"), Category: p("LocalGatewayRules"), SequenceNumber: p(int64(7)),
		Rules: []model.Rule{inlineGateway},
	}, func(g *model.GatewayPolicy) { g.Comments = p("changed") })
	gateway.SequenceNumber = p(int64(20))
	try(r, gateway_policies.NewRulesClient(c), ids("default", r.id("gateway-policy"), "two"), gateway,
		func(s *model.Rule) { s.Action = p("DROP") })
	intrusionDetection(r)
	excludeList(r, clients)
}

func intrusionDetection(r *run) {
	c := r.connector
	try(r, intrusion_services.NewProfilesClient(c), ids(r.id("ids-profile")), model.IdsProfile{
		DisplayName: p("go ids"), ProfileSeverity: []string{"HIGH", "CRITICAL"},
		Criteria: variants(
			model.IdsProfileFilterCriteria{FilterName: p("ATTACK_TARGET"), FilterValue: []string{"Server"}},
			model.IdsProfileConjunctionOperator{Operator: p("AND")},
			model.IdsProfileFilterCriteria{FilterName: p("CVSS"), FilterValue: []string{"HIGH"}}),
	}, func(i *model.IdsProfile) { i.Description = p("changed") })
	try(r, domains.NewIntrusionServicePoliciesClient(c), ids("default", r.id("ids-policy")), model.IdsSecurityPolicy{
		DisplayName: p("go ids"), SequenceNumber: p(int64(7)), Stateful: p(true)},
		func(i *model.IdsSecurityPolicy) { i.Comments = p("changed") })
	try(r, intrusion_service_policies.NewRulesClient(c), ids("default", r.id("ids-policy"), "one"), model.IdsRule{
		DisplayName: p("one"), SequenceNumber: p(int64(10)), Action: p("DETECT_PREVENT"), Direction: p("IN_OUT"),
		SourceGroups: []string{"ANY"}, DestinationGroups: []string{"ANY"}, Services: []string{"ANY"}, Scope: []string{"ANY"},
		IpProtocol: p("IPV4_IPV6"), Oversubscription: p("INHERIT_GLOBAL"),
		IdsProfiles: []string{"/infra/settings/firewall/security/intrusion-services/profiles/" + r.id("ids-profile")},
	}, func(i *model.IdsRule) { i.Action = p("DETECT") })
}

func excludeList(r *run, member string) {
	api := security.NewExcludeListClient(r.connector)
	r.step("exclude list", func() error {
		list, err := api.Get()
		if err != nil {
			return err
		}
		before := list.Members
		list.Members = append(append([]string{}, before...), member)
		if err := api.Patch(list); err != nil {
			return err
		}
		changed, err := api.Get()
		if err != nil {
			return err
		}
		if err := compare(list, changed); err != nil {
			return err
		}
		changed.Members = before
		_, err = api.Update(changed)
		return err
	})
}

func contextProfilesFamily(r *run) {
	c := r.connector
	try(r, infra.NewContextProfilesClient(c), ids(r.id("profile")), model.PolicyContextProfile{
		DisplayName: p("go profile"), Attributes: []model.PolicyAttributes{
			{Key: p("APP_ID"), Datatype: p("STRING"), Value: []string{"SSL"}, SubAttributes: []model.PolicySubAttributes{
				{Key: p("TLS_VERSION"), Datatype: p("STRING"), Value: []string{"TLS_V12", "TLS_V11"}}}},
			{Key: p("DOMAIN_NAME"), Datatype: p("STRING"), Value: []string{"*-myfiles.sharepoint.com"}}},
	}, func(c *model.PolicyContextProfile) { c.Description = p("changed") })
	for _, key := range []string{"APP_ID", "DOMAIN_NAME", "URL_CATEGORY"} {
		view(r, "attributes of "+key, context_profiles.NewAttributesClient(c), "List", with(p(key)),
			func(l model.PolicyContextProfileListResult) error {
				if l.ResultCount == nil || len(l.Results) == 0 || len(l.Results[0].Attributes) == 0 {
					return fmt.Errorf("there are none")
				}
				return nil
			})
	}
	r.step("custom attribute", func() error {
		api := context_profiles.NewCustomAttributesClient(c)
		custom := model.PolicyAttributes{Key: p("DOMAIN_NAME"), Datatype: p("STRING"), Value: []string{"go.example.com"}}
		if err := api.Create(custom, "add"); err != nil {
			return err
		}
		return api.Create(custom, "remove")
	})
}
