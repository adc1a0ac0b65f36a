"""Instruction counts by callgrind: no clock, no noise.

Valgrind 3.19 knows no pidfd_open, so the pool itself cannot run in it; its readers are counted, and the parent's CPU is
measured beside.
"""

import pathlib
import re
import shutil
import subprocess

from contenders import Bench


def count(folder: pathlib.Path, name: str) -> int:
    """Sum over the processes whose profiles were written."""
    files = sorted(folder.glob(f"callgrind.{name}.*"))
    totals = [re.search(r"^totals: (\d+)", file.read_text(), re.MULTILINE) for file in files]
    if not totals or None in totals:
        raise SystemExit(f"Callgrind wrote no count for {name} in {folder}.")
    return sum(int(total.group(1)) for total in totals)


def callgrind(folder: pathlib.Path, name: str) -> tuple[str, ...]:
    for old in folder.glob(f"callgrind.{name}.*"):
        old.unlink()
    tool = shutil.which("valgrind") or "valgrind"
    return (tool, "--quiet", "--tool=callgrind", f"--callgrind-out-file={folder}/callgrind.{name}.%p")


def counted_reader(reader: pathlib.Path, folder: pathlib.Path, name: str) -> pathlib.Path:
    """A script that runs the reader in callgrind, without debug information: valgrind cannot read Swift's."""
    bare = folder / "cricksy-reader"
    subprocess.run(["strip", "--strip-debug", "-o", str(bare), str(reader)], check=True)
    script = folder / f"counted-{name}"
    script.write_text("#!/bin/sh\nexec " + " ".join(callgrind(folder, name)) + f" {bare}\n")
    script.chmod(0o755)
    return script


def counted(bench: Bench, paths: list[str], name: str) -> dict:
    """Instructions of the pool's reader and of the engine loop on the same pages."""
    folder = bench.folder
    script = counted_reader(bench.programs.reader, folder, f"reader-{name}")
    bench.pool(paths, reader=script, sandbox="off", name=f"pool-{name}")
    bench.engine(paths, name=f"engine-{name}", prefix=callgrind(folder, f"engine-{name}"))
    bench.assert_same_words(len(paths), f"pool-{name}", f"engine-{name}")
    return {
        "pages": len(paths), "reader": count(folder, f"reader-{name}"), "engine": count(folder, f"engine-{name}")}


def compared(bench: Bench, paths: list[str]) -> dict:
    """Counts for the pages, and for starting alone."""
    return {"start": counted(bench, [], "start"), "all": counted(bench, paths, "pages")}
