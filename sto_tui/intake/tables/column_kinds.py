"""Which column is what: the word above it and what its cells hold have to agree. In doubt it is asked."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches

from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.column_contents import Content, content_of
from sto_tui.intake.tables.dated_lights import is_of_a_moment
from sto_tui.intake.tables.head_words import DATE_KINDS, RESOLVED, HeadKind, HeadWord, head_word, words_of

Kind = HeadKind
# A name counts only when the cells agree.
_DATES_OF_HEAD = 0.3
_STATES_OF_HEAD = 0.4
_PERCENTS_OF_HEAD = 0.5
_CLEARLY = 0.6
# Without a head that says so.
_DATES_BY_CONTENT = 0.6
_TEXTS_BY_CONTENT = 0.6
_DIFFERENT = 0.6
_WITH_SENTENCES = 0.5
_MAY_BE_PERCENTS = ("gereed", "afgerond", "voltooid", "done", "af")
# Over dates these say on which day it was.
_READY = ("afgerond", "gedaan", "voltooid", "completed", "af")
# These ask for a day, also when all that stands below them is words: `na de zomer`, `1e trimester`.
_WHEN = ("datum", "wanneer", "moment", "tijdstip", "when", "timing", "trimester", "trimesters", "semester", "tertaal")
_NEAR_KINDS: tuple[Kind, ...] = ("start", "due", "done_on")
# So much alike is a head to the word that somebody meant to type: `Strat`; shorter words are too soon alike.
_ALIKE, _LONG_ENOUGH = 0.8, 5
# Of two columns that may be the names, one filled in fewer rows than this share of the other is not; up to the second
# it is asked.
_SPARSE, _AS_FULL = 0.5, 0.9
# In a sheet without names or numbers these are what the rows are about.
_FEWEST_NAMED = 3
_GROUP_KINDS = ("theme", "speerpunt", "deelproject", "group")
_MAY_BE_NAMES = ("tangible_result", "obstacle", *_GROUP_KINDS)


@dataclass(frozen=True)
class SheetColumn:
    """A column with something in it: its head, what that says, and what its cells hold."""

    index: int
    head: str
    word: HeadWord | None
    content: Content

    @property
    def letter(self) -> str:
        """`A`, `AB`: what a rekenblad calls a column."""
        return letters(self.index)


@dataclass(frozen=True)
class ColumnDoubt:
    """A field of which it is not sure in which column it stands: the candidates, the likeliest first.

    `is_sure`: it has to be asked whatever else gives the days, because the sheet contradicts itself.
    `of_new`: rows that are known by their number need no answer.
    """

    kind: Kind
    candidates: tuple[SheetColumn, ...]
    is_sure: bool = False
    of_new: bool = False


@dataclass(frozen=True)
class ColumnKinds:
    """Per kind its column; `flag` is the yes/no column that says which rows are milestones.

    `more_lights` are columns beside that of the lights that say how far it is too, `more_notes` the heads of those
    beside that of the notes that hold notes too.
    """

    by_kind: Mapping[Kind, int]
    flag: int | None
    doubts: tuple[ColumnDoubt, ...]
    columns: tuple[SheetColumn, ...]
    more_lights: tuple[int, ...] = ()
    more_notes: Mapping[int, str] = field(default_factory=dict)

    def with_more_notes(self, used: Collection[int]) -> "ColumnKinds":
        """With the columns of notes that are not used: a sheet may have more than one."""
        more = {
            column.index: column.head
            for column in self.columns
            if column.index not in used and column.word and column.word.is_exact and column.word.kind == "note"
        }
        return replace(self, more_notes=more)

    def taken_for(self, index: int) -> Kind | None:
        """What a column was taken for; None when it is not used."""
        return next((kind for kind, at in self.by_kind.items() if at == index), None)


def letters(index: int) -> str:
    """`A`, `AB`: what a rekenblad calls a column, from zero."""
    text, rest = "", index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        text = chr(65 + letter) + text
    return text


def column_index(letters: str) -> int:
    """The place of a column by its letters, from zero."""
    index = 0
    for letter in letters.strip().upper():
        index = index * 26 + ord(letter) - ord("A") + 1
    return index - 1


def columns_of(heads: Sequence[str], rows: Sequence[SheetRow]) -> tuple[SheetColumn, ...]:
    """The columns that have a head or something in their cells."""
    width = max((len(heads), *(len(row.cells) for row in rows)), default=0)
    columns = []
    for index in range(width):
        head = heads[index] if index < len(heads) else ""
        cells: list[Cell] = [row.cell(index) for row in rows]
        if head or any(cells):
            columns.append(SheetColumn(index, head, head_word(head), content_of(cells)))
    return tuple(columns)


def column_kinds(
    columns: Sequence[SheetColumn],
    skipped: frozenset[int] = frozenset(),
    answered: Mapping[Kind, int | None] | None = None,
) -> ColumnKinds:
    """What each column is. `skipped` are period columns and the like; `answered` gives or denies a kind a column."""
    answers = answered or {}
    free = [column for column in columns if column.index not in skipped and column.index not in answers.values()]
    candidates: dict[Kind, list[SheetColumn]] = defaultdict(list)
    flag = None
    for column in free:
        kind = _agreed(column)
        if column.word and column.word.kind == "title" and column.content.yes_no >= _CLEARLY:
            flag = column.index if column.word.is_exact and _is_milestone(column.head) else flag
        elif kind:
            candidates[kind].append(column)
    _codes_as_numbers(candidates)
    _sentences_as_note(candidates)
    by_kind = {kind: _best(kind, of_kind).index for kind, of_kind in candidates.items() if kind not in answers}
    by_kind |= {kind: index for kind, index in answers.items() if index is not None}
    _one_date_as_due(by_kind, {column.index for column in columns if column.content.filled})
    doubts = _doubts(free, candidates, by_kind, answers)
    lights = candidates.get("light", []) if "light" not in answers else []
    more = tuple(column.index for column in lights if _is_exact(column) and column.index != by_kind["light"])
    kept: dict[Kind, int] = {kind: at for kind, at in by_kind.items() if kind != "never"}
    return ColumnKinds(kept, flag, doubts, tuple(columns), more)


def _is_milestone(head: str) -> bool:
    return "mijlpa" in head.lower() or "milestone" in head.lower()


def _agreed(column: SheetColumn) -> Kind | None:
    """What the head says when the cells agree with it, or what they then say is there."""
    word, content = column.word, column.content
    if word is None:
        return None
    if not content.filled:
        return word.kind
    if word.kind in DATE_KINDS:
        return _agreed_date(column.head, word, content)
    if word.kind in ("light", "percent"):
        return _agreed_progress(column.head, word.kind, content)
    if word.kind in ("active", "inactive") and content.yes_no < _CLEARLY:
        return "light" if content.states >= _STATES_OF_HEAD else None
    if word.kind == "duration" and content.dates >= _CLEARLY:
        # `sep 2026 - jun 2027` is from when to when.
        return "date"
    if word.kind == "group" and content.states_by_content >= _CLEARLY:
        return "light"
    if word.kind == "note" and content.percents >= _CLEARLY:
        return "percent"
    if word.kind == "note" and content.states_by_content >= _CLEARLY:
        return "light"
    if word.kind == "who" and content.dates >= _CLEARLY:
        return None
    if word.kind == "title" and (content.dates >= _CLEARLY or content.yes_no >= _CLEARLY):
        return None
    if word.kind in ("number", "wbs") and content.dates >= _CLEARLY and content.codes < _CLEARLY:
        return None if content.filled > 1 else word.kind
    if word.kind == "level" and content.numbers < _CLEARLY:
        return None
    return word.kind


def _agreed_date(head: str, word: HeadWord, content: Content) -> Kind | None:
    """A head of a date over states or percentages is progress; over anything else an exact one stays."""
    if content.dates >= _DATES_OF_HEAD:
        return word.kind
    if content.states >= _STATES_OF_HEAD and word.kind in ("due", "done_on"):
        return "light"
    if content.percents >= _PERCENTS_OF_HEAD and head_key(head) in _MAY_BE_PERCENTS:
        return "percent"
    if content.numbers >= _CLEARLY and word.kind in ("date", "never"):
        return None
    if word.is_exact and (word.kind in ("start", "due", "done_on") or head_key(head) in _WHEN):
        return word.kind
    return None


def _agreed_progress(head: str, kind: Kind, content: Content) -> Kind | None:
    if content.dates >= _CLEARLY:
        return "done_on" if head_key(head) in _READY else None
    if kind == "light" and content.grades == 1:
        # A number that shows as a sign (`1`, `2`, `3`): what each means is asked.
        return kind
    if kind == "light" and content.states < _STATES_OF_HEAD and content.percents >= _PERCENTS_OF_HEAD:
        return "percent"
    if kind == "percent" and content.percents < _PERCENTS_OF_HEAD:
        return "light" if content.states >= _STATES_OF_HEAD else None
    return kind


def _codes_as_numbers(candidates: dict[Kind, list[SheetColumn]]) -> None:
    """Codes (`MS1`, `T4.2`) with a column of sentences beside them are the number."""
    names = candidates.get("title", [])
    sentences = [column for column in names if column.content.texts >= _WITH_SENTENCES]
    for column in [column for column in names if column.content.codes >= _CLEARLY] if sentences else ():
        names.remove(column)
        if "number" not in candidates:
            candidates["number"].append(column)


def _sentences_as_note(candidates: dict[Kind, list[SheetColumn]]) -> None:
    """What stands in sentences below *Stand van zaken* tells of the work, and is no word for how far it is."""
    lights = candidates.get("light", [])
    told = [
        column
        for column in lights
        if column.content.sentences >= _WITH_SENTENCES and column.content.states < _STATES_OF_HEAD
    ]
    if told and "note" not in candidates:
        candidates["note"] = told
        candidates["light"] = [column for column in lights if column not in told]
        if not candidates["light"]:
            del candidates["light"]


def _best(kind: Kind, columns: Sequence[SheetColumn]) -> SheetColumn:
    """Of names the one with the most different values; of others an exact head before a part of one, then the first.

    A column that is filled in a few rows only has groups: its values differ because there are few of them.
    """
    if kind == "title":
        fullest = max(column.content.of_rows for column in columns)
        return max(
            columns,
            key=lambda column: (
                column.content.of_rows >= _SPARSE * fullest,
                round(column.content.different, 2),
                *_likeliness(column),
            ),
        )
    if kind in ("light", "percent"):
        return max(
            columns,
            key=lambda column: (
                bool(column.content.filled),
                # Yes or no says less than a word for how far it is.
                column.content.yes_no < _CLEARLY,
                _is_named(column, kind),
                *_likeliness(column),
            ),
        )
    if kind in DATE_KINDS:
        return max(columns, key=lambda column: (column.content.dates >= _DATES_OF_HEAD, *_likeliness(column)))
    return max(columns, key=_likeliness)


def _is_exact(column: SheetColumn) -> bool:
    return column.word is not None and column.word.is_exact and column.content.filled > 0


def _is_named(column: SheetColumn, kind: Kind) -> bool:
    return column.word is not None and column.word.kind == kind


def _likeliness(column: SheetColumn) -> tuple[bool, int, int]:
    exact, rank = (column.word.is_exact, column.word.rank) if column.word else (False, 0)
    return exact, -rank if column.word and column.word.kind == "title" else 0, -column.index


def _one_date_as_due(by_kind: dict[Kind, int], filled: Collection[int]) -> None:
    """The only date of a table is when it has to be ready; beside an end that is filled it says nothing that is sure.

    An end that nobody filled yet, as `Klaar?` to tick off, is none.
    """
    is_only = "due" not in by_kind or (by_kind.get("date") in filled and by_kind["due"] not in filled)
    if "date" in by_kind and is_only:
        by_kind["due"] = by_kind.pop("date")
    by_kind.pop("date", None)


def _doubts(
    free: Sequence[SheetColumn],
    candidates: Mapping[Kind, Sequence[SheetColumn]],
    by_kind: Mapping[Kind, int],
    answers: Mapping[Kind, int | None],
) -> tuple[ColumnDoubt, ...]:
    doubts = [] if "title" in answers else _title_doubts(free, candidates.get("title", ()), by_kind)
    if not {"start", "due", "date"} & {*candidates}:
        dates = [column for column in free if column.content.dates >= _DATES_BY_CONTENT and not _is_never(column)]
        doubts += _date_doubts([column for column in dates if column.index != by_kind.get("done_on")], answers)
    if "light" not in answers:
        doubts += _light_doubts(candidates.get("light", ()), by_kind)
    asked = {doubt.kind for doubt in doubts} | {*answers}
    return (*doubts, *(doubt for doubt in _near_doubts(free, by_kind) if doubt.kind not in asked))


def _light_doubts(lights: Sequence[SheetColumn], by_kind: Mapping[Kind, int]) -> list[ColumnDoubt]:
    """States at several moments: the last column is the likeliest, but the first would be taken."""
    dated = [column for column in lights if column.content.filled and is_of_a_moment(column.head)]
    if len(dated) < 2 or by_kind["light"] not in [column.index for column in dated]:
        return []
    return [ColumnDoubt("light", tuple(reversed(dated)), is_sure=True)]


def _near_doubts(free: Sequence[SheetColumn], by_kind: Mapping[Kind, int]) -> list[ColumnDoubt]:
    """Columns of dates of which the head nearly is that of a day that no other head gives."""
    by_index = {column.index: column for column in free}
    doubts = []
    for kind in _NEAR_KINDS:
        taken = by_index.get(by_kind[kind]) if kind in by_kind else None
        if taken and taken.content.filled and taken.word and taken.word.kind != "date":
            continue
        near = [column for column in free if column is not taken and _is_near(column, kind)]
        if near:
            others = [taken] if taken and taken.content.filled else []
            doubts.append(ColumnDoubt(kind, (*near, *others), is_sure=True))
    return doubts


def _is_near(column: SheetColumn, kind: Kind) -> bool:
    """Whether a head is a mistyped word for a day, or says that something was resolved: it may be ready then."""
    key = head_key(column.head)
    if column.content.dates < _CLEARLY:
        return False
    if column.word is not None:
        return kind == "done_on" and key in RESOLVED
    words = [word for word in words_of(kind) if len(word) >= _LONG_ENOUGH]
    return len(key) >= _LONG_ENOUGH and bool(get_close_matches(key, words, 1, _ALIKE))


def _title_doubts(
    free: Sequence[SheetColumn], names: Sequence[SheetColumn], by_kind: Mapping[Kind, int]
) -> list[ColumnDoubt]:
    """Without a name the columns of texts; all names when a head of milestones or a fuller column contradicts one."""
    if "title" not in by_kind:
        named = {column.index for column in free if _names_each(column)}
        used = {at for kind, at in by_kind.items() if kind not in _MAY_BE_NAMES or "number" in by_kind} - named
        # `Actie van` is who does it, but may be the only text that there is.
        unsure = {
            column.index for column in free if column.word and column.word.kind == "who" and not column.word.is_exact
        }
        if texts := _texts(free, used) or _texts(free, used - unsure):
            return [ColumnDoubt("title", texts)]
        # Beside numbers these say more of a milestone that is known; of a new one they are the only name.
        own = {at for kind, at in by_kind.items() if kind not in _MAY_BE_NAMES}
        texts = _texts(free, own) or _texts(free, own - {by_kind.get("note", -1)})
        return [ColumnDoubt("title", texts, of_new=True)] if texts else []
    if len(names) < 2 or by_kind["title"] == _milestones_head(names):
        return []
    if _milestones_head(names) is None and not _is_sparser(by_kind["title"], names):
        return []
    first = sorted(names, key=lambda column: column.index != by_kind["title"])
    return [ColumnDoubt("title", tuple(first))]


def _texts(free: Sequence[SheetColumn], used: Collection[int]) -> tuple[SheetColumn, ...]:
    """The columns of texts that may be names: what has the head of a group last, before it what is mostly the same."""
    texts = [column for column in free if column.content.texts >= _TEXTS_BY_CONTENT and column.index not in used]
    return tuple(sorted(texts, key=lambda column: (_groups(column), column.content.different < _DIFFERENT)))


def _groups(column: SheetColumn) -> bool:
    is_group = column.word is not None and column.word.is_exact and column.word.kind in _GROUP_KINDS
    return is_group and not _names_each(column)


def _names_each(column: SheetColumn) -> bool:
    """Whether a group, such as `Project`, has another name in each row: then the rows are these."""
    content, word = column.content, column.word
    is_group = word is not None and word.is_exact and word.kind == "group"
    return is_group and content.filled >= _FEWEST_NAMED and content.different >= 1 and content.of_rows >= 1


def _is_sparser(chosen: int, names: Sequence[SheetColumn]) -> bool:
    """Whether another column that may be the names is filled in clearly more rows than the one that was chosen."""
    of_rows = {column.index: column.content.of_rows for column in names}
    return of_rows[chosen] < _AS_FULL * max(of_rows.values())


def _date_doubts(dates: list[SheetColumn], answers: Mapping[Kind, int | None]) -> list[ColumnDoubt]:
    """Begin and end of a table of which no head says it; the only date is when it has to be ready."""
    doubts = []
    if "start" not in answers and len(dates) + ("due" in answers) > 1:
        doubts.append(ColumnDoubt("start", tuple(dates)))
    if "due" not in answers and dates:
        last = dates if "start" in answers else (*dates[1:], dates[0])
        doubts.append(ColumnDoubt("due", tuple(last)))
    return doubts


def _milestones_head(names: Sequence[SheetColumn]) -> int | None:
    """The column whose head says that its cells are milestones."""
    return next((column.index for column in names if column.word and column.word.rank == 0), None)


def _is_never(column: SheetColumn) -> bool:
    """A head that says it is another day, or who: people are called Jan and Mei."""
    return column.word is not None and column.word.kind in ("never", "who")
