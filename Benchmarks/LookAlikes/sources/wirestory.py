"""A news site's story with an agency's scoreboard under it: lines of text in the article, no table at all.

AFP, PTI and CMC scoreboards as papers' sites paste them: "J. Root c Carey b Starc 45", Extras (b4, lb6, w1, nb3) 14,
"Total (all out, 88.3 overs) 345", falls with names, the bowling run on with (2w, 1nb), toss and umpires as last lines.
Round it a menu, a by-line, related stories; on a desktop, a telephone and printed from the browser."""

from common import Sheet, absent, choices, document, ending, falls, figures, joined, noted, officials, ordinal, sides, views_of
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-wirestory"
CARDS = [
    dict(kind="screen", width=1180, scale=1, pool="aus", overs=50),
    dict(kind="screen", width=412, scale=2.5, pool="pak", overs=20, file="jpg"),
    dict(kind="text", pool="wi", overs=50, margin="14mm"),
    dict(kind="text", pool="eng", days=True, margin="14mm", fit=False),
    dict(kind="screen", width=390, scale=2, pool="sl", overs=20, dark=True),
]
NATIONS = ["Norland", "Sudovia", "Westmark", "Ostania", "Tamarind", "Port Albion", "Zanj", "Karelia"]
AGENCIES = {
    "afp": dict(part="{k}{v}", sep=", ", extras="Extras ({}) {}", bare="Extras {}", total="Total ({}, {} overs) {}",
                fall="{wicket}-{runs} ({name})", fell="Fall of wickets: ", bowl="Bowling: ", between="-", note=" ({})"),
    "pti": dict(part="{k}-{v}", sep=", ", extras="Extras: ({}) {}", bare="Extras: {}", total="Total: ({} in {} overs) {}",
                fall="{wicket}-{runs}", fell="Fall of Wickets: ", bowl="Bowling: ", between="-", note=None),
    "cmc": dict(part="{k}{v}", sep=", ", extras="Extras ({}) {}", bare="Extras {}", total="TOTAL ({}; {} overs) {}",
                fall="{wicket}-{runs} ({name}, {over} overs)", fell="Fall of wickets: ", bowl="Bowling: ", between="-",
                note=" ({})"),
}


def bowled(view, agency):
    if agency["note"]:
        rows = [f"{esc(r.name)} {'-'.join(r[c] for c in ('overs', 'maidens', 'runs', 'wickets'))}{noted(r, agency['note'])}"
                for r in view.bowling]
        return ", ".join(rows)
    return figures(view, agency["between"], ", ")


def scoreboard(view, agency, days):
    """An innings as lines."""
    innings = view.innings
    parts = joined(view.parts, agency["part"], agency["sep"])
    down = ending(innings, few="for {} wkts" if agency is AGENCIES["pti"] else "{} wkts")
    head = f"<b>{esc(view.team)}{ordinal(innings, days, ('', ' 1st Innings', ' 2nd Innings'))}</b>"
    lines = [head + ("" if days else " innings")]
    lines += [f"{esc(r.name)} {esc(r.text)} {r['runs']}" for r in view.batting]
    lines.append(agency["extras"].format(parts, view.extras) if parts else agency["bare"].format(view.extras))
    lines.append("<b>" + agency["total"].format(down, view.overs, innings.runs) + "</b>")
    if view.dnb:
        lines.append(f"Did not bat: {absent(view)}")
    lines.append(agency["fell"] + falls(view, agency["fall"]))
    lines.append(agency["bowl"] + bowled(view, agency))
    return "<p>" + "<br>".join(lines) + "</p>"


def story(rng, match, when):
    a, b = sides(match)
    best = max((x for i in match.innings for x in i.batters), key=lambda x: x.runs)
    name = esc(best.person.form("full"))
    side = next(i.team for i in match.innings if best in i.batters)
    return [f"{name} made the day's highest score as {esc(a)} met {esc(b)} in the {esc(match.competition)} at the "
            f"{esc(match.ground)} on {when}.",
            f"The {esc(side)} batter was put down at slip early on and made the fielding side pay on a good pitch.",
            rng.choice(["“It was hard work out there,” the captain said.", "The crowd saw a lively afternoon in bright sun."])]


