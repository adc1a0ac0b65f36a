"""Scores and biographies of the early nineteenth century: names, how out, runs; neither overs nor bowlers."""

from common import Sheet, document, dots
from match import Match
from view import CommaDismissals, Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-lillywhite"
CARDS = [
    dict(kind="scan", pool="eng", dpi=300, gray=True, paper="A5", margin="12mm", early=True),
    dict(kind="scan", pool="eng", dpi=300, bilevel=True, paper="A5", margin="12mm"),
    dict(kind="scan", pool="eng", dpi=250, paper="A5", margin="12mm", dash=True),
    dict(kind="scan", pool="eng", dpi=250, gray=True, paper="A5", margin="12mm", early=True, dash=True),
]
SIDES = [
    "Marylebone Club",
    "Town of Nottingham",
    "Gentlemen of Sussex",
    "Petworth",
    "Leeds and Sheffield",
    "Eleven Players of Kent",
    "Saffron Walden",
    "Epsom",
    "Bury St. Edmunds",
    "Northern Counties",
]
WORDS = {"byes": "Byes", "leg_byes": "Leg byes", "wides": "Wide balls", "no_balls": "No balls"}
NOTES = [
    "The wickets were pitched on the new ground, and the weather was all that could be desired. It does not appear, "
    "in the"
    " copy of the score that has been preserved, who kept wicket on either side.",
    "In some accounts one of the batsmen is said to have been run out, but the above is believed to be correct.",
    "There was much betting at the commencement, six to four being laid on the winners.",
]


class Gentry(Names):
    """Gentlemen are Mr. or Esq., players have a name with initial or without."""

    def __init__(self, gentlemen, form):
        super().__init__("spaced", "last", "last")
        self.gentlemen, self.form = gentlemen, form

    def row(self, person):
        return (
            self.form.format(person.form("spaced"))
            if person in self.gentlemen
            else f"{person.initials[0]}. {person.family}"
        )


def draw(rng, spec):
    early = spec.get("early", False)
    while True:
        match = Match(rng, spec["pool"], days=True, teams=rng.sample(SIDES, 2))
        if len(match.innings) == 4 and all(i.all_out for i in match.innings[:3]) and match.winner:
            break
    people = match.squads[0] + match.squads[1]
    names = Gentry([p for p in people if rng.random() < 0.4], rng.choice(["Mr. {}", "{}, Esq."]))
    words = rng.choice([Dismissals, CommaDismissals])(
        c_and_b="c and b",
        run_out="run out",
        hit_wicket="hit wicket b",
        lbw=rng.choice(["leg before wicket b", "l b w b"]),
    )
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=["runs"],
            bowl=[],
            falls=False,
            total_overs=False,
            dnb="omit",
            total_wickets=False,
        )
        for i in match.innings
    ]
    for view in views:
        view.truth["bowling"] = []
        for row in view.batting:
            if early and row.batter.how in ("caught", "stumped"):  # the bowler had no credit for these
                row.text = row.parts[0].rstrip(",")
                row.truth.update(dismissal=row.text, bowler=None)
    dash = '<td class="m">—</td>' if spec.get("dash") else '<td class="m"></td>'
    tables, order = "", [match.innings[0].team, match.innings[1].team]
    for team in order:
        one, two = [v for v in views if v.team == team]
        later = {r.plain: r for r in two.batting}
        rows = (
            ""
            if spec.get("dash")
            else '<tr class="h"><td></td><td>1st inn.</td><td></td><td></td><td>2nd inn.</td><td></td></tr>'
        )
        filled = lambda r: (
            f'<td class="d"><div><span>{esc(r.text)}</span>{dots("0 6")}</div></td><td>{r["runs"]}</td>'
            if r
            else ("<td></td><td></td>")
        )
        for row in one.batting:
            other = later.get(row.plain)
            between = dash if other else "<td></td>"
            rows += f'<tr><td class="n">{esc(row.name)}</td>{filled(row)}{between}{filled(other)}</tr>'
        for key, word in WORDS.items():
            counts = [getattr(v.innings, key) for v in (one, two)]
            if any(counts):
                shown = [f'<td class="x">{word if c else ""}</td><td>{c or ""}</td>' for c in counts]
                rows += f"<tr><td></td>{shown[0]}<td></td>{shown[1]}</tr>"
        totals = [f'<td class="x">Total</td><td class="to">{v.innings.runs}</td>' for v in (one, two)]
        rows += f"<tr><td></td>{totals[0]}<td></td>{totals[1]}</tr>"
        tables += f"<h3>{esc(team.upper())}.</h3><table>{rows}</table>"
        for view in (one, two):
            view.truth["team"] = team.upper()
            view.truth["extras"]["total"] = None
    year = rng.randint(1816, 1834) if early else rng.randint(1838, 1862)
    when = f"{rng.choice(['June', 'July', 'August'])} {rng.randint(2, 27)}, {year}"
    venue = f"{rng.choice(['Darnall', 'Petworth Park', 'the Royal Ground', 'Trent Bridge', 'Camden Town'])}"
    a, b = order
    result = match.result
    body = (
        f'<div class="run"><span>{rng.randint(40, 560)}</span><span>CRICKET SCORES AND BIOGRAPHIES</span><span>['
        f"{year}.</span></div>"
        f'<h2>{esc(a.upper())} <i>v.</i> {esc(b.upper())}.</h2><p class="c">Played at {venue}, {when}.</p>{tables}'
        f'<p class="c"><i>{esc(result)}.</i></p>{"".join(f"<p>{n}</p>" for n in rng.sample(NOTES, 2))}'
    )
    face = rng.choice(["'Old Standard TT'", "'EB Garamond'", "'C059'"])
    style = f"""body{{font-family:{face},serif;font-size:11.2px;line-height:1.22;color:#111}}.run{{display:flex;
justify-content:space-between;border-bottom:1px solid #111;font-size:10.5px}}h2{{font-size:13px;font-weight:400;
text-align:center;margin:12px 0 3px}}h3{{font-size:11.5px;font-weight:400;text-align:center;margin:8px 0 3px;
letter-spacing:1px}}
table{{width:100%}}td{{padding:.4px 2px;text-align:right;white-space:nowrap;vertical-align:baseline}}
.n,.d,.x{{text-align:left}}
.d{{width:34%}}.d div{{display:flex;align-items:baseline}}.d i{{flex:1;height:3px;min-width:6px;margin:0 2px;
background:radial-gradient(circle,#222 .6px,transparent .8px) 0 0/6px 3px}}.h td{{text-align:center;font-style:italic}}
.m{{width:16px}}.x{{padding-left:18px}}.to{{border-top:1px solid #111}}p{{margin:4px 0;text-indent:12px;
text-align:justify}}
.c{{text-align:center;text-indent:0}}"""
    truth = card_truth([a.upper(), b.upper()], views, result=result, venue=venue, date=when)
    return Sheet(document(style, body), truth)
