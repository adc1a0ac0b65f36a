"""Items 5 to 8 and 10: when a task runs, when it does not, and in which order."""

import json
import time
import uuid
from datetime import datetime, timedelta, timezone

import pytest
from celery.exceptions import TaskRevokedError

from backend.worker.processor import TASK
from support.process import wait
from support.wire import body, envelope

PRIORITIES = ("", "\x06\x163", "\x06\x166", "\x06\x169")


@pytest.fixture(scope="module", autouse=True)
def worker(shared):
    return shared.worker("worker1", "-c", "2", "-E", extra={"CRICKSY_WORKER_RETRY_BACKOFF": "1"})


def occupy(cluster, milliseconds, count=2):
    """All slots are busy once this returns."""
    results = [cluster.send(f"sleep {milliseconds}")[0] for _ in range(count)]
    for result in results:
        cluster.wait_state(result.id, "STARTED")
    return results


@pytest.mark.essential
def test_05_expired(cluster):
    with cluster.capture() as capture:
        result, upload = cluster.send(expires=-5)
        with pytest.raises(TaskRevokedError, match="expired"):
            result.get(timeout=10)
        event = capture.wait(result.id, "task-revoked")
    assert (event["expired"], event["terminated"], event["signum"]) == (True, False, None)
    assert cluster.stored(result.id)["result"] == {
        "exc_type": "TaskRevokedError", "exc_message": ["expired"], "exc_module": "celery.exceptions"}
    # A Python worker leaves the row to wait for ever.
    assert cluster.row(upload)["status"] == ("failed" if cluster.kind == "cricksy" else "processing")


@pytest.mark.essential
def test_05_countdown(cluster, worker):
    start = time.time()
    result, _ = cluster.send(countdown=2)
    waiting = wait(lambda: [entry for entry in worker.ask("scheduled") if entry["request"]["id"] == result.id], 2)
    assert waiting[0]["priority"] == 6 and waiting[0]["request"]["time_start"] is None
    result.get(timeout=10)
    assert 1.95 < time.time() - start < 4.5
    assert not [entry for entry in worker.ask("scheduled") if entry["request"]["id"] == result.id]


def test_05_waiting_tasks_take_no_slot(cluster):
    waiting = [cluster.send(countdown=4)[0] for _ in range(6)]
    result, _ = cluster.send()
    start = time.monotonic()
    assert result.get(timeout=3)["status"] == "success"
    for each in waiting:
        each.get(timeout=15)
    assert time.monotonic() - start < 12


@pytest.mark.essential
def test_06_revoked_before_it_runs(cluster, worker):
    occupy(cluster, 1500)
    result, upload = cluster.send()
    assert worker.ask("revoke", task_id=result.id) == {"ok": f"tasks {{'{result.id}'}} flagged as revoked"}
    assert result.id in worker.ask("revoked")
    with cluster.capture() as capture:
        with pytest.raises(TaskRevokedError, match="revoked"):
            result.get(timeout=10)
        event = capture.wait(result.id, "task-revoked")
    assert (event["expired"], event["terminated"], event["signum"]) in ((None, False, None), (False, False, None))
    cluster.settle()
    assert cluster.row(upload)["parsed_preview"] is None


def test_06_revoked_while_waiting_for_its_time(cluster, worker):
    result, upload = cluster.send(countdown=3)
    wait(lambda: [entry for entry in worker.ask("scheduled") if entry["request"]["id"] == result.id])
    cluster.app.control.revoke(result.id)
    with pytest.raises(TaskRevokedError):
        result.get(timeout=10)
    cluster.settle()
    assert cluster.row(upload)["parsed_preview"] is None


@pytest.mark.essential
def test_06_terminated_while_it_runs(cluster, worker):
    with cluster.capture() as capture:
        result, upload = cluster.send("hang")
        cluster.wait_state(result.id, "STARTED")
        wait(lambda: result.id in worker.active_ids())
        answer = worker.ask("revoke", task_id=[result.id], terminate=True, signal="SIGTERM")
        assert answer == {"ok": f"terminate: {result.id}"}
        with pytest.raises(TaskRevokedError, match="terminated"):
            result.get(timeout=10)
        event = capture.wait(result.id, "task-revoked")
    assert event["terminated"] is True and event["signum"] == 15
    assert [r.get(timeout=10)["status"] for r in [cluster.send()[0] for _ in range(3)]] == ["success"] * 3


@pytest.mark.ours
def test_06_a_terminated_upload_does_not_stay_in_processing(cluster, worker):
    result, upload = cluster.send("hang")
    wait(lambda: result.id in worker.active_ids())
    cluster.app.control.terminate(result.id)
    result.get(timeout=10, propagate=False)
    wait(lambda: cluster.row(upload)["status"] == "failed", 3, what=f"the row {cluster.row(upload)} to fail")


