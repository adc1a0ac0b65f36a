"""The settings table of README.md is what `cricksy-worker config explain --markdown` prints, and every variable in it stands
in deploy/cricksy-worker.env: python3 .ci/settings_table.py [--write]."""

import pathlib
import re
import subprocess
import sys

BEGIN, END = "<!-- settings: written by `make settings` -->\n", "<!-- end of settings -->\n"
command = [".build/release/cricksy-worker", "config", "explain", "--markdown"]
table = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip() + "\n"
table = table.replace("### ", "#### ")
readme = pathlib.Path("README.md")
before, rest = readme.read_text().split(BEGIN)
old, after = rest.split(END)
if "--write" in sys.argv:
    readme.write_text(before + BEGIN + table + END + after)
elif old != table:
    sys.exit("The settings table of README.md is not what the program prints; run `make settings`.")

rows = [line.split(" | ") for line in table.splitlines() if line.startswith("|")]
variables = {name for row in rows if len(row) > 2 for name in re.findall(r"`([A-Z][A-Z0-9_]+)`", row[1])}
template = pathlib.Path("deploy/cricksy-worker.env").read_text()
missing = {name for name in variables if not name.endswith("_FILE")} - set(re.findall(r"\b[A-Z][A-Z0-9_]+(?==)", template))
assert len(variables) > 30, variables
if missing:
    sys.exit("deploy/cricksy-worker.env lacks " + ", ".join(sorted(missing)))
print(f"checked {len(rows)} lines of settings, {len(variables)} variables")
