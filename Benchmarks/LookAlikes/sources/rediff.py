"""An Indian portal's scorecard of about 2003: tables with coloured heads inside a frame, Verdana, a banner and links at the side.

rediff.com, thatscricket, cricketnext, Yahoo! India: `Scorecard`, a cell with series, ground and toss, `India Innings` with `Batsmen | | Runs | Balls | 4s | 6s` (or `R M B 4 6`), `EXTRAS (b 4, lb 3, w 5)`,
`TOTAL (for 6 wickets in 50 overs)`, `FALL OF WICKETS: 1-12 (Sharma, 2.3 ov)`, and `Bowlers | O | M | R | W | Wd | Nb`."""

from common import Sheet, absent, bowling_rows, choices, counted, document, falls, grid, joined, sides
import names6
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-rediff"
CARDS = [
    dict(kind="screen", width=780, nations=True, overs=50),
    dict(kind="screen", width=640, pool="ind", days=True, file="jpg", quality=74),
    dict(kind="text", pool="pak", overs=50),
    dict(kind="scan", dpi=150, nations=True, overs=50, gray=True),
    dict(kind="photo", of="screen", width=760, nations=True, overs=50),
]
BAT = [dict(name="Batsmen", runs="Runs", balls="Balls", minutes="Mins", fours="4s", sixes="6s"), dict(name="BATSMAN", runs="R", balls="B", minutes="M", fours="4", sixes="6"),
       dict(name="", runs="Runs", balls="Balls", minutes="Min", fours="Fours", sixes="Sixes")]
BOWL = [dict(name="Bowlers", overs="Overs", maidens="Mdns", runs="Runs", wickets="Wkts", wides="Wides", no_balls="No-balls"),
        dict(name="BOWLING", overs="O", maidens="M", runs="R", wickets="W", wides="Wd", no_balls="Nb")]


