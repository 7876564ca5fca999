"""Looking back on 2025-2026: questions, meetings, scores, decisions and actions."""

from datetime import date

from voorbeeldregio_partijen import PARTY_IDS

from sto_tui.domain.evaluation import (
    Action,
    ActionStatus,
    AgendaItem,
    DecisionKind,
    Meeting,
    Question,
    QuestionKind,
    QuestionPart,
    Score,
)
from sto_tui.domain.steering import Resolution

# The ids of the periods that meetings are about.
_LOOKS_BACK_AT, _PLAN = 2, 3

_OPEN, _SCALE, _GOALS = QuestionKind.OPEN, QuestionKind.SCALE, QuestionKind.GOAL_BY_GOAL
_P = QuestionPart

QUESTIONS = tuple(
    Question(part=part, order=order, kind=kind, own=kind is _SCALE, text=text)
    for part, order, kind, text in (
        (_P.SAMENWERKING, 1, _OPEN, "Hadden we hetzelfde doel voor ogen, en klopt dat beeld nog?"),
        (_P.SAMENWERKING, 2, _OPEN, "Waar hielp de samenwerking ons vooruit, en waar zat zij in de weg?"),
        (_P.SAMENWERKING, 3, _OPEN, "Wat spreken we af over onze samenwerking in 2027 en 2028?"),
        (_P.SAMENWERKING, 4, _SCALE, "Ik weet wie in de regio waarover beslist."),
        (_P.SAMENWERKING, 5, _SCALE, "Wat we afspreken, komen we na."),
        (_P.SAMENWERKING, 6, _SCALE, "Scholen en bedrijven hebben evenveel te zeggen."),
        (_P.DOELEN, 1, _GOALS, "In hoeverre is dit doel gelukt?"),
        (_P.SUCCESSEN, 1, _OPEN, "Welke doelen hebben we gehaald?"),
        (_P.SUCCESSEN, 2, _OPEN, "Waar zijn we het meest trots op?"),
        (_P.SUCCESSEN, 3, _OPEN, "Welke activiteit vergeet je niet meer?"),
        (_P.SUCCESSEN, 4, _OPEN, "Waardoor is dit gelukt?"),
        (_P.SUCCESSEN, 5, _OPEN, "Hoe wordt dit gewoon werk, in de hele regio?"),
        (_P.VERBETERPUNTEN, 1, _OPEN, "Welke doelen hebben we niet gehaald?"),
        (_P.VERBETERPUNTEN, 2, _OPEN, "Waardoor is dat niet gelukt?"),
        (_P.VERBETERPUNTEN, 3, _OPEN, "Wat kan beter, ook als het doel wel is gehaald?"),
        (_P.VERBETERPUNTEN, 4, _OPEN, "Willen we dit doel nog steeds, of moet het anders worden opgeschreven?"),
        (_P.BORGING, 1, _SCALE, "Wat we hebben opgezet, gaat door als de projectleider vertrekt."),
        (_P.BORGING, 2, _SCALE, "Van elk lab is bekend wie na 2028 betaalt."),
        (_P.BORGING, 3, _SCALE, "Techniek staat in het schoolplan van elke school."),
        (_P.BORGING, 4, _SCALE, "Bedrijven rekenen erop dat de samenwerking blijft."),
    )
)

