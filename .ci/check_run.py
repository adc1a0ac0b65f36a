"""Asserts on what a sweep wrote: python3 .ci/check_run.py RUN_DIRECTORY."""

import json
import pathlib
import re
import sys

run = pathlib.Path(sys.argv[1])
result = json.loads((run / "result.json").read_text())
tuned = json.loads((run / "tuned.json").read_text())
report = (run / "report.html").read_text()
summary = (run / "summary.md").read_text()

roles = {role for setting in result["settings"] for role in setting["roles"]}
assert {"defaults", "incumbent", "winner"} <= roles, roles
read = [page for page in result["pages"] if page.get("failure") is None]
assert read and any(page["fieldsRight"] > 0 for page in read), "no page was read"
assert all(page["cpuSeconds"] > 0 for page in read), "a page cost nothing"
assert {page["split"] for page in read} == {"tune", "validation", "test"}, "a split was not measured"
assert result["certificate"]["settings"] > 1, "there is no certificate"
assert result["machine"]["points"], "no concurrency was measured"
assert tuned["schemaVersion"] == 2 and tuned["recognition"]["profiles"] and tuned["contentHash"], tuned.keys()
assert len(tuned["machines"]) == 1 and tuned["machines"][0]["evidence"]["serviceSeconds"], tuned["machines"]
for half in (tuned["recognition"], *tuned["machines"]):
    assert half["provenance"] and half["evidence"], half.keys()
assert len(tuned["recognition"]["probe"]) == 4, tuned["recognition"].get("probe")
assert report.count("<svg") >= 3, "the report has no plots"
assert not re.search(r"(src|href)\s*=\s*[\"']https?://", report), "the report wants the network"
assert "|" in summary
print(f"checked {run}: {len(read)} readings, winner {tuned['recognition']['profiles'][0]['settings']}")
