"""Our pool, a C++ loop on one warm libtesseract engine, and pytesseract with pdf2image, side by side on the same pages.

Everything is measured from outside: CPU is user and system time of the whole tree, start, warm-up and recycling
included. Every run is kept in the work folder, so a benchmark that was stopped goes on where it was.
"""

import argparse
import hashlib
import json
import os
import pathlib
import random
import statistics
import sys

from contenders import Bench, PoolTimes, Programs, documents
from instructions import compared
from intervals import Ratio, ratio
from machine import described
from tables import markdown, text

#: Ours may cost this much more CPU than the C++ loop, and recycling every 50 tasks this much more than none.
CPU_LIMIT = 1.03
RECYCLING_LIMIT = 1.01
TASKS_PER_READER = 50
#: Slots or processes in the table of throughput.
AT_ONCE = 2


def arguments() -> argparse.Namespace:
    here = pathlib.Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--programs", type=pathlib.Path, required=True, help="folder of pool-loop and engine_loop")
    parser.add_argument("--reader", type=pathlib.Path, required=True, help="the shipped cricksy-reader")
    parser.add_argument("--python", type=pathlib.Path, required=True, help="interpreter that has pytesseract")
    parser.add_argument("--corpus", type=pathlib.Path, default=here.parents[1] / "corpus")
    parser.add_argument("--work", type=pathlib.Path, required=True, help="folder for texts, logs and runs.json")
    parser.add_argument("--reports", type=pathlib.Path, help="folder for side-by-side.md and .json (default: --work)")
    parser.add_argument("--pages", type=int, default=16, help="pages of a run (%(default)s)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each in the table of throughput (%(default)s)")
    parser.add_argument("--pairs", type=int, default=30, help="pairs of pool and C++ loop (%(default)s)")
    parser.add_argument("--recycling-pairs", type=int, default=10, help="pairs with recycling and none (%(default)s)")
    parser.add_argument("--recycle", type=int, default=4, help="documents of a reader in these (%(default)s)")
    parser.add_argument("--starts", type=int, default=10, help="measured starts of a reader (%(default)s)")
    parser.add_argument("--callgrind-pages", type=int, default=4, help="pages in callgrind, slow (%(default)s)")
    parser.add_argument("--sandbox", choices=["require", "best-effort", "off"], default="require")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--fresh", action="store_true", help="forget the runs in the work folder")
    parser.add_argument("--check", action="store_true", help="exit with 1 when a limit is not shown to hold")
    options = parser.parse_args()
    if 1 in (options.pairs, options.recycling_pairs):
        parser.error("there is no interval from one pair; ask for two or more, or none")
    return options


class Runs:
    """The measured runs, on disk after each. Runs of other programs, pages or options are not gone on with."""

    def __init__(self, file: pathlib.Path, key: dict, fresh: bool):
        self.file, self.data = file, {"key": key}
        if fresh or not file.exists():
            return
        kept = json.loads(file.read_text())
        if kept["key"] == key:
            self.data = kept
        else:
            print(f"{file} holds runs of other programs or options; starting anew.", file=sys.stderr)

    def complete(self, name: str, count: int, measure) -> list:
        """Measures until there are so many; `measure` is given the index."""
        runs = self.data.setdefault(name, [])
        for index in range(len(runs), count):
            runs.append(measure(index))
            self.file.write_text(json.dumps(self.data, indent=2) + "\n")
            print(f"{name} {index + 1} of {count}", file=sys.stderr)
        return runs[:count]


