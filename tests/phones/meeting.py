"""A room with phones in it, without a socket: a clock that is turned by hand, and chance that is the same each time."""

import re
from collections.abc import Mapping
from random import Random
from urllib.parse import urlencode

from sto_tui.phones.desk import Desk
from sto_tui.phones.message import Reply, Request
from sto_tui.phones.room import Below, PhoneRoom, new_room
from sto_tui.phones.stand import AnswerOnPage, AskedOfPhones, Stand

HERE = "192.168.1.5:8080"
COLLECTING = Stand(AskedOfPhones.ANSWER, 7, "Wat kan beter?", 4)
IDEAS = (AnswerOnPage(31, 1, "Ouders <uitnodigen>"), AnswerOnPage(32, 2, "Eerder beginnen"))
VOTING = Stand(AskedOfPhones.VOTE, 7, "Wat kan beter?", 4, 3, IDEAS)
OWN_VOTES = Stand(AskedOfPhones.VOTE, 7, "Wat kan beter?", 0, 3, IDEAS, per_person=True)
SCORING = Stand(AskedOfPhones.SCORE, 8, "De samenwerking ging goed.", 4)


class Meeting:
    """The desk of it."""

    def __init__(self, stand: Stand = COLLECTING, below: Below | None = None) -> None:
        self.now = 1000.0
        below = below or Random(1).randrange
        self.room = new_room(below, self.now)
        self.kept: list[PhoneRoom] = []
        self.desk = Desk(self.room, HERE, lambda: self.now, below, self.kept.append)
        self.desk.show(stand)
        self._on_disk: list[object] = []

    def ask(
        self,
        target: str,
        form: Mapping[str, object] | None = None,
        headers: Mapping[str, str] | None = None,
        peer: str = "192.168.1.20",
    ) -> Reply:
        about = {"host": HERE, "content-type": "application/x-www-form-urlencoded", **(headers or {})}
        body = urlencode(form).encode() if form is not None else b""
        return self.desk.handle(Request("GET" if form is None else "POST", target, about, body, peer))

    def save(self) -> bool:
        """Writes what the wall would write now; whether there was something."""
        entries = self.desk.inbox.next()
        self.desk.inbox.written(entries)
        self._on_disk += entries.values()
        return bool(entries)

    def written(self) -> list[object]:
        """What was written since the last time, and now."""
        self.save()
        entries, self._on_disk = self._on_disk, []
        return entries


class AtTable:
    """A phone that was let in."""

    def __init__(self, meeting: Meeting) -> None:
        self.meeting = meeting
        reply = meeting.ask(f"/{meeting.room.secret}")
        self.cookie = dict(reply.headers)["Set-Cookie"].partition(";")[0]

    def ask(self, target: str, form: Mapping[str, object] | None = None) -> Reply:
        return self.meeting.ask(target, form, {"cookie": self.cookie})

    @property
    def page(self) -> str:
        """The page as it is now."""
        return self.ask("/").body.decode()

    def sends(self, path: str, **fields: object) -> str:
        """Fills in the form of the page, sends it, and reads what the page says then."""
        hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', self.page))
        reply = self.ask(path, hidden | fields)
        assert reply.status == 303, (reply.status, reply.body)
        return self.says()

    def says(self) -> str:
        """The message on the page, once all that came in is on disk."""
        while self.meeting.save():
            pass
        found = re.search(r"<p id=m role=status>(.*?)</p>", self.page)
        assert found
        return found[1]
