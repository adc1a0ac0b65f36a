"""An encyclopedia's box of a Test or first-class match and of a Twenty20 that was tied: two innings a side, of each the best batter and the best bowler.

Wikipedia `{{Test match}}` / `{{Limited overs matches}}`: the date and "Scorecard" left, sides with flags, `364/6d (88 overs)`, `Ben Cook 124 (186)`, `Rohit Shah 4/86 (20 overs)`, the result, ground, umpires and player of the match, then notes with the toss."""

from common import Sheet, choices, document, officials, sides
from names import MONTHS
from view import card_truth, esc
from weather8 import make

LAYOUT = "look-wikitest"
CARDS = [
    dict(kind="screen", width=1100, scale=1.25, height=520, nations=True, days=True),
    dict(kind="screen", width=412, scale=2, height=640, nations=True, days=True, file="jpg"),
    dict(kind="text", pool="eng", days=True, margin="15mm"),
    dict(kind="photo", of="screen", width=900, scale=1.5, height=540, nations=True, case="super"),
    dict(kind="screen", width=1000, scale=1.25, height=500, nations=True, days=True, dark=True),
]
EMPTY = dict(captain=None, keeper=None, dismissal=None, fielder=None, bowler=None, fours=None, sixes=None, minutes=None, strike_rate=None)


