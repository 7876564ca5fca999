"""Other copies of the dossier that is open, and what is still to be chosen between them."""

from collections.abc import Callable, Mapping, Sequence

from sto_tui.domain.change import Occasion
from sto_tui.domain.dossier import Unsettled
from sto_tui.domain.dutch import count
from sto_tui.domain.merging.unsettled import keeping, keeping_both, settling
from sto_tui.screens.host.changing import CopyBeside, CopyChoice, CopyWay
from sto_tui.session.news import SessionNews
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.apart.beside import copies_beside, stamps_beside, useless_beside
from sto_tui.storage.file.dossier_copy import DossierCopy, read_copy
from sto_tui.storage.file.errors import DossierError

_BESIDE = "Druk op C: naast dit dossier ligt een kopie met ander werk."


class SessionCopies:
    """Brings copies in; `changed` is called when the dossier is another one."""

    def __init__(self, opened: Opened, news: SessionNews, changed: Callable[[], None]) -> None:
        self._opened = opened
        self._news = news
        self._changed = changed
        self._copies: Mapping[str, DossierCopy] = {}
        self._stamps: Mapping[str, tuple[int, int]] = {}
        self._told: set[str] = set()

    @property
    def notice(self) -> str:
        """What someone who opens the dossier has to know of it; empty when there is nothing."""
        sentences = []
        self._told.clear()
        if self._new_beside():
            sentences.append(_BESIDE)
        if left := len(self._opened.dossier.unsettled):
            stands = "staat" if left == 1 else "staan"
            sentences.append(f"Druk op C: er {stands} nog {count(left, 'keuze', 'keuzes')} open.")
        return " ".join(sentences)

    def look(self) -> None:
        """Says that a copy came to lie beside the dossier while it is open."""
        file = self._opened.file
        if file is None or self._opened.is_out_of_reach or file.store.newcomer:
            return
        stamps = stamps_beside(file.store.path)
        if stamps != self._stamps:
            self._stamps = stamps
            if self._new_beside():
                self._news.insist(_BESIDE, error=False)

    def _new_beside(self) -> bool:
        """Whether a copy lies there that was not there, or was another, at the last look."""
        if self._opened.file is None:
            return False
        store = self._opened.file.store
        tips = {copy.lineage.tip for copy in copies_beside(store.as_copy)}
        is_new = bool(tips - self._told)
        self._told |= tips
        self._stamps = stamps_beside(store.path)
        return is_new

    def choices(self) -> Sequence[CopyChoice]:
        """What is still to be chosen."""
        return list(self._choices())

    def _choices(self) -> Mapping[CopyChoice, Unsettled]:
        from sto_tui.storage.apart.words import told_unsettled

        dossier = self._opened.dossier
        choices = {}
        for unsettled in dossier.unsettled:
            wording = told_unsettled(unsettled, dossier)
            choice = CopyChoice(
                wording.about,
                wording.here,
                wording.there,
                wording.source,
                _removed(unsettled),
                wording.differences,
                wording.can_both,
            )
            choices[choice] = unsettled
        return choices

    def settle(self, choice: CopyChoice, way: CopyWay) -> str:
        """Makes a choice, and says so. Raises NotSavedError."""
        unsettled = self._choices().get(choice)
        if unsettled is None:
            return "Deze keuze is intussen gemaakt."
        store = self._opened.store
        occasion = Occasion(store.dossier, self._opened.today, self._opened.user)
        dossier = store.dossier
        if way is CopyWay.HERE:
            change = keeping(dossier, unsettled)
        else:
            made = settling if way is CopyWay.THERE else keeping_both
            change = made(dossier, unsettled, occasion)
        settled = store.settle(unsettled, change)
        self._changed()
        return f"{settled.label}."

    def beside(self) -> Sequence[CopyBeside]:
        """The copies beside the dossier that have something that it lacks."""
        from sto_tui.storage.apart.merging import Merge
        from sto_tui.storage.apart.words import told_effect, told_merge

        if self._opened.file is None or self._opened.is_out_of_reach:
            return ()
        shown, ours = [], self._opened.file.store.as_copy
        self._copies = {copy.path.name: copy for copy in copies_beside(ours)}
        for name, copy in self._copies.items():
            try:
                merge = Merge(ours, copy)
                joined = merge.joined()
                effect = merge.doubt or "; ".join(told_effect(joined, merge.region))
                shown.append(CopyBeside(name, effect, list(told_merge(merge, joined))))
            except DossierError as error:
                shown.append(CopyBeside(name, str(error), [str(error)]))
        return [*shown, *(CopyBeside(name, why, [why]) for name, why in useless_beside(ours))]

    def join(self, copy: CopyBeside) -> str:
        """Brings a copy in, and says so. Raises NotSavedError."""
        from sto_tui.storage.apart.merging import Merge
        from sto_tui.storage.plans_along import bring_plans_along

        store = self._opened.file_for("Een kopie samenvoegen").store
        # One that could not be read may be whole by now.
        other = self._copies.get(copy.name) or read_copy(store.path.with_name(copy.name))
        joined = Merge(store.as_copy, other).joined()
        store.join(joined)
        not_along = bring_plans_along(store, other.path)
        self._changed()
        if not joined.changes_anything:
            return not_along or "Samengevoegd; er kwam niets bij."
        told = told_joined(len(self._opened.dossier.unsettled), is_typing=False)
        return f"{told} {not_along}".strip()


def told_joined(left: int, *, is_typing: bool) -> str:
    """That copies were brought together, and how many choices that left; in a form a letter is no act."""
    choices = f"nog {count(left, 'keuze', 'keuzes')}"
    if is_typing:
        return f"Samengevoegd; {choices}, met C als dit formulier dicht is." if left else "Samengevoegd."
    return (
        f"Samengevoegd. Druk op C: {choices}; z maakt het ongedaan." if left else "Samengevoegd; z maakt het ongedaan."
    )


def _removed(unsettled: Unsettled) -> CopyWay | None:
    if unsettled.other:
        return None
    return CopyWay.HERE if unsettled.is_removed_here else CopyWay.THERE
