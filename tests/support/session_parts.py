"""The parts of a session that follow a file, on a screen that is made up and hears what they say and ask."""

from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.session.dossier_file import SessionFile
from sto_tui.session.following_file import Following
from sto_tui.session.front_protocol import KeptTyping, OpenForm
from sto_tui.session.news import SessionNews
from sto_tui.session.others import SessionOthers
from sto_tui.session.unfinished_typing import SessionTyping
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.together.open_dossier import Session
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
    stands: bool = False

    def let_stand(self) -> None:
        self.stands = True

    def say(self, message: str, *, error: bool) -> bool:
        if not self.forms:
            self.said.append((message, error))
        return not self.forms

    def hear(self, message: str) -> None:
        self.forms[-1].hear(message)

    def forget(self, message: str) -> None:
        self.said = [said for said in self.said if said[0] != message]

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
