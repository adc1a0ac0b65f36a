"""Newspapers of India, Pakistan and Sri Lanka today: lines, the score run in, or capitals."""

from common import LEADERS, Sheet, document, figures, leader
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-subcontinent"
CARDS = [
    dict(kind="scan", pool="sl", overs=50, form="lines", dpi=300, gray=True),
    dict(kind="scan", pool="ind", overs=50, form="run in", dpi=250),
    dict(kind="photo", pool="pak", overs=20, form="capitals", crop=True, curl=0.002),
    dict(kind="photo", pool="ind", overs=20, form="run in", crop=True),
    dict(kind="scan", pool="pak", overs=50, form="capitals", dpi=300, bilevel=True),
    dict(kind="photo", pool="sl", overs=50, form="lines", crop=True),
]
FIGURES = ("overs", "maidens", "runs", "wickets")
SPELLED = "no one two three four five six seven eight nine ten".split()


def lines(view, fill):
    """Colombo: what is made of extras before their letters, all in lines."""
    innings = view.innings
    down = "all out" if innings.all_out else f"for {innings.wickets} wkt{'' if innings.wickets == 1 else 's'}"
    parts = ", ".join(f"{v}{k}" for k, v in view.parts)
    dnb = f"<p>Did not bat: {', '.join(esc(n) for n, _ in view.dnb)}</p>" if view.dnb else ""
    falls = ", ".join(f"{r['wicket']}-{r['runs']} ({esc(r.name)})" for r in view.falls)
    bowled = figures(view, separator=", ")
    batters = "".join(leader(f"{esc(r.name)} {esc(r.text)}", r["runs"], "", fill) for r in view.batting)
    return (
        f"<h4>{esc(view.team)}</h4>{batters}"
        f"{leader(f'Extras ({parts})' if parts else 'Extras', view.extras, '', fill)}"
        f"{leader(f'Total ({down} in {view.overs} overs)', innings.runs, 't', fill)}{dnb}<p>Fall of wickets: "
        f"{falls}</p><p>Bowling: {bowled}</p>"
    )


def run_in(view, fill):
    """Chennai: one paragraph, balls and boundaries in brackets."""
    innings = view.innings
    hits = lambda row: ", ".join(
        [f"{row['balls']}b"] + [f"{n}x{row[c]}" for c, n in (("fours", 4), ("sixes", 6)) if row[c] != "0"]
    )
    batters = ", ".join(
        f'<span class="w">{esc(r.name)}</span> {esc(r.text)} {r["runs"]} ({hits(r)})' for r in view.batting
    )
    parts = ", ".join(f"{k}-{v}" for k, v in view.parts)
    side = "wkt" if innings.wickets == 1 else "wkts"
    down = "" if innings.all_out else f"for {SPELLED[innings.wickets]} {side} "
    dnb = f" Did not bat: {', '.join(esc(n) for n, _ in view.dnb)}." if view.dnb else ""
    falls = ", ".join(f"{r['wicket']}-{r['runs']} ({esc(r.name)}, {r['over']})" for r in view.falls)
    bowled = ", ".join(f'<span class="w">{esc(r.name)}</span> ' + "-".join(r[c] for c in FIGURES) for r in view.bowling)
    return (
        f"<p><b>{esc(view.team)}:</b> {batters}; Extras{f' ({parts})' if parts else ''}: {view.extras}; <b>Total ("
        f"{down}in {view.overs} overs): {innings.runs}.</b>"
        f"{dnb}</p><p><b>Fall of wickets:</b> {falls}.</p><p><b>{esc(innings.fielding_team)} bowling:</b> "
        f"{bowled}.</p>"
    )


def capitals(view, fill):
    """Karachi: EXTRAS (B-2, LB-4), FALL OF WKTS, wides and no-balls after the figures."""
    innings = view.innings
    parts = ", ".join(f"{k.upper()}-{v}" for k, v in view.parts)
    down = "all out" if innings.all_out else f"for {innings.wickets} wkt{'' if innings.wickets == 1 else 's'}"
    dnb = f"<p>DID NOT BAT: {', '.join(esc(n) for n, _ in view.dnb)}.</p>" if view.dnb else ""
    falls = ", ".join(f"{r['wicket']}-{r['runs']}" for r in view.falls)
    bowled = []
    for row in view.bowling:
        notes = ", ".join(f"{row[c]}{k}" for c, k in (("no_balls", "nb"), ("wides", "w")) if row[c])
        bowled.append(f"{esc(row.name)} {'-'.join(row[c] for c in FIGURES)}{f' ({notes})' if notes else ''}")
    batters = "".join(leader(f"{esc(r.name)} {esc(r.text)}", r["runs"], "", fill) for r in view.batting)
    return (
        f"<h4>{esc(view.team.upper())}:</h4>{batters}"
        f"{leader(f'EXTRAS ({parts})' if parts else 'EXTRAS', view.extras, '', fill)}"
        f"{leader(f'TOTAL ({down}, {view.overs} overs)', innings.runs, 't', fill)}{dnb}<p>FALL OF WKTS: {falls}."
        f"</p><p>BOWLING: {'; '.join(bowled)}.</p>"
    )


