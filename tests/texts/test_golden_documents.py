"""The text of every document that leaves the house, as it stands in `tests/golden/`."""

from collections import Counter

from sto_tui.documents.decision_list import list_title, markdown
from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.party_sheet import build_party_sheet
from sto_tui.domain.money import Cofinancing
from sto_tui.domain.record import Ref
from sto_tui.planning.paper_registry import PaperPart
from tests.support.golden_texts import GOLDEN_SAMPLES, Golden, GoldenSample
from tests.support.sample_papers import of_each_sample, sample_lines
from tests.support.word_text import word_lines

REPORTS: tuple[PaperPart, ...] = ("voortgangsrapportage", "eindverslag")
WHOLE: tuple[PaperPart, ...] = ("alles", *REPORTS)
SHORT: tuple[PaperPart, ...] = ("stuurgroep", "jaarplanning", "scholingsplan", "handtekeningen")
PARTIAL: tuple[PaperPart, ...] = ("regiovisie", "activiteitenplan")
FILES = [
    f"{sample.name}/{name}"
    for sample in GOLDEN_SAMPLES
    for name in (
        *(f"concept-{part}.txt" for part in (*WHOLE, *PARTIAL)),
        *(f"{part}.txt" for part in (*SHORT, "verklaring")),
        *("besluiten.txt", "besluiten.md", "rollen.txt"),
    )
]


def without_known(lines: list[str], known: set[str]) -> list[str]:
    """The headings and what is not known yet; of the rest only how many lines there were."""
    kept: list[str] = []
    left_out = 0
    for line in [*lines, "#"]:
        if line in known and not line.startswith("#"):
            left_out += 1
            continue
        if left_out:
            kept.append(f"… {left_out} als in concept-alles")
        left_out = 0
        kept.append(line)
    return kept[:-1]


@of_each_sample
def test_whole_plan_and_its_parts(sample: GoldenSample, golden: Golden) -> None:
    whole = sample_lines(sample, "alles")
    golden(f"{sample.name}/concept-alles.txt", "\n".join(whole))
    for part in PARTIAL:
        lines = without_known(sample_lines(sample, part), set(whole))
        golden(f"{sample.name}/concept-{part}.txt", "\n".join(lines))


@of_each_sample
def test_reports(sample: GoldenSample, golden: Golden) -> None:
    for part in REPORTS:
        golden(f"{sample.name}/concept-{part}.txt", "\n".join(sample_lines(sample, part)))


@of_each_sample
def test_short_papers(sample: GoldenSample, golden: Golden) -> None:
    for part in SHORT:
        golden(f"{sample.name}/{part}.txt", "\n".join(sample_lines(sample, part)))
    dossier = sample.dossier()
    ((party, _),) = Counter(line.party for line in dossier.of(Cofinancing).values() if line.party).most_common(1)
    options = DraftOptions(sample.today, "verklaring", party=Ref("parties", party))
    golden(f"{sample.name}/verklaring.txt", "\n".join(word_lines(build(dossier, options).data)))


@of_each_sample
def test_decision_list_in_word_and_markdown(sample: GoldenSample, golden: Golden) -> None:
    dossier = sample.dossier()
    data = build_decision_list(dossier, DraftOptions(sample.today))
    golden(f"{sample.name}/besluiten.txt", "\n".join(word_lines(data)))
    golden(f"{sample.name}/besluiten.md", markdown(dossier, list_title(dossier), sample.today))


@of_each_sample
def test_sheet_of_a_party(sample: GoldenSample, golden: Golden) -> None:
    data = build_party_sheet(sample.dossier(), sample.party, DraftOptions(sample.today))
    golden(f"{sample.name}/rollen.txt", "\n".join(word_lines(data)))
