"""The workers that are compared, each a process tree that takes `noop` tasks off the queue `celery`."""

import pathlib
import subprocess
import tempfile
from dataclasses import dataclass

HERE = pathlib.Path(__file__).resolve().parent


@dataclass
class Contender:
    """A name for the tables, and a command that is started in this folder with BROKER in its environment."""

    name: str
    command: list[str]

    def __post_init__(self):
        self.process, self.log = None, tempfile.TemporaryFile("w+")

    def start(self, url: str):
        command = [part.replace("URL", url) for part in self.command]
        environment = {"BROKER": url, "PATH": "/usr/bin:/bin", "PYTHONDONTWRITEBYTECODE": "1", "C_FORCE_ROOT": "1"}
        self.process = subprocess.Popen(
            command, cwd=HERE, env=environment, stdin=subprocess.DEVNULL, stdout=self.log, stderr=self.log)

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def said(self) -> str:
        self.log.seek(0)
        return self.log.read()[-3000:]


def ours(name: str, program: pathlib.Path, slots: int, prefetch: int) -> Contender:
    return Contender(
        name, [str(program), "URL", "--slots", str(slots), "--prefetch", str(prefetch), "--events"])


def celery(name: str, python: str, slots: int, prefetch: int) -> Contender:
    """Its log is at WARNING, so that it writes no more than ours."""
    return Contender(name, [
        python, "-m", "celery", "-A", "noop_app", "worker", "-P", "prefork", "-c", str(slots), "-E", "-l", "WARNING",
        "-n", "worker1@%h", "--prefetch-multiplier", str(prefetch)])
