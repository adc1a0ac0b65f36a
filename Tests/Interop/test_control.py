"""Item 13: inspect and control. What ours answers is held against a real Python worker in the same state beside it."""

import json
import os
import re
import subprocess
import time
import uuid

import pytest

from backend.worker.processor import TASK
from support.process import wait
from support.worker import HERE, PYTHON, environment
from support.wire import body, envelope

REQUEST = {"id", "name", "args", "kwargs", "type", "hostname", "time_start", "acknowledged", "delivery_info", "worker_pid"}


@pytest.fixture(scope="module", autouse=True)
def worker(shared):
    return shared.worker("worker1", "-c", "2", "-E")


# Both workers in the same state, compared field by field


class State:
    """Three tasks active, two waiting for their time, one revoked; the same in a Python worker and in the tested one."""

    def __init__(self, cluster, worker, queue):
        self.worker = worker
        self.scheduled = [
            cluster.send(queue=queue, countdown=600, priority=3, shadow="later")[0].id,
            cluster.send(queue=queue, countdown=601)[0].id]
        # Before the others: with all slots busy a worker that acknowledges late takes nothing in.
        wait(lambda: len(worker.ask("scheduled")) == 2)
        self.active = [cluster.send("sleep 120000", queue=queue)[0].id for _ in range(3)]
        for task in self.active:
            cluster.wait_state(task, "STARTED")
        self.revoked = str(uuid.uuid4())
        cluster.app.control.revoke(self.revoked, destination=[worker.node])
        wait(lambda: worker.ask("revoked") == [self.revoked])
        self.names = {worker.node: "<node>", self.revoked: "<revoked>", queue: "<queue>"}
        self.names.update({task: f"<active {n}>" for n, task in enumerate(self.active)})
        self.names.update({task: f"<scheduled {n}>" for n, task in enumerate(self.scheduled)})

    def masked(self, value, key=""):
        """Ids, names, process numbers, times, clocks and counters of the system say what they are and no more."""
        if isinstance(value, dict):
            return {self.masked(k): self.masked(v, k) for k, v in value.items()}
        if isinstance(value, list):
            return [self.masked(item, key) for item in value]
        if key in ("pid", "worker_pid", "processes") and isinstance(value, int):
            assert self._is_process(value), f"{key} {value} is no process"
            return "<pid>"
        if key in ("time_start", "eta", "uptime", "clock") and value is not None:
            return f"<{type(value).__name__}>"
        if isinstance(value, str):
            for real, name in self.names.items():
                value = value.replace(real, name)
            # Upload ids differ: each worker has uploads of its own.
            return re.sub(r"\(\d+,\)", "(<upload>,)", value)
        return "<upload>" if key == "args" and isinstance(value, int) else value

    @staticmethod
    def _is_process(number):
        return os.path.exists(f"/proc/{number}")


@pytest.fixture(scope="module")
def pair(make_cluster):
    """(Python's state, ours). Both acknowledge late: ours always does."""
    cluster = make_cluster("pair", database=3)
    cluster.redis.flushdb()
    options = ("-c", "3", "-E", "--without-mingle", "--max-tasks-per-child", "50")
    python = cluster.python("python", *options, "-Q", "q-python", extra={"INTEROP_LATE": "1"})
    tested = cluster.worker("tested", *options, "-Q", "q-tested", extra={"INTEROP_LATE": "1"})
    yield State(cluster, python, "q-python"), State(cluster, tested, "q-tested")
    for worker in cluster.workers:
        worker.kill()
    cluster.close()


def both(pair, command, **arguments):
    return [state.masked(state.worker.ask(command, **arguments)) for state in pair]


def by_id(requests):
    return sorted(requests, key=lambda entry: json.dumps(entry, sort_keys=True))


@pytest.mark.essential
@pytest.mark.parametrize("safe", [False, True])
def test_13_active(pair, safe):
    expected, got = both(pair, "active", safe=safe)
    assert len(expected) == 3 and by_id(got) == by_id(expected)
    assert [list(task) for task in got] == [list(task) for task in expected], "the order of the fields"


@pytest.mark.parametrize("command", ["reserved", "scheduled", "revoked", "active_queues", "registered", "dump_tasks"])
def test_13_lists(pair, command):
    expected, got = both(pair, command)
    assert by_id(got) == by_id(expected)
    if command == "scheduled":
        assert [entry["request"]["id"] for entry in got] == ["<scheduled 0>", "<scheduled 1>"]


