"""What /proc says of processes: children, CPU, memory, switches, connections."""

import os
import pathlib
from collections.abc import Iterable

TICK = 1 / os.sysconf("SC_CLK_TCK")
PAGE = os.sysconf("SC_PAGE_SIZE")
PROC = pathlib.Path("/proc")


def tree(pid: int) -> list[int]:
    """A process and everything below it; what ends meanwhile is left out."""
    found = [pid]
    try:
        for thread in (PROC / str(pid) / "task").iterdir():
            for child in (thread / "children").read_text().split():
                found += tree(int(child))
    except (FileNotFoundError, ProcessLookupError):
        pass
    return found


def name(pid: int) -> str:
    try:
        return (PROC / str(pid) / "comm").read_text().strip()
    except (FileNotFoundError, ProcessLookupError):
        return ""


def cpu(pids: Iterable[int]) -> float:
    """User and system seconds so far, with those of children that have ended and been waited for; a tick is 10 ms."""
    total = 0
    for pid in pids:
        try:
            fields = (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
            total += sum(map(int, fields[11:15]))
        except (FileNotFoundError, ProcessLookupError):
            pass
    return total * TICK


def resident(pid: int) -> int:
    """Resident bytes."""
    try:
        return int((PROC / str(pid) / "statm").read_text().split()[1]) * PAGE
    except (FileNotFoundError, ProcessLookupError):
        return 0


def switches(pid: int) -> int:
    """Context switches of all threads, voluntary and not."""
    total = 0
    for thread in (PROC / str(pid) / "task").iterdir():
        lines = (thread / "status").read_text().splitlines()
        total += sum(int(line.split()[1]) for line in lines if "ctxt_switches" in line)
    return total


def connections(pid: int, port: int) -> int:
    """Established TCP connections of a process to a port of this machine."""
    established, sockets = "01", set()
    for line in (PROC / "net" / "tcp").read_text().splitlines()[1:]:
        fields = line.split()
        if fields[3] == established and int(fields[2].rpartition(":")[2], 16) == port:
            sockets.add(f"socket:[{fields[9]}]")
    links = set()
    try:
        for descriptor in (PROC / str(pid) / "fd").iterdir():
            try:
                links.add(os.readlink(descriptor))
            except FileNotFoundError:
                pass
    except (FileNotFoundError, ProcessLookupError):
        pass
    return len(links & sockets)
