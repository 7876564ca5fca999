"""A contribution in two parts, that come to the same cents together."""

from decimal import Decimal

from sto_tui.domain.money import Cofinancing

_WHOLE = 1.0


def split(line: Cofinancing, cents: int) -> tuple[Cofinancing, Cofinancing]:
    """The part of a contribution that comes to so many euro cents, and a new one with the rest.

    Hours stay hours where both parts are a number of them with at most two decimals; else each part is one amount.
    The contribution has an amount.
    """
    rest = (line.total or 0) - cents
    if line.quantity is not None and line.rate:
        quantity = Decimal(cents) / line.rate
        left = Decimal(repr(line.quantity)) - quantity
        if quantity == round(quantity, 2):
            parts = _with(line, float(quantity), line.rate), _with(line, float(left), line.rate)
            if [part.total for part in parts] == [cents, rest]:
                return parts[0], parts[1].changed(id=0, rev=0)
    return _with(line, _WHOLE, cents, unit=""), _with(line, _WHOLE, rest, unit="").changed(id=0, rev=0)


def _with(line: Cofinancing, quantity: float, rate: int, *, unit: str | None = None) -> Cofinancing:
    return line.changed(quantity=quantity, rate=rate, unit=line.unit if unit is None else unit)