def test_13_query_task(pair):
    answers = []
    for state in pair:
        ids = [*state.active, *state.scheduled, state.revoked, "nope"]
        answers.append(state.masked(state.worker.ask("query_task", ids=ids)))
        assert list(state.worker.ask("query_task", ids=state.active[0])) == [state.active[0]]
    assert answers[1] == answers[0]


def test_13_registered_with_items(pair):
    expected, got = both(pair, "registered", taskinfoitems=["rate_limit", "max_retries", "ignore_result", "no_such"])
    assert got == expected


#: What may differ in `stats`, and why.
STATS_DIFFER = {
    ("pool", "implementation"),  # there is no billiard pool; a made-up name would be a lie
    ("pool", "writes"),  # which reader was given which task depends on the day; its shape is compared below
    ("rusage",),  # counters of the system
    ("prefetch_count",),  # Python raises it by one for each waiting task; see below
}


def without(value, paths, path=()):
    if not isinstance(value, dict):
        return value
    return {k: without(v, paths, (*path, k)) for k, v in value.items() if (*path, k) not in paths}


@pytest.mark.essential
def test_13_stats(pair):
    expected, got = both(pair, "stats")
    assert got["broker"] == expected["broker"]
    assert without(got, STATS_DIFFER) == without(expected, STATS_DIFFER)
    assert list(got) == list(expected), "the order of the fields"
    assert list(got["pool"]) == list(expected["pool"]) and list(got["rusage"]) == list(expected["rusage"])
    assert all(isinstance(value, (int, float)) for value in got["rusage"].values())
    assert got["rusage"]["maxrss"] > 1000 and got["rusage"]["utime"] > 0
    for name, value in expected["pool"]["writes"].items():
        assert type(got["pool"]["writes"][name]) is type(value), name
    assert got["total"] == expected["total"] == {TASK: 3}, "tasks that were started"
    assert expected["prefetch_count"] == 5 and got["prefetch_count"] in (3, 5)


#: Settings of Celery that this worker has not got, or that it has in another form.
CONF_DIFFER = {
    "include",  # modules of Python
    "deprecated_settings",  # of Celery's loader
    "task_acks_late",  # set above for Python; always so in ours
    "worker_concurrency", "worker_send_task_events",  # given as -c and -E, which a Python worker does not show
    "worker_max_memory_per_child",  # has a default in ours
}


@pytest.mark.parametrize("defaults", [False, True])
def test_13_conf(pair, defaults):
    expected, got = both(pair, "conf", with_defaults=defaults)
    names = set(got) & set(expected) - CONF_DIFFER
    assert {name: got[name] for name in names} == {name: expected[name] for name in names}
    if not defaults:
        assert set(expected) ^ set(got) <= CONF_DIFFER
    else:
        assert {"broker_url", "result_backend", "task_serializer", "task_time_limit", "task_soft_time_limit",
                "task_track_started", "worker_prefetch_multiplier", "result_expires", "timezone"} <= set(got)


def test_13_report(pair):
    expected, got = both(pair, "report")
    assert set(got) == set(expected) == {"ok"}
    lines = got["ok"].splitlines()
    assert re.match(r"software -> \S+:\S+", lines[1]) and any(line.startswith("platform -> system:Linux") for line in lines)
    assert "transport:redis results:redis://" in got["ok"]
    for line in ("task_track_started: True", "task_time_limit: 600", "task_soft_time_limit: 540", "timezone: 'UTC'"):
        assert line in expected["ok"] and line in got["ok"]


def test_13_hello(pair):
    for state in pair:
        answer = state.worker.ask("hello", from_node="other@vm", revoked={})
        assert set(answer) == {"revoked", "clock"} and list(answer["revoked"]) == [state.revoked]
        assert state.worker.ask("hello", from_node=state.worker.node, revoked={}) is None


