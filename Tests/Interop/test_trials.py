"""`cricksy-bench sweep --broker`: workers read for a tuner, uploads first, and what is found does not depend on who read."""

import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import time

import pytest

from support.process import wait
from support.servers import ROOT
from support.worker import HOST, PROGRAM

pytestmark = pytest.mark.ours
BENCH = os.path.join(os.path.dirname(PROGRAM), "cricksy-bench")
MODELS = os.environ.get("TESSDATA_PREFIX", "/usr/share/tesseract-ocr/5/tessdata")
SPACE = {"schemaVersion": 1, "settings": [{"psm": 4}, {"psm": 11}]}


@pytest.fixture
def corpus(tmp_path):
    """Seven screenshots in tune, two in validation."""
    subprocess.run([BENCH, "corpus", "synth", "--seed", "5", "--count", "9", "--kinds", "screen", "--split-shares",
                    "tune=7,validation=2", "--out", str(tmp_path / "corpus")], check=True, capture_output=True)
    (tmp_path / "space.json").write_text(json.dumps(SPACE))
    return tmp_path


def sweep(corpus, cluster, name, timeout):
    return subprocess.Popen(
        [BENCH, "sweep", "--corpus", str(corpus / "corpus"), "--space", str(corpus / "space.json"), "--incumbent",
         "psm=6,oem=3", "--mix", "screen=1", "--skip-machine", "--skip-test", "--progress", "none",
         "--broker", cluster.url,
         "--trial-timeout", str(timeout), "--out", str(corpus / name)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def end(program):
    output, errors = program.communicate(timeout=300)
    assert program.returncode == 0, errors
    return output, errors


def screening(corpus, name):
    """What was read for accuracy: by whom, and everything else by setting and document."""
    with sqlite3.connect(corpus / name / "study.sqlite") as study:
        rows = study.execute("SELECT setting, document, ending, text, fields, score, by_fleet FROM screening").fetchall()
    return {row[-1] for row in rows}, {row[:2]: tuple(json.loads(value) if value[:1] in "{[" else value for value in row[2:6])
                                       for row in rows}


def readers_of(cluster):
    """Workers that say they are reading a trial."""
    answers = [cluster.redis.get(key) or b"" for key in cluster.redis.scan_iter("cricksy:trial:answer:*")]
    return {answer[1:].decode() for answer in answers if answer[:1] == b"T"}


@pytest.mark.long
def test_sweep(lone, corpus):
    """A worker is killed, another has other models, a third accepts none: all is read, and as it is read here."""
    folder = pathlib.Path(lone.folder) / "models"
    folder.mkdir()
    for name in os.listdir(MODELS):
        if name.endswith(".traineddata"):
            shutil.copy(os.path.join(MODELS, name), folder / name)
    with open(folder / "eng.traineddata", "ab") as file:
        file.write(b"\0")
    accept = ("-c", "1", "--accept-trials")
    lone.worker("none", "-c", "1", reader="shipped", ready=False)
    lone.worker("other", *accept, "--tessdata", str(folder), reader="shipped", ready=False)
    for worker in lone.workers:
        worker.wait_ready()

    alone = sweep(corpus, lone, "home", 3)
    output, errors = end(alone)
    assert f"The worker other@{HOST} reads no trials of this sweep: its model eng is another file." in errors
    assert "The fleet was given up, and the rest was read here" in errors
    by_fleet, home = screening(corpus, "home")
    assert by_fleet == {0} and len(home) >= 9

    good = lone.worker("good", *accept, reader="shipped", ready=False)
    lost = lone.worker("lost", *accept, reader="shipped", ready=False)
    good.wait_ready(), lost.wait_ready()
    program = sweep(corpus, lone, "fleet", 10)
    wait(lambda: lost.node in readers_of(lone), 60, every=0.002, what="the worker to take a trial")
    lost.process.send_signal(signal.SIGKILL)
    output, errors = end(program)
    assert f"Trials were read by good@{HOST}, lost@{HOST}." in errors, errors
    assert "given up" not in errors
    by_fleet, fleet = screening(corpus, "fleet")
    assert by_fleet == {1}
    assert fleet == home
    result = json.loads((corpus / "fleet/result.json").read_text())
    assert result["screening"]["here"] == 0 and result["screening"]["byFleet"] == len(fleet)
    assert result["screening"]["compared"] > 0 and result["screening"]["differing"] == 0
    assert all(page["cpuSeconds"] > 0 for page in result["pages"])
    assert "measured on this machine" in output
    assert lone.url not in json.dumps(result["run"]["command"]) and "***" in result["run"]["command"]
    # Trials are no uploads, and nothing of them stays for long: one that was sent again may be answered once too often.
    assert all(lone.redis.ttl(key) != -1 for key in lone.redis.scan_iter("cricksy:trial*"))
    assert not list(lone.redis.scan_iter("celery-task-*")) and lone.redis.llen("cricksy.trials") == 0
    with lone.postgres.connect() as database:
        assert database.execute("SELECT count(*) FROM uploads WHERE status = 'failed'").fetchone() == (0,)


def test_uploads_first(lone):
    """Trials wait while an upload waits; a worker that does not accept them leaves them alone."""
    worker = lone.worker("worker1", "-c", "1", "--accept-trials")
    assert "cricksy.trials" in {queue["name"] for queue in worker.ask("active_queues")}
    running, _ = lone.send("sleep 700")
    lone.wait_state(running.id, "STARTED")
    for _ in range(3):
        lone.app.send_task("cricksy.trial", kwargs={"readers": {}}, queue="cricksy.trials")
    second, _ = lone.send("sleep 10")
    assert lone.redis.llen("cricksy.trials") == 3
    assert second.get(timeout=10)["status"] == "success"
    # What is no trial is refused, and no further one is taken for a while.
    wait(lambda: lone.redis.llen("cricksy.trials") == 2)
    time.sleep(0.5)
    assert lone.redis.llen("cricksy.trials") == 2
    third, _ = lone.send("sleep 10")
    assert third.get(timeout=10)["status"] == "success"
