"""An Indian news site's page with a scoreboard put in: adverts, share buttons, other stories, a notice about cookies.

NDTV Sports, Times of India, News18: the headline of a story, below it a box with tabs of the sides; BATTERS R B M? 4s 6s SR, how out small
under the name, `EXTRAS 8 (b 1, lb 2, w 5)`, `TOTAL 187/5 (20.0 Overs)`, FALL OF WICKETS as rows, BOWLERS O M R W WD NB ECON, a sidebar."""

from common import Sheet, absent, choices, document, grid, joined, sides, views_of
from match import Match
from names import date
from names6 import CODES, initials, international
from view import Dismissals, Names, card_truth, esc
import names as pool

LAYOUT = "look-newswidget"
CARDS = [
    dict(kind="screen", width=1180, scale=1.2, overs=20),
    dict(kind="screen", width=420, scale=1.8, overs=20, file="jpg", quality=76),
    dict(kind="text", overs=50),
    dict(kind="photo", of="screen", width=1000, scale=1.5, overs=20),
    dict(kind="screen", width=800, scale=1.4, overs=50, file="jpg", quality=70),
]
HEADLINES = ["{} script memorable win, keep play-off hopes alive", "{} hold nerve in last-over thriller", "Clinical {} brush aside rivals to go top", "{} cruise to victory after bowlers set the tone"]
OTHERS = ["Selectors meet on Tuesday to pick squad for tour", "Watch: Fan takes stunning one-handed catch in stands", "Weather update: will rain play spoilsport again?", "Opener set to miss two weeks with hamstring strain"]


def block(index, view, columns, letters, bowl, picked):
    rows = [(f"b{index}.{k}", [f"{esc(r.name)}<em>{esc(r.text)}</em>", f"<b>{r['runs']}</b>", *(r[c] for c in columns[1:])]) for k, r in enumerate(view.batting)]
    parts = joined(view.parts, picked["part"])
    out = f"<h3 data-t=i{index}><span>{esc(view.team)}{picked['word']}</span></h3>" + grid(["BATTERS", *(letters[c] for c in columns)], rows)
    out += f"<div class=ln data-t=x{index}><b>EXTRAS</b><span><b>{view.extras}</b>{f' ({parts})' if parts else ''}</span></div>"
    out += f"<div class='ln t' data-t=t{index}><b>TOTAL</b><span><b>{view.innings.runs}/{view.innings.wickets}</b> ({view.overs} Overs{f', RR: {view.innings.rate:.2f}' if picked['rr'] else ''})</span></div>"
    if view.dnb:
        out += f"<div class=dn data-t=d{index}><b>{picked['dnb']}</b> {absent(view)}</div>"
    bowls = [(f"w{index}.{k}", [esc(r.name), *(r[c] for c in bowl)]) for k, r in enumerate(view.bowling)]
    out += grid(["BOWLERS", *(letters[c] for c in bowl)], bowls)
    if view.falls:
        out += f"<div data-t=f{index}>" + grid(["FALL OF WICKETS", "SCORE", "OVERS"], [("", [esc(r.name), f"{r['runs']}/{r['wicket']}", r["over"]]) for r in view.falls]) + "</div>"
    return out


def aside(rng):
    clubs = rng.sample(pool.POOLS["ind"][2], 4)
    table = grid(["Team", "P", "W", "L", "Pts"], [("", [esc(c), 8, 8 - k, k, 16 - 2 * k]) for k, c in enumerate(clubs)])
    return ("<aside><div class=ad data-no-text>ADVERTISEMENT<br><b>Big Festive Sale</b><br>UP TO 60% OFF</div><h4>Points table</h4>" + table + "<h4>Also read</h4>" +
            "".join(f"<p>{t}</p>" for t in rng.sample(OTHERS, 3)) + "</aside>")


