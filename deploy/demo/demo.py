"""A card's way through the worker: bucket, row, Celery task, row again. `make demo` runs this."""

import argparse
import mimetypes
import os
import pathlib
import shlex
import signal
import subprocess
import sys
import time
import urllib.request
import uuid

import boto3
import celery
import psycopg
from botocore.config import Config

from servers import ENDING, Failure, Servers, free_port, wait_for

CARD = "corpus/validation/007-app-export-screen/card.png"
TASK = "backend.worker.processor.process_upload_task"
NODE = "worker1@%h"
STARTED = time.monotonic()


def say(text):
    print(f"[{time.monotonic() - STARTED:5.1f} s] {text}", flush=True)


def arguments():
    parser = argparse.ArgumentParser(prog="make demo")
    parser.add_argument("--bin", type=pathlib.Path, default=pathlib.Path(".build/release"))
    parser.add_argument("--card", type=pathlib.Path, default=pathlib.Path(CARD))
    parser.add_argument("--keep", action="store_true", help="stay until Ctrl+C")
    parser.add_argument("--upload", type=pathlib.Path, help="send one more card to a demo that stays")
    return parser.parse_args()


def environment_of(redis_url, database, storage, health):
    """What a deployment puts into cricksy-worker.env."""
    return {
        "CRICKSY_REDIS_URL": redis_url, "DATABASE_URL": database.url, "CRICKSY_S3_ENDPOINT": storage["address"],
        "CRICKSY_S3_BUCKET": storage["bucket"], "CRICKSY_S3_ACCESS_KEY": storage["reader"]["accessKey"],
        "CRICKSY_S3_SECRET_KEY": storage["reader"]["secretKey"], "CRICKSY_WORKER_HEALTH_ADDRESS": health,
        "CRICKSY_TUNED_CONFIG": os.path.abspath("reports/tuned.json"),
    }


