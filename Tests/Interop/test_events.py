"""Items 14 and 15: events as monitors see them, and Flower itself."""

import json
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest
from celery.events.state import State

from backend.worker.processor import TASK
from support.process import Program, free_port, wait
from support.worker import HERE, PYTHON, environment

COMMON = ["hostname", "utcoffset", "pid", "clock"]
FIELDS = {
    "task-received": ["uuid", "name", "args", "kwargs", "root_id", "parent_id", "retries", "eta", "expires"],
    "task-started": ["uuid"], "task-succeeded": ["uuid", "result", "runtime"],
    "task-failed": ["uuid", "exception", "traceback"], "task-retried": ["uuid", "exception", "traceback"],
    "task-revoked": ["uuid", "terminated", "signum", "expired"],
    "worker-heartbeat": ["freq", "active", "processed", "loadavg", "sw_ident", "sw_ver", "sw_sys"],
}


@pytest.fixture(scope="module", autouse=True)
def worker(shared):
    return shared.worker("worker1", "-c", "2", "-E")


@pytest.mark.essential
def test_14_what_is_on_the_wire(cluster, worker):
    with cluster.capture() as capture:
        upload = cluster.upload("sleep 100")
        result = cluster.task.apply_async((upload,), priority=3)
        result.get(timeout=10)
        capture.wait(result.id, "task-succeeded")
        failed = cluster.task.delay(cluster.upload(stored=False))
        failed.get(timeout=20, propagate=False)
        capture.wait(failed.id, "task-failed")
        wait(lambda: [event for event in capture.events if event["type"] == "worker-heartbeat"])
    assert capture.types(result.id) == ["task-received", "task-started", "task-succeeded"]
    assert capture.types(failed.id)[:2] == ["task-received", "task-started"]
    assert capture.types(failed.id)[-1] == "task-failed"
    for received, channel, message, events in capture.messages:
        assert message["properties"]["delivery_mode"] == 1 and message["headers"] == {"hostname": worker.node}
        assert message["properties"]["body_encoding"] == "base64" and message["content-type"] == "application/json"
        kind = "task.multi" if isinstance(events, list) else events["type"].replace("-", ".")
        assert channel == f"/0.celeryev/{kind}"
        assert message["properties"]["delivery_info"] == {"exchange": "celeryev", "routing_key": kind}
        for event in events if isinstance(events, list) else [events]:
            assert list(event) == COMMON + FIELDS[event["type"]] + ["timestamp", "type"]
            assert event["hostname"] == worker.node and event["pid"] == worker.pid
            assert event["utcoffset"] == time.timezone // 3600 and abs(received - event["timestamp"]) < 2
    clocks = [event["clock"] for event in capture.events]
    assert clocks == sorted(set(clocks)), "the clock must count each event"
    received, _, succeeded = capture.of(result.id)
    assert (received["args"], received["kwargs"], received["retries"]) == (f"({upload},)", "{}", 0)
    assert received["root_id"] == result.id and received["eta"] is None and received["parent_id"] is None
    assert received["name"] == TASK and 0.1 <= succeeded["runtime"] < 5
    assert succeeded["result"].startswith("{'status': 'success', 'upload_id': " + str(upload))


@pytest.mark.essential
def test_14_celerys_own_state(cluster, worker):
    """The state that Flower and `celery events` keep, fed with what came over the wire."""
    with cluster.capture() as capture:
        good, _ = cluster.send()
        bad = cluster.task.delay(cluster.upload(stored=False))
        late, _ = cluster.send(expires=-5)
        for result in (good, bad, late):
            result.get(timeout=20, propagate=False)
        for result, kind in ((good, "task-succeeded"), (bad, "task-failed"), (late, "task-revoked")):
            capture.wait(result.id, kind)
        wait(lambda: [event for event in capture.events if event["type"] == "worker-heartbeat"])
    state = State()
    for received, _, _, events in capture.messages:
        for event in events if isinstance(events, list) else [events]:
            state.event({**event, "local_received": received})
    told = {task_id: task.state for task_id, task in state.tasks.items()}
    assert (told[good.id], told[bad.id], told[late.id]) == ("SUCCESS", "FAILURE", "REVOKED")
    task = state.tasks[good.id]
    assert task.name == TASK and task.worker.hostname == worker.node and task.runtime > 0
    assert state.tasks[bad.id].exception and state.tasks[late.id].sent is None
    assert state.workers[worker.node].alive and state.workers[worker.node].freq == 2.0


@pytest.mark.essential
def test_14_heartbeats_under_load(cluster, worker):
    """A monitor takes a worker for dead after 4 s without a heartbeat."""
    uploads = [cluster.upload("burn 300") for _ in range(40)]
    with cluster.capture() as capture:
        results = [cluster.task.delay(upload) for upload in uploads]
        cluster.wait_state(results[0].id, "STARTED", "SUCCESS")
        time.sleep(7)
        beats = [message for message in capture.messages if message[1].endswith("worker.heartbeat")]
        for result in results:
            result.get(timeout=60)
    times = [received for received, *_ in beats]
    assert len(times) >= 3 and max(b - a for a, b in zip(times, times[1:])) < 4
    bodies = [body for *_, body in beats]
    assert any(body["active"] > 0 for body in bodies) and all(len(body["loadavg"]) == 3 for body in bodies)
    assert bodies[-1]["processed"] > 0


@pytest.mark.essential
def test_14_online_and_offline(lone):
    with lone.capture() as capture:
        worker = lone.worker("worker1", "-c", "1")
        assert worker.stop() == 0
        time.sleep(0.3)
    types = [event["type"] for event in capture.events]
    assert types[0] == "worker-online" and types[-1] == "worker-offline" and types.count("worker-online") == 1


