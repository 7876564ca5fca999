"""The region Almere: its period, deadlines, parties and the bodies of section 5 of the plan."""

from datetime import date

from sto_tui.domain.parties import Body, Involvement, Layer, Member, Party, PartyKind
from sto_tui.domain.region import (
    Deadline,
    DeadlineKind,
    PeriodDetail,
    PlanPeriod,
    PlanStatus,
    Region,
    RegionKind,
)

REGION = Region(
    name="Almere",
    kind=RegionKind.TECHNIEKREGIO,
    lead_school="Stad College",
    place="Almere",
)

PERIODS = (
    PlanPeriod(
        label="2020-2023",
        start=date(2020, 1, 1),
        end=date(2023, 12, 31),
        detail=PeriodDetail.DETAILED,
        plan_status=PlanStatus.INGEDIEND,
        adopted_on=date(2019, 3, 27),
        version="1.0",
        current=True,
    ),
)

DEADLINES = (
    Deadline(
        title="Activiteitenplan versie 1.0 definitief",
        date=date(2019, 3, 27),
        kind=DeadlineKind.REGION,
        source="Activiteitenplan, voorblad",
        done=True,
    ),
    Deadline(
        title="Tussenrapportage met financiële verantwoording",
        date=date(2021, 7, 1),
        kind=DeadlineKind.REGION,
        source="Activiteitenplan, paragraaf 6",
    ),
    Deadline(
        title="Eindrapportage met financiële verantwoording",
        date=date(2023, 7, 1),
        kind=DeadlineKind.REGION,
        source="Activiteitenplan, paragraaf 6",
    ),
)

SCHOOL = (Layer.DIRECTIE, Layer.TEAMLEIDER, Layer.DOCENT)
BOTH = (Involvement.PLANVORMING, Involvement.UITVOERING)
DOING = (Involvement.UITVOERING,)


def _party(
    name: str,
    short: str,
    kind: PartyKind,
    layer: tuple[Layer, ...] = (),
    involved_in: tuple[Involvement, ...] = DOING,
    note: str = "",
) -> Party:
    return Party(name=name, short=short, kind=kind, layer=layer, involved_in=involved_in, note=note)


PARTIES = (
    _party(
        "Stad College",
        "SC",
        PartyKind.VMBO,
        SCHOOL,
        BOTH,
        "Penvoerder; initiatiefnemer en secretariaat van de kenniskring.",
    ),
    _party("Arte College", "AC", PartyKind.VMBO, SCHOOL, BOTH),
    _party("Meergronden", "MG", PartyKind.VMBO, SCHOOL, BOTH),
    _party("Echnaton", "EN", PartyKind.VMBO, SCHOOL, BOTH),
    _party("Buitenhout College", "BC", PartyKind.VMBO, SCHOOL, BOTH),
    _party("Aeres vmbo Almere", "AV", PartyKind.VMBO, SCHOOL, BOTH),
    _party(
        "mbo College Almere",
        "MCA",
        PartyKind.MBO,
        (Layer.DIRECTIE, Layer.DOCENT),
        BOTH,
        "De manager techniek zit in de stuurgroep.",
    ),
    _party("Aeres MBO Almere", "AM", PartyKind.MBO, (Layer.DOCENT,), BOTH),
    _party("mbo College Lelystad", "MCL", PartyKind.MBO, (Layer.DOCENT,)),
    _party("praktijkonderwijs", "PRO", PartyKind.PRO),
    _party("po-scholen", "PO", PartyKind.PO),
    _party("Hogeschool Windesheim", "HW", PartyKind.HBO),
    _party(
        "Stad & Natuur",
        "SN",
        PartyKind.OVERIG,
        (Layer.UITVOERING,),
        DOING,
        "Leidt de werkgroep OTT, heeft eigen voorzieningen en rijdt de bus naar NEMO.",
    ),
    _party("bureau Jinc", "JI", PartyKind.OVERIG, (Layer.UITVOERING,), DOING, "Bliksemstages; adviesrol bij stages."),
    _party("gemeente Almere", "GA", PartyKind.GEMEENTE, (Layer.BELEID,)),
    _party("bedrijvenkring Almere", "BKA", PartyKind.NETWERK),
    _party(
        "bedrijven",
        "BED",
        PartyKind.BEDRIJF,
        (Layer.DIRECTIE, Layer.UITVOERING),
        BOTH,
        "Alle deelnemende bedrijven samen; welke dat zijn ligt nog niet vast en er is nog niets getekend.",
    ),
    _party("OTIB", "OTIB", PartyKind.BRANCHE),
    _party("OOM", "OOM", PartyKind.BRANCHE),
    _party("Innovam", "INN", PartyKind.BRANCHE),
    _party("Bouwend Nederland", "BNL", PartyKind.BRANCHE),
    _party("opleidingsfonds Grafimedia", "OGM", PartyKind.BRANCHE),
    _party("Kenteq", "KEN", PartyKind.BRANCHE),
    _party("IW Oost Nederland", "IWO", PartyKind.BRANCHE),
    _party("Techniektalent", "TT", PartyKind.BRANCHE),
    _party("KAF/Kunstlinie Almere", "KAF", PartyKind.OVERIG),
    _party("Omroep FL", "OFL", PartyKind.BEDRIJF),
    _party("ASG groep", "ASG", PartyKind.OVERIG, (Layer.DIRECTIE,), DOING, "Drie leden in de stuurgroep."),
    _party("extern bureau", "EB", PartyKind.BEDRIJF, (), DOING, "Wordt ingehuurd om expertise; nog te kiezen."),
    _party("software-ontwikkelbedrijf", "SOB", PartyKind.BEDRIJF, (), DOING, "Uit Almere; nog te kiezen."),
    _party("NEMO Amsterdam", "NEMO", PartyKind.OVERIG),
    _party(
        "project PPS Wetenschap & Technologie",
        "PPS",
        PartyKind.OVERIG,
        (),
        DOING,
        "RIF-project voor po en vmbo; het plan schrijft ook PPS Wetenschap & Techniek en PPS W&T.",
    ),
)

