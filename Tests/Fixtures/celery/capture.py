"""Writes the fixtures of this folder: what Celery itself puts on Redis.

    python capture.py OUT.jsonl     with celery[redis] installed; starts a redis-server of its own on a unix socket

One line per capture: {"name": ..., "key": ..., "value": ...}. `value` is the element exactly as Redis holds it.
"""
import json
import os
import signal
import subprocess
import sys
import tempfile
import time

FOLDER = os.environ.get("CAPTURE_FOLDER") or tempfile.mkdtemp()
SOCKET = FOLDER + "/redis.sock"
URL = f"redis+socket://{SOCKET}?virtual_host=0"
TASK = "backend.worker.processor.process_upload_task"

from celery import Celery, chain, chord, group  # noqa: E402
from celery.exceptions import Reject  # noqa: E402

app = Celery("cricksy_worker", broker=URL, backend="redis+socket://" + SOCKET)
app.conf.update(task_serializer="json", accept_content=["json"], result_serializer="json", timezone="UTC",
                task_track_started=True, worker_prefetch_multiplier=1, task_acks_late=True)


@app.task(name=TASK)
def process(upload_id=None, *more, tag=None):
    return {"upload_id": upload_id, "status": "done"}


@app.task(name="t.retrying", bind=True, max_retries=3)
def retrying(self, *args, **kwargs):
    raise self.retry(exc=ConnectionError("try again"), countdown=3600)


@app.task(name="t.boom")
def boom(*args, **kwargs):
    raise ValueError("it's kaput")


@app.task(name="t.reject")
def reject():
    raise Reject("no thanks", requeue=False)


@app.task(name="t.slow")
def slow(seconds=60):
    time.sleep(seconds)


@app.task(name="t.die")
def die():
    os.kill(os.getpid(), signal.SIGKILL)


def main(path):
    import redis
    server = subprocess.Popen(["redis-server", "--port", "0", "--unixsocket", SOCKET, "--save", ""],
                              stdout=subprocess.DEVNULL)
    client = redis.Redis(unix_socket_path=SOCKET)
    while True:
        try:
            client.ping()
            break
        except redis.ConnectionError:
            time.sleep(0.05)
    out = open(path, "w")

    def note(name, key, value):
        text = value.decode() if isinstance(value, bytes) else value
        out.write(json.dumps({"name": name, "key": key, "value": text}) + "\n")

    def drain(name):
        for key in sorted(client.keys("*")):
            if client.type(key) == b"list":
                for value in reversed(client.lrange(key, 0, -1)):
                    note(name, key.decode(), value)
                client.delete(key)

    try:
        sent(note, drain)
        worked(note, drain, client, out)
    finally:
        server.terminate()
        server.wait()
        out.close()


def sent(note, drain):
    """What clients send."""
    task = app.tasks[TASK]
    cases = {
        "plain": dict(args=(42,)),
        "keyword": dict(kwargs={"upload_id": 42, "tag": "it's"}),
        "countdown": dict(args=(1,), countdown=120),
        "expires": dict(args=(1,), expires=120),
        "limits": dict(args=(1,), time_limit=30, soft_time_limit=20),
        "priority5": dict(args=(1,), priority=5),
        "priority9": dict(args=(1,), priority=9),
        "gzip": dict(args=("x" * 3000,), compression="gzip"),
        "bzip2": dict(args=("x" * 3000,), compression="bzip2"),
        "lzma": dict(args=("x" * 3000,), compression="lzma"),
        "shadow": dict(args=(1,), shadow="other name"),
        "header": dict(args=(1,), headers={"x-custom": "hdr"}),
        "ignored": dict(args=(1,), ignore_result=True),
        "stamped": dict(args=(1,), stamped_headers=["tenant"], tenant="acme"),
        "unicode": dict(args=("tëxt 🏏",)),
        "link": dict(args=(1,), link=task.si(2), link_error=app.tasks["t.boom"].s()),
        "yaml": dict(args=(1,), serializer="yaml"),
        "msgpack": dict(args=(1,), serializer="msgpack"),
    }
    for name, options in cases.items():
        task.apply_async(**options)
        drain(name)
    import datetime
    import decimal
    import uuid
    task.apply_async(args=(datetime.datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc),
                           datetime.date(2026, 1, 2), datetime.time(1, 2), uuid.UUID(int=1), decimal.Decimal("1.50"),
                           b"ab", b"\xff\x00", 10 ** 30, 1e16, 0.1, -0.0, float("inf")))
    drain("types")
    chain(task.s(1), task.s(2), task.si(3)).apply_async()
    drain("chain")
    group(task.s(1), task.s(2)).apply_async()
    drain("group")
    chord([task.s(1), task.s(2)])(task.s())
    drain("chord")
    app.conf.task_protocol = 1
    app.amqp.__dict__.pop("create_task_message", None)
    app.amqp.__dict__.pop("_create_task_sender", None)
    app.amqp.__dict__["create_task_message"] = app.amqp.as_task_v1
    app.amqp.__dict__.pop("send_task_message", None)
    task.apply_async(args=(42,), kwargs={"tag": "a"}, time_limit=30, soft_time_limit=20, countdown=60)
    drain("protocol1")
    app.conf.task_protocol = 2
    app.amqp.__dict__["create_task_message"] = app.amqp.as_task_v2
    app.amqp.__dict__.pop("send_task_message", None)


