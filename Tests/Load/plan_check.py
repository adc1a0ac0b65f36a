"""Holds `cricksy-bench plan` against real workers: python3 plan_check.py --bench PROGRAM --worker PROGRAM --work FOLDER.

Measures this machine's half anew before each repeat, since a shared machine is another from one quarter of an hour to the
next. Then, for Poisson and for bursty arrivals, runs the very schedules that the plan was computed for, at shares of the
highest rate it predicts, and looks where the measured 95th percentile crosses the limit. Exit code 1 when that rate is not
within --tolerance.
"""

import argparse
import json
import os
import pathlib
import statistics
import subprocess
import sys
import time

from machine import output, processor
from open_loop import Latencies, Run, Stage
from workers import stop_cleanly_on_sigterm

PROCESSES = ("poisson", "bursty")
#: More of the highest rate, one after another, as long as the limit still holds.
FURTHER = (1.3, 1.5, 2)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=pathlib.Path, required=True)
    parser.add_argument("--worker", type=pathlib.Path, required=True)
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for logs and documents")
    parser.add_argument("--corpus", type=pathlib.Path, default=pathlib.Path("corpus"))
    parser.add_argument("--tuned", default="reports/tuned.json")
    parser.add_argument("--reports", type=pathlib.Path, help="folder for plan.md")
    parser.add_argument("--p95", type=float, default=8, help="limit in seconds")
    parser.add_argument("--seconds", type=float, default=35, help="length of a run")
    parser.add_argument("--shares", default="0.5,0.7,0.85,1,1.15", help="of the predicted highest rate")
    parser.add_argument("--repeats", type=int, default=1, help="runs at each share, each of another seed")
    parser.add_argument("--documents", type=int, default=120,
                        help="documents at each concurrency of the machine's half; a few cost more or less than all on average")
    parser.add_argument("--measure-once", action="store_true", help="one machine's half for all repeats")
    parser.add_argument("--tolerance", type=float, default=0.15)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print everything as JSON")
    return parser.parse_args()


def say(text: str):
    print(text, file=sys.stderr, flush=True)


class Check:
    def __init__(self, options: argparse.Namespace):
        self.options, self.tuned = options, str(options.work / "tuned.json")
        self.overhead = 0.03
        self.runs: list[dict] = []

    def bench(self, *flags: str) -> dict:
        done = subprocess.run([str(self.options.bench), *flags], stdout=subprocess.PIPE, check=True, text=True)
        return json.loads(done.stdout)

    def measure(self) -> dict:
        say("measuring the machine's half")
        cores = len(os.sched_getaffinity(0))
        levels = ",".join(map(str, sorted({1, cores, cores + 1})))
        return self.bench(
            "machine", "--tuned", self.options.tuned, "--out", self.tuned, "--corpus", str(self.options.corpus),
            "--documents", str(self.options.documents), "--levels", levels, "--progress", "none", "--json")

    def schedule(self, process: str, share: float, seed: int, concurrency: int) -> dict:
        return self.bench(
            "plan", "--tuned", self.tuned, "--p95", f"{self.options.p95}s", "--arrivals", process, "--workers", "1",
            "--concurrency", str(concurrency), "--schedule", str(self.options.seconds), "--rate", f"{share * 100}%",
            "--seed", str(seed), "--overhead", f"{self.overhead * 1000:.0f}ms")

    def calibrate(self, stage: Stage, half: dict):
        """What an upload costs beside reading: text PDFs one by one, less what reading them takes."""
        warm = [{"seconds": 2.5 * index, "kind": kind} for index, kind in enumerate(("screen", "photo", "scan"))]
        stage.run(warm, self.options.seed)
        alone = stage.run([{"seconds": 0.4 * index, "kind": "text"} for index in range(15)], self.options.seed)
        reading = statistics.median(half["evidence"]["serviceSeconds"]["text"])
        self.overhead = max(0.0, statistics.median(alone.latencies) - reading)
        say(f"{self.overhead * 1000:.0f} ms of an upload are not reading")

    def run(self, stage: Stage, process: str, share: float, seed: int, concurrency: int) -> dict | None:
        """None where bursts are so rare that none falls into the run."""
        plan = self.schedule(process, share, seed, concurrency)
        if not plan["arrivals"]:
            say(f"{process} at {share:.0%}: nothing arrives within the run")
            return None
        # Other documents at each rate: one lucky draw would bend a whole series.
        came = stage.run(plan["arrivals"], round(1000 * share) + seed)
        measured = Latencies(came.latencies).figures()
        say(f"{process} at {share:.0%} ({plan['rate']:.2f}/s, {len(plan['arrivals'])} uploads): p95 "
            f"{measured['p95']:.2f} s, predicted {plan['predictedP95Seconds']:.2f} s")
        return {
            "process": process, "share": share, "seed": seed, "rate": plan["rate"],
            "highestRate": plan["highestRate"], "uploads": len(plan["arrivals"]),
            "predictedP95": plan["predictedP95Seconds"], "measured": measured, "lag": came.lag, "cpu": came.cpu,
            "seconds": came.seconds, "notReady": came.not_ready,
        }

    def series(self, stage: Stage, process: str, seed: int, concurrency: int) -> dict:
        """One stream of uploads at rising rates, until the limit is broken."""
        shares = [float(share) for share in self.options.shares.split(",")]
        runs = [self.run(stage, process, share, seed, concurrency) for share in shares]
        runs = [run for run in runs if run]
        for share in FURTHER:
            if runs[-1]["measured"]["p95"] <= self.options.p95:
                runs.append(self.run(stage, process, share, seed, concurrency))
        self.runs += runs
        return {
            "process": process, "seed": seed, "predicted": runs[0]["highestRate"],
            "measured": crossing(runs, self.options.p95)}


