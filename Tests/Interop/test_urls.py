"""Item 22: purge, bindings, and every form of URL that Celery takes."""

import json
import subprocess

import pytest

from support.process import wait
from support.servers import RedisServer
from support.worker import HERE, HOST, PYTHON, environment

PASSWORD = "s3cr:et@/%"


@pytest.fixture(scope="module")
def guarded(place, certificates):
    """TLS, and a user who must name herself; both passwords need escaping."""
    from support.process import free_port
    port, plain = free_port(), free_port()
    folder = place("redis-guarded")
    server = RedisServer(
        folder, f"port {plain}", f"tls-port {port}", f"tls-cert-file {certificates.certificate}",
        f"tls-key-file {certificates.key}", f"tls-ca-cert-file {certificates.authority}", "tls-auth-clients no",
        f"unixsocket {folder}/redis.sock", "user default off", f'user cricksy on ">{PASSWORD}" ~* &* +@all', port=port,
        ssl=True, ssl_ca_certs=certificates.authority, username="cricksy", password=PASSWORD)
    server.plain, server.socket = plain, f"{folder}/redis.sock"
    yield server
    server.stop()


def escaped(text=PASSWORD):
    from urllib.parse import quote
    return quote(text, safe="")


def serves(cluster, *options, **more):
    worker = cluster.worker("worker1", "-c", "1", "-E", *options, **more)
    with cluster.capture() as capture:
        result, upload = cluster.send()
        assert result.get(timeout=10)["status"] == "success"
        capture.wait(result.id, "task-succeeded")
    assert cluster.row(upload)["status"] == "ready"
    assert worker.ask("ping") == {"ok": "pong"}
    cluster.settle()
    return worker


@pytest.mark.essential
def test_22_tls_and_user(guarded, make_cluster, certificates):
    url = (f"rediss://cricksy:{escaped()}@127.0.0.1:{guarded.port}/2?ssl_cert_reqs=required"
           f"&ssl_ca_certs={escaped(certificates.authority)}")
    cluster = make_cluster("tls", redis=guarded, database=2, url=url)
    worker = serves(cluster)
    broker = worker.ask("stats")["broker"]
    assert broker["userid"] == "cricksy" and broker["virtual_host"] == "2" and broker["ssl"]
    assert PASSWORD not in json.dumps([worker.ask("conf"), worker.ask("report"), broker]) + worker.text()
    cluster.close()


@pytest.mark.parametrize("scheme", ["rediss", "redis"])
def test_22_tls_and_results_elsewhere(guarded, make_cluster, certificates, scheme):
    """Tasks over TLS; results in another database, over TLS too or on a plain port of a trusted network."""
    user = f"cricksy:{escaped()}@127.0.0.1"
    query = f"?ssl_cert_reqs=required&ssl_ca_certs={escaped(certificates.authority)}"
    backend = f"rediss://{user}:{guarded.port}/6{query}" if scheme == "rediss" else f"redis://{user}:{guarded.plain}/6"
    cluster = make_cluster(
        f"tls-apart-{scheme}", redis=guarded, database=3, url=f"rediss://{user}:{guarded.port}/3{query}", backend=backend)
    worker = serves(cluster)
    assert not cluster.redis.keys("celery-task-meta-*") and guarded.client(6).keys("celery-task-meta-*")
    missing = cluster.task.delay(cluster.upload(stored=False))
    assert missing.get(timeout=20, propagate=False) and missing.state == "FAILURE"
    assert PASSWORD not in worker.text()
    guarded.client(6).flushdb()
    cluster.close()


@pytest.mark.ours
def test_22_tls_wrong_authority(guarded, make_cluster, place):
    from support.servers import Certificates
    stranger = Certificates(place("stranger"))
    url = f"rediss://cricksy:{escaped()}@127.0.0.1:{guarded.port}/2?ssl_cert_reqs=required&ssl_ca_certs="
    cluster = make_cluster("tls-stranger", redis=guarded, database=2, url=url + escaped(stranger.authority))
    worker = cluster.worker("worker1", "-c", "1", ready=False)
    wait(lambda: "certificate" in worker.text().lower(), 15, what="a word about the certificate:\n" + worker.tail())
    assert PASSWORD not in worker.text() and "ready." not in worker.text()
    cluster.close()


