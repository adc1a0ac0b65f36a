"""Messages as they are on the queue, made by hand."""

import base64
import json
import uuid

from backend.worker.processor import TASK

EMBED = {"callbacks": None, "errbacks": None, "chain": None, "chord": None}


def body(args=(), kwargs=None, embed=EMBED):
    return json.dumps([list(args), kwargs or {}, embed])


def envelope(text, task_id, *, task=TASK, encoding="base64", least=False, queue="celery", headers=None, **changes):
    """A message. `changes` replace members; a member that is None is left out."""
    lines = {"lang": "py", "task": task, "id": task_id, "root_id": task_id, "retries": 0, "eta": None, "expires": None}
    if least:
        lines = {"task": task, "id": task_id}
    lines.update(headers or {})
    properties = {"delivery_info": {"exchange": "", "routing_key": queue}, "delivery_tag": str(uuid.uuid4())}
    if not least:
        properties.update(correlation_id=task_id, priority=0, delivery_mode=2)
    if encoding:
        properties["body_encoding"] = encoding
    if encoding == "base64":
        text = base64.b64encode(text.encode()).decode()
    message = {"body": text, "content-encoding": "utf-8", "content-type": "application/json",
               "headers": {name: value for name, value in lines.items() if value is not None or name in ("eta", "expires")},
               "properties": properties, **changes}
    return json.dumps({name: value for name, value in message.items() if value is not None})