PARTY_IDS = {party.short: place for place, party in enumerate(PARTIES, 1)}


def _seat(short: str, person: str, role: str = "") -> Member:
    return Member(party=PARTY_IDS.get(short), person=person, role=role)


BODIES = (
    Body(
        name="Stuurgroep",
        short="SG",
        task=(
            "Is opdrachtgever. Coördineert en controleert, volgt de voortgang en het budget, helpt draagvlak te maken "
            "en vertelt de eigen achterban hoe het project ervoor staat."
        ),
        members=(
            _seat("SC", "directielid"),
            _seat("ASG", "directielid (1 van 3)"),
            _seat("ASG", "directielid (2 van 3)"),
            _seat("ASG", "directielid (3 van 3)"),
            _seat("MCA", "manager techniek"),
            _seat("BED", "directielid (1 van 2)"),
            _seat("BED", "directielid (2 van 2)"),
        ),
        size=7,
        meets=6,
        chair="directeur van een van de bedrijven uit de regio Almere",
        authority=(
            "Eindverantwoordelijk voor het project en voor het halen van de doelen; beslist mee over elke ingrijpende "
            "bijsturing."
        ),
    ),
    Body(
        name="Vrienden van techniek & technologie Almere (adviesraad)",
        short="AR",
        task=(
            "Adviseert de stuurgroep, ook ongevraagd, over lopende initiatieven in het project, inhoudelijke "
            "vraagstukken, de samenwerking van onderwijs en bedrijfsleven en de ontwikkeling van de arbeidsmarkt."
        ),
        members=(
            _seat("", "vertegenwoordigers van brancheorganisaties"),
            _seat("BKA", "vertegenwoordigers"),
            _seat("GA", "vertegenwoordigers"),
        ),
        meets=3,
        authority="Geeft advies; beslist niet.",
    ),
    Body(
        name="Projectleider en projectteam",
        short="PL",
        parent=1,
        task=(
            "Het projectteam is de schakel van stuurgroep naar werkgroepen. De algemeen projectleider stuurt het team "
            "aan, stemt de activiteiten op elkaar af, bewaakt de kwaliteit van (tussen)resultaten, rapporteert en "
            "houdt de projectadministratie bij."
        ),
        members=(
            _seat("", "algemeen projectleider", "leidt het projectteam"),
            _seat("", "deelprojectleiders van de vijf thema’s"),
            _seat("", "administratieve ondersteuning"),
        ),
        authority="Legt over het project en de voortgang verantwoording af aan de stuurgroep.",
    ),
    Body(
        name="Deelprojectleider per thema",
        short="DP",
        parent=3,
        task=(
            "Coördineert alle speerpunten van één thema en werkt over de scholen heen, want een speerpunt loopt op "
            "meer scholen tegelijk. Heeft hiervoor vier uur per week."
        ),
        members=(_seat("", "één deelprojectleider voor elk van de vijf thema’s", "vier uur per week"),),
        size=5,
        authority="Stuurt de werkgroepen van het thema aan.",
    ),
    Body(
        name="Werkgroepen",
        short="WG",
        parent=4,
        task=(
            "Voeren de activiteiten uit. Er is een werkgroep per hoofdthema. Wie erin zit, wordt bij de start van het "
            "project definitief bepaald, als de projectorganisatie wordt opgezet."
        ),
        members=(
            _seat("", "vertegenwoordigers van alle deelnemende onderwijsinstellingen"),
            _seat("", "vertegenwoordigers van intermediaire organisaties"),
            _seat("BED", "vertegenwoordigers"),
        ),
        authority="Werken onder leiding van de deelprojectleider.",
    ),
)

BODY_IDS = {body.short: place for place, body in enumerate(BODIES, 1)}
