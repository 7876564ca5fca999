"""The regiovisie of the sample: its sections and the figures it rests on."""

from datetime import date

from sto_tui.domain.vision import Indicator, IndicatorKind, Point, VisionSection

_AGREED = date(2026, 9, 17)

VISION = (
    VisionSection(
        order=1,
        section="Aanbod per profiel",
        previous=(
            "In 2019 boden vier vmbo-scholen elk hun eigen profielen aan. PIE was er op drie scholen, BWI op "
            "twee, M&T op één. Leerlingen konden alleen keuzevakken van de eigen school volgen."
        ),
        now=(
            "Vijf scholen. PIE en BWI op twee scholen, M&T alleen bij De Steiger, MVI alleen op het Tessel "
            "College, D&P op drie scholen en Groen bij Het Erf. MaT is er niet."
        ),
        goes_well=(
            "Zestien keuzevakken staan open voor leerlingen van andere scholen; 190 leerlingen maakten daar in "
            "2025 gebruik van."
        ),
        can_be_better="Roosters verschillen per school en de bus tussen Terelst en Hazelmonde rijdt één keer per uur.",
        text=(
            "De regio houdt alle profielen in stand, maar niet op iedere school. PIE en BWI blijven op twee "
            "plaatsen. M&T en MVI blijven op één plaats en zijn via de menukaart voor alle leerlingen "
            "bereikbaar. D&P krijgt een technisch blok, zodat ook daar een weg naar techniek is. Een profiel "
            "met twee jaar achter elkaar minder dan tien leerlingen in leerjaar 3 bieden we samen aan of we "
            "stoppen ermee; dat besluit neemt de stuurgroep."
        ),
        agreed_on=_AGREED,
    ),
    VisionSection(
        order=2,
        section="Leerlingen en prognose",
        previous="De visie van 2019 rekende met 1.590 leerlingen in de bovenbouw van het vmbo in 2025.",
        now=(
            "In oktober 2025 waren het er 1.538. De daling zit vooral in Terelst en Lagerveer; Hazelmonde "
            "groeit licht door nieuwbouw."
        ),
        goes_well=(
            "De Noordkade trekt leerlingen uit de nieuwe wijk Kolkrand, die eerder naar een school buiten de "
            "regio gingen."
        ),
        can_be_better=(
            "De basisscholen in de kleine kernen hebben groepen van twaalf. Eén gezin dat verhuist, is daar te merken."
        ),
        text=(
            "Tot 2030 verliest de regio naar verwachting 126 leerlingen in leerjaar 3 en 4 ten opzichte van "
            "2025. Alleen een groter aandeel techniek houdt de profielen op peil. Daarom richten we ons op "
            "groepen die nu weinig kiezen: meisjes, leerlingen in de theoretische leerweg en leerlingen met "
            "ouders die het beroepsonderwijs niet kennen."
        ),
        agreed_on=_AGREED,
    ),
    VisionSection(
        order=3,
        section="Doorstroom naar het mbo",
        previous=(
            "Het doel in 2019 was dat 65% van de leerlingen met een technisch profiel in 2024 technisch mbo zou volgen."
        ),
        now=(
            "Van de leerlingen met een technisch profiel volgt 58% een jaar later technisch mbo. Eén op de "
            "negen werkt zonder startkwalificatie."
        ),
        goes_well="De groep die in leerjaar 4 een dag per week op het mbo was, bleef bijna helemaal: 22 van de 24.",
        can_be_better=(
            "De eerste negen weken op het mbo zijn voor iedereen gelijk. Leerlingen herkennen er weinig van "
            "wat ze al kunnen."
        ),
        text=(
            "De overstap wordt kleiner gemaakt: een doorlopende route in installatie en energie vanaf augustus "
            "2027 en, als er genoeg leerlingen en leerplaatsen zijn, een route in mobiliteit en metaal vanaf "
            "augustus 2028. Vmbo en mbo delen mentoren, toetsen en labs. Wie stopt, wordt binnen zes weken "
            "gebeld."
        ),
        agreed_on=_AGREED,
    ),
    VisionSection(
        order=4,
        section="Arbeidsmarkt",
        previous="In 2019 verwachtte de regio vooral vraag in de bouw en de metaal.",
        now=(
            "De vraag is verschoven naar installatie, laadinfrastructuur en onderhoud. Medio 2025 stonden er "
            "1.110 technische vacatures open. Een derde daarvan vraagt mbo niveau 2 of 3."
        ),
        goes_well=(
            "De Techniekkring groeide van 38 naar 62 leden. Bedrijven maken samen één lijst met wat nieuwe "
            "vakmensen moeten kunnen."
        ),
        can_be_better="Kleine bedrijven tot tien medewerkers hebben geen tijd om te begeleiden en doen zelden mee.",
        text=(
            "De regio leidt op voor het werk dat hier is: woningen verduurzamen, machines onderhouden, bouwen "
            "met minder nieuw materiaal en voertuigen repareren. De bedrijvenraad bespreekt elk najaar welke "
            "vragen veranderen. Kleine bedrijven krijgen hulp van het stagepunt en een training voor "
            "begeleiders."
        ),
        agreed_on=_AGREED,
    ),
    VisionSection(
        order=5,
        section="Samenwerking",
        previous="De samenwerking bestond in 2019 uit losse afspraken tussen twee scholen en acht bedrijven.",
        now="25 partijen doen mee, van basisschool tot bedrijf. Het po is partner sinds 2025, de Noordkade ook.",
        goes_well="Scholen geven fouten aan elkaar toe. Dat was in 2019 ondenkbaar, zei een directeur.",
        can_be_better="Te veel kennis zit bij vier mensen. Als één van hen uitvalt, staat er werk stil.",
        text=(
            "Samenwerken betekent hier: één rooster voor keuzevakken en labs, één loket voor stages, één "
            "regeling voor mensen uit bedrijven en één manier om de stand te delen. Elke school heeft een "
            "interne projectleider met uren en een vervanger."
        ),
    ),
    VisionSection(
        order=6,
        section="Wat gaat goed, kansen en knelpunten",
        previous=(
            "Sterk: korte lijnen. Zwak: weinig leerlingen per profiel. Kans: nieuwbouw in Hazelmonde. "
            "Bedreiging: vergrijzing van docenten."
        ),
        now=(
            "De korte lijnen zijn gebleven. Van de techniekdocenten van 2019 is een derde met pensioen; hun "
            "plaatsen zijn deels vervuld."
        ),
        goes_well="Basisschool, pro en vso doen mee als partners. Voor 2025 en 2026 is 11,4% cofinanciering toegezegd.",
        can_be_better=(
            "Te weinig instructeurs, verschillende lestijden, geen afspraken over de jaren na 2028 en een "
            "lesaanbod dat van 2014 is."
        ),
        text=(
            "Kansen zien we in energie en in circulair bouwen: daar is werk, daar komen jongeren op af en daar "
            "willen gemeenten aan bijdragen. Het grootste knelpunt zijn mensen. Daarom gaat een vijfde van "
            "de begroting naar thema 4 en openen we geen lab zonder beheerder."
        ),
    ),
    VisionSection(
        order=7,
        section="Technologische trends",
        previous="Genoemd werden 3D-printen, drones en virtual reality.",
        now=(
            "Van de drie is 3D-printen gewoon geworden. Drones bleven een dagje uit. De brillen voor virtual "
            "reality liggen in de kast."
        ),
        goes_well=(
            "Docenten en vakmensen kiezen samen welke techniek lang genoeg blijft om er lesmateriaal voor te maken."
        ),
        can_be_better="Wat nieuw is, kopen we soms te vroeg. Een bedrijf had ons dat kunnen vertellen.",
        text=(
            "Drie ontwikkelingen bepalen de keuzes tot en met 2028: elektrisch verwarmen en laden, samenwerken "
            "met robots en meetgegevens, en hergebruik van materialen. Kunstmatige intelligentie gebruiken we "
            "als hulpmiddel bij storingen zoeken en bij taal, niet als apart vak. Aanschaf volgt op een "
            "lesplan en nooit andersom."
        ),
    ),
    VisionSection(
        order=8,
        section="Ambitie",
        previous="‘Techniek is van ons allemaal’ was in 2019 het motto.",
        now="Het motto hangt nog in een paar gangen. De mensen die het bedachten, werken inmiddels elders.",
        goes_well="De ambitie om alle leerlingen kennis te laten maken met techniek wordt breed gedragen.",
        can_be_better="In 2019 stond er bij bijna geen enkele ambitie een getal.",
        text=(
            "Eind 2028 kiest twee derde van de leerlingen in leerjaar 3 voor techniek, gaat 68% van hen "
            "door in technisch mbo en ligt vast wie de labs draagt. Daarmee stopt Veenderwaard niet met Sterk "
            "Techniekonderwijs: het is dan gewoon de manier waarop deze regio vakmensen opleidt."
        ),
        agreed_on=_AGREED,
    ),
)


