"""python annotations.py FILE: workflow commands as GitHub's runner takes them.

The runner reads `::name key=value,key=value::message`, undoes the escapes, keeps ten of each sort for a step, cuts messages at 4,096
characters, and drops columns where first and last line differ. Whatever is no annotation, or would be dropped or cut, is refused.
"""

import re
import sys

MESSAGE = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
PROPERTY = (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%"))
KNOWN = {"file", "line", "endline", "col", "endcolumn", "title"}
COMMAND = re.compile(r"^::(error|warning|notice)(?: ([^:]*))?::(.*)$", re.DOTALL)


def undone(text, escapes):
    for written, meant in escapes:
        text = text.replace(written, meant)
    return text


faults = []
counts = {}
for number, line in enumerate(open(sys.argv[1], encoding="utf-8", newline="").read().split("\n"), 1):
    if not line:
        continue
    command = COMMAND.match(line)
    if not command:
        faults.append(f"line {number} is no annotation: {line[:80]!r}")
        continue
    sort, written, message = command.groups()
    counts[sort] = counts.get(sort, 0) + 1
    if counts[sort] > 10:
        faults.append(f"line {number}: more than ten of sort {sort}")
    properties = dict(pair.partition("=")[::2] for pair in (written or "").split(",") if pair)
    properties = {key.lower(): undone(value, PROPERTY) for key, value in properties.items()}
    faults += [f"line {number}: {key} is no property" for key in properties.keys() - KNOWN]
    if re.search(r"%(?!0D|0A|25|3A|2C)", line):
        faults.append(f"line {number}: a bare %")
    if len(undone(message, MESSAGE)) > 4096:
        faults.append(f"line {number}: the message is cut")
    first, last = properties.get("line"), properties.get("endline")
    if last and (not first or int(last) < int(first)):
        faults.append(f"line {number}: ends before it begins")
    if last and last != first and ("col" in properties or "endcolumn" in properties):
        faults.append(f"line {number}: columns over several lines are dropped")
print("\n".join(faults) or f"{sum(counts.values())} annotations")
sys.exit(bool(faults))
