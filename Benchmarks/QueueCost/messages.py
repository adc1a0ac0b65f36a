"""Task messages as a real Celery client sends them, by copying one of its own with fresh ids."""

import json
import uuid

import redis
from celery import Celery

STAGED = "staged"
AT_ONCE = 500


class Messages:
    """Copies of one message."""

    def __init__(self, url: str, client: redis.Redis):
        self.client = client
        with Celery(broker=url) as app:
            app.send_task("noop", args=[1], queue="template")
        self.template = client.rpop("template")
        client.delete("_kombu.binding.template")
        envelope = json.loads(self.template)
        self.id, self.tag = envelope["headers"]["id"], envelope["properties"]["delivery_tag"]

    def one(self) -> tuple[str, str]:
        """An id and its message."""
        identifier = str(uuid.uuid4())
        text = self.template.replace(self.id, identifier).replace(self.tag, str(uuid.uuid4()))
        return identifier, text.replace('"routing_key": "template"', '"routing_key": "celery"')

    def stage(self, count: int) -> list[str]:
        """Puts messages where no worker looks; their ids."""
        made = [self.one() for _ in range(count)]
        for start in range(0, count, AT_ONCE):
            self.client.lpush(STAGED, *(text for _, text in made[start:start + AT_ONCE]))
        return [identifier for identifier, _ in made]

    def release(self, queue: str = "celery"):
        """All at once: a list that is renamed wakes who waits for it."""
        self.client.rename(STAGED, queue)
