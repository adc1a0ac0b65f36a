"""A big book of Test matches: both innings of a side in one table, the falls of all four innings in a grid.

Frindall's Wisden Book of Test Cricket: initials with points, captain * and keeper †, Extras with capital letters, the
bowling of both innings in one table (O M R W O M R W) and beside it FALL OF WICKETS, a row a wicket and a column an
innings, headed by the sides' letters. Overs of an innings are nowhere."""

from common import ANALYSIS, Sheet, beside, choices, document, officials, sides, views_of
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-testbook"
CARDS = [
    dict(kind="scan", pool="eng", dpi=300, gray=True, paper=(170, 240), margin="12mm"),
    dict(kind="scan", pool="aus", dpi=300, bilevel=True, paper=(170, 240), margin="12mm"),
    dict(kind="text", pool="wi", paper=(170, 240), margin="12mm"),
    dict(kind="photo", pool="sa", paper=(170, 240), margin="12mm", curl=0.003),
]
NATIONS = ["NORLAND", "SUDOVIA", "WESTMARK", "OSTANIA", "TAMARIND", "ZANJ", "ALBION", "KARELIA"]
PLACES = "1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th".split()
SERIES = ["1st", "2nd", "3rd", "4th", "5th"]


def played(rng, pool):
    """Four innings, or three; not two."""
    while True:
        match = Match(rng, pool, days=True, teams=rng.sample(NATIONS, 2))
        if len(match.innings) > 2 and match.teams[0][0] != match.teams[1][0]:
            return match


def parts(view):
    told = ", ".join(f"{key.upper()} {value}" for key, value in view.parts)
    return f"({told})" if told else ""


def total(innings):
    if innings.all_out:
        return ""
    return f"({innings.wickets} wkt{'' if innings.wickets == 1 else 's'}{' dec' if innings.declared else ''})"


def batting(own, team):
    """The side's table: a name once, and how out and runs in each innings."""
    rows = ""
    for k, row in enumerate(own[0].batting):
        rows += f'<tr><td class="n">{row.mark}{esc(row.plain)}</td>{beside(own, k)}</tr>'
    extras = "".join(f'<td class="d">{parts(v)}</td><td class="r">{v.extras}</td>' for v in own)
    totals = "".join(f'<td class="d">{total(v.innings)}</td><td class="r"><b>{v.innings.runs}</b></td>' for v in own)
    return (f'<table class="b"><tr><th class="n" colspan={1 + 2 * len(own)}>{team}</th></tr>{rows}<tr class="x">'
            f'<td class="n">Extras</td>{extras}</tr><tr class="t"><td class="n"><b>Total</b></td>{totals}</tr></table>')


def bowling(own, team):
    """One line a bowler; blank where he did not bowl in an innings."""
    people = list(dict.fromkeys(r.name for v in own for r in v.bowling))
    rows = ""
    for name in people:
        found = [next((r for r in v.bowling if r.name == name), None) for v in own]
        cells = "".join(f"<td>{r[c] if r else ''}</td>" for r in found for c in ANALYSIS)
        rows += f'<tr><td class="n">{esc(name)}</td>{cells}</tr>'
    head = "<th>O</th><th>M</th><th>R</th><th>W</th>" * len(own)
    return f'<table class="w"><tr><th class="n">{team}</th>{head}</tr>{rows}</table>'


def grid_of_falls(views):
    """FALL OF WICKETS: a row a wicket, a column an innings."""
    letters = "".join(f"<th>{v.team[0]}</th>" for v in views)
    ordinals = "".join(f"<th>{['', '1st', '2nd'][v.innings.number]}</th>" for v in views)
    rows = ""
    for k, place in enumerate(PLACES):
        cells = "".join(f"<td>{v.falls[k]['runs'] if k < len(v.falls) else '-'}</td>" for v in views)
        rows += f'<tr><td class="n">{place}</td>{cells}</tr>'
    return (f'<table class="f"><tr><th colspan={1 + len(views)}>FALL OF WICKETS</th></tr><tr><th></th>{letters}</tr><tr>'
            f'<th class="n">Wkt</th>{ordinals}</tr>{rows}</table>')


def prose(rng, match):
    people = [p.form("last") for p in match.squads[0][:3]]
    return (f"The series began on a pitch that {rng.choice(['gave some help to seam', 'was slow throughout'])}. "
            f"{esc(people[0])} was troubled by a strained thigh, and {esc(people[1])} led the side in the field after "
            "luncheon on the last day. Rain delayed the start by an hour.")


def style_of(picked):
    return f"""body{{font-family:{picked['face']},serif;font-size:{picked['size']}px;line-height:1.2;color:#111}}
h1{{font-size:1.25em;margin:0 0 2px;border-bottom:1.5px solid #111;padding-bottom:2px}}p{{margin:2px 0}}
.s{{text-align:justify;margin:5px 0}}table.b{{width:100%;margin-top:6px}}td,th{{padding:.4px 3px;text-align:right;
font-weight:400;white-space:nowrap}}.n,.d{{text-align:left}}th.n{{font-weight:700}}.b .r{{width:34px}}
.b .n{{width:30%}}
.x td,.t td{{padding-top:2px}}.b .t .r{{border-top:.8px solid #111}}.lo{{display:flex;justify-content:space-between;
gap:14px;margin-top:8px;align-items:flex-start}}.w{{margin-bottom:8px;width:100%}}.w td{{width:26px}}
.w .n{{width:auto}}
.lo>div:first-child{{flex:1}}.f td,.f th{{padding:.4px 5px}}"""


def draw(rng, spec):
    match = played(rng, spec["pool"])
    words = Dismissals(c_and_b="c and b", run_out="run out", hit_wicket="hit wkt b")
    picked = choices(rng, rows=["dotted", "dotted", "last_initials"], face=["'Nimbus Roman'", "'TeX Gyre Termes'", "'C059'"],
                     size=[11, 11.5, 12])
    views = views_of(match, Names(picked["rows"], "last", "last"), words, bat=["runs"], bowl=["maidens"], falls="runs",
                     dnb="rows", marks=("*", "†"), mark_before=True, overs="trim", total_overs=False)
    for view in views:
        view.truth["total"]["wickets"] = None if view.innings.all_out else view.innings.wickets
    a, b = sides(match)
    of = lambda team: [v for v in views if v.team == team]
    when, toss, people = date(rng, "long", (1926, 1998)), match.teams[match.toss_winner], officials(rng, 2, "dotted")
    result = match.result.replace(match.winner, match.winner.title()) if match.winner else match.result
    top = (f"<h1>{a} v {b} ({rng.choice(SERIES)} Test)</h1><p>Played at {esc(match.ground)} on {when}.</p>"
           f'<p>Toss: {toss.title()}. Result: {esc(result)}.</p><p class="s">{prose(rng, match)}</p>')
    low = (f'<div class="lo"><div>{bowling(of(a), b)}{bowling(of(b), a)}</div>{grid_of_falls(views)}</div>'
           f"<p>Umpires: {people[0]}, {people[1]}.</p>")
    truth = card_truth([a, b], views, toss=toss.title(), result=result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked), top + batting(of(a), a) + batting(of(b), b) + low), truth)
