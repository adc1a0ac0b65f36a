"""A data company's scorecard put into a newspaper's or broadcaster's page: plain black heads, extras with the number before the letter, the falls as a numbered table.

Opta / Stats Perform on abc.net.au, telegraph.co.uk, thetimes.co.uk, SuperSport: `England 1st Innings  187 - 6`, `Batsman | | R | B | 4s | 6s | S/R` (or with minutes), `Extras (4b, 2lb, 5w, 1nb)  12`, `Total (20.0 overs)  187 - 6`,
`Fall of Wickets: Wicket | Batsman | Score | Over`, `Bowler O M R W NB WD Econ`, `Officials`, a line "Data provided by"."""

from common import ANALYSIS, Sheet, absent, bowling_rows, choices, document, grid, joined, officials, sides
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view
from weather8 import make

LAYOUT = "look-optawidget"
CARDS = [
    dict(kind="screen", width=720, scale=1.5, nations=True, days=True, file="jpg", quality=80),
    dict(kind="screen", width=640, pool="aus", overs=50, case="dls"),
    dict(kind="screen", width=390, scale=2, nations=True, file="jpg"),
    dict(kind="text", nations=True, days=True),
    dict(kind="scan", dpi=200, pool="sa", overs=50),
]


def mark(innings, dash=" - "):
    return f"{innings.runs} all out" if innings.all_out else f"{innings.runs}{dash}{innings.wickets}" + (" dec" if innings.declared else "")


