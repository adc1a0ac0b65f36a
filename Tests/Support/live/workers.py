"""`cricksy-worker run` as processes that are started, stopped, killed and started again."""

import os
import pathlib
import signal
import subprocess
import sys
import time

from postgres_server import PostgresServer
from procfs import name, tree
from redis_server import RedisServer
from s3_server import BUCKET, S3Server

READER = "cricksy-reader"


class Worker:
    """One worker; its log is kept over restarts."""

    def __init__(self, program: pathlib.Path, environment: dict[str, str], node: str, log: pathlib.Path, *flags: str):
        self.command = [
            str(program), "run", "-n", node, "-E", "--without-mingle", *flags]
        self.environment, self.node, self.log, self.process = environment, node, log, None
        self.starts = 0

    def start(self):
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                self.command, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.starts += 1

    def readers(self) -> list[int]:
        return [pid for pid in tree(self.process.pid)[1:] if name(pid) == READER]

    def send(self, number: signal.Signals):
        os.kill(self.process.pid, number)

    def kill(self):
        if self.process.poll() is None:
            self.send(signal.SIGCONT)
        self.process.kill()
        self.process.wait()

    def stop(self, patience: float = 60) -> int:
        """Warm; the exit code."""
        self.send(signal.SIGTERM)
        try:
            return self.process.wait(timeout=patience)
        except subprocess.TimeoutExpired:
            self.kill()
            return -signal.SIGKILL

    def lines(self, *texts: str) -> int:
        """How many lines of the log contain one of the texts."""
        if not self.log.exists():
            return 0
        with self.log.open(errors="replace") as log:
            return sum(any(text in line for text in texts) for line in log)


def environment(broker: RedisServer, database: PostgresServer, store: S3Server) -> dict[str, str]:
    """What an operator sets, and nothing else of this process's own."""
    return {
        "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "CRICKSY_REDIS_URL": broker.url, "DATABASE_URL": database.url,
        "CRICKSY_S3_ENDPOINT": store.url, "CRICKSY_S3_BUCKET": BUCKET, "CRICKSY_S3_ACCESS_KEY": store.access_key,
        "CRICKSY_S3_SECRET_KEY": store.secret_key,
    }


def stop_cleanly_on_sigterm():
    """So that a driver that is told to end stops what it has started."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def wait_until(condition, seconds: float, what: str, step: float = 0.05) -> float:
    """Seconds until a condition held; an error when it does not in time."""
    began = time.monotonic()
    while not condition():
        if time.monotonic() - began > seconds:
            raise TimeoutError(f"{what}: not within {seconds:.0f} s")
        time.sleep(step)
    return time.monotonic() - began
