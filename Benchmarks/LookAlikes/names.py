"""Players, clubs and grounds; all invented."""

POOLS = {
    "eng": (
        "James Thomas William Oliver Jack Harry George Charlie Daniel Matthew Ben Sam Joe Luke Adam Robert Andrew Paul Simon Nick Toby Edward Stuart Gareth Alex Callum Rhys Liam".split(),
        "Smith Jones Brown Taylor Wilson Davies Evans Thomas Roberts Walker Wright Robinson Thompson White Hughes Edwards Green Hall Wood Harris Lewis Martin Jackson Clarke Turner Hill Cooper Morris Ward Moore King Baker Harrison Morgan Allen James Scott Phillips Watson Parker Price Bennett Young Griffiths Mitchell Kelly Cook Carter Richardson Bailey Collins Bell Shaw Murphy Miller Cox Marshall Anderson Simpson Webb Foster Gray Chapman Palmer Mills Rogers Knight Stevens Gibson Pearce Hartley Whitehead Barlow Atherley Pickering Sidebottom Ollerenshaw Smith-Jones O'Brien Fenwick Lamb Bird Fry Ash Lord".split(),
        ["Riverside CC", "Hillside CC", "Kirkby Moor CC", "Ashdown Park CC", "Great Wickham CC", "Thornbury Green CC",
         "Old Elmians CC", "Castle Bromley CC", "Stoke Merton CC", "Lower Weston CC", "Abbots Cross CC", "Marlow Heath CC"]),
    "ind": (
        "Rahul Amit Rohit Vikram Sanjay Arjun Karthik Suresh Manish Nikhil Pranav Deepak Harsh Vivek Aditya Siddharth Yash Kunal Ravi Gaurav Ankit Naveen Mohan Prakash".split(),
        "Sharma Patel Kumar Singh Verma Gupta Reddy Iyer Nair Rao Joshi Desai Mehta Kulkarni Chauhan Yadav Mishra Shah Naidu Pillai Menon Bhat Thakur Rathore Chopra Bose Das Ghosh Saxena Tiwari Malhotra Subramaniam Krishnan Venkataraman".split(),
        ["Deccan Warriors", "Pune Panthers", "Shivaji Gymkhana", "Bandra Blasters", "Koramangala XI", "Anna Nagar CC",
         "Gomti Riders", "Surat Sultans", "Chinar Strikers", "Powai Lakers"]),
    "pak": (
        "Ahmed Usman Bilal Hassan Imran Faisal Shahid Kamran Zeeshan Adnan Asad Hamza Saad Fahad Tariq Waqar Junaid Umar Noman Yasir".split(),
        "Khan Ahmed Malik Hussain Ali Iqbal Butt Raza Mahmood Akhtar Sheikh Qureshi Javed Aslam Shah Mirza Siddiqui Rehman Nawaz Abbasi Chaudhry Anwar Latif Bhatti Gul".split(),
        ["Lahore Lions CC", "Model Town Greens", "Saddar Gymkhana", "Karachi Kings Club", "Ravi Stars", "Margalla CC"]),
    "sl": (
        "Nuwan Kasun Dinesh Lahiru Chamara Sanjeewa Pradeep Ruwan Dilshan Thilina Asanka Roshan".split(),
        "Perera Fernando Silva de Silva_x Jayawardena Wickramasinghe Gunaratne Bandara Rajapakse Mendis Dissanayake Herath Karunaratne Weerasinghe Samaraweera Ranatunga Liyanage".split(),
        ["Moratuwa Sports Club", "Kandy Tuskers CC", "Negombo SC", "Panadura Union"]),
    "aus": (
        "Josh Mitch Travis Cameron Lachlan Nathan Brett Shane Craig Aaron Glenn Damien Tim Jake Riley Hayden Zac Mick".split(),
        "Johnson Williams Campbell McDonald Kelly Ryan O'Neill Murray Stewart Hayes Burns Lawson Ferguson Nguyen Doyle Barnes Sutherland McKenzie Fitzgerald Donnelly Kowalski Hogan Maher Quinn Rowe Sheehan Wade Zampa Harvey Langer".split(),
        ["Brunswick Park", "Mount Ridley", "Glenroy Vale", "Coburg North", "Balwyn East", "Yarra Bend", "Port Fairview", "Werribee Plains"]),
    "sa": (
        "Pieter Johan Hendrik Jacques Ryan Dean Kyle Wayne Thabo Sipho Lungi Andile Marco Gerhard Werner Francois".split(),
        "Botha van_der_Merwe de_Villiers du_Plessis Nel Pretorius Venter Steyn Kruger Jansen Mokoena Dlamini Ngcobo Zulu Naidoo Pillay Visser Coetzee Fourie Swart Erasmus van_Wyk le_Roux Ndlovu".split(),
        ["Pretoria Oaks CC", "Durban Bay CC", "Paarl Union", "Bloem Collegians", "Umgeni CC"]),
    "wi": (
        "Andre Marlon Kieron Darren Dwayne Sherwin Jerome Carlton Desmond Winston Alvin Shane Kemar Rovman".split(),
        "Joseph Charles Alexander Baptiste Francis Gordon Henry Browne Holder Lewis Samuels Ramdeen Persad Mohammed St_Clair Walcott Greenidge Marshall Sealy Brathwaite Cummings Weekes Grant".split(),
        ["St Mary's Sports Club", "Port Royal CC", "Demerara Estates", "Carapo Wanderers", "Speightstown CC"]),
    "nz": (
        "Hamish Tom Kane Ross Mitchell Corey Doug Jimmy Kyle Blair Wiremu Tane Henare Brendon".split(),
        "Henderson McCullum Ngata Taylor Bracewell Southee Rutherford Paterson Tuhoe Wairau Fulton Munro Sinclair Horne Redmond Parore Kuggeleijn Boult Hoani".split(),
        ["Otumoetai Cadets", "Karori Colts", "Waitaki CC", "Heretaunga CC", "Te Awanui CC", "Riccarton Park"]),
    "ger": (
        "Lukas Jonas Felix Tobias Imran Zahid Rohit Sajid Harmanjot Abdul Elam Dylan Ghulam Stefan".split(),
        "Müller Schmidt Weber Khan Ahmadi Singh Zadran Sharma Stanikzai Schröder Vogel Hoffmann Rana Safi Butt Malik Krüger Fischer Jäger Patel Iqbal".split(),
        ["SC Frankfurt", "Hamburger CC", "Köln Challengers", "TSV München Süd", "Rot-Weiß Bonn CC", "VfB Fürth 08", "Düsseldorf Blackcaps"]),
    "dut": (
        "Bas Pieter Max Teja Roelof Scott Logan Vikram Tim Wesley Ryan Stephan Tobias Joost".split(),
        "de_Leede van_der_Gugten Seelaar Kingma Myburgh van_Beek Zulfiqar Barresi Dutt Nidamanuru O'Dowd Klein van_Meekeren Cooper Visée de_Jong Pringle Jansen van_den_Berg Bakker".split(),
        ["HBS Craeyenhout", "VOC Rotterdam", "Excelsior '20", "Kampong Utrecht", "HCC Den Haag", "Sparta 1888", "Quick Nijmegen"]),
    "women": (
        "Emma Sarah Charlotte Lucy Katie Sophie Alice Georgia Priya Anjali Megan Holly Rachel Beth Hannah Ellie Freya Amelia Nisha Tash".split(),
        "Smith Taylor Patel Wilson Jones Evans Brown Clarke Knight Green Sharma Khan Wright Hughes Marsh Dunkley Farrant Beaumont Gibbs Lamb Cross Dean Bell Ward Fletcher Ellis Moore Webb Rao Iyer".split(),
        ["Riverside Women", "Hillside Ladies", "Ashdown Park Women", "Northfield Women", "Kirkby Moor Women", "Marlow Heath Ladies"]),
    "junior": (
        "Alfie Archie Noah Leo Freddie Oscar Theo Jake Finn Rory Zain Aarav Ishaan Dylan Toby Max Isla Poppy Evie Jess".split(),
        "Smith Taylor Patel Wilson Jones Evans Brown Clarke Knight Green Sharma Khan Wright Hughes Marsh Lamb Dean Bell Ward Ellis Moore Webb Rao".split(),
        ["Riverside U11", "Hillside U11", "Kirkby Moor Under 10", "Ashdown Park Under 10", "Thornbury U9", "Marlow Heath U9"]),
}

