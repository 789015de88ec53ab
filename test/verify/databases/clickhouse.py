"""Runs statements in ClickHouse (chdb) over a file of tickets: clickhouse.py FOLDER. Writes the results to clickhouse.csv there."""

import sys
import time
from pathlib import Path

from chdb import session

folder = Path(sys.argv[1])
database = session.Session(str(folder / "clickhouse"))
database.query("create database desk")
database.query("use desk")
database.query(
    "create table tickets (id Int64, plan String, priority String, region String, opened DateTime64(6, 'UTC'),"
    " responded Nullable(DateTime64(6, 'UTC'))) engine = MergeTree order by id"
)
database.query(
    "insert into tickets select id, plan, priority, region, parseDateTime64BestEffort(opened, 6, 'UTC'),"
    " if(responded = '', null, parseDateTime64BestEffort(responded, 6, 'UTC'))"
    f" from file('{folder}/tickets.csv', CSVWithNames, 'id Int64, plan String, priority String, region String,"
    " opened String, responded String')"
)
statements = (folder / "clickhouse.sql").read_text().split(";\n")
# Twice, as a reader would to renew a calendar: the second run must replace the first.
for statement in statements + statements:
    if any(line.strip() and not line.startswith("--") for line in statement.split("\n")):
        database.query(statement)
database.query(
    f"insert into sla_pause select id, from_us, to_us from file('{folder}/pauses.csv', CSVWithNames,"
    " 'id String, from_us Int64, to_us Nullable(Int64)')"
)
begun = time.time()
database.query(
    "insert into function file('" + str(folder / "clickhouse.csv") + "', CSV) select id, toUnixTimestamp64Micro(deadline),"
    " toUnixTimestamp64Micro(clock_starts), response_us,"
    " if(met is null, '', if(met, 'true', 'false')), coalesce(problem, '') from sla_deadlines order by id"
    " settings format_csv_null_representation = ''"
)
seconds = time.time() - begun
rows = str(database.query("select count() from sla_at")).strip()
version = str(database.query("select version()")).strip().strip('"')
print(f"{version}\t{rows}\t{seconds}")
