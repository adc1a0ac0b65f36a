"""Writes python-values.jsonl: how Python prints, dumps and dates values. Run with celery[redis] 5.7 installed."""
import json
import sys
from datetime import datetime, timedelta, timezone

from celery.utils.saferepr import saferepr
from dateutil.parser import isoparse
from kombu.utils.json import dumps

VALUES = [
    None, True, False, 0, -1, 2 ** 63 - 1, 2 ** 63, -10 ** 40, 0.0, -0.0, 0.1, 1.5, 1e15, 123456789012345.6, 9007199254740993.0,
    1e16, 1.2e16, 1e17, 1.2345678901234567e+19, 1e22, 1e-4, 1e-5, 1.5e-7, 1e300, 5e-324, float("inf"), float("-inf"),
    1795450361.7705178, 0.10204978499996287, 100.0, 3.0,
    "", "plain", "it's", 'say "hi"', "both ' and \"", "back\\slash", "tab\tnew\nline\rend", "\x00\x01\x1f\x7f", "tëxt", "🏏 ball",
    "\u2028\u00a0\u200b", "日本語", "a/b", "<>&", "e\u0301",
    [], [1], [1, 2], [[]], {}, {"a": 1}, {"b": 1, "a": [1, {"c": None}]}, {"it's": "x"}, {"é": "é"},
    ["up-1"], [25, {"tag": "B"}], [[[[1]]]], [[[{"a": 1}]]], {"a": {"b": {"c": {"d": 1}}}},
    ["x" * 50], ["word " * 20], list(range(100)), {"key %d" % i: "value %d" % i for i in range(40)},
    {"upload_id": "up-1", "status": "done", "nested": ["a", ["b", ["c", ["d"]]]]}, ["abc", "defghijklmnop", "q"],
]
DATES = [
    "2026-11-23T17:08:00.439873+00:00", "2026-11-23T17:08:00+00:00", "2026-11-23T17:08:00", "2026-11-23", "20261123", "20261123T170800Z",
    "2026-11-23T17:08:00.5+05:30", "2026-11-23T17:08:00.123456789-08:00", "2024-02-29T23:59:59.999999Z", "1969-12-31T23:59:59.5+00:00",
    "0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59.999999+00:00", "2026-11-23T24:00:00Z", "2026-11-23T17:08Z", "2026-11-23T17Z", "2026-11-23 17:08:00",
    "1900-03-01T00:00:00Z", "2000-02-29", "2026-11-23T17:08:00,25Z", "2026-11-23T17:08:00+0530", "2026-11-23T17:08:00-03",
    "tomorrow", "", "2026-13-01", "2026-02-29", "2026-11-23T25:00:00", "2026-11-23T17:60:00", "2026-11-23T17:08:00+25:00", "2026-11-23T", "12", "2026-11-23T17:08:00Zx",
]


def main(path):
    with open(path, "w") as out:
        for value in VALUES:
            print(json.dumps({"json": dumps(value), "repr": repr(value), "safe": saferepr(value, 1024), "safe20": saferepr(value, 20),
                              "safe5": saferepr(value, 5), "tuple": saferepr(tuple(value), 1024) if isinstance(value, list) else None}), file=out)
        for text in DATES:
            try:
                date = isoparse(text)
                date = date if date.tzinfo else date.replace(tzinfo=timezone.utc)
                epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
                print(json.dumps({"date": text, "iso": date.isoformat(), "micro": (date - epoch) // timedelta(microseconds=1)}), file=out)
            except ValueError:
                print(json.dumps({"date": text, "iso": None, "micro": None}), file=out)


main(sys.argv[1])
