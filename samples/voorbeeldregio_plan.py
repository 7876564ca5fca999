"""Goals, themes, risks, support and the written chapters of the sample."""

from datetime import date

from voorbeeldregio_partijen import PARTY_IDS

from sto_tui.domain.plan import (
    Chapter,
    ChapterText,
    Facility,
    Goal,
    GoalOutcome,
    Risk,
    Size,
    Support,
    SupportKind,
    SupportState,
    Theme,
    Visit,
)

GOALS = (
    Goal(
        number=1,
        text=(
            "In schooljaar 2028-2029 kiezen 495 leerlingen in leerjaar 3 een technisch profiel of een "
            "technisch programma."
        ),
        indicator=(
            "Leerlingen leerjaar 3 met een technisch profiel, D&P met twee technische keuzevakken of een "
            "technisch programma in gl/tl"
        ),
        baseline="412 leerlingen",
        baseline_year=2025,
        target="495 leerlingen",
        target_year=2028,
        source="DUO, leerlingen vo per vestiging, peildatum 1 oktober",
        periods=(3,),
    ),
    Goal(
        number=2,
        text=(
            "Van de leerlingen met een technisch profiel stapt in 2028 68% over naar een technische opleiding "
            "op het mbo."
        ),
        indicator="Aandeel gediplomeerden met een technisch profiel dat op 1 oktober technisch mbo volgt",
        figure=3,
        baseline="58%",
        baseline_year=2025,
        target="68%",
        target_year=2028,
        source="Overstapgegevens van beide mbo’s, gecontroleerd door Hogeschool Delta-Noord",
        periods=(3,),
    ),
    Goal(
        number=3,
        text="In 2028 doen 1.850 kinderen uit groep 7 en 8 per jaar minstens vier keer techniek met hun handen.",
        indicator="Kinderen met vier of meer lessen in een ontdeklab of de lesbus, per schooljaar",
        baseline="640 kinderen",
        baseline_year=2025,
        target="1.850 kinderen",
        target_year=2028,
        source="Logboeken van De Uitvindloods",
        periods=(3,),
    ),
    Goal(
        number=4,
        text="Eind 2028 werken er 18 hybride docenten en hebben 60 collega’s een bewijs voor minstens één lab.",
        indicator="Hybride docenten met minstens een dagdeel per week; collega’s met een geldig bewijs",
        baseline="6 hybride docenten, 0 bewijzen",
        baseline_year=2026,
        target="18 hybride docenten, 60 bewijzen",
        target_year=2028,
        source="Personeelsadministratie van zeven besturen en register van de werkgroep Mensen",
        periods=(3,),
    ),
    Goal(
        number=5,
        text="In 2028 is 15% van de leerlingen in de technische profielen een meisje.",
        indicator="Aandeel meisjes in leerjaar 3 van PIE, BWI, M&T en MVI",
        figure=6,
        baseline="9%",
        baseline_year=2025,
        target="15%",
        target_year=2028,
        source="DUO, leerlingen vo per vestiging naar geslacht, peildatum 1 oktober",
        periods=(3,),
    ),
    Goal(
        number=6,
        text="Bedrijven, besturen en gemeenten dragen de labs en het stagepunt ook na 2028 samen.",
        periods=(3,),
    ),
)

