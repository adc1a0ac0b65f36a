"""A print-out of a club's scoring program of about 1990 on continuous paper: capitals of one width, green bars, holes at both edges.

Programs on a BBC Micro, Amstrad PCW or early PC (Cricket Analyst, Scorer's Mate): `INNINGS OF ...`, a rule of hyphens under the heads, numbered batsmen, `EXTRAS (B 4 LB 3 W 5 NB 1)`,
`TOTAL FOR 6 WKTS (40.0 OVERS)`, falls in one line, bowling with averages, and "END OF REPORT"."""

from common import Sheet, choices, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-dotmatrix"
CARDS = [
    dict(kind="scan", dpi=200, pool="eng", overs=45),
    dict(kind="photo", pool="nz", overs=50),
    dict(kind="scan", dpi=200, bilevel=True, pool="aus", overs=40),
    dict(kind="text", pool="sa", overs=50),
    dict(kind="photo", small=True, pool="eng", overs=40),
]
UPPER = dict(caught="C", bowled="B", c_and_b="C & B", lbw="LBW B", stumped="ST", run_out="RUN OUT", not_out="NOT OUT", hit_wicket="HIT WKT B", retired="RETIRED HURT", dnb="DID NOT BAT")


def shout(view):
    """All that is printed is in capitals, a substitute's `sub` too."""
    for row in view.batting:
        row.text = row.text.upper()
        for key in ("dismissal", "fielder"):
            if row.truth[key]:
                row.truth[key] = row.truth[key].upper()


def line(pairs):
    """Texts at columns: (width, text), the width negative where it ends at the right."""
    return "".join(f"{text:<{wide}}" if wide > 0 else f"{text:>{-wide}}" for wide, text in pairs).rstrip()


