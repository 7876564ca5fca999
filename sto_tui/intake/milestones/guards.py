"""Signs that a sheet was read in a wrong way: each becomes a question, so that nothing is wrong in silence.

Source: of 47 sheets that were read for the first time without these, eleven were wrong in silence.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.region import Region
from sto_tui.domain.text import clean_line, plain, shortened
from sto_tui.intake.milestones.answers import GROUPS, HEADINGS, NONE
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.doubts import column_question, renamed
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.column_kinds import ColumnDoubt

# Under this share of different names something else than a name stands there.
_DIFFERENT = 0.6
# So few rows say nothing about that.
_ROWS_TO_JUDGE = 8
_TEXTS = 0.6
_LONGEST_NAME = 30
_MOST_NAMED = 3
# What a row may stand under; the same name under another one is another milestone.
_GROUP_FIELDS = ("group", "theme", "speerpunt", "deelproject")


def repeated_names_question(
    block: Block, rows: Sequence[SheetRow], headings: Mapping[int, Sequence[str]]
) -> IntakeQuestion | None:
    """In which column the names stand, when too many rows have the same one under the same heading."""
    title = block.columns.fields.get("title")
    if title is None or len(rows) < _ROWS_TO_JUDGE:
        return None
    names = [_group_and_name(block, row, headings.get(row.number, ())) for row in rows if row.cell(title)]
    if not names or len({*names}) >= _DIFFERENT * len(names):
        return None
    most, times = Counter(names).most_common(1)[0]
    shown = next(clean_line(row.text(title)) for row in rows if plain(clean_line(row.text(title))) == most[-1])
    used = {at for name, at in block.columns.fields.items() if name not in ("title", *_GROUP_FIELDS)}
    used |= {*block.columns.periods, *block.columns.parties, *block.columns.who}
    candidates = [
        column
        for column in block.columns.kinds.columns
        if column.index == title or (column.index not in used and column.content.texts >= _TEXTS)
    ]
    candidates.sort(key=lambda column: (column.index == title, -column.content.different))
    if len(candidates) > 1 and candidates[0].content.different < _DIFFERENT:
        candidates.sort(key=lambda column: column.index != title)
    text = (
        f"Van {dutch.count(len(names), 'rij', 'rijen')} zijn er {len({*names})} verschillend "
        f"(‘{shortened(shown, _LONGEST_NAME)}’ staat er {times} keer). In welke kolom staat wat er gedaan wordt?"
    )
    return renamed(column_question(ColumnDoubt("title", tuple(candidates)), rows), text)


def _group_and_name(block: Block, row: SheetRow, headings: Sequence[str]) -> tuple[str, ...]:
    fields = block.columns.fields
    groups = (plain(row.text(fields[name])) for name in _GROUP_FIELDS if name in fields)
    return (*map(plain, headings), *groups, plain(clean_line(row.text(fields["title"]))))


def many_headings_question(names: Sequence[str], rows: int) -> IntakeQuestion | None:
    """Whether rows are headings at all, when there are more of them than rows below."""
    if len(names) <= rows:
        return None
    choices = (
        IntakeChoice("kopje", "ja, daaronder staan de mijlpalen", tuple(_short(names))),
        IntakeChoice("mijlpaal", "nee, het zijn zelf mijlpalen", tuple(_short(names))),
    )
    text = (
        f"{dutch.count(len(names), 'rij lijkt een kopje', 'rijen lijken kopjes')}, boven "
        f"{dutch.count(rows, 'mijlpaal', 'mijlpalen')}. Klopt dat?"
    )
    return IntakeQuestion(HEADINGS, text, choices, "kopje")


def mixed_groups_question(
    groups: Collection[str], themes: Collection[str], speerpunten: Collection[str], region: Region
) -> IntakeQuestion | None:
    """What the headings are, when some are a theme or speerpunt of the dossier and others are not."""
    theme, speerpunt = (in_own_words(word, region) for word in ("thema", "speerpunt"))
    known = {name: theme for name in groups if plain(name) in themes}
    known |= {name: speerpunt for name in groups if name not in known and plain(name) in speerpunten}
    strangers = [name for name in groups if name not in known]
    if not known or not strangers:
        return None
    shown = [*[*known.items()][: _MOST_NAMED - 1], (strangers[0], "deelproject")]
    choices = (
        IntakeChoice(
            "thema",
            f"{theme} of {speerpunt} waar het dossier dat heeft, anders deelproject",
            tuple(f"{shortened(name, _LONGEST_NAME)} → {place}" for name, place in shown),
        ),
        IntakeChoice("deelproject", "alle deelproject"),
        IntakeChoice("speerpunt", f"alleen {speerpunt}, anders deelproject"),
        IntakeChoice(NONE, "niets: ze vervallen"),
    )
    text = (
        f"Van de kopjes of fasen {_verb(known)} {_quoted([*known])} in het dossier, en {_quoted(strangers)} niet. "
        "Wat zijn ze?"
    )
    return IntakeQuestion(GROUPS, text, choices, "thema")


def _verb(names: Collection[str]) -> str:
    return "staat" if len(names) == 1 else "staan"


def _short(names: Sequence[str]) -> list[str]:
    return [shortened(name, _LONGEST_NAME) for name in names[:_MOST_NAMED]]


def _quoted(names: Sequence[str]) -> str:
    more = [f"nog {len(names) - _MOST_NAMED}"] if len(names) > _MOST_NAMED else []
    return dutch.enumerate_words([*(f"‘{name}’" for name in _short(names)), *more])
