"""A British quality paper's scoreboard of the 2000s and 2010s in a tinted panel: below each batter a line in italics with minutes, balls and boundaries.

The Times, The Daily Telegraph, The Independent: "England v Australia", ground, result, `England: First Innings`, `*A J Strauss c Haddin b Siddle . . . 69` and below it `(150 min, 121 balls, 8 fours, 1 six)`, `Extras (b 4, lb 5, nb 3) 12`, `Total (7 wkts dec, 90 overs) 301`,
`Fall of wickets: 1-23, 2-45`, `Bowling: Siddle 20-4-67-2`, "Umpires"."""

from common import LEADERS, Sheet, absent, choices, counted, document, dots, figures, leader, officials, sides, written
from names import date
from view import Dismissals, card_truth, esc, innings_view
from weather8 import make

LAYOUT = "look-scorepanel"
CARDS = [
    dict(kind="scan", dpi=240, nations=True, days=True),
    dict(kind="photo", nations=True, overs=50, crop=True, paper=(120, 420), margin="8mm"),
    dict(kind="scan", dpi=200, pool="eng", days=True, gray=True),
    dict(kind="text", nations=True, overs=50, case="dls"),
    dict(kind="photo", nations=True, overs=20, paper=(110, 380), margin="7mm", crop=True, case="super"),
]


def stay(row, picked):
    """150 min, 121 balls, 8 fours; what is nought is not said."""
    batter, parts = row.batter, []
    if picked["minutes"]:
        parts.append(f"{row['minutes']}{picked['min']}")
    parts.append(f"{row['balls']} ball{'s' if row['balls'] != '1' else ''}")
    if batter.sixes and picked["first"]:
        parts.append(counted(batter.sixes, "six").replace("sixs", "sixes"))
    if batter.fours:
        parts.append(counted(batter.fours, "four"))
    if batter.sixes and not picked["first"]:
        parts.append(counted(batter.sixes, "six").replace("sixs", "sixes"))
    text = ", ".join(parts)
    return f"({text})" if picked["brackets"] else text


def block(view, picked, days):
    innings = view.innings
    fill = dots() if picked["leaders"] else "<i></i>"
    out = f"<h3>{esc(view.team)}{(': First Innings', ': Second Innings')[innings.number - 1] if days else ''}</h3>"
    for row in view.batting:
        out += leader(f"{esc(row.name)} {esc(row.text)}", row["runs"], fill=fill)
        if row.batter.balls:
            out += f"<div class=st>{stay(row, picked)}</div>"
        else:
            row.truth["minutes"] = row.truth["balls"] = None
    parts = ", ".join(f"{k} {v}" for k, v in view.parts)
    out += leader(f"Extras{f' ({parts})' if parts else ''}", str(view.extras), fill=fill)
    end = f"{counted(innings.wickets, 'wkt')}{' dec' if innings.declared else ''}, " if not innings.all_out else ""
    out += leader(f"<b>Total</b> ({end}{view.overs} overs)", f"<b>{innings.runs}</b>", fill=fill)
    if view.dnb:
        out += f"<p>{absent(view)} did not bat.</p>" if picked["after"] else f"<p><b>Did not bat</b> {absent(view)}.</p>"
    if view.falls:
        out += f"<p><b>Fall of wickets</b>{picked['colon']} {', '.join(r['wicket'] + '-' + r['runs'] for r in view.falls)}.</p>"
    return out + f"<p><b>Bowling</b>{picked['colon']} {figures(view)}.</p>"


def draw(rng, spec):
    match = make(rng, spec, over="; {} won the Super Over", method="Duckworth/Lewis method")
    days = spec.get("days")
    picked = choices(rng, minutes=[True, True, False], min=["min", " min", " mins"], first=[True, False], brackets=[True, False], leaders=[True, False], after=[True, False], colon=["", ":"], tint=["#eef3e6", "#f3ead7", "#e6eef5", "#fff", "#f1f1f1"], face=["'TeX Gyre Termes'", "'Liberation Sans Narrow'", "'Nimbus Roman'", "'Open Sans Condensed'"], bar=["#7a1020", "#123a63", "#111", "#2d5a27"], mark=[("*", "†"), ("*", "†"), ("", "")])
    names = written(match, "open")
    bat = ["runs", "balls", "fours", "sixes"] + (["minutes"] if picked["minutes"] else [])
    words = Dismissals(c_and_b="c and b", run_out=rng.choice(["run out", "run out ({})"]))
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens"], falls="plain", overs="trim", zero="", marks=picked["mark"], mark_before=True, total_wickets=not i.all_out) for i in match.innings]
    a, b = sides(match)
    when = date(rng, "long", (2003, 2017))
    toss = match.teams[match.toss_winner]
    umpires = " and ".join(officials(rng, 2, "open", "eng"))
    body = "".join(block(v, picked, days) for v in views)
    head = f"<div class=bar data-no-text>{rng.choice(['Scoreboard', 'Scorecard', 'How they stand', 'Details'])}</div><h2>{esc(a)} v {esc(b)}</h2><p class=wh>{esc(match.ground)}, {when}. {esc(toss)} won toss</p><p class=rs><b>{esc(match.result)}</b></p>"
    wide = days or spec["kind"] == "text"
    style = f"""body{{font-family:{picked['face']},serif;font-size:11.5px;color:#111;background:{picked['tint']};line-height:1.22}}.pn{{padding:8px 12px 10px;border-top:5px solid {picked['bar']};border-bottom:1px solid #555}}.bar{{font-weight:700;color:{picked['bar']};letter-spacing:1px;font-size:12px}}h2{{font-size:17px;margin:2px 0}}.wh{{font-style:italic;margin:2px 0}}.rs{{margin:2px 0 4px}}.cols{{columns:{2 if wide else 1};column-gap:20px;column-rule:.5px solid #777}}
h3{{font-size:12.5px;margin:8px 0 3px;break-after:avoid;color:{picked['bar']}}}{LEADERS}.st{{font-style:italic;font-size:.86em;color:#444;padding-left:10px;break-before:avoid}}p{{margin:3px 0;padding-left:0}}.u{{margin-top:6px}}b{{font-weight:700}}"""
    html = f"<div class=pn>{head}<div class=cols>{body}<p class=u><b>Umpires</b> {umpires}.</p></div></div>"
    return Sheet(document(style, html), card_truth([a, b], views, toss=f"{toss} won toss", result=match.result, venue=match.ground, date=when))
