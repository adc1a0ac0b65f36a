"""Teletext: forty columns of block letters, cyan, yellow and white on black."""
from common import Sheet, document
from match import Match
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-ceefax"
CARDS = [
    dict(kind="screen", width=800, height=660, scale=1, pool="eng", overs=50),
    dict(kind="screen", width=640, height=528, scale=1, pool="aus", overs=50, file="jpg"),
    dict(kind="photo", of="screen", width=800, height=660, scale=2, pool="wi", overs=40),
    dict(kind="photo", of="screen", width=800, height=660, scale=2, pool="nz", overs=50, small=True),
]
CYAN, YELLOW, WHITE, GREEN = "#0ff", "#ff0", "#fff", "#0f0"


def wrapped(words, width=39):
    lines = [""]
    for word in words:
        if len(lines[-1]) + len(word) + 1 > width:
            lines.append("")
        lines[-1] += f" {word}"
    return lines


def draw(rng, spec):
    words = Dismissals(c_and_b="c & b", run_out="run out", hit_wicket="hit wkt b", dnb="", retired="ret hurt")
    names = Names("last", "last", "last")
    while True:  # a line has room for 34 letters before the runs, a page for 24 lines
        match = Match(rng, spec["pool"], spec["overs"])
        view = innings_view(match, match.innings[0], names, words, bat=["runs"], bowl=["maidens"], falls="runs", overs="trim")
        for row in view.batting:
            row.shown = names.brief(row.batter.person, [b.person for b in view.innings.batters])
        for row in view.bowling:
            row.shown = names.brief(row.bowler.person, view.innings.fielding)
        wide = max(max(13, len(r.shown) + 1) + len(r.text) for r in view.batting)
        bowling = wrapped([f"{r.shown.replace(' ', chr(160))} {r['overs']}-{r['maidens']}-{r['runs']}-{r['wickets']}," for r in view.bowling])
        falls = wrapped(["Fall:"] + [f"{r['wicket']}-{r['runs']}" for r in view.falls])
        dnb = wrapped(["Did not bat:"] + [names.brief(b.person, [c.person for c in view.innings.batters]) + "," for b in view.innings.batters if b.how == "did not bat"])
        if wide <= 34 and len(view.batting) + len(bowling) + len(falls) + (len(dnb) if view.dnb else 0) <= 19:
            break
    innings, lines = view.innings, []
    put = lambda colour, text: lines.append(f'<span style="color:{colour}">{esc(text)}</span>')
    page = rng.choice([341, 342, 346, 355])
    day = rng.choice(["Sat 17 Jul", "Sun 08 Aug", "Thu 24 Jun", "Tue 15 Jun"])
    put(WHITE, f" P{page} CEEFAX {page} {day} {rng.randint(10, 19)}:{rng.randint(10, 59)}/{rng.randint(10, 59)}")
    lines.append(f'<span style="background:#00f;color:{YELLOW}">{esc(" CRICKET  " + match.competition.upper()):<40}</span>')
    title = view.team.upper()
    put(GREEN, f" {title}")
    for k, row in enumerate(view.batting):
        row.truth["player"] = row.shown
        put(WHITE if k % 2 else CYAN, f" {row.shown:<12} {row.text}".ljust(36)[:36] + f"{row['runs']:>3}")
    parts = " ".join(f"{k}{v}" for k, v in view.parts)
    put(YELLOW, f" Extras ({parts})".ljust(36) + f"{view.extras:>3}")
    wickets = "all out" if innings.all_out else f"{innings.wickets} wkt{'s' if innings.wickets != 1 else ''}"
    put(YELLOW, f" TOTAL ({wickets}, {view.overs} overs)".ljust(36) + f"{innings.runs:>3}")
    strip = lambda block: block[:-1] + [block[-1].rstrip(",")]
    if view.dnb:
        for line in strip(dnb):
            put(WHITE, line)
    for line in falls:
        put(CYAN, line)
    put(GREEN, f" {match.teams[1 - match.first].upper()} BOWLING")
    for line in strip(bowling):
        put(WHITE, line)
    while len(lines) < 24:
        lines.append("")
    lines.append('<span style="color:#f00"> County</span><span style="color:#0f0">  Scores</span><span style="color:#ff0">  Tables</span><span style="color:#0ff">  Sport</span>')
    view.truth["team"] = title
    view.truth["did_not_bat"] = [names.brief(b.person, [c.person for c in innings.batters]) for b in innings.batters if b.how == "did not bat"]
    for row, truth in zip(view.bowling, view.truth["bowling"]):
        truth["player"] = row.shown
    size = spec["width"] / 20.6 / 1.55  # letters of a television are wide
    style = f"""body{{background:#000;width:{spec['width']}px;overflow:hidden}}pre{{font-family:'Terminus (TTF)','Terminus','Liberation Mono',monospace;font-weight:700;font-size:{size:.1f}px;line-height:1;margin:{size * 0.6:.0f}px 0 0 {size * 0.2:.0f}px;color:#fff;transform:scaleX(1.55);transform-origin:0 0;width:0}}"""
    return Sheet(document(style, f"<pre>{chr(10).join(lines)}</pre>"), card_truth([title, match.teams[1 - match.first].upper()], [view]))
