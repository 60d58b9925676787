"""python records.py FILE.jsonl: JSON lines as columnar engines load them: DuckDB and pandas see the same rows and columns."""

import sys

import duckdb
import pandas

name = sys.argv[1]
if not open(name, encoding="utf-8").read().strip():
    print("no record")
    sys.exit(0)
table = duckdb.sql(f"select * from read_json('{name}', format='newline_delimited', maximum_object_size=67108864)")
frame = pandas.read_json(name, lines=True)
rows = len(table.fetchall())
faults = []
if rows != len(frame):
    faults.append(f"DuckDB reads {rows} rows, pandas {len(frame)}")
if set(table.columns) != set(frame.columns):
    faults.append(f"columns differ: {set(table.columns) ^ set(frame.columns)}")
kinds = dict(zip(table.columns, table.types))
faults += [f"{column} has no one type: {kind}" for column, kind in kinds.items() if str(kind) == "JSON"]
print("\n".join(faults) or f"{rows} rows, {len(kinds)} columns")
sys.exit(bool(faults))
