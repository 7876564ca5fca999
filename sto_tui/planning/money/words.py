"""Words for lines of money: what a line lacks, the names of themes and parties, and years."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, enumerate_words
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Ref

WHOLE_PROJECT = "Hele project"
NO_PARTY = "Geen partij"
BESIDE_BUDGET = "Bijdragen staan naast de begroting, ook die in geld: ze gaan niet van de kosten af."
# The words for what a line needs before it has an amount, with and without their article.
_NEEDED = {
    "quantity": ("aantal", "het aantal"),
    "unit": ("eenheid", "de eenheid"),
    "price": ("prijs", "de prijs"),
    "rate": ("tarief", "het tarief"),
}


def lacking(line: BudgetLine | Cofinancing) -> list[str]:
    """The fields that a line needs for its amount and does not have, in the order of the form."""
    price = "price" if isinstance(line, BudgetLine) else "rate"
    empty = {"quantity": line.quantity is None, "unit": not line.unit, price: getattr(line, price) is None}
    return [name for name, missing in empty.items() if missing]


def gap(line: BudgetLine | Cofinancing) -> Ref:
    """The first field that a line without an amount lacks."""
    return ref_of(line, lacking(line)[0])


def lacking_words(fields: Iterable[str], *, article: bool = False, each: bool = True) -> str:
    """`aantal en prijs`, or `het aantal en de prijs`; with `of` when not each line lacks all of them."""
    words = [_NEEDED[name][article] for name in fields]
    return enumerate_words(words) if each or len(words) < 2 else f"{', '.join(words[:-1])} of {words[-1]}"


def all_lack_the_same(lines: Iterable[BudgetLine | Cofinancing]) -> bool:
    """Whether each of these lines lacks the same fields."""
    return len({tuple(lacking(line)) for line in lines}) < 2


def theme_name(dossier: Dossier, theme: int | None) -> str:
    """The caption of a theme, with its period when that is another than the one that is seen, or the whole."""
    if theme is None:
        return WHOLE_PROJECT
    name, record = dossier.caption(Ref("themes", theme)), dossier.whole.of(Theme).get(theme)
    if record is None or theme in dossier.of(Theme):
        return name
    periods = [dossier.caption(Ref("periods", period)) for period in record.periods]
    return f"{name} ({enumerate_words(periods)})" if periods else name


def party_name(dossier: Dossier, party: int | None) -> str:
    """The name of a party."""
    return NO_PARTY if party is None else dossier.of(Party)[party].name


def status_head(status: CofinancingStatus) -> str:
    """Over what stands in the plan with this status; `gerealiseerd` alone is always what was really put in."""
    return "Staat op gerealiseerd" if status is CofinancingStatus.GEREALISEERD else capital(status.label)


def shown_years(years: Sequence[int]) -> str:
    """`2027`, `2027-2028`, `2025 en 2027`."""
    whole = all(after == before + 1 for before, after in pairwise(years))
    return f"{years[0]}-{years[-1]}" if whole and len(years) > 1 else enumerate_words([str(year) for year in years])