def draw(rng, spec):
    form = spec["form"]
    match = Match(rng, spec["pool"], spec["overs"])
    words = {
        "lines": Dismissals(c_and_b="c & b", run_out="run out"),
        "capitals": Dismissals(c_and_b="c and b", run_out="run out"),
        "run in": Dismissals(c_and_b="c & b", run_out="run out", lbw="lbw b"),
    }[form]
    names = Names({"lines": "full", "run in": "dotted", "capitals": "full"}[form], "last", "last")
    bat = ["runs", "balls", "fours", "sixes"] if form == "run in" else ["runs"]
    bowl = ["maidens"] + (["wides", "no_balls"] if form == "capitals" else [])
    falls = {"lines": "player", "run in": "over", "capitals": "runs"}[form]
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=bat,
            bowl=bowl,
            falls=falls,
            overs="trim",
            zero="0",
            bowl_zero="",
            marks=("", "") if form != "capitals" else ("*", "†"),
            mark_before=True,
            total_wickets=form != "run in" or not i.all_out,
        )
        for i in match.innings
    ]
    if form == "run in":  # a batter without a four has none printed
        for row in (r for v in views for r in v.batting):
            row.truth.update({c: row.truth[c] or None for c in ("fours", "sixes")})
    fill = None if form == "lines" and rng.random() < 0.5 else "<i></i>"
    blocks = "".join({"lines": lines, "run in": run_in, "capitals": capitals}[form](view, fill) for view in views)
    if form == "capitals":
        for view in views:
            view.truth["team"] = view.team.upper()
    toss = f"{match.teams[match.toss_winner]}"
    a, b = (i.team for i in match.innings)
    head = {"lines": "Final Scores", "run in": "The scores", "capitals": "Scoreboard"}[form]
    end = {
        "lines": f"<p>Result: {esc(match.result)}</p>",
        "run in": f"<p><b>Toss:</b> {esc(toss)}.</p><p><b>{esc(match.result)}.</b></p>",
        "capitals": f"<p>RESULT: {esc(match.result)}.</p><p>TOSS: {esc(toss)}.</p>",
    }[form]
    when = date(rng, "us" if form == "run in" else "long", (2008, 2025))
    city = rng.choice(
        {
            "sl": ["COLOMBO", "KANDY", "GALLE"],
            "ind": ["CHENNAI", "NAGPUR", "KOCHI"],
            "pak": ["KARACHI", "MULTAN", "LAHORE"],
        }[spec["pool"]]
    )
    lead = f"{a if match.winner == a else b} {rng.choice(['in command', 'clinch it', 'hold nerve'])}"
    story = (
        f'<p><b>{city}:</b> {esc(a)} and {esc(b)} met in the {esc(match.competition)} at the <span class="w">'
        f'{esc(match.ground)}</span> here on <span class="w">{when}</span>.</p>'
    )
    wide = form == "run in" or rng.random() < 0.5
    body = (
        f'<div class="co"><h1>{esc(lead)}</h1><div class="sp">{story}<div class="bx"><h3>{head}</h3>{blocks}{end}'
        f"</div></div></div>"
    )
    face = rng.choice(["'Nimbus Roman'", "'Liberation Sans'", "'TeX Gyre Termes'", "'Carlito'", "'C059'"])
    tint = rng.choice(["#fff", "#eef3f8", "#f7f2e4"])
    width = 132 if wide else 70
    style = f"""body{{font-family:{face},serif;font-size:8.6pt;line-height:1.17;color:#111}}.co{{width:{width}mm;
margin:0 auto}}h1{{font-size:17pt;margin:0 0 5px;line-height:1}}
.sp{{{"column-count:2;column-gap:5mm" if wide else ""}}}h3{{font-size:11pt;
background:{rng.choice(["#222", "#8b0000", "#1a4480"])};color:#fff;margin:0 0 3px;padding:1px 5px}}
.bx{{background:{tint};padding:3px;border:.6px solid #777;box-decoration-break:clone}}h4{{font-size:9pt;
margin:4px 0 1px}}p{{margin:2px 0}}.t{{font-weight:700}}.w{{white-space:nowrap}}{LEADERS}"""
    truth = card_truth(
        [a, b], views, toss=None if form == "lines" else toss, result=match.result, venue=match.ground, date=when
    )
    return Sheet(document(style, body), truth)
