"""An Australian board's match centre: wickets before runs, how out in a column of its own, wide dark page.

cricket.com.au and the sports pages of Fox and Seven: series and match in the head, a bar a side in its colours, Batters / R / B /
4s / 6s / SR, `Extras (b 1, lb 2, nb 0, w 5, p 0)`, `5/187 (20 overs, RR: 9.35)`, falls as `1/23 (Smith, 3.2 ov)`, bowling with 0s."""

from common import Sheet, absent, bowling_rows, choices, chose, document, falls, grid, joined, ordinal, sides, views_of
from match import Match
from names import date
from names6 import international
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-cricketau"
CARDS = [
    dict(kind="screen", width=1200, scale=1.25, overs=20),
    dict(kind="screen", width=900, scale=1.5, overs=50, file="jpg", quality=80),
    dict(kind="text", days=True),
    dict(kind="photo", of="screen", width=1000, scale=1.5, overs=20),
    dict(kind="scan", dpi=200, overs=50),
]
BAT = ["runs", "balls", "fours", "sixes", "strike_rate"]
BOWL = ["overs", "maidens", "runs", "wickets", "wides", "no_balls", "dots", "economy"]
COLOURS = ["#1d6b3a", "#c8102e", "#00843d", "#0b2f6b", "#e35205", "#5b2a86", "#00788a", "#b5121b"]


def figure(innings):
    down = f"{innings.wickets}/{innings.runs}" if not innings.all_out else f"{innings.runs}"
    return down + ("d" if innings.declared else "")


def face(colour):
    return f'<svg data-no-text width="24" height="24"><circle cx="12" cy="12" r="12" fill="#d6dbe2"/><circle cx="12" cy="10" r="5" fill="#a3795b"/><path d="M3 23q1-8 9-8t9 8" fill="{colour}"/></svg>'


def block(index, view, match, days, colour, picked):
    rows = [(f"b{index}.{k}", [f"{face(colour) if picked['faces'] else ''} {esc(r.name)}", esc(r.text), f"<b>{r['runs']}</b>", *(r[c] for c in BAT[1:])]) for k, r in enumerate(view.batting)]
    parts = joined(view.parts, picked["part"])
    head = f"<h3 data-t=i{index} style='background:{colour}'><span>{esc(view.team)}{ordinal(view.innings, days, ('', ' 1st Innings', ' 2nd Innings')) if days else ''}</span><span>{figure(view.innings)} <small>({view.overs} ov)</small></span></h3>"
    table = grid(["Batters", "", "R", "B", "4s", "6s", "SR"], rows, (0, 1), "bat")
    declared = " declared" if view.innings.declared else " all out" if view.innings.all_out else ""
    sums = (f"<div class=sum data-t=x{index}><span>Extras <em>({parts})</em></span><b>{view.extras}</b></div><div class='sum tot' data-t=t{index}><span>Total</span>"
            f"<b>{figure(view.innings).rstrip('d')}{declared} <em>({view.overs} overs, RR: {view.innings.rate:.2f})</em></b></div>")
    more = f"<p data-t=d{index}><b>{picked['dnb']}</b><br>{absent(view)}</p>" if view.dnb else ""
    fell = falls(view, "{wicket}/{runs} ({name}, {over} ov)")
    more += f"<p data-t=f{index}><b>Fall of wickets</b><br>{fell}</p>" if fell else ""
    return head + table + sums + more + grid(["Bowlers", "O", "M", "R", "W", "WD", "NB", "0s", "Econ"], bowling_rows(index, view, BOWL), name="bowl")


