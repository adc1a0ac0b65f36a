"""The card sold at the ground, the match completed: numbers of the players, the innings side by side, dashes."""

from common import LEADERS, Sheet, document, leader, officials
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-matchcard"
CARDS = [
    dict(kind="scan", pool="eng", overs=60, paper="A5", margin="9mm", dpi=300, gray=True),
    dict(kind="scan", pool="eng", days=True, paper=(176, 200), margin="9mm", dpi=250),
    dict(kind="photo", pool="wi", overs=55, paper="A5", margin="9mm", curl=0.003),
    dict(kind="photo", pool="aus", days=True, paper=(176, 200), margin="9mm"),
]
SIDES = [
    "Loamshire",
    "Melchester",
    "Barset",
    "The Club and Ground",
    "Combined Services",
    "Arden",
    "Border Counties",
    "Midshire",
]


def four(view):
    """B , l-b 3, w , n-b 1: what nobody had stays empty."""
    counts = dict(view.parts)
    return "".join(
        f"{word} {counts.get(key, '&nbsp;&nbsp;')}, "
        for word, key in (("B", "b"), ("l-b", "lb"), ("w", "w"), ("n-b", "nb"))
    ).rstrip(", ")


def draw(rng, spec):
    days = spec.get("days", False)
    while True:
        match = Match(rng, spec["pool"], spec.get("overs", 55), days=days, teams=rng.sample(SIDES, 2))
        if not days or len(match.innings) == 4:
            break
    words = Dismissals(
        c_and_b="c and b",
        run_out="run out",
        hit_wicket="hit wkt b",
        lbw=rng.choice(["lbw b", "l b w b"]),
        dnb="did not bat",
    )
    names = Names(rng.choice(["spaced", "dotted"]), "last", "last")
    marks = rng.choice([("*", "†"), ("*", "+")])
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=["runs"],
            bowl=["maidens", "wides", "no_balls"],
            falls="runs",
            dnb="rows",
            marks=marks,
            overs="trim",
            total_overs=not days,
            total_wickets=not i.all_out,
            bowl_zero="",
        )
        for i in match.innings
    ]
    home = rng.randint(0, 1)
    cards, order = "", [match.innings[0].team, match.innings[1].team]
    for place, team in enumerate(order):
        own = [v for v in views if v.innings.team == team]
        head = "".join(f"<th colspan=2>{w} INNINGS</th>" for w in ("FIRST", "SECOND")[: len(own)])
        rows = ""
        for k, row in enumerate(own[0].batting):
            told = "".join(
                f'<td class="d"><div>{leader(esc(v.batting[k].text), "")}</div></td><td class="r">'
                f"{v.batting[k]['runs']}</td>"
                for v in own
            )
            mark = row.mark and f"{row.mark} "
            rows += f'<tr><td class="k">{k + 1}</td><td class="n">{mark}{esc(row.plain)}</td>{told}</tr>'
        extras = "".join(f'<td class="d">{four(v)}</td><td class="r">{v.extras}</td>' for v in own)

        def total(view):
            innings = view.innings
            down = "" if innings.all_out else f"for {innings.wickets} wkt{'' if innings.wickets == 1 else 's'}"
            down += " dec" if innings.declared else ""
            return ", ".join(t for t in (down, "" if days else f"{view.overs} overs") if t)

        totals = "".join(
            f'<td class="d">Total {f"({total(v)})" if total(v) else ""}</td><td class="r">{v.innings.runs}</td>'
            for v in own
        )
        falls, bowling = "", ""
        for view in own:
            name = ["", "FIRST", "SECOND"][view.innings.number]
            line = " &nbsp; ".join(f"{r['wicket']}—{r['runs']}" for r in view.falls)
            falls += f'<p class="fw">{f"<small>{name}.</small> " if days else ""}{line}</p>'
            body = "".join(
                f'<tr><td class="n">{esc(r.name)}</td>'
                + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "wides", "no_balls"))
                + "</tr>"
                for r in view.bowling
            )
            bowling += (
                f'<table class="bo"><tr><th class="n">ANALYSIS OF BOWLING{f"—{name} INNINGS" if days else ""}'
                f"</th><th>O.</th>"
                f"<th>M.</th><th>R.</th><th>W.</th><th>Wd.</th><th>N-b</th></tr>{body}</table>"
            )
            view.truth["team"] = team.upper()
        cards += (
            f'<table class="b"><tr><th></th><th class="n tm">{esc(team.upper())}</th>{head}</tr>{rows}<tr><td>'
            f"</td><td></td>{extras}"
            f'</tr><tr class="t"><td></td><td></td>{totals}</tr></table><p class="ca">FALL OF THE WICKETS</p>'
            f"{falls}"
            f'<div class="pr">{bowling}</div>{"<hr>" if place == 0 else ""}'
        )
    when = date(rng, "long", (1952, 1988))
    people = officials(rng, 4, "dotted")
    ground = f"{match.ground.upper()}"
    price = rng.choice(["6d.", "3d.", "5p", "10p", "20p"])
    body = (
        f'<div class="top"><span>{price}</span><span>{esc(ground)}</span><span>{price}</span></div><h1>'
        f"{esc(order[0].upper())} "
        f'<i>v.</i> {esc(order[1].upper())}</h1><p class="c">{when}{" (Three-day Match)" if days else ""}</p>'
        f"{cards}"
        f"<p>{marks[0]} Captain &nbsp; {marks[1]} Wicket-keeper &nbsp; Umpires—{people[0]} and {people[1]} &nbsp; "
        f"Scorers—{people[2]} "
        f'and {people[3]}</p><p class="sm">The figures on the scoring board show the batsmen in. Luncheon at 1.30.'
        f' {esc(order[home])} won the toss.</p><p class="c"><b>RESULT—{esc(match.result)}</b></p>'
    )
    face = rng.choice(["'C059'", "'Old Standard TT'", "'Nimbus Roman'", "'TeX Gyre Schola'"])
    style = f"""body{{font-family:{face},serif;font-size:{"9.6px" if days else "10.6px"};line-height:1.16;
color:#121212}}.top{{display:flex;
justify-content:space-between;font-weight:700;border-bottom:2px solid #121212;letter-spacing:1px}}h1{{font-size:1.5em;
text-align:center;margin:4px 0 2px}}p{{margin:2px 0}}.c{{text-align:center}}table.b{{width:100%;margin-top:3px}}
th,td{{padding:.5px 3px;
text-align:left;font-weight:400;white-space:nowrap}}th{{font-size:.82em;text-align:center}}th.n{{text-align:left}}
.tm{{font-weight:700;
font-size:1em}}.k{{width:16px;text-align:right}}td.r{{text-align:right;width:32px}}
.d{{width:{"33%" if days else "52%"}}}.t td{{padding-top:2px;
font-weight:700}}.t .r{{border-top:1px solid #121212}}.ca{{font-size:.85em;text-align:center;letter-spacing:1px}}
.fw{{text-align:center}}
.pr{{display:flex;gap:14px}}.bo{{flex:1}}.bo td{{text-align:right}}.bo .n{{text-align:left}}hr{{border:0;
border-top:1px solid #121212;
margin:5px 0}}.sm{{font-size:.85em;text-align:center}}small{{font-size:.8em}}{LEADERS}"""
    truth = card_truth(
        [t.upper() for t in order],
        views,
        toss=f"{order[home]} won the toss",
        result=match.result,
        venue=ground,
        date=when,
    )
    return Sheet(document(style, body), truth)
