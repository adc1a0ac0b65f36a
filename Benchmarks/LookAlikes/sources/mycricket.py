"""The Australian grade clubs' old match centre: green bars, "c: Kelly b: Ryan", wickets before runs.

MyCricket and ResultsVault of 2008 to 2019: one table an innings with How out in one column, runs and sometimes balls, 4s
and 6s; Extras (b2, lb3, w1, nb0); "Total: 7 for 214 (off 40 overs)"; FOW as 1-23 (Ryan); bowlers O M R W wd nb. Two-day
games have two innings a side."""

from common import Sheet, bowling_rows, choices, chose, document, falls, grid, heads, joined, ordinal, sides, views_of
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-mycricket"
CARDS = [
    dict(kind="screen", width=1024, scale=1, pool="aus", overs=40),
    dict(kind="text", pool="aus", days=True, margin="12mm", fit=False),
    dict(kind="screen", width=960, scale=1.5, pool="aus", overs=20, file="jpg"),
    dict(kind="scan", pool="aus", overs=40, dpi=200, margin="14mm"),
    dict(kind="photo", of="screen", width=1000, scale=1.2, pool="women", overs=35),
]
BOWL = ["overs", "maidens", "runs", "wickets"]
LETTER = dict(runs="Runs", balls="Balls", fours="4s", sixes="6s", overs="O", maidens="M", wickets="W", wides="wd", no_balls="nb")


def scored(view):
    innings = view.innings
    if innings.all_out:
        return f"all out {innings.runs}"
    return f"{innings.wickets}{' dec' if innings.declared else ''} for {innings.runs}"


def block(index, view, columns, bowls, days, picked):
    blank = [""] * (len(columns) - 1)
    rows = [(f"b{index}.{k}", [esc(r.name), esc(r.text), *(r[c] for c in columns)]) for k, r in enumerate(view.batting)]
    parts = joined(view.parts, "{k}{v}" if picked["tight"] else "{k}: {v}")
    rows.append((f"x{index}", ["Extras", f"({parts})" if parts else "", view.extras, *blank]))
    rows.append((f"t{index}", ["Total", f"({view.overs} overs)", scored(view), *blank]))
    fell = falls(view, "{wicket}-{runs} ({name})" if picked["order"] else "{wicket}/{runs} ({name})")
    fow = f'<p data-t=f{index}><b>FOW:</b> {fell}</p>' if view.falls else ""
    title = f"{esc(view.team)}{ordinal(view.innings, days) if days else ' Innings'}"
    return (f"<h3>{title}</h3>{grid(['Batsman', 'How Out', *heads(columns, LETTER)], rows, (0, 1))}{fow}"
            + grid(["Bowler", *heads(bowls, LETTER)], bowling_rows(index, view, bowls), name="bo"))


def top(match, when, toss):
    lines = [("Grade", match.competition), ("Ground", match.ground), ("Date", when), ("Toss", toss), ("Result", match.result)]
    rows = "".join(f"<tr><th>{k}:</th><td>{esc(v)}</td></tr>" for k, v in lines if v)
    a, b = sides(match)
    return f'<h2>{esc(a)} v {esc(b)}</h2><table class="in">{rows}</table>'


def style_of(picked, screen):
    return f"""body{{font-family:{picked['face']},sans-serif;font-size:{12.5 if screen else 11}px;color:#222;background:#fff}}
.pg{{padding:{'12px 20px' if screen else '0'};max-width:960px}}.ba{{background:{picked['mark']};color:#fff;padding:10px 20px;
font-size:20px;font-weight:700}}.me{{background:{picked['band']};padding:5px 20px;font-size:11px}}h2{{margin:6px 0;font-size:1.4em;
color:{picked['mark']}}}h3{{background:{picked['mark']};color:#fff;margin:12px 0 0;padding:4px 8px;font-size:1.05em}}
table{{width:100%}}.in{{width:auto}}.in th{{background:none;text-align:left;color:#555}}.in td{{text-align:left;border:0}}
th{{background:{picked['band']};text-align:right;padding:3px 7px}}td{{padding:2.5px 7px;text-align:right;
border-bottom:1px solid {'#ddd' if picked['lines'] else '#fff'}}}tr:nth-child(odd) td{{background:{'#fff' if picked['lines'] else '#f5f7f2'}}}
.n{{text-align:left}}.bo{{width:{picked['wide']}}}tr[data-t^=t] td{{font-weight:700;border-top:1px solid #888}}p{{margin:5px 7px}}"""


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, spec["pool"], spec.get("overs", 20), days=days)
    picked = choices(rng, mark=["#00573f", "#1f5c2e", "#003b7a", "#8a1c1c"], band=["#e4ecd8", "#e6e6e6", "#dfe8f3"], tight=[True, False],
                     lines=[True, False], order=[True, False], wide=["100%", "70%"], rows=["initial", "full", "last_comma"],
                     face=["'DejaVu Sans'", "'Liberation Sans'", "'Liberation Sans'"])
    columns = rng.choice([["runs"], ["runs", "balls"], ["runs", "balls", "fours", "sixes"]])
    bowls = BOWL + rng.choice([[], ["wides", "no_balls"]])
    words = Dismissals(caught=rng.choice(["c:", "ct:"]), bowled="b:", c_and_b="c&b:", lbw="lbw:", stumped="st:", hit_wicket="hit wicket b:",
                       run_out=rng.choice(["run out: {}", "run out"]), not_out="not out", dnb="dnb")
    names = Names(picked["rows"], rng.choice(["initial", "last"]), "last")
    views = views_of(match, names, words, bat=columns, bowl=["maidens", *bowls[4:]], falls="player", dnb="rows",
                     overs=rng.choice(["trim", "full"]), extras_zero=rng.random() < 0.5)
    when = date(rng, "slash", (2008, 2019))
    toss = chose(match, "{} won the toss and elected to {}") if rng.random() < 0.6 else None
    chrome = '<div class="ba" data-no-text>mycrickethub</div><div class="me" data-no-text>Home | Fixtures | Ladders | Statistics</div>'
    screen = spec["kind"] != "text" and spec["kind"] != "scan"
    body = ((chrome if screen else "") + '<div class="pg">' + top(match, when, toss)
            + "".join(block(k, v, columns, bowls, days, picked) for k, v in enumerate(views)) + "</div>")
    truth = card_truth(sides(match), views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, screen), body), truth)
