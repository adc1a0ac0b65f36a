"""A large cricket site on the desk as it was from 2016 to 2020: the batters' dismissals open a commentary, there is a column M.

espncricinfo.com: `Batsmen` or `BATSMEN`, R M B 4s 6s SR (2016) or R B M 4s 6s SR (2018), the row Extras with its letters
beside, `Total (8 wickets; 50 overs) 271 (5.42 runs per over)` or `TOTAL 271/8 (50 Overs, RR: 5.42)`, then Did not bat and Fall of
wickets with names and overs; bowling with dots, fours and sixes, and the wides and no-balls in brackets or in columns."""

from common import ANALYSIS, LETTERS, Sheet, absent, batting_rows, choices, counted, document, falls, grid, heads, joined, noted, sides
import names6
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-ci2018"
CARDS = [
    dict(kind="screen", width=980, overs=50),
    dict(kind="screen", width=760, scale=1.3, overs=20, file="jpg"),
    dict(kind="screen", width=880, days=True, file="jpg", quality=85),
    dict(kind="text", overs=50),
    dict(kind="photo", of="screen", width=1000, scale=1.2, overs=20),
]
MORE = dict(LETTERS, dots="0s", economy="Econ", wides="WD", no_balls="NB")


def total_cells(view, old, width):
    innings = view.innings
    rate = f"{innings.rate:.2f}"
    if old:
        end = "all out" if innings.all_out else counted(innings.wickets) + (" dec" if innings.declared else "")
        return [f"({end}; {view.overs} overs)", f"<b>{innings.runs}</b>"], f"<td class=n colspan={width - 1}>({rate} runs per over)</td>"
    down = "" if innings.all_out else f"/{innings.wickets}"
    return [f"<b>{innings.runs}{down}{'d' if innings.declared else ''}</b> ({view.overs} Overs, RR: {rate})", ""], ""


def block(index, view, picked, days, limit):
    old, columns = picked["old"], picked["columns"]
    rows = batting_rows(index, view, columns, lambda r: [f"<u>{esc(r.text)}</u>" if r.batter.how != "not out" else esc(r.text)])
    blank = [""] * (len(columns) - 1)
    rows.append((f"x{index}", ["Extras", f"({joined(view.parts)})" if view.parts else "", f"<b>{view.extras}</b>", *blank]))
    cells, tail = total_cells(view, old, len(columns))
    body = grid([("Batsmen" if old else "BATSMEN"), "", *heads(columns, MORE)], rows, (0, 1), "bat")
    row = f"<tr data-t=t{index} class=tot><td class=n><b>{'Total' if old else 'TOTAL'}</b></td><td class=n{'' if old else f' colspan={len(columns) + 1}'}>{cells[0]}</td>"
    row += (f"<td>{cells[1]}</td>" if old else "") + tail + "</tr>"
    body = body.replace("</table>", row + "</table>")
    under = ""
    if view.dnb:
        under += f"<p data-t=d{index}><b>{'Did not bat' if old else 'Did not bat:'}</b> {absent(view, '<u>{}</u>')}</p>"
    if view.falls:
        under += f"<p data-t=f{index}><b>{'Fall of wickets' if old else 'Fall of wickets:'}</b> {falls(view, '{runs}-{wicket} ({name}, {over} ov)' if old else '{wicket}-{runs} ({name}, {over} ov)')}</p>"
    bowls = [*ANALYSIS, "economy", "dots", "fours", "sixes"] + ([] if old else ["wides", "no_balls"])
    letters = heads(bowls, MORE if old else dict(MORE, economy="ECON"))
    lines = [(f"w{index}.{k}", [esc(r.name), *(r[c] for c in bowls), *([noted(r, "({})", (("wides", "w"), ("no_balls", "nb")))] if old else [])])
             for k, r in enumerate(view.bowling)]
    bowl = grid(["Bowling" if old else "BOWLING", *letters, *([""] if old else [])], lines, (0,), "bowl")
    which = (" 1st", " 2nd")[view.innings.number - 1] if days else ""
    most = "" if days else f" <small>({limit} overs maximum)</small>"
    return f"<h3 data-t=i{index}>{esc(view.team)}{which} {'innings' if old else 'Innings'}{most}</h3>{body}{under}{bowl}"


