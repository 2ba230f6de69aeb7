"""How well pictograms work, for the beheerder."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop.models.pictogramproef import GENOEG, Uitslag
from desktop.store.pictogramproeven import bewaar_proef
from desktop.store.store import Store
from desktop.views.beheer.pictogrammen import Kolom
from desktop.views.werkplek import Werkplek
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.pagina.vertalingen import Plaatjespagina

NIET_ALLEEN = "Niet alleen gebruiken: toon het woord"
LET_OP = "Let op: minder dan twee op de drie kent dit"
GOED = "Goed herkend"


def proef(store: Store, naam: str, goed: int, fout: int, taal: str = "ti") -> None:
    """So many people were right and wrong about a pictogram."""
    with store.work() as work:
        for uitslag, keer in ((Uitslag.GOED, goed), (Uitslag.FOUT, fout)):
            for _ in range(keer):
                bewaar_proef(work, naam, taal, uitslag, leest=False)


@pytest.mark.parametrize(
    ("goed", "fout", "deel", "zin"),
    [
        (19, 0, "–", "Nog 1 antwoord nodig"),
        (10, 0, "–", "Nog 10 antwoorden nodig"),
        (14, 6, "70 %", GOED),
        (14, 7, "67 %", GOED),  # two thirds exactly
        (13, 7, "65 %", LET_OP),
        (7, 14, "33 %", LET_OP),  # one third exactly
        (6, 14, "30 %", NIET_ALLEEN),
    ],
)
def test_from_twenty_answers_on_a_share_and_what_to_do(
    qtbot: QtBot, store: Store, werkplek: Werkplek, goed: int, fout: int, deel: str, zin: str
) -> None:
    proef(store, "bed", goed, fout)
    pagina = Plaatjespagina(qtbot, werkplek)
    assert pagina.rijen == [("Bed", str(goed + fout), deel, zin)]


def test_what_needs_attention_comes_first_and_each_language_counts_apart(
    qtbot: QtBot, store: Store, werkplek: Werkplek
) -> None:
    proef(store, "bed", GENOEG, 0, "ti")
    proef(store, "buurthuis", 15, 0, "ti")
    proef(store, "buurthuis", 1, 14, "ar")
    proef(store, "werk", 1, GENOEG, "ar")
    pagina = Plaatjespagina(qtbot, werkplek)
    assert [(naam, zin) for naam, _, _, zin in pagina.rijen] == [
        ("Werken", NIET_ALLEEN),
        ("Buurthuis", LET_OP),
        ("Bed", GOED),
    ]
    assert pagina.scherm.samen.text() == "2 plaatjes vragen aandacht."
    pagina.kies("Arabisch")
    assert [(naam, aantal) for naam, aantal, _, _ in pagina.rijen] == [
        ("Werken", "21"),
        ("Buurthuis", "15"),
    ]
    assert pagina.scherm.samen.text() == "1 plaatje vraagt aandacht."


def test_the_pictogram_is_drawn_and_named(qtbot: QtBot, store: Store, werkplek: Werkplek) -> None:
    proef(store, "bed", 1, 0)
    pagina = Plaatjespagina(qtbot, werkplek)
    model = pagina.scherm.model
    plek = model.index(0, Kolom.PLAATJE)
    beeld = model.data(plek, Qt.ItemDataRole.DecorationRole).toImage()
    kleuren = {beeld.pixel(x, y) for x in range(beeld.width()) for y in range(beeld.height())}
    assert len(kleuren) > 10, "not an empty square"
    assert model.data(plek, Qt.ItemDataRole.AccessibleTextRole) == "Bed"
    assert zonder_naam(pagina.scherm) == []
    assert niet_te_bereiken(qtbot, pagina.scherm, pagina.scherm.knop_terug) == []


def test_nothing_tried_yet_says_where_it_comes_from_and_then_follows(
    qtbot: QtBot, store: Store, werkplek: Werkplek
) -> None:
    pagina = Plaatjespagina(qtbot, werkplek)
    assert "Drie plaatjes" in pagina.scherm.leeg.text()
    assert pagina.scherm.leeg.isVisible()
    assert not pagina.scherm.tabel.isVisible()
    proef(store, "bed", 1, 0)
    assert pagina.scherm.tabel.isVisible()
    assert not pagina.scherm.leeg.isVisible()
