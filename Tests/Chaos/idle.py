"""What a worker costs that has nothing to do, and how soon after its start it takes the first upload."""

import argparse
import json
import os
import pathlib
import statistics
import time

from procfs import cpu, name, resident, switches, tree
from report import described, machine
from stage import Outcome, Stage, say
from tables import Table
from workers import READER, stop_cleanly_on_sigterm, wait_until

CPU_LIMIT = 0.005
#: Resident memory may differ by this much at the end: pages that are touched once more.
GROWTH_LIMIT = 1.02
START_LIMIT = 0.5
#: Seconds after the last upload before idling is measured.
SETTLING = 20
MEGABYTE = 1e6


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--worker", type=pathlib.Path, required=True, help="the cricksy-worker program")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for logs")
    parser.add_argument("--reports", type=pathlib.Path, help="folder for idle.md and idle.json")
    parser.add_argument("--minutes", type=float, default=10, help="how long it idles (%(default)s)")
    parser.add_argument("--starts", type=int, default=10, help="measured starts (%(default)s)")
    return parser.parse_args()


class Look:
    """The worker's processes at one moment, worker and readers apart."""

    def __init__(self, pid: int, client):
        pids = tree(pid)
        readers = [one for one in pids if name(one) == READER]
        self.groups = {"worker": [one for one in pids if one not in readers], "readers": readers}
        self.time = time.monotonic()
        self.cpu = {group: cpu(found) for group, found in self.groups.items()}
        self.resident = {group: sum(map(resident, found)) for group, found in self.groups.items()}
        self.switches = {group: sum(map(switches, found)) for group, found in self.groups.items()}
        self.commands = {command: of["calls"] for command, of in client.info("commandstats").items()}
        self.reads = client.info("stats")["total_reads_processed"]


def idle(stage: Stage, minutes: float) -> dict:
    """Warm after a few uploads, then left alone."""
    stage.start(1)
    stage.ready()
    stage.wait_ended(stage.uploads.made_and_enqueued(20), 120)
    stage.wait_settled()
    time.sleep(SETTLING)
    pid = stage.workers[0].process.pid
    before = Look(pid, stage.client)
    time.sleep(60 * minutes)
    after = Look(pid, stage.client)
    seconds = after.time - before.time
    commands = {
        command.removeprefix("cmdstat_"): (calls - before.commands.get(command, 0)) / seconds
        for command, calls in after.commands.items() if command != "cmdstat_info"}
    result = {"seconds": seconds, "commandsPerSecond": {key: rate for key, rate in commands.items() if rate > 0}}
    for group in before.groups:
        result[group] = {
            "processes": len(after.groups[group]), "cpuShare": (after.cpu[group] - before.cpu[group]) / seconds,
            "residentBefore": before.resident[group], "residentAfter": after.resident[group],
            "switchesPerSecond": (after.switches[group] - before.switches[group]) / seconds,
            "sameProcesses": before.groups[group] == after.groups[group],
        }
    return result


def start(stage: Stage) -> dict:
    """Seconds from exec to the claim of a message that waits, and to the row of its upload."""
    identifiers = stage.uploads.made_and_enqueued(1)
    began = time.monotonic()
    stage.start(1)
    wait_until(lambda: stage.client.llen("celery") == 0, 20, "the first claim", 0.001)
    claimed = time.monotonic() - began
    stage.wait_ended(identifiers, 60)
    ended = time.monotonic() - began
    stage.wait_settled()
    stage.workers.pop().stop()
    return {"claimed": claimed, "ended": ended}


def judged(idling: dict, starts: list[dict]) -> Outcome:
    outcome = Outcome("idle")
    groups = idling["worker"], idling["readers"]
    share = sum(of["cpuShare"] for of in groups)
    outcome.claims = {
        f"under {100 * CPU_LIMIT:g}% of a core": share < CPU_LIMIT,
        f"resident memory grows by under {100 * (GROWTH_LIMIT - 1):.0f}%": (
            sum(of["residentAfter"] for of in groups) < GROWTH_LIMIT * sum(of["residentBefore"] for of in groups)),
        "the same processes all the time": all(of["sameProcesses"] for of in groups),
        f"first claim within {1000 * START_LIMIT:.0f} ms, median": (
            statistics.median(run["claimed"] for run in starts) < START_LIMIT),
    }
    return outcome


def idle_table(idling: dict) -> Table:
    rows = [[
        group, str(of["processes"]), f"{100 * of['cpuShare']:.3f}", f"{of['residentBefore'] / MEGABYTE:.1f}",
        f"{of['residentAfter'] / MEGABYTE:.1f}", f"{of['switchesPerSecond']:.2f}",
    ] for group, of in ((group, idling[group]) for group in ("worker", "readers"))]
    commands = sorted(idling["commandsPerSecond"].items(), key=lambda pair: -pair[1])
    return Table(
        f"Idle for {idling['seconds'] / 60:.1f} minutes",
        ["", "processes", "CPU % of a core", "resident MB before", "after", "context switches/s"], rows,
        f"Redis commands a second, those that scripts call included: {sum(rate for _, rate in commands):.2f} ("
        + ", ".join(f"{command} {rate:.2f}" for command, rate in commands) + ").")


def start_table(starts: list[dict]) -> Table:
    rows = []
    for key, title in (("claimed", "exec to the first claim"), ("ended", "exec to the row of the first upload")):
        values = sorted(1000 * run[key] for run in starts)
        rows.append([title, f"{statistics.median(values):.0f}", f"{values[0]:.0f}", f"{values[-1]:.0f}"])
    return Table(f"{len(starts)} starts, a message waiting", ["ms", "median", "least", "most"], rows)


def markdown(report: dict, tables: list[Table], claims: str) -> str:
    introduction = (
        f"Written by `make idle`: `cricksy-worker run` with its defaults, after 20 uploads and {SETTLING} s of rest.")
    parts = [table.markdown() for table in tables]
    parts = ["# A worker with nothing to do", introduction, machine(report), *parts, "## Limits", claims]
    return "\n\n".join(parts) + "\n"


def main():
    stop_cleanly_on_sigterm()
    options, before = arguments(), os.getloadavg()[0]
    with Stage(options.worker.resolve(), options.work.resolve(), seed=1) as stage:
        starts = [start(stage) for _ in range(options.starts)]
        say(f"first claims: {[round(run['claimed'], 3) for run in starts]}")
        idling = idle(stage, options.minutes)
        outcome = judged(idling, starts)
        stage.finish(outcome)
    report = {
        "machine": described(before), "seed": 1, "idle": idling, "starts": starts, "claims": outcome.claims}
    tables = [idle_table(idling), start_table(starts)]
    claims = "\n".join(f"- {'holds' if held else 'DOES NOT HOLD'}: {claim}" for claim, held in outcome.claims.items())
    print("\n\n".join([machine(report), *(table.text() for table in tables), claims]))
    if options.reports:
        (options.reports / "idle.json").write_text(json.dumps(report, indent=1, sort_keys=True) + "\n")
        (options.reports / "idle.md").write_text(markdown(report, tables, claims))
    if not outcome.held:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
