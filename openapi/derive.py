#!/usr/bin/env python3
"""Derives the OpenAPI documents beside this file from the official Python SDK for NSX.

Install vcf-nsx==9.1.1.0 and run `python openapi/derive.py`: it rewrites every `openapi/*.json`, the
same bytes each time, and prints what it found. README.md says what the documents hold.

Only facts are taken: names, types, allowed values, ranges, HTTP methods and paths. No sentence of the
SDK's documentation ends up in a document.
"""

import importlib
import inspect
import json
import pkgutil
import re
import sys
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import vcf.nsx.api.v1 as manager_api
import vcf.nsx.model_client as model
import vcf.nsx.policy.api.v1 as policy_api
from vmware.vapi.bindings import type as binding
from vmware.vapi.bindings.struct import VapiStruct
from vmware.vapi.bindings.stub import ApiInterfaceStub

RELEASE = "9.1.1"
TARGET = Path(__file__).resolve().parent
SHARED = "shared"
PREFIX = "/policy/api/v1"
MANAGER_PREFIX = "/api/v1"
ROOTS = ("infra", "orgs", "org-root", "aaa", "system-config")
METHODS = ("get", "put", "patch", "post", "delete")
LINE = 150  # a value that fits into this many characters stands on one line

# The levels of inheritance that the bindings have flattened, the most specific first.
BASES = ("PolicyConfigResource", "PolicyResource", "ManagedResource", "ListResult",
         "RevisionedResource", "Resource")

# Fields whose value can name the subtype of a value.
DISCRIMINATORS = ("resource_type", "type", "placement_type", "ip_assignment_type", "action_type",
                  "credential_type")

# Subtypes that neither a constructor default nor a class name gives away: (base, wire value) -> class.
# They are still checked: a subtype has all fields of its base.
SUBTYPES = {
    ("BaseNetworkApplianceState", "VirtualNetworkAppliance"): "VirtualNetworkApplianceState",
    ("IdentityFirewallStoreUserOrGroup", "DirectoryGroup"): "DirectoryGroup",
    ("IpamThirdPartyProvider", "Infoblox"): "InfobloxIPAMProvider",
    ("LBPoolStatisticsPerEP", "LBPoolStatistics"): "LBPoolStatistics",
    ("LBPoolStatusPerEP", "LBPoolStatus"): "LBPoolStatus",
    ("LBServiceStatisticsPerEP", "LBServiceStatistics"): "LBServiceStatistics",
    ("LBServiceStatusPerEP", "LBServiceStatus"): "LBServiceStatus",
    ("LBServiceUsagePerEP", "LBServiceUsage"): "LBServiceUsage",
    ("LBVirtualServerStatisticsPerEP", "LBVirtualServerStatistics"): "LBVirtualServerStatistics",
    ("LBVirtualServerStatusPerEP", "LBVirtualServerStatus"): "LBVirtualServerStatus",
    ("LoginCredential", "SamlTokenLoginCredential"): "SamlTokenLoginCredential",
    ("LoginCredential", "SessionLoginCredential"): "SessionLoginCredential",
    ("LoginCredential", "UsernamePasswordLoginCredential"): "UsernamePasswordLoginCredential",
    ("LoginCredential", "VerifiableAsymmetricLoginCredential"): "VerifiableAsymmetricLoginCredential",
    ("Node", "EdgeNode"): "EdgeNode",
    ("Node", "HostNode"): "HostNode",
    ("ShaPluginProfile", "DynamicPlugin"): "ShaDynamicPluginProfile",
    ("ShaPluginProfile", "PredefinedPlugin"): "ShaPredefinedPluginProfile",
    ("ShaPluginProfile", "SystemPlugin"): "ShaSystemPluginProfile",
}

# What is served of the Manager API: what clients of the Policy API still need of it.
MANAGER_PATHS = re.compile(MANAGER_PREFIX + r"/(" + "|".join((
    r"cluster(/nodes(/\{})?|/status|/api-virtual-ip|/api-service|/backups/config|/\{})?",
    r"cluster-profiles(/\{})?", r"compute-.*",
    r"cluster/nodes/deployments(/\{}(/status)?)?", r"cluster/nodes/\{}/repo_sync/status",
    r"edge-clusters(/\{}(/state|/status)?)?", r"eula/\w+", r"failure-domains(/\{})?",
    r"fabric/(compute-collections|compute-managers|discovered-nodes)(/\{}(/state|/status|/member-status)?)?",
    r"fabric/virtual-switches",
    r"host-switch-profiles(/\{})?", r"licenses", r"node(/version|/users(/\{})?|/aaa/providers/vidm(/status)?|/aaa/auth-policy)?",
    r"proxy/config", r"telemetry/(agreement|config)",
    r"pools/ip-(blocks|pools)(/\{}(/allocations)?)?", r"sites/[\w-]+", r"transport-node-collections/\{}/state",
    r"tasks(/\{}(/response)?)?", r"transport-nodes(/\{}(/state|/status)?)?", r"transport-zones(/\{}(/summary|/status)?)?",
    r"trust-management/(certificates|crls|csrs|principal-identities)(/\{}|/with-certificate)?",
    r"upgrade/(summary|status-summary|history|upgrade-checks-info|uc-upgrade-status|nodes|pre-upgrade-checks/failures"
    r"|upgrade-unit-groups(/aggregate-info|/\{})?|bundles/\{}/upload-status|eula/\w+|plan(/\{}/settings)?)")) + r")$")

