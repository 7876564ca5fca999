"""A file of DUO as large as they come: how fast it is read, and that the memory stays what it is."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.measuring import EXAMPLE, Row, ratio_row, spent_by
from benchmarks.terminal import sto

MEGABYTES = 100
LEAST_PER_SECOND = 40
_HEADS = (
    "INSTELLINGSCODE;VESTIGINGSCODE;GEMEENTENAAM;ONDERWIJSTYPE VO;OPLEIDINGSNAAM;"
    "EXAMENKANDIDATEN SCHOOLJAAR 2024-2025 - TOTAAL;GESLAAGDEN SCHOOLJAAR 2024-2025 - TOTAAL\n"
)
_OWN = "01AB;01AB02;Hazelmonde;VMBO;bouwen, wonen en interieur;20;19\n"
_OTHER = "09ZZ;09ZZ00;Verweg;VMBO;produceren, installeren en energie;99;98\n"


def duo_rows(work: Path) -> Iterator[Row]:
    """Processor time and memory of reading it, less those of a file of one line."""
    dossier = work / "duo.sto.json"
    dossier.write_bytes(EXAMPLE.read_bytes())
    small, large = work / "examenkandidaten-klein.csv", work / "examenkandidaten-groot.csv"
    small.write_text(_HEADS + _OWN)
    large.write_text(_HEADS + _OWN + _OTHER * (MEGABYTES * 1_000_000 // len(_OTHER)))
    one, all_ = (
        spent_by(sto("invoer", "duo", str(dossier), str(source), "--brin", "01AB")) for source in (small, large)
    )
    speed = MEGABYTES / (all_.seconds - one.seconds)
    what = f"a file of DUO of {MEGABYTES} MB"
    yield Row(what, f"{speed:.0f} MB/s", "", "", f"{LEAST_PER_SECOND} MB/s", speed >= LEAST_PER_SECOND)
    yield ratio_row("the memory of that (baseline: a file of one line)", all_.megabytes, one.megabytes, 1.2, "MB")
