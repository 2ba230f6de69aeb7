"""Notes beside the question: kept, shielded, and hidden at one key."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from desktop.models.antwoord import Notitie, Notitiesoort
from desktop.models.clientbeeld import Beeldsoort
from desktop.store.store import Store
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Dek

Notities = Callable[[], list[Notitie]]


def noteer(tafel: Tafel, veld: QPlainTextEdit, tekst: str) -> None:
    """Writes a note and goes back to the question."""
    tafel.schrijf(veld, tekst)
    tafel.paneel.richt()


def te_lezen(scherm: QWidget) -> str:
    """All that can be read on a window, in labels and in fields."""
    teksten = [w.text() for w in scherm.findChildren(QLabel) if w.isVisible()]
    teksten += [w.toPlainText() for w in scherm.findChildren(QPlainTextEdit) if w.isVisible()]
    return "\n".join(teksten)


def test_a_note_stands_with_its_question_or_with_its_domain(
    tafel: Tafel, notities: Notities, store: Store
) -> None:
    noteer(tafel, tafel.bij_vraag.veld, "Kent vooral mensen van de kerk in Ens.")
    noteer(tafel, tafel.bij_domein.veld, "Vertelt graag.")
    assert {(n.domein, n.vraag_code, n.tekst, n.soort, n.door) for n in notities()} == {
        (
            "SP",
            "SP01",
            "Kent vooral mensen van de kerk in Ens.",
            Notitiesoort.GEWOON,
            store.gebruiker_id,
        ),
        ("SP", None, "Vertelt graag.", Notitiesoort.GEWOON, store.gebruiker_id),
    }
    tafel.ga_naar("SP02")
    assert tafel.bij_vraag.veld.toPlainText() == ""
    assert tafel.bij_domein.veld.toPlainText() == "Vertelt graag."
    tafel.ga_naar("WO01")
    assert tafel.bij_domein.veld.toPlainText() == ""
    tafel.ga_naar("SP01")
    assert tafel.bij_vraag.veld.toPlainText() == "Kent vooral mensen van de kerk in Ens."
    assert "Anneke de Boer" in tafel.bij_vraag.wie.text()


def test_a_note_can_be_changed_doubled_and_taken_away(tafel: Tafel, notities: Notities) -> None:
    noteer(tafel, tafel.bij_vraag.veld, "Eerste.")
    noteer(tafel, tafel.bij_vraag.veld, "Eerste, verbeterd.")
    assert [n.tekst for n in notities()] == ["Eerste, verbeterd."]
    tafel.klik_op("+ Nog een", tafel.gespreksblad.notities.vraag)
    tafel.letters("Tweede.")
    tafel.paneel.richt()
    assert [n.tekst for n in notities()] == ["Eerste, verbeterd.", "Tweede."]
    noteer(tafel, tafel.bij_vraag.veld, "")
    assert [n.tekst for n in notities()] == ["Eerste, verbeterd."]


def test_a_note_can_be_shielded(tafel: Tafel, notities: Notities) -> None:
    noteer(tafel, tafel.bij_vraag.veld, "Iemand dwingt haar.")
    tafel.klik(tafel.bij_vraag.afgeschermd)
    (notitie,) = notities()
    assert notitie.soort is Notitiesoort.AFGESCHERMD
    tafel.ga_naar("SP02")
    tafel.ga_naar("SP01")
    assert tafel.bij_vraag.afgeschermd.isChecked()
    tafel.klik(tafel.bij_vraag.afgeschermd)
    (notitie,) = notities()
    assert notitie.soort is Notitiesoort.GEWOON


def test_a_note_can_be_a_scrap_of_paper_and_goes_on_as_the_same_note(
    tafel: Tafel, notities: Notities
) -> None:
    noteer(tafel, tafel.bij_vraag.veld, "Nog bellen.")
    (eerst,) = notities()
    tafel.klik(tafel.bij_vraag.klad)
    (notitie,) = notities()
    assert (notitie.id, notitie.soort) == (eerst.id, Notitiesoort.WERKAANTEKENING)
    tafel.ga_naar("SP02")
    tafel.ga_naar("SP01")
    assert tafel.bij_vraag.klad.isChecked()
    tafel.klik(tafel.bij_vraag.afgeschermd)
    (notitie,) = notities()
    assert notitie.soort is Notitiesoort.AFGESCHERMD
    assert not tafel.bij_vraag.klad.isChecked()


def test_a_note_with_a_shielded_question_is_always_shielded(
    tafel: Tafel, notities: Notities
) -> None:
    tafel.ga_naar("MG10")
    assert tafel.bij_vraag.afgeschermd.isChecked()
    noteer(tafel, tafel.bij_vraag.veld, "Meldcode besproken.")
    tafel.klik(tafel.bij_vraag.afgeschermd)
    (notitie,) = notities()
    assert notitie.soort is Notitiesoort.AFGESCHERMD
    tafel.ga_naar("MG09")
    tafel.ga_naar("MG10")
    assert tafel.bij_vraag.afgeschermd.isChecked()


def test_one_key_hides_all_notes_when_the_client_looks_along(tafel: Tafel, dek: Dek) -> None:
    noteer(tafel, tafel.bij_vraag.veld, "Lijkt bang.")
    noteer(tafel, tafel.bij_domein.veld, "Ook boos.")
    assert "Lijkt bang." in te_lezen(tafel.ruimte)
    tafel.druk(Qt.Key.Key_F8)
    for code in ("SP01", "SP02", "SP01"):
        tafel.ga_naar(code)
        gelezen = te_lezen(tafel.ruimte)
        assert "Lijkt bang." not in gelezen
        assert "Ook boos." not in gelezen
    assert "Notities zijn verborgen. Met F8 zie je ze weer." in te_lezen(tafel.ruimte)
    opnieuw = dek()
    assert "Lijkt bang." not in te_lezen(opnieuw.ruimte), "hidden stays hidden"
    opnieuw.druk(Qt.Key.Key_F8)
    assert "Lijkt bang." in te_lezen(opnieuw.ruimte)


def test_hiding_in_the_middle_of_a_note_keeps_it_and_ends_the_waiting(
    tafel: Tafel, notities: Notities
) -> None:
    tafel.druk(Qt.Key.Key_F2)
    tafel.letters("Half")
    assert tafel.client.soort is Beeldsoort.WACHT
    tafel.druk(Qt.Key.Key_F8)
    assert [n.tekst for n in notities()] == ["Half"]
    assert tafel.client.soort is Beeldsoort.VRAAG
    tafel.letters("1")
    assert [n.tekst for n in notities()] == ["Half"], "the keyboard is not in the hidden note"


def test_f2_leads_to_the_note_also_when_notes_are_hidden(tafel: Tafel, notities: Notities) -> None:
    tafel.druk(Qt.Key.Key_F8)
    tafel.druk(Qt.Key.Key_F2)
    tafel.letters("Toch iets.")
    assert "Toch iets." in te_lezen(tafel.ruimte)
    tafel.druk(Qt.Key.Key_Right, met=Qt.KeyboardModifier.AltModifier)
    assert [(n.vraag_code, n.tekst) for n in notities()] == [("SP01", "Toch iets.")]


def test_a_note_in_the_making_survives_a_switched_off_laptop(
    tafel: Tafel, stroom_uit: Callable[[], Tafel], notities: Notities
) -> None:
    tafel.schrijf(tafel.bij_vraag.veld, "Nog niet af")
    assert not notities()
    opnieuw = stroom_uit()
    assert opnieuw.bij_vraag.veld.toPlainText() == "Nog niet af"
    opnieuw.ga_naar("SP02")
    with opnieuw.ruimte.werkplek.store.lees() as sessie:
        assert [(n.vraag_code, n.tekst) for n in sessie.query(Notitie)] == [("SP01", "Nog niet af")]


def test_a_touch_of_the_client_leaves_a_note_in_peace(tafel: Tafel, notities: Notities) -> None:
    """The client still touches while the klantmanager begins to write."""
    tafel.client.raak("Vrienden")
    tafel.schrijf(tafel.bij_vraag.veld, "Zij zegt")
    tafel.client.stop()
    tafel.letters(" iets")
    assert tafel.bij_vraag.veld.toPlainText() == "Zij zegt iets"
