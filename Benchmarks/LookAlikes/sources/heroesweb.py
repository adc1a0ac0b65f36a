"""The web page of a scoring app of India, on a desk and on a telephone: number, batter with the dismissal below, minutes last, every figure of the bowlers.

cricheroes.com: red head with both sides, `187/6 (20.0 Ov)`, "Toss: ... opt to bat", tabs, a grey bar an innings; `Batters R B 4s 6s SR Min`, `Extras: (b 1, lb 2, wd 5, nb 1)  9`, `Total  CRR 9.35  187/6 (20.0 Ov)`, `To Bat`,
`Bowlers O M R W 0s 4s 6s WD NB Eco`, `Fall of Wickets: 12-1 (Amit Shah, 1.4 ov)`; beside it who played best."""

from common import Sheet, absent, bowling_rows, choices, document, falls, grid, sides
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view
from weather8 import make

LAYOUT = "look-heroesweb"
CARDS = [
    dict(kind="screen", width=1240, pool="ind", overs=20),
    dict(kind="screen", width=393, scale=2, pool="pak", overs=16, file="jpg", quality=76),
    dict(kind="screen", width=1100, scale=1.3, pool="nep", overs=20, case="tie", messenger=1600, file="jpg"),
    dict(kind="text", pool="ban", overs=12),
    dict(kind="photo", of="screen", width=1000, scale=1.3, pool="ind", overs=10),
]
BOWLS = ["overs", "maidens", "runs", "wickets", "dots", "fours", "sixes", "wides", "no_balls", "economy"]
HEADS = dict(overs="O", maidens="M", runs="R", wickets="W", dots="0s", fours="4s", sixes="6s", wides="WD", no_balls="NB", economy="Eco")