def _line(first_year: int, *values: float, label: str = "", known_until: int = 2026) -> tuple[Point, ...]:
    """A series of yearly values; years after `known_until` are a prognosis."""
    return tuple(
        Point(label=label, year=year, value=value, prognosis=year > known_until)
        for year, value in enumerate(values, first_year)
    )


INDICATORS = (
    Indicator(
        title="Leerlingen vmbo leerjaar 3 en 4",
        kind=IndicatorKind.PROGNOSE,
        unit="leerlingen",
        source="DUO, prognose per school",
        url="https://duo.nl/open_onderwijsdata/",
        reference_date=date(2025, 10, 1),
        series=_line(2021, 1612, 1594, 1571, 1549, 1538, 1521, 1498, 1467, 1436, 1412, known_until=2025),
        note="Vijf scholen samen, inclusief theoretische leerweg. Vanaf 2026 prognose.",
    ),
    Indicator(
        title="Instroom leerjaar 3 per profiel",
        kind=IndicatorKind.INSTROOM,
        unit="leerlingen",
        source="DUO, leerlingen vo per vestiging en opleiding",
        url="https://duo.nl/open_onderwijsdata/",
        reference_date=date(2026, 10, 1),
        series=(
            *_line(2021, 92, 95, 97, 98, 104, 110, label="PIE"),
            *_line(2021, 84, 80, 81, 78, 78, 79, label="BWI"),
            *_line(2021, 38, 36, 35, 34, 27, 25, label="M&T"),
            Point(label="MVI", year=2021, value=36),
            Point(label="MVI", year=2022, value_min=31, value_max=34),
            Point(label="MVI", year=2023, value=33),
            Point(label="MVI", year=2024, value_min=29, value_max=32),
            Point(label="MVI", year=2025, value=31),
            Point(label="MVI", year=2026, value_min=28, value_max=31),
            *_line(2021, 108, 111, 116, 119, 121, 124, label="D&P"),
        ),
        note=(
            "Bij MVI zijn drie aantallen afgeschermd omdat een groep kleiner is dan vijf; daar staat een "
            "laagste en hoogste waarde. Groen en Z&W staan hier niet bij. De 412 leerlingen van 2025 zijn PIE, BWI, "
            "M&T en MVI (240), plus D&P met twee technische keuzevakken (92) en het programma in gl en tl (80)."
        ),
    ),
    Indicator(
        title="Overstap naar technisch mbo",
        kind=IndicatorKind.DOORSTROOM,
        unit="%",
        source="Inschrijvingen mbo Veenderwaard en mbo De Zijlen, gecontroleerd door Hogeschool Delta-Noord",
        reference_date=date(2026, 10, 1),
        series=_line(2021, 59, 58, 58.5, 58, 58, 58.5),
        note=(
            "Gediplomeerden met een technisch profiel die op 1 oktober technisch mbo volgen. Overstap buiten "
            "de regio telt mee."
        ),
    ),
    Indicator(
        title="Openstaande vacatures in de techniek",
        kind=IndicatorKind.ARBEIDSMARKT,
        unit="vacatures",
        source="UWV, vacatures naar beroepsklasse; verwachting van de bedrijvenraad",
        reference_date=date(2026, 6, 30),
        series=_line(2021, 860, 1045, 1120, 1095, 1110, 1140, 1170, 1190, 1200, 1210),
        note="Halverwege elk jaar geteld. Wat nog moet komen, is een schatting en geen meting.",
    ),
    Indicator(
        title="Cofinanciering gerealiseerd",
        kind=IndicatorKind.OTHER,
        unit="% van de begroting met cofinanciering",
        source="Administratie penvoerder",
        reference_date=date(2025, 12, 31),
        series=_line(2021, 5.8, 7.1, 8.4, 9.2, 9.3),
        note=(
            "In uren, materiaal, ruimte en geld samen. De eis was 7,5% tot en met 2024 en is 10% vanaf 2025; "
            "te controleren in de regeling."
        ),
    ),
    Indicator(
        title="Meisjes in technische profielen",
        kind=IndicatorKind.OTHER,
        unit="%",
        source="DUO, leerlingen vo naar geslacht",
        reference_date=date(2026, 10, 1),
        series=_line(2021, 8, 8.5, 8, 9, 9, 9.5),
        note=(
            "PIE, BWI, M&T en MVI samen, leerjaar 3. Het gaat om 20 tot 25 leerlingen: één leerling meer is al "
            "bijna een half procent."
        ),
    ),
)