#: Commands that change nothing here, and their arguments.
ANSWERS = [
    ("ping", {}), ("ping", {"bogus": 1}), ("rate_limit", {"task_name": TASK, "rate_limit": "10/m"}),
    ("rate_limit", {"task_name": TASK, "rate_limit": 0}), ("rate_limit", {"task_name": "nope", "rate_limit": "10/m"}),
    ("rate_limit", {"task_name": TASK, "rate_limit": "bogus"}), ("time_limit", {"task_name": "nope", "soft": 1, "hard": 2}),
    ("time_limit", {"task_name": TASK, "soft": 30, "hard": 60}), ("time_limit", {"task_name": TASK}),
    ("autoscale", {"max": 5, "min": 2}), ("pool_restart", {}), ("no_such", {}), ("registered_tasks", {}),
    ("terminate", {"task_id": "zzz", "signal": "KILL"}), ("revoke", {"task_id": "abc", "terminate": True}),
    ("revoke", {"task_id": "abc", "terminate": True, "signal": "SIGNONE"}),
    ("revoke_by_stamped_headers", {"headers": {"tenant": ["acme"]}}),
    ("revoke_by_stamped_headers", {"headers": {"tenant": ["acme"]}, "terminate": True}),
    ("add_consumer", {"queue": "extra"}), ("add_consumer", {"queue": "extra"}), ("cancel_consumer", {"queue": "extra"}),
    ("cancel_consumer", {"queue": "unknown"}), ("heartbeat", {}),
    ("add_consumer", {"queue": "extra2", "exchange": "exx", "exchange_type": "topic", "routing_key": "a.#"}),
    ("active_queues", {}), ("cancel_consumer", {"queue": "extra2"}), ("time_limit", {}), ("add_consumer", {}),
    ("pool_grow", {"n": 1}),
]


@pytest.mark.parametrize("command,arguments", ANSWERS, ids=lambda value: value if isinstance(value, str) else json.dumps(value))
def test_13_answers(pair, command, arguments):
    expected, got = both(pair, command, **arguments)
    assert got == expected


def test_13_revoking_several_prints_a_set(pair):
    for state in pair:
        answer = state.worker.ask("revoke", task_id=["a1", "b2"])
        assert answer in ({"ok": "tasks {'a1', 'b2'} flagged as revoked"}, {"ok": "tasks {'b2', 'a1'} flagged as revoked"})


# Who is meant, and how soon it is answered


@pytest.mark.essential
def test_13_destination(cluster, worker):
    ask = lambda **options: cluster.app.control.broadcast("ping", reply=True, timeout=0.7, **options)  # noqa: E731
    mine = [{worker.node: {"ok": "pong"}}]
    assert ask() == mine and ask(destination=[worker.node]) == mine
    assert ask(destination=["nobody@vm"]) == []
    assert ask(pattern="worker*", matcher="glob") == mine and ask(pattern="other*", matcher="glob") == []
    assert ask(pattern=r"worker\d@.*", matcher="pcre") == mine and ask(pattern=r"\d", matcher="pcre") == []


