"""A village club's own web site: a blog theme with a side bar and a table typed into a post."""
from common import Sheet, document
from match import Match
import names as pool
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-villagesite"
CARDS = [
    dict(kind="screen", width=1100, scale=1, pool="eng", overs=40),
    dict(kind="screen", width=980, scale=1.5, pool="eng", overs=35, file="jpg", comic=True),
    dict(kind="text", pool="nz", overs=40, margin="12mm"),
    dict(kind="photo", pool="eng", overs=35, margin="12mm", comic=True),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    comic = spec.get("comic")
    words = Dismissals(caught=rng.choice(["c.", "ct"]), bowled="b." if comic else "b", c_and_b="ct & bwd", lbw="LBW b", stumped="stpd", run_out="Run Out", not_out="Not Out", dnb="DNB", hit_wicket="hit wkt b", retired="Retired Hurt")
    names = Names(rng.choice(["full", "initial_dot"]), "initial_dot" if not comic else "last", "last")
    falls = rng.choice(["runs", False])
    views = [innings_view(match, i, names, words, bat=["runs"], bowl=["maidens"], falls=falls, dnb="rows", overs="trim") for i in match.innings]
    when, author = date(rng, "long", (2009, 2024)), pool.squad(rng, "eng", 3)
    blocks = ""
    for view in views:
        innings = view.innings
        rows = "".join(f'<tr><td>{esc(r.name)}</td><td>{esc(r.text)}</td><td class="r">{r["runs"]}</td></tr>' for r in view.batting)
        parts = " ".join(f"{k.upper()}{v}" for k, v in view.parts)
        ends = "All Out" if innings.all_out else f"for {innings.wickets}"
        bowling = "".join(f'<tr><td>{esc(r.name)}</td>' + "".join(f'<td class="r">{r[c]}</td>' for c in ("overs", "maidens", "runs", "wickets")) + "</tr>" for r in view.bowling)
        fow = f'<p>FOW: {", ".join(r["runs"] + "-" + r["wicket"] for r in view.falls)}</p>' if falls else ""
        blocks += f"""<h3>{esc(view.team)} Innings</h3><table><tr><th>Batsman</th><th>How Out</th><th class="r">Runs</th></tr>{rows}<tr><td>Extras</td><td>{parts}</td><td class="r">{view.extras}</td></tr><tr><td><strong>TOTAL</strong></td><td><strong>{ends} ({view.overs} overs)</strong></td><td class="r"><strong>{innings.runs}</strong></td></tr></table>{fow}<table class="bo"><tr><th>Bowler</th><th class="r">Overs</th><th class="r">Mdns</th><th class="r">Runs</th><th class="r">Wkts</th></tr>{bowling}</table>"""
    home = match.teams[0]
    story = f"A lovely afternoon at {match.ground} and a good game played in the right spirit. Thanks as ever to {author[1].form('full')} for the teas and to our umpires."
    side = "".join(f"<li>{esc(t)}</li>" for t in ("Fixtures", "Junior training Friday 6pm", "Quiz night", "Bar rota", "Ground hire", "Contact us"))
    body = f"""<div class="top"><div class="nm">{esc(home)}</div><div class="tg">Village cricket since {rng.randint(1830, 1950)}</div></div><div class="mn"><span>Home</span><span>News</span><span>Results</span><span>Teams</span><span>Club Shop</span></div><div class="wr"><div class="po"><h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><div class="me">Posted on {when} by {esc(author[0].form('full'))}</div><p>{esc(story)}</p><p><strong>{esc(match.result)}</strong></p>{blocks}</div><div class="sb"><h4>Latest</h4><ul>{side}</ul></div></div>"""
    colour = rng.choice(["#1b5e20", "#7b1e3a", "#1a3c6e"])
    face = "'Comic Neue','Comic Sans MS'" if comic else rng.choice(["'Linux Libertine O',Georgia", "Lato", "'Liberation Serif'"])
    weight = "font-weight:700;" if comic else ""
    style = f"""body{{font-family:{face},sans-serif;{weight}font-size:14px;color:#333;background:#eee}}.top{{background:{colour};color:#fff;padding:22px 30px}}.nm{{font-size:30px;font-weight:700}}.mn{{background:#222;color:#ddd;padding:9px 30px;display:flex;gap:26px;font-size:13px}}.wr{{display:flex;gap:24px;max-width:1040px;margin:18px auto;padding:0 12px}}.po{{flex:1;background:#fff;padding:16px 24px}}.sb{{width:210px;background:#fff;padding:10px 16px;align-self:flex-start;font-size:13px}}ul{{padding-left:16px;line-height:1.8}}h1{{font-size:24px;margin:0;color:{colour}}}.me{{color:#999;font-size:12px}}h3{{margin:14px 0 4px}}table{{width:100%;margin:4px 0 8px}}th{{text-align:left;border-bottom:2px solid #ccc}}td,th{{padding:4px 6px;border:1px solid #ddd}}.r{{text-align:right}}.bo{{width:80%}}@media print{{.sb,.mn{{display:none}}body{{background:#fff;font-size:12px}}.top{{background:#fff;color:#000;padding:4px 12px}}}}"""
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result))
