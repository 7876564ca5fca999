"""The list on which partners sign: who takes part, what each puts in, who signed already, and where to sign."""

from sto_tui.documents.word import Draft, DraftOptions
from sto_tui.documents.word.assembly import Labels, opened, packed
from sto_tui.documents.word.sheet_opening import write_opening
from sto_tui.documents.word.styles import LABEL_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount, count, euros, has_cents, short_date
from sto_tui.domain.money import Cofinancing
from sto_tui.domain.region_words import programme_of, region_in_words
from sto_tui.planning.cofinancing_statement import Signer, contributed_by_others, signers
from sto_tui.planning.money.what_counts import unpriced

_WIDTHS = (0.9, 4.3, 3.2, 2.0, 2.8, 2.8)
_ROOM_TO_SIGN = "\n"


def build(dossier: Dossier, options: DraftOptions) -> Draft:
    """The document; the same dossier and options give the same bytes. Raises TemplateError."""
    base = opened(options)
    writer = Writer(base.ids, dossier, options.date, part=options.part, page=base.page)
    write_opening(writer, "Handtekeningen van de partners")
    partners = signers(dossier)
    if partners:
        writer.text(_how_many_signed(partners))
        _table(writer, partners)
    else:
        writer.text("Er staan nog geen partijen in het dossier. Voeg ze toe bij 4 Plan.")
    if rest := contributed_by_others(dossier):
        writer.source(f"Niet in deze lijst: {amount(rest)} zonder partij, of van een partij die gestopt is.")
    region = programme_of(dossier.region)
    title = f"Handtekeningen {region_in_words(dossier.region)}"
    labels = Labels(title, region, "handtekeningen", "partners; samenwerking", cover=False)
    return Draft(packed(base, writer.blocks, writer, options, labels), (), base.notices)


def _how_many_signed(partners: list[Signer]) -> str:
    """Of those of whom it is known; of who stopped since it is not."""
    known = [signer for signer in partners if not signer.is_unknown]
    signed, others = sum(signer.has_signed for signer in known), len(partners) - len(known)
    if not known:
        return f"Of de {'enige partij tekende' if others == 1 else 'partijen tekenden'}, is niet meer bekend."
    rest = f"; van {others} andere is dat niet bekend" if others else ""
    if len(known) == 1:
        return f"{'Eén' if others else 'De enige'} partij heeft {'' if signed else 'nog niet '}getekend{rest}."
    verb = "hebben" if signed > 1 else "heeft"
    return f"{signed or 'Nog geen'} van de {count(len(known), 'partij', 'partijen')} {verb} getekend{rest}."


def _table(writer: Writer, partners: list[Signer]) -> None:
    with_cents = any(has_cents(signer.contribution) for signer in partners)
    rows = []
    for place, signer in enumerate(partners, 1):
        contribution = euros(signer.contribution, with_cents=with_cents) if signer.contribution else "–"
        rows.append(
            [
                *(writer.cell_text(run(text)) for text in (str(place), signer.party.name, signer.party.kind.label)),
                writer.cell_text(run(contribution), "STOTabelgetal"),
                writer.cell_text(run(_signed(signer))),
                writer.cell_text(run("")),
            ]
        )
    together = sum(signer.contribution for signer in partners)
    total = euros(together, with_cents=with_cents) if together else "–"
    ends = [writer.cell_text(run(text, bold=True)) for text in ("", "Samen", "")]
    rows.append([*ends, writer.cell_text(run(total, bold=True), "STOTabelgetal"), *[writer.cell_text("")] * 2])
    shades = {(len(partners), column): LABEL_TINT for column in range(len(_WIDTHS))}
    head = ("Nr", "Partij", "Soort", "Bijdrage", "Naam en functie", "Handtekening")
    about = "Per partij de soort, de bijdrage in euro, en waar getekend wordt of al getekend is."
    title = "Handtekeningen van de partners"
    writer.table(
        _WIDTHS, head, rows, title, about, numbers_from=3, numbers_to=4, caption=False, together=False, shades=shades
    )
    bare = len(unpriced(writer.dossier.of(Cofinancing).values()))
    lacking = f" Zonder bedrag, en niet meegeteld: {count(bare, 'bijdrage', 'bijdragen')}." if bare else ""
    writer.source(f"Bijdrage: de cofinanciering van deze planperiode in euro, beoogd of steviger.{lacking}")


def _signed(signer: Signer) -> str:
    day = signer.agreed_on
    if signer.is_unknown:
        return f"Deed mee sinds\n{short_date(day)}" if day else "Deed mee"
    if not signer.has_signed:
        return _ROOM_TO_SIGN
    return f"Getekend op\n{short_date(day)}" if day else "Getekend,\ndag niet bekend"
