"""A card in two languages: every heading in English and in the country's other script, the names in Latin letters.

Boards' and schools' sheets of South Africa (Afrikaans), Wales, India, Bangladesh, Sri Lanka and Pakistan: "Batting /
Kolfwerk", the letters of the columns with a small word under them, Extras and Total twice, "Result / ..." as a field.
The second word stands beside the first, under it, or the Urdu at the right of the line."""

from common import (ANALYSIS, Sheet, absent, batting_rows, bowling_rows, choices, chose, document, ending, falls, grid, joined,
                    sides, views_of)
from match import Match
from names import date
from view import Dismissals, Names, card_truth, esc

LAYOUT = "look-bilingual"
CARDS = [
    dict(kind="text", pool="sa", overs=50, margin="12mm"),
    dict(kind="text", pool="ind", overs=50, margin="12mm"),
    dict(kind="screen", width=430, scale=2.5, pool="sl", overs=20),
    dict(kind="scan", pool="eng", overs=40, margin="12mm", dpi=250),
    dict(kind="photo", pool="pak", overs=20, margin="12mm"),
    dict(kind="text", pool="sl", overs=50, margin="12mm"),
]
KEYS = "batting runs balls fours sixes bowling overs maidens wickets extras total fell dnb result venue date toss card".split()
TONGUES = {
    "af": "Kolfwerk|Lopies|Balle|Viere|Sesse|Boulwerk|Boulbeurte|Leë|Paaltjies|Ekstras|Totaal|Val van paaltjies|Het nie gekolf nie|"
          "Uitslag|Veld|Datum|Loot|Telkaart",
    "cy": "Batio|Rhediadau|Peli|Pedwarau|Chwechau|Bowlio|Pelawdau|Di-sgôr|Wicedi|Ychwanegion|Cyfanswm|Cwymp y wicedi|Heb fatio|"
          "Canlyniad|Maes|Dyddiad|Tafliad|Cerdyn sgorio",
    "hi": "बल्लेबाजी|रन|गेंद|चौके|छक्के|गेंदबाजी|ओवर|मेडन|विकेट|अतिरिक्त|कुल|विकेट पतन|बल्लेबाजी नहीं की|परिणाम|मैदान|दिनांक|टॉस|स्कोरकार्ड",
    "bn": "ব্যাটিং|রান|বল|চার|ছয়|বোলিং|ওভার|মেডেন|উইকেট|অতিরিক্ত|মোট|উইকেট পতন|ব্যাট করেননি|ফলাফল|মাঠ|তারিখ|টস|স্কোরকার্ড",
    "si": "පිතිකරණය|ලකුණු|පන්දු|හතරේ|හයේ|පන්දු යැවීම|ඕවර|මේඩන්|කඩුලු|අමතර|එකතුව|කඩුලු බිඳවැටීම|පිතිකරණය නොකළ|ප්‍රතිඵලය|පිටිය|දිනය|කාසියේ වාසිය|"
          "ලකුණු පුවරුව",
    "ta": "துடுப்பாட்டம்|ஓட்டம்|பந்து|நான்கு|ஆறு|பந்துவீச்சு|ஓவர்|மெய்டன்|விக்கெட்|உதிரிகள்|மொத்தம்|விக்கெட் வீழ்ச்சி|துடுப்பாடாதோர்|"
          "முடிவு|மைதானம்|திகதி|நாணய சுழற்சி|ஸ்கோர் அட்டை",
    "ur": "بلے بازی|رنز|گیندیں|چوکے|چھکے|بولنگ|اوورز|میڈن|وکٹیں|فاضل رنز|کل|وکٹیں گرنا|بیٹنگ نہیں کی|نتیجہ|میدان|تاریخ|ٹاس|اسکور کارڈ",
}
SPOKEN = {"sa": ["af"], "eng": ["cy"], "ind": ["hi", "bn"], "sl": ["si", "ta"], "pak": ["ur"]}
ENGLISH = dict(batting="Batting", runs="R", balls="B", fours="4s", sixes="6s", bowling="Bowling", overs="O", maidens="M", wickets="W",
               extras="Extras", total="Total", fell="Fall of wickets", dnb="Did not bat", result="Result", venue="Venue", date="Date",
               toss="Toss", card="SCORECARD")


