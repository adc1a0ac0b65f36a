"""S3 by moto with authentication on, as a process that can be killed and started again with what it held.

    s3_server.py PORT FOLDER    stores for each line `key<TAB>name` that it reads the file `name` of FOLDER.

Listens from the first empty line on, and then prints the access and the secret key, which are the same at every start.
Ends when its input does.
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
        self.access_key, self.secret_key = self._store(self.keys).split()

    def kill(self):
        self.process.kill()
        self.process.wait()

    def store(self, keys: list[tuple[str, str]]):
        """Keys and the names of the files that they hold."""
        self.keys += keys
        self._store(keys)

    def _store(self, keys: list[tuple[str, str]]) -> str:
        self.process.stdin.write("".join(f"{key}\t{name}\n" for key, name in keys) + "\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("the S3 server ended")
        return line


def serve(port: int, folder: pathlib.Path):
    import logging

    import moto.settings
    from moto.iam.models import iam_backends
    from moto.moto_api._internal import mock_random
    from moto.moto_server.threaded_moto_server import ThreadedMotoServer
    from moto.s3.models import s3_backends

    sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "s3"))
    from moto_server import ALLOW, check_as_aws_does

    logging.getLogger("werkzeug").setLevel(logging.CRITICAL)
    mock_random.seed(1)
    check_as_aws_does()
    moto.settings.INITIAL_NO_AUTH_ACTION_COUNT = 0
    account = moto.core.DEFAULT_ACCOUNT_ID
    users, store = iam_backends[account]["aws"], s3_backends[account]["aws"]
    users.create_user("us-east-1", "reader")
    users.put_user_policy("reader", "p", ALLOW)
    key = users.create_access_key("reader")
    store.create_bucket(BUCKET, "us-east-1")
    bodies = {path.name: path.read_bytes() for path in folder.iterdir()}
    server, listens = ThreadedMotoServer("127.0.0.1", port, verbose=False), False
    for line in sys.stdin:
        if line != "\n":
            name, _, file = line.rstrip("\n").partition("\t")
            store.put_object(BUCKET, name, bodies[file])
            continue
        if not listens:
            server.start()
            listens = True
        print(key.access_key_id, key.secret_access_key, flush=True)


if __name__ == "__main__":
    serve(int(sys.argv[1]), pathlib.Path(sys.argv[2]))
