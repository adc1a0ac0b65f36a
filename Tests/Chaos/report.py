"""What the scenarios found, as text and as Markdown."""

import datetime
import os
import sys

from machine import output, processor


def described(load_before: float) -> dict:
    return {
        "processor": processor(), "cores": os.cpu_count(), "loadBefore": round(load_before, 2),
        "loadAfter": round(os.getloadavg()[0], 2), "redis": output("redis-server", "--version").partition(" sha")[0],
        "python": sys.version.split()[0], "commit": output("git", "rev-parse", "HEAD")[:9],
        "finished": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    }


def machine(report: dict) -> str:
    of = report["machine"]
    return (
        f"{of['processor']}, {of['cores']} cores; {of['redis']}; Python {of['python']}; commit {of['commit']}; seed "
        f"{report['seed']}; load {of['loadBefore']} before and {of['loadAfter']} after; finished {of['finished']}.")


def figure(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name} {number}" for name, number in sorted(value.items())) or "none"
    if isinstance(value, list):
        return ", ".join(str(part) for part in value)
    return str(value)


def scenario(of: dict, bullet: str) -> str:
    figures = [f"{bullet}{name}: {figure(value)}" for name, value in of["figures"].items()]
    claims = [f"{bullet}{'holds' if held else 'DOES NOT HOLD'}: {claim}" for claim, held in of["claims"].items()]
    return "\n".join(figures + claims)


def scenario_text(of: dict) -> str:
    return f"{of['scenario']}\n{scenario(of, '  ')}\n"


def markdown(report: dict) -> str:
    introduction = (
        "Written by `make chaos`: `cricksy-worker run` as an operator starts it, two workers of one reader each, "
        "with real Redis (append-only, always synced), PostgreSQL and S3 (moto, authentication on), and uploads sent "
        "by a real Celery client. A trigger writes every change of a row down. What was received, begun and ended well "
        "more than once is counted by second task events of a task: work that was taken and done again.")
    parts = [f"## {of['scenario']}\n\n{scenario(of, '- ')}" for of in report["scenarios"]]
    return "\n\n".join(["# Kills and outages", introduction, machine(report), *parts]) + "\n"
