"""A union's match centre on the web, the same for Dutch, Scottish and South African leagues: navy bar, a summary with two crests, one innings below the other.

matchcentre.kncb.nl and other ResultsVault sites: `MATCH SUMMARY | SCORECARD | COMMENTARY`, `1ST INNINGS - VOC ROTTERDAM  7/231 or 231/7 (50 overs)`, `BATTING  R B 4 6 SR` with how out beside the name, `EXTRAS 14 (nb 2, wd 8, b 1, lb 3)`,
`TOTAL 231 for 7 (50 overs)`, `FALL OF WICKETS` as a grid of three columns, `BOWLING O M R W ECON WD NB`, toss, umpires and scorers."""

from common import ANALYSIS, Sheet, absent, bowling_rows, choices, counted, document, grid, officials, sides
import names6  # the pools
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view
from weather8 import make

LAYOUT = "look-kncbcentre"
CARDS = [
    dict(kind="screen", width=1120, pool="dut", overs=50),
    dict(kind="screen", width=400, scale=2, pool="dut", overs=50, case="dls", file="jpg", quality=80),
    dict(kind="screen", width=860, scale=1.4, pool="ire", overs=20, case="off", file="jpg"),
    dict(kind="text", pool="dut", overs=20, case="tie"),
    dict(kind="photo", of="screen", width=900, scale=1.3, pool="sa", overs=20),
]
WORDS = (("no_balls", "nb"), ("wides", "wd"), ("byes", "b"), ("leg_byes", "lb"))


