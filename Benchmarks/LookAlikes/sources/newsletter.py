"""A club's newsletter by mail: greeting, a report and a block with the scorecard; on the screen and printed."""

from common import SANS, Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-newsletter"
CARDS = [
    dict(kind="screen", width=820, scale=1.5, pool="eng", overs=40),
    dict(kind="screen", width=414, scale=3, pool="eng", overs=20, file="jpg", phone=True),
    dict(kind="text", pool="aus", overs=40, margin="12mm"),
    dict(kind="screen", width=1000, scale=1, pool="dut", overs=50, beside=True),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    words = Dismissals(c_and_b="c&b", run_out="run out", not_out="not out")
    names = Names("full", "last", "last")
    balls = rng.random() < 0.6
    best = rng.random() < 0.3
    falls = rng.choice([False, "runs"])
    marks = rng.choice([("", ""), (" (c)", " (wk)"), ("*", "†")])
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=["runs"] + ["balls"] * balls,
            bowl=["maidens"],
            falls=falls,
            overs="trim",
            marks=marks,
        )
        for i in match.innings
    ]
    blocks = ""
    for view in views:
        innings = view.innings
        rows = ""
        for row in view.batting:
            faced = f" <small>({row['balls']})</small>" if balls else ""
            name = f"<b>{esc(row.name)}</b>"
            cells = (
                f'<td class="n">{name}</td><td class="n g">{esc(row.text)}</td>'
                if not spec.get("beside")
                else (f'<td class="n">{name}<br><span class="g">{esc(row.text)}</span></td>')
            )
            rows += f'<tr>{cells}<td class="r">{row["runs"]}{faced}</td></tr>'
        gap = "" if spec.get("beside") else '<td class="n g"></td>'
        parts = ", ".join(f"{v}{k}" for k, v in view.parts)
        extras = f'Extras <span class="g">({parts})</span>' if parts else "Extras"
        down = "all out" if innings.all_out else f"{innings.wickets} wkt{'' if innings.wickets == 1 else 's'}"
        rows += f'<tr><td class="n">{extras}</td>{gap}<td class="r">{view.extras}</td></tr>'
        rows += f'<tr class="t"><td class="n">Total ({down}, {view.overs} ov)</td>{gap}'
        rows += f'<td class="r">{innings.runs}</td></tr>'
        dnb = f'<p class="s">DNB: {", ".join(esc(n) for n, _ in view.dnb)}</p>' if view.dnb else ""
        fell = (
            f'<p class="s">FOW: {", ".join(r["wicket"] + "-" + r["runs"] for r in view.falls)}</p>'
            if view.falls
            else ""
        )
        bowling = "".join(
            f'<tr><td class="n">{esc(r.name)}</td><td class="r">{r["overs"]}-{r["maidens"]}-{r["runs"]}-'
            f"{r['wickets']}</td></tr>"
            for r in view.bowling
        )
        if best:  # a table instead of the row of figures
            bowling = '<tr class="g"><td class="n">Bowling</td><td>O</td><td>M</td><td>R</td><td>W</td></tr>' + "".join(
                f'<tr><td class="n">{esc(r.name)}</td>'
                + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets"))
                + "</tr>"
                for r in view.bowling
            )
        else:
            bowling = f'<tr class="g"><td class="n">Bowling</td><td class="r">O-M-R-W</td></tr>{bowling}'
        blocks += f'<div class="in"><h3>{esc(view.team)}</h3><table>{rows}</table>{dnb}{fell}'
        blocks += f'<table class="bo">{bowling}</table></div>'
    when = date(rng, "long", (2014, 2025))
    club = match.teams[rng.randrange(2)]
    won = match.winner == club
    top = max((b for i in match.innings if i.team == club for b in i.batters), key=lambda b: b.runs).person
    report = (
        f"{'What a result' if won else 'Not quite our day'} at {match.ground} on {when}. {top.form('full')} led "
        f"the way with the bat, and there was good"
        " support in the field. Thank you to everybody who helped with teas, the scoring and the covers."
    )
    title = f"{club} - {rng.choice(['Match Report', 'Weekend Round-up', 'News from the Nets'])}"
    chrome = ""
    if spec["kind"] == "screen" and not spec.get("phone"):
        chrome = (
            f'<div class="mb"><div class="sj">{esc(title)} <span data-no-text class="la">Inbox ×</span></div>'
            f'<div class="fr"><i data-no-text></i><div>'
            f'<b>{esc(club)}</b><br><span class="g">to members</span></div></div></div>'
        )
    a, b = (i.team for i in match.innings)
    body = (
        f'{chrome}<div class="pg"><div class="bn"><i data-no-text></i><div>{esc(title)}</div></div><div '
        f'class="tx"><p>Dear members,</p><p>{esc(report)}</p>'
        f'<h2>Scorecard</h2><p class="c"><b>{esc(a)} v {esc(b)}</b><br>{esc(match.competition)}<br><b>'
        f'{esc(match.result)}</b></p><div class="bl">{blocks}</div>'
        f'<p>Nets are on Thursday from 6pm. Subscriptions are due.</p><p>Up the club!</p><div class="un">You '
        f"receive this because you are a member."
        f" Unsubscribe</div></div></div>"
    )
    tint = rng.choice(["#7a1f2b", "#14532d", "#1e3a8a", "#0f172a", "#b45309"])
    face = rng.choice([SANS, "'Open Sans'", "'Lato'", "'Liberation Serif'", "'Carlito'"])
    wide = "flex" if spec.get("beside") else "block"
    style = f"""body{{font-family:{face},sans-serif;font-size:13.5px;color:#222;
background:{"#f2f2f2" if spec["kind"] == "screen" else "#fff"}}}
.mb{{background:#fff;padding:14px 22px;font-family:'Roboto';border-bottom:1px solid #e5e5e5}}.sj{{font-size:20px}}
.la{{font-size:11px;background:#ddd;padding:2px 6px;
border-radius:4px}}.fr{{display:flex;gap:10px;margin-top:10px}}.fr i,.bn i{{width:36px;height:36px;border-radius:50%;
background:#9ab}}.pg{{max-width:
{900 if spec.get("beside") else 640}px;margin:0 auto;background:#fff}}.bn{{background:{tint};color:#fff;
padding:18px 22px;font-size:20px;font-weight:700;display:flex;gap:14px;
align-items:center}}.tx{{padding:12px 22px}}h2{{color:{tint};border-bottom:2px solid {tint};font-size:18px;
margin:14px 0 6px}}.c{{text-align:center;line-height:1.5}}
.bl{{display:{wide};gap:26px}}.in{{flex:1}}h3{{background:{tint}18;color:{tint};padding:6px 8px;margin:12px 0 3px;
font-size:15px}}table{{width:100%}}
td{{padding:3px 8px;border-bottom:1px solid #eee;text-align:right;vertical-align:top}}.n{{text-align:left}}
.g{{color:#777}}.r{{white-space:nowrap}}.t td{{font-weight:700;
border-top:2px solid {tint}}}.s{{font-size:12.5px;margin:5px 8px}}.bo{{margin-top:5px}}.un{{font-size:11px;color:#888;
text-align:center;padding:14px}}small{{color:#777}}"""
    truth = card_truth([a, b], views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, body), truth)
