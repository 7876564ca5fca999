"""Which version of the dossier is right, when another one stands in its file or none that can be read."""

from collections.abc import Callable, Collection
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dutch import count, decapital
from sto_tui.screens.host.dossier_file import FileTrouble
from sto_tui.session.copies import told_joined
from sto_tui.session.news import SessionNews
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.errors import DamagedError, LostError
from sto_tui.storage.file.lineage import APART, CopyRelation, Lineage, relation
from sto_tui.storage.file.newcomer import FileVersion, Newcomer, keys_since, region_of
from sto_tui.storage.file.paths import ending_as_dossier, file_to_make
from sto_tui.storage.store import DossierStore

if TYPE_CHECKING:
    from sto_tui.storage.apart.merging import Merge

LOOKS_BEFORE_SAYING = 3
"""A program that writes in place is left alone for as many seconds."""
LOOKED_THROUGH = 2_000
"""Lines of the history in which lost changes are looked for."""
CHOOSE = "Druk op ctrl+o:"
"""Stands in front: what does not fit in a small window is the end."""
_NOTHING_TO_JOIN = "Samenvoegen is niet nodig: een van beide heeft alles van de andere."


class SessionFile:
    """Says what happened to the file, keeps this session's version safe, and does what the person chooses."""

    def __init__(self, opened: Opened, news: SessionNews, changed: Callable[[], None]) -> None:
        self._opened = opened
        self._news = news
        self._changed = changed
        self._told: object = None
        self._said: list[str] = []
        self._refusals: list[str] = []
        self._asked = ""
        self._unreadable: NotSavedError | None = None
        self._looks = 0
        self._waiting: FileVersion | None = None
        self._said_farewell = False

    # What a look at the file brought.

    def cannot_be_read(self, error: NotSavedError) -> None:
        """The file is gone, damaged or closed to us. It may be whole again soon: then nothing was said."""
        self._looks += 1
        self._unreadable = error
        safe = self._safe()
        wrong = _what_is_wrong(error, self._opened.store.title)
        if self._looks >= LOOKS_BEFORE_SAYING and self._told != wrong:
            self._told = wrong
            self._say(f"{wrong} {safe}")

    def was_replaced(self, newcomer: Newcomer) -> None:
        """Another version stands there, without all that this session has."""
        self._unreadable, self._looks = None, 0
        if self._told is newcomer:
            return
        self._told = newcomer
        safe = self._safe()
        if not (newcomer.relation is CopyRelation.APART and self._was_joined(newcomer)):
            self._say(f"{CHOOSE} {decapital(newcomer.sentence)} {safe}")

    def _was_joined(self, newcomer: Newcomer) -> bool:
        """Brings both together when nobody has to choose anything for that."""
        session = self._opened.file
        assert session is not None
        try:
            merge = session.merge_with(newcomer.version)
            joined = merge.joined()
            if joined.asked or not merge.knows_start or merge.doubt:
                return False
            session.join(joined, newcomer.version)
        except NotSavedError:
            return False
        self._told = None
        self._take_back()
        self._changed()
        came = count(newcomer.new, "wijziging", "wijzigingen")
        # Not the key that takes back the last change: what is typed now may be saved before this is read.
        self._news.say(f"Andere kopie samengevoegd: {came}. Terugzetten kan met h.")
        return True

    def is_whole(self) -> None:
        """The file holds all that this session has; says so when it was said that it did not."""
        self._take_back()
        if self._told is not None:
            self._news.mention(f"{self._opened.store.title} is er weer.")
        if (self._told is not None or self._looks) and self._opened.file:
            self._opened.file.own_is_in_file()
        self._told, self._unreadable, self._looks = None, None, 0

    def welcome(self) -> None:
        """Says that a version of an earlier session waits for a choice."""
        file = self._opened.file
        self._waiting = file.waiting() if file else None
        if file and self._waiting is not None:
            told = decapital(_told_waiting(self._waiting, file.store.lineage))
            self._asked = f"{CHOOSE} {told}"
            self._news.insist(self._asked)

    # What the person is asked.

    @property
    def trouble(self) -> FileTrouble | None:
        """What is the matter; None when all is well."""
        file = self._opened.file
        if file is None:
            return None
        if file.store.newcomer is not None:
            return self._about_newcomer(file.store.newcomer, file.store)
        if self._unreadable is not None:
            why = (
                self._unreadable.why
                if isinstance(self._unreadable, DamagedError | LostError)
                else str(self._unreadable)
            )
            name = file.store.title
            return FileTrouble(
                why,
                f"Schrijft {name} zoals het op dit scherm staat.",
                why_not=dict.fromkeys(("join", "take"), f"Dat kan niet: {name} is nu niet te lezen."),
            )
        return self._about_waiting(self._waiting, file.store) if self._waiting else None

    @property
    def standing(self) -> str:
        """Why what is on the screen is not what is in the file, in a word or two; empty when it is, or for a moment."""
        file = self._opened.file
        if file and file.store.newcomer:
            return "kies: ctrl+o"
        if file is None or self._unreadable is None or self._looks < LOOKS_BEFORE_SAYING:
            return ""
        return "bestand weg" if isinstance(self._unreadable, LostError) else "niet te lezen"

    @property
    def address(self) -> str:
        """What opens it again; empty when none is open."""
        session = self._opened.session
        return session.address if session else ""

    @property
    def about(self) -> str:
        """What there is to know of it when nothing has to be chosen."""
        session = self._opened.session
        told = (session.refusal, session.own_states) if session else ()
        return " ".join(filter(None, told)) or "Met het bestand is niets aan de hand."

    def _about_newcomer(self, newcomer: Newcomer, store: DossierStore) -> FileTrouble:
        if newcomer.relation is CopyRelation.OTHER_DOSSIER:
            return self._about_other_dossier(newcomer.sentence, region_of(newcomer.version.tables))
        return FileTrouble(
            newcomer.sentence,
            put_back="De andere wordt ernaast bewaard.",
            take="Jouw versie wordt ernaast bewaard.",
            join=self._told_join(newcomer.version),
            brings=self._told_records(newcomer.version),
            why_not={"join": _NOTHING_TO_JOIN},
            lacks=self._labels(keys_since(store.lineage, newcomer.version.lineage)),
        )

    def _about_other_dossier(self, sentence: str, region: str, take: str = "") -> FileTrouble:
        """The dossier of another region in the place of ours, which is never merged with it and never written over."""
        own_file = f"Het dossier van {region} krijgt een eigen bestand hiernaast."
        return FileTrouble(
            sentence,
            put_back=own_file,
            take=take,
            asked=own_file,
            why_not={
                "join": f"Samenvoegen kan niet: dit is een ander dossier, van {region}.",
                "take": f"Zet met n eerst jouw dossier terug; dat van {region} open je dan uit zijn eigen bestand.",
            },
        )

    def _about_waiting(self, waiting: FileVersion, store: DossierStore) -> FileTrouble:
        ours = store.lineage
        if relation(ours, waiting.lineage) is CopyRelation.OTHER_DOSSIER:
            return self._about_other_dossier(
                _told_waiting(waiting, ours),
                region_of(store.tables),
                "De eigen versie blijft ernaast bewaard.",
            )
        return FileTrouble(
            _told_waiting(waiting, ours),
            put_back="Het dossier dat er nu staat wordt ernaast bewaard.",
            take="De eigen versie blijft ernaast bewaard.",
            join=self._told_join(waiting),
            brings=self._told_records(waiting),
            lacks=self._labels(keys_since(waiting.lineage, ours)),
        )

    def _labels(self, keys: Collection[str]) -> tuple[str, ...]:
        """What these changes were, newest first, as far as the history tells."""
        try:
            entries = list(islice(self._opened.store.history.entries(), LOOKED_THROUGH)) if keys else []
        except NotSavedError:
            return ()
        return tuple(entry.label for entry in entries if entry.key in keys)

    def join(self) -> str:
        """Brings both versions together. Raises NotSavedError."""
        session = self._opened.file
        assert session is not None
        store = session.store
        version = store.newcomer.version if store.newcomer else self._waiting
        if version is None:
            return ""
        session.join(session.merge_with(version).joined(), version)
        self._told, self._waiting = None, None
        self._chosen()
        self._changed()
        return told_joined(len(self._opened.dossier.unsettled), is_typing=self._news.is_typing)

    def put_back(self) -> str:
        """Puts this session's version, or that of the earlier one, in the file. Raises NotSavedError."""
        session = self._opened.file
        assert session is not None
        store = session.store
        if store.newcomer is not None:
            said = f"Jouw versie is teruggezet; {_told_kept(session.write_over(store.newcomer), 'de andere')}."
        elif self._unreadable is not None:
            aside = session.put_in_place(self._opened.now)
            said = f"Teruggezet.{f' Het oude bestand heet nu {aside}.' if aside else ''}"
        elif self._waiting is not None:
            said = f"De eigen versie is teruggezet; {_told_kept(session.put_back(self._waiting), 'wat er stond')}."
            self._waiting = None
            self._changed()
        else:
            return ""
        self._told, self._unreadable, self._looks = None, None, 0
        self._chosen()
        return said

    def take(self) -> str:
        """Goes on with what stands in the file. Raises NotSavedError."""
        session = self._opened.file
        assert session is not None
        store = session.store
        if store.newcomer is not None:
            dropped = session.take(store.newcomer)
            self._told = None
            self._chosen()
            self._changed()
            steps = f" {count(dropped, 'stap', 'stappen')} kun je niet meer ongedaan maken." if dropped else ""
            return f"Je werkt nu in de andere versie; de jouwe is ernaast bewaard.{steps}"
        if self._waiting is not None:
            session.pass_over(self._waiting)
            self._waiting = None
            self._chosen()
            return "Het dossier blijft zoals het is; de eigen versie is ernaast bewaard."
        return ""

    def save_as(self, typed: str) -> str:
        """Writes this session's version, or that of the earlier one, as a new file. Raises NotSavedError."""
        session = self._opened.file
        assert session is not None
        store = session.store
        name = ending_as_dossier(typed, store.folder)
        # Without a folder it belongs beside the dossier, wherever the program was started.
        target = file_to_make(str(store.folder / Path(name).expanduser()))
        is_of_now = store.newcomer is not None or self._unreadable is not None
        session.save_as(target, None if is_of_now else self._waiting)
        return f"De versie is bewaard als {target.name} in {target.parent}."

    def farewell(self) -> str:
        """What to know before closing, once; empty when there is nothing."""
        if self.trouble is None or self._said_farewell:
            return ""
        self._said_farewell = True
        return f"Er is nog niet gekozen welke versie geldt. {self._safe()} Nog eens ctrl+q sluit."

    def refused(self, sentence: str) -> None:
        """A save was refused with this sentence; when that is for the file it is so no longer than that lasts."""
        if self._unreadable is not None or (self._opened.file and self._opened.file.store.newcomer is not None):
            if self._said:
                # What is the matter is said again once nobody reads why the save was refused.
                self._news.keep(self._said[-1], error=True)
            self._refusals.append(sentence)
            self._looks = max(self._looks, LOOKS_BEFORE_SAYING)

    def _say(self, sentence: str) -> None:
        """Says what is the matter, until it no longer is; why a save was refused is as true as it was."""
        self._forget(self._said)
        self._said.append(sentence)
        self._news.insist(sentence)

    def _take_back(self) -> None:
        """What was said is no longer so: a place that was not in front does not say it any more."""
        self._forget(self._said)
        self._forget(self._refusals)

    def _forget(self, sentences: list[str]) -> None:
        for sentence in sentences:
            self._news.forget(sentence)
        sentences.clear()

    def _chosen(self) -> None:
        """Which version is right is no longer asked either."""
        self._take_back()
        if self._asked:
            self._news.forget(self._asked)
        self._asked = ""

    def _safe(self) -> str:
        session = self._opened.file
        kept = session.keep_own() if session else None
        return "Jouw versie is veilig." if kept else "Jouw versie staat alleen nog op dit scherm."

    def _told_join(self, version: FileVersion) -> str:
        """What bringing both together does; empty when that cannot be, or when one of them has it all."""
        from sto_tui.storage.apart.words import told_effect

        merge = self._merge(version)
        if merge is None:
            return ""
        lines = [merge.doubt.removesuffix("."), *told_effect(merge.joined(), merge.region)]
        return "; ".join(line for line in lines if line) or "Er komt niets bij."

    def _told_records(self, version: FileVersion) -> tuple[str, ...]:
        """The same by name."""
        from sto_tui.storage.apart.words import told_records

        merge = self._merge(version)
        return tuple(told_records(merge.joined(), self._opened.dossier)) if merge else ()

    def _merge(self, version: FileVersion) -> "Merge | None":
        """Both together; None when that cannot be, or when one of them has it all."""
        session = self._opened.file
        if session is None or relation(session.store.lineage, version.lineage) not in APART:
            return None
        try:
            merge = session.merge_with(version)
            merge.joined()
        except NotSavedError:
            return None
        return merge


def _told_kept(file_name: str, what_stood_there: str) -> str:
    if file_name:
        return f"het andere dossier staat in {file_name}"
    return f"{what_stood_there} is ernaast bewaard"


def _told_waiting(waiting: FileVersion, file: Lineage) -> str:
    new = len(keys_since(waiting.lineage, file))
    lacks = f": {count(new, 'wijziging staat', 'wijzigingen staan')} niet in het dossier" if new else ""
    return f"Er ligt nog een eigen versie van eerder{lacks}."


def _what_is_wrong(error: NotSavedError, name: str) -> str:
    if isinstance(error, DamagedError):
        return f"{CHOOSE} {name} is beschadigd of nog half binnen."
    if isinstance(error, LostError):
        return f"{error.why} Opslaan kan weer zodra het er is."
    return str(error)
