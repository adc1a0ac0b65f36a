/// Given names and surnames from where cricket is played, with the spellings that are hard to read:
/// apostrophes, hyphens, particles, diacritics.
struct NameBook: Sendable {
    var given: [String]
    var surnames: [String]

    private init(given: String, surnames: String) {
        self.given = Self.split(given)
        self.surnames = Self.split(surnames)
    }

    private static func split(_ list: String) -> [String] {
        list.split(separator: ",").map { String($0.drop(while: \.isWhitespace)) }
    }

    /// The larger countries twice: names with diacritics, which the English model has not learned, stay rare.
    static let all: [NameBook] = [
        england, australia, india, pakistan, sriLanka, newZealand, southAfrica, westIndies, england, australia, india,
        pakistan, bangladesh, afghanistan, nepal, zimbabwe, ireland, europe,
    ]

    /// Every country, those of few players too.
    static let world: [NameBook] =
        all + [scotland, papuaNewGuinea, namibia, emirates, northAmerica, iceland, czechia]

    private static let scotland = NameBook(
        given: "Calum, Hamish, Ruaridh, Fraser, Mhairi, Gregor, Iain",
        surnames:
            "MacLeod, Mackintosh, Mac an Tàilleir, Coetzer, Munsey, McIlwraith-Ross, O'Neil, Sharif, Watt, Greaves")
    private static let papuaNewGuinea = NameBook(
        given: "Assad, Sese, Kabua, Norman, Charles, Tony, Vanua",
        surnames: "Amini, Bau, Dai, Kila-Morea, Nao, Pokana, Siaka, Soper, Ura, Vagi, Vala")
    private static let namibia = NameBook(
        given: "Gerhard, Stephan, Zane, Jan Nicol, Bernard, Ruben",
        surnames: "Baard, du Preez, Erasmus, Frylinck, Green, Loftie-Eaton, Scholtz, Smit, Trumpelmann, van Lingen")
    private static let emirates = NameBook(
        given: "Aayan, Muhammad, Basil, Chirag, Vriitya, Aryan, Zeeshan",
        surnames: "Al-Balushi, Aravind, Farooq, Hameed, Kaleem, Meiyappan, Naseer, Suri, Waseem, bin Tariq")
    private static let northAmerica = NameBook(
        given: "Aaron, Nosthush, Saad, Navneet, Jeremy, Nikhil, Xavier",
        surnames: "Bin Zafar, Dhaliwal, Gajanand, Jasdeep, Kenjige, Netravalkar, Taylor Jr., Thomas, van Schalkwyk")
    private static let iceland = NameBook(
        given: "Jón, Guðmundur, Þórir, Sæmundur, Björk, Élodie",
        surnames: "Ágústsson, Bjarnason, Gíslason, Jóhannsdóttir, Ólafsson, Sigurðsson, Þorvaldsson")
    private static let czechia = NameBook(
        given: "Tomáš, Václav, Siddarth, Jiří, Łukasz, Paweł",
        surnames: "Dvořák, Goud, Kašpar, Němec, Novák, Šťastný, Vojtěchovský, Wiśniewski, Żuk")

