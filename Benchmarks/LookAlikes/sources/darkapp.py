"""A scoring app in dark mode on a telephone."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-darkapp"
CARDS = [
    dict(kind="screen", width=390, scale=3, height=844, overs=20, pool="eng", only="bat"),
    dict(kind="screen", width=360, scale=2, overs=20, pool="ind", only="both", file="jpg"),
    dict(kind="screen", width=430, scale=3, height=932, overs=20, pool="aus", only="bowl", file="jpg", messenger=1600),
    dict(kind="photo", of="screen", width=400, scale=2.5, overs=12, pool="pak", only="both", height=890),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    innings = match.innings[0]
    words = Dismissals(caught="c", c_and_b="c&b", run_out="run out ({})", lbw="lbw b", dagger=rng.random() < 0.3)
    names = Names(rng.choice(["full", "initial"]), "last", "last")
    order = rng.choice(["rbs", "rbs", "rfs"])
    bat = {"rbs": ["runs", "balls", "fours", "sixes", "strike_rate"], "rfs": ["runs", "balls", "strike_rate", "fours", "sixes"]}[order]
    word = {"runs": "R", "balls": "B", "fours": "4s", "sixes": "6s", "strike_rate": "SR"}
    view = innings_view(match, innings, names, words, bat=bat, bowl=["maidens", "economy"], overs="trim", rate=rng.choice([0, 1, 2]), economy=rng.choice([1, 2]), falls="over" if spec["only"] != "bat" else False, marks=(" ©", " ✦") if False else (" (c)", " (wk)"))
    accent = rng.choice(["#4caf50", "#00bcd4", "#ff9800", "#ab47bc"])
    rows = "".join(f'<tr data-t="b0.{k}"><td class="n">{esc(r.name)}{"*" if r.truth["how_out"] == "not out" else ""}<div class="how">{esc(r.text)}</div></td>' + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in bat) + "</tr>" for k, r in enumerate(view.batting))
    bowls = "".join(f'<tr data-t="w0.{k}"><td class="n">{esc(r.name)}</td>' + "".join(f'<td class="{"r" if c == "wickets" else ""}">{r[c]}</td>' for c in ("overs", "maidens", "runs", "wickets", "economy")) + "</tr>" for k, r in enumerate(view.bowling))
    parts = ", ".join(f"{k} {v}" for k, v in view.parts)
    dnb = f'<div class="nt" data-t="d0"><span class="s">Yet to bat</span><br>{", ".join(esc(n) for n, _ in view.dnb)}</div>' if view.dnb else ""
    batting = f'<table><tr class="h"><th class="n">Batter</th>{"".join(f"<th>{word[c]}</th>" for c in bat)}</tr>{rows}</table><div class="ln" data-t="x0"><span>Extras</span><span><b>{view.extras}</b> <span class="s">({parts})</span></span></div>{dnb}'
    falls = "".join(f'<div class="ln"><span>{esc(r.name)}</span><span>{r["runs"]}/{r["wicket"]} <span class="s">({r["over"]})</span></span></div>' for r in view.falls)
    bowling = f'<table><tr class="h"><th class="n">Bowler</th><th>O</th><th>M</th><th>R</th><th>W</th><th>ER</th></tr>{bowls}</table>' + (f'<div class="cap">Fall of wickets</div><div data-t="f0">{falls}</div>' if spec["only"] != "bat" else "")
    inner = {"bat": batting, "bowl": bowling, "both": batting + bowling}[spec["only"]]
    if spec["only"] == "bowl":
        view.truth["batting"], view.truth["did_not_bat"] = [], []
        view.truth["extras"] = {k: None for k in view.truth["extras"]}
    if spec["only"] == "bat":
        view.truth["bowling"] = []
    a, b = match.teams
    body = f'<div class="st"><span>{rng.randint(9, 21)}:{rng.randint(10, 59)}</span><span>{rng.randint(15, 99)}%</span></div><div class="ap">Scorecard</div><div class="vs">{esc(a)} v {esc(b)}</div><div class="tabs"><span class="on">{esc(view.team)}</span></div><div class="sc" data-t="t0"><span class="bg">{innings.runs}/{innings.wickets}</span><span class="s">{view.overs} overs</span><span class="s">CRR {innings.rate:.2f}</span></div>{inner}'
    style = f"""body{{font-family:Inter,Roboto,sans-serif;font-size:14px;color:#f1f1f1;background:#121212}}.st{{display:flex;justify-content:space-between;padding:10px 20px 2px;font-size:13px}}.ap{{font-size:20px;font-weight:700;padding:10px 16px 4px}}.vs{{padding:0 16px 8px;color:#bbb}}.tabs{{padding:0 16px;border-bottom:1px solid #2c2c2c}}.on{{display:inline-block;color:{accent};font-weight:600;border-bottom:2px solid {accent};padding:6px 0}}.sc{{display:flex;gap:16px;align-items:baseline;padding:12px 16px}}.bg{{font-size:26px;font-weight:700}}.s{{color:#9e9e9e;font-size:12px;font-weight:400}}
table{{width:100%}}.h th{{color:#9e9e9e;font-size:12px;font-weight:500;background:#1e1e1e}}th,td{{padding:7px 6px;text-align:right;border-bottom:1px solid #262626}}.n{{text-align:left;padding-left:16px}}td.n{{width:48%;font-weight:500}}tr td:last-child,tr th:last-child{{padding-right:16px}}.how{{color:#9e9e9e;font-size:12px;font-weight:400;margin-top:1px}}td.r{{font-weight:700;color:{accent}}}.ln{{display:flex;justify-content:space-between;padding:8px 16px;border-bottom:1px solid #262626}}.nt{{padding:10px 16px;line-height:1.5}}.cap{{padding:12px 16px 4px;font-weight:600;color:{accent}}}"""
    return Sheet(document(style, body), card_truth([a, b], [view]))
