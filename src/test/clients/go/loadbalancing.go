package main

import (
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/lb_services"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/lb_services/lb_pools"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/lb_services/lb_virtual_servers"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra/tier_1s"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
)

func loadBalancingFamily(r *run) {
	c := r.connector
	applicationProfiles(r)
	lbMonitors(r)
	lbPersistence(r)
	sslProfiles(r)
	t1 := r.id("lb-t1")
	create(r, infra.NewTier1sClient(c), ids(t1), model.Tier1{DisplayName: p("go lb")})
	create(r, tier_1s.NewLocaleServicesClient(c), ids(t1, "default"), model.LocaleServices{
		DisplayName: p("default"), EdgeClusterPath: p(r.edgeCluster())})
	try(r, infra.NewLbServicesClient(c), ids(r.id("lb")), model.LBService{
		DisplayName: p("go lb"), ConnectivityPath: p("/infra/tier-1s/" + t1), Size: p("SMALL"), Enabled: p(true),
		ErrorLogLevel: p("INFO"), AccessLogEnabled: p(false), RelaxScaleValidation: p(false),
	}, func(l *model.LBService) { l.ErrorLogLevel = p("DEBUG") })
	lbPools(r)
	virtualServers(r)
	lb, pool, server := r.id("lb"), r.id("pool-snat"), r.id("http-server")
	view[any](r, "status of LB service", lb_services.NewDetailedStatusClient(c), "Get", with(lb), nil)
	view[any](r, "statistics of LB service", lb_services.NewStatisticsClient(c), "Get", with(lb), nil)
	view[any](r, "usage of LB service", lb_services.NewServiceUsageClient(c), "Get", with(lb), nil)
	view[any](r, "status of LB pool", lb_pools.NewDetailedStatusClient(c), "Get", with(lb, pool), nil)
	view[any](r, "statistics of LB pool", lb_pools.NewStatisticsClient(c), "Get", with(lb, pool), nil)
	view[any](r, "status of virtual server", lb_virtual_servers.NewDetailedStatusClient(c), "Get", with(lb, server), nil)
	view[any](r, "statistics of virtual server", lb_virtual_servers.NewStatisticsClient(c), "Get", with(lb, server), nil)
}

func applicationProfiles(r *run) {
	api := infra.NewLbAppProfilesClient(r.connector)
	try(r, api, ids(r.id("http")), model.LBHttpProfile{
		DisplayName: p("go http"), IdleTimeout: p(int64(20)), XForwardedFor: p("INSERT"), Ntlm: p(false),
		RequestHeaderSize: p(int64(2048)), ResponseHeaderSize: p(int64(4096)), ResponseTimeout: p(int64(30)),
		HttpRedirectToHttps: p(false), ServerKeepAlive: p(true), ResponseBuffering: p(false),
	}, func(l *model.LBHttpProfile) { l.IdleTimeout = p(int64(25)) })
	try(r, api, ids(r.id("tcp")), model.LBFastTcpProfile{
		DisplayName: p("go tcp"), IdleTimeout: p(int64(900)), CloseTimeout: p(int64(9)), HaFlowMirroringEnabled: p(true),
	}, func(l *model.LBFastTcpProfile) { l.CloseTimeout = p(int64(10)) })
	try(r, api, ids(r.id("udp")), model.LBFastUdpProfile{
		DisplayName: p("go udp"), IdleTimeout: p(int64(300)), FlowMirroringEnabled: p(true),
	}, func(l *model.LBFastUdpProfile) { l.IdleTimeout = p(int64(301)) })
}

