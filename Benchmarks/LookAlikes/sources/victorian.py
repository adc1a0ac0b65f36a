"""A cricket weekly of the 1880s and 1890s: two columns, no header words, commas in the dismissals."""

from common import LEADERS, Sheet, document, dots, leader, uncharged
from match import Match
from view import CommaDismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-victorian"
CARDS = [
    dict(kind="scan", pool="eng", dpi=300, gray=True, overs=60),
    dict(kind="scan", pool="aus", dpi=300, bilevel=True, days=True),
    dict(kind="photo", pool="eng", overs=55, curl=0.003),
    dict(kind="scan", pool="eng", dpi=250, days=True, pairs=True),
    dict(kind="photo", pool="women", overs=50, pairs=True),
]
CLUBS = [
    "Incogniti",
    "Blackheath",
    "Uppingham Rovers",
    "Gentlemen of Kent",
    "M.C.C. and Ground",
    "Crystal Palace",
    "Upper Tooting",
    "Mr. Webbe's XI",
    "Granville (Lee)",
    "Eastbourne",
    "Hampstead",
    "Royal Engineers",
]
PROSE = [
    "In delightful weather this match was commenced on Monday before a capital attendance. The wicket, though on the"
    " slow side, played fairly well throughout, and the batting of the home side was marked by great steadiness.",
    "The visitors on going in fared none too well at the outset, but a plucky stand by the later batsmen, who showed"
    " capital defence, altered the complexion of the game and the fielding at length became a trifle loose.",
    "It had been thought that the light would put a stop to the proceedings, but both captains were agreed to play it"
    " out, and the finish was watched with the keenest interest by a large number of spectators.",
]
MORE = [
    "Mr. Perkins asks us to state that the annual general meeting of the Club will be held in the Pavilion on Wednesday"
    " week, the President in the chair, when the accounts for the past season will be laid before the members.",
    "The secretaries of clubs are reminded that full scores, clearly written on one side of the paper only, should be"
    " posted so as to reach the Offices not later than Tuesday evening, to ensure insertion in the current number.",
    "We regret to have to record the death of an old and respected member of the Southern clubs, which took place at "
    "his"
    " residence after a short illness. He was a steady bat, a sure field at point, and a useful bowler of the old "
    "style.",
]


class Titled(Names):
    """Amateurs have a title and their initials, the others their name alone."""

    def __init__(self, amateurs, title):
        super().__init__("spaced", "last", "last")
        self.amateurs, self.title = amateurs, title

    def row(self, person):
        return f"{self.title} {person.form('spaced')}" if person in self.amateurs else person.family


