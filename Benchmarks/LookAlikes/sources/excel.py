"""A club secretary's workbook: printed with gridlines, and on the screen."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-excel"
CARDS = [
    dict(kind="text", overs=40, pool="eng", headings=False, margin="12mm"),
    dict(kind="screen", overs=20, pool="ind", headings=True, width=1280, scale=1),
    dict(kind="scan", overs=40, pool="sa", headings=True, dpi=200, margin="12mm"),
    dict(kind="photo", overs=35, pool="eng", headings=False, margin="12mm", small=False),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    screen = spec["kind"] == "screen"
    separate = rng.random() < 0.5
    words = Dismissals(caught=rng.choice(["c", "ct"]), c_and_b="c & b", run_out="run out", dnb="dnb", not_out=rng.choice(["not out", "Not Out"]))
    names = Names(rng.choice(["last_full", "full", "last_initials", "initials"]), "last", "last")
    bat = ["runs", "balls", "fours", "sixes"] + (["strike_rate"] if rng.random() < 0.6 else [])
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens", "wides", "no_balls", "economy"], falls="runs", dnb="rows", overs=rng.choice(["trim", "full"]), zero=rng.choice(["", "0"]),
                          bowl_zero="", rate=1) for i in match.innings]
    when = date(rng, "slash", (2005, 2024))
    grid = []
    word = {"runs": "Runs", "balls": "Balls", "fours": "4s", "sixes": "6s", "strike_rate": "S/R"}
    put = lambda *values: grid.append(list(values))
    bold = lambda text: f"<b>{text}</b>"
    put(bold(f"{esc(match.teams[0])} v {esc(match.teams[1])}"))
    put("Date", when, "Venue", esc(match.ground))
    put("Result", esc(match.result))
    put()
    for view in views:
        innings = view.innings
        put(bold(esc(view.team)))
        if separate:
            put(bold("Batsman"), bold("How Out"), bold("Bowler"), *[bold(word[c]) for c in bat])
        else:
            put(bold("Batsman"), bold("How Out"), "", *[bold(word[c]) for c in bat])
        for row in view.batting:
            first, second = row.parts
            if not separate:
                first, second = row.text, ""
            put(esc(row.name), esc(first), esc(second), *[row[c] for c in bat])
        parts = {k: v for k, v in view.parts}
        put("Extras", esc(", ".join(f"{k}{v}" for k, v in view.parts)), "", view.extras)
        put(bold("Total"), f"{'all out' if innings.all_out else f'for {innings.wickets} wkts'}", f"{view.overs} overs", bold(innings.runs))
        put()
        put("FoW", ", ".join(f'{r["wicket"]}-{r["runs"]}' for r in view.falls))
        put(bold("Bowling"), bold("Overs"), bold("Mdns"), bold("Runs"), bold("Wkts"), bold("Wides"), bold("No balls"), bold("Econ"))
        for row in view.bowling:
            put(esc(row.name), *[row[c] for c in ("overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy")])
        put()
    wide = 9
    letters = "ABCDEFGHI"
    head = f'<tr class="ab"><td class="rn"></td>{"".join(f"<td>{c}</td>" for c in letters[:wide])}</tr>' if spec["headings"] else ""
    rows = ""
    for number, values in enumerate(grid):
        cells = ""
        values = values + [""] * (wide - len(values))
        column = 0
        while column < wide:
            value = str(values[column])
            span = 1
            long = len(value) > 16 and column < 2
            while long and column + span < wide and values[column + span] == "" and span < 8 and len(value) > 14 * span:
                span += 1
            numeric = value.replace("<b>", "").replace("</b>", "").replace(".", "").isdigit()
            cells += f'<td class="{"q" if numeric else ""}" {f"colspan={span}" if span > 1 else ""}>{value}</td>'
            column += span
        rows += f'<tr>{f"<td class=rn>{number + 1}</td>" if spec["headings"] else ""}{cells}</tr>'
    ribbon = '<div class="rb" ><span>File</span><span>Home</span><span>Insert</span><span>Page Layout</span><span>Formulas</span><span>Data</span><span>Review</span><span>View</span></div><div class="fx"><span>A1</span></div>' if screen else ""
    tabs = '<div class="tb"><span>Sheet1</span><span>Averages</span></div>' if screen else ""
    style = """body{font-family:Carlito,Calibri,sans-serif;font-size:14px;color:#000}table{table-layout:fixed;width:100%}td{border:1px solid #c8c8c8;padding:1px 4px;height:20px;white-space:nowrap;overflow:visible}.q{text-align:right}.rn{background:#eee;text-align:center;width:30px;color:#444;font-size:12px}.ab td{background:#eee;text-align:center;font-size:12px;color:#444}.rb{background:#217346;color:#fff;padding:9px 12px;display:flex;gap:22px}.fx{border-bottom:1px solid #ccc;padding:4px 10px;font-size:13px}.tb{background:#eee;padding:5px 30px;display:flex;gap:20px;font-size:13px}
@media print{td{border:.6px solid #888}}col.a{width:19%}col.b{width:21%}"""
    cols = ('<col style="width:34px">' if spec["headings"] else "") + '<col style="width:20%"><col style="width:21%"><col style="width:13%">'
    truth = card_truth(match.teams, views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, f'{ribbon}<table><colgroup>{cols}</colgroup>{head}{rows}</table>{tabs}'), truth)