func lbMonitors(r *run) {
	api := infra.NewLbMonitorProfilesClient(r.connector)
	headers := []model.LbHttpRequestHeader{{HeaderName: p("Host"), HeaderValue: p("go.example")}}
	try(r, api, ids(r.id("http-monitor")), model.LBHttpMonitorProfile{
		DisplayName: p("go http"), FallCount: p(int64(2)), RiseCount: p(int64(4)), Interval: p(int64(7)),
		Timeout: p(int64(6)), MonitorPort: p(int64(8080)), RequestMethod: p("GET"), RequestUrl: p("/health"),
		RequestVersion: p("HTTP_VERSION_1_1"), RequestHeaders: headers, RequestBody: p("ping"), ResponseBody: p("pong"),
		ResponseStatusCodes: []int64{200, 204},
	}, func(m *model.LBHttpMonitorProfile) { m.ResponseStatusCodes = []int64{201} })
	try(r, api, ids(r.id("https-monitor")), model.LBHttpsMonitorProfile{
		DisplayName: p("go https"), RequestMethod: p("HEAD"), RequestUrl: p("/"), ResponseStatusCodes: []int64{200},
		ServerSslProfileBinding: &model.LBServerSslProfileBinding{CertificateChainDepth: p(int64(4)),
			ServerAuth: p("AUTO_APPLY"), SslProfilePath: p("/infra/lb-server-ssl-profiles/default-balanced-server-ssl-profile")},
	}, func(m *model.LBHttpsMonitorProfile) { m.Interval = p(int64(9)) })
	try(r, api, ids(r.id("icmp-monitor")), model.LBIcmpMonitorProfile{DisplayName: p("go icmp"), DataLength: p(int64(100))},
		func(m *model.LBIcmpMonitorProfile) { m.DataLength = p(int64(200)) })
	try(r, api, ids(r.id("passive-monitor")), model.LBPassiveMonitorProfile{
		DisplayName: p("go passive"), MaxFails: p(int64(3)), Timeout: p(int64(6))},
		func(m *model.LBPassiveMonitorProfile) { m.MaxFails = p(int64(4)) })
	try(r, api, ids(r.id("tcp-monitor")), model.LBTcpMonitorProfile{
		DisplayName: p("go tcp"), Send: p("hello"), Receive: p("world"), MonitorPort: p(int64(22))},
		func(m *model.LBTcpMonitorProfile) { m.MonitorPort = p(int64(23)) })
	try(r, api, ids(r.id("udp-monitor")), model.LBUdpMonitorProfile{
		DisplayName: p("go udp"), Send: p("hello"), Receive: p("world"), MonitorPort: p(int64(53))},
		func(m *model.LBUdpMonitorProfile) { m.RiseCount = p(int64(5)) })
}

func lbPersistence(r *run) {
	api := infra.NewLbPersistenceProfilesClient(r.connector)
	try(r, api, ids(r.id("cookie")), model.LBCookiePersistenceProfile{
		DisplayName: p("go cookie"), CookieMode: p("INSERT"), CookieName: p("GO"), CookiePath: p("/"),
		CookieDomain: p(".go.example"), CookieFallback: p(true), CookieGarble: p(true), CookieSecure: p(true),
		CookieHttponly: p(true), PersistenceShared: p(false),
		CookieTime: variant(model.LBSessionCookieTime{CookieMaxIdle: p(int64(100)), CookieMaxLife: p(int64(200))}),
	}, func(l *model.LBCookiePersistenceProfile) {
		l.CookieTime = variant(model.LBPersistenceCookieTime{CookieMaxIdle: p(int64(300))})
	})
	try(r, api, ids(r.id("source")), model.LBSourceIpPersistenceProfile{
		DisplayName: p("go source"), Purge: p("FULL"), Timeout: p(int64(301)), HaPersistenceMirroringEnabled: p(true)},
		func(l *model.LBSourceIpPersistenceProfile) { l.Purge = p("NO_PURGE") })
	try(r, api, ids(r.id("generic")), model.LBGenericPersistenceProfile{
		DisplayName: p("go generic"), Timeout: p(int64(302)), PersistenceShared: p(true)},
		func(l *model.LBGenericPersistenceProfile) { l.Timeout = p(int64(303)) })
}

