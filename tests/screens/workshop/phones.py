"""Phones over real sockets beside an app under a Pilot: a page is asked for, its form filled in and sent."""

import asyncio
import os
import re
import sys
from collections.abc import Mapping
from urllib.parse import urlencode

# The ports are the same for everyone: on Linux tests beside each other have addresses of this machine of their own.
HERE = f"127.0.0.{2 + os.getpid() % 250}" if sys.platform == "linux" else "127.0.0.1"
ELSEWHERE = f"127.0.1.{2 + os.getpid() % 250}" if sys.platform == "linux" else "127.0.0.1"


class PhoneOnLine:
    """A phone that keeps its cookie. What it reads last is `page`."""

    def __init__(self, authority: str) -> None:
        self._authority = authority
        self._cookie = ""
        self.page = ""
        self.status = 0

    async def ask(self, target: str, form: Mapping[str, object] | None = None) -> str:
        """Sends one request, and follows where it leads."""
        body = urlencode(form).encode() if form is not None else b""
        lines = [f"{'GET' if form is None else 'POST'} {target} HTTP/1.1", f"Host: {self._authority}"]
        lines += [f"Cookie: {self._cookie}"] * bool(self._cookie) + ["Connection: close"]
        if form is not None:
            lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        host, _, port = self._authority.partition(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write("\r\n".join((*lines, "", "")).encode() + body)
        head, _, text = (await asyncio.wait_for(reader.read(), 20)).decode().partition("\r\n\r\n")
        writer.close()
        self.status = int(head.split()[1])
        if cookie := re.search(r"(?m)^Set-Cookie: (\S+?);", head):
            self._cookie = cookie[1]
        if self.status == 303:
            return await self.ask("/")
        self.page = text
        return text

    async def joins(self, secret: str) -> "PhoneOnLine":
        """Comes in by the QR code."""
        await self.ask(f"/{secret}")
        return self

    async def sends(self, path: str, **fields: object) -> str:
        """Fills in the form that it sees, and sends it; what the page says then."""
        hidden = dict(re.findall(r'type=hidden name=(\w+) value="?(\w+)', self.page))
        await self.ask(path, hidden | fields)
        return self.says

    @property
    def says(self) -> str:
        """The message on the page."""
        found = re.search(r"<p id=m role=status>(.*?)</p>", self.page)
        return found[1] if found else ""
