"""Scenarios in which processes die or stop: workers, readers, and a worker that comes back after its lease."""

import os
import signal
import time
from collections.abc import Iterator

from stage import Outcome, Stage, say
from workers import Worker, wait_until

#: Seconds that a lease of a dead worker and the peer's look for it may take, and then some.
RECOVERY = 90


def workers(stage: Stage, kills: int, tasks: int) -> Outcome:
    """SIGKILL of a random worker, over the whole load and at any moment of a task; it is started again at once."""
    outcome = Outcome(f"{kills} SIGKILLs of a worker")
    stage.start(2, "-c", "1")
    identifiers = stage.uploads.made_and_enqueued(tasks)
    began = time.monotonic()
    for _ in moments(stage, kills, identifiers):
        worker = stage.random.choice(stage.workers)
        stage.readers_seen.update(worker.readers())
        worker.kill()
        worker.start()
    outcome = stage.judged(outcome, identifiers, RECOVERY + tasks, all_ready=False)
    outcome.figures["seconds"] = round(time.monotonic() - began, 1)
    return stage.finish(outcome)


def readers(stage: Stage, kills: int, tasks: int) -> Outcome:
    """SIGKILL of readers alone. A task whose reader dies is read again once in a fresh one; then its upload fails."""
    outcome = Outcome(f"{kills} SIGKILLs of a reader")
    stage.start(2, "-c", "1")
    identifiers = stage.uploads.made_and_enqueued(tasks)
    for _ in moments(stage, kills, identifiers):
        while not (found := stage.random.choice(stage.workers).readers()):
            time.sleep(0.05)
        stage.readers_seen.update(found)
        os.kill(stage.random.choice(found), signal.SIGKILL)
    outcome = stage.judged(outcome, identifiers, RECOVERY + tasks, all_ready=False)
    outcome.claims["no worker ended"] = all(worker.process.poll() is None for worker in stage.workers)
    return stage.finish(outcome)


def moments(stage: Stage, count: int, identifiers: list[int]) -> Iterator[int]:
    """Goes on at random moments, spread over the whole load by how much of it has ended."""
    tasks = len(identifiers)
    drawn = sorted(stage.random.uniform(0, tasks * 0.97) for _ in range(count))
    for number, moment in enumerate(drawn, start=1):
        wait_until(lambda moment=moment: stage.uploads.ended(identifiers) >= moment, RECOVERY + 60, "progress", 0.01)
        time.sleep(stage.random.uniform(0, 0.3))
        yield number
        if number % 20 == 0:
            say(f"{number} kills, {stage.uploads.ended(identifiers)} uploads ended")


def stopped_worker(stage: Stage, seconds: float, tasks: int) -> Outcome:
    """A worker stands still until its lease is gone and its claim is taken, and then goes on as if nothing was."""
    outcome = Outcome(f"a worker stopped for {seconds:.0f} s in the middle of a task")
    stage.start(2, "-c", "1")
    stage.ready()
    identifiers = stage.uploads.made_and_enqueued(tasks)
    wait_until(lambda: stage.uploads.ended(identifiers) >= tasks // 4, 120, "a quarter is done", 0.01)
    sleeper = stage.workers[0]
    held = stopped_with_claims(stage, sleeper)
    time.sleep(seconds)
    left = stage.client.hexists("unacked", held[0])
    sleeper.send(signal.SIGCONT)
    time.sleep(5)
    outcome = stage.judged(outcome, identifiers, RECOVERY + tasks)
    noticed = sleeper.lines("claims were given to somebody else", "was lost while it ran")
    outcome.figures |= {"claims when it stopped": len(held), "lines about lost claims": noticed}
    outcome.claims |= {
        "the worker still runs": sleeper.process.poll() is None, "its claim was taken meanwhile": not left,
        "it noticed": noticed > 0, "both answer ping": stage.answering() == 2,
    }
    return stage.finish(outcome)


def stopped_with_claims(stage: Stage, worker: Worker) -> list[str]:
    """Stops a worker while it has claims; their names."""
    for _ in range(1000):
        worker.send(signal.SIGSTOP)
        time.sleep(0.02)
        for key in stage.client.keys(f"cricksy:claims:*:{worker.process.pid}:*"):
            if held := [name for name in stage.client.smembers(key) if stage.client.hexists("unacked", name)]:
                return held
        worker.send(signal.SIGCONT)
        time.sleep(stage.random.uniform(0, 0.05))
    raise TimeoutError("the worker never had a claim")


def race(stage: Stage, rounds: int) -> Outcome:
    """W1: the message of a worker that is killed around its arrival is in the queue, in `unacked`, or done."""
    outcome = Outcome(f"{rounds} kills around the arrival of a message")
    lost, places = 0, {"queue": 0, "unacked": 0, "done": 0}
    stage.start(1, "-c", "1")
    identifiers = stage.uploads.make(rounds)
    worker = stage.workers[0]
    for number, identifier in enumerate(identifiers):
        wait_until(lambda: stage.answering() == 1, 20, "the worker answers ping")
        if number % 2 == 0:
            worker.send(signal.SIGSTOP)
        stage.uploads.enqueue([identifier])
        time.sleep(0.2 if number % 2 == 0 else stage.random.uniform(0, 0.004))
        worker.process.kill()
        worker.process.wait()
        time.sleep(0.05)
        place = where(stage, identifier)
        lost += place is None
        places[place or "queue"] += place is not None
        worker.start()
    outcome.figures |= {"found in": places, "lost": lost}
    outcome.claims["no message was lost"] = lost == 0
    return stage.finish(stage.judged(outcome, identifiers, RECOVERY + 60))


def where(stage: Stage, identifier: int) -> str | None:
    if stage.uploads.ended([identifier]):
        return "done"
    task = stage.uploads.tasks[identifier]
    if any(task in message for message in stage.client.lrange("celery", 0, -1)):
        return "queue"
    if any(task in message for message in stage.client.hvals("unacked")):
        return "unacked"
    return None
