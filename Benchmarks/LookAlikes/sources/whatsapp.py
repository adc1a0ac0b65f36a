"""A result forwarded in a messenger, as a screenshot."""
from common import Sheet, document
from match import Match
from names import date
from view import Names, card_truth, esc

LAYOUT = "look-whatsapp"
CARDS = [
    dict(kind="screen", width=390, scale=2, overs=20, pool="eng", form=0),
    dict(kind="screen", width=412, scale=2.6, overs=40, pool="pak", form=1, file="jpg", messenger=1600),
    dict(kind="screen", width=375, scale=3, overs=20, pool="ind", form=2, dark=True),
]
EMPTY = dict(captain=None, keeper=None, dismissal=None, fielder=None, bowler=None, fours=None, sixes=None, minutes=None, strike_rate=None)


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    name = (lambda p, squad: p.form("initial")) if spec["form"] != 1 else (lambda p, squad: p.form("last") if sum(q.family == p.family for q in squad) == 1 else p.form("initial"))
    lines, truths = [], []
    form = spec["form"]
    for innings in match.innings:
        overs = innings.overs[:-2] if innings.overs.endswith(".0") else innings.overs
        best = sorted([b for b in innings.batters if b.how != "did not bat"], key=lambda b: -b.runs)[:rng.choice([2, 3])]
        took = [b for b in sorted(innings.bowlers, key=lambda b: (-b.wickets, b.runs)) if b.wickets][:rng.choice([1, 2])] or innings.bowlers[:1]
        bats = [(name(b.person, match.squads[match.teams.index(innings.team)]), b) for b in best]
        bowls = [(name(b.person, innings.fielding), b) for b in took]
        star = lambda b: "*" if b.how == "not out" else ""
        if form == 0:
            score = f"{innings.runs}/{innings.wickets} ({overs})"
            text = f"{innings.team} {score} - " + ", ".join(f"{n} {b.runs}{star(b)}({b.balls})" for n, b in bats) + "; " + ", ".join(f"{n} {b.wickets}-{b.runs}" for n, b in bowls)
            lines.append(esc(text))
        elif form == 1:
            score = f"{innings.runs} all out" if innings.all_out else f"{innings.runs}-{innings.wickets}"
            lines.append(f"<b>{esc(innings.team)}</b> {score} ({overs} overs)")
            lines.append(esc(", ".join(f"{n} {b.runs}{star(b)}" for n, b in bats)))
            lines.append(esc(", ".join(f"{n} {b.wickets}/{b.runs}" for n, b in bowls)))
            lines.append("")
        else:
            lines.append(f"🏏 <b>{esc(innings.team)}</b>")
            lines.append(f"{innings.runs}/{innings.wickets} ({overs} overs)")
            lines += [f"{esc(n)} {b.runs}{star(b)} ({b.balls})" for n, b in bats]
            lines += [f"{esc(n)} {b.wickets}/{b.runs} ({b.overs[:-2] if b.overs.endswith('.0') else b.overs})" for n, b in bowls]
            lines.append("")
        balls = form in (0, 2)
        truths.append({"team": innings.team, "total": {"runs": innings.runs, "wickets": innings.wickets, "overs": overs, "declared": None},
                       "extras": {k: None for k in ("total", "byes", "leg_byes", "wides", "no_balls", "penalty")},
                       "batting": [{"player": n, **EMPTY, "how_out": "not out" if b.how == "not out" else None, "runs": b.runs, "balls": b.balls if balls else None} for n, b in bats],
                       "did_not_bat": [], "fall_of_wickets": [],
                       "bowling": [{"player": n, "overs": (b.overs[:-2] if b.overs.endswith(".0") else b.overs) if form == 2 else None, "maidens": None, "runs": b.runs, "wickets": b.wickets, "wides": None, "no_balls": None, "economy": None} for n, b in bowls]})
    result = match.result
    lines.append(f"<b>{esc(result)}</b>" if form != 0 else esc(result))
    dark = spec.get("dark")
    chat = ["Well played lads 👏👏", "What a finish", "Anyone seen my pads?", "Teas were good too", "Training Thursday 6pm?"]
    friend = rng.choice(["Skipper", "Gaz", "Bilal", "Imran bhai", "Coach Dave"])
    clock = lambda: f"{rng.randint(18, 22)}:{rng.randint(10, 59)}"
    bubble = lambda who, text, mine=False, fwd=False: f'<div class="b {"m" if mine else ""}">{f"<div class=w>{who}</div>" if who else ""}{"<div class=fw>↪ Forwarded</div>" if fwd else ""}<div>{text}</div><div class="t">{clock()}</div></div>'
    body = f'<div class="top"><div class="st"><span>{clock()}</span><span>{rng.randint(20, 95)}%</span></div><div class="ch">‹ &nbsp;Saturday XI Group</div></div><div class="bg">' + bubble(friend, "How did we get on?") + bubble("", "<br>".join(lines), mine=rng.random() < 0.4, fwd=rng.random() < 0.7) + bubble(friend, rng.choice(chat)) + "</div>"
    back, theirs, mine, ink, soft, bar = ("#0b141a", "#202c33", "#005c4b", "#e9edef", "#8696a0", "#202c33") if dark else ("#efeae2", "#fff", "#d9fdd3", "#111b21", "#667781", "#075e54")
    style = f"""body{{font-family:Roboto,'Noto Sans','Noto Color Emoji',sans-serif;font-size:15px;line-height:1.38;color:{ink};background:{back}}}.top{{background:{bar};color:#fff;padding:8px 14px 12px}}.st{{display:flex;justify-content:space-between;font-size:13px;margin-bottom:8px}}.ch{{font-size:18px}}.bg{{padding:14px 10px 60px;display:flex;flex-direction:column;gap:8px}}.b{{background:{theirs};border-radius:9px;padding:7px 10px;max-width:88%;align-self:flex-start}}.m{{background:{mine};align-self:flex-end}}.w{{color:#d0643b;font-size:13px;font-weight:500}}.fw{{color:{soft};font-size:12px;font-style:italic}}.t{{text-align:right;color:{soft};font-size:11px}}"""
    truth = card_truth([i.team for i in match.innings], [], result=result)
    truth["innings"] = truths
    return Sheet(document(style, body), truth)
