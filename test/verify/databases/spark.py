"""
Runs the view in a standalone Spark cluster over a file of tickets: spark.py FOLDER. A master and two workers are processes of their own
on the loopback address; the tables are those of --seeds, as parquet. Writes the results to spark.csv, looks at the plan, and counts again
while one worker is killed.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pyspark
from pyspark.sql import SparkSession

folder = Path(sys.argv[1])
home = os.path.dirname(pyspark.__file__)
integer = "bigint"
types = {"dataset", "digest", "region", "clock", "zone", "tzdata", "plan", "priority", "count_days"}


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def start(name, *args):
    environment = dict(os.environ, SPARK_HOME=home, SPARK_LOCAL_IP="127.0.0.1", SPARK_DAEMON_MEMORY="512m")
    command = [os.path.join(home, "bin", "spark-class"), f"org.apache.spark.deploy.{name}", *args]
    log = open(folder / "spark.log", "a")
    return subprocess.Popen(command, env=environment, stdout=log, stderr=log, start_new_session=True)


def moves_of_tickets(plan):
    """The sorts and shuffles of a plan below which tickets are read without being joined to the pauses."""
    lines = plan.splitlines()
    depths = [re.search(r"[A-Za-z*]", line + "x").start() for line in lines]
    moves = []
    for at, line in enumerate(lines):
        if not re.search(r"(?<!Broadcast)Exchange (hash|range)partitioning|(?<!\w)Sort \[", line):
            continue
        end = next((i for i in range(at + 1, len(lines)) if depths[i] <= depths[at]), len(lines))
        below = "\n".join(lines[at:end])
        if "sla_pause" not in below:
            moves.append(line.strip())
    return moves


def wait_for(port):
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.2)


master_port = free_port()
processes = [start("master.Master", "--host", "127.0.0.1", "--port", str(master_port), "--webui-port", str(free_port()))]
try:
    wait_for(master_port)
    master = f"spark://127.0.0.1:{master_port}"
    for _ in range(2):
        worker = ["--host", "127.0.0.1", "--cores", "1", "--memory", "1g", "--webui-port", str(free_port())]
        processes.append(start("worker.Worker", *worker, "--work-dir", str(folder / "work"), master))
    spark = (
        SparkSession.builder.master(master)
        .config("spark.sql.warehouse.dir", str(folder / "warehouse"))
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.executor.memory", "768m")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        # Only the hints of the statements make a join a broadcast.
        .config("spark.sql.autoBroadcastJoinThreshold", "-1")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    tickets = spark.read.csv(
        str(folder / "tickets.csv"),
        header=True,
        schema="id bigint, plan string, priority string, region string, opened timestamp, responded timestamp",
    )
    tickets.repartition(16).write.saveAsTable("tickets")
    for file in sorted((folder / "seeds").glob("*.csv")):
        names = file.open().readline().strip().split(",")
        schema = ", ".join(f"{name} {'string' if name in types else integer}" for name in names)
        spark.read.csv(str(file), header=True, schema=schema).coalesce(1).write.saveAsTable(file.stem)
    spark.read.csv(str(folder / "pauses.csv"), header=True, schema="id string, from_us bigint, to_us bigint").coalesce(
        1
    ).write.saveAsTable("sla_pause")
    spark.sql((folder / "spark-view.sql").read_text().strip().rstrip(";"))

    begun = time.time()
    answers = spark.sql(
        "select id, unix_micros(deadline) as deadline, unix_micros(clock_starts) as starts, response_us, met, problem"
        " from sla_deadlines"
    )
    plan = answers._jdf.queryExecution().executedPlan().toString()
    rows = sorted(answers.collect())
    seconds = time.time() - begun
    with (folder / "spark.csv").open("w") as out:
        for row in rows:
            cells = ("" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell) for cell in row)
            out.write(",".join(cells) + "\n")

    joins = re.findall(r"\w*Join\b", plan)
    moved = moves_of_tickets(plan)

    totals = "select count(*), count(deadline), sum(unix_micros(deadline) div 1000000), sum(response_us div 1000) from sla_deadlines"
    wanted = spark.sql(totals).collect()
    # A worker is killed while its tasks run: the others' take over.
    pid = processes[2].pid
    subprocess.Popen(["sh", "-c", f"sleep 1; kill -9 -{pid}"])
    got = spark.sql(totals).collect()
    time.sleep(2)
    again = spark.sql(totals).collect()
    is_same = wanted == got == again
    print(
        f"{spark.version}\t{spark.table('sla_at').count()}\t{seconds}\t{','.join(sorted(set(joins)))}\t{len(moved)}"
        f"\t{processes[2].poll() is not None}\t{is_same}"
    )
    spark.stop()
finally:
    for process in processes:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
