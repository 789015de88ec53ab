"""Parses statements for databases that the suite does not run: parse.py DIALECT FILE. Exits 1 where one cannot be parsed."""

import sys

import sqlglot

dialect, file = sys.argv[1:]
statements = [one for one in sqlglot.parse(open(file).read(), read=dialect) if one is not None]
unknown = [one.sql()[:80] for one in statements if isinstance(one, sqlglot.exp.Command)]
print(f"{len(statements)}\t{'; '.join(unknown)}")
