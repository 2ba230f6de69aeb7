"""All languages on the client's window: every letter in the font, the right way round, no Dutch."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

import pytest
from PySide6.QtGui import QFontMetrics, QRawFont
from pytestqt.qtbot import QtBot

from desktop import catalogi
from desktop.models.catalogus import Taal
from desktop.models.prompts import Prompts, Vertaalstatus
from desktop.models.vragen import Vragenlijst, teksten
from desktop.views import stijl
from desktop.views.client.venster import Clientvenster
from tests.views.client.schermen import BADINI, TALEN, Scherm

Schermen = Mapping[str, tuple[Scherm, ...]]
RTL = {"ar", "fa", "prs", "ckb", "ps", BADINI}
per_taal = pytest.mark.parametrize("taal", TALEN)


def alle_teksten(prompts: Prompts, lijst: Vragenlijst) -> list[tuple[str, str]]:
    """(msgctxt, text) of everything that a client of this language can meet."""
    uit = [(context, prompts.tekst(context, nl).tekst) for context, nl in teksten(lijst)]
    for code, bron in catalogi.schermteksten().items():
        if "meervoud" in bron:
            uit += [(code, prompts.scherm(code, aantal=n).tekst) for n in (0, 1, 2, 5, 21, 100)]
        else:
            uit.append((code, prompts.tekst(code, bron["tekst"]).tekst))
    uit += [(w.code, prompts.tekst(w.code, w.uitleg).tekst) for w in catalogi.ambtswoorden()]
    return uit


@per_taal
def test_every_letter_is_in_the_font(
    letters: None, prompts: dict[str, Prompts], lijst: Vragenlijst, taal: str
) -> None:
    lettertype = QRawFont.fromFont(stijl.letter(40))
    assert lettertype.supportsCharacter(ord("ሰ")), "the font is there"
    assert not lettertype.supportsCharacter(0x13000), "and has no boxes for what it lacks"
    for context, tekst in alle_teksten(prompts[taal], lijst):
        for teken in tekst:
            if unicodedata.category(teken) in ("Cf", "Zs"):
                continue
            assert lettertype.supportsCharacter(ord(teken)), f"{context}: {teken!r} in {tekst}"


@per_taal
def test_digits_and_months_are_in_the_font(
    letters: None, talen: dict[str, Taal], taal: str
) -> None:
    lettertype = QRawFont.fromFont(stijl.letter(40))
    gegeven = talen[taal.partition("/")[0]]
    for teken in {*gegeven.cijfers, *"".join(gegeven.maanden), *gegeven.eigen_naam} - {" "}:
        assert lettertype.supportsCharacter(ord(teken)), teken


@per_taal
def test_no_question_falls_back_to_dutch(schermen: Schermen, taal: str) -> None:
    verwacht = Vertaalstatus.BRON if taal == "nl" else Vertaalstatus.CONCEPT
    for scherm in schermen[taal]:
        beeld = scherm.beeld
        tekstdelen = [beeld.titel, *(t.tekst for t in beeld.tegels)]
        for tekst in tekstdelen:
            assert tekst is not None
            assert tekst.status in (verwacht, Vertaalstatus.BRON), f"{taal} {scherm.naam}"
            if taal != "nl":
                assert tekst.status is verwacht, f"{taal} {scherm.naam} {tekst.tekst}"


@per_taal
def test_the_direction_is_that_of_the_language(
    venster: Clientvenster, prompts: dict[str, Prompts], schermen: Schermen, taal: str
) -> None:
    """Not of the text (peers.md B3, 2): a Dutch name or a full stop turns nothing round."""
    venster.resize(1366, 768)
    venster.toon(schermen[taal][0].beeld, prompts[taal])
    weet_niet, klaar = venster.knop_weet_niet, venster.knop_klaar
    rechts = weet_niet.x() > klaar.x()
    assert rechts is (taal in RTL)
    assert (venster.tegels[0].x() > venster.tegels[1].x()) is (taal in RTL)


def test_turkish_has_its_own_capitals(qtbot: QtBot) -> None:
    from PySide6.QtCore import QLocale

    assert QLocale(catalogi.talen()["tr"].locale).toUpper("istanbul ılık") == "İSTANBUL ILIK"
    assert QLocale(catalogi.talen()["nl"].locale).toUpper("istanbul") == "ISTANBUL"


@pytest.mark.parametrize("vet", [False, True])
def test_the_ukrainian_i_keeps_its_dot(letters: None, vet: bool) -> None:
    """Kurinto's own composition rules take it off (stijl.letter)."""
    maten = QFontMetrics(stijl.letter(80, vet=vet))
    assert maten.tightBoundingRect("і").height() > maten.tightBoundingRect("ı").height() * 1.2
    assert maten.tightBoundingRect("ні").height() > maten.tightBoundingRect("н").height() * 1.2
