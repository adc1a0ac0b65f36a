"""A full scorecard as one picture in a post: a franchise's or a board's design, everybody who batted on it.

BCCI's and ICC's "INNINGS BREAK" and "FULL TIME" cards: one innings with how out in small letters and a strip of the
bowlers, or both innings side by side with a star for not out and the bowlers' figures as 3/24 (4). Sometimes within the
post on a telephone."""

from common import Sheet, absent, choices, document, grid, sides
from match import Match
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-tweetcard"
CARDS = [
    dict(kind="screen", width=1080, scale=1, pool="ind", overs=20, form="one", file="jpg", quality=85),
    dict(kind="screen", width=1200, scale=1, pool="aus", overs=20, form="two", file="jpg", quality=80),
    dict(kind="screen", width=1080, scale=1, pool="women", overs=50, form="two", messenger=1280, file="jpg"),
    dict(kind="screen", width=1080, scale=1, pool="sa", overs=20, form="one", post=True, file="jpg"),
    dict(kind="photo", of="screen", width=1080, scale=1, pool="wi", overs=20, form="one", post=True),
]
LOOKS = [("#0b1f5b", "#1b4fd6", "#ffd23f", "#ffffff"), ("#3a0a4f", "#a3195b", "#ffe08a", "#fff"),
         ("#04342c", "#0c7a5b", "#f6f06a", "#fff"), ("#f4f5f7", "#d9dee8", "#c8102e", "#14213d"),
         ("#101010", "#3b3b3b", "#ff7a00", "#fff")]


def one(match, names, words):
    """One innings: how out beside the name, then the bowlers."""
    view = innings_view(match, match.innings[0], names, words, bat=["runs", "balls"], bowl=[], falls=False,
                        overs="trim", extras_parts=())
    rows = [(f"b0.{k}", [esc(r.name), esc(r.text), f"<b>{r['runs']}</b>", r["balls"]]) for k, r in enumerate(view.batting)]
    dnb = f'<div class="ex" data-t="d0">DID NOT BAT: {absent(view)}</div>' if view.dnb else ""
    low = (f'{dnb}<div class="st"><span>EXTRAS <b>{view.extras}</b></span><span>OVERS <b>{view.overs}</b></span>'
           f"<span>TOTAL <b>{view.innings.runs}/{view.innings.wickets}</b></span></div>")
    bowled = [(f"w0.{k}", [esc(r.name), r["overs"], r["runs"], f"<b>{r['wickets']}</b>"]) for k, r in enumerate(view.bowling)]
    title = f'<div class="ti"><span>{esc(view.team)}</span><small>v {esc(view.innings.fielding_team)}</small></div>'
    return [view], (title + grid(["", "", "R", "B"], rows, (0, 1)) + low + grid(["BOWLING", "O", "R", "W"], bowled))


def half(index, view, balls):
    """A side's half of the picture; a star is all that tells how an innings ended."""
    star = lambda row: "*" if row.batter.how == "not out" else ""
    rows = [(f"b{index}.{k}", [esc(r.name), f"<b>{r['runs']}{star(r)}</b>", *[r["balls"]] * balls])
            for k, r in enumerate(view.batting)]
    bowled = [(f"w{index}.{k}", [esc(r.name), f"<b>{r['wickets']}/{r['runs']}</b>", f"({r['overs']})"])
              for k, r in enumerate(view.bowling)]
    score = f"{view.innings.runs}{'' if view.innings.all_out else f'/{view.innings.wickets}'}"
    return (f'<div class="ha"><div class="ti"><span>{esc(view.team)}</span><span>{score} <small>({view.overs})</small></span>'
            f'</div>{grid([], rows)}<div class="ex">EXTRAS {view.extras}</div><div class="ex">{esc(view.innings.fielding_team)}'
            f" BOWLING</div>{grid([], bowled)}</div>")


