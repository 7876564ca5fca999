"""The example dossiers that come with sto-tui."""

from datetime import date
from pathlib import Path

from sto_tui.planning.example_day import on_day
from sto_tui.storage.file.codec import decode, dossier_from, encode, raw_from
from sto_tui.storage.file.durable_write import write_new
from sto_tui.storage.file.errors import DossierError

SUFFIX = ".sto.json"
INVENTED = "voorbeeldregio"
_PACKAGE = Path(__file__).resolve().parents[1]


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
        data = encode(raw_from(example))
        name = f"{INVENTED}-{example.period_at_hand.label}{SUFFIX}" if example.period_at_hand else name
    target = folder / name
    write_new(target, data)
    return target
