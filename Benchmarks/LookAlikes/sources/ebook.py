"""A page of an electronic book: a chapter on a famous match and its card as the converter left it.

Kindle and Kobo pages of cricket biographies: large serif, a narrow page, how out under or beside the name, hairlines or
nothing, a footer with location and per cent; grey on the paper-like screen, sepia or black in the telephone's app. The
page may end at the total: falls and bowling are then on the next one."""

from common import (ANALYSIS, Sheet, absent, batting_rows, bowling_rows, choices, document, ending, falls, grid,
                    joined, sides, written)
from match import Match
from view import Dismissals, card_truth, esc, innings_view

LAYOUT = "look-ebook"
CARDS = [
    dict(kind="screen", width=560, scale=2, pool="eng", overs=50, ends="total", look="ink"),
    dict(kind="screen", width=412, scale=2.5, pool="ind", overs=50, look="dark"),
    dict(kind="photo", of="screen", width=560, scale=2, pool="aus", overs=60, look="ink"),
    dict(kind="screen", width=412, scale=3, pool="wi", overs=50, ends="total", look="sepia", file="jpg"),
    dict(kind="text", pool="sa", overs=55, paper="A5", margin="14mm", look="white"),
]
LOOKS = {"ink": ("#e9e9e4", "#1d1d1d"), "dark": ("#000", "#c9c9c9"), "sepia": ("#fbf0d9", "#4f3b24"), "white": ("#fff", "#111")}


def told(view, under):
    """How out beside the name, or under it in italics."""
    if not under:
        return batting_rows(0, view, ["runs"])
    return [(f"b0.{k}", [f"{esc(r.name)}<br><i>{esc(r.text)}</i>", r["runs"]]) for k, r in enumerate(view.batting)]


def below(view):
    dnb = f'<p class="s"><i>Did not bat:</i> {absent(view)}.</p>' if view.dnb else ""
    fell = f'<p class="s"><i>Fall of wickets:</i> {falls(view, "{wicket}-{runs}")}.</p>'
    bowled = grid(["<i>Bowling</i>", *(f"<i>{c}</i>" for c in "OMRW")], bowling_rows(0, view, ANALYSIS), name="bo")
    return dnb + fell + bowled


def card(view, under, part):
    innings = view.innings
    parts = joined(view.parts, part)
    more = [] if under else [f"({parts})" if parts else ""]
    end = ending(innings, few="{} wickets", one="{} wicket")
    if under:
        first = f"Extras<br><i>({parts})</i>" if parts else "Extras"
        last = [f"<b>Total</b><br><i>({end}, {view.overs} overs)</i>"]
    else:
        first, last = "Extras", ["<b>Total</b>", f"({end}, {view.overs} overs)"]
    rows = told(view, under) + [("x0", [first, *more, view.extras]), ("t0", [*last, f"<b>{innings.runs}</b>"])]
    return f"<h2>{esc(view.team)}</h2>{grid([], rows, (0,) if under else (0, 1))}"


def prose(rng, match):
    lines = ["I had slept badly, and the bus to the ground was late. We dressed in silence.",
             "Nobody in our dressing room spoke of the night before, and the kettle went round twice.",
             "My father kept the cutting in his wallet for the rest of his life."]
    return f"<p>{rng.choice(lines)} What follows is the card as the scorer wrote it that evening at {esc(match.ground)}.</p>"


def style_of(picked, spec):
    back, ink = LOOKS[spec["look"]]
    size = 15 if spec["kind"] == "text" else 17 if spec["width"] > 500 else 14
    return f"""body{{font-family:{picked['face']},serif;font-size:{size}px;line-height:{picked['line']};color:{ink};
background:{back};
padding:{'0' if spec['kind'] == 'text' else '22px 22px 60px'};position:relative;
min-height:{0 if spec['kind'] == 'text' else
round(spec['width'] * 1.5)}px}}h1{{font-size:1.25em;text-align:center;font-weight:400;letter-spacing:2px;
margin:4px 0 14px}}h2{{font-size:1em;margin:10px 0 4px}}p{{margin:0 0 8px;text-align:justify;text-indent:1.2em}}
.s{{text-indent:0;
text-align:left;margin:7px 0}}table{{width:100%}}td,th{{text-align:right;padding:{1 + picked['rule']}px 4px;
vertical-align:top;
font-weight:400;{'border-bottom:1px solid #8886' if picked['rule'] else ''}}}.n{{text-align:left}}
td.n i{{font-size:.86em}}
.bo td,.bo th{{padding-left:10px}}.fo{{font:12px 'Liberation Sans';opacity:.7;display:flex;
justify-content:space-between;
{'' if spec['kind'] == 'text' else 'position:absolute;left:22px;right:22px;bottom:14px'}}}"""


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, face=["'Caladea'", "'Noto Serif'", "'Linux Libertine O'", "'P052'"], line=[1.3, 1.4], rule=[0, 1],
                     rows=["dotted", "last", "full", "initial_dot"], part=["{k} {v}", "{k}{v}"], under=[True, False])
    names = written(match, picked["rows"])
    words = Dismissals(c_and_b="c and b", run_out="run out", hit_wicket="hit wicket b")
    view = innings_view(match, match.innings[0], names, words, bat=["runs"], bowl=["maidens"], falls="runs", overs="trim")
    foot = f"<span>Loc {rng.randint(900, 4800)} of {rng.randint(4900, 7000)}</span><span>{rng.randint(12, 92)}%</span>"
    numeral = rng.choice(["SEVEN", "TWELVE", "XIV", "THE FINAL", "A LONG DAY"])
    under = picked["under"] and spec["kind"] != "text"
    a, b = sides(match)
    more = below(view)
    if spec.get("ends"):
        view.truth.update(did_not_bat=[], bowling=[], fall_of_wickets=[])
        more = ""
    body = (f"<h1>{numeral}</h1>{prose(rng, match)}<p><b>{esc(a)} v. {esc(b)}</b></p>"
            f'{card(view, under, picked["part"])}{more}<div class="fo" {"" if spec["kind"] == "text" else "data-no-text"}>{foot}</div>')
    return Sheet(document(style_of(picked, spec), body), card_truth([a, b], [view], venue=match.ground))
