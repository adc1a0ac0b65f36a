"""One round: a worker is started on an empty broker, warmed, measured over a full queue and when idle, and stopped."""

import base64
import json
import random
import time

import redis
from contenders import Contender
from messages import Messages
from procfs import connections, cpu, tree
from redis_server import RedisServer

WARM_UP = 200
#: Seconds after which a round has failed.
PATIENCE = 240
POLL = 0.005
#: What the driver itself sends while it measures.
OWN_COMMANDS = ("llen", "hlen", "rename", "config|resetstat", "info")


def started(contender: Contender, server: RedisServer, messages: Messages):
    messages.client.flushall()
    contender.start(server.url)
    messages.stage(WARM_UP)
    messages.release()
    drained(contender, messages.client)


def drained(contender: Contender, client: redis.Redis):
    """Waits until nothing is queued and nothing is claimed."""
    deadline = time.monotonic() + PATIENCE
    while True:
        pipeline = client.pipeline(transaction=False)
        if not any(pipeline.llen("celery").hlen("unacked").execute()):
            return
        if (code := contender.process.poll()) is not None:
            raise SystemExit(f"{contender.name} ended with {code}: {contender.said()}")
        if time.monotonic() > deadline:
            raise SystemExit(f"{contender.name} did not empty the queue in {PATIENCE} s: {contender.said()}")
        time.sleep(POLL)


def assert_succeeded(client: redis.Redis, identifiers: list[str]):
    """Late acknowledgement: an empty broker means that every result is there."""
    results = client.mget([f"celery-task-meta-{identifier}" for identifier in identifiers])
    states = [json.loads(result)["status"] if result else "nothing" for result in results]
    if set(states) != {"SUCCESS"}:
        raise SystemExit(f"results other than SUCCESS: {sorted(set(states))}")


def throughput(contender: Contender, server: RedisServer, messages: Messages, count: int) -> dict:
    """Messages that were all there before the first is taken."""
    client, pids = messages.client, tree(contender.process.pid)
    identifiers = messages.stage(count)
    client.config_resetstat()
    before = cpu(pids), cpu([server.process.pid])
    began = time.monotonic()
    messages.release()
    drained(contender, client)
    wall = time.monotonic() - began
    after = cpu(pids), cpu([server.process.pid])
    commands, reads = statistics(client)
    assert_succeeded(client, identifiers)
    per_process = [connections(pid, server.port) for pid in pids]
    return {
        "tasks": count, "seconds": wall, "tasksPerSecond": count / wall,
        "workerCPUPerThousand": 1000 * (after[0] - before[0]) / count,
        "redisCPUPerThousand": 1000 * (after[1] - before[1]) / count,
        "commandsPerTask": {name: calls / count for name, calls in commands.items()}, "readsPerTask": reads / count,
        "connections": sum(per_process), "mostConnectionsOfOneProcess": max(per_process), "processes": len(pids),
    }


def statistics(client: redis.Redis) -> tuple[dict[str, int], int]:
    """Commands by name, those that scripts call included, and reads from sockets; without the driver's own."""
    commands = {
        name.removeprefix("cmdstat_").replace("\\", ""): of["calls"]
        for name, of in client.info("commandstats").items()}
    own = commands.get("llen", 0) + 2
    kept = {name: calls for name, calls in commands.items() if name not in OWN_COMMANDS}
    return kept, client.info("stats")["total_reads_processed"] - own


class Listener:
    """Results by subscription, as a client waits for them; task events, to show that they were sent."""

    def __init__(self, client: redis.Redis):
        self.channel = client.pubsub(ignore_subscribe_messages=True)
        self.events: dict[str, int] = {}
        self.channel.psubscribe("/0.celeryev/task.*", "celery-task-meta-*")
        while not self.channel.subscribed or self.channel.get_message(timeout=0.05):
            pass

    def wait(self, identifier: str):
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            message = self.channel.get_message(timeout=1)
            if message and self._ends(message, identifier):
                return
        raise SystemExit(f"no result of {identifier} within 30 s")

    def _ends(self, message: dict, identifier: str) -> bool:
        if message["channel"].startswith("celery-task-meta-"):
            return message["channel"].endswith(identifier) and json.loads(message["data"])["status"] == "SUCCESS"
        body = json.loads(base64.b64decode(json.loads(message["data"])["body"]))
        for event in body if isinstance(body, list) else [body]:
            self.events[event["type"]] = self.events.get(event["type"], 0) + 1
        return False

    def rest(self, count: int):
        """Reads on until the events of every task were seen."""
        deadline = time.monotonic() + 5
        while time.monotonic() < deadline and self.events.get("task-succeeded", 0) < count:
            if message := self.channel.get_message(timeout=0.2):
                self._ends(message, "none")
        wanted = {"task-received", "task-started", "task-succeeded"}
        if any(self.events.get(kind, 0) != count for kind in wanted):
            raise SystemExit(f"task events of {count} tasks: {self.events}")
        self.channel.close()


def latencies(messages: Messages, count: int, random: random.Random) -> list[float]:
    """Seconds from the push of one message to its published result, the worker idle in between."""
    listener, found = Listener(messages.client), []
    for _ in range(count):
        time.sleep(random.uniform(0.02, 0.1))
        identifier, text = messages.one()
        began = time.monotonic()
        messages.client.lpush("celery", text)
        listener.wait(identifier)
        found.append(time.monotonic() - began)
    listener.rest(count)
    return found


def measured(
    contender: Contender, server: RedisServer, messages: Messages, tasks: int, singles: int, random: random.Random
) -> dict:
    try:
        started(contender, server, messages)
        result = throughput(contender, server, messages, tasks)
        return result | {"latencies": latencies(messages, singles, random)}
    finally:
        contender.stop()