def test_06_terminate_leaves_the_next_task_alone(cluster, worker):
    """celery#2142: the signal may hit the task that the child began meanwhile."""
    for _ in range(5):
        uploads = [cluster.upload("sleep 50") for _ in range(4)]
        first, _ = cluster.send("sleep 400")
        others = [cluster.task.delay(upload) for upload in uploads]
        cluster.wait_state(first.id, "STARTED")
        cluster.app.control.revoke(first.id, terminate=True)
        assert [other.get(timeout=10)["status"] for other in others] == ["success"] * 4
        with pytest.raises(TaskRevokedError):
            first.get(timeout=10)


@pytest.mark.ours
def test_06_revokes_outlive_a_restart(lone):
    """Python needs --statedb for that."""
    worker = lone.worker("worker1", "-c", "1")
    result, upload = lone.send(countdown=6)
    lone.app.control.revoke(result.id)
    wait(lambda: result.id in worker.ask("revoked"))
    assert worker.stop() == 0
    again = lone.worker("worker1", "-c", "1")
    assert result.id in again.ask("revoked")
    with pytest.raises(TaskRevokedError):
        result.get(timeout=10)


@pytest.mark.essential
def test_06_mingling(lone):
    """A Python worker that starts learns from ours what is revoked, and ours from a Python worker."""
    import uuid

    ids = [str(uuid.uuid4()), str(uuid.uuid4())]
    first = lone.worker("worker1", "-c", "1")
    lone.app.control.revoke(ids[0], destination=[first.node])
    wait(lambda: ids[0] in first.ask("revoked"))
    peer = lone.python("peer", "-c", "1")
    wait(lambda: ids[0] in peer.ask("revoked"), 5, what="the Python worker to know the revoked task")
    lone.app.control.revoke(ids[1], destination=[peer.node])
    wait(lambda: ids[1] in peer.ask("revoked"))
    second = lone.worker("worker2", "-c", "1")
    wait(lambda: set(ids) <= set(second.ask("revoked")), 5, what="the new worker to know the revoked tasks")


@pytest.mark.ours
def test_05_more_waiting_tasks_than_there_is_room_for(lone):
    """Those due last stay in the queue: memory is bounded, nobody spins on them, and they hold nothing up."""
    eta = datetime.now(timezone.utc) + timedelta(hours=1)
    text = body([lone.upload()])
    messages = [envelope(text, str(uuid.uuid4()), headers={"eta": (eta + timedelta(seconds=number)).isoformat()})
                for number in range(10_050)]
    for start in range(0, len(messages), 1000):
        lone.redis.lpush("celery", *messages[start:start + 1000])
    worker = lone.worker("worker1", "-c", "2", "--prefetch-multiplier", "1000")
    wait(lambda: worker.text().count(" received") == 10_000, 60, what="the first ones to be taken in")

    def claims():
        return lone.redis.info("commandstats")["cmdstat_hset"]["calls"]
    before = claims()
    time.sleep(3)
    assert claims() - before < 600, "looked at again and again"
    assert worker.text().count(" received") == 10_000
    assert lone.send()[0].get(timeout=10)["status"] == "success"
    assert lone.unacked()[0] + lone.queued() == 10_050


@pytest.mark.ours
@pytest.mark.essential
def test_07_retried_until_storage_is_back(cluster):
    with cluster.capture() as capture:
        cluster.storage.fail()
        result, upload = cluster.send()
        meta = cluster.wait_state(result.id, "RETRY", timeout=30)
        assert meta["date_done"] is None and set(meta["result"]) == {"exc_type", "exc_message", "exc_module"}
        assert result.state == "RETRY" and cluster.row(upload)["status"] == "processing"
        cluster.storage.fail(False)
        assert result.get(timeout=40)["status"] == "success"
        capture.wait(result.id, "task-succeeded")
        types = capture.types(result.id)
    assert "task-retried" in types and types[-1] == "task-succeeded", types
    received = [event for event in capture.of(result.id) if event["type"] == "task-received"]
    assert [event["retries"] for event in received] == list(range(len(received)))
    assert cluster.row(upload)["status"] == "ready"


@pytest.mark.ours
def test_07_given_up_after_three_retries(cluster):
    with cluster.capture() as capture:
        cluster.storage.fail()
        result, upload = cluster.send()
        error = result.get(timeout=90, propagate=False)
        assert result.state == "FAILURE", error
        received = [event["retries"] for event in capture.of(result.id) if event["type"] == "task-received"]
        assert received == [0, 1, 2, 3] and capture.types(result.id).count("task-retried") == 3
        capture.wait(result.id, "task-failed")
    row = cluster.row(upload)
    assert row["status"] == "failed" and row["error_message"]


def test_08_hard_limit_of_a_call(cluster):
    result, upload = cluster.send("hang", time_limit=2, soft_time_limit=1.9)
    cluster.wait_state(result.id, "STARTED")
    start = time.monotonic()
    error = result.get(timeout=10, propagate=False)
    assert time.monotonic() - start < 3.6
    assert type(error).__name__ in ("TimeLimitExceeded", "SoftTimeLimitExceeded")


