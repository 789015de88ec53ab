"""
Parses statements for databases that the suite does not run: parse.py DIALECT FILE. Prints how many there are, the beginnings of those
that are not understood, and the names of the tables that they read, as JSON.
"""

import json
import sys

import sqlglot

dialect, file = sys.argv[1:]
statements = [one for one in sqlglot.parse(open(file, newline="").read(), read=dialect) if one is not None]
unknown = [one.sql()[:80] for one in statements if isinstance(one, sqlglot.exp.Command)]
names = {table.name for one in statements for table in one.find_all(sqlglot.exp.Table)}
print(json.dumps({"count": len(statements), "unknown": unknown, "names": sorted(names)}))