def block(index, view, picked, phone):
    innings = view.innings
    columns = ["runs", "balls", "fours", "sixes", "strike_rate"]
    lead = (lambda r: [f"<b>{esc(r.name)}</b><br><em>{esc(r.text)}</em>"]) if phone else (lambda r: [f"<b>{esc(r.name)}</b>", f"<em>{esc(r.text)}</em>"])
    rows = [(f"b{index}.{k}", [*lead(r), f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    parts = ", ".join(f"{w} {getattr(innings, k)}" for k, w in WORDS if getattr(innings, k))
    down = "all out" if innings.all_out else f"for {counted(innings.wickets)}" if picked["long"] else f"for {innings.wickets}"
    blank = [""] * 4
    note = f"<em>({parts})</em>" if parts else ""
    rows.append((f"x{index}", ["<b>EXTRAS</b> " + note, f"<b>{view.extras}</b>", *blank] if phone else ["<b>EXTRAS</b>", note, f"<b>{view.extras}</b>", *blank]))
    rows.append((f"t{index}", [f"<b>TOTAL</b> <em>{down} ({view.overs} overs)</em>", f"<b>{innings.runs}</b>", *blank] if phone else ["<b>TOTAL</b>", f"{down} ({view.overs} overs)", f"<b>{innings.runs}</b>", *blank]))
    out = f"<h3 data-t=i{index}><span>{picked['ord'][index]}{esc(view.team)}</span></h3>" + grid(["BATTING", *([] if phone else [""]), "R", "B", "4", "6", picked["sr"]], rows, (0,) if phone else (0, 1), "bat")
    if view.dnb:
        out += f"<p data-t=d{index}><b>{picked['dnb']}</b> {absent(view)}</p>"
    if view.falls:
        out += f"<h4>FALL OF WICKETS</h4><div class=fow data-t=f{index}>" + "".join(f"<div>{r['wicket']}-{r['runs']} {esc(r.name)} <em>({r['over']} ov)</em></div>" for r in view.falls) + "</div>"
    return out + grid(["BOWLING", "O", "M", "R", "W", "ECON", "WD", "NB"], bowling_rows(index, view, [*ANALYSIS, "economy", "wides", "no_balls"]), name="bowl")


def draw(rng, spec):
    match = make(rng, spec, nothing="Match abandoned - no result", method="DLS")
    phone = spec.get("width", 900) < 500
    picked = choices(rng, sr=["SR", "S/R"], dnb=["DID NOT BAT:", "Did not bat:"], rows=["initial_dot", "initial", "full"], long=[True, False], ord=[("1ST INNINGS - ", "2ND INNINGS - "), ("", "")], main=["#0b2545", "#f36c21", "#14213d", "#123c69"], second=["#f36c21", "#e9c46a", "#2a9d8f"])
    names = Names(picked["rows"], picked["rows"] if rng.random() < 0.5 else "last", "last")
    words = Dismissals(c_and_b=rng.choice(["c & b", "c and b"]), run_out=rng.choice(["run out ({})", "run out"]), dagger=rng.random() < 0.5)
    marks = rng.choice([(" *", " †"), (" (c)", " (wk)"), ("", "")])
    views = [innings_view(match, i, names, words, bowl=["maidens", "economy", "wides", "no_balls"], marks=marks, overs="trim") for i in match.innings]
    when, (a, b) = date(rng, rng.choice(["slash", "long", "dot"]), (2017, 2026)), sides(match)
    board = "<b class=v data-no-text>v</b>".join(f"<div class=tm><i data-no-text></i><span>{esc(i.team)}</span><b>{i.runs}/{i.wickets}</b><small>{i.overs.removesuffix('.0')} overs</small></div>" for i in match.innings)
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}"
    ump, scorer = officials(rng, 2, "initial", spec["pool"]), officials(rng, 2, "full", spec["pool"])
    top = (f"<header data-no-text><b>MATCH CENTRE</b><span>Fixtures &nbsp; Results &nbsp; Ladders &nbsp; Stats</span></header><div class=hd><small>{esc(match.competition)} | {esc(match.ground)} | {when}</small><div class=bd>{board}</div><p class=rs>{esc(match.result)}</p></div>"
           "<nav data-no-text><span>MATCH SUMMARY</span><span class=on>SCORECARD</span><span>COMMENTARY</span></nav>")
    foot = f"<div class=ft><p><b>Toss:</b> {esc(toss)}</p><p><b>Umpires:</b> {', '.join(ump)}</p><p><b>Scorers:</b> {', '.join(scorer)}</p></div>"
    style = f"""body{{font-family:'Open Sans','Liberation Sans',sans-serif;font-size:{12 if phone else 13}px;color:#1d2733;background:#fff}}header{{background:{picked['main']};color:#fff;padding:12px 16px;display:flex;justify-content:space-between;overflow:hidden;white-space:nowrap;gap:20px}}.hd{{background:#eef1f5;padding:12px 16px;text-align:center}}.bd{{display:flex;justify-content:center;gap:{14 if phone else 50}px;margin:10px 0;align-items:center}}
.tm{{flex:1;max-width:240px}}.tm i{{display:block;width:46px;height:52px;background:{picked['second']};border:4px solid {picked['main']};border-radius:4px 4px 23px 23px;margin:0 auto 5px}}.tm span,.tm b,.tm small{{display:block}}.tm b{{font-size:20px}}small{{color:#67727e;font-size:11.5px}}.rs{{font-weight:700;margin:4px 0}}nav{{display:flex;justify-content:center;gap:26px;border-bottom:2px solid {picked['main']};font-size:12px;padding-top:10px}}nav span{{padding:0 8px 9px}}nav .on{{background:{picked['main']};color:#fff;padding-top:5px}}
main{{padding:{0 if phone else '0 16px'}}}h3{{background:{picked['main']};color:#fff;margin:16px 0 0;padding:8px 12px;font-size:13.5px;text-transform:uppercase;break-after:avoid}}h4{{margin:10px 12px 4px;font-size:12px;break-after:avoid}}table{{width:100%}}tr{{break-inside:avoid}}th{{background:#dfe4ea;font-size:11px;text-align:right;padding:6px 5px}}td{{text-align:right;padding:5.5px 5px;border-bottom:1px solid #e3e7ec}}.n{{text-align:left;padding-left:12px}}td:last-child,th:last-child{{padding-right:12px}}
.bat td:nth-last-child(-n+5){{width:{34 if phone else 52}px}}.bat td:last-child{{width:{56 if phone else 70}px}}.bowl td:nth-child(n+2){{width:{34 if phone else 60}px}}.bowl{{margin-top:10px}}tr:nth-child(odd) td{{background:#f8f9fb}}em{{font-style:normal;color:#5d6975}}tr[data-t^=t] td{{background:#dfe4ea;white-space:nowrap}}p{{margin:8px 12px;line-height:1.5}}.fow{{display:grid;grid-template-columns:repeat({2 if phone else 3},1fr);gap:4px 12px;padding:0 12px}}.ft{{margin-top:12px;border-top:2px solid {picked['main']}}}.ft p{{margin:5px 12px}}"""
    body = top + "<main>" + "".join(f"<section>{block(k, v, picked, phone)}</section>" for k, v in enumerate(views)) + f"</main>{foot}"
    # capitals in the bars come from the style sheet; the head says the sides as they are written
    style = style.replace("text-transform:uppercase;", "")
    return Sheet(document(style, body), card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when))
