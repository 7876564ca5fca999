"""The speerpunten of themes 1 and 2: discovering techniek, and the profiles."""

from voorbeeldregio_notatie import speerpunt

THEMES_1_AND_2 = (
    speerpunt(
        "1.1",
        "Ontdeklabs op de basisschool",
        (
            "Op veertien basisscholen staat een ontdeklab: een mobiele kast met materiaal voor acht lessen. "
            "Alle leerlingen van groep 7 en 8 werken er minstens vier keer per jaar mee, begeleid door hun "
            "eigen leerkracht."
        ),
        (3,),
        "po onderbouw faciliteiten",
        (
            ("UL", "ontwerpt de lessen en houdt de kasten op orde"),
            ("SBV", "tien scholen in 2027, vier in 2028; per school één techniekcoach"),
            ("KW", "coach wetenschap en techniek, een dag per week"),
            ("KC", "leerlingen van leerjaar 3 helpen bij de eerste les"),
            ("FM", "freest de houten onderdelen op maat"),
        ),
        (
            (
                "jan–juli 2027",
                "Techniekcoaches kiezen uit twaalf proeflessen",
                "Eerste kasten bouwen met leerlingen PIE",
                "Start op drie scholen in Hazelmonde",
                "Ervaringen ophalen bij kinderen en leerkrachten",
            ),
            ("aug–dec 2027", "Uitbreiden naar tien scholen", "Beheer en bijvullen regelen", "Lessen bijstellen"),
            (
                "jan–juli 2028",
                "Laatste vier scholen aansluiten",
                "Kinderen meten hun eigen vooruitgang",
                "Ouders uitnodigen in het lab",
            ),
            ("aug–dec 2028", "Overdracht aan de schoolbesturen", "Lessen opnemen in het schoolplan", "Terugblik"),
        ),
        "2025-2026, speerpunt 1.2",
    ),
    speerpunt(
        "1.2",
        "Twee jaar techniek in de onderbouw",
        "Elke leerling in leerjaar 1 en 2 van het vmbo krijgt vanaf schooljaar 2027-2028 minstens veertig uur techniek "
        "per jaar, op de eigen school of in een van de labs.",
        (1, 5),
        "onderbouw praktijkgericht lob",
        (
            ("KC", "twee docenten ontwikkelen mee, 60 uur per jaar"),
            ("DS", "twee docenten en het lokaal M&T"),
            ("TC", "docent onderbouw, trekker van het schrijfteam"),
            ("NK", "decaan en docent D&P"),
            ("HE", "lessen over water, bodem en mechanisatie"),
            ("BI", "leest mee op vakinhoud"),
        ),
        (
            (
                "jan–juli 2027",
                "Lessentabellen van de vijf scholen naast elkaar leggen",
                "Zes opdrachten schrijven van elk tien uur",
                "Proefweek met vier klassen in Oosterkolk",
            ),
            (
                "aug–dec 2027",
                "Start op alle vijf scholen",
                "Docenten kijken bij elkaar in de les",
                "Materiaal gezamenlijk inkopen",
            ),
            (
                "2028",
                "Opdrachten vernieuwen met twee bedrijven",
                "Meten welk profiel leerlingen kiezen",
                "Vastleggen in de lessentabel",
            ),
        ),
    ),
    speerpunt(
        "1.3",
        "Bliksembezoeken: een ochtend in de werkplaats",
        (
            "In twee schooljaren bezoeken 1.100 leerlingen van leerjaar 2 een technisch bedrijf. Ze doen daar "
            "zelf een klus van anderhalf uur en bespreken die op school met hun mentor."
        ),
        (1, 6),
        "bedrijven lob onderbouw",
        (
            ("TV", "zoekt de bedrijven en plant de ochtenden"),
            ("DM", "zes ochtenden per jaar"),
            ("BO", "ochtenden op een bouwplaats, met bus"),
            ("FM", "vier ochtenden per jaar"),
            ("NK", "mentoren bereiden voor en bespreken na"),
            ("GH", "betaalt het vervoer binnen de gemeente"),
        ),
        (
            (
                "jan–juli 2027",
                "Afspraken over veiligheid en verzekering",
                "Klussen bedenken met tien bedrijven",
                "Eerste ronde: 220 leerlingen",
            ),
            (
                "aug–dec 2027",
                "Uitbreiden tot dertig bedrijven",
                "Tweede ronde: 330 leerlingen",
                "Mentoren trainen in het nagesprek",
            ),
            (
                "2028",
                "Derde en vierde ronde: 550 leerlingen",
                "Bedrijven plannen zelf via het stagepunt",
                "Evaluatie met de Techniekkring",
            ),
        ),
        "2025-2026, speerpunt 1.4",
    ),
    speerpunt(
        "1.4",
        "Meisjes kiezen bewust",
        (
            "Het aandeel meisjes in de technische profielen groeit van 9% naar 15%. Scholen weten welke "
            "woorden, beelden en lokalen meisjes afschrikken en passen die aan."
        ),
        (5,),
        "gelijke_kansen lob mbo",
        (
            ("TC", "proefschool; docent Noémi-project is trekker"),
            ("DS", "past open dag en lokalen aan"),
            ("MV", "twaalf studentes als rolmodel"),
            ("HD", "onderzoek met dertig leerlingen"),
            ("ZE", "twee vrouwelijke monteurs geven gastlessen"),
        ),
        (
            (
                "jan–juli 2027",
                "Gesprekken met dertig meisjes over hun profielkeuze",
                "Voorlichting en foto’s doorlichten",
                "Rolmodellen werven en trainen",
            ),
            (
                "aug–dec 2027",
                "Techniekmiddagen voor meisjes uit leerjaar 2",
                "Training voor decanen en mentoren",
                "Lokalen aanpassen op twee scholen",
            ),
            (
                "2028",
                "Tweede reeks techniekmiddagen",
                "Maatjes voor meisjes in leerjaar 3",
                "Resultaten delen met de besturen",
            ),
        ),
    ),
    speerpunt(
        "1.5",
        "Ouders aan tafel bij de profielkeuze",
        "Ouders van 400 leerlingen doen mee aan een keuzeavond waarop hun kind laat zien wat het kan. Er is uitleg in "
        "het Arabisch, Tigrinya, Pools en Turks, zodat de achtergrond van ouders geen drempel is.",
        (1, 5),
        "gelijke_kansen lob",
        (
            ("KC", "vier avonden per jaar, 120 gezinnen"),
            ("NK", "drie avonden per jaar"),
            ("GH", "sleutelpersonen en tolken"),
            ("UL", "doe-opdrachten voor ouder en kind"),
        ),
        (
            (
                "jan–juli 2027",
                "Praten met sleutelpersonen in drie wijken",
                "Programma van de avond maken",
                "Proefavond in de Kolkbuurt",
            ),
            (
                "aug–dec 2027",
                "Vijf keuzeavonden op twee scholen",
                "Filmpjes met ouders die in de techniek werken",
                "Nabellen van gezinnen die niet kwamen",
            ),
            (
                "2028",
                "Zes keuzeavonden, nu ook in Terelst",
                "Draaiboek voor alle scholen",
                "Avond opnemen in de jaarplanning",
            ),
        ),
    ),
    speerpunt(
        "2.1",
        "Eén menukaart met keuzevakken",
        "Alle leerlingen in leerjaar 3 en 4 kiezen vanaf augustus 2027 uit dezelfde menukaart met achttien technische "
        "keuzevakken. Vier daarvan volgen zij op een andere school of op het mbo.",
        (1, 2),
        "keuzevakken mbo faciliteiten",
        (
            ("KC", "zes keuzevakken, roostermaker"),
            ("DS", "vijf keuzevakken, waaronder twee in M&T"),
            ("TC", "drie keuzevakken rond beeld en media"),
            ("HE", "twee keuzevakken in het groen"),
            ("MV", "twee keuzevakken in eigen werkplaatsen"),
        ),
        (
            (
                "jan–juli 2027",
                "Aanbod en wachtlijsten in beeld brengen",
                "Afspraken over roosters op donderdagmiddag",
                "Menukaart maken met leerlingen",
                "Inschrijving openen",
            ),
            (
                "aug–dec 2027",
                "Eerste periode draaien",
                "Vervoer tussen Terelst en Hazelmonde",
                "Klachten en complimenten bijhouden",
            ),
            (
                "jan–juli 2028",
                "Menukaart 2.0 met vier nieuwe vakken",
                "Cijfers en verzuim vergelijken",
                "Kosten per vak berekenen",
            ),
            (
                "aug–dec 2028",
                "Verdeelsleutel voor de jaren na 2028",
                "Menukaart in handen van de decanenkring",
                "Terugblik met leerlingen",
            ),
        ),
        "2025-2026, speerpunt 2.3",
    ),
    speerpunt(
        "2.2",
        "Keuzevak Warmtepompen & koeling",
        (
            "In september 2027 start het keuzevak op twee scholen. Leerlingen sluiten een warmtepomp aan, "
            "meten het verbruik en leggen een bewoner uit wat die bespaart."
        ),
        (1, 2),
        "keuzevakken klimaat bedrijven",
        (
            ("KZ", "opstelling, gereedschap en twee gastdocenten"),
            ("BI", "toetst de leerdoelen"),
            ("KC", "docent PIE schrijft de lessen"),
            ("DS", "tweede school, start in januari 2028"),
            ("MV", "vrijstelling voor leerlingen die het certificaat halen"),
        ),
        (
            (
                "jan–juli 2027",
                "Leerdoelen vaststellen met bedrijf en mbo",
                "Opstelling bouwen in lokaal 0.14",
                "Proefles met twaalf leerlingen",
            ),
            (
                "aug–dec 2027",
                "Eerste groep van zestien leerlingen",
                "Bewonersbezoek met de woningcorporatie",
                "Toets en certificaat",
            ),
            (
                "2028",
                "Tweede groep, ook in Terelst",
                "Module voor koeltechniek",
                "Lesmateriaal vrij beschikbaar voor andere regio’s",
            ),
        ),
    ),
    speerpunt(
        "2.3",
        "Praktijkgericht programma in de theoretische leerweg",
        "Het Tessel College en de Noordkade bieden het programma Technologie & toepassing aan alle leerlingen in "
        "leerjaar 3 gl en tl. Zij werken vier keer per jaar aan een opdracht van een echte opdrachtgever.",
        (1,),
        "praktijkgericht bedrijven lob",
        (
            ("TC", "vier docenten, 96 leerlingen"),
            ("NK", "twee docenten, 48 leerlingen"),
            ("TV", "levert acht opdrachtgevers per jaar"),
            ("MV", "docenten beoordelen de eindpresentaties mee"),
        ),
        (
            ("jan–juli 2027", "Opdrachtgevers zoeken", "Beoordelingsmodel maken", "Twee opdrachten proefdraaien"),
            (
                "aug–dec 2027",
                "Start in leerjaar 3",
                "Docenten lopen mee bij de opdrachtgever",
                "Eerste presentatieavond",
            ),
            ("2028", "Doorgroeien naar leerjaar 4", "Opdrachten uitwisselen met de havo", "Examenprogramma vastleggen"),
        ),
    ),
    speerpunt(
        "2.4",
        "PIE en BWI op de maat van het werk",
        (
            "De praktijkopdrachten van PIE en BWI zijn in 2028 opnieuw gemaakt met bedrijven. Van de oude "
            "opdrachten valt een derde af; wat blijft past bij hoe er nu gebouwd, gelast en geïnstalleerd wordt."
        ),
        (1, 2),
        "bedrijven praktijkgericht mbo",
        (
            ("KC", "vaksectie PIE en BWI"),
            ("DS", "vaksectie PIE en BWI"),
            ("DM", "laat zien hoe een order door de fabriek loopt"),
            ("BO", "opdrachten rond houtskeletbouw"),
            ("OM", "adviseert over lassen en verspanen"),
            ("MZ", "stemt de eerste periode van het mbo erop af"),
        ),
        (
            (
                "jan–juli 2027",
                "Opdrachten sorteren: houden, aanpassen of weg",
                "Vier bedrijven lopen een dag mee in de les",
                "Keuze voor de eerste acht opdrachten",
            ),
            (
                "aug–dec 2027",
                "Schrijven in tweetallen van docent en vakman",
                "Eerste vier opdrachten in de klas",
                "Veiligheid en toezicht nakijken",
            ),
            (
                "2028",
                "Overige opdrachten invoeren",
                "Examenoefening op het mbo",
                "Afspraak: elk jaar twee opdrachten verversen",
            ),
        ),
    ),
    speerpunt(
        "2.5",
        "Techniek in D&P, Groen en Zorg",
        (
            "Leerlingen in Dienstverlening & Producten, Groen en Zorg & Welzijn volgen elk jaar een blok van "
            "24 uur techniek: een zorgrobot instellen, een kas meten of een podium bouwen."
        ),
        (1, 5),
        "keuzevakken gelijke_kansen klimaat",
        (
            ("HE", "kasmeting en mechanisatie"),
            ("NK", "zorgtechniek, samen met Z&W"),
            ("TC", "podium, licht en geluid"),
            ("UL", "leent sensoren en robots uit"),
            ("FM", "stelt een leerrobot beschikbaar"),
        ),
        (
            (
                "jan–juli 2027",
                "Drie blokken ontwerpen",
                "Docenten uit twee sectoren koppelen",
                "Blok kasmeting testen bij Het Erf",
            ),
            (
                "aug–dec 2027",
                "Zorgblok en podiumblok in de klas",
                "Leerlingen beoordelen elkaars werk",
                "Materiaal rouleren",
            ),
            (
                "2028",
                "Vierde blok: water en energie in huis",
                "Meten wie daarna techniek kiest",
                "Blokken opnemen in het PTA",
            ),
        ),
    ),
)
