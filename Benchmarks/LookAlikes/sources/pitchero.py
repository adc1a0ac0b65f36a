"""A club's site of the kind that thousands of clubs hire: its match centre's scorecard, one innings a tab or both below one another.

Pitchero (and Teamer, ClubBuzz): navy bar with the club's name, `Match Centre`, both names with `187 - 6`, tabs; `Batting | Runs | Balls | 4s | 6s | SR` with the
dismissal in grey below or beside, `Extras  (b 4, lb 2, w 7)`, `Total  187 for 6  40 overs`, `Fall of wickets` in boxes; `Bowling | Overs | Mdns | Runs | Wkts | Econ`."""

from common import Sheet, absent, bowling_rows, choices, document, grid, joined, total_alone
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-pitchero"
CARDS = [
    dict(kind="screen", width=1000, pool="eng", overs=40),
    dict(kind="screen", width=390, scale=2, pool="eng", overs=45, file="jpg"),
    dict(kind="text", pool="women", overs=20),
    dict(kind="screen", width=900, pool="ire", overs=50, only=True),
    dict(kind="photo", of="screen", width=860, scale=1.3, pool="eng", overs=50, only=True),
]
BAT = [dict(runs="Runs", balls="Balls", fours="4s", sixes="6s", strike_rate="SR"), dict(runs="R", balls="B", fours="4s", sixes="6s", strike_rate="SR")]
BOWL = [("Overs", "Mdns", "Runs", "Wkts", "Econ"), ("O", "M", "R", "W", "Econ"), ("Overs", "Maidens", "Runs", "Wickets", "Average")]


def batters(index, view, picked, columns):
    rows = []
    for k, row in enumerate(view.batting):
        lead = [f"{esc(row.name)}<br><em>{esc(row.text)}</em>"] if picked["below"] else [esc(row.name), f"<em>{esc(row.text)}</em>"]
        rows.append((f"b{index}.{k}", lead + [f"<b>{row['runs']}</b>", *(row[c] for c in columns[1:])]))
    blank = [""] * (len(columns) - 1)
    parts = joined(view.parts, picked["parts"])
    note = f"<em>({parts})</em>" if parts else ""
    end = "all out" if view.innings.all_out else f"for {view.innings.wickets}"
    if picked["below"]:
        rows += [(f"x{index}", [f"Extras {note}", f"<b>{view.extras}</b>", *blank]), (f"t{index}", [f"<b>Total</b> <em>{end}, {view.overs} overs</em>", f"<b>{view.innings.runs}</b>", *blank])]
    else:
        rows += [(f"x{index}", ["Extras", note, f"<b>{view.extras}</b>", *blank]), (f"t{index}", ["<b>Total</b>", f"{end} ({view.overs} overs)", f"<b>{view.innings.runs}</b>", *blank])]
    return grid(["Batting", *([] if picked["below"] else [""]), *(picked["bat"][c] for c in columns)], rows, (0,) if picked["below"] else (0, 1), "bat")


