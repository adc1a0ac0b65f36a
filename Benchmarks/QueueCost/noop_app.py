"""The task that does nothing, as a Celery app with the settings of the one that we replace (CONTRACT.md)."""

import os

from celery import Celery

app = Celery("noop_app", broker=os.environ["BROKER"], backend=os.environ["BROKER"])
app.conf.update(task_acks_late=True, task_track_started=True, broker_connection_retry_on_startup=True)


@app.task(name="noop")
def noop(*arguments):
    return arguments
