"""A league's handbook: two matches to a page, both innings of each beside one another, everything abbreviated."""

from common import LEADERS, Sheet, document, figures, leader
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-handbook"
CARDS = [
    dict(kind="text", pool="eng", overs=45, paper="A5", margin="9mm", matches=2),
    dict(kind="scan", pool="eng", overs=40, paper="A5", margin="9mm", dpi=300, gray=True, matches=2),
    dict(kind="scan", pool="aus", overs=45, paper="A5", margin="9mm", dpi=300, bilevel=True, matches=1),
    dict(kind="text", pool="wi", overs=50, paper="A5", margin="9mm", matches=1),
]


def draw(rng, spec):
    played = []
    while len(played) < spec["matches"]:
        match = Match(rng, spec["pool"], spec["overs"])
        if not any(set(match.teams) & set(other.teams) for other in played):
            played.append(match)
    words = Dismissals(
        c_and_b=rng.choice(["c&b", "c & b"]),
        run_out=rng.choice(["ro", "run out"]),
        not_out=rng.choice(["no", "not out"]),
        hit_wicket="hw b",
        retired="rtd ht",
    )
    names = Names(rng.choice(["last_initials", "initials", "last"]), "last", "last")
    sides = [s for m in played for s in m.squads]
    if names.rows == "last":
        names.row = lambda person: names.brief(person, next(s for s in sides if person in s), "last")
    falls = rng.choice(["runs", False])
    upper = rng.random() < 0.6
    dotted, extras_word = rng.random() < 0.5, rng.choice(["Ext", "Extras", "Ex"])
    blocks, views, when = "", [], []
    fill = None if dotted else "<i></i>"
    for match in played:
        own = [
            innings_view(
                match, i, names, words, bat=["runs"], bowl=["maidens"], falls=falls, overs="trim", extras_parts=()
            )
            for i in match.innings
        ]
        columns = ""
        for view in own:
            innings = view.innings
            side = view.team.upper() if upper else view.team
            view.truth["team"] = side
            lines = "".join(leader(f"{esc(r.name)} {esc(r.text)}", r["runs"], "", fill) for r in view.batting)
            down = "ao" if innings.all_out else f"{innings.wickets}w"
            dnb = f"<p>dnb: {', '.join(esc(n) for n, _ in view.dnb)}</p>" if view.dnb else ""
            fell = f"<p>FoW: {' '.join(r['runs'] for r in view.falls)}</p>" if view.falls else ""
            columns += (
                f'<div class="in"><h4>{esc(side)}</h4>{lines}{leader(extras_word, view.extras, "", fill)}'
                f"{leader(f'Tot ({down}, {view.overs} ov)', innings.runs, 't', fill)}{dnb}{fell}<p>"
                f"{figures(view)}</p></div>"
            )
        views += own
        when.append(date(rng, "long", (1978, 2012)))
        a, b = (i.team for i in match.innings)
        blocks += (
            f'<article><h3>{esc(a)} v {esc(b)}</h3><p class="c">{esc(match.competition)}: at '
            f"{esc(match.ground)}, {when[-1]}</p>"
            f'<div class="tw">{columns}</div><p class="c"><b>{esc(match.result)}</b></p></article>'
        )
    filler = ""
    if spec["matches"] == 1:
        filler = (
            "<h2>Notes for Secretaries</h2><p>Result cards must reach the Results Secretary by the second post "
            "on Tuesday. Grounds must be available for"
            " inspection one hour before the start. Match balls are those approved by the Executive, and clubs "
            "shall provide two sightscreens.</p>"
            "<p>Transfers after the closing date will be heard by the Registrations Sub-Committee, whose "
            "decision is final.</p>"
        )
    body = f'<div class="run"><span>{rng.randint(20, 180)}</span><span>LEAGUE HANDBOOK</span></div>{blocks}{filler}'
    face = rng.choice(
        [
            "'Liberation Sans'",
            "'Nimbus Roman'",
            "'Nimbus Sans Narrow','Liberation Sans Narrow'",
            "'C059'",
            "'Linux Libertine O'",
        ]
    )
    style = f"""body{{font-family:{face},serif;font-size:9.6px;line-height:1.17;color:#000}}.run{{display:flex;
justify-content:space-between;border-bottom:1px solid #000;
margin-bottom:5px;font-size:9px}}article{{margin-bottom:9px;border-bottom:1px solid #000;padding-bottom:4px}}
h3{{font-size:12px;text-align:center;margin:2px 0}}
h2{{font-size:12px}}.c{{text-align:center}}.tw{{display:flex;gap:14px}}.in{{flex:1;min-width:0}}h4{{font-size:10px;
margin:3px 0 1px}}.t{{font-weight:700}}p{{margin:1.5px 0}}
{LEADERS}"""
    first = played[0]
    truth = card_truth([i.team for i in first.innings], views, result=first.result, venue=first.ground, date=when[0])
    return Sheet(document(style, body), truth)