SESSIONS = (
    Meeting(
        period=_LOOKS_BACK_AT,
        title="Terugblik: wat leverde 2025-2026 op?",
        date=date(2026, 4, 21),
        invited=tuple(PARTY_IDS[short] for short in ("KC", "TC", "UL", "MV", "TV", "GH", "GT")),
        present=tuple(PARTY_IDS[short] for short in ("KC", "TC", "UL", "MV", "TV", "GH")),
        attendees=(
            "Tafel 1 basisscholen, Uitvindloods en onderbouw; tafel 2 vaksecties en mbo; tafel 3 bedrijven en "
            "stages; tafel 4 directies en gemeente. 43 mensen van 21 organisaties, in de kantine van Fléchetec."
        ),
        tables=4,
        agenda=(
            AgendaItem(title="Welkom en rondje door de fabriek", minutes=25),
            AgendaItem(question=1, minutes=20),
            AgendaItem(question=2, minutes=25),
            AgendaItem(question=7, minutes=40),
            AgendaItem(title="Soep en broodjes", minutes=30),
            AgendaItem(question=9, minutes=20),
            AgendaItem(question=10, minutes=15),
            AgendaItem(question=14, minutes=30),
            AgendaItem(title="Stemmen met stickers", minutes=15),
        ),
    ),
    Meeting(
        period=_LOOKS_BACK_AT,
        title="Keuzes: wat nemen we mee naar 2027-2028?",
        date=date(2026, 5, 28),
        attendees=(
            "Dezelfde vier tafels, nu met De Lichtboei en het opleidingsfonds metaal erbij. 38 mensen, bij mbo "
            "Veenderwaard."
        ),
        tables=4,
        agenda=(
            AgendaItem(title="Uitslag van de stemming", minutes=10),
            AgendaItem(question=12, minutes=30),
            AgendaItem(question=15, minutes=25),
            AgendaItem(question=16, minutes=30),
            AgendaItem(question=17, minutes=10),
            AgendaItem(question=18, minutes=10),
            AgendaItem(question=19, minutes=10),
            AgendaItem(question=20, minutes=10),
            AgendaItem(question=3, minutes=25),
            AgendaItem(title="Besluiten voorlezen en eigenaars kiezen", minutes=20),
        ),
    ),
    Meeting(
        period=_PLAN,
        title="Halfjaarmiddag: staat het stoplicht goed?",
        date=date(2027, 6, 15),
        attendees="Trekkers van de speerpunten, bedrijvenraad en stuurgroep. In De Uitvindloods.",
        tables=4,
        agenda=(
            AgendaItem(title="Drie leerlingen vertellen", minutes=15),
            AgendaItem(title="Rood en oranje langs de muur", minutes=45),
            AgendaItem(question=2, minutes=20),
            AgendaItem(title="Wat vraagt dit van de stuurgroep?", minutes=20),
        ),
    ),
)

# Per party its scores on statements 4, 5, 6 (samenwerking) and 17, 18, 19, 20 (borging).
_SCORES = {
    "KC": "4432124",
    "TC": "3322143",
    "PR": "3422133",
    "MV": "4333234",
    "DM": "2322124",
    "FM": "2322134",
    "TV": "4432124",
    "UL": "5443234",
}
_STATEMENTS = (4, 5, 6, 17, 18, 19, 20)

SCORES = tuple(
    Score(statement=statement, value=int(value), session=1 if statement < 7 else 2, party=PARTY_IDS[short])
    for statement, place in zip(_STATEMENTS, range(7), strict=True)
    for short, value in ((short, values[place]) for short, values in _SCORES.items())
)

_D = DecisionKind
_MAY, _JUNE = date(2026, 5, 28), date(2026, 6, 18)

