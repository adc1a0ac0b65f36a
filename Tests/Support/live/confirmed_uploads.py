"""PostgreSQL and S3 with uploads in them, for as long as its input is open.

    confirmed_uploads.py FOLDER    reads one line, a JSON list of uploads: id, key, status, metadata, preview, file (a
                                   name in FOLDER, or null for an object that is not there).

Prints one JSON line with addresses and keys. Each further line it reads is a query, answered with a JSON list of rows.
"""

import json
import pathlib
import sys

from postgres_server import PostgresServer
from redis_server import free_port
from s3_server import BUCKET, S3Server

INSERT = """
INSERT INTO uploads (id, uploader_id, filename, file_type, s3_key, status, upload_metadata, parsed_preview)
VALUES (%s, 'u', 'card', 'image/png', %s, %s, %s, %s)
"""


def main(folder: pathlib.Path):
    uploads = json.loads(sys.stdin.readline())
    with PostgresServer() as database, S3Server(free_port(), folder) as store:
        store.store([(upload["key"], upload["file"]) for upload in uploads if upload["file"]])
        for upload in uploads:
            database.query(
                INSERT, upload["id"], upload["key"], upload["status"], json.dumps(upload["metadata"]), upload["preview"])
        print(json.dumps({
            "database": database.url, "endpoint": store.url, "bucket": BUCKET, "accessKey": store.access_key,
            "secretKey": store.secret_key}), flush=True)
        for line in sys.stdin:
            print(json.dumps([[str(value) for value in row] for row in database.query(line)]), flush=True)


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]))
