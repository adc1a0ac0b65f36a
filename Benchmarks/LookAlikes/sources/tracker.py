"""A fan site's article "Scorecard of ... and how they did", with the card as bordered tables of a WordPress editor.

CricTracker, CricketAddictor, Sportskeeda, InsideSport: a headline, a byline, a picture's place, `Batter | Dismissal | Runs | Balls | 4s | 6s`
with words in the head, the totals as last rows of the table or as a line of bold under it, and `Bowler | Overs | Maidens | Runs | Wickets | Economy`."""

from common import Sheet, absent, batting_rows, bowling_rows, choices, counted, document, falls, grid, joined, sides
from match import Match
import names6
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-tracker"
CARDS = [
    dict(kind="screen", width=700, pool="ind"),
    dict(kind="screen", width=400, scale=2, nations=True, file="jpg", quality=78),
    dict(kind="text", pool="afg"),
    dict(kind="screen", width=640, scale=1.25, pool="ban", overs=50, messenger=1600, file="jpg", quality=72),
    dict(kind="photo", of="screen", width=620, scale=1.5, pool="pak", height=980),
]
WORDS = [dict(name="Batter", how="Dismissal", runs="Runs", balls="Balls", fours="4s", sixes="6s", strike_rate="SR"),
         dict(name="Batsman", how="Status", runs="R", balls="B", fours="4s", sixes="6s", strike_rate="S/R"),
         dict(name="Batters", how="", runs="Runs", balls="Balls", fours="Fours", sixes="Sixes", strike_rate="Strike Rate"),
         dict(name="Player", how="How out", runs="Runs scored", balls="Balls faced", fours="4s", sixes="6s", strike_rate="SR")]
BOWLS = [("Bowler", "Overs", "Maidens", "Runs", "Wickets", "Economy"), ("Bowlers", "O", "M", "R", "W", "Econ"), ("Bowling", "Overs", "Maidens", "Runs", "Wkts", "ER")]


def block(index, view, picked, columns):
    innings, word = view.innings, picked["words"]
    end = "all out" if innings.all_out else f"for {counted(innings.wickets)}"
    parts = f" ({joined(view.parts, picked['parts'])})" if view.parts else ""
    rows = batting_rows(index, view, columns)
    under = ""
    if picked["sums"] == "rows":
        blank = [""] * (len(columns) - 1)
        rows.append((f"x{index}", ["<b>Extras</b>", parts.strip(), f"<b>{view.extras}</b>", *blank]))
        score = f"{innings.runs}/{innings.wickets}"
        rows.append((f"t{index}", ["<b>Total</b>", f"({view.overs} Overs)", f"<b>{score}</b>", *blank]))
    else:
        under = (f"<p data-t=x{index}><strong>Extras:</strong> {view.extras}{parts}</p><p data-t=t{index}><strong>Total:</strong> {innings.runs} {end} in {view.overs} overs</p>")
    if view.dnb:
        under += f"<p data-t=d{index}><strong>{picked['dnb']}:</strong> {absent(view)}</p>"
    if view.falls:
        under += f"<p data-t=f{index}><strong>Fall of Wickets:</strong> {falls(view, picked['fall'])}</p>"
    bat = grid([word["name"], word["how"], *(word[c] for c in columns)], rows, (0, 1) if picked["align"] else (), "bat")
    bowl = grid(picked["bowls"], bowling_rows(index, view, ["overs", "maidens", "runs", "wickets", "economy"]), (0,) if picked["align"] else (), "bowl")
    return (f"<h3 data-t=i{index}>{esc(view.team)} {picked['title']}</h3>" + bat + under + (f"<h4>{esc(innings.fielding_team)} Bowling</h4>" if picked["second"] else "") + bowl)


def draw(rng, spec):
    match = names6.international(rng, 20) if spec.get("nations") else Match(rng, spec["pool"], spec.get("overs", 20))
    picked = choices(rng, words=WORDS, bowls=BOWLS, sums=["rows", "lines"], title=["Innings", "Batting", "Batting Scorecard"], second=[True, False], align=[True, True, False],
                     dnb=["Did not bat", "Yet to Bat", "DNB"], fall=["{runs}-{wicket} ({name}, {over})", "{wicket}-{runs} ({name}, {over} ov)"],
                     parts=["{k} {v}", "{k}-{v}", "{k}: {v}"], head=["#0b3d91", "#c1121f", "#222", "#f1f1f1", "#fff"], stripe=["#f7f7f7", "#fff"],
                     font=["'Open Sans'", "'Roboto'", "'Liberation Serif'", "'Lato'"])
    columns = ["runs", "balls", "fours", "sixes"] + (["strike_rate"] if rng.random() < 0.5 else [])
    names = Names("full", rng.choice(["last", "full"]), "full")
    words = Dismissals(c_and_b=rng.choice(["c & b", "c and b"]), run_out=rng.choice(["run out ({})", "run out"]), dagger=False)
    views = [innings_view(match, i, names, words, bat=columns, bowl=["maidens", "economy"], falls="over", overs="trim", marks=rng.choice([("", "")]), rate=2,
                          economy=rng.choice([1, 2])) for i in match.innings]
    when = date(rng, "us", (2019, 2025))
    a, b = sides(match)
    star = max((r for v in views for r in v.batting), key=lambda r: r.batter.runs)
    said = (f"{esc(match.result)} in the {esc(match.competition)} fixture played at the {esc(match.ground)}. {esc(star.plain)} was the stand-out performer and took "
            "home the Player of the Match award. Here is the full scorecard of the game.")
    first = match.innings[0]
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'} first"
    ad = "<div class=ad data-no-text><span>ADVERTISEMENT</span></div>"
    top = (f"<div class=bar data-no-text><b>CRIC</b>FOLLOWER</div><main><h1>{esc(a)} vs {esc(b)}: {rng.choice(['Full Scorecard', 'Scorecard and Match Summary', 'Match Scorecard, Result'])}</h1>"
           f"<div class=by>By <b>Sports Desk</b> · {when}</div><p>{said}</p><p><strong>Toss:</strong> {esc(toss)}</p>" + ad)
    ink = "#111" if picked["head"] in ("#f1f1f1", "#fff") else "#fff"
    narrow = spec.get("width", 700) < 500
    style = f"""body{{font-family:{picked['font']},sans-serif;font-size:{12 if narrow else 15}px;color:#222;background:#fff;line-height:1.5}}.bar{{background:#111;color:#fff;padding:12px 16px;font-size:20px}}.bar b{{color:#f5b301}}
main{{padding:6px {10 if narrow else 22}px 24px}}h1{{font-size:{20 if narrow else 27}px;line-height:1.25;margin:12px 0 6px}}h3{{font-size:1.25em;margin:20px 0 8px;break-after:avoid}}h4{{margin:14px 0 6px;break-after:avoid}}.by{{color:#777;font-size:.85em}}
.ad{{background:#f3f3f3;color:#aaa;font-size:10px;text-align:center;padding:34px;margin:12px 0}}table{{width:100%;margin:6px 0 10px}}tr{{break-inside:avoid}}td,th{{border:1px solid #ccc;padding:{'4px 3px' if narrow else '6px 8px'};text-align:center}}
th{{background:{picked['head']};color:{ink}}}.n{{text-align:left}}tr:nth-child(odd) td{{background:{picked['stripe']}}}p{{margin:8px 0}}table{{font-size:{'.88em' if narrow else '.92em'}}}"""
    body = top + "".join(block(k, v, picked, columns) for k, v in enumerate(views)) + "</main>"
    return Sheet(document(style, body), card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when))
