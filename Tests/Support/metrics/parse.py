"""Reads Prometheus's text format with Prometheus's own parser and prints what it holds as JSON.

A series that stands twice, a histogram that falls, or whose last bucket is not its count, is an error.
"""

import json
import sys

from prometheus_client.parser import text_string_to_metric_families

text = sys.stdin.read()
assert text.endswith("\n"), "the last line has no end"
families, seen = {}, set()
for family in text_string_to_metric_families(text):
    assert family.name not in families, "%s stands twice" % family.name
    assert family.documentation and family.type != "unknown", "%s lacks HELP or TYPE" % family.name
    buckets = {}
    for sample in family.samples:
        series = (sample.name, tuple(sorted(sample.labels.items())))
        assert series not in seen, "%s stands twice" % (series,)
        seen.add(series)
        labels = {name: value for name, value in sample.labels.items() if name != "le"}
        key = tuple(sorted(labels.items()))
        if sample.name.endswith("_bucket"):
            buckets.setdefault(key, []).append((float(sample.labels["le"]), sample.value))
        if family.type == "histogram" and sample.name.endswith("_count"):
            counts = [count for _, count in sorted(buckets[key])]
            assert counts == sorted(counts) and counts[-1] == sample.value, series
    families[family.name] = {
        "type": family.type,
        "samples": [{"name": s.name, "labels": s.labels, "value": s.value} for s in family.samples],
    }
json.dump(families, sys.stdout)
