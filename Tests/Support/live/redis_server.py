"""A real redis-server on a free loopback port, gone when its `with` ends."""

import pathlib
import socket
import subprocess
import tempfile
import time

import redis


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class RedisServer:
    """Without persistence unless the options say otherwise; a restart keeps port and folder."""

    def __init__(self, *options: str):
        self.folder = tempfile.TemporaryDirectory(prefix="cricksy-redis-")
        self.port, self.options, self.process = free_port(), options, None
        self.url = f"redis://127.0.0.1:{self.port}/0"

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()
        self.folder.cleanup()

    def start(self):
        with (pathlib.Path(self.folder.name) / "redis.log").open("a") as log:
            self.process = subprocess.Popen(
                ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", "", "--dir",
                 self.folder.name, *self.options], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self._wait()

    def _wait(self, seconds: float = 20):
        client, deadline = self.client(), time.monotonic() + seconds
        while True:
            try:
                client.ping()
                return client.close()
            except redis.exceptions.RedisError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise SystemExit("redis-server did not start: " + self.log()) from None
                time.sleep(0.02)

    def log(self) -> str:
        return (pathlib.Path(self.folder.name) / "redis.log").read_text()[-2000:]

    def stop(self):
        """As an operator stops it: it writes its append-only file first."""
        self.process.terminate()
        self.process.wait(timeout=30)

    def kill(self):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    def client(self, **options) -> redis.Redis:
        return redis.Redis(port=self.port, decode_responses=True, **options)
