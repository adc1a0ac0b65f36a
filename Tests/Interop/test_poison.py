"""Item 19: no message stops the worker, and none is dropped in silence (CELERY.md 1.6). Python's dies of some."""

import base64
import json
import uuid
import zlib

import pytest

from support.process import wait
from support.wire import EMBED, body, envelope

pytestmark = pytest.mark.ours
DEAD = "cricksy:dead:celery"


def made(text="", **changes):
    task_id = str(uuid.uuid4())
    return envelope(text or body([1]), task_id, **changes), task_id


def of_properties(**changes):
    message, task_id = made()
    message = json.loads(message)
    message["properties"].update(changes)
    return json.dumps({**message, "properties": {k: v for k, v in message["properties"].items() if v is not None}}), task_id


#: name -> (element, id of a task whose client must hear of it or None, its exception)
POISON = {
    "not JSON": (b"\x00\xff rubbish", None, None),
    "empty element": (b"", None, None),
    "a list": (b"[1]", None, None),
    "a number": (b"42", None, None),
    "deep nesting": (b"[" * 100_000, None, None),
    "no properties": (*made(properties=None), "DecodeError"),
    "no headers": (made(headers=None)[0].replace('"task"', '"tusk"').encode(), None, None),
    "no delivery tag": (*of_properties(delivery_tag=None), "DecodeError"),
    "body is no JSON": (*made("{{{"), "DecodeError"),
    "body is no base64": (*made(body="*" * 9), "DecodeError"),
    "body of two elements": (*made("[[1], {}]"), "InvalidTaskError"),
    "body is a number": (*made("42"), "InvalidTaskError"),
    "args are no list": (*made(json.dumps([{"a": 1}, {}, EMBED])), "InvalidTaskError"),
    "pickle": (*made(**{"content-type": "application/x-python-serialize", "content-encoding": "binary"}),
               "ContentDisallowed"),
    "yaml": (*made("a: b", **{"content-type": "application/x-yaml"}), "ContentDisallowed"),
    "eta of nonsense": (*made(headers={"eta": "tomorrow"}), "InvalidTaskError"),
    "expires of nonsense": (*made(headers={"expires": "never"}), "InvalidTaskError"),
    "unknown compression": (*made(headers={"compression": "application/x-none"}), "DecodeError"),
    "broken compression": (*made(headers={"compression": "application/x-gzip"}), "DecodeError"),
    "a bomb": (*made(body=base64.b64encode(zlib.compress(b" " * (200 << 20))).decode(),
                     headers={"compression": "application/x-gzip"}), "DecodeError"),
    "unknown type": (*made(json.dumps([[{"__type__": "pickle", "__value__": 1}], {}, EMBED])), "DecodeError"),
}


@pytest.fixture(scope="module", autouse=True)
def worker(shared):
    return shared.worker("worker1", "-c", "1")


@pytest.mark.parametrize("name", POISON)
def test_19_poison(cluster, worker, name):
    element, task_id, exception = POISON[name]
    raw = element.encode() if isinstance(element, str) else element
    cluster.redis.lpush("celery", raw)
    letter = json.loads(wait(lambda: cluster.redis.lindex(DEAD, 0), what="the dead letter"))
    kept = letter["raw"].encode() if "raw" in letter else bytes.fromhex(letter["raw_hex"])
    assert kept == raw and letter["reason"] and letter["queue"] == "celery"
    assert cluster.redis.llen(DEAD) == 1
    if task_id and exception:
        error = cluster.app.AsyncResult(task_id).get(timeout=5, propagate=False)
        assert type(error).__name__ == exception, repr(error)
    assert cluster.send()[0].get(timeout=10)["status"] == "success"
    assert worker.process.poll() is None


@pytest.mark.essential
def test_19_all_at_once(cluster, worker):
    results = []
    for element, _, _ in POISON.values():
        results.append(cluster.send()[0])
        cluster.redis.lpush("celery", element)
    for result in results:
        assert result.get(timeout=20)["status"] == "success"
    cluster.settle()
    assert cluster.redis.llen(DEAD) == len(POISON)


def test_19_embed_of_an_empty_object_runs(cluster):
    task_id = str(uuid.uuid4())
    cluster.redis.lpush("celery", envelope(body([cluster.upload()], embed={}), task_id))
    assert cluster.wait_state(task_id, "SUCCESS")


def test_19_same_delivery_tag_twice(cluster):
    tag = str(uuid.uuid4())
    ids = [str(uuid.uuid4()) for _ in range(3)]
    for task_id in ids:
        message = json.loads(envelope(body([cluster.upload("sleep 300")]), task_id))
        message["properties"]["delivery_tag"] = tag
        cluster.redis.lpush("celery", json.dumps(message))
    for task_id in ids:
        assert cluster.wait_state(task_id, "SUCCESS")


def test_19_control_rubbish(cluster, worker):
    """The control channel takes anything from anybody."""
    for message in (b"", b"\xff\x00", b"[1]", b"{}", json.dumps({"body": "x", "headers": {}, "properties": {}}).encode(),
                    made('{"method": 5}')[0].encode(), made('{"method": "ping", "destination": 4}')[0].encode(),
                    made('{"method": "election", "arguments": {"id": 1, "topic": 2, "action": 3}}')[0].encode()):
        cluster.redis.publish("/0.celery.pidbox", message)
    assert worker.ask("ping") == {"ok": "pong"}
    assert worker.process.poll() is None
