"""The room of a meeting: the code that people type, the longer secret in the QR code, and the key behind both.

All that is needed to go on after a crash. A phone is known again by what it carries; stored is only which phones do not
count, as marks that no one else can make or read.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sto_tui.frozen import frozen

LETTERS = "BCDFGHJKMNPQRTVWXYZ2346789"
"""Capitals and digits without look-alikes, and without vowels, so that no words arise."""
CODE, SECRET = 6, 16
GROUP = 3
KEY_BYTES = 32
MARK_BYTES = 12
HIGHEST_PORT = 65535
MARK_OF_MUTED = 32
MOST_MUTED = 300
MOST_SECONDS = 12 * 3600
"""A room is not taken up again after so long, and a phone forgets it."""

Below = Callable[[int], int]
"""A random number below another one."""


@frozen
class PhoneRoom:
    """`since` is when it was opened, in seconds; `muted` has a mark of each phone that does not count."""

    code: str
    secret: str
    key: bytes
    port: int
    since: float
    muted: tuple[str, ...] = ()

    def stored(self) -> dict[str, Any]:
        """In a form that can be stored."""
        about = {"code": self.code, "secret": self.secret, "key": self.key.hex()}
        return {**about, "port": self.port, "since": self.since, "muted": list(self.muted)}

    @property
    def grouped(self) -> str:
        """The code as people read it: `BCD FGH`."""
        return " ".join(self.code[place : place + GROUP] for place in range(0, len(self.code), GROUP))

    def new_token(self, below: Below) -> str:
        """What a phone carries from now on."""
        mark = f"{below(1 << 8 * MARK_BYTES):0{2 * MARK_BYTES}x}"
        return f"{mark}{self._sign('telefoon', mark)}"

    def is_token(self, token: str) -> bool:
        """Whether a phone was let in here; nobody else can make one."""
        mark = token[: 2 * MARK_BYTES]
        return _same(token, f"{mark}{self._sign('telefoon', mark)}")

    def is_code(self, typed: str) -> bool:
        """Whether this is the code that stands on the wall, however it was typed."""
        return _same(_plain(typed), self.code)

    def is_secret(self, typed: str) -> bool:
        """Whether this is what the QR code holds."""
        return _same(_plain(typed), self.secret)

    def form_key(self, token: str) -> str:
        """What stands in each form of a phone; a page of elsewhere does not know it."""
        return self._sign("formulier", token)

    def is_form_key(self, given: str, token: str) -> bool:
        """Whether a form was made for this phone."""
        return _same(given, self.form_key(token))

    def mutes(self, token: str) -> bool:
        """Whether what this phone gives does not count."""
        return self._sign("gedempt", token) in self.muted

    def muting(self, token: str, *, muted: bool) -> "PhoneRoom":
        """The room in which a phone does not count, or does again."""
        mark = self._sign("gedempt", token)
        others = tuple(one for one in self.muted if one != mark)
        return replace(self, muted=(*others, *[mark] * muted)[-MOST_MUTED:])

    def _sign(self, what: str, text: str) -> str:
        return hmac.new(self.key, f"{what}:{text}".encode(), hashlib.sha256).hexdigest()[:32]


def new_room(below: Below, now: float) -> PhoneRoom:
    """A room that nobody knows yet."""
    key = below(1 << 8 * KEY_BYTES).to_bytes(KEY_BYTES, "big")
    return PhoneRoom(_letters(below, CODE), _letters(below, SECRET), key, 0, now)


def _letters(below: Below, many: int) -> str:
    return "".join(LETTERS[below(len(LETTERS))] for _ in range(many))


def room_of(stored: Mapping[str, Any], now: float) -> PhoneRoom | None:
    """A room as it was kept; None when that cannot be read, or when it was too long ago."""
    try:
        room = PhoneRoom(
            str(stored["code"]),
            str(stored["secret"]),
            bytes.fromhex(stored["key"]),
            int(stored["port"]),
            float(stored["since"]),
            _marks(stored.get("muted", ())),
        )
    except (KeyError, TypeError, ValueError):
        return None
    whole = len(room.code) == CODE and len(room.secret) == SECRET and len(room.key) == KEY_BYTES
    right = set(room.code + room.secret) <= set(LETTERS) and 0 < room.port <= HIGHEST_PORT
    return room if whole and right and 0 <= now - room.since < MOST_SECONDS else None


def _marks(stored: Sequence[Any]) -> tuple[str, ...]:
    """Raises ValueError for what is no mark."""
    marks = tuple(str(one) for one in stored)
    if len(marks) > MOST_MUTED or any(len(mark) != MARK_OF_MUTED or not mark.isalnum() for mark in marks):
        raise ValueError(marks)
    return marks


def _plain(typed: str) -> str:
    """A code without blanks and dashes, in capitals."""
    return "".join(typed.split()).replace("-", "").upper()


def _same(given: str, right: str) -> bool:
    """Takes as long for nearly right as for wrong."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), right.encode())