    private static let england = NameBook(
        given:
            "Thomas, James, Oliver, Harry, William, George, Edward, Jack, Samuel, Benjamin, Alfred, Charlotte, Nigel",
        surnames: """
            Ashworth, Barraclough, Clarke-Jones, Dewhurst, Entwistle, Fairbrother, Greenhalgh, Hollingsworth, \
            Illingworth, Jowett, Kilner, Lister, Micklethwaite, Oldroyd, Pickersgill, Ramsbottom, Sutcliffe, \
            Thwaite, Verity, Wainwright, Hill, Ives, Cox
            """)
    private static let australia = NameBook(
        given: "Lachlan, Mitchell, Cooper, Hamish, Darcy, Travis, Shane, Beau, Kieran, Josh, Meg, Alyssa",
        surnames: """
            Callaghan, Drummond, Flanagan, Gilchrist, Hanrahan, Kowalski, Laughlin, McAllister, McGrath, Nankervis, \
            O'Keefe, O'Loughlin, Papadopoulos, Renshaw, Schultz, Tregonning, Warburton, Zampatti, Wade, Bird
            """)
    private static let india = NameBook(
        given: "Arjun, Rohan, Vikram, Aditya, Karthik, Suresh, Manish, Deepak, Harsh, Ishaan, Smriti, Yash",
        surnames: """
            Agarwal, Balasubramaniam, Chatterjee, Deshpande, Gaikwad, Iyer, Jadeja, Krishnamurthy, Kulkarni, \
            Mukherjee, Nair, Parthasarathy, Patel, Raghunathan, Sharma, Singh, Tendolkar, Venkatesh, Yadav, Rao
            """)
    private static let pakistan = NameBook(
        given: "Imran, Usman, Shahid, Fawad, Zahid, Bilal, Hamza, Junaid, Saeed, Tariq, Nida, Yasir",
        surnames: """
            Afridi, Akhtar, Butt, Chaudhry, Farooqi, Ghani, Hafeez, Iftikhar, Jamshed, Khan, Latif, Mahmood, Nawaz, \
            Qureshi, Rehman, Siddiqui, ul-Haq, Younis, Zafar, Ali
            """)
    private static let sriLanka = NameBook(
        given: "Kusal, Dinesh, Lahiru, Nuwan, Chamika, Pathum, Sanath, Dilhara, Asela, Mahela, Chamari, Ruwan",
        surnames: """
            Abeywickrama, Bandara, Chandimal, de Silva, Dissanayake, Fernando, Gunawardena, Hettiarachchi, \
            Jayasuriya, Karunaratne, Liyanage, Mendis, Perera, Rajapaksa, Samarawickrama, Tharanga, Wijesinghe
            """)
    private static let bangladesh = NameBook(
        given: "Tamim, Mahmud, Rubel, Sabbir, Nasir, Taskin, Mehedi, Litton, Nurul, Anamul, Salma",
        surnames: """
            Ahmed, Alam, Chowdhury, Das, Ferdous, Haque, Hossain, Islam, Kayes, Mondal, Mortaza, Rahman, Sarkar, Uddin
            """)
    private static let newZealand = NameBook(
        given: "Kane, Tim, Rangi, Tama, Finn, Devon, Ish, Wiremu, Corey, Lockie, Sophie, Hōne",
        surnames: """
            Bracewell, Chatfield, de Grandhomme, Elliott, Fulton, Guptill, Henare, Jamieson, Latham, McClenaghan, \
            Ngata, O'Rourke, Parore, Ravindra, Santner, Taylor, Tūhoe, Wagner, Young
            """)
    private static let southAfrica = NameBook(
        given: "Pieter, Hendrik, Johan, Faf, Temba, Kagiso, Wayne, Quinton, Riaan, Lungi, Marizanne, Dean",
        surnames: """
            Bavuma, Boucher, de Villiers, du Plessis, Erasmus, Gericke, Hendricks, Jansen van Vuuren, Klaasen, \
            Labuschagne, Maharaj, Mthembu, Ngidi, Ntini, Oosthuizen, Pretorius, Rabada, Steyn, van der Merwe, Zondo
            """)
    private static let westIndies = NameBook(
        given: "Curtly, Desmond, Brian, Shivnarine, Kemar, Jermaine, Darren, Dwayne, Malcolm, Hayley, Alzarri",
        surnames: """
            Ambrose, Bishop, Brathwaite, Chanderpaul, Deonarine, Edwards, Fredericks, Garner, Hooper, Joseph, \
            King-Taylor, Lewis, Marshall, Nurse, Pollard, Ramdin, Samuels, St. Clair, Walsh
            """)
    private static let ireland = NameBook(
        given: "Seán, Conor, Paul, Niall, Kieran, Eoin, Barry, Fionn, Gareth, Laura, Padraig",
        surnames: """
            Balbirnie, Campher, Delany, Dockrell, Getkate, Joyce, Kearney, McBrine, McCarthy, Ó Briain, O'Brien, \
            O'Sullivan, Porterfield, Stirling, Tector, Tucker
            """)
    private static let afghanistan = NameBook(
        given: "Rashid, Mujeeb, Najib, Hashmat, Ibrahim, Rahmat, Azmat, Karim, Gulbadin",
        surnames: "Ahmadzai, Hotak, Janat, Malik, Naib, Noori, Omarzai, Shahidi, Stanikzai, ur-Rahman, Zadran, Zazai")
    private static let nepal = NameBook(
        given: "Sandeep, Paras, Dipendra, Rohit, Kushal, Sompal, Aasif, Gyanendra",
        surnames: "Airee, Bhandari, Bhurtel, Gurung, Jha, Kami, Khadka, Lamichhane, Malla, Paudel, Shrestha, Thapa")
    private static let zimbabwe = NameBook(
        given: "Tatenda, Hamilton, Sikandar, Blessing, Tendai, Brendan, Craig, Innocent",
        surnames: """
            Chakabva, Chigumbura, Ervine, Kaia, Madhevere, Masakadza, Mpofu, Muzarabani, Ngarava, Raza, Taibu, Utseya
            """)
    private static let europe = NameBook(
        given: "Max, Bas, Jonas, Søren, Luca, Thijs, Émile, Logan, Freja, Timm, Roelof, Wesley",
        surnames: """
            Ackermann, Borren, Bukhari, Cooper, de Leede, García, Hansen, Jørgensen, Kervezee, Klein, Leroux, \
            Müller, O'Dowd, Seelaar, Swart, ten Doeschate, van Beek, van der Gugten, Visée, Zulfiqar
            """)
}
