"""The interpreter's window: always the question that is on the table, never what is private."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import catalogi
from desktop.models.antwoord import Antwoordstatus, Keuze, Wijze
from desktop.models.intake import BredeIntake
from desktop.models.prompts import Prompts
from desktop.models.vertaling import Promptmelding
from desktop.models.vragen import Vraagtype, Vragenlijst
from desktop.store.fouten import SchijfVol
from desktop.store.store import Store
from desktop.views import stijl
from desktop.views.intake.plek import Blad
from tests.conftest import SLEUTEL, Klok
from tests.pagina.gesprek import Tafel
from tests.pagina.toegankelijk import bedienbaar, gesproken_naam
from tests.pagina.tolkscherm import Tolkscherm

Paar = Callable[[str], tuple[Tafel, Tolkscherm]]


def prompts(tag: str) -> Prompts:
    return Prompts(catalogi.talen()[tag], catalogi.catalogus(tag), catalogi.schermteksten())


# What is on the table


def test_question_and_options_stand_in_both_languages_with_what_the_client_chose(
    tafel: Tafel, tolk: Tolkscherm, lijst: Vragenlijst
) -> None:
    tafel.ga_naar("WO01")
    vraag, arabisch = lijst.vragen["WO01"], prompts("ar")
    assert tolk.code == "WO01"
    assert tolk.nederlands == [vraag.tekst, *(o.tekst for o in vraag.opties)]
    eigen = [arabisch.tekst(vraag.context, vraag.tekst)]
    eigen += [arabisch.tekst(o.context, o.tekst) for o in vraag.opties]
    assert all(tekst.vertaald for tekst in eigen)
    assert tolk.eigen == [tekst.tekst for tekst in eigen]
    assert tolk.gekozen == []
    tafel.client.raak("In het azc")
    assert tolk.gekozen == ["In het azc"]
    tafel.client.raak("Bij familie")
    assert tolk.gekozen == ["Bij familie"]
    tafel.client.zeg_niet()
    assert tolk.gekozen == ["Dat wil ik niet zeggen"]


def test_every_question_to_ask_is_there_and_no_judgement_is(
    met_tolk: Paar, lijst: Vragenlijst, store: Store
) -> None:
    tafel, tolk = met_tolk("ti")
    gesprek, tigrinya = tafel.scherm.gesprek, prompts("ti")
    gesprek.meld_alleen(True)
    oordelen = [v for v in lijst.vragen.values() if v.oordeel]
    for vraag in lijst.gespreksvolgorde:
        gesprek.ga_naar(vraag.code)
        if vraag.oordeel:
            assert tolk.code == ""
            assert tolk.nederlands == ["Even wachten", "Er komt zo een nieuwe vraag."]
        else:
            assert tolk.code == vraag.code
            assert tolk.nederlands[0] == vraag.tekst
            assert tolk.eigen[0] == tigrinya.tekst(vraag.context, vraag.tekst).tekst
            if vraag.type is not Vraagtype.GRID:
                woorden = {o.tekst for o in vraag.opties}
                assert woorden <= set(tolk.nederlands), vraag.code
        gelezen = tolk.alles
        assert not any(k.code in gelezen or k.tekst in gelezen for k in oordelen)


def test_what_comes_next_passes_over_judgements(tafel: Tafel, tolk: Tolkscherm) -> None:
    tafel.ga_naar("SP11")
    kop, nederlands, eigen = tolk.hierna
    assert (kop, nederlands) == ("Hierna WO01:", "Waar woon je nu?")
    assert eigen == prompts("ar").tekst("WO01", "Waar woon je nu?").tekst


def test_what_is_asked_alone_is_not_read_out_before(
    tafel: Tafel, tolk: Tolkscherm, lijst: Vragenlijst
) -> None:
    alleen = next(v for v in lijst.gespreksvolgorde if v.alleen and not v.oordeel)
    gesprek = tafel.scherm.gesprek
    plek = [v.code for v in lijst.gespreksvolgorde].index(alleen.code)
    vorige = next(v for v in lijst.gespreksvolgorde[plek - 1 :: -1] if not v.oordeel)
    gesprek.ga_naar(vorige.code)
    assert alleen.tekst not in tolk.alles
    gesprek.ga_naar(alleen.code)
    assert tolk.nederlands == ["Ben je nu alleen met je klantmanager en de tolk?"]
    assert alleen.tekst not in tolk.alles
    gesprek.meld_alleen(True)
    assert tolk.nederlands[0] == alleen.tekst


def test_the_words_of_this_domain_come_first(tafel: Tafel, tolk: Tolkscherm) -> None:
    tafel.ga_naar("WO01")
    tolk.klik(tolk.venster.lijstknop)
    eerste = tolk.woordenlijst[:6]
    assert "huurtoeslag" in eerste
    assert "kinderbijslag" not in tolk.woordenlijst
    assert "gemeente" in tolk.woordenlijst
    tafel.ga_naar("OP01")
    assert "kinderbijslag" in tolk.woordenlijst[:6]


def test_opening_practice_and_closing_follow_too(
    qtbot: QtBot, dek: Callable[..., Tafel], maak_intake: Callable[..., str]
) -> None:
    from tests.views.tolk.conftest import tolk_van

    tafel = dek(maak_intake("kmr", geopend=False))
    tafel.klik_op("Zitting plannen")
    tolk = tolk_van(qtbot, tafel)
    assert tolk.nederlands[0] == "Welkom"
    tafel.klik_op("Begin het gesprek")
    codes = []
    while tafel.scherm.opening.kaart.isVisible():
        codes.append(tolk.code)
        tafel.klik(tafel.scherm.opening.ja)
    assert codes == ["O1", "T1", "O3", "O4", "O5", "O6", "O7"]
    assert tolk.code == "P1"
    assert tolk.nederlands == ["Wat drink je graag?", "Raak een plaatje aan."]
    tafel.klik_op("Oefenen overslaan")
    assert tolk.code == "SP01"
    tafel.naar(Blad.AFSLUITEN)
    assert tolk.code == "S1"
    assert tolk.eigen == [prompts("kmr").scherm("afsluiting.sterk").tekst]


# What stays private


def test_a_note_gives_the_waiting_view_and_its_words_never_cross(
    tafel: Tafel, tolk: Tolkscherm
) -> None:
    tafel.ga_naar("WO05")
    tafel.schrijf(tafel.bij_vraag.veld, "Slaapt op de grond, zegt de buurman")
    assert tolk.nederlands[0] == "Even wachten"
    assert tolk.code == ""
    assert "buurman" not in tolk.alles
    tafel.verder()
    assert "buurman" not in tolk.alles


def test_what_the_klantmanager_typed_does_not_cross(
    tafel: Tafel, tolk: Tolkscherm, lijst: Vragenlijst, store: Store
) -> None:
    gesprek = tafel.scherm.gesprek
    gesprek.meld_alleen(True)
    getypt = [v for v in lijst.gespreksvolgorde if v.type is Vraagtype.TEXT and not v.oordeel]
    assert getypt
    for vraag in getypt:
        gesprek.ga_naar(vraag.code)
        gesprek.zet_waarde("geheimzinnig verhaal")
        assert tolk.code == vraag.code
        assert "geheimzinnig" not in tolk.alles


@pytest.mark.parametrize(("dagen", "te_zien"), [(0, ["Niet goed"]), (1, [])])
def test_health_of_an_earlier_sitting_is_not_shown_to_another_interpreter(
    met_tolk: Paar, store: Store, klok: Klok, lijst: Vragenlijst, dagen: int, te_zien: list[str]
) -> None:
    tafel, tolk = met_tolk("ti")
    vraag = next(v for v in lijst.vragen.values() if v.domein == "FG" and v.type is Vraagtype.FACE3)
    gewoon = lijst.vragen["WO04"]
    with store.work() as work:
        intake = work.get(BredeIntake, tafel.scherm.gesprek.intake_id)
        for v in (vraag, gewoon):
            intake.beantwoord(v, Keuze(("slecht",)), door=work.door, wijze=Wijze.TOLK, nu=work.nu)
    klok.nu += timedelta(days=dagen)
    tafel.scherm.gesprek.ga_naar(vraag.code)
    assert tolk.code == vraag.code
    assert tolk.gekozen == te_zien
    tafel.scherm.gesprek.ga_naar(gewoon.code)
    assert tolk.gekozen == ["Niet goed"], "an ordinary answer may be seen again"


def test_a_refusal_about_health_of_an_earlier_sitting_is_gone_too(
    met_tolk: Paar, store: Store, klok: Klok
) -> None:
    tafel, tolk = met_tolk("ti")
    gesprek = tafel.scherm.gesprek
    gesprek.ga_naar("FG01")
    gesprek.niet(Antwoordstatus.ZEG_NIET)
    assert tolk.gekozen == ["Dat wil ik niet zeggen"]
    klok.nu += timedelta(days=1)
    gesprek.ververs()
    assert tolk.gekozen == []


def test_lock_leaves_nothing_and_leaving_the_talk_closes_it(
    tafel: Tafel, tolk: Tolkscherm, store: Store
) -> None:
    tafel.ga_naar("WO05")
    tafel.client.raak("Bed")
    tolk.klik(tolk.venster.klopt_niet)
    tolk.vul("Dit is Marokkaans", "")
    tafel.ruimte.vergrendel()
    store.sluit()
    assert tolk.alles == "Viergesprek"
    leeg = tolk.foto()
    assert (
        len(
            {
                leeg.pixel(x, y)
                for x in range(0, leeg.width(), 7)
                for y in range(0, leeg.height(), 7)
            }
        )
        == 1
    )
    store.heropen(SLEUTEL)
    tafel.ruimte.ontgrendel()
    assert tolk.gekozen == ["Bed"]
    venster = tolk.venster
    tafel.klik_op("← Dossier")
    assert not venster.isVisible()


# This is not what it should say


def meldingen(store: Store) -> list[Promptmelding]:
    with store.lees() as sessie:
        return list(sessie.query(Promptmelding).order_by(Promptmelding.op))


def test_the_interpreter_flags_an_option(tafel: Tafel, tolk: Tolkscherm, store: Store) -> None:
    tafel.ga_naar("WO01")
    tolk.meld("Dit zegt niemand", "مخيم", welke="In het azc")
    (melding,) = meldingen(store)
    assert (melding.taal, melding.context) == ("ar", "WO01.azc")
    assert (melding.notitie, melding.beter) == ("Dit zegt niemand", "مخيم")
    assert melding.tekst == prompts("ar").tekst("WO01.azc", "In het azc").tekst
    assert melding.door_tolk
    assert "Doorgegeven aan de vertaler." in tolk.alles
    assert not tolk.venster.formulier.isVisible()


def _vol(*_alles: Any, **_namen: Any) -> Any:
    raise SchijfVol


def test_what_the_interpreter_typed_stays_until_it_is_kept(
    tafel: Tafel, tolk: Tolkscherm, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    formulier = tolk.venster.formulier
    with monkeypatch.context() as even:
        even.setattr(store, "work", _vol)
        tolk.meld("Dit zegt niemand", "مخيم")
    assert formulier.isVisible()
    assert formulier.fout.isVisible()
    assert formulier.fout.text().startswith("De schijf is vol.")
    assert (formulier.notitie.text(), formulier.beter.text()) == ("Dit zegt niemand", "مخيم")
    assert "Doorgegeven aan de vertaler." not in tolk.alles
    tolk.stuur()
    assert [m.notitie for m in meldingen(store)] == ["Dit zegt niemand"]
    assert not formulier.isVisible()


def test_what_the_klantmanager_typed_stays_until_it_is_kept(
    tafel: Tafel, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    tafel.klik_op("Vertaling klopt niet")
    tafel.vul("Wat klopt er niet?", "Dit is te deftig")
    with monkeypatch.context() as even:
        even.setattr(store, "work", _vol)
        tafel.klik_op("Doorgeven")
    assert "De schijf is vol." in tafel.teksten
    assert "Doorgegeven aan de vertaler." not in tafel.teksten
    tafel.klik_op("Doorgeven")
    assert [m.notitie for m in meldingen(store)] == ["Dit is te deftig"]
    assert not tafel.is_er("Doorgeven")


def test_an_empty_remark_is_asked_for_again(tafel: Tafel, tolk: Tolkscherm, store: Store) -> None:
    tolk.meld()
    assert "Schrijf op wat er niet klopt" in tolk.alles
    assert meldingen(store) == []
    tolk.qtbot.keyClick(tolk.venster.formulier.notitie, Qt.Key.Key_Escape)
    assert not tolk.venster.formulier.isVisible()
    assert meldingen(store) == []


def test_a_remark_counts_also_when_the_talk_went_on(
    tafel: Tafel, tolk: Tolkscherm, store: Store
) -> None:
    tafel.ga_naar("WO01")
    tolk.klik(tolk.venster.klopt_niet)
    tafel.ga_naar("WO02")
    tolk.vul("Verkeerd woord", "")
    tolk.stuur()
    assert [m.context for m in meldingen(store)] == ["WO01"]


def test_the_klantmanager_flags_the_question(tafel: Tafel, store: Store) -> None:
    tafel.ga_naar("WO01")
    tafel.klik_op("Vertaling klopt niet")
    tafel.vul("Wat klopt er niet?", "De tolk zegt dat dit te deftig is")
    tafel.klik_op("Doorgeven")
    (melding,) = meldingen(store)
    assert (melding.context, melding.door_tolk) == ("WO01", False)
    assert "Doorgegeven aan de vertaler." in tafel.teksten
    tafel.ga_naar("WO02")
    assert "Doorgegeven aan de vertaler." not in tafel.teksten


def test_there_is_nothing_to_flag_in_dutch_or_at_a_judgement(
    dek: Callable[..., Tafel], maak_intake: Callable[..., str], lijst: Vragenlijst
) -> None:
    tafel = dek(maak_intake("nl"))
    assert not tafel.is_er("Vertaling klopt niet")
    tafel = dek(maak_intake("ti"))
    assert tafel.is_er("Vertaling klopt niet")
    oordeel = next(v for v in lijst.gespreksvolgorde if v.oordeel)
    tafel.ga_naar(oordeel.code)
    assert not tafel.is_er("Vertaling klopt niet")


# The window


@pytest.mark.parametrize("maat", [(1024, 600), (1920, 1080), (683, 384)])
@pytest.mark.parametrize("taal", ["ar", "ti", "kmr"])
def test_everything_fits_or_can_be_scrolled_to(
    met_tolk: Paar, lijst: Vragenlijst, taal: str, maat: tuple[int, int]
) -> None:
    tafel, tolk = met_tolk(taal)
    tafel.scherm.gesprek.meld_alleen(True)
    venster = tolk.venster
    venster.resize(*maat)
    QApplication.processEvents()
    for vraag in lijst.gespreksvolgorde:
        if vraag.oordeel:
            continue
        tafel.scherm.gesprek.ga_naar(vraag.code)
        QApplication.processEvents()
        blad, port = venster.blad, venster.rol.viewport()
        nodig = blad.hoogte_bij(port.width(), blad.maat)
        assert blad.height() >= nodig - 1, vraag.code
        if maat[0] >= 1024 and len(blad.rijen) <= 15:
            assert blad.height() <= port.height(), f"{vraag.code} has to be scrolled"
        helft = (venster.rol.width() - 16 - 32) // 2
        for rij in blad.rijen:
            zin = rij.soort == "zin"
            pixels = round(blad.maat * (1.0 if zin else 0.78))
            kolom = helft - (4 if zin else round(blad.maat * 0.95))
            letters = QFontMetrics(stijl.letter(max(13, pixels), vet=zin))
            for woord in f"{rij.nederlands} {rij.eigen}".split():
                assert letters.horizontalAdvance(woord) <= kolom, (vraag.code, woord)


def inkt_in_rechterkolom(tolk: Tolkscherm) -> tuple[int, int]:
    """How far the writing stands from the left and the right side of its column."""
    tolk.venster.resize(1280, 720)
    tolk.venster.klopt_niet.clearFocus()
    beeld, blad = tolk.foto(), tolk.venster.blad
    hoek = blad.mapTo(tolk.venster, QPoint(0, 0))
    links, rechts = hoek.x() + blad.width() // 2 + 24, hoek.x() + blad.width() - 2
    hoog = range(hoek.y() + 8, hoek.y() + 40)
    donker = [
        x for x in range(links, rechts) for y in hoog if beeld.pixelColor(x, y).lightness() < 90
    ]
    assert donker
    return min(donker) - links, rechts - max(donker)


def test_right_to_left_begins_at_the_right_side_and_the_rest_at_the_left(met_tolk: Paar) -> None:
    links, rechts = inkt_in_rechterkolom(met_tolk("ar")[1])
    assert rechts < 40 < links
    links, rechts = inkt_in_rechterkolom(met_tolk("ti")[1])
    assert links < 40 < rechts


def test_by_keyboard_and_by_ear(tafel: Tafel, tolk: Tolkscherm) -> None:
    tafel.ga_naar("WO01")
    venster = tolk.venster
    venster.activateWindow()
    tolk.qtbot.waitUntil(venster.isActiveWindow)
    assert [gesproken_naam(w) for w in bedienbaar(venster)] == ["Woordenlijst", "Dit klopt niet"]
    assert "Waar woon je nu?" in venster.blad.accessibleName()
    tolk.qtbot.keyClick(venster, Qt.Key.Key_F4)
    assert tolk.woordenlijst
    assert not tolk.nederlands
    tolk.qtbot.keyClick(venster, Qt.Key.Key_F4)
    assert tolk.nederlands
    assert not tolk.woordenlijst


def test_the_window_keeps_the_last_place_when_it_is_opened_late(tafel: Tafel, qtbot: QtBot) -> None:
    from tests.views.tolk.conftest import tolk_van

    tafel.ga_naar("FI02")
    tolk = tolk_van(qtbot, tafel)
    assert tolk.code == "FI02"
    tolk.venster.close()
    tafel.ga_naar("FI03")
    assert tolk_van(qtbot, tafel).code == "FI03"
