"""python sarif.py FILE.sarif: a log as Microsoft's tool reads it, with the rules of GitHub's code scanning, and GitHub's limits.

The tool ends with 0 whatever it finds, so that its own log is read; of what it calls errors none is allowed.
"""

import gzip
import json
import os
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

name = sys.argv[1]
tool = Path(os.environ["GAPCHECK_READERS"]) / "npm/node_modules/@microsoft/sarif-multitool-linux/Sarif.Multitool"
with tempfile.TemporaryDirectory() as folder:
    found = Path(folder) / "found.sarif"
    rules = ["--rule-kind", "Sarif;Ghas", "--level", "Error;Warning;Note"]
    command = [tool, "validate", name, *rules, "--quiet", "true", "--max-file-size-in-kb", "100000", "--output", found, "--log", "ForceOverwrite"]
    environment = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)
    said = json.load(open(found, encoding="utf-8-sig"))["runs"][0].get("results") or []
faults = [f"{one['ruleId']}: {one['message']}" for one in said if one.get("level", "warning") == "error"]

data = open(name, "rb").read()
log = json.loads(data)
if len(gzip.compress(data)) > 10_000_000:
    faults.append("more than 10 MB when compressed")
for run in log["runs"]:
    rules = run["tool"]["driver"].get("rules", [])
    faults += [f"rule {rule} twice" for rule, times in Counter(rule["id"] for rule in rules).items() if times > 1]
    for rule in rules:
        properties = rule.get("properties", {})
        severity = properties.get("security-severity", "0.1")
        if not isinstance(severity, str) or not 0 < float(severity) <= 10:
            faults.append(f"rule {rule['id']}: security-severity {severity!r}")
        if len(properties.get("tags", [])) > 10:
            faults.append(f"rule {rule['id']}: more than ten tags")
        lengths = [len(rule.get(key, {}).get("text", "")) for key in ("shortDescription", "fullDescription")]
        if not all(1 <= length <= 1024 for length in lengths) or not rule.get("help", {}).get("text"):
            faults.append(f"rule {rule['id']}: descriptions of {lengths} characters, or no help")
    seen = set()
    results = run.get("results", [])
    if len(results) > 25_000:
        faults.append(f"{len(results)} results")
    for number, result in enumerate(results):
        where = result["locations"][0]["physicalLocation"]
        identity = (result["ruleId"], where["artifactLocation"]["uri"], result["partialFingerprints"]["primaryLocationLineHash"])
        region = where.get("region", {})
        if identity in seen:
            faults.append(f"result {number} is another one's twin: {identity}")
        seen.add(identity)
        if not {"startLine", "startColumn", "endLine", "endColumn"} <= region.keys():
            faults.append(f"result {number}: its place is not whole: {region}")
        if rules[result["ruleIndex"]]["id"] != result["ruleId"]:
            faults.append(f"result {number}: ruleIndex and ruleId differ")
print("\n".join(faults[:10]) or f"{sum(len(run.get('results', [])) for run in log['runs'])} results")
sys.exit(bool(faults))