def draw(rng, spec):
    days = spec.get("days", False)
    match = international(rng, spec.get("overs", 50), days, home="aus") if rng.random() < 0.5 else Match(rng, rng.choice(["aus", "women"]), spec.get("overs", 50), days=days)
    paper = spec["kind"] in ("text", "scan")
    picked = choices(rng, faces=[True, False], part=["{k} {v}", "{v}{k}"], dnb=["Did not bat", "Yet to bat"], rows=["full", "full", "initial_dot"], dark=[not paper, False])
    colours = rng.sample(COLOURS, 2)
    views = views_of(match, Names(picked["rows"], rng.choice(["last", "initial_dot"]), "last"), Dismissals(c_and_b="c & b", run_out="run out ({})", dagger=rng.random() < 0.4), bat=BAT,
                     bowl=["maidens", "economy", "wides", "no_balls"], marks=rng.choice([(" (c)", " †"), (" (c)", " (wk)"), ("", "")]), extras_zero=True, overs="trim",
                     extras_parts=("byes", "leg_byes", "no_balls", "wides", "penalty") if rng.random() < 0.5 else ("byes", "leg_byes", "wides", "no_balls"))
    for view in views:
        if view.innings.all_out:
            view.truth["total"]["wickets"] = 10
    when, toss = date(rng, "long", (2019, 2025)), chose(match, "{} won the toss and elected to {}")
    head = "".join(f"<div class=tm><b>{esc(t)}</b><span>" + " &amp; ".join(figure(i) for i in match.innings if i.team == t) + "</span></div>" for t in sides(match))
    top = (f"<header data-no-text><b>cricket</b><span>Matches</span><span>News</span><span>Video</span><span>Series</span><span>Teams</span><span class=lv>WATCH LIVE</span></header>"
           f"<div class=hd><small>{esc(match.competition)} | {esc(match.ground)} | {when}</small>{head}<p>{esc(match.result)}</p></div>"
           "<nav data-no-text><span>Match Centre</span><span class=on>Scorecard</span><span>Ball by ball</span><span>Stats</span><span>Highlights</span></nav>")
    cards = "".join(block(k, v, match, days, colours[match.teams.index(v.team)], picked) for k, v in enumerate(views))
    tail = f"<p><b>Toss</b><br>{esc(toss)}</p><footer>Get the latest squad news and fixtures in the app &nbsp; <u>Download now</u></footer>"
    back, ink, line, soft = ("#0e1626", "#f2f5fa", "#243049", "#93a0b8") if picked["dark"] else ("#fff", "#16202e", "#e3e7ee", "#6b7686")
    style = f"""body{{font-family:'Roboto Condensed','Inter','Liberation Sans',sans-serif;font-size:14px;background:{back};color:{ink}}}header{{display:flex;gap:26px;background:#06101f;color:#fff;padding:13px 24px}}
header b{{font-size:18px}}.lv{{margin-left:auto;background:#f5c400;color:#000;padding:2px 10px;border-radius:3px}}.hd{{padding:16px 24px;background:{'#16213a' if picked['dark'] else '#f2f5fa'}}}
.tm{{display:flex;justify-content:space-between;font-size:19px;margin-top:6px;max-width:520px}}.tm span{{font-weight:700}}.hd p{{margin:8px 0 0;color:{soft}}}small{{color:inherit;font-weight:400;font-size:12px}}
nav{{display:flex;gap:30px;padding:12px 24px;border-bottom:1px solid {line};color:{soft}}}nav .on{{color:{ink};border-bottom:3px solid #f5c400}}
h3{{display:flex;justify-content:space-between;color:#fff;margin:16px 24px 0;padding:9px 14px;font-size:16px}}table{{width:calc(100% - 48px);margin:0 24px}}td,th{{padding:7px 10px;text-align:right;border-bottom:1px solid {line}}}
th{{color:{soft};font-weight:500;font-size:12px}}.n{{text-align:left}}td.n+td.n{{color:{soft}}}td svg{{vertical-align:middle}}.sum{{margin:0 24px;padding:8px 10px;display:flex;justify-content:space-between;border-bottom:1px solid {line}}}
em{{font-style:normal;font-weight:400;color:{soft}}}.tot{{font-size:16px}}p{{margin:9px 34px;line-height:1.5}}footer{{margin-top:18px;background:#06101f;color:#fff;padding:16px 24px}}"""
    return Sheet(document(style, top + cards + tail), card_truth(sides(match), views, toss=toss, result=match.result, venue=match.ground, date=when))
