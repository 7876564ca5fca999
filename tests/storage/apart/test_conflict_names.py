"""Names of copies, as sync programs give them."""

from pathlib import Path

import pytest

from sto_tui.storage.apart.conflict_names import copies_by_name, looks_like_copy

COPIES = (
    "Kopie van regio.sto.json",
    "Copy of regio.sto.json",
    "regio.sto.json (1)",
    "regio.sto.sync-conflict-20261127-101500-D4LGQYW.json",
    "regio.sync-conflict-20261127-101500.sto.json",
    "regio.sto (conflicted copy anja 2026-11-27 101500).json",
    "regio.sto (conflicted copy 2026-11-27 101500).json",
    "regio.sto (conflicted copy anja 2026-11-27 101500 2).json",
    "regio.sto_conflict-20180220-141213.json",
    "regio.sto_conflict-anja-20180220-141213.json",
    "regio.sto (Anja's conflicted copy 2026-11-27).json",
    "regio.sto (Anja’s conflicted copy).json",
    "regio.sto (LAPTOP-4K2's conflicted copy 2026-11-27 (1)).json",
    "regio.sto (Anjas:s motstridiga kopia 2026-11-27).json",
    "regio.sto (in Konflikt stehende Kopie von Anja 2026-11-27).json",
    "regio.sto (Konfliktkopie von Anja 2026-11-27).json",
    "regio.sto (Copia in conflitto di Anja 2026-11-27).json",
    "regio.sto (Copia conflictiva de Anja 2026-11-27).json",
    "regio.sto (Copie en conflit de Anja 2026-11-27).json",
    "regio.sto [conflicted].json",
    "regio.sto [Conflict].json",
    "regio.sto (Conflicted copy laptop 202611271015).json",
    "regio.sto - kopie.json",
    "regio - kopie (2).sto.json",
    "regio.sto - Copy.json",
    "regio.sto kopie.json",
    "regio.sto copy 2.json",
    "regio.sto (1).json",
    "regio (12).sto.json",
    "regio.sto 2.json",
    "regio.sto-LAPTOP-4K2J9F.json",
    "regio.sto-DESKTOP-P9116M3-2.json",
    "regio-MacBook Air van Anja.sto.json",
    "regio.sto-iMac van Piet-2.json",
    "regio.sto_conf(1).json",
    "regio.sto-SURFACE-safeBackup-0001.json",
)
OTHERS = (
    "regio.sto.json",
    "regio.sto.json.bak",
    "regio.sto.json.lock",
    "regio.sto.d",
    "regionaal.sto.json",
    "almere.sto.json",
    "regio.docx",
    "regio.json",
    "regio 2027 en verder.sto.json",
    "regio.sto 1.json",
    "regio-zuid-en-west-van-het-land.sto.json",
    "regio-oud.sto.json",
    "regio-hersteld.sto.json",
    "regio-2027-2028.sto.json",
)


@pytest.mark.parametrize("name", COPIES)
def test_a_copy_is_recognised_by_its_name(name: str) -> None:
    assert looks_like_copy(name, "regio.sto.json")


@pytest.mark.parametrize("name", OTHERS)
def test_another_file_is_not(name: str) -> None:
    assert not looks_like_copy(name, "regio.sto.json")


def test_only_files_that_have_such_a_name_are_looked_at(tmp_path: Path) -> None:
    for name in ("regio.sto.json", "regio.sto (1).json", "brief.docx"):
        (tmp_path / name).write_text("{}")
    (tmp_path / "regio.sto (2).json").mkdir()
    assert copies_by_name(tmp_path / "regio.sto.json") == [tmp_path / "regio.sto (1).json"]
    assert copies_by_name(tmp_path / "weg" / "regio.sto.json") == []
