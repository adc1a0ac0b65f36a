"""Tasks that a Python worker runs beside ours: the other links of chains and the bodies of chords."""

from celery import shared_task


@shared_task(name="peer.identity")
def identity(value, *rest):
    return value


@shared_task(name="peer.collect")
def collect(value, tag=None):
    return {"got": value, "tag": tag}


@shared_task(name="peer.broken")
def broken(*_):
    raise ValueError("kaput")


@shared_task(name="peer.note")
def note(failed_id):
    return {"failed": failed_id}
