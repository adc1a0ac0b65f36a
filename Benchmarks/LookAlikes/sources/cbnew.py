"""The Indian score site as it was made anew in 2025: white page, one bar a side that folds, the falls as a table, powerplays and partnerships below.

Cricbuzz: `India 187-6 (20 Ov)` with an arrow, `Batter R B 4s 6s SR` with the dismissal below the name, `Extras 9 (b 4, lb 0, w 5, nb 0, p 0)`, `Total 187-6 (20 Overs, RR: 9.35)`, `Did not Bat`, `Bowler O M R W NB WD ECO`,
`Fall of Wickets | Score | Over` with `45-1`, `Powerplays Overs Runs`, `Partnerships` with both batters and the stand between."""

from common import ANALYSIS, Sheet, absent, batting_rows, bowling_rows, choices, document, grid, sides, stands
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view
from weather8 import make

LAYOUT = "look-cbnew"
CARDS = [
    dict(kind="screen", width=390, scale=3, nations=True, one=True),
    dict(kind="screen", width=980, scale=1.25, pool="ind", overs=50, case="dls", file="jpg"),
    dict(kind="screen", width=412, scale=2, nations=True, case="super", file="jpg", quality=74, dark=True),
    dict(kind="text", nations=True, days=True),
    dict(kind="photo", of="screen", width=400, scale=2, pool="sl", case="off", one=True),
]
EXTRAS = ("byes", "leg_byes", "wides", "no_balls", "penalty")


def together(rng, innings):
    """Partnerships: who, what each made and what it was; the shares are only likely ones."""
    out = ""
    for (pair, _), made in zip(stands(innings), [*innings.partnerships, None]):
        made = made if made is not None else innings.runs - sum(innings.partnerships)
        balls = max(1, round(made * rng.uniform(0.6, 1.1)))
        first = round(made * rng.uniform(0.2, 0.7))
        second, faced = max(0, made - first - rng.choice([0, 0, 1, 2])), round(balls * rng.uniform(0.35, 0.65))
        a, b = (esc(p.person.form("full")) for p in pair)
        out += (f"<div class=pr><span><u>{a}</u><br>{first}({faced})</span><span class=mid><b>{made}({balls})</b><i data-no-text><s style='width:{100 * first // max(made, 1)}%'></s></i></span><span><u>{b}</u><br>{second}({balls - faced})</span></div>")
    return f"<div class=sub>Partnerships</div>{out}" if out else ""


def block(rng, index, view, match, spec, picked, phone):
    innings = view.innings
    score = f"{innings.runs}-{innings.wickets}{' d' if innings.declared else ''}"
    which = (" 1st Innings", " 2nd Innings")[innings.number - 1] if spec.get("days") else ""
    columns = ["runs", "balls", "fours", "sixes", "strike_rate"]
    rows = [(tag, [f"<a>{esc(r.name)}</a><br><em>{esc(r.text)}</em>", f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:]), "<q data-no-text>›</q>"]) for (tag, _), r in zip(batting_rows(index, view, columns), view.batting)]
    parts = ", ".join(f"{k} {getattr(innings, key)}" for k, key in zip(("b", "lb", "w", "nb", "p"), EXTRAS))
    out = f"<h3 data-t=i{index}><span>{esc(view.team)}{which}</span><span>{score} <small>({view.overs} Ov)</small> <q data-no-text>⌃</q></span></h3>"
    out += grid(["Batter", "R", "B", "4s", "6s", "SR", ""], rows, name="bat")
    out += f"<div class=ln data-t=x{index}><b>Extras</b><span><b>{view.extras}</b> ({parts})</span></div><div class=ln data-t=t{index}><b>Total</b><span><b>{score}</b> ({view.overs} Overs, RR: {innings.rate:.2f})</span></div>"
    if view.dnb:
        out += f"<div class=ln data-t=d{index}><b>{picked['dnb']}</b><span class=blue>{absent(view)}</span></div>"
    bowls = [*ANALYSIS, "no_balls", "wides", "economy"]
    out += grid(["Bowler", "O", "M", "R", "W", "NB", "WD", "ECO", ""], [(t, [f"<a>{c[0]}</a>", *c[1:4], f"<b>{c[4]}</b>", *c[5:], "<q data-no-text>›</q>"]) for t, c in bowling_rows(index, view, bowls)], name="bowl")
    if view.falls:
        out += grid(["Fall of Wickets", "Score", "Over"], [(f"f{index}", [f"<a>{esc(r.name)}</a>", f"{r['runs']}-{r['wicket']}", r["over"]]) for r in view.falls], name="fow")
    if not spec.get("days") and len(innings.overs_progress) > 5:
        out += grid(["Powerplays", "Overs", "Runs"], [(None, ["Mandatory", "0.1 - 6" if match.limit <= 20 else "0.1 - 10", innings.overs_progress[5 if match.limit <= 20 or len(innings.overs_progress) < 10 else 9]])], name="pp")
    if picked["pairs"] and (phone or not spec.get("days")):
        out += together(rng, innings)
    return f"<section>{out}</section>"


