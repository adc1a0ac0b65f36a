"""The PDF that a scoring app of Indian street and club cricket exports, or its screen: coloured heads, each dismissal below its name.

STUMPS, Cricket Scorer, CricScorer, Chauka: `A v/s B`, "A won by 14 runs", `Toss: ... opted to bat`, for each side a bar with `187-6 (20.0)`, `Batsman R B 4s 6s SR`, a row `Extras  8 (0 B, 2 LB, 5 WD, 1 NB, 0 P)`,
`Total  187-6 (20.0) 9.35`, `Bowler O M R W ER`, `Fall of wickets` with score and over."""

from common import Sheet, bowling_rows, choices, document, grid
from match import Match
import names6  # the pools
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-stumps"
CARDS = [
    dict(kind="text", pool="ind", overs=12),
    dict(kind="screen", width=400, scale=2, pool="pak", overs=10, file="jpg"),
    dict(kind="screen", width=620, scale=1.6, pool="ban", overs=20, messenger=1600, file="jpg", quality=68),
    dict(kind="photo", of="screen", width=400, scale=2, pool="ind", overs=8),
    dict(kind="scan", dpi=150, pool="nep", overs=20),
]
KEYS = ("byes", "leg_byes", "wides", "no_balls", "penalty")
LETTERS = dict(byes="B", leg_byes="LB", wides="WD", no_balls="NB", penalty="P")