def report(view, picked, columns):
    innings, team = view.innings, view.team.upper()
    wide = max(len(r.name) for r in view.batting + view.bowling) + 2
    how = max(max(len(r.text) for r in view.batting) + 2, 34)
    heads = dict(runs="RUNS", balls="BALLS", minutes="MINS", fours="4S", sixes="6S")
    size = dict(runs=-5, balls=-7, minutes=-6, fours=-5, sixes=-5)
    number = 4 if picked["numbers"] else 1
    indent = (number, "")
    cut = lambda text: "-" * len(text)
    head = [(number, " NO" if picked["numbers"] else ""), (wide, picked["batsman"]), (how, "HOW OUT"), *((size[c], heads[c]) for c in columns)]
    out = [picked["title"].format(team), picked["under"] * len(picked["title"].format(team)), "", line(head), line([(w, cut(t.strip()) if w < 0 else cut(t.strip()).rjust(len(t))) for w, t in head])]
    for k, row in enumerate(view.batting):
        out.append(line([(number, f"{k + 1:>3}" if picked["numbers"] else ""), (wide, row.name), (how, row.text), *((size[c], row[c]) for c in columns)]))
    parts = " ".join(f"{k.upper()}{picked['gap']}{v}" for k, v in view.parts)
    out.append(line([indent, (wide, "EXTRAS"), (how, f"({parts})" if parts else ""), (-5, view.extras)]))
    out.append(line([(number + wide + how, ""), (-5, "----")]))
    end = "ALL OUT" if innings.all_out else f"FOR {innings.wickets} WKT{'' if innings.wickets == 1 else 'S'}"
    out.append(line([indent, (wide, "TOTAL"), (how, f"{end} ({view.overs} OVERS)"), (-5, innings.runs)]))
    out.append(line([(number + wide + how, ""), (-5, "====")]))
    if view.falls:
        out += ["", " FALL OF WICKETS : " + "  ".join(f"{r['wicket']}-{r['runs']}" for r in view.falls)]
    out += ["", line([indent, (wide, "BOWLER"), (-7, "OVERS"), (-7, "MDNS"), (-7, "RUNS"), (-7, "WKTS"), *([(-9, "AVERAGE")] if picked["average"] else [])]),
            line([indent, (wide, "------"), (-7, "-----"), (-7, "----"), (-7, "----"), (-7, "----"), *([(-9, "-------")] if picked["average"] else [])])]
    for row in view.bowling:
        b = row.bowler
        mean = f"{b.runs / b.wickets:.2f}" if b.wickets else "-----"
        out.append(line([indent, (wide, row.name), *((-7, row[c]) for c in ("overs", "maidens", "runs", "wickets")), *([(-9, mean)] if picked["average"] else [])]))
    return out + ["", ""]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, numbers=[True, False], batsman=["BATSMAN", "NAME"], title=["INNINGS OF {}", "{} INNINGS"], under=["=", "-", "*"], gap=[" ", "", "="], average=[True, False], rows=["dotted", "initial", "last_initials", "open"],
                     program=["CRICKET ANALYST  VER 2.1", "SCORER'S MATE (C) 1988", "CLUB CRICKET RECORDS - REV C", "MATCH REPORT"], font=["'Nimbus Mono PS'", "'DejaVu Sans Mono'", "'Terminus (TTF)'", "'Liberation Mono'"],
                     ink=["#2b2b33", "#44444f", "#3a3350"], bar=["#dcefdc", "#fff", "#e3eef7", "#dcefdc"])
    columns = ["runs", *rng.choice([["minutes", "balls"], ["balls"], []]), *rng.choice([["fours", "sixes"], ["fours", "sixes"], []])]
    names = Names(picked["rows"], rng.choice(["last", picked["rows"]]), "last", upper="all")
    views = [innings_view(match, i, names, Dismissals(**UPPER), bat=columns, bowl=["maidens"], falls="plain", dnb="rows", overs="full") for i in match.innings]
    for view in views:
        shout(view)
        view.team = view.team.upper()
        view.truth["team"] = view.team
    when = date(rng, "slash", (1984, 1997))
    teams, toss = [t.upper() for t in match.teams], match.teams[match.toss_winner].upper()
    result, venue = match.result.upper(), match.ground.upper()
    lines = [line([(60, picked["program"]), (-8, "PAGE 1")]), "", f" MATCH  : {teams[0]} V {teams[1]}", f" VENUE  : {venue}", f" DATE   : {when}", f" TOSS   : {toss}", f" RESULT : {result}", "", ""]
    for view in views:
        lines += report(view, picked, columns)
    lines.append("*** END OF REPORT ***")
    rows = "".join(f"<div class={'g' if k // 3 % 2 else 'h'}>{esc(text) or '&nbsp;'}</div>" for k, text in enumerate(lines))
    holes = ("<svg class={} width=16 height=2400><defs><pattern id={} width=16 height=24 patternUnits=userSpaceOnUse><circle cx=8 cy=12 r=4.6 fill=#8a8a86 /></pattern></defs>"
             "<rect width=16 height=2400 fill=url(#{}) /></svg>")
    style = f"""body{{font-family:{picked['font']},monospace;font-size:11.5px;color:{picked['ink']};background:#fff;position:relative;padding:0 26px;overflow:hidden}}div{{white-space:pre;line-height:15.5px;{'font-weight:700;' if rng.random() < .4 else ''}padding-left:8px}}
.g{{background:{picked['bar']}}}svg{{position:absolute;top:0}}.lh{{left:2px}}.rh{{right:2px}}body{{border-left:1px dotted #bbb;border-right:1px dotted #bbb}}main{{overflow:hidden;border-left:1px dashed #ccc;border-right:1px dashed #ccc;padding:8px 0}}"""
    body = f"<main>{rows}</main>"
    body = '<section style="position:absolute;inset:0;overflow:hidden">' + holes.format("lh", "a", "a") + holes.format("rh", "b", "b") + "</section>" + body
    return Sheet(document(style, body), card_truth(teams, views, toss=toss, result=result, venue=venue, date=when))
