#!/usr/bin/env python3
"""Creates, reads, lists, updates and deletes an object of every kind below /infra, as a client with the
official SDK would: with fields that mean something, references to objects that exist, and parents that
are made first. Prints a line per kind that fails, with the reason, and how many do not."""

import argparse
import sys
import time

import requests

import sdk
from laboratory import Laboratory

SECRETS = {"password", "passphrase", "passphrases", "private_key", "psk", "secret", "secret_key", "cli_password",
           "root_password", "audit_password"}


class Failure(Exception):
    """A kind does not work as it should."""


def main():
    arguments = parse_arguments()
    configuration = sdk.connect(arguments.url, arguments.user, arguments.password)
    laboratory = Laboratory(sdk.kinds(configuration))
    kinds = [kind for kind in laboratory.kinds.values() if kind.is_item and arguments.only in kind.template]
    failed = [kind for kind in sorted(kinds, key=lambda each: each.template) if not passes(kind, laboratory)]
    print(f"{len(kinds) - len(failed)} of {len(kinds)} kinds")
    return 1 if failed else 0


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--url", default="https://127.0.0.1:8443")
    parser.add_argument("--user", default="admin")
    parser.add_argument("--password", default="nsxsim")
    parser.add_argument("--only", default="", metavar="TEXT", help="only kinds whose path has this text")
    return parser.parse_args()


def passes(kind, laboratory):
    """Tries one kind, leaves nothing behind, and tells why it does not work."""
    try:
        round_trip(kind, laboratory)
        return True
    except requests.ConnectionError as error:
        sys.exit(f"No answer from the server: {error}")
    except Exception as error:  # whatever else the SDK raises is a result
        print(f"{kind.template}: {describe(error)}")
        return False
    finally:
        for problem in laboratory.clean():
            print(f"{kind.template}: something stays: {describe(problem)}")


def round_trip(kind, laboratory):
    """The life of one object."""
    path, body = laboratory.plan(kind.template)
    ids = laboratory.ids(kind.template, path)
    laboratory.write(kind, ids, body)
    read = kind.get(ids)
    expect_fields(body, read)
    listed(kind, laboratory, ids, read)
    updated(kind, ids, body, read)
    if kind.delete:
        kind.delete(ids)
        expect_status(404, lambda: kind.get(ids))


def listed(kind, laboratory, ids, read):
    """The object is in its list, page by page."""
    collection = laboratory.kinds.get(kind.template.removesuffix("/{}"))
    if collection and collection.get:
        if not any(each["id"] == read["id"] for each in laboratory.all_of(collection, ids[:-1])):
            raise Failure("is not in its list")


def updated(kind, ids, body, read):
    """A change is kept; a change to what has been changed meanwhile is refused."""
    changed = {**body, "description": "changed", "_revision": read["_revision"]}
    if not kind.put:
        kind.patch(ids, changed)
    else:
        expect_fields(changed | {"_revision": read["_revision"] + 1}, kind.put(ids, changed))
        expect_status(412, lambda: kind.put(ids, changed))
    expect_fields(changed | {"_revision": read["_revision"] + 1}, kind.get(ids))


def expect_fields(sent, got, place=""):
    """Everything that was sent has come back; secrets may be kept back."""
    if isinstance(sent, dict) and isinstance(got, dict):
        for name, value in sent.items():
            if name in got:
                expect_fields(value, got[name], f"{place}/{name}")
            elif name not in SECRETS:
                raise Failure(f"{place}/{name} does not come back")
    elif isinstance(sent, list) and isinstance(got, list) and len(sent) == len(got):
        for index, (each_sent, each_got) in enumerate(zip(sent, got)):
            expect_fields(each_sent, each_got, f"{place}/{index}")
    elif sent != got:
        raise Failure(f"{place} was {sent!r} and came back as {got!r}")


def expect_status(status, call):
    """The server refuses with a status."""
    try:
        call()
    except Exception as error:
        if sdk.refusal(error)[0] != status:
            raise
    else:
        raise Failure(f"was not refused with {status}")


def describe(error):
    """What the server says, or the SDK, or we."""
    status, message = sdk.refusal(error)
    return f"{status} {message}" if status else f"{type(error).__name__}: {error}".replace("\n", " ")


if __name__ == "__main__":
    start = time.monotonic()
    status = main()
    print(f"in {time.monotonic() - start:.0f} s")
    sys.exit(status)