# Goals of 2025-2026; they stand after the goals of this plan in the table.
EARLIER_GOALS = (
    Goal(
        number=1,
        text="In 2026 kiezen 430 leerlingen in leerjaar 3 een technisch profiel of een technisch programma.",
        baseline="405 leerlingen",
        baseline_year=2024,
        reached="412 leerlingen",
        reached_year=2025,
        source="DUO, leerlingen vo per vestiging, peildatum 1 oktober",
        target="430 leerlingen",
        target_year=2026,
        periods=(2,),
        outcome=GoalOutcome.DEELS,
        why=(
            "In oktober 2025 waren het er 412. In Hazelmonde groeide de keuze voor techniek, in Terelst daalde die "
            "omdat een jaarlaag veel kleiner was."
        ),
        still_ambition=True,
        reformulated_as=1,
    ),
    Goal(
        number=2,
        text="In 2026 stapt 63% van de leerlingen met een technisch profiel over naar een technische mbo-opleiding.",
        baseline="57%",
        baseline_year=2023,
        reached="58%",
        reached_year=2025,
        source="Doorstroomcijfers van mbo Veenderwaard",
        target="63%",
        target_year=2026,
        periods=(2,),
        outcome=GoalOutcome.NIET,
        why=(
            "Het percentage bleef 58. Veel leerlingen kozen een opleiding buiten de regio of gingen "
            "meteen werken. De vakmanschapsroute, die daar iets aan moest doen, begint een jaar later dan "
            "gepland."
        ),
        still_ambition=True,
        reformulated_as=2,
    ),
    Goal(
        number=3,
        text="In 2026 doen 600 kinderen uit groep 7 en 8 per jaar minstens vier keer techniek met hun handen.",
        baseline="310 kinderen",
        baseline_year=2024,
        reached="640 kinderen",
        reached_year=2025,
        source="Presentielijsten van De Uitvindloods",
        target="600 kinderen",
        target_year=2026,
        periods=(2,),
        outcome=GoalOutcome.GEHAALD,
        why=(
            "In 2025 waren het er al 640. De losse leskisten waren snel uitgeleend en leerkrachten durfden het na één "
            "keer zelf."
        ),
        still_ambition=True,
        reformulated_as=3,
    ),
    Goal(
        number=4,
        text="Eind 2026 werken er tien hybride docenten.",
        baseline="2 hybride docenten",
        baseline_year=2024,
        reached="6 hybride docenten",
        reached_year=2026,
        source="Telling van de werkgroep Mensen",
        target="10 hybride docenten",
        target_year=2026,
        periods=(2,),
        outcome=GoalOutcome.DEELS,
        why=("Zes van de tien bleven. Verschil in vergoeding tussen scholen was de belangrijkste reden om te stoppen."),
        still_ambition=True,
        reformulated_as=4,
    ),
    Goal(
        number=5,
        text="Eind 2026 ligt vast hoe bedrijven, besturen en gemeenten de labs en het stagepunt samen dragen.",
        periods=(2,),
        outcome=GoalOutcome.NIET,
        why="Er is veel over gesproken en niets vastgelegd. Niemand wist wat een lab per jaar kost.",
        still_ambition=True,
        reformulated_as=6,
    ),
)

THEMES = (
    Theme(
        number=1,
        title="Ontdekken en kiezen",
        result=(
            "Kinderen en jongeren van 10 tot en met 14 jaar maken met hun handen kennis met techniek, op "
            "school en bij een bedrijf. Ouders zien wat hun kind kan. De profielkeuze is daardoor een keuze en "
            "geen gok."
        ),
        lead=PARTY_IDS["UL"],
        facilities=(
            Facility(name="Ontdeklabs: veertien kasten op wielen"),
            Facility(name="Proefruimte in De Uitvindloods"),
            Facility(name="Bus voor bedrijfsbezoeken, op afroep"),
        ),
    ),
    Theme(
        number=2,
        title="Sterke profielen en keuzevakken",
        result=(
            "Alle leerlingen in leerjaar 3 en 4 kunnen kiezen uit hetzelfde aanbod, ook als hun eigen school "
            "een profiel niet heeft. Opdrachten lijken op het werk van nu en techniek is te vinden in ieder "
            "profiel."
        ),
        lead=PARTY_IDS["KC"],
        facilities=(
            Facility(name="Lokaal 0.14 met warmtepomp en buffervat"),
            Facility(name="Kas met sensoren bij Het Erf"),
            Facility(name="Theaterzaal met licht en geluid, Tessel College"),
        ),
    ),
    Theme(
        number=3,
        title="Labs en leerplekken die we delen",
        result=(
            "Vier labs en een leerkeet zijn van de hele regio. Ze zijn goed bezet, er is toezicht en het is "
            "duidelijk wie betaalt als er iets stukgaat."
        ),
        lead=PARTY_IDS["DS"],
        facilities=(
            Facility(name="Energielab in de ketelhal, Hazelmonde"),
            Facility(name="Rijdend lab: lesbus van twaalf meter"),
            Facility(name="Werkplaats slimme productie, mbo De Zijlen"),
            Facility(name="Leerkeet op bouwplaats Elzenhof"),
        ),
    ),
    Theme(
        number=4,
        title="Mensen die het vak overbrengen",
        result=(
            "Er staan genoeg vakmensen voor de klas en zij blijven. Docenten weten wat er in bedrijven "
            "gebeurt; begeleiders in bedrijven weten hoe een leerling van vijftien leert."
        ),
        lead=PARTY_IDS["MV"],
        facilities=(Facility(name="Scholingslokaal bij mbo Veenderwaard, dinsdagavond"),),
    ),
    Theme(
        number=5,
        title="Samen door: van vmbo naar mbo en werk",
        result=(
            "Twee vakmanschapsroutes draaien, leerlingen uit pro en vso halen een bewijs dat telt, en één "
            "stagepunt bedient alle scholen. In oktober 2028 ligt vast hoe dat verdergaat."
        ),
        lead=PARTY_IDS["MV"],
        facilities=(Facility(name="Stagepunt in het pand van de Techniekkring"),),
    ),
)

