"""What a phone sent, by the names of the fields on its page."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from sto_tui.frozen import frozen
from sto_tui.phones.message import Request
from sto_tui.phones.page import VOTES_FOR

MOST_FIELDS = 620
"""Those of a vote on 600 answers, and some: without a script each answer sends its field, with no votes too."""
LONGEST_NUMBER = 16
"""Digits of the largest id."""


@frozen
class Form:
    """What a phone sent, by the name of the field."""

    fields: Mapping[str, str]

    def text(self, name: str) -> str:
        """As it was typed."""
        return self.fields.get(name, "")

    def number(self, name: str) -> int:
        """A whole number that is not too long; else 0."""
        return _whole(self.fields.get(name, ""))

    @property
    def votes(self) -> Mapping[int, int]:
        """The votes that were given, by the id of the answer."""
        ids = ((name, _whole(name.removeprefix(VOTES_FOR))) for name in self.fields if name.startswith(VOTES_FOR))
        return {id: self.number(name) for name, id in ids if id and self.number(name)}


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST_NUMBER else 0


def form_of(request: Request) -> Form | None:
    """What a form holds; None when it is none, or holds a name twice."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/x-www-form-urlencoded":
        return None
    try:
        pairs = parse_qsl(
            request.body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=MOST_FIELDS
        )
    except ValueError:
        return None
    fields = dict(pairs)
    return Form(fields) if len(fields) == len(pairs) else None
