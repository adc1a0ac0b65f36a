"""A secretary's document: a bordered table an innings, as a word processor makes them."""

from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, in_columns, innings_view

LAYOUT = "look-wordtable"
CARDS = [
    dict(kind="text", pool="eng", overs=40, margin="18mm"),
    dict(kind="text", pool="ger", overs=20, margin="20mm"),
    dict(kind="scan", pool="eng", overs=45, margin="18mm", dpi=200),
    dict(kind="photo", pool="wi", overs=35, margin="16mm"),
    dict(kind="photo", pool="eng", overs=40, margin="18mm", sideways=True),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    form = rng.choice(["columns", "b", "one"])  # bowler in a column of its own, the same with its b, all in one cell
    words = Dismissals(
        caught=rng.choice(["c", "ct", "c."]),
        bowled=rng.choice(["b", "b."]) if form != "columns" else "b",
        c_and_b="c & b",
        run_out="run out",
        dnb="did not bat",
    )
    names = Names(rng.choice(["initial", "full", "initial_dot", "last_comma"]), rng.choice(["last", "initial"]), "last")
    balls = rng.random() < 0.35
    listed = rng.random() < 0.5
    fell = rng.choice(["runs", "player", False])
    marks = rng.choice([(" (capt)", " (wk)"), ("*", "+"), ("", "")])
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=["runs"] + ["balls"] * balls,
            bowl=["maidens"],
            falls=fell,
            overs="trim",
            dnb="list" if listed else "rows",
            marks=marks,
        )
        for i in match.innings
    ]
    batter, bowler, caps = (
        rng.choice(["Batsman", "Batter", "Name"]),
        rng.choice(["Bowler", "Bowling"]),
        rng.random() < 0.4,
    )
    sections = ""
    for view in views:
        innings, rows = view.innings, ""
        for row in view.batting:
            if form == "columns":
                how, fielder = row.batter.how, row.truth["fielder"] or ""
                word = {"caught": words.caught, "stumped": "st", "caught and bowled": "c & b", "bowled": "bowled"}.get(
                    how, how
                )
                fielder = "" if how == "run out" else fielder
                in_columns(row.truth, how, [word, fielder, row.truth["bowler"] or ""], words.caught)
                told = [f"{word} {fielder}".strip(), row.truth["bowler"] or ""]
                if how == "run out":
                    row.truth["fielder"] = None
            elif form == "b" and row.batter.how == "caught and bowled":
                told = ["c &", f"b {row.parts[1]}"]
            else:
                told = list(row.parts) if form == "b" else [row.text]
            cells = [esc(row.name), *[esc(t) for t in told]] + ([row["balls"]] if balls else []) + [row["runs"]]
            rows += (
                "<tr>"
                + "".join(f'<td class="{"n" if k <= len(told) else "r"}">{c}</td>' for k, c in enumerate(cells))
                + "</tr>"
            )
        wide = 1 if form == "one" else 2
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        down = "all out" if innings.all_out else f"for {innings.wickets} wicket{'' if innings.wickets == 1 else 's'}"
        gap = "<td></td>" if balls else ""
        heads = ["How Out"] + ["Bowler"] * (form != "one") + ["Balls"] * balls + ["Runs"]
        head = "".join(f"<th>{h.upper() if caps else h}</th>" for h in [batter] + heads)
        rows += (
            f'<tr><td class="n">Extras</td><td class="n" colspan={wide}>{parts}</td>{gap}<td class="r">'
            f'{view.extras}</td></tr><tr class="t"><td class="n">'
            f'TOTAL</td><td class="n" colspan={wide}>{down} ({view.overs} overs)</td>{gap}<td class="r">'
            f"{innings.runs}</td></tr>"
        )
        dnb = (
            f"<p>Did not bat: {('; ' if names.rows == 'last_comma' else ', ').join(esc(n) for n, _ in view.dnb)}</p>"
            if view.dnb
            else ""
        )
        falls = ""
        if fell == "runs" and view.falls:
            falls = (
                '<table class="fw"><tr><td class="n">Wicket</td>'
                + "".join(f"<td>{r['wicket']}</td>" for r in view.falls)
                + '</tr><tr><td class="n">Score</td>'
                + "".join(f"<td>{r['runs']}</td>" for r in view.falls)
                + "</tr></table>"
            )
        elif fell and view.falls:
            falls = (
                "<p>Fall of wickets: "
                + ", ".join(f"{r['runs']}-{r['wicket']} ({esc(r.name)})" for r in view.falls)
                + "</p>"
            )
        bowling = "".join(
            f'<tr><td class="n">{esc(r.name)}</td>'
            + "".join(f'<td class="r">{r[c]}</td>' for c in ("overs", "maidens", "runs", "wickets"))
            + "</tr>"
            for r in view.bowling
        )
        heads = "".join(f"<th>{h.upper() if caps else h}</th>" for h in (bowler, "Overs", "Maidens", "Runs", "Wickets"))
        sections += (
            f"<h2>{esc(view.team)} Innings</h2><table><tr>{head}</tr>{rows}</table>{dnb}{falls}<table "
            f'class="bo"><tr>{heads}</tr>{bowling}</table>'
        )
    when = date(rng, rng.choice(["long", "slash", "dot"]), (1999, 2024))
    body = (
        f'<h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><p class="c">{esc(match.competition)}, played at '
        f"{esc(match.ground)} on {when}</p>"
        f"{sections}<p><b>Result: {esc(match.result)}</b></p>"
    )
    face = rng.choice(["'Carlito'", "'Liberation Serif'", "'Comic Neue'", "'Caladea'", "'Liberation Sans'"])
    shade = rng.choice(["#fff", "#fff", "#d9d9d9", "#dbe5f1", "#4472c4"])
    style = f"""body{{font-family:{face},serif;font-size:{rng.choice([12.5, 13.5, 14])}px;color:#000}}
h1{{font-size:1.5em;text-align:center;margin:0 0 3px;
{"text-decoration:underline" if rng.random() < 0.4 else ""}}}h2{{font-size:1.12em;margin:12px 0 4px}}p{{margin:5px 0}}
.c{{text-align:center}}
table{{width:100%;margin-bottom:6px}}td,th{{border:1px solid #000;padding:1px 7px;text-align:left}}
th{{background:{shade};
color:{"#fff" if shade == "#4472c4" else "#000"}}}.r{{text-align:right;width:66px}}.t td{{font-weight:700}}
.fw td{{text-align:center;padding:1px 3px}}
.bo{{width:{rng.choice([76, 100])}%}}.bo .r{{text-align:{rng.choice(["center", "right"])}}}"""
    truth = card_truth(match.teams, views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
