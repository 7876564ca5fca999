"""Goals, themes, risks and decisions of the Almere plan."""

from datetime import date

from almere_teksten import TEXTS

from sto_tui.domain.evaluation import Decision, DecisionKind
from sto_tui.domain.plan import Facility, Goal, Risk, Size, Theme

__all__ = ["DECISIONS", "GOALS", "RISKS", "TEXTS", "THEMES"]

GOALS = (
    Goal(
        number=1,
        text="Meer leerlingen uit het po kiezen voor een beroepsopleiding via het vmbo, en niet voor een avo-route: "
        "meer instroom in het vmbo.",
        indicator="leerlingen uit het po die kiezen voor een beroepsopleiding via het vmbo",
        baseline_year=2019,
        target="20% meer",
        target_year=2023,
        periods=(1,),
    ),
    Goal(
        number=2,
        text="Meer leerlingen die al op het vmbo zitten, kiezen een technisch of technologisch profiel.",
        indicator="vmbo-leerlingen met een technisch of technologisch profiel",
        baseline_year=2019,
        target="25% meer",
        target_year=2023,
        periods=(1,),
    ),
    Goal(
        number=3,
        text="Eind 2023 gaan twee keer zo veel leerlingen van de zes vmbo-scholen door naar een technische opleiding "
        "bij mbo College Almere en/of Aeres MBO Almere.",
        indicator="doorstroom van de zes vmbo-scholen naar techniek op het mbo in Almere",
        baseline_year=2019,
        target="verdubbeld",
        target_year=2023,
        periods=(1,),
    ),
    Goal(
        number=4,
        text="Leerlingen blijven in de regio Almere. Bedrijven vinden daardoor later op de regionale arbeidsmarkt "
        "makkelijker voldoende mensen die goed zijn opgeleid. Dat versterkt het vestigingsklimaat.",
        indicator="leerlingen die voor de regio Almere behouden blijven",
        periods=(1,),
    ),
    Goal(
        number=5,
        text="De technische opleidingen en technologische profielen van de zes vmbo-scholen passen bij wat de markt "
        "vraagt. Ze dragen bij aan wat de regio maatschappelijk te doen heeft, met technologie en duurzaamheid.",
        indicator="aansluiting van opleidingen en profielen op de vraag van de markt",
        periods=(1,),
    ),
)

THEMES = (
    Theme(
        number=1,
        title="Versterken loopbaanoriëntatie techniek en technologie",
        result=(
            "Leerlingen in de onderbouw van de zes vmbo-scholen en het praktijkonderwijs (pro) krijgen een eerlijk "
            "beeld van moderne techniek en technologie (T&T) en van de beroepen daarin. Ze doen dat in een breed, "
            "praktisch programma met experimenten en ontdekkingen. Ze merken welke rol T&T in het dagelijks leven "
            "speelt, of techniek iets voor hen is en welk werk ze ermee kunnen doen."
        ),
        facilities=(
            Facility(name="Discoverylabs bij de zes vmbo-scholen"),
            Facility(name="Voorzieningen bij Stad & Natuur"),
        ),
    ),
    Theme(
        number=2,
        title="Basis op orde",
        result=(
            "Eind 2023 kloppen op alle zes vmbo-scholen de programmalijnen techniek en technologie in de onderbouw. Ze "
            "vormen één geheel met de profieldelen en de keuzevakken. Leerjaar 3 en 4 leiden zonder hobbels naar een "
            "verwante technische opleiding bij het mbo in Almere. De inhoud past bij de vraag van de markt en bij de "
            "opdracht van de regio op het gebied van duurzaamheid. Elk skillslab heeft een modern machinepark met "
            "technische apparatuur en middelen."
        ),
        facilities=(Facility(name="Skillslabs: heringerichte technische praktijkruimtes met machines en middelen"),),
    ),
    Theme(
        number=3,
        title="Onderwijsinnovatie",
        result=(
            "Elk van de zes vmbo-scholen in Almere heeft eind 2021 een modern innovationlab of leerbedrijf. In een "
            "contextrijke omgeving passen leerlingen er hoogwaardige technologie en moderne media toe, in "
            "verschillende werkvelden. Een school kiest zelf welke faciliteiten er komen en hoe de ruimte eruitziet; "
            "de scholen stemmen dat onderling af. Alle labs en leerbedrijven krijgen de technologische middelen en "
            "apparatuur die ze nodig hebben."
        ),
        facilities=(
            Facility(name="Innovationlab Virtual Reality (Stad College)"),
            Facility(name="Ontwerpstudio Design & Grafimedia (Arte College)"),
            Facility(name="Techlab Automotive & Mobiliteit (Meergronden)"),
            Facility(name="Leerbedrijf Design & Innovation (Echnaton)"),
            Facility(name="Innovationlab Duurzaam Wonen (Buitenhout College)"),
            Facility(name="Innovationlab Drone Technology (Aeres vmbo Almere)"),
        ),
    ),
    Theme(
        number=4,
        title="Professionalisering",
        result=(
            "Iedere docent en instructeur techniek & technologie op de zes vmbo-scholen doet structureel en "
            "doelgericht mee aan opleiding en ontwikkeling. Zo houden ze zicht op nieuwe technologie in het werkveld, "
            "frissen ze kennis en vaardigheden op en leren ze nieuwe. Wat ze leren, gebruiken ze in hun dagelijkse "
            "lessen."
        ),
    ),
    Theme(
        number=5,
        title="Samenwerken in de keten",
        result=(
            "Alle belanghebbenden in de keten bespreken samen hoe techniek & technologie in de regio Almere sterker "
            "wordt. Ze stemmen de thema’s en speerpunten af en voeren ze samen uit. Ieders inbreng, expertise en "
            "achtergrond telt mee voor een gezamenlijk resultaat."
        ),
    ),
)

