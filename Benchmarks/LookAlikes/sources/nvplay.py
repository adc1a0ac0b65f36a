"""Live page of New Zealand's scoring system."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-nvplay"
CARDS = [
    dict(kind="screen", width=1200, scale=1, overs=50, dark=False),
    dict(kind="screen", width=390, scale=3, overs=20, dark=True, first_only=True, file="jpg", messenger=1600),
    dict(kind="photo", of="screen", width=1100, scale=1.5, overs=20, dark=True, first_only=True),
]


def draw(rng, spec):
    match = Match(rng, "nz", spec["overs"])
    words = Dismissals(dagger=rng.random() < 0.6, c_and_b="c & b", run_out="run out ({})", not_out="not out")
    names = Names("full", "last", "last")
    played = match.innings[:1] if spec.get("first_only") else match.innings
    narrow = spec["width"] < 600
    views = [innings_view(match, i, names, words, bowl=["maidens", "economy"] + ([] if narrow else ["wides", "no_balls"]), marks=(" (c)", " †"), overs="trim", rate=1 if narrow else 2) for i in played]
    when, tables = date(rng, "short", (2016, 2025)), ""
    for index, view in enumerate(views):
        innings = view.innings
        rows = ""
        for k, r in enumerate(view.batting):
            star = "*" if r.truth["how_out"] == "not out" else ""
            numbers = f'<td class="r">{r["runs"]}{star}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("balls", "fours", "sixes", "strike_rate"))
            rows += f'<tr data-t="b{index}.{k}"><td class="n">{esc(r.name)}<span class="how">{esc(r.text)}</span></td>{numbers}</tr>'
        parts = ", ".join(f"{v}{k}" for k, v in view.parts)
        columns = ["overs", "maidens", "runs", "wickets"] + (["dots", "wides", "no_balls"] if not narrow else []) + ["economy"]
        word = {"overs": "O", "maidens": "M", "runs": "R", "wickets": "W", "economy": "Econ", "wides": "Wd", "no_balls": "NB", "dots": "Dots"}
        bowling = "".join(f'<tr data-t="w{index}.{k}"><td class="n">{esc(r.name)}</td>' + "".join(f'<td class="{"r" if c == "wickets" else ""}">{r[c]}</td>' for c in columns) + "</tr>" for k, r in enumerate(view.bowling))
        falls = " ".join(f'<span class="f">{r["wicket"]}-{r["runs"]} <i>{esc(r.name)}</i> ({r["over"]})</span>' for r in view.falls)
        dnb = f'<div class="nt">Yet to bat: {", ".join(esc(n) for n, _ in view.dnb)}</div>' if view.dnb else ""
        end = f"{innings.runs}/{innings.wickets}" if not innings.all_out else f"{innings.runs} all out"
        tables += f"""<div class="inn"><div class="bar"><span>{esc(view.team)}</span><span>{end} <small>({view.overs} ov)</small></span></div><table><tr class="h"><th class="n">BATTING</th><th>R</th><th>B</th><th>4s</th><th>6s</th><th>SR</th></tr>{rows}
<tr><td class="n">Extras<span class="how">{parts}</span></td><td class="r">{view.extras}</td><td colspan=4></td></tr><tr class="t"><td class="n">Total<span class="how">{view.overs} overs, RR {innings.rate:.2f}</span></td><td class="r">{innings.runs}</td><td colspan=4></td></tr></table>{dnb}<div class="nt">Fall of wickets: {falls}</div>
<table><tr class="h"><th class="n">BOWLING</th>{"".join(f"<th>{word[c]}</th>" for c in columns)}</tr>{bowling}</table></div>"""
    result = match.result if not spec.get("first_only") else None
    head = f'<div class="hd"><div>{esc(match.competition)} | {esc(match.ground)} | {when}</div><h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1>' + (f'<div class="rs">{esc(result)}</div>' if result else '<div class="rs">Innings break</div>') + "</div>"
    ink, paper, panel, line, soft = ("#eef1f4", "#0e1318", "#182028", "#26313c", "#93a1af") if spec["dark"] else ("#14202b", "#eef1f4", "#ffffff", "#dfe5ea", "#66737f")
    style = f"""body{{font-family:Cantarell,'Liberation Sans',sans-serif;font-size:13px;color:{ink};background:{paper}}}.pg{{max-width:1000px;margin:0 auto;padding:10px}}.hd{{text-align:center;padding:12px;color:{soft}}}h1{{color:{ink};font-size:20px;margin:6px}}.rs{{color:#18b5a4;font-weight:700}}.inn{{background:{panel};border-radius:8px;margin-bottom:14px;overflow:hidden}}.bar{{display:flex;justify-content:space-between;background:#0f7f74;color:#fff;padding:9px 12px;font-weight:700;font-size:15px}}small{{font-weight:400}}
table{{width:100%}}.h th{{color:{soft};font-size:11px}}th,td{{padding:6px 8px;text-align:right;border-bottom:1px solid {line}}}.n{{text-align:left}}td.n{{font-weight:700}}.how{{color:{soft};font-weight:400;{"display:block;font-size:12px" if narrow else "margin-left:14px"}}}td.r{{font-weight:700}}.nt{{padding:8px;color:{soft};line-height:1.6}}.f{{margin-right:10px}}i{{font-style:normal;color:{ink}}}"""
    truth = card_truth(match.teams, views, result=result, venue=match.ground, date=when)
    return Sheet(document(style, f'<div class="pg">{head}{tables}</div>'), truth)
