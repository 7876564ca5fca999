"""The written parts of the Almere plan, in our own words; one line per paragraph."""

from sto_tui.domain.plan import Chapter, ChapterText


def _text(chapter: Chapter, order: int, heading: str, *paragraphs: str) -> ChapterText:
    return ChapterText(chapter=chapter, order=order, heading=heading, text="\n\n".join(paragraphs))


TEXTS = (
    _text(
        Chapter.INLEIDING,
        1,
        "",
        "Dit is het activiteitenplan van de regio Almere voor Sterk Techniekonderwijs Almere in de jaren 2020 – 2023. "
        "Het is deel II van de aanvraag en sluit aan op deel 1, de regiovisie Almere.",
        "De aanvraag gaat naar de Dienst Uitvoering Subsidies aan Instellingen van het ministerie van Volksgezondheid, "
        "Welzijn en Sport. Stad College is penvoerder. Versie 1.0 is definitief en dateert van 27 maart 2019, Almere.",
    ),
    _text(
        Chapter.DOELEN,
        1,
        "",
        "Het project heeft vijf hoofddoelen. Samen gaan ze over het aanbod en de kwaliteit van het technische en "
        "technologische vmbo in 2023.",
    ),
    _text(
        Chapter.THEMAS,
        1,
        "",
        "Het plan heeft vijf thema’s. Onder elk thema vallen vijf of zes speerpunten; het overzicht staat in een "
        "tabel, met daarna per thema de uitwerking.",
        "Dit is wat de partijen de komende vier jaar samen gaan doen.",
    ),
    _text(
        Chapter.THEMAS,
        2,
        "Samenwerken en verbinden",
        "Samenwerken met bedrijven is bewust geen apart thema. De regio heeft er geen sterke historie in, maar voor "
        "alle partijen is samenwerken het principe boven alle speerpunten. Zonder goede samenwerking komt er geen "
        "resultaat.",
        "Door alle thema’s en speerpunten loopt één rode draad: samenwerken, en verbanden leggen tussen wat er al is "
        "en wat erbij komt. Dat begint met elkaar vertellen wat er speelt en wie meedoet. Daarna delen de partijen "
        "kennis, en dan brengen ze samen lijn en samenhang aan. De hele keten doet mee.",
    ),
    _text(
        Chapter.THEMAS,
        3,
        "Eerste stap: planvorming",
        "De vmbo-scholen vernieuwen al met veel energie. Toch is er bij bijna elk thema nog heel veel te doen. "
        "Daarvoor gebruikt de regio Almere het project Sterk Techniekonderwijs.",
        "Uitvoeren lukt pas met goed doordachte plannen die in de keten zijn afgestemd. Zonder gedegen plan is het "
        "schieten met hagel: overal gebeurt iets, maar in de kern verandert weinig. Een voorbeeld is de herinrichting "
        "van een praktijkruimte. Die heeft weinig zin zolang niet vaststaat hoe de profieldelen eruitzien, welke "
        "keuzevakken in het curriculum komen en op welke plek in de regio ze worden gegeven.",
        "Met één overkoepelend plan kiezen de partners beter. De samenhang wordt zichtbaar, met het regionaal belang "
        "voorop, en het wordt duidelijk hoeveel de investeringen zijn en waar ze landen. Daarom begint bijna elk thema "
        "met planvorming.",
    ),
    _text(
        Chapter.ORGANISATIE,
        1,
        "",
        "Het project heeft een stuurgroep, een adviesraad, een projectleider met projectteam, een deelprojectleider "
        "per thema en werkgroepen.",
    ),
    _text(
        Chapter.ORGANISATIE,
        2,
        "Plan van aanpak",
        "De beoogd algemeen projectleider schrijft voor de start een plan van aanpak. De gezamenlijke vmbo-scholen "
        "geven daarvoor de opdracht. Het beschrijft de organisatie van het hele project, wie precies wat doet, wat "
        "bedrijven en andere instanties inzetten, en een planning in detail. De (beoogde) stuurgroep ontvangt het "
        "voordat het project begint.",
    ),
    _text(
        Chapter.MONITORING,
        1,
        "Evaluatie en voortgangsrapportages",
        "De projectleider schrijft de voortgangsrapportages en de evaluaties van wat is uitgevoerd, en levert ze aan. "
        "De stuurgroep heeft de voortgang elke twee maanden vast op de agenda. De deelprojectleiders van de "
        "werkgroepen leveren de informatie aan de projectleider.",
        "Voor de rapportage is er een vast format. Dat laat per activiteit zien: de inhoud, de planning, de mijlpalen, "
        "de status van de voortgang en bijzonderheden. Wie ingrijpend wil bijsturen, overlegt altijd eerst met de "
        "stuurgroep.",
        "Los daarvan zijn er twee grote rapportages: op 1 juli 2021 de tussenrapportage en op 1 juli 2023 de "
        "eindrapportage. De algemeen projectleider maakt ze samen met de penvoerder. Ze beschrijven uitgevoerde "
        "activiteiten en bereikte resultaten, en bevatten een financiële verantwoording.",
    ),
    _text(
        Chapter.MONITORING,
        2,
        "Communicatieplan",
        "Zonder professionele communicatie over de uitvoering zijn de doelen van Sterk Techniekonderwijs Almere niet "
        "te halen. De algemeen projectleider maakt daarom met de zes vmbo-scholen een communicatieplan.",
        "Daarin staat hoe alle partijen in de keten horen welke stappen er komen, hoe ze de voortgang kunnen volgen en "
        "hoe successen en resultaten worden gevierd. Goede, open communicatie helpt bij samenwerken, maakt het netwerk "
        "sterker en inspireert iedereen die meedoet.",
    ),
    _text(
        Chapter.BEGROTING,
        1,
        "",
        "De bedragen voor 2020 – 2023 staan in een apart Excel-bestand bij de aanvraag.",
    ),
    _text(
        Chapter.BEGROTING,
        2,
        "Opbouw van de begroting",
        "Het bestand heeft deze tabbladen:",
        "1. De berekening van de projectkosten voor elk van de vijf thema’s.",
        "2. Een totaalstaat per thema, met een berekening van de beoogde cofinanciering.",
        "3. Een totaalstaat van de projectkosten per jaar, met de subsidie die voor dat jaar wordt aangevraagd: jaar 1 "
        "(2020), jaar 2 (2021) en de jaren 3 en 4 (2022 en 2023) samen.",
        "4. Een overzicht van het hele project 2020 – 2023, met de totale subsidieaanvraag voor de vier jaren.",
    ),
    _text(
        Chapter.BEGROTING,
        3,
        "Machines, apparatuur en middelen",
        "Het project richt praktijkcentra in of opnieuw in, als contextrijke leeromgevingen. In 2023, aan het eind van "
        "het project, heeft elke school er drie:",
        "1. een discoverylab, voor het ontdekken en leren bij de loopbaanoriëntatie techniek en technologie;",
        "2. een skillslab, met de voorzieningen voor profieldelen en keuzevakken;",
        "3. een innovationlab of leerbedrijf, rond één specifieke, hoogwaardige technologie.",
        "Gedetailleerde bedragen zijn er nog niet. De plannen en keuzes over de inrichting horen bij de uitvoering en "
        "komen meestal in 2020. Pas dan staat vast wat er precies nodig is.",
    ),
    _text(
        Chapter.BEGROTING,
        4,
        "Cofinanciering van bedrijven",
        "Bij het maken van de plannen is met bedrijven over cofinanciering gepraat. Ze zien de waarde van het project "
        "en willen meedoen. Een samenwerkingsovereenkomst voor de aanvraag tekenen ze nog niet: daar hebben ze "
        "bezwaren tegen.",
        "Bedrijven tekenen wel zodra precies duidelijk is wat er van ze wordt verwacht en hoeveel ze bijdragen. Dat "
        "weten we als de plannen concreet zijn; dan kunnen we het gericht vragen. Ook telt mee dat vmbo en bedrijven "
        "in de regio Almere nog nooit een netwerk of samenwerkingsverband hadden. Daarom zitten er geen getekende "
        "overeenkomsten van bedrijven bij de aanvraag.",
        "Om toch al te kunnen rekenen, staat in de begroting per speerpunt een schatting van wat bedrijven bijdragen. "
        "Alle bijdragen zijn ‘beoogd’: er is nog niets toegezegd.",
    ),
)
