"""The app of the American leagues' platform on a telephone: round portraits, a switch of sides, extras and total as lines, wides and no-balls below a bowler's name.

CricClubs app: `Riverside CC 187/6 (20.0/20)`, result in green, tabs, team pills; `Batting R B 4s 6s SR`, `Extras (b 0 lb 1 w 8 nb 2) 11`, `Total 187/6 (20.0 Overs, RR 9.35)`, `Did not bat`, `Bowling O M Dot R W Econ`, `Fall of Wickets` as pills or lines."""

from common import Sheet, absent, choices, document, grid, noted, sides, total_alone
import names6  # the pools
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view
from weather8 import make

LAYOUT = "look-cricclubsapp"
CARDS = [
    dict(kind="screen", width=390, scale=3, pool="ind", only=True),
    dict(kind="screen", width=412, scale=2, pool="wi", overs=35, only=True, dark=True, file="jpg"),
    dict(kind="screen", width=360, scale=2, pool="pak", overs=20, case="dls", file="jpg", quality=72),
    dict(kind="photo", of="screen", width=393, scale=2, pool="afg", only=True),
    dict(kind="screen", width=768, scale=1.5, pool="sl", overs=40, case="tie"),
]
TINTS = ["#b0bec5", "#c9a27e", "#90a4ae", "#bcaaa4", "#a5d6a7"]


def face(rng):
    return f"<svg data-no-text width=28 height=28><circle cx=14 cy=14 r=14 fill='{rng.choice(TINTS)}'/><circle cx=14 cy=11 r=5 fill='#fff'/><path d='M5 25q1-9 9-9t9 9' fill='#fff'/></svg>"


