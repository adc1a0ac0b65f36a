"""A card that somebody pasted into a discussion: a post-match thread with tables, a chat server, the raw Markdown.

Reddit's r/Cricket threads have Markdown tables that the page draws with thin lines (Batter, Dismissal, R, B, 4s, 6s, SR);
a chat server (Discord) shows a block of equal-width letters in a dark window; on a code site or in an editor one reads the
bars and dashes themselves."""

from common import (ANALYSIS, Sheet, absent, batting_rows, bowling_rows, choices, document, ending, falls, grid, heads,
                    joined, sides, views_of)
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc, score

LAYOUT = "look-forum"
CARDS = [
    dict(kind="screen", width=820, scale=1.5, pool="ind", overs=20, form="thread"),
    dict(kind="screen", width=430, scale=2.5, pool="aus", overs=50, form="thread", dark=True, file="jpg"),
    dict(kind="screen", width=900, scale=1, pool="eng", overs=40, form="chat", dark=True),
    dict(kind="text", pool="nz", overs=50, form="raw", margin="14mm"),
    dict(kind="screen", width=860, scale=1, pool="wi", overs=20, form="raw"),
]


def tables(view, index, columns, bowls):
    """Head and rows of an innings, as cells."""
    innings = view.innings
    how = lambda row: [esc(row.text)]
    parts = joined(view.parts, "{k} {v}")
    blank = [""] * (len(columns) - 1)
    rows = [row for _, row in batting_rows(index, view, columns, how)]
    rows.append(["Extras", f"({parts})" if parts else "", view.extras, *blank])
    rows.append(["Total", f"{ending(innings)}, {view.overs} ov", innings.runs, *blank])
    bowling = [row for _, row in bowling_rows(index, view, bowls)]
    return ["Batter", "Dismissal", *heads(columns)], rows, ["Bowler", *heads(bowls)], bowling


def piped(head, rows, left):
    """Bars and dashes."""
    lines = [head, [":--" if k in left else "--:" for k in range(len(head))], *rows]
    return "\n".join("|" + "|".join(str(v) for v in line) + "|" for line in lines)


def padded(head, rows, left):
    """Equal-width columns with bars between."""
    widths = [max(len(str(r[k])) for r in [head, *rows]) for k in range(len(head))]
    line = lambda row: " | ".join(f"{v!s:{'<' if k in left else '>'}{widths[k]}}" for k, v in enumerate(row)).rstrip()
    return "\n".join([line(head), "-+-".join("-" * w for w in widths), *(line(r) for r in rows)])


def lower(view, bold):
    """Who did not bat and the fall of wickets."""
    dnb = [f"{bold('Did not bat:')} {absent(view)}"] if view.dnb else []
    return [*dnb, f"{bold('Fall of wickets:')} {falls(view, '{wicket}-{runs} ({name}, {over})')}"]


def post(spec, match, views, columns, bowls, facts):
    """The innings one after the other in the form that the place gives them."""
    a, b = sides(match)
    title = f"{esc(a)} v {esc(b)}"
    out = {"thread": f"<h1>Post Match Thread: {title}</h1>", "chat": "", "raw": f"## {title}\n\n"}[spec["form"]]
    out += facts
    for index, view in enumerate(views):
        head, rows, second, bowling = tables(view, index, columns, bowls)
        title = f"{esc(view.team)} {score(view.innings, 'full')} ({view.overs} ov)"
        if spec["form"] == "thread":
            notes = "".join(f"<p>{t}</p>" for t in lower(view, lambda t: f"<b>{t}</b>"))
            plain = lambda some: [("", row) for row in some]
            out += f"<h3>{title}</h3>{grid(head, plain(rows), (0, 1))}{notes}{grid(second, plain(bowling))}"
        elif spec["form"] == "chat":
            out += f"<p><b>{title}</b></p><pre>{padded(head, rows, (0, 1))}\n\n{padded(second, bowling, (0,))}</pre>"
            out += "".join(f"<p>{t}</p>" for t in lower(view, lambda t: f"<b>{t}</b>"))
        else:
            out += f"### {title}\n\n{piped(head, rows, (0, 1))}\n\n" + "\n\n".join(lower(view, lambda t: f"**{t}**"))
            out += f"\n\n{piped(second, bowling, (0,))}\n\n"
    return out


