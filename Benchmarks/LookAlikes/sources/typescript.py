"""A match typed by the secretary: a page of the minute book, a stencilled sheet, a result sent by fax to the league.

Real typewritten cards have one pitch of letters, rows of full stops up to the runs, underlined headings, c. and b. with
points, and letters that do not stand on the line; a fax adds its line of date, sender and page at the top."""

from common import (Sheet, choices, document, ending, joined, overs_word, sides, views_of, written)
from match import Match
from names import date
from view import Dismissals, card_truth, esc

LAYOUT = "look-typescript"
CARDS = [
    dict(kind="scan", pool="eng", overs=45, form="minutes", dpi=300, gray=True, margin="18mm"),
    dict(kind="scan", pool="nz", overs=40, form="fax", dpi=200, bilevel=True, margin="15mm"),
    dict(kind="scan", pool="sa", overs=50, form="stencil", dpi=200, margin="18mm"),
    dict(kind="photo", pool="eng", overs=40, form="stencil", margin="18mm"),
]
WIDE = 68


def dotted(left, right, picked):
    """The name and how out, stops, and the runs at the end of the line."""
    room = WIDE - len(left) - len(str(right)) - 2
    stops = (" ." if picked["stops"] == " ." else "..") * (room // 2) if picked["stops"] else " " * room
    return f"{left} {stops.rjust(room)} {right}"


def batting(view, picked):
    innings = view.innings
    place = lambda row: f"{row.name:<21}{row.text}" if picked["apart"] else f"{row.name}, {row.text}"
    lines = [f"<u>{esc(view.team.upper())}</u>", ""]
    lines += [esc(dotted(place(r), r["runs"], picked)) for r in view.batting]
    parts = joined(view.parts, picked["part"], ", ")
    lines.append(dotted(f"Extras ({parts})" if parts else "Extras", view.extras, picked))
    lines.append(" " * (WIDE - 4) + "----")
    lines.append(dotted(f"TOTAL  ({ending(innings, few='for {} wickets', one='for {} wicket')})", innings.runs, picked))
    if view.dnb:
        lines.append("Did not bat: " + esc(", ".join(n for n, _ in view.dnb)) + ".")
    return lines


def bowling(view, picked):
    """O. M. R. W. in columns, or run on."""
    if picked["run_on"]:
        told = [f"{r.name} {r['wickets']} for {r['runs']} ({overs_word(r['overs'])})" for r in view.bowling]
        for row in view.bowling:
            row.truth["maidens"] = None
        lines, line = [], "Bowling: "
        for k, text in enumerate(told):
            text += "." if k == len(told) - 1 else "; "
            if len(line + text) > WIDE:
                lines, line = lines + [line.rstrip()], "         "
            line += text
        return [esc(t) for t in lines + [line]] + [""]
    head = f"{'Bowling':<22}{'O.':>7}{'M.':>6}{'R.':>6}{'W.':>6}"
    rows = [f"{r.name:<22}{r['overs']:>7}{r['maidens']:>6}{r['runs']:>6}{r['wickets']:>6}" for r in view.bowling]
    return ["", head, *(esc(r) for r in rows), ""]


def top(rng, match, spec, when):
    """What stands over the card."""
    a, b = sides(match)
    title = [esc(f"{a} v. {b}".center(WIDE)).rstrip(), esc(f"Played at {match.ground}, {when}".center(WIDE)).rstrip(), ""]
    if spec["form"] == "fax":
        line = f"{rng.randint(1, 28):02d}-JUN {rng.randint(17, 21)}:{rng.randint(10, 59)}  FROM {match.teams[0].upper()}"
        title = [esc(f"{line:<52}TO 0{rng.randint(1000, 9999)} {rng.randint(100000, 999999)}  P.01"), "",
                 "TO:   The Results Secretary", f"FROM: The Hon. Secretary, {esc(match.teams[0])}",
                 f"RE:   {esc(match.competition)}", "", *title]
    if spec["form"] == "minutes":
        title = [f"- {rng.randint(12, 140)} -".center(WIDE).rstrip(), "",
                 "The Hon. Secretary read the score of the match, which was approved.", "", *title]
    return title


def typed(lines, rng):
    """Words that the machine set a little too high or too low, and some struck harder."""
    def word(text):
        shift, weight = rng.choice([-0.7, -0.3, 0, 0, 0, 0.4, 0.8]), rng.choice(["", "", "", ";opacity:.8"])
        return f'<span style="position:relative;top:{shift}px{weight}">{text}</span>' if text.strip() else text
    out = []
    for line in lines:
        pieces = line.split(" ")
        out.append(line if "<u>" in line else " ".join(word(p) for p in pieces))
    return "\n".join(out)


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    picked = choices(rng, stops=["..", " .", ""], apart=[True, False], run_on=[True, False, False],
                     part=["{k} {v}", "{v} {k}", "{k}. {v}"], rows=["dotted", "initial_dot", "last", "initials"],
                     face=["'Courier Prime'", "'Nimbus Mono PS'", "'Liberation Mono'", "'TeX Gyre Cursor'"])
    dot = rng.choice(["", "."])
    words = Dismissals(caught="c" + dot, bowled="b" + dot, c_and_b=f"c{dot} & b{dot}", lbw=f"l.b.w. b{dot}" if dot else "lbw b",
                       stumped="st" + dot, run_out="run out", hit_wicket=f"hit wkt b{dot}")
    names = written(match, picked["rows"])
    views = views_of(match, names, words, bat=["runs"], bowl=["maidens"], falls=False, overs="trim", total_overs=False)
    when, lines = date(rng, "long", (1986, 1999) if spec["form"] == "fax" else (1931, 1985)), []
    for view in views:
        view.truth["team"] = view.team.upper()
        lines += batting(view, picked) + bowling(view, picked)
    lines = top(rng, match, spec, when) + lines + [f"Result: {esc(match.result)}.", "", "(signed) Hon. Secretary"]
    ink = {"stencil": rng.choice(["#4a2f86", "#1b1b1b"]), "fax": "#000", "minutes": "#22222a"}[spec["form"]]
    style = f"""body{{color:{ink}}}pre{{font-family:{picked['face']},
monospace;font-size:13px;line-height:1.3;margin:0;font-weight:{rng.choice([400, 700])}}}"""
    truth = card_truth(sides(match), views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style, f"<pre>{typed(lines, rng)}</pre>"), truth)
