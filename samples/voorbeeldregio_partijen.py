"""The invented region Veenderwaard: profile, plan periods, deadlines, parties and bodies."""

from datetime import date

from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.parties import Body, Involvement, Layer, Member, Party, PartyKind, PartyStatus, VmboKind
from sto_tui.domain.region import (
    Deadline,
    DeadlineKind,
    FreeDay,
    HolidayRegion,
    PeriodDetail,
    PlanPeriod,
    PlanStatus,
    Region,
    RegionKind,
    TechniekDefinition,
)
from sto_tui.domain.set_aside import SetAside

REGION = Region(
    name="Veenderwaard",
    dusi_number="STO25-0999",
    kind=RegionKind.TECHNIEKREGIO,
    lead_school="Kompas College, Hazelmonde",
    programme_manager="Programmamanager STO Veenderwaard",
    place="Hazelmonde",
    holiday_region=HolidayRegion.MIDDEN,
    contact="sto@veenderwaard.example",
    subsidy_max=4_900_000_00,
    theme_name="thema",
    speerpunt_name="speerpunt",
    vision_statement=(
        "In Veenderwaard maakt ieder kind tussen 10 en 16 jaar met eigen handen kennis met techniek. "
        "Wie ervoor kiest, vindt hier een school, een mbo en een bedrijf die op elkaar aansluiten."
    ),
    ambition=(
        "Eind 2028 is techniek in Veenderwaard geen los project meer. De scholen delen vier labs, het mbo en het vmbo "
        "verzorgen samen twee vakmanschapsroutes en ruim zestig bedrijven leveren elk jaar mensen, opdrachten en "
        "stageplaatsen. De daling van het aantal leerlingen vangen we op door vaker voor techniek te laten kiezen: "
        "meer meisjes, meer leerlingen uit Dienstverlening & Producten en meer leerlingen uit de theoretische leerweg."
    ),
    definition_of_techniek=TechniekDefinition.TECHNIEKPACT5,
)

PERIODS = (
    PlanPeriod(
        label="2025-2028",
        start=date(2025, 1, 1),
        end=date(2028, 12, 31),
        detail=PeriodDetail.OUTLINE,
        submit_by=date(2024, 10, 1),
        plan_status=PlanStatus.TOEGEKEND,
    ),
    PlanPeriod(
        label="2025-2026",
        start=date(2025, 1, 1),
        end=date(2026, 12, 31),
        detail=PeriodDetail.DETAILED,
        submit_by=date(2025, 4, 15),
        plan_status=PlanStatus.TOEGEKEND,
        adopted_by=1,
        adopted_on=date(2025, 4, 3),
        granted_on=date(2025, 6, 12),
        subsidy=1_200_000_00,
        version="1.0",
        ambition=(
            "Eind 2026 heeft ieder kind in groep 7 en 8 van Veenderwaard met techniek gewerkt, en weten de scholen van "
            "elkaar welke keuzevakken zij geven. Wat in deze twee jaar werkt, gaat mee naar het volgende plan."
        ),
    ),
    PlanPeriod(
        label="2027-2028",
        start=date(2027, 1, 1),
        end=date(2028, 12, 31),
        detail=PeriodDetail.DETAILED,
        submit_by=date(2026, 10, 1),
        plan_status=PlanStatus.TOEGEKEND,
        adopted_by=1,
        adopted_on=date(2026, 9, 17),
        granted_on=date(2026, 12, 15),
        subsidy=2_450_000_00,
        version="1.2",
        current=True,
    ),
)

