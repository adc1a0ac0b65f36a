"""A live-score app of all sports: round avatars, pills for the innings, a fall of wickets with the over beside it.

Sofascore / LiveScore on a telephone: the head with two crests and scores, tabs, a pill an innings of which one is open; Batter
R B 4s 6s S/R with how out in grey below the name, Extras, Total, Yet to bat, then Bowler O M R W Econ and Fall of wickets."""

from common import Sheet, choices, counted, document, joined, sides, total_alone
from match import Match
from names6 import CODES, initials, international
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-sofascore"
CARDS = [
    dict(kind="screen", width=390, scale=2, overs=20, shown=0),
    dict(kind="screen", width=412, scale=1.75, overs=50, shown=1, file="jpg", quality=80),
    dict(kind="screen", width=360, scale=2, overs=20, shown=1, pool="wi", messenger=1600, file="jpg"),
    dict(kind="photo", of="screen", width=390, scale=2, overs=20, shown=0, pool="afg"),
    dict(kind="text", overs=20, shown=1, paper=(110, 330), margin="0mm"),
]
BAT = ["runs", "balls", "fours", "sixes", "strike_rate"]
COLOURS = ["#374df5", "#d04b3c", "#20845a", "#e0a100", "#7346a8", "#2f8fb3"]


def avatar(rng, name, dark):
    words = name.split()
    face = rng.choice(COLOURS)
    head = (f'<circle cx="15" cy="12" r="6" fill="{"#555d6b" if dark else "#fff"}"/><path d="M4 30q0-11 11-11t11 11" fill="{"#555d6b" if dark else "#fff"}"/>')
    return f'<svg data-no-text width="30" height="30" viewBox="0 0 30 30"><circle cx="15" cy="15" r="15" fill="{"#2b323d" if dark else face + "44"}"/>{head}</svg>'


def row(tag, first, cells, head=False):
    return f'<div class="row{" hd" if head else ""}"{f" data-t={tag}" if tag else ""}><div class=who>{first}</div>' + "".join(f"<span>{c}</span>" for c in cells) + "</div>"