def facts_of(match, when, form):
    lines = [("Venue", match.ground), ("Date", when), ("Result", match.result)]
    if form == "raw":
        return "".join(f"- **{k}:** {esc(v)}\n" for k, v in lines) + "\n"
    return "".join(f"<p><b>{k}:</b> {esc(v)}</p>" for k, v in lines)


def around(rng, spec, text):
    """The page round the post."""
    user = rng.choice(["CoverDrive88", "gully_fielder", "third_umpire_here", "NightWatcher"])
    if spec["form"] == "raw":
        return f"<pre class=\"raw\">{text}</pre>"
    if spec["form"] == "chat":
        return f'<div class="ms"><i data-no-text></i><div><b class="us">{user}</b> <small>Today at 19:42</small>{text}</div></div>'
    foot = '<div class="ft">▲ 1.2k ▼ &nbsp; 348 Comments &nbsp; Share &nbsp; Save</div>'
    return f'<div class="ms"><div class="main"><small>r/Cricket · Posted by u/{user} 5 hours ago</small>{text}{foot}</div></div>'


def style_of(picked, spec):
    dark = spec.get("dark")
    ink, back, line = ("#d7dadc", "#1a1a1b", "#444") if dark else ("#1c1c1c", "#fff", "#ccc")
    chat = spec["form"] == "chat"
    size = 12 if spec.get("width", 900) < 500 else 14
    return f"""body{{font-family:{picked['face']},sans-serif;font-size:{size}px;color:{ink};
background:{'#313338' if chat else back}}}
.ms{{display:flex;gap:14px;padding:14px}}.ms i{{width:40px;height:40px;border-radius:50%;background:#5865f2;
flex:none}}.us{{
color:#f0b232}}small{{opacity:.7}}h1{{font-size:1.35em;margin:8px 0}}h3{{margin:14px 0 6px}}p{{margin:6px 0;
line-height:1.4}}
td,th{{border:1px solid {line};padding:4px {6 if size == 12 else 10}px;text-align:right}}.n{{text-align:left}}
table{{margin:8px 0}}
pre{{font-family:{picked['mono']},monospace;font-size:12.5px;line-height:1.35;margin:8px 0}}
.ms pre{{background:#2b2d31;border:1px solid
#1e1f22;border-radius:4px;padding:10px}}.raw{{padding:{0 if spec['kind'] == 'text' else 16}px;white-space:pre-wrap}}
.ft{{opacity:.7;margin-top:12px}}"""


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    columns = rng.choice([["runs", "balls", "fours", "sixes", "strike_rate"], ["runs", "balls", "fours", "sixes"], ["runs", "balls"]])
    if spec["kind"] == "screen" and spec["width"] < 500:
        columns = columns[:4]
    bowls = [*ANALYSIS, *rng.choice([[], ["economy"]])]
    picked = choices(rng, face=["'Noto Sans'", "'Open Sans'", "'Inter'", "'Roboto'"], rows=["initial", "full", "initials"],
                     mono=["'DejaVu Sans Mono'", "'Liberation Mono'", "'Hack'", "'Inconsolata'"])
    words = Dismissals(run_out=rng.choice(["run out", "run out ({})"]), c_and_b="c & b")
    views = views_of(match, Names(picked["rows"], "last", "last"), words, bat=columns,
                     bowl=["maidens"] + ["economy"] * ("economy" in bowls), falls="over", overs="trim")
    when = date(rng, "long", (2015, 2025))
    text = post(spec, match, views, columns, bowls, facts_of(match, when, spec["form"]))
    truth = card_truth(sides(match), views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, spec), around(rng, spec, text)), truth)