@pytest.mark.essential
def test_22_unix_socket(guarded, make_cluster):
    url = f"redis+socket://cricksy:{escaped()}@{guarded.socket}?virtual_host=4"
    cluster = make_cluster("unix", redis=guarded, database=4, url=url)
    serves(cluster)
    cluster.close()


@pytest.mark.essential
def test_22_database_number(redis_server, make_cluster):
    cluster = make_cluster("database", database=9)
    serves(cluster)
    assert cluster.redis.smembers("_kombu.binding.celery.pidbox")
    cluster.close()


def test_22_broker_and_results_apart(redis_server, make_cluster):
    cluster = make_cluster("apart", database=10, backend=redis_server.url(11))
    worker = cluster.worker("worker1", "-c", "1")
    result, _ = cluster.send()
    assert result.get(timeout=10)["status"] == "success"
    cluster.settle()
    assert cluster.stored(result.id) is None and redis_server.client(11).exists(f"celery-task-meta-{result.id}")
    redis_server.client(11).flushdb()
    assert worker.ask("ping")
    if cluster.kind == "cricksy":
        mine = [client for client in cluster.redis.client_list() if client["name"] == worker.node]
        assert len(mine) <= 4, "connections of one process"
    cluster.close()


def test_22_key_prefix(redis_server, make_cluster):
    options = {"global_keyprefix": "p:"}
    cluster = make_cluster("prefix", database=12, broker_transport_options=options)
    extra = {"CRICKSY_WORKER_BROKER_TRANSPORT_OPTIONS": json.dumps(options), "INTEROP_TRANSPORT": json.dumps(options)}
    worker = cluster.worker("worker1", "-c", "1", extra=extra)
    busy, _ = cluster.send("sleep 800")
    cluster.wait_state(busy.id, "STARTED")
    result, _ = cluster.send()
    assert result.get(timeout=10)["status"] == "success"
    assert worker.ask("ping") == {"ok": "pong"}
    wait(lambda: cluster.redis.hlen("p:unacked") == 0, 5)
    keys = {key.decode() for key in cluster.redis.scan_iter("*") if not key.startswith(b"celery-task-meta")}
    assert "p:_kombu.binding.celery" in keys
    assert [key for key in keys if not key.startswith(("p:", "cricksy:"))] == []
    cluster.close()


@pytest.mark.ours
@pytest.mark.parametrize("url,words", [
    ("sentinel://127.0.0.1:26379/0", "entinel"), ("amqp://guest@127.0.0.1//", "redis"),
    ("redis://127.0.0.1/notanumber", "notanumber"),
])
def test_22_urls_that_are_refused_are_refused_in_words(lone, url, words):
    worker = lone.worker("worker1", ready=False, extra={"CRICKSY_CELERY_BROKER_URL": url})
    assert worker.wait(10) == 78 and words in worker.text()


@pytest.mark.essential
def test_22_purge_and_bindings(lone):
    worker = lone.worker("worker1", "-c", "1")

    def celery(*arguments):
        done = subprocess.run(
            [PYTHON["5.4"], "-m", "celery", "-A", "backend.worker.celery_app", *arguments], cwd=HERE, timeout=120,
            env=environment(lone), capture_output=True, text=True)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout
    assert "celery" in celery("list", "bindings")
    busy, _ = lone.send("hang")
    lone.wait_state(busy.id, "STARTED")
    for priority in (0, 3, 6, 9, 0):
        lone.send(priority=priority)
    assert "Purged" in celery("purge", "-f") and lone.queued() == 0
    lone.app.control.terminate(busy.id)
    assert lone.send()[0].get(timeout=10)["status"] == "success"
    assert worker.ask("ping") and worker.node == f"worker1@{HOST}"
