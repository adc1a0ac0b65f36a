"""A schools' match in a Sri Lankan newspaper: a story over columns, then each innings as a small table.

Daily News, The Island and The Sunday Times print big matches so: `A.B. Perera c Silva b Fernando ... 43`, `Extras (b 4, lb 2,
nb 3)`, `Total (for 8 wkts decl) (70.2 overs)`, the bowling with strokes `K. Perera 12.3/2/45/3`, the fall of wickets short."""

import names
from common import LEADERS, Sheet, absent, choices, document, dots, falls, figures, joined, leader, ordinal, sides, views_of
from match import Match
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-dailynews"
CARDS = [
    dict(kind="text", days=True, columns=2),
    dict(kind="scan", dpi=200, days=True, columns=2, gray=True),
    dict(kind="photo", overs=50, columns=2, crop=True),
    dict(kind="screen", width=480, scale=1.8, overs=50, columns=1, file="jpg"),
    dict(kind="scan", dpi=300, overs=50, columns=1, bilevel=True, paper="A5"),
]
SCHOOLS = ["St. Sebastian's, Moratuwa", "Ananda College", "Nalanda College", "Richmond College", "Mahinda College", "Trinity College",
           "St. Anthony's, Katugastota", "Prince of Wales", "Thurstan College", "Isipathana College", "Dharmaraja College", "Wesley College"]
GROUNDS = ["Campbell Park", "De Soysa Stadium", "Asgiriya", "Galle Esplanade", "Reid Avenue", "Tyronne Fernando Ground"]
STORY = ["took the honours on the opening day of their annual encounter worked off yesterday.", "played to a fighting finish in their inter-schools encounter.",
         "made a good start in the tournament with a sound all round display."]


def block(index, view, days, between):
    innings = view.innings
    name = f"<h3 data-t=i{index}>{esc(view.team)}{ordinal(innings, days, ('', ' – 1st innings', ' – 2nd innings')) if days else ''}</h3>"
    fill = dots()
    rows = "".join(leader(f"{esc(r.name)} {esc(r.text)}", r["runs"], "\" data-t=\"" + f"b{index}.{k}", fill) for k, r in enumerate(view.batting))
    parts = joined(view.parts, "{k} {v}")
    rows += leader(f"Extras ({parts})" if parts else "Extras", view.extras, "", fill)
    end = "all out" if innings.all_out else f"for {innings.wickets} wkt{'' if innings.wickets == 1 else 's'}{' decl' if innings.declared else ''}"
    rows += leader(f"<b>Total ({end}) ({view.overs} overs)</b>", f"<b>{innings.runs}</b>", "", fill)
    more = f"<p>Did not bat: {absent(view)}.</p>" if view.dnb else ""
    fell = falls(view, "{wicket}-{runs}")
    more += f"<p><b>Fall of wickets:</b> {fell}.</p>" if fell else ""
    return f"<section>{name}{rows}{more}<p><b>Bowling:</b> {figures(view, between, ', ')}.</p></section>"


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, "sl", spec.get("overs", 50), days=days, teams=rng.sample(SCHOOLS, 2))
    match.ground = rng.choice(GROUNDS)
    picked = choices(rng, font=["'Liberation Serif'", "'Nimbus Roman'", "'Caladea'", "'C059'"], between=["/", "-", "/"], rows=["dotted", "initial_dot", "full"])
    views = views_of(match, Names(picked["rows"], rng.choice(["last", picked["rows"]])), Dismissals(c_and_b="c and b", run_out=rng.choice(["run out", "run out ({})"]),
                     stumped="st", lbw="lbw b"), bat=["runs"], bowl=["maidens"], falls="bare", overs="trim")
    when = names.date(rng, "us", (2005, 2024))
    star = esc(rng.choice(match.squads[0]).form("full"))
    lead = (f"<h1>{esc(match.winner or match.teams[0])} {'win by ' + match.margin if getattr(match, 'margin', None) and match.winner else 'on top'}</h1>"
            f"<p class=by>by {esc(rng.choice(match.squads[1]).form('full'))} – {when}</p><p>{esc(match.teams[0])} and {esc(match.teams[1])} {rng.choice(STORY)} "
            f"The match was played at {esc(match.ground)}. {star} was the pick of the bowlers while the batsmen found the going hard on a wet outfield.</p>")
    advert = "" if spec["columns"] == 1 else '<aside data-no-text>TUITION CLASSES<br><b>A/L &amp; O/L</b><br>Maradana · Nugegoda</aside>'
    cards = "".join(block(k, v, days, picked["between"]) for k, v in enumerate(views))
    style = LEADERS + f"""body{{font-family:{picked['font']},serif;font-size:12px;line-height:1.3;color:#111;background:{'#fcfbf6' if spec['kind'] == 'screen' else '#fff'};padding:12px}}
h1{{font-size:27px;margin:0 0 4px;line-height:1.05}}.by{{font-style:italic;color:#444}}p{{margin:4px 0;text-align:justify}}h3{{margin:9px 0 3px;font-size:13px;text-transform:none;
border-top:1px solid #111;padding-top:5px;break-after:avoid}}.cols{{columns:{spec['columns']};column-gap:22px;column-rule:1px solid #999}}section{{margin-bottom:6px}}
aside{{border:2px solid #111;text-align:center;padding:10px;font-family:'Liberation Sans',sans-serif;font-size:13px;margin-top:10px;break-inside:avoid}}.res{{font-weight:700}}"""
    truth = card_truth(sides(match), views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, f"{lead}<div class=cols>{cards}<p class=res>{esc(match.result)}.</p>{advert}</div>"), truth)
