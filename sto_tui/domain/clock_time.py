"""A time of the day as people type it."""

import re
from datetime import time

_TYPED = re.compile(r"(\d{1,2})(?:\s*[:.u]\s*(\d{2})|\s*u(?:ur)?)?", re.IGNORECASE)


def time_of(text: str) -> time | None:
    """The time in `13:30`, `13.30`, `13u30`, `9` or `9 uur`; None for other words, such as `na de lunch`."""
    match = _TYPED.fullmatch(text.strip())
    if match is None:
        return None
    hour, minute = int(match[1]), int(match[2] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