# Collections of the Manager API that releases before 9 had and that clients still ask for, with what they hold;
# the SDK has kept the types.
EARLIER = (("transport-node-collections", "TransportNodeCollection"), ("transport-node-profiles", "TransportNodeProfile"))

# Which area a path belongs to. The first expression that matches the path wins; `infra/…` stands for
# the infra of a project too. A path that none matches is an error, so that a new release is looked at.
AREAS = (
    ("manager-trust", r"manager/trust-management\b"),
    ("manager-fabric", r"manager/(fabric|transport-|edge-clusters|cluster-profiles|failure-domains|host-switch|pools)"),
    ("manager-system", r"manager/"),
    ("access-control", r"aaa\b"),
    ("hierarchy", r"(infra|org-root)$"),
    ("vpcs", r"orgs/\{}/projects/\{}/(vpcs|vpc-\w+-profiles|ip-address-allocations)\b"),
    ("transit-gateways", r"orgs/\{}/projects/\{}/transit-gateways\b"),
    ("projects", r"orgs\b|infra/shares\b"),
    ("vpn", r"infra/.*(ipsec-?vpn|l2vpn|l3vpn)"),
    ("nat", r"infra/tier-[01]s/\{}/nat\b"),
    ("gateway-firewall", r"infra/(tier-[01]s/.*(gateway-firewall|(flood-protection|session-timer)-profile-bindings)"
                         r"|domains/\{}/gateway-policies)\b"),
    ("certificates-and-tls", r"infra/(tls-inspection|tier-[01]s/\{}/tls-inspection|certificates|crls|csrs|cabundles"
                             r"|static-mime-contents)"),
    ("address-management", r"infra/(tier-[01]s/\{}/dns-forwarder|dns-forwarder-zones|dhcp-\w+-configs|ip-blocks"
                           r"|ip-pools|manager-ip-pools|vni-pools|third-party-ipam-providers|metadata-proxies)\b"),
    ("service-insertion", r"infra/(tier-[01]s/.*(byod-service-instances|service-instances|virtual-endpoints"
                          r"|service-interfaces)|domains/(\{}/)?(endpoint|redirection)-policies"
                          r"|segments/service-segments|service-(chains|references)|partner-services"
                          r"|settings/service-insertion)\b"),
    ("segments", r"infra/(tier-1s/\{}/)?segments\b"),
    ("gateways-tier0", r"infra/(tier-0s|evpn-tenant-configs|route-controllers|routing-config|gateways"
                       r"|gateway-connections|distributed-v\w+-connections)\b"),
    ("gateways-tier1", r"infra/tier-1s\b"),
    ("load-balancing", r"infra/(lb-|alb-)"),
    ("identity-firewall", r"infra/(identity-firewall|firewall-identity|settings/firewall/idfw)"),
    ("intrusion-detection", r"infra/(domains/\{}/intrusion-service|settings/firewall/security/(intrusion|malware)"
                            r"|sites/\{}/(enforcement-points/\{}/)?settings/firewall/security/intrusion)"),
    ("distributed-firewall", r"infra/(domains/(\{}/)?(security-policies|communication-maps|bridge-policies|firewall-)"
                             r"|firewall|session-timer-profiles|flood-protection|settings/firewall|drafts|geo-ip"
                             r"|dns-security-profiles|ip-reputation|url-|import-k8s"
                             r"|settings/(advanced-security|security))"),
    ("groups-and-services", r"infra/(domains|services|\S*-?group-\S*associations|group-associations|tags"
                            r"|context-profiles|l7-access-profiles|categories)\b"),
    ("troubleshooting", r"infra/(traceflows|antrea/traceflows|livetraces|pktcap|sha|auto-health|manual-health|ipfix"
                        r"|port-mirroring|latency|reactions)"),
    ("profiles", r"infra/(bfd|gateway-qos|igmp|ip-discovery|ipv6-\w+|mac-discovery|pim|qos|real-time-eth"
                 r"|segment-security|spoofguard)-profiles\b"),
    ("realization-and-inventory", r"infra/(realized-state|baremetal|capacity|full-sync|sandboxed-resources)"),
    ("fabric", r"infra/(sites?|deployment-zones|federation-config|host-|transport-zone-profiles|span|network-spans"
               r"|zones|settings/scrx|napp|ssp)\b"),
    ("settings", r"infra/([\w-]*global-config$|constraints|limits|labels|features)|system-config\b"),
)


STRUCTS = [value for value in vars(model).values()
           if inspect.isclass(value) and issubclass(value, VapiStruct) and value.get_binding_type()]
STRUCTS_IN_LOWER_CASE = {value.__name__.lower(): value for value in STRUCTS}


# ---------------------------------------------------------------------------------------------------------
# Facts from documentation: only the bullets that a machine has written
# ---------------------------------------------------------------------------------------------------------

def parameter_texts(docstring):
    """Splits a docstring into {parameter name: its text}."""
    texts = {}
    pieces = re.split(r"^ *:(type|param|rtype|return|raise)\s*(\w*):", docstring or "", flags=re.MULTILINE)
    for keyword, name, text in zip(pieces[1::3], pieces[2::3], pieces[3::3]):
        if keyword == "param":
            texts[name] = text
    return texts


