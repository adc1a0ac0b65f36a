"""Programs that the tests start, each in a session of its own, and their ends."""

import os
import signal
import socket
import subprocess
import time


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait(condition, timeout=10, every=0.02, what="it"):
    """The first true value that `condition` gives; an assertion fails when none comes in time."""
    end = time.monotonic() + timeout
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < end, f"waited {timeout} s for {what}"
        time.sleep(every)


class Program:
    #: All that were started.
    all = []

    def __init__(self, command, log, *, environment=None, folder=None, session=True):
        self.log = log
        with open(log, "ab") as file:
            self.process = subprocess.Popen(
                # They end with the suite, even when that is killed.
                ["setpriv", "--pdeathsig", "KILL", *command], stdin=subprocess.DEVNULL, stdout=file, stderr=subprocess.STDOUT, env=environment, cwd=folder,
                start_new_session=session)
        Program.all.append(self)

    @property
    def pid(self):
        return self.process.pid

    def signal(self, number):
        self.process.send_signal(number)

    def wait(self, timeout=15):
        return self.process.wait(timeout)

    def text(self):
        if not os.path.exists(self.log):
            return ""
        with open(self.log, errors="replace") as file:
            return file.read()

    def tail(self, lines=60):
        return "\n".join(self.text().splitlines()[-lines:])

    def kill(self):
        """Ends it and what it started, however it is."""
        try:
            os.killpg(self.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        self.process.wait(10)

    def end(self, timeout=10):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGCONT)
            self.process.terminate()
            try:
                self.process.wait(timeout)
            except subprocess.TimeoutExpired:
                pass
        self.kill()
