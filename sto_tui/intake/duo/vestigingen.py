"""Vestigingen: their keys, their names and gemeenten from file 02, and which of them are to be counted."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.text import cut, plain
from sto_tui.intake.duo.columns import PlaceColumns
from sto_tui.intake.duo.file import DuoReading, bare
from sto_tui.intake.sheets.table_reader import IntakeError

MOST_NAMED = 10
_MOST_PLACES = 50_000
_BRIN = re.compile(r"[0-9A-Z]{4}(\d\d)?")


class NotChosenError(IntakeError):
    """Nobody has said which vestigingen count; `gemeenten` are those that can be chosen, when file 02 is there."""

    def __init__(self, gemeenten: Iterable[str]) -> None:
        super().__init__("Kies eerst welke vestigingen meetellen: op BRIN, gemeente of RMC-regio.")
        self.gemeenten = tuple(gemeenten)


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
    """The vestigingen that count: whole institutions by BRIN, single ones by key. Names are kept as they are met."""

    whole: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    typed: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
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
        raise NotChosenError(sorted({place.gemeente for place in (places or {}).values() if place.gemeente}))
    if (gemeenten or rmcs) and places is None:
        raise IntakeError(
            "Kiezen op gemeente of RMC-regio kan alleen als bestand 02 (alle vestigingen vo) erbij is. "
            "Voeg dat bestand toe of kies op BRIN."
        )
    named_keys = _named(gemeenten, places or {}, "gemeente", lambda place: (place.gemeente,))
    named_keys |= _named(rmcs, places or {}, "RMC-regio", lambda place: place.rmc)
    whole = frozenset(brin for brin in brins if len(brin) == 4)
    single = frozenset(brin for brin in brins if len(brin) == 6) | named_keys
    wanted = Wanted(whole, frozenset(single), brins)
    wanted.names = {key: place.name for key, place in (places or {}).items() if wanted.takes(key) and place.name}
    return wanted


def _named(
    typed: Iterable[str], places: Mapping[str, Vestiging], noun: str, names_of: Callable[[Vestiging], tuple[str, ...]]
) -> set[str]:
    """The keys of the vestigingen with one of these names or codes. Raises IntakeError for a name that is not there."""
    keys: set[str] = set()
    for name in typed:
        hits = {key for key, place in places.items() if _is_named(name, names_of(place))}
        if not hits:
            areas = sorted({area for place in places.values() for area in names_of(place)[-1:] if area})
            like = [area for area in areas if plain(name)[:3] in plain(area)] or areas
            raise IntakeError(
                f"{noun[0].upper()}{noun[1:]} ‘{cut(name.strip(), 40)}’ staat niet in bestand 02. "
                f"Wel bijvoorbeeld: {enumerate_words(like[:MOST_NAMED])}."
            )
        keys |= hits
    return keys


def _is_named(typed: str, names: tuple[str, ...]) -> bool:
    """Whether this is one of the names; a number also without its zeros in front."""
    wish = plain(typed)
    return any(name and (plain(name) == wish or _number(name) == _number(wish) != "") for name in names)


def _number(text: str) -> str:
    return text.strip().lstrip("0") if text.strip().isdecimal() else ""