SUBMISSIONS = (
    Submission(period=3, handed_in_on=date(2026, 9, 28), version="1.2"),
    Submission(period=2, handed_in_on=date(2025, 4, 15), version="1.0"),
)
REASONS = (
    ChangeReason(
        submission=1,
        about="milestones/10/time",
        reason="De proefweek is een maand later; de scholen beginnen daarom pas na de zomer.",
        reported_on=date(2026, 11, 6),
    ),
)
# Its facts changed since, so that it counts again.
SET_ASIDE = (
    SetAside(
        facts="verouderd",
        finding="Er is nergens een snel resultaat. Kies een mijlpaal die vroeg iets laat zien.",
        reason="De open dag van maart laat al iets zien; dat is geen mijlpaal.",
        by="noor",
        set_aside_on=date(2026, 11, 9),
    ),
)

_NATIONAL, _OWN = DeadlineKind.NATIONAL, DeadlineKind.REGION
_TIPS = "Tips en tools planvorming, onderdeel 6"

DEADLINES = tuple(
    Deadline(title=title, date=day, kind=kind, source=source, done=done)
    for title, day, kind, source, done in (
        ("Vooraanmelding met de samenstelling van de regio", date(2024, 6, 1), _NATIONAL, _TIPS, True),
        ("Aanvraag op hoofdlijnen voor 2025-2028", date(2024, 10, 1), _NATIONAL, _TIPS, True),
        ("Budget 2020-2024 besteed", date(2024, 12, 31), _NATIONAL, _TIPS, True),
        ("Uitgewerkt plan en begroting 2025-2026", date(2025, 4, 15), _NATIONAL, _TIPS, True),
        ("Uitgewerkt plan en begroting 2027-2028", date(2026, 10, 1), _NATIONAL, _TIPS, True),
        ("Evaluatie 2025-2026 besproken in de stuurgroep", date(2026, 6, 18), _OWN, "Jaarplanning programmateam", True),
        ("Handtekeningen onder de samenwerkingsovereenkomst", date(2026, 9, 17), _OWN, "Stuurgroep 18-06-2026", True),
        ("Cofinanciering 2026 ingeleverd bij de penvoerder", date(2027, 2, 12), _OWN, "Controller penvoerder", True),
        ("Aanmelding leerlingen vakmanschapsroutes 2027-2028", date(2027, 4, 1), _OWN, "mbo Veenderwaard", True),
        ("Menukaart keuzevakken naar de decanen", date(2027, 6, 4), _OWN, "Werkgroep Leerroutes", False),
        ("Halfjaarbericht met stoplichten naar de stuurgroep", date(2027, 6, 24), _OWN, "Jaarplanning", False),
        ("Roosters van de labs vast voor 2027-2028", date(2027, 7, 2), _OWN, "Roostermakers", False),
        ("Urenverantwoording eerste halfjaar binnen", date(2027, 9, 10), _OWN, "Controller penvoerder", False),
        ("Tussenstand cofinanciering: 75% getekend", date(2028, 1, 28), _OWN, "Stuurgroep 17-09-2026", False),
        ("Keuze profielen leerjaar 2 bekend", date(2028, 3, 17), _OWN, "Decanenkring", False),
        ("Afspraken over de labs na 2028 getekend", date(2028, 10, 13), _OWN, "Speerpunt 5.6", False),
        ("Einde planperiode: laatste dag voor kosten", date(2028, 12, 31), _NATIONAL, "Subsidieregeling", False),
    )
)

FREE_DAYS = (
    FreeDay(
        title="Meivakantie",
        start=date(2027, 4, 24),
        end=date(2027, 5, 9),
        source="Vakantierooster 2026-2027 van de scholen",
    ),
    FreeDay(title="Regionale studiedag", start=date(2027, 11, 10), source="Jaarplanning programmateam"),
)

_LAYERS = {
    "d": Layer.DIRECTIE,
    "t": Layer.TEAMLEIDER,
    "o": Layer.DOCENT,
    "b": Layer.BELEID,
    "u": Layer.UITVOERING,
}
_PARTS = {"e": Involvement.EVALUATIE, "p": Involvement.PLANVORMING, "u": Involvement.UITVOERING}

_NOT_SIGNED = {
    "LK": PartyStatus.GESTOPT,
    "HD": PartyStatus.BEOOGD,
    "GT": PartyStatus.BEOOGD,
    "PV": PartyStatus.BEOOGD,
}

