"""The parts of a session without a terminal: a screen that is made up hears what they say and ask."""

import os
from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.change import changing
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import VisionSection
from sto_tui.places import Place
from sto_tui.session.changes import SessionChanges
from sto_tui.session.colours import SessionColours
from sto_tui.session.dossier_file import LOOKS_BEFORE_SAYING, SessionFile
from sto_tui.session.following_file import Following
from sto_tui.session.front_protocol import KeptTyping, OpenForm
from sto_tui.session.news import SessionNews
from sto_tui.session.others import SessionOthers
from sto_tui.session.recovery import SessionRecovery
from sto_tui.session.unfinished_typing import SessionTyping
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.open_dossier import DamagedFile, Session, open_session
from tests.conftest import clock

FIRST = Ref("vision", 1)
STATE = {"typed": {"text": "Nog niet af"}, "new": ["Nog niet af"]}


@dataclass
class Edited:
    ref: Ref | None = FIRST

    def about(self) -> dict[str, Any]:
        return {"table": "vision", "id": 1, "base": {}, "values": {}, "name": "het eerste onderdeel"}


@dataclass
class MadeUpForm:
    edited: Edited | None = field(default_factory=Edited)
    altered: bool = True
    heard: list[str] = field(default_factory=list)

    def level(self) -> Mapping[str, Any]:
        return STATE

    def complain(self, sentence: str) -> None:
        self.heard.append(sentence)

    def hear(self, message: str) -> None:
        self.heard.append(message)


@dataclass
class MadeUpFront:
    """A place, or with forms over it a window."""

    forms: list[OpenForm] = field(default_factory=list)
    said: list[tuple[str, bool]] = field(default_factory=list)
    later_on: list[Callable[[], Awaitable[None]]] = field(default_factory=list)
    resumed: list[tuple[Place, Mapping[str, Any]]] = field(default_factory=list)
    chosen: int | None = 0

    def say(self, message: str, *, error: bool) -> bool:
        if not self.forms:
            self.said.append((message, error))
        return not self.forms

    def hear(self, message: str) -> None:
        self.forms[-1].hear(message)

    def update_header(self) -> None:
        pass

    def later(self, act: Callable[[], Awaitable[None]]) -> None:
        self.later_on.append(act)

    def offer(
        self, kept: Sequence[KeptTyping], chosen: Callable[[int | None], None], forget: Callable[[int], None]
    ) -> None:
        chosen(self.chosen)

    async def resume(self, place: Place, state: Mapping[str, Any]) -> bool:
        self.resumed.append((place, state))
        return True

    @contextmanager
    def suspended(self) -> Iterator[None]:
        yield


class Parts:
    """What follows a file, on a screen that is made up."""

    def __init__(self, path: Path) -> None:
        self.front = MadeUpFront()
        self.opened = Opened(Session(path, "jan", clock, path.parent / "instellingen"), "jan", clock)
        self.news = SessionNews(self.front)
        self.typing = SessionTyping(self.opened, self.front, self.news)
        self.others = SessionOthers(self.opened, self.front, self.news, self.typing)
        self.changed = 0
        self.file = SessionFile(self.opened, self.news, self._count)
        self.following = Following(self.opened, self.front, self.news, self.typing, self.others, self.file, self._count)

    def _count(self) -> None:
        self.changed += 1


def written_by_anja(path: Path) -> None:
    store = DossierStore.open(path, "anja", clock)
    section = store.dossier.of(VisionSection)[1]
    store.apply(changing(store.dossier, section, section.changed(text="Anders")))


def test_what_another_wrote_is_taken_in_and_said_at_the_place(example: Path) -> None:
    parts = Parts(example)
    written_by_anja(example)
    parts.following.poll()
    assert parts.opened.dossier.of(VisionSection)[1].text == "Anders"
    assert parts.changed == 1
    ((message, error),) = parts.front.said
    assert "anja" in message
    assert not error


