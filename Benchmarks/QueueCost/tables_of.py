"""The report of the queue's cost as text and as Markdown, from the same tables."""

import math
import statistics

from tables import Table


def spread(values: list[float], digits: int) -> str:
    """The median and, from six values on, the order statistics that hold it with at least 95%."""
    ordered, count = sorted(values), len(values)
    middle = f"{statistics.median(ordered):,.{digits}f}"
    rank, below = 0, 0.0
    while rank < count // 2 and 2 * (below + math.comb(count, rank) / 2**count) <= 0.05:
        below += math.comb(count, rank) / 2**count
        rank += 1
    if rank == 0:
        return middle
    return f"{middle} [{ordered[rank - 1]:,.{digits}f}, {ordered[count - rank]:,.{digits}f}]"


def column(runs: list[dict], key: str, digits: int) -> str:
    return spread([run[key] for run in runs], digits)


def cost(report: dict) -> Table:
    rows = [[
        name, column(runs, "tasksPerSecond", 0), column(runs, "workerCPUPerThousand", 2),
        column(runs, "redisCPUPerThousand", 2), column(runs, "readsPerTask", 1),
    ] for name, runs in report["runs"].items()]
    return Table(
        "Queued tasks", ["", "tasks/s", "worker CPU s per 1,000", "Redis CPU s per 1,000", "reads by Redis a task"],
        rows, f"Medians of {report['rounds']} rounds of {report['tasks']} tasks with 95% intervals; "
        f"{report['slots']} tasks at once. Worker CPU is that of all its processes.")


def speed(report: dict) -> Table:
    rows = []
    for name, speed in report["speeds"].items():
        cost = report["costs"][name]
        rows.append([
            name, f"{speed.value:.1f} [{speed.low:.1f}, {speed.high:.1f}]",
            f"{1 / cost.value:.1f} [{1 / cost.high:.1f}, {1 / cost.low:.1f}]"])
    return Table(
        "How many times better ours is", ["ours against", "tasks/s", "worker CPU a task"], rows,
        "Geometric means of the rounds' ratios with 95% intervals.")


def latency(report: dict) -> Table:
    rows = []
    for name, runs in report["runs"].items():
        values = sorted(1000 * value for run in runs for value in run["latencies"])
        at = [values[min(len(values) - 1, math.ceil(share * len(values)) - 1)] for share in (0.5, 0.95)]
        rows.append([name, f"{at[0]:.2f}", f"{at[1]:.2f}", str(len(values))])
    return Table(
        "One task on an idle worker", ["", "p50 ms", "p95 ms", "tasks"], rows,
        "From the push of the message to the published result, seen by one more process on the same machine.")


def connections(report: dict) -> Table:
    rows = [[
        name, str(max(run["connections"] for run in runs)), str(max(run["processes"] for run in runs)),
        str(max(run["mostConnectionsOfOneProcess"] for run in runs)),
    ] for name, runs in report["runs"].items()]
    return Table("Connections to Redis after the load", ["", "all", "processes", "most of one process"], rows)


def commands(report: dict) -> Table:
    found = {
        name: {command: statistics.median(run["commandsPerTask"].get(command, 0) for run in runs)
               for run in runs for command in run["commandsPerTask"]}
        for name, runs in report["runs"].items()}
    names = sorted({command for of in found.values() for command, calls in of.items() if calls >= 0.005})
    rows = [[command, *(f"{of.get(command, 0):.2f}" for of in found.values())] for command in names]
    rows.append(["all", *(f"{sum(of.values()):.2f}" for of in found.values())])
    return Table(
        "Redis commands a task", ["", *found], rows,
        "Medians of INFO commandstats, which counts what a script calls beside the script itself.")


def machine(report: dict) -> str:
    of = report["machine"]
    return (
        f"{of['processor']}, {of['cores']} cores; {of['redis'].partition(' sha')[0]}; Python {of['python']}; commit "
        f"{of['commit'][:9]}; load {of['loadBefore']} before and {of['loadAfter']} after; finished {of['finished']}.")


def tables(report: dict) -> list[Table]:
    return [make(report) for make in (cost, speed, latency, connections, commands)]


def verdicts(report: dict) -> str:
    return "\n".join(f"- {answer}: {claim}" for claim, answer in report["verdicts"].items())


def text(report: dict) -> str:
    return "\n\n".join([machine(report), *(table.text() for table in tables(report)), verdicts(report)])


def markdown(report: dict) -> str:
    introduction = (
        "Written by `make queue-cost`: a task that returns its argument, taken by `noop-worker` (the worker's queue "
        "and nothing else) and by real Celery prefork workers, with late acknowledgement, stored results, the STARTED "
        "state and events on all sides.")
    parts = [table.markdown() for table in tables(report)]
    parts = ["# What the queue costs", introduction, machine(report), *parts, "## Limits", verdicts(report)]
    return "\n\n".join(parts) + "\n"
