"""An Indian district association's sheet, made in a workbook and sent round as a PDF: capitals, boxes, forms filled in.

Such sheets (KSCA zones, TNCA districts, Vidarbha, Assam) have a merged title, S.NO / NAME OF THE BATSMAN / HOW OUT / BOWLER / RUNS /
BALLS / 4s / 6s, a row EXTRAS with B- LB- W- NB-, a row TOTAL, bowling at the left and the fall of wickets at the right."""

from common import Sheet, choices, document, officials, views_of
from match import Match
from names import date
import names6  # the pools
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-district"
CARDS = [
    dict(kind="text", pool="ind", overs=50),
    dict(kind="scan", dpi=200, pool="ind", overs=30, gray=True),
    dict(kind="photo", pool="nep", overs=40),
    dict(kind="text", pool="ind", days=True, fit=False),
    dict(kind="screen", width=820, scale=1.6, pool="ban", overs=20, file="jpg", quality=70),
]
BODIES = ["DISTRICT CRICKET ASSOCIATION", "ZONAL CRICKET COMMITTEE", "CRICKET ASSOCIATION (REGD.)", "DISTRICT SPORTS COUNCIL"]


class Capitals(Dismissals):
    def write(self, batter, names, squad, keeper):
        parts, fielder, bowler = super().write(batter, names, squad, keeper)
        return tuple(p.upper() for p in parts), fielder and fielder.upper(), bowler


def line(values, tag="td", kinds="", more=""):
    return f"<tr{more}>" + "".join(f"<{tag} class={k}>{v}</{tag}>" for v, k in zip(values, kinds)) + "</tr>"


