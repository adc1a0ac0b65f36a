"""Eight-a-side cricket in the evening: the scorecard page of a company that runs leagues in many towns.

Last Man Stands and other eight-a-side and T10 leagues: bright colours, sides of eight, bowlers of two to four overs, an innings is over
when seven are out. Batter / How out / R / B / 4 / 6 / SR, then Extras and Total as rows, bowling with dots; adverts for franchises."""

from common import Sheet, absent, batting_rows, bowling_rows, choices, document, falls, grid, joined, views_of
from match import Match
from names import date
import names6  # the pools
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-lms"
CARDS = [
    dict(kind="screen", width=1000, scale=1.3, pool="sa", overs=20),
    dict(kind="screen", width=400, scale=2, pool="eng", overs=10, file="jpg"),
    dict(kind="text", pool="aus", overs=20),
    dict(kind="photo", of="screen", width=800, scale=1.5, pool="zim", overs=10),
    dict(kind="scan", dpi=200, pool="ind", overs=16),
]
SIDES = ["Dad Bods", "Wicket Wasps", "The Googlies", "Beer Match XI", "Thursday Thunder", "Silly Mid Offs", "No Ball Games", "Ducks Deluxe", "Park Raiders", "Street Kings"]
BAT = ["runs", "balls", "fours", "sixes", "strike_rate"]


def block(index, view, picked, narrow):
    columns = BAT[:4] if narrow else BAT
    rows = batting_rows(index, view, columns) if not narrow else [(f"b{index}.{k}", [f"{esc(r.name)}<br><em>{esc(r.text)}</em>", *(r[c] for c in columns)]) for k, r in enumerate(view.batting)]
    parts, blank = joined(view.parts, picked["part"]), [""] * (len(columns) - 1)
    two = lambda a, b: [f"{a}<br><em>{b}</em>"] if narrow else [a, b]
    rows.append((f"x{index}", [*two("Extras", parts), view.extras, *blank]))
    rows.append((f"t{index}", [*two("<b>TOTAL</b>", f"{view.overs} overs"), f"<b>{view.innings.runs}/{view.innings.wickets}</b>", *blank]))
    head = ["Batter", *([] if narrow else ["How out"]), "R", "B", "4", "6", *([] if narrow else ["SR"])]
    out = f"<h2 data-t=i{index}>{esc(view.team)}</h2>" + grid(head, rows, (0,) if narrow else (0, 1))
    if view.dnb:
        out += f"<p data-t=d{index}><b>DNB:</b> {absent(view)}</p>"
    if picked["falls"] and view.falls:
        out += f"<p data-t=f{index}><b>FOW:</b> {falls(view, '{wicket}-{runs} ({name}, {over})')}</p>"
    bowl = ["overs", "maidens", "runs", "wickets", "dots", "economy"]
    return out + grid(["Bowler", "O", "M", "R", "W", "Dots", "Econ"], bowling_rows(index, view, bowl), name="bw")


def draw(rng, spec):
    narrow = spec.get("width", 900) < 500
    match = Match(rng, spec["pool"], spec["overs"], teams=rng.sample(SIDES, 2), size=8)
    picked = choices(rng, colour=["#e4002b", "#ff8200", "#00a3ad", "#6a1b9a", "#2e7d32"], part=["{v}{k}", "{k} {v}"], falls=[True, False], rows=["full", "initial", "full"])
    views = views_of(match, Names(picked["rows"], rng.choice(["last", "initial"]), "last"), Dismissals(c_and_b="c & b", run_out=rng.choice(["run out", "run out ({})"])), bat=BAT[:4] if narrow else BAT,
                     bowl=["maidens", "economy"], falls="over" if picked["falls"] else None, marks=rng.choice([(" (c)", " (wk)"), ("", "")]))
    when = date(rng, "long", (2017, 2025))
    bar = "".join(f"<div><b>{esc(v.team)}</b><span>{v.innings.runs}/{v.innings.wickets}</span><em>{v.overs} ov</em></div>" for v in views)
    top = (f"<header data-no-text>EIGHT<b>STANDS</b><span>Join a league · Fixtures · Rankings · Log in</span></header><div class=hd><p>{esc(match.competition)} · {esc(match.ground)} · {when}</p><div class=sc>{bar}</div>"
           f"<p class=res>{esc(match.result)}</p></div>")
    stars = "".join(f"<li>{esc(rng.choice(s).form('full'))} <u>{rng.randint(700, 999)} pts</u></li>" for s in match.squads)
    side = f"<aside><b>World rankings movers</b><ul>{stars}</ul><div class=ad>OWN A FRANCHISE<br>in your town</div></aside>"
    style = f"""body{{font-family:'Lato','Open Sans',sans-serif;font-size:13.5px;color:#202020;background:#f4f4f4}}header{{background:#111;color:#fff;padding:12px 18px;font-size:20px}}header b{{color:{picked['colour']}}}
header span{{float:right;font-size:12px;padding-top:6px}}.hd{{background:{picked['colour']};color:#fff;padding:10px 18px}}.hd p{{margin:2px 0}}.sc{{display:flex;gap:40px;margin:6px 0}}.sc div b{{display:block}}
.sc span{{font-size:25px;font-weight:900;margin-right:8px}}.hd em{{color:#fff}}main{{display:flex;gap:14px;padding:12px 18px}}main>div{{flex:1;min-width:0}}aside{{width:170px;font-size:12px}}.ad{{background:#222;color:#ffd400;padding:24px 8px;text-align:center;margin-top:12px}}
h2{{background:#222;color:#fff;margin:12px 0 0;font-size:15px;padding:7px 10px}}table{{width:100%;background:#fff}}td,th{{padding:5.5px 8px;text-align:right;border-bottom:1px solid #e2e2e2}}.n{{text-align:left}}
th{{color:{picked['colour']};font-size:12px}}em{{font-style:normal;color:#777;font-size:12px}}tr[data-t^=t] td{{background:#efefef}}p{{margin:6px 10px}}.bw{{margin-top:6px}}ul{{padding-left:16px}}"""
    small = "header span,aside{display:none}.sc{gap:18px}.sc span{font-size:20px}main{padding:6px}" if narrow else ""
    cards = "".join(block(k, v, picked, narrow) for k, v in enumerate(views))
    body = f"{top}<main><div>{cards}</div>{'' if spec['kind'] in ('text', 'scan') else side}</main>"
    return Sheet(document(style + small, body), card_truth([v.team for v in views], views, result=match.result, venue=match.ground, date=when))
