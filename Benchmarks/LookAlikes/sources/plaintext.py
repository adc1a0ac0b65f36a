"""Monospaced text of a scoring program: as a file, in a mail, printed."""
from common import Sheet, document
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, innings_view

LAYOUT = "look-plaintext"
CARDS = [
    dict(kind="text", overs=50, pool="eng", form=0, margin="14mm"),
    dict(kind="screen", overs=40, pool="sa", form=1, width=900, scale=1),
    dict(kind="scan", overs=45, pool="eng", form=0, dpi=200, margin="16mm", gray=True),
    dict(kind="photo", overs=40, pool="nz", form=1, margin="16mm"),
]


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    form = spec["form"]
    words = Dismissals(caught="c", c_and_b="c and b" if form else "c & b", run_out="run out" if form else "run out ({})", pair=None)
    names = Names("initials" if form == 0 else "last_comma", "last", "last")
    bat = ["runs"] if form == 1 and rng.random() < 0.4 else ["runs", "balls", "fours", "sixes"]
    views = [innings_view(match, i, names, words, bat=bat, bowl=["maidens"] + (["wides", "no_balls"] if form == 0 else []), falls="player" if form == 0 else "runs", marks=("*", "+"), overs="full" if form == 0 else "trim",
                          mark_before=False) for i in match.innings]
    when = date(rng, "long" if form else "slash", (1996, 2020))
    out = []
    a, b = match.teams
    if form == 0:
        out += [f"{a} v {b}", f"{match.competition}", f"Played at {match.ground} on {when}", "", f"{match.result}", ""]
    else:
        out += ["=" * 66, f"{a} v {b}".center(66).rstrip(), f"{match.ground}, {when}".center(66).rstrip(), "=" * 66, ""]
    for view in views:
        innings = view.innings
        head = f"{'Runs':>5}" + (f"{'Balls':>7}{'4s':>4}{'6s':>4}" if len(bat) > 1 else "")
        if form == 0:
            out.append(f"{view.team + ' Innings':<46}{head}")
            out.append("-" * (46 + len(head)))
        else:
            out.append(f"{view.team.upper()}")
        for row in view.batting:
            first, second = row.parts
            line = f"{row.name:<20}{first:<14.14} {second:<12.12}" if form == 1 and len(first) <= 13 and len(second) <= 12 else f"{row.name:<20}{row.text}"
            dots = "." if form == 1 else " "
            line = line.rstrip()
            line = line + " " + dots * max(0, 44 - len(line)) + " " if form == 1 else f"{line:<46}"
            numbers = f"{row['runs']:>5}" + (f"{row['balls']:>7}{row['fours']:>4}{row['sixes']:>4}" if len(bat) > 1 else "")
            out.append(line + numbers)
        parts = " ".join(f"{k}{v}" for k, v in view.parts) if form == 0 else ", ".join(f"{v}{k}" for k, v in view.parts)
        wickets = "all out" if innings.all_out else f"{innings.wickets} wickets"
        pad = lambda text, value: (f"{text:<46}" if form == 0 else text + " " + "." * max(0, 44 - len(text)) + " ") + f"{value:>5}"
        out.append(pad(f"Extras              ({parts})", view.extras))
        out.append(pad(f"TOTAL               ({wickets}, {view.overs} overs)", innings.runs))
        out.append("")
        if view.dnb:
            out += wrap("Did not bat: " + ("; " if form == 1 else ", ").join(n for n, _ in view.dnb))
        falls = ", ".join(f"{r['wicket']}-{r['runs']} ({r.name})" for r in view.falls) if form == 0 else "  ".join(f"{r['wicket']}/{r['runs']}" for r in view.falls)
        out += wrap(("Fall of wickets: " if form == 0 else "FoW: ") + falls)
        out.append("")
        if form == 0:
            out.append(f"{'Bowling':<24}{'O':>6}{'M':>5}{'R':>5}{'W':>5}{'Wd':>5}{'Nb':>5}")
            out += [f"{r.name:<24}{r['overs']:>6}{r['maidens']:>5}{r['runs']:>5}{r['wickets']:>5}{r['wides']:>5}{r['no_balls']:>5}" for r in view.bowling]
        else:
            out.append("Bowling:")
            out += [f"  {r.name:<20}{r['overs']:>5}-{r['maidens']}-{r['runs']}-{r['wickets']}" for r in view.bowling]
        out += ["", ""]
    if form == 1:
        out.append(f"Result: {match.result}")
    mail = ""
    if spec["kind"] == "screen":
        mail = f'<div class="ml"><b>Scorecard Saturday</b><br>From: {rng.choice(["Fixtures Secretary", "Hon. Secretary", "Scorer"])}<br>To: Members</div>'
    face = rng.choice(["'Liberation Mono'", "'Courier Prime'", "'DejaVu Sans Mono'", "Hack"])
    style = f"""body{{background:#fff;color:#111}}pre{{font-family:{face},monospace;font-size:13px;line-height:1.25;margin:0;padding:{'14px' if spec['kind'] == 'screen' else '0'}}}.ml{{font-family:'Liberation Sans';font-size:13px;border-bottom:1px solid #ccc;padding:12px 14px;line-height:1.5}}"""
    truth = card_truth(match.teams, views, result=match.result, venue=match.ground, date=when)
    if form == 1:
        for view in views:
            view.truth["team"] = view.team.upper()
    return Sheet(document(style, f"{mail}<pre>{esc(chr(10).join(out))}</pre>"), truth)


def wrap(text, width=68):
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) + len(word) + 1 > width:
            lines.append(line)
            line = "   " + word
        else:
            line = f"{line} {word}" if line else word
    return lines + [line]
