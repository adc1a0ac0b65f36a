"""More countries for the sixth lot, and matches between two countries; all players are invented."""
import names
from match import Match

MORE = {
    "den": (
        "Lars Søren Mikkel Jens Frederik Anders Rasmus Hamid Taranjit Nicolaj Oliver Aftab".split(),
        "Nielsen Jensen Klokker Sørensen Ahmed Shahzad Pedersen Østergaard Bhullar Kjær Møller Bukhari Christensen Overgaard Mahmood Hald".split(),
        ["Svanholm", "Herning CC", "Skanderborg CK", "Køge KK", "Glostrup CC", "Nykøbing Mors"],
        ["Brøndby Vest", "Herning Kricketpark"], ["Divisionen Vest", "Danmarksserien"]),
    "fra": (
        "Lucas Mathieu Zain Hevit Rahmatullah Christian Noman Usman Jubaid Pierre Dawood Étienne".split(),
        "Dupont Roussel Alikhel Ahmad Jackson Mangal Khan Lefèvre Niazi Girard Moreau Zazai Hussain Delacroix Shahid Bénard".split(),
        ["Dreux SCC", "Entente Lisses-Saulx", "Nantes Cricket", "Paris Knight Riders", "Grigny CC", "Toulouse CC"],
        ["Stade du Grand Lac", "Parc des Sports Yves Moreau"], ["Championnat Élite", "Coupe de France"]),
    "ita": (
        "Marco Giuliano Gian Rakibul Damith Crishan Harry Alaud Luca Davide Sujith Anik".split(),
        "Rossi Meade Perera Hasan Kosala Kalugamage Manenti Bianchi De_Luca Din Campopiano Rahman Mosca Fonseka Esposito Ferraro".split(),
        ["Kent Lanka CC", "Roma Spartans", "Bologna Trojans", "Jinnah Brescia", "Venezia CC", "Latina Lions"],
        ["Campo Ovale", "Simar Cricket Ground"], ["Serie A", "Coppa Italia"]),
    "ire": (
        "Conor Paddy Cathal Niall Eoin Declan Fionn Ruadhan Tyrone Gareth Shane Seán".split(),
        "Doheny O'Reilly McCarter Getkate Dockrell Rock Delany Byrne Kavanagh McClintock Olphert Hoey Tector Murtagh Garth Moloney".split(),
        ["Clontarf Seaside", "Bready Glen", "Rathmines Union", "Strabane Holm", "Malahide Castle", "Cork Mardyke"],
        ["Castle Avenue Lower", "Magheramason Road"], ["Leinster Senior Cup", "North West Premiership"]),
    "nep": (
        "Sandeep Rohit Dipendra Kushal Aasif Gulsan Karan Bibek Lalit Pratis Anil Sompal".split(),
        "Lamsal Paudel Airee Bhurtel Sheikh Jha Yadav Rajbanshi GC Sah Kami Malla Bohara Thapa Chand Karki".split(),
        ["Bagmati Province", "Lumbini Province", "Koshi Province", "Nepal Police Club", "Tribhuvan Army Club", "Sudurpashchim"],
        ["TU Ground", "Mulpani Lower Ground"], ["Prime Minister Cup", "Jay Trophy"]),
    "zim": (
        "Tendai Sikandar Craig Blessing Wellington Tinashe Innocent Sean Brad Ryan Clive Kudzai".split(),
        "Chatara Masakadza Ervine Muzarabani Madhevere Kamunhukamwe Kaia Williams Evans Burl Chari Nyauchi Gwandu Maunze Myers Ngarava".split(),
        ["Mashonaland Eagles", "Mountaineers", "Matabele Tuskers", "Southern Rocks", "Takashinga CC", "Rhinos"],
        ["Harare East Ground", "Mutare Sports Club B"], ["Logan Trophy", "National Premier League"]),
    "ban": (
        "Tamim Mushfiq Nazmul Taskin Shoriful Mahmudul Towhid Litton Rishad Tanzim Mehidy Jaker".split(),
        "Hossain Rahman Islam Sarkar Mahmud Miraz Das Uddin Haque Hasan Ahmed Sakib Hridoy Mridha Tarafdar Joy".split(),
        ["Abahani Dhanmondi", "Kalabagan KC", "Gulshan Cricket Club", "Prime Doleshwar", "Khulna Tigers XI", "Brothers Union"],
        ["BKSP No 3", "Fatullah Outer"], ["Dhaka League", "National League Tier 1"]),
    "afg": (
        "Rashid Mohammad Hazrat Gulbadin Najib Karim Naveen Fazal Noor Ibrahim Azmat Sediq".split(),
        "Zurmati Nabizada Zazai Naib Zadran Janat Wardak Farooqi Ahmadzai Atalan Omarzai Gurbaz Shinwari Kharote Stanekzai Momand".split(),
        ["Amo Sharks", "Band-e-Amir Dragons", "Speen Ghar Tigers", "Mis Ainak Knights", "Boost Defenders"],
        ["Alokozay Ground", "Ghazi Amanullah Ground"], ["Shpageeza League", "Green Afghanistan Cup"]),
}
for key, (given, families, clubs, grounds, competitions) in MORE.items():
    names.POOLS[key] = (given, families, clubs)
    names.GROUNDS[key], names.COMPETITIONS[key] = grounds, competitions

NATIONS = {"ind": "India", "aus": "Australia", "eng": "England", "pak": "Pakistan", "sl": "Sri Lanka", "sa": "South Africa",
           "nz": "New Zealand", "wi": "West Indies", "ire": "Ireland", "nep": "Nepal", "zim": "Zimbabwe", "ban": "Bangladesh",
           "afg": "Afghanistan", "ger": "Germany", "dut": "Netherlands", "ita": "Italy"}
CODES = {"India": "IND", "Australia": "AUS", "England": "ENG", "Pakistan": "PAK", "Sri Lanka": "SL", "South Africa": "SA",
         "New Zealand": "NZ", "West Indies": "WI", "Ireland": "IRE", "Nepal": "NEP", "Zimbabwe": "ZIM", "Bangladesh": "BAN",
         "Afghanistan": "AFG", "Germany": "GER", "Netherlands": "NED", "Italy": "ITA"}


def international(rng, overs=20, days=False, home=None, **more):
    """A match of two countries; the second side's players become those of its country."""
    home = home or rng.choice(sorted(NATIONS))
    away = rng.choice(sorted(set(NATIONS) - {home}))
    match = Match(rng, home, overs, days=days, teams=[NATIONS[home], NATIONS[away]], **more)
    for old, new in zip(match.squads[1], names.squad(rng, away, len(match.squads[1]))):
        old.given, old.family = new.given, new.family
    return match


def initials(team, size=3):
    """Letters for a badge."""
    words = [w for w in team.replace("'", "").split() if w[0].isalnum()]
    return ("".join(w[0] for w in words) if len(words) > 1 else words[0][:size]).upper()[:size]
