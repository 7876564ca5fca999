"""The words by which plans name their parts: levels, labels beside a text, heads above a column, chapters.

Gathered from the Almere plan and from what regions publish; everything is compared in `plain` letters.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from sto_tui.domain.plan import Chapter
from sto_tui.domain.text import plain

GOAL_WORDS = frozenset({"doel", "hoofddoel", "doelstelling", "hoofddoelstelling", "ambitie", "strategisch doel"})
THEME_WORDS = frozenset(
    {
        "thema",
        "hoofdthema",
        "actielijn",
        "programmalijn",
        "beleidslijn",
        "ontwikkellijn",
        "werklijn",
        "hoofdlijn",
        "lijn",
        "pijler",
        "spoor",
        "domein",
        "cluster",
        "bouwsteen",
        "prioriteit",
    }
)
# Running text has it too, as `Programma: 3 maart`: it names a theme in numbered headings, where no other word does.
SPARE_THEME_WORD = "programma"
SPEERPUNT_WORDS = frozenset(
    {"speerpunt", "activiteit", "deelproject", "project", "actie", "maatregel", "werkpakket", "onderdeel", "initiatief"}
)
RISK_WORDS = frozenset({"risico"})


class Slot(StrEnum):
    """What a text beside a label, or a column of a table, is."""

    NUMBER = "number"
    THEME = "theme"
    SPEERPUNT = "speerpunt"
    RESULT = "result"
    PARTNERS = "partners"
    ACTS = "acts"
    PERIOD = "period"
    GOAL = "goal"
    INDICATOR = "indicator"
    BASELINE = "baseline"
    TARGET = "target"
    RISK = "risk"
    PROBABILITY = "probability"
    IMPACT = "impact"
    MEASURE = "measure"
    NOTE = "note"
    OWNER = "owner"
    BODY = "body"
    TASK = "task"
    MEMBERS = "members"
    MEETS = "meets"
    SIZE = "size"
    AUTHORITY = "authority"
    CHAIR = "chair"
    UNDER = "under"
    PARTY = "party"
    ROLE = "role"
    MILESTONE = "milestone"

    @property
    def dutch(self) -> str:
        """What a reader of the preview calls it: the first of its words."""
        return _NAMES[self].partition("|")[0]


_NAMES: Mapping[Slot, str] = {
    Slot.NUMBER: "nr|nummer|#|volgnummer|no",
    Slot.THEME: "thema|" + "|".join(sorted(THEME_WORDS)) + "|thema’s|actielijnen|programmalijnen|pijlers|beleidslijnen",
    Slot.SPEERPUNT: "speerpunt|speerpunten|speerpunten (activiteiten)|deelproject|deelprojecten|werkpakket|project",
    Slot.RESULT: (
        "resultaat|resultaten|beoogd resultaat|beoogde resultaten|eindresultaat|gewenst resultaat|omschrijving|"
        "beschrijving|inhoud|korte omschrijving|korte beschrijving|opbrengst|opbrengsten|beoogde opbrengst|"
        "beoogd effect|beoogde effecten|gewenst effect|verwacht effect|"
        "concreet resultaat|tastbaar resultaat|te bereiken resultaat|wat levert het op|wat is het resultaat|"
        "wat willen we bereiken|wat willen we bereikt hebben|projectbeschrijving|beschrijving project"
    ),
    Slot.PARTNERS: (
        "partner|partners|betrokken partners|betrokken partner|betrokken partijen|betrokkenen|betrokken|partijen|"
        "samenwerkingspartner|samenwerkingspartners|samenwerkende partijen|deelnemende partners|deelnemende partijen|"
        "deelnemers|wie|met wie|met wie doen we dit|met wie doen we het|wie doen mee|wie doet mee|"
        "wie doen er mee|wie doet er mee|wie werken mee|wie werken er mee|"
        "met wie werken we samen|wie zijn de partners|deelnemende organisaties|wie zijn betrokken|wie is betrokken|"
        "wie zijn erbij betrokken|partners en rollen|uitvoerders|uitvoering door|uitvoerder|door wie|door|"
        "wie doet het|wie doen het|wie voert uit|wie voert het uit|wie voeren het uit|samenwerking met|"
        "in samenwerking met|samen met|met medewerking van|medewerking van|met bijdragen van"
    ),
    Slot.ACTS: (
        "activiteit|activiteiten|actie|acties|wat|stappen|aanpak|werkzaamheden|wat gaan we doen|wat doen we|"
        "uit te voeren activiteiten|concrete activiteiten|concrete acties|activiteiten per periode|"
        "activiteiten per jaar|activiteiten en planning|planning en activiteiten|wat en wanneer|wat doen we wanneer|"
        "acties en planning|"
        "wat gaan we daarvoor doen|wat gaan wij doen|wat gaan wij daarvoor doen|wat doen we daarvoor|wat doen wij"
    ),
    Slot.PERIOD: (
        "planning|fasering|periode|wanneer|jaar|tijdvak|looptijd|tijdpad|fase|tijd|tijdsperiode|kwartaal|schooljaar|"
        "tijdsplanning|wanneer doen we dit|wanneer doen we het"
    ),
    Slot.GOAL: "doel|doelen|doelstelling|doelstellingen|hoofddoel|hoofddoelen|doelnummer|doel nr|doelnr",
    Slot.INDICATOR: "indicator|indicatoren|kpi|kpi’s|te meten aan|meetbaar aan|prestatie-indicator|meetindicator",
    Slot.BASELINE: "nulwaarde|nulmeting|beginwaarde|startwaarde|uitgangswaarde|huidige waarde|0-meting",
    Slot.TARGET: "streefwaarde|streefwaarden|eindwaarde|norm|doelwaarde",
    Slot.RISK: "risico|risico’s|item risico|omschrijving risico|risico-omschrijving|mogelijk risico",
    Slot.PROBABILITY: "kans|waarschijnlijkheid|kans op|kans van optreden",
    Slot.IMPACT: "impact|gevolg|effect|ernst",
    Slot.MEASURE: (
        "maatregel|maatregelen|te treffen maatregel|te treffen maatregelen|beheersmaatregel|beheersmaatregelen|"
        "beheersing|te nemen maatregelen|tegenmaatregel"
    ),
    Slot.NOTE: "toelichting|opmerking|opmerkingen|opm|toel",
    Slot.OWNER: "eigenaar|risico-eigenaar|verantwoordelijke",
    Slot.BODY: "orgaan|overleg|gremium|overlegvorm|overlegorgaan|gremia|overleggen",
    Slot.TASK: "taak|taken|taken en verantwoordelijkheden|verantwoordelijkheden|taak en rol",
    Slot.MEMBERS: "lid|leden|samenstelling|bezetting|wie zitten erin",
    Slot.MEETS: "frequentie|keer per jaar|hoe vaak|vergaderfrequentie|bijeenkomsten|keer per jaar|keer per jaar bijeen|"
    "vergadert|vergaderingen|komt bijeen|overlegfrequentie|aantal keer per jaar|vergaderritme",
    Slot.SIZE: "aantal leden",
    Slot.AUTHORITY: "bevoegdheid|bevoegdheden|mandaat",
    Slot.CHAIR: "voorzitter|voorzitterschap",
    Slot.UNDER: "valt onder|hangt onder|rapporteert aan|legt verantwoording af aan|aangestuurd door|"
    "wordt aangestuurd door|gestuurd door|aansturing door",
    Slot.ROLE: "inbreng|rol|bijdrage|inzet|rol en inbreng|rol in het project|wat brengt de partij in",
    Slot.MILESTONE: "mijlpaal|mijlpalen|naam mijlpaal",
    Slot.PARTY: "partij|organisatie|instelling|school|naam|naam partij|naam organisatie|naam instelling",
}
MEASURED = (Slot.INDICATOR, Slot.BASELINE, Slot.TARGET)
"""What is measured of a goal."""
_SLOTS = {plain(name): slot for slot, names in _NAMES.items() for name in names.split("|")}

_HEADS: Mapping[Slot, str] = {
    Slot.BASELINE: "nu|huidig|huidige situatie|situatie nu|stand nu|beginsituatie|uitgangssituatie",
    Slot.TARGET: "straks|gewenst|gewenste situatie|streven|streefcijfer",
    Slot.INDICATOR: "hoe meten we dit|hoe meten we het|hoe gemeten|hoe te meten|meetmethode|meetbaar door",
}
_OF_HEADS = {plain(name): slot for slot, names in _HEADS.items() for name in names.split("|")}

# `Deelnemende scholen en bedrijven uit de regio`
_KINDS = (
    r"(?:partners|partijen|scholen|bedrijven|instellingen|organisaties|gemeenten|deelnemers|(?:onderwijs|bedrijfs|mbo-|"
    r"vmbo-|school|regio)(?:partners|instellingen)|bedrijfsleven|onderwijs|vmbo-scholen|vo-scholen)"
)
_WHO = re.compile(
    rf"(?:(?:de |alle |onze )*(?:betrokken|deelnemende|meewerkende|samenwerkende|participerende|externe|regionale) )?"
    rf"{_KINDS}(?:(?:, | en | & |/){_KINDS})*(?: (?:uit|in|van) (?:de|onze) regio)?"
)
_BRACKETS = re.compile(r"(?<=\w) ?\([^()]*\)\W*$")
_INNER_BRACKETS = re.compile(r" ?\([^()]*\)")
_YEAR = re.compile(r"\b20\d\d\b")
_YEAR_BEHIND = re.compile(r" (?:in |per |eind |peiljaar )?20\d\d$")
_TO_GOAL = re.compile(
    r"(?:draagt bij aan|bijdrage aan|levert bijdrage aan|hoort bij|werkt aan|gekoppeld aan|koppeling met|relatie met|"
    r"link met)(?: (?:de |het |welke? )?(?:hoofd)?doel(?:en|stelling(?:en)?)?)?"
)
_BETWEEN = re.compile(r"\s*[/&+,]\s*|\s+(?:en|of)\s+")
# Two words in one head are one column where they say one thing; what the pair is called stands behind it.
_SAME = {
    frozenset({Slot.ROLE, Slot.TASK}): Slot.ROLE,
    frozenset({Slot.PARTNERS, Slot.PARTY}): Slot.PARTNERS,
    frozenset({Slot.SPEERPUNT, Slot.ACTS}): Slot.SPEERPUNT,
}
_OF_WHAT = re.compile(r" (?:(?:van|voor|bij|binnen|in) (?:dit|deze|het|de) \w+|in project)$")
_BRINGS = re.compile(r"wat (?:brengt|brengen) (?:\w+ ){1,3}in")
# `School / bedrijf` stands above names, one of them in each row.
_ONE_KIND = (
    r"(?:naam (?:van )?(?:de |het )?)?(?:(?:deelnemende?|betrokken) )?[a-z]*-?"
    r"(?:bedrijf|school|instelling|organisatie|partij|partner|deelnemer|onderneming|instantie)"
)
_ONE_PARTY = re.compile(rf"{_ONE_KIND}(?:(?: ?[/&+,] ?| en | of ){_ONE_KIND})*")

# What a body is called; the rest of its heading is its own name.
_BODY = re.compile(
    r"\b(?:stuurgroep|\w{5,}raad|klankbordgroep|regiegroep|projectgroep|projectteam|programmateam|kernteam|kerngroep|"
    r"werkgroep(?:en)?|projectleiders?|programmamanagers?|programmaleiders?|deelprojectleiders?|projectmanagers?|"
    r"bestuurlijk overleg|bestuurdersoverleg|sectortafels?|programmaraad|raad van advies|directeurenoverleg|"
    r"regieteam|themagroep(?:en)?|ontwikkelteams?|kenniskring|penvoerder|expertgroep(?:en)?)\b",
    re.IGNORECASE,
)

# What else is a body where the organisation is told, as its name or before a colon; in running text it is often not.
_OF_ORGANISATION = re.compile(
    r"\b(?!doel|leeftijds?|beroeps|bevolkings|risico|onderwijs|scholen|bedrijven|adviesb|uitzendb|ingenieurs)\w{3,}"
    r"(?:bureau|team|groep(?:en)?|kring|overleg|commissie|beraad|tafels?|bestuur)s?\b",
    re.IGNORECASE,
)

# `PO`, `Labs en Machines`, `1`, `‘Instroom’`: the proper name behind the word for a body.
_OWN_NAME = re.compile(
    r"(?:[- ](?:(?:voor|van) (?:de |het )?)?"
    r"(?:[‘'\"“][^’'\"”]{2,40}[’'\"”]|[A-ZÀ-Þ][\w/&-]*|\d{1,2}\b(?! (?:keer|x|leden))))"
    r"(?: (?:(?:en|&) )?[A-ZÀ-Þ][\w/&-]*)*"
)

_ASKS_FOR_GOALS = re.compile(r"(?:\d{1,2}\.? )?wat willen (?:we|wij) (?:.* )?(?:bereiken|bereikt hebben)\b")

# In this order: the first that fits names the chapter.
_CHAPTERS: tuple[tuple[re.Pattern[str], Chapter], ...] = (
    (re.compile(r"risico"), Chapter.RISICOS),
    (re.compile(r"begroting|financi|cofinanciering|co-financiering|kosten"), Chapter.BEGROTING),
    (re.compile(r"terugblik|terugkijk|evaluatie (?:van )?(?:de )?(?:vorige|afgelopen)"), Chapter.TERUGBLIK),
    (re.compile(r"monitoring|evaluatie|voortgang|communicatie|verantwoording|borging"), Chapter.MONITORING),
    (re.compile(r"organisatie|governance|overlegstructuur|projectstructuur"), Chapter.ORGANISATIE),
    (re.compile(r"thema|speerpunt|actielijn|programmalijn|activiteiten|uitwerking|pijler"), Chapter.THEMAS),
    (re.compile(r"doel|ambitie"), Chapter.DOELEN),
    (re.compile(r"visie|regioanalyse|regiobeeld|arbeidsmarkt"), Chapter.REGIOVISIE),
    (re.compile(r"planning|tijdpad|mijlpalen"), Chapter.PLANNING),
    (re.compile(r"inleiding|aanleiding|voorwoord|samenvatting|vooraf|leeswijzer"), Chapter.INLEIDING),
)


# Who to ask and what it costs: a speerpunt has no field for these.
NO_PARTY = (
    r"contact\w*|(?:\w+ )?budget|(?:\w+ )?kosten|begroting|(?:co-?)?financiering|uren|locatie|doelgroep(?:en)?|"
    r"duur|status|randvoorwaarden?|samenhang|afhankelijkheden|knelpunt(?:en)?|risico(?:'s)?"
)
LEADERS = r"(?:project|deelproject|thema|programma|team|werkgroep)?leider"
BESIDE = re.compile(
    rf"(?:{NO_PARTY}|(?:kar|project)?trekkers?|(?:\w+ )?{LEADERS}s?|penvoerders?|coordinator|(?:\w+ )?eigenaar|"
    r"portefeuillehouders?|docent(?:en)?|stand van zaken|hoe ver|"
    r"(?:eind)?verantwoordelijke?|opdrachtgever)\s*:\s*\S"
)


def names_of(slot: Slot) -> list[str]:
    """The words that name a slot."""
    return _NAMES[slot].split("|")


def word_key(text: str) -> str:
    """A label or head for comparing: `Betrokken partners:` is `betrokken partners`."""
    return plain(text).strip(" :.*-–?")


def slot_named(text: str) -> Slot | None:
    """What a label or head above a column names; None for words that are none of them."""
    key = word_key(_BRACKETS.sub("", text))
    slot = _SLOTS.get(key) or _SLOTS.get(word_key(text))
    if slot is None and (named := _SLOTS.get(_YEAR_BEHIND.sub("", key))) in (Slot.BASELINE, Slot.TARGET):
        return named
    if slot is None and (named := _SLOTS.get(_OF_WHAT.sub("", key))) in (Slot.RESULT, Slot.PARTNERS, Slot.ROLE):
        return named
    if slot is None and _BRINGS.fullmatch(key):
        return Slot.ROLE
    if slot is None and _WHO.fullmatch(key) and not re.fullmatch(_KINDS, key):
        return Slot.PARTNERS
    if slot is None and _TO_GOAL.fullmatch(key):
        return Slot.GOAL
    return slot or _slot_of_all(text)


def slot_of_head(text: str) -> Slot | None:
    """What a head above a column names, where `Vmbo-school` and `School / bedrijf` name a party too.

    `Nu (2026)` and `Straks (2028)` name a value there, and are words of the text before a colon.
    """
    return slot_named(text) or (Slot.PARTY if is_one_party(text) else measured_below(text))


def measured_below(text: str) -> Slot | None:
    """What of a goal stands below heads such as `Nu (2026)` and `Hoe meten we dit?`."""
    return _OF_HEADS.get(_YEAR_BEHIND.sub("", word_key(_BRACKETS.sub("", text))))


def is_one_party(text: str) -> bool:
    """Whether a head says that below it stand organisations, each with its name."""
    return _ONE_PARTY.fullmatch(word_key(_BRACKETS.sub("", text))) is not None


def _slot_of_all(text: str) -> Slot | None:
    """What words such as `Rol / inbreng` name together; behind a role may stand any word more."""
    parts = [_SLOTS.get(word_key(part)) for part in _BETWEEN.split(plain(_INNER_BRACKETS.sub("", text)))]
    named = frozenset(filter(None, parts))
    if len(parts) < 2 or len(named) > 2 or (None in parts and (parts[0] is not Slot.ROLE or named != {Slot.ROLE})):
        return None
    return next(iter(named)) if len(named) == 1 else _SAME.get(named)


def is_label_word(text: str) -> bool:
    """Whether a text is a label by itself, also one for which a speerpunt has no field."""
    return slot_named(text) is not None or BESIDE.fullmatch(f"{plain(text)}: x") is not None


def is_group_of_partners(text: str) -> bool:
    """Whether a label without anything beside it is a word such as `Scholen`; in a list it is a partner itself."""
    return re.fullmatch(_KINDS, word_key(text)) is not None


def year_named(text: str) -> int | None:
    """The one year that a label or head names, as `Nulmeting 2025` does."""
    years = {*_YEAR.findall(text)}
    return int(years.pop()) if len(years) == 1 else None


def is_body(text: str) -> bool:
    """Whether a heading of the organisation, or what stands before a colon there, names a body."""
    flat = plain(text)
    return len(text) <= 80 and any(words.search(flat) for words in (_BODY, _OF_ORGANISATION))


def bodies_in(text: str) -> list[str]:
    """What running text calls the bodies that it names, each once."""
    flat = " ".join(text.split())
    return [*dict.fromkeys("".join(body_at(flat, match.start())) for match in _BODY.finditer(flat))]


def body_at(text: str, start: int) -> tuple[str, str]:
    """`werkgroep` and ` PO` where the words for a body stand in a text; both empty when they do not."""
    match = _BODY.match(text, start)
    own = _OWN_NAME.match(text, match.end()) if match else None
    return (match[0].lower() if match else "", own[0] if own else "")


def chapter_in(text: str, *, has_themes: bool) -> Chapter | None:
    """The chapter that a heading names, where a question for what is reached asks for goals above all themes."""
    return chapter_named(text) or (Chapter.DOELEN if not has_themes and asks_for_goals(text) else None)


def asks_for_goals(text: str) -> bool:
    """Whether a heading asks what is to be reached, as `Wat willen we in 2028 bereikt hebben?` does."""
    return _ASKS_FOR_GOALS.match(plain(text)) is not None


def chapter_named(text: str) -> Chapter | None:
    """The chapter of the draft that a heading names; None for one of its own."""
    return next((chapter for pattern, chapter in _CHAPTERS if pattern.search(plain(text))), None)
