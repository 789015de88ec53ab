"""ClickHouse's side of the batch bench (chdb): two threads, input order kept, and rows written as text so that they are quoted as in the input.

Arguments: input, output, now, the folder of the tables, their first second, their hours.
"""

import sys

import chdb

source, target, now, tables, first, hours = sys.argv[1:]
intervals = f"file('{tables}/open.csv', CSVWithNames, 'opens Int64, closes Int64')"
header = "id,priority,region,opened,subject,deadline,status,error"

chdb.query(f"""
insert into function file('{target}', TSVRawWithNames, '`{header}` String')
with
  (select groupArray(at) from file('{tables}/hour.csv', CSVWithNames, 'at Int64')) as hours,
  (select groupArray(opens) from {intervals}) as opens,
  (select groupArray(closes) from {intervals}) as closes,
  toInt64(toUnixTimestamp(parseDateTimeBestEffort(opened, 'UTC'))) as t,
  intDiv(t - {first}, 3600) + {hours} * (indexOf(['americas', 'emea', 'apac', 'japan'], region) - 1) as hour,
  hours[hour + 1] + 1 as near,
  near + (closes[near] <= t) as i,
  greatest(t, opens[i]) as start,
  closes[i] - start as remaining,
  if(priority = 'P2', 7200, 14400) as budget,
  multiIf(
    priority = 'P1', t + 3600,
    priority = 'P4', opens[i + 1] + start - opens[i],
    budget <= remaining, start + budget,
    opens[i + 1] + budget - remaining
  ) as due
select
  concat(
    id, ',', priority, ',', region, ',', opened, ',"', replaceAll(subject, '"', '""'), '",',
    formatDateTime(toDateTime(due, 'UTC'), '%Y-%m-%dT%H:%i:%SZ'),
    if(due < toUnixTimestamp(parseDateTimeBestEffort('{now}', 'UTC')), ',overdue,', ',open,')
  )
from file('{source}', CSVWithNames, 'id String, priority String, region String, opened String, subject String')
settings max_threads = 2, parallelize_output_from_storages = 0, engine_file_truncate_on_insert = 1
""")
