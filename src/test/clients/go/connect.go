package main

import (
	"crypto/tls"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/vmware/vsphere-automation-sdk-go/runtime/core"
	"github.com/vmware/vsphere-automation-sdk-go/runtime/protocol/client"
	"github.com/vmware/vsphere-automation-sdk-go/runtime/security"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/infra"
	"github.com/vmware/vsphere-automation-sdk-go/services/nsxt/model"
)

// httpClient accepts the certificate that the server made itself.
func httpClient() *http.Client {
	return &http.Client{Transport: &http.Transport{TLSClientConfig: &tls.Config{InsecureSkipVerify: true}}}
}

// basicConnector logs in by the Basic scheme with each request.
func (r *run) basicConnector() client.Connector {
	return client.NewConnector(r.url, client.UsingRest(nil), client.WithHttpClient(httpClient()),
		client.WithSecurityContext(security.NewUserPasswordSecurityContext(r.user, r.password)))
}

// sessionConnector sends nothing but the cookie and the token that belongs to it.
func (r *run) sessionConnector(cookie, token string) client.Connector {
	withSession := func(request *http.Request) error {
		request.Header.Set("Cookie", cookie)
		request.Header.Set("X-XSRF-TOKEN", token)
		return nil
	}
	return client.NewConnector(r.url, client.UsingRest(nil), client.WithHttpClient(httpClient()),
		client.WithRequestProcessors(core.RequestProcessor(withSession)),
		client.WithSecurityContext(core.NewSecurityContextImpl()))
}

// loginFamily creates a session by the form, works with it, checks that it needs its token, and ends it.
func loginFamily(r *run) {
	var cookie, token string
	r.step("create a session by the form", func() (err error) {
		cookie, token, err = r.createSession(r.password)
		return err
	})
	r.step("a wrong password is refused", func() error {
		if _, _, err := r.createSession(r.password + "x"); err == nil {
			return fmt.Errorf("it was not")
		}
		return nil
	})
	r.step("read by session", func() error {
		_, err := infra.NewTier1sClient(r.sessionConnector(cookie, token)).List(nil, nil, nil, nil, nil, nil)
		return err
	})
	r.step("write by session", func() error {
		tier1s := infra.NewTier1sClient(r.sessionConnector(cookie, token))
		id := r.id("session")
		if err := tier1s.Patch(id, model.Tier1{DisplayName: p("session")}); err != nil {
			return err
		}
		return tier1s.Delete(id)
	})
	r.step("a session without its token may not write", func() error {
		tier1s := infra.NewTier1sClient(r.sessionConnector(cookie, "wrong"))
		return refused(tier1s.Patch(r.id("no-token"), model.Tier1{}), "Unauthorized", 98)
	})
	r.step("end the session", func() error {
		request, err := http.NewRequest("POST", r.url+"/api/session/destroy", nil)
		if err != nil {
			return err
		}
		request.Header.Set("Cookie", cookie)
		request.Header.Set("X-XSRF-TOKEN", token)
		response, err := httpClient().Do(request)
		if err != nil {
			return err
		}
		defer response.Body.Close()
		return expectStatus(response, http.StatusOK)
	})
	r.step("an ended session may not read", func() error {
		_, err := infra.NewTier1sClient(r.sessionConnector(cookie, token)).List(nil, nil, nil, nil, nil, nil)
		if err == nil {
			return fmt.Errorf("it was allowed to")
		}
		return nil
	})
	r.step("read by Basic", func() error {
		_, err := infra.NewTier1sClient(r.connector).List(nil, nil, nil, nil, nil, nil)
		return err
	})
	r.step("node version", r.nodeVersion)
}

func (r *run) createSession(password string) (cookie, token string, err error) {
	form := url.Values{"j_username": {r.user}, "j_password": {password}}
	response, err := httpClient().PostForm(r.url+"/api/session/create", form)
	if err != nil {
		return "", "", err
	}
	defer response.Body.Close()
	if err := expectStatus(response, http.StatusOK); err != nil {
		return "", "", err
	}
	token = response.Header.Get("X-XSRF-TOKEN")
	header := response.Header.Get("Set-Cookie")
	cookie, attributes, _ := strings.Cut(header, ";")
	if !strings.HasPrefix(cookie, "JSESSIONID=") || attributes == "" || token == "" {
		return "", "", fmt.Errorf("the reply has Set-Cookie %q and X-XSRF-TOKEN %q", header, token)
	}
	return cookie + ";", token, nil
}

// nodeVersion reads what clients switch features by. The module of the SDK for the Policy API has no call for it.
func (r *run) nodeVersion() error {
	request, err := http.NewRequest("GET", r.url+"/api/v1/node/version", nil)
	if err != nil {
		return err
	}
	request.SetBasicAuth(r.user, r.password)
	response, err := httpClient().Do(request)
	if err != nil {
		return err
	}
	defer response.Body.Close()
	if err := expectStatus(response, http.StatusOK); err != nil {
		return err
	}
	var version struct {
		NodeVersion    string `json:"node_version"`
		ProductVersion string `json:"product_version"`
	}
	if err := json.NewDecoder(response.Body).Decode(&version); err != nil {
		return err
	}
	if version.NodeVersion == "" || version.ProductVersion == "" {
		return fmt.Errorf("the reply is %+v", version)
	}
	return nil
}

func expectStatus(response *http.Response, status int) error {
	if response.StatusCode == status {
		return nil
	}
	body, _ := io.ReadAll(response.Body)
	return fmt.Errorf("status %d: %.300s", response.StatusCode, body)
}
