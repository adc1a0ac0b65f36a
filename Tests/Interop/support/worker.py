"""A worker under test: ours or a real Python one, started with the same options."""

import os
import signal
import socket

from support.process import Program, wait
from support.servers import HERE, ROOT

HOST = socket.gethostname()
BUILD = os.path.join(ROOT, ".build")
PROGRAM = os.environ.get("CRICKSY_WORKER_PROGRAM", os.path.join(BUILD, "release/cricksy-worker"))
FAULT_READER = os.environ.get("FAULT_READER_PROGRAM", os.path.join(BUILD, "release/fault-reader"))
PYTHON = {version: os.path.join(BUILD, "test-servers/celery" + version.replace(".", ""), "bin/python")
          for version in ("5.4", "5.7")}
#: Workers of the running test, for its report when it fails.
started = []


def environment(cluster, **more):
    """What the production environment would set."""
    storage, inherited = cluster.storage, ("PATH", "HOME", "LANG", "TZ", "TMPDIR")
    return {**{name: os.environ[name] for name in inherited if name in os.environ}, **{
        "CRICKSY_REDIS_URL": cluster.url, "CRICKSY_CELERY_BROKER_URL": cluster.url,
        "CRICKSY_CELERY_RESULT_BACKEND": cluster.backend, "DATABASE_URL": cluster.postgres.url,
        "CRICKSY_S3_ENDPOINT": storage.address, "CRICKSY_S3_BUCKET": storage.bucket, "CRICKSY_S3_REGION": "us-east-1",
        "CRICKSY_S3_ACCESS_KEY": storage.keys["accessKey"], "CRICKSY_S3_SECRET_KEY": storage.keys["secretKey"],
        "CRICKSY_ENABLE_OCR": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUNBUFFERED": "1", "PYTHONPATH": HERE}, **more}


class Worker(Program):
    def __init__(self, cluster, kind, name="worker1", *options, version="5.4", reader="fault", extra=None):
        self.cluster, self.kind, self.node = cluster, kind, f"{name}@{HOST}"
        self.options, self.version, self.reader, self.extra = options, version, reader, extra or {}
        log = os.path.join(cluster.folder, f"{kind}-{name}-{len(started)}.log")
        super().__init__(self.command(name), log, environment=environment(cluster, **self.extra), folder=HERE)
        started.append(self)

    def command(self, name):
        options = ["-n", f"{name}@%h", *self.options]
        if self.kind == "python":
            start = [PYTHON[self.version], "-m", "celery", "-A", "backend.worker.celery_app", "worker", "-l", "info"]
            return start + options
        reader = ["--reader", FAULT_READER, "--sandbox", "off"] if self.reader == "fault" else []
        return [PROGRAM, "run", *reader, *options]

    def wait_ready(self, timeout=60):
        def answers():
            assert self.process.poll() is None, f"the worker ended with {self.process.returncode}:\n{self.tail()}"
            return self.cluster.app.control.ping(destination=[self.node], timeout=1, limit=1)
        wait(answers, timeout, what=f"{self.node} to answer a ping")

    @property
    def inspect(self):
        return self.cluster.app.control.inspect(destination=[self.node], timeout=3, limit=1)

    def ask(self, command, **arguments):
        """What this node alone answers to a control command; None when it does not answer."""
        replies = self.cluster.app.control.broadcast(
            command, arguments=arguments, destination=[self.node], reply=True, timeout=3, limit=1)
        return replies[0][self.node] if replies else None

    def active_ids(self):
        return {task["id"] for task in self.ask("active") or []}

    def stop(self, number=signal.SIGTERM, timeout=20):
        self.signal(number)
        return self.wait(timeout)
