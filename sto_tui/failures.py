"""What a failure of the program tells without its words: these may quote the dossier, and reports are mailed."""

import traceback
from collections.abc import Iterator
from pathlib import Path


def kind_of_failure(error: BaseException) -> str:
    """Of what kind it is and where it went wrong: `KeyError, desk.py regel 210`."""
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    where = f", {Path(trace.tb_frame.f_code.co_filename).name} regel {trace.tb_lineno}" if trace else ""
    return f"{type(error).__name__}{where}"


def without_words(error: BaseException) -> Iterator[str]:
    """The same at length, with all that led to it."""
    earlier = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    if earlier is not None:
        yield from without_words(earlier)
        yield "\n"
    yield from traceback.format_tb(error.__traceback__)
    kind, number = type(error), f" {error.errno}" if isinstance(error, OSError) else ""
    yield f"{kind.__module__}.{kind.__qualname__}{number}\n"
    yield from (f"{note}\n" for note in getattr(error, "__notes__", ()))
