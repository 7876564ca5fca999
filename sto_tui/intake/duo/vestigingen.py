"""Vestigingen: their keys, their names and gemeenten from file 02, and which of them are to be counted."""

import re
from collections.abc import Callable, Collection, Iterable
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
    """Nobody has said which vestigingen count; `gemeenten` are those that can be chosen, when a file names them."""

    def __init__(self, gemeenten: Iterable[str]) -> None:
        super().__init__("Kies eerst welke vestigingen meetellen: op BRIN, gemeente of RMC-regio.")
        self.gemeenten = tuple(sorted(set(map(shown_place, gemeenten)), key=plain))


class UnknownAreaError(IntakeError):
    """There is no such gemeente or RMC-regio; `names` are those that are like it, the most like first."""

    def __init__(self, noun: str, typed: str, names: Iterable[str], where: str) -> None:
        self.names = tuple(names)
        super().__init__(
            f"{noun[0].upper()}{noun[1:]} ‘{cut(typed, 40)}’ staat niet in {where}. "
            f"Wel bijvoorbeeld: {enumerate_words(list(self.names[:MOST_NAMED]))}."
        )


@dataclass(frozen=True)
class DuoChoice:
    """Which vestigingen count (BRIN of 4 or 6 characters, gemeenten, RMC codes or names) and, if said, which year."""

    brins: tuple[str, ...] = ()
    gemeenten: tuple[str, ...] = ()
    rmcs: tuple[str, ...] = ()
    year: int | None = None

    def without_blanks(self) -> "DuoChoice":
        """The choice without what is only blanks: a list that ends in a comma."""
        brins, gemeenten, rmcs = (
            tuple(name.strip() for name in names if name.strip()) for names in (self.brins, self.gemeenten, self.rmcs)
        )
        return DuoChoice(brins, gemeenten, rmcs, self.year)


@dataclass(frozen=True)
class Vestiging:
    """A vestiging in file 02, or in a file with counts that says in which gemeente it is."""

    key: str
    name: str
    gemeente: str
    rmc: tuple[str, str]


@dataclass
class Wanted:
    """The vestigingen that count: whole institutions by BRIN, single ones by key; `names` are those of file 02.

    `choice` says in words how they were chosen, and is the same whatever file they were found in. `complete` are the
    institutions of which every vestiging that is known counts.
    """

    whole: frozenset[str] = frozenset()
    single: frozenset[str] = frozenset()
    typed: tuple[str, ...] = ()
    names: dict[str, str] = field(default_factory=dict)
    choice: str = ""
    complete: frozenset[str] = frozenset()
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
    # A file with counts has many rows of one vestiging; its cells are looked at once.
    known: set[tuple[str, str, str]] = set()
    for row in reading.rows():
        cells = row[columns.institution], row[columns.branch], row[columns.gemeente]
        if cells in known:
            continue
        known.add(cells)
        institution = bare(row[columns.institution]).upper()
        if not institution and not row[columns.branch].strip():
            continue
        key = key_of(institution, row[columns.branch], reading)
        code, name = (bare(row[at]) if at is not None else "" for at in (columns.rmc_code, columns.rmc_name))
        called = bare(row[columns.name]) if columns.name is not None else ""
        places[key] = Vestiging(key, called, bare(row[columns.gemeente]), (code, name))
        if len(known) > _MOST_PLACES:
            raise IntakeError(f"{reading.table.name} heeft meer vestigingen dan er in Nederland zijn. Kies bestand 02.")


def wanted_by(
    choice: DuoChoice, places: Collection[Vestiging] | None, where: str = "bestand 02", *, partly: bool = False
) -> Wanted:
    """What is chosen. Raises IntakeError for what is no BRIN, and for a gemeente or RMC-regio that is not there.

    With `partly` an area that is not there is no mistake: it may be in another file.
    """
    choice = choice.without_blanks()
    brins = tuple(dict.fromkeys(re.sub(r"[\s-]", "", brin).upper() for brin in choice.brins))
    for brin in brins:
        if not _BRIN.fullmatch(brin):
            raise IntakeError(
                f"‘{cut(brin, 20)}’ is geen BRIN. Schrijf vier tekens voor een hele school (01AB) "
                "of zes voor één vestiging (01AB02)."
            )
    areas = [_Area("gemeente", name, lambda place: (place.gemeente,)) for name in choice.gemeenten]
    areas += [_Area("RMC-regio", name, lambda place: place.rmc) for name in choice.rmcs]
    if not (brins or areas):
        raise NotChosenError(place.gemeente for place in places or () if place.gemeente)
    if areas and places is None:
        raise IntakeError(
            "Kiezen op gemeente of RMC-regio kan alleen als bestand 02 (alle vestigingen vo) erbij is. "
            "Voeg dat bestand toe of kies op BRIN."
        )
    in_areas: set[str] = set()
    parts = [f"{BRIN} {brin}" for brin in sorted(brins)]
    for area in areas:
        hits = area.among(places or ())
        if not (hits or partly):
            raise UnknownAreaError(area.noun, area.typed, nearest_first(area.typed, area.names_in(places or ())), where)
        in_areas |= {place.key for place in hits}
        parts += [f"{area.noun} {shown_place(area.name_of(place))}" for place in hits]
    whole = frozenset(brin for brin in brins if len(brin) == 4)
    single = frozenset(brin for brin in brins if len(brin) == 6) | in_areas
    names = {place.key: place.name for place in places or () if place.name}
    wanted = Wanted(whole, single, brins, choice=CHOICE_SEPARATOR.join(sorted(set(parts))))
    wanted.names = {key: name for key, name in names.items() if wanted.takes(key)}
    partial = {place.key[:4] for place in places or () if not wanted.takes(place.key)}
    wanted.complete = frozenset(place.key[:4] for place in places or () if place.key[:4] not in partial)
    return wanted


@dataclass(frozen=True)
class _Area:
    """A gemeente or RMC-regio as it was typed."""

    noun: str
    typed: str
    names_of: Callable[[Vestiging], tuple[str, ...]]

    def among(self, places: Collection[Vestiging]) -> list[Vestiging]:
        """The vestigingen in it; the province behind a name counts only when there are more of that name."""
        hits = [place for place in places if _is_named(self.typed, self.names_of(place))]
        wish = without_province(self.typed)
        if hits or not wish:
            return hits
        like = [(place, area) for place in places for area in self.names_of(place) if without_province(area) == wish]
        return [place for place, _ in like] if len({place_key(area) for _, area in like}) == 1 else []

    def names_in(self, places: Collection[Vestiging]) -> set[str]:
        """What else there is to choose."""
        return {shown_place(area) for place in places for area in self.names_of(place)[-1:] if area}

    def name_of(self, place: Vestiging) -> str:
        """Its name, of an RMC-regio its code, which stays the same over the years."""
        return next(filter(None, self.names_of(place)), "")


def _is_named(typed: str, names: tuple[str, ...]) -> bool:
    """Whether this is one of the names; a number also without its zeros in front."""
    wish = place_key(typed)
    return any(name and (place_key(name) == wish or _number(name) == _number(typed) != "") for name in names)


def _number(text: str) -> str:
    return text.strip().lstrip("0") if text.strip().isdecimal() else ""
