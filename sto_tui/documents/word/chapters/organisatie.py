"""Who steers, who does the work, and the VERI matrix."""

from collections.abc import Sequence

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.chapters.veri_matrix import told_roles, write_matrix
from sto_tui.documents.word.styles import LABEL_TINT
from sto_tui.documents.word.writer import Writer, bound_to_next, kept_together
from sto_tui.documents.word.xml_writing import cell, row, run, table
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import capital, enumerate_words
from sto_tui.domain.milestones import Veri
from sto_tui.domain.parties import Body, Member
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref
from sto_tui.planning.parties_of_plan import bodies_of_plan, seats_of_plan
from sto_tui.planning.steering import steered

# Number, the rest of a label, the rest of a party, person, role.
_GRID = (0.9, 2.1, 3.4, 5.4, 4.2)


def write(dossier: Dossier, writer: Writer) -> None:
    """Bodies, written parts, and the matrix on landscape pages."""
    writer.lead(_about(dossier))
    opening(dossier, writer, Chapter.ORGANISATIE)
    _bodies(dossier, writer)
    headed(dossier, writer, Chapter.ORGANISATIE)
    if not dossier.of(Veri):
        writer.heading(2, "VERI-matrix")
        writer.ask(list_of("veri"))
        return
    writer.turn(landscape=True)
    write_matrix(dossier, writer)


def _about(dossier: Dossier) -> str:
    """The bodies, and what the codes that stand in the matrix tell."""
    roles, bodies = enumerate_words(told_roles(dossier)), bodies_of_plan(dossier)
    topics = [
        *(["noemt de organen" + " met hun taak" * any(body.task for body in bodies)] if bodies else []),
        *([f"laat zien {roles}"] if roles else []),
    ]
    return f"Dit hoofdstuk {' en '.join(topics) or 'gaat over de organisatie'}."


def _bodies(dossier: Dossier, writer: Writer) -> None:
    """Per body what it is for, how it works, and who sits in it."""
    if writer.ask(list_of("bodies")):
        return
    of_plan = {body.id for body in bodies_of_plan(dossier)}
    for body in (body for body, _ in steered(dossier) if body.id in of_plan):
        title = f"{capital(body.name)}: {enumerate_words(_topics(dossier, body))}"
        writer.caption(title)
        rows = [*_about_body(dossier, writer, body), *_members(dossier, writer, body)]
        head, *rest = rows
        kept = [head, *kept_together(rest)]
        xml = table(writer.style("STORijentabel"), list(_GRID), kept, title, _described(dossier, body))
        writer.add(xml)


def _topics(dossier: Dossier, body: Body) -> list[str]:
    """What its table tells; what it does is asked when nobody filled that in."""
    has_seats = bool(seats_of_plan(dossier, body) or body.size or body.chair)
    return ["taak", *(["leden"] if has_seats else []), *(["overleg"] if body.meets else [])]


def _described(dossier: Dossier, body: Body) -> str:
    meets = " en hoe het overlegt" * bool(body.meets)
    if not seats_of_plan(dossier, body):
        return f"Wat dit orgaan doet{meets}."
    return f"Eerst wat dit orgaan doet{meets}, dan een rij per lid met naam en rol."


def _about_body(dossier: Dossier, writer: Writer, body: Body) -> list[str]:
    """Its name as a head, then its fields with their labels, and under which body or theme of this plan it belongs."""
    place = ref_of(body)
    fields = (
        ("Taak", "task", body.task),
        ("Bevoegdheid", "authority", body.authority),
        ("Voorzitter", "chair", body.chair),
        ("Aantal leden", "size", str(body.size or "")),
        ("Keer per jaar", "meets", str(body.meets or "")),
    )
    bound = (("Valt onder", Ref("bodies", body.parent or 0)), ("Hoort bij", Ref("themes", body.theme or 0)))
    name = "".join(writer.in_column(place.at("name"), body.name, "Orgaan", "STOTabelkop"))
    rows = [_labelled((writer.cell_text(writer.mark(run("Orgaan"), place), "STOTabelkop"), name), head=True)]
    for label, field_name, text in fields:
        where = place.at(field_name)
        if text or writer.lacks(where):
            rows.append(_labelled((writer.label(label, where), writer.value(where, text))))
    for label, ref in bound:
        if ref.id in dossier.tables[ref.table]:
            name = dossier.caption(ref) if ref.table == "bodies" else dossier.name(ref)
            rows.append(_labelled((writer.label(label), writer.cell_text(run(name)))))
    return rows


def _labelled(contents: tuple[str, str], *, head: bool = False) -> str:
    """A label, and what stands beside it over the other columns."""
    label, content = contents
    shade = "" if head else LABEL_TINT
    beside = cell(sum(_GRID[2:]), [content], span=3)
    return row((cell(sum(_GRID[:2]), [label], shade=shade, span=2), beside), head=head)


def _members(dossier: Dossier, writer: Writer, body: Body) -> list[str]:
    """A row per seat, under a head of their own."""
    seats = seats_of_plan(dossier, body)
    if not seats:
        return []
    heads = [writer.cell_text(run(text), "STOTabelkop") for text in ("Lid", "Partij", "Persoon of functie", "Rol")]
    head = _seat(heads, shade=LABEL_TINT)
    rows = [_member(dossier, writer, body, member, number) for number, member in enumerate(seats, 1)]
    return [bound_to_next(head), *rows]


def _member(dossier: Dossier, writer: Writer, body: Body, member: Member, number: int) -> str:
    """Party, person and role, which are fields of this seat."""
    seat = f"members#{member.id}"
    party = dossier.caption(Ref("parties", member.party)) if member.party else ""
    contents = (
        writer.number(str(number), f"{ref_of(body)}/{seat}"),
        writer.in_column(ref_of(body, f"{seat}/party"), party, "Partij"),
        writer.in_column(ref_of(body, f"{seat}/person"), member.person, "Persoon of functie"),
        writer.in_column(ref_of(body, f"{seat}/role"), member.role, "Rol"),
    )
    return _seat(contents)


def _seat(contents: Sequence[str], *, shade: str = "") -> str:
    """A row of number, party, person and role."""
    number, party, person, role = contents
    return row(
        (
            cell(_GRID[0], [number], shade=shade),
            cell(sum(_GRID[1:3]), [party], shade=shade, span=2),
            cell(_GRID[3], [person], shade=shade),
            cell(_GRID[4], [role], shade=shade),
        )
    )
