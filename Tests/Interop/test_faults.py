"""Items 17 and 20: what is not lost when the worker or Redis goes away at a bad moment."""

import json
import os
import signal
import time
import urllib.error
import urllib.request
import uuid

import pytest
import redis
from kombu.exceptions import OperationalError

from backend.worker.celery_app import make_app
from support.process import free_port, wait
from support.servers import RedisServer
from support.wire import body, envelope


@pytest.fixture
def fragile(place, make_cluster, request):
    """A cluster on a redis-server of its own that may be stopped; it keeps what it was told."""
    name = request.node.name
    server = RedisServer(place("redis-" + name), "appendonly yes", "appendfsync always")
    cluster = make_cluster("fragile-" + name, redis=server)
    yield cluster
    server.program.signal(signal.SIGCONT)
    cluster.close()
    server.stop()


def answers(cluster):
    """Whether the worker answers a client that connects anew."""
    app = make_app(cluster.url)
    try:
        return app.control.ping(destination=[cluster.workers[0].node], timeout=1)
    except (redis.ConnectionError, OperationalError):
        return None
    finally:
        app.close()


def works(cluster, timeout=30):
    """A new task is done and a ping is answered; gives the seconds that took."""
    start = time.monotonic()
    upload = cluster.upload()
    task_id = str(uuid.uuid4())
    cluster.redis.lpush("celery", envelope(body([upload]), task_id))
    cluster.wait_state(task_id, "SUCCESS", timeout=timeout)
    wait(lambda: answers(cluster), timeout, what="a ping to be answered")
    return time.monotonic() - start


def running(cluster, document):
    """The id of a task that is being worked on, sent without kombu's pool of connections."""
    task_id = str(uuid.uuid4())
    cluster.redis.lpush("celery", envelope(body([cluster.upload(document)]), task_id))
    cluster.wait_state(task_id, "STARTED")
    return task_id


