"""A live-score app of all sports, dark with orange: the dismissal as "c. Smith b. Jones" below the name, extras and total as rows, wickets in their own tab or below.

LiveScore, 365Scores: two crests with `187/6 (20.0)`, `Riverside won by 12 runs`, tabs INFO, SCORECARD, WICKETS; a switch of two innings; `BATTING R B 4s 6s SR`, `Extras (b 1, lb 2, w 5, nb 0, p 0)  8`, `TOTAL (20.0 overs)  187/6`,
`BOWLING O M R W Econ`, `FALL OF WICKETS` with score, batter and over."""

from common import ANALYSIS, Sheet, absent, bowling_rows, choices, document, grid, sides, total_alone
import names6
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view
from weather8 import make

LAYOUT = "look-livescore"
CARDS = [
    dict(kind="screen", width=390, scale=3, pool="eng", only=True),
    dict(kind="screen", width=412, scale=2, nations=True, overs=50, file="jpg", only=True, case="off"),
    dict(kind="screen", width=640, scale=1.5, nations=True, light=True, case="dls"),
    dict(kind="photo", of="screen", width=390, scale=2, pool="sa", only=True),
    dict(kind="screen", width=375, scale=2, pool="zim", only=True, messenger=1600, file="jpg", quality=66),
]
KEYS = ("byes", "leg_byes", "wides", "no_balls", "penalty")


