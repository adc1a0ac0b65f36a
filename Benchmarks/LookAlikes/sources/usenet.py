"""The plain card of a newsgroup in the 1990s: catcher and bowler in columns of spaces, in a browser or printed."""

import textwrap

from common import Sheet, document, officials
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-usenet"
CARDS = [
    dict(kind="screen", width=760, scale=1, pool="aus", overs=50),
    dict(kind="text", pool="ind", overs=50, margin="15mm"),
    dict(kind="screen", width=900, scale=1.5, pool="eng", days=True, groups=True),
    dict(kind="text", pool="wi", days=True, margin="12mm"),
    dict(kind="screen", width=720, scale=1, pool="sa", overs=45, grey=True, file="jpg"),
]
HEADS = {"runs": "R", "minutes": "M", "balls": "B", "fours": "4", "sixes": "6"}


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, spec["pool"], spec.get("overs", 50), days=days)
    words = Dismissals(c_and_b=rng.choice(["c & b", "c and b"]), run_out="run out", hit_wicket="hit wicket b")
    names = Names("initials", "last", "last")
    bat = rng.choice([["runs"], ["runs", "balls", "fours", "sixes"], ["runs", "minutes", "balls", "fours", "sixes"]])
    noted = rng.random() < 0.6
    falls = rng.choice(["player", "over"])
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=bat,
            bowl=["maidens"] + (["wides", "no_balls"] if noted else []),
            falls=falls,
            marks=("*", "+"),
            mark_before=True,
            overs="trim",
            bowl_zero="",
        )
        for i in match.innings
    ]
    when = date(rng, rng.choice(["long", "us"]), (1993, 1999))
    toss = match.teams[match.toss_winner]
    a, b = (i.team for i in match.innings[:2])
    umpires = officials(rng, 2, "initials")
    out = [
        f"{a} v {b}, {match.competition}",
        f"Played at {match.ground}, {when}",
        "",
        f"Result: {match.result}",
        f"Toss: {toss}",
        f"Umpires: {umpires[0]} and {umpires[1]}",
        "",
    ]
    rule = rng.choice(["", "-", "="])
    for view in views:
        innings = view.innings
        ordinal = f" {['', '1st', '2nd'][innings.number]} innings" if days else " innings"
        limit = "" if days else f" ({match.limit} overs maximum)"
        out.append(f"{view.team + ordinal + limit:<47}" + "".join(f"{HEADS[c]:>4}" for c in bat))
        out += [rule * (47 + 4 * len(bat))] if rule else []
        for row in view.batting:
            first, second = row.parts
            fits = len(first) < 14 and second and row.batter.how != "caught and bowled"
            how = f"{first:<14} {second}" if fits else row.text
            out.append(f"{row.name:<17} {how:<29}" + "".join(f"{row[c]:>4}" for c in bat))
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        down = "all out" if innings.all_out else f"{innings.wickets} wicket{'' if innings.wickets == 1 else 's'}"
        down += " dec" if innings.declared else ""
        out.append(f"{f'Extras            ({parts})':<47}{view.extras:>4}")
        out.append(f"{f'Total             ({down}, {view.overs} overs)':<47}{innings.runs:>4}")
        out.append("")
        if view.dnb:
            out += textwrap.wrap("DNB: " + ", ".join(n for n, _ in view.dnb) + ".", 66)
        fell = [
            f"{r['wicket']}-{r['runs']} ({r.name}" + (f", {r['over']} ov)" if falls == "over" else ")")
            for r in view.falls
        ]
        out += textwrap.wrap("FoW: " + ", ".join(fell) + ".", 66, break_on_hyphens=False) + [""]
        out.append(f"{'Bowling':<20}{'O':>6}{'M':>5}{'R':>5}{'W':>5}")
        for row in view.bowling:
            notes = [f"{row[c]}{k}" for c, k in (("no_balls", "nb"), ("wides", "w")) if row[c]] if noted else []
            out.append(
                f"{row.name:<20}{row['overs']:>6}{row['maidens']:>5}{row['runs']:>5}{row['wickets']:>5}"
                + (f"  ({', '.join(notes)})" if notes else "")
            )
        out += ["", ""]
    if rng.random() < 0.5:
        out.append("-- \nThe opinions above are mine and not those of my employer.")
    mail = (
        f"From: scorer@{rng.choice(['cs.invalid', 'physics.invalid'])} (The Scorer)\nNewsgroups: "
        f"rec.sport.cricket.scores\n"
        f"Subject: SCORECARD: {a} v {b}\n\n"
    )
    top = ""
    if spec.get("groups"):
        top = (
            '<div class="gg" data-no-text>Groups <span>Conversations</span></div><div class="po">'
            "<b>rec.sport.cricket.scores</b></div>"
        )
    face = rng.choice(["'Liberation Mono'", "'Nimbus Mono PS'", "'DejaVu Sans Mono'", "'Courier Prime'"])
    pad = "14px" if spec["kind"] == "screen" else "0"
    style = f"""body{{background:{"#c0c0c0" if spec.get("grey") else "#fff"};color:#000;font-family:'Liberation Sans'}}
pre{{margin:0;
font-family:{face},monospace;font-size:13px;line-height:1.22;padding:{pad}}}.gg{{padding:10px 16px;font-size:20px;
color:#666;
border-bottom:1px solid #ddd}}.gg span{{font-size:13px;margin-left:30px;color:#1a73e8}}.po{{padding:14px 14px 4px;
font-size:14px}}"""
    text = mail * (not spec.get("groups")) + "\n".join(out)
    truth = card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, f"{top}<pre>{esc(text)}</pre>"), truth)
