"""What a removal takes along, and what stays without it: the same counts before and after."""

from collections.abc import Iterator, Sequence

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.record import Ref
from sto_tui.domain.text import shortened
from sto_tui.frozen import frozen

_MOST_NAMED, _ONE_LINE = 3, 56


@frozen
class Removal:
    """What hangs on a record that is removed: what goes with it, and what stays and no longer refers to it."""

    along: Sequence[Ref]
    loose: Sequence[Ref]

    @property
    def touches_others(self) -> bool:
        """Whether anything else changes."""
        return bool(self.along or self.loose)

    def told(self, dossier: Dossier) -> Iterator[str]:
        """What a question names: the first few of each, and how many there are."""
        for refs, words in ((self.along, "Gaat mee weg"), (self.loose, "Blijft, en staat dan los hiervan")):
            if refs:
                yield f"{words} ({_counted(refs)}):"
                yield from (shortened(dossier.name(ref), _ONE_LINE) for ref in refs[:_MOST_NAMED])
                if len(refs) > _MOST_NAMED:
                    yield f"en nog {len(refs) - _MOST_NAMED}"

    @property
    def said(self) -> str:
        """What is said afterwards, behind what was removed."""
        along = f"; {_counted(self.along)} ging mee weg" if len(self.along) == 1 else ""
        along = f"; {_counted(self.along)} gingen mee weg" if len(self.along) > 1 else along
        loose = f"; {_counted(self.loose)} staat nu los" if len(self.loose) == 1 else ""
        return along + (f"; {_counted(self.loose)} staan nu los" if len(self.loose) > 1 else loose)


def removal_in(dossier: Dossier, change: Change) -> Removal:
    """What the change that removes its first record does to others in the dossier before it."""
    _, *others = change.edits
    gone = [edit.ref for edit in change.edits if edit.after is None]
    referring = {owner.at(None) for ref in gone for owner in dossier.referrers(ref)}
    return Removal(
        tuple(gone[1:]),
        tuple(edit.ref for edit in others if edit.after is not None and edit.ref in referring),
    )


def _counted(refs: Sequence[Ref]) -> str:
    return count(len(refs), "regel", "regels")
