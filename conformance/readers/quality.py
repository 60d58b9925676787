"""python quality.py FILE.json: a code quality report as GitLab takes it: every entry whole, no fingerprint twice."""

import json
import sys

SEVERITIES = {"info", "minor", "major", "critical", "blocker"}
entries = json.load(open(sys.argv[1], encoding="utf-8"))
faults = []
seen = set()
for number, entry in enumerate(entries, 1):
    place = entry.get("location", {})
    whole = all(isinstance(entry.get(key), str) and entry[key] for key in ("description", "check_name", "fingerprint"))
    if not whole or entry.get("severity") not in SEVERITIES:
        faults.append(f"entry {number} is not whole: {entry}")
    if place.get("path", "/").startswith(("/", "./")) or place.get("lines", {}).get("begin", 0) < 1:
        faults.append(f"entry {number} has no place: {place}")
    if entry.get("fingerprint") in seen:
        faults.append(f"entry {number}: its fingerprint stands there twice")
    seen.add(entry.get("fingerprint"))
print("\n".join(faults[:5]) or f"{len(entries)} entries")
sys.exit(bool(faults))
