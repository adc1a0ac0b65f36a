"""Items 1 to 4 and 11, 12 of CELERY.md 9: what a client sees of a task and its result."""

import json
import os
import time
import uuid
from datetime import datetime, timezone

import pytest
from celery.exceptions import TaskRevokedError

from backend.worker.processor import TASK
from support.cluster import retire
from support.process import wait
from support.wire import body, envelope

FIELDS = ["status", "result", "traceback", "children", "date_done", "task_id"]


@pytest.fixture(scope="module", autouse=True)
def worker(shared):
    return shared.worker("worker1", "-c", "2", "-E")


@pytest.mark.essential
def test_01_delay_and_get(cluster):
    upload = cluster.upload()
    result = cluster.task.delay(upload)
    assert result.get(timeout=10) == {"status": "success", "upload_id": upload, "deliveries_found": 0, "confidence": 0.0}
    assert result.state == "SUCCESS" and result.successful()
    row = cluster.row(upload)
    assert row["status"] == "ready" and row["error_message"] is None
    assert row["updated_at"] > row["created_at"]
    assert row["parsed_preview"]["deliveries"] == [] and "confidence" in row["parsed_preview"]["metadata"]


def test_01_keyword(cluster):
    upload = cluster.upload()
    assert cluster.task.delay(upload_id=upload).get(timeout=10)["upload_id"] == upload


@pytest.mark.essential
def test_01_states_and_what_is_stored(cluster, worker):
    channel = cluster.server.client().pubsub()
    result_id = str(uuid.uuid4())
    channel.subscribe(f"celery-task-meta-{result_id}")
    channel.get_message(timeout=2)
    upload = cluster.upload("sleep 700")
    result = cluster.app.AsyncResult(result_id)
    assert result.state == "PENDING"
    cluster.task.apply_async((upload,), task_id=result_id)
    started = cluster.wait_state(result_id, "STARTED")
    assert list(started) == FIELDS
    assert started["result"] == {"pid": started["result"]["pid"], "hostname": worker.node}
    assert os.path.exists(f"/proc/{started['result']['pid']}")
    assert started["date_done"] is None and started["children"] == [] and started["traceback"] is None
    before = datetime.now(timezone.utc)
    result.get(timeout=10)
    raw = cluster.redis.get(f"celery-task-meta-{result_id}")
    done = json.loads(raw)
    assert list(done) == FIELDS and done["task_id"] == result_id and done["children"] == []
    assert before <= datetime.fromisoformat(done["date_done"]) <= datetime.now(timezone.utc)
    assert 86_000 < cluster.redis.ttl(f"celery-task-meta-{result_id}") <= 86_400
    published = [m["data"] for m in iter(lambda: channel.get_message(timeout=0.5), None)]
    assert [json.loads(m)["status"] for m in published] == ["STARTED", "SUCCESS"] and published[-1] == raw
    channel.close()


@pytest.mark.ours
def test_01_a_ready_row_is_left_alone_unless_forced(cluster):
    result, upload = cluster.send()
    result.get(timeout=10)
    first = cluster.row(upload)
    assert cluster.task.delay(upload).get(timeout=10) == {"status": "skipped", "reason": "already ready"}
    assert cluster.row(upload) == first
    assert cluster.task.delay(upload, force=True).get(timeout=10)["status"] == "success"
    assert cluster.row(upload)["updated_at"] > first["updated_at"]


def test_01_a_failed_row_is_read_again(cluster):
    upload = cluster.upload(status="failed")
    assert cluster.task.delay(upload).get(timeout=10)["status"] == "success"
    assert cluster.row(upload)["status"] == "ready"


def test_01_upload_not_found(cluster):
    assert cluster.task.delay(2_000_000_000).get(timeout=10) == {"status": "error", "message": "Upload not found"}


def test_01_switched_off(lone):
    for extra in ({"CRICKSY_ENABLE_OCR": "0"}, {"CRICKSY_ENABLE_OCR": "", "CRICKSY_ENV": "production"}):
        worker = lone.worker("worker1", "-c", "1", extra=extra)
        result, upload = lone.send()
        assert result.get(timeout=10) == {"status": "skipped", "reason": "OCR disabled"}
        assert lone.row(upload)["status"] == "processing"
        assert worker.stop() == 0


