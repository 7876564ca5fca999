"""What stands in another place than where it was sent."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sto_tui.domain.dutch import count
from sto_tui.domain.text import shortened
from sto_tui.intake.returned_draft.field_form import lenient
from sto_tui.intake.returned_draft.fields_back import FieldsBack
from sto_tui.intake.returned_draft.layout import SentLayout
from sto_tui.intake.returned_draft.matching import Match, in_order
from sto_tui.intake.returned_draft.returned import LooseKind, LooseText
from sto_tui.intake.returned_draft.word_body import BodyUnit

_LONGEST = 80


def moved_units(
    layout: SentLayout, units: Sequence[BodyUnit], matches: Mapping[int, Match], fields: FieldsBack
) -> Iterator[LooseText]:
    """Rows and headings that stand in another order, what moved together in one line.

    Paragraphs of a field are its text, which tells it. What says the same as something else may be that.
    """
    times = Counter(unit.texts for unit in layout.sent.units)
    pairs = [
        (new, match.sent)
        for new, match in sorted(matches.items())
        if match.sent not in layout.prose
        and (layout.sent.units[match.sent].marks or times[layout.sent.units[match.sent].texts] == 1)
    ]
    stayed = set(in_order(pairs))
    for group in _together([pair for pair in pairs if pair not in stayed]):
        first, sent = group[0]
        others = count(len(group) - 1, "regel", "regels")
        more = f", en {others} daaronder" if len(group) > 1 else ""
        above = _name(units[first - 1]) if first else "het begin"
        text = f"‘{_name(units[first])}’{more} staat nu onder ‘{above}’"
        beside = layout.of_unit.get(sent, ())
        near = layout.sent.fields[beside[0]].address if beside else ""
        authors = tuple(dict.fromkeys(name for new, _ in group for name in units[new].authors))
        yield LooseText(LooseKind.MOVED, text, "", fields.places[first], near, authors, fields.chapters[first])


def _together(pairs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Pairs that follow each other in both orders."""
    group: list[tuple[int, int]] = []
    for new, sent in pairs:
        if group and not (group[-1][0] < new <= group[-1][0] + 2 and group[-1][1] < sent <= group[-1][1] + 2):
            yield group
            group = []
        group.append((new, sent))
    if group:
        yield group


def _name(unit: BodyUnit) -> str:
    return shortened(" · ".join(filter(None, map(lenient, unit.texts))), _LONGEST)
