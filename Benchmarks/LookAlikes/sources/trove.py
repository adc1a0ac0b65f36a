"""A country newspaper of Australia or New Zealand between 1900 and 1940: one narrow column, small and worn type."""

from common import LEADERS, Sheet, counted, document, dots, leader, uncharged
from match import Match
from view import CommaDismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-trove"
CARDS = [
    dict(kind="scan", pool="aus", overs=60, dpi=300, gray=True),
    dict(kind="scan", pool="nz", overs=45, dpi=300, bilevel=True),
    dict(kind="scan", pool="aus", dpi=250, days=True),
    dict(kind="photo", pool="nz", overs=50, crop=True, curl=0.002),
    dict(kind="photo", pool="aus", overs=40, crop=True),
]
TOWNS = {
    "aus": ["Wagga", "Gundagai", "Narrandera", "Horsham", "Nhill", "Railways", "Warialda", "St. Patrick's", "Cowra"],
    "nz": ["Temuka", "Geraldine", "Zingari", "Old Boys", "Ashburton", "Celtic", "Oamaru", "Technical College"],
}
SPELLED = "no one two three four five six seven eight nine ten".split()


def analysis(view, form):
    """The bowling run on, in one of the ways that compositors had."""
    took = lambda r: r["wickets"] if r["wickets"] != "0" or form == "0" else "none"
    if form == "full":
        row = lambda r: (
            f"{esc(r.name)} {r['overs']} overs {r['maidens']} mdns. {r['runs']} runs "
            f"{counted(int(r['wickets']), 'wkt')}"
        )
        return (
            "Bowling.—"
            + "; ".join(row(r).replace("1 overs", "1 over") if r["overs"] == "1" else row(r) for r in view.bowling)
            + "."
        )
    for row in view.bowling:
        row.truth["overs"] = row.truth["maidens"] = None
    if form == "best":
        kept = [r for r in view.bowling if r["wickets"] != "0"]
        view.truth["bowling"] = [r.truth for r in kept]
        return (
            "Bowling for {}: ".format(esc(view.innings.fielding_team))
            + "; ".join(f"{esc(r.name)}, {r['wickets']} for {r['runs']}" for r in kept)
            + "."
        )
    return "Bowling: " + "; ".join(f"{esc(r.name)}, {took(r)} for {r['runs']}" for r in view.bowling) + "."


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, spec["pool"], spec.get("overs", 50), days=days, teams=rng.sample(TOWNS[spec["pool"]], 2))
    uncharged(match)
    stop = rng.choice(["", "."])
    words = CommaDismissals(
        caught="c" + stop,
        bowled="b" + stop,
        c_and_b=f"c{stop} and b{stop}",
        lbw=f"l.b.w. b{stop}" if stop else "lbw b",
        stumped="st" + stop,
        run_out="run out",
        hit_wicket=f"hit wkt b{stop}",
        retired=rng.choice(["retired", "retired hurt"]),
    )
    names = Names(rng.choice(["last", "last", "initial_dot"]), "last", "last")
    if names.rows == "last":  # a name of two of a side needs an initial in the table as well
        names.row = lambda person: names.brief(person, next(s for s in match.squads if person in s), "last")
    extras_word = rng.choice(["Sundries", "Extras", "Byes, etc."] if spec["pool"] == "aus" else ["Extras", "Sundries"])
    form = rng.choice(["0", "none", "best", "full"])
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=["runs"],
            bowl=["maidens"],
            falls=False,
            overs="trim",
            total_overs=False,
            extras_parts=(),
            total_wickets=not i.all_out,
        )
        for i in match.innings
    ]
    fill, blocks = dots(rng.choice(["0 3 0 7", "0 6", "0 3 0 3 0 9"])), ""
    for view in views:
        innings = view.innings
        view.truth["team"] = view.team.upper()
        first = "First" if days else rng.choice(["", "First"])
        ordinal = ["", first, "Second"][innings.number]
        ordinal = f"—{ordinal} Innings" if ordinal else ""
        for row in view.batting:
            if row.batter.how == "retired hurt" and words.retired == "retired":
                row.truth["how_out"] = None
        lines = "".join(leader(f"{esc(r.name)}, {esc(r.text)}", r["runs"], "", fill) for r in view.batting)
        down = SPELLED[innings.wickets] if rng.random() < 0.5 else str(innings.wickets)
        side = "wicket" if innings.wickets == 1 else "wickets"
        total = "Total" if innings.all_out else f"Total for {down} {side}{' (declared)' if innings.declared else ''}"
        dnb = f"<p>{', '.join(esc(n) for n, _ in view.dnb)} did not bat.</p>" if view.dnb else ""
        blocks += (
            f"<h4>{esc(view.team.upper())}{ordinal}.</h4>{lines}{leader(extras_word, view.extras, '', fill)}"
            f"{leader(total, innings.runs, 't', fill)}{dnb}<p>{analysis(view, form)}</p>"
        )
    a, b = (i.team for i in match.innings[:2])
    head = rng.choice(["CRICKET.", "CRICKET NOTES.", "THE SUMMER GAME."])
    story = (
        f"The match between {a} and {b} was concluded on Saturday last on a good wicket. The fielding on both "
        f"sides was"
        f" fair, and the light held to the finish. {rng.choice(['A large crowd', 'A sprinkling of spectators'])} "
        f"attended."
    )
    tail = (
        "The next round will commence on Saturday, when teams are to be on the ground at 2 p.m. sharp."
        " (Our Correspondent.)"
    )
    body = (
        f'<div class="co"><h2>{head}</h2><h3>{esc(match.competition.upper())}.</h3><h5>{esc(a)} v. {esc(b)}.</h5>'
        f"<p>{esc(story)}"
        f"</p><p>{esc(match.result)}. Scores:—</p>{blocks}<hr><p>{tail}</p></div>"
    )
    face = rng.choice(["'Old Standard TT'", "'C059'", "'Nimbus Roman'"])
    style = f"""body{{font-family:{face},serif;font-size:8.4pt;line-height:1.12;color:#151515}}
.co{{width:{rng.choice([58, 62, 66])}mm;
margin:0 auto;border-left:.6px solid #444;border-right:.6px solid #444;padding:0 2mm}}h2{{font-size:12pt;
text-align:center;
margin:2px 0}}h3,h5{{font-size:8pt;text-align:center;margin:3px 0;font-weight:400}}h5{{font-size:9pt}}h4{{font-size:8pt;
font-weight:400;text-align:center;margin:4px 0 1px}}p{{margin:2px 0;text-align:justify;text-indent:9px}}hr{{width:12mm;
border:0;
border-top:.8px solid #111;margin:4px auto}}{LEADERS}.t span:first-child{{padding-left:34px}}"""
    truth = card_truth([a, b], views, result=match.result)
    if form == "best":
        truth["printedInconsistent"] = True
    return Sheet(document(style, body), truth)