def draw(rng, spec):
    days = spec.get("days", False)
    teams = rng.sample(CLUBS, 2)
    while True:
        match = Match(rng, spec["pool"], spec.get("overs", 60), days=days, teams=teams)
        clear = all(len({p.family for p in s}) == 11 for s in match.squads)
        if clear and not any(i.declared for i in match.innings) and match.innings[0].all_out:
            break
    uncharged(match)
    squads = match.squads[0] + match.squads[1]
    title = "Miss" if spec["pool"] == "women" else "Mr."
    names = Titled([p for p in squads if rng.random() < 0.45], title)
    words = CommaDismissals(
        c_and_b="c and b", run_out="run out", hit_wicket="hit wkt b", lbw=rng.choice(["lbw b", "l b w b"])
    )
    capt = " (capt.)" if rng.random() < 0.4 else ""
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
            marks=(capt, ""),
            total_wickets=not i.all_out,
            dnb="list",
        )
        for i in match.innings
    ]
    blocks, bowled, fill = "", "", dots(rng.choice(["0 3 0 9", "0 3 0 12"]))
    for view in views:
        innings = view.innings
        view.truth["team"] = view.team.upper()
        ordinal = f'<p class="o">{["", "First", "Second"][innings.number]} Innings.</p>' if days else ""
        lines = "".join(leader(f"{esc(r.name)}, {esc(r.text)}", r["runs"], "", fill) for r in view.batting)
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        parts = parts[:1].upper() + parts[1:] or "Extras"
        total = "Total" if innings.all_out else f"Total ({innings.wickets} wkts)"
        dnb = f'<p class="i">{", ".join(esc(n) for _, n in view.dnb)} did not bat.</p>' if view.dnb else ""
        blocks += (
            f"<h4>{esc(view.team.upper())}.</h4>{ordinal}{lines}{leader(parts, view.extras, '', fill)}"
            f"{leader(total, innings.runs, 't', fill)}{dnb}"
        )
        head = "<th></th><th>O.</th><th>M.</th><th>R.</th><th>W.</th>"
        cell = lambda r: (
            f'<td class="n">{esc(r.name)}</td>'
            + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets"))
        )
        wide = 2 if spec.get("pairs") else 1
        rows = [view.bowling[k : k + wide] for k in range(0, len(view.bowling), wide)]
        which = " " + ordinal[13:-4] if days else ""
        bowled += f'<p class="o">{esc(view.team.upper())}.{which}</p><table><tr>{head * wide}</tr>'
        bowled += "".join("<tr>" + "".join(cell(r) for r in row) + "</tr>" for row in rows) + "</table>"
    day, month, year = rng.randint(5, 26), rng.choice(["May", "June", "July", "Aug."]), rng.randint(1882, 1899)
    when = f"{month} {day}, {year}"
    a, b = (i.team for i in match.innings[:2])
    prose, more = [f"<p>{p}</p>" for p in PROSE], [f"<p>{p}</p>" for p in rng.sample(MORE, 3)]
    body = (
        f'<div class="run"><span>{when.upper()}</span><span>CRICKET: A WEEKLY RECORD OF THE GAME.</span>'
        f'<span>{rng.randint(97, 480)}</span></div><div class="co">{more[0]}<hr><h3>{esc(a.upper())} <i>v.</i>'
        f'{esc(" " + b.upper())}.</h3><p class="pl">Played at {esc(match.ground)}. <span class="w">'
        f"{esc(match.result)}.</span></p>{''.join(prose)}"
        f"{blocks}<h5>BOWLING ANALYSIS.</h5>{bowled}<hr>{more[1]}{more[2] if not days else ''}</div>"
    )
    face = rng.choice(["'Old Standard TT'", "'Old Standard TT'", "'C059'", "'Nimbus Roman'"])
    style = f"""body{{font-family:{face},serif;font-size:12.5px;line-height:1.2;color:#111}}
.run{{display:flex;justify-content:space-between;border-bottom:1px solid #111;font-size:12px;margin-bottom:8px}}
.co{{column-count:2;column-gap:20px;column-rule:1px solid #333}}p{{margin:3px 0;text-align:justify;text-indent:14px}}
h3{{font-size:13.5px;text-align:center;font-weight:400;margin:6px 0 2px}}h4{{font-size:12px;text-align:center;
font-weight:400;margin:8px 0 2px;letter-spacing:1px}}h5{{font-size:11.5px;text-align:center;font-weight:400;
margin:9px 0 2px}}
.w{{white-space:nowrap}}.pl,.o{{text-align:center;text-indent:0}}.o{{font-size:11.5px}}.i{{text-indent:8px}}
hr{{width:60px;border:0;
border-top:1px solid #333;margin:8px auto}}{LEADERS}.t{{margin-top:3px}}.t span:first-child{{padding-left:70px}}
table{{width:100%;font-size:11.5px;
break-inside:avoid}}td,th{{text-align:right;padding:0 3px;font-weight:400}}.n{{text-align:left}}"""
    truth = card_truth([a.upper(), b.upper()], views, result=match.result, venue=match.ground, date=when.upper())
    return Sheet(document(style, body), truth)