def allowed_values(text, owner):
    """The values of a `Possible values` list, looked up as constants of the owner class, or None."""
    _, marker, listed = text.partition("Possible values for this ")
    if not marker:
        return None
    names = re.findall(r"^\s*\*\s+(vcf\.nsx\.[\w.]+)", listed, flags=re.MULTILINE)
    return list(dict.fromkeys(constant(name, owner) for name in names))


def constant(name, owner):
    """The value of a constant: of the struct that its full name says, else of the owner class.

    The full name spells the struct as NSX does (QoSBaseRateLimiter), the class may be spelled otherwise.
    """
    *package, holder, last = name.split(".")
    if package == ["vcf", "nsx", "model"]:
        owner = getattr(model, holder, None) or STRUCTS_IN_LOWER_CASE[holder.lower()]
    return getattr(owner, last)


def number(text):
    """The number that a bullet names: an integer where it is a whole one."""
    value = float(text)
    return int(text) if re.fullmatch(r"-?\d+", text) else int(value) if value.is_integer() else value


def pattern(text):
    """The regular expression of a pattern bullet, without its slashes and without the doubled escapes."""
    found = re.search(r"^\s*\* The string must match the following pattern:\s+/(.*)/\s*$", text, re.MULTILINE)
    return found and found.group(1).replace(r"\\*", "*").replace(r"\\.", r"\.")


LENGTHS = {"minLength": "minimum length of the string must be", "maxLength": "maximum length of the string must be"}
RANGES = {"minimum": "minimum allowable value must be >=", "exclusiveMinimum": "minimum allowable value must be >",
          "maximum": "maximum allowable value must be <=", "exclusiveMaximum": "maximum allowable value must be <"}
BOUNDS = {"string": LENGTHS, "integer": RANGES, "number": RANGES}


def restrictions(text, kind):
    """The keywords that the bullets of a text put on a value of the given JSON type."""
    result = {}
    bounds = BOUNDS.get(kind, {})
    for keyword, words in bounds.items():
        found = re.search(rf"^\s*\* The {words}\s+(-?[\d.]+(?:[eE]\+?\d+)?)\s*$", text, re.MULTILINE)
        if found:
            result[keyword] = number(found.group(1))
    if kind == "string" and pattern(text):
        result["pattern"] = pattern(text)
    return result


def with_facts(schema, text, owner):
    """A field's schema with what its documentation says in machine-written bullets."""
    if "$ref" in schema and not says_read_only(text):
        return schema
    result = dict(schema)
    if schema.get("type") == "array":
        if re.search(r"^\s*\* Items must be unique", text, re.MULTILINE):
            result["uniqueItems"] = True
        result["items"] = with_scalar_facts(schema["items"], text, owner)
    else:
        result = with_scalar_facts(result, text, owner)
    if says_read_only(text):
        result["readOnly"] = True
    return result


def with_scalar_facts(schema, text, owner):
    """A scalar schema with allowed values and ranges; any other schema as it is."""
    if schema.get("type") not in ("string", "integer", "number", "boolean"):
        return schema
    values = allowed_values(text, owner)
    return {**schema, **({"enum": values} if values else {}), **restrictions(text, schema["type"])}


def says_read_only(text):
    """Whether the bullets call a field read-only."""
    return re.search(r"^\s*\* Property is read-only", text, re.MULTILINE) is not None


# ---------------------------------------------------------------------------------------------------------
# Structs
# ---------------------------------------------------------------------------------------------------------

@dataclass
class Struct:
    """One struct of the SDK, its fields by wire name as JSON schema whose $ref is a plain schema name."""
    name: str
    properties: dict
    values: dict = field(default_factory=dict)  # property name -> wire value that the constructor fills in
    subtypes: dict = field(default_factory=dict)  # wire value -> schema name
    discriminator: str = None
    resource_type: str = None
    child: tuple = None  # wrapper type, key in the wrapper

    def references(self):
        """The names of all schemas that this one points to."""
        return set(references(self.properties)) | set(self.subtypes.values())