def test_14_heartbeat_on_request(cluster, worker):
    with cluster.capture() as capture:
        cluster.app.control.broadcast("heartbeat", destination=[worker.node])
        event = wait(lambda: next((event for event in capture.events if event.get("freq") == 5), None))
    assert event["type"] == "worker-heartbeat" and {"sw_ident", "sw_ver", "sw_sys"} <= set(event)


def test_14_without_events(lone):
    lone.worker("worker1", "-c", "1")
    with lone.capture() as capture:
        result, _ = lone.send()
        result.get(timeout=10)
        wait(lambda: [event for event in capture.events if event["type"] == "worker-heartbeat"])
    assert not capture.of(result.id)


def test_14_without_heartbeat(lone):
    lone.worker("worker1", "-c", "1", "--without-heartbeat")
    with lone.capture() as capture:
        time.sleep(3)
    assert not [event for event in capture.events if event["type"] == "worker-heartbeat"]


# Flower


class Flower:
    def __init__(self, cluster, version):
        self.port = free_port()
        self.program = Program(
            [PYTHON[version], "-m", "celery", "-A", "backend.worker.celery_app", "flower", "--address=127.0.0.1",
             f"--port={self.port}", "--inspect-timeout=3000"], f"{cluster.folder}/flower-{version}.log",
            environment=environment(cluster, FLOWER_UNAUTHENTICATED_API="1"), folder=HERE)

    def get(self, path, **form):
        data = urllib.parse.urlencode(form).encode() if form else None
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", data, timeout=15) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except urllib.error.URLError:
            return 0, ""

    def json(self, path, **form):
        code, text = self.get(path, **form)
        assert code == 200, f"{path}: {code} {text[:500]}"
        return json.loads(text)


@pytest.fixture(params=["2.0.1", "2.2.0"])
def flower(request, lone):
    worker = lone.worker("worker1", "-c", "2")
    flower = Flower(lone, {"2.0.1": "5.4", "2.2.0": "5.7"}[request.param])
    flower.worker, flower.cluster = worker, lone
    try:
        wait(lambda: flower.get("/metrics")[0] == 200, 25, what="Flower:\n" + flower.program.tail())
        yield flower
    finally:
        flower.program.kill()


def test_15_flower(flower):
    """A worker without -E: Flower switches the events on."""
    node, cluster = flower.worker.node, flower.cluster
    wait(lambda: node in flower.json("/api/workers?refresh=1"), 20, what="Flower to see the worker")
    about = flower.json(f"/api/workers?refresh=1&workername={node}")[node]
    assert about["registered"] == [TASK] and about["active_queues"][0]["name"] == "celery"
    assert about["stats"]["pool"]["max-concurrency"] == 2 and "conf" in about
    wait(lambda: flower.worker.ask("enable_events") == {"ok": "task events already enabled"}, 10)
    good, _ = cluster.send()
    bad = cluster.task.delay(cluster.upload(stored=False))
    waiting, _ = cluster.send(countdown=600)
    good.get(timeout=10)
    bad.get(timeout=20, propagate=False)
    wait(lambda: {bad.id, good.id} <= {k for k, v in flower.json("/api/tasks").items() if v["state"] in ("SUCCESS", "FAILURE")},
         10, what="Flower to know both tasks")
    tasks = flower.json("/api/tasks")
    assert tasks[good.id]["state"] == "SUCCESS" and tasks[good.id]["worker"] == node and tasks[good.id]["runtime"] > 0
    assert tasks[bad.id]["state"] == "FAILURE" and tasks[bad.id]["exception"]
    assert flower.json(f"/api/task/info/{good.id}")["name"] == TASK
    code, page = flower.get(f"/worker/{node}")
    assert code == 200 and TASK in page and "celery" in page
    row = json.loads(flower.get("/workers?json=1")[1])["data"][0]
    assert row["hostname"] == node and row["status"] is True
    for path in ("/", "/tasks", "/broker", f"/task/{good.id}"):
        assert flower.get(path)[0] == 200, path
    metrics = flower.get("/metrics")[1]
    assert f'flower_worker_online{{worker="{node}"}} 1.0' in metrics
    assert f'flower_events_total{{task="{TASK}",type="task-succeeded",worker="{node}"}}' in metrics
    flower.json(f"/api/task/revoke/{waiting.id}", terminate="false")
    wait(lambda: waiting.id in flower.worker.ask("revoked"))


def test_15_flowers_buttons(flower):
    node, cluster, worker = flower.worker.node, flower.cluster, flower.worker
    wait(lambda: node in flower.json("/api/workers?refresh=1"), 20)
    assert "message" in flower.json(f"/api/worker/pool/grow/{node}", n=1)
    assert "message" in flower.json(f"/api/worker/pool/shrink/{node}", n=1)
    assert "message" in flower.json(f"/api/worker/queue/add-consumer/{node}", queue="extra")
    wait(lambda: "extra" in [queue["name"] for queue in worker.ask("active_queues")])
    assert "message" in flower.json(f"/api/worker/queue/cancel-consumer/{node}", queue="extra")
    assert "message" in flower.json(f"/api/task/timeout/{TASK}", workername=node, soft=30, hard=60)
    assert "message" in flower.json(f"/api/task/rate-limit/{TASK}", workername=node, ratelimit="100/s")
    code, text = flower.get(f"/api/worker/pool/autoscale/{node}", min=1, max=2)
    assert code == 403 and "utoscale" in text
    code, text = flower.get(f"/api/worker/pool/restart/{node}", dummy=1)
    assert code == 403 and "restart" in text
    assert "message" in flower.json(f"/api/worker/shutdown/{node}", dummy=1)
    assert worker.wait(15) == 0
