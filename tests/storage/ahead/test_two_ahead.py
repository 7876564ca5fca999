"""Two sessions on lines that break at any moment: what either typed last stands there, or is a choice."""

import json
import random
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from sto_tui.domain.change import NotSavedError, changing, removing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.storage.ahead.ahead_store import AheadStore
from tests.support.ahead import added, ahead, mend, mended, queued
from tests.support.cutting_proxy import DOWN, UP, CuttingProxy, cutting_proxy
from tests.support.kept import KeptOnServer, check_chain, raw_of
from tests.support.postgres import LONGER, on_postgres

pytestmark = on_postgres


@pytest.fixture
def lines(served: KeptOnServer, few_records: Dossier) -> Iterator[dict[str, CuttingProxy]]:
    served.put(raw_of(few_records))
    with ExitStack() as stack:
        folder = served.database.postgres.folder
        yield {user: stack.enter_context(cutting_proxy(folder)) for user in ("jan", "anja")}


class Typist:
    """Somebody who does whatever comes up, and what of it must not be lost."""

    def __init__(self, user: str, store: AheadStore, line: CuttingProxy, chance: random.Random) -> None:
        self.user, self._store, self._line, self._chance = user, store, line, chance
        self.last: dict[tuple[int, str], str] = {}
        self._count = 0

    def act(self) -> None:
        """One thing."""
        store, milestones = self._store, self._store.dossier.of(Milestone)
        record = milestones[self._chance.choice(list(milestones))]
        self._count += 1
        text = f"{self.user} {self._count}"
        what = self._chance.choice(["title", "title", "result", "result", "add", "remove", "poll", "cut", "mend"])
        try:
            if what in ("title", "result"):
                field = "title" if what == "title" else "tangible_result"
                store.apply(changing(store.dossier, record, record.changed(**{field: text})))
                self.last[record.id, field] = text
            elif what == "add":
                ref = added(store, text).edits[0].ref
                self.last[ref.id, "title"] = text
            elif what == "remove" and len(milestones) > 3:
                store.apply(removing(store.dossier, record))
                self.last = {place: said for place, said in self.last.items() if place[0] != record.id}
        except NotSavedError:
            # Refused where it was typed, so whoever typed it still has it.
            pass
        if what == "cut":
            self._line.stay_down(down=True)
            self._line.cut(self._chance.choice([UP, DOWN]), self._chance.randrange(1, 4))
        elif what == "mend":
            mend(self._line)
        elif what == "poll":
            store.poll()


@pytest.mark.parametrize("seed", range(4 * LONGER))
def test_nothing_that_was_typed_last_is_lost(served: KeptOnServer, lines: dict[str, CuttingProxy], seed: int) -> None:
    chance = random.Random(seed)
    with ahead(served, lines["jan"]) as jan, ahead(served, lines["anja"], "anja") as anja:
        typists = [Typist("jan", jan, lines["jan"], chance), Typist("anja", anja, lines["anja"], chance)]
        for _ in range(60):
            chance.choice(typists).act()
        for store, line in ((jan, lines["jan"]), (anja, lines["anja"]), (jan, lines["jan"])):
            mended(line, store)
        with ahead(served, user="piet") as piet:
            for store in (jan, anja):
                while store.dossier.tables != piet.dossier.tables:
                    store.poll()
                assert store.dossier.unsettled == piet.dossier.unsettled
    check_chain(served.database)
    assert queued(served) == []
    history = json.dumps(served.database.execute("SELECT line, rest FROM sto.changes"))
    lost = [text for typist in typists for text in typist.last.values() if f'"{text}"' not in history]
    assert lost == []