def block(rng, index, view, picked):
    innings = view.innings
    columns = ["runs", "balls", "fours", "sixes", "strike_rate"]
    name = lambda r, more: f"<div class=who>{face(rng)}<div><b>{esc(r.name)}</b>{more}</div></div>"
    rows = [(f"b{index}.{k}", [name(r, f"<br><em>{esc(r.text)}</em>"), f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    out = f"<h3 data-t=i{index}><span>{esc(view.team)}</span></h3>" + grid([picked["bat"], "R", "B", "4s", "6s", "SR"], rows, name="bat")
    parts = " ".join(f"{k} {getattr(innings, key)}" for k, key in (("b", "byes"), ("lb", "leg_byes"), ("w", "wides"), ("nb", "no_balls")))
    end = f"{innings.runs}/{innings.wickets}"
    out += f"<div class=ln data-t=x{index}><span><b>Extras</b> <em>({parts})</em></span><b>{view.extras}</b></div><div class='ln to' data-t=t{index}><span><b>Total</b> <em>({view.overs} Overs, RR {innings.rate:.2f})</em></span><b>{end}</b></div>"
    if view.dnb:
        out += f"<p data-t=d{index}><b>{picked['dnb']}</b><br>{absent(view)}</p>"
    bowls = ["overs", "maidens", "dots", "runs", "wickets", "economy"] if picked["dots"] else ["overs", "maidens", "runs", "wickets", "economy"]
    lines = [(f"w{index}.{k}", [name(r, noted(r, "<br><em>({})</em>")), *(f"<b>{r[c]}</b>" if c == "wickets" else r[c] for c in bowls)]) for k, r in enumerate(view.bowling)]
    out += grid([picked["bowl"], "O", "M", *(["Dot"] if picked["dots"] else []), "R", "W", "Econ"], lines, name="bowl")
    if view.falls:
        if picked["pills"]:
            out += f"<h4>Fall of Wickets</h4><div class=pl data-t=f{index}>" + "".join(f"<span>{r['runs']}-{r['wicket']} <em>{esc(r.name)} ({r['over']})</em></span>" for r in view.falls) + "</div>"
        else:
            out += f"<h4>Fall of Wickets</h4>" + grid([], [(f"f{index}", [f"{r['wicket']}-{r['runs']}", esc(r.name), f"{r['over']} ov"]) for r in view.falls], (0, 1), "fow")
    return f"<section>{out}</section>"


def draw(rng, spec):
    match = make(rng, spec, method="D/L")
    picked = choices(rng, bat=["Batting", "Batter", "BATTING"], bowl=["Bowling", "Bowler", "BOWLING"], dnb=["Did not bat", "Yet to Bat"], dots=[True, False], pills=[True, False], rows=["full", "full", "initial"])
    words = Dismissals(c_and_b="c & b", run_out=rng.choice(["run out ({})", "run out"]), dagger=rng.random() < 0.5, lbw=rng.choice(["lbw", "lbw b"]))
    names = Names(picked["rows"], rng.choice(["initial", "full"]), picked["rows"])
    views = [innings_view(match, i, names, words, bowl=["maidens", "economy", "wides", "no_balls"], bowl_zero="", marks=rng.choice([("*", "†"), ("", "")]), overs="full", extras_zero=True) for i in match.innings]
    when, (a, b) = date(rng, "usslash", (2019, 2026)), sides(match)
    shown = [rng.randrange(2)] if spec.get("only") else range(2)
    board = "".join(f"<div class=tm><i data-no-text>{names6.initials(i.team)}</i><span>{esc(i.team)}</span><b>{i.runs}/{i.wickets}</b><small>({i.overs}/{getattr(match, 'reduced', match.limit) if k else match.limit})</small></div>" for k, i in enumerate(match.innings))
    pills = "".join(f"<span{' class=on' if k in shown else ''}>{esc(i.team)}</span>" for k, i in enumerate(match.innings))
    top = (f"<div class=st data-no-text><span>{rng.randint(1, 12)}:{rng.randint(10, 59)}</span><span>LTE ▮ {rng.randint(20, 99)}%</span></div><header data-no-text><span>←</span><b>Match Center</b><span>⇪</span></header>"
           f"<div class=hd><small>{esc(match.competition)} - League - {when}</small>{board}<p class=rs>{esc(match.result)}</p></div><nav data-no-text><span>Info</span><span>Summary</span><span class=on>Scorecard</span><span>Ball By Ball</span><span>Wagon</span></nav><div class=sw data-no-text>{pills}</div>")
    back, card, ink, soft, line, head = ("#10151c", "#19212b", "#eef2f6", "#8fa0b3", "#2a3542", "#223040") if spec.get("dark") else ("#eef1f4", "#fff", "#1f2933", "#75828f", "#e6eaee", "#e8eef5")
    style = f"""body{{font-family:'Roboto','Open Sans',sans-serif;font-size:12.5px;color:{ink};background:{back}}}.st{{display:flex;justify-content:space-between;background:#0d2547;color:#fff;padding:8px 18px 2px;font-size:12px}}header{{background:#0d2547;color:#fff;display:flex;justify-content:space-between;padding:12px 16px;font-size:16px}}.hd{{background:{card};padding:11px 14px}}.tm{{display:flex;align-items:center;gap:9px;padding:5px 0;font-size:14.5px}}
.tm i{{width:30px;height:30px;border-radius:50%;background:#f5a623;color:#0d2547;font-size:10px;font-style:normal;font-weight:700;display:flex;align-items:center;justify-content:center}}.tm b{{margin-left:auto}}small{{color:{soft};font-size:11.5px}}.rs{{color:#2e9e5b;font-weight:600;margin:5px 0 0;padding:0}}nav{{display:flex;gap:20px;background:#0d2547;color:#aebfd4;padding:10px 14px 0;overflow:hidden;white-space:nowrap}}nav span{{padding-bottom:9px}}nav .on{{color:#fff;border-bottom:3px solid #f5a623}}
.sw{{display:flex;gap:8px;padding:10px}}.sw span{{flex:1;text-align:center;border:1px solid {soft};border-radius:5px;padding:7px;font-size:12px}}.sw .on{{background:#f5a623;border-color:#f5a623;color:#0d2547;font-weight:600}}section{{background:{card};margin:0 0 10px}}h3{{margin:0;background:#1a4480;color:#fff;padding:9px 14px;font-size:14px}}h4{{margin:0;padding:8px 14px;background:{head};font-size:12px}}table{{width:100%}}th{{background:{head};text-align:right;font-size:11.5px;font-weight:600;padding:7px 3px}}
td{{text-align:right;padding:6px 3px;border-bottom:1px solid {line}}}.n{{text-align:left;padding-left:12px}}td:last-child,th:last-child{{padding-right:12px}}.who{{display:flex;gap:8px;align-items:center}}.who svg{{flex:none}}em{{font-style:normal;color:{soft};font-size:.92em}}.ln{{display:flex;justify-content:space-between;padding:8px 12px;border-bottom:1px solid {line}}}.to{{background:{head}}}p{{margin:0;padding:8px 14px;line-height:1.5;border-bottom:1px solid {line}}}
.bat td:nth-child(n+2){{width:33px}}.bat td:nth-child(6){{width:60px}}.bowl td:nth-child(n+2){{width:34px}}.bowl td:last-child{{width:54px}}.pl{{display:flex;flex-wrap:wrap;gap:6px;padding:9px 12px}}.pl span{{background:{head};border-radius:12px;padding:4px 10px}}.fow td:first-child{{width:64px}}"""
    truth = card_truth([a, b], views, result=match.result, date=when)
    if spec.get("only"):
        closed = match.innings[1 - shown[0]]
        truth["innings"][1 - shown[0]] = total_alone(closed, closed.wickets, closed.overs)
    return Sheet(document(style, top + "".join(block(rng, k, views[k], picked) for k in shown)), truth)