def references(node):
    """All values of $ref in a tree."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key == "$ref":
                yield value
            else:
                yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def schema_of(kind):
    """The JSON schema of a binding type."""
    if isinstance(kind, binding.OptionalType):
        return schema_of(kind.element_type)
    if isinstance(kind, (binding.ListType, binding.SetType)):
        return {"type": "array", "items": schema_of(kind.element_type)}
    if isinstance(kind, binding.MapType):
        return {"type": "object", "additionalProperties": schema_of(kind.value_type)}
    if isinstance(kind, binding.ReferenceType):
        return {"$ref": kind.resolved_type.binding_class.__name__}
    if isinstance(kind, binding.DynamicStructType):
        return dynamic_schema(kind)
    if isinstance(kind, binding.OpaqueType):
        return {}
    for binding_class, schema in (
            (binding.StringType, {"type": "string"}), (binding.BooleanType, {"type": "boolean"}),
            (binding.IntegerType, {"type": "integer", "format": "int64"}), (binding.DoubleType, {"type": "number"})):
        if isinstance(kind, binding_class):
            return schema
    raise TypeError(f"no schema for {type(kind).__name__}")


def dynamic_schema(kind):
    """The schema of a polymorphic value: its base; a plain object for children and for values without a base."""
    bases = [base.resolved_type.binding_class.__name__ for base in kind.has_fields_of_type or ()]
    if not bases or bases == ["ChildPolicyConfigResource"]:
        return {"type": "object"}
    (base,) = bases
    return {"$ref": base}


def read_struct(struct_class):
    """One struct with its fields, in the SDK's order."""
    kind = struct_class.get_binding_type()
    texts = parameter_texts(struct_class.__init__.__doc__)
    arguments = inspect.signature(struct_class.__init__).parameters
    python_names = struct_class._canonical_to_pep_names
    struct = Struct(struct_class.__name__, {})
    for name in kind.get_field_names():
        argument = python_names[name]
        struct.properties[name] = with_facts(schema_of(kind.get_field(name)), texts.get(argument, ""), struct_class)
        if arguments[argument].default is not None:
            struct.values[name] = arguments[argument].default
    return struct


def read_structs():
    """All structs of the SDK by name, child wrappers included."""
    structs = {each.__name__: read_struct(each) for each in STRUCTS}
    # The binding of the error type lacks the fields that its constructor has.
    structs["ApiError"].properties.update(structs["RelatedApiError"].properties)
    add_subtypes(structs)
    add_children(structs)
    for struct in structs.values():
        struct.resource_type = resource_type(struct, structs)
    return structs


def has_fields_of(struct, base):
    """Whether a struct has all fields of another one and may be its subtype."""
    return struct is not base and base.properties.keys() <= struct.properties.keys()


def find_subtype(base, property_name, value, structs):
    """The struct that a discriminator value stands for: by hand, by constructor default, by class name."""
    by_hand = SUBTYPES.get((base.name, value))
    by_default = [each.name for each in structs.values() if each.values.get(property_name) == value]
    if by_hand:
        names = [by_hand]
    elif value in structs:
        names = [value]
    else:
        names = [*by_default, *(name for name in structs if name.lower() == value.lower())]
    return next((name for name in names if has_fields_of(structs[name], base)), None)


def add_subtypes(structs):
    """Finds the polymorphic bases: constants of their own for a discriminator that name structs extending them.

    A subtype lists the constants of its base too. It keeps only the values that stand for itself.
    """
    for base in structs.values():
        for property_name in DISCRIMINATORS:
            found = {value: find_subtype(base, property_name, value, structs)
                     for value in discriminator_values(base, property_name)}
            if any(found.values()):
                base.discriminator = property_name
                base.subtypes = {value: name for value, name in found.items() if name}
                break
    own_values = defaultdict(list)
    for base in structs.values():
        for value, name in base.subtypes.items():
            own_values[name, base.discriminator].append(value)
    for (name, property_name), values in own_values.items():
        if structs[name].discriminator != property_name:
            structs[name].properties[property_name] = {"type": "string", "enum": sorted(set(values))}


def discriminator_values(base, property_name):
    """The values of a field that a struct has constants of its own for, and those that we know by hand."""
    constants = [name for name in vars(getattr(model, base.name)) if name.startswith(property_name.upper() + "_")]
    listed = base.properties.get(property_name, {}).get("enum", ()) if constants else ()
    decisive = next((name for name in DISCRIMINATORS if name in base.properties), None)
    by_hand = [value for name, value in SUBTYPES if name == base.name and property_name == decisive]
    return list(dict.fromkeys([*listed, *by_hand]))


def add_children(structs):
    """Notes on each struct how the hierarchical API wraps it: {"resource_type": type, key: {…}}."""
    envelope = structs["ChildPolicyConfigResource"].properties.keys()
    for name, wrapper in structs.items():
        if not is_child_wrapper(name, structs):
            continue
        kind = wrapper.values["resource_type"]
        keys = [key for key, schema in wrapper.properties.items() if key not in envelope and "$ref" in schema]
        for key in [key for key in keys if "Child" + key == kind] or keys:
            structs[wrapper.properties[key]["$ref"]].child = (kind, key)


def is_child_wrapper(name, structs):
    """Whether a struct is only the envelope of another one in the hierarchical API."""
    return (name.startswith("Child") and name != "ChildPolicyConfigResource"
            and has_fields_of(structs[name], structs["ChildPolicyConfigResource"]))


def resource_type(struct, structs):
    """The value of resource_type on the wire, or None for a struct without one."""
    if "resource_type" not in struct.properties or struct.name in BASES:
        return None
    if "resource_type" in struct.values:
        return struct.values["resource_type"]
    for base in structs.values():
        for value, name in base.subtypes.items():
            if name == struct.name and base.discriminator == "resource_type":
                return value
    key = struct.child[1] if struct.child else struct.name
    return key if key.lower() == struct.name.lower() else struct.name


# ---------------------------------------------------------------------------------------------------------
# Operations
# ---------------------------------------------------------------------------------------------------------

@dataclass
class Operation:
    """One operation of the SDK."""
    name: str
    method: str
    template: str
    query: dict  # name -> schema
    constant: dict  # name -> the only value
    body: dict = None
    response: dict = None

    @property
    def shape(self):
        """The path without the names of its variables: these differ between operations of one path."""
        return shape(self.template)


