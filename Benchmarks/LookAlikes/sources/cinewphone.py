"""The large cricket site's pages and app on a telephone as they are now: flags and totals, a fold an innings, dismissals below the names, match details as a table at the end.

ESPNcricinfo since 2021: `RESULT · 3rd Match · Pune`, both sides with `(18.4/20 ov, T:188)` before the score, the margin with balls left, Player of the Match, tabs; `Batting R B 4s 6s SR`, `Extras (b 4, lb 2, w 7) 13`, `Total 20 Ov (RR: 9.35) 187/6`,
`Did not bat:`, `Fall of wickets:`, `Bowling O M R W Econ`, then the ground, toss, series, umpires and points."""

from common import ANALYSIS, Sheet, absent, bowling_rows, choices, document, falls, grid, joined, officials, sides, total_alone
import names6
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view, score
from weather8 import limit_of, make, target_of

LAYOUT = "look-cinewphone"
CARDS = [
    dict(kind="screen", width=390, scale=3, nations=True),
    dict(kind="screen", width=412, scale=2, pool="ind", case="dls", overs=50, dark=True, file="jpg"),
    dict(kind="screen", width=375, scale=2, nations=True, days=True, file="jpg", quality=75),
    dict(kind="text", pool="wi", case="off", overs=50, paper="A5"),
    dict(kind="photo", of="screen", width=393, scale=2, nations=True, height=852, only=True),
]
FLAGS = ["#0b3d91,#c8102e", "#046a38,#ff9933", "#00247d,#cc142b", "#01411c,#ffffff", "#8d153a,#ffb700", "#006a4e,#f42a41", "#000000,#c8102e", "#7b0041,#fcd116"]


def ladder(match, k, innings, days):
    """What stands before the score in the head."""
    if days:
        return ""
    note = f"{innings.overs.removesuffix('.0')}/{limit_of(match, k)} ov" if innings.balls < limit_of(match, k) * 6 or k else ""
    goal = f", T:{target_of(match)}" if k else ""
    return f"<small>({note}{goal})</small> " if note else ""