def block(index, view, picked, columns, phone, days):
    innings = view.innings
    letters = dict(runs="R", balls="B", minutes="M", fours="4s", sixes="6s", strike_rate=picked["sr"])
    lead = (lambda r: [f"<b>{esc(r.name)}</b><br><em>{esc(r.text)}</em>"]) if phone else (lambda r: [f"<b>{esc(r.name)}</b>", esc(r.text)])
    rows = [(f"b{index}.{k}", [*lead(r), f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    blank = [""] * (len(columns) - 1)
    parts = f"({joined(view.parts, '{v}{k}')})" if view.parts else ""
    if phone:
        rows += [(f"x{index}", [f"<b>Extras</b> <em>{parts}</em>", f"<b>{view.extras}</b>", *blank])]
    else:
        rows += [(f"x{index}", ["<b>Extras</b>", parts, f"<b>{view.extras}</b>", *blank])]
    out = f"<h3 data-t=i{index}><span>{esc(view.team)}{(' 1st Innings', ' 2nd Innings')[innings.number - 1] if days else ' Innings'}</span></h3>" + grid([picked["bat"], *([] if phone else [""]), *(letters[c] for c in columns)], rows, (0,) if phone else (0, 1), "bat")
    out += f"<div class=to data-t=t{index}><b>Total</b><span>({view.overs} overs)</span><b>{mark(innings)}</b></div>"
    if view.dnb:
        out += f"<p data-t=d{index}><b>Did not bat:</b> {absent(view)}</p>"
    bowl = grid(["Bowler", "O", "M", "R", "W", "NB", "WD", picked["econ"]], bowling_rows(index, view, [*ANALYSIS, "no_balls", "wides", "economy"]), name="bowl")
    fell = grid(["Fall of Wickets", picked["bat"], "Score", "Over"], [(f"f{index}", [r["wicket"], esc(r.name), r["runs"], r["over"]]) for r in view.falls], (0, 1), "fow") if view.falls else ""
    return "<section>" + out + (bowl + fell if picked["last"] else fell + bowl) + "</section>"


def draw(rng, spec):
    match = make(rng, spec, method="D/L method")
    phone, days = spec.get("width", 900) < 500, spec.get("days")
    picked = choices(rng, bat=["Batsman", "Batter"], sr=["S/R", "SR"], econ=["Econ", "Econ."], last=[True, False], minutes=[bool(days), False], rows=["full", "initial", "initial_dot"], head=["#000", "#222", "#00508f", "#1a1a1a"], face=["'Liberation Sans'", "'Open Sans'", "'Lato'", "'Roboto'"])
    columns = ["runs"] + (["minutes"] if picked["minutes"] and not phone else []) + ["balls", "fours", "sixes", "strike_rate"]
    names, words = Names(picked["rows"], rng.choice(["last", "initial" if picked["rows"] != "initial_dot" else "initial_dot"]), picked["rows"]), Dismissals(c_and_b="c & b", run_out=rng.choice(["run out", "run out ({})"]))
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens", "no_balls", "wides", "economy"], overs="full", rate=2 if not phone else 1) for i in match.innings]
    for view in views:
        if view.innings.all_out:
            view.truth["total"]["wickets"] = 10
    when, (a, b) = date(rng, "long", (2013, 2026)), sides(match)
    line = lambda t: " &amp; ".join(mark(i) for i in match.innings if i.team == t)
    board = "".join(f"<div class=tm><span>{esc(t)}</span><b>{line(t)}</b></div>" for t in (a, b))
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}"
    pool = spec.get("pool", "eng")
    top = (f"<header data-no-text><b>The Daily Wicket</b><span>News &nbsp; Sport &nbsp; Opinion &nbsp; Money</span></header><div class=wr><h1 data-no-text>Live scores and scorecard</h1><div class=hd><small>{esc(match.competition)}, {esc(match.ground)}, {when}</small>{board}<p>{esc(match.result)}</p></div>"
           "<nav data-no-text><span>Summary</span><span class=on>Scorecard</span><span>Commentary</span><span>Partnerships</span></nav>")
    foot = f"<h3>Match info</h3><p><b>Toss:</b> {esc(toss)}</p><p><b>Umpires:</b> {', '.join(officials(rng, 2, 'initial_dot', pool))}</p><small class=src>Data provided by Oppta Sports</small></div>"
    style = f"""body{{font-family:{picked['face']},sans-serif;font-size:{12 if phone else 13}px;color:#1c1c1c;background:#fff}}header{{border-bottom:3px double #222;padding:12px 16px;display:flex;justify-content:space-between;align-items:baseline;font-size:12px;overflow:hidden;white-space:nowrap;gap:14px}}header b{{font-family:'Old Standard TT','TeX Gyre Termes',serif;font-size:24px}}.wr{{padding:0 {6 if phone else 16}px 16px}}h1{{font-family:'TeX Gyre Termes',serif;font-size:{20 if phone else 26}px;margin:12px 0 8px}}
.hd{{border:1px solid #ccc;padding:9px 12px;background:#f7f7f7}}.tm{{display:flex;justify-content:space-between;font-size:15px;padding:4px 0}}.hd p{{margin:4px 0 0;font-weight:600}}small{{color:#666;font-size:11px}}nav{{display:flex;margin:10px 0 0;font-size:12px}}nav span{{padding:7px {8 if phone else 16}px;background:#e9e9e9;border:1px solid #ccc}}nav .on{{background:{picked['head']};color:#fff}}h3{{background:{picked['head']};color:#fff;font-size:13px;margin:12px 0 0;padding:7px 10px;break-after:avoid}}
table{{width:100%}}tr,.to{{break-inside:avoid}}th{{background:#e9e9e9;font-size:11px;text-align:right;padding:5px 6px}}td{{text-align:right;padding:5px 6px;border-bottom:1px solid #e2e2e2}}.n{{text-align:left;padding-left:10px}}em{{font-style:normal;color:#666}}.bat td:nth-last-child(-n+{len(columns)}){{width:{34 if phone else 46}px}}.bat td:last-child{{width:{54 if phone else 64}px}}.bowl td:nth-child(n+2){{width:{34 if phone else 52}px}}.bowl,.fow{{margin-top:8px}}.fow td:first-child{{width:{110 if phone else 150}px}}.fow td:nth-child(n+3){{width:64px}}
.to{{display:flex;gap:12px;padding:7px 10px;background:#f3f3f3;border-bottom:1px solid #ccc}}.to b:last-child{{margin-left:auto}}p{{margin:0;padding:7px 10px;line-height:1.5}}.src{{display:block;text-align:right;margin-top:8px}}"""
    body = top + "".join(block(k, v, picked, columns, phone, days) for k, v in enumerate(views)) + foot.replace("<p><b>Toss", "<p data-t=h/toss><b>Toss")
    return Sheet(document(style, body), card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when))
