"""python workbook.py FILE.xlsx: a workbook as openpyxl reads it: no formula of any sort, and something in every sheet."""

import sys

import openpyxl

workbook = openpyxl.load_workbook(sys.argv[1])
faults = []
for sheet in workbook:
    cells = [cell for row in sheet for cell in row if cell.value is not None]
    if not cells:
        faults.append(f"{sheet.title} is empty")
    faults += [f"{sheet.title}!{cell.coordinate} is a formula: {cell.value!r}" for cell in cells if cell.data_type == "f"]
print("\n".join(faults[:10]) or f"{len(workbook.sheetnames)} sheets: {', '.join(workbook.sheetnames)}")
sys.exit(bool(faults))