@pytest.mark.essential
def test_02_failure_is_raised_by_name(cluster):
    upload = cluster.upload(stored=False)
    result = cluster.task.delay(upload)
    error = result.get(timeout=10, propagate=False)
    meta = cluster.stored(result.id)
    assert list(meta) == FIELDS and meta["status"] == "FAILURE" and meta["date_done"]
    assert set(meta["result"]) == {"exc_type", "exc_message", "exc_module"}
    assert type(error).__name__ == meta["result"]["exc_type"]
    with pytest.raises(type(error)) as raised:
        result.get(timeout=10)
    assert str(raised.value) and result.failed()
    assert isinstance(result.traceback, (str, type(None)))
    row = cluster.row(upload)
    assert row["status"] == "failed" and row["error_message"]
    secret = cluster.storage.keys["secretKey"]
    assert secret not in json.dumps(meta) and secret not in row["error_message"]


@pytest.mark.essential
def test_02_a_reader_that_dies(cluster):
    result, upload = cluster.send("crash")
    error = result.get(timeout=20, propagate=False)
    meta = cluster.stored(result.id)["result"]
    assert (meta["exc_module"], meta["exc_type"]) == ("billiard.exceptions", "WorkerLostError"), error
    assert result.traceback is None or "WorkerLostError" in result.traceback


@pytest.mark.ours
def test_02_a_reader_that_dies_fails_its_upload(cluster):
    result, upload = cluster.send("crash")
    result.get(timeout=20, propagate=False)
    row = cluster.row(upload)
    assert row["status"] == "failed" and row["error_message"]


@pytest.mark.essential
def test_03_unknown_task(cluster):
    with cluster.capture() as capture:
        result = cluster.app.send_task("no.such")
        with pytest.raises(cluster.app.tasks.NotRegistered) as raised:
            result.get(timeout=10)
        assert "no.such" in str(raised.value)
        meta = cluster.stored(result.id)
        assert meta["result"] == {
            "exc_type": "NotRegistered", "exc_message": ["no.such"], "exc_module": "celery.exceptions"}
        assert meta["traceback"] is None
        event = capture.wait(result.id, "task-failed")
    assert event["exception"] == "NotRegistered('no.such')" and "traceback" not in event


@pytest.mark.parametrize("args,kwargs", [((), {}), ((1, True, 3), {}), ((1,), {"no_such": 1})])
def test_04_arguments_that_do_not_fit(cluster, args, kwargs):
    result = cluster.app.send_task(TASK, args, kwargs)
    with pytest.raises(TypeError):
        result.get(timeout=10)
    assert cluster.stored(result.id)["result"]["exc_module"] == "builtins"


def test_04_an_upload_id_that_is_no_number(cluster):
    with pytest.raises(Exception) as raised:
        cluster.app.send_task(TASK, ("forty-two",)).get(timeout=10)
    assert not isinstance(raised.value, TimeoutError)
    assert cluster.task.apply_async((cluster.upload(),)).get(timeout=10)["status"] == "success"


@pytest.mark.ours
def test_11_ignored_result_leaves_nothing(cluster):
    """5.4 leaves STARTED for a day (CELERY.md 3.4); 5.7 writes nothing."""
    result, upload = cluster.send(ignore_result=True)
    wait(lambda: cluster.row(upload)["status"] == "ready")
    cluster.settle()
    assert cluster.stored(result.id) is None