def page(rng, spec, title, article, when):
    small = spec["kind"] == "screen" and spec["width"] < 500
    paper = rng.choice(["The Daily Courier", "Island Observer", "The Morning Ledger", "City Tribune"])
    menu = "☰" if small else "HOME &nbsp; NEWS &nbsp; BUSINESS &nbsp; SPORT &nbsp; OPINION"
    related = ["Selectors name squad for tour", "Board to review fixtures", "Ticket sales open next week", "Rain threat eases"]
    aside = "" if small or spec["kind"] == "text" else (
        '<aside><h4>Related stories</h4>' + "".join(f"<p>{r}</p>" for r in rng.sample(related, 3)) + "</aside>")
    return (f'<header>{paper}</header><nav data-no-text>{menu}</nav><main><article><h1>{title}</h1><div class="by">'
            f"{rng.choice(['AFP', 'PTI', 'CMC', 'Reuters'])} | Published {when}</div><i class=\"im\" data-no-text></i>"
            f"{article}</article>{aside}</main>")


def style_of(picked, spec):
    dark = spec.get("dark")
    ink, back, soft = ("#e4e4e4", "#16181c", "#9aa0a8") if dark else ("#222", "#fff", "#666")
    wide = spec["kind"] == "screen" and spec["width"] > 500
    image = 260 if wide else 120 if spec["kind"] == "screen" else 0
    return f"""body{{font-family:{picked['face']},serif;font-size:{15 if wide else 14}px;line-height:1.5;
color:{ink};background:{back}}}
header{{font-family:'Old Standard TT';font-size:28px;padding:10px 16px;border-bottom:3px solid {picked['mark']}}}
nav{{padding:8px 16px;
font:12px 'Liberation Sans';color:{soft}}}main{{display:flex;gap:40px;padding:10px 16px;max-width:1060px;
margin:0 auto}}
article{{flex:1;min-width:0}}h1{{font-size:{30 if wide else 23}px;line-height:1.15;margin:6px 0}}.by{{color:{soft};
font:12px 'Liberation Sans';margin-bottom:10px}}.im{{display:block;height:{image}px;
background:linear-gradient(160deg,#7fa7c9 45%,#5d8b4e 46%);
margin-bottom:12px}}p{{margin:0 0 12px}}aside{{width:240px;font-size:13px;border-left:1px solid #ccc;
padding-left:16px}}"""


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, spec["pool"], spec.get("overs", 50), days=days, teams=rng.sample(NATIONS, 2))
    key = rng.choice(sorted(AGENCIES))
    agency = AGENCIES[key]
    picked = choices(rng, face=["'Noto Serif'", "'Liberation Serif'", "'Open Sans'", "'Roboto'", "'Lato'"],
                     mark=["#b00020", "#0a4b8f", "#1c6b3c"])
    words = Dismissals(c_and_b=rng.choice(["c and b", "c & b"]), run_out=rng.choice(["run out", "run out ({})"]))
    names = Names(rng.choice(["initial_dot", "full", "initials"]), "last", "last")
    marks = ("*", "†") if key == "cmc" else ("", "")
    views = views_of(match, names, words, bat=["runs"], bowl=["maidens"] + (["wides", "no_balls"] if agency["note"] else []),
                     falls={"afp": "player", "pti": "runs", "cmc": "over"}[key], overs="trim", bowl_zero="", marks=marks,
                     mark_before=True)
    when, toss, people = date(rng, "us", (2006, 2025)), match.teams[match.toss_winner], officials(rng, 2, "full")
    last = [f"Toss: {esc(toss)}", f"Umpires: {people[0]}, {people[1]}", f"Result: {esc(match.result)}"]
    article = "".join(f"<p>{s}</p>" for s in story(rng, match, when)) + "<p><b>Scoreboard</b></p>"
    article += "".join(scoreboard(v, agency, days) for v in views) + f"<p>{'<br>'.join(last)}</p>"
    title = f"{esc(match.winner or match.teams[0])} {rng.choice(['hold their nerve', 'in a thriller', 'make their mark'])}"
    truth = card_truth(sides(match), views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, spec), page(rng, spec, title, article, when)), truth)