def draw(rng, spec):
    match = international(rng, spec["overs"]) if rng.random() < 0.5 else Match(rng, "ind", spec["overs"])
    narrow, paper = spec.get("width", 900) < 500, spec["kind"] == "text"
    picked = choices(rng, part=["{k} {v}", "{v}{k}", "{k}: {v}"], word=["", " Innings"], rr=[True, False], dnb=["Did not bat:", "Yet to bat:"], colour=["#d6001c", "#0f4d8c", "#e15b00", "#00695c"], rows=["full", "initial"])
    columns = ["runs", "balls", *(["minutes"] if not narrow and rng.random() < 0.3 else []), "fours", "sixes", "strike_rate"]
    letters = dict(runs="R", balls="B", minutes="M", fours="4s", sixes="6s", strike_rate="SR", overs="O", maidens="M", wickets="W", economy="ECON", wides="WD", no_balls="NB")
    bowl = ["overs", "maidens", "runs", "wickets", *(["no_balls", "wides"] if not narrow else []), "economy"]
    views = views_of(match, Names(picked["rows"], rng.choice(["last", picked["rows"]]), picked["rows"]), Dismissals(c_and_b="c & b", run_out="run out ({})"), bat=columns,
                     bowl=[b for b in bowl if b not in ("overs", "runs", "wickets")], marks=rng.choice([(" (c)", " (wk)"), ("", "")]))
    when = date(rng, "us", (2020, 2025))
    codes = [CODES.get(t, initials(t)) for t in sides(match)]
    headline = esc(rng.choice(HEADLINES).format(match.winner or match.teams[0]))
    top = ("<header data-no-text><b>SportsDay24</b><span>Home</span><span>Cricket</span><span>Football</span><span>Videos</span><span>Live TV</span></header>"
           f"<div class=cr>Home › Cricket › Scorecard</div><h1>{headline}</h1><div class=sh data-no-text><i>f</i><i>𝕏</i><i>in</i><i>✆</i></div>")
    box = (f"<div class=box><div class=bt>{esc(match.teams[0])} vs {esc(match.teams[1])}, {esc(match.competition)}<br><em>{esc(match.ground)}, {when}</em></div><div class=rs>{esc(match.result)}</div>"
           f"<div class=tb data-no-text><span class=on>{codes[0]}</span><span>{codes[1]}</span><span>Commentary</span><span>Graphs</span></div>")
    cards = []
    for index, view in enumerate(views):
        cards.append(block(index, view, columns, letters, bowl, picked))
    advert = '<div class=ad data-no-text>ADVERTISEMENT<br><b>Play fantasy cricket</b> Install now</div>'
    cookie = "" if paper else "<div class=ck>We use cookies and similar technologies to personalise content. <u>Accept</u> <u>Manage</u></div>"
    style = f"""body{{font-family:'Roboto','Noto Sans','Liberation Sans',sans-serif;font-size:13.5px;color:#222;background:#fff}}header{{background:{picked['colour']};color:#fff;display:flex;gap:20px;padding:11px 18px;overflow:hidden}}
.cr{{color:#888;font-size:11px;padding:8px 18px 0}}h1{{font-size:{21 if narrow else 28}px;margin:6px 18px;line-height:1.2}}.sh{{padding:0 18px}}.sh i{{display:inline-block;width:26px;height:26px;border-radius:13px;background:#345;color:#fff;text-align:center;font-style:normal;
line-height:26px;margin-right:6px;font-size:12px}}main{{display:flex;gap:18px;padding:12px {4 if narrow else 18}px}}.box{{flex:1;border:1px solid #ddd;border-radius:6px;min-width:0;align-self:flex-start}}.bt{{padding:9px 12px;font-weight:700}}em{{font-style:normal;font-weight:400;color:#777;
font-size:11.5px}}.rs{{padding:0 12px 8px;color:{picked['colour']}}}.tb{{display:flex;border-bottom:1px solid #ddd}}.tb span{{padding:8px 16px;color:#666}}.tb .on{{color:{picked['colour']};border-bottom:3px solid {picked['colour']}}}
h3{{margin:0;background:#f2f2f2;padding:8px 12px;font-size:14px}}table{{width:100%}}td,th{{padding:6px 8px;text-align:right;border-bottom:1px solid #ececec}}th{{font-size:11px;color:#777;background:#fafafa}}.n{{text-align:left;padding-left:12px}}
td.n em{{display:block}}.ln{{display:flex;justify-content:space-between;padding:7px 12px;border-bottom:1px solid #ececec}}.t{{background:#fff7e6}}.dn{{padding:8px 12px;line-height:1.45}}.ad{{background:#e9eef2;color:#667;text-align:center;padding:18px;margin:10px 0;font-size:12px}}
aside{{width:250px;flex:none;font-size:12px}}h4{{margin:12px 0 4px}}.ck{{background:#222;color:#eee;padding:14px 18px;font-size:12px}}"""
    body = f"{top}<main>{box}{cards[0]}{advert}{cards[1]}</div>{'' if narrow or paper or spec.get('width') == 800 else aside(rng)}</main>{cookie}"
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))
