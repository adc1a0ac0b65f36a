"""tally.py EVALUATION.json: fields right and cards right by source and kind; --cells ID... lists what is not right."""
import json
import sys
from collections import defaultdict

data = json.load(open(sys.argv[1]))
pages = data["pages"]
if len(sys.argv) > 2 and sys.argv[2] == "--cells":
    for wanted in sys.argv[3:]:
        for page in pages:
            if page["document"].startswith(wanted):
                print(f"== {page['document']} {page['fieldsRight']}/{page['fieldsTotal']}")
                for cell in page["cells"]:
                    print(f"   {cell['outcome']:8} {cell['path']:36} {cell.get('expected')!r:34} {cell.get('found')!r}")
    sys.exit()
table = defaultdict(lambda: defaultdict(list))
for page in pages:
    for kind in (page["kind"], "all"):
        table[page["layout"]][kind].append(page)
        table["(cards)" if "look-no" not in page["layout"] else "(no cards)"][kind].append(page)
kinds = ["text", "screen", "scan", "photo", "all"]
print(f"{'source':26}" + "".join(f"{k:>16}" for k in kinds))
for layout in sorted(table, key=lambda l: (l.startswith("("), l)):
    line = f"{layout:26}"
    for kind in kinds:
        group = table[layout].get(kind, [])
        right, total = sum(p["fieldsRight"] for p in group), sum(p["fieldsTotal"] for p in group)
        share = f"{100 * right / total:.1f}%" if total else ("-" if group else "")
        line += f"{share:>9} {(str(sum(p['cardRight'] for p in group)) + '/' + str(len(group))) if group else '':>6}"
    print(line)
print()
for page in sorted(pages, key=lambda p: p["fieldsRight"] / max(1, p["fieldsTotal"])):
    if not page["cardRight"]:
        print(f"{page['document']:36} {100 * page['fieldsRight'] / max(1, page['fieldsTotal']):6.1f}%  {page['fieldsRight']}/{page['fieldsTotal']}  cer {page.get('cer') or 0:.3f}")