def write_environment(path, variables, database, binaries):
    """For the shell that tries the next commands; it holds the demo's passwords, so nobody else may read it."""
    shell = {
        **variables, "CELERY_BROKER_URL": variables["CRICKSY_REDIS_URL"], "PGHOST": database.owner["host"],
        "PGPORT": str(database.port), "PGUSER": "postgres", "PGDATABASE": "postgres",
    }
    lines = [f"export {name}={shlex.quote(value)}\n" for name, value in shell.items()]
    paths = ":".join([os.path.abspath(binaries), os.path.dirname(sys.executable)])
    lines.append(f"export PATH={shlex.quote(paths)}:$PATH\n")
    with open(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
        file.writelines(lines)


def store(card, key):
    """Puts the file into the bucket, signed, as the backend does."""
    s3 = boto3.client(
        "s3", endpoint_url=os.environ["CRICKSY_S3_ENDPOINT"], region_name="us-east-1",
        aws_access_key_id=os.environ["CRICKSY_S3_ACCESS_KEY"],
        aws_secret_access_key=os.environ["CRICKSY_S3_SECRET_KEY"], config=Config(s3={"addressing_style": "path"}))
    s3.upload_file(str(card), os.environ["CRICKSY_S3_BUCKET"], key)


def insert(card, key):
    kind = mimetypes.guess_type(card.name)[0] or "application/octet-stream"
    with psycopg.connect() as connection:
        return connection.execute(
            "INSERT INTO uploads (uploader_id, filename, file_type, s3_key, status, upload_metadata) "
            "VALUES ('demo', %s, %s, %s, 'processing', '{}') RETURNING id", (card.name, kind, key)).fetchone()[0]


def enqueue(upload):
    broker = os.environ["CELERY_BROKER_URL"]
    app = celery.Celery("cricksy_worker", broker=broker, backend=broker)

    @app.task(name=TASK)
    def process_upload_task(upload_id):
        """Runs in the worker only."""

    return process_upload_task.delay(upload)


def upload(card):
    """The backend's part, up to the finished row."""
    key = f"uploads/demo/{uuid.uuid4()}/{card.name}"
    store(card, key)
    number = insert(card, key)
    say(f"{card} is in the bucket; row {number} is `processing`")
    begun = time.monotonic()
    result = enqueue(number)
    say(f"process_upload_task.delay({number}) is task {result.id}")
    try:
        answer, state = result.get(timeout=120, propagate=False), result.state
    finally:
        # Redis may be gone by the time the result is collected, and then it complains.
        result.backend = None
    say(f"AsyncResult.get() after {time.monotonic() - begun:.1f} s: {state} {answer}")
    show(number)


def show(number):
    with psycopg.connect() as connection:
        status, error, preview = connection.execute(
            "SELECT status, error_message, parsed_preview FROM uploads WHERE id = %s", (number,)).fetchone()
    print(f"\nThe row it became: id {number}, status {status}" + (f", {error}" if error else ""))
    if status != "ready":
        raise Failure(f"Upload {number} ended as {status}.")
    print_card(preview)


def print_card(preview):
    metadata, innings = preview["metadata"], preview["scorecard"]["innings"]
    print(f"  confidence {metadata['confidence']}, teams {metadata['team_names']}, {len(innings)} innings")
    for row in (innings[0]["batting"] if innings else [])[:5]:
        values = ["" if row[name] is None else str(row[name]) for name in ("player", "dismissal", "runs", "balls")]
        print("  {:<24} {:<34} {:>4} {:>4}".format(*values))
    print(flush=True)


def run_celery(*words):
    print("$ celery " + " ".join(words), flush=True)
    # In a session of its own: Ctrl+C is the demo's.
    done = subprocess.run([os.path.join(os.path.dirname(sys.executable), "celery"), *words], start_new_session=True)
    if done.returncode != 0:
        raise Failure(f"celery {words[0]} ended with code {done.returncode}.")


def next_steps(directory, health):
    demo = pathlib.Path(__file__).parent
    print(f"""
Commands to try in a second shell, here:
  . {directory}/env                    # addresses and passwords of this demo
  celery inspect stats                 # any of Celery's inspect, control and events commands
  celery control pool_grow 1
  curl http://{health}/readyz http://{health}/metrics
  psql -c 'SELECT id, status, error_message FROM uploads'
  cricksy-worker check                 # is everything reachable and as it should be?
  {os.path.relpath(demo / 'python')} {os.path.relpath(demo / 'demo.py')} --upload FILE    # a card of your own
  tail -f {directory}/worker.log
""", flush=True)


def start_all(servers, options):
    redis_url, version = servers.start_redis()
    say(f"Redis {version} on {redis_url}")
    database = servers.start_postgres()
    say(f"PostgreSQL {database.version} on 127.0.0.1:{database.port}, table uploads")
    storage = servers.start_s3()
    say(f"S3 (moto, signatures checked) on {storage['address']}, bucket {storage['bucket']}")
    health = f"127.0.0.1:{free_port()}"
    variables = environment_of(redis_url, database, storage, health)
    write_environment(servers.directory / "env", variables, database, options.bin)
    os.environ.update(variables, CELERY_BROKER_URL=redis_url, PGHOST=database.owner["host"], PGPORT=str(database.port),
                      PGUSER="postgres", PGDATABASE="postgres")
    return variables, health


def start_worker(servers, options, variables):
    words = ["-n", NODE, "-E", "-l", "INFO"]
    say("cricksy-worker run " + " ".join(words))
    worker = servers.start_worker(options.bin, {**variables, "PATH": os.environ["PATH"]}, words)

    def ready():
        if worker.poll() is not None:
            raise Failure(f"cricksy-worker ended with code {worker.returncode}:\n{servers.log('worker')}")
        with urllib.request.urlopen(f"http://{variables['CRICKSY_WORKER_HEALTH_ADDRESS']}/readyz", timeout=2) as answer:
            return answer.status == 200

    wait_for("cricksy-worker", ready)
    say("the worker is ready")
    return worker


def demonstrate(servers, options):
    variables, health = start_all(servers, options)
    worker = start_worker(servers, options, variables)
    upload(options.card)
    run_celery("inspect", "ping")
    run_celery("status")
    if options.keep:
        next_steps(servers.directory, health)
        say("waiting; Ctrl+C stops everything that was started")
        worker.wait()
        raise Failure(f"cricksy-worker ended with code {worker.returncode}:\n{servers.log('worker')}")
    print("\n`make demo KEEP=1` leaves all of it running and says what to try; `make demo CARD=FILE` reads your card.")


def check(options):
    if not (options.bin / "cricksy-worker").exists():
        raise Failure(f"{options.bin}/cricksy-worker is not there; `make build` makes it.")
    if not options.card.is_file():
        raise Failure(f"{options.card} is no file.")


def interrupt(number, _):
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


def main():
    options = arguments()
    for number in ENDING:
        signal.signal(number, interrupt)
    try:
        if options.upload:
            return upload(options.upload)
        check(options)
        with Servers() as servers:
            demonstrate(servers, options)
            say("stopping what was started")
    except KeyboardInterrupt:
        say("interrupted; everything is stopped")
        return None if options.keep else 130
    except Failure as failure:
        print(f"demo: {failure}", file=sys.stderr)
        return 1
    say("done; nothing is left")


sys.exit(main())
