"""What a run was measured on."""

import datetime
import os
import pathlib
import platform
import subprocess


def output(*command: str) -> str:
    """First line of what a program prints; empty when it is not there."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=pathlib.Path(__file__).parent)
    except FileNotFoundError:
        return ""
    return (done.stdout + done.stderr).strip().partition("\n")[0]


def processor() -> str:
    lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def described(load_before: tuple[float, float, float]) -> dict:
    return {
        "processor": processor(), "cores": os.cpu_count(), "kernel": platform.release(),
        "loadBefore": round(load_before[0], 2), "loadAfter": round(os.getloadavg()[0], 2),
        "tesseract": output("tesseract", "--version"), "valgrind": output("valgrind", "--version"),
        "commit": output("git", "rev-parse", "HEAD"), "dirty": output("git", "status", "--porcelain") != "",
        "finished": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    }