def block(index, view, days, picked):
    innings, more = view.innings, picked["sr"]
    suffix = f" {['', 'I', 'II'][innings.number]} INNINGS" if days else picked["word"]
    head = ["S.NO", picked["batsman"], "HOW OUT", "BOWLER", "RUNS", "BALLS", "4s", "6s"] + (["S/R"] if more else [])
    kinds = "rnnnrrrrr"
    rows = "".join(line([k + 1, esc(r.name), esc(r.parts[0]), esc(r.parts[1]), r["runs"], r["balls"], r["fours"], r["sixes"], *([r["strike_rate"]] if more else [])], kinds=kinds,
                        more=f" data-t=b{index}.{k}") for k, r in enumerate(view.batting))
    wide = 4 if more else 3
    marks = "&nbsp; ".join(f"{word}-{getattr(innings, key)}" for word, key in (("B", "byes"), ("LB", "leg_byes"), ("W", "wides"), ("NB", "no_balls")))
    rows += f"<tr data-t=x{index}><td colspan=2 class=n>EXTRAS<td colspan=2 class=n>{marks}<td class=r>{view.extras}<td colspan={wide}></tr>"
    end = "ALL OUT" if innings.all_out else f"FOR {innings.wickets} WKT{'' if innings.wickets == 1 else 'S'}{' DECL' if innings.declared else ''}"
    rows += f"<tr class=t data-t=t{index}><td colspan=2 class=n>TOTAL<td colspan=2 class=n>{end} IN {view.overs} OVERS<td class=r>{innings.runs}<td colspan={wide} class=r>{'R/R ' + format(innings.rate, '.2f') if more else ''}</tr>"
    width = 8 + more
    table = f"<table><tr data-t=i{index}><th colspan={width} class=inn>{esc(view.team)}{suffix}</th></tr>{line(head, 'th', kinds)}{rows}</table>"
    bowls = "".join(line([k + 1, esc(r.name), r["overs"], r["maidens"], r["runs"], r["wickets"]], kinds="rnrrrr", more=f" data-t=w{index}.{k}") for k, r in enumerate(view.bowling))
    bowl = "<table>" + line(["S.NO", "BOWLING", "OVERS", "MDNS", "RUNS", "WKTS"], "th", "rnrrrr") + bowls + "</table>"
    fell = "".join(line([r["wicket"], r["runs"], esc(r.name), r["over"]], kinds="rrnr") for r in view.falls)
    fow = "<table>" + "<tr><th colspan=4>FALL OF WICKETS</th></tr>" + line(["WKT", "SCORE", "BATSMAN", "OVER"], "th", "rrnr") + fell + "</table>" if fell else ""
    return f"<section>{table}<div class=two><div>{bowl}</div><div>{fow}</div></div></section>"


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, spec["pool"], spec.get("overs", 50), days=days)
    picked = choices(rng, batsman=["NAME OF THE BATSMAN", "BATSMAN NAME", "BATSMEN"], word=[" INNINGS", "", " - BATTING"], sr=[True, False], fill=["#fff", "#fff200", "#cfe2f3", "#d9ead3", "#f4cccc"],
                     font=["'Carlito'", "'Liberation Sans'", "'Caladea'"], rows=["dotted", "full", "initials"])
    names = Names(picked["rows"], "last" if picked["rows"] == "full" else picked["rows"], "last", "all")
    words = Capitals(caught="C", bowled="B", c_and_b="C & B", lbw="LBW B", stumped="ST", run_out=rng.choice(["RUN OUT", "RUN OUT ({})"]), not_out="NOT OUT", hit_wicket="HIT WKT B",
                       retired="RETIRED HURT", dnb="DID NOT BAT")
    views = views_of(match, names, words, bat=["runs", "balls", "fours", "sixes", *(["strike_rate"] if picked["sr"] else [])], bowl=["maidens"], dnb="rows", extras_zero=True,
                     zero=rng.choice(["0", "-"]), marks=rng.choice([(" (C)", " (WK)"), ("", "")]))
    for view in views:
        view.team = view.truth["team"] = view.team.upper()
    when = date(rng, "slash" if rng.random() < 0.5 else "dot", (2015, 2025))
    teams, result, ground = [t.upper() for t in match.teams], match.result.upper(), match.ground.upper()
    toss = f"{match.teams[match.toss_winner]} WON THE TOSS AND ELECTED TO {'BAT' if match.toss_bat else 'FIELD'}".upper()
    umpires, scorer = [u.upper() for u in officials(rng, 2, "dotted", spec["pool"])], officials(rng, 2, "dotted", spec["pool"])[1].upper()
    head = (f"<table class=top><tr><th colspan=4 class=big>{esc(rng.choice(['NORTH ', 'CENTRAL ', 'UPPER ', '']) + rng.choice(BODIES))}</th></tr><tr><th colspan=4>{esc(match.competition).upper()}</th></tr>"
            f"<tr><td class=n><b>MATCH</b><td class=n>{esc(teams[0])} VS {esc(teams[1])}<td class=n><b>DATE</b><td class=n>{when}</tr><tr><td class=n><b>VENUE</b><td class=n>{esc(ground)}<td class=n><b>UMPIRES</b>"
            f"<td class=n>{umpires[0]} / {umpires[1]}</tr><tr><td class=n><b>TOSS</b><td colspan=3 class=n>{esc(toss)}</tr><tr><td class=n><b>RESULT</b><td colspan=3 class=n>{esc(result)}</tr></table>")
    cards = "".join(block(k, v, days, picked) for k, v in enumerate(views))
    style = f"""body{{font-family:{picked['font']},sans-serif;font-size:10.5px;color:#000;background:#fff;padding:4px}}table{{width:100%}}td,th{{border:1px solid #000;padding:2px 4px}}.r{{text-align:{rng.choice(['center', 'right'])}}}
.n{{text-align:left}}th{{background:{picked['fill']};font-size:10px}}th.n,th.r{{text-align:center}}.big{{font-size:16px}}.inn{{font-size:12px;text-align:center}}.top{{margin-bottom:8px}}section{{margin-bottom:10px;break-inside:avoid}}
.two{{display:flex;align-items:flex-start}}.two>div{{flex:1}}.t td{{font-weight:700;font-size:11.5px}}.sg{{display:flex;justify-content:space-between;padding:26px 20px 0}}"""
    sign = f"<div class=sg><span>SCORER: {scorer}</span><span>UMPIRE 1</span><span>UMPIRE 2</span></div>"
    return Sheet(document(style, head + cards + sign), card_truth(teams, views, toss=toss, result=result, venue=ground, date=when))
