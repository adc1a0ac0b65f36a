"""Scenarios in which a server goes away and comes back while uploads are read."""

import signal
import time

from kills import RECOVERY
from stage import Outcome, Stage
from workers import wait_until

#: Seconds within which work must go on.
RESUMES = 30


class Load:
    """Uploads that are enqueued so that there is work before, during and after an outage."""

    def __init__(self, stage: Stage, tasks: int):
        self.stage = stage
        stage.start(2, "-c", "1")
        stage.ready()
        self.identifiers = stage.uploads.made_and_enqueued(tasks)
        wait_until(lambda: self.ended() >= tasks // 5, 120, "a fifth is done", 0.01)

    def ended(self) -> int:
        return self.stage.uploads.ended(self.identifiers)

    def resumed(self, outcome: Outcome):
        """Seconds until one more upload ends, and until every worker answers ping."""
        before, began = self.ended(), time.monotonic()
        outcome.figures["ended before, of"] = [before, len(self.identifiers)]
        after = self._seconds(lambda: self.ended() > before, began)
        answered = self._seconds(lambda: self.stage.answering() == 2, began)
        outcome.figures |= {"work went on after s": after, "ping answered after s": answered}
        outcome.claims |= {
            f"work goes on within {RESUMES} s": after is not None and after <= RESUMES,
            f"ping is answered within {RESUMES} s": answered is not None and answered <= RESUMES,
            "there was work left to go on with": before < len(self.identifiers),
        }

    def _seconds(self, condition, began: float) -> float | None:
        try:
            wait_until(condition, 3 * RESUMES, "work goes on")
            return round(time.monotonic() - began, 1)
        except TimeoutError:
            return None

    def judged(self, outcome: Outcome, all_ready: bool = True) -> Outcome:
        alive = [worker.process.poll() is None for worker in self.stage.workers]
        outcome.claims["no worker ended"] = all(alive)
        judged = self.stage.judged(outcome, self.identifiers, RECOVERY + len(self.identifiers), all_ready)
        return self.stage.finish(judged)


def redis_stopped(stage: Stage, seconds: float, tasks: int) -> Outcome:
    """Half open: connections stay, nothing answers."""
    outcome, load = Outcome(f"Redis stopped (SIGSTOP) for {seconds:.0f} s"), Load(stage, tasks)
    stage.redis.process.send_signal(signal.SIGSTOP)
    time.sleep(seconds)
    stage.redis.process.send_signal(signal.SIGCONT)
    load.resumed(outcome)
    return load.judged(outcome)


def redis_restarted(stage: Stage, seconds: float, tasks: int) -> Outcome:
    """Down and up again with what it knew (append-only file, every write synced)."""
    outcome, load = Outcome(f"Redis restarted, away for {seconds:.0f} s"), Load(stage, tasks)
    stage.redis.stop()
    time.sleep(seconds)
    stage.redis.start()
    load.resumed(outcome)
    return load.judged(outcome)


def redis_flapping(stage: Stage, tasks: int) -> Outcome:
    """Five restarts in about three seconds."""
    outcome, load = Outcome("Redis restarted five times in a row"), Load(stage, tasks)
    began = time.monotonic()
    for _ in range(5):
        stage.redis.stop()
        stage.redis.start()
        time.sleep(0.3)
    outcome.figures["flapped for s"] = round(time.monotonic() - began, 1)
    load.resumed(outcome)
    return load.judged(outcome)


def connections_killed(stage: Stage, tasks: int) -> Outcome:
    """CLIENT KILL of every connection, ten times."""
    outcome, load = Outcome("every connection to Redis killed, ten times"), Load(stage, tasks)
    for _ in range(10):
        for kind in ("normal", "pubsub"):
            stage.client.client_kill_filter(_type=kind, skipme=True)
        time.sleep(stage.random.uniform(0.05, 0.4))
    load.resumed(outcome)
    return load.judged(outcome)


def postgres_stopped(stage: Stage, seconds: float, tasks: int) -> Outcome:
    """Nothing can be recorded: messages are given back and tried again."""
    outcome, load = Outcome(f"PostgreSQL away for {seconds:.0f} s"), Load(stage, tasks)
    stage.database.stop()
    time.sleep(seconds)
    outcome.claims["ping is answered meanwhile"] = stage.answering() == 2
    stage.database.start()
    load.resumed(outcome)
    return load.judged(outcome)


def storage_away(stage: Stage, seconds: float, tasks: int) -> Outcome:
    """Tasks are retried with backoff and end well."""
    outcome, load = Outcome(f"S3 away for {seconds:.0f} s"), Load(stage, tasks)
    stage.store.kill()
    time.sleep(seconds)
    stage.store.start()
    load.resumed(outcome)
    outcome = load.judged(outcome, all_ready=False)
    outcome.figures["task-retried events"] = stage.witness.total("task-retried")
    outcome.claims["tasks were retried"] = stage.witness.total("task-retried") > 0
    return outcome


def storage_gone(stage: Stage, tasks: int) -> Outcome:
    """For good: every upload fails after three retries."""
    outcome = Outcome("S3 gone for good")
    stage.start(2, "-c", "1")
    stage.ready()
    identifiers = stage.uploads.make(tasks)
    stage.store.kill()
    stage.uploads.enqueue(identifiers)
    began = time.monotonic()
    outcome = stage.judged(outcome, identifiers, 240, all_ready=False)
    retried = stage.witness.total("task-retried")
    outcome.figures |= {"task-retried events": retried, "seconds": round(time.monotonic() - began, 1)}
    outcome.claims |= {
        "every upload failed": outcome.figures["rows"] == {"failed": tasks},
        "every result is FAILURE": outcome.figures["results"] == {"FAILURE": tasks},
        "every task was retried three times": retried == 3 * tasks,
    }
    return stage.finish(outcome)
