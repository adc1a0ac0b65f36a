"""A school's magazine: a report and, run in, the scores in brief."""
from common import Sheet, document
from match import Match
from names import date
from view import card_truth, esc

LAYOUT = "look-schoolmag"
CARDS = [
    dict(kind="text", overs=50, pool="eng", paper="A5", margin="14mm"),
    dict(kind="scan", overs=50, pool="sa", paper="A5", margin="14mm", dpi=300, gray=True),
    dict(kind="photo", overs=45, pool="eng", paper="A5", margin="14mm", curl=0.004),
]
SCHOOLS = ["Radfield", "St Oswin's", "Kingsholm", "Dulverstone", "Abbey Grange", "Old Hallians", "Bishop's Tarrant", "Free Foresters XI"]
EMPTY = dict(captain=None, keeper=None, dismissal=None, fielder=None, bowler=None, balls=None, fours=None, sixes=None, minutes=None, strike_rate=None)


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"], teams=rng.sample(SCHOOLS, 2))
    name = lambda p, squad: p.form("open" if initials else "last") if initials or sum(q.family == p.family for q in squad) == 1 else p.form("initial")
    initials = rng.random() < 0.4
    texts, truths = [], []
    for innings in match.innings:
        bats = [b for b in sorted(innings.batters, key=lambda b: -b.runs) if b.how != "did not bat"][:rng.choice([2, 3])]
        bowls = [b for b in sorted(innings.bowlers, key=lambda b: (-b.wickets, b.runs)) if b.wickets][:rng.choice([1, 2])]
        squad = [b.person for b in innings.batters]
        ends = str(innings.runs) if innings.all_out else f"{innings.runs} for {innings.wickets}"
        star = lambda b: "*" if b.how == "not out" else ""
        parts = ", ".join(f"{name(b.person, squad)} {b.runs}{star(b)}" for b in bats)
        took = ", ".join(f"{name(b.person, innings.fielding)} {b.wickets} for {b.runs}" for b in bowls)
        texts.append(f"<b>{esc(innings.team)}</b> {ends} ({esc(parts)}{'; ' + esc(took) if took else ''})")
        truths.append({"team": innings.team, "total": {"runs": innings.runs, "wickets": None if innings.all_out else innings.wickets, "overs": None, "declared": None},
                       "extras": {k: None for k in ("total", "byes", "leg_byes", "wides", "no_balls", "penalty")},
                       "batting": [{"player": name(b.person, squad), **EMPTY, "how_out": "not out" if b.how == "not out" else None, "runs": b.runs} for b in bats], "did_not_bat": [], "fall_of_wickets": [],
                       "bowling": [{"player": name(b.person, innings.fielding), "overs": None, "maidens": None, "runs": b.runs, "wickets": b.wickets, "wides": None, "no_balls": None, "economy": None} for b in bowls]})
    first, second = match.innings
    when = date(rng, "long", (1948, 2004))
    top = max(first.batters, key=lambda b: b.runs).person.family
    story = [f"The wicket at {match.ground} had dried well after the rain of the week and {first.team} took first innings. The opening pair were watchful, but {top} drove handsomely through the covers and the boys on the bank had something to cheer.",
             f"After tea {second.team} set about their task with spirit. The ground fielding was keen, though catches went down which should have been held, and the Master in charge was heard to say so. A word of thanks is due to the groundsman and to the ladies of the pavilion."]
    body = f"""<div class="run">CRICKET<span>{rng.randint(24, 96)}</span></div><h2>First Eleven</h2><h3>{esc(match.teams[0])} v {esc(match.teams[1])}</h3><p class="d">Played at {esc(match.ground)} on {when}. {esc(match.result)}.</p>{"".join(f"<p>{esc(s)}</p>" for s in story)}<p class="sc">{"; ".join(texts)}.</p>"""
    face = rng.choice(["'EB Garamond'", "'C059'", "'Old Standard TT'"])
    style = f"""body{{font-family:{face},serif;font-size:10.5pt;line-height:1.32;color:#111}}.run{{display:flex;justify-content:space-between;font-size:8.5pt;letter-spacing:2px;border-bottom:1px solid #111}}h2{{text-align:center;font-variant:small-caps;margin:14px 0 4px}}h3{{text-align:center;font-style:italic;font-weight:400;margin:2px 0}}p{{text-align:justify;text-indent:14px;margin:4px 0}}.d{{text-align:center;text-indent:0;font-size:9.5pt}}.sc{{margin-top:9px;text-indent:0}}"""
    truth = card_truth(match.teams, [], result=match.result, venue=match.ground, date=when)
    truth["innings"] = truths
    return Sheet(document(style, body), truth)
