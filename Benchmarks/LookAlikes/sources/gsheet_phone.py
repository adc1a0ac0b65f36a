"""A spreadsheet's app on a telephone: grid, letters and numbers, columns that somebody made up."""

from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, in_columns, innings_view

LAYOUT = "look-gsheetphone"
CARDS = [
    dict(kind="screen", width=412, scale=2.5, pool="ind", overs=20),
    dict(kind="screen", width=430, scale=2, pool="eng", overs=30, file="jpg"),
    dict(kind="screen", width=400, scale=3, pool="sl", overs=25, height=860),
    dict(kind="photo", of="screen", width=412, scale=2.5, pool="nz", overs=20, height=900),
]
LETTERS = "ABCDEFGHIJ"


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    both = not spec.get("height")
    apart = rng.random() < 0.5
    sixes = not apart and rng.random() < 0.6
    words = Dismissals(
        caught=rng.choice(["c", "ct"]), c_and_b="c&b", run_out="run out", dnb="dnb", hit_wicket="hit wkt b"
    )
    names = Names("initial" if apart else rng.choice(["last", "initial"]), "last", "last")
    if names.rows == "last":
        names.row = lambda person: names.brief(person, next(s for s in match.squads if person in s), "last")
    zero = rng.choice(["0", ""])
    bat = ["runs", "balls"] + (["fours", "sixes"] if sixes else [])
    played = match.innings if both else match.innings[:1]
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=bat,
            bowl=["maidens"],
            falls=False,
            dnb="rows",
            overs="trim",
            zero=zero,
            extras_parts=(),
            total_wickets=True,
        )
        for i in played
    ]
    letter = {"runs": "R", "balls": "B", "fours": "4s", "sixes": "6s"}
    if rng.random() < 0.5:
        letter["runs"], letter["balls"] = "Runs", "Balls"
    told = 3 if apart else 2
    when = date(rng, rng.choice(["slash", "short", "dot"]), (2018, 2025))
    title = f"{match.teams[0]} vs {match.teams[1]}"
    grid, tags = [[f"<b>{esc(title)}</b>"], [when, match.ground], []], ["h/title", "h/date", ""]
    add = lambda tag, *row: (grid.append(list(row)), tags.append(tag))
    for index, view in enumerate(views):
        innings = view.innings
        how = ["How out", "Bowler"] if apart else ["Out"]
        add(f"i{index}", f"<b>{esc(view.team)}</b>")
        add("", "<b>Batter</b>", *[f"<b>{h}</b>" for h in how], *[f"<b>{letter[c]}</b>" for c in bat])
        for k, row in enumerate(view.batting):
            if apart:
                fielder = row.truth["fielder"] or ""
                kind = row.batter.how
                word = {"caught": words.caught, "stumped": "st", "caught and bowled": "c&b", "did not bat": "dnb"}.get(
                    kind, kind
                )
                if kind == "run out":
                    row.truth["fielder"], fielder = None, ""
                columns = [word, fielder, row.truth["bowler"] or ""]
                in_columns(row.truth, kind, columns, words.caught)
                cells = [f"{word} {fielder}".strip(), columns[2]]
            else:
                cells = [row.text]
            add(f"b{index}.{k}", esc(row.name), *[esc(c) for c in cells], *[row[c] for c in bat])
        add(f"x{index}", "Extras", *[""] * (told - 1), str(view.extras))
        add(
            f"t{index}",
            "<b>TOTAL</b>",
            f"{innings.wickets} wkts",
            *[f"{view.overs} ov"] * (told == 3),
            f"<b>{innings.runs}</b>",
        )
        if told == 2:
            view.truth["total"]["overs"] = None
        view.truth["total"]["wickets"] = innings.wickets
        add("")
        add("", *[f"<b>{h}</b>" for h in ("Bowler", "O", "M", "R", "W")])
        for k, row in enumerate(view.bowling):
            add(f"w{index}.{k}", esc(row.name), row["overs"], row["maidens"], row["runs"], row["wickets"])
        add("")
    columns = told + len(bat) + 1
    widths = [90] + ([96, 78] if apart else [164]) + [34 if letter["runs"] == "R" else 40] * len(bat) + [46]
    numeric = lambda text: text.replace("<b>", "").replace("</b>", "").replace(".", "").isdigit()
    rows = ""
    for k, (row, tag) in enumerate(zip(grid, tags)):
        row = row + [""] * (columns - len(row))
        rows += (
            f'<tr data-t="{tag}"><th>{k + 1}</th>'
            + "".join(f'<td class="{"r" if numeric(c) else ""}">{c}</td>' for c in row)
            + "</tr>"
        )
    letters = "".join(f'<th style="width:{w}px">{LETTERS[k]}</th>' for k, w in enumerate(widths))
    body = (
        f'<div data-no-text><div class="st">12:08 <span>◢ ▮</span></div><div class="ap">✓ &nbsp; ↶ ↷ <span>A̲ ＋ 💬 '
        f"⋮</span></div></div><table><tr>"
        f'<th class="k"></th>{letters}</tr>{rows}</table><div class="bt" data-no-text><b>Sheet{rng.randint(1, 9)} '
        f"▾</b> &nbsp; Averages &nbsp; ＋</div>"
    )
    shade = rng.choice(["#d9ead3", "#cfe2f3", "#fff2cc", "#fff"])
    style = f"""body{{font-family:'Liberation Sans','Arial',sans-serif;font-size:12px;color:#000;background:#fff}}
.st,.ap{{display:flex;
justify-content:space-between;padding:7px 14px;font-size:13px}}.ap{{font-size:17px;color:#188038;
border-bottom:1px solid #ddd}}table{{table-layout:fixed;
width:{sum(widths) + 30}px}}th{{background:#f1f3f4;color:#5f6368;font-weight:400;border:1px solid #c7cacd;
font-size:11px;height:21px}}.k,tr th:first-child{{width:30px}}
td{{border:1px solid #e1e3e4;height:22px;padding:1px 3px;white-space:nowrap}}.r{{text-align:right}}
tr[data-t^="i"] td,tr[data-t^="t"] td{{background:{shade}}}
.bt{{background:#f8f9fa;border-top:1px solid #ddd;padding:11px 14px;color:#188038;
{"position:absolute;bottom:0;width:100%;display:none" if not both else ""}}}
body{{width:{spec["width"]}px;overflow-x:hidden}}"""
    truth = card_truth(match.teams, views, venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
