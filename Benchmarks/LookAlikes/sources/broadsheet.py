"""A broadsheet's county scoreboard of the 1990s: columns of small type, sides in bold, bowling run in."""

from common import LEADERS, Sheet, document, figures, leader, officials
from match import Match
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-broadsheet"
CARDS = [
    dict(kind="scan", pool="eng", dpi=300, gray=True, days=True),
    dict(kind="text", pool="eng", days=True),
    dict(kind="scan", pool="wi", dpi=250, overs=50),
    dict(kind="text", pool="eng", days=True, later=True),
    dict(kind="scan", pool="eng", dpi=300, bilevel=True, days=True, later=True),
]
COUNTIES = [
    "Wessex",
    "Mercia",
    "Rutland",
    "Westmorland",
    "Huntingdonshire",
    "Cleveland",
    "Cornwall",
    "Cumbria",
    "Dorset",
]
PLACES = ["Oakham", "Truro", "Kendal", "Bournemouth", "Darlington", "Weston", "Peterborough", "Tring"]
STORY = [
    "IT WAS the sort of day on which the groundsman is blamed for the batting and the weather for the bowling. By tea "
    "the"
    " spectators, wrapped in rugs, had seen the ball move about more than the fielders.",
    "The follow-on was avoided with something to spare, and a declaration that had looked generous in the morning "
    "began to"
    " seem less so as the shadows lengthened and the spinners came on at both ends.",
    "The second new ball was taken as soon as it was due, and for an hour nothing passed the bat. There was then a"
    " collapse of the kind which the members here have come to know and, in a manner of speaking, to enjoy.",
    "The captain said afterwards that he had thought of batting on, but that a match which both sides could win was "
    "what"
    " people paid to see. He will not have been displeased with the figures of his young seam bowler.",
]


def draw(rng, spec):
    days, later = spec.get("days", False), spec.get("later", False)
    while True:
        match = Match(rng, spec["pool"], spec.get("overs", 50), days=days, teams=rng.sample(COUNTIES, 2))
        if not later or len(match.innings) == 4:
            break
    words = Dismissals(c_and_b="c and b", run_out="run out", hit_wicket="hit wkt b")
    names = Names("open", "last", "last")
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=["runs"],
            bowl=["maidens"],
            falls="runs",
            marks=("*", "†"),
            mark_before=True,
            overs="trim",
            total_overs=bool(i.number == 2 or not days),
            total_wickets=not i.all_out,
        )
        for i in match.innings
    ]
    caps, dot = rng.random() < 0.5, rng.random() < 0.6
    fall_word = rng.choice(["Fall:", "Fall of wickets:", "FALL OF WICKETS:"])
    blocks, fill = "", None if dot else "<i></i>"
    for index, view in enumerate(views):
        innings = view.innings
        side = view.team.upper() if caps else view.team
        view.truth["team"] = side
        ordinal = f"{['', 'First', 'Second'][innings.number]} Innings" if days else ""
        if later and index < 2:  # what was played on the days before stands as a total
            view.truth.update(
                extras={k: None for k in view.truth["extras"]},
                batting=[],
                did_not_bat=[],
                bowling=[],
                fall_of_wickets=[],
            )
            view.truth["total"]["overs"] = None
            dec = f" for {innings.wickets} dec" if innings.declared else ""
            blocks += f'<p class="s"><b>{esc(side)}:</b> {ordinal} {innings.runs}{dec}</p>'
            continue
        lines = "".join(leader(f"{esc(r.name)} {esc(r.text)}", r["runs"], "", fill) for r in view.batting)
        parts = ", ".join(f"{k}{v}" for k, v in view.parts)
        down = "" if innings.all_out else f"for {innings.wickets}{' dec' if innings.declared else ''}"
        inside = ", ".join(t for t in (down, f"{view.overs} overs" if view.truth["total"]["overs"] else "") if t)
        total = leader(f"<b>Total{f' ({inside})' if inside else ''}</b>", f"<b>{innings.runs}</b>", "", fill)
        falls = ", ".join(f"{r['wicket']}-{r['runs']}" for r in view.falls)
        dnb = f"<p><b>Did not bat:</b> {', '.join(esc(n) for n, _ in view.dnb)}.</p>" if view.dnb else ""
        blocks += (
            f"<h4>{esc(side)}{': ' + ordinal if ordinal else ''}</h4>{lines}"
            f"{leader(f'Extras ({parts})' if parts else 'Extras', view.extras, '', fill)}{total}{dnb}"
            f"<p><b>{fall_word}</b> {falls}.</p><p><b>Bowling:</b> {figures(view)}.</p>"
        )
    place = rng.choice(PLACES)
    a, b = (i.team for i in match.innings[:2])
    umpires = officials(rng, 2, "open")
    stage = f" ({rng.choice(['final day of four', 'third day of four'])})" if days else ""
    board = (
        f'<div class="bd"><h3>{esc(a)} v {esc(b)}</h3><p class="s"><b>{place}{stage}:</b> <span class="w">'
        f"{esc(match.result)}.</span></p>{blocks}"
        f"<p><b>Umpires:</b> {umpires[0]} and {umpires[1]}.</p></div>"
    )
    lead = rng.choice(["Spinners turn the screw", "Rain the only winner in sight", "Late runs put gloss on innings"])
    story = "".join(f"<p>{s}</p>" for s in rng.sample(STORY, 4))
    body = (
        f'<div class="ma">Cricket <span>The Sporting Page</span></div><h1>{lead}</h1><div class="co">{story}{board}'
        f"<p>{rng.choice(STORY)}</p></div>"
    )
    face = rng.choice(["'Nimbus Roman'", "'TeX Gyre Termes'", "'Liberation Serif'", "'C059'"])
    small = rng.choice([face, "'Nimbus Sans Narrow','Liberation Sans Narrow'", "'Liberation Sans'"])
    style = f"""body{{font-family:{face},serif;font-size:9.6pt;line-height:1.18;color:#111}}
.ma{{border-top:3px solid #111;
border-bottom:1px solid #111;font-weight:700;font-size:13pt;display:flex;justify-content:space-between}}
.ma span{{font-size:9pt;
font-weight:400}}h1{{font-size:24pt;margin:4px 0 8px;line-height:1}}
.co{{column-count:{3 if later else rng.choice([2, 3])};column-gap:5mm;
column-rule:.5px solid #777}}p{{margin:0 0 2px;text-align:justify;text-indent:8px}}.bd{{font-family:{small},serif;
font-size:7.7pt;
border-top:1.5px solid #111;border-bottom:1.5px solid #111;margin:5px 0;padding:3px 0;line-height:1.14}}
.bd p{{text-indent:0}}.bd p.s{{text-align:left}}
.bd h3{{font-size:9.5pt;margin:0 0 2px}}h4{{font-size:8pt;margin:4px 0 1px}}.w{{white-space:nowrap}}{LEADERS}"""
    return Sheet(document(style, body), card_truth([a, b], views, result=match.result, venue=place))
