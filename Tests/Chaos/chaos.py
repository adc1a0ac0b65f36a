"""Kills and outages against real workers, servers and clients: nothing is lost, and what runs twice harms nothing."""

import argparse
import json
import os
import pathlib
import sys
import time
import traceback

import kills
import outages
from report import described, machine, markdown, scenario_text
from stage import Outcome, Stage, say
from workers import stop_cleanly_on_sigterm


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worker", type=pathlib.Path, required=True, help="the cricksy-worker program")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for logs")
    parser.add_argument("--reports", type=pathlib.Path, help="folder for chaos.md and chaos.json")
    parser.add_argument("--scenario", action="append", metavar="NAME", help="one, may be repeated (default: all)")
    parser.add_argument("--kills", type=int, default=200, help="kills of workers (%(default)s)")
    parser.add_argument("--tasks", type=int, default=2000, help="uploads in the scenario of these (%(default)s)")
    parser.add_argument("--load", type=int, default=400, help="uploads in the other scenarios (%(default)s)")
    parser.add_argument("--seed", type=int, default=4)
    return parser.parse_args()


def scenarios(options: argparse.Namespace) -> dict:
    load = options.load
    return {
        "workers": lambda stage: kills.workers(stage, options.kills, options.tasks),
        "readers": lambda stage: kills.readers(stage, max(10, options.kills // 4), load),
        "stopped-worker": lambda stage: kills.stopped_worker(stage, 40, load),
        "race": lambda stage: kills.race(stage, 20),
        "redis-stopped": lambda stage: outages.redis_stopped(stage, 60, load),
        "redis-restarted": lambda stage: outages.redis_restarted(stage, 5, load),
        "redis-flapping": lambda stage: outages.redis_flapping(stage, load),
        "connections-killed": lambda stage: outages.connections_killed(stage, load),
        "postgres-stopped": lambda stage: outages.postgres_stopped(stage, 30, load),
        "storage-away": lambda stage: outages.storage_away(stage, 20, load),
        "storage-gone": lambda stage: outages.storage_gone(stage, 20),
    }


def played(name: str, scenario, options: argparse.Namespace) -> Outcome:
    """A scenario that cannot be played to its end has not held."""
    say(f"{name} ...")
    began = time.monotonic()
    try:
        with Stage(options.worker.resolve(), (options.work / name).resolve(), options.seed) as stage:
            outcome = scenario(stage)
    except Exception as error:
        traceback.print_exc()
        outcome = Outcome(name, {"broke off": f"{type(error).__name__}: {error}"}, {"played to the end": False})
    outcome.figures["whole scenario s"] = round(time.monotonic() - began, 1)
    print(scenario_text(vars(outcome)), flush=True)
    return outcome


def main():
    stop_cleanly_on_sigterm()
    options, before = arguments(), os.getloadavg()[0]
    known = scenarios(options)
    chosen = options.scenario or list(known)
    if unknown := set(chosen) - set(known):
        raise SystemExit(f"unknown: {', '.join(sorted(unknown))}; known: {', '.join(known)}")
    outcomes = [played(name, known[name], options) for name in chosen]
    report = {
        "machine": described(before), "seed": options.seed, "command": " ".join(sys.argv[1:]),
        "scenarios": [vars(outcome) for outcome in outcomes]}
    print(machine(report))
    if options.reports:
        (options.reports / "chaos.json").write_text(json.dumps(report, indent=1, sort_keys=True) + "\n")
        (options.reports / "chaos.md").write_text(markdown(report))
    if not all(outcome.held for outcome in outcomes):
        raise SystemExit(f"logs are in {options.work}")


if __name__ == "__main__":
    main()