def block(index, view, picked, columns):
    rest = f"<p data-t=d{index}><b>Did not bat:</b> {absent(view)}</p>" if view.dnb else ""
    fell = ""
    if view.falls:
        fell = f"<h4>Fall of wickets</h4><div class=fow data-t=f{index}>" + "".join(
            f"<div><b>{r['runs']}-{r['wicket']}</b><br><em>{esc(r.name)}</em></div>" for r in view.falls) + "</div>"
    bowls = ["overs", "maidens", "runs", "wickets"] + (["economy"] if picked["bowl"][-1] == "Econ" else [])
    bowl = grid(["Bowling", *picked["bowl"][:len(bowls)]], bowling_rows(index, view, bowls), name="bowl")
    return f"<section><h3 data-t=i{index}>{esc(view.team)} <span data-no-text>▾</span></h3>{batters(index, view, picked, columns)}{rest}{fell}{bowl}</section>"


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    phone = spec.get("width", 900) < 500
    picked = choices(rng, below=[phone, True], bat=BAT, bowl=BOWL, parts=["{k} {v}", "{v}{k}"], club=["#12284b", "#7b1113", "#0b5d3b", "#4b2e83", "#111"], rows=["full", "full", "initial"],
                     marks=[("", ""), (" (C)", " (WK)"), (" *", " †")])
    columns = ["runs", "balls", "fours", "sixes"] + (["strike_rate"] if rng.random() < 0.7 else [])
    if rng.random() < 0.2:
        columns.remove("balls")
        columns = [c for c in columns if c != "strike_rate"]
    names = Names(picked["rows"], picked["rows"] if rng.random() < 0.6 else "last", "last")
    words = Dismissals(c_and_b=rng.choice(["c & b", "ct & b"]), caught=rng.choice(["c", "ct"]), run_out=rng.choice(["run out ({})", "run out"]), stumped="st", dagger=False)
    bowl = ["maidens"] + (["economy"] if picked["bowl"][-1] == "Econ" else [])
    views = [innings_view(match, i, names, words, bat=columns, bowl=bowl, falls="player", overs=picked.setdefault("overs", rng.choice(["trim", "full"])), marks=picked["marks"])
             for i in match.innings]
    when = date(rng, "short", (2014, 2025))
    home = match.teams[rng.randrange(2)]
    line = lambda t: next(f"{i.runs} - {i.wickets}" for i in match.innings if i.team == t)
    a, b = match.teams
    board = f"<div class=vs><span>{esc(a)}</span><b>{line(a)}</b><i data-no-text>FT</i><b>{line(b)}</b><span>{esc(b)}</span></div>"
    top = (f"<header data-no-text><b>{esc(home)}</b><span>Home &nbsp; News &nbsp; Teams &nbsp; Club Shop &nbsp; Join</span></header><div class=crumb data-no-text>Teams › 1st XI › Fixtures &amp; Results › Match centre</div>"
           f"<div class=mc><div class=meta>{esc(match.competition)} | {when} | {esc(match.ground)}</div>{board}<p>{esc(match.result)}</p></div>"
           "<nav data-no-text><span>Overview</span><span class=on>Scorecard</span><span>Lineup</span><span>Media</span></nav>")
    foot = "<footer data-no-text>Club sponsors · Privacy · Powered by Pitchside</footer>"
    style = f"""body{{font-family:{rng.choice(["'Open Sans'", "'Lato'", "'Inter'"])},sans-serif;font-size:13px;color:#2b2f36;background:#f3f4f6}}header{{background:{picked['club']};color:#fff;padding:14px 18px;display:flex;gap:24px;align-items:center;font-size:{12 if phone else 15}px;white-space:nowrap;overflow:hidden}}
header b{{font-size:1.25em}}.crumb{{padding:8px 18px;font-size:11px;color:#888}}.mc{{background:#fff;text-align:center;padding:14px 8px;border-top:1px solid #e5e7eb}}.meta{{font-size:11px;color:#6b7280}}
.vs{{display:flex;justify-content:center;align-items:center;gap:{8 if phone else 22}px;margin:12px 0;font-size:{13 if phone else 17}px}}.vs b{{font-size:1.35em;white-space:nowrap}}.vs span{{flex:1}}.vs span:first-child{{text-align:right}}.vs span:last-child{{text-align:left}}.vs i{{font-size:10px;color:#999;font-style:normal}}
nav{{background:#fff;border-bottom:1px solid #ddd;display:flex;justify-content:center;gap:26px;padding-top:8px;font-size:12px}}nav span{{padding-bottom:8px}}.on{{border-bottom:3px solid {picked['club']};font-weight:700}}section{{background:#fff;margin:12px {0 if phone else 16}px;padding-bottom:10px;border:1px solid #e5e7eb}}
h3{{margin:0;background:{picked['club']};color:#fff;padding:9px 12px;font-size:14px;break-after:avoid}}h3 span{{float:right}}h4{{margin:12px 12px 4px;font-size:12px;break-after:avoid}}table{{width:100%}}tr{{break-inside:avoid}}th{{font-size:11px;color:#6b7280;text-align:right;padding:8px 7px;border-bottom:2px solid #e5e7eb}}td{{text-align:right;padding:7px;border-bottom:1px solid #f0f0f0}}
.n{{text-align:left;padding-left:12px}}em{{font-style:normal;color:#7a828e;font-size:.9em}}p{{margin:8px 12px}}.fow{{display:flex;flex-wrap:wrap;gap:6px;padding:0 12px 8px}}.fow div{{border:1px solid #e5e7eb;border-radius:4px;padding:4px 9px;text-align:center;min-width:64px}}footer{{padding:16px;text-align:center;font-size:10px;color:#999}}
tr[data-t^=t] td{{background:#f8f9fb}}"""
    truth, shown = card_truth(match.teams, views, result=match.result, venue=match.ground, date=when), range(2)
    if spec.get("only"):  # one innings' tab is open; of the other stands the total in the head
        shown = [rng.randrange(2)]
        closed = match.innings[1 - shown[0]]
        truth["innings"][1 - shown[0]] = total_alone(closed, closed.wickets, None)
    return Sheet(document(style, top + "".join(block(k, views[k], picked, columns) for k in shown) + foot), truth)