_STOPPED = {"LK": date(2026, 7, 31)}


_VMBO = {"DS": VmboKind.TECHNIEK, "HE": VmboKind.TECHNIEKVERWANT}
_DEELREGIO = {"DS": "Terelst", "GT": "Terelst"}


def _party(
    short: str, kind: PartyKind, name: str, layers: str, parts: str, agreed: date | None, contact: str, note: str = ""
) -> Party:
    """A party; `layers` and `parts` are the first letters above, a date of agreement means that it signed."""
    return Party(
        name=name,
        short=short,
        kind=kind,
        vmbo_kind=_VMBO.get(short),
        deelregio=_DEELREGIO.get(short, ""),
        layer=tuple(_LAYERS[letter] for letter in layers),
        involved_in=tuple(_PARTS[letter] for letter in parts),
        status=PartyStatus.GETEKEND if agreed else _NOT_SIGNED.get(short, PartyStatus.TOEGEZEGD),
        agreed_on=agreed,
        stopped_on=_STOPPED.get(short),
        contact=contact,
        note=note,
    )


_SIGNED = date(2026, 9, 17)
_K = PartyKind

PARTIES = (
    _party("KC", _K.VMBO, "Kompas College", "dto", "epu", _SIGNED, "sectordirecteur vmbo",
           "Penvoerder. Profielen PIE, BWI en D&P, 640 leerlingen vmbo in Hazelmonde."),
    _party("DS", _K.VMBO, "Vakcollege De Steiger", "dto", "epu", _SIGNED, "teamleider techniek",
           "Enige school in de regio met M&T; heeft ook PIE en BWI. Staat in Terelst."),
    _party("TC", _K.VMBO, "Tessel College", "dto", "epu", _SIGNED, "directeur locatie Oosterkolk",
           "MVI, D&P en een grote theoretische leerweg."),
    _party("HE", _K.VMBO, "Agrarisch vakcollege Het Erf", "to", "epu", _SIGNED, "teamleider bovenbouw",
           "Profiel Groen. Wil techniek in het groen laten zien: watersensoren, mechanisatie, warmtenetten."),
    _party("NK", _K.VMBO, "Scholengemeenschap Noordkade", "dt", "pu", date(2026, 9, 24), "conrector",
           "Nieuw sinds 2025, met D&P en Z&W. De medezeggenschapsraad stemt mee over elke overeenkomst."),
    _party("PR", _K.PRO, "Praktijkschool De Reünie", "do", "epu", _SIGNED, "stagecoördinator"),
    _party("LB", _K.VSO, "De Lichtboei, school voor vso", "o", "pu", _SIGNED, "arbeidstoeleider",
           "Doet mee met twee groepen van acht leerlingen; rustige ruimte is een voorwaarde."),
    _party("MV", _K.MBO, "mbo Veenderwaard", "dtob", "epu", _SIGNED, "opleidingsmanager techniek",
           "Installatie, bouw, mechatronica en ICT op niveau 2 tot en met 4."),
    _party("MZ", _K.MBO, "mbo De Zijlen", "to", "epu", _SIGNED, "teamleider mobiliteit en metaal"),
    _party("SBV", _K.PO, "Stichting Basisscholen Veenderwaard", "dob", "epu", _SIGNED, "beleidsmedewerker onderwijs",
           "Veertien basisscholen. Tien scholen beginnen in 2027, vier in 2028."),
    _party("KW", _K.PO, "Kindcentra De Windroos", "do", "pu", _SIGNED, "bovenschools coach wetenschap en techniek"),
    _party("LK", _K.HAVO_VWO, "Lyceum aan de Kolk", "t", "e", None, "afdelingsleider havo",
           "Heeft weinig formatie voor techniek in de onderbouw. Mag de labs altijd tegen kostprijs gebruiken."),
    _party("HD", _K.HBO, "Hogeschool Delta-Noord", "o", "pu", None, "lerarenopleiding techniek",
           "Denkt mee over zij-instroom; overeenkomst ligt bij de juridische afdeling."),
    _party("DM", _K.BEDRIJF, "Daniëls Metaalbewerking bv", "du", "epu", _SIGNED, "bedrijfsleider"),
    _party("KZ", _K.BEDRIJF, "Installatiebedrijf Koster & Zn.", "du", "epu", _SIGNED, "eigenaar",
           "Levert sinds 2023 twee gastdocenten en de warmtepompopstelling."),
    _party("BO", _K.BEDRIJF, "Bouwgroep Van Ommeren-Dijk", "dbu", "pu", _SIGNED, "hoofd HR en opleidingen"),
    _party("TH", _K.BEDRIJF, "Truckservice Hazelmonde", "u", "u", date(2026, 11, 5), "werkplaatschef"),
    _party("ZE", _K.BEDRIJF, "Zonrijk Energietechniek", "du", "pu", None, "projectleider laadinfra",
           "Heeft uren toegezegd; tekent als de bezetting voor 2027 rond is."),
    _party("FM", _K.BEDRIJF, "Fléchetec Machinebouw", "du", "epu", _SIGNED, "manager engineering"),
    _party("BI", _K.BRANCHE, "brancheorganisatie installatietechniek", "b", "pu", _SIGNED, "regioadviseur"),
    _party("OM", _K.BRANCHE, "opleidingsfonds metaal", "b", "pu", None, "adviseur onderwijs"),
    _party("TV", _K.NETWERK, "Techniekkring Veenderwaard", "bu", "epu", _SIGNED, "verenigingsmanager",
           "Netwerk van 62 technische bedrijven; organiseert de bedrijvenavonden."),
    _party("GH", _K.GEMEENTE, "gemeente Hazelmonde", "b", "epu", _SIGNED, "beleidsadviseur onderwijs en arbeidsmarkt"),
    _party("GT", _K.GEMEENTE, "gemeente Terelst", "b", "p", None, "beleidsadviseur economie"),
    _party("PV", _K.PROVINCIE, "de provincie, team Economie", "b", "p", None, "programmamedewerker human capital",
           "Praat mee over geld voor de labs na 2028; nog geen besluit van Gedeputeerde Staten."),
    _party("UL", _K.OVERIG, "De Uitvindloods", "du", "epu", _SIGNED, "coördinator educatie",
           "Ontdekplek voor techniek in de oude veiling van Hazelmonde."),
)  # fmt: skip

