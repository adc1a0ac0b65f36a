"""Listens to task events, as a monitor does, and counts them by task."""

import base64
import json
import threading
import time

import redis


class Witness:
    """Counts until its `with` ends; goes on when the connection breaks."""

    def __init__(self, client: redis.Redis):
        self.client, self.stopping = client, threading.Event()
        self.counts: dict[str, dict[str, int]] = {}
        self.thread = threading.Thread(target=self._listen)

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *_):
        self.stopping.set()
        self.thread.join()

    def _listen(self):
        while not self.stopping.is_set():
            try:
                with self.client.pubsub(ignore_subscribe_messages=True) as channel:
                    channel.psubscribe("/0.celeryev/task.*")
                    while not self.stopping.is_set():
                        if message := channel.get_message(timeout=0.2):
                            self._count(message["data"])
            except redis.exceptions.RedisError:
                time.sleep(0.2)

    def _count(self, data: str):
        body = json.loads(base64.b64decode(json.loads(data)["body"]))
        for event in body if isinstance(body, list) else [body]:
            of = self.counts.setdefault(event["uuid"], {})
            of[event["type"]] = of.get(event["type"], 0) + 1

    def total(self, kind: str) -> int:
        return sum(of.get(kind, 0) for of in list(self.counts.values()))

    def repeated(self, kind: str) -> int:
        """How many events of a kind came beyond the first of their task."""
        return sum(max(0, of.get(kind, 0) - 1) for of in list(self.counts.values()))