def worked(note, drain, client, out):
    """What a worker writes."""
    pubsub = client.pubsub()
    pubsub.psubscribe("/0.celeryev/*")
    task = app.tasks[TASK]
    other = dict(queue="other")
    ids = {
        "success": task.apply_async((1,), task_id="success"),
        "linked": task.apply_async((1,), link=task.s(2).set(**other), task_id="linked", priority=3),
        "linked-immutable": task.apply_async((1,), link=task.si(2).set(**other), task_id="linked-immutable"),
        "chained": chain(task.s(1).set(task_id="chained"), task.si(2).set(**other), task.s(3)).apply_async(),
        "failed": app.tasks["t.boom"].apply_async((1,), link_error=task.s().set(**other), task_id="failed"),
        "retried": app.tasks["t.retrying"].apply_async((1,), {"a": "b"}, task_id="retried", priority=6,
                                                        headers={"x-custom": "hdr"}, expires=86400,
                                                        link=task.s(9)),
        "reject": app.tasks["t.reject"].apply_async(task_id="reject"),
        "hard": app.tasks["t.slow"].apply_async(task_id="hard", time_limit=1),
        "soft": app.tasks["t.slow"].apply_async(task_id="soft", soft_time_limit=1, time_limit=30),
        "die": app.tasks["t.die"].apply_async(task_id="die"),
        "expired": task.apply_async((1,), expires=-5, task_id="expired"),
        "chord": chord([task.s(1).set(task_id="header-1"), task.s(2).set(task_id="header-2")])(
            task.s().set(task_id="chord-body", **other)),
        "unknown": app.send_task("no.such", task_id="unknown"),
        "terminated": app.tasks["t.slow"].apply_async(task_id="terminated", priority=9),
        "waiting": task.apply_async((1,), countdown=3600, task_id="waiting", priority=9),
    }
    assert ids
    for key in sorted(client.keys("celery*")):
        if client.type(key) == b"list":
            for value in reversed(client.lrange(key, 0, -1)):
                note("queued", key.decode(), value)
    worker = subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "capture", "worker", "-n", "worker1@vm", "-c", "1", "-E", "-l", "INFO"],
        env=dict(os.environ, CAPTURE_FOLDER=FOLDER), cwd=os.path.dirname(os.path.abspath(__file__)),
        stdout=subprocess.DEVNULL, stderr=open(FOLDER + "/worker.log", "w"))
    end = time.time() + 40
    terminated = False
    while time.time() < end:
        message = pubsub.get_message(timeout=1)
        if message and message["type"] == "pmessage":
            note("event", message["channel"].decode(), message["data"])
            if b"task.multi" in message["channel"]:
                import base64
                body = json.loads(base64.b64decode(json.loads(message["data"])["body"]))
                for event in body:
                    if event["type"] == "task-started" and event["uuid"] == "terminated":
                        time.sleep(1)
                        app.control.revoke("terminated", terminate=True)
                        terminated = True
                        end = min(end, time.time() + 6)
    assert terminated
    for tag, value in client.hgetall("unacked").items():
        note("unacked", tag.decode(), value)
    worker.send_signal(signal.SIGTERM)
    worker.wait(30)
    for key in client.keys("celery-task-meta-*"):
        note("result", key.decode(), client.get(key))
    drain("left")


if __name__ == "__main__":
    main(sys.argv[1])