def block(index, view, picked, columns):
    innings = view.innings
    heads = dict(runs="R", balls="B", fours="4s", sixes="6s", strike_rate="SR")
    rows = [(f"b{index}.{k}", [f"<b>{esc(r.name)}</b><br><em>{esc(r.text)}</em>", *(r[c] for c in columns)]) for k, r in enumerate(view.batting)]
    table = grid([picked["bat"], *(heads[c] for c in columns)], rows, name="bat")
    parts = ", ".join(picked["part"].format(v=getattr(innings, k), k=LETTERS[k]) for k in KEYS)
    score = f"{innings.runs}{picked['dash']}{innings.wickets}"
    rate = f"{innings.rate:.2f}"
    sums = (f"<div class=sum data-t=x{index}><b>Extras</b><span>{view.extras} <em>({parts})</em></span></div>"
            f"<div class=sum data-t=t{index}><b>Total</b><span><b>{score}</b> ({view.overs}) <em>{picked['crr']} {rate}</em></span></div>")
    absent = f"<div class=dn data-t=d{index}><b>{picked['dnb']}</b><br>{', '.join(esc(n) for n, _ in view.dnb)}</div>" if view.dnb and picked["show"] else ""
    bowl = grid([picked["bowler"], "O", "M", "R", "W", picked["er"]], bowling_rows(index, view, ["overs", "maidens", "runs", "wickets", "economy"]), name="bowl")
    fell = grid(["Fall of wickets", "Score", "Over"], [(f"f{index}", [esc(r.name), f"{r['runs']}{picked['slash']}{r['wicket']}", r["over"]]) for r in view.falls], name="fow") if view.falls else ""
    return f"<section><h3 data-t=i{index}><span>{esc(view.team)}</span><span>{score} ({view.overs})</span></h3>{table}{sums}{absent}{bowl}{fell}</section>"


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, bat=["Batsman", "Batter", "Batsmen"], bowler=["Bowler", "Bowlers"], er=["ER", "Eco", "Econ"], dash=["-", "/"], slash=["/", "-"], part=["{v} {k}", "{k} {v}", "{v}{k}"], crr=["CRR", "RR", "R/R"], dnb=["Did not bat", "Yet to bat"], show=[True, False],
                     colour=["#2e7d32", "#1565c0", "#6a1b9a", "#c62828", "#ef6c00", "#00796b"], rows=["full", "full", "initial"], theme=["pale", "white"], given=[True, False])
    columns = ["runs", "balls", "fours", "sixes", "strike_rate"]
    names = Names(picked["rows"], picked["rows"] if rng.random() < .7 else "last", picked["rows"])
    words = Dismissals(c_and_b=rng.choice(["c & b", "c&b"]), run_out=rng.choice(["run out ({})", "run out {}", "Run out ({})"]), stumped="st", not_out=rng.choice(["not out", "Not out", "NOT OUT"]), hit_wicket="hit wicket b", pair="/", lbw=rng.choice(["lbw b", "lbw"]))
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens", "economy"], falls="over", overs="full", extras_zero=True, extras_parts=KEYS, dnb="list" if picked["show"] else "omit", economy=2, rate=2) for i in match.innings]
    when = date(rng, rng.choice(["short", "slash", "iso"]), (2018, 2025))
    toss = f"{match.teams[match.toss_winner]} {rng.choice(['opted to', 'won the toss and opted to', 'elected to'])} {'bat' if match.toss_bat else rng.choice(['bowl', 'field'])}{rng.choice(['', ' first'])}"
    a, b = match.teams
    phone = spec.get("width", 700) < 500
    if phone or spec.get("of") == "screen":
        bar = f"<div class=app data-no-text><span>←</span><b>Scorecard</b><span>⤓ &nbsp; ⋮</span></div>"
    else:
        bar = f"<div class=pdf><b>{rng.choice(['Match Scorecard', 'SCORECARD', 'Match Summary'])}</b></div>"
    top = (f"{bar}<div class=hd><h1>{esc(a)} {rng.choice(['v/s', 'vs', 'VS'])} {esc(b)}</h1><p>{esc(match.competition)} | {esc(match.ground)} | {when}</p><p data-t=\"h/toss\"><b>Toss:</b> {esc(toss)}</p><p class=res>{esc(match.result)}</p></div>")
    foot = "<div class=ft data-no-text>Scored with Bailz – free cricket scoring app. Get it on your phone.</div>"
    shade = "#f1f5f1" if picked["theme"] == "pale" else "#fff"
    style = f"""body{{font-family:'Roboto','Noto Sans',sans-serif;font-size:12.5px;color:#222;background:{shade}}}.app{{background:{picked['colour']};color:#fff;padding:14px;display:flex;justify-content:space-between;font-size:16px}}.pdf{{text-align:center;font-size:18px;padding:8px;color:{picked['colour']};border-bottom:2px solid {picked['colour']}}}
.hd{{text-align:center;padding:8px}}h1{{font-size:17px;margin:4px 0}}.hd p{{margin:3px 0;font-size:12px;color:#555}}.res{{color:{picked['colour']}!important;font-weight:700}}section{{background:#fff;margin:8px;border:1px solid #ddd}}h3{{margin:0;background:{picked['colour']};color:#fff;padding:8px 10px;font-size:14px;display:flex;justify-content:space-between;break-after:avoid}}
table{{width:100%}}tr,.sum{{break-inside:avoid}}th{{background:#eceff1;text-align:right;padding:6px 5px;font-size:11.5px}}td{{text-align:right;padding:5px;border-bottom:1px solid #eee}}.n{{text-align:left;padding-left:10px}}.bat td:nth-child(2){{font-weight:700}}.bat b{{font-weight:500}}em{{font-style:normal;color:#7b7b7b;font-size:.88em}}
.sum{{display:flex;justify-content:space-between;padding:6px 10px;border-bottom:1px solid #eee;gap:12px}}.dn{{padding:6px 10px;border-bottom:1px solid #eee;line-height:1.45}}.bowl td,.fow td,.bowl th,.fow th{{width:12%}}.bowl td:first-child,.fow td:first-child{{width:auto}}.bowl th:first-child,.fow th:first-child{{width:auto}}.ft{{text-align:center;color:#999;font-size:10px;padding:8px}}"""
    return Sheet(document(style, top + "".join(block(k, v, picked, columns) for k, v in enumerate(views)) + foot),
                 card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when))
