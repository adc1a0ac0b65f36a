"""An open-loop load on real workers: uploads are enqueued when their time has come, whether the earlier ones are ready
or not, and latency counts from when they should have been enqueued. So a generator that is late, or a queue that is full,
hides nothing (no coordinated omission)."""

import contextlib
import json
import os
import pathlib
import random
import time
from dataclasses import dataclass

from celery import Celery
from hdrh.histogram import HdrHistogram
from postgres_server import PostgresServer
from procfs import cpu, tree
from redis_server import RedisServer, free_port
from s3_server import S3Server
from workers import Worker, environment, wait_until

TASK = "backend.worker.processor.process_upload_task"
TYPES = {".pdf": "application/pdf", ".png": "image/png", ".jpg": "image/jpeg", ".tiff": "image/tiff"}
#: A run whose queue does not empty within this many seconds after the last arrival has failed.
PATIENCE = 120


class Latencies:
    """Seconds in an HdrHistogram, from a tenth of a millisecond to an hour at three digits."""

    def __init__(self, seconds: list[float]):
        self.histogram = HdrHistogram(1, 36_000_000, 3)
        for value in seconds:
            self.histogram.record_value(max(1, round(value * 10_000)))

    def at(self, percent: float) -> float:
        return self.histogram.get_value_at_percentile(percent) / 10_000

    def figures(self) -> dict[str, float]:
        return {"p50": self.at(50), "p95": self.at(95), "p99": self.at(99), "max": self.at(100)}


@dataclass
class Run:
    """What came of a run."""

    latencies: list[float]
    #: How late the generator was with an upload at the most.
    lag: float
    seconds: float
    #: CPU seconds by whose they are.
    cpu: dict[str, float]
    not_ready: int


class Stage:
    """Redis, PostgreSQL, S3 with the corpus in it, and workers on one queue."""

    def __init__(self, worker: pathlib.Path, corpus: pathlib.Path, work: pathlib.Path, workers: int, flags: list[str]):
        self.program, self.corpus, self.work, self.count, self.flags = worker, corpus, work, workers, flags
        self.documents: dict[str, list[str]] = {}
        self.last = 0
        self.stack = contextlib.ExitStack()
        self.workers: list[Worker] = []

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            self.broker = stack.enter_context(RedisServer())
            self.database = stack.enter_context(PostgresServer())
            self.store = stack.enter_context(S3Server(free_port(), self._folder()))
            self.sender = Celery("cricksy_worker", broker=self.broker.url)
            stack.callback(lambda: [worker.kill() for worker in self.workers])
            for index in range(1, self.count + 1):
                self._start(index)
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *error):
        for worker in self.workers:
            worker.stop()
        return self.stack.__exit__(*error)

    def _folder(self) -> pathlib.Path:
        """The documents that tuning may look at, each under its own name."""
        folder = self.work / "documents"
        folder.mkdir(parents=True, exist_ok=True)
        for document in json.loads((self.corpus / "manifest.json").read_text())["documents"]:
            if document["split"] == "test":
                continue
            source = self.corpus / document["split"] / document["id"] / document["file"]
            name = document["id"] + source.suffix
            link = folder / name
            link.unlink(missing_ok=True)
            link.symlink_to(source.resolve())
            self.documents.setdefault(document["kind"], []).append(name)
        return folder

    def _start(self, index: int):
        log = self.work / f"worker{index}.log"
        log.unlink(missing_ok=True)
        worker = Worker(
            self.program, environment(self.broker, self.database, self.store), f"worker{index}@%h", log, *self.flags)
        worker.start()
        self.workers.append(worker)
        wait_until(lambda: worker.lines(" ready.") > 0, 60, f"worker {index} is ready")

    # Runs

    def _uploads(self, kinds: list[str], seed: int) -> list[int]:
        """Objects and rows as the backend makes them before it enqueues; documents drawn from those of the kind."""
        draw, identifiers = random.Random(seed), []
        objects = []
        for kind in kinds:
            self.last += 1
            name = draw.choice(self.documents[kind])
            objects.append((f"uploads/load/{self.last}/{name}", name))
            self.database.query(
                "INSERT INTO uploads (id, uploader_id, filename, file_type, s3_key, status, upload_metadata) "
                "VALUES (%s, 'load', %s, %s, %s, 'processing', '{}')",
                self.last, name, TYPES[pathlib.Path(name).suffix], objects[-1][0])
            identifiers.append(self.last)
        self.store.store(objects)
        return identifiers

    def run(self, arrivals: list[dict], seed: int) -> Run:
        """Enqueues each upload at its time and waits until all have ended."""
        identifiers = self._uploads([arrival["kind"] for arrival in arrivals], seed)
        before, began, lag = self._cpu(), time.time() + 0.2, 0.0
        for identifier, arrival in zip(identifiers, arrivals, strict=True):
            due = began + arrival["seconds"]
            time.sleep(max(0, due - time.time()))
            lag = max(lag, time.time() - due)
            self.sender.send_task(TASK, args=[identifier])
        bounds = (identifiers[0], identifiers[-1])
        wait_until(lambda: self._ended(*bounds) == len(identifiers), PATIENCE, "all uploads have ended", step=0.1)
        after = self._cpu()
        ready = dict(self.database.query(
            "SELECT id, extract(epoch FROM max(at))::float8 FROM changes WHERE new = 'ready' AND id BETWEEN %s AND %s "
            "GROUP BY id", *bounds))
        latencies = [
            ready[identifier] - began - arrival["seconds"]
            for identifier, arrival in zip(identifiers, arrivals, strict=True) if identifier in ready]
        return Run(
            latencies, lag, time.time() - began, {name: after[name] - before[name] for name in after},
            len(identifiers) - len(latencies))

    def _ended(self, first: int, last: int) -> int:
        return self.database.query(
            "SELECT count(*) FROM uploads WHERE status IN ('ready', 'failed') AND id BETWEEN %s AND %s",
            first, last)[0][0]

    def _cpu(self) -> dict[str, float]:
        postmaster = int((self.database.folder / "data" / "postmaster.pid").read_text().split()[0])
        return {
            "load generator": sum(os.times()[:2]),
            "workers": cpu(pid for worker in self.workers for pid in tree(worker.process.pid)),
            "Redis": cpu(tree(self.broker.process.pid)), "PostgreSQL": cpu(tree(postmaster)),
            "S3 stand-in": cpu(tree(self.store.process.pid)),
        }