# Roles above the level of a milestone, in the notation of `voorbeeldregio_notatie`.
ROW_ROLES = {
    "themes 1": "E:SG V:WO+UL I:BR",
    "themes 2": "E:SG V:WL R:BR",
    "themes 3": "E:SG V:PT+DS R:GH",
    "themes 4": "E:SG V:WP I:BR",
    "themes 5": "E:SG V:WL+TV O:LK",
    "speerpunten 1.1": "E:WO V:UL R:KW",
    "speerpunten 1.4": "E:WO V:TC S:HD",
    "speerpunten 2.1": "E:WL V:KC R:TC",
    "speerpunten 2.4": "E:WL V:KC+DS R:BR",
    "speerpunten 3.1": "E:PT V:KC I:GH",
    "speerpunten 3.2": "E:PT V:UL O:FM",
    "speerpunten 4.1": "E:WP V:KC R:TV",
    "speerpunten 5.1": "E:WL V:MV I:BI",
    "speerpunten 5.6": "E:SG V:PT S:KC O:HE",
}

RISKS = (
    Risk(
        text="Er zijn niet genoeg docenten en instructeurs om de labs te bemannen",
        probability=Size.GROOT,
        impact=Size.GROOT,
        measure=(
            "Hybride docenten eerst in de labs plaatsen, instructeurs delen tussen vmbo en mbo, uren in het lab niet "
            "invullen zonder naam."
        ),
        note="Bij drie scholen staan vacatures voor techniek langer dan vier maanden open.",
        owner="werkgroep Mensen",
    ),
    Risk(
        text="Het aantal leerlingen daalt sneller dan de prognose",
        probability=Size.MIDDEL,
        impact=Size.GROOT,
        measure=(
            "Elk jaar in oktober rekenen met de nieuwe telling; profielen met minder dan tien leerlingen samen "
            "aanbieden."
        ),
        note="Vooral Terelst en Lagerveer: kleine jaarlagen in het po.",
        owner="programmamanager",
    ),
    Risk(
        text="Bedrijven trekken toegezegde uren terug als het druk is",
        probability=Size.MIDDEL,
        impact=Size.MIDDEL,
        measure=(
            "Uren per kwartaal afspreken in plaats van per jaar; twee bedrijven per taak; stand elke drie "
            "maanden in de bedrijvenraad."
        ),
        note="Speelde in 2025 bij twee bouwbedrijven.",
        owner="Techniekkring Veenderwaard",
    ),
    Risk(
        text="De ombouw van het rijdend lab loopt een half schooljaar uit",
        probability=Size.GROOT,
        impact=Size.MIDDEL,
        measure="Beginnen zonder lift, met een helling op vier vaste stops; ondertussen een tweedehands lift zoeken.",
        note="Zie mijlpaal 3.2c.",
        owner="De Uitvindloods",
    ),
    Risk(
        text="Bouwkosten van het energielab vallen hoger uit",
        probability=Size.MIDDEL,
        impact=Size.MIDDEL,
        measure="Vaste prijs bij de aannemer, 8% ruimte in de offerte, meetmuur kan in twee delen.",
        note="De laagste offerte was € 148.000.",
        owner="Kompas College",
    ),
    Risk(
        text="Scholen schuiven in het rooster terug naar een eigen aanbod",
        probability=Size.MIDDEL,
        impact=Size.GROOT,
        measure=(
            "Donderdagmiddag staat in vijf besluiten; roostermakers overleggen voor 1 maart; afwijken mag "
            "alleen via de stuurgroep."
        ),
        owner="stuurgroep",
    ),
    Risk(
        text="Er gebeurt een ongeluk in een lab of bij een bedrijf",
        probability=Size.KLEIN,
        impact=Size.GROOT,
        measure=(
            "Veiligheidspaspoort, vaste groepsgrootte, toezicht door twee volwassenen en één meldformulier "
            "voor de hele regio."
        ),
        note="Verzekering geldt ook voor leerlingen op een bedrijf; zie de kaart bij mijlpaal 1.3a.",
        owner="Vakcollege De Steiger",
    ),
    Risk(
        text="Na 2028 stopt het geld en verdwijnen labs en stagepunt",
        probability=Size.GROOT,
        impact=Size.GROOT,
        measure="Kosten per voorziening bekend in juni 2027, scenario’s in juni 2028, overeenkomst in oktober 2028.",
        note="Geen nieuw lab openen zonder afspraak over beheer.",
        owner="stuurgroep",
    ),
)

