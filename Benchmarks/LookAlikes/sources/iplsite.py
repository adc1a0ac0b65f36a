"""A franchise league's own site: one innings under a tab, extras with all their parts, the fall of wickets as a table."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-iplsite"
CARDS = [
    dict(kind="screen", width=1366, scale=1, pool="ind", overs=20),
    dict(kind="screen", width=412, scale=2.2, pool="wi", overs=20, phone=True, file="jpg"),
    dict(kind="screen", width=1100, scale=1.5, pool="pak", overs=20, dark=True, file="jpg", quality=70),
    dict(kind="photo", of="screen", width=1180, scale=1.4, pool="sa", overs=20),
]
FRANCHISES = ["Nagpur Nighthawks", "Kochi Kites", "Indore Invaders", "Goa Galleons", "Bridgetown Barracudas", "Castries Corsairs", "Quetta Quakes", "Durban Dolphinaires", "Berea Bolts", "Vizag Vanguards"]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"], teams=rng.sample(FRANCHISES, 2))
    phone, dark = spec.get("phone"), spec.get("dark")
    innings = rng.choice(match.innings)
    words = Dismissals(c_and_b="c and b", run_out="run out ({})", lbw="lbw b", pair=" / ")
    names = Names("full", "full", "full")
    view = innings_view(match, innings, names, words, bat=["runs", "balls", "fours", "sixes", "strike_rate"], bowl=["maidens", "economy"] + ([] if phone else ["wides", "no_balls"]), falls="over", marks=(" (C)", " (WK)"),
                        overs="trim", extras_zero=True, extras_parts=("byes", "leg_byes", "wides", "no_balls", "penalty"))
    rows = "".join(f'<tr><td class="n"><i data-no-text></i><span>{esc(r.name)}<em>{esc(r.text)}</em></span></td>' + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in ("runs", "balls", "fours", "sixes", "strike_rate")) + "</tr>" for r in view.batting)
    columns = ("overs", "maidens", "runs", "wickets", "economy") + (() if phone else ("dots", "wides", "no_balls"))
    bowling = "".join(f'<tr><td class="n"><i data-no-text></i><span>{esc(r.name)}</span></td>' + "".join(f'<td class="{"r" if c == "wickets" else ""}">{r[c]}</td>' for c in columns) + "</tr>" for r in view.bowling)
    falls = "".join(f'<tr><td class="n">{esc(r.name)}</td><td>{r["runs"]}-{r["wicket"]}</td><td>{r["over"]}</td></tr>' for r in view.falls)
    parts = ", ".join(f"{k.upper()} {v}" for k, v in view.parts)
    dnb = f'<div class="ln"><b>Did not bat</b><span>{", ".join(esc(n) for n, _ in view.dnb)}</span></div>' if view.dnb else ""
    a, b = innings.team, innings.fielding_team
    when, number = date(rng, "long", (2012, 2025)), rng.randint(2, 70)
    body = f"""<div class="hero"><div>MATCH {number} &nbsp;•&nbsp; {when}</div><h1>{esc(match.teams[0])} <small>VS</small> {esc(match.teams[1])}</h1><div class="rs">{esc(match.result)}</div></div><div class="tabs"><span>Commentary</span><b>Scorecard</b><span>Manhattan</span><span>Wagon Wheel</span></div>
<div class="tg"><b>{esc(a)}</b><span>{esc(b)}</span></div><div class="bx"><div class="bar"><span>{esc(a)} Innings</span><span>{innings.runs}/{innings.wickets} ({view.overs} ov)</span></div><table><tr><th class="n">Batters</th><th>R</th><th>B</th><th>4s</th><th>6s</th><th>SR</th></tr>{rows}</table>
<div class="ln"><b>Extras</b><span>{view.extras} ({parts})</span></div><div class="ln t"><b>Total</b><span>{innings.runs}/{innings.wickets} ({view.overs} Overs) &nbsp;RR: {innings.rate:.2f}</span></div>{dnb}</div>
<div class="bx"><table><tr><th class="n">Bowlers</th><th>O</th><th>M</th><th>R</th><th>W</th><th>ECON</th>{"" if phone else "<th>DOTS</th><th>WD</th><th>NB</th>"}</tr>{bowling}</table></div><div class="bx"><table><tr><th class="n">Fall of Wickets</th><th>Score</th><th>Overs</th></tr>{falls}</table></div>"""
    one, two = rng.choice([("#19398a", "#ef4123"), ("#4a148c", "#ff6f00"), ("#00573f", "#e6c200")])
    back, box, ink, soft, line = ("#10131c", "#1b2030", "#f0f2f7", "#98a0b3", "#2c3348") if dark else ("#f3f4f8", "#fff", "#1d2433", "#6b7487", "#e5e8ef")
    style = f"""body{{font-family:'Roboto',sans-serif;font-size:{'13px' if phone else '14px'};color:{ink};background:{back}}}.hero{{background:linear-gradient(120deg,{one},#0a0f2c);color:#fff;padding:{'14px' if phone else '24px 60px'};font-size:12px}}h1{{font-size:{'19px' if phone else '28px'};margin:6px 0}}small{{font-size:.55em;color:{two}}}.rs{{font-size:14px}}.tabs{{display:flex;gap:24px;padding:12px {'14px' if phone else '60px'};background:{box};color:{soft};text-transform:uppercase;font-size:12px;overflow:hidden;white-space:nowrap}}.tabs b{{color:{two}}}.tg{{display:flex;margin:14px {'10px' if phone else '60px'} 0}}.tg>*{{padding:9px 16px;border:1px solid {one};flex:1;text-align:center}}.tg b{{background:{one};color:#fff}}
.bx{{background:{box};margin:12px {'10px' if phone else '60px'};border-radius:8px;overflow:hidden}}.bar{{display:flex;justify-content:space-between;padding:10px 14px;background:{two};color:#fff;font-weight:700}}table{{width:100%}}th{{font-size:12px;color:{soft};font-weight:500;text-transform:none}}td,th{{padding:{'6px 5px' if phone else '8px 14px'};text-align:center;border-bottom:1px solid {line}}}.n{{text-align:left}}td.n{{display:flex;align-items:center;gap:10px}}tr td:first-child{{padding-left:12px}}i{{width:28px;height:28px;border-radius:50%;background:{line};display:inline-block;flex:none}}em{{display:block;font-style:normal;color:{soft};font-size:.87em;margin-top:2px}}.r{{font-weight:700}}.ln{{display:flex;justify-content:space-between;gap:20px;padding:9px 14px;border-bottom:1px solid {line}}}.ln span{{text-align:right}}.t{{font-weight:700}}"""
    return Sheet(document(style, body), card_truth(match.teams, [view], result=match.result, date=when))
