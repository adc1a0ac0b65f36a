"""The production application as the backend and a Python worker see it (CONTRACT.md)."""

import os

from celery import Celery


def make_app(url, *, main="cricksy_worker", **settings):
    app = Celery(main, broker=url, backend=settings.pop("backend", url), include=["backend.worker.processor"])
    app.conf.update(
        task_serializer="json", accept_content=["json"], result_serializer="json", timezone="UTC", enable_utc=True,
        task_track_started=True, task_time_limit=600, task_soft_time_limit=540, worker_prefetch_multiplier=1,
        worker_max_tasks_per_child=50, **settings)
    return app


if "CRICKSY_CELERY_BROKER_URL" in os.environ:
    celery_app = make_app(
        os.environ["CRICKSY_CELERY_BROKER_URL"], backend=os.environ["CRICKSY_CELERY_RESULT_BACKEND"])
    if "INTEROP_INCLUDE" in os.environ:
        celery_app.conf.include += [os.environ["INTEROP_INCLUDE"]]
    # Late, as our worker acknowledges, where states are compared.
    if "INTEROP_LATE" in os.environ:
        celery_app.conf.task_acks_late = True
    if "INTEROP_EXTENDED" in os.environ:
        celery_app.conf.result_extended = True
    if "INTEROP_TRANSPORT" in os.environ:
        import json

        celery_app.conf.broker_transport_options = json.loads(os.environ["INTEROP_TRANSPORT"])