def block(index, view, picked, columns, bowls, days):
    innings, caps = view.innings, picked["caps"]
    rows = [(f"b{index}.{k}", [f"<a>{esc(r.name)}</a>", esc(r.text), f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    blank = [""] * (len(columns) - 1)
    parts = f"({joined(view.parts, picked['parts'])})" if view.parts else ""
    end = "all out" if innings.all_out else f"for {counted(innings.wickets)}" + (" declared" if innings.declared else "")
    total = f"({end} {picked['in']} {view.overs} overs)" if picked["in"] == "in" else f"({end}, {view.overs} overs)"
    word = (lambda s: s.upper()) if caps else (lambda s: s)
    rows += [(f"x{index}", [f"<b>{word('Extras')}</b>", parts, f"<b>{view.extras}</b>", *blank]), (f"t{index}", [f"<b>{word('Total')}</b>", total, f"<b>{innings.runs}</b>", *blank])]
    letters = picked["bat"]
    bat = grid([letters["name"], "", *(letters[c] for c in columns)], rows, (0, 1), "card")
    rest = f"<p data-t=d{index}><b>{word('Did not bat')}:</b> {absent(view)}</p>" if view.dnb else ""
    fell = f"<p data-t=f{index}><b>{word('Fall of wickets')}:</b> {falls(view, picked['fall'])}</p>" if view.falls else ""
    bl = picked["bowl"]
    bowl = grid([bl["name"], *(bl[c] for c in bowls)], bowling_rows(index, view, bowls), name="card")
    which = {1: "1st ", 2: "2nd "}[innings.number] if days else ""
    return f"<div class=bar data-t=i{index}>{esc(view.team)} {which}{picked['word']}</div>{bat}{rest}{fell}{bowl}"


def draw(rng, spec):
    days = spec.get("days", False)
    match = names6.international(rng, spec.get("overs", 50), days) if spec.get("nations") else Match(rng, spec["pool"], spec.get("overs", 50), days=days)
    picked = choices(rng, bat=BAT, bowl=BOWL, caps=[True, False], parts=["{k} {v}", "{k}-{v}", "{v}{k}"], word=["Innings", "innings"], fall=["{wicket}-{runs} ({name}, {over} ov)", "{wicket}-{runs} ({name}, {over})", "{runs}-{wicket} ({name}, {over} ov.)"],
                     rows=["initials", "full"], head=["#003399", "#990000", "#006633", "#cc6600"], pale=["#eeeeee", "#ffffcc", "#e6f0ff"], side=[True, False])
    picked["in"] = rng.choice(["in", ","])
    columns = ["runs", *rng.choice([["balls"], ["minutes", "balls"], ["balls"]]), "fours", "sixes"]
    bowls = ["overs", "maidens", "runs", "wickets"] + (["wides", "no_balls"] if rng.random() < 0.6 else [])
    names = Names(picked["rows"], "last", picked["rows"])
    words = Dismissals(c_and_b=rng.choice(["c and b", "c & b"]), run_out=rng.choice(["run out", "run out ({})"]), dagger=False)
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens"] + bowls[4:], falls="over", overs="trim", marks=picked.setdefault("marks", rng.choice([("*", "+"), ("", ""), (" (c)", " (wk)")])))
             for i in match.innings]
    when = date(rng, "us", (2001, 2008))
    a, b = sides(match)
    toss = match.teams[match.toss_winner]
    links = "".join(f"<li>{t}</li>" for t in ("News", "Columns", "Match Reports", "Statistics", "Interviews", "Slide Shows", "Schedule", "Archives"))
    side = f"<td class=links data-no-text><b>CRICKET</b><ul>{links}</ul><div class=ad>Send<br>Rakhis<br>online!</div></td>" if picked["side"] and spec["kind"] not in ("text", "scan") else ""
    head = (f"<h1>{esc(a)} v {esc(b)}</h1><p class=m>{esc(match.competition)}<br>{esc(match.ground)}, {when}</p><p><b data-t=\"h/toss\">Toss:</b> {esc(toss)}<br><b>Result:</b> {esc(match.result)}</p>")
    banner = "<div class=ban data-no-text>readiff<i>.com</i> &nbsp; <small>Home | News | Cricket | Movies | Money | Mail</small></div>"
    style = f"""body{{font-family:'DejaVu Sans Condensed','DejaVu Sans',Verdana,sans-serif;font-size:11px;color:#000;background:#fff;padding:4px}}.ban{{background:#fff;border-bottom:3px solid {picked['head']};font-size:24px;font-weight:700;padding:6px;color:#c00}}.ban i{{color:#039}}.ban small{{font-size:10px;color:#039;font-weight:400}}
.out{{width:100%}}.out>tbody>tr>td{{vertical-align:top}}.links{{width:120px;background:{picked['pale']};padding:8px!important;font-size:10px;text-align:left!important}}.links ul{{padding-left:14px;line-height:1.9;color:#039}}.ad{{border:1px solid #c00;background:#ff9;padding:14px;text-align:center;color:#c00}}
h1{{font-size:16px;margin:8px 0 2px;color:{picked['head']}}}.m{{color:#333}}.bar{{background:{picked['head']};color:#fff;font-weight:700;padding:4px 6px;margin-top:12px;font-size:12px;break-after:avoid}}.card{{width:100%}}.card th{{background:{picked['pale']};text-align:right;padding:3px 5px;border:1px solid #ccc}}tr{{break-inside:avoid}}
.card td{{text-align:right;padding:3px 5px;border:1px solid #ccc}}.card .n{{text-align:left}}a{{color:#039}}p{{margin:5px 2px;line-height:1.45}}.main{{padding-left:8px!important}}"""
    body = banner + f"<table class=out><tr>{side}<td class=main>{head}" + "".join(block(k, v, picked, columns, bowls, days) for k, v in enumerate(views)) + "</td></tr></table>"
    return Sheet(document(style, body), card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when))