RISKS = (
    Risk(
        text="Partners vallen tussentijds af",
        probability=Size.KLEIN,
        impact=Size.MIDDEL,
        measure=(
            "Hoe zwaar dit telt, hangt af van wie er weggaat: bij een cruciale partner is de impact middel tot groot. "
            "Zo nodig wordt een andere partij gevraagd om mee te doen."
        ),
        note=(
            "Voor de start is met alle partijen gepraat: wat het project inhoudt, wat er van ieder wordt verwacht en "
            "wat ieder inbrengt. Een overeenkomst legt de bijdrage van elke partij vooraf vast. Dat voorkomt zo veel "
            "mogelijk onduidelijkheid over inhoud, organisatie en geld. Komen er onderweg problemen, dan pakt de "
            "algemeen projectleider ze op en bespreekt ze met de stuurgroep."
        ),
        owner="algemeen projectleider",
    ),
    Risk(
        text="Doelen blijken niet haalbaar",
        probability=Size.KLEIN,
        impact=Size.MIDDEL,
        measure=(
            "Met de partners uitzoeken waarom een doel niet wordt gehaald en wat er anders moet om het toch te halen. "
            "Alleen als het echt niet anders kan, wordt het doel zelf bijgesteld."
        ),
        note=(
            "De partijen hebben de doelen vooraf zo veel mogelijk besproken en goedgekeurd. Het grootste gevaar zit in "
            "de planvorming: dan kunnen doelen en resultaten opkomen die niemand had voorzien en die onhaalbaar zijn. "
            "Dat is niet vooraf uit te sluiten. De projectleider moet dan met stuurmanskunst alternatieven vinden die "
            "voor iedereen acceptabel zijn."
        ),
        owner="projectleider",
    ),
    Risk(
        text="Planningen worden niet gehaald",
        probability=Size.KLEIN,
        impact=Size.MIDDEL,
        measure=(
            "De algemeen projectleider bewaakt de planning, samen met de deelprojectleiders. Dat vraagt een duidelijke "
            "planning, rapportages onderweg, op tijd en direct praten over oorzaken, en elkaar aanspreken als een "
            "afspraak niet wordt nagekomen. Zo nodig wordt de planning aangepast."
        ),
        note=(
            "Elke activiteit krijgt in de planning wat ruimte voor uitloop, bijvoorbeeld door tegenvallers of ziekte. "
            "Iets onverwachts kan altijd voor vertraging zorgen. Het gaat erom dat op tijd te zien, een oplossing te "
            "zoeken en dat te vertellen."
        ),
        owner="algemeen projectleider en deelprojectleiders",
    ),
    Risk(
        text="Financiën ontoereikend",
        probability=Size.KLEIN,
        impact=Size.GROOT,
        measure=(
            "De projectleider volgt uren en geld met rapportages. Dreigt het mis te gaan, dan op tijd ingrijpen en zo "
            "nodig de financiële kaders aanpassen."
        ),
        note=(
            "Vooraf is bekend welke financiële kaders en uren er zijn en tot welke grens investeren kan. De stuurgroep "
            "stuurt hierop met duidelijke tussentijdse rapportages van de projectleider."
        ),
        owner="projectleider",
    ),
    Risk(
        text="Samenwerking partners komt niet van de grond",
        probability=Size.GROOT,
        impact=Size.GROOT,
        measure=(
            "Een sterke, onafhankelijke projectleider aanstellen die boven de partijen staat. Iemand die denkt en doet "
            "wat goed is voor de hele regio, vertrouwen krijgt en partijen weet te verbinden. Dit is de beste "
            "maatregel."
        ),
        note=(
            "Dit risico is reëel. In de regio Almere bestaan geen oude samenwerkingsverbanden. Partijen bij elkaar "
            "brengen en laten werken voor een belang dat hun eigen belang overstijgt, wordt een kunst. Dat dit plan er "
            "is gekomen, laat wel zien dat het kan."
        ),
        owner="stuurgroep",
    ),
)

