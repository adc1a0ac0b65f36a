"""Item 21: signals, shutdown, pidfile, detaching, reloading; and the old guide's two ways of starting."""

import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import time

import pytest

from support.process import Program, wait
from support.servers import ROOT
from support.worker import HERE, HOST, PROGRAM, PYTHON, environment

TAIL = "\x06\x16"


def program(cluster):
    return [PROGRAM] if cluster.kind == "cricksy" else [PYTHON["5.4"], "-m", "celery"]


def gone(pid):
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    with open(f"/proc/{pid}/stat") as file:
        return file.read().rsplit(")", 1)[1].split()[0] == "Z"


@pytest.mark.essential
def test_21_warm(lone):
    """TERM: running tasks end, the rest goes back as it was."""
    worker = lone.worker("worker1", "-c", "1", "-E", "--prefetch-multiplier", "4")
    running, _ = lone.send("sleep 4000")
    lone.wait_state(running.id, "STARTED")
    waiting = [lone.send()[0].id for _ in range(2)] + [lone.send(countdown=600)[0].id]
    wait(lambda: lone.redis.hlen("unacked") >= 2)
    wait(lambda: worker.ask("scheduled"))
    children = worker.ask("stats")["pool"]["processes"]
    with lone.capture() as capture:
        worker.signal(signal.SIGTERM)
        time.sleep(0.4)
        assert worker.process.poll() is None, "it did not wait for the running task"
        wait(lambda: not lone.app.control.ping(destination=[worker.node], timeout=0.3), 2, what="no more answers")
        assert lone.redis.smembers("_kombu.binding.celery.pidbox") == set()
        assert worker.wait(15) == 0
        wait(lambda: [event for event in capture.events if event["type"] == "worker-offline"], 2)
    assert running.state == "SUCCESS"
    assert lone.unacked() == (0, 0) and lone.queued() == 3
    left = [json.loads(raw) for raw in lone.redis.lrange("celery", 0, -1)]
    assert {message["headers"]["id"] for message in left} == set(waiting)
    later = next(message for message in left if message["headers"]["id"] == waiting[-1])
    assert later["headers"]["eta"] and later["headers"]["redelivered"] is True
    assert later["properties"]["delivery_info"]["redelivered"] is True
    assert all(gone(child) for child in children)


@pytest.mark.ours
def test_21_quit_loses_nothing(lone):
    """A Python worker loses its running tasks here."""
    worker = lone.worker("worker1", "-c", "2")
    results = [lone.send("sleep 2500")[0] for _ in range(2)] + [lone.send()[0]]
    for result in results[:2]:
        lone.wait_state(result.id, "STARTED")
    children = worker.ask("stats")["pool"]["processes"]
    start = time.monotonic()
    worker.stop(signal.SIGQUIT)
    assert time.monotonic() - start < 2
    assert lone.unacked() == (0, 0) and lone.queued() == 3
    assert all(gone(child) for child in children)
    lone.worker("worker1", "-c", "2")
    for result in results:
        assert result.get(timeout=20)["status"] == "success"


def test_21_second_interrupt_is_cold(lone):
    worker = lone.worker("worker1", "-c", "1")
    result, _ = lone.send("sleep 30000")
    lone.wait_state(result.id, "STARTED")
    worker.signal(signal.SIGINT)
    time.sleep(0.7)
    assert worker.process.poll() is None
    worker.signal(signal.SIGINT)
    start = time.monotonic()
    assert worker.wait(10) in (0, 1)
    assert time.monotonic() - start < 5
    if lone.kind == "cricksy":
        assert lone.queued() == 1 and lone.unacked() == (0, 0)


def test_21_a_long_task_and_term(lone):
    """No limit on how long a warm shutdown takes but the task's own."""
    worker = lone.worker("worker1", "-c", "1")
    result, upload = lone.send("sleep 4000")
    lone.wait_state(result.id, "STARTED")
    worker.signal(signal.SIGTERM)
    time.sleep(0.2)
    worker.signal(signal.SIGTERM)
    assert worker.wait(20) == 0
    assert result.state == "SUCCESS" and lone.row(upload)["status"] == "ready"


