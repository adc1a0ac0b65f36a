"""The card that a search engine shows over its results."""
from common import Sheet, document
from match import Match
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-googlecard"
CARDS = [
    dict(kind="screen", width=412, scale=2.6, overs=20, pool="ind"),
    dict(kind="screen", width=652, scale=1.5, overs=50, pool="eng"),
    dict(kind="screen", width=390, scale=3, height=844, overs=20, pool="pak", dark=True, one=True, file="jpg", messenger=1600),
    dict(kind="photo", of="screen", width=412, scale=2.2, height=915, overs=20, pool="wi", one=True),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    dark, one = spec.get("dark"), spec.get("one")
    words = Dismissals(c_and_b="c & b", run_out="run out ({})")
    names = Names("full", "last", "last")
    played = match.innings[:1] if one else match.innings
    views = [innings_view(match, i, names, words, bat=["runs", "balls", "fours", "sixes", "strike_rate"], bowl=["maidens", "economy"], falls="over", marks=(" (c)", " (wk)"), overs="trim", rate=1, economy=1) for i in played]
    sections = ""
    for index, view in enumerate(views):
        rows = "".join(f'<tr data-t="b{index}.{k}"><td class="n">{esc(r.name)}<em>{esc(r.text)}</em></td>' + "".join(f'<td class="{"r" if c == "runs" else ""}">{r[c]}</td>' for c in ("runs", "balls", "fours", "sixes", "strike_rate")) + "</tr>" for k, r in enumerate(view.batting))
        bowling = "".join(f'<tr data-t="w{index}.{k}"><td class="n">{esc(r.name)}</td>' + "".join(f'<td class="{"r" if c == "wickets" else ""}">{r[c]}</td>' for c in ("overs", "maidens", "runs", "wickets", "economy")) + "</tr>" for k, r in enumerate(view.bowling))
        parts = ", ".join(f"{k} {v}" for k, v in view.parts)
        falls = ", ".join(f'{r["runs"]}/{r["wicket"]} ({esc(r.name)}, {r["over"]})' for r in view.falls)
        dnb = f'<div class="x" data-t="d{index}"><b>Did not bat</b><br>{", ".join(esc(n) for n, _ in view.dnb)}</div>' if view.dnb else ""
        sections += f"""<div class="tm">{esc(view.team)}</div><table><tr><th class="n">Batter</th><th>R</th><th>B</th><th>4s</th><th>6s</th><th>S/R</th></tr>{rows}</table><div class="x" data-t="x{index}"><b>Extras</b> {view.extras}{f" ({parts})" if parts else ""}</div>{dnb}<div class="x" data-t="f{index}"><b>Fall of wickets</b><br>{falls}</div><table><tr><th class="n">Bowler</th><th>O</th><th>M</th><th>R</th><th>W</th><th>Econ</th></tr>{bowling}</table>"""
    def side(innings):
        overs = innings.overs[:-2] if innings.overs.endswith(".0") else innings.overs
        return f'<div class="sd"><i data-no-text></i><div><div>{esc(innings.team)}</div><b>{innings.runs}{"" if innings.all_out else f"/{innings.wickets}"}</b> <small>({overs})</small></div></div>'
    for view in views:
        if view.innings.all_out:
            view.truth["total"]["wickets"] = None
    truth = card_truth([i.team for i in match.innings], views, result=match.result)
    if one:  # of the second innings the head shows the total alone
        second = match.innings[1]
        overs = second.overs[:-2] if second.overs.endswith(".0") else second.overs
        truth["innings"].append({"team": second.team, "total": {"runs": second.runs, "wickets": None if second.all_out else second.wickets, "overs": overs, "declared": None},
                                 "extras": {k: None for k in ("total", "byes", "leg_byes", "wides", "no_balls", "penalty")}, "batting": [], "did_not_bat": [], "bowling": [], "fall_of_wickets": []})
    a, b = match.innings
    query = f"{a.team} vs {b.team} score".lower()
    body = f"""<div class="q" data-no-text><span>{esc(query)}</span><span>✕</span></div><div class="cd"><div class="lg">{esc(match.competition)}</div><div class="hd">{side(a)}<span class="f">Final</span>{side(b)}</div><div class="rs">{esc(match.result)}</div><div class="tabs"><span>Summary</span><b>Scorecard</b><span>Commentary</span></div>{sections}</div>"""
    back, box, ink, soft, line = ("#202124", "#303134", "#e8eaed", "#9aa0a6", "#3c4043") if dark else ("#fff", "#fff", "#202124", "#70757a", "#dadce0")
    style = f"""body{{font-family:Roboto,'Liberation Sans',sans-serif;font-size:13.5px;color:{ink};background:{back};padding:10px}}.q{{border:1px solid {line};border-radius:24px;padding:11px 18px;display:flex;justify-content:space-between;margin-bottom:12px;white-space:nowrap;overflow:hidden}}.cd{{border:1px solid {line};border-radius:10px;background:{box};overflow:hidden}}.lg{{padding:12px 16px;color:{soft};font-size:12px;border-bottom:1px solid {line}}}.hd{{display:flex;justify-content:space-between;align-items:center;padding:16px}}.sd{{display:flex;gap:10px;align-items:center}}.sd b{{font-size:20px;font-weight:500}}i{{width:34px;height:34px;border-radius:50%;background:linear-gradient(135deg,#4285f4,#34a853);flex:none}}small{{color:{soft}}}.f{{color:{soft};font-size:11px}}.rs{{text-align:center;padding-bottom:10px;color:{soft}}}.tabs{{display:flex;gap:30px;padding:8px 16px;border-bottom:1px solid {line};color:{soft}}}.tabs b{{color:{'#8ab4f8' if dark else '#1a73e8'};font-weight:500;border-bottom:3px solid;padding-bottom:5px}}
.tm{{padding:14px 16px 4px;font-size:16px}}table{{width:100%}}th{{color:{soft};font-weight:400;font-size:12px}}td,th{{padding:6px 5px;text-align:right;border-bottom:1px solid {line}}}.n{{text-align:left;padding-left:16px}}tr>:last-child{{padding-right:14px}}em{{display:block;font-style:normal;font-size:12px;color:{soft}}}.r{{font-weight:700}}.x{{padding:9px 16px;border-bottom:1px solid {line};line-height:1.5}}.x b{{font-weight:500}}"""
    return Sheet(document(style, body), truth)