def block(index, view, match, spec, picked):
    innings, days = view.innings, spec.get("days")
    columns = ["runs", "balls", "fours", "sixes", "strike_rate"]
    star = lambda r: "<q data-no-text>▾</q>" if r.batter.how not in ("not out", "retired hurt") else ""
    rows = [(f"b{index}.{k}", [f"<a>{esc(r.name)}</a><br><em>{esc(r.text)} {star(r)}</em>", f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    blank = [""] * 3
    rows.append((f"x{index}", [f"<b>Extras</b> <em>({joined(view.parts)})</em>" if view.parts else "<b>Extras</b>", f"<b>{view.extras}</b>", "", *blank]))
    rows.append((f"t{index}", [f"<b>Total</b> <em>{view.overs} Ov (RR: {innings.rate:.2f})</em>", f"<b>{score(innings)}</b>", "", *blank]))
    note = ("1st Innings", "2nd Innings")[innings.number - 1] if days else f"({limit_of(match, 0)} ovs maximum)" if index == 0 else f"(T: {target_of(match)} runs from {limit_of(match, 1)} ovs)"
    out = f"<h3 data-t=i{index}><span>{esc(view.team)} <small>{note}</small></span><q data-no-text>⌃</q></h3>" + grid(["Batting", "R", "B", "4s", "6s", "SR"], rows, name="bat")
    if view.dnb:
        out += f"<p data-t=d{index}><b>{picked['dnb']}:</b> {absent(view)}</p>"
    if view.falls:
        out += f"<p data-t=f{index}><b>Fall of wickets:</b> {falls(view, '{wicket}-{runs} ({name}, {over} ov)')} <q data-no-text>•</q> <s data-no-text>DRS</s></p>"
    bowls = [*ANALYSIS, "economy"] + (["wides", "no_balls"] if picked["more"] else [])
    heads = ["Bowling", "O", "M", "R", "W", "Econ"] + (["WD", "NB"] if picked["more"] else [])
    return f"<section>{out}{grid(heads, bowling_rows(index, view, bowls), name='bowl')}</section>"


def draw(rng, spec):
    match = make(rng, spec, over=" ({} won the Super Over)", nothing="No result")
    days, dark = spec.get("days"), spec.get("dark")
    picked = choices(rng, dnb=["Did not bat", "Yet to bat"], more=[True, False], rows=["full", "full", "initial"])
    names, words = Names(picked["rows"], "last", "full" if picked["rows"] == "full" else "initial"), Dismissals(dagger=True, c_and_b="c & b", run_out="run out ({})")
    views = [innings_view(match, i, names, words, bowl=["maidens", "economy"] + (["wides", "no_balls"] if picked["more"] else []), marks=(" (c)", " †"), overs="trim", total_wickets=not i.all_out) for i in match.innings]
    when, (a, b) = date(rng, "us", (2021, 2026)), sides(match)
    result, last = match.result, match.innings[-1]
    if match.winner == last.team and "wicket" in result and not days:
        left = limit_of(match, 1) * 6 - last.balls
        if left and rng.random() < 0.8:
            result = result.replace(" (DLS method)", "") + f" (with {left} ball{'s' if left != 1 else ''} remaining)" + (" (DLS method)" if "DLS" in match.result else "")
    code = lambda t: names6.CODES.get(t, t)
    flags = rng.sample(FLAGS, 2)
    board = ""
    for team, flag in zip((a, b), flags):
        own = [(k, i) for k, i in enumerate(match.innings) if i.team == team]
        board += f"<div class=tm><i data-no-text style='background:linear-gradient(90deg,{flag.replace(',', ' 50%,')} 50%)'></i><span>{esc(team)}</span><b>" + " &amp; ".join(ladder(match, k, i, days) + score(i) for k, i in own) + "</b></div>"
    best = max((x for v in views for x in v.batting), key=lambda r: r.batter.runs)
    potm = f"<div class=pm data-no-text><i></i><div><small>PLAYER OF THE MATCH</small><br><b>{esc(best.plain)}</b></div></div>" if match.winner else ""
    bar = f"<div class=st data-no-text><span>{rng.randint(8, 22)}:{rng.randint(10, 59)}</span><span>5G {rng.randint(20, 99)}%</span></div>" if spec["kind"] != "text" else ""
    kind = rng.choice(["3rd Match", "Final", "12th Match", "Qualifier 1"]) if not days else "2nd Test"
    top = (f"{bar}<header data-no-text><q>‹</q> <b>{code(a)} vs {code(b)}</b></header><div class=hd><small><b>RESULT</b> • {kind}, {esc(match.ground)}, {when}, {esc(match.competition)}</small>{board}<p>{esc(result)}</p>{potm}</div>"
           "<nav data-no-text><span>Summary</span><span class=on>Scorecard</span><span>MVP</span><span>Commentary</span><span>Stats</span></nav>")
    toss = f"{match.teams[match.toss_winner]}, elected to {'bat' if match.toss_bat else 'field'} first"
    pool = spec.get("pool", "eng")
    rows = [("Toss", esc(toss)), ("Series", esc(match.competition)), ("Season", when[-4:]), ("Match days", f"{when} - {'day (5-day match)' if days else rng.choice(['day', 'night', 'daynight']) + f' ({match.limit}-over match)'}"),
            ("Umpires", "<br>".join(officials(rng, 2, "full", pool))), ("TV Umpire", officials(rng, 2, "full", pool)[0]), ("Reserve Umpire", officials(rng, 2, "full", pool)[0]), ("Match Referee", officials(rng, 2, "full", pool)[0])]
    if match.winner and not days:
        rows.append(("Points", f"{esc(match.winner)} 2, {esc(b if match.winner == a else a)} 0"))
    info = f"<section><h3>Match Details</h3><table class=info><tr><td class=n colspan=2><a>{esc(match.ground)}</a></td></tr>" + "".join(f"<tr{' data-t=h/toss' if k == 'Toss' else ''}><td class=n><b>{k}</b></td><td class=n>{v}</td></tr>" for k, v in rows) + "</table></section>"
    back, card, ink, soft, line, bar = ("#0f1012", "#1b1c1f", "#edeef0", "#9c9ea1", "#2d2e31", "#26272b") if dark else ("#edeef0", "#fff", "#2b2c2d", "#6c6d6f", "#e4e5e7", "#f4f5f7")
    style = f"""body{{font-family:'Roboto','Inter',sans-serif;font-size:12.5px;color:{ink};background:{back}}}.st{{display:flex;justify-content:space-between;padding:8px 20px 2px;background:{'#141518' if dark else '#03a9f4'};color:#fff;font-size:12px}}header{{background:{'#141518' if dark else '#03a9f4'};color:#fff;padding:11px 14px;font-size:15px}}.hd{{background:{card};padding:12px 14px}}
.tm{{display:flex;align-items:center;gap:8px;font-size:15px;padding-top:9px;font-weight:600}}.tm i{{width:22px;height:15px;flex:none}}.tm b{{margin-left:auto;white-space:nowrap}}small{{font-weight:400;font-size:.78em;color:{soft}}}.hd p{{margin:9px 0 0;padding:0}}.pm{{display:flex;gap:9px;align-items:center;border-top:1px solid {line};margin-top:10px;padding-top:9px}}.pm i{{width:32px;height:32px;border-radius:50%;background:{line}}}
nav{{display:flex;gap:20px;background:{card};padding:11px 14px 0;border-top:1px solid {line};border-bottom:1px solid {line};margin-bottom:9px;overflow:hidden;color:{soft}}}nav span{{padding-bottom:9px}}.on{{color:{'#4db8ff' if dark else '#0076bd'};border-bottom:2px solid #03a9f4;font-weight:700}}section{{background:{card};margin-bottom:10px;padding-bottom:4px}}h3{{margin:0;padding:10px 14px;display:flex;justify-content:space-between;font-size:14.5px;background:{'#16324a' if dark else '#e3f4fd'};break-after:avoid}}
table{{width:100%}}tr{{break-inside:avoid}}th{{background:{bar};color:{soft};font-size:11px;text-transform:uppercase;text-align:right;padding:7px 4px;font-weight:500}}td{{text-align:right;padding:6.5px 4px;border-bottom:1px solid {line}}}.n{{text-align:left;padding-left:14px}}td:last-child,th:last-child{{padding-right:12px}}.bat td:nth-child(n+2){{width:33px}}.bat td:last-child{{width:62px}}.bowl td:nth-child(n+2){{width:38px}}
a{{color:{'#8ecbff' if dark else '#0b5394'};font-weight:500}}em{{font-style:normal;color:{soft};font-size:.92em}}q{{quotes:none;color:{soft}}}s{{text-decoration:none;background:{bar};font-size:9px;padding:1px 4px;border-radius:6px;color:{soft}}}p{{margin:0;padding:9px 14px;line-height:1.5;border-bottom:1px solid {line}}}tr[data-t^=t] td{{background:{bar}}}.info td{{vertical-align:top}}.info td:first-child{{width:110px}}.bat tr[data-t^=t] td:nth-child(2),.bat tr[data-t^=x] td:nth-child(2){{white-space:nowrap}}"""
    shown = views[:1] if spec.get("only") else views
    body = top + "".join(block(k, v, match, spec, picked) for k, v in enumerate(shown)) + info
    truth = card_truth([a, b], views, toss=toss, result=result, match_type="Test" if days else None, venue=match.ground, date=when)
    if spec.get("only"):  # the head has the other side's total, the window ends in the first innings
        truth["innings"][1] = total_alone(last, None if last.all_out else last.wickets, last.overs.removesuffix(".0"))
    return Sheet(document(style, body.replace("class=hd>", "class=hd data-t=h/date>", 1)), truth)
