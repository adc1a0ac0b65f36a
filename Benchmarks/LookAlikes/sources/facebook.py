"""A club's post: its own batting in full, then its own bowling, and what the others made."""
from common import Sheet, document
from match import Match
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-facebook"
CARDS = [
    dict(kind="screen", width=412, scale=2.6, overs=40, pool="eng"),
    dict(kind="screen", width=680, scale=1.5, overs=35, pool="nz", file="jpg"),
    dict(kind="screen", width=390, scale=3, overs=20, pool="pak", dark=True, file="jpg", messenger=1600),
    dict(kind="photo", of="screen", width=500, scale=2, overs=40, pool="eng"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    form = rng.randrange(2)
    words = Dismissals(caught="ct" if form else "c", c_and_b="c&b", run_out="run out", retired="retired hurt")
    names = Names("initial" if form else "full", "last", "last")
    own, other = match.innings
    view = innings_view(match, own, names, words, bat=["runs"] + (["balls"] if not form else []), bowl=[], falls=False, overs="trim")
    reply = innings_view(match, other, names, words, bat=[], bowl=["maidens"] if form else [], falls=False, overs="trim", extras_total=False, extras_parts=())
    view.truth["bowling"], reply.truth["batting"], reply.truth["did_not_bat"] = [], [], []
    lines = [f"🏏 {own.team} v {other.team} 🏏" if form else "MATCH REPORT ✅", "", f"{match.result}", ""]
    ends = lambda i: f"{i.runs} all out" if i.all_out else (f"{i.runs}-{i.wickets}" if form else f"{i.runs} for {i.wickets}")
    lines += [f"{own.team} {ends(own)} ({view.overs} overs)"]
    for row in view.batting:
        lines.append(f"{row.name} {row.text} {row['runs']}" if form else f"{row.name} - {row.text} - {row['runs']} ({row['balls']})")
    lines += [f"Extras {view.extras}" + (f" ({' '.join(f'{v}{k}' for k, v in view.parts)})" if form and view.parts else "")]
    if not form:
        for key in ("byes", "leg_byes", "wides", "no_balls"):
            view.truth["extras"][key] = None
    if view.dnb:
        lines.append("DNB: " + ", ".join(n for _, n in view.dnb))
    lines += ["", f"{other.team} {ends(other)} ({reply.overs} overs)"]
    for row in reply.bowling:
        lines.append(f"{row.name} {row['overs']}-{row['maidens']}-{row['runs']}-{row['wickets']}" if form else f"{row.name} {row['wickets']} for {row['runs']} ({row['overs']} overs)")
    lines += ["", rng.choice(["Great team effort, thanks to everyone who came down to watch 👏", "Next week away, who is available? Comment below 👇", "Bar open late as usual 🍺"])]
    dark = spec.get("dark")
    back, box, ink, soft = ("#18191a", "#242526", "#e4e6eb", "#b0b3b8") if dark else ("#c9ccd1", "#fff", "#050505", "#65676b")
    likes = rng.randint(12, 160)
    body = f"""<div class="po"><div class="hd"><i data-no-text></i><div><b>{esc(own.team)}</b><div class="s">{rng.randint(1, 22)}h · 🌍</div></div></div><div class="tx">{"<br>".join(esc(l) for l in lines)}</div><div class="ct s"><span>👍❤️ {likes}</span><span>{rng.randint(2, 30)} comments</span></div><div class="bt s"><span>Like</span><span>Comment</span><span>Share</span></div></div>"""
    style = f"""body{{background:{back};font-family:'Open Sans',Roboto,'Noto Color Emoji',sans-serif;font-size:15px;line-height:1.38;color:{ink};padding:10px 0}}.po{{background:{box};padding:12px 0}}.hd{{display:flex;gap:10px;padding:0 16px 8px}}i{{width:40px;height:40px;border-radius:50%;background:conic-gradient(#0a5,#fc0,#0a5)}}.s{{color:{soft};font-size:13px}}.tx{{padding:2px 16px 10px}}.ct,.bt{{display:flex;justify-content:space-between;padding:8px 16px}}.bt{{justify-content:space-around;border-top:1px solid {soft}44}}"""
    return Sheet(document(style, body), card_truth([own.team, other.team], [view, reply], result=match.result))
