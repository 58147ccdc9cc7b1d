package main

import (
	"fmt"

	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains/groups"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains/security_policies"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/realized_state"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/realized_state/enforcement_points"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/system_config"
)

// actionsFamily does what is neither reading nor writing of an object.
func actionsFamily(r *run) {
	c := r.connector
	policies := domains.NewSecurityPoliciesClient(c)
	for i, name := range []string{"first", "second"} {
		create(r, policies, ids("default", r.id(name)), model.SecurityPolicy{DisplayName: p(name), Category: p("Application"),
			SequenceNumber: p(int64(100 + i)), Rules: []model.Rule{ruleOf("one", 10), ruleOf("two", 20)}})
	}
	r.step("move a policy", func() error {
		second, err := policies.Get("default", r.id("second"))
		if err != nil {
			return err
		}
		moved, err := policies.Revise("default", r.id("second"), second, p(*pathOf(r, "first")), p("insert_before"))
		if err != nil {
			return err
		}
		first, err := policies.Get("default", r.id("first"))
		if err != nil {
			return err
		}
		if *moved.SequenceNumber >= *first.SequenceNumber {
			return fmt.Errorf("%d is not before %d", *moved.SequenceNumber, *first.SequenceNumber)
		}
		return nil
	})
	r.step("move a rule", func() error {
		rules := security_policies.NewRulesClient(c)
		rule, err := rules.Get("default", r.id("first"), "two")
		if err != nil {
			return err
		}
		if _, err = rules.Revise("default", r.id("first"), "two", rule, nil, p("insert_top")); err != nil {
			return err
		}
		policy, err := policies.Get("default", r.id("first"))
		if err != nil {
			return err
		}
		if *policy.Rules[0].Id != "two" {
			return fmt.Errorf("the first rule is %s", *policy.Rules[0].Id)
		}
		return nil
	})
	expressions(r)
	r.step("reprocess a tier-1", func() error {
		tier1s := infra.NewTier1sClient(c)
		if err := tier1s.Patch(r.id("again"), model.Tier1{DisplayName: p("go again")}); err != nil {
			return err
		}
		if err := tier1s.Reprocess(r.id("again"), nil); err != nil {
			return err
		}
		return tier1s.Delete(r.id("again"))
	})
	r.step("tag a virtual machine", r.tagMachine)
	r.step("partial patch configuration", func() error {
		config := system_config.NewNsxPartialPatchConfigClient(c)
		before, err := config.Get()
		if err != nil {
			return err
		}
		return config.Patch(model.PartialPatchConfig{EnablePartialPatch: before.EnablePartialPatch})
	})
	certificates(r)
	refusals(r)
}

func ruleOf(id string, number int64) model.Rule {
	return model.Rule{Id: p(id), DisplayName: p(id), SequenceNumber: p(number), Action: p("ALLOW"),
		SourceGroups: []string{"ANY"}, DestinationGroups: []string{"ANY"}, Services: []string{"ANY"}, Scope: []string{"ANY"}}
}

func pathOf(r *run, policy string) *string {
	return p("/infra/domains/default/security-policies/" + r.id(policy))
}

// expressions adds an address to a group's expression, and takes it away again.
func expressions(r *run) {
	c := r.connector
	create(r, domains.NewGroupsClient(c), ids("default", r.id("expressions")), model.Group{DisplayName: p("go expressions"),
		Expression: variants(model.IPAddressExpression{Id: p("addresses"), IpAddresses: []string{"10.101.0.1"}})})
	r.step("add addresses to an expression", func() error {
		return groups.NewIpAddressExpressionsClient(c).Create("default", r.id("expressions"), "addresses",
			model.IPAddressList{IpAddresses: []string{"10.101.0.2"}}, "add")
	})
	r.step("remove addresses from an expression", func() error {
		return groups.NewIpAddressExpressionsClient(c).Create("default", r.id("expressions"), "addresses",
			model.IPAddressList{IpAddresses: []string{"10.101.0.1"}}, "remove")
	})
	r.step("the expression is changed", func() error {
		group, err := domains.NewGroupsClient(c).Get("default", r.id("expressions"))
		if err != nil {
			return err
		}
		expression, err := decodeVariant(group.Expression[0])
		if err != nil {
			return err
		}
		return compare(model.IPAddressExpression{IpAddresses: []string{"10.101.0.2"}}, expression)
	})
}

