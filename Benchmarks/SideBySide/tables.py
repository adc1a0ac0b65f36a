"""The report as aligned text and as Markdown, from the same tables."""

from collections.abc import Iterator

NAMES = {
    "pool": "(a) our pool", "engine": "(b) C++ loop, warm engine", "python": "(c) pytesseract + pdf2image",
    "pythonOneThread": "(c) with OMP_THREAD_LIMIT=1",
}


class Table:
    """Rows of text under a title; the first column is aligned to the left, the others to the right."""

    def __init__(self, title: str, columns: list[str], rows: list[list[str]], notes: str = ""):
        self.title, self.rows, self.notes = title, [columns] + rows, notes
        self.widths = [max(len(row[index]) for row in self.rows) for index in range(len(columns))]

    def _line(self, row: list[str]) -> list[str]:
        return [row[0].ljust(self.widths[0])] + [
            cell.rjust(width) for cell, width in zip(row[1:], self.widths[1:], strict=True)]

    def text(self) -> str:
        lines = ["  ".join(self._line(row)).rstrip() for row in self.rows]
        return "\n".join([self.title, "", *lines] + (["", self.notes] if self.notes else []))

    def markdown(self) -> str:
        head, *rows = ["| " + " | ".join(self._line(row)) + " |" for row in self.rows]
        rules = ["-" * self.widths[0]] + ["-" * (width - 1) + ":" for width in self.widths[1:]]
        rule = "| " + " | ".join(rules) + " |"
        return "\n".join([f"## {self.title}", "", head, rule, *rows] + (["", self.notes] if self.notes else []))


def throughput(found: dict, runs: list) -> Table:
    rows = [
        [
            NAMES[name], f"{of['pagesPerSecond']:.2f}", f"{of['cpuPerPage']:.2f}", f"{of['residentMB']:.0f}",
            f"{of['proportionalMB']:.0f}", f"{of['peakProportionalMB']:.0f}",
        ] for name, of in found.items()
    ]
    return Table(
        "Two at a time", ["", "pages/s", "CPU s/page", "resident MB", "proportional MB", "peak proportional MB"], rows,
        f"Medians of {len(runs)} interleaved rounds; two slots in (a), two processes in (b) and (c). Memory is that of "
        "the whole tree, sampled every 100 ms: the median, and for the peak the largest sample.")


def pairs(found: dict, runs: list) -> Table:
    rows = [[name, str(found[key])] for name, key in (
        ("CPU, user and system", "cpu"), ("user CPU alone", "user"), ("elapsed", "wall"))]
    return Table(
        "One slot of (a) against one thread of (b)", ["ratio (a) / (b)", "with its 95% interval"], rows,
        f"{len(runs)} interleaved pairs, in random order within each, the same words read. The pool's own process has "
        f"{1000 * found['parentCPUPerPage']:.1f} ms CPU a page in it.")


def instructions(found: dict, _: list) -> Table:
    rows = [
        [name, f"{found['start'][key] / 1e6:,.0f}", f"{found['all'][key] / 1e6:,.0f}"] for name, key in (
            ("(a) cricksy-reader, sandbox off", "reader"), ("(b) C++ loop", "engine"))]
    return Table(
        "Instructions by callgrind", ["millions", "start alone", "start and pages"], rows,
        f"Pages: {found['all']['pages']}. "
        f"Ratio {found['ratio']:.4f}, without the start {found['ratioWithoutStart']:.4f}. Valgrind cannot run "
        "the pool's own process (pidfd_open); its CPU is given above.")


def recycling(found: dict, runs: list) -> Table:
    rows = [
        [f"a new reader every {found['pagesPerReplacement']:.1f} pages, as measured", str(found["measured"])],
        ["every 50 pages, computed from it", str(found["everyFifty"])]]
    return Table(
        "Recycling against none", ["CPU ratio", "with its 95% interval"], rows,
        f"{len(runs)} interleaved pairs. Replacing this often makes the cost large enough to measure.")


def starts(found: dict, runs: list) -> Table:
    rows = [[name, f"{1000 * found[key]:,.0f}"] for name, key in (
        ("start to warm and locked in", "warm"), ("start to the end of the first page", "toFirstPage"),
        ("the first page", "firstPage"), ("the same page again", "samePageAgain"))]
    return Table("Start of a reader", ["elapsed", "ms"], rows, f"Medians of {len(runs)} starts.")


def machine(report: dict) -> str:
    of = report["machine"]
    commit = of["commit"][:9] + (" with changes" if of["dirty"] else "")
    return (
        f"{of['processor']}, {of['cores']} cores, Linux {of['kernel']}; {of['tesseract']}; commit {commit}; "
        f"load {of['loadBefore']} before and {of['loadAfter']} after; {len(report['key']['documents'])} pages a run; "
        f"sandbox {report['key']['sandbox']}; finished {of['finished']}.")


def tables(report: dict) -> Iterator[Table]:
    makers = {
        "throughput": throughput, "pairs": pairs, "instructions": instructions, "recycling": recycling,
        "starts": starts,
    }
    for name, make in makers.items():
        if name in report["figures"]:
            yield make(report["figures"][name], report["runs"][name])


def verdicts(report: dict) -> list[str]:
    return [f"{answer}: {claim}" for claim, answer in report["verdicts"].items()]


def text(report: dict) -> str:
    parts = [table.text() for table in tables(report)]
    return "\n\n".join([machine(report), *parts, "\n".join(verdicts(report))])


def markdown(report: dict) -> str:
    parts = [table.markdown() for table in tables(report)]
    answers = "\n".join(f"- {line}" for line in verdicts(report))
    introduction = (
        "Written by `make -C Benchmarks side-by-side`. PSM 6, OEM 3, eng, PDFs drawn at 200 dpi in grey, text layers "
        "ignored, no preparation; (c) with its defaults. CPU is that of the whole tree, start, warm-up and recycling "
        "included.")
    return "\n\n".join(["# Side by side", introduction, machine(report), *parts, "## Limits", answers]) + "\n"