def draw(rng, spec):
    match = make(rng, spec, over=" ({} won the Super Over)", method="DLS method", nothing="No result (due to rain)", calm=True)
    phone = spec.get("width", 900) < 500
    picked = choices(rng, dnb=["Did not Bat", "Yet to Bat"], pairs=[True, True, False], rows=["full"], short=["full", "last"])
    names, words = Names("full", picked["short"], "full"), Dismissals(c_and_b="c and b", run_out="run out ({})", stumped="st")
    shown = match.innings[:1] if spec.get("one") else match.innings
    views = [innings_view(match, i, names, words, bowl=["maidens", "no_balls", "wides", "economy"], marks=(" (c)", " (wk)"), overs="trim", economy=1 if phone else 2, extras_zero=True, extras_parts=EXTRAS) for i in shown]
    when = date(rng, "us", (2025, 2026))
    a, b = sides(match)
    toss = f"{match.teams[match.toss_winner]} won the toss and opt to {'bat' if match.toss_bat else 'bowl'}"
    info = "" if phone else f"<section><h3 data-no-text>Match Info</h3><div class=ln><b>Venue</b><span>{esc(match.ground)}</span></div><div class=ln><b>Date</b><span>{when}</span></div><div class=ln data-t=h/toss><b>Toss</b><span>{esc(toss)}</span></div></section>"
    top = (f"<header data-no-text><b>crickbazz</b><span>☰</span></header><h1>{esc(a)} vs {esc(b)}, {rng.choice(['1st', '2nd', '3rd', '5th'])} Match - Scorecard</h1><nav data-no-text><span>Info</span><span>Live</span><span class=on>Scorecard</span><span>Squads</span><span>Overs</span></nav>"
           f"<p class=res>{esc(match.result)}</p>")
    dark = spec.get("dark")
    back, card, ink, soft, line, bar, blue = ("#121212", "#1d1d1d", "#eee", "#a5a5a5", "#303030", "#2a2a2a", "#7fb2ff") if dark else ("#f4f4f4", "#fff", "#222", "#757575", "#e8e8e8", "#ededed", "#1260cc")
    style = f"""body{{font-family:'Inter','Roboto',sans-serif;font-size:{12.5 if phone else 14}px;color:{ink};background:{back}}}header{{background:#009270;color:#fff;display:flex;justify-content:space-between;padding:12px 14px;font-size:19px}}h1{{font-size:{16 if phone else 20}px;margin:0;padding:12px 12px 4px}}
nav{{display:flex;gap:22px;padding:8px 12px 0;color:{soft};border-bottom:1px solid {line}}}nav span{{padding-bottom:8px}}.on{{color:#009270;border-bottom:3px solid #009270;font-weight:700}}.res{{margin:0;padding:9px 12px;color:{'#ff7b72' if dark else '#b3261e'};font-weight:600}}section{{background:{card};margin-bottom:12px}}
h3{{margin:0;display:flex;justify-content:space-between;background:#{'0c5c48' if dark else '4a4a4a' if phone else '009270'};color:#fff;font-size:14px;padding:9px 12px;break-after:avoid}}small{{font-weight:400}}table{{width:100%}}tr,.ln,.pr{{break-inside:avoid}}th{{background:{bar};font-size:11.5px;font-weight:600;text-align:right;padding:6px 4px}}td{{text-align:right;padding:7px 4px;border-bottom:1px solid {line}}}
.n{{text-align:left;padding-left:12px}}td:last-child,th:last-child{{padding-right:12px}}a,u,.blue{{color:{blue};text-decoration:none}}em{{font-style:normal;color:{soft};font-size:.9em}}q{{quotes:none;color:{soft}}}.ln{{display:flex;gap:14px;padding:8px 12px;border-bottom:1px solid {line}}}.ln>b{{width:{90 if phone else 140}px;flex:none}}.ln span{{flex:1;line-height:1.45;text-align:{'right' if phone else 'left'}}}.ln .blue{{text-align:left}}
.bat td:nth-child(n+2){{width:{36 if phone else 58}px}}.bat td:nth-child(6){{width:{58 if phone else 80}px}}.bowl td:nth-child(n+2){{width:{27 if phone else 58}px}}.bowl .n{{white-space:nowrap}}.sub{{background:{bar};padding:7px 12px;font-weight:600;font-size:11.5px}}.pr{{display:flex;padding:8px 12px;border-bottom:1px solid {line};text-align:left;align-items:center}}.pr>span{{flex:1}}.pr span:last-child{{text-align:right}}.mid{{text-align:center}}.pr i{{display:block;height:4px;background:#e57373;margin:4px 10px 0}}.pr s{{display:block;height:4px;background:#009270}}"""
    body = top + "".join(block(rng, k, v, match, spec, picked, phone) for k, v in enumerate(views)) + info
    return Sheet(document(style, body), card_truth([a, b], views, toss=None if phone else toss, result=match.result, venue=None if phone else match.ground, date=None if phone else when))