GROUNDS = {
    "eng": ["The Recreation Ground", "Mill Lane", "Town Ground", "The Vicarage Field", "Station Road"],
    "ind": ["Gymkhana Ground", "MCA Turf B", "Cubbon Oval", "Nehru Maidan"],
    "pak": ["Bagh-e-Jinnah", "Iqbal Park", "Model Town Ground"], "sl": ["Tyronne Oval", "Town Council Grounds"],
    "aus": ["Fleming Reserve", "Jubilee Oval", "Raeburn Reserve 1"], "sa": ["Laudium Oval", "Crusaders Ground"],
    "wi": ["Queen's Savannah", "Gymkhana Oval"], "nz": ["Bay Park No. 1", "Hagley Annex", "Anderson Park"],
    "ger": ["Sportpark Nord", "Bergfeld"], "dut": ["Sportpark Craeyenhout", "Hazelaarweg"],
    "women": ["The Recreation Ground", "College Field"], "junior": ["Mill Lane", "School Field"],
}

COMPETITIONS = {
    "eng": ["County Premier League", "Wessex League Division Two", "Border League", "Village Cup"],
    "ind": ["Monsoon Trophy", "Corporate Premier League", "Corporation League Division A"],
    "pak": ["Ramadan Night Cup", "City Super League"], "sl": ["Western Province Trophy"],
    "aus": ["McIntosh Shield", "North West Metro Turf 2"], "sa": ["Premier League Group B"],
    "wi": ["National League Premiership", "Carib Shield"], "nz": ["Senior A Championship", "Twenty20 Trophy"],
    "ger": ["Bundesliga Nord", "Regionalliga Hessen"], "dut": ["Topklasse", "Hoofdklasse"],
    "women": ["Women's League Tier 2", "Women's Super Eights"], "junior": ["Junior Pairs League"],
}

