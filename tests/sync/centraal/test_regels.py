"""Rows as text: the form of a push, and of a seal."""

from __future__ import annotations

import hashlib
import hmac

import pytest

from desktop.sync.regels import als_regels, zegel
from tests.sync.bouw import GEMEENTE, nieuw
from tests.sync.conftest import Centrum

RIJ = (
    "id", "0171:werk", None, "notitie", "r", "tekst", "set", '"é\\u001f"', "[]", "0" * 20, None,
    "a", 1, 2, None, "af", "", "ha",
)  # fmt: skip


def test_a_seal_is_a_hmac_over_the_values_as_the_contract_says() -> None:
    tekst = "\x1f".join(
        ["id", "0171:werk", "", "notitie", "r", "tekst", "set", '"é\\u001f"', "[]", "0" * 20, "",
         "a", "1", "2", "", "af", "", "ha"]
    )  # fmt: skip
    sleutel = bytes(range(32))
    assert zegel(sleutel, RIJ) == hmac.new(sleutel, tekst.encode(), hashlib.sha256).hexdigest()


@pytest.mark.parametrize("plek", [5, 7, 10])
@pytest.mark.parametrize("teken", ["\x1e", "\x1f"])
def test_a_separator_in_a_value_is_not_sent(plek: int, teken: str) -> None:
    """JSON has no control characters, so this is a damaged row; it must not become two."""
    kapot = (*RIJ[:plek], f"x{teken}y", *RIJ[plek + 1 :])
    with pytest.raises(ValueError, match="control character"):
        als_regels([RIJ, kapot])


def test_a_row_of_another_length_is_not_sent() -> None:
    with pytest.raises(ValueError):
        als_regels([RIJ[:-1]])
    with pytest.raises(ValueError):
        als_regels([RIJ, RIJ[:-1]])


@pytest.mark.parametrize(
    "waarde", ["", " ", "null", 'a"b\\c', "\u2028\u0007é🙂", "{}[],", "\t\n", "x" * 100_000]
)
def test_any_text_arrives_as_it_was(centrum: Centrum, waarde: str) -> None:
    anneke = centrum.laptop("anneke")
    rij = anneke.rij("notitie", nieuw(), "tekst", waarde, dossier=nieuw())
    assert anneke.breng([rij]).fout == ""
    assert list(anneke.haal_alles().values()) == [rij]
    with centrum.psql("anneke") as verbinding:
        assert verbinding.execute("SELECT tekst FROM viergesprek_rapport.notitie").fetchone() == (
            waarde,
        )


def test_a_single_row_with_every_empty_value(centrum: Centrum) -> None:
    els = centrum.laptop("els")
    rij = els.rij("medewerker", nieuw(), "", klasse="gemeente", soort="delete")
    assert els.breng([rij]).geweigerd == ()
    assert list(els.haal_alles().values()) == [rij]
    assert els.centrale.aangeboden(GEMEENTE) == []
