"""A live-score service of all sports: family name first, dismissal under it, wickets as a list."""
from common import Sheet, document
from match import Match
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-flashscore"
CARDS = [
    dict(kind="screen", width=760, scale=1.5, pool="sl", overs=20),
    dict(kind="screen", width=390, scale=3, pool="wi", overs=50, file="jpg", phone=True),
    dict(kind="screen", width=640, scale=2, pool="dut", overs=50, dark=True),
    dict(kind="photo", of="screen", width=640, scale=2, pool="pak", overs=20, height=980),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    dark, both = spec.get("dark"), not spec.get("phone") and not spec.get("height")
    words = Dismissals(c_and_b="c. & b.", caught="c.", bowled="b.", lbw="lbw b.", stumped="st.", run_out="run out ({})", hit_wicket="hit wicket b.", pair=None)
    names = Names("last_dot", "last_dot", "last_dot")
    played = match.innings if both else match.innings[:1]
    views = [innings_view(match, i, names, words, bat=["runs", "balls", "fours", "sixes", "strike_rate"], bowl=["maidens", "economy"], falls="over", dnb="rows", overs="full", rate=2, economy=2) for i in played]
    sections = ""
    for index, view in enumerate(views):
        innings = view.innings
        rows = "".join(f'<tr data-t="b{index}.{k}"><td class="n"><b>{esc(r.name)}</b><em>{esc(r.text)}</em></td>' + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c] or "-"}</td>' for c in ("runs", "balls", "fours", "sixes", "strike_rate")) + "</tr>" for k, r in enumerate(view.batting))
        bowling = "".join(f'<tr data-t="w{index}.{k}"><td class="n"><b>{esc(r.name)}</b></td>' + "".join(f'<td class="{"r" if c == "wickets" else ""}">{r[c]}</td>' for c in ("overs", "maidens", "runs", "wickets", "economy")) + "</tr>" for k, r in enumerate(view.bowling))
        falls = "".join(f'<div class="ln"><span>{esc(r.name)}</span><span>{r["wicket"]}-{r["runs"]}</span><span>{r["over"]}</span></div>' for r in view.falls)
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        sections += f"""<div class="cap" data-t="i{index}">{esc(view.team)}, {["1ST", "2ND"][index]} INNINGS</div><table><tr><th class="n">BATTER</th><th>R</th><th>B</th><th>4s</th><th>6s</th><th>S/R</th></tr>{rows}</table><div class="ln" data-t="x{index}"><span>Extras</span><span>{view.extras}{f" ({parts})" if parts else ""}</span></div><div class="ln t" data-t="t{index}"><span>Total</span><span>{innings.runs}/{innings.wickets} ({view.overs} ov)</span></div>
<table class="bo"><tr><th class="n">BOWLER</th><th>O</th><th>M</th><th>R</th><th>W</th><th>ECON</th></tr>{bowling}</table><div class="cap s">FALL OF WICKETS</div><div data-t="f{index}">{falls}</div>"""
    one, two = played[0].team, played[0].fielding_team
    result = match.result if both else None
    status = "FINISHED" if both else "INNINGS BREAK"
    body = f"""<div class="co">CRICKET &nbsp;› &nbsp;{esc(match.competition.upper())}</div><div class="hd"><span>{esc(one)}</span><b>{status}</b><span>{esc(two)}</span></div>{f'<div class="re">{esc(result)}</div>' if result else ""}<div class="tabs"><span>MATCH</span><span>ODDS</span><span>H2H</span></div><div class="tabs u"><span>SUMMARY</span><b>SCORECARD</b><span>FALL OF WICKETS</span><span>BALL BY BALL</span></div>{sections}"""
    back, ink, soft, line, grey = ("#00141e", "#eee", "#8a979e", "#10242e", "#0d2430") if dark else ("#fff", "#001e28", "#555e61", "#eee", "#eef0f1")
    style = f"""body{{font-family:'Open Sans','Roboto',sans-serif;font-size:12.5px;background:{back};color:{ink};padding-bottom:14px}}.co{{background:{grey};padding:8px 14px;font-size:11px;color:{soft}}}.hd{{display:flex;justify-content:space-around;align-items:center;padding:22px 10px 10px;font-size:15px;font-weight:600}}.hd b{{font-size:10.5px;color:#c80037}}.re{{text-align:center;padding-bottom:12px;color:{soft}}}.tabs{{display:flex;gap:20px;padding:9px 14px;border-bottom:1px solid {line};font-size:11px;color:{soft}}}.tabs b{{background:#ff0046;color:#fff;border-radius:10px;padding:0 9px}}
.cap{{background:{grey};padding:7px 14px;font-size:11px;font-weight:700;margin-top:6px;text-transform:uppercase}}table{{width:100%}}th{{font-size:10.5px;color:{soft};font-weight:400}}td,th{{padding:5px 8px;text-align:center;border-bottom:1px solid {line}}}.n{{text-align:left;padding-left:14px}}em{{display:block;font-style:normal;color:{soft};font-size:11px}}td b{{font-weight:600}}.r{{font-weight:700}}.ln{{display:flex;justify-content:space-between;padding:6px 14px;border-bottom:1px solid {line}}}.ln span{{flex:1}}.ln span:last-child{{text-align:right}}.t{{font-weight:700}}.bo{{margin-top:8px}}"""
    for view in views:
        view.truth["team"] = view.team.upper()
        view.truth["total"]["wickets"] = view.innings.wickets
    return Sheet(document(style, body), card_truth([one, two], views, result=result))
