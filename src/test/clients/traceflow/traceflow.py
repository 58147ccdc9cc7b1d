"""Drives traceflows through the official Python SDK and decodes every observation by its own class."""

import argparse
import sys

import requests
import urllib3
import vcf.nsx.model_client as model
from vcf.nsx.policy.api.v1.infra_client import Traceflows
from vcf.nsx.policy.api.v1.infra.traceflows_client import Observations, Status
from vcf.nsx.api.v1_client import Traceflows as ManagerTraceflows
from vcf.nsx.api.v1.traceflows_client import Observations as ManagerObservations
from vmware.vapi.bindings.stub import StubConfiguration
from vmware.vapi.lib.connect import get_requests_connector
from vmware.vapi.security.user_password import create_user_password_security_context

PROBES = {
    "icmp": {},
    "udp": {"udp_header": model.UdpHeader(src_port=4000, dst_port=53)},
    "tcp": {"tcp_header": model.TcpHeader(src_port=4000, dst_port=443, tcp_flags=2)},
    "echo": {"icmp_echo_request_header": model.IcmpEchoRequestHeader(id=1, sequence=1)},
}


def connect(url, user, password):
    """What the SDK's classes need to talk to a server; its certificate is not verified."""
    urllib3.disable_warnings()
    session = requests.Session()
    session.verify = False
    session.trust_env = False
    connector = get_requests_connector(session=session, msg_protocol="rest", url=url)
    connector.set_security_context(create_user_password_security_context(user, password))
    return session, StubConfiguration(connector)


def decode(observation):
    """An observation as the class that its resource_type names; a field that the class lacks is an error."""
    name = observation.get_struct_value().get_field("resource_type")
    name = getattr(name, "value", name)
    name = getattr(name, "value", name)
    decoded = observation.convert_to(getattr(model, name))
    known = set(decoded.get_binding_type().get_field_names())
    unknown = set(observation.get_struct_value().get_field_names()) - known
    if unknown:
        raise ValueError(f"{name} has no {sorted(unknown)}")
    return decoded


def packet(source, destination, headers, ttl=None):
    header = (model.Ipv6Header(src_ip=source, dst_ip=destination, hop_limit=ttl) if ":" in destination
              else model.Ipv4Header(src_ip=source, dst_ip=destination, ttl=ttl))
    field = "ipv6_header" if ":" in destination else "ip_header"
    fields = model.FieldsPacketData(
        resource_type="FieldsPacketData", routed=True, transport_type="UNICAST", **{field: header},
        transport_header=model.TransportProtocolHeader(**headers) if headers else None)
    return fields.convert_to(model.PacketData)


class Client:
    def __init__(self, url, user, password):
        self.session, configuration = connect(url, user, password)
        self.session.auth = (user, password)
        self.url = url
        self.traceflows = Traceflows(configuration)
        self.status = Status(configuration)
        self.observations = Observations(configuration)
        self.manager = ManagerTraceflows(configuration)
        self.manager_observations = ManagerObservations(configuration)
        self.passed = self.tried = 0

    def machines(self):
        """Machines that are plugged in: segment port, first address."""
        inventory = self.session.get(self.url + "/nsxsim/api/v1/inventory").json()
        for machine in inventory["virtual_machines"]:
            for card in machine["interfaces"][:1]:
                if card.get("segment_port_path"):
                    yield card["segment_port_path"], card["ip_addresses"][0].split("/")[0]

    def check(self, name, holds):
        self.tried += 1
        self.passed += bool(holds)
        if not holds:
            print("FAILED", name)

    def trace(self, name, port, data):
        """Writes a traceflow, reads its status and decodes what was seen."""
        config = model.TraceflowConfig(source_id=port, packet=data, timeout=10, is_transient=True)
        self.traceflows.policy_lm_patch_traceflow_config(name, config)
        status = self.status.policy_lm_read_traceflow_status(name)
        seen = [decode(each) for each in self.observations.policy_lm_list_traceflow_observations(name).results]
        self.check(f"{name}: status", status.operation_state == "FINISHED" and status.request_status == "SUCCESS")
        self.check(f"{name}: ends", seen and ("Delivered" in seen[-1].resource_type or "Dropped" in seen[-1].resource_type))
        numbers = [each.sequence_no for each in seen]
        self.check(f"{name}: sequence", numbers == sorted(numbers) and numbers[0] == 0)
        counted = [status.counters, status.logical_counters]
        self.check(f"{name}: dropped", sum(c.dropped_count for c in counted) == sum(
            "Dropped" in each.resource_type for each in seen))
        self.check(f"{name}: delivered", status.counters.delivered_count == sum(
            "Delivered" in each.resource_type for each in seen))
        return seen

    def hops(self, name, port, source, destination):
        """Probes of growing time to live: each ends at the next gateway, until one gets through."""
        for ttl in range(1, 8):
            seen = self.trace(f"{name}-ttl", port, packet(source, destination, PROBES["udp"], ttl))
            routers = [each for each in seen if each.component_type == "LR" and "Received" in each.resource_type]
            if getattr(seen[-1], "reason", None) != "TTL_ZERO":
                return
            self.check(f"{name}: ends at router {ttl}", len(routers) <= ttl and seen[-1].component_type == "LR")

    def manager_trace(self, port, data):
        """The same by the Manager API, which names ports by UUID."""
        uuid = self.session.get(self.url + "/policy/api/v1" + port).json().get("unique_id")
        if not uuid:
            return
        made = self.manager.create_traceflow(model.TraceflowRequest(lport_id=uuid, packet=data, timeout=10000))
        seen = [decode(each) for each in self.manager_observations.get_traceflow_observations(made.id).results]
        self.check(f"manager {port}: seen", seen and made.lport_id == uuid)
        self.check(f"manager {port}: listed", made.id in [t.id for t in self.manager.list_traceflows().results])
        self.manager.delete_traceflow(made.id)

    def run(self, destinations):
        machines = list(self.machines())
        for number, (port, source) in enumerate(machines):
            for to in [address for _, address in machines] + destinations:
                for probe, headers in PROBES.items():
                    self.trace(f"client-{number}", port, packet(source, to, headers))
                self.hops(f"client-{number}", port, source, to)
            self.manager_trace(port, packet(source, destinations[0], PROBES["udp"]))
            listed = [each.id for each in self.traceflows.policy_lm_list_traceflow_config().results]
            self.check(f"client-{number}: listed", f"client-{number}" in listed)
            self.traceflows.policy_lm_restart_traceflow(f"client-{number}", action="restart")
            for name in (f"client-{number}", f"client-{number}-ttl"):
                self.traceflows.policy_lm_delete_traceflow_config(name)
        self.traceflows.policy_lm_patch_traceflow_config("client-bad", model.TraceflowConfig(
            source_id="no-such-port", packet=packet("10.0.0.1", "10.0.0.2", {})))
        bad = self.status.policy_lm_read_traceflow_status("client-bad")
        self.check("bad source", bad.request_status == "SOURCE_PORT_NOT_FOUND" and bad.operation_state == "FAILED")
        self.traceflows.policy_lm_delete_traceflow_config("client-bad")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--url", required=True)
    parser.add_argument("--user", default="admin")
    parser.add_argument("--password", default="nsxsim")
    options = parser.parse_args()
    client = Client(options.url, options.user, options.password)
    client.run(["142.250.189.238", "172.31.255.1"])
    print(f"{client.passed} of {client.tried}")
    sys.exit(client.passed != client.tried)


main()
