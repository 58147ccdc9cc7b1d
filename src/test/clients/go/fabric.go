package main

import (
	"fmt"
	"strings"

	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/sites/enforcement_points"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/sites/enforcement_points/edge_clusters"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
)

// fabricFamily finds what gateways and segments are built on.
func fabricFamily(r *run) {
	r.step("transport zones", func() error {
		if r.overlay() == "" || r.vlan() == "" {
			return fmt.Errorf("an overlay and a VLAN transport zone are needed")
		}
		return nil
	})
	r.step("edge cluster and its nodes", func() error {
		for _, node := range r.edgeNodes() {
			if node.Path == nil || node.MemberIndex == nil || node.NsxId == nil || node.UniqueId == nil {
				return fmt.Errorf("an edge node lacks path, member_index, nsx_id or unique_id")
			}
		}
		return nil
	})
}

func (r *run) overlay() string {
	return r.transportZone(func(kind string) bool { return strings.HasPrefix(kind, "OVERLAY") })
}

func (r *run) vlan() string {
	return r.transportZone(func(kind string) bool { return kind == "VLAN_BACKED" })
}

func (r *run) transportZone(fits func(string) bool) string {
	zones, err := enforcement_points.NewTransportZonesClient(r.connector).
		List("default", "default", nil, nil, nil, nil, nil, nil)
	if err != nil {
		panic(describe(err))
	}
	for _, zone := range zones.Results {
		if fits(*zone.TzType) && zone.IsDefault != nil {
			return *zone.Path
		}
	}
	return ""
}

func (r *run) edgeCluster() string {
	clusters, err := enforcement_points.NewEdgeClustersClient(r.connector).
		List("default", "default", nil, nil, nil, nil, nil, nil)
	if err != nil {
		panic(describe(err))
	}
	return *clusters.Results[0].Path
}

func (r *run) edgeNodes() []model.PolicyEdgeNode {
	nodes, err := edge_clusters.NewEdgeNodesClient(r.connector).
		List("default", "default", lastOf(r.edgeCluster()), nil, nil, nil, nil, nil, nil)
	if err != nil {
		panic(describe(err))
	}
	return nodes.Results
}

func (r *run) edgeNode() string {
	return *r.edgeNodes()[0].Path
}

func lastOf(path string) string {
	return path[strings.LastIndex(path, "/")+1:]
}