def block(index, view, picked, columns, phone):
    innings = view.innings
    letters = dict(runs="R", balls="B", fours="4s", sixes="6s", strike_rate="SR", minutes="Min")
    rows = [(f"b{index}.{k}", [f"<a>{esc(r.name)}</a><br><em>{esc(r.text)}</em>", f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    parts = ", ".join(f"{ {'w': 'wd'}.get(k, k)} {v}" for k, v in view.parts)
    score = f"{innings.runs}/{innings.wickets}"
    out = f"<h3 data-t=i{index}><span>{esc(view.team)}</span><span>{score} <small>({view.overs} Ov)</small> <small>({('1st', '2nd')[index]} Innings)</small></span></h3>"
    out += grid([picked["bat"], *(letters[c] for c in columns)], rows, name="bat")
    out += f"<div class=ln data-t=x{index}><span>Extras:{f' <em>({parts})</em>' if parts else ''}</span><b>{view.extras}</b></div><div class='ln tot' data-t=t{index}><span>Total <em>CRR {innings.rate:.2f}</em></span><b>{score} ({view.overs} Ov)</b></div>"
    if view.dnb:
        out += f"<p data-t=d{index}><b>{picked['dnb']}:</b> {absent(view)}</p>"
    bowls = [c for c in BOWLS if not phone or c not in ("dots", "fours", "sixes", "wides", "no_balls")]
    bowl = grid(["Bowlers", *(HEADS[c] for c in bowls)], bowling_rows(index, view, bowls), name="bowl")
    fell = f"<p data-t=f{index}><b>Fall of Wickets:</b> {falls(view, '{runs}-{wicket} ({name}, {over} ov)')}</p>" if view.falls else ""
    return f"<section>{out}{fell if picked['first'] else ''}{bowl}{'' if picked['first'] else fell}</section>"


def draw(rng, spec):
    match = make(rng, spec)
    phone = spec.get("width", 900) < 500
    desk = spec.get("width", 0) > 900
    picked = choices(rng, bat=["Batters", "Batsman", "Batters"], dnb=["To Bat", "Yet to bat", "Did not bat"], first=[False, False, True], opt=["opt", "opted"], pair=[" / ", "/"])
    columns = ["runs", "balls", "fours", "sixes", "strike_rate"] + ([] if phone else ["minutes"])
    names, words = Names("full", "full", "full"), Dismissals(c_and_b=rng.choice(["c&b", "c & b"]), run_out=rng.choice(["run out {}", "run out ({})"]), pair=picked["pair"], lbw=rng.choice(["lbw", "lbw b"]), dagger=rng.random() < 0.3)
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens", "economy"] + ([] if phone else ["wides", "no_balls"]), marks=(" (c)", " (wk)"), overs="full") for i in match.innings]
    for view in views:
        for row in view.batting:
            if row.truth["fielder"]:
                row.truth["fielder"] = row.truth["fielder"].replace(" / ", "/")
    when, (a, b) = date(rng, "short", (2021, 2026)), sides(match)
    toss = f"{match.teams[match.toss_winner]} {picked['opt']} to {'bat' if match.toss_bat else 'field'}"
    board = "".join(f"<div class=tm><i data-no-text>{esc(i.team[0])}</i><span>{esc(i.team)}</span><b>{i.runs}/{i.wickets}</b><small>({i.overs} Ov)</small></div>" for i in match.innings)
    top = (f"<header data-no-text><b>krickhero</b><span>Matches &nbsp; Tournaments &nbsp; Clubs &nbsp; Store</span></header><div class=hd><small>{esc(match.competition)}, {esc(match.ground)}, {when}, {match.limit} Ov.</small>{board}<p>{esc(match.result)}</p><p class=to>Toss: {esc(toss)}</p></div>"
           "<nav data-no-text><span>Summary</span><span class=on>Scorecard</span><span>Comms</span><span>Analysis</span><span>Cricheroes</span><span>MVP</span></nav>")
    hero = max((x for v in views for x in v.batting), key=lambda r: r.batter.runs)
    aside = f"<aside data-no-text><h4>Player of the match</h4><i></i><p>{esc(hero.plain)}</p><h4>Download the app</h4><div class=qr></div></aside>" if desk else ""
    style = f"""body{{font-family:'Roboto','Noto Sans',sans-serif;font-size:{12.5 if phone else 13.5}px;color:#28292b;background:#f2f3f5}}header{{background:#fff;padding:10px 18px;display:flex;justify-content:space-between;color:#666}}header b{{color:#c5362b;font-size:20px}}.hd{{background:linear-gradient(100deg,#c5362b,#8c1b14);color:#fff;padding:14px 18px}}
.tm{{display:flex;align-items:center;gap:9px;font-size:17px;padding:4px 0;font-weight:500}}.tm i{{width:26px;height:26px;border-radius:50%;background:#fff;color:#c5362b;font-style:normal;display:flex;align-items:center;justify-content:center;font-size:13px}}.tm b{{margin-left:auto}}.hd p{{margin:5px 0 0;font-weight:600}}.hd .to{{font-weight:400;font-size:.92em}}
nav{{background:#fff;display:flex;gap:{18 if phone else 30}px;padding:11px 18px 0;border-bottom:1px solid #ddd;color:#72797f;overflow:hidden}}nav span{{padding-bottom:9px}}.on{{color:#c5362b;border-bottom:3px solid #c5362b}}.w{{display:flex;gap:16px;align-items:flex-start;padding:{0 if phone else 12}px}}main{{flex:1;min-width:0}}aside{{width:210px;background:#fff;padding:10px 14px;color:#666}}aside i{{display:block;width:64px;height:64px;border-radius:50%;background:#dfe3e6}}.qr{{width:90px;height:90px;background:repeating-conic-gradient(#333 0 25%,#fff 0 50%) 0 0/10px 10px}}
section{{background:#fff;margin-bottom:12px}}h3{{margin:0;background:#{'14b393' if rng.random() < .6 else '3c4043'};color:#fff;padding:10px 14px;font-size:15px;display:flex;justify-content:space-between;break-after:avoid}}small{{font-weight:400;font-size:.8em}}table{{width:100%}}tr,.ln{{break-inside:avoid}}th{{background:#f1f3f4;color:#5f6368;font-size:.88em;font-weight:500;text-align:right;padding:7px 6px}}td{{text-align:right;padding:7px 6px;border-bottom:1px solid #eceff1}}
.bat td:nth-child(n+2){{width:{40 if phone else 60}px}}.bat td:nth-child(6){{width:70px}}.bowl td:nth-child(n+2){{width:{44 if phone else 54}px}}.n{{text-align:left;padding-left:14px}}td:last-child,th:last-child{{padding-right:14px}}a{{color:#1a73b8}}em{{font-style:normal;color:#83898e;font-size:.9em}}.ln{{display:flex;justify-content:space-between;padding:8px 14px;border-bottom:1px solid #eceff1}}.tot{{background:#f8f9fa;font-weight:600}}p{{margin:0;padding:9px 14px;line-height:1.5}}.hd p{{padding:0}}"""
    body = top + "<div class=w><main>" + "".join(block(k, v, picked, columns, phone) for k, v in enumerate(views)) + f"</main>{aside}</div>"
    return Sheet(document(style, body), card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when))
