"""The thread after a match on a large discussion board: tables made with bars and dashes, comments below.

r/Cricket: the post with votes and tags, a first table Innings | Score, then a table a side (Batter | Dismissal | R | B | 4s | 6s | SR),
Extras and Total in bold below it, Bowler | O | M | R | W | Econ, and what people say. New desktop, old.reddit, the app in the dark."""

from common import Sheet, absent, batting_rows, bowling_rows, choices, document, ending, falls, grid, heads, joined, views_of
from match import Match
from names import date
from names6 import international
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-reddit"
CARDS = [
    dict(kind="screen", width=980, scale=1.3, overs=20, skin="new"),
    dict(kind="screen", width=412, scale=2, overs=20, skin="dark", file="jpg"),
    dict(kind="screen", width=900, scale=1.3, overs=50, skin="old"),
    dict(kind="photo", of="screen", width=820, scale=1.5, overs=50, skin="dark"),
    dict(kind="text", overs=20, skin="old"),
]
SKINS = {"new": ("#fff", "#1c1c1c", "#ccc", "#576f76", "#f6f8f9"), "dark": ("#0b1416", "#d7dadc", "#3b4448", "#8ba2ad", "#1a282d"), "old": ("#fff", "#222", "#bbb", "#888", "#f6f6ff")}
USERS = ["backfoot_bandit", "GullyKing7", "nightwatchman_nz", "pitchreport", "leg-glance", "TailEnderTom", "CowCornerClub", "maidenover99"]
SAYS = ["What a game. Can't believe we nearly threw that away.", "That spell in the middle overs won it.", "Absolute scenes. 10/10 would watch again.",
        "Who opens the bowling like that with a short boundary?", "Drop him. Drop all of them.", "Our fielding was club level today, three dropped catches."]


def block(index, view, columns, picked):
    out = f"<h2 data-t=i{index}>{esc(view.team)}{picked['word']}</h2>" + grid(["Batter", picked["how"], *heads(columns)], batting_rows(index, view, columns), (0, 1))
    parts = joined(view.parts, picked["part"])
    out += f"<p data-t=x{index}><b>Extras:</b> {view.extras}{f' ({parts})' if parts else ''}</p>"
    rate = f", RR {view.innings.rate:.2f}" if picked["rr"] else ""
    end = ending(view.innings, few="{} wickets", one="{} wicket")
    out += f"<p data-t=t{index}><b>Total: {view.innings.runs}</b> ({end}, {view.overs} overs{rate})</p>"
    if view.dnb:
        out += f"<p data-t=d{index}><b>Did not bat:</b> {absent(view)}</p>"
    if picked["falls"] and view.falls:
        out += f"<p data-t=f{index}><b>FoW:</b> {falls(view, '{runs}-{wicket} ({name}, {over})')}</p>"
    return out + grid(["Bowler", "O", "M", "R", "W", "Econ"], bowling_rows(index, view, ["overs", "maidens", "runs", "wickets", "economy"]))


def comments(rng, narrow):
    out = ""
    for user, says in zip(rng.sample(USERS, 3 if narrow else 4), rng.sample(SAYS, 4)):
        out += f"<div class=cm><small>{user} · {rng.randint(1, 22)}h ago</small><div>{says}</div><small data-no-text>▲ {rng.randint(2, 900)} ▼ &nbsp; Reply &nbsp; Share</small></div>"
    return out


def draw(rng, spec):
    match = international(rng, spec["overs"]) if rng.random() < 0.7 else Match(rng, rng.choice(["ind", "wi", "aus"]), spec["overs"])
    picked = choices(rng, how=["Dismissal", "How out", ""], word=["", " innings"], part=["{k} {v}", "{v}{k}"], rr=[True, False], falls=[True, False], rows=["full", "initial", "initials"])
    narrow = spec.get("width", 900) < 500
    columns = ["runs", "balls", "fours", "sixes"] + ([] if narrow else ["strike_rate"])
    short = "last" if narrow else rng.choice(["last", "initial"])
    views = views_of(match, Names("initial" if narrow else picked["rows"], short, "last"), Dismissals(c_and_b="c & b", run_out="run out ({})", dagger=not narrow and rng.random() < 0.4), bat=columns,
                     bowl=["maidens", "economy"], falls="over" if picked["falls"] else None, marks=rng.choice([(" (c)", " †"), ("", ""), (" (c)", " (wk)")]), overs=rng.choice(["trim", "full"]))
    back, ink, line, soft, pale = SKINS[spec["skin"]]
    when, old = date(rng, "long", (2018, 2025)), spec["skin"] == "old"
    votes = f"<div class=vt data-no-text>▲<br><b>{rng.randint(40, 4200)}</b><br>▼</div>"
    short_score = lambda v: f"{v.innings.runs}/{v.innings.wickets} ({v.overs} ov)"
    summary = grid(["Innings", "Score"], [("", [esc(v.team), short_score(v)]) for v in views], (0, 1))
    title = f"Post Match Thread: {esc(match.teams[0])} vs {esc(match.teams[1])}"
    head = (f"<div class=by>r/cricketforum · Posted by u/{rng.choice(USERS)}</div><h1>{title}</h1><span class=tag data-no-text>Post Match Thread</span>"
            f"<p>{esc(match.competition)} at {esc(match.ground)}, {when}</p>{summary}<p><b>{esc(match.result)}</b></p>")
    bar = f"<header data-no-text>{'<b>forum</b> hot new rising controversial top gilded wiki' if old else '<b>forum</b> <span>Search r/cricketforum</span>'}</header>"
    style = f"""body{{font-family:{"'DejaVu Sans',Verdana" if old else "'Open Sans','Noto Sans'"},sans-serif;font-size:{12 if old else 13.5}px;color:{ink};background:{back};line-height:1.4}}header{{padding:10px 16px;background:{'#cee3f8' if old else pale};
color:{'#369' if old else soft};border-bottom:1px solid {line}}}header b{{color:#ff4500;font-size:18px;margin-right:20px}}main{{display:flex;padding:10px 14px;gap:12px}}.vt{{width:36px;text-align:center;color:{soft};flex:none}}.post{{flex:1;min-width:0}}
.by,small{{color:{soft};font-size:11px}}h1{{font-size:19px;margin:4px 0;line-height:1.25}}.tag{{background:#46a;color:#fff;border-radius:9px;padding:1px 9px;font-size:11px}}h2{{font-size:16px;margin:16px 0 5px}}
table{{margin:6px 0}}td,th{{border:1px solid {line};padding:{'3px 6px' if narrow else '4px 9px'};text-align:right;{'font-size:11px' if narrow else ''}}}th{{background:{pale}}}.n{{text-align:left}}p{{margin:5px 0}}
.cm{{border-left:2px solid {line};padding:4px 0 4px 10px;margin:12px 0}}"""
    body = f"{bar}<main>{'' if narrow else votes}<div class=post>{head}{''.join(block(k, v, columns, picked) for k, v in enumerate(views))}<hr>{comments(rng, narrow)}</div></main>"
    return Sheet(document(style, body), card_truth(match.teams, views, result=match.result, venue=match.ground, date=when))
