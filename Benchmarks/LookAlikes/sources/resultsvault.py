"""A league's results database, its scorecard printed as a PDF: how out, fielder and bowler in columns of their own.

ResultsVault / Interpro (Australia, New Zealand, Scotland, Hong Kong): a grey head with grade, round and ground, scores of both
sides, `No Batsman How Out Fielder Bowler R B 4s 6s`, extras itemised under the rows, Partnerships / FOW and bowling beside."""

from common import Sheet, choices, document, grid, officials
from match import Match
from names import date
import names6  # the pools
from view import Dismissals, Names, card_truth, esc, in_columns, innings_view

LAYOUT = "look-resultsvault"
CARDS = [
    dict(kind="text", pool="nz", overs=40),
    dict(kind="text", pool="aus", overs=20, landscape=True, fit=False),
    dict(kind="scan", dpi=200, pool="ire", overs=50),
    dict(kind="photo", pool="nz", overs=20),
    dict(kind="screen", width=980, scale=1.3, pool="zim", overs=50),
]
HOW = [{"caught": "Caught", "bowled": "Bowled", "lbw": "LBW", "run out": "Run Out", "stumped": "Stumped", "caught and bowled": "C & B", "hit wicket": "Hit Wicket",
        "not out": "Not Out", "retired hurt": "Retired Hurt", "did not bat": "DNB"},
       {"caught": "ct", "bowled": "b", "lbw": "lbw", "run out": "ro", "stumped": "st", "caught and bowled": "c&b", "hit wicket": "hw", "not out": "no", "retired hurt": "ret hurt", "did not bat": "dnb"}]
LINES = [("byes", "Byes"), ("leg_byes", "Leg Byes"), ("wides", "Wides"), ("no_balls", "No Balls"), ("penalty", "Penalties")]


def how_cells(row, how):
    truth = row.truth
    cells = (how[row.batter.how], truth["fielder"] or "", truth["bowler"] or "")
    if row.batter.how in ("not out", "did not bat", "retired hurt"):
        truth["dismissal"] = cells[0]
    else:
        in_columns(truth, row.batter.how, cells, "c")
    return [esc(c) for c in cells]


def block(index, view, columns, picked):
    innings, blank = view.innings, [""] * (len(columns) - 1)
    rows = [(f"b{index}.{k}", [k + 1, esc(r.name), *how_cells(r, picked["how"]), *(r[c] for c in columns)]) for k, r in enumerate(view.batting)]
    sums = [(f"x{index}", [f"<span>{word}</span>", getattr(innings, key)]) for key, word in LINES if key in picked["lines"]]
    sums.append((f"x{index}", ["<b>Total Extras</b>", f"<b>{view.extras}</b>"]))
    end = f"{innings.wickets} wicket{'' if innings.wickets == 1 else 's'}" if not innings.all_out else "all out"
    total = f"<div class=tot data-t=t{index}><span>TOTAL</span><span>{end}</span><span>{view.overs} overs</span><b>{innings.runs}</b></div>"
    head = ["No", "Batsman", "How Out", "Fielder", "Bowler", *(picked["letters"][c] for c in columns)]
    bowl = ["overs", "maidens", "runs", "wickets", "wides", "no_balls"]
    bowls = grid(["Bowler", "O", "M", "R", "W", "Wd", "NB"], [(f"w{index}.{k}", [esc(r.name), *(r[c] for c in bowl)]) for k, r in enumerate(view.bowling)])
    fell = grid(["Wkt", "Score", "Batsman", "Over"], [(f"f{index}", [r["wicket"], r["runs"], esc(r.name), r["over"]]) for r in view.falls], (2,)) if view.falls else ""
    return (f"<h2 data-t=i{index}>{esc(view.team)}{picked['word']}</h2>" + grid(head, rows, (1, 2, 3, 4), "bat") + f"<div class=under>{grid(None, sums, name='sums')}{total}</div>"
            f"<div class=low><div>{bowls}</div><div>{fell}</div></div>")


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, how=HOW, word=[" Innings", "", " 1st Innings"], rows=["full", "last_comma", "last_initials"], bar=["#dcdcdc", "#1e3d6b", "#d6e4d2", "#7a1f2b"],
                     letters=[dict(runs="R", balls="B", fours="4s", sixes="6s", minutes="Mins"), dict(runs="Runs", balls="Balls", fours="4", sixes="6", minutes="Min")],
                     lines=[tuple(k for k, _ in LINES), tuple(k for k, _ in LINES[:4])], short=["initial", "last"])
    columns = ["runs", *(["minutes"] if rng.random() < 0.3 else []), "balls", "fours", "sixes"]
    names = Names(picked["rows"], picked["rows"] if picked["short"] != "last" else "last", "last")
    views = [innings_view(match, i, names, Dismissals(run_out="run out ({})"), bat=columns, bowl=["maidens", "wides", "no_balls"], dnb="rows", overs="full",
                          extras_zero=True, extras_parts=picked["lines"]) for i in match.innings]
    when = date(rng, "slash")
    scores = "".join(f"<tr><td class=n>{esc(i.team)}</td><td>{i.runs}{'' if i.all_out else f'/{i.wickets}'}</td><td>({i.overs})</td></tr>" for i in match.innings)
    umpires = officials(rng, 2, "full", spec["pool"])
    toss = match.teams[match.toss_winner]
    facts = [("Grade", esc(match.competition)), ("Round", rng.randint(1, 18)), ("Ground", esc(match.ground)), ("Date", when), ("Toss won by", esc(toss)), ("Result", esc(match.result)),
             ("Umpires", " / ".join(umpires))]
    top = (f"<div class=head><h1>Match Scorecard</h1><small>Printed from ResultBank {when} 09:{rng.randint(10, 59)}</small></div><div class=low><table class=facts>" + "".join(
        f"<tr><td class=n><b>{k}</b></td><td class=n>{v}</td></tr>" for k, v in facts) + f"</table><table class=sc>{scores}</table></div>")
    ink = "#fff" if picked["bar"] in ("#1e3d6b", "#7a1f2b") else "#000"
    style = f"""body{{font-family:'Liberation Sans',Arial,sans-serif;font-size:10.5px;color:#000;background:#fff;padding:8px}}.head{{display:flex;justify-content:space-between;align-items:baseline;border-bottom:2px solid #000}}
h1{{font-size:18px;margin:0 0 3px}}h2{{background:{picked['bar']};color:{ink};font-size:12.5px;margin:14px 0 0;padding:4px 6px}}.low,tr{{break-inside:avoid}}h2{{break-after:avoid}}.low{{display:flex;gap:20px;margin-top:6px;align-items:flex-start}}
.low>div{{flex:1}}td,th{{padding:2.5px 5px;text-align:right;border-bottom:1px solid #ccc}}th{{border-bottom:1px solid #000;font-size:10px}}.n{{text-align:left}}.bat,.low>div table{{width:100%}}
.facts{{flex:1.4}}.sc{{flex:1}}.sc td{{font-size:13px;font-weight:700}}.under{{display:flex;justify-content:flex-end;gap:16px;align-items:flex-end;margin-top:4px}}.sums td{{padding:1px 6px;border:0}}
.tot{{display:flex;gap:16px;border:1px solid #000;padding:5px 10px;font-size:12px}}"""
    truth = card_truth(match.teams, views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, top + "".join(block(k, v, columns, picked) for k, v in enumerate(views))), truth)
