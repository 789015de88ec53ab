"""polars' side of the batch bench: two threads, input order kept.

Arguments: input, output, now, the folder of the tables, their first second, their hours.
"""

import os
import sys
from datetime import datetime

os.environ["POLARS_MAX_THREADS"] = "2"
import polars as pl  # noqa: E402

source, target, now, tables, first, hours = sys.argv[1:]
at = pl.lit(pl.read_csv(f"{tables}/hour.csv")["at"])
intervals = pl.read_csv(f"{tables}/open.csv")
opens, closes = pl.lit(intervals["opens"]), pl.lit(intervals["closes"])
now_seconds = int(datetime.fromisoformat(now).timestamp())
t, i, start, remaining, budget, due = (pl.col(name) for name in ("t", "i", "start", "remaining", "budget", "due"))
priority = pl.col("priority")


def number(offset):
    return pl.col("opened").str.slice(offset, 2).cast(pl.Int64)


local = pl.col("opened").str.slice(0, 19).str.to_datetime("%Y-%m-%dT%H:%M:%S", time_unit="ms").dt.epoch("s")
ahead = number(20) * 3600 + number(23) * 60
is_behind = pl.col("opened").str.slice(19, 1) == "-"
region = pl.col("region").replace_strict(["americas", "emea", "apac", "japan"], [0, 1, 2, 3], return_dtype=pl.Int64)

(
    pl.scan_csv(source, infer_schema=False)
    .with_columns(t=pl.when(is_behind).then(local + ahead).otherwise(local - ahead))
    .with_columns(near=at.gather((t - int(first)) // 3600 + int(hours) * region))
    .with_columns(i=pl.col("near") + (closes.gather(pl.col("near")) <= t))
    .with_columns(start=pl.max_horizontal(t, opens.gather(i)))
    .with_columns(remaining=closes.gather(i) - start, budget=pl.when(priority == "P2").then(7200).otherwise(14400))
    .with_columns(
        due=pl.when(priority == "P1")
        .then(t + 3600)
        .when(priority == "P4")
        .then(opens.gather(i + 1) + start - opens.gather(i))
        .when(budget <= remaining)
        .then(start + budget)
        .otherwise(opens.gather(i + 1) + budget - remaining)
    )
    .select(
        "id",
        "priority",
        "region",
        "opened",
        "subject",
        deadline=pl.from_epoch(due).dt.strftime("%Y-%m-%dT%H:%M:%SZ"),
        status=pl.when(due < now_seconds).then(pl.lit("overdue")).otherwise(pl.lit("open")),
        error=pl.lit(None, dtype=pl.String),
    )
    .sink_csv(target)
)
