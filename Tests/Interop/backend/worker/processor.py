"""The task of a Python worker. It treats documents as Tests/Support/fault-reader does: their text says what happens."""

import json
import os
import signal
import time

import psycopg
from celery import shared_task

TASK = "backend.worker.processor.process_upload_task"
PREVIEW = {"deliveries": [], "metadata": {
    "confidence": 0.0, "parser": "python", "warnings": [], "team_names": None, "lines_processed": 0,
    "deliveries_found": 0, "ocr_text": "", "ocr_text_full_length": 0, "validation_errors": []}}


@shared_task(name=TASK, bind=True)
def process_upload_task(self, upload_id, force=False):
    if os.environ.get("CRICKSY_ENABLE_OCR", "1") != "1":
        return {"status": "skipped", "reason": "OCR disabled"}
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as database:
        row = database.execute("SELECT s3_key, status FROM uploads WHERE id = %s", (upload_id,)).fetchone()
        if row is None:
            return {"status": "error", "message": "Upload not found"}
        if row[1] == "ready" and not force:
            return {"status": "skipped", "reason": "already ready"}
        try:
            act(fetch(row[0]))
        except Exception as error:
            note(database, upload_id, "failed", None, str(error) or type(error).__name__)
            raise
        note(database, upload_id, "ready", json.dumps(PREVIEW), None)
    return {"status": "success", "upload_id": upload_id, "deliveries_found": 0, "confidence": 0.0}


def note(database, upload_id, status, preview, error):
    database.execute(
        "UPDATE uploads SET status = %s, parsed_preview = %s, error_message = %s, updated_at = now() WHERE id = %s",
        (status, preview, error, upload_id))


def fetch(key):
    import boto3
    from botocore.config import Config

    client = boto3.client(
        "s3", endpoint_url=os.environ["CRICKSY_S3_ENDPOINT"], region_name="us-east-1",
        aws_access_key_id=os.environ["CRICKSY_S3_ACCESS_KEY"],
        aws_secret_access_key=os.environ["CRICKSY_S3_SECRET_KEY"],
        config=Config(s3={"addressing_style": "path"}, retries={"total_max_attempts": 1}))
    return client.get_object(Bucket=os.environ["CRICKSY_S3_BUCKET"], Key=key)["Body"].read()


def act(document):
    words = document.split()
    order, number = (words or [b""])[0], int(words[1]) if len(words) > 1 and words[1].isdigit() else 0
    if order == b"sleep":
        time.sleep(number / 1000)
    elif order == b"burn":
        end = time.process_time() + number / 1000
        while time.process_time() < end:
            pass
    elif order == b"hang":
        time.sleep(10_000)
    elif order == b"crash":
        os.kill(os.getpid(), signal.SIGSEGV)
