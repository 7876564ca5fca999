"""The plan of 2025-2026 that the invented region carries out while it writes the next one."""

from dataclasses import replace
from datetime import date

from voorbeeldregio_notatie import PHASES, Step, log, speerpunt, step
from voorbeeldregio_partijen import PARTY_IDS

from sto_tui.domain.plan import Chapter, ChapterText, Risk, Size, Speerpunt, Theme
from sto_tui.domain.vision import VisionSection

PERIOD = 2
_AGREED = date(2025, 4, 3)

THEMES = (
    Theme(
        number=1,
        title="Ontdekken en kiezen",
        result=(
            "Kinderen in groep 7 en 8 werken met techniek en leerlingen in de onderbouw zien een bedrijf van binnen, "
            "zodat zij weten wat zij kiezen."
        ),
        lead=PARTY_IDS["UL"],
        periods=(PERIOD,),
    ),
    Theme(
        number=2,
        title="Profielen en keuzevakken",
        result="Scholen stemmen hun keuzevakken op elkaar af en halen het werk van nu de klas in.",
        lead=PARTY_IDS["KC"],
        periods=(PERIOD,),
    ),
    Theme(
        number=4,
        title="Mensen voor de klas",
        result="Vakmensen uit bedrijven geven mee les, en zij blijven.",
        lead=PARTY_IDS["MV"],
        periods=(PERIOD,),
    ),
    Theme(
        number=5,
        title="Van vmbo naar mbo",
        result="Een eerste doorlopende route is uitgewerkt en bedrijven weten waar zij met stages terechtkunnen.",
        lead=PARTY_IDS["MV"],
        periods=(PERIOD,),
    ),
)

_YEARS = {
    "2025": (date(2025, 1, 1), date(2025, 12, 31)),
    "2026": (date(2026, 1, 1), date(2026, 12, 31)),
}
PHASES.update(_YEARS)

_SPEERPUNTEN = (
    speerpunt(
        "1.1",
        "Techniekochtenden voor groep 8",
        "Elke achtstegroeper brengt in 2025 en 2026 één ochtend door in De Uitvindloods.",
        (3,),
        "po lob",
        (("UL", "ontvangt de groepen"), ("SBV", "regelt vervoer en begeleiding"), ("GH", "betaalt de bus")),
        (("2025", "Twaalf ochtenden draaien"), ("2026", "Achttien ochtenden draaien", "Nagaan wat er blijft hangen")),
    ),
    speerpunt(
        "1.2",
        "Leskisten op de basisschool",
        "Zes leskisten gaan rond langs tien basisscholen; leerkrachten geven de lessen zelf.",
        (3,),
        "po faciliteiten",
        (("SBV", "leent uit en vult bij"), ("UL", "ontwerpt de lessen"), ("KW", "leidt leerkrachten op")),
        (("2025", "Kisten maken", "Leerkrachten opleiden"), ("2026", "Uitlenen via één agenda", "Lessen bijstellen")),
    ),
    speerpunt(
        "1.3",
        "Folders en open dagen",
        "Op open dagen van alle vmbo-scholen is techniek te zien en te doen, ook voor meisjes.",
        (1,),
        "lob gelijke_kansen",
        (("KC", "maakt de folder"), ("TC", "regelt de open dag in Oosterkolk"), ("DS", "regelt die in Terelst")),
        (("2025", "Eén folder voor alle scholen"), ("2026", "Techniekplein op zes open dagen")),
    ),
    speerpunt(
        "1.4",
        "Bedrijfsbezoeken in leerjaar 2",
        "Alle tweedeklassers gaan één keer met tien klasgenoten naar een technisch bedrijf.",
        (1,),
        "bedrijven lob onderbouw",
        (("TV", "zoekt bedrijven"), ("DM", "ontvangt groepen"), ("FM", "ontvangt groepen"), ("NK", "doet mee in 2026")),
        (("2025", "Proef met vier bedrijven"), ("2026", "Achttien bedrijven, alle tweede klassen")),
    ),
    speerpunt(
        "2.1",
        "Gastlessen installatietechniek",
        "Vaklieden van Koster geven elk halfjaar tien gastlessen bij PIE en BWI.",
        (1, 2),
        "bedrijven klimaat",
        (("KZ", "geeft de lessen"), ("KC", "bereidt voor met de klas"), ("BI", "levert materiaal")),
        (("2025", "Twintig gastlessen"), ("2026", "Twintig gastlessen, nu met eigen lesmap")),
    ),
    speerpunt(
        "2.2",
        "Apparatuur rondbrengen",
        "Een lasrobot en twee 3D-printers staan elk kwartaal op een andere school.",
        (1,),
        "faciliteiten",
        (("DS", "beheert de apparatuur"), ("TC", "ontvangt"), ("HE", "ontvangt")),
        (("2025", "Aanschaf en eerste ronde"), ("2026", "Vier rondes")),
    ),
    speerpunt(
        "2.3",
        "Keuzevakken naast elkaar",
        "Van alle scholen is bekend welke keuzevakken zij geven en waar er nog plaats is.",
        (1, 2),
        "keuzevakken",
        (("MV", "vergelijkt met de kwalificatiedossiers"), ("KC", "levert gegevens"), ("DS", "levert gegevens")),
        (("2025", "Overzicht maken"), ("2026", "Proef met twaalf leerlingen op een andere school")),
    ),
    speerpunt(
        "4.1",
        "Hybride docenten",
        "Eind 2026 geven tien vakmensen uit bedrijven minstens een dagdeel per week les.",
        (4,),
        "onderwijspersoneel bedrijven",
        (("FM", "stelt twee mensen vrij"), ("KZ", "stelt een monteur vrij"), ("HD", "geeft de korte opleiding")),
        (("2025", "Werven en opleiden"), ("2026", "Begeleiden en vergoeding gelijktrekken")),
    ),
    speerpunt(
        "5.1",
        "Vakmanschapsroute voorbereiden",
        "Voor de route Installeren en energie ligt een programma waarmee leerlingen in 2027 kunnen beginnen.",
        (2,),
        "mbo leerroute",
        (("MV", "schrijft het programma"), ("KC", "schrijft het vmbo-deel"), ("KZ", "toetst aan het werk")),
        (("2025", "Programma op hoofdlijnen"), ("2026", "Uitwerken en rooster maken")),
    ),
    speerpunt(
        "5.2",
        "Stagepunt op proef",
        "Twee scholen regelen hun stages een schooljaar lang via één loket.",
        (5,),
        "bedrijven borging",
        (("TV", "geeft ruimte en telefoon"), ("DS", "doet mee"), ("KC", "doet mee"), ("GH", "denkt mee over daarna")),
        (("2025", "Loket inrichten"), ("2026", "Proefjaar draaien en rekenen")),
    ),
)