func sslProfiles(r *run) {
	c := r.connector
	try(r, infra.NewLbClientSslProfilesClient(c), ids(r.id("client-ssl")), model.LBClientSslProfile{
		DisplayName: p("go client"), CipherGroupLabel: p("BALANCED"), PreferServerCiphers: p(true),
		SessionCacheEnabled: p(true), SessionCacheTimeout: p(int64(400)),
	}, func(l *model.LBClientSslProfile) { l.SessionCacheTimeout = p(int64(500)) })
	try(r, infra.NewLbServerSslProfilesClient(c), ids(r.id("server-ssl")), model.LBServerSslProfile{
		DisplayName: p("go server"), CipherGroupLabel: p("CUSTOM"), SessionCacheEnabled: p(false),
		Ciphers: []string{"TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"}, Protocols: []string{"TLS_V1_2"},
	}, func(l *model.LBServerSslProfile) { l.SessionCacheEnabled = p(true) })
}

func lbPools(r *run) {
	api := infra.NewLbPoolsClient(r.connector)
	try(r, api, ids(r.id("pool-snat")), model.LBPool{
		DisplayName: p("go pool"), Algorithm: p("WEIGHTED_ROUND_ROBIN"), MinActiveMembers: p(int64(1)),
		ActiveMonitorPaths: []string{"/infra/lb-monitor-profiles/" + r.id("http-monitor")},
		PassiveMonitorPath: p("/infra/lb-monitor-profiles/" + r.id("passive-monitor")),
		Members: []model.LBPoolMember{
			{DisplayName: p("one"), IpAddress: p("10.83.0.1"), Port: p("8080"), Weight: p(int64(2)), AdminState: p("ENABLED"),
				BackupMember: p(false), MaxConcurrentConnections: p(int64(7))},
			{DisplayName: p("two"), IpAddress: p("10.83.0.2"), AdminState: p("DISABLED")}},
		TcpMultiplexingEnabled: p(true), TcpMultiplexingNumber: p(int64(8)),
		SnatTranslation: variant(model.LBSnatIpPool{IpAddresses: []model.LBSnatIpElement{
			{IpAddress: p("10.83.1.0"), PrefixLength: p(int64(24))}, {IpAddress: p("10.83.2.1-10.83.2.9")}}}),
	}, func(l *model.LBPool) { l.SnatTranslation = variant(model.LBSnatAutoMap{}) })
	create(r, api, ids(r.id("pool")), model.LBPool{DisplayName: p("go pool"), SnatTranslation: variant(model.LBSnatDisabled{})})
}

func virtualServers(r *run) {
	api := infra.NewLbVirtualServersClient(r.connector)
	try(r, api, ids(r.id("http-server")), model.LBVirtualServer{
		DisplayName: p("go http"), IpAddress: p("10.84.0.1"), Ports: []string{"80", "8000-8010"}, Enabled: p(true),
		ApplicationProfilePath: p("/infra/lb-app-profiles/" + r.id("http")), AccessLogEnabled: p(true),
		LbServicePath: p("/infra/lb-services/" + r.id("lb")), PoolPath: p("/infra/lb-pools/" + r.id("pool-snat")),
		SorryPoolPath: p("/infra/lb-pools/" + r.id("pool")), DefaultPoolMemberPorts: []string{"8080"},
		LbPersistenceProfilePath: p("/infra/lb-persistence-profiles/" + r.id("cookie")),
		MaxConcurrentConnections: p(int64(100)), MaxNewConnectionRate: p(int64(50)), LogSignificantEventOnly: p(false),
		ServerSslProfileBinding: &model.LBServerSslProfileBinding{ServerAuth: p("IGNORE"),
			SslProfilePath: p("/infra/lb-server-ssl-profiles/" + r.id("server-ssl"))},
		Rules: r.lbRules(),
	}, func(l *model.LBVirtualServer) { l.Rules = l.Rules[1:] })
	try(r, api, ids(r.id("tcp-server")), model.LBVirtualServer{
		DisplayName: p("go tcp"), IpAddress: p("10.84.0.2"), Ports: []string{"443"},
		ApplicationProfilePath:   p("/infra/lb-app-profiles/" + r.id("tcp")),
		LbPersistenceProfilePath: p("/infra/lb-persistence-profiles/" + r.id("source")),
	}, func(l *model.LBVirtualServer) { l.Enabled = p(false) })
}