def test_11_extended_results(make_cluster):
    """What Python's worker stores with `result_extended`, and ours the same."""
    cluster = make_cluster("extended", database=13)
    cluster.redis.flushdb()
    cluster.python("python", "-c", "1", "-Q", "q-python", extra={"INTEROP_EXTENDED": "1"})
    cluster.worker("tested", "-c", "1", "-Q", "q-tested", extra={
        "INTEROP_EXTENDED": "1", "CRICKSY_WORKER_RESULT_EXTENDED": "true"})
    found = []
    for queue in ("q-python", "q-tested"):
        upload = cluster.upload("sleep 700")
        result = cluster.task.apply_async((upload,), {"force": True}, queue=queue, stamped_headers=["tenant"], tenant="acme")
        started = cluster.wait_state(result.id, "STARTED")
        assert result.get(timeout=10)["status"] == "success"
        for stored in (started, cluster.stored(result.id)):
            assert stored["name"] == TASK and stored["args"] == [upload] and stored["kwargs"] == {"force": True}
            assert stored["queue"] == queue and stored["worker"].split("@")[0] == queue[2:] and stored["retries"] == 0
        found.append(stored)
    changing = ("result", "date_done", "task_id", "args", "queue", "worker")
    python, ours = ({key: value for key, value in stored.items() if key not in changing} for stored in found)
    assert ours == python and set(found[0]) == set(found[1])
    cluster.close()


def test_11_shadow_and_headers(cluster, worker):
    with cluster.capture() as capture:
        result, _ = cluster.send("sleep 1500", shadow="other name", headers={"x-custom": "hdr"})
        event = capture.wait(result.id, "task-received")
        assert event["name"] == "other name"
        task = wait(lambda: next((t for t in worker.ask("active") if t["id"] == result.id), None))
        assert task["name"] == "other name" and task["type"] == TASK
        assert result.get(timeout=10)["status"] == "success"


def test_11_revoked_by_stamp(cluster, worker):
    stamp = "tenant-" + uuid.uuid4().hex
    busy = [cluster.send("sleep 1500")[0] for _ in range(2)]
    cluster.wait_state(busy[1].id, "STARTED")
    result, _ = cluster.send(stamped_headers=["tenant"], tenant=stamp)
    kept, _ = cluster.send(stamped_headers=["tenant"], tenant="other")
    answer = worker.ask("revoke_by_stamped_headers", headers={"tenant": [stamp]})
    assert answer == {"ok": f"headers {{'tenant': ['{stamp}']}} flagged as revoked, but not terminated"}
    with pytest.raises(TaskRevokedError):
        result.get(timeout=15)
    assert kept.get(timeout=15)["status"] == "success"


@pytest.mark.parametrize("method", ["gzip", "zlib"])
def test_12_compressed(cluster, method):
    result, _ = cluster.send(compression=method)
    assert result.get(timeout=10)["status"] == "success"


def test_12_protocol_1(make_cluster, cluster):
    old = make_cluster("protocol-1", task_protocol=1)
    upload = cluster.upload()
    result = old.task.apply_async((), {"upload_id": upload}, countdown=0.5)
    assert result.get(timeout=10)["upload_id"] == upload
    queued = old.task.apply_async((cluster.upload(),), queue="nobody")
    raw = json.loads(old.redis.lindex("nobody", 0))
    assert "task" not in raw["headers"], "the client did not speak protocol 1"
    old.redis.delete("nobody")
    queued.forget()
    retire(old.app)


def test_12_plain_body_and_least_headers(cluster):
    upload = cluster.upload()
    task_id = str(uuid.uuid4())
    cluster.redis.lpush("celery", envelope(body([upload]), task_id, encoding=None, least=True))
    assert cluster.wait_state(task_id, "SUCCESS")["result"]["upload_id"] == upload


def test_12_arguments_of_other_types(cluster):
    """kombu's JSON knows dates, UUIDs and bytes; here they are arguments too many, but they must be read."""
    result = cluster.app.send_task(TASK, (datetime.now(timezone.utc), uuid.uuid4(), b"\xff", 1, 2))
    with pytest.raises(TypeError):
        result.get(timeout=10)


def test_results_of_many_tasks_are_all_there(cluster):
    from celery import group

    uploads = [cluster.upload() for _ in range(20)]
    start = time.monotonic()
    answers = group(cluster.task.s(upload) for upload in uploads).apply_async().get(timeout=30)
    assert [answer["upload_id"] for answer in answers] == uploads, time.monotonic() - start