def draw(rng, spec):
    match = make(rng, spec, over="<br>({} won the Super Over)")
    days, dark, phone = spec.get("days"), spec.get("dark"), spec.get("width", 900) < 500
    a, b = sides(match)
    picked = choices(rng, flag=[True, False], two=[1, 1, 2], links=[True, False])
    truths, boxes = [], {}
    for innings in match.innings:
        best = sorted((x for x in innings.batters if x.how != "did not bat"), key=lambda x: (-x.runs, x.balls))[:picked["two"]]
        took = [x for x in sorted(innings.bowlers, key=lambda x: (-x.wickets, x.runs)) if x.wickets][:picked["two"]] or innings.bowlers[:1]
        trim = lambda o: o.removesuffix(".0")
        total = f"{innings.runs}{'' if innings.all_out else f'/{innings.wickets}'}{'d' if innings.declared else ''}"
        star = lambda x: "*" if x.how == "not out" else ""
        boxes[innings.team, innings.number] = (f"<div class=sc><b>{total}</b> ({trim(innings.overs)} overs)</div>" + "".join(f"<div><a>{esc(x.person.form('full'))}</a> {x.runs}{star(x)} ({x.balls})</div>" for x in best)
                                               + "".join(f"<div><a>{esc(x.person.form('full'))}</a> {x.wickets}/{x.runs} ({trim(x.overs)} overs)</div>" for x in took))
        truths.append({"team": innings.team, "total": {"runs": innings.runs, "wickets": None if innings.all_out else innings.wickets, "overs": trim(innings.overs), "declared": True if innings.declared else None},
                       "extras": {x: None for x in ("total", "byes", "leg_byes", "wides", "no_balls", "penalty")},
                       "batting": [{"player": x.person.form("full"), "how_out": "not out" if x.how == "not out" else None, "runs": x.runs, "balls": x.balls, **EMPTY} for x in best], "did_not_bat": [], "fall_of_wickets": [],
                       "bowling": [{"player": x.person.form("full"), "overs": trim(x.overs), "maidens": None, "runs": x.runs, "wickets": x.wickets, "wides": None, "no_balls": None, "economy": None} for x in took]})
    month, day, year = rng.choice(MONTHS[4:9]), rng.randint(1, 24), rng.randint(2009, 2026)
    when = f"{day}–{day + (4 if spec.get('nations') else 3)} {month} {year}" if days else f"{day} {month} {year}"
    toss = f"{match.teams[match.toss_winner]} won the toss and elected to {'bat' if match.toss_bat else 'field'}"
    flag = (lambda c: f"<i data-no-text style='background:linear-gradient({c})'></i>") if picked["flag"] and spec.get("nations") else (lambda c: "")
    one, two = flag("#c8102e 33%,#fff 33% 66%,#00247d 66%"), flag("#ff9933 33%,#fff 33% 66%,#138808 66%")
    rows = "".join(f"<tr><td class=r>{boxes.get((a, n), '')}</td><td></td><td>{boxes.get((b, n), '')}</td></tr>" for n in ((1, 2) if days else (1,)))
    best = max((x for i in match.innings for x in i.batters), key=lambda x: x.runs)
    pool = "eng"
    line = "<br>".join([f"<b>{match.result}</b>" if "<br>" in match.result else f"<b>{esc(match.result)}</b>", f"<a>{esc(match.ground)}</a>", f"<small>Umpires: {' and '.join(officials(rng, 2, 'full', pool))}</small>", f"<small>Player of the match: {esc(best.person.form('full'))}</small>"])
    heading = rng.choice(["1st Test", "2nd Test", "3rd Test"]) if days and spec.get("nations") else "Final" if days else "2nd T20I"
    notes = [toss + ".", rng.choice(["No play was possible on the first morning due to rain.", f"{best.person.form('full')} scored his first century." if best.runs >= 100 else "Play ended early on the second day due to bad light.", "Drinks were taken twice in each session."])]
    left = f"<td class=dt rowspan=5>{when}<br><a data-no-text>Scorecard</a></td>" if not phone else ""
    up = f"<div class=up>{when} <a data-no-text>Scorecard</a></div>" if phone else ""
    body = (f"<div class=pg><h2>{'Test series' if spec.get('nations') and days else 'Match'} <small data-no-text>[edit]</small></h2><h3>{heading}</h3>{up}<table class=bx><tr>{left}<td class='tm r'>{esc(a)} {one}</td><td class=v>v</td><td class=tm>{two} {esc(b)}</td></tr>{rows}"
            f"<tr><td colspan=3 class=c>{line}</td></tr></table><ul>{''.join(f'<li>{esc(n)}</li>' for n in notes)}</ul></div>")
    back, ink, card, edge, blue = ("#101418", "#eaecf0", "#1b2024", "#404850", "#88a3e8") if dark else ("#fff", "#202122", "#f8f9fa", "#c8ccd1", "#3366cc")
    style = f"""body{{font-family:'Liberation Sans',Arial,sans-serif;font-size:{12.5 if phone else 14}px;color:{ink};background:{back};line-height:1.5}}.pg{{padding:12px {12 if phone else 26}px}}h2{{font-family:'Linux Libertine O','Liberation Serif',serif;font-weight:400;border-bottom:1px solid {edge};font-size:24px;margin:4px 0 8px}}h2 small{{font:12px 'Liberation Sans';color:{blue}}}h3{{margin:8px 0 6px;font-size:17px}}.bx{{width:100%;background:{card};border-top:1px solid {edge};border-bottom:1px solid {edge}}}
.bx td{{padding:4px {6 if phone else 12}px;vertical-align:top}}.dt{{width:130px;font-size:.92em}}.r{{text-align:right}}.r .sc,.r div{{text-align:right}}.tm{{font-weight:700;width:{'46%' if phone else '38%'}}}.v{{text-align:center;width:24px}}.c{{text-align:center;border-top:0}}.bx div{{font-size:.93em}}.bx .sc{{font-size:1em}}a{{color:{blue if picked['links'] else ink};text-decoration:none}}i{{display:inline-block;width:22px;height:13px;border:1px solid {edge}}}ul{{margin:6px 0 0 18px;padding:0}}.up{{margin-bottom:4px}}small{{font-size:.9em}}"""
    truth = card_truth([a, b], [], toss=toss, result=match.result.replace("<br>", " "), match_type=None if heading == "Final" else heading.split()[-1], venue=match.ground, date=when)
    truth["innings"] = truths
    return Sheet(document(style, body), truth)