SUPPORT = (
    Support(
        kind=SupportKind.STRATEGISCH,
        question="Hoe krijgen we besturen, bedrijven en gemeenten zover dat zij nu al over de jaren na 2028 praten?",
        supporter="critical friend",
        visits=(
            Visit(date=date(2027, 2, 9), half_days=1, outcome="Lijst met vijf vragen voor de besturen"),
            Visit(date=date(2027, 4, 13), half_days=1, outcome="Oefengesprek met twee wethouders"),
        ),
        state=SupportState.RUNNING,
    ),
    Support(
        kind=SupportKind.INHOUDELIJK,
        question="Hoe stemmen we de examens van de vakmanschapsroute af, zonder dubbele toetsen?",
        supporter="ondersteuner leerroutes",
        visits=(
            Visit(date=date(2027, 1, 21), half_days=1, outcome="Voorbeeld van een andere regio besproken"),
            Visit(date=date(2027, 3, 4), half_days=2, outcome="Toetsplan van leerjaar 3 tot en met 5 op één vel"),
        ),
        state=SupportState.DONE,
    ),
    Support(
        kind=SupportKind.THEMA,
        question="Welke aanpak werkt om meisjes niet alleen te werven, maar ook te behouden in leerjaar 4?",
        supporter="themaondersteuner gelijke kansen",
        state=SupportState.ASKED,
    ),
)

