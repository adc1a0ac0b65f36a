"""A Caribbean daily's scoreboard: a headline, a picture's place, one or two narrow columns, "c wkp. Browne b Holder", bowling with hyphens.

Jamaica Gleaner, Barbados Nation, Stabroek News, Trinidad Express, CMC's wire: `SCOREBOARD`, `DEMERARA 1st Innings`, lines of name, dismissal and runs at the right, `Extras (b-4, lb-3, w-1, nb-5) 13`,
`TOTAL (all out; 78.2 overs) 203`, `Fall of wickets: 1-12 (Nash), 2-45 ...`, `Bowling: Holder 15-3-45-2 (nb-2), ...`, "Result:", "Toss:", umpires."""

from common import LEADERS, Sheet, absent, choices, counted, document, falls, joined, leader, noted, officials, sides
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-carib"
CARDS = [
    dict(kind="scan", dpi=200, days=True, paper="A4", cols=2),
    dict(kind="photo", overs=50, paper="A5"),
    dict(kind="scan", dpi=240, gray=True, overs=50, paper="A5"),
    dict(kind="screen", width=420, scale=2, overs=50, file="jpg"),
    dict(kind="photo", small=True, days=True, paper="A4", cols=2),
]


def keeper_word(view, word):
    """c †Browne becomes c wkp. Browne; the truth accepts the dismissal without."""
    for row in view.batting:
        if "†" in row.text:
            plain = row.text.replace("†", "")
            row.text = row.text.replace("†", word)
            row.truth["dismissal"] = row.text
            row.truth["dismissal_accept"] = [plain] if word else []
            if not word:
                del row.truth["dismissal_accept"]


def block(index, view, picked, days):
    innings = view.innings
    caps = (lambda s: s.upper()) if picked["caps"] else (lambda s: s)
    fill = picked["fill"]
    which = {1: " 1st Innings", 2: " 2nd Innings"}[innings.number] if days else picked["word"]
    out = f"<h3 data-t=i{index}>{esc(view.team)}{which}</h3>"
    for k, row in enumerate(view.batting):
        out += leader(f"{esc(row.name)} {esc(row.text)}", row["runs"], fill=fill).replace("<div", f"<div data-t=b{index}.{k}", 1)
    parts = joined(view.parts, picked["parts"])
    out += leader(caps("Extras") + (f" ({parts})" if parts else ""), view.extras, fill=fill).replace("<div", f"<div data-t=x{index}", 1)
    end = "all out" if innings.all_out else f"for {counted(innings.wickets, picked['wkt'])}" + (" declared" if innings.declared else "")
    out += leader(f"<b>{caps('Total')}</b> ({end}; {view.overs} overs)", f"<b>{innings.runs}</b>", fill=fill).replace("<div", f"<div data-t=t{index}", 1)
    if view.dnb:
        out += f"<p data-t=d{index}><i>{picked['dnb']}:</i> {absent(view)}.</p>"
    if view.falls:
        fell = ", ".join(f"{r['wicket']}-{r['runs']}" for r in view.falls) if picked["fall"] == "plain" else falls(view, "{wicket}-{runs} ({name})")
        out += f"<p data-t=f{index}><i>{caps('Fall of wickets')}:</i> {fell}.</p>"
    bowl = ", ".join(f"{esc(r.name)} <span class={picked['wrap']}>" + "-".join(r[c] for c in ("overs", "maidens", "runs", "wickets")) + "</span>" + noted(r, " ({})", (("wides", "w"), ("no_balls", "nb")))
                     for r in view.bowling)
    return out + f"<p><i>{caps('Bowling')}:</i> {bowl}.</p>"