_STEPS = (
    step(
        "1.1a 6-1-25 4-7-25 E:PT V:UL I:SBV doel:3 smart:SMART gereed:27-6-25",
        "Twaalf ochtenden met groep 8 gehouden",
        "Presentielijst met 286 kinderen",
        log("14-3-25", "groen", "Vijf groepen geweest; de bus is elke keer op tijd.", by="De Uitvindloods"),
        log("27-6-25", "gereed", "Twaalf ochtenden, 286 kinderen.", by="De Uitvindloods"),
    ),
    step(
        "1.1b 1-9-25 3-7-26 E:PT V:UL I:SBV na:1.1a doel:3 smart:SMA gereed:26-6-26",
        "Achttien ochtenden met groep 8 gehouden",
        "Presentielijst en een kort verslag van wat kinderen na een maand nog wisten",
        log("12-12-25", "groen", "Zeven ochtenden; drie scholen wachten op een datum.", by="De Uitvindloods"),
        log(
            "26-6-26",
            "gereed",
            "Achttien ochtenden. Na een maand wist een derde nog wat er was gemaakt.",
            by="werkgroep Ontdekken",
        ),
    ),
    step(
        "1.2a 3-2-25 20-6-25 E:WO V:UL R:SBV doel:3 smart:SMART win gereed:13-6-25",
        "Zes leskisten klaar",
        "Zes gevulde kisten met een inhoudslijst",
        log("13-6-25", "gereed", "Klaar, een week voor de datum.", by="De Uitvindloods"),
    ),
    step(
        "1.2b 1-9-25 30-1-26 E:WO V:KW R:UL na:1.2a doel:3 smart:SMART gereed:23-1-26",
        "Twintig leerkrachten opgeleid",
        "Twintig bewijzen van deelname",
        log("7-11-25", "groen", "Twaalf leerkrachten geweest.", by="Kindcentra De Windroos"),
        log("23-1-26", "gereed", "Twintig leerkrachten van tien scholen.", by="Kindcentra De Windroos"),
    ),
    step(
        "1.2c 2-2-26 27-11-26 E:SBV V:UL na:1.2b doel:3 smart:SMART gereed:20-11-26",
        "Kisten uitgeleend via één agenda",
        "Agenda met 64 uitleningen",
        log("17-4-26", "groen", "640 kinderen in 2025; de agenda zit vol tot de zomer.", by="De Uitvindloods"),
        log("20-11-26", "gereed", "De agenda loopt; bijvullen blijft werk.", by="De Uitvindloods"),
    ),
    step(
        "1.3a 3-3-25 31-10-25 E:PT V:KC I:TC+DS doel:1 smart:SMA gereed:24-10-25",
        "Eén folder voor alle scholen",
        "Gedrukte folder in acht talen",
        log("24-10-25", "gereed", "Gedrukt. Meisjes zeggen: er staan alleen jongens op.", by="Kompas College"),
    ),
    step(
        "1.3b 3-11-25 27-3-26 E:PT V:TC+DS I:NK na:1.3a doel:1 smart:SM oranje",
        "Techniekplein op zes open dagen",
        "Foto’s en een telling van bezoekers per school",
        log("30-1-26", "groen", "Vier open dagen gehad.", by="Tessel College"),
        log(
            "27-3-26",
            "oranje",
            "Vijf van de zes. De zesde viel uit.",
            "De zaal was dubbel geboekt.",
            "Nieuwe datum in de herfst van 2026.",
            "Vakcollege De Steiger",
        ),
    ),
    step(
        "1.4a 7-4-25 19-12-25 E:WO V:TV I:DM+FM doel:1 smart:SMART gereed:12-12-25",
        "Proef met vier bedrijven afgerond",
        "Verslag met cijfers van leerlingen en bedrijven",
        log("12-12-25", "gereed", "88 leerlingen. Een ochtend werkt beter dan een hele dag.", by="Techniekkring"),
    ),
    step(
        "1.4b 5-1-26 18-12-26 E:WO V:TV R:NK na:1.4a doel:1 smart:SMART groen",
        "Alle tweede klassen op bezoek geweest",
        "Rooster met achttien bedrijven en 400 leerlingen",
        log("26-6-26", "oranje", "230 van de 400.", "Vervoer naar Terelst is duur.", "Groepen samenvoegen.", "TV"),
        log("6-11-26", "groen", "352 van de 400; de rest gaat in december.", by="Techniekkring Veenderwaard"),
    ),
    step(
        "2.1a 3-2-25 19-12-25 E:WL V:KZ R:KC doel:2 smart:SMART gereed:5-12-25",
        "Twintig gastlessen in 2025",
        "Rooster met twintig lessen",
        log("5-12-25", "gereed", "Twintig lessen, drie op verzoek van leerlingen.", by="Koster & Zn."),
    ),
    step(
        "2.1b 5-1-26 11-12-26 E:WL V:KZ R:KC S:BI na:2.1a doel:2 smart:SMART gereed:13-11-26",
        "Lesmap bij de gastlessen",
        "Lesmap van 48 bladzijden",
        log("8-5-26", "groen", "Acht van de tien hoofdstukken af.", by="Koster & Zn."),
        log("13-11-26", "gereed", "Map is gedrukt en staat online.", by="Kompas College"),
    ),
    step(
        "2.2a 3-3-25 26-9-25 E:SG V:DS doel:1 smart:SMART gereed:19-9-25",
        "Lasrobot en printers aangeschaft",
        "Drie apparaten, gekeurd",
        log("19-9-25", "gereed", "Geleverd en gekeurd.", by="Vakcollege De Steiger"),
    ),
    step(
        "2.2b 29-9-25 30-10-26 E:PT V:DS I:TC+HE na:2.2a doel:1 smart:SM rood",
        "Vier rondes langs de scholen",
        "Logboek per apparaat",
        log("30-1-26", "oranje", "Eén ronde.", "Inregelen kost een week.", "Instructeur gaat mee.", "De Steiger"),
        log(
            "26-6-26",
            "rood",
            "De tweede ronde is gestaakt.",
            "Verhuizen maakt meer stuk dan het oplevert.",
            "Voorstel aan de stuurgroep: vaste plek in een lab.",
            "Vakcollege De Steiger",
        ),
    ),
    step(
        "2.3a 3-2-25 27-6-25 E:WL V:MV R:KC+DS doel:2 smart:SMART gereed:20-6-25",
        "Overzicht van keuzevakken per school",
        "Tabel met 61 vakken",
        log("20-6-25", "gereed", "61 vakken; 14 scholen en vakken overlappen.", by="mbo Veenderwaard"),
    ),
    step(
        "2.3b 1-9-25 26-6-26 E:WL V:KC+DS na:2.3a doel:2 smart:SMART gereed:19-6-26",
        "Twaalf leerlingen volgen een vak elders",
        "Cijferlijst van twaalf leerlingen",
        log("19-12-25", "groen", "Elf leerlingen begonnen op donderdagmiddag.", by="Kompas College"),
        log("19-6-26", "gereed", "Twaalf leerlingen, elf haalden het vak.", by="werkgroep Leerroutes"),
    ),
    step(
        "4.1a 3-2-25 29-8-25 E:WP V:FM+KZ R:HD doel:4 smart:SMART gereed:22-8-25",
        "Tien vakmensen geworven",
        "Tien getekende afspraken met werkgever en school",
        log("22-8-25", "gereed", "Tien mensen van zeven bedrijven.", by="werkgroep Mensen"),
    ),
    step(
        "4.1b 1-9-25 30-1-26 E:WP V:HD na:4.1a doel:4 smart:SMART gereed:30-1-26",
        "Korte opleiding afgerond",
        "Negen bewijzen van de lerarenopleiding",
        log("30-1-26", "gereed", "Negen van de tien haalden het.", by="Hogeschool Delta-Noord"),
    ),
    step(
        "4.1c 2-2-26 18-12-26 E:SG V:WP R:KC+DS na:4.1b doel:4 smart:SMT oranje",
        "Gelijke vergoeding op alle scholen",
        "Besluit van vier besturen",
        log("26-6-26", "oranje", "Zes van de tien zijn er nog.", "Elke school betaalt anders.", "Eén voorstel.", "WP"),
        log("23-10-26", "oranje", "Drie van de vier besturen zijn akkoord.", "Eén bestuur wacht op de begroting.",
            "Gesprek op 9 december.", "werkgroep Mensen"),
    ),
    step(
        "5.1a 3-3-25 31-10-25 E:WL V:MV R:KZ doel:2 smart:SMART gereed:12-12-25",
        "Programma op hoofdlijnen",
        "Notitie van twaalf bladzijden",
        log("31-10-25", "oranje", "Het mbo-deel is af, het vmbo-deel niet.", "Geen tijd in leerjaar 3.",
            "Twee schrijfdagen in november.", "mbo Veenderwaard"),
        log("12-12-25", "gereed", "Zes weken later dan gepland.", by="mbo Veenderwaard"),
    ),
    step(
        "5.1b 5-1-26 30-10-26 E:SG V:MV+KC R:KZ na:5.1a doel:2 smart:SMART go gereed:30-10-26",
        "Besluit over de start in 2027",
        "Besluit van de stuurgroep met rooster en begroting",
        log("8-5-26", "oranje", "Rooster past nog niet.", "Drie gebouwen, één bus.", "Proefrooster in juni.", "MV"),
        log("30-10-26", "gereed", "De stuurgroep is akkoord: de route begint in 2027.", by="programmateam"),
    ),
    step(
        "5.2a 3-3-25 29-8-25 E:PT V:TV doel:5 smart:SMA gereed:29-8-25",
        "Loket ingericht",
        "Ruimte, telefoon en een gedeeld overzicht van plekken",
        log("29-8-25", "gereed", "Open sinds de laatste week van de vakantie.", by="Techniekkring Veenderwaard"),
    ),
    step(
        "5.2b 1-9-25 3-7-26 E:SG V:TV R:KC+DS na:5.2a doel:5 smart:SMART gereed:3-7-26",
        "Proefjaar met twee scholen afgerond",
        "Verslag met aantallen plekken en uren",
        log("19-12-25", "groen", "118 plekken, twee scholen.", by="Techniekkring Veenderwaard"),
        log("3-7-26", "gereed", "214 plekken in één schooljaar.", by="Techniekkring Veenderwaard"),
    ),
    step(
        "5.2c 6-7-26 18-12-26 E:SG V:PT R:GH+TV na:5.2b doel:5 smart:SMT rood",
        "Afspraak over wie het loket betaalt",
        "Getekende afspraak",
        log("2-10-26", "oranje", "Twee gesprekken gehad.", "Niemand weet wat het loket kost.", "Rekenen.", "PT"),
        log("20-11-26", "rood", "Ligt stil tot er cijfers zijn.", "Besturen en gemeente wachten op elkaar.",
            "Onafhankelijke begeleider in 2027.", "programmateam"),
    ),
)  # fmt: skip


