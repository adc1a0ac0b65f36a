"""The programs that are compared, and the pages that they read."""

import itertools
import os
import pathlib
from dataclasses import dataclass

from measuring import Run, measured

KINDS = ["screen", "scan", "photo", "text"]


@dataclass
class Programs:
    pool_loop: pathlib.Path
    reader: pathlib.Path
    engine_loop: pathlib.Path
    python: pathlib.Path
    sandbox: str


def documents(corpus: pathlib.Path, count: int) -> list[str]:
    """The first documents of the validation split, kind after kind in turn. All have one page."""
    found = sorted((corpus / "validation").glob("*/card.*"))
    by_kind = [[path for path in found if path.parent.name.endswith(kind)] for kind in KINDS]
    turns = [path for turn in itertools.zip_longest(*by_kind) for path in turn if path]
    if len(turns) < count:
        raise SystemExit(f"{corpus} has {len(turns)} documents for validation, fewer than --pages {count}.")
    return [str(path.resolve()) for path in turns[:count]]


class Bench:
    """Runs a contender over a list of documents, in a folder of its own."""

    def __init__(self, programs: Programs, folder: pathlib.Path):
        self.programs, self.folder = programs, folder

    def pool(self, paths: list[str], *options: str, reader: pathlib.Path | None = None, sandbox: str | None = None,
             name: str = "pool", sample: bool = False) -> Run:
        list_file, output = self._prepare(name, paths)
        command = [
            str(self.programs.pool_loop), list_file, output, "--reader", str(reader or self.programs.reader),
            "--sandbox", sandbox or self.programs.sandbox, *options,
        ]
        return self._run(name, command, paths, sample)

    def engine(self, paths: list[str], processes: int = 1, name: str = "engine", sample: bool = False,
               prefix: tuple[str, ...] = ()) -> Run:
        list_file, output = self._prepare(name, paths)
        command = [*prefix, str(self.programs.engine_loop), list_file, output, str(processes)]
        return self._run(name, command, paths, sample, OMP_THREAD_LIMIT="1")

    def python(self, paths: list[str], processes: int, name: str, sample: bool, **environment: str) -> Run:
        list_file, output = self._prepare(name, paths)
        script = pathlib.Path(__file__).with_name("python_loop.py")
        command = [str(self.programs.python), str(script), list_file, output, str(processes)]
        return self._run(name, command, paths, sample, **environment)

    def assert_same_words(self, pages: int, name: str = "pool", other: str = "engine"):
        """The two did the same work only if they read the same words in the same order."""
        for index in range(pages):
            left, right = (
                (self.folder / run / f"{index}.txt").read_text().split() for run in (name, other))
            if left != right:
                raise SystemExit(f"{name} and {other} read page {index} differently; see their texts in {self.folder}.")
            if index == 0 and not left:
                raise SystemExit("No word was read on the first page.")

    def _prepare(self, name: str, paths: list[str]) -> tuple[str, str]:
        output = self.folder / name
        output.mkdir(parents=True, exist_ok=True)
        for old in output.glob("*.txt"):
            old.unlink()
        list_file = self.folder / f"{name}.list"
        list_file.write_text("".join(path + "\n" for path in paths))
        return str(list_file), str(output)

    def _run(self, name: str, command: list[str], paths: list[str], sample: bool, **environment: str) -> Run:
        inherited = {key: value for key, value in os.environ.items() if not key.startswith("OMP_")}
        log = self.folder / f"{name}.log"
        return measured(command, inherited | environment, log, len(paths), sample)


@dataclass
class PoolTimes:
    """What pool-loop printed: seconds until its readers were warm, its own CPU, and what each document took."""

    ready: float
    parent: float
    reads: list[tuple[int, int, float, float]]

    @staticmethod
    def of(run: Run) -> "PoolTimes":
        lines = [line.split() for line in run.output.splitlines()]
        values = {line[0]: float(line[1]) for line in lines if len(line) == 2}
        reads = [(int(line[1]), int(line[2]), float(line[3]), float(line[4])) for line in lines if line[0] == "read"]
        times = PoolTimes(values["ready"], values["parent"], sorted(reads))
        if run.cpu < times.parent + sum(read[3] for read in reads):
            raise SystemExit("The readers' CPU is missing from the pool's: it did not reap them.")
        return times

    @property
    def readers(self) -> int:
        return len({read[1] for read in self.reads})
