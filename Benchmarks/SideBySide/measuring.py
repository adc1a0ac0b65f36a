"""Runs a program and measures it from outside, with all its children: CPU, wall time, memory."""

import os
import pathlib
import statistics
import subprocess
import threading
import time
from dataclasses import asdict, dataclass, field

SAMPLE_SECONDS = 0.1
MEGABYTE = 1e6


@dataclass
class Run:
    """What one run of a program cost: start, warm-up and everything that it started and reaped included."""

    pages: int
    wall: float
    user: float
    system: float
    output: str = ""
    resident: list[float] = field(default_factory=list)
    proportional: list[float] = field(default_factory=list)

    @property
    def cpu(self) -> float:
        return self.user + self.system

    def record(self) -> dict:
        """The run as JSON, its samples reduced to what tables show. Memory is in MB of the whole tree."""
        result = {key: value for key, value in asdict(self).items() if key in ("pages", "wall", "user", "system")}
        result["cpu"] = self.cpu
        if self.proportional:
            result["residentMedian"] = statistics.median(self.resident)
            result["proportionalMedian"] = statistics.median(self.proportional)
            result["proportionalPeak"] = max(self.proportional)
        return result


def children(process: int) -> list[int]:
    found = []
    for thread in pathlib.Path(f"/proc/{process}/task").iterdir():
        found += [int(child) for child in (thread / "children").read_text().split()]
    return found


def memory(process: int) -> tuple[float, float]:
    """Resident and proportional size of the tree under a process, in MB. What ends meanwhile counts as nothing."""
    resident = proportional = 0.0
    try:
        lines = pathlib.Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
        sizes = {line.split()[0]: int(line.split()[1]) * 1024 / MEGABYTE for line in lines[1:]}
        resident, proportional = sizes["Rss:"], sizes["Pss:"]
        below = [memory(child) for child in children(process)]
    except (FileNotFoundError, ProcessLookupError, KeyError):
        below = []
    return resident + sum(part[0] for part in below), proportional + sum(part[1] for part in below)


class Sampler:
    """Samples a tree's memory ten times a second until it is told to stop."""

    def __init__(self, process: int):
        self.process, self.samples, self.stopping = process, [], threading.Event()
        self.thread = threading.Thread(target=self._sample)

    def __enter__(self):
        self.thread.start()
        return self.samples

    def __exit__(self, *_):
        self.stopping.set()
        self.thread.join()

    def _sample(self):
        while not self.stopping.wait(SAMPLE_SECONDS):
            sample = memory(self.process)
            if sample[1] > 0:
                self.samples.append(sample)


def wait(process: subprocess.Popen) -> tuple[int, "os.struct_rusage"]:
    """The exit code, and the CPU of the process with all children that it has waited for."""
    try:
        _, status, usage = os.wait4(process.pid, 0)
    except BaseException:
        process.kill()
        process.wait()
        raise
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage


def measured(command: list[str], environment: dict, log: pathlib.Path, pages: int, sample: bool = False) -> Run:
    """Runs a program to its end. Its standard output goes to `log`; a failure ends the benchmark."""
    samples: list[tuple[float, float]] = []
    with log.open("w") as stream:
        began = time.monotonic()
        process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stdout=stream)
        if sample:
            with Sampler(process.pid) as samples:
                code, usage = wait(process)
        else:
            code, usage = wait(process)
        wall = time.monotonic() - began
    if code != 0:
        raise SystemExit(f"{' '.join(command)} ended with {code}; what it printed is in {log} and above.")
    return Run(
        pages, wall, usage.ru_utime, usage.ru_stime, log.read_text(), [sample[0] for sample in samples],
        [sample[1] for sample in samples])
