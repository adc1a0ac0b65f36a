"""Items 18 and 23: Python workers on the same queue."""

import json
import os
import time
import uuid
from concurrent.futures import ThreadPoolExecutor

import pytest

from support.process import wait
from support.wire import body, envelope

#: The interop list wants 10,000: INTEROP_TASKS=10000 Tests/Interop/run -k test_18_one_queue, on a machine with time to spare.
TASKS = int(os.environ.get("INTEROP_TASKS", "500"))


@pytest.mark.ours
@pytest.mark.essential
def test_18_one_queue_two_kinds(lone):
    lone.worker("worker1", "-c", "2", "-E")
    lone.python("python", "-c", "2", "-E")
    with ThreadPoolExecutor(4) as pool:
        uploads = list(pool.map(lambda _: lone.upload("sleep 5"), range(TASKS)))
    with lone.capture() as capture:
        results = {lone.task.delay(upload).id: upload for upload in uploads}
        for task_id, upload in results.items():
            assert lone.wait_state(task_id, "SUCCESS", "FAILURE", timeout=90)["result"]["upload_id"] == upload
        lone.settle()
        time.sleep(1)
        done = [event for event in capture.events if event["type"] == "task-succeeded"]
    assert len(done) == TASKS and {event["uuid"] for event in done} == set(results)
    share = {event["hostname"] for event in done}
    assert len(share) == 2, f"only {share} worked"
    with lone.postgres.connect() as database:
        left = database.execute("SELECT count(*) FROM uploads WHERE id = ANY(%s) AND status <> 'ready'", (uploads,))
        assert left.fetchone()[0] == 0


@pytest.mark.ours
def test_18_python_restores_what_ours_left(lone):
    """A Python worker's sweep takes what a killed worker of ours held, and runs it."""
    worker = lone.worker("worker1", "-c", "1")
    result, _ = lone.send("sleep 2000")
    lone.wait_state(result.id, "STARTED")
    worker.kill()
    assert lone.unacked() == (1, 1)
    time.sleep(2.2)
    lone.python("python", "-c", "1", extra={"INTEROP_TRANSPORT": json.dumps({"visibility_timeout": 2})})
    assert result.get(timeout=20)["status"] == "success"
    wait(lambda: lone.unacked() == (0, 0))


@pytest.mark.ours
def test_18_ours_restores_what_python_left(lone):
    """Claims that nobody has renewed for the visibility timeout, whoever made them."""
    upload = lone.upload()
    task_id, tag = str(uuid.uuid4()), str(uuid.uuid4())
    message = json.loads(envelope(body([upload]), task_id))
    message["properties"]["delivery_tag"] = tag
    lone.redis.hset("unacked", tag, json.dumps([message, "", "celery"]))
    lone.redis.zadd("unacked_index", {tag: time.time() - 10})
    options = json.dumps({"visibility_timeout": 5})
    lone.worker("worker1", "-c", "1", extra={"CRICKSY_WORKER_BROKER_TRANSPORT_OPTIONS": options})
    assert lone.wait_state(task_id, "SUCCESS", timeout=30)


@pytest.mark.ours
@pytest.mark.essential
def test_18_renewed_claims_are_left_to_ours(lone):
    """A Python peer with a visibility timeout of 3 s must not take a task that runs for 10 s, nor one that waits."""
    options = json.dumps({"visibility_timeout": 3})
    lone.worker("worker1", "-c", "1", "-E", extra={"CRICKSY_WORKER_BROKER_TRANSPORT_OPTIONS": options})
    with lone.capture() as capture:
        running, _ = lone.send("sleep 10000")
        waiting, _ = lone.send(countdown=9)
        lone.wait_state(running.id, "STARTED")
        # Each start of a Python worker sweeps once.
        for number in range(3):
            peer = lone.python(f"python{number}", "-c", "1", "-Q", "other",
                               extra={"INTEROP_TRANSPORT": json.dumps({"visibility_timeout": 3})})
            peer.kill()
        assert running.get(timeout=30)["status"] == "success" and waiting.get(timeout=30)["status"] == "success"
        time.sleep(0.5)
        for result in (running, waiting):
            assert capture.types(result.id).count("task-received") == 1, capture.types(result.id)
    lone.settle()


@pytest.mark.ours
@pytest.mark.essential
def test_23_bindings_outlive_a_peers_sweep(lone):
    """A starting 5.7 worker deletes bindings of exchanges whose deadline is over, unless they are permanent."""
    lone.worker("worker1", "-c", "1", "-Q", "celery,bulk")
    wait(lambda: lone.redis.smembers("_kombu.binding.celery"))
    assert lone.redis.smembers("_kombu.binding_permanent.celery") == lone.redis.smembers("_kombu.binding.celery")
    lone.redis.zadd("_kombu.binding_deadlines", {"celery": 1, "bulk": 1, "foreign": 1})
    lone.redis.sadd("_kombu.binding.foreign", "foreign\x06\x16\x06\x16foreign")
    lone.python("peer", "-c", "1", "-Q", "other", version="5.7")
    wait(lambda: not lone.redis.exists("_kombu.binding.foreign"), 15, what="the peer to sweep")
    for queue in ("celery", "bulk"):
        assert lone.redis.smembers(f"_kombu.binding.{queue}") == {f"{queue}\x06\x16\x06\x16{queue}".encode()}
    assert lone.workers[0].ask("ping") == {"ok": "pong"}


@pytest.mark.ours
@pytest.mark.parametrize("version", ["5.4", "5.7"])
def test_23_a_peer_of_either_version(lone, version):
    """Both mingle, both see each other's revokes, each answers for itself."""
    ours = lone.worker("worker1", "-c", "1")
    peer = lone.python("peer", "-c", "1", version=version)
    assert len(lone.app.control.ping(timeout=1)) == 2
    task_id = str(uuid.uuid4())
    lone.app.control.revoke(task_id)
    wait(lambda: task_id in ours.ask("revoked") and task_id in peer.ask("revoked"))
    answer = ours.ask("hello", from_node="other@vm", revoked={})
    assert task_id in answer["revoked"]
    second = lone.worker("worker2", "-c", "1")
    wait(lambda: task_id in second.ask("revoked"))
    assert "Traceback" not in peer.text()
