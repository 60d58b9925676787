"""python oscal.py FILE.json: what neither the schemas of OSCAL nor trestle look at: references that lead nowhere or to something of
another kind, identities used twice, names in the namespace of OSCAL that it does not know.
"""

import json
import sys

OSCAL = (None, "http://csrc.nist.gov/ns/oscal")
# Where a reference must lead, by the key it stands under.
LEADS_TO = {
    "activity-uuid": "activities",
    "component-uuid": "components",
    "finding-uuid": "findings",
    "observation-uuid": "observations",
    "party-uuid": "parties",
    "response-uuid": "remediations",
    "risk-uuid": "risks",
    "task-uuid": "tasks",
}
ACTORS = {"party": "parties", "tool": "components", "assessment-platform": "assessment-platforms"}
SUBJECTS = {
    "component": "components",
    "inventory-item": "inventory-items",
    "location": "locations",
    "party": "parties",
    "user": "users",
}
# The properties OSCAL itself knows, by the list an object stands in.
KNOWN = {
    "entries": {"type"},
    "facets": {"state"},
    "remediations": {"type"},
    "risks": {"accepted", "false-positive", "priority", "risk-adjusted"},
}
FACETS = {"likelihood", "impact", "risk", "severity"}

faults = []
defined = {}
references = []
roles = set()
objectives = set()
targets = []


def objects(value, kind, path):
    """Every object of a document, with the list it stands in and where that is."""
    if isinstance(value, list):
        if not value:
            faults.append(f"{path} is an empty list")
        for number, one in enumerate(value):
            yield from objects(one, kind, f"{path}[{number}]")
    elif isinstance(value, dict):
        yield value, kind, path
        for key, one in value.items():
            yield from objects(one, key, f"{path}.{key}")


def refer(path, identity, kind):
    references.append((path, str(identity).lower(), kind))


document = json.load(open(sys.argv[1], encoding="utf-8"))
root, body = next((key, value) for key, value in document.items() if key != "$schema")
for one, kind, path in objects(body, root, root):
    if "uuid" in one:
        identity = one["uuid"].lower()
        if identity in defined:
            faults.append(f"{path}: {identity} is somebody else's")
        defined[identity] = kind
    if kind == "roles":
        roles.add(one["id"])
    if "objective-id" in one:
        objectives.add(one["objective-id"])
    if kind == "findings":
        targets.append((path, one["target"]))
    for prop in one.get("props", []):
        if kind in KNOWN and prop.get("ns") in OSCAL and prop["name"] not in KNOWN[kind]:
            faults.append(f"{path}: OSCAL knows no property {prop['name']} here")
    if kind == "facets" and one.get("system") in OSCAL and one["name"] not in FACETS:
        faults.append(f"{path}: OSCAL knows no facet {one['name']}")
    for key, value in one.items():
        here = f"{path}.{key}"
        if key in LEADS_TO:
            refer(here, value, LEADS_TO[key])
        elif key == "actor-uuid":
            refer(here, value, ACTORS[one["type"]])
        elif key == "subject-uuid" and one["type"] in SUBJECTS:
            refer(here, value, SUBJECTS[one["type"]])
        elif key in ("party-uuids", "member-of-organizations"):
            [refer(here, party, "parties") for party in value]
        elif key == "role-id" and value not in roles and not any(value == role["id"] for role in body["metadata"].get("roles", [])):
            faults.append(f"{here}: there is no role {value}")
        elif key == "href" and str(value).startswith("#"):
            refer(here, value[1:], "resources")
for path, identity, kind in references:
    if defined.get(identity) != kind:
        faults.append(f"{path}: {identity} is {defined.get(identity, 'nothing')}, not one of the {kind}")
for path, target in targets:
    if objectives and target["type"] == "objective-id" and target["target-id"] not in objectives:
        faults.append(f"{path}: the objective {target['target-id']} was not reviewed")
if root.startswith("plan-of") and not {"system-id", "import-ssp"} & body.keys():
    faults.append("it does not say of which system it is")
print("\n".join(faults[:10]) or f"{len(defined)} identities, {len(references)} references")
sys.exit(bool(faults))
