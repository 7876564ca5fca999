"""Are the page numbers in the contents right? Compared with LibreOffice: `python -m benchmarks.pages [FIRST-LAST]`.

Both samples and, of each seed from FIRST to LAST (0-9 when not given), the draft of a made-up dossier. Needs soffice,
pdfinfo and the font Carlito. Per document: entries that are exact, off by one, off by more, and without
a number; and whether the total in the footer is right.
"""

import io
import re
import subprocess
import sys
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path

from lxml import etree

from benchmarks.drafts import dossier_of
from benchmarks.made_up import made_up
from sto_tui.documents.word import DraftOptions, build
from sto_tui.planning.paper_registry import PARTS

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SAMPLES = Path(__file__).parent.parent / "samples"
NAMES = ("almere-2020-2023", "voorbeeldregio-2027-2028")
DAY = date(2026, 11, 22)
_YES = '{"type":"boolean","value":"true"}'
_EXPORT = f'{{"ExportBookmarks":{_YES},"ExportBookmarksToPDFDestination":{_YES}}}'


def entries(data: bytes) -> dict[str, int | None]:
    """The page that the contents of a .docx say of every bookmark; None where they say nothing."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    found: dict[str, int | None] = {}
    for link in body.iter(f"{W}hyperlink"):
        shown = [run.findtext(f"{W}t", "") for run in link if run.find(f"{W}t") is not None]
        field = link.find(f"{W}r/{W}fldChar") is not None
        found[link.get(f"{W}anchor", "")] = int(shown[-1]) if field else None
    return found


def total(data: bytes) -> int:
    """The number of pages in the properties of a .docx; 0 when they do not say."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        told = re.search(r"<Pages>(\d+)</Pages>", package.read("docProps/app.xml").decode())
    return int(told[1]) if told else 0


def in_libreoffice(documents: Mapping[str, bytes], folder: Path) -> dict[str, tuple[dict[str, int], int]]:
    """The page of every bookmark as LibreOffice divides the documents, and how many pages each has."""
    for name, data in documents.items():
        (folder / f"{name}.docx").write_bytes(data)
    subprocess.run(
        ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
         f"pdf:writer_pdf_Export:{_EXPORT}", "--outdir", str(folder), *(f"{folder}/{name}.docx" for name in documents)],
        check=True, capture_output=True,
    )  # fmt: skip
    return {name: _read(folder / f"{name}.pdf") for name in documents}


def _read(path: Path) -> tuple[dict[str, int], int]:
    told = subprocess.run(["pdfinfo", "-dests", str(path)], check=True, capture_output=True, text=True).stdout
    # A destination is named after its bookmark, with the underscore written as 5F.
    pages = {f"_Toc{mark}": int(page) for page, mark in re.findall(r"^ *(\d+) \[.*\"5FToc(\d+)\"", told, re.MULTILINE)}
    summary = subprocess.run(["pdfinfo", str(path)], check=True, capture_output=True, text=True).stdout
    return pages, int(re.findall(r"^Pages: +(\d+)", summary, re.MULTILINE)[0])


def compared(said: Mapping[str, int | None], true: Mapping[str, int]) -> Counter[str]:
    """How many entries are exact, off by one, off by more, or have no number."""
    counts: Counter[str] = Counter()
    for mark, page in said.items():
        if page is None:
            counts["none"] += 1
        else:
            counts[("exact", "by one")[difference] if (difference := abs(page - true[mark])) < 2 else "more"] += 1
    return counts


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, bytes]]:
    """Every part of both samples, and drafts of made-up dossiers."""
    for name in NAMES:
        dossier = dossier_of(SAMPLES / f"{name}.sto.json")
        for part in PARTS:
            yield f"{name}-{part}", build(dossier, DraftOptions(DAY, part)).data
    for seed in seeds:
        dossier = made_up(SAMPLES / f"{NAMES[seed % 2]}.sto.json", seed)
        yield f"made-up-{seed}", build(dossier, DraftOptions(DAY)).data


def main() -> None:
    first, last = map(int, (sys.argv[1] if len(sys.argv) > 1 else "0-9").split("-"))
    made = dict(documents(range(first, last + 1)))
    with tempfile.TemporaryDirectory() as folder:
        true = in_libreoffice(made, Path(folder))
    sums: Counter[str] = Counter()
    print(f"{'':44}{'exact':>8}{'by one':>8}{'more':>8}{'none':>8}   pages")
    for name, data in made.items():
        pages, many = true[name]
        counts = compared(entries(data), pages)
        sums += counts
        right = "" if many == total(data) else f"   (LibreOffice: {many})"
        print(f"{name:44}" + "".join(f"{counts[kind]:8}" for kind in ("exact", "by one", "more", "none")), end="")
        print(f"{total(data):8}{right}")
    whole = sum(sums.values())
    print(f"{'together':44}" + "".join(f"{sums[kind]:8}" for kind in ("exact", "by one", "more", "none")))
    print(f"{'':44}" + "".join(f"{100 * sums[kind] / whole:7.1f}%" for kind in ("exact", "by one", "more", "none")))


if __name__ == "__main__":
    main()
