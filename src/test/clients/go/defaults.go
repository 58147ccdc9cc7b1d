package main

import (
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/domains"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/settings/firewall/security/intrusion_services"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/sites/enforcement_points"
)

// defaultsFamily decodes every list of what a manager holds from the start.
func defaultsFamily(r *run) {
	c := r.connector
	lists(r, nil,
		infra.NewBfdProfilesClient(c), infra.NewCabundlesClient(c), infra.NewCertificatesClient(c),
		infra.NewConstraintsClient(c), infra.NewContextProfilesClient(c), infra.NewCrlsClient(c), infra.NewCsrsClient(c),
		infra.NewDeploymentZonesClient(c), infra.NewDhcpRelayConfigsClient(c), infra.NewDhcpServerConfigsClient(c),
		infra.NewDnsForwarderZonesClient(c), infra.NewDnsSecurityProfilesClient(c), infra.NewDomainsClient(c),
		infra.NewDraftsClient(c), infra.NewEvpnTenantConfigsClient(c),
		infra.NewFirewallIdentityStoresClient(c), infra.NewFirewallSchedulersClient(c),
		infra.NewFirewallSessionTimerProfilesClient(c), infra.NewFloodProtectionProfilesClient(c),
		infra.NewGatewayQosProfilesClient(c), infra.NewHostSwitchProfilesClient(c),
		infra.NewHostTransportNodeProfilesClient(c), infra.NewIdentityFirewallStoresClient(c), infra.NewIgmpProfilesClient(c),
		infra.NewIpBlocksClient(c), infra.NewIpDiscoveryProfilesClient(c), infra.NewIpPoolsClient(c),
		infra.NewIpfixDfwCollectorProfilesClient(c), infra.NewIpfixDfwProfilesClient(c),
		infra.NewIpfixL2CollectorProfilesClient(c), infra.NewIpfixL2ProfilesClient(c), infra.NewIpsecVpnDpdProfilesClient(c),
		infra.NewIpsecVpnIkeProfilesClient(c), infra.NewIpsecVpnTunnelProfilesClient(c), infra.NewIpv6DadProfilesClient(c),
		infra.NewIpv6NdraProfilesClient(c), infra.NewL7AccessProfilesClient(c), infra.NewLabelsClient(c),
		infra.NewLatencyProfilesClient(c), infra.NewLbAppProfilesClient(c), infra.NewLbClientSslProfilesClient(c),
		infra.NewLbMonitorProfilesClient(c), infra.NewLbPersistenceProfilesClient(c), infra.NewLbPoolsClient(c),
		infra.NewLbServerSslProfilesClient(c), infra.NewLbServicesClient(c), infra.NewLbVirtualServersClient(c),
		infra.NewLivetracesClient(c), infra.NewMacDiscoveryProfilesClient(c), infra.NewMetadataProxiesClient(c),
		infra.NewPimProfilesClient(c), infra.NewPortMirroringProfilesClient(c), infra.NewQosProfilesClient(c),
		infra.NewSegmentSecurityProfilesClient(c), infra.NewSegmentsClient(c),
		infra.NewServiceChainsClient(c), infra.NewServiceReferencesClient(c), infra.NewServicesClient(c),
		infra.NewSharesClient(c), infra.NewSitesClient(c), infra.NewSpoofguardProfilesClient(c), infra.NewTier0sClient(c),
		infra.NewTier1sClient(c), infra.NewTlsInspectionActionProfilesClient(c), infra.NewTlsInspectionPoliciesClient(c),
		infra.NewTraceflowsClient(c), infra.NewTransportZoneProfilesClient(c), infra.NewVniPoolsClient(c),
		intrusion_services.NewClusterConfigsClient(c), intrusion_services.NewGlobalSignaturesClient(c),
		intrusion_services.NewPcapsClient(c), intrusion_services.NewProfilesClient(c),
		intrusion_services.NewSignatureVersionsClient(c))
	lists(r, with("default"),
		domains.NewCommunicationMapsClient(c), domains.NewDomainDeploymentMapsClient(c),
		domains.NewGatewayPoliciesClient(c), domains.NewGroupsClient(c),
		domains.NewIntrusionServiceGatewayPoliciesClient(c), domains.NewIntrusionServicePoliciesClient(c),
		domains.NewSecurityPoliciesClient(c))
	lists(r, with("default", "default"),
		enforcement_points.NewClusterControlPlanesClient(c), enforcement_points.NewEdgeBridgeProfilesClient(c),
		enforcement_points.NewEdgeClustersClient(c), enforcement_points.NewHostTransportNodesClient(c),
		enforcement_points.NewSubClustersClient(c), enforcement_points.NewTransportNodeCollectionsClient(c),
		enforcement_points.NewTransportZonesClient(c))
	for _, api := range []any{infra.NewGlobalConfigClient(c), infra.NewConnectivityGlobalConfigClient(c),
		infra.NewSecurityGlobalConfigClient(c), infra.NewOpsGlobalConfigClient(c)} {
		view[any](r, collectionName(api), api, "Get", nil, nil)
	}
}

func lists(r *run, ids []any, apis ...any) {
	for _, api := range apis {
		view[any](r, "list "+collectionName(api), api, "List", ids, nil)
	}
}
