"""A sync program that does all it can to a dossier while two people work in it, each at a computer."""

import os
import random
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import orjson

from sto_tui.domain.change import NotSavedError, adding
from sto_tui.domain.parties import Party
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.session_parts import Parts


class TwoComputers:
    """Jan has the dossier open; Anja works in a copy elsewhere, and the two folders are kept the same, more or less."""

    def __init__(self, path: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.path = path
        self.elsewhere = path.parent / "anja" / path.name
        self.elsewhere.parent.mkdir()
        shutil.copy(path, self.elsewhere)
        self.region = path.parent / "almere" / "almere.sto.json"
        DossierStore.create(self.region, new_dossier("Almere", "2027-2028"))
        self.older = [path.read_bytes()]
        self.whole = path.read_bytes()
        self.saved: set[str] = set()
        self.jan = Parts(path)

    def add(self, store: DossierStore, who: str) -> None:
        name = f"{who}-{self.dice.getrandbits(32):08x}"
        with suppress(NotSavedError):
            store.apply(adding(store.dossier, Party(name=name)))
            self.saved.add(name)

    def jan_adds(self) -> None:
        self.add(self.jan.opened.file_for("").store, "jan")
        self.keep()

    def anja_adds(self) -> None:
        self.add(DossierStore.open(self.elsewhere, "anja", clock), "anja")

    def keep(self) -> None:
        """Remembers what stands there, as a sync program and its server do."""
        with suppress(OSError):
            self.older.append(self.path.read_bytes())

    def put_over(self, data: bytes) -> None:
        self.jan.following.poll()
        arriving = self.path.with_name("binnen")
        arriving.write_bytes(data)
        arriving.replace(self.path)
        self.whole = data

    def an_older_version(self) -> None:
        self.put_over(self.dice.choice(self.older))

    def the_copy_of_anja(self) -> None:
        self.put_over(self.elsewhere.read_bytes())

    def another_region(self) -> None:
        self.put_over(self.region.read_bytes())

    def half_a_file(self) -> None:
        self.jan.following.poll()
        with suppress(OSError):
            self.whole = self.path.read_bytes()
            self.path.write_bytes(self.whole[: self.dice.randrange(len(self.whole) or 1)])

    def no_file(self) -> None:
        self.jan.following.poll()
        with suppress(OSError):
            self.whole = self.path.read_bytes()
            self.path.unlink()

    def whole_again(self) -> None:
        self.path.write_bytes(self.whole)

    def in_place_with_an_old_time(self) -> None:
        self.jan.following.poll()
        with suppress(OSError):
            before = self.path.stat()
            self.path.write_bytes(self.dice.choice(self.older))
            os.utime(self.path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def jan_gets_from_anja(self) -> None:
        """The other way: what Jan has goes to Anja, whose program is closed; hers is kept as a conflict copy."""
        with suppress(OSError, NotSavedError):
            DossierStore.open(self.path, "anja", clock)
            data = self.path.read_bytes()
            self.elsewhere.replace(self.elsewhere.with_name(f"conflict-{self.dice.getrandbits(32):08x}.json"))
            self.elsewhere.write_bytes(data)

    def looks(self) -> None:
        for _ in range(self.dice.randrange(1, 5)):
            self.jan.following.poll()

    def jan_chooses(self) -> None:
        trouble = self.jan.file.trouble
        if trouble is not None:
            file = self.jan.file
            ways: list[Callable[[], str]] = [file.put_back]
            ways += [file.take] * bool(trouble.take) + [file.join] * bool(trouble.join)
            with suppress(NotSavedError):
                self.dice.choice(ways)()

    def jan_starts_again(self) -> None:
        self.looks()
        self.jan.file.farewell()
        with suppress(NotSavedError):
            self.jan = Parts(self.path)
            self.jan.file.welcome()

    def step(self) -> None:
        self.dice.choice(
            [
                *[self.jan_adds] * 6,
                *[self.anja_adds] * 3,
                *[self.looks] * 5,
                *[self.jan_chooses] * 3,
                *[self.whole_again] * 2,
                self.an_older_version,
                self.the_copy_of_anja,
                self.another_region,
                self.half_a_file,
                self.no_file,
                self.in_place_with_an_old_time,
                self.jan_gets_from_anja,
                self.jan_starts_again,
            ]
        )()

    def found(self) -> set[str]:
        """All names in all files that are a whole dossier; the histories do not count."""
        names: set[str] = set()
        for path in self.path.parent.rglob("*.json*"):
            if path.suffix != ".jsonl":
                with suppress(ValueError, KeyError):
                    names |= {party["name"] for party in orjson.loads(path.read_bytes())["parties"].values()}
        return names