PARTY_IDS = {party.short: number for number, party in enumerate(PARTIES, 1)}


def _members(*seats: tuple[str, str, str]) -> tuple[Member, ...]:
    return tuple(Member(party=PARTY_IDS.get(short), person=person, role=role) for short, person, role in seats)


BODIES = (
    Body(
        name="stuurgroep",
        short="SG",
        task="Bewaakt de richting van het plan, keurt begroting en halfjaarberichten goed en lost op wat vastloopt.",
        members=_members(
            ("KC", "sectordirecteur vmbo", "voorzitter, namens de penvoerder"),
            ("DS", "directeur", "lid"),
            ("TC", "directeur locatie Oosterkolk", "lid"),
            ("MV", "directeur techniek en ICT", "vicevoorzitter"),
            ("SBV", "bestuurder", "lid namens het po"),
            ("TV", "voorzitter", "lid namens de bedrijven"),
            ("GH", "wethouder onderwijs", "lid"),
            ("", "programmamanager", "secretaris"),
        ),
        size=8,
        meets=4,
        chair="sectordirecteur vmbo van het Kompas College",
        authority=(
            "Stelt het plan en de begroting vast, schuift met budget tussen thema’s boven € 15.000 en beslist over "
            "alle go/no-gomomenten waar een investering aan vastzit."
        ),
    ),
    Body(
        name="programmateam",
        short="PT",
        parent=1,
        task="Houdt de planning bij, bereidt besluiten voor en spreekt elke maand met de trekkers van de speerpunten.",
        members=_members(
            ("", "programmamanager", "trekker"),
            ("KC", "controller", "geld en urenverantwoording"),
            ("UL", "coördinator educatie", "thema 1"),
            ("MV", "projectleider leerroutes", "thema 2 en 5"),
            ("DS", "projectleider labs", "thema 3"),
            ("KC", "coördinator opleiden in de school", "thema 4"),
        ),
        size=6,
        meets=20,
        chair="programmamanager",
        authority="Verschuift taken en data binnen een thema en besteedt bedragen tot € 15.000.",
    ),
    Body(
        name="bedrijvenraad",
        short="BR",
        parent=1,
        task=(
            "Zegt waar het werk in de regio naartoe gaat, toetst lesinhoud en helpt bij het vinden van nieuwe "
            "bedrijven."
        ),
        members=_members(
            ("TV", "verenigingsmanager", "voorzitter"),
            ("DM", "bedrijfsleider", "lid"),
            ("KZ", "eigenaar", "lid"),
            ("BO", "hoofd HR en opleidingen", "lid"),
            ("FM", "manager engineering", "lid"),
            ("BI", "regioadviseur", "lid"),
            ("OM", "adviseur onderwijs", "lid"),
        ),
        size=7,
        meets=3,
        chair="verenigingsmanager van de Techniekkring",
        authority="Geeft advies; de stuurgroep wijkt daar alleen schriftelijk en met reden van af.",
    ),
    Body(
        name="werkgroep Ontdekken",
        short="WO",
        parent=2,
        theme=1,
        task="Werkt thema 1 uit: basisschool, onderbouw, bedrijfsbezoeken en lob.",
        members=_members(
            ("UL", "coördinator educatie", "trekker"),
            ("SBV", "vier leerkrachten groep 7 en 8", "lid"),
            ("KW", "coach wetenschap en techniek", "lid"),
            ("TC", "docent onderbouw", "lid"),
            ("NK", "decaan", "lid"),
            ("PR", "docent", "lid"),
        ),
        size=9,
        meets=8,
        chair="coördinator educatie van De Uitvindloods",
        authority="Stelt lesmateriaal en roosters voor thema 1 vast.",
    ),
    Body(
        name="werkgroep Leerroutes",
        short="WL",
        parent=2,
        theme=5,
        task="Stemt profielen, keuzevakken en vakmanschapsroutes af tussen vmbo en mbo.",
        members=_members(
            ("MV", "projectleider leerroutes", "trekker"),
            ("MZ", "teamleider mobiliteit en metaal", "lid"),
            ("KC", "docent PIE", "lid"),
            ("DS", "docent M&T", "lid"),
            ("HE", "teamleider bovenbouw", "lid"),
            ("TC", "decaan", "lid"),
        ),
        size=8,
        meets=8,
        chair="projectleider leerroutes van mbo Veenderwaard",
        authority="Doet voorstellen; wijzigingen in examens en onderwijstijd blijven bij de scholen zelf.",
    ),
    Body(
        name="werkgroep Mensen",
        short="WP",
        parent=2,
        theme=4,
        task="Regelt hybride docenten, docentstages en scholing voor alle scholen samen.",
        members=_members(
            ("KC", "coördinator opleiden in de school", "trekker"),
            ("DS", "HR-adviseur", "lid"),
            ("MV", "opleidingscoördinator", "lid"),
            ("HD", "docent lerarenopleiding", "adviseur"),
            ("FM", "manager engineering", "lid"),
        ),
        size=5,
        meets=6,
        chair="coördinator opleiden in de school",
        authority="Kent scholingsvragen toe binnen het budget van thema 4.",
    ),
)

BODY_IDS = {body.short: number for number, body in enumerate(BODIES, 1)}