def shape(template):
    """A path template with its variables made nameless."""
    return re.sub(r"\{[^}]*\}", "{}", template)


class NoConnection:
    """Stands in for the connection that a stub wants to hold."""
    resolver = response_extractor = None

    @property
    def connector(self):
        return self

    def get_api_provider(self):
        return None


def api_modules():
    """The modules of the SDK that hold the operations below /policy/api/v1 and /api/v1."""
    names = []
    for package in (policy_api, manager_api):
        names.append(package.__name__ + "_client")
        names += [each.name for each in pkgutil.walk_packages(package.__path__, package.__name__ + ".")]
    return [importlib.import_module(name) for name in names if name.endswith("_client")]


def read_operations():
    """All operations below the roots that we serve."""
    operations = []
    for module in api_modules():
        for name, stub in list(vars(module).items()):
            if inspect.isclass(stub) and issubclass(stub, ApiInterfaceStub) and stub is not ApiInterfaceStub:
                interface = getattr(module, name[1:].removesuffix("Stub"))
                operations += read_stub(stub(NoConnection()), interface)
    operations += earlier_operations()
    return sorted(operations, key=lambda each: (each.shape, METHODS.index(each.method), each.name))


def earlier_operations():
    """The usual operations of the collections that only earlier releases have."""
    for collection, name in EARLIER:
        path, body = f"{MANAGER_PREFIX}/{collection}", {"$ref": name}
        item = path + "/{" + name[0].lower() + name[1:] + "Id}"
        verb = snake_case(name)
        yield Operation(f"list{verb}s", "get", path, {}, {}, None, {"$ref": name + "ListResult"})
        yield Operation(f"create{verb}", "post", path, {}, {}, body, body)
        yield Operation(f"get{verb}", "get", item, {}, {}, None, body)
        yield Operation(f"update{verb}", "put", item, {}, {}, body, body)
        yield Operation(f"delete{verb}", "delete", item, {}, {})


def snake_case(name):
    """A class name in the way that operations are named."""
    return re.sub(r"(?=[A-Z])", "_", name).lower()


def read_stub(stub, interface):
    """The operations of one stub that are below the roots."""
    for name, rest in stub._rest_metadata.items():
        template = rest._url_template.partition("?")[0]
        if is_served(template):
            yield read_operation(name, template, rest, stub._operations[name], interface)


def is_served(template):
    """Whether a path is below our roots, or one of those of the Manager API."""
    if template.startswith(PREFIX + "/"):
        return template.removeprefix(PREFIX).split("/")[1] in ROOTS
    return MANAGER_PATHS.match(shape(template)) is not None


def read_operation(name, template, rest, types, interface):
    """One operation from its REST metadata and its binding types."""
    arguments = types["input_type"]
    texts = parameter_texts(getattr(interface, name.lower()).__doc__)
    query = {wire: with_facts(schema_of(arguments.get_field(argument)), texts.get(argument, ""), interface)
             for argument, wire in rest.query_parameters.items()}
    body = rest.request_body_parameter
    returned = types["output_type"]
    return Operation(
        name, rest.http_method.lower(), template, query, dict(rest._dispatch_parameters),
        body and schema_of(arguments.get_field(body)),
        None if isinstance(returned, binding.VoidType) else schema_of(returned))


# ---------------------------------------------------------------------------------------------------------
# Paths
# ---------------------------------------------------------------------------------------------------------

@dataclass
class PathItem:
    """All operations of one path."""
    shape: str
    template: str
    methods: dict  # method -> operations
    kind: str = None  # item, singleton, list

    @property
    def area(self):
        subject = re.sub(f"^{MANAGER_PREFIX}/", "manager/", self.shape.removeprefix(PREFIX + "/"))
        subject = re.sub(r"^orgs/\{}/projects/\{}/(?=infra\b)", "", subject)
        for area, expression in AREAS:
            if re.match(expression, subject):
                return area
        raise ValueError(f"{self.template} belongs to no area: add it to AREAS")

    def schemas(self):
        """All schemas that the operations speak of."""
        for operation in self.operations():
            yield from filter(None, (operation.body, operation.response))

    def operations(self):
        return [each for group in self.methods.values() for each in group]

    def response(self):
        """What GET returns, as schema name."""
        returned = [each.response for each in self.methods.get("get", ()) if each.response and not each.constant]
        return returned[0].get("$ref") if returned else None


def path_items(operations, structs):
    """The paths, each with its operations, its variable names taken from GET."""
    groups = defaultdict(list)
    for operation in operations:
        groups[operation.shape].append(operation)
    items = {}
    for path, group in sorted(groups.items()):
        methods = {method: [each for each in group if each.method == method] for method in METHODS}
        items[path] = PathItem(path, group[0].template, {key: value for key, value in methods.items() if value})
    for item in items.values():
        item.kind = kind_of(item) or created_kind(item, items)
    for item in items.values():
        below = items.get(item.shape + "/{}")
        returned = structs.get(item.response())
        if below and below.kind == "item" and returned and "results" in returned.properties:
            item.kind = "list"
    return items


