"""A statistics site of the early 2000s: the match card with each batter's share of the total.

howstat.com: a banner and a menu at the left, a small table about the match, then an innings after the other in Verdana:
side and innings in the head of the table, R, BF, 4s, 6s, S/R and the percentage of the total, extras, total, falls, bowling."""

from common import Sheet, absent, batting_rows, bowling_rows, choices, document, ending, falls, grid, joined, ordinal, views_of
from match import Match
from names import date
from names6 import international
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-howstat"
CARDS = [
    dict(kind="text", days=True, fit=False),
    dict(kind="screen", width=1000, scale=1.2, overs=50),
    dict(kind="screen", width=820, scale=1.5, overs=20, bare=True, file="jpg", quality=78),
    dict(kind="scan", dpi=200, overs=50, gray=True),
    dict(kind="photo", of="screen", width=940, scale=1.4, overs=20, pool="ban"),
]
MENU = ["Home", "Site Map", "Players", "Teams", "Grounds", "Records", "Test Cricket", "ODI Cricket", "T20 Cricket", "Head to Head",
        "What's New", "Help", "Contact Us"]
BAT = ["runs", "balls", "fours", "sixes", "strike_rate"]


def innings_tables(index, view, match, days, picked):
    total = view.innings.runs
    share = lambda row: f"{int(row['runs']) * 100 / total:.2f}" if total else "0.00"
    rows = [(tag, [*cells, share(row)]) for (tag, cells), row in zip(batting_rows(index, view, BAT), view.batting)]
    parts = joined(view.parts, "{k} {v}")
    rows.append((f"x{index}", ["Extras", f"({parts})" if parts else "", view.extras, "", "", "", "", f"{view.extras * 100 / total:.2f}"]))
    end = ending(view.innings, declared=" declared", few="{} wickets", one="{} wicket")
    rows.append((f"t{index}", ["<b>Total</b>", f"({end}, {view.overs} overs)", f"<b>{total}</b>", "", "", "", "", f"{view.innings.rate:.2f} rpo"]))
    title = esc(view.team) + (ordinal(view.innings, days) if days else " Innings")
    out = grid([title, "", "R", "BF", "4s", "6s", picked["rate"], picked["share"]], rows, (0, 1), "bat")
    out = out.replace("<tr>", f"<tr data-t=i{index}>", 1)
    if view.dnb:
        out += f"<p data-t=d{index}><b>Did not bat:</b> {absent(view)}</p>"
    if view.falls:
        out += f"<p data-t=f{index}><b>Fall of Wickets:</b> {falls(view, picked['fall'])}</p>"
    strike = lambda row: [f"{row.bowler.balls / row.bowler.wickets:.1f}" if row.bowler.wickets else "-"]
    columns = ["overs", "maidens", "runs", "wickets", "economy"]
    return out + grid([f"{esc(view.innings.fielding_team)} Bowling", "O", "M", "R", "W", "Econ", "S/R"],
                      bowling_rows(index, view, columns, strike), name="bowl")


def draw(rng, spec):
    days = spec.get("days", False)
    match = (Match(rng, spec["pool"], spec["overs"]) if "pool" in spec else international(rng, spec.get("overs", 50), days))
    picked = choices(rng, bar=["#004080", "#336633", "#5a2d0c", "#333366"], pale=["#ffffcc", "#e8eef6", "#eef5e8"], rate=["S/R", "S-Rate"],
                     share=["% Total", "% of Total"], rows=["initials", "full", "initial"], fall=["{wicket}-{runs} ({name}, {over} ov)",
                     "{wicket}-{runs} ({name})", "{wicket}-{runs}"])
    kind = "over" if "over" in picked["fall"] else "player" if "name" in picked["fall"] else "bare"
    words = Dismissals(run_out="run out ({})")
    views = views_of(match, Names(picked["rows"], rng.choice(["last", "initial"]), picked["rows"] if kind == "over" else "last"), words, bat=BAT,
                     bowl=["maidens", "economy"], falls=kind, marks=rng.choice([("*", "+"), ("", ""), (" (c)", " (wk)")]))
    when, toss = date(rng, "long", (1999, 2012)), match.teams[match.toss_winner]
    facts = [("Venue", esc(match.ground)), ("Date", when), ("Toss", esc(toss)), ("Result", esc(match.result)),
             ("Man of Match", esc(match.squads[0][3].form("full")))]
    head = "".join(f"<tr><td class=n><b>{k}:</b></td><td class=n>{v}</td></tr>" for k, v in facts)
    cards = "".join(innings_tables(k, v, match, days, picked) for k, v in enumerate(views))
    title = f"<h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><table class=facts>{head}</table>"
    menu = "" if spec.get("bare") else "<aside>" + "".join(f"<div>{m}</div>" for m in MENU) + "</aside>"
    banner = "" if spec.get("bare") else "<header data-no-text>Stat<i>ZONE!</i> <small>The Cricket Statisticians</small></header>"
    style = f"""body{{font-family:'DejaVu Sans',Verdana,sans-serif;font-size:10.5px;color:#000;background:#fff}}
header{{background:{picked['bar']};color:#fff;font-size:26px;font-weight:700;padding:8px 14px}}header small{{font-size:11px;font-weight:400}}
.all{{display:flex}}aside{{width:120px;background:{picked['pale']};padding:8px;line-height:1.9;color:{picked['bar']};text-decoration:underline;flex:none}}
main{{flex:1;padding:8px 12px}}h1{{font-size:15px;color:{picked['bar']};margin:4px 0 8px}}.facts td{{padding:1px 8px 1px 0}}
.bat,.bowl{{width:100%;margin-top:12px}}.bowl{{width:72%;margin-top:8px}}th{{background:{picked['bar']};color:#fff;text-align:right;padding:3px 5px}}
td{{padding:2.5px 5px;text-align:right}}.n{{text-align:left}}.bat tr:nth-child(odd) td,.bowl tr:nth-child(odd) td{{background:{picked['pale']}}}
p{{margin:6px 5px;line-height:1.5}}footer{{padding:14px 5px;color:#777;font-size:9px}}"""
    foot = "<footer>Copyright © 1999-2012 StatZone. All rights reserved. <u>Back to the list of matches</u></footer>"
    truth = card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, f"{banner}<div class=all>{menu}<main>{title}{cards}{foot}</main></div>"), truth)
