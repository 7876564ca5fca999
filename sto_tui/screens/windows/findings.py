"""The findings of a place as a window: by how serious they are, and apart those that were set aside."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from sto_tui.acts import FINDINGS
from sto_tui.domain import dutch
from sto_tui.domain.set_aside import SetAside
from sto_tui.planning.checks.finding import Finding, Level
from sto_tui.screens.windows.list_window import ListWindow
from sto_tui.widgets.raster import Run
from sto_tui.widgets.record_list import Column, Row

COUNT_AGAIN = "Weer meetellen"
SetAsideFinding = tuple[Finding, SetAside]
_MARKS: Mapping[Level, Run] = {
    Level.FOUT: ("!", "error"),
    Level.ONTBREEKT: ("?", "hint"),
    Level.WAARSCHUWING: ("?", "hint"),
    Level.TIP: ("·", "muted"),
}
if unmarked := set(Level) - set(_MARKS):
    raise RuntimeError(f"how are these levels marked? {sorted(unmarked)}")


class FindingsWindow(ListWindow[Finding]):
    """Closes with the finding to go to. `shown` gives those that are open and those that were set aside."""

    where = FINDINGS

    def __init__(
        self,
        name: str,
        shown: Callable[[], tuple[Sequence[Finding], Sequence[SetAsideFinding]]],
        set_aside: Callable[[Finding], None],
        take_back: Callable[[SetAside], None],
        *,
        read_only: str,
    ) -> None:
        super().__init__(f"Meldingen bij {name}", (), (Column("", 1), Column("", wrap=True)))
        self._shown = shown
        self._set_aside = set_aside
        self._take_back = take_back
        self._read_only = read_only
        self._asides: Mapping[Finding, SetAside] = {}

    def fill(self) -> None:
        """The findings as they are now."""
        still_open, aside = self._shown()
        finding, place, was_aside = self._list.current_key, self._list.cursor, self._list.current_key in self._asides
        self._asides = dict(aside)
        rows = [*open_rows(still_open), *aside_rows(aside)]
        self._list.show(rows or [Row(("Geen meldingen. Wat hier staat klopt met elkaar.",), kind="note")])
        if finding is not None and was_aside != (finding in self._asides):
            # The next one comes in its place: the cursor does not follow it to another group.
            self._list.move_to(min(place, len(rows) - 1))
        self.show_keys()

    @property
    def called_here(self) -> Mapping[str, str]:
        """One that was set aside counts again."""
        return {"set_aside": COUNT_AGAIN} if self._list.current_key in self._asides else {}

    def on_screen_resume(self) -> None:
        """Back from the form of a reason."""
        if self._list.is_mounted:
            self.fill()

    def complain(self, sentence: str) -> None:
        """Says why something is not done."""
        self._bar.say(sentence)

    def why_not(self, id: str) -> str:
        """Without a finding there is nothing to set aside, and a dossier that is only read keeps no reasons."""
        if id != "set_aside":
            return ""
        return self._read_only or ("" if self._list.current else "Er is geen melding om opzij te zetten.")

    def on_raster_chosen(self) -> None:
        """A second click chooses."""
        self.act_choose()

    def act_choose(self) -> None:
        """Closes with the finding of the cursor."""
        self.dismiss(self._list.current_key)

    def act_set_aside(self) -> None:
        """Asks why a finding may stay so, or lets one that was set aside count again."""
        finding = self._list.current_key
        if aside := self._asides.get(finding):
            self._take_back(aside)
            self.fill()
            stays = finding in self._asides
            self._bar.say("Er is niets gewijzigd." if stays else "Deze melding telt weer mee.", error=stays)
        else:
            self._set_aside(finding)


def open_rows(findings: Iterable[Finding]) -> Iterator[Row]:
    """Those that are open, under how many there are of each level."""
    by_level = {level: [finding for finding in findings if finding.level is level] for level in Level}
    for level, of_level in by_level.items():
        if of_level:
            yield Row((f"{dutch.capital(level.plural)} ({len(of_level)})",), kind="group")
        for finding in of_level:
            yield Row(
                (_MARKS[level], finding.message), key=finding, below=f"bron: {finding.source}", below_in_full=True
            )


def aside_rows(aside: Sequence[SetAsideFinding]) -> Iterator[Row]:
    """Those that were set aside, each with why, by whom and when."""
    if aside:
        yield Row((f"Opzijgezet ({len(aside)}); komt terug als de feiten veranderen",), kind="group")
    for finding, said in aside:
        when = f"; {said.by}, {dutch.short_date(said.set_aside_on)}" if said.set_aside_on else ""
        reason = " ".join(said.reason.split())
        yield Row(
            (("–", "muted"), (finding.message, "muted")),
            key=finding,
            below=f"reden: {reason}{when}",
            below_in_full=True,
        )