@pytest.mark.essential
def test_21_pidfile(lone, tmp_path):
    path = tmp_path / "worker.pid"
    path.write_text("999999\n")
    worker = lone.worker("worker1", "-c", "1", f"--pidfile={path}")
    assert path.read_text() == f"{worker.pid}\n", "a stale file is replaced"
    second = lone.worker("worker2", "-c", "1", f"--pidfile={path}", ready=False)
    assert second.wait(15) == 73
    assert f"Pidfile ({path}) already exists" in second.text() and f"(pid: {worker.pid})" in second.text()
    assert path.read_text() == f"{worker.pid}\n"
    assert worker.stop() == 0 and not path.exists()


def test_21_detached(lone, tmp_path):
    pidfile, log = tmp_path / "d.pid", tmp_path / "d-%n%I.log"
    command = [*program(lone), "-A", "backend.worker.celery_app", "worker", "-n", "detached@%h", "-c", "1", "-D",
               "--pidfile", str(pidfile), "--logfile", str(log), "-l", "INFO"]
    if lone.kind == "cricksy":
        from support.worker import FAULT_READER
        command += ["--reader", FAULT_READER, "--sandbox", "off"]
    done = subprocess.run(command, env=environment(lone), cwd=HERE, timeout=30, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    pid = int(wait(lambda: pidfile.exists() and pidfile.read_text(), 15))
    try:
        node = f"detached@{HOST}"
        wait(lambda: lone.app.control.ping(destination=[node], timeout=0.3), 25, what="the detached worker")
        assert os.getsid(pid) == pid or os.getsid(pid) != os.getsid(0)
        assert lone.send()[0].get(timeout=10)["status"] == "success"
        assert "ready" in (tmp_path / "d-detached.log").read_text()
        os.kill(pid, signal.SIGTERM)
        wait(lambda: gone(pid), 15)
        assert not pidfile.exists()
    finally:
        if not gone(pid):
            os.kill(pid, signal.SIGKILL)


@pytest.mark.ours
def test_21_reload(lone, tmp_path):
    """HUP reads the tuned file again and keeps running tasks and the process. Python re-executes itself, or breaks."""
    tuned = tmp_path / "tuned.json"
    worker = lone.worker("worker1", "-c", "1", extra={"CRICKSY_TUNED_CONFIG": str(tuned)})
    absent = [line for line in worker.text().splitlines() if str(tuned) in line]
    assert len(absent) == 1 and "cricksy-bench" in absent[0], absent
    shutil.copy(f"{ROOT}/reports/tuned.json", tuned)
    result, _ = lone.send("sleep 2000")
    lone.wait_state(result.id, "STARTED")
    worker.signal(signal.SIGHUP)
    time.sleep(0.5)
    assert worker.ask("ping") == {"ok": "pong"}
    wait(lambda: "The tuned file was loaded again." in worker.text(), 15)
    assert sum(str(tuned) in line for line in worker.text().splitlines()) > 1, worker.tail()
    assert result.get(timeout=10)["status"] == "success"
    assert lone.send()[0].get(timeout=10)["status"] == "success"
    assert worker.process.poll() is None


@pytest.mark.ours
def test_21_service_manager(lone, tmp_path):
    """Type=notify with a watchdog, and `systemctl reload`."""
    told = []
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(10)

        def hear(word):
            while not told or word not in told[-1]:
                told.append(manager.recv(4096).decode())

        worker = lone.worker("worker1", "-c", "1", extra={
            "NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "600000"})
        for word in ("READY=1", "WATCHDOG=1"):
            hear(word)
        worker.signal(signal.SIGHUP)
        for word in ("RELOADING=1", "READY=1", "WATCHDOG=1"):
            hear(word)
        worker.signal(signal.SIGTERM)
        hear("STOPPING=1")
        assert worker.wait(10) == 0


def test_21_log_rotated(lone, tmp_path):
    log = tmp_path / "worker.log"
    worker = lone.worker("worker1", "-c", "1", f"--logfile={log}", "-l", "INFO")
    lone.send()[0].get(timeout=10)
    old = tmp_path / "worker.log.1"
    log.rename(old)
    time.sleep(1.2)
    result, _ = lone.send()
    result.get(timeout=10)
    wait(lambda: log.exists() and f"[{result.id}]" in log.read_text(), 5)
    assert worker.stop() == 0


def test_21_log_lines_that_tools_look_for(lone):
    worker = lone.worker("worker1", "-c", "1", "-l", "INFO")
    good, _ = lone.send()
    good.get(timeout=10)
    bad = lone.task.delay(lone.upload(stored=False))
    bad.get(timeout=20, propagate=False)
    name = re.escape(lone.task.name)
    prefix = r"^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}: (INFO|ERROR)/\w+(-\d+)?\] "
    for line in (rf"Task {name}\[{good.id}\] received", rf"Task {name}\[{good.id}\] succeeded in \d+\.\d+s: {{'status'",
                 rf"Task {name}\[{bad.id}\] raised unexpected: \w+\("):
        wait(lambda: re.search(prefix + line, worker.text(), re.M), 3, what=line)
    assert re.search(rf"{re.escape(worker.node)} ready\.", worker.text())


def test_21_nothing_secret_in_the_log(lone):
    worker = lone.worker("worker1", "-c", "1", "-l", "DEBUG")
    hostile = lone.upload(key="uploads/scorer/\x1b[31mred\u202e\u2028x/card.png")
    lone.task.delay(hostile).get(timeout=10, propagate=False)
    lone.task.delay(lone.upload(stored=False)).get(timeout=20, propagate=False)
    lone.app.send_task("no\x1b[31m.such", ("\x1b]0;title\x07",)).get(timeout=10, propagate=False)
    worker.stop()
    text = worker.text()
    assert lone.storage.keys["secretKey"] not in text and "X-Amz-Signature" not in text
    if lone.kind == "cricksy":
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u202e]", text)


# The old guide's ways of starting, with only the program's path changed


def old_guide(lone, line, node):
    """Starts a line of an old unit; gives the worker once it answers."""
    words = shlex.split(line)
    words[0:1] = program(lone) if words[0] == "celery" else [program(lone)[0]]
    if lone.kind == "cricksy" and words[1:3] != ["-m", "celery"]:
        assert len(words) > 1
    worker = Program(words, f"{lone.folder}/old.log", environment=environment(lone), folder=HERE)
    lone.workers.append(worker)
    wait(lambda: worker.process.poll() is not None or lone.app.control.ping(destination=[node], timeout=0.3), 25,
         what="the worker:\n" + worker.tail())
    assert worker.process.poll() is None, worker.tail()
    return worker


def test_start_supervisor_line(lone, storage):
    pool = "--pool=gevent --concurrency=100" if lone.kind == "cricksy" else "--pool=threads --concurrency=4"
    node = f"worker1@{HOST}"
    worker = old_guide(lone, f"celery -A backend.worker.celery_app worker --loglevel=info {pool} -n worker1@%h", node)
    assert lone.task.delay(lone.upload(card(), "application/pdf")).get(timeout=20)["status"] == "success"
    if lone.kind == "cricksy":
        stats = lone.app.control.inspect([node]).stats()[node]
        assert stats["pool"]["max-concurrency"] == len(stats["pool"]["processes"]) <= 2 * os.cpu_count()
        assert re.search(r"100 readers were asked for and \d+ are run", worker.text())
    worker.signal(signal.SIGTERM)
    assert worker.wait(20) == 0


def test_start_unit_of_the_module(lone):
    node = f"celery@{HOST}"
    worker = old_guide(
        lone, "python -m celery -A backend.worker.celery_app worker -l info -Q celery,bulk -c 2 -E", node)
    queues = lone.app.control.inspect([node]).active_queues()[node]
    assert [queue["name"] for queue in queues] == ["celery", "bulk"]
    with lone.capture() as capture:
        upload = lone.upload(card(), "application/pdf")
        result = lone.task.apply_async((upload,), queue="bulk")
        assert result.get(timeout=20)["status"] == "success"
        capture.wait(result.id, "task-succeeded")
    worker.signal(signal.SIGTERM)
    assert worker.wait(20) == 0


def card():
    with open(os.path.join(ROOT, "corpus/tune/001-app-export-text/card.pdf"), "rb") as file:
        return file.read()
