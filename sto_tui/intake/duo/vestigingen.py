"""Vestigingen: their keys, their names and gemeenten from file 02, and which of them are to be counted."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sto_tui.domain.counting import BRIN, CHOICE_SEPARATOR
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.text import cut, plain
from sto_tui.intake.duo.columns import PlaceColumns
from sto_tui.intake.duo.file import DuoReading, bare
from sto_tui.intake.duo.place_names import nearest_first, place_key, shown_place, without_province
from sto_tui.intake.duo.wording import MOST_NAMED
from sto_tui.intake.sheets.table_reader import IntakeError

_MOST_PLACES = 50_000
_BRIN = re.compile(r"[0-9A-Z]{4}(\d\d)?")


class NotChosenError(IntakeError):
    """Nobody has said which vestigingen count; `gemeenten` are those that can be chosen, when file 02 is there."""

    def __init__(self, gemeenten: Iterable[str]) -> None:
        super().__init__("Kies eerst welke vestigingen meetellen: op BRIN, gemeente of RMC-regio.")
        self.gemeenten = tuple(sorted(set(map(shown_place, gemeenten)), key=plain))


class UnknownAreaError(IntakeError):
    """There is no such gemeente or RMC-regio; `names` are those that are like it, the most like first."""

    def __init__(self, noun: str, typed: str, names: Iterable[str]) -> None:
        self.names = tuple(names)
        super().__init__(
            f"{noun[0].upper()}{noun[1:]} ‘{cut(typed.strip(), 40)}’ staat niet in bestand 02. "
            f"Wel bijvoorbeeld: {enumerate_words(list(self.names[:MOST_NAMED]))}."
        )


@dataclass(frozen=True)
class DuoChoice:
    """Which vestigingen count (BRIN of 4 or 6 characters, gemeenten, RMC codes or names) and, if said, which year."""

    brins: tuple[str, ...] = ()
    gemeenten: tuple[str, ...] = ()
    rmcs: tuple[str, ...] = ()
    year: int | None = None


@dataclass(frozen=True)
class Vestiging:
    """A vestiging in file 02."""

    key: str
    name: str
    gemeente: str
    rmc: tuple[str, str]


@dataclass
class Wanted:
    """The vestigingen that count: whole institutions by BRIN, single ones by key; `names` are those of file 02.

    `choice` says in words how they were chosen, and is the same whatever file they were found in.
    """

    whole: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    typed: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    choice: str = ""
    institutions: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        self.institutions = self.whole | {key[:4] for key in self.single}

    def takes(self, key: str) -> bool:
        """Whether this vestiging counts."""
        return key in self.single or key[:4] in self.whole

    def shown(self, key: str) -> str:
        """`Kompas College (01AB00)`."""
        return f"{self.names[key]} ({key})" if self.names.get(key) else key


def key_of(institution: str, branch: str, reading: DuoReading) -> str:
    """The key of a vestiging: BRIN and two figures. Files have the two figures or all six characters."""
    branch = bare(branch).upper()
    if len(branch) == 6 and _BRIN.fullmatch(branch):
        return branch
    if len(branch) <= 2 and branch.isdecimal():
        return f"{institution}{branch:0>2}"
    raise IntakeError(
        f"{reading.table.name}, regel {reading.line}: ‘{cut(branch, 20)}’ is geen nummer van een vestiging "
        "(twee cijfers, of BRIN en twee cijfers). Download het bestand opnieuw bij DUO."
    )


def read_places(reading: DuoReading, columns: PlaceColumns, places: dict[str, Vestiging]) -> None:
    """Adds the vestigingen of a file 02, by key. Raises IntakeError."""
    for row in reading.rows():
        institution = bare(row[columns.institution]).upper()
        if not institution and not row[columns.branch].strip():
            continue
        key = key_of(institution, row[columns.branch], reading)
        code, name = (bare(row[at]) if at is not None else "" for at in (columns.rmc_code, columns.rmc_name))
        places[key] = Vestiging(key, bare(row[columns.name]), bare(row[columns.gemeente]), (code, name))
        if len(places) > _MOST_PLACES:
            raise IntakeError(f"{reading.table.name} heeft meer vestigingen dan er in Nederland zijn. Kies bestand 02.")


def wanted_by(choice: DuoChoice, places: Mapping[str, Vestiging] | None) -> Wanted:
    """What is chosen. Raises IntakeError for what is no BRIN, and for a gemeente or RMC-regio that file 02 lacks."""
    brins = tuple(dict.fromkeys(re.sub(r"[\s-]", "", brin).upper() for brin in choice.brins if brin.strip()))
    for brin in brins:
        if not _BRIN.fullmatch(brin):
            raise IntakeError(
                f"‘{cut(brin, 20)}’ is geen BRIN. Schrijf vier tekens voor een hele school (01AB) "
                "of zes voor één vestiging (01AB02)."
            )
    gemeenten = [name for name in choice.gemeenten if name.strip()]
    rmcs = [name for name in choice.rmcs if name.strip()]
    if not (brins or gemeenten or rmcs):
        raise NotChosenError(
            sorted({shown_place(place.gemeente) for place in (places or {}).values() if place.gemeente})
        )
    if (gemeenten or rmcs) and places is None:
        raise IntakeError(
            "Kiezen op gemeente of RMC-regio kan alleen als bestand 02 (alle vestigingen vo) erbij is. "
            "Voeg dat bestand toe of kies op BRIN."
        )
    in_gemeenten, gemeente_parts = _named(gemeenten, places or {}, "gemeente", lambda place: (place.gemeente,))
    in_regions, region_parts = _named(rmcs, places or {}, "RMC-regio", lambda place: place.rmc)
    whole = frozenset(brin for brin in brins if len(brin) == 4)
    single = frozenset(brin for brin in brins if len(brin) == 6) | in_gemeenten | in_regions
    names = {key: place.name for key, place in (places or {}).items() if place.name}
    parts = (*(f"{BRIN} {brin}" for brin in sorted(brins)), *gemeente_parts, *region_parts)
    wanted = Wanted(whole, single, brins, choice=CHOICE_SEPARATOR.join(parts))
    wanted.names = {key: name for key, name in names.items() if wanted.takes(key)}
    return wanted


def _named(
    typed: Iterable[str], places: Mapping[str, Vestiging], noun: str, names_of: Callable[[Vestiging], tuple[str, ...]]
) -> tuple[set[str], list[str]]:
    """The keys of the vestigingen with one of these names or codes, and what is chosen in words, in order.

    Raises UnknownAreaError for a name that is not there.
    """
    keys: set[str] = set()
    areas: set[str] = set()
    for name in typed:
        hits = {key for key, place in places.items() if _is_named(name, names_of(place))} or _without_province(
            name, places, names_of
        )
        if not hits:
            names = {shown_place(area) for place in places.values() for area in names_of(place)[-1:] if area}
            raise UnknownAreaError(noun, name, nearest_first(name, names))
        keys |= hits
        areas |= {next(filter(None, names_of(places[key])), "") for key in hits}
    return keys, sorted(f"{noun} {shown_place(area)}" for area in areas)


def _is_named(typed: str, names: tuple[str, ...]) -> bool:
    """Whether this is one of the names; a number also without its zeros in front."""
    wish = place_key(typed)
    return any(name and (place_key(name) == wish or _number(name) == _number(typed) != "") for name in names)


def _without_province(
    typed: str, places: Mapping[str, Vestiging], names_of: Callable[[Vestiging], tuple[str, ...]]
) -> set[str]:
    """The vestigingen of the only area that is called so when the province behind the name does not count."""
    wish = without_province(typed)
    hits = {key: area for key, place in places.items() for area in names_of(place) if without_province(area) == wish}
    return set(hits) if wish and len({place_key(area) for area in hits.values()}) == 1 else set()


def _number(text: str) -> str:
    return text.strip().lstrip("0") if text.strip().isdecimal() else ""