def test_the_form_of_the_record_hears_that_another_wrote_it(example: Path) -> None:
    parts, form = Parts(example), MadeUpForm()
    parts.front.forms.append(form)
    written_by_anja(example)
    parts.following.poll()
    assert form.heard == ["anja wijzigde dit ook; wat jij typt blijft staan."]
    assert parts.news.take() == ("", False)


def test_what_is_said_over_a_window_waits_for_the_place_and_is_told_once() -> None:
    front, form = MadeUpFront(), MadeUpForm()
    front.forms.append(form)
    news = SessionNews(front)
    news.say("Een.")
    news.say("Twee.", error=True)
    assert form.heard == ["Een.", "Twee."]
    assert news.take() == ("Een. Twee.", True)
    assert news.take() == ("", False)


def test_a_spoilt_file_is_said_once_and_put_back_when_it_stays_so(example: Path) -> None:
    parts = Parts(example)
    whole = parts.opened.dossier
    example.write_text("{")
    for _ in range(LOOKS_BEFORE_SAYING - 1):
        parts.following.follow_file()
    assert parts.front.said == [], "a sync program may be writing"
    for _ in range(2):
        parts.following.follow_file()
    ((said, error),) = parts.front.said
    assert error
    assert said == ("regio.sto.json is beschadigd of nog half binnen. Druk op ctrl+o. Jouw versie is veilig.")
    assert parts.file.put_back().startswith("Teruggezet.")
    assert DossierStore.open(example, "anja", clock).dossier.of(VisionSection) == whole.of(VisionSection)


async def test_typing_that_was_kept_is_gone_on_with_at_its_place(example: Path) -> None:
    earlier = Parts(example)
    earlier.front.forms.append(MadeUpForm())
    earlier.typing.keep()
    (kept,) = (example.parent / "regio.sto.d" / "onafgemaakt").iterdir()
    kept.write_bytes(kept.read_bytes().replace(f'"pid":{os.getpid()}'.encode(), b'"pid":99999999'))
    kept.rename(kept.with_name("eerder.json"))
    later = Parts(example)
    later.typing.offer()
    (resume,) = later.front.later_on
    await resume()
    ((place, state),) = later.front.resumed
    assert place is Place.REGIOVISIE
    assert state["levels"] == [STATE]


def test_a_change_is_taken_back_and_says_what_it_was(example: Path) -> None:
    parts = Parts(example)
    changes = SessionChanges(parts.opened, parts._count)
    assert changes.undo() == changes.why_no_undo() == "Er is in deze sessie nog niets gewijzigd."
    section = parts.opened.dossier.of(VisionSection)[1]
    done = changes.apply(changing(parts.opened.dossier, section, section.changed(text="Anders")))
    assert changes.undo() == f"Ongedaan gemaakt: {done.label}."
    assert parts.opened.dossier.of(VisionSection)[1].text == section.text
    assert changes.redo() == f"Opnieuw gedaan: {done.label}."
    assert parts.changed == 4


def test_a_version_takes_the_place_of_a_damaged_file(example: Path) -> None:
    Session(example, "jan", clock, example.parent).enter()
    example.write_text("{")
    found = open_session(example, "jan", clock, example.parent)
    assert isinstance(found, DamagedFile)
    opened, news, shown = Opened(found, "jan", clock), SessionNews(MadeUpFront()), []
    recovery = SessionRecovery(opened, news, lambda: shown.append("eerste plaats"))
    recovery.put_in_place(0)
    assert opened.damaged is None
    assert opened.dossier.of(VisionSection)
    assert news.take() == ("Teruggezet; het beschadigde bestand staat ernaast.", False)
    assert shown == ["eerste plaats"]


@dataclass
class Themed:
    theme: str


def test_the_wall_is_light_and_afterwards_the_theme_is_that_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STO_CONFIG_DIR", str(tmp_path))
    themed = Themed("donker")
    colours = SessionColours(themed, ["licht", "donker", "ansi"], {"donker": "licht"})
    colours.on_the_wall(begin=True)
    assert themed.theme == "licht"
    colours.on_the_wall(begin=False)
    assert themed.theme == "donker"
    assert [colours.switch() for _ in range(3)] == ["ansi", "licht", "donker"]
