"""The example dossiers that come with sto-tui."""

from datetime import date
from pathlib import Path

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.region import PlanPeriod
from sto_tui.frozen import frozen
from sto_tui.planning.example_day import in_years_of, on_day
from sto_tui.storage.file.codec import decode, dossier_from, encode, raw_from
from sto_tui.storage.file.durable_write import write_new
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.handed_in import fingerprint, keep_handed_in, kept_name

SUFFIX = ".sto.json"
INVENTED = "voorbeeldregio"
_PACKAGE = Path(__file__).resolve().parents[1]


@frozen
class KeptPlan:
    """A plan as it was handed in: its bytes, of which period, and when."""

    data: bytes
    label: str
    day: date


def sample_paths() -> list[Path]:
    """The samples: in the package when installed, else in the checkout."""
    for folder in (_PACKAGE / "samples", _PACKAGE.parent / "samples"):
        if samples := sorted(folder.glob(f"*{SUFFIX}")):
            return samples
    return []


def sample_names() -> list[str]:
    """What people type for a sample."""
    return [path.name.removesuffix(SUFFIX) for path in sample_paths()]


def copy_sample(name: str, folder: Path, today: date) -> Path:
    """Copies a sample to a folder, never over a file, and returns the copy. Raises DossierError.

    The beginning of a name is enough when only one sample begins so. The invented region is as it is today; a plan that
    exists is copied as it was.
    """
    wanted = name.removesuffix(SUFFIX).casefold()
    paths = dict(zip(sample_names(), sample_paths(), strict=True))
    matching = [sample for sample in paths if sample == wanted] or [
        sample for sample in paths if sample.startswith(wanted)
    ]
    if not wanted or len(matching) != 1:
        raise DossierError(f"‘{name}’ is geen voorbeeld. Kies uit: {', '.join(paths)}.")
    source = paths[matching[0]]
    name, data = source.name, source.read_bytes()
    if name.startswith(INVENTED):
        example = on_day(dossier_from(decode(data, name), name), today)
        name = f"{INVENTED}-{example.period_at_hand.label}{SUFFIX}" if example.period_at_hand else name
        plans = _handed_in(example, source, today)
        data = encode(raw_from(with_kept_plans(example, plans)))
        write_new(folder / name, data)
        for plan in plans.values():
            keep_handed_in(folder / name, plan.data, plan.label, plan.day)
        return folder / name
    write_new(folder / name, data)
    return folder / name


def _handed_in(example: Dossier, source: Path, today: date) -> dict[int, KeptPlan]:
    """The plans that were handed in and come with the sample, by the number of the submission."""
    plans = {}
    for submission in example.of(Submission).values():
        kept = source.with_name(f"{INVENTED}-ingediend-{submission.period}.json")
        if kept.exists():
            written = dossier_from(decode(kept.read_bytes(), kept.name), kept.name)
            label = example.of(PlanPeriod)[submission.period].label
            data = encode(raw_from(in_years_of(written, today)))
            plans[submission.id] = KeptPlan(data, label, submission.handed_in_on)
    return plans


def with_kept_plans(example: Dossier, plans: dict[int, KeptPlan]) -> Dossier:
    """The example whose submissions say in which file their plan is kept."""
    submissions = dict(example.tables["submissions"])
    for number, plan in plans.items():
        name = kept_name(plan.label, plan.day, fingerprint(plan.data))
        submissions[number] = submissions[number].changed(file=name, hash=fingerprint(plan.data))
    return example.with_tables({"submissions": submissions})