def kind_of(item):
    """item: an object with an id that can be written; singleton: the same with a fixed name."""
    writes = item.methods.get("put", []) + item.methods.get("patch", [])
    if "get" not in item.methods or not writes:
        return None
    if item.shape.endswith("{}"):
        return "item"
    return "singleton" if any(each.body for each in writes) else None


def created_kind(item, items):
    """item: an object of the Manager API that is made by POST to its collection and never changed."""
    collection = items.get(item.shape.removesuffix("/{}"))
    posts = collection.methods.get("post", []) if collection and item.shape.endswith("/{}") else []
    made = any(each.body and not each.constant for each in posts)
    return "item" if made and item.shape.startswith(MANAGER_PREFIX) and "get" in item.methods else None


# ---------------------------------------------------------------------------------------------------------
# Documents
# ---------------------------------------------------------------------------------------------------------

class Documents:
    """The documents being written: which schema and which parameter stands where."""

    def __init__(self, structs, items):
        self.structs = structs
        self.items = items
        self.used = self.used_schemas()
        self.homes = {name: next(iter(areas)) if len(areas) == 1 and name not in BASES else SHARED
                      for name, areas in self.used.items()}
        self.homes["ApiError"] = SHARED
        self.parameters = self.common_parameters()

    def used_schemas(self):
        """Schema name -> the areas that use it."""
        used = defaultdict(set)
        for item in self.items.values():
            for name in references(list(item.schemas())):
                self.mark(name, item.area, used)
        for name in ("ApiError", *BASES):
            self.mark(name, SHARED, used)
        for struct in self.structs.values():
            if struct.child and struct.name not in used:
                self.mark(struct.name, "hierarchy", used)
        return used

    def mark(self, name, area, used):
        """Notes that an area uses a schema and all that it points to."""
        waiting = [name]
        while waiting:
            name = waiting.pop()
            if area not in used[name]:
                used[name].add(area)
                waiting += sorted(self.structs[name].references())

    def common_parameters(self):
        """Query parameters that stand once in the shared document: used often and always meaning the same."""
        seen = defaultdict(Counter)
        for item in self.items.values():
            for operation in item.operations():
                for name, schema in operation.query.items():
                    seen[name][json.dumps(schema)] += 1
        return {name: json.loads(next(iter(schemas))) for name, schemas in sorted(seen.items())
                if len(schemas) == 1 and schemas.total() >= 20}

    def build(self):
        """All documents by name."""
        documents = {area: self.document(area) for area in sorted({each.area for each in self.items.values()})}
        documents[SHARED] = self.shared_document()
        return documents

    def document(self, area):
        """One area: its paths and the schemas that nobody else uses."""
        items = [each for each in self.items.values() if each.area == area]
        paths = {each.template: self.path(each) for each in sorted(items, key=lambda each: each.template)}
        result = {"openapi": "3.1.0", "info": info(area), "tags": [{"name": area}], "paths": paths}
        schemas = self.schemas(area)
        return {**result, "components": {"schemas": schemas}} if schemas else result

    def shared_document(self):
        """Schemas of more than one area, common query parameters, and the error reply."""
        error = {"description": "Refused", "content": json_content({"$ref": "#/components/schemas/ApiError"})}
        parameters = {name: query_parameter(name, schema) for name, schema in self.parameters.items()}
        return {"openapi": "3.1.0", "info": info(SHARED), "components": {
            "responses": {"ApiError": error}, "parameters": parameters, "schemas": self.schemas(SHARED)}}

    def schemas(self, area):
        return {name: self.located(self.schema(self.structs[name]), area)
                for name, home in sorted(self.homes.items()) if home == area}

    def schema(self, struct):
        """The schema of a struct, its common fields left to a base."""
        base = base_of(struct, self.structs)
        inherited = self.structs[base].properties if base else {}
        own = {name: schema for name, schema in struct.properties.items()
               if not is_inherited(name, schema, struct, inherited)}
        result = {"type": "object"}
        if base:
            result["allOf"] = [{"$ref": base}]
        if own or not base:
            result["properties"] = own
        if struct.name not in BASES and not struct.subtypes:
            result["unevaluatedProperties"] = False
        if struct.subtypes:
            mapping = {value: self.address(name) for value, name in struct.subtypes.items()}
            result["discriminator"] = {"propertyName": struct.discriminator, "mapping": mapping}
        return {**result, **extensions(struct)}

    def address(self, name, area=None):
        """Where a schema stands, seen from the document of an area."""
        home = self.homes[name]
        return f"{'' if home == area else home + '.json'}#/components/schemas/{name}"

    def located(self, node, area):
        """A tree with plain schema names made into references that resolve."""
        if isinstance(node, dict):
            return {key: self.address(value, area) if key == "$ref" and "#" not in value else self.located(value, area)
                    for key, value in node.items()}
        return [self.located(each, area) for each in node] if isinstance(node, list) else node

    def path(self, item):
        """One path item."""
        result = {"x-nsxsim-kind": item.kind} if item.kind else {}
        variables = re.findall(r"\{([^}]*)\}", item.template)
        if variables:
            result["parameters"] = [
                {"name": name, "in": "path", "required": True, "schema": {"type": "string"}} for name in variables]
        for method, operations in item.methods.items():
            result[method] = self.operation(item, method, operations)
        return self.located(result, item.area)

    def operation(self, item, method, operations):
        """The operations of one path and method as one."""
        main = next((each for each in operations if not each.constant), operations[0])
        result = {"operationId": main.name, "tags": [item.area], "summary": summary(item, method, operations)}
        parameters = [self.parameter(*each) for each in query_of(operations)]
        if parameters:
            result["parameters"] = parameters
        bodies = distinct(each.body for each in operations)
        if bodies:
            required = all(each.body for each in operations)
            body = {"content": json_content(any_of(bodies))}
            result["requestBody"] = {"required": True, **body} if required else body
        result["responses"] = responses(any_of(distinct(each.response for each in operations)))
        actions = actions_of(operations)
        if actions:
            result["x-actions"] = actions
        return result

    def parameter(self, name, schema, required):
        if self.parameters.get(name) == schema and not required:
            return {"$ref": f"{SHARED}.json#/components/parameters/{name}"}
        return query_parameter(name, schema, required)


