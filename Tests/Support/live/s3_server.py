"""S3 by moto with authentication on, as a process that can be killed and started again with what it held.

    s3_server.py PORT FOLDER    stores the files of FOLDER under their names, and each line `key<TAB>name` that it reads.

Prints the access and the secret key, which are the same at every start; ends when its input does.
"""

import pathlib
import subprocess
import sys

BUCKET = "cricksy-uploads-test"


class S3Server:
    """The process as a test sees it."""

    def __init__(self, port: int, folder: pathlib.Path):
        self.port, self.folder, self.process, self.keys = port, folder, None, []
        self.url, self.access_key, self.secret_key = f"http://127.0.0.1:{port}", "", ""

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()

    def start(self):
        self.process = subprocess.Popen(
            [sys.executable, "-W", "ignore", __file__, str(self.port), str(self.folder)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, text=True)
        self.access_key, self.secret_key = self._read().split()
        self._store(self.keys)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def store(self, keys: list[tuple[str, str]]):
        """Keys and the names of the files that they hold."""
        self.keys += keys
        self._store(keys)

    def _store(self, keys: list[tuple[str, str]]):
        for start in range(0, len(keys), 500):
            part = keys[start:start + 500]
            self.process.stdin.write("".join(f"{key}\t{name}\n" for key, name in part) + "\n")
            self.process.stdin.flush()
            self._read()

    def _read(self) -> str:
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the S3 server ended")
        return line


def serve(port: int, folder: pathlib.Path):
    import logging

    import boto3
    import moto.settings
    from botocore.config import Config
    from moto.core.authorization import ActionAuthenticatorMixin
    from moto.moto_api._internal import mock_random
    from moto.moto_server.threaded_moto_server import ThreadedMotoServer
    from moto.s3.models import s3_backends

    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "s3"))
    from moto_server import ALLOW, access_key, check_as_aws_does

    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    mock_random.seed(1)
    check_as_aws_does()
    server = ThreadedMotoServer("127.0.0.1", port, verbose=False)
    server.start()
    options = {
        "endpoint_url": f"http://127.0.0.1:{port}", "region_name": "us-east-1", "aws_access_key_id": "setup",
        "aws_secret_access_key": "setup", "config": Config(s3={"addressing_style": "path"}),
    }
    boto3.client("s3", **options).create_bucket(Bucket=BUCKET)
    reader = access_key(boto3.client("iam", **options), "reader", ALLOW)
    ActionAuthenticatorMixin.request_count = 0
    moto.settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
    bodies = {path.name: path.read_bytes() for path in folder.iterdir()}
    backend = s3_backends["123456789012"]["aws"]
    print(reader["accessKey"], reader["secretKey"], flush=True)
    for line in sys.stdin:
        if line == "\n":
            print("stored", flush=True)
        else:
            key, _, name = line.rstrip("\n").partition("\t")
            backend.put_object(BUCKET, key, bodies[name])


if __name__ == "__main__":
    serve(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
