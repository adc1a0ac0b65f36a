"""What a task costs before it does anything: our queue beside a real Celery prefork worker, on one Redis, in turns.

Late acknowledgement, stored results, the STARTED state and events are on for all. Every round starts a worker on an
empty broker, in random order within a round; only rounds of this run are counted.
"""

import argparse
import datetime
import json
import os
import pathlib
import random
import signal
import sys

import tables_of
from contenders import celery, ours
from intervals import ratio
from machine import output, processor
from messages import Messages
from redis_server import RedisServer
from rounds import measured

#: Ours must do at least this many times as many tasks a second, over at most this many connections of a process.
SPEED_LIMIT = 5.0
CONNECTION_LIMIT = 4


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--noop-worker", type=pathlib.Path, required=True, help="our program")
    parser.add_argument("--python", action="append", metavar="VERSION=PATH", required=True,
                        help="interpreter with that Celery, once for each")
    parser.add_argument("--reports", type=pathlib.Path, help="folder for queue-cost.md and .json")
    parser.add_argument("--rounds", type=int, default=11, help="runs of each (%(default)s)")
    parser.add_argument("--tasks", type=int, default=2000, help="messages queued before each (%(default)s)")
    parser.add_argument("--singles", type=int, default=20, help="tasks sent to an idle worker a round (%(default)s)")
    parser.add_argument("--slots", type=int, default=2, help="tasks at once (%(default)s)")
    parser.add_argument("--prefetch", type=int, action="append",
                        help="prefetch multipliers (default: 1, as in production, and Celery's own 4)")
    parser.add_argument("--seed", type=int, default=4)
    parser.add_argument("--check", action="store_true", help="end with 1 when a limit is not held")
    options = parser.parse_args()
    options.prefetch = options.prefetch or [1, 4]
    return options


def contenders(options: argparse.Namespace) -> list:
    program = options.noop_worker.resolve()
    found = [ours(f"ours, prefetch {prefetch}", program, options.slots, prefetch) for prefetch in options.prefetch]
    for version, _, python in (value.partition("=") for value in options.python):
        for prefetch in options.prefetch:
            found.append(celery(f"celery {version}, prefetch {prefetch}", python, options.slots, prefetch))
    return found


def rounds(options: argparse.Namespace, server: RedisServer) -> dict[str, list[dict]]:
    """All measurements by contender."""
    draw = random.Random(options.seed)
    messages = Messages(server.url, server.client())
    runs = {contender.name: [] for contender in contenders(options)}
    for index in range(options.rounds):
        order = contenders(options)
        draw.shuffle(order)
        for contender in order:
            run = measured(contender, server, messages, options.tasks, options.singles, draw)
            runs[contender.name].append(run)
            print(f"round {index + 1}: {contender.name} {run['tasksPerSecond']:.0f} tasks/s", file=sys.stderr)
    return runs


def ratios(runs: dict[str, list[dict]], key: str) -> dict:
    """Ours by each other with the same prefetch multiplier, round by round."""
    of = {name: [run[key] for run in found] for name, found in runs.items()}
    return {
        name: ratio(of["ours, " + name.split(", ")[1]], of[name]) for name in of if not name.startswith("ours")}


def verdicts(runs: dict[str, list[dict]], speeds: dict) -> dict[str, str]:
    """A limit is held by the mean, and surely when the whole interval holds it."""
    answers = {}
    for name, speed in speeds.items():
        held = "pass" if speed.low >= SPEED_LIMIT else "pass, interval wide" if speed.value >= SPEED_LIMIT else "FAIL"
        answers[f"at least {SPEED_LIMIT:g} times the throughput of {name}"] = held
    ours_alone = [run for name, found in runs.items() if name.startswith("ours") for run in found]
    most = max(run["mostConnectionsOfOneProcess"] for run in ours_alone)
    held = "pass" if most <= CONNECTION_LIMIT else "FAIL"
    return answers | {f"at most {CONNECTION_LIMIT} connections of a process": held}


def machine(before: float) -> dict:
    return {
        "processor": processor(), "cores": os.cpu_count(), "loadBefore": round(before, 2),
        "loadAfter": round(os.getloadavg()[0], 2), "redis": output("redis-server", "--version"),
        "commit": output("git", "rev-parse", "HEAD"), "python": sys.version.split()[0],
        "finished": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds"),
    }


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    options, before = arguments(), os.getloadavg()[0]
    with RedisServer() as server:
        runs = rounds(options, server)
    speeds = ratios(runs, "tasksPerSecond")
    report = {
        "machine": machine(before), "slots": options.slots, "tasks": options.tasks, "rounds": options.rounds,
        "runs": runs, "speeds": speeds, "costs": ratios(runs, "workerCPUPerThousand"),
        "verdicts": verdicts(runs, speeds)}
    print(tables_of.text(report))
    if options.reports:
        plain = json.dumps(report, indent=1, sort_keys=True, default=vars)
        (options.reports / "queue-cost.json").write_text(plain + "\n")
        (options.reports / "queue-cost.md").write_text(tables_of.markdown(report))
    if options.check and "FAIL" in report["verdicts"].values():
        raise SystemExit(1)


if __name__ == "__main__":
    main()
