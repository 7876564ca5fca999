"""Pictures of the program for README and manual: `make pictures` makes them anew in `docs/pictures/`.

Textual makes an SVG of each screen: the example region on a day that stands still, so that only a change of the program
changes a picture. The page of the plan needs LibreOffice and pdftoppm; where they are not, that picture stays as it is.
"""

import asyncio
import html
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.cells import cell_len

from sto_tui.app import StoApp
from sto_tui.colours import DARK, LIGHT
from sto_tui.documents.word import DraftOptions, build
from sto_tui.places import Place
from sto_tui.storage.samples import copy_sample
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.open_dossier import Session

PICTURES = Path(__file__).parents[1] / "docs" / "pictures"
PAGE_OF_PLAN = "pagina.png"
NOW = datetime(2026, 9, 3, 14, 2)
_USER = "jan"
_SIZE = (100, 28)
_SECONDS_TO_REST = 1.0
_PAGE, _DOTS_PER_INCH = "20", "70"
# Textual draws a cell as wide as this, and asks for a font from a server elsewhere.
_CELL = 12.2
_FONT_FROM_ELSEWHERE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
_FONTS = "Cascadia Mono, Menlo, Consolas, DejaVu Sans Mono, monospace"
_BLANK = "\xa0"
_STRETCH = re.compile(rf"[^{_BLANK}\s]+(?:{_BLANK}[^{_BLANK}\s]+)*")
_RUN = re.compile(
    r'<text(?P<style> class="[^"]*" )x="(?P<x>[^"]*)" y="(?P<y>[^"]*)" textLength="[^"]*"(?P<clip>[^>]*)>'
    r"(?P<text>[^<]*)</text>"
)


@dataclass(frozen=True)
class Picture:
    """What is pressed at a place of the example to come to what a picture shows."""

    name: str
    place: Place
    keys: Sequence[str] = ()
    theme: str = LIGHT


SCREENS = (
    Picture("overzicht", Place.OVERZICHT),
    Picture("tijdlijn", Place.MIJLPALEN, ("P", "down", "down")),
    Picture("tijdlijn-donker", Place.MIJLPALEN, ("P", "down", "down"), DARK),
    Picture("matrix", Place.VERI, ("down", "down", "right")),
    Picture("wand", Place.EVALUATIE, ("p", "right", "right", "right", "right", "right")),
    Picture("voortgang", Place.VOORTGANG, ("P",), DARK),
    Picture("concept", Place.CONCEPT),
)


def example(folder: Path) -> Path:
    """A fresh copy of the example region, saved at the moment that stands still."""
    path = copy_sample("voorbeeldregio", folder, NOW.date())
    os.utime(path, (NOW.timestamp(), NOW.timestamp()))
    return path


async def screen(picture: Picture, folder: Path) -> str:
    """The picture of a screen, as SVG."""
    session = Session(example(folder), _USER, lambda: NOW, folder / "instellingen")
    app = StoApp(session, picture.place, _USER, lambda: NOW, picture.theme)
    async with app.run_test(size=_SIZE) as pilot:
        await pilot.pause(_SECONDS_TO_REST)
        await pilot.press(*picture.keys)
        await pilot.pause(_SECONDS_TO_REST)
        return in_any_font(app.export_screenshot(title="sto-tui", simplify=True))


def in_any_font(svg: str) -> str:
    """Without a font from elsewhere, and each stretch of words at its own place: so no font moves a column."""
    svg = _FONT_FROM_ELSEWHERE.sub("", svg).replace("Fira Code, monospace", _FONTS)
    return _RUN.sub(lambda run: "".join(_stretches(run)), svg)


def _stretches(run: re.Match[str]) -> Iterator[str]:
    text = html.unescape(run["text"])
    for stretch in _STRETCH.finditer(text):
        left = float(run["x"]) + cell_len(text[: stretch.start()]) * _CELL
        width = cell_len(stretch.group()) * _CELL
        yield (
            f'<text{run["style"]}x="{left:.1f}" y="{run["y"]}" textLength="{width:.1f}"{run["clip"]}>'
            f"{html.escape(stretch.group(), quote=False)}</text>"
        )


def page_of_plan(folder: Path) -> Path | None:
    """One page of the Word draft as PNG; none where LibreOffice or pdftoppm is not installed."""
    office, printer = shutil.which("soffice"), shutil.which("pdftoppm")
    if office is None or printer is None:
        return None
    draft = folder / "plan.docx"
    dossier = DossierStore.open(example(folder), _USER, lambda: NOW).dossier
    draft.write_bytes(build(dossier.seen_in(), DraftOptions(NOW.date())).data)
    profile = f"-env:UserInstallation={(folder / 'profiel').as_uri()}"
    _run(office, profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(draft))
    _run(
        printer,
        "-png",
        "-r",
        _DOTS_PER_INCH,
        "-f",
        _PAGE,
        "-singlefile",
        str(folder / "plan.pdf"),
        str(folder / "plan"),
    )
    return folder / "plan.png"


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def main() -> None:
    """Makes them all."""
    for picture in SCREENS:
        with TemporaryDirectory() as folder:
            svg = asyncio.run(screen(picture, Path(folder)))
        (PICTURES / f"{picture.name}.svg").write_text(svg, encoding="utf-8", newline="\n")
    with TemporaryDirectory() as folder:
        page = page_of_plan(Path(folder))
        if page is None:
            print(f"{PAGE_OF_PLAN} stays as it is: soffice or pdftoppm is not installed", file=sys.stderr)
        else:
            shutil.copy(page, PICTURES / PAGE_OF_PLAN)


if __name__ == "__main__":
    main()