@pytest.mark.ours
@pytest.mark.essential
def test_08_hard_limit_kills_within_a_second(cluster, worker):
    """With the soft limit behind the hard one, which 5.4 never enforces (CELERY.md 6.1)."""
    results = []
    for _ in range(2):
        upload = cluster.upload("hang")
        results.append((cluster.app.send_task(TASK, (upload,), time_limit=2), upload))
    for result, _ in results:
        cluster.wait_state(result.id, "STARTED")
    start = time.monotonic()
    killed = set(worker.ask("stats")["pool"]["processes"])
    for result, upload in results:
        error = result.get(timeout=10, propagate=False)
        meta = cluster.stored(result.id)
        assert meta["result"] == {"exc_type": "TimeLimitExceeded", "exc_message": [2], "exc_module": "billiard.exceptions"}
        assert type(error).__name__ == "TimeLimitExceeded" and cluster.row(upload)["status"] == "failed"
    assert time.monotonic() - start < 3.2
    wait(lambda: len(set(worker.ask("stats")["pool"]["processes"]) - killed) == 2, 1, what="fresh readers")
    for result in [cluster.send()[0] for _ in range(2)]:
        assert result.get(timeout=10)["status"] == "success"


@pytest.mark.ours
def test_08_limits_set_live(lone):
    """5.4 answers that it did, and keeps the limits that its request class was made with."""
    worker = lone.worker("worker1", "-c", "1")
    assert worker.ask("time_limit", task_name=TASK, soft=1, hard=3) == {"ok": "time limits set successfully"}
    upload = lone.upload("hang")
    result = lone.app.send_task(TASK, (upload,))
    error = result.get(timeout=10, propagate=False)
    assert type(error).__name__ in ("SoftTimeLimitExceeded", "TimeLimitExceeded")


@pytest.mark.essential
def test_10_priorities(lone):
    lone.worker("worker1", "-c", "1", "-E")
    with lone.capture() as capture:
        uploads = [lone.upload() for _ in range(5)]
        occupy(lone, 3000, 1)
        results = {lone.task.apply_async((upload,), priority=priority): priority
                   for upload, priority in zip(uploads, (9, 6, 3, 0, 5))}
        assert [lone.redis.llen("celery" + end) for end in PRIORITIES] <= [1, 2, 1, 1]
        for result in results:
            result.get(timeout=10)

        def order():
            return [event["uuid"] for event in capture.events if event["type"] == "task-succeeded"]

        # An event may come after the result it tells of.
        wait(lambda: {result.id for result in results} <= set(order()))
        order = order()
    told = [priority for task in order for result, priority in results.items() if result.id == task]
    # A Python worker has taken the first one ahead already.
    assert told in ([0, 3, 5, 6, 9], [9, 0, 3, 5, 6])
    if lone.kind == "cricksy":
        assert told == [0, 3, 5, 6, 9]


@pytest.mark.essential
def test_10_queues_and_consumers(lone):
    worker = lone.worker("worker1", "-c", "1", "-Q", "celery,bulk,express")
    assert [queue["name"] for queue in worker.ask("active_queues")] == ["celery", "bulk", "express"]
    for queue in ("celery", "bulk", "express"):
        assert lone.send(queue=queue)[0].get(timeout=10)["status"] == "success"
    late, _ = lone.send(queue="extra")
    time.sleep(1.2)
    assert late.state == "PENDING"
    assert worker.ask("add_consumer", queue="extra") == {"ok": "add consumer extra"}
    assert late.get(timeout=10)["status"] == "success"
    assert worker.ask("cancel_consumer", queue="bulk") == {"ok": "no longer consuming from bulk"}
    wait(lambda: [queue["name"] for queue in worker.ask("active_queues")] == ["celery", "express", "extra"], 5,
         what=f"the queues to change: {worker.ask('active_queues')}")
    time.sleep(1.2)
    left, _ = lone.send(queue="bulk")
    time.sleep(1.5)
    assert left.state == "PENDING" and lone.redis.llen("bulk") == 1
    assert lone.send()[0].get(timeout=10)["status"] == "success"


def test_10_no_queue_starves(lone):
    lone.worker("worker1", "-c", "1", "-E", "-Q", "celery,bulk")
    with lone.capture() as capture:
        bulk = [lone.send("sleep 40", queue="bulk")[0] for _ in range(30)]
        wait(lambda: sum(event["type"] == "task-started" for event in capture.events) >= 3)
        quick, _ = lone.send()
        quick.get(timeout=10)
        done = sum(result.id in {e["uuid"] for e in capture.events if e["type"] == "task-succeeded"} for result in bulk)
        assert done < 30, "a full queue let no other one through"
        for result in bulk:
            result.get(timeout=20)
    assert json.dumps(sorted(capture.types(quick.id)))
