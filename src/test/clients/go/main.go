// Drives a running nsxsim through the official Go SDK, as automation tools do: every family of objects is created,
// read and compared, changed, listed page by page and deleted. What the SDK cannot decode is a failed step.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"

	"github.com/vmware/vsphere-automation-sdk-go/runtime/log"
)

// silent keeps the SDK from reporting each request.
type silent struct{}

func (silent) Error(...interface{})          {}
func (silent) Errorf(string, ...interface{}) {}
func (silent) Info(...interface{})           {}
func (silent) Infof(string, ...interface{})  {}
func (silent) Debug(...interface{})          {}
func (silent) Debugf(string, ...interface{}) {}

func main() {
	url := flag.String("url", "https://127.0.0.1:8443", "address of the server")
	user := flag.String("user", "admin", "user name")
	password := flag.String("password", "nsxsim", "password")
	only := flag.String("only", "", "name of the one family to run")
	verbose := flag.Bool("verbose", false, "print the steps that succeed, too")
	flag.Parse()
	log.SetLogger(silent{})

	r := &run{
		url: *url, user: *user, password: *password, verbose: *verbose,
		prefix: fmt.Sprintf("go-%d", time.Now().Unix()),
	}
	r.connector = r.basicConnector()
	families := []struct {
		name string
		run  func(*run)
	}{
		{"login", loginFamily},
		{"fabric", fabricFamily},
		{"tier-0", tier0Family},
		{"tier-1", tier1Family},
		{"segments", segmentsFamily},
		{"profiles", profilesFamily},
		{"nat", natFamily},
		{"load-balancing", loadBalancingFamily},
		{"services", servicesFamily},
		{"groups", groupsFamily},
		{"firewall", firewallFamily},
		{"context-profiles", contextProfilesFamily},
		{"dhcp-dns", dhcpAndDNSFamily},
		{"addresses", addressesFamily},
		{"vpn", vpnFamily},
		{"projects", projectsFamily},
		{"hierarchy", hierarchyFamily},
		{"search", searchFamily},
		{"realization", realizationFamily},
		{"actions", actionsFamily},
		{"defaults", defaultsFamily},
	}
	for _, family := range families {
		if *only == "" || *only == family.name {
			r.family(family.name, family.run)
		}
	}
	fmt.Printf("%d of %d steps\n", r.done-r.failed, r.done)
	if r.failed > 0 {
		os.Exit(1)
	}
}
