"""The speerpunten of theme 3: labs and places to learn."""

from voorbeeldregio_notatie import speerpunt

THEME_3 = (
    speerpunt(
        "3.1",
        "Energielab Hazelmonde",
        "In oktober 2027 gaat in de oude ketelhal van het Kompas College een energielab open met zonnepanelen, een "
        "thuisbatterij, laadpalen en een meetmuur. Het lab draait in 2028 gemiddeld 24 lesuren per week.",
        (2, 6),
        "klimaat faciliteiten bedrijven",
        (
            ("KC", "ruimte en beheerder, 0,4 fte"),
            ("ZE", "laadpalen en batterij, met uren voor de aanleg"),
            ("KZ", "warmtedeel van de meetmuur"),
            ("MV", "lessen voor eerstejaars installatietechniek"),
            ("GH", "vergunning en openstelling voor bewoners"),
        ),
        (
            (
                "jan–juli 2027",
                "Plan van eisen met drie scholen",
                "Ketelhal leeghalen en asbest laten onderzoeken",
                "Offertes vergelijken",
                "Besluit van de stuurgroep",
            ),
            (
                "aug–dec 2027",
                "Bouwen en keuren",
                "Lessen schrijven voor drie niveaus",
                "Opening voor leerlingen en buurt",
            ),
            (
                "jan–juli 2028",
                "Vol rooster voor vier scholen",
                "Cursusavonden voor bewoners",
                "Meten van gebruik en storingen",
            ),
            (
                "aug–dec 2028",
                "Onderhoud overdragen",
                "Plan voor vervanging tot 2033",
                "Tarief voor andere gebruikers",
            ),
        ),
    ),
    speerpunt(
        "3.2",
        "Rijdend lab voor de kleine kernen",
        "Een omgebouwde lesbus bezoekt vanaf september 2027 elke week vier scholen buiten Hazelmonde. Zo krijgen ook "
        "leerlingen in Lagerveer en Sint-Maartenswold techniekles op niveau.",
        (3, 1),
        "po gelijke_kansen faciliteiten",
        (
            ("UL", "rijdt en bemant de bus"),
            ("TH", "bouwt de bus om en doet het onderhoud"),
            ("KW", "rooster voor de kleine scholen"),
            ("LB", "adviseert over een prikkelarme inrichting"),
            ("PR", "leerlingen maken de kasten en zetten het interieur in elkaar"),
        ),
        (
            (
                "jan–juli 2027",
                "Bus kiezen en keuren",
                "Interieur tekenen met leerlingen",
                "Ombouw in de werkplaats",
            ),
            ("aug–dec 2027", "Proefritten langs zes scholen", "Vaste route", "Chauffeurspool van vijf mensen"),
            ("2028", "Avondroute langs dorpshuizen", "Sponsors op de bus", "Besluit over een tweede bus"),
        ),
    ),
    speerpunt(
        "3.3",
        "Werkplaats slimme productie",
        (
            "Vmbo en mbo delen bij mbo De Zijlen een productielijn met robotarm, freesmachine en meetstation. "
            "Leerlingen van drie scholen maken er in 2028 een product van tekening tot verpakking."
        ),
        (2, 6),
        "faciliteiten mbo bedrijven leerroute",
        (
            ("MZ", "ruimte, beheer en veiligheid"),
            ("FM", "robotarm in bruikleen en programmeur, 80 uur"),
            ("DM", "orders op schaal en materiaal"),
            ("DS", "32 leerlingen per periode"),
            ("OM", "bijdrage aan het lesmateriaal"),
        ),
        (
            ("jan–juli 2027", "Lijn ontwerpen met twee bedrijven", "Veiligheidsanalyse", "Contract voor bruikleen"),
            (
                "aug–dec 2027",
                "Opbouwen en proefdraaien",
                "Docenten leren programmeren",
                "Eerste serie van honderd fietslampen",
            ),
            (
                "2028",
                "Lesgeven aan drie scholen",
                "Kwaliteit meten als in een fabriek",
                "Afspraken over vervanging en storing",
            ),
        ),
    ),
    speerpunt(
        "3.4",
        "Eén rooster en één beheer voor alle labs",
        (
            "Vanaf augustus 2028 reserveren alle scholen via één rooster. Drie labbeheerders zorgen dat een "
            "les nooit uitvalt door kapot of leeg materiaal."
        ),
        (6,),
        "faciliteiten borging onderwijspersoneel",
        (
            ("DS", "projectleider labs, 0,3 fte"),
            ("KC", "roostermaker en ICT"),
            ("MZ", "voorbeeld voor het beheerplan"),
            ("UL", "uitleen van klein materiaal"),
        ),
        (
            (
                "2027",
                "Gebruik van de labs tellen",
                "Eisen aan een roosterprogramma opschrijven",
                "Labbeheerders aanstellen",
            ),
            ("jan–juli 2028", "Proef met twee labs", "Huisregels en toezicht", "Verdeling van kosten per lesuur"),
            (
                "aug–dec 2028",
                "Alle labs in één rooster",
                "Storingen binnen twee dagen opgelost",
                "Meerjarenonderhoud",
            ),
        ),
    ),
    speerpunt(
        "3.5",
        "Leren op de circulaire bouwplaats",
        "Op de bouwplaats Elzenhof staat een leerkeet waar 120 leerlingen per jaar werken met gebruikt hout, steen en "
        "staal. Zij leren oogsten, meten en hergebruiken.",
        (2, 6),
        "klimaat bedrijven praktijkgericht",
        (
            ("BO", "bouwplaats, leerkeet en leermeester"),
            ("KC", "klassen BWI, leerjaar 3 en 4"),
            ("DS", "klassen BWI, leerjaar 4"),
            ("PR", "vaste ploeg van zes leerlingen"),
            ("GT", "meldt gebouwen die gesloopt worden"),
            ("MV", "studenten niveau 3 begeleiden de ploegen"),
        ),
        (
            (
                "jan–juli 2027",
                "Plek en planning van de bouw afstemmen",
                "Leerkeet inrichten",
                "Veiligheidspaspoort voor leerlingen",
            ),
            (
                "aug–dec 2027",
                "Eerste tien weken met drie klassen",
                "Materiaalbank openen",
                "Opdrachten per week op één kaart",
            ),
            (
                "2028",
                "Verhuizing naar de tweede bouwplaats",
                "Tiny house van gebruikt materiaal",
                "Kennis delen op een open bouwdag",
            ),
        ),
    ),
)