MONTHS = "January February March April May June July August September October November December".split()


class Person:
    """A player: given names and a family name."""

    def __init__(self, given, family):
        self.given, self.family = given, family

    @property
    def initials(self):
        return [name[0] for name in self.given]

    def form(self, style):
        """The name in a style: full, initial, initials, dotted, spaced, tight, last_initials, last_comma, last, last_dot."""
        first, family = self.initials, self.family
        return {
            "full": f"{self.given[0]} {family}", "initial": f"{first[0]} {family}",
            "initials": f"{''.join(first)} {family}", "dotted": f"{''.join(i + '.' for i in first)} {family}",
            "spaced": f"{'. '.join(first)}. {family}", "open": f"{' '.join(first)} {family}",
            "last_initials": f"{family} {''.join(first)}", "last_comma": f"{family}, {''.join(first)}",
            "last": family, "initial_dot": f"{first[0]}. {family}", "last_full": f"{family}, {self.given[0]}", "last_dot": f"{family} {first[0]}.",
        }[style]


def squad(rng, pool, size=11):
    """Players with different family names, now and then two of one name."""
    given, families = POOLS[pool][0], [f.replace("_x", "").replace("_", " ") for f in POOLS[pool][1]]
    families = [f if f != "de" else "de Silva" for f in families]
    chosen = rng.sample(sorted(set(families)), size)
    if rng.random() < 0.3:
        chosen[rng.randrange(1, size)] = chosen[0]
    people, used = [], set()
    for family in chosen:
        while True:
            first = rng.sample(given, rng.choice([1, 1, 2, 2, 3]))
            if (first[0][0], family) not in used:
                break
        used.add((first[0][0], family))
        people.append(Person(first, family))
    return people


def two_clubs(rng, pool):
    return rng.sample(POOLS[pool][2], 2)


def date(rng, style, years=(2012, 2025)):
    day, month, year = rng.randint(1, 28), rng.randint(4, 9), rng.randint(*years)
    name = MONTHS[month - 1]
    return {"long": f"{day} {name} {year}", "short": f"{day} {name[:3]} {year}", "us": f"{name} {day}, {year}",
            "slash": f"{day:02d}/{month:02d}/{year}", "usslash": f"{month:02d}/{day:02d}/{year}",
            "iso": f"{year}-{month:02d}-{day:02d}", "dot": f"{day:02d}.{month:02d}.{year}"}[style]
