"""The drafts of the samples, each made once; the tests that read those of one sample are one group."""

from functools import cache

import pytest

from sto_tui.documents.word import Draft, DraftOptions, build
from sto_tui.planning.paper_registry import PaperPart
from tests.support.golden_texts import GOLDEN_SAMPLES, GoldenSample
from tests.support.word_text import word_lines

of_each_sample = pytest.mark.parametrize(
    "sample",
    [
        pytest.param(sample, id=sample.name, marks=(pytest.mark.slow, pytest.mark.xdist_group(sample.name)))
        for sample in GOLDEN_SAMPLES
    ],
)


@cache
def sample_draft(sample: GoldenSample, part: PaperPart) -> Draft:
    """A part of the plan of a sample, on its day."""
    return build(sample.dossier(), DraftOptions(sample.today, part))


@cache
def sample_lines(sample: GoldenSample, part: PaperPart) -> list[str]:
    """What stands in it."""
    return word_lines(sample_draft(sample, part).data)