def digest(file: pathlib.Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()


def shuffled(seed: str, tasks: dict) -> dict:
    """Runs the tasks in random order; the results by name."""
    names = sorted(tasks)
    random.Random(seed).shuffle(names)
    return {name: tasks[name]() for name in names}


def throughput(bench: Bench, paths: list[str], seed: str) -> dict:
    """Each contender once, two at once, with its memory."""
    at_once = str(AT_ONCE)
    tasks = {
        "pool": lambda: bench.pool(paths, "--slots", at_once, sample=True),
        "engine": lambda: bench.engine(paths, AT_ONCE, sample=True),
        "python": lambda: bench.python(paths, AT_ONCE, "python", True),
        "pythonOneThread": lambda: bench.python(paths, AT_ONCE, "python-1", True, OMP_THREAD_LIMIT="1"),
    }
    runs = shuffled(seed, tasks)
    bench.assert_same_words(len(paths))
    return {name: run.record() for name, run in runs.items()}


def pair(bench: Bench, paths: list[str], seed: str) -> dict:
    """The pool with one slot and the C++ loop, in random order."""
    runs = shuffled(seed, {"pool": lambda: bench.pool(paths), "engine": lambda: bench.engine(paths)})
    bench.assert_same_words(len(paths))
    parent = PoolTimes.of(runs["pool"]).parent
    return {name: run.record() for name, run in runs.items()} | {"parentCPU": parent}


def recycling_pair(bench: Bench, paths: list[str], recycle: int, seed: str) -> dict:
    """The pool with and without recycling, in random order."""
    runs = shuffled(seed, {
        "recycled": lambda: bench.pool(paths, "--recycle", str(recycle), name="recycled"),
        "kept": lambda: bench.pool(paths, "--recycle", "0", name="kept"),
    })
    bench.assert_same_words(len(paths), "recycled", "kept")
    replacements = PoolTimes.of(runs["recycled"]).readers - 1
    if replacements < 1:
        raise SystemExit("No reader was recycled.")
    return {name: run.record() for name, run in runs.items()} | {"replacements": replacements}


def start(bench: Bench, path: str) -> dict:
    """A reader's start, its first page, and the same page once more."""
    times = PoolTimes.of(bench.pool([path, path], name="start"))
    first, again = (read[2] for read in times.reads)
    return {"warm": times.ready, "firstPage": first, "samePageAgain": again, "toFirstPage": times.ready + first}


def measure(bench: Bench, paths: list[str], runs: Runs, options: argparse.Namespace) -> dict:
    """All runs that the options ask for, as they were or are measured."""
    seed = options.seed
    return {
        "throughput": runs.complete(
            "throughput", options.rounds, lambda index: throughput(bench, paths, f"{seed} round {index}")),
        "pairs": runs.complete("pairs", options.pairs, lambda index: pair(bench, paths, f"{seed} pair {index}")),
        "recycling": runs.complete(
            "recycling", options.recycling_pairs,
            lambda index: recycling_pair(bench, paths, options.recycle, f"{seed} recycling {index}")),
        "starts": runs.complete("starts", options.starts, lambda _: start(bench, paths[0])),
        "instructions": runs.complete(
            "instructions", min(1, options.callgrind_pages),
            lambda _: compared(bench, paths[:options.callgrind_pages])),
    }


def throughput_figures(rounds: list[dict]) -> dict:
    """Medians over the rounds, for each contender."""
    def middle(name: str, key: str) -> float:
        return statistics.median(round[name][key] for round in rounds)

    return {
        name: {
            "pagesPerSecond": rounds[0][name]["pages"] / middle(name, "wall"),
            "cpuPerPage": middle(name, "cpu") / rounds[0][name]["pages"],
            "residentMB": middle(name, "residentMedian"), "proportionalMB": middle(name, "proportionalMedian"),
            "peakProportionalMB": middle(name, "proportionalPeak"),
        } for name in ("pool", "engine", "python", "pythonOneThread")
    }


def ratio_of(pairs: list[dict], top: str, bottom: str, key: str = "cpu") -> Ratio:
    return ratio([pair[top][key] for pair in pairs], [pair[bottom][key] for pair in pairs])


def recycling_figures(pairs: list[dict]) -> dict:
    """The cost as measured, and what is left of it when a reader serves 50 documents."""
    measured = ratio_of(pairs, "recycled", "kept")
    per_page = statistics.median(pair["replacements"] for pair in pairs) / pairs[0]["kept"]["pages"]
    scaled = [1 + (end - 1) / per_page / TASKS_PER_READER for end in (measured.value, measured.low, measured.high)]
    return {"measured": measured, "pagesPerReplacement": 1 / per_page, "everyFifty": Ratio(*scaled, measured.pairs)}


def start_figures(starts: list[dict]) -> dict:
    return {key: statistics.median(start[key] for start in starts) for key in starts[0]}


def instruction_figures(counts: dict) -> dict:
    """With the start that both pay once, and the pages alone."""
    start, whole = counts["start"], counts["all"]
    pages = {name: whole[name] - start[name] for name in ("reader", "engine")}
    return counts | {
        "ratio": whole["reader"] / whole["engine"], "ratioWithoutStart": pages["reader"] / pages["engine"]}


def pair_figures(pairs: list[dict]) -> dict:
    pages = pairs[0]["pool"]["pages"]
    return {
        "cpu": ratio_of(pairs, "pool", "engine"), "wall": ratio_of(pairs, "pool", "engine", "wall"),
        "user": ratio_of(pairs, "pool", "engine", "user"),
        "parentCPUPerPage": statistics.median(pair["parentCPU"] for pair in pairs) / pages,
    }


def figures(runs: dict) -> dict:
    """What the tables show; a part that was not measured is missing."""
    makers = {
        "throughput": throughput_figures, "pairs": pair_figures, "recycling": recycling_figures,
        "starts": start_figures, "instructions": lambda runs: instruction_figures(runs[0]),
    }
    return {name: make(runs[name]) for name, make in makers.items() if runs[name]}


def key(programs: Programs, paths: list[str], options: argparse.Namespace) -> dict:
    """What runs must have in common to be counted together."""
    files = {name: digest(getattr(programs, name)) for name in ("pool_loop", "reader", "engine_loop")}
    return files | {
        "sandbox": options.sandbox, "documents": [pathlib.Path(path).parent.name for path in paths],
        "recycle": options.recycle, "callgrindPages": options.callgrind_pages, "seed": options.seed}


def verdicts(found: dict) -> dict[str, str]:
    """Each limit's answer."""
    answers = {}
    if "pairs" in found:
        answers[f"CPU at most {CPU_LIMIT} times that of the C++ loop"] = found["pairs"]["cpu"].verdict(CPU_LIMIT)
    if "instructions" in found:
        held = found["instructions"]["ratio"] <= CPU_LIMIT
        answers[f"instructions at most {CPU_LIMIT} times those of the C++ loop"] = "pass" if held else "fail"
    if "recycling" in found:
        answers["recycling every 50 documents costs under 1%"] = (
            found["recycling"]["everyFifty"].verdict(RECYCLING_LIMIT))
    return answers


def write(folder: pathlib.Path, report: dict):
    folder.mkdir(parents=True, exist_ok=True)
    plain = json.dumps(report, indent=2, sort_keys=True, default=vars)
    (folder / "side-by-side.json").write_text(plain + "\n")
    (folder / "side-by-side.md").write_text(markdown(report))


def main():
    options = arguments()
    options.work.mkdir(parents=True, exist_ok=True)
    programs = Programs(
        options.programs / "pool-loop", options.reader.resolve(), options.programs / "engine_loop", options.python,
        options.sandbox)
    paths = documents(options.corpus, options.pages)
    before = os.getloadavg()
    runs = measure(
        Bench(programs, options.work.resolve()), paths,
        Runs(options.work / "runs.json", key(programs, paths, options), options.fresh), options)
    found = figures(runs)
    report = {
        "machine": described(before), "key": key(programs, paths, options), "figures": found,
        "verdicts": verdicts(found), "runs": runs}
    write(options.reports or options.work, report)
    print(text(report))
    if options.check and any(answer != "pass" for answer in report["verdicts"].values()):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
