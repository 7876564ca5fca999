"""The head of a request, read strictly: what can be read in two ways is refused."""

import re

from sto_tui.frozen import frozen

MOST_HEAD, MOST_LINES, MOST_BODY, MOST_TARGET = 8192, 60, 16384, 200
"""Bytes; an answer of the longest kind takes three eighths of such a body, votes on 600 answers three quarters."""
_REQUEST = re.compile(rf"(GET|POST) (/[\x21-\x7e]{{0,{MOST_TARGET}}}) HTTP/1\.([01])")
# One way to read each character: with two for a blank, a line of blanks would hold up the app for seconds.
_HEADER = re.compile(r"([A-Za-z0-9!#$%&'*+.^_`|~-]+):([^\x00-\x08\x0a-\x1f\x7f]*)")
_LENGTH = re.compile(r"[0-9]{1,5}")
_NOT_HERE = ("transfer-encoding", "upgrade", "expect", "te", "trailer")


class RefusedError(Exception):
    """A request that is not taken; `status` says why."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


@frozen
class RequestHead:
    """What stands before the body; `length` is that of the body, `stays` whether the line may stay open."""

    method: str
    target: str
    headers: dict[str, str]
    length: int
    stays: bool


def head_of(data: bytes) -> RequestHead:
    """Reads a head, up to and with its empty line. Raises RefusedError."""
    lines = data.decode("latin-1").removesuffix("\r\n\r\n").split("\r\n")
    if any("\n" in line or "\r" in line for line in lines):
        raise RefusedError(400)
    if len(lines) > MOST_LINES:
        raise RefusedError(431)
    match = _REQUEST.fullmatch(lines[0])
    if match is None:
        raise RefusedError(400)
    headers = _headers(lines[1:])
    if "host" not in headers or any(name in headers for name in _NOT_HERE):
        raise RefusedError(400)
    length = _length(match[1], headers)
    return RequestHead(
        match[1], match[2], headers, length, match[3] == "1" and headers.get("connection", "") != "close"
    )


def _headers(lines: list[str]) -> dict[str, str]:
    headers: dict[str, str] = {}
    for line in lines:
        header = _HEADER.fullmatch(line)
        name = header[1].lower() if header else ""
        if header is None or name in headers:
            raise RefusedError(400)
        headers[name] = header[2].strip(" \t")
    return headers


def _length(method: str, headers: dict[str, str]) -> int:
    text = headers.get("content-length")
    if text is None:
        if method == "POST":
            raise RefusedError(411)
        return 0
    if not _LENGTH.fullmatch(text):
        raise RefusedError(413 if text.isdigit() else 400)
    if method == "GET" and int(text):
        raise RefusedError(400)
    if int(text) > MOST_BODY:
        raise RefusedError(413)
    return int(text)
