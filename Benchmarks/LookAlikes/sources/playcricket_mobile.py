"""A league platform's app and site on a telephone: rows that open, each with its chevron; some are open."""

from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-pcmobile"
CARDS = [
    dict(kind="screen", width=390, scale=3, pool="eng", overs=45),
    dict(kind="screen", width=412, scale=2, pool="eng", overs=20, file="jpg", height=915),
    dict(kind="screen", width=375, scale=2, pool="women", overs=20, site=True),
    dict(kind="screen", width=428, scale=2, pool="eng", overs=40, site=True, file="jpg"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    site, shown = spec.get("site", False), rng.randrange(2)
    words = Dismissals(
        caught=rng.choice(["c", "ct"]), c_and_b="c&b", run_out="run out ({})", not_out="not out", dnb="did not bat"
    )
    names = Names("full", "full" if rng.random() < 0.5 else "initial", "full")
    eleven = rng.choice(["1st XI", "2nd XI", "Sunday XI"]) if spec["pool"] != "women" else "Women's XI"
    played = match.innings if site else [match.innings[shown]]
    views = [
        innings_view(
            match,
            i,
            names,
            words,
            bat=["runs", "balls", "fours", "sixes", "strike_rate"],
            bowl=["maidens", "wides", "no_balls", "economy"],
            falls="over" if site else False,
            dnb="rows",
            overs="trim",
            marks=("*", "†"),
            economy=2,
            team=f"{i.team} - {eleven}",
        )
        for i in played
    ]
    result = f"{match.winner} - {eleven} won by {match.margin}" if match.winner else "Match tied"
    when = f"Saturday {date(rng, 'long', (2017, 2025))}"
    sections = ""
    for index, view in enumerate(views):
        innings, rows = view.innings, ""
        opened = set(rng.sample(range(len(view.batting)), rng.choice([1, 2, 3])))
        for k, row in enumerate(view.batting):
            batted = row.batter.how != "did not bat"
            more = ""
            if k in opened and batted:
                more = "".join(
                    f"<span>{w} <b>{row[c]}</b></span>"
                    for w, c in (("4s", "fours"), ("6s", "sixes"), ("S/R", "strike_rate"))
                )
                more = f'<div class="op">{more}</div>'
            else:
                row.truth.update(fours=None, sixes=None, strike_rate=None)
            score = f"<b>{row['runs']}</b> <small>({row['balls']})</small>" if batted else ""
            rows += (
                f'<div class="rw" data-t="b{index}.{k}"><div class="ln"><div class="n"><a>{esc(row.name)}</a><em>'
                f"{esc(row.text)}</em></div>"
                f'<span class="s">{score}</span><i data-no-text>{"⌃" if more else "⌄"}</i></div>{more}</div>'
            )
        bowling = ""
        opened = set(rng.sample(range(len(view.bowling)), 1))
        for k, row in enumerate(view.bowling):
            more = ""
            if k in opened:
                more = "".join(
                    f"<span>{w} <b>{row[c]}</b></span>"
                    for w, c in (("Wides", "wides"), ("No balls", "no_balls"), ("Econ", "economy"))
                )
                more = f'<div class="op">{more}</div>'
            else:
                row.truth.update(wides=None, no_balls=None, economy=None)
            told = "".join(f'<span class="q">{row[c]}</span>' for c in ("overs", "maidens", "runs", "wickets"))
            bowling += (
                f'<div class="rw" data-t="w{index}.{k}"><div class="ln"><div class="n"><a>{esc(row.name)}</a>'
                f"</div>{told}"
                f"<i data-no-text>{'⌃' if more else '⌄'}</i></div>{more}</div>"
            )
        parts = ", ".join(f"{v}{k}" for k, v in view.parts)
        falls = ""
        if view.falls:
            falls = (
                f'<div class="ca">FALL OF WICKETS</div><div class="fw" data-t="f{index}">'
                + ", ".join(f"{r['runs']}-{r['wicket']} ({esc(r.name)}, {r['over']})" for r in view.falls)
                + "</div>"
            )
        down = "all out" if innings.all_out else f"for {innings.wickets}"
        sections += (
            f'<div class="bar" data-t="i{index}">{esc(view.team)}</div><div class="ca sp"><span>BATTING'
            f"</span><span>R (B)</span></div>{rows}"
            f'<div class="tt" data-t="x{index}"><span>EXTRAS <small>{parts}</small></span><b>{view.extras}'
            f'</b></div><div class="tt" '
            f'data-t="t{index}"><span>TOTAL <small>{down}, {view.overs} overs</small></span><b>{innings.runs}'
            f'</b></div>{falls}<div class="ca sp">'
            f'<span>BOWLING</span><span class="qs"><span class="q">O</span><span class="q">M</span><span '
            f'class="q">R</span><span class="q">W</span>'
            f"</span></div>{bowling}"
        )
    green = rng.choice(["#00684a", "#0b6b3a", "#0a3a6b", "#5b1a75"])
    a, b = match.innings[0].team, match.innings[1].team
    head = "".join(
        f'<div class="te"><span class="cr" data-no-text></span><div>{esc(t)} - {eleven}</div></div>' for t in (a, b)
    )
    tabs = "".join(f"<span>{t}</span>" for t in ("<b>SCORECARD</b>", "BALL BY BALL", "ANALYSIS", "MEDIA"))
    url = (
        '<div class="ur" data-no-text>🔒 league.play-cricket.invalid</div>'
        if site
        else '<div class="st" data-no-text>10:24 <span>▂▄▆ 78%</span></div>'
    )
    body = (
        f'{url}<div class="hd"><div class="co">{esc(match.competition)}</div>{head}<div class="wh" '
        f'data-t="h/date">{when}</div><div data-t="h/venue">'
        f'{esc(match.ground)}</div><div class="re" data-t="h/result">{esc(result)}</div></div><div class="tb">'
        f"{tabs}</div>{sections}"
    )
    style = f"""body{{font-family:{rng.choice(["'Open Sans'", "'Lato'", "'Roboto'"])},sans-serif;font-size:13.5px;
color:#222;background:#fff;padding-bottom:24px}}
.ur{{background:#eee;padding:9px 16px;font-size:13px;text-align:center}}.st{{background:{green};color:#fff;
padding:6px 16px;display:flex;
justify-content:space-between}}.hd{{background:{green};color:#fff;text-align:center;padding:10px 14px 14px;
line-height:1.5}}.co{{font-size:12px;opacity:.9}}
.te{{display:flex;gap:9px;align-items:center;font-size:15px;font-weight:600;margin:5px 0}}.cr{{width:26px;height:26px;
border-radius:50%;background:#fff5}}
.re{{font-weight:700;margin-top:4px}}.tb{{display:flex;gap:16px;padding:0 14px;border-bottom:1px solid #ddd;
font-size:11.5px;color:#777}}.tb span{{padding:10px 0}}
.tb b{{color:{green};border-bottom:2px solid {green};padding-bottom:10px}}.bar{{background:#f1f3f2;padding:10px 14px;
font-weight:700;margin-top:10px;
border-left:4px solid {green}}}.ca{{padding:10px 14px 4px;font-size:11px;color:#777;letter-spacing:.4px}}
.sp{{display:flex;justify-content:space-between;
padding-right:40px}}.rw{{border-bottom:1px solid #e8e8e8;padding:7px 14px}}.ln{{display:flex;align-items:center}}
.n{{flex:1}}a{{color:{green};font-weight:600}}
em{{display:block;font-style:normal;color:#666;font-size:12px}}.s b{{font-size:15px}}small{{color:#777}}i{{width:26px;
text-align:right;font-style:normal;color:#999}}
.op{{display:flex;gap:22px;background:#f6f8f7;padding:6px 8px;margin-top:6px;font-size:12px;color:#555}}
.tt{{display:flex;justify-content:space-between;
padding:8px 40px 8px 14px;border-bottom:1px solid #ddd;font-weight:600}}.fw{{padding:2px 14px 6px;font-size:12.5px;
line-height:1.6}}.q{{width:31px;
text-align:right;display:inline-block}}"""
    truth = card_truth(
        [f"{t} - {eleven}" for t in (a, b)], views, result=result, venue=match.ground, date=when.split(" ", 1)[1]
    )
    return Sheet(document(style, body), truth)
