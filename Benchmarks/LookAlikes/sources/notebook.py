"""A notebook of somebody who works with ball-by-ball data: the card as printed tables of a program.

Jupyter, VS Code, Kaggle with Cricsheet files: a cell of code, text that it printed, a data frame with an index from 0, then the next.
The names are as Cricsheet has them (initials and family name); floats have the decimals that pandas gives them."""

from common import Sheet, choices, chose, document, joined, views_of
from match import Match
from names import date
from names6 import international
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-notebook"
CARDS = [
    dict(kind="screen", width=1000, scale=1.3, overs=20),
    dict(kind="text", overs=50),
    dict(kind="screen", width=840, scale=1.6, overs=50, dark=True, height=1180, file="jpg", quality=85),
    dict(kind="photo", of="screen", width=900, scale=1.5, overs=20, dark=True),
    dict(kind="scan", dpi=200, overs=20, days=False, gray=True),
]
BAT = ["runs", "balls", "fours", "sixes", "strike_rate"]
BOWL = ["overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy"]


def frame(head, rows, tag, start=0):
    top = "<tr><th></th>" + "".join(f"<th>{h}</th>" for h in head) + "</tr>"
    return "<table>" + top + "".join(f"<tr data-t={tag}.{k}><th>{k + start}</th>" + "".join(f"<td>{v}</td>" for v in row) + "</tr>" for k, row in enumerate(rows)) + "</table>"


def prompt(kind, number, body):
    colour = "in" if kind == "In" else "out"
    return f"<div class=cell><span class={colour} data-no-text>{kind} [{number}]:</span><div class={'code' if kind == 'In' else 'res'}>{body}</div></div>"


def block(index, view, number, picked, words):
    code = f"card = innings_card(match, {index + 1})<br>card.summary(); card.batting"
    innings = view.innings
    said = [f"<span data-t=i{index}>{esc(view.team)}</span>: <span data-t=t{index}>{innings.runs}/{innings.wickets} ({view.overs} overs)</span>", f"<span data-t=x{index}>Extras: {view.extras}" +
            (f" ({joined(view.parts, '{k} {v}')})" if view.parts else "") + "</span>"]
    if view.dnb:
        said.append(f"<span data-t=d{index}>Did not bat: {', '.join(esc(n) for n, _ in view.dnb)}</span>")
    bats = [[esc(r.name), esc(r.text), *(r[c] for c in BAT)] for r in view.batting]
    bowls = [[esc(r.name), *(r[c] for c in BOWL)] for r in view.bowling]
    fell = [[r["wicket"], r["runs"], esc(r.name), r["over"]] for r in view.falls]
    out = prompt("In", number, code) + f"<pre>{'<br>'.join(said)}</pre>" + prompt("Out", number, frame(words["bat"], bats, f"b{index}"))
    out += prompt("In", number + 1, "card.bowling") + prompt("Out", number + 1, frame(words["bowl"], bowls, f"w{index}"))
    if picked["falls"] and fell:
        out += prompt("In", number + 2, "card.fall_of_wickets") + prompt("Out", number + 2, f"<div data-t=f{index}>" + frame(["wicket", "score", "batter", "over"], fell, f"z{index}") + "</div>")
    return out


def draw(rng, spec):
    match, dark = international(rng, spec["overs"]), spec.get("dark", False)
    picked = choices(rng, falls=[True, False], long=[True, False], rows=["initials", "full"], zebra=[True, False])
    words = dict(bat=["batter", "dismissal", "runs", "balls", "fours", "sixes", "strike_rate"], bowl=["bowler", "overs", "maidens", "runs", "wickets", "wides", "noballs", "economy"]) if picked["long"] else dict(
        bat=["Batter", "Dismissal", "R", "B", "4s", "6s", "SR"], bowl=["Bowler", "O", "M", "R", "W", "WD", "NB", "ER"])
    views = views_of(match, Names(picked["rows"], picked["rows"], picked["rows"]), Dismissals(c_and_b="c and b", run_out="run out ({})"), bat=BAT, bowl=["maidens", "economy", "wides", "no_balls"],
                     falls="over" if picked["falls"] else None, rate=rng.choice([1, 2]), economy=rng.choice([1, 2]))
    when, toss, number = date(rng, "iso"), chose(match, "{}, {}"), rng.randint(3, 24)
    load = f'match = load_match("{rng.randint(300000, 1450000)}.json")<br>match.info()'
    info = f"date    {when}<br>venue   {esc(match.ground)}<br>teams   {esc(match.teams[0])} v {esc(match.teams[1])}<br>toss    {esc(toss)}<br>result  {esc(match.result)}"
    cards, step = prompt("In", number, load) + f"<pre>{info}</pre>", 3 if picked["falls"] else 2
    for index, view in enumerate(views):
        cards += block(index, view, number + 1 + step * index, picked, words)
    bar = "" if spec["kind"] in ("text", "scan") else f"<nav data-no-text><b>cards.ipynb</b><span>+ Code</span><span>+ Markdown</span><span>▷ Run All</span><span class=k>Python 3.11</span></nav>"
    back, ink, line, grey, code = ("#1e1e1e", "#d4d4d4", "#3a3a3a", "#2a2a2a", "#252526") if dark else ("#fff", "#1f1f1f", "#dcdcdc", "#f5f5f5", "#f7f7f7")
    style = f"""body{{font-family:'Liberation Sans','Open Sans',sans-serif;font-size:12.5px;color:{ink};background:{back};padding-bottom:20px}}nav{{display:flex;gap:22px;background:{code};padding:9px 14px;border-bottom:1px solid {line}}}
.k{{margin-left:auto}}.cell{{display:flex;padding:5px 12px}}.in,.out{{width:70px;flex:none;font-family:'DejaVu Sans Mono',monospace;font-size:11px;color:#307fc1;padding-top:6px}}.out{{color:#bf5b3d}}
.code{{flex:1;background:{code};border:1px solid {line};font-family:'DejaVu Sans Mono',monospace;font-size:11.5px;padding:6px 8px}}pre{{font-family:'DejaVu Sans Mono',monospace;font-size:11.5px;margin:4px 12px 4px 84px;white-space:pre-wrap;line-height:1.4}}
th,td{{text-align:right;padding:4px 8px;white-space:nowrap}}tr:first-child th{{border-bottom:1px solid {line}}}{f"tr:nth-child(even){{background:{grey}}}" if picked['zebra'] else ''}"""
    return Sheet(document(style, bar + cards), card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when))