def crossing(runs: list[dict], limit: float) -> float | None:
    """The rate at which p95 reaches the limit, on a straight line between the two runs around it; None when no run
    broke it."""
    before = None
    for run in runs:
        if run["measured"]["p95"] > limit:
            if before is None:
                return run["rate"]
            span = run["measured"]["p95"] - before["measured"]["p95"]
            share = (limit - before["measured"]["p95"]) / span
            return before["rate"] + share * (run["rate"] - before["rate"])
        before = run
    return None


def main() -> int:
    options = arguments()
    stop_cleanly_on_sigterm()
    options.work.mkdir(parents=True, exist_ok=True)
    load, began = os.getloadavg()[0], time.monotonic()
    check = Check(options)
    half = check.measure()
    concurrency = half["settings"]["concurrency"]
    series = []
    flags = ["--tuned", check.tuned, "-c", str(concurrency)]
    with Stage(options.worker.resolve(), options.corpus, options.work, 1, flags) as stage:
        check.calibrate(stage, half)
        for repeat in range(options.repeats):
            if repeat > 0 and not options.measure_once:
                check.measure()
            series += [check.series(stage, process, options.seed + repeat, concurrency) for process in PROCESSES]
    report = {
        "series": series, "runs": check.runs, "limit": options.p95, "concurrency": concurrency,
        "overhead": check.overhead, "verdicts": verdicts(series, options.tolerance), "tolerance": options.tolerance,
        "documents": options.documents, "seconds": time.monotonic() - began, "runSeconds": options.seconds, "load": load,
        "machine": f"{processor()}, {os.cpu_count()} cores; {output('redis-server', '--version').partition(' sha')[0]}; "
                   f"commit {output('git', 'rev-parse', 'HEAD')[:9]}",
    }
    text = markdown(report)
    if options.reports:
        (options.reports / "plan.md").write_text(text)
    print(json.dumps(report, indent=2) if options.json else text)
    return 0 if all(verdict["holds"] for verdict in report["verdicts"]) else 1


def verdicts(series: list[dict], tolerance: float) -> list[dict]:
    """For each process the median over repeats of measured / predicted."""
    found = []
    for process in PROCESSES:
        ratios = [
            one["measured"] / one["predicted"] if one["measured"] else float("inf")
            for one in series if one["process"] == process]
        ratio = statistics.median(ratios)
        found.append({"process": process, "ratio": ratio, "holds": abs(ratio - 1) <= tolerance, "ratios": ratios})
    return found


def markdown(report: dict) -> str:
    lines = [
        "# The plan against a real worker", "",
        f"`make plan-check`: one worker of concurrency {report['concurrency']} on real Redis, PostgreSQL and an S3 stand-in, "
        f"open loop, latency from the intended enqueuing to `ready` (HdrHistogram). Runs of {report['runSeconds']:.0f} s that "
        "start with an empty queue; the plan predicts the same schedule, documents drawn anew from the measured service "
        f"times, the machine's half from {report['documents']} documents. Limit: p95 {report['limit']:.0f} s. {report['overhead'] * 1000:.0f} ms of an upload are not reading. "
        f"{report['machine']}; load {report['load']:.2f} before; {report['seconds'] / 60:.1f} minutes in all.", "",
        "| arrivals | highest rate predicted | measured | measured / predicted |", "|---|---:|---:|---:|"]
    for one in report["series"]:
        measured = f"{one['measured']:.2f}/s" if one["measured"] else "not reached"
        ratio = f"{one['measured'] / one['predicted']:.2f}" if one["measured"] else "–"
        lines.append(f"| {one['process']}, seed {one['seed']} | {one['predicted']:.2f}/s | {measured} | {ratio} |")
    lines.append("")
    for verdict in report["verdicts"]:
        word = "holds" if verdict["holds"] else "DOES NOT HOLD"
        lines.append(
            f"- {word}: {verdict['process']}, median ratio {verdict['ratio']:.2f}, asked for within "
            f"{report['tolerance']:.0%}")
    lines += [
        "", "| arrivals | share | rate/s | uploads | p50 s | p95 s | predicted p95 s | max s | generator late by | CPU: workers | "
        "generator | S3, PostgreSQL, Redis | not ready |", "|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|"]
    lines += [row(run) for run in report["runs"]]
    return "\n".join(lines) + "\n"


def row(run: dict) -> str:
    measured, used = run["measured"], run["cpu"]
    servers = used["S3 stand-in"] + used["PostgreSQL"] + used["Redis"]
    return (
        f"| {run['process']} | {run['share']:.0%} | {run['rate']:.2f} | {run['uploads']} | {measured['p50']:.2f} | "
        f"{measured['p95']:.2f} | {run['predictedP95']:.2f} | {measured['max']:.2f} | {run['lag'] * 1000:.0f} ms | "
        f"{used['workers']:.1f} s | {used['load generator']:.2f} s | {servers:.2f} s | {run['notReady']} |")


if __name__ == "__main__":
    sys.exit(main())