def info(area):
    """The head of a document."""
    api = "Manager" if area.startswith("manager-") else "Policy"
    return {"title": f"NSX-T {api} API: {area.removeprefix('manager-')}", "version": RELEASE}


def extensions(struct):
    """Our own notes on a schema."""
    notes = {"x-resource-type": struct.resource_type}
    if struct.child:
        notes["x-child-type"], notes["x-child-key"] = struct.child
    return {name: value for name, value in notes.items() if value}


def base_of(struct, structs):
    """The most specific base whose fields a struct has, or None. A base itself has none: it is written in full."""
    if struct.name in BASES:
        return None
    return next((name for name in BASES if has_fields_of(struct, structs[name])), None)


def is_inherited(name, schema, struct, inherited):
    """Whether a field is left to the base: it is the same there, or says less here than x-resource-type does."""
    if name not in inherited:
        return False
    if name == "resource_type" and not struct.subtypes:
        return True
    return schema == inherited[name]


def json_content(schema):
    return {"application/json": {"schema": schema}}


def responses(schema):
    """The replies of an operation: success with or without a body, and the error that all share."""
    success = {"description": "OK", **({"content": json_content(schema)} if schema else {})}
    return {"200": success, "default": {"$ref": f"{SHARED}.json#/components/responses/ApiError"}}


def any_of(schemas):
    """One schema for several: itself, or a choice."""
    return {"anyOf": schemas} if len(schemas) > 1 else schemas[0] if schemas else None


def distinct(values):
    """The values that are not None, each once."""
    return list({json.dumps(each): each for each in values if each}.values())


def query_parameter(name, schema, required=False):
    return {"name": name, "in": "query", **({"required": True} if required else {}), "schema": schema}


def query_of(operations):
    """(name, schema, required) of all query parameters; a constant is one value of an enumeration.

    A constant is required where no operation of the path does without it.
    """
    result = {}
    for operation in operations:
        for name, value in operation.constant.items():
            schema = result.setdefault(name, ({"type": "string", "enum": []}, True))[0]
            if value not in schema["enum"]:
                schema["enum"].append(value)
    for name in list(result):
        everywhere = all(name in each.constant for each in operations)
        result[name] = (as_boolean(result[name][0]), everywhere)
    for operation in operations:
        for name, schema in operation.query.items():
            result.setdefault(name, (schema, False))
    return [(name, schema, required) for name, (schema, required) in result.items()]


def as_boolean(schema):
    """A constant `true` or `false` is a boolean."""
    if set(schema["enum"]) <= {"true", "false"}:
        return {"type": "boolean", "enum": [value == "true" for value in schema["enum"]]}
    return schema


def actions_of(operations):
    """Action -> what its operation takes and gives. The action is a constant or an enumerated parameter."""
    actions = {}
    for operation in operations:
        constant = operation.constant.get("action")
        values = [constant] if constant else operation.query.get("action", {}).get("enum", [])
        for value in values:
            actions[value] = {"operationId": operation.name, **({"body": operation.body} if operation.body else {}),
                              **({"response": operation.response} if operation.response else {})}
    return actions


def summary(item, method, operations):
    """A few words of our own: a verb and what the path names."""
    words = [each for each in item.shape.split("/") if each != "{}"]
    noun = words[-1].replace("_", "-")
    if item.shape.endswith("{}"):
        noun = f"{article(singular(noun))} {singular(noun)}"
    verbs = {"get": "List" if item.kind == "list" else "Read", "put": "Replace", "patch": "Update",
             "delete": "Delete", "post": "Act on"}
    actions = actions_of(operations)
    if method == "post" and actions:
        return f"{', '.join(action.replace('_', ' ') for action in actions)}: {noun}".capitalize()
    return f"{verbs[method]} {noun}"


def singular(noun):
    """tier-1s -> tier-1, policies -> policy."""
    for plural, ending in (("ies", "y"), ("sses", "ss"), ("xes", "x"), ("ss", "ss"), ("us", "us"), ("s", "")):
        if noun.endswith(plural):
            return noun.removesuffix(plural) + ending
    return noun


def article(noun):
    return "an" if noun[0] in "aeio" else "a"


# ---------------------------------------------------------------------------------------------------------
# Text
# ---------------------------------------------------------------------------------------------------------