# Text, why, date, kind, what it becomes, and else why not. `actie 2` is the second action below.
DECISIONS: tuple[tuple[str, str, date, DecisionKind, tuple[str, ...], str], ...] = (
    (
        "De ontdeklabs gaan naar alle veertien scholen van de stichting en worden daarna van de besturen.",
        "Leerkrachten gebruiken de kisten vaker dan verwacht. Een vaste kast per school scheelt sjouwen en afspraken.",
        _MAY,
        _D.STRUCTUREEL_MAKEN,
        ("speerpunt 1.1", "doel 3", "mijlpaal 1.1f"),
        "",
    ),
    (
        "Alle vmbo-scholen houden donderdagmiddag vrij voor gezamenlijke keuzevakken.",
        "Zonder vast moment lukt uitwisselen alleen als twee roostermakers elkaar toevallig spreken.",
        _MAY,
        _D.AANPASSEN,
        ("speerpunt 2.1", "mijlpaal 2.1b"),
        "",
    ),
    (
        "Hybride docenten krijgen in de hele regio dezelfde vergoeding en een vaste begeleider.",
        "Vier mensen stopten omdat een collega op een andere school meer kreeg voor hetzelfde werk.",
        _MAY,
        _D.AANPASSEN,
        ("speerpunt 4.1", "mijlpaal 4.1a"),
        "",
    ),
    (
        "De bliksembezoeken blijven, met bij elk bedrijf een klus om zelf te doen.",
        "Kijken alleen blijft niet hangen. Waar leerlingen iets maakten, schreven zij later een betere motivatie.",
        _MAY,
        _D.BEHOUDEN,
        ("speerpunt 1.3",),
        "",
    ),
    (
        "Van zes werkgroepen maken we er drie, elk met één trekker die uren heeft.",
        "Dezelfde twaalf mensen zaten in vijf groepen. Niemand kwam aan het werk toe.",
        _JUNE,
        _D.AANPASSEN,
        ("actie 2",),
        "",
    ),
    (
        "Het doel voor doorstroom blijft; de vakmanschapsroutes worden het belangrijkste middel.",
        (
            "Losse kennismakingsdagen veranderden het percentage niet. Leerlingen zeggen dat ze de stap naar "
            "het mbo te groot vinden."
        ),
        _MAY,
        _D.HERFORMULEREN,
        ("doel 2", "speerpunt 5.1", "speerpunt 5.2"),
        "",
    ),
    (
        "Gelijke kansen krijgt een eigen doel met een getal: 15% meisjes in de technische profielen.",
        "‘Meer aandacht voor meisjes’ stond in het plan en leverde één poster op.",
        _MAY,
        _D.HERFORMULEREN,
        ("doel 5", "speerpunt 1.4"),
        "",
    ),
    (
        "Het techniekfestival in de sporthal stopt.",
        "Het kostte € 38.000 per keer. Van de bezoekers had 80% al voor techniek gekozen.",
        _JUNE,
        _D.STOPPEN,
        (),
        (
            "Er komt niets voor in de plaats. Scholen nodigen ouders uit in hun eigen werkplaats, zonder geld "
            "uit dit plan."
        ),
    ),
    (
        "Voor de zomer van 2027 ligt er een rekenblad met de kosten van elk lab, de bus en het stagepunt.",
        "Besturen willen praten over de toekomst, maar niet zonder bedragen.",
        _JUNE,
        _D.STRUCTUREEL_MAKEN,
        ("doel 6", "speerpunt 5.6", "mijlpaal 5.6a"),
        "",
    ),
    (
        "Er komt één stagepunt voor alle scholen, bij de Techniekkring.",
        "Bedrijven werden soms door vijf scholen in één week gebeld.",
        _MAY,
        _D.STRUCTUREEL_MAKEN,
        ("speerpunt 5.4",),
        "",
    ),
    (
        "Docentstages duren drie dagen in plaats van twee weken en zijn er twee keer per jaar.",
        "Twee weken is niet te vervangen. Van de 24 plaatsen werden er zeven gebruikt.",
        _MAY,
        _D.AANPASSEN,
        ("speerpunt 4.2",),
        "",
    ),
    (
        "Een eigen app van de regio komt er niet.",
        "Leerlingen gebruiken hem niet en het onderhoud kostte in 2025 meer dan de bouw.",
        _JUNE,
        _D.STOPPEN,
        (),
        (
            "De menukaart en het stagepunt werken met programma’s die scholen al hebben. Het contract "
            "wordt opgezegd per 31 december 2026."
        ),
    ),
    (
        "Praktijkschool en vso doen mee als gewone partners, met eigen doelen en eigen uren.",
        "Hun leerlingen hielpen mee, maar stonden nergens in het plan.",
        _MAY,
        _D.BEHOUDEN,
        ("speerpunt 5.3", "speerpunt 3.2"),
        "",
    ),
    (
        "We praten opnieuw met het Lyceum aan de Kolk over techniek in de onderbouw van de havo.",
        "Havisten vragen om de praktijkopdrachten; het lyceum heeft nu geen uren.",
        _JUNE,
        _D.HERFORMULEREN,
        (),
        "",
    ),
    (
        "De stuurgroep krijgt twee keer per jaar een bericht van twee pagina’s, met stoplichten.",
        "Het oude verslag van veertig pagina’s werd door drie van de acht leden gelezen.",
        _JUNE,
        _D.AANPASSEN,
        ("actie 5", "actie 6"),
        "",
    ),
)

