"""A card in an e-mail that went round: Fwd: and Re:, each line after ">", in a mail program's window or printed.

The scorer typed it with blanks so that the columns stand in letters of one width; in another program they no longer do.
"Smith  c Jones b Brown  34"; Extras and Total; FoW; the bowlers as "Patel 8-1-34-2" or in columns; a greeting and a
signature round it."""

from common import Sheet, choices, document, ending, joined, sides, views_of
from match import Match
from names import date, squad
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-fwdmail"
CARDS = [
    dict(kind="text", pool="eng", overs=40, margin="16mm", mono=True),
    dict(kind="screen", width=900, scale=1, pool="eng", overs=20, mono=False),
    dict(kind="screen", width=860, scale=1.5, pool="aus", overs=40, mono=True, file="jpg"),
    dict(kind="photo", pool="wi", overs=35, margin="18mm", mono=True),
]


def wrapped(word, items, wide=64):
    """Lines of items with a comma between, none broken in its middle."""
    lines, line = [], word
    for place, item in enumerate(items):
        piece = item + ("," if place < len(items) - 1 else "")
        if len(line) + len(piece) + 1 > wide:
            lines.append(line)
            line = "   " + piece
        else:
            line += " " + piece
    return [*lines, line]


def lines_of(view, picked, mono):
    """An innings as the scorer typed it."""
    fit = (lambda text, n: text.ljust(n)) if mono else (lambda text, n: text + "   ")
    name_wide = max(len(r.name) for r in view.batting + view.bowling) + 2
    how_wide = max(len(r.text) for r in view.batting) + 2
    right = (lambda text, n: text.rjust(n)) if mono else (lambda text, n: text)
    out = [view.team, "-" * len(view.team)] if picked["lined"] else [f"{view.team} innings", ""]
    for row in view.batting:
        out.append(fit(row.name, name_wide) + fit(row.text, how_wide) + right(row["runs"], 4))
    parts = joined(view.parts, "{k}{v}", " ")
    out.append(fit("Extras", name_wide) + fit(f"({parts})" if parts else "", how_wide) + right(str(view.extras), 4))
    end = ending(view.innings, few="{} wkts", one="{} wkt")
    out.append(fit("Total", name_wide) + fit(f"({end}, {view.overs} overs)", how_wide) + right(str(view.innings.runs), 4))
    out.append("")
    if view.dnb:
        out += wrapped("Did not bat:", [name for _, name in view.dnb])
    out += wrapped("FoW:", [f"{r['wicket']}-{r['runs']}" for r in view.falls]) if view.falls else []
    out.append("")
    if picked["inline"]:
        out += wrapped("Bowling:", ["{} {}".format(r.name, "-".join(r[c] for c in ("overs", "maidens", "runs", "wickets"))) for r in view.bowling])
    else:
        cell = lambda text: right(text, 6) if mono else text + "   "
        out.append(fit("Bowling", name_wide) + "".join(cell(t) for t in ("O", "M", "R", "W")))
        out += [fit(r.name, name_wide) + "".join(cell(r[c]) for c in ("overs", "maidens", "runs", "wickets")) for r in view.bowling]
    return [*out, ""]


def letter(rng, match, views, picked, mono, when):
    a, b = sides(match)
    who = [p.form("full") for p in squad(rng, "eng", 3)]
    mark = picked["mark"]
    inner = [f"From: {who[1]}", f"Date: {when}", f"Subject: {a} v {b}", "", "All,", "", "Card from the weekend below, thanks to our scorer.", "",
             f"{a} v {b}", f"{match.ground}, {when}", match.result, ""]
    for view in views:
        inner += lines_of(view, picked, mono)
    inner += ["Cheers", who[1].split()[0]]
    quoted = "\n".join(f"{mark} {esc(line)}".rstrip() for line in inner)
    before = f"{rng.choice(['FYI.', 'See below for the website please.', 'Can you put this up?'])}\n\n{who[0].split()[0]}\n\n"
    before += rng.choice(["----- Forwarded message -----\n", f"{esc(who[2])} wrote:\n", "-------- Original Message --------\n"])
    head = (f'<div class="hd"><b class="su">Fwd: {esc(a)} v {esc(b)}</b><table><tr><td>From:</td><td>{who[0]}</td></tr><tr><td>To:</td>'
            f"<td>{who[2]}</td></tr></table></div>")
    return head + f'<pre>{esc(before)}<span class="q">{quoted}</span></pre>'


def style_of(picked, paper, mono):
    face = "'Courier Prime','Liberation Mono',monospace" if mono and picked["courier"] else (
        "'DejaVu Sans Mono','Liberation Mono',monospace" if mono else picked["face"] + ",sans-serif")
    return f"""body{{font-family:'Liberation Sans',sans-serif;font-size:13px;color:#111;background:#fff}}.to{{background:{picked['bar']};color:#fff;
padding:8px 14px;font-size:13px}}.to span{{margin-right:22px}}.hd{{padding:{0 if paper else 12}px;border-bottom:1px solid #bbb}}.su{{font-size:17px}}.hd td{{
padding:2px 10px 2px 0;color:#444}}pre{{font-family:{face};font-size:{12 if mono else 13.5}px;line-height:1.35;padding:{4 if paper else 14}px;margin:0;
white-space:pre-wrap}}.q{{color:{picked['quote']}}}"""


def draw(rng, spec):
    match, mono = Match(rng, spec["pool"], spec["overs"]), spec["mono"]
    picked = choices(rng, mark=["&gt;", "&gt;", "&gt;&gt;"], lined=[True, False], inline=[True, False], courier=[True, False], bar=["#0a64ad", "#3c4043", "#5b7fa6"],
                     quote=["#111", "#1a237e", "#555", "#70207a"], face=["'Liberation Sans'", "'Carlito'", "'DejaVu Sans'"], rows=["initial", "initials", "full"])
    words = Dismissals(caught=rng.choice(["c", "ct"]), c_and_b=rng.choice(["c&b", "c & b"]), run_out="run out", dnb="did not bat")
    names = Names(picked["rows"], "last", "last")
    views = views_of(match, names, words, bat=["runs"], bowl=["maidens"], falls="runs", overs="trim", marks=rng.choice([("", ""), ("*", "+")]))
    when, paper = date(rng, "long", (1999, 2016)), spec["kind"] in ("text", "photo")
    tools = "" if paper else '<div class="to" data-no-text><span>Reply</span><span>Reply all</span><span>Forward</span><span>Delete</span></div>'
    body = tools + letter(rng, match, views, picked, mono, when)
    truth = card_truth(sides(match), views, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, paper, mono), body), truth)
