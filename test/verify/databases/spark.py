"""
A standalone Spark cluster that keeps its files in a folder: spark.py FOLDER. A master and two workers are processes of their own on the
loopback address.
"""

import logging
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

import pyspark
from pyspark.sql import SparkSession
from serve import serve, statements

folder = Path(sys.argv[1])
home = os.path.dirname(pyspark.__file__)
ticket_partitions = 16


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def start(name, *args):
    environment = dict(os.environ, SPARK_HOME=home, SPARK_LOCAL_IP="127.0.0.1", SPARK_DAEMON_MEMORY="512m")
    command = [os.path.join(home, "bin", "spark-class"), f"org.apache.spark.deploy.{name}", *args]
    log = open(folder / "spark.log", "a")
    return subprocess.Popen(command, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True)


def wait_for(port):
    while True:
        try:
            return socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.2)


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


def cell(value):
    return value if value is None or isinstance(value, (int, float, str)) else str(value)


def rows(query):
    return [[str(one).lower() if isinstance(one, bool) else cell(one) for one in row] for row in spark.sql(query).collect()]


def script(text, is_hostile):
    for statement in statements(text, "spark", is_hostile):
        spark.sql(statement).collect()


def load(table, file, columns):
    schema = ", ".join(f"{name} {kind}" for name, kind in columns)
    read = spark.read.csv(file, header=True, schema=schema, escape='"')
    # Tickets in many partitions; the tables of ours in one each.
    read.repartition(ticket_partitions if "opened" in schema else 1).write.mode("append").saveAsTable(table)


def plan(query):
    text = spark.sql(query)._jdf.queryExecution().executedPlan().toString()
    return [sorted(set(re.findall(r"\w*Join\b", text))), moves_of_tickets(text)]


def kill_worker_in(stage_tasks):
    """Kills a worker once a stage of so many tasks has some behind it and both workers are busy."""
    tracker = spark.sparkContext.statusTracker()
    while True:
        stages = [tracker.getStageInfo(one) for one in tracker.getActiveStageIds()]
        if any(one and one.numTasks >= stage_tasks and one.numCompletedTasks > 0 and one.numActiveTasks > 1 for one in stages):
            return os.killpg(processes[2].pid, signal.SIGKILL)
        time.sleep(0.02)


def kill(query):
    """The rows of a query during which a worker is killed, so that the other takes over its tasks, and whether one was."""
    killer = threading.Thread(target=kill_worker_in, args=[ticket_partitions], daemon=True)
    killer.start()
    result = rows(query)
    return [not killer.is_alive(), result]


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
        .config("spark.sql.shuffle.partitions", "8")
        # Small files are not read together, so that each partition of tickets is a task.
        .config("spark.sql.files.minPartitionNum", str(ticket_partitions))
        # Only the hints of the statements make a join a broadcast.
        .config("spark.sql.autoBroadcastJoinThreshold", "-1")
        .getOrCreate()
    )
    spark.sparkContext.setLogLevel("ERROR")
    # Statements that fail are expected ones, or are reported by the suite.
    logging.getLogger("SQLQueryContextLogger").setLevel(logging.CRITICAL)
    serve({"version": lambda: spark.version, "rows": rows, "script": script, "load": load, "plan": plan, "kill": kill})
    spark.stop()
finally:
    for process in processes:
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