_S = ActionStatus

_FROM_THE_EVALUATION = tuple(
    Action(text=text, owner=owner, due=due, status=status, postponed=postponed, decision=decision)
    for text, owner, due, status, postponed, decision in (
        ("Besluiten van beide bijeenkomsten rondsturen", "programmamanager", date(2026, 6, 5), _S.GEREED, 0, None),
        (
            "Trekkers benoemen voor drie werkgroepen, met uren",
            "sectordirecteur vmbo",
            date(2026, 9, 25),
            _S.GEREED,
            1,
            5,
        ),
        (
            "Roostermakers van vijf scholen aan één tafel zetten",
            "programmamanager",
            date(2026, 11, 20),
            _S.GEREED,
            0,
            2,
        ),
        ("Contract van de app opzeggen", "controller penvoerder", date(2026, 9, 30), _S.GEREED, 0, 12),
        ("Voorbeeld maken van het bericht van twee pagina’s", "programmamanager", date(2027, 2, 5), _S.GEREED, 1, 15),
        ("Eerste halfjaarbericht schrijven", "programmamanager", date(2027, 6, 11), _S.BEZIG, 0, 15),
        (
            "Afspraak maken met de afdelingsleider van het lyceum",
            "wethouder onderwijs",
            date(2027, 3, 31),
            _S.OPEN,
            2,
            14,
        ),
        (
            "Uitvoerder van Elzenhof laten kennismaken met klas 3 BWI",
            "hoofd HR Van Ommeren-Dijk",
            date(2027, 5, 28),
            _S.BEZIG,
            0,
            None,
        ),
        (
            "Nalopen wie nog niet getekend heeft: Zonrijk en het opleidingsfonds",
            "verenigingsmanager",
            date(2027, 6, 18),
            _S.BEZIG,
            1,
            None,
        ),
        (
            "Spullen van het techniekfestival verkopen of weggeven",
            "conciërge Kompas College",
            date(2026, 10, 30),
            _S.GEREED,
            0,
            8,
        ),
        (
            "Eén telefoonnummer voor het stagepunt aanvragen",
            "stagecoördinator Tessel College",
            date(2027, 7, 2),
            _S.OPEN,
            0,
            10,
        ),
        ("Gesprek voorbereiden over metselen of houtskelet", "programmamanager", date(2027, 5, 20), _S.BEZIG, 0, None),
        ("Tweedehands lift zoeken voor de lesbus", "werkplaatschef Truckservice", date(2027, 6, 4), _S.BEZIG, 0, None),
        (
            "Uren van maatjes voorstellen aan de directies",
            "coördinator opleiden in de school",
            date(2027, 5, 31),
            _S.OPEN,
            0,
            3,
        ),
        ("Reünie van alle oude werkgroepen organiseren", "programmamanager", date(2026, 12, 11), _S.VERVALLEN, 1, 5),
    )
)
ACTIONS = (
    *_FROM_THE_EVALUATION,
    Action(text="Zonrijk laten tekenen", owner="voorzitter van de stuurgroep", due=date(2027, 6, 30), resolution=3),
)


RESOLUTIONS = (
    Resolution(number="2026-1", text="De route van vmbo naar mbo begint in augustus 2027.", date=date(2026, 10, 30)),
    Resolution(
        number="2027-1",
        text="Een hybride docent kost € 62 per uur; reistijd telt voor de helft mee.",
        date=date(2027, 2, 18),
    ),
    Resolution(
        number="2027-2", text="Het lab wordt gebouwd, als Zonrijk voor de zomer tekent.", date=date(2027, 4, 22)
    ),
)
