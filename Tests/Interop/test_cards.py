"""The shipped reader on real cards, end to end."""

import json
import os
import subprocess

import pytest

from support.servers import ROOT
from support.worker import PROGRAM

pytestmark = pytest.mark.ours
FIXTURES = os.path.join(ROOT, "Tests/Fixtures")


def read(path):
    with open(os.path.join(ROOT, path), "rb") as file:
        return file.read()


@pytest.fixture(scope="module", autouse=True)
def worker(shared):
    return shared.worker("worker1", "-c", "2", "-E", reader="shipped")


@pytest.mark.essential
@pytest.mark.parametrize("path", ["corpus/tune/001-app-export-text/card.pdf", "corpus/tune/019-dark-page-screen/card.png"])
def test_card(cluster, path):
    upload = cluster.upload(read(path), "application/pdf" if path.endswith("pdf") else "image/png")
    answer = cluster.task.delay(upload).get(timeout=60)
    preview = cluster.row(upload)["parsed_preview"]
    done = subprocess.run([PROGRAM, "process", os.path.join(ROOT, path), "--json"], capture_output=True, timeout=60)
    assert preview == json.loads(done.stdout), "the row must hold what `process` prints"
    assert answer == {"status": "success", "upload_id": upload, "deliveries_found": len(preview["deliveries"]),
                      "confidence": pytest.approx(preview["metadata"]["confidence"], abs=1e-4)}
    assert preview["scorecard"]["innings"] and preview["metadata"]["team_names"]


def test_a_text_file(cluster):
    upload = cluster.upload("not a card", "text/plain")
    assert cluster.task.delay(upload).get(timeout=10) == {
        "status": "error", "message": "Unsupported file type: text/plain"}
    row = cluster.row(upload)
    assert row["status"] == "failed" and row["error_message"].startswith("Unsupported file type: text/plain")


@pytest.mark.parametrize("name,words", [("photo.heic", "HEIC"), ("encrypted.pdf", "password"), ("truncated.jpg", "")])
def test_files_that_cannot_be_read(cluster, name, words):
    upload = cluster.upload(read("Tests/Fixtures/" + name))
    answer = cluster.task.delay(upload).get(timeout=20)
    row = cluster.row(upload)
    if name == "truncated.jpg" and row["status"] == "ready":
        return
    assert answer["status"] == "error" and answer["message"]
    assert row["status"] == "failed" and words.lower() in row["error_message"].lower()


@pytest.mark.parametrize("size,words", [(0, "empty"), (26 << 20, "25 MB")])
def test_empty_and_oversized_files(cluster, size, words):
    key = f"uploads/scorer/{os.urandom(4).hex()}/card.png"
    cluster.storage.put(key, bytes(size))
    upload = cluster.upload(key=key, stored=False)
    answer = cluster.task.delay(upload).get(timeout=20)
    row = cluster.row(upload)
    assert answer["status"] == "error" and row["status"] == "failed" and words in row["error_message"], row


@pytest.mark.parametrize("name", ["a b", "a+b", "a%20b", "a=b", "naïve 🏏", "it's \"x\"", "a..b", "x&y;z", "~!*()", "a//b"])
def test_hostile_names(cluster, name):
    body = read("corpus/tune/001-app-export-text/card.pdf")
    upload = cluster.upload(body, "application/pdf", key=f"uploads/scorer/{os.urandom(4).hex()}/{name}")
    assert cluster.task.delay(upload).get(timeout=20)["status"] == "success"


def test_a_segment_of_dots_is_refused(cluster):
    upload = cluster.upload(key=f"uploads/../{os.urandom(4).hex()}", stored=False)
    error = cluster.task.delay(upload).get(timeout=10, propagate=False)
    assert type(error).__name__ == "ValueError" and cluster.row(upload)["status"] == "failed"


def test_soft_limit(cluster):
    """The reader gives up by itself at the soft limit."""
    upload = cluster.upload(read("corpus/validation/030-spreadsheet-scan/card.pdf"), "application/pdf")
    result = cluster.task.apply_async((upload,), soft_time_limit=0.2, time_limit=30)
    error = result.get(timeout=20, propagate=False)
    meta = cluster.stored(result.id)["result"]
    assert meta == {"exc_type": "SoftTimeLimitExceeded", "exc_message": [], "exc_module": "billiard.exceptions"}, error
    assert cluster.row(upload)["status"] == "failed"
