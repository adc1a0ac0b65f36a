"""A sports channel's application on a telephone: tabs, portraits, innings that fold."""
from common import Sheet, document
from match import Match
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-espnapp"
CARDS = [
    dict(kind="screen", width=390, scale=3, height=844, pool="aus", overs=50),
    dict(kind="screen", width=393, scale=2.75, pool="ind", overs=20, dark=True),
    dict(kind="screen", width=360, scale=3, height=780, pool="eng", overs=20, file="jpg", messenger=1600),
    dict(kind="photo", of="screen", width=412, scale=2, height=915, pool="nz", overs=50),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    dark = spec.get("dark")
    innings = match.innings[0]
    words = Dismissals(c_and_b="c & b", run_out="run out ({})", dagger=True)
    names = Names("initial", "last", "full")
    view = innings_view(match, innings, names, words, bat=["runs", "balls", "fours", "sixes"], bowl=["maidens", "economy"], falls="over", marks=(" (c)", "†"), overs="trim", economy=2)
    portrait = '<i data-no-text></i>'
    rows = "".join(f'<div class="p" data-t="b0.{k}">{portrait}<div class="n"><b>{esc(r.name)}</b><em>{esc(r.text)}</em></div><b class="v">{r["runs"]}</b>' + "".join(f'<span class="v">{r[c]}</span>' for c in ("balls", "fours", "sixes")) + "</div>" for k, r in enumerate(view.batting))
    bowls = "".join(f'<div class="p" data-t="w0.{k}">{portrait}<div class="n"><b>{esc(r.name)}</b></div>' + "".join(f'<span class="v">{r[c]}</span>' for c in ("overs", "maidens", "runs")) + f'<b class="v">{r["wickets"]}</b><span class="v e">{r["economy"]}</span></div>' for k, r in enumerate(view.bowling))
    parts = ", ".join(f"{k} {v}" for k, v in view.parts)
    falls = ", ".join(f'{r["wicket"]}-{r["runs"]} ({esc(r.name)}, {r["over"]} ov)' for r in view.falls)
    dnb = f'<div class="tx" data-t="d0"><b>Yet to bat:</b> {", ".join(esc(n) for n, _ in view.dnb)}</div>' if view.dnb else ""
    head = lambda first, columns: f'<div class="p h"><span class="n">{first}</span>' + "".join(f'<span class="v {"e" if c == "ECON" else ""}">{c}</span>' for c in columns) + "</div>"
    body = f"""<div class="st"><span>{rng.randint(8, 22)}:{rng.randint(10, 59)}</span><span>{rng.choice(["5G", "LTE", "4G"])} {rng.randint(20, 99)}%</span></div><div class="ap"><span>‹</span><span>{esc(innings.team)} v {esc(innings.fielding_team)}</span></div>
<div class="tabs"><span>Live</span><b>Scorecard</b><span>Stats</span><span>Overs</span><span>Info</span></div><div class="fold" data-t="t0"><span>{esc(view.team)}</span><span><b>{score(innings)}</b> ({view.overs} ov)</span><span data-no-text>▴</span></div>
{head("BATTING", ["R", "B", "4s", "6s"])}{rows}<div class="tx x" data-t="x0"><span>Extras <small>({parts})</small></span><b>{view.extras}</b></div>{dnb}<div class="tx" data-t="f0"><b>Fall of wickets:</b> {falls}</div>{head("BOWLING", ["O", "M", "R", "W", "ECON"])}{bowls}<div class="fold"><span>{esc(innings.fielding_team)}</span><span>Yet to bat</span></div>"""
    back, ink, soft, line, bar = ("#151617", "#edeef0", "#9c9ea1", "#2b2c2d", "#1e1f20") if dark else ("#fff", "#121213", "#6c6d6f", "#e6e7e8", "#f1f2f3")
    style = f"""body{{font-family:Roboto,'Liberation Sans',sans-serif;font-size:14px;background:{back};color:{ink}}}.st{{display:flex;justify-content:space-between;padding:9px 22px 4px;font-size:13px;background:#c8102e;color:#fff}}.ap{{display:flex;gap:16px;padding:10px 16px;background:#c8102e;color:#fff;font-size:15px;font-weight:500}}.tabs{{display:flex;justify-content:space-between;padding:11px 18px;border-bottom:1px solid {line};color:{soft};font-size:13px}}.tabs b{{color:{ink}}}.fold{{display:flex;justify-content:space-between;background:{bar};padding:11px 14px;border-bottom:1px solid {line};font-size:13.5px}}
.p{{display:flex;align-items:center;gap:8px;padding:6px 14px;border-bottom:1px solid {line}}}.n{{flex:1;min-width:0}}.n b{{font-weight:500}}em{{display:block;font-style:normal;color:{soft};font-size:12px}}.v{{width:30px;text-align:right}}.e{{width:44px}}.h{{font-size:11px;color:{soft};padding:7px 14px}}i{{width:30px;height:30px;border-radius:50%;background:radial-gradient(circle at 50% 35%,{soft} 24%,transparent 25%),radial-gradient(circle at 50% 100%,{soft} 42%,{bar} 43%)}}.tx{{padding:10px 14px;border-bottom:1px solid {line};line-height:1.5;font-size:13px}}.x{{display:flex;justify-content:space-between}}small{{color:{soft}}}"""
    return Sheet(document(style, body), card_truth([innings.team, innings.fielding_team], [view]))


def score(innings):
    return f"{innings.runs}/{innings.wickets}" if not innings.all_out else f"{innings.runs} all out"
