"""Item 9: ours between Python tasks: links, chains, groups, chords."""

import re

import pytest
from celery import chain, chord, group
from celery.exceptions import TimeoutError
from celery.result import GroupResult

from backend.worker.celery_app import make_app
from support.cluster import retire
from support.process import wait


@pytest.fixture(scope="module", autouse=True)
def workers(shared):
    import backend.worker.peer  # noqa: F401

    # A Python worker must know the bodies of chords whose members it runs.
    extra = {"INTEROP_INCLUDE": "backend.worker.peer"}
    shared.worker("worker1", "-c", "2", extra=extra)
    shared.python("peer", "-c", "1", "-Q", "peer", extra=extra)


@pytest.fixture
def peer(cluster):
    def signature(name, *args, **kwargs):
        return cluster.app.signature("peer." + name, args, kwargs).set(queue="peer")
    return signature


def answer(upload):
    return {"status": "success", "upload_id": upload, "deliveries_found": 0, "confidence": 0.0}


@pytest.mark.essential
def test_09_link(cluster, peer):
    upload = cluster.upload()
    follow = peer("collect", tag="after").set(task_id="linked-" + str(upload))
    result = cluster.task.apply_async((upload,), link=follow)
    assert result.get(timeout=10) == answer(upload)
    assert cluster.app.AsyncResult("linked-" + str(upload)).get(timeout=10) == {"got": answer(upload), "tag": "after"}
    assert [child.id for child in result.children] == ["linked-" + str(upload)]


def test_09_link_immutable(cluster, peer):
    upload = cluster.upload()
    follow = peer("identity", "as it was").set(task_id="immutable-" + str(upload), immutable=True)
    follow.immutable = True
    cluster.task.apply_async((upload,), link=follow)
    assert cluster.app.AsyncResult("immutable-" + str(upload)).get(timeout=10) == "as it was"


def test_09_link_error(cluster, peer):
    upload = cluster.upload(stored=False)
    errback = peer("note").set(task_id="errback-" + str(upload))
    result = cluster.task.apply_async((upload,), link_error=errback)
    result.get(timeout=20, propagate=False)
    assert result.failed()
    if cluster.kind == "cricksy":
        assert cluster.app.AsyncResult("errback-" + str(upload)).get(timeout=10) == {"failed": result.id}


@pytest.mark.essential
def test_09_chain_python_ours_python(cluster, peer):
    upload = cluster.upload()
    result = chain(peer("identity", upload), cluster.task.s(), peer("collect", tag="end")).apply_async()
    assert result.get(timeout=15) == {"got": answer(upload), "tag": "end"}
    assert result.parent.get(timeout=5) == answer(upload)
    assert cluster.stored(result.parent.id)["parent_id"] == result.parent.parent.id


def test_09_chain_that_breaks(cluster, peer):
    upload = cluster.upload(stored=False)
    result = chain(cluster.task.s(upload), peer("collect"), peer("identity")).apply_async()
    with pytest.raises(Exception) as raised:
        result.get(timeout=20)
    first = cluster.stored(result.parent.parent.id)
    assert type(raised.value).__name__ == first["result"]["exc_type"]


def test_09_group_saved_and_restored(cluster):
    uploads = [cluster.upload() for _ in range(4)]
    result = group(cluster.task.s(upload) for upload in uploads).apply_async()
    result.save()
    other = make_app(cluster.url)
    again = GroupResult.restore(result.id, app=other)
    assert [each["upload_id"] for each in again.get(timeout=15)] == uploads
    assert again.successful()
    retire(other)
    assert cluster.stored(result.results[0].id)["group_id"] == result.id


@pytest.mark.essential
def test_09_chord_with_python_body(cluster, peer):
    uploads = [cluster.upload() for _ in range(3)]
    result = chord([cluster.task.s(upload) for upload in uploads])(peer("collect", tag="sum"))
    assert result.get(timeout=20) == {"got": [answer(upload) for upload in uploads], "tag": "sum"}
    wait(lambda: not list(cluster.redis.scan_iter("celery-taskset-meta-*")), 5, what="the chord's keys to go")


def test_09_chord_of_both(cluster, peer):
    upload = cluster.upload("sleep 300")
    result = chord([peer("identity", 1), cluster.task.s(upload), peer("identity", 3)])(peer("collect"))
    assert result.get(timeout=20)["got"] == [1, answer(upload), 3]


def test_09_chord_with_our_body(cluster, peer):
    """A chord of Python tasks whose body is ours, in a chain."""
    upload = cluster.upload()
    result = chain(chord([peer("identity", 1), peer("identity", 2)], peer("identity")),
                   cluster.task.si(upload), peer("collect")).apply_async()
    assert result.get(timeout=20)["got"] == answer(upload)


def test_09_chord_with_a_member_that_fails(cluster, peer):
    uploads = [cluster.upload(), cluster.upload(stored=False)]
    result = chord([cluster.task.s(upload) for upload in uploads])(peer("collect"))
    body = cluster.wait_state(result.id, "FAILURE", timeout=20)["result"]
    members = {each.id for each in result.parent.results}
    assert body["exc_type"] == "ChordError" and body["exc_module"] == "celery.exceptions"
    dependency = re.match(r"Dependency (\S+) raised \w+\(", body["exc_message"][0])
    assert dependency and dependency[1] in members
    with pytest.raises(Exception) as raised:
        result.get(timeout=5)
    assert not isinstance(raised.value, TimeoutError)