def draw(rng, spec):
    days = spec.get("days", False)
    match = names6.international(rng, spec.get("overs", 50), days)
    picked = choices(rng, old=[True, False], rows=["initials", "full"], blue=["#1f6fb2", "#0d5c91", "#2b2c2d"])
    old = picked["old"]
    picked["columns"] = ["runs", *(["minutes", "balls"] if old else ["balls", "minutes"]), "fours", "sixes", "strike_rate"]
    if rng.random() < 0.3:
        picked["columns"].remove("minutes")
    names = Names(picked["rows"], "last", picked["rows"])
    words = Dismissals(c_and_b="c & b", run_out="run out ({})", dagger=True)
    zero = "" if old else "0"
    views = [innings_view(match, i, names, words, bat=picked["columns"], bowl=["maidens", "economy", "wides", "no_balls"], falls="over",
                          marks=rng.choice([("*", "†")]) if old else (" (c)", " †"), overs="trim", bowl_zero=zero, total_wickets=old or not i.all_out)
             for i in match.innings]
    when = date(rng, "us", (2016, 2020))
    scores = "".join("<div><b>" + esc(t) + "</b> <b>" + " & ".join(f"{i.runs}{'' if i.all_out else f'/{i.wickets}'}{'d' if i.declared else ''}" for i in match.innings
                     if i.team == t) + "</b></div>" for t in sides(match))
    toss = f"{match.teams[match.toss_winner]}, {'who chose to' if old else 'elected to'} {'bat' if match.toss_bat else 'field'}{'' if old else ' first'}"
    top = (f"<div class=bar data-no-text>ESCN<b>cricket</b></div><div class=hd><small>{rng.choice(['1st', '2nd', '3rd'])} {'Test' if days else 'ODI' if match.limit == 50 else 'T20I'} at "
           f"{esc(match.ground)}, {when}</small>{scores}<p>{esc(match.result)}</p></div><nav data-no-text>Summary <b>Scorecard</b> Commentary Statistics Videos News</nav>")
    foot = f'<div class=info><p data-t="h/toss"><b>Toss</b> - {esc(toss)}</p><p><b>Series</b> - {esc(match.competition)}</p></div>'
    font = "Arial,'Liberation Sans'" if old else "'Roboto Condensed','Liberation Sans Narrow'"
    style = f"""body{{font-family:{font},sans-serif;font-size:{12 if old else 14}px;color:#333;background:#fff;padding:0 8px}}.bar{{background:{picked['blue']};color:#fff;font-size:20px;padding:8px 12px}}
.hd{{padding:10px 4px}}.hd div{{font-size:18px;line-height:1.4}}.hd p{{margin:3px 0}}small{{color:#777;font-weight:400;font-size:12px}}nav{{border-bottom:2px solid {picked['blue']};padding:6px 4px;word-spacing:18px}}
h3{{margin:14px 0 0;font-size:15px;background:{'#f0f0f0' if old else '#fff'};padding:7px 6px;color:{picked['blue']};break-after:avoid}}table{{width:100%}}tr{{break-inside:avoid}}
th{{background:{'#e5e9ec' if old else '#fafafa'};font-size:11px;color:#666;padding:5px 6px;text-align:right;border-bottom:1px solid #ddd}}td{{padding:{5 if old else 7}px 6px;text-align:right;border-bottom:1px solid #e6e6e6}}
.n{{text-align:left}}td:first-child{{color:{picked['blue']};white-space:nowrap}}.bat td:nth-child(3){{font-weight:700;color:#111}}u{{text-decoration:none;color:#555}}.tot td{{background:#f6f6f6;color:#111!important}}
p{{margin:7px 6px;line-height:1.5}}.bowl{{margin-top:8px}}.info{{border-top:1px solid #ddd;margin-top:14px}}"""
    return Sheet(document(style, top + "".join(block(k, v, picked, days, match.limit) for k, v in enumerate(views)) + foot),
                 card_truth(sides(match), views, toss=toss, result=match.result, venue=match.ground, date=when))
