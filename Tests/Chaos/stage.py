"""All that a scenario plays on: Redis, PostgreSQL, S3, workers, uploads, and what must hold at the end."""

import contextlib
import pathlib
import random
import sys
import time
from dataclasses import dataclass, field

import redis
from celery import Celery
from kombu.exceptions import OperationalError
from postgres_server import PostgresServer
from procfs import name
from redis_server import RedisServer, free_port
from s3_server import S3Server
from uploads import Uploads, draw
from witness import Witness
from workers import READER, Worker, environment, wait_until

#: Redis writes every command down before it answers, so that a restart forgets nothing.
PERSISTENT = ("--appendonly", "yes", "--appendfsync", "always")


@dataclass
class Outcome:
    """A scenario's figures and claims for the report."""

    scenario: str
    figures: dict[str, object] = field(default_factory=dict)
    claims: dict[str, bool] = field(default_factory=dict)

    @property
    def held(self) -> bool:
        return all(self.claims.values())


class Stage:
    """Servers and workers of one scenario; nothing is left of them when its `with` ends."""

    def __init__(self, program: pathlib.Path, folder: pathlib.Path, seed: int):
        self.program, self.folder, self.random = program, folder, random.Random(seed)
        self.workers: list[Worker] = []
        self.readers_seen: set[int] = set()
        self.stack = contextlib.ExitStack()
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob("*.log"):
            old.unlink()

    def __enter__(self):
        with contextlib.ExitStack() as stack:
            pictures = self.folder / "pictures"
            pictures.mkdir(exist_ok=True)
            draw(pictures)
            self.redis = stack.enter_context(RedisServer(*PERSISTENT))
            self.database = stack.enter_context(PostgresServer())
            self.store = stack.enter_context(S3Server(free_port(), pictures))
            self.client = self.redis.client()
            self.uploads = Uploads(self.redis, self.database, self.store)
            self.witness = stack.enter_context(Witness(self.redis.client()))
            stack.callback(self._kill_workers)
            self.stack = stack.pop_all()
        return self

    def __exit__(self, *error):
        return self.stack.__exit__(*error)

    def _kill_workers(self):
        for worker in self.workers:
            worker.kill()

    def start(self, count: int, *flags: str):
        """Workers on one queue."""
        for _ in range(count):
            index = len(self.workers) + 1
            worker = Worker(
                self.program, environment(self.redis, self.database, self.store), f"worker{index}@%h",
                self.folder / f"worker{index}.log", *flags)
            worker.start()
            self.workers.append(worker)

    def answering(self) -> int:
        """Nodes that answer `inspect ping` of a client that has just been started."""
        try:
            with Celery(broker=self.redis.url) as app:
                return len(app.control.ping(timeout=1))
        except (redis.exceptions.RedisError, OperationalError):
            return 0

    def ready(self, seconds: float = 20):
        wait_until(lambda: self.answering() == len(self.workers), seconds, "workers answer ping")

    def note_readers(self):
        for worker in self.workers:
            self.readers_seen.update(worker.readers())

    def wait_ended(self, identifiers: list[int], seconds: float) -> float:
        return wait_until(
            lambda: self.uploads.ended(identifiers) == len(identifiers), seconds,
            f"{len(identifiers)} uploads end", 0.1)

    def wait_settled(self, seconds: float = 30) -> float:
        """Claims end a moment after the rows."""
        return wait_until(
            lambda: not (self.client.llen("celery") or self.client.hlen("unacked")), seconds, "claims end")

    def judged(self, outcome: Outcome, identifiers: list[int], patience: float, all_ready: bool = True) -> Outcome:
        """Waits for the end and asks what must hold after every scenario."""
        try:
            self.wait_ended(identifiers, patience)
            self.wait_settled()
        except TimeoutError as error:
            outcome.figures["waited in vain"] = str(error)
        self._count(outcome, identifiers)
        self._claim(outcome, identifiers, all_ready)
        return outcome

    def _count(self, outcome: Outcome, identifiers: list[int]):
        states, results = self.uploads.states(identifiers), self.uploads.results(identifiers)
        outcome.figures |= {
            "uploads": len(identifiers), "rows": states, "results": results,
            "received, begun, ended well more than once": [
                self.witness.repeated(f"task-{kind}") for kind in ("received", "started", "succeeded")],
            "rows changed after ready": self.uploads.touched_when_ready(identifiers),
            "queued, unacked, index": [
                self.client.llen("celery"), self.client.hlen("unacked"), self.client.zcard("unacked_index")],
            "dead letters": self.client.llen("cricksy:dead:celery"),
        }
        if messages := self.uploads.messages(identifiers):
            outcome.figures["error messages"] = messages

    def _claim(self, outcome: Outcome, identifiers: list[int], all_ready: bool):
        figures = outcome.figures
        rows, results, count = figures["rows"], figures["results"], len(identifiers)
        ended = rows.get("ready", 0) + rows.get("failed", 0)
        succeeded = sum(number for state, number in results.items() if state.startswith("SUCCESS"))
        outcome.claims |= {
            "every upload ended": ended == count,
            "every result is there": succeeded + results.get("FAILURE", 0) == count,
            "queue, unacked and unacked_index are empty": not any(figures["queued, unacked, index"]),
            "no row was changed after it was ready": figures["rows changed after ready"] == 0,
        }
        if all_ready:
            outcome.claims["every upload is ready"] = rows.get("ready", 0) == count
            outcome.claims["every result is SUCCESS"] = succeeded == count

    def finish(self, outcome: Outcome) -> Outcome:
        """Stops the workers warm: they end by themselves and leave no reader."""
        self.note_readers()
        codes = [worker.stop() for worker in self.workers]
        left = [pid for pid in self.readers_seen if name(pid) == READER]
        outcome.figures["readers left behind"] = len(left)
        outcome.claims["workers stop warm with code 0"] = set(codes) == {0}
        outcome.claims["no reader is left"] = not left
        return outcome


def say(text: str):
    print(f"{time.strftime('%H:%M:%S')} {text}", file=sys.stderr, flush=True)