TEXTS = (
    ChapterText(
        chapter=Chapter.INLEIDING,
        text=(
            "Dit plan beschrijft wat de regio Veenderwaard in 2027 en 2028 doet om techniek in het vmbo te "
            "versterken. Het is de uitwerking van het plan op hoofdlijnen voor 2025-2028 en bouwt voort op wat "
            "we in 2025 en 2026 leren.\n\n"
            "Veenderwaard telt vijf vmbo-scholen, een praktijkschool, een school voor vso, twee "
            "mbo-instellingen en twintig basisscholen. Samen met 62 bedrijven in de Techniekkring leiden zij "
            "de mensen op die de regio nodig heeft: in de installatietechniek, de bouw, de metaal en de "
            "logistiek."
        ),
    ),
    ChapterText(
        chapter=Chapter.TERUGBLIK,
        text=(
            "In april en mei 2026 keken 43 mensen terug op 2025 en 2026. Ze deden dat aan vier tafels, met een "
            "leerkracht, een docent, een leidinggevende en een bedrijf aan elke tafel. Eén doel is gehaald, "
            "twee zijn deels gehaald en twee niet. Wat opviel: waar één persoon uren had, ging het goed; waar "
            "iedereen een beetje deed, bleef het liggen.\n\n"
            "Het plan kwam in twee bijeenkomsten tot stand. De besluiten staan hieronder, met de plaats waar ze "
            "terugkomen."
        ),
    ),
    ChapterText(
        chapter=Chapter.REGIOVISIE,
        text=(
            "Deze regiovisie werkt de visie van 2019 bij. De cijfers zijn opnieuw opgehaald en besproken met "
            "de decanen, de bedrijvenraad en beide gemeenten. Techniek is hier: BWI, PIE, M&T, MVI en MaT, "
            "tenzij er iets anders bij staat."
        ),
    ),
    ChapterText(
        chapter=Chapter.DOELEN,
        text=(
            "De regio kiest zes doelen. Vijf daarvan hebben een nulwaarde, een streefwaarde en een jaar. Doel "
            "6 gaat over de tijd na dit plan; het getal dat daarbij hoort volgt zodra bekend is wat de "
            "voorzieningen per jaar kosten (mijlpaal 5.6a)."
        ),
    ),
    ChapterText(
        chapter=Chapter.THEMAS,
        text=(
            "De zesentwintig speerpunten zijn verdeeld over vijf thema’s. De volgorde volgt de leerling: "
            "ontdekken, kiezen, leren, oefenen in een echte werkomgeving en doorstromen. Thema 4 gaat over de "
            "mensen die dat mogelijk maken.\n\n"
            "Samenwerken met bedrijven is geen apart thema: in ieder thema werken bedrijven mee, met uren, "
            "materiaal of plekken."
        ),
    ),
    ChapterText(
        chapter=Chapter.VERPLICHT,
        text=(
            "Hieronder staat welk speerpunt bijdraagt aan de onderwerpen die de regeling vraagt. Of dat "
            "voldoende is, is te controleren in de regeling. Over klimaat en gelijke kansen praten de "
            "werkgroepen twee keer per jaar, zodat het geen losse vinkjes worden."
        ),
    ),
    ChapterText(
        chapter=Chapter.ORGANISATIE,
        text=(
            "De organisatie is klein gehouden. De stuurgroep beslist, het programmateam regelt, drie "
            "werkgroepen doen het inhoudelijke werk en de bedrijvenraad houdt ons scherp. Elke school heeft "
            "één interne projectleider die weet wat er speelt en wie wat doet.\n\n"
            "De VERI-matrix is in drie middagen ingevuld door de mensen die erin staan."
        ),
    ),
    ChapterText(
        chapter=Chapter.ORGANISATIE,
        order=2,
        heading="Wat er verandert na 2026",
        text=(
            "Van zes werkgroepen gaan we naar drie. De programmamanager werkt niet meer voor één "
            "van de scholen. De bedrijvenraad is nieuw en vervangt de klankbordgroep, die alleen luisterde."
        ),
    ),
    ChapterText(
        chapter=Chapter.PLANNING,
        text=(
            "De planning is van achter naar voren gemaakt, vanaf de overeenkomst in oktober 2028. Het eerste "
            "halfjaar van 2027 is druk: wie in de zomer niet klaar is, mist een schooljaar. In de "
            "zomervakantie plannen we niets."
        ),
    ),
    ChapterText(
        chapter=Chapter.MONITORING,
        text=(
            "Iedere trekker werkt het stoplicht van zijn mijlpalen bij vóór het maandgesprek met het "
            "programmateam. Oranje en rood krijgen een toelichting, een knelpunt en een maatregel. De "
            "stuurgroep krijgt in juni en december een bericht van twee pagina’s.\n\n"
            "Buiten de regio delen we resultaten via de nieuwsbrief van de Techniekkring, de websites van de "
            "scholen en één open labdag per jaar."
        ),
    ),
    ChapterText(
        chapter=Chapter.BEGROTING,
        text=(
            "Voor 2027 en 2028 vraagt de regio bijna € 2,4 miljoen. Twee derde gaat naar mensen: uren van "
            "docenten, instructeurs en coördinatoren. Machines staan als afschrijving in de begroting.\n\n"
            "Bedrijven dragen ruim 11% van de begroting bij, voor het grootste deel in uren en in het gebruik van "
            "ruimte en machines. De bedragen zijn per bijdrage besproken; de stand staat erbij."
        ),
    ),
)
