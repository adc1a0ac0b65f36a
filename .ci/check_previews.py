"""Asserts on previews, one JSON object a line: python3 .ci/check_previews.py FILE."""

import json
import sys

lines = open(sys.argv[1], encoding="utf8").read().splitlines()
assert lines, "no preview"
innings = 0
for line in lines:
    preview = json.loads(line)
    assert isinstance(preview["deliveries"], list)
    metadata = preview["metadata"]
    assert 0 <= metadata["confidence"] <= 1 and isinstance(metadata["warnings"], list)
    innings += len(preview["scorecard"]["innings"])
    for check in preview["scorecard"]["checks"]:
        assert {"law", "innings", "holds", "expected", "found"} <= check.keys(), check
assert innings >= len(lines), f"{innings} innings on {len(lines)} cards"
print(f"checked {len(lines)} previews with {innings} innings")