class Tongue:
    """The second language and where its words stand."""

    def __init__(self, key, join):
        self.words, self.right, self.join = dict(zip(KEYS, TONGUES[key].split("|"))), key == "ur", join

    def word(self, key):
        other = f'<bdi{" dir=rtl" if self.right else ""}>{self.words[key]}</bdi>'
        return f"{ENGLISH[key]} {self.join} {other}"

    def letter(self, key):
        return f'{ENGLISH[key]}<br><small><bdi>{self.words[key]}</bdi></small>'


def block(index, view, columns, tongue):
    """An innings under headings of both languages."""
    innings = view.innings
    parts = joined(view.parts)
    blank = [""] * (len(columns) - 1)
    rows = batting_rows(index, view, columns)
    rows.append((f"x{index}", [tongue.word("extras"), f"({parts})" if parts else "", view.extras, *blank]))
    rows.append((f"t{index}", [tongue.word("total"), f"({ending(innings)}, {view.overs} overs)", innings.runs, *blank]))
    batting = grid([tongue.word("batting"), "", *(tongue.letter(c) for c in columns)], rows, (0, 1))
    dnb = f"<p><b>{tongue.word('dnb')}:</b> {absent(view)}</p>" if view.dnb else ""
    fell = f"<p><b>{tongue.word('fell')}:</b> {falls(view, '{wicket}-{runs} ({name})')}</p>"
    bowled = grid([tongue.word("bowling"), *(tongue.letter(c) for c in ANALYSIS)], bowling_rows(index, view))
    return f"<h3>{esc(view.team)}</h3>{batting}{dnb}{fell}{bowled}"


def fields(match, tongue, when, toss):
    facts = [("venue", match.ground), ("date", when), ("toss", toss), ("result", match.result)]
    return "".join(f"<p><b>{tongue.word(key)}:</b> {esc(value)}</p>" for key, value in facts)


def style_of(picked, spec):
    small = spec["kind"] == "screen"
    scripts = "'Noto Sans Devanagari','Noto Sans Bengali','Noto Sans Sinhala','Noto Sans Tamil','Noto Naskh Arabic'"
    return f"""body{{font-family:{picked['face']},{scripts},sans-serif;font-size:{12 if small else 12.5}px;
color:#151515;background:#fff;
padding:{10 if small else 0}px;line-height:1.35}}h1{{font-size:1.5em;text-align:center;color:{picked['mark']};
margin:2px 0}}
h2{{text-align:center;font-size:1.2em;margin:4px 0 8px}}h3{{margin:9px 0 3px;background:{picked['mark']};color:#fff;
padding:3px 8px}}
table{{width:100%}}td,th{{padding:2px {4 if small else 6}px;text-align:right;border-bottom:1px solid #ccc}}
.n{{text-align:left}}
th{{background:#f0f0ea;font-weight:700;vertical-align:top}}small{{font-size:.78em;font-weight:400}}
tr[data-t^=t] td{{font-weight:700}}
p{{margin:3px 2px}}"""


def draw(rng, spec):
    match = Match(rng, spec["pool"], spec["overs"])
    tongue = Tongue(rng.choice(SPOKEN[spec["pool"]]), rng.choice(["/", "|", "·", "-"]))
    picked = choices(rng, face=["'Noto Sans'", "'Open Sans'", "'Liberation Sans'", "'Noto Serif'"],
                     mark=["#0b5d3b", "#1d3f87", "#7b1fa2", "#333", "#9c1c1c"], rows=["full", "initial", "initials"])
    columns = ["runs", "balls"] if spec["kind"] == "screen" else rng.choice(
        [["runs", "balls", "fours", "sixes"], ["runs", "balls"], ["runs"]])
    words = Dismissals(c_and_b=rng.choice(["c & b", "c and b"]), run_out=rng.choice(["run out", "run out ({})"]))
    views = views_of(match, Names(picked["rows"], "last", "last"), words, bat=columns, bowl=["maidens"], falls="player",
                     overs="trim", marks=rng.choice([("", ""), ("*", "†"), (" (c)", " (wk)")]))
    when, (a, b) = date(rng, "long", (2009, 2025)), sides(match)
    toss = chose(match, "{}, elected to {}")
    body = (f"<h1>{tongue.word('card')}</h1><h2>{esc(a)} v {esc(b)}</h2><p>{esc(match.competition)}</p>"
            + fields(match, tongue, when, toss) + "".join(block(k, v, columns, tongue) for k, v in enumerate(views)))
    truth = card_truth([a, b], views, toss=toss, result=match.result, venue=match.ground, date=when)
    return Sheet(document(style_of(picked, spec), body), truth)
