"""Whatever people do to a draft: what they wrote, and what they took away, a line tells of."""

import random
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.laid_beside import laid_beside
from sto_tui.intake.returned_draft.reading import kept_manifest, read_returned_draft
from sto_tui.intake.returned_draft.sent import SentDraft
from tests.support.random_edits import STEPS, edit_at_random, untold, written
from tests.support.returned import DAY, MARK, sent_and_kept
from tests.support.returned_plan import returned_plan
from tests.support.word_edits import Way, WordEdits


@cache
def sent() -> tuple[bytes, bytes]:
    return sent_and_kept(plan())


@cache
def plan() -> Dossier:
    return returned_plan()


@cache
def kept_draft() -> SentDraft | None:
    return kept_manifest(sent()[1])


@cache
def written_before() -> str:
    return written(sent()[0])


@cache
def printed_now() -> dict[str, str]:
    fields = build(plan(), DraftOptions(DAY)).fields
    return {field.address: field.text for field in fields if field.shape is not FieldShape.COPY}


def untold_after(path: Path, seed: int, steps: list[int], way: Way) -> tuple[set[str], set[str]]:
    """What came and went by these edits without a line that says so."""
    document = WordEdits(sent()[0], way)
    edit_at_random(document, random.Random(seed), steps)
    path.write_bytes(document.saved())
    returned = read_returned_draft(path, plan(), lambda mark: filter(None, [kept_draft()] if mark == MARK else []))
    laid = laid_beside([returned], plan(), printed_now(), DAY)
    return untold(written_before(), written(path.read_bytes()), laid, returned)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    steps=st.lists(st.integers(0, len(STEPS) - 1), min_size=1, max_size=8),
    way=st.sampled_from(Way),
)
def test_nothing_is_lost(tmp_path_factory: pytest.TempPathFactory, seed: int, steps: list[int], way: Way) -> None:
    assert untold_after(tmp_path_factory.mktemp("terug") / "terug.docx", seed, steps, way) == (set(), set())
