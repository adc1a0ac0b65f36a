"""An Australian broadcaster's match centre: wickets before runs, each batter on two lines with the dismissal below the name.

foxsports.com.au, Kayo and news.com.au: tabs with both sides' innings, `Batting R B 4s 6s SR`, `Extras` with its sum in words below, `Total 4/187 (20 overs)`,
`Yet to bat` / `Did not bat`, `Fall of wickets` as rows `1/23 Smith 3.4`, then `Bowling O M R W Econ`. A phone often shows one innings alone."""

from common import ANALYSIS, LETTERS, Sheet, absent, bowling_rows, choices, document, falls, grid, heads, sides, total_alone
from match import Match
import names6
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view, score

LAYOUT = "look-foxsports"
CARDS = [
    dict(kind="screen", width=390, scale=2, pool="aus", only=True),
    dict(kind="screen", width=860, pool="aus", overs=50, file="jpg"),
    dict(kind="screen", width=375, scale=2, nations=True, days=True, file="jpg", quality=76),
    dict(kind="text", pool="nz", overs=50),
    dict(kind="photo", of="screen", width=390, scale=2, pool="aus", only=True),
]


def block(index, view, columns, picked, days):
    innings = view.innings
    rows = [(f"b{index}.{k}", [f"<b>{esc(r.name)}</b><br><em>{esc(r.text)}</em>", f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    blank = [""] * (len(columns) - 1)
    words = dict(b="Byes", lb="Leg byes", w="Wides", nb="No balls")
    parts = ", ".join(f"{v} {words[k]}" if picked["worded"] else f"{v}{k}" for k, v in view.parts)
    rows.append((f"x{index}", [f"Extras<br><em>{parts or '&nbsp;'}</em>", f"<b>{view.extras}</b>", *blank]))
    total = f"{innings.runs}" if innings.all_out else score(innings, "wickets/runs", " dec")
    rows.append((f"t{index}", [f"<b>Total</b> <em>({view.overs} overs, {innings.rate:.2f} RR)</em>", f"<b>{total}</b>", *blank]))
    bat = grid(["Batting", *heads(columns, LETTERS)], rows, name="bat")
    rest = f"<p data-t=d{index}><b>Did not bat</b><br>{absent(view)}</p>" if view.dnb else ""
    fell = ""
    if view.falls and picked["fall"] == "table":
        fell = grid(["Fall of wickets", "Score", "Over"], [(f"f{index}", [esc(r.name), f"{r['wicket']}/{r['runs']}", r["over"]]) for r in view.falls], name="fow")
    elif view.falls:
        fell = f"<p data-t=f{index}><b>Fall of wickets</b><br>{falls(view, '{wicket}/{runs} ({name}, {over} ov)')}</p>"
    bowls = [*ANALYSIS, "economy"]
    bowl = grid(["Bowling", *heads(bowls, dict(LETTERS, economy=picked["econ"]))], bowling_rows(index, view, bowls), name="bowl")
    middle = (fell + bowl) if picked["first"] else (bowl + fell)
    which = (" 1st Innings", " 2nd Innings")[innings.number - 1] if days else " Innings"
    return f"<section><h3 data-t=i{index}><span>{esc(view.team)}{which}</span></h3>{bat}{rest}{middle}</section>"


def draw(rng, spec):
    days = spec.get("days", False)
    match = names6.international(rng, 20, days, home="aus") if spec.get("nations") else Match(rng, spec["pool"], spec.get("overs", 20), days=days)
    picked = choices(rng, worded=[True, False], fall=["table", "list"], first=[True, False], econ=["Econ", "ER"], digits=[1, 2], theme=["#002b5c", "#e31b23", "#0f1115"], rows=["full", "initial_dot", "initial"])
    columns = ["runs", "balls", "fours", "sixes", "strike_rate"]
    names = Names(picked["rows"], rng.choice(["initial", "last"]), picked["rows"])
    words = Dismissals(c_and_b="c & b", run_out=rng.choice(["run out ({})", "run out"]), dagger=False, lbw=rng.choice(["lbw b", "lbw"]))
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens", "economy"], falls="over", overs="trim", rate=picked["digits"],
                          marks=picked.setdefault("marks", rng.choice([(" (c)", " (wk)"), ("", "")])), total_wickets=not i.all_out) for i in match.innings]
    when = date(rng, "long", (2017, 2025))
    teams = sides(match)
    line = lambda t: " &amp; ".join(str(i.runs) if i.all_out else score(i, "wickets/runs", "d") for i in match.innings if i.team == t)
    boxes = "".join(f"<div><i data-no-text>{names6.initials(t)}</i><span>{esc(t)}</span><b>{line(t)}</b></div>" for t in teams)
    top = (f"<header data-no-text><b>FXX</b> SPORTS<span>☰</span></header><div class=mc><small>{esc(match.competition)} · {esc(match.ground)} · {when}</small>{boxes}<p>{esc(match.result)}</p></div>"
           "<nav data-no-text><span>Live</span><span class=on>Scorecard</span><span>Commentary</span><span>Stats</span></nav>")
    style = f"""body{{font-family:'Roboto','Liberation Sans',sans-serif;font-size:13px;color:#1c1f24;background:#eef0f3}}header{{background:{picked['theme']};color:#fff;padding:11px 14px;font-size:17px;font-style:italic}}header span{{float:right;font-style:normal}}
.mc{{background:#fff;padding:10px 14px}}.mc div{{display:flex;align-items:center;gap:9px;font-size:16px;padding:5px 0}}.mc div b{{margin-left:auto}}.mc i{{width:28px;height:28px;border-radius:50%;background:{picked['theme']};color:#fff;font-size:9px;font-style:normal;display:flex;align-items:center;justify-content:center}}
.mc p{{margin:4px 0;color:#c0141c}}small{{color:#6b7280}}nav{{display:flex;justify-content:space-around;background:#fff;border-top:1px solid #e2e2e2;border-bottom:1px solid #ccc;font-size:12px;padding:10px 0}}nav .on{{border-bottom:3px solid {picked['theme']};font-weight:700}}
section{{background:#fff;margin:10px 0;padding-bottom:6px}}h3{{margin:0;padding:11px 14px;font-size:15px;background:#fff;border-left:5px solid {picked['theme']};break-after:avoid}}table{{width:100%}}tr{{break-inside:avoid}}
th{{font-size:11px;color:#6b7280;background:#f5f6f8;text-align:right;padding:7px 8px;font-weight:500}}td{{text-align:right;padding:7px 8px;border-bottom:1px solid #eceef1}}.n{{text-align:left;padding-left:14px}}.bat td{{vertical-align:top}}
em{{font-style:normal;color:#6b7280;font-size:11.5px;font-weight:400}}p{{margin:9px 14px;line-height:1.5}}.bowl,.fow{{margin-top:6px}}tr[data-t^=t] td{{background:#f5f6f8}}"""
    truth, shown = card_truth(teams, views, result=match.result, venue=match.ground, date=when), range(len(views))
    if spec.get("only"):  # one side's tab is open; of the other stands the total in the head
        shown = [rng.randrange(2)]
        closed = match.innings[1 - shown[0]]
        truth["innings"][1 - shown[0]] = total_alone(closed, None if closed.all_out else closed.wickets, None)
    return Sheet(document(style, top + "".join(block(k, views[k], columns, picked, days) for k in shown)), truth)
