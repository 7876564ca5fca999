"""What comes from a phone and what goes back, without a socket."""

from collections.abc import Mapping

from sto_tui.frozen import frozen
from sto_tui.phones.page import POLICY

HTML = "text/html; charset=utf-8"
ALWAYS = (
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    # With no-referrer a browser sends `Origin: null` with a form, and the check of the origin would refuse it.
    ("Referrer-Policy", "same-origin"),
    ("Content-Security-Policy", POLICY),
)


@frozen
class Request:
    """A request that was well-formed: names of headers in small letters, each of them once."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes
    peer: str


@frozen
class Reply:
    """What goes back. With a `ticket` it goes once the entry of that number is on disk, and not before."""

    status: int
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()
    ticket: int = 0


def page_reply(text: str, status: int = 200) -> Reply:
    """A page."""
    return Reply(status, text.encode(), (("Content-Type", HTML),))


def to_the_page(cookie: str = "", ticket: int = 0) -> Reply:
    """Everything that is done ends on the page: to load it again sends nothing twice."""
    headers = (("Location", "/"), *((("Set-Cookie", cookie),) if cookie else ()))
    return Reply(303, headers=headers, ticket=ticket)
