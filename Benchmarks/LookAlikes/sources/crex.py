"""Phone apps of today, light and dark: faces, flags, pills, tabs; how out under the name."""

from common import SANS, Sheet, document
from match import Match
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-crex"
CARDS = [
    dict(kind="screen", width=400, scale=3, pool="ind", overs=20, form=0, dark=True),
    dict(kind="screen", width=412, scale=2, pool="aus", overs=50, form=1, file="jpg"),
    dict(kind="screen", width=390, scale=3, pool="wi", overs=20, form=1, dark=True, height=844),
    dict(kind="screen", width=420, scale=2.5, pool="pak", overs=20, form=0),
    dict(kind="photo", of="screen", width=400, scale=2.5, pool="sa", overs=20, form=0, height=830, dark=True),
]
FLAGS = "🇮🇳 🇵🇰 🇱🇰 🇦🇺 🇿🇦 🇳🇿 🏴󠁧󠁢󠁥󠁮󠁧󠁿 🇧🇩".split()
HEADS = {
    "runs": "R",
    "balls": "B",
    "fours": "4s",
    "sixes": "6s",
    "strike_rate": "SR",
    "overs": "O",
    "maidens": "M",
    "wickets": "W",
    "economy": "ER",
}


def short(team):
    words = team.replace(".", "").split()
    return ("".join(w[0] for w in words) if len(words) > 2 else words[0][:3]).upper()


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    form, shown = spec["form"], rng.randrange(2)
    words = Dismissals(run_out="run out ({})", c_and_b="c & b")
    names = Names("full" if form == 0 else "initial", rng.choice(["last", "initial"]), "full" if form == 0 else "last")
    bat = ["runs", "balls", "fours", "sixes", "strike_rate"]
    bowl = ["overs", "maidens", "runs", "wickets", "economy"]
    view = innings_view(
        match,
        match.innings[shown],
        names,
        words,
        bat=bat,
        bowl=["maidens", "economy"],
        falls="over",
        dnb="list",
        overs=rng.choice(["full", "trim"]),
        extras_zero=form == 0,
        economy=rng.choice([1, 2]),
        extras_parts=("byes", "leg_byes", "wides", "no_balls"),
    )
    innings = view.innings
    face = "<s data-no-text><u></u><u></u></s>"
    cell = lambda r, keys, strong: "".join(f'<span class="c{" r" if k == strong else ""}">{r[k]}</span>' for k in keys)
    batting = "".join(
        f'<div class="ro" data-t="b0.{k}">{face}<div class="n"><b>{esc(r.name)}</b><em>{esc(r.text)}</em></div>'
        f"{cell(r, bat, 'runs')}</div>"
        for k, r in enumerate(view.batting)
    )
    bowling = "".join(
        f'<div class="ro" data-t="w0.{k}">{face}<div class="n"><b>{esc(r.name)}</b></div>'
        f"{cell(r, bowl, 'wickets')}</div>"
        for k, r in enumerate(view.bowling)
    )
    head = lambda word, keys: (
        f'<div class="ro h"><div class="n">{word}</div>'
        + "".join(f'<span class="c">{HEADS[k]}</span>' for k in keys)
        + "</div>"
    )
    parts = ", ".join(f"{k} {v}" for k, v in view.parts)
    extras = f"<b>{view.extras}</b> ({parts})" if form == 0 else f"{view.extras} ({parts})"
    yet = ""
    if view.dnb:
        word = "Yet to bat" if form == 0 else "Did not bat"
        pills = (
            "".join(f'<span class="pi">{esc(n)}</span>' for n, _ in view.dnb)
            if form == 0
            else ", ".join(esc(n) for n, _ in view.dnb)
        )
        yet = f'<div class="ca">{word}</div><div class="yb" data-t="d0">{pills}</div>'
    if form == 0:
        falls = '<div class="ro h"><div class="n">FALL OF WICKETS</div><span class="w2">SCORE</span>'
        falls += '<span class="w2">OVERS</span></div>'
        falls += "".join(
            f'<div class="ro" data-t="f0"><div class="n">{esc(r.name)}</div><span class="w2">{r["runs"]}-'
            f"{r['wicket']}</span>"
            f'<span class="w2">{r["over"]}</span></div>'
            for r in view.falls
        )
    else:
        falls = '<div class="ca">Fall of wickets</div>' + "".join(
            f'<div class="ro" data-t="f0"><span class="k">{r["wicket"]}</span><div class="n">{esc(r.name)}</div><span '
            f'class="w2">'
            f'{r["over"]} ov</span><span class="w2 r">{r["runs"]}/{r["wicket"]}</span></div>'
            for r in view.falls
        )
    flags = rng.sample(FLAGS, 2)
    sep = "-" if form == 0 else "/"
    total = lambda i: f"{i.runs}{sep}{i.wickets}"
    overs = lambda i: view.overs if i is innings else i.overs
    sides = "".join(
        f'<div class="tm"><span data-no-text class="fl">{flags[k]}</span><b>{short(i.team)}</b><span class="sc">'
        f"{total(i)}</span>"
        f"<small>{overs(i)}</small></div>"
        for k, i in enumerate(match.innings)
    )
    pills = "".join(
        f'<span class="pi{" on" if k == shown else ""}">{esc(i.team)} <b>{total(i)}</b> ({overs(i)})</span>'
        for k, i in enumerate(match.innings)
    )
    tabs = (
        ("Info", "Live", "<b>Scorecard</b>", "Overs", "Points")
        if form == 0
        else ("Details", "<b>Scorecard</b>", "Lineups", "Media")
    )
    body = (
        f'<div class="st" data-no-text><span>9:41</span><span>▮▮▯ 5G</span></div><div class="ap"><span '
        f"data-no-text>‹</span> "
        f"{short(match.teams[0])} vs {short(match.teams[1])} <small>{esc(match.competition)}</small></div><div "
        f'class="hd">{sides}</div>'
        f'<div class="re" data-t="h/result">{esc(match.result)}</div><div class="tb">'
        f"{''.join(f'<span>{t}</span>' for t in tabs)}</div>"
        f'<div class="ps" data-t="i0">{pills}</div><section>{head("Batter" if form == 0 else "Batting", bat)}'
        f'{batting}<div class="ln" '
        f'data-t="x0"><span>Extras</span><span>{extras}</span></div><div class="ln t" data-t="t0"><span>Total'
        f"</span><span>"
        f"{total(innings)} ({view.overs}{' ov' if form else ''})</span></div>{yet}</section><section>"
        f"{head('Bowler' if form == 0 else 'Bowling', bowl)}"
        f"{bowling}</section><section>{falls}</section>"
    )
    back, page, ink, soft, line, mark = (
        rng.choice(
            [
                ("#0f1319", "#1a212c", "#eef2f6", "#8f9bab", "#28313e", "#2b6cff"),
                ("#141414", "#1f1f1f", "#f1f1f1", "#9a9a9a", "#303030", "#f5a623"),
            ]
        )
        if spec.get("dark")
        else (
            rng.choice(
                [
                    ("#f0f3f8", "#fff", "#18202b", "#707a86", "#e6eaf0", "#1565c0"),
                    ("#edf1f6", "#fff", "#222226", "#7a7f87", "#eceff3", "#374df5"),
                ]
            )
        )
    )
    style = f"""body{{font-family:{rng.choice(["'Roboto'", "'Inter'", SANS])},sans-serif;font-size:13px;
background:{back};color:{ink};
padding-bottom:20px}}.st{{display:flex;justify-content:space-between;padding:8px 20px;font-size:13px}}
.ap{{padding:8px 14px;font-size:16px;
font-weight:600}}.ap small{{font-size:11px;color:{soft};margin-left:8px;font-weight:400}}.hd{{display:flex;
justify-content:space-between;
padding:10px 16px}}.tm{{display:flex;align-items:center;gap:7px}}.fl{{font-size:24px}}.sc{{font-size:19px;
font-weight:700}}small{{color:{soft}}}
.re{{text-align:center;color:{mark};padding:4px 0 10px}}.tb{{display:flex;justify-content:space-around;
border-bottom:1px solid {line};
color:{soft}}}.tb span{{padding:8px 0}}.tb b{{color:{ink};border-bottom:2px solid {mark};padding-bottom:8px}}
.ps{{display:flex;gap:8px;
padding:10px 12px;flex-wrap:wrap}}.pi{{border:1px solid {line};background:{page};border-radius:16px;padding:6px 11px;
font-size:12px}}
.on{{background:{mark};color:#fff;border-color:{mark}}}section{{background:{page};border-radius:10px;margin:8px 10px;
padding:4px 10px}}
.ro{{display:flex;align-items:center;border-bottom:1px solid {line};padding:6px 0;gap:3px}}.n{{flex:1;min-width:0}}
.n b{{font-weight:500;
display:block}}em{{font-style:normal;color:{soft};font-size:11px;display:block}}.c{{width:29px;text-align:right}}
.c:last-child{{width:46px}}
.r{{font-weight:700}}.h,.ca{{color:{soft};font-size:11px}}.ca{{padding:9px 0 5px}}.ln{{display:flex;
justify-content:space-between;padding:8px 0;
border-bottom:1px solid {line}}}.t{{font-weight:700}}.yb{{display:flex;flex-wrap:wrap;gap:6px;padding-bottom:8px}}
.w2{{width:66px;
text-align:right}}.k{{width:18px;color:{soft}}}s{{width:26px;height:26px;border-radius:50%;background:{line};
position:relative;
overflow:hidden;margin-right:5px;flex:none}}s u{{position:absolute;background:{soft};border-radius:50%;left:8px;top:5px;
width:10px;height:10px}}
s u+u{{left:3px;top:17px;width:20px;height:20px}}"""
    if form == 1:
        style += ".yb{display:block}"
    other = match.innings[1 - shown]
    view.truth["total"]["wickets"] = innings.wickets
    alone = {
        "team": other.team,
        "total": {"runs": other.runs, "wickets": other.wickets, "overs": other.overs, "declared": None},
        "extras": {k: None for k in view.truth["extras"]},
        "batting": [],
        "did_not_bat": [],
        "bowling": [],
        "fall_of_wickets": [],
    }
    truth = card_truth([i.team for i in match.innings], [view], result=match.result)
    truth["innings"].insert(1 - shown, alone)
    if shown == 1:  # the tags count the innings of the truth
        body = body.replace('data-t="b0.', 'data-t="b1.').replace('data-t="w0.', 'data-t="w1.')
        for key in "xtdf":
            body = body.replace(f'data-t="{key}0"', f'data-t="{key}1"')
    return Sheet(document(style, body), truth)
