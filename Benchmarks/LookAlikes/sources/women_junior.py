"""Women's cards, and the pairs cricket of juniors: everybody bats, a wicket costs five runs."""
from common import Sheet, document
from match import Match
import names as pool
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-women-junior"
CARDS = [
    dict(kind="text", overs=20, who="women", margin="14mm"),
    dict(kind="photo", overs=20, who="women", margin="14mm"),
    dict(kind="screen", who="pairs", width=760, scale=2),
    dict(kind="scan", who="pairs", dpi=200, margin="16mm"),
]


def pairs(rng, spec):
    teams = pool.two_clubs(rng, "junior")
    when = date(rng, "long", (2016, 2025))
    truths, tables, finals = [], "", []
    squads = [pool.squad(rng, "junior", 8), pool.squad(rng, "junior", 8)]
    for side in (0, 1):
        rows, truth_rows, runs, outs = "", [], 0, 0
        for k, person in enumerate(squads[side]):
            scored, balls, lost = rng.randint(0, 17), rng.randint(9, 15), rng.choice([0, 0, 1, 1, 2])
            fours = min(scored // 4, rng.randint(0, 2))
            runs, outs = runs + scored, outs + lost
            name = person.form("full")
            rows += f'<tr><td class="c">{k // 2 + 1 if k % 2 == 0 else ""}</td><td class="n">{esc(name)}</td><td>{scored}</td><td>{balls}</td><td>{fours}</td><td>{lost}</td></tr>'
            truth_rows.append({"player": name, "captain": None, "keeper": None, "how_out": None, "dismissal": None, "fielder": None, "bowler": None, "runs": scored, "balls": balls,
                               "fours": fours, "sixes": None, "minutes": None, "strike_rate": None})
        bowling_rows, bowling, left, wides = "", [], outs, 0
        overs = [2] * 8
        extras = rng.randint(14, 30)
        no_balls = rng.randint(1, 5)
        wides = extras - no_balls
        share = [0] * 8
        for _ in range(runs + extras):
            share[rng.randrange(8)] += 1
        took = [0] * 8
        for _ in range(max(0, outs - rng.randint(0, 2))):
            took[rng.randrange(8)] += 1
        for k, person in enumerate(squads[1 - side]):
            name = person.form("full")
            bowling_rows += f'<tr><td class="n">{esc(name)}</td><td>2</td><td>0</td><td>{share[k]}</td><td>{took[k]}</td></tr>'
            bowling.append({"player": name, "overs": "2", "maidens": 0, "runs": share[k], "wickets": took[k], "wides": None, "no_balls": None, "economy": None})
        final = 200 + runs + extras - 5 * outs
        finals.append(final)
        tables += f"""<h2>{esc(teams[side])}</h2><table><tr><th>Pair</th><th class="n">Batter</th><th>Runs</th><th>Balls</th><th>4s</th><th>Times out</th></tr>{rows}<tr><td></td><td class="n">Extras (w {wides}, nb {no_balls})</td><td>{extras}</td><td colspan=3></td></tr></table>
<table class="s"><tr><td class="n">Starting score</td><td>200</td></tr><tr><td class="n">Runs scored</td><td>{runs + extras}</td></tr><tr><td class="n">Wickets lost {outs} x 5</td><td>-{5 * outs}</td></tr><tr class="b"><td class="n">Total (16 overs)</td><td>{final}</td></tr></table><table><tr><th class="n">Bowler</th><th>O</th><th>M</th><th>R</th><th>W</th></tr>{bowling_rows}</table>"""
        truths.append({"team": teams[side], "total": {"runs": final, "wickets": outs, "overs": "16", "declared": None},
                       "extras": {"total": extras, "byes": None, "leg_byes": None, "wides": wides, "no_balls": no_balls, "penalty": None},
                       "batting": truth_rows, "did_not_bat": [], "bowling": bowling, "fall_of_wickets": []})
    gap = abs(finals[0] - finals[1])
    result = f"{teams[0] if finals[0] > finals[1] else teams[1]} won by {gap} runs" if gap else "Match tied"
    body = f'<h1>{esc(teams[0])} v {esc(teams[1])}</h1><p>Pairs cricket, {when}</p><p><b>{esc(result)}</b></p>{tables}'
    style = """body{font-family:'Open Sans',sans-serif;font-size:12.5px;color:#222;padding:14px;background:#fff}h1{font-size:19px;margin:2px 0;color:#6a1b9a}h2{font-size:15px;margin:12px 0 2px;color:#6a1b9a}p{margin:2px 0}table{width:100%;margin-top:5px}th{background:#ede7f6;text-align:right}th,td{padding:3px 8px;border:1px solid #d1c4e9;text-align:right}.n{text-align:left}.c{text-align:center}.s{width:46%}.b td{font-weight:700}@media print{body{padding:0;font-size:11px}}"""
    truth = card_truth(teams, [], result=result, date=when)
    truth["innings"] = truths
    truth["printedInconsistent"] = True  # a wicket costs five runs, so the sums of a card do not close
    return Sheet(document(style, body), truth)


def draw(rng, spec):
    if spec["who"] == "pairs":
        return pairs(rng, spec)
    match = Match(rng, "women", spec["overs"])
    words = Dismissals(caught="Ct", c_and_b="Ct & b", bowled="b", lbw="LBW b", stumped="St", run_out="Run out ({})", hit_wicket="Hit wicket b", pair=None, not_out="Not out", retired="Retired hurt", dnb="Did not bat")
    names = Names("full", "initial", "last")
    views = [innings_view(match, i, names, words, bat=["runs", "balls", "fours"], bowl=["maidens", "wides", "no_balls"], dnb="rows", overs="trim", falls="player") for i in match.innings]
    when, tables = date(rng, "long", (2016, 2025)), ""
    for view in views:
        innings = view.innings
        rows = "".join(f'<tr><td class="c">{k + 1}</td><td class="n">{esc(r.name)}</td><td class="n">{esc(r.text)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("runs", "balls", "fours")) + "</tr>" for k, r in enumerate(view.batting))
        bowling = "".join(f'<tr><td class="n">{esc(r.name)}</td>' + "".join(f"<td>{r[c]}</td>" for c in ("overs", "maidens", "runs", "wickets", "wides", "no_balls")) + "</tr>" for r in view.bowling)
        parts = ", ".join(f"{v}{k}" for k, v in view.parts)
        end = "all out" if innings.all_out else f"for {innings.wickets}"
        tables += f"""<h2>{esc(view.team)}</h2><table><tr><th>#</th><th class="n">Batter</th><th class="n">How out</th><th>Runs</th><th>Balls</th><th>4s</th></tr>{rows}<tr><td></td><td class="n">Extras</td><td class="n">{parts}</td><td>{view.extras}</td><td colspan=2></td></tr><tr class="b"><td></td><td class="n">Total</td><td class="n">{end}, {view.overs} overs</td><td>{innings.runs}</td><td colspan=2></td></tr></table><p>FOW: {", ".join(f'{r["wicket"]}-{r["runs"]} {esc(r.name)}' for r in view.falls)}</p><table><tr><th class="n">Bowler</th><th>Overs</th><th>Mdns</th><th>Runs</th><th>Wkts</th><th>Wd</th><th>Nb</th></tr>{bowling}</table>"""
    body = f'<h1>{esc(match.teams[0])} v {esc(match.teams[1])}</h1><p>{esc(match.competition)}, {esc(match.ground)}, {when}</p><p><b>{esc(match.result)}</b></p>{tables}'
    style = """body{font-family:'TeX Gyre Heros','Liberation Sans',sans-serif;font-size:11.5px;color:#222}h1{font-size:18px;margin:2px 0;color:#00695c}h2{font-size:14px;margin:12px 0 2px}p{margin:3px 0}table{width:100%;margin-top:4px}th{border-bottom:2px solid #00695c;text-align:right;color:#00695c}th,td{padding:2.6px 7px;text-align:right}tr:nth-child(odd) td{background:#e0f2f1}.n{text-align:left}.c{text-align:center;width:26px}.b td{font-weight:700}"""
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))
