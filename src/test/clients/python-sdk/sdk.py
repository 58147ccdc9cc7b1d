"""The official Python SDK, seen as a list of kinds of object and what can be done with them."""

import importlib
import inspect
import json
import pkgutil
import re
from dataclasses import dataclass, field

import requests
import urllib3
import vcf.nsx.policy.api.v1.infra as infra
from vmware.vapi.bindings.converter import RestConverter, TypeConverter
from vmware.vapi.bindings.error import VapiError
from vmware.vapi.bindings.stub import StubConfiguration, VapiInterface
from vmware.vapi.data.serializers.cleanjson import DataValueConverter
from vmware.vapi.lib.connect import get_requests_connector
from vmware.vapi.security.user_password import create_user_password_security_context

PREFIX = "/policy/api/v1"
REST = RestConverter.SWAGGER_REST


def connect(url, user, password):
    """What the SDK's classes need to talk to a server; its certificate is not verified."""
    urllib3.disable_warnings()
    session = requests.Session()
    session.verify = False
    session.trust_env = False  # no proxy, no certificates named in the environment
    connector = get_requests_connector(session=session, msg_protocol="rest", url=url)
    connector.set_security_context(create_user_password_security_context(user, password))
    return StubConfiguration(connector)


@dataclass
class Operation:
    """One method of the SDK: one HTTP method on one path."""
    interface: VapiInterface
    name: str
    ids: list  # names of the arguments that stand in the path, in the path's order
    body: str  # name of the argument that is the body, or None
    body_type: object
    result_type: object

    def __call__(self, ids, body=None, **query):
        """Calls it with JSON and answers JSON; errors are the SDK's own exceptions."""
        arguments = dict(zip(self.ids, ids), **query)
        if self.body:
            arguments[self.body.lower()] = to_python(body, self.body_type)
        result = getattr(self.interface, self.name.lower())(**arguments)
        return result if result is None else to_json(result, self.result_type)


def to_python(document, binding_type):
    """A JSON document as the object of the SDK that stands for it."""
    value = DataValueConverter.convert_to_data_value(json.dumps(document))
    return TypeConverter.convert_to_python(value, binding_type, rest_converter_mode=REST)


def to_json(result, binding_type):
    """An object of the SDK as a JSON document."""
    value = TypeConverter.convert_to_vapi(result, binding_type, REST)
    return json.loads(DataValueConverter.convert_to_json(value))


def refusal(error):
    """Status and message of an exception that stands for a server's refusal; no status for any other one."""
    if not isinstance(error, VapiError):
        return None, str(error)
    # The binding of the error type lacks the fields that NSX sends: they arrive as extra ones.
    answer = json.loads(DataValueConverter.convert_to_json(error.get_error_value()))
    messages = [each.get("error_message", "") for each in [answer, *answer.get("related_errors", [])]]
    return error.get_status_code(), " ".join(messages)


@dataclass
class Kind:
    """What can be done at one path; {} stands for an id."""
    template: str
    operations: dict = field(default_factory=dict)  # HTTP method -> Operation

    @property
    def get(self):
        return self.operations.get("GET")

    @property
    def put(self):
        return self.operations.get("PUT")

    @property
    def patch(self):
        return self.operations.get("PATCH")

    @property
    def delete(self):
        return self.operations.get("DELETE")

    @property
    def is_item(self):
        return self.template.endswith("/{}") and bool(self.get and (self.put or self.patch))


def kinds(configuration):
    """All paths below /infra, by template."""
    found = {}
    for interface in interfaces(configuration):
        stub = interface._api_interface
        for name, rest in stub._rest_metadata.items():
            url, _, condition = rest._url_template.partition("?")
            if not url.startswith(PREFIX + "/infra") or condition or rest._dispatch_parameters:
                continue
            template = re.sub(r"\{[^}]*}", "{}", url.removeprefix(PREFIX))
            kind = found.setdefault(template, Kind(template))
            kind.operations.setdefault(rest.http_method, operation(interface, name, rest, url))
    return found


def interfaces(configuration):
    """An instance of each of the SDK's classes below infra."""
    modules = ["vcf.nsx.policy.api.v1_client", "vcf.nsx.policy.api.v1.infra_client"]
    modules += [each.name for each in pkgutil.walk_packages(infra.__path__, infra.__name__ + ".")]
    for module in (name for name in modules if name.endswith("_client")):
        for interface in vars(importlib.import_module(module)).values():
            if inspect.isclass(interface) and issubclass(interface, VapiInterface) and interface is not VapiInterface:
                yield interface(configuration)


def operation(interface, name, rest, url):
    """An operation from its metadata."""
    types = interface._api_interface._operations[name]
    arguments = {variable: argument for argument, variable in rest._path_variables.items()}
    body = rest.request_body_parameter
    return Operation(
        interface, name, [arguments[variable] for variable in re.findall(r"\{([^}]*)}", url)],
        body, body and types["input_type"].get_field(body), types["output_type"])