// lbRules has every condition and action that is good for one of the phases.
func (r *run) lbRules() []model.LBRule {
	generic := p("/infra/lb-persistence-profiles/" + r.id("generic"))
	return []model.LBRule{
		{DisplayName: p("rewrite"), Phase: p("HTTP_REQUEST_REWRITE"), MatchStrategy: p("ALL"),
			MatchConditions: variants(
				model.LBHttpRequestUriCondition{Uri: p("/old"), MatchType: p("STARTS_WITH"), CaseSensitive: p(true), Inverse: p(false)},
				model.LBHttpRequestMethodCondition{Method: p("GET"), Inverse: p(false)},
				model.LBHttpRequestVersionCondition{Version: p("HTTP_VERSION_1_1"), Inverse: p(true)},
				model.LBHttpRequestUriArgumentsCondition{UriArguments: p("a=b"), MatchType: p("CONTAINS"), Inverse: p(false)},
				model.LBVariableCondition{VariableName: p("v"), VariableValue: p("1"), MatchType: p("EQUALS")}),
			Actions: variants(
				model.LBHttpRequestUriRewriteAction{Uri: p("/new"), UriArguments: p("c=d")},
				model.LBHttpRequestHeaderRewriteAction{HeaderName: p("X-Go"), HeaderValue: p("1")},
				model.LBHttpRequestHeaderDeleteAction{HeaderName: p("X-Old")},
				model.LBVariableAssignmentAction{VariableName: p("v"), VariableValue: p("2")})},
		{DisplayName: p("forward"), Phase: p("HTTP_FORWARDING"), MatchStrategy: p("ANY"),
			MatchConditions: variants(
				model.LBHttpRequestHeaderCondition{HeaderName: p("Host"), HeaderValue: p("go.example"), MatchType: p("EQUALS")},
				model.LBHttpRequestCookieCondition{CookieName: p("GO"), CookieValue: p("1"), MatchType: p("EQUALS")},
				model.LBHttpRequestBodyCondition{BodyValue: p("x"), MatchType: p("REGEX")},
				model.LBIpHeaderCondition{SourceAddress: p("10.0.0.0/8")},
				model.LBTcpHeaderCondition{SourcePort: p("1000-2000")}),
			Actions: variants(
				model.LBSelectPoolAction{PoolId: p("/infra/lb-pools/" + r.id("pool"))},
				model.LBVariablePersistenceOnAction{PersistenceProfilePath: generic, VariableName: p("v"), VariableHashEnabled: p(true)})},
		{DisplayName: p("redirect"), Phase: p("HTTP_FORWARDING"), MatchStrategy: p("ALL"),
			Actions: variants(model.LBHttpRedirectAction{RedirectStatus: p("302"), RedirectUrl: p("https://go.example/")})},
		{DisplayName: p("reject"), Phase: p("HTTP_FORWARDING"), MatchStrategy: p("ALL"),
			Actions: variants(model.LBHttpRejectAction{ReplyStatus: p("404"), ReplyMessage: p("no")})},
		{DisplayName: p("response"), Phase: p("HTTP_RESPONSE_REWRITE"), MatchStrategy: p("ALL"),
			MatchConditions: variants(
				model.LBHttpResponseHeaderCondition{HeaderName: p("Server"), HeaderValue: p("x"), MatchType: p("CONTAINS")}),
			Actions: variants(
				model.LBHttpResponseHeaderRewriteAction{HeaderName: p("X-Go"), HeaderValue: p("1")},
				model.LBHttpResponseHeaderDeleteAction{HeaderName: p("Server")},
				model.LBVariablePersistenceLearnAction{PersistenceProfilePath: generic, VariableName: p("v")})},
		{DisplayName: p("drop"), Phase: p("HTTP_ACCESS"), MatchStrategy: p("ALL"),
			Actions: variants(model.LBConnectionDropAction{})},
	}
}