def median(worker, count=31):
    """Seconds until a ping is answered."""
    times = []
    for _ in range(count):
        start = time.perf_counter()
        assert worker.ask("ping") == {"ok": "pong"}
        times.append(time.perf_counter() - start)
        time.sleep(0.02)
    return sorted(times)[count // 2]


@pytest.mark.essential
def test_13_ping_with_all_slots_busy(cluster, worker):
    busy = [cluster.send("burn 2000")[0] for _ in range(2)]
    cluster.wait_state(busy[1].id, "STARTED")
    assert median(worker) < 0.1
    for result in busy:
        assert result.get(timeout=40)["status"] == "success"


@pytest.mark.ours
def test_13_ping_during_a_backlog(cluster, worker):
    """100,000 messages for uploads that do not exist: each costs a look into the database and a result."""
    message = envelope(body([2_000_000_000]), "backlog-0")
    tag = json.loads(message)["properties"]["delivery_tag"]
    for start in range(0, 100_000, 10_000):
        numbers = range(start, start + 10_000)
        cluster.redis.lpush("celery", *(
            message.replace("backlog-0", f"backlog-{number}").replace(tag, f"tag-{number}") for number in numbers))
    assert cluster.queued() > 50_000
    answered = median(worker)
    assert cluster.queued() > 1000, "the backlog was gone before it was measured"
    left = cluster.queued()
    cluster.redis.delete("celery")
    cluster.settle(20)
    assert answered < 0.1, f"{answered} s with {left} messages left"


def test_13_no_reply_without_a_reader(cluster, worker):
    """Replies to clients that are gone must not pile up (celery#6089)."""
    for _ in range(5):
        cluster.app.control.broadcast("ping", reply=True, timeout=0.001)
    time.sleep(1)
    left = [key for key in cluster.redis.scan_iter("*reply.celery.pidbox") if cluster.redis.type(key) == b"list"]
    assert all(cluster.redis.ttl(key) > 0 or cluster.kind == "python" for key in left), left


@pytest.mark.ours
def test_13_pool_grows_and_shrinks(lone):
    """5.4 starts the second child, and yet its second task waits for the first."""
    worker = lone.worker("worker1", "-c", "1")
    assert worker.ask("pool_grow", n=1) == {"ok": "pool will grow"}
    busy = [lone.send("sleep 3000")[0] for _ in range(2)]
    wait(lambda: len(worker.ask("active")) == 2, what="two tasks at once")
    wait(lambda: len(set(worker.ask("stats")["pool"]["processes"])) == 2)
    for result in busy:
        result.get(timeout=10)
    assert worker.ask("pool_shrink", n=1) == {"ok": "pool will shrink"}
    wait(lambda: len(worker.ask("stats")["pool"]["processes"]) == 1, 5)
    assert lone.send()[0].get(timeout=10)["status"] == "success"


def test_13_autoscale(lone):
    worker = lone.worker("worker1", "--autoscale", "3,1")
    assert worker.ask("pool_grow", n=1) == {
        "error": "pool_grow is not supported with autoscale. Adjust autoscale range instead."}
    assert worker.ask("autoscale", max=2, min=1) == {"ok": "autoscale now max=2 min=1"}
    scaler = worker.ask("stats")["autoscaler"]
    assert (scaler["max"], scaler["min"]) == (2, 1) and set(scaler) == {"max", "min", "current", "qty"}
    busy = [lone.send("sleep 2500")[0] for _ in range(3)]
    wait(lambda: len(worker.ask("active")) == 2, 8, what="a second reader")
    for result in busy:
        result.get(timeout=20)


def test_13_rate_limit(lone):
    worker = lone.worker("worker1", "-c", "2", "-E")
    assert worker.ask("rate_limit", task_name=TASK, rate_limit="2/s") == {"ok": "new rate limit set successfully"}
    assert worker.ask("registered") == [f"{TASK} [rate_limit=2/s]"]
    start = time.monotonic()
    for result in [lone.send()[0] for _ in range(6)]:
        result.get(timeout=20)
    assert time.monotonic() - start > 1.5
    assert worker.ask("rate_limit", task_name=TASK, rate_limit=0) == {"ok": "rate limit disabled successfully"}
    start = time.monotonic()
    for result in [lone.send()[0] for _ in range(6)]:
        result.get(timeout=20)
    assert time.monotonic() - start < 1.5 + (2 if lone.kind == "python" else 0)


def test_13_events_switched(lone):
    worker = lone.worker("worker1", "-c", "1")
    with lone.capture() as capture:
        quiet, _ = lone.send()
        quiet.get(timeout=10)
        assert worker.ask("enable_events") == {"ok": "task events enabled"}
        assert worker.ask("enable_events") == {"ok": "task events already enabled"}
        loud, _ = lone.send()
        capture.wait(loud.id, "task-succeeded")
        assert worker.ask("disable_events") == {"ok": "task events disabled"}
        assert worker.ask("disable_events") == {"ok": "task events already disabled"}
        silent, _ = lone.send()
        silent.get(timeout=10)
        time.sleep(0.3)
        assert not capture.of(quiet.id) and not capture.of(silent.id)


@pytest.mark.ours
def test_13_election_is_harmless(cluster, worker):
    """A lone Python worker dies of this command."""
    assert worker.ask("election", id="x", topic="t", action=None) is None
    time.sleep(1)
    assert worker.ask("ping") == {"ok": "pong"}


@pytest.mark.essential
def test_13_shutdown(lone):
    worker = lone.worker("worker1", "-c", "1")
    result, _ = lone.send("sleep 1000")
    lone.wait_state(result.id, "STARTED")
    assert lone.app.control.broadcast("shutdown", destination=[worker.node], reply=True, timeout=0.5) == []
    assert worker.wait(15) == 0
    assert result.state == "SUCCESS"


@pytest.mark.essential
def test_13_command_line(cluster, worker):
    """celery's own command line against the worker."""
    def celery(*arguments):
        done = subprocess.run(
            [PYTHON["5.4"], "-m", "celery", "-A", "backend.worker.celery_app", *arguments], cwd=HERE, timeout=120,
            env=environment(cluster), capture_output=True, text=True)
        return done.returncode, done.stdout + done.stderr
    code, text = celery("status")
    assert code == 0 and f"{worker.node}: OK" in text and "1 node online" in text
    code, text = celery("inspect", "registered", "-d", worker.node)
    assert code == 0 and TASK in text
    code, text = celery("control", "rate_limit", TASK, "1000/s")
    assert code == 0 and "new rate limit set successfully" in text
    code, text = celery("inspect", "ping", "-d", "nobody@vm")
    assert code == 69 and "No nodes replied" in text
    assert worker.ask("clock")["clock"] > 0