def lettered(number: str) -> str:
    """`1.2a` as this plan wrote it: `A2a`."""
    return f"{'ABCDE'[int(number[0]) - 1]}{number[2:]}"


def steps() -> tuple[Step, ...]:
    """The milestones under the numbers of this plan."""
    return tuple(
        replace(
            own,
            number=lettered(own.number),
            facts=tuple(f"na:{lettered(fact[3:])}" if fact.startswith("na:") else fact for fact in own.facts),
        )
        for own in _STEPS
    )


def speerpunten(first_theme: int, first_goal: int) -> tuple[Speerpunt, ...]:
    """The speerpunten, given the ids of the first theme and the first goal of this period."""
    themes = {theme.number: first_theme + place for place, theme in enumerate(THEMES)}
    return tuple(
        own.changed(
            number=lettered(own.number),
            theme=themes[own.theme],
            goals=tuple(first_goal - 1 + goal for goal in own.goals),
        )
        for own in _SPEERPUNTEN
    )


def speerpunt_ids(first: int) -> dict[str, int]:
    """The id of each speerpunt by its number, given that of the first."""
    return {lettered(own.number): first + place for place, own in enumerate(_SPEERPUNTEN)}


RISKS = (
    Risk(
        text="Er melden zich te weinig vakmensen om les te geven",
        probability=Size.GROOT,
        impact=Size.MIDDEL,
        measure="Bedrijven één dag per maand vragen, en scholen die dag betalen.",
        owner="mbo Veenderwaard",
        periods=(PERIOD,),
    ),
    Risk(
        text="Bedrijven trekken toegezegde uren terug als het druk is",
        probability=Size.MIDDEL,
        impact=Size.MIDDEL,
        measure="Uren per jaar afspreken en in het najaar nabellen.",
        owner="Techniekkring Veenderwaard",
        periods=(PERIOD,),
    ),
)