func (r *run) tagMachine() error {
	machines := realized_state.NewVirtualMachinesClient(r.connector)
	list, err := machines.List(nil, nil, nil, nil, nil, nil, nil)
	if err != nil || len(list.Results) == 0 {
		return err
	}
	machine := list.Results[0]
	api := enforcement_points.NewVirtualMachinesClient(r.connector)
	err = api.Updatetags("default", model.VirtualMachineTagsUpdate{VirtualMachineId: machine.ExternalId,
		Tags: append(append([]model.Tag{}, machine.Tags...), model.Tag{Scope: p("go"), Tag: p("machine")})})
	if err != nil {
		return err
	}
	return api.Updatetags("default", model.VirtualMachineTagsUpdate{VirtualMachineId: machine.ExternalId, Tags: machine.Tags})
}

// certificates signs one and reads what the server found in it.
func certificates(r *run) {
	c := r.connector
	var id string
	r.step("sign a certificate", func() error {
		names := []model.KeyValue{}
		for _, pair := range [][2]string{{"CN", "go.example"}, {"O", "Go"}, {"OU", "SDK"}, {"C", "US"}, {"ST", "CA"}, {"L", "Palo Alto"}} {
			names = append(names, model.KeyValue{Key: p(pair[0]), Value: p(pair[1])})
		}
		certificate, err := infra.NewCsrsClient(c).Selfsign0(model.TlsCsrWithDaysValid{DisplayName: p("go signed"),
			Algorithm: p("RSA"), KeySize: p(int64(2048)), DaysValid: p(int64(30)), Subject: &model.Principal{Attributes: names}})
		if err != nil {
			return err
		}
		id = *certificate.Id
		return nil
	})
	view(r, "read the certificate", infra.NewCertificatesClient(c), "Get", with(id, p(true)), func(t model.TlsCertificate) error {
		if t.PemEncoded == nil || t.ResourceType == nil || len(t.Details) == 0 {
			return fmt.Errorf("it lacks pem_encoded, resource_type or details")
		}
		return nil
	})
	r.step("delete the certificate", func() error { return infra.NewCertificatesClient(c).Delete(id) })
}

// refusals are errors that the SDK must be able to tell apart.
func refusals(r *run) {
	tier1s, segments := infra.NewTier1sClient(r.connector), infra.NewSegmentsClient(r.connector)
	r.step("nothing there", func() error {
		_, err := tier1s.Get(r.id("missing"))
		return refused(err, "NotFound", 600)
	})
	r.step("delete nothing", func() error { return refused(tier1s.Delete(r.id("missing")), "NotFound", 600) })
	r.step("a path to nothing", func() error {
		return refused(tier1s.Patch(r.id("bad"), model.Tier1{Tier0Path: p("/infra/tier-0s/" + r.id("missing"))}), "InvalidRequest", 500012)
	})
	r.step("a value that is not allowed", func() error {
		return refused(tier1s.Patch(r.id("bad"), model.Tier1{FailoverMode: p("SOMETIMES")}), "InvalidRequest", 0)
	})
	r.step("something in use", func() error {
		if err := tier1s.Patch(r.id("used"), model.Tier1{}); err != nil {
			return err
		}
		err := segments.Patch(r.id("user"), model.Segment{TransportZonePath: p(r.overlay()), ConnectivityPath: p("/infra/tier-1s/" + r.id("used"))})
		if err != nil {
			return err
		}
		if err := refused(tier1s.Delete(r.id("used")), "InvalidRequest", 500030); err != nil {
			return err
		}
		if err := segments.Delete(r.id("user")); err != nil {
			return err
		}
		return tier1s.Delete(r.id("used"))
	})
	r.step("wrong credentials", func() error {
		wrong := *r
		wrong.password += "x"
		_, err := infra.NewTier1sClient(wrong.basicConnector()).Get("any")
		return refused(err, "Unauthorized", 403)
	})
}
