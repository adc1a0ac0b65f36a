"""Grade cricket in an Australian local paper: scoreboards in columns, wickets before runs, the ladder at the end.

The Age, The West Australian and country papers: sides in capitals, one line a batter, `Sundries (4b 3lb 2w 1nb)`, `TOTAL (50
overs) 9-245`, `Fall: 12 34 67`, `Bowling: S Lee 10-2-34-1`. A head with the round and a small ladder beside the scores."""

import names
import names6
from common import Sheet, choices, document, joined, noted, ordinal, views_of
from match import Match
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-grade"
CARDS = [
    dict(kind="scan", dpi=200, overs=50, gray=True, paper=(190, 150)),
    dict(kind="photo", overs=50, crop=True),
    dict(kind="text", days=True),
    dict(kind="screen", width=760, scale=1.5, overs=50),
    dict(kind="photo", overs=40, crop=True, small=True, ladder=False),
]


def block(index, view, days, picked, match):
    innings = view.innings
    down = f"{innings.runs}" if innings.all_out else f"{innings.wickets}-{innings.runs}"
    extra = joined(view.parts, picked["mark"], " ")
    name = f"{esc(view.team)}{ordinal(innings, days, ('', ' FIRST INNINGS', ' SECOND INNINGS')) if days else ''}"
    rows = "".join(f"<tr data-t=b{index}.{k}><td>{esc(r.name)}<td>{esc(r.text)}<td class=r>{r['runs']}{' (' + r['balls'] + ')' if picked['balls'] else ''}</tr>"
                   for k, r in enumerate(view.batting))
    rows += f"<tr><td colspan=2>{picked['extras']}{' (' + extra + ')' if extra else ''}<td class=r>{view.extras}</tr>"
    closed = " dec" if innings.declared else ""
    rows += f"<tr class=t><td colspan=2>TOTAL ({view.overs} overs)<td class=r>{down}{closed}</tr>"
    more = f"<p>DNB: {', '.join(esc(n) for n, _ in view.dnb)}.</p>" if view.dnb else ""
    fell = picked["gap"].join(r["runs"] for r in view.falls)
    more += f"<p><b>Fall:</b> {fell}.</p>" if fell else ""
    bowl = "; ".join(esc(r.name) + " " + "-".join(r[c] for c in ("overs", "maidens", "runs", "wickets")) + noted(r, " ({})", separator=" ") for r in view.bowling)
    return f"<section><h3 data-t=i{index}>{name}</h3><table>{rows}</table>{more}<p><b>Bowling:</b> {bowl}.</p></section>"


def ladder(rng, pool):
    clubs = rng.sample(names.POOLS[pool][2], 5)
    points = sorted((rng.randint(6, 48) for _ in clubs), reverse=True)
    lines = "".join(f"<tr><td>{esc(c)}<td class=r>{rng.randint(1, 6)}<td class=r>{rng.randint(0, 4)}<td class=r>{p}</tr>" for c, p in zip(clubs, points))
    return f"<section class=lad><h3>LADDER</h3><table><tr><th>Club<th class=r>W<th class=r>L<th class=r>Pts</tr>{lines}</table></section>"


def draw(rng, spec):
    days, pool = spec.get("days", False), rng.choice(["aus", "aus", "nz", "ire"])
    match = Match(rng, pool, spec.get("overs", 50), days=days)
    picked = choices(rng, extras=["Sundries", "Extras"], mark=["{v}{k}", "{k}{v}", "{k} {v}"], balls=[False, False, True], gap=[", ", " ", ", "],
                     font=["'Liberation Sans Narrow'", "'Nimbus Sans Narrow'", "'Liberation Serif'", "'Lato'"], rows=["initial", "dotted", "full"])
    words = Dismissals(c_and_b="c & b", run_out=rng.choice(["run out", "run out ({})"]))
    views = views_of(match, Names(picked["rows"], "last"), words, bat=["runs", "balls"] if picked["balls"] else ["runs"],
                      bowl=["maidens", "wides", "no_balls"], bowl_zero="", falls="bare", overs="trim")
    for view in views:
        view.team = view.truth["team"] = view.team.upper()
        if view.innings.all_out:
            view.truth["total"]["wickets"] = None
    toss = f"{match.teams[match.toss_winner]}, {'batted' if match.toss_bat else 'sent them in'}"
    cards = "".join(block(k, v, days, picked, match) for k, v in enumerate(views))
    head = (f"<h1>Scoreboard</h1><h2>{esc(match.competition).upper()} – ROUND {rng.randint(2, 17)}</h2><p class=m><b>{esc(match.teams[0]).upper()} v {esc(match.teams[1]).upper()}</b> at {esc(match.ground)}. "
            f"Toss: {esc(toss)}.</p>")
    style = f"""body{{font-family:{picked['font']},sans-serif;font-size:12px;line-height:1.22;color:#141414;background:{'#f8f7f2' if spec['kind'] == 'screen' else '#fff'};padding:10px}}
h1{{font-family:'Liberation Sans',sans-serif;font-size:30px;letter-spacing:-1px;margin:0;border-top:5px solid #111}}h2{{font-size:13px;background:#ddd;margin:4px 0;padding:2px 6px}}
.cols{{columns:2;column-gap:18px;column-rule:1px solid #888}}h3{{margin:5px 0 2px;font-size:13px;break-after:avoid}}table{{width:100%}}td{{padding:0 4px 0 0;vertical-align:top}}
td:first-child{{white-space:nowrap}}.r{{text-align:right;white-space:nowrap;padding:0}}th{{text-align:left;font-weight:400;font-style:italic}}tr.t td{{font-weight:700;border-top:1px solid #333}}
p{{margin:3px 0}}.m{{font-size:13px}}section{{break-inside:avoid;margin-bottom:8px}}.lad{{border:1px solid #333;padding:4px 6px;margin-top:6px}}"""
    body = f"{head}<div class=cols>{cards}<p><b>{esc(match.result)}.</b></p>{ladder(rng, pool) if spec.get('ladder', True) else ''}</div>"
    truth = card_truth([t.upper() for t in match.teams], views, toss=toss, result=match.result, venue=match.ground)
    return Sheet(document(style, body), truth)
