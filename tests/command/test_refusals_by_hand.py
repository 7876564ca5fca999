"""What a command refuses in one sentence: which of them, and where to go from there."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.commands import Sto, assert_refused


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (("zet", "@"), "Er ontbreekt: ADRES. Zie: sto zet --help"),
        (("zet", "@", "mijlpalen/1.1"), "Er ontbreekt: VELD=WAARDE. Zie: sto zet --help"),
        (
            ("zet", "@", "mijlpalen", "titel=x"),
            "Noem ook welke: mijlpalen/NR. Zoek het met: sto zoek BESTAND WOORDEN.",
        ),
        (("zet", "@", "mijlpalen/1.1/titel", "x=y"), "‘Mijlpaal’ is een veld. Schrijf het apart: mijlpaal=WAARDE."),
        (("zet", "@", "mijlpalen/1.1/wacht-op", "dagen=1"), "Schrijf …/wacht-op/1 voor de eerste regel."),
        (("voeg-toe", "@", "mijlpalen/1.1/wacht-op/1", "dagen=1"), "Schrijf …/wacht-op."),
        (("voeg-toe", "@", "mijlpalen/1.1", "titel=x"), "is er al. Wijzig het met: sto zet."),
        (("samenvoegen",), "Er ontbreekt: BESTAND. Zie: sto samenvoegen --help"),
        (("samenvoegen", "--git", "a", "b"), "Na --git horen drie of vier delen: %O %A %B %P."),
        (
            ("concept", "@", "--deel", "jaarplanning", "--met-uitleg"),
            "--met-uitleg, --zonder-contact en --zonder-status horen bij een plan of rapportage, "
            "niet bij --deel jaarplanning.",
        ),
    ],
)
def test_what_is_missing_or_does_not_go_together(sto: Sto, small: Path, argv: Sequence[str], said: str) -> None:
    before = small.read_bytes()
    result = sto(*[small if word == "@" else word for word in argv])
    assert_refused(result)
    assert result.err.strip().endswith(said)
    assert small.read_bytes() == before
