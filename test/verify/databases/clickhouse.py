"""ClickHouse (chdb), which keeps its files in a folder: clickhouse.py FOLDER."""

import json
import sys
from pathlib import Path

from chdb import session
from serve import serve, statements

database = session.Session(str(Path(sys.argv[1]) / "clickhouse"))
database.query("create database desk")
database.query("use desk")


def rows(query):
    settings = "output_format_json_quote_64bit_integers = 1, output_format_json_quote_decimals = 1"
    joined = f"{query}{',' if ' settings ' in query else ' settings'} {settings}"
    return [json.loads(line) for line in str(database.query(joined, "JSONCompactEachRow")).split("\n") if line]


def script(text, is_hostile):
    for statement in statements(text, "clickhouse", is_hostile):
        database.query(statement)


def load(table, file, columns):
    database.query(
        f"create table if not exists {table} ({', '.join(f'{name} {kind}' for name, kind in columns)})"
        " engine = MergeTree order by tuple()"
    )
    read = ", ".join(
        f"if({name} = '', null, parseDateTime64BestEffort({name}, 6, 'UTC'))" if "DateTime64" in kind else name
        for name, kind in columns
    )
    structure = ", ".join(f"{name} {'String' if 'DateTime64' in kind else kind}" for name, kind in columns)
    structure = structure.replace("'", "\\'")
    database.query(f"insert into {table} select {read} from file('{file}', CSVWithNames, '{structure}')")


serve({"version": lambda: rows("select version()")[0][0], "rows": rows, "script": script, "load": load})
