"""An Indian television news portal's scorecard: one tab a side, dismissals under the names, the falls as "10/1 (Sharma, 1.3)".

sports.ndtv.com, news18, indiatoday: red bar, `FULL SCORECARD`, a head with both totals and overs, `BATTERS R B 4s 6s S/R`, `Extras 12 (b 4, lb 2, w 5, nb 1)` and
`Total 187/6 (20 Overs, RR: 9.35)` as one line each, `Yet to bat` or `Did not bat`, `Fall of Wickets`, `BOWLERS O M R W Econ`, and match details in two columns."""

from common import ANALYSIS, Sheet, absent, bowling_rows, choices, document, falls, grid, joined, sides
from match import Match
import names6
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-ndtv"
CARDS = [
    dict(kind="screen", width=360, scale=2, nations=True, file="jpg"),
    dict(kind="screen", width=720, scale=1.2, pool="ind", overs=50),
    dict(kind="screen", width=412, scale=1.75, nations=True, days=True, file="jpg", quality=70),
    dict(kind="text", pool="sl", overs=50),
    dict(kind="photo", of="screen", width=690, scale=1.2, pool="ind", overs=20),
]


def block(index, view, columns, picked, days):
    innings = view.innings
    letters = dict(runs="R", balls="B", fours="4s", sixes="6s", strike_rate=picked["rate"])
    rows = [(f"b{index}.{k}", [f"<a>{esc(r.name)}</a><br><em>{esc(r.text)}</em>" if picked["below"] else f"<a>{esc(r.name)}</a> <em>{esc(r.text)}</em>",
                               f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    bat = grid([picked["bat"], *(letters[c] for c in columns)], rows, name="bat")
    parts = f" <em>({joined(view.parts)})</em>" if view.parts else ""
    down = f"/{innings.wickets}" + ("d" if innings.declared else "")
    sums = (f"<div class=sum data-t=x{index}><span>Extras</span><span><b>{view.extras}</b>{parts}</span></div>"
            f"<div class=sum data-t=t{index}><span>Total</span><span><b>{innings.runs}{down}</b> <em>({view.overs} Overs, RR: {innings.rate:.2f})</em></span></div>")
    rest = f"<div class=sub data-t=d{index}><h5>{picked['dnb']}</h5>{absent(view, '{}')}</div>" if view.dnb else ""
    fell = f"<div class=sub data-t=f{index}><h5>{picked['fow']}</h5>{falls(view, '{runs}/{wicket} ({name}, {over})')}</div>" if view.falls else ""
    bowls = [*ANALYSIS, *(["no_balls", "wides"] if picked["charged"] else []), "economy"]
    names = dict(overs="O", maidens="M", runs="R", wickets="W", no_balls="NB", wides="WD", economy="Econ")
    bowl = grid([picked["bowlers"], *(names[c] for c in bowls)], bowling_rows(index, view, bowls), name="bowl")
    which = (" 1st Innings", " 2nd Innings")[innings.number - 1] if days else " Innings"
    return f"<section><h3 data-t=i{index}>{esc(view.team)}{which}</h3>{bat}{sums}{rest}{fell}{bowl}</section>"


def draw(rng, spec):
    days = spec.get("days", False)
    match = names6.international(rng, 20, days, home="ind") if spec.get("nations") else Match(rng, spec["pool"], spec.get("overs", 20))
    phone = spec.get("width", 700) < 500
    picked = choices(rng, below=[True] if phone else [True, False], rate=["S/R", "SR"], bat=["BATTERS", "BATSMEN", "BATTER"], bowlers=["BOWLERS", "BOWLER"], dnb=["Did not bat", "Did not bat:"],
                     fow=["Fall of Wickets", "FOW", "FALL OF WICKETS"], charged=[True, False], red=["#d6101d", "#b3121f", "#0b4a8f", "#e2222b"], rows=["full", "full", "initials"], econ=[1, 2])
    columns = ["runs", "balls", "fours", "sixes", "strike_rate"]
    names = Names(picked["rows"], rng.choice(["full", "last"]), picked["rows"])
    words = Dismissals(c_and_b=rng.choice(["c & b", "c and b"]), run_out="run out ({})", dagger=False, lbw="lbw b")
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens", "economy"] + (["no_balls", "wides"] if picked["charged"] else []), falls="over", overs="trim",
                          marks=picked.setdefault("marks", rng.choice([(" (c)", " (wk)"), (" (C)", ""), ("", "")])), economy=picked["econ"]) for i in match.innings]
    when = date(rng, "us", (2015, 2025))
    teams = sides(match)
    line = lambda t: " & ".join(f"{i.runs}/{i.wickets}{'d' if i.declared else ''} <small>({i.overs})</small>" for i in match.innings if i.team == t)
    head = "".join(f"<div><b>{esc(t)}</b><span>{line(t)}</span></div>" for t in teams)
    toss = f"{match.teams[match.toss_winner]} elected to {'bat' if match.toss_bat else 'field'}"
    details = [("h/toss", "Toss", toss), ("h/venue", "Venue", match.ground), ("h/s", "Series", match.competition)]
    info = "<section><h3 data-no-text>Match Details</h3><table class=info>" + "".join(f'<tr data-t="{t}"><td class=n>{k}</td><td class=n>{esc(v)}</td></tr>' for t, k, v in details) + "</table></section>"
    top = (f"<header data-no-text><b>NTDV</b> Sports</header><div class=hd><small>{esc(match.competition)}, {when}</small>{head}<p>{esc(match.result)}</p></div>"
           "<nav data-no-text><span>LIVE</span><span class=on>SCORECARD</span><span>COMMENTARY</span><span>PHOTOS</span></nav>")
    style = f"""body{{font-family:'Noto Sans','Roboto',sans-serif;font-size:{12 if phone else 13}px;color:#222;background:#eceff1}}header{{background:{picked['red']};color:#fff;padding:10px 14px;font-size:18px}}.hd,section{{background:#fff;margin-bottom:8px}}.hd{{padding:10px 12px}}
.hd div{{display:flex;justify-content:space-between;font-size:{14 if phone else 16}px;padding:3px 0}}.hd span{{font-weight:700}}.hd p{{margin:4px 0 0;color:{picked['red']}}}small{{color:#777;font-weight:400;font-size:11px}}nav{{display:flex;justify-content:space-around;background:#fff;padding-top:9px;font-size:11px;margin-bottom:8px}}
nav span{{padding-bottom:8px}}.on{{border-bottom:3px solid {picked['red']};color:{picked['red']}}}h3{{margin:0;padding:9px 12px;font-size:14px;background:#37474f;color:#fff;break-after:avoid}}table{{width:100%}}tr,.sum,.sub{{break-inside:avoid}}th{{background:#f3f3f3;font-size:11px;color:#555;padding:7px 6px;text-align:right}}
td{{padding:7px 6px;text-align:right;border-bottom:1px solid #eee}}.n{{text-align:left;padding-left:12px}}a{{color:#0b4a8f}}em{{font-style:normal;color:#777;font-size:.9em}}.sum{{display:flex;justify-content:space-between;padding:7px 12px;border-bottom:1px solid #eee;background:#fafafa}}.sub{{padding:7px 12px;line-height:1.5}}h5{{margin:0 0 2px;font-size:12px}}"""
    body = top + "".join(block(k, v, columns, picked, days) for k, v in enumerate(views)) + info
    return Sheet(document(style, body), card_truth(teams, views, toss=toss, result=match.result, venue=match.ground, date=when))
