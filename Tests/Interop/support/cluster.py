"""One broker database with the clients, uploads and workers of a test."""

import base64
import itertools
import json
import threading
import time
import uuid

from backend.worker.celery_app import make_app
from backend.worker.processor import TASK
from support.process import wait
from support.worker import Worker

TASK_KEYS = ("celery-task-meta-*", "celery-taskset-meta-*", "cricksy:dead:*")


def retire(app):
    """Closes a client. Its results would look for the server when they are collected."""
    app.backend.result_consumer.cancel_for = lambda _: None
    app.close()


class Cluster:
    #: Ids of uploads.
    numbers = itertools.count(1)

    def __init__(self, redis, postgres, storage, folder, kind, *, database=0, url=None, **settings):
        self.redis, self.postgres, self.storage, self.kind = redis.client(database), postgres, storage, kind
        self.folder, self.database, self.server = str(folder), database, redis
        self.url = url or redis.url(database)
        self.backend = settings.get("backend", self.url)
        self.app = make_app(self.url, **settings)
        self.app.loader.import_default_modules()
        self.workers = []

    # Workers

    def worker(self, name="worker1", *options, kind=None, **more):
        ready = more.pop("ready", True)
        worker = Worker(self, kind or self.kind, name, *options, **more)
        self.workers.append(worker)
        if ready:
            worker.wait_ready()
        return worker

    def python(self, name, *options, **more):
        """A real Python worker beside."""
        return self.worker(name, *options, kind="python", **more)

    def close(self):
        for worker in self.workers:
            worker.end()
        retire(self.app)
        self.redis.flushdb()
        self.redis.close()

    # Uploads

    @property
    def task(self):
        return self.app.tasks[TASK]

    def upload(self, document="", file_type="image/png", status="processing", key=None, stored=True):
        """A row and its object. What the document says is done by the reader."""
        body = document.encode() if isinstance(document, str) else document
        key = key or f"uploads/scorer/{uuid.uuid4()}/card.png"
        if stored:
            self.storage.put(key, body or b"words 3")
        number = next(self.numbers)
        with self.postgres.connect() as database:
            database.execute(
                "INSERT INTO uploads (id, uploader_id, filename, file_type, s3_key, status, upload_metadata, updated_at) "
                "VALUES (%s, 'scorer', 'card.png', %s, %s, %s, '{}', 'epoch')", (number, file_type, key, status))
        return number

    def row(self, upload):
        with self.postgres.connect() as database:
            cursor = database.execute("SELECT * FROM uploads WHERE id = %s", (upload,))
            return dict(zip((column.name for column in cursor.description), cursor.fetchone()))

    def send(self, document="", **options):
        """Enqueues a new upload as the backend does; gives its result and its id."""
        upload = self.upload(document)
        return self.task.apply_async((upload,), **options), upload

    # The wire

    def stored(self, task_id):
        raw = self.redis.get(f"celery-task-meta-{task_id}")
        return json.loads(raw) if raw else None

    def wait_state(self, task_id, *states, timeout=10):
        return wait(lambda: (meta := self.stored(task_id)) and meta["status"] in states and meta, timeout,
                    what=f"{task_id} to be {states}, it is {self.stored(task_id)}")

    def queued(self, queue="celery"):
        return sum(self.redis.llen(queue + end) for end in ("", "\x06\x163", "\x06\x166", "\x06\x169"))

    def unacked(self):
        return self.redis.hlen("unacked"), self.redis.zcard("unacked_index")

    def settle(self, timeout=10):
        """All that was sent is done with and nothing is claimed."""
        wait(lambda: self.unacked() == (0, 0) and not self.queued(), timeout,
             what=f"the queue to drain: {self.queued()} queued, unacked {self.unacked()}")

    def clean(self):
        for pattern in TASK_KEYS:
            for key in self.redis.scan_iter(pattern, 1000):
                self.redis.delete(key)

    def capture(self):
        return Capture(self)


class Capture:
    """Listens to all events as they are on the wire."""

    def __init__(self, cluster):
        self.prefix = f"/{cluster.database}.celeryev/"
        self.listener = cluster.server.client(cluster.database).pubsub()
        self.messages, self.running = [], True

    def __enter__(self):
        self.listener.psubscribe(self.prefix + "*")
        self.listener.get_message(timeout=2)
        self.thread = threading.Thread(target=self._listen, daemon=True)
        self.thread.start()
        return self

    def _listen(self):
        while self.running:
            message = self.listener.get_message(timeout=0.1)
            if message and message["type"] == "pmessage":
                envelope = json.loads(message["data"])
                body = json.loads(base64.b64decode(envelope["body"]))
                self.messages.append((time.time(), message["channel"].decode(), envelope, body))

    def __exit__(self, *_):
        self.running = False
        self.thread.join()
        self.listener.close()

    @property
    def events(self):
        """All events, those that came together apart."""
        return [event for _, _, _, body in list(self.messages) for event in (body if isinstance(body, list) else [body])]

    def of(self, task_id):
        return [event for event in self.events if event.get("uuid") == task_id]

    def types(self, task_id):
        return [event["type"] for event in self.of(task_id)]

    def wait(self, task_id, kind, timeout=10):
        return wait(lambda: next((e for e in self.of(task_id) if e["type"] == kind), None), timeout,
                    what=f"{kind} of {task_id}; there were {self.types(task_id)}")
