"""`sto samenvoegen`: brings copies of one dossier that went apart together again, and makes the choices left open."""

from collections.abc import Sequence
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from sto_tui.command.asking import agreed, is_terminal
from sto_tui.command.asking import typed as answered
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store
from sto_tui.command.output import CommandError, remark, say
from sto_tui.domain.dutch import count
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.domain.dossier import Unsettled
    from sto_tui.storage.any_store import Store
    from sto_tui.storage.store import DossierStore

_NOT_TAKEN = "Er is niets samengevoegd."
_MOST_QUESTIONS = 3


def merge(
    typed: str, other_copies: Sequence[str], caller: Caller, *, start: str | None = None, without_asking: bool
) -> int:
    """Takes in other copies, one after the other: 0 all done, 1 something left to choose, or not taken.

    `start` is a version of before all of them, when somebody has it.

    Raises DossierError or CommandError; what was taken in before that stays.
    """
    store = open_store(typed, caller, to_change=True)
    asks = not without_asking and is_terminal()
    start_file = file_to_read(start) if start else None
    for typed_path in other_copies:
        if not _take_in(store, file_to_read(typed_path), start_file, asks=asks, without_asking=without_asking):
            return 1
    return choose(store, caller, f"sto samenvoegen {quote(typed)}", asks=asks)


def choose(store: "Store", caller: Caller, command: str, *, asks: bool) -> int:
    """Asks what was left open; 1 when that still is something, with the command that asks it again."""
    if asks:
        _ask(store, caller)
    left = len(store.dossier.unsettled)
    if left:
        stands = "staat" if left == 1 else "staan"
        remark(f"Er {stands} nog {count(left, 'keuze', 'keuzes')} open. Kies op een terminal met: {command}")
    return int(bool(left))


def merge_for_git(base: str, ours: str, theirs: str, name: str) -> int:
    """Merges for git: what comes of it stands in `ours`; 0 when it is whole, 1 with choices left open.

    `base` is empty when both sides added the file. Touches nothing but `ours`. Raises DossierError.
    """
    from sto_tui.storage.apart.common_start import CommonStart
    from sto_tui.storage.apart.merging import Merge
    from sto_tui.storage.file.codec import encode
    from sto_tui.storage.file.dossier_copy import read_copy
    from sto_tui.storage.file.durable_write import write_durably

    place = Path(name or "dossier.sto.json")
    base_file, our_file, their_file = (file_to_read(typed) for typed in (base, ours, theirs))
    base_copy = read_copy(base_file, place) if base_file.stat().st_size else None
    start = CommonStart(base_copy.raw, base_copy.lineage.tip) if base_copy else None
    merge = Merge(read_copy(our_file, place), read_copy(their_file, place.with_name("de andere tak")), start)
    joined = merge.joined()
    write_durably(our_file, [encode(merge.file(joined))])
    if joined.unsettled:
        left = count(len(joined.unsettled), "keuze", "keuzes")
        remark(f"{place.name}: nog {left} te maken, met sto samenvoegen {quote(str(place))} of met C in het programma.")
    return int(bool(joined.unsettled))


def _take_in(
    store: "DossierStore", copy_path: Path, start_path: Path | None, *, asks: bool, without_asking: bool
) -> bool:
    """Brings one copy in; False when it was not taken."""
    from sto_tui.storage.apart.common_start import given_start
    from sto_tui.storage.apart.merging import Merge
    from sto_tui.storage.apart.words import told_merge
    from sto_tui.storage.file.dossier_copy import read_copy
    from sto_tui.storage.plans_along import bring_plans_along

    copy = read_copy(copy_path.resolve())
    if store.path.samefile(copy_path):
        raise CommandError(f"{copy_path} is het dossier zelf. Kies een andere kopie.")
    start = given_start(read_copy(start_path.resolve()), store.as_copy, copy) if start_path else None
    merge = Merge(store.as_copy, copy, start)
    joined = merge.joined()
    for line in told_merge(merge, joined):
        say(line)
    if joined.changes_anything and not merge.knows_start:
        remark("Heb je nog een versie van vóór die wijzigingen, voeg dan toe: --basis BESTAND")
    if not without_asking and joined.changes_anything:
        if not asks:
            remark(f"{_NOT_TAKEN} Voeg --ja toe om samen te voegen.")
            return False
        if not agreed():
            remark(_NOT_TAKEN)
            return False
    if not joined.is_known:
        store.join(joined)
    if not_along := bring_plans_along(store, copy.path):
        remark(not_along)
    if joined.is_known:
        return True
    if joined.changes_anything:
        say(f"Samengevoegd: {store.title} bevat nu ook de wijzigingen van {merge.their_name}.")
    if store.remark:
        remark(store.remark)
    return True


def _ask(store: "Store", caller: Caller) -> None:
    """Asks what was left open, until it is done or an empty answer."""
    from sto_tui.storage.apart.words import told_unsettled

    asked: set[object] = set()
    # One choice can settle another: nothing is asked about what it removed.
    while left := [unsettled for unsettled in store.dossier.unsettled if unsettled.key not in asked]:
        unsettled = left[0]
        asked.add(unsettled.key)
        wording = told_unsettled(unsettled, store.dossier)
        say(wording.about)
        for here_text, there_text in wording.differences or ((wording.here, wording.there),):
            say(_indented("h, hier: ", here_text))
            say(_indented(f"a, {wording.source}: ", there_text))
        if wording.can_both:
            say("  b, beide: de tekst van hier, en daaronder die van daar")
        letters = "hab" if wording.can_both else "ha"
        answer = _answer(
            f"Keuze {len(asked)} van {len(asked) + len(left) - 1}: {' of '.join(letters)}, leeg is later: ", letters
        )
        if answer:
            _settle(store, unsettled, caller, answer)


def _indented(head: str, text: str) -> str:
    return "  " + head + text.replace("\n", "\n     ")


def _answer(question: str, letters: str) -> str:
    for _ in range(_MOST_QUESTIONS):
        answer = answered(question).lower()[:1]
        if not answer or answer in letters:
            return answer
    return ""


def _settle(store: "Store", unsettled: "Unsettled", caller: Caller, answer: str) -> None:
    from sto_tui.domain.change import NotSavedError, Occasion
    from sto_tui.domain.merging.unsettled import keeping, keeping_both, settling

    occasion = Occasion(store.dossier, caller.today, caller.user)
    dossier = store.dossier
    try:
        if answer == "h":
            change = keeping(dossier, unsettled)
        else:
            change = (settling if answer == "a" else keeping_both)(dossier, unsettled, occasion)
        say(f"{store.settle(unsettled, change).label}.")
    except NotSavedError as error:
        remark(str(error))