def opened(rng, index, view, dark, picked):
    out = row(None, "Batter", ["R", "B", "4s", "6s", picked["rate"]], True)
    for k, r in enumerate(view.batting):
        ball = ' <u data-no-text></u>' if r.batter.how == "not out" else ""
        out += row(f"b{index}.{k}", f"{avatar(rng, r.name, dark)}<div>{esc(r.name)}{ball}<em>{esc(r.text)}</em></div>", [f"<b>{r['runs']}</b>", *(r[c] for c in BAT[1:])])
    parts = joined(view.parts, "{k} {v}")
    out += f"<div class=sum data-t=x{index}><div>Extras{f' <em>{parts}</em>' if parts else ''}</div><b>{view.extras}</b></div>"
    end = "all out" if view.innings.all_out else counted(view.innings.wickets)
    out += f"<div class=sum data-t=t{index}><div>Total <em>{end}, {view.overs} overs</em></div><b>{view.innings.runs}</b></div>"
    if view.dnb:
        out += f"<div class=yet data-t=d{index}><h4>{picked['yet']}</h4>" + "".join(f"<div>{avatar(rng, n, dark)}{esc(n)}</div>" for n, _ in view.dnb) + "</div>"
    out += row(None, "Bowler", ["O", "M", "R", "W", "Econ"], True)
    for k, r in enumerate(view.bowling):
        out += row(f"w{index}.{k}", f"{avatar(rng, r.name, dark)}<div>{esc(r.name)}</div>", [r["overs"], r["maidens"], r["runs"], f"<b>{r['wickets']}</b>", r["economy"]])
    if view.falls:
        out += f"<div data-t=f{index}>" + row(None, "Fall of wickets", ["Score", "Over"], True)
        out += "".join(row(None, f"<div>{esc(r.name)}</div>", [f"{r['wicket']}-{r['runs']}", r["over"]]) for r in view.falls) + "</div>"
    return out


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"]) if "pool" in spec else international(rng, spec["overs"])
    dark = rng.random() < 0.5
    picked = choices(rng, rate=["S/R", "SR"], yet=["Yet to bat", "Did not bat"], accent=["#374df5", "#ff6b00", "#0ab16b"], rows=["initial_dot", "full"])
    if spec.get("width") == 360:
        picked["rows"] = "initial_dot"
    words = Dismissals(caught="c", c_and_b="c & b", run_out="run out ({})")
    shown, truths, heads, pills = spec["shown"], [], "", ""
    for index, innings in enumerate(match.innings):
        team, code = innings.team, CODES.get(innings.team, initials(innings.team))
        down = f"{innings.runs}/{innings.wickets}"
        heads += (f'<div class=side><svg data-no-text width="44" height="44"><path d="M4 4h36v20q0 12-18 18q-18-6-18-18z" fill="{rng.choice(COLOURS)}"/></svg>'
                  f"<div>{esc(team)}</div><b>{down}</b><em>({innings.overs})</em></div>" + ('<div class=vs data-no-text>Ended</div>' if index == 0 else ""))
        pills += f'<span data-no-text class="{"on" if index == shown else ""}">{code}</span>'
        if index == shown:
            view = innings_view(match, innings, Names(picked["rows"], picked["rows"], picked["rows"]), words, bat=BAT, bowl=["maidens", "economy"],
                                marks=rng.choice([(" (c)", " (wk)"), ("", "")]))
            card = opened(rng, index, view, dark, picked)
            truths.append(view.truth)
        else:
            truths.append(total_alone(innings, innings.wickets, innings.overs))
    back, ink, line, soft, pale = ("#161b22", "#eef1f5", "#2a313c", "#8f99a8", "#1f2630") if dark else ("#fff", "#222226", "#ececf0", "#85858f", "#f3f4f8")
    style = f"""body{{font-family:'Inter','Roboto',sans-serif;font-size:13px;color:{ink};background:{back}}}.top{{background:{pale};padding:10px 14px}}
.bar{{display:flex;justify-content:space-between;color:{soft};font-size:12px}}.score{{display:flex;justify-content:center;align-items:center;text-align:center;margin:8px 0}}
.side{{flex:1}}.side b{{display:block;font-size:19px;margin-top:3px}}em{{font-style:normal;color:{soft};font-size:11px}}.vs{{color:{soft}}}.res{{text-align:center;color:{picked['accent']}}}
nav{{display:flex;gap:18px;padding:10px 14px;border-bottom:1px solid {line};color:{soft}}}nav .on{{color:{picked['accent']};font-weight:600}}
.pills{{display:flex;gap:8px;padding:10px 14px}}.pills span{{border-radius:14px;padding:4px 14px;background:{pale};color:{soft}}}.pills .on{{background:{picked['accent']};color:#fff}}
.row{{display:flex;align-items:center;padding:6px {10 if spec.get('width') == 360 else 14}px;border-bottom:1px solid {line}}}.row span{{width:{31 if spec.get('width') == 360 else 36}px;text-align:right;white-space:nowrap}}.row span:last-child{{width:50px}}.hd{{color:{soft};font-size:11px;background:{pale}}}
.who{{flex:1;display:flex;gap:8px;align-items:center;min-width:0}}.who em{{display:block}}.who svg{{flex:none}}u{{display:inline-block;width:7px;height:7px;border-radius:4px;background:{picked['accent']}}}
.sum{{display:flex;justify-content:space-between;padding:9px 14px;border-bottom:1px solid {line}}}.yet{{padding:6px 14px}}.yet h4{{margin:4px 0;color:{soft};font-size:11px}}.yet div{{display:flex;gap:8px;align-items:center;padding:3px 0}}"""
    when = date(rng, "slash")
    top = (f"<div class=top><div class=bar><span data-no-text>←</span><span>{esc(match.competition)} · {when}</span><span data-no-text>☆</span></div><div class=score>{heads}</div>"
           f"<div class=res>{esc(match.result)}</div></div><nav data-no-text><span>Details</span><span class=on>Scorecard</span><span>Lineups</span><span>Standings</span></nav><div class=pills>{pills}</div>")
    truth = card_truth(sides(match), [], result=match.result, date=when)
    truth["innings"] = truths
    return Sheet(document(style, top + card), truth)