TEXTS = tuple(
    ChapterText(chapter=chapter, heading=heading, text=text, period=PERIOD)
    for chapter, heading, text in (
        (
            Chapter.INLEIDING,
            "",
            "Dit is het eerste plan dat de scholen en bedrijven van Veenderwaard samen schreven. Het is klein "
            "gehouden: "
            "tien speerpunten, waarvan er zes iets uitproberen.",
        ),
        (
            Chapter.MONITORING,
            "",
            "Het programmateam kijkt elke twee maanden naar de stoplichten. "
            "De stuurgroep krijgt elk halfjaar een verslag.",
        ),
        (
            Chapter.BEGROTING,
            "",
            "De begroting rekent met de uren die scholen en bedrijven in het voorjaar van 2025 hebben toegezegd.",
        ),
    )
)


_VISION = {
    "Aanbod per profiel": (
        "Vijf scholen houden samen alle profielen in stand. In deze twee jaar leggen zij hun keuzevakken naast elkaar "
        "en proberen zij uit of leerlingen een vak op een andere school kunnen volgen."
    ),
    "Leerlingen en prognose": (
        "Het aantal leerlingen daalt, vooral in Terelst en Lagerveer. Daarom begint de regio vroeger: in groep 7 en 8."
    ),
    "Doorstroom naar het mbo": (
        "De regio bereidt één doorlopende route voor, in installatie en energie, en leert daarvan voor een tweede."
    ),
    "Arbeidsmarkt": (
        "Bedrijven vragen mensen voor installatie, onderhoud en bouw. Vaklieden geven mee les en laten "
        "hun bedrijf zien."
    ),
    "Samenwerking": (
        "Scholen en bedrijven maken voor het eerst samen een plan. Elke afspraak heeft één trekker en een dag."
    ),
    "Wat gaat goed, kansen en knelpunten": (
        "De lijnen zijn kort en de bedrijven doen mee. Het knelpunt zijn mensen: docenten, instructeurs en tijd."
    ),
    "Technologische trends": (
        "Een lasrobot en twee 3D-printers gaan langs de scholen, zodat blijkt wat in de les werkt voordat de regio "
        "meer koopt."
    ),
    "Ambitie": "Wat in deze twee jaar werkt, wordt in het volgende plan gewoon werk; wat niet werkt, stopt.",
}


def vision_before(sections: tuple[VisionSection, ...]) -> tuple[VisionSection, ...]:
    """The vision of this period, which has the same vision of 2019 as its previous text."""
    return tuple(
        VisionSection(
            order=section.order,
            section=section.section,
            previous=section.previous,
            text=_VISION[section.section],
            agreed_on=_AGREED,
            period=PERIOD,
        )
        for section in sections
    )


CONTINUES = {"1.1": "A2", "1.3": "A4", "2.1": "B3", "4.1": "D1", "5.1": "E1", "5.4": "E2"}
"""From which speerpunt of this period each speerpunt of the next one goes on."""
