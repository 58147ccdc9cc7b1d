"""Makes the objects that a kind needs around it, and takes them away again."""

import itertools
import json
import time

from bodies import BODIES, FOUND, GIVEN, IDS
from sdk import refusal


class Laboratory:
    """Objects made on a server for a trial.

    In a body, "@" and a template stands for the path of an object of that kind, which is made first; where the
    template begins like that of the body's own object, both lie below the same ancestors. "@" and a name of FOUND
    is the path of an object that the server had from the start. "{n}" is a number that no other body has, "{o}" one
    that fits into an address, "{p}" the same of the object that this one lies directly below.
    """

    def __init__(self, kinds):
        self.kinds = kinds
        self.numbers = itertools.count(1)
        self.name = f"trial-{int(time.time())}"  # what cannot be deleted must not disturb the next run
        self.made = []  # (kind, ids), parents first
        self.found = {}
        self.octets = {}  # path to the number that fits into an address

    def plan(self, template, near=("", "")):
        """The path and the body of a new object; what it lies below and refers to is made now."""
        variant = template
        template = template.partition("#")[0]
        number = next(self.numbers)
        path = self.parent(template, near) + "/" + IDS.get(template, self.name + "-{n}").replace("{n}", str(number))
        text = json.dumps({"display_name": "Trial {n}", "description": "A trial",
                           "tags": [{"scope": "trial", "tag": "{n}"}],
                           **body_of(variant)})
        octet = self.octets[path] = number % 250 + 1
        above = self.octets.get(path.rsplit("/", 2)[0], octet)
        body = json.loads(text.replace("{n}", str(number)).replace("{o}", str(octet)).replace("{p}", str(above)))
        return path, self.resolve(body, (template, path))

    def parent(self, template, near):
        """The path that a new object lies below, without its own id."""
        above, below, collection = template.removesuffix("/{}").rpartition("/{}")
        if not below:
            return collection
        path = self.ancestor(above + below, near)
        settings = (above + below + collection).rpartition("/")[0]
        if settings in BODIES and not settings.endswith("}"):  # a settings object that is not there by itself
            self.write(self.kinds[settings], self.ids(settings, path), BODIES[settings])
        return path + collection

    def ancestor(self, template, near):
        """An object that stands between another one and the root."""
        near_template, near_path = near
        if near_template == template or near_template.startswith(template + "/"):
            return "/".join(near_path.split("/")[:template.count("/") + 1])
        if template in GIVEN:
            given = GIVEN[template]
            return self.find(given[1:]) if given.startswith("@") else self.parent(template, near) + "/" + given
        return self.make(template, near)

    def make(self, template, near=("", "")):
        """Creates an object and answers its path."""
        kind = self.kinds[template.partition("#")[0]]
        path, body = self.plan(template, near)
        ids = self.ids(kind.template, path)
        self.write(kind, ids, body)
        return path

    def write(self, kind, ids, body):
        """Creates an object as clients do: by PATCH where there is one."""
        self.made.append((kind, ids))
        (kind.patch or kind.put)(ids, body)

    def resolve(self, value, near):
        """A body with paths in the place of what begins with "@"."""
        if isinstance(value, dict):
            return {name: self.resolve(each, near) for name, each in value.items()}
        if isinstance(value, list):
            return [self.resolve(each, near) for each in value]
        if isinstance(value, str) and value.startswith("@"):
            return self.reference(value[1:], near)
        return value

    def reference(self, name, near):
        if name in FOUND:
            return self.find(name)
        if near[0].startswith(name + "/"):
            return self.ancestor(name, near)
        return self.make(name, near)

    def find(self, name):
        """The path of an object that the server had from the start."""
        if name not in self.found:
            collection, fits = FOUND[name]
            if collection.startswith("@"):  # the list lies below an object that must be found itself
                above, _, rest = collection[1:].partition("/")
                collection = self.find(above) + "/" + rest
            template, ids = self.locate(collection)
            matching = [each for each in self.all_of(self.kinds[template], ids) if fits(each)]
            if not matching:
                raise LookupError(f"the server has no {name}")
            self.found[name] = matching[0]["path"]
        return self.found[name]

    def locate(self, path):
        """The template that a collection's path fits, and the ids in it."""
        segments = path.split("/")
        for template in self.kinds:
            parts = template.split("/")
            if len(parts) == len(segments) and all(a in ("{}", b) for a, b in zip(parts, segments)):
                return template, [b for a, b in zip(parts, segments) if a == "{}"]
        raise LookupError(f"the SDK has no list at {path}")

    def ids(self, template, path):
        """The ids in a path."""
        return [segment for part, segment in zip(template.split("/"), path.split("/")) if part == "{}"]

    def all_of(self, collection, ids):
        """All objects of a list."""
        page = collection.get(ids)
        yield from page["results"]
        while page.get("cursor"):
            page = collection.get(ids, cursor=page["cursor"])
            yield from page["results"]

    def clean(self):
        """Deletes everything that was made, children first, and answers what went wrong."""
        problems = []
        for kind, ids in reversed(self.made):
            if kind.delete:
                try:
                    kind.delete(ids)
                except Exception as error:  # already deleted, or a failure to report
                    if refusal(error)[0] != 404:
                        problems.append(error)
        self.made.clear()
        return problems


def body_of(template):
    """The body of a kind: that of the longest end of its template that has one."""
    parts = template.split("/")
    for start in range(len(parts)):
        body = BODIES.get("/".join(parts[start:]))
        if body is not None:
            return body
    raise LookupError(f"bodies.py has none for {template}")
