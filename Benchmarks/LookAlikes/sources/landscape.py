"""A club's sheet, landscape, with both innings side by side."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-landscape"
CARDS = [
    dict(kind="text", overs=40, pool="eng", landscape=True, margin="9mm"),
    dict(kind="text", overs=20, pool="wi", landscape=True, margin="9mm"),
    dict(kind="scan", overs=40, pool="eng", landscape=True, margin="9mm", dpi=200),
    dict(kind="photo", overs=45, pool="sa", landscape=True, margin="9mm"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    ruled = rng.random() < 0.5
    words = Dismissals(caught=rng.choice(["c", "ct"]), c_and_b="c & b", run_out="run out", dnb="-", pair=None)
    names = Names(rng.choice(["initial", "initial_dot", "full"]), "last", "last")
    bat = ["runs"] + (["balls"] if rng.random() < 0.5 else []) + (["fours", "sixes"] if rng.random() < 0.6 else [])
    word = {"runs": "Runs", "balls": "Balls", "fours": "4s", "sixes": "6s"}
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens"] + (["wides", "no_balls"] if ruled else []), dnb="list", overs="trim", falls="runs", marks=("*", "+"), mark_before=True) for i in match.innings]
    when = date(rng, "long", (2000, 2024))
    blocks = ""
    for view in views:
        innings = view.innings
        rows = "".join(f'<tr><td class="n">{esc(r.name)}</td><td class="n">{esc(r.text)}</td>' + "".join(f"<td>{r[c]}</td>" for c in bat) + "</tr>" for r in view.batting)
        gap = f"<td colspan={len(bat) - 1}></td>" if len(bat) > 1 else ""
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        end = "all out" if innings.all_out else f"for {innings.wickets} wkts"
        columns = ["overs", "maidens", "runs", "wickets"] + (["wides", "no_balls"] if ruled else [])
        head = {"overs": "Overs", "maidens": "Mdns", "runs": "Runs", "wickets": "Wkts", "wides": "Wd", "no_balls": "Nb"}
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in columns) + "</tr>" for r in view.bowling)
        falls = "".join(f'<th>{k}</th>' for k in range(1, 11))
        scores = "".join(f'<td>{view.falls[k]["runs"] if k < len(view.falls) else ""}</td>' for k in range(10))
        dnb = f'<p>Did not bat: {", ".join(esc(n) for n, _ in view.dnb)}</p>' if view.dnb else ""
        blocks += f"""<div class="in"><h2>Innings of {esc(view.team)}</h2><table><tr><th class="n">Batsman</th><th class="n">How out</th>{"".join(f"<th>{word[c]}</th>" for c in bat)}</tr>{rows}<tr><td class="n">Extras</td><td class="n">{parts}</td><td>{view.extras}</td>{gap}</tr><tr class="b"><td class="n">Total</td><td class="n">{end} ({view.overs} overs)</td><td>{innings.runs}</td>{gap}</tr></table>{dnb}<table class="f"><tr><th class="n">Fall</th>{falls}</tr><tr><td class="n">Score</td>{scores}</tr></table><table><tr><th class="n">Bowler</th>{"".join(f"<th>{head[c]}</th>" for c in columns)}</tr>{bowling}</table></div>"""
    colour = rng.choice(["#123c69", "#333", "#6d2e46"])
    body = f'<h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><p class="c">{esc(match.competition)}, {esc(match.ground)}, {when}</p><p class="c"><b>{esc(match.result)}</b></p><div class="two">{blocks}</div>'
    line = f"border:1px solid {colour}" if ruled else "border-bottom:1px solid #ccc"
    style = f"""body{{font-family:{rng.choice(["'Liberation Sans'", "'TeX Gyre Bonum'", "Caladea", "'DejaVu Sans'"])},sans-serif;font-size:11px;color:#111}}h1{{text-align:center;font-size:17px;margin:0;color:{colour}}}.c{{text-align:center;margin:2px}}.two{{display:flex;gap:14px;margin-top:6px}}.in{{flex:1}}h2{{font-size:13px;margin:2px 0;color:{colour}}}table{{width:100%;margin-bottom:6px}}th,td{{padding:2px 5px;text-align:right;{line}}}th{{font-size:10px}}.n{{text-align:left}}.b td{{font-weight:700}}.f th,.f td{{text-align:center;font-size:10px;padding:2px}}.f .n{{text-align:left}}p{{margin:3px 0}}"""
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))
