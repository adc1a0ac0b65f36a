"""Play-Cricket-like web page and its printed form: fielder and bowler in columns of their own."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-play-cricket"
CARDS = [
    dict(kind="screen", width=1200, scale=1, overs=40, pool="eng"),
    dict(kind="text", overs=45, pool="eng", print=True),
    dict(kind="scan", dpi=150, overs=40, pool="eng", print=True),
    dict(kind="photo", of="screen", width=1120, scale=1.5, overs=20, pool="women", first_only=True),
]


def draw(rng, spec):
    pool = spec["pool"]
    match = Match(rng, pool, spec["overs"])
    words = Dismissals(caught="ct", c_and_b="ct & b", run_out=rng.choice(["run out ({})", "run out"]), pair="/", dnb="did not bat")
    style_of = rng.choice(["full", "initial"])
    names = Names("full", style_of, style_of)
    played = match.innings[:1] if spec.get("first_only") else match.innings
    views = [innings_view(match, i, names, words, bowl=["maidens", "wides", "no_balls", "economy"], falls="player", dnb=rng.choice(["rows", "rows", "list"]),
                          marks=(" *", " †"), overs="full", total_overs=True) for i in played]
    when, tables = date(rng, "long", (2015, 2025)), ""
    for index, view in enumerate(views):
        innings = view.innings
        rows = ""
        for r in view.batting:
            before, after = r.parts
            rows += (f'<tr><td class="n">{esc(r.name)}</td><td class="d">{esc(before)}</td><td class="d">{esc(after)}</td><td class="r">{r["runs"]}</td>'
                     + "".join(f"<td>{r[c]}</td>" for c in ("balls", "fours", "sixes", "strike_rate")) + "</tr>")
        parts = " ".join(f"{v}{k}" for k, v in view.parts)
        end = f"for {innings.wickets}" if not innings.all_out else "all out"
        dnb = f'<p class="note"><b>Did not bat:</b> {", ".join(esc(n) for n, _ in view.dnb)}</p>' if view.dnb else ""
        falls = ", ".join(f'{r["runs"]}-{r["wicket"]} ({esc(r.name)})' for r in view.falls)
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "wides", "no_balls", "economy")) + "</tr>" for r in view.bowling)
        tables += f"""<h2>{esc(view.team)} <span>Innings</span></h2><table class="t"><tr class="h"><th class="n">Batsman</th><th colspan=2></th><th>Runs</th><th>Balls</th><th>4s</th><th>6s</th><th>SR</th></tr>{rows}
<tr class="x"><td class="n">Extras</td><td colspan=2 class="d">{parts}</td><td class="r">{view.extras}</td><td colspan=4></td></tr><tr class="x tot"><td class="n">Total</td><td colspan=2 class="d">{end} ({view.overs} overs)</td><td class="r">{innings.runs}</td><td colspan=4></td></tr></table>
{dnb}<p class="note"><b>Fall of wickets:</b> {falls}</p><table class="t"><tr class="h"><th class="n">Bowler</th><th>Overs</th><th>Maidens</th><th>Runs</th><th>Wickets</th><th>Wides</th><th>No Balls</th><th>Econ</th></tr>{bowling}</table>"""
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}"
    result = match.result if not spec.get("first_only") else None
    heading = f"""<div class="top"><h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><div class="i">{esc(match.competition)}</div><div class="i">{when}</div><div class="i">Ground: {esc(match.ground)}</div>
{f'<div class="i res">{esc(result)}</div>' if result else ''}<div class="i">{esc(toss)}</div></div>"""
    colour = rng.choice(["#1b2d6b", "#00594f", "#7a1631"])
    if spec.get("print"):
        style = f"""body{{font-family:'Open Sans','Liberation Sans',sans-serif;font-size:10.5px;color:#111}}h1{{font-size:17px;margin:0 0 4px}}h2{{font-size:13px;margin:12px 0 3px}}.i{{margin:1px 0}}.res{{font-weight:700}}.t{{width:100%}}.h th{{border-bottom:1.5px solid #111;font-size:9.5px;text-transform:uppercase}}
th,td{{padding:2.6px 5px;text-align:right;border-bottom:.5px solid #bbb}}.n,.d{{text-align:left}}td.r{{font-weight:700}}.tot td{{font-weight:700}}.note{{margin:5px 0}}.x td.n{{text-transform:uppercase}}td.n{{width:24%}}td.d{{width:17%}}"""
    else:
        style = f"""body{{font-family:'Open Sans','Liberation Sans',sans-serif;font-size:13px;color:#333;background:#f2f2f2}}.page{{width:1040px;margin:0 auto;background:#fff;padding:0 26px 30px}}.top{{background:{colour};color:#fff;margin:0 -26px;padding:20px 26px}}h1{{margin:0 0 6px;font-size:24px}}.i{{margin:3px 0}}.res{{font-weight:700;color:#ffd34d}}
h2{{font-size:18px;color:{colour};margin:22px 0 8px}}h2 span{{font-weight:400}}.t{{width:100%}}.h th{{background:#e9e9ee;font-size:11px;text-transform:uppercase;color:#555}}th,td{{padding:8px 10px;text-align:right;border-bottom:1px solid #e4e4e4}}.n,.d{{text-align:left}}td.n{{color:{colour};font-weight:600;width:22%}}td.d{{color:#666;width:19%}}td.r{{font-weight:700}}.x td{{background:#f7f7fa}}.x td.n{{text-transform:uppercase}}.note{{line-height:1.5}}"""
    body = heading + tables if spec.get("print") else f'<div class="page">{heading}{tables}</div>'
    return Sheet(document(style, body), card_truth(match.teams, views, toss=toss, result=result, venue=match.ground, date=when))
