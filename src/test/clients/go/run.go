package main

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/vmware/vsphere-automation-sdk-go/runtime/protocol/client"
)

// run is one pass over all families: the connection, the steps so far, and what is still to be deleted.
type run struct {
	url, user, password string
	prefix              string
	verbose             bool
	connector           client.Connector
	familyName          string
	done, failed        int
	cleanup             []func()
}

// family runs the steps of a family and then deletes what they made, last first. Objects that a failed step did not
// make are missing in the steps after it; these fail too, and the run goes on.
func (r *run) family(name string, steps func(*run)) {
	r.familyName = name
	r.guarded("the family", func() error {
		steps(r)
		return nil
	})
	for len(r.cleanup) > 0 {
		last := r.cleanup[len(r.cleanup)-1]
		r.cleanup = r.cleanup[:len(r.cleanup)-1]
		last()
	}
}

// step counts one thing that has to succeed.
func (r *run) step(what string, do func() error) bool {
	err := r.attempt(do)
	r.done++
	if err != nil {
		r.failed++
		fmt.Printf("FAILED %s: %s: %s\n", r.familyName, what, describe(err))
	} else if r.verbose {
		fmt.Printf("ok %s: %s\n", r.familyName, what)
	}
	return err == nil
}

// guarded reports a panic of the code between the steps, and counts nothing otherwise.
func (r *run) guarded(what string, do func() error) {
	if err := r.attempt(do); err != nil {
		r.done++
		r.failed++
		fmt.Printf("FAILED %s: %s: %s\n", r.familyName, what, describe(err))
	}
}

// attempt makes an error of a panic: the SDK panics on some replies that it does not expect.
func (r *run) attempt(do func() error) (err error) {
	defer func() {
		if cause := recover(); cause != nil {
			err = fmt.Errorf("panic: %v", cause)
		}
	}()
	return do()
}

// id is a name that no other run has used.
func (r *run) id(name string) string {
	return r.prefix + "-" + name
}

// p is a pointer to a value, which is how the SDK writes a field that is set.
func p[T any](value T) *T {
	return &value
}

// ids is the list of ids in an object's URL, outermost first.
func ids(each ...string) []string {
	return each
}

// collectionName tells what a client of the SDK is for: "tier1s" of *infra.tier1sClient.
func collectionName(api any) string {
	return strings.TrimSuffix(reflect.TypeOf(api).Elem().Name(), "Client")
}
