"""`sto concept --partij`: papers about one party, and what is refused."""

from pathlib import Path

from tests.support.commands import Sto


def test_a_jaarplanning_of_a_party_has_its_name(example: Path, sto: Sto) -> None:
    made = sto("concept", example, "--deel", "jaarplanning", "--partij", "Kompas")
    assert (made.code, made.err) == (0, "")
    assert Path(made.out.strip()).name.startswith("jaarplanning-kompas-college-veenderwaard-2027-2028-")


def test_a_party_that_is_unknown_or_out_of_place_is_refused_in_one_sentence(example: Path, sto: Sto) -> None:
    unknown = sto("concept", example, "--deel", "jaarplanning", "--partij", "Bestaat niet")
    assert (unknown.code, unknown.out, unknown.err.count("\n")) == (2, "", 1)
    assert "Bestaat niet" in unknown.err
    whole = sto("concept", example, "--partij", "Kompas")
    assert (whole.code, whole.err) == (2, "--partij hoort bij --deel jaarplanning of verklaring.\n")
    nobody = sto("concept", example, "--deel", "verklaring")
    assert (nobody.code, nobody.err.count("\n")) == (2, 1)
    assert nobody.err.startswith("Een verklaring is van één partij.")
    body = sto("concept", example, "--deel", "verklaring", "--partij", "stuurgroep")
    assert (body.code, body.out, body.err.count("\n")) == (2, "", 1)
