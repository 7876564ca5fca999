"""A browser without a window, by the WebDriver protocol: Chromium as a phone, with or without a script."""

import asyncio
import base64
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

CHROMIUM = shutil.which("chromium")
DRIVER = shutil.which("chromedriver")
WHY_NOT = "" if CHROMIUM and DRIVER else "needs chromium and chromedriver"
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class Browser:
    """One of them. What it does is done in a thread, so that a server in the loop of the test can answer."""

    def __init__(self, driver: str, width: int, height: int, *, script: bool) -> None:
        arguments = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-extensions"]
        arguments += ["--no-proxy-server", "--disable-background-networking", f"--window-size={width},{height}"]
        emulated = {"deviceMetrics": {"width": width, "height": height, "pixelRatio": 1.0, "touch": True}}
        options: dict[str, Any] = {"binary": CHROMIUM, "args": arguments, "mobileEmulation": emulated}
        wanted = {"browserName": "chrome", "goog:chromeOptions": options, "goog:loggingPrefs": {"browser": "ALL"}}
        self._driver = driver
        self._script = script
        self._session = _call("POST", f"{driver}/session", {"capabilities": {"alwaysMatch": wanted}})["sessionId"]
        if not script:
            about = {"cmd": "Emulation.setScriptExecutionDisabled", "params": {"value": True}}
            self._do("POST", "goog/cdp/execute", about)

    def _do(self, method: str, path: str, body: dict[str, Any] | None = None) -> Any:
        return _call(method, f"{self._driver}/session/{self._session}/{path}", body)

    async def opens(self, address: str) -> None:
        await asyncio.to_thread(self._do, "POST", "url", {"url": address})

    async def loads_again(self) -> None:
        await asyncio.to_thread(self._do, "POST", "refresh", {})

    async def types(self, css: str, text: str) -> None:
        if not self._script:
            await self.runs(f"{_found(css)}.value += {json.dumps(text)}")
            return
        await asyncio.to_thread(self._do, "POST", f"element/{await self._find(css)}/value", {"text": text})

    async def clicks(self, css: str) -> None:
        if not self._script:
            await self.runs(f"{_found(css)}.{'selected = true' if 'option' in css else 'click()'}")
            return
        await asyncio.to_thread(self._do, "POST", f"element/{await self._find(css)}/click", {})

    async def _find(self, css: str) -> str:
        found = await asyncio.to_thread(self._do, "POST", "element", {"using": "css selector", "value": css})
        return str(found[_ELEMENT])

    async def runs(self, script: str) -> Any:
        """What an expression of the test gives; it runs also where scripts of the page do not."""
        asked = {"cmd": "Runtime.evaluate", "params": {"expression": script, "returnByValue": True}}
        return (await asyncio.to_thread(self._do, "POST", "goog/cdp/execute", asked))["result"].get("value")

    async def text(self) -> str:
        """What people read."""
        return str(await self.runs("document.body.innerText"))

    async def until(self, words: str) -> str:
        """Waits until it can be read."""
        end = time.monotonic() + 120
        while words not in (text := await self.text()):
            assert time.monotonic() < end, text
            await asyncio.sleep(0.1)
        return text

    async def shot(self, path: Path) -> None:
        path.write_bytes(base64.b64decode(await asyncio.to_thread(self._do, "GET", "screenshot")))

    async def complaints(self) -> list[str]:
        """What the browser says went wrong on the page: a policy that does not fit, an error of the script."""
        log = await asyncio.to_thread(self._do, "POST", "se/log", {"type": "browser"})
        return [str(line["message"]) for line in log if "Failed to load resource" not in line["message"]]

    def ends(self) -> None:
        with contextlib.suppress(OSError):
            self._do("DELETE", "")


def _found(css: str) -> str:
    return f"document.querySelector({json.dumps(css)})"


def _call(method: str, address: str, body: dict[str, Any] | None = None) -> Any:
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address.rstrip("/"), data, {"Content-Type": "application/json"}, method=method)
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(request, timeout=60) as answer:
            return json.loads(answer.read())["value"]
    except urllib.error.HTTPError as error:
        raise AssertionError(error.read().decode()) from error


@contextmanager
def browsers() -> Iterator[str]:
    """The driver of as many as are asked for, on this machine only; its address."""
    assert DRIVER
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [DRIVER, f"--port={port}"]
    nowhere = subprocess.DEVNULL
    with subprocess.Popen(command, start_new_session=True, stdout=nowhere, stderr=nowhere) as driver:
        try:
            address = f"http://127.0.0.1:{port}"
            end = time.monotonic() + 120
            while True:
                try:
                    _call("GET", f"{address}/status")
                    break
                except OSError:
                    assert time.monotonic() < end
                    time.sleep(0.05)
            yield address
        finally:
            # A browser whose session hangs outlives its driver, but not their group.
            os.killpg(driver.pid, signal.SIGKILL)