def get(port, path):
    """Code and text of an answer of the health server."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def connections(cluster):
    """All but the one that asks."""
    own = str(cluster.redis.client_id())
    return [client for client in cluster.redis.client_list() if client["id"] != own]


@pytest.mark.ours
def test_17_stopped_and_killed_while_it_claims(lone):
    """W1 (CELERY.md 2.4): a Python worker loses this message."""
    for number in range(5):
        worker = lone.worker("worker1", "-c", "1", "--without-mingle")
        worker.signal(signal.SIGSTOP)
        task_id = str(uuid.uuid4())
        lone.redis.lpush("celery", envelope(body([lone.upload()]), task_id))
        time.sleep(0.1)
        worker.kill()
        found = lone.redis.llen("celery") + lone.redis.hlen("unacked")
        assert found == 1, f"round {number}: the message is in {found} places"
        lone.redis.delete("celery", "unacked", "unacked_index")


@pytest.fixture(scope="module", autouse=True)
def killed(make_cluster, kind):
    """Three workers that were killed while they had tasks, and their successors. At once and early: leases last 30 s.

    They hold more than they run, and what they run takes longer than it takes, on a busy machine, to get here to the kill: a task whose
    row is written is skipped.
    """
    if kind == "python":
        yield
        return
    clusters = [make_cluster(f"killed-{number}", database=number) for number in (6, 7, 8)]
    for cluster in clusters:
        cluster.redis.flushdb()
        cluster.worker("worker1", "-c", "2", "--without-mingle", "--prefetch-multiplier", "4")
    with_others, same_name, poison = clusters
    with_others.results = [with_others.send("sleep 6000")[0] for _ in range(2)]
    same_name.results = [same_name.send("sleep 6000")[0]]
    poison.results = [poison.app.AsyncResult(str(uuid.uuid4()))]
    poison.doomed = poison.upload("sleep 60000")
    # Two workers have died of it before.
    message = envelope(body([poison.doomed]), poison.results[0].id, headers={"cricksy_redeliveries": 2})
    poison.redis.lpush("celery", message)
    for cluster in clusters:
        for result in cluster.results:
            cluster.wait_state(result.id, "STARTED")
    with_others.results += [with_others.send(countdown=5)[0], with_others.send()[0]]
    wait(lambda: with_others.workers[0].ask("scheduled"))
    for cluster in clusters:
        cluster.workers[0].kill()
    with_others.worker("worker2", "-c", "2")
    same_name.worker("worker1", "-c", "1")
    poison.worker("worker1", "-c", "1")
    yield clusters
    for cluster in clusters:
        cluster.close()


@pytest.mark.essential
def test_20_redis_restarted(fragile):
    fragile.worker("worker1", "-c", "2")
    task_id = running(fragile, "sleep 2500")
    fragile.server.stop()
    time.sleep(1)
    fragile.server.start()
    assert works(fragile) < 30
    if fragile.kind == "cricksy":
        assert fragile.wait_state(task_id, "SUCCESS", timeout=30)["result"]["status"] == "success"
        fragile.settle()


@pytest.mark.essential
def test_20_every_connection_killed(fragile):
    worker = fragile.worker("worker1", "-c", "1")
    for kind in ("pubsub", "normal", "pubsub", "normal"):
        task_id = running(fragile, "sleep 800")
        fragile.redis.execute_command("CLIENT", "KILL", "TYPE", kind, "SKIPME", "yes")
        assert works(fragile) < 30
        assert worker.process.poll() is None
        if fragile.kind == "cricksy":
            assert fragile.wait_state(task_id, "SUCCESS", timeout=20)["result"]["status"] == "success"
    if fragile.kind == "cricksy":
        fragile.settle()


@pytest.mark.ours
def test_20_half_open(fragile):
    """Redis stands still for 15 s with all connections open; a result that comes meanwhile is kept."""
    fragile.worker("worker1", "-c", "1")
    task_id = running(fragile, "sleep 3000")
    fragile.server.program.signal(signal.SIGSTOP)
    time.sleep(15)
    fragile.server.program.signal(signal.SIGCONT)
    assert works(fragile) < 30
    assert fragile.wait_state(task_id, "SUCCESS", timeout=30)
    fragile.settle()


def test_20_flapping(fragile):
    worker = fragile.worker("worker1", "-c", "1")
    for _ in range(5):
        fragile.server.program.kill()
        fragile.server.start()
        time.sleep(0.3)
    assert works(fragile) < 30
    assert worker.process.poll() is None


@pytest.mark.ours
def test_20_started_before_redis(fragile):
    fragile.server.stop()
    worker = fragile.worker("worker1", "-c", "1", ready=False)
    time.sleep(2)
    assert worker.process.poll() is None
    fragile.server.start()
    assert works(fragile) < 30


@pytest.mark.ours
def test_20_health_tells_that_redis_is_away(fragile):
    """And never says that the process is dead, or that it could work."""
    port = free_port()
    fragile.worker("worker1", "-c", "1", "--health-address", f"127.0.0.1:{port}")
    wait(lambda: get(port, "/readyz")[0] == 200, what="the worker to be ready")
    fragile.server.stop()
    wait(lambda: get(port, "/readyz")[0] == 503, 25, what="the worker to notice")
    for _ in range(25):
        code, text = get(port, "/readyz")
        assert code == 503 and "broker" in text, text
        assert get(port, "/livez")[0] == 200
        time.sleep(0.5)
    assert 'cricksy_redis_connected{' in get(port, "/metrics")[1]
    fragile.server.start()
    wait(lambda: get(port, "/readyz")[0] == 200, 15, what="the worker to be ready again")


@pytest.mark.ours
def test_17_a_waiting_task_that_was_taken_is_dropped(lone):
    """A worker that stood still for longer than its lease runs nothing that another one has by now."""
    stopped = lone.worker("stopped", "-c", "1", "-E", "--prefetch-multiplier", "3")
    busy, upload = lone.send("sleep 3000")
    lone.wait_state(busy.id, "STARTED")
    reserved, _ = lone.send("sleep 100")
    wait(lambda: [task["id"] for task in stopped.ask("reserved")] == [reserved.id])
    later, _ = lone.send(countdown=60)
    wait(lambda: stopped.ask("scheduled"))
    stopped.signal(signal.SIGSTOP)
    # As though a lease had passed.
    lone.redis.delete(*lone.redis.keys("cricksy:lease:stopped@*"))
    for tag in lone.redis.hkeys("unacked"):
        lone.redis.zadd("unacked_index", {tag: time.time() - 60})
    other = lone.worker("other", "-c", "2", "-E")
    wait(lambda: len(other.ask("scheduled") or []) == 1, 30, what="the other worker to take over")
    stopped.signal(signal.SIGCONT)
    wait(lambda: "another worker's by now" in stopped.text(), 10, what="the stopped one to notice")
    wait(lambda: stopped.ask("scheduled") == [], 5)
    assert [task["request"]["id"] for task in other.ask("scheduled")] == [later.id]
    assert reserved.get(timeout=20)["status"] == "success"
    # Both ran the one that had begun: who comes second finds the row ready, and leaves it so.
    wait(lambda: lone.row(upload)["status"] == "ready", 20)
    assert busy.get(timeout=20) in ({**reserved.get(), "upload_id": upload}, {"status": "skipped", "reason": "already ready"})
    lone.app.control.revoke(later.id)


def test_20_no_connection_is_leaked(fragile):
    worker = fragile.worker("worker1", "-c", "1")
    works(fragile)
    before = len(connections(fragile))
    descriptors = len(os.listdir(f"/proc/{worker.pid}/fd"))
    for _ in range(5):
        fragile.redis.execute_command("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes")
        fragile.redis.execute_command("CLIENT", "KILL", "TYPE", "pubsub", "SKIPME", "yes")
        works(fragile)
    time.sleep(1)
    assert len(connections(fragile)) <= before + 2
    assert len(os.listdir(f"/proc/{worker.pid}/fd")) <= descriptors + 3


# Last, when the leases of the killed workers have run out while the tests above ran


@pytest.mark.ours
def test_17_killed_while_tasks_run(killed):
    """What a killed worker held is done within a minute by another one, by lease."""
    for result in killed[0].results:
        assert result.get(timeout=60)["status"] == "success"
    killed[0].settle()


@pytest.mark.ours
def test_17_killed_and_started_again_under_its_name(killed):
    """systemd does just that."""
    assert killed[1].results[0].get(timeout=60)["status"] == "success"
    killed[1].settle()


@pytest.mark.ours
def test_17_a_message_that_kills_workers_is_buried(killed):
    """Delivered three times because workers died, it goes to the dead letters and its upload fails."""
    cluster, result = killed[2], killed[2].results[0]
    letter = json.loads(wait(lambda: cluster.redis.lindex("cricksy:dead:celery", 0), 60, what="the dead letter"))
    assert letter["task_id"] == result.id
    assert type(result.get(timeout=5, propagate=False)).__name__ == "WorkerLostError"
    wait(lambda: cluster.row(cluster.doomed)["status"] == "failed", 5)
    cluster.settle()
