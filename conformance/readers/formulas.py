"""python formulas.py FILE.csv: whether a spreadsheet would compute a cell (the OWASP rule on CSV injection), or lose one."""

import csv
import sys

BEGINNINGS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


faults = []
width = None
csv.field_size_limit(10**8)
with open(sys.argv[1], newline="", encoding="utf-8-sig") as file:
    for row, cells in enumerate(csv.reader(file, strict=True), 1):
        width = width or len(cells)
        if len(cells) != width:
            faults.append(f"row {row} has {len(cells)} cells, the first has {width}")
        for column, cell in enumerate(cells, 1):
            if cell.startswith(BEGINNINGS) and not is_number(cell):
                faults.append(f"row {row}, column {column} would be computed: {cell[:40]!r}")
print("\n".join(faults[:10]) or f"{width} columns")
sys.exit(bool(faults))