def two(rng, match, names, words):
    balls = rng.random() < 0.6
    views = [innings_view(match, i, names, words, bat=["runs", "balls"] if balls else ["runs"], bowl=[], falls=False,
                          overs="trim", extras_parts=(), dismissal=None, dnb="omit", total_wickets=not i.all_out)
             for i in match.innings]
    return views, '<div class="tw">' + "".join(half(k, v, balls) for k, v in enumerate(views)) + "</div>"


def post(spec, body, match):
    """The post round the picture."""
    if not spec.get("post"):
        return body
    return (f'<div class="po"><div class="wh"><i data-no-text></i><div><b>{esc(match.competition)}</b><br>'
            f'<span class="g">@league · 3h</span></div></div><p>What a game at {esc(match.ground)}! Here is the card in full '
            f'<span data-no-text>🏏🔥</span></p></div>{body}<div class="po g">41 replies &nbsp; 212 reposts &nbsp; 1.9K likes</div>')


def style_of(spec, picked):
    dark, mid, mark, ink = picked["look"]
    size = 25 if spec["form"] == "one" else 23
    return f"""body{{font-family:{picked['face']},sans-serif;font-size:{size}px;
background:{'#fff' if spec.get('post') else dark}}}
.cd{{background:linear-gradient({picked['angle']}deg,{dark},{mid});color:{ink};padding:34px 40px;
{'margin:0 24px;border-radius:24px'
if spec.get('post') else ''}}}.to{{display:flex;justify-content:space-between;align-items:baseline;font-size:.8em;letter-spacing:2px}}
h1{{font-size:1.7em;color:{mark};margin:6px 0 16px;text-transform:uppercase}}.ti{{display:flex;
justify-content:space-between;
align-items:baseline;font-size:1.35em;font-weight:700;border-bottom:4px solid {mark};padding-bottom:6px;gap:10px}}
small{{
font-size:.6em;font-weight:400}}table{{width:100%}}td,th{{text-align:right;padding:5px 8px;white-space:nowrap}}
.n{{text-align:left}}
th{{font-size:.7em;color:{mark}}}tr:nth-child(even) td{{background:#8882}}td.n+td.n{{font-size:.72em;opacity:.85}}
.st{{display:flex;
justify-content:space-between;background:{mark};color:{dark if ink == '#fff' or ink == '#ffffff' else '#fff'};
padding:10px 18px;
margin:12px 0}}.tw{{display:flex;gap:44px}}.ha{{flex:1}}.ex{{font-size:.75em;padding:9px 8px 3px;
letter-spacing:1px}}.re{{
text-align:center;font-size:1.15em;font-weight:700;margin-top:20px}}.po{{color:#0f1419;padding:20px 30px;
font-size:30px}}.wh{{display:flex;
gap:16px}}.wh i{{width:80px;height:80px;border-radius:50%;background:{mid}}}.g{{color:#536471}}
.po p{{margin:12px 0}}"""


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, look=LOOKS, angle=[90, 135, 180], rows=["full", "initial"], upper=["all", None, "last"],
                     face=["'Roboto Condensed'", "'Open Sans'", "'Lato'", "'Inter'", "'URW Gothic'"])
    names = Names(picked["rows"], "last", upper=picked["upper"])
    words = Dismissals(run_out=rng.choice(["run out", "run out ({})"]), c_and_b="c & b")
    result = match.result if spec["form"] == "two" else None
    views, card = one(match, names, words) if spec["form"] == "one" else two(rng, match, names, words)
    label = "INNINGS BREAK" if spec["form"] == "one" else "FULL TIME"
    foot = f'<div class="re">{esc(result)}</div>' if result else ""
    body = (f'<div class="cd"><div class="to"><span>{esc(match.competition)}</span><span>{label}</span></div>'
            f"<h1>Scorecard</h1>{card}{foot}</div>")
    truth = card_truth(sides(match), views, result=result, venue=match.ground if spec.get("post") else None)
    return Sheet(document(style_of(spec, picked), post(spec, body, match)), truth)