def block(index, view, picked, columns):
    innings = view.innings
    rows = [(f"b{index}.{k}", [f"<b>{esc(r.name)}</b><br><em>{esc(r.text)}</em>", f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    parts = ", ".join(f"{k} {getattr(innings, key)}" for k, key in zip(("b", "lb", "w", "nb", "p"), KEYS))
    letters = dict(runs="R", balls="B", fours="4s", sixes="6s", strike_rate="SR")
    out = f"<h3 data-t=i{index}>{esc(view.team)}</h3>" + grid([picked["bat"], *(letters[c] for c in columns)], rows, name="bat")
    out += f"<div class=ln data-t=x{index}><span>{picked['ext']} <em>({parts})</em></span><b>{view.extras}</b></div><div class='ln to' data-t=t{index}><span>{picked['tot']} <em>({view.overs} overs)</em></span><b>{innings.runs}/{innings.wickets}</b></div>"
    if view.dnb:
        out += f"<p data-t=d{index}><em>{picked['dnb']}</em><br>{absent(view)}</p>"
    out += grid([picked["bowl"], "O", "M", "R", "W", "Econ"], bowling_rows(index, view, [*ANALYSIS, "economy"]), name="bowl")
    if view.falls:
        out += grid([picked["fow"], "Score", "Over"], [(f"f{index}", [esc(r.name), f"{r['runs']}/{r['wicket']}", r["over"]]) for r in view.falls], name="fow")
    return f"<section>{out}</section>"


def draw(rng, spec):
    match = make(rng, spec, method="DLS")
    dark = not spec.get("light")
    upper = rng.random() < 0.6
    case = str.upper if upper else str
    picked = choices(rng, dnb=["Did not bat", "Yet to bat"], wickets=[True, True, False], accent=["#ff6b00", "#ff7a1a", "#00c2ff", "#d7ff3e"], rows=["full", "initial_dot", "last_dot"])
    if not dark:
        picked["accent"] = rng.choice(["#d14a00", "#0a6ebd"])
    picked.update(bat=case("Batting"), bowl=case("Bowling"), ext="Extras", tot=case("Total"), fow=case("Fall of wickets"))
    columns = ["runs", "balls", "fours", "sixes"] + (["strike_rate"] if rng.random() < 0.7 else [])
    words = Dismissals(caught="c.", bowled="b.", c_and_b="c & b.", lbw="lbw b.", stumped="st.", run_out="run out ({})", hit_wicket="hit wicket b.") if rng.random() < 0.7 else Dismissals()
    names = Names(picked["rows"], picked["rows"] if rng.random() < 0.5 else "last", picked["rows"])
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens", "economy"], falls="over" if picked["wickets"] else False, overs="full", extras_zero=True, extras_parts=KEYS) for i in match.innings]
    when, (a, b) = date(rng, "dot", (2022, 2026)), sides(match)
    shown = [rng.randrange(2)] if spec.get("only") else range(2)
    crest = lambda i: f"<div class=side><i data-no-text>{names6.initials(i.team)}</i><span>{esc(i.team)}</span><b>{i.runs}/{i.wickets}</b><small>({i.overs})</small></div>"
    one, two = match.innings
    switch = "".join(f"<span{' class=on' if k in shown else ''}>{esc(i.team)}</span>" for k, i in enumerate(match.innings))
    top = (f"<div class=st data-no-text><span>{rng.randint(8, 22)}:{rng.randint(10, 59)}</span><span>{rng.randint(20, 99)}%</span></div><header data-no-text><span>‹</span><b>{esc(match.competition)}</b><span>☆</span></header>"
           f"<div class=hd>{crest(one)}<div class=mid><small>{when}</small><br><u data-no-text>Finished</u></div>{crest(two)}</div><p class=rs>{esc(match.result)}</p><nav data-no-text><span>INFO</span><span class=on>SCORECARD</span><span>OVERS</span><span>COMMENTARY</span><span>TABLE</span></nav>"
           f"<div class=sw data-no-text>{switch}</div>")
    back, card, ink, soft, line = ("#111", "#1c1c1c", "#fff", "#8e8e93", "#2c2c2e") if dark else ("#f3f3f3", "#fff", "#111", "#77777c", "#e5e5ea")
    style = f"""body{{font-family:'Inter','Roboto',sans-serif;font-size:13px;color:{ink};background:{back}}}.st{{display:flex;justify-content:space-between;padding:9px 22px 2px;font-size:12px}}header{{display:flex;justify-content:space-between;padding:10px 14px;font-size:14px}}.hd{{display:flex;justify-content:space-between;padding:12px 10px;text-align:center}}.side{{flex:1}}.side i{{display:flex;width:44px;height:44px;border-radius:50%;background:{line};margin:0 auto 6px;font-style:normal;align-items:center;justify-content:center;font-size:12px}}
.side span,.side b,.side small{{display:block;margin-top:3px}}.side b{{font-size:19px}}.mid{{padding-top:14px;width:84px}}u{{text-decoration:none;color:{picked['accent']}}}small{{color:{soft};font-size:11px}}.rs{{text-align:center;color:{picked['accent']};margin:0;padding:4px 12px 12px;border:0}}nav{{display:flex;justify-content:space-between;padding:0 14px;border-bottom:1px solid {line};font-size:11px;color:{soft}}}nav span{{padding:10px 0}}nav .on{{color:{ink};border-bottom:2px solid {picked['accent']}}}
.sw{{display:flex;gap:8px;padding:10px 14px}}.sw span{{flex:1;text-align:center;border-radius:16px;background:{line};padding:7px 4px;font-size:11.5px;color:{soft}}}.sw .on{{background:{picked['accent']};color:#111;font-weight:600}}section{{background:{card};border-radius:10px;margin:8px;overflow:hidden}}h3{{margin:0;padding:11px 14px;font-size:14px}}table{{width:100%}}th{{text-align:right;font-size:10.5px;color:{soft};font-weight:600;padding:8px 4px;background:{line}}}td{{text-align:right;padding:7px 4px;border-bottom:1px solid {line}}}
.n{{text-align:left;padding-left:14px}}td:last-child,th:last-child{{padding-right:14px}}.bat td:nth-child(n+2){{width:34px}}.bat td:nth-child(6){{width:62px}}.bowl td:nth-child(n+2){{width:40px}}.fow td:nth-child(n+2){{width:76px}}td b{{font-weight:600}}em{{font-style:normal;color:{soft};font-size:.88em}}.ln{{display:flex;justify-content:space-between;padding:9px 14px;border-bottom:1px solid {line}}}p{{margin:0;padding:9px 14px;line-height:1.5;border-bottom:1px solid {line}}}"""
    truth = card_truth([a, b], views, result=match.result, date=when)
    if spec.get("only"):
        closed = match.innings[1 - shown[0]]
        truth["innings"][1 - shown[0]] = total_alone(closed, closed.wickets, closed.overs)
    return Sheet(document(style, top + "".join(block(k, views[k], picked, columns) for k in shown)), truth)
