"""Values of fields as they are kept while someone types."""

from datetime import date
from typing import Any

from sto_tui.domain.record import Choice, Ref


def storable(value: Any) -> Any:
    """A value of a field in a form that can be stored."""
    if isinstance(value, Choice):
        return value.value
    if isinstance(value, Ref):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return [storable(item) for item in value] if isinstance(value, tuple | list) else value
