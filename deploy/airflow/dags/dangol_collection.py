"""Dangol's nightly collection, driven from Airflow.

One task per step, each a call of Dangol's HTTP API. Dangol does the work and keeps count; a task only
starts its step, waits for it and hands on what came of it. Starting carries an idempotency key made
of the DAG run and the step, so that a task that is tried again finds the step it started before and
resumes it, rather than doing anything twice.

Needs one Airflow connection, `dangol`: host with scheme (`https://dangol.example.com`) and, as the
password, an operator's token (README.md beside this folder says how to make one). Nothing beyond Airflow itself is imported.
"""

from __future__ import annotations

import json
import logging
import time
import urllib.error
import urllib.request
from datetime import timedelta

import pendulum
from airflow.exceptions import AirflowException, AirflowFailException
from airflow.sdk import Connection, dag, get_current_context, task

STEPS = ["fetch", "clean", "store", "embed", "index"]
RUNS = "/api/ops/collection/runs"
POLL_SECONDS = 5
FREE_AGAIN = timedelta(hours=2)

log = logging.getLogger(__name__)


class Dangol:
    """The few calls a task needs. Never logs the token."""

    def __init__(self) -> None:
        connection = Connection.get("dangol")
        self.base = (connection.host or "").rstrip("/")
        self.token = connection.password
        if not self.base.startswith("http") or not self.token:
            raise AirflowFailException(
                "The connection 'dangol' needs a host with http:// or https:// and a token as its password."
            )

    def call(self, method: str, path: str, body: dict | None = None, key: str | None = None) -> dict:
        request = urllib.request.Request(self.base + path, method=method)
        request.add_header("Authorization", f"Bearer {self.token}")
        request.add_header("Accept", "application/json")
        if key:
            request.add_header("Idempotency-Key", key)
        data = None
        if body is not None:
            request.add_header("Content-Type", "application/json")
            data = json.dumps(body).encode()
        with urllib.request.urlopen(request, data, timeout=60) as answer:
            return json.load(answer)


def started(dangol: Dangol, step: str, key: str) -> dict:
    """The run of this step: a new one, or the one an earlier try started."""
    until = time.monotonic() + FREE_AGAIN.total_seconds()
    while True:
        try:
            return dangol.call("POST", RUNS, {"steps": [step]}, key)
        except urllib.error.HTTPError as refused:
            if refused.code in (401, 403):
                raise AirflowFailException("Dangol refused the token: is it an operator's?") from refused
            if refused.code != 409:
                raise
            # Only one run at a time: another instance, or an operator, is at it.
            if time.monotonic() > until:
                raise AirflowException(f"Another run kept '{step}' waiting for {FREE_AGAIN}.") from refused
            log.info("another run is under way; waiting")
            time.sleep(POLL_SECONDS)


def ended(dangol: Dangol, run: dict) -> dict:
    """The run when it is over. One that broke off is taken up where it stopped, once."""
    path = f"{RUNS}/{run['id']}"
    run = dangol.call("GET", path)
    if run["status"] in ("cancelled", "failed"):
        log.info("run %s had %s; resuming it", run["number"], run["status"])
        run = dangol.call("POST", path + "/resume")
    while run["status"] == "running":
        time.sleep(POLL_SECONDS)
        run = dangol.call("GET", path)
        for step in run["steps"]:
            if step["status"] == "running":
                log.info("%s %s: %s", step["name"], step["source"], step["progress"])
    return run


@dag(
    dag_id="dangol_collection",
    description="Fetch, clean, store, embed and index what Dangol collects, one task per step",
    schedule="0 2 * * *",
    start_date=pendulum.datetime(2026, 11, 1, tz="Asia/Seoul"),
    catchup=False,
    max_active_runs=1,
    tags=["dangol"],
    default_args={
        # Airflow waits five minutes between tries unless told otherwise.
        "retries": 2,
        "execution_timeout": timedelta(hours=4),
    },
)
def dangol_collection():
    @task
    def collect(step: str) -> dict:
        """Runs one step for all sources; the result is what each source came to."""
        dangol = Dangol()
        key = f"airflow-{get_current_context()['run_id']}-{step}"
        run = ended(dangol, started(dangol, step, key))
        sources = {
            part["source"]: {"status": part["status"], "counts": part["counts"]}
            for part in run["steps"]
        }
        for part in run["steps"]:
            if part.get("error"):
                log.warning("%s: %s", part["source"], part["error"])
        if run["status"] not in ("completed", "completed_with_errors"):
            raise AirflowException(f"'{step}' {run['status']}: {sources}")
        return {"run": run["id"], "status": run["status"], "sources": sources}

    previous = None
    for step in STEPS:
        current = collect.override(task_id=step)(step)
        if previous is not None:
            previous >> current
        previous = current


dangol_collection()
