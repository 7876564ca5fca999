"""Handing in the plan that is open, and what changed since."""

from collections.abc import Callable
from datetime import date

from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.handed_in.comparison import Comparison, compared, handed_in_unchanged
from sto_tui.planning.handed_in.handing_in import handing_in
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.handed_in import stamp_of
from sto_tui.storage.handing_in import hand_in, handed_in_dossier


class SessionHandedIn:
    """Reads a kept plan once, as long as its file stays the same; `changed` is called when the dossier is another."""

    def __init__(self, opened: Opened, changed: Callable[[], None]) -> None:
        self._opened = opened
        self._changed = changed
        self._kept: tuple[object, Dossier] | None = None

    @property
    def why_not(self) -> str:
        """Why a plan cannot be handed in: it is kept word for word in the file that others have too."""
        return "" if self._opened.file else self._opened.only_in_a_file("Indienen")

    def hand_in(self, period: int, day: date, version: str) -> Change:
        """Keeps the plan of a period word for word, and notes that it was handed in. Raises NotSavedError."""
        store, today = self._opened.file_for("Indienen").store, self._opened.today
        plan = store.dossier.of(PlanPeriod).get(period)
        if plan is None:
            raise NotSavedError("Deze planperiode is er niet meer. Er is niets ingediend.")

        def change_for(now: Dossier, file: str, digest: str) -> Change:
            return handing_in(now, period, day, version, today=today, file=file, hash=digest)

        label = plan.label
        done = store.writing.do(lambda: hand_in(store, label, day, change_for))
        self._changed()
        return done

    def compared(self) -> Comparison:
        """What changed since the newest plan of the period that is shown was handed in."""
        return compared(self._opened.dossier, self._read, self._opened.today)

    def unchanged(self, period: int) -> Submission | None:
        """The plan of a period that was handed in last, when the one of now says the same."""
        return handed_in_unchanged(self._opened.dossier.seen_in(period), self._read)

    def _read(self, submission: Submission) -> Dossier:
        path = self._opened.store.place
        if self._opened.is_out_of_reach:
            raise NotSavedError(f"De schijf met {self._opened.store.title} antwoordt niet. Kijk straks nog eens.")
        stamp = stamp_of(path, submission.file)
        about = (path, submission.file, submission.hash, stamp)
        if self._kept is None or self._kept[0] != about or stamp is None:
            self._kept = (about, handed_in_dossier(path, submission))
        return self._kept[1]
