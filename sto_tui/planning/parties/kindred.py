"""Which parties could stand where a party stands: of its kind, and already near."""

from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import Partner, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.united import joined_words


class Nearness(IntEnum):
    """How likely a party is to take something over from another; the first is the likeliest."""

    SAME_KIND_HERE = 0
    SAME_KIND = 1
    COMPANY_HERE = 2
    HERE = 3
    ELSEWHERE = 4


def is_of_kind(kind: PartyKind, wanted: PartyKind) -> bool:
    """Whether a kind is this one; a company, an organisation of them and a network may stand for each other."""
    return kind is wanted or (kind.is_company and wanted.is_company)


def nearness(candidate: Party, party: Party, partners: Collection[int]) -> Nearness:
    """How near a candidate is to what a party does among these partners (numbers of parties).

    Two that are only of no other kind have nothing in common.
    """
    here = candidate.id in partners
    if candidate.kind is party.kind is not PartyKind.OVERIG:
        return Nearness.SAME_KIND_HERE if here else Nearness.SAME_KIND
    if here:
        return Nearness.COMPANY_HERE if is_of_kind(candidate.kind, party.kind) else Nearness.HERE
    return Nearness.ELSEWHERE


def by_nearness(dossier: Dossier, party: Party, partners: Sequence[int]) -> list[Party]:
    """Those that take part besides this party: the likeliest to take over first, of these the partner most named."""
    candidates = [candidate for candidate in dossier.of(Party).values() if candidate.takes_part]
    return sorted(
        (candidate for candidate in candidates if candidate.id != party.id),
        key=lambda candidate: (nearness(candidate, party, partners), -partners.count(candidate.id)),
    )


def partners_of(speerpunten: Iterable[Speerpunt]) -> list[int]:
    """The numbers of the parties among the partners of some speerpunten, as often as they stand there."""
    return [
        number
        for speerpunt in speerpunten
        for number in dict.fromkeys(partner.party for partner in speerpunt.partners if partner.party)
    ]


def speerpunten_around(dossier: Dossier, ref: Ref) -> list[Speerpunt]:
    """The speerpunt that a record is or belongs to, else all those of its theme."""
    record = dossier.get(ref)
    speerpunten = dossier.of(Speerpunt)
    speerpunt = record if isinstance(record, Speerpunt) else speerpunten.get(getattr(record, "speerpunt", None) or 0)
    if speerpunt:
        return [speerpunt]
    theme = record.id if isinstance(record, Theme) else getattr(record, "theme", None)
    return dossier.speerpunten_of(theme or 0)


def with_partner(partners: tuple[Partner, ...], party: int, words: str) -> tuple[Partner, ...]:
    """The partners and this one; who is there already keeps one place, with the words of both."""
    for place, partner in enumerate(partners):
        joined = joined_words(partner.role, words) if partner.party == party else None
        if joined is not None:
            return (*partners[:place], partner.model_copy(update={"role": joined}), *partners[place + 1 :])
    return (*partners, Partner(party=party, role=words))