def draw(rng, spec):
    days = spec.get("days", False)
    match = Match(rng, "wi", spec.get("overs", 50), days=days)
    picked = choices(rng, caps=[True, False], fill=["<i></i>", "<i></i>", None], parts=["{k}-{v}", "{k}{v}", "{k} {v}"], wkt=["wicket", "wkt"], dnb=["Did not bat", "To bat"], fall=["plain", "player"], word=["", " innings"], wrap=["nb", "br"],
                     wkp=["wkp. ", "wkp ", "+", ""], rows=["initial_dot", "full", "initial"], face=["'TeX Gyre Termes'", "'TeX Gyre Schola'", "'Liberation Sans Narrow'", "'URW Bookman'"], head=["'TeX Gyre Heros Cn'", "'Linux Libertine Display O'"])
    noting = rng.random() < 0.6
    names = Names(picked["rows"], "last", "last")
    words = Dismissals(c_and_b=rng.choice(["c & b", "c and b"]), lbw=rng.choice(["lbw b", "lbw"]), run_out=rng.choice(["run out", "run out ({})"]), dagger=True)
    marks = picked.setdefault("marks", rng.choice([("*", "+"), ("", "")]))
    views = [innings_view(match, i, names, words, bat=["runs"], bowl=["maidens"] + (["wides", "no_balls"] if noting else []), falls=picked["fall"], overs=picked.setdefault("overs", rng.choice(["trim", "trim", "full"])),
                          marks=marks, mark_before=True, bowl_zero="") for i in match.innings]
    for view in views:
        keeper_word(view, picked["wkp"])
        for row in view.bowling:
            if not noting:
                row.cells["wides"] = row.cells["no_balls"] = ""
    when = date(rng, "us", (1988, 2022))
    a, b = sides(match)
    toss = match.teams[match.toss_winner]
    star = max((r for v in views for r in v.batting), key=lambda r: r.batter.runs)
    lead = (f"<p class=lead>{esc(star.plain).upper()} was in sparkling touch at the {esc(match.ground)} as the latest round of the {esc(match.competition)} came to an end before a lively crowd.</p>")
    facts = f"<p>At {esc(match.ground)}: {esc(match.result)}.</p>" if rng.random() < 0.5 else f"<p><b>Result:</b> {esc(match.result)}.</p>"
    venue = match.ground
    umps = " and ".join(officials(rng, 2, "initial_dot", "wi"))
    head = (f"<div class=ear data-no-text>{rng.choice(['SPORT', 'SPORTS', 'CRICKET'])}</div><h1>{rng.choice(['{} prevail', '{} in charge', 'Honours to {}']).format(esc(match.winner or 'Both'))}</h1>"
            f"<div class=by>{when}</div><div class=c>{lead}<h2>{picked.setdefault('sb', rng.choice(['SCOREBOARD', 'Scoreboard', 'SCORES']))}</h2>{facts}<p><b>Toss:</b> {esc(toss)}.</p>")
    body = head + "".join(block(k, v, picked, days) for k, v in enumerate(views)) + f"<p><i>Umpires:</i> {umps}.</p></div>"
    paper = "#fff" if spec["kind"] == "screen" else "#f7f4ec"
    style = f"""body{{font-family:{picked['face']},serif;font-size:{13 if spec['kind'] == 'screen' else 12}px;color:#191919;background:{paper};padding:12px;line-height:1.28}}h1{{font-family:{picked['head']},sans-serif;font-size:30px;margin:4px 0;line-height:1.05}}.ear{{font-weight:700;border-bottom:3px solid #111;font-family:'Liberation Sans'}}
.by{{font-size:10px;color:#555;margin-bottom:8px}}.c{{columns:{spec.get('cols', 1)};column-gap:18px;column-rule:1px solid #999}}h2{{font-size:1.35em;margin:6px 0;border-top:2px solid #111;border-bottom:1px solid #111;text-align:center;font-family:{picked['head']},sans-serif}}h3{{font-size:1.05em;margin:10px 0 3px;break-after:avoid}}p{{margin:4px 0;text-align:{'left' if spec['kind'] == 'screen' else 'justify'}}}
.lead{{font-size:1.05em}}{LEADERS}.l{{padding:.5px 0}}.nb{{white-space:nowrap}}"""
    return Sheet(document(style, body), card_truth([a, b], views, toss=toss, result=match.result, venue=venue, date=when))
