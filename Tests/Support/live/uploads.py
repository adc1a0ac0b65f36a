"""Uploads as the backend makes them: a small picture in the bucket, a row, a message sent by a real Celery client."""

import pathlib
import random

from celery import Celery
from PIL import Image, ImageDraw, ImageFont
from postgres_server import PostgresServer
from redis_server import RedisServer
from s3_server import S3Server

TASK = "backend.worker.processor.process_upload_task"
LINES = ("Smith c Jones b Patel 42", "Extras 12 (b 4, lb 8)", "Total 187 for 6", "Khan not out 73", "Brown 4-1-22-2")


def draw(folder: pathlib.Path):
    """Pictures of a line of text each, small enough to be read in a few tens of milliseconds."""
    font = ImageFont.load_default(size=22)
    for index, line in enumerate(LINES):
        picture = Image.new("L", (320, 48), 255)
        ImageDraw.Draw(picture).text((8, 10), line, fill=0, font=font)
        picture.save(folder / f"{index}.png")


class Uploads:
    """Makes uploads with ids that are never used twice, and says what became of them."""

    def __init__(self, broker: RedisServer, database: PostgresServer, store: S3Server):
        self.broker, self.database, self.store = broker, database, store
        self.app = Celery("cricksy_worker", broker=broker.url, backend=broker.url)
        # Without a result backend it subscribes to no result, so that nothing of ours breaks with Redis.
        self.sender = Celery("cricksy_worker", broker=broker.url)
        self.tasks: dict[int, str] = {}
        self.last = 0

    def make(self, count: int) -> list[int]:
        """Bucket and rows; nothing is queued yet."""
        identifiers = list(range(self.last + 1, self.last + 1 + count))
        self.last += count
        keys = [(f"uploads/chaos/{number}/card.png", f"{number % len(LINES)}.png") for number in identifiers]
        self.store.store(keys)
        self.database.insert([(identifier, key) for identifier, (key, _) in zip(identifiers, keys, strict=True)])
        return identifiers

    def enqueue(self, identifiers: list[int]):
        for identifier in identifiers:
            self.tasks[identifier] = self.sender.send_task(TASK, args=[identifier]).id

    def made_and_enqueued(self, count: int) -> list[int]:
        identifiers = self.make(count)
        self.enqueue(identifiers)
        return identifiers

    def ended(self, identifiers: list[int]) -> int:
        """How many rows are `ready` or `failed`."""
        return self.database.query(
            "SELECT count(*) FROM uploads WHERE status IN ('ready', 'failed') AND id BETWEEN %s AND %s",
            identifiers[0], identifiers[-1])[0][0]

    def states(self, identifiers: list[int]) -> dict[str, int]:
        return dict(self.database.query(
            "SELECT status, count(*) FROM uploads WHERE id BETWEEN %s AND %s GROUP BY status",
            identifiers[0], identifiers[-1]))

    def messages(self, identifiers: list[int]) -> list[str]:
        """The different error messages of rows."""
        rows = self.database.query(
            "SELECT DISTINCT error_message FROM uploads WHERE error_message IS NOT NULL AND id BETWEEN %s AND %s",
            identifiers[0], identifiers[-1])
        return sorted(row[0] for row in rows)

    def touched_when_ready(self, identifiers: list[int]) -> int:
        """Rows that were changed after they had become `ready`: what a harmful second run does."""
        return self.database.query(
            "SELECT count(DISTINCT id) FROM changes WHERE old = 'ready' AND id BETWEEN %s AND %s",
            identifiers[0], identifiers[-1])[0][0]

    def results(self, identifiers: list[int]) -> dict[str, int]:
        """Celery states as a client finds them; `PENDING` means that there is no result."""
        found: dict[str, int] = {}
        for identifier in identifiers:
            meta = self.app.backend.get_task_meta(self.tasks[identifier])
            state = meta["status"]
            if state == "SUCCESS":
                value = meta["result"]
                state = f"SUCCESS {value['status']}" + (f" ({value['reason']})" if "reason" in value else "")
            found[state] = found.get(state, 0) + 1
        return found