_ON_27_MARCH = date(2019, 3, 27)

# Each decision with the elements of the plan in which it comes back.
DECISIONS = (
    (
        Decision(
            text="Bijna elk thema begint met planvorming; uitvoeren komt daarna.",
            why=(
                "Zonder goede plannen raakt de regio van alles een beetje aan en verandert er weinig. Een "
                "praktijkruimte inrichten heeft pas zin als bekend is wat er wordt gegeven en waar."
            ),
            date=_ON_27_MARCH,
            kind=DecisionKind.AANPASSEN,
        ),
        "mijlpaal 1.1a, mijlpaal 2.2a, mijlpaal 2.3a, mijlpaal 2.4a, mijlpaal 3.1a, mijlpaal 5.2a",
    ),
    (
        Decision(
            text="Samenwerken met bedrijven is geen apart thema, maar loopt door alle speerpunten.",
            why="De regio heeft weinig historie in samenwerken en boekt alleen samen resultaat.",
            date=_ON_27_MARCH,
            kind=DecisionKind.STRUCTUREEL_MAKEN,
        ),
        "thema 1, thema 2, thema 3, thema 4, thema 5",
    ),
    (
        Decision(
            text="Er komt een onafhankelijke projectleider die boven de partijen staat.",
            why="De kans dat de samenwerking niet van de grond komt is groot, en de impact ook.",
            date=_ON_27_MARCH,
            kind=DecisionKind.AANPASSEN,
            why_not="Staat bij de organisatie van het project en als maatregel bij risico 5; er is geen speerpunt "
            "voor.",
        ),
        "",
    ),
    (
        Decision(
            text="De cofinanciering van bedrijven blijft bij de aanvraag ‘beoogd’; er zijn geen getekende "
            "overeenkomsten.",
            why=(
                "Bedrijven willen meedoen, maar tekenen pas als duidelijk is wat ze doen en hoeveel. Er was nog geen "
                "netwerk van vmbo en bedrijven."
            ),
            date=_ON_27_MARCH,
            kind=DecisionKind.BEHOUDEN,
        ),
        "speerpunt 5.1, speerpunt 4.3",
    ),
    (
        Decision(
            text="De begroting bevat nog geen gedetailleerde bedragen voor machines, apparatuur en middelen.",
            why="De keuzes over de inrichting vallen pas in de uitvoering, meestal in 2020.",
            date=_ON_27_MARCH,
            kind=DecisionKind.BEHOUDEN,
        ),
        "mijlpaal 1.1a, mijlpaal 2.2a, mijlpaal 2.3a, mijlpaal 2.4a, mijlpaal 3.1a, mijlpaal 3.2a, mijlpaal 3.3a, "
        "mijlpaal 3.4a, mijlpaal 3.5a, mijlpaal 3.6a",
    ),
)
