"""python agenda.py FILE.ics: the calendar as Python's reader sees it, and the rules of RFC 5545 on lines that readers overlook."""

import sys

import icalendar

data = open(sys.argv[1], "rb").read()
faults = []
if data.replace(b"\r\n", b"").count(b"\n") or data.replace(b"\r\n", b"").count(b"\r"):
    faults.append("lines must end in CR LF")
for number, line in enumerate(data.split(b"\r\n"), 1):
    if len(line) > 75:
        faults.append(f"line {number} has {len(line)} octets, 75 are allowed")
    try:
        line.decode()
    except UnicodeDecodeError:
        faults.append(f"line {number} cuts a character")
calendar = icalendar.Calendar.from_ical(data)
faults += [f"the calendar has no {key}" for key in ("PRODID", "VERSION") if key not in calendar]
seen = set()
for entry in calendar.walk():
    if entry.name not in ("VEVENT", "VTODO"):
        continue
    faults += [f"an entry has no {key}" for key in ("UID", "DTSTAMP", "SUMMARY") if key not in entry]
    faults += [f"{entry.get('UID')}: {error}" for error in entry.errors]
    if entry.get("UID") in seen:
        faults.append(f"{entry.get('UID')} stands there twice")
    seen.add(entry.get("UID"))
print("\n".join(faults) or f"{len(seen)} entries")
sys.exit(bool(faults))