def text_of(value, indent=0, used=0):
    """JSON indented by one space, where what fits on a line stands on one line.

    used says how many characters of the line are taken by the key. A tree with more than three levels
    is spread out even where it would fit, so that a path item is never squeezed into a line.
    """
    line = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, (dict, list)) or not value or len(line) + indent + used <= LINE and depth(value) <= 3:
        return line
    inner = " " * (indent + 1)
    if isinstance(value, dict):
        keys = ((json.dumps(key, ensure_ascii=False) + ": ", each) for key, each in value.items())
        lines = [inner + key + text_of(each, indent + 1, len(key)) for key, each in keys]
    else:
        lines = [inner + text_of(each, indent + 1) for each in value]
    start, end = "{}" if isinstance(value, dict) else "[]"
    return start + "\n" + ",\n".join(lines) + "\n" + " " * indent + end


def depth(value):
    """How many levels of objects and lists a tree has."""
    below = value.values() if isinstance(value, dict) else value if isinstance(value, list) else None
    return 0 if below is None else 1 + max(map(depth, below), default=0)


def write(documents):
    """Writes the documents and removes those that are no more."""
    for path in TARGET.glob("*.json"):
        if path.stem not in documents:
            path.unlink()
    for name, document in documents.items():
        (TARGET / f"{name}.json").write_text(text_of(document) + "\n", encoding="utf-8")


# ---------------------------------------------------------------------------------------------------------
# Report
# ---------------------------------------------------------------------------------------------------------

def report(items, structs, documents, built):
    """Prints the counts, then what is unusual."""
    for root in ROOTS:
        below = [each for each in items.values() if re.match(rf"{PREFIX}/{root}(/|$)", each.shape)]
        kinds = Counter(each.kind for each in below)
        deleted = sum(1 for each in below if each.kind == "item" and "delete" in each.methods)
        count = sum(len(each.operations()) for each in below)
        print(f"/{root}: {count} operations on {len(below)} paths; {kinds['item']} items ({deleted} with DELETE), "
              f"{kinds['singleton']} singletons, {kinds['list']} lists")
    for name, document in built.items():
        print(f"{name}.json: {len(document.get('paths', {}))} paths, "
              f"{len(document['components']['schemas']) if 'components' in document else 0} schemas")
    print("\nItems without DELETE:")
    for item in items.values():
        if item.kind == "item" and "delete" not in item.methods:
            print(f"  {item.template}")
    print("\nPaths with two readings (the literal wins):")
    for literal, variable in two_readings(items):
        print(f"  {literal.template} [{literal.kind}] / {variable.template} [{variable.kind}]")
    print("\nKinds whose body is not what GET returns:")
    for item in items.values():
        bodies = {each.body["$ref"] for each in item.operations() if each.method in ("put", "patch") and each.body}
        if item.kind in ("item", "singleton") and bodies != {item.response()}:
            print(f"  {item.template}: {sorted(bodies)}, GET {item.response()}")
    print("\nPolymorphic schemas:")
    for name in sorted(documents.used):
        struct = structs[name]
        if struct.subtypes:
            missing = set(struct.properties[struct.discriminator].get("enum", ())) - struct.subtypes.keys()
            print(f"  {name} by {struct.discriminator}: {len(struct.subtypes)}"
                  + (f", no struct for {sorted(missing)}" if missing else ""))
    print("\nDynamic bases without a subtype:", dynamic_bases(structs, documents))
    print("Fields that differ from the base's:")
    for line in differing_fields(structs, documents):
        print(f"  {line}")


def two_readings(items):
    """Pairs of paths of which the literal one is also a value of the other's variable."""
    by_length = defaultdict(list)
    for item in items.values():
        by_length[item.shape.count("/")].append(item)
    for item in items.values():
        for other in by_length[item.shape.count("/")]:
            pairs = list(zip(item.shape.split("/"), other.shape.split("/")))
            first = next((pair for pair in pairs if pair[0] != pair[1]), None)
            if first and first[1] == "{}" and all(a == b or "{}" in (a, b) for a, b in pairs):
                yield item, other


def dynamic_bases(structs, documents):
    """Bases of polymorphic values for which no subtype is known."""
    found = set()

    def visit(kind):
        if isinstance(kind, binding.DynamicStructType):
            found.update(base.resolved_type.binding_class.__name__ for base in kind.has_fields_of_type or ())
        elif isinstance(kind, (binding.OptionalType, binding.ListType)):
            visit(kind.element_type)

    for name in documents.used:
        kind = getattr(model, name).get_binding_type()
        for each in kind.get_field_names():
            visit(kind.get_field(each))
    return sorted(name for name in found if name in documents.used and not structs[name].subtypes)


def differing_fields(structs, documents):
    """Fields that the base has too, but with other facts."""
    for name in sorted(documents.used):
        base = base_of(structs[name], structs)
        for key, schema in structs[name].properties.items():
            inherited = structs[base].properties.get(key) if base else None
            if inherited is not None and key != "resource_type" and schema != inherited:
                yield f"{name}.{key}: {schema}, {base}: {inherited}"


def main():
    structs = read_structs()
    operations = read_operations()
    items = path_items(operations, structs)
    documents = Documents(structs, items)
    built = documents.build()
    write(built)
    report(items, structs, documents, built)


if __name__ == "__main__":
    sys.exit(main())
