"""Three pictures after the closing: what is shown, what is kept, and what never is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.basis import tabel
from desktop.models.clientbeeld import Beeldsoort
from desktop.models.pictogramproef import Pictogramproef, Uitslag, te_proberen
from desktop.models.tolkbeeld import Tolksoort
from desktop.models.vragen import Vragenlijst
from desktop.models.wijziging import Wijziging
from desktop.store.oefening import oefendossier
from desktop.store.store import Store
from desktop.views.intake.plaatjes import Plaatjeskaart
from desktop.views.intake.plek import Blad
from tests.pagina.gesprek import Tafel
from tests.views.intake.conftest import Dek


def sluit(tafel: Tafel) -> Tafel:
    """Closes the talk."""
    tafel.naar(Blad.AFSLUITEN)
    tafel.vul("Waarom sluit je nu af?", "De cliënt is moe.")
    tafel.klik_op("Gesprek afsluiten")
    return tafel


@pytest.fixture
def gesloten(tafel: Tafel) -> Tafel:
    """A closed intake."""
    return sluit(tafel)


def kaart(tafel: Tafel) -> Plaatjeskaart:
    return tafel.scherm.afsluiting.plaatjes


def proeven(store: Store) -> list[Pictogramproef]:
    with store.lees() as sessie:
        return sessie.query(Pictogramproef).all()


def begin(tafel: Tafel) -> tuple[str, ...]:
    """The client is willing: the first picture is shown. Which three they are."""
    tafel.klik_op("Laat de uitleg zien")
    tafel.klik_op("Eerste plaatje")
    return tafel.scherm.gesprek.plek.plaatjes


def test_the_card_is_there_after_the_closing_only(tafel: Tafel) -> None:
    tafel.naar(Blad.AFSLUITEN)
    assert not kaart(tafel).isVisible()
    sluit(tafel)
    assert kaart(tafel).isVisible()
    assert "Vraag of de cliënt nog drie plaatjes wil bekijken." in tafel.teksten
    assert tafel.client.titel_nl == "Dank je wel voor dit gesprek.", "nothing starts by itself"


def test_one_picture_after_another_without_the_word_for_it(
    gesloten: Tafel, store: Store, lijst: Vragenlijst
) -> None:
    bedoeld = te_proberen(lijst)
    gesloten.klik_op("Laat de uitleg zien")
    assert gesloten.client.titel_nl == "Drie plaatjes"
    assert gesloten.client.uitleg.startswith("Wil je ons helpen?")
    gesloten.klik_op("Eerste plaatje")
    namen = gesloten.scherm.gesprek.plek.plaatjes
    assert len(set(namen)) == 3
    assert set(namen) <= set(te_proberen(lijst))
    for nummer, (naam, knop) in enumerate(zip(namen, ("Goed", "Bijna", "Fout"), strict=True), 1):
        assert f"Plaatje {nummer} van 3" in gesloten.teksten
        beeld = gesloten.client.venster.beeld
        assert (beeld.soort, beeld.pictogram) == (Beeldsoort.TEKST, naam)
        assert gesloten.client.titel_nl == "Wat zie je op dit plaatje?"
        assert gesloten.client.tegels == []
        assert bedoeld[naam]
        assert set(bedoeld[naam]).isdisjoint(gesloten.client.woorden)
        assert gesloten.scherm.gesprek.tolkbeeld().soort is Tolksoort.ZIN
        assert [z.nederlands for z in gesloten.scherm.gesprek.tolkbeeld().zinnen] == [
            "Wat zie je op dit plaatje?"
        ]
        assert bedoeld[naam][0] in gesloten.teksten, "the klantmanager has to know"
        gesloten.klik_op(knop)
    assert gesloten.client.titel_nl == "Dank je wel. Zo maken wij de plaatjes beter."
    assert "Drie plaatjes: klaar" in gesloten.teksten
    bewaard = {p.pictogram: (p.uitslag, p.taal, p.leest) for p in proeven(store)}
    assert bewaard == {
        naam: (uitslag, "ar", True)
        for naam, uitslag in zip(namen, (Uitslag.GOED, Uitslag.BIJNA, Uitslag.FOUT), strict=True)
    }


def test_no_answer_keeps_nothing(gesloten: Tafel, store: Store) -> None:
    begin(gesloten)
    for _ in range(3):
        gesloten.klik_op("Geen antwoord")
    assert "Drie plaatjes: klaar" in gesloten.teksten
    assert proeven(store) == []


def test_the_client_may_stop_at_any_picture(gesloten: Tafel, store: Store) -> None:
    begin(gesloten)
    gesloten.klik_op("Goed")
    gesloten.klik_op("Stoppen")
    assert gesloten.client.titel_nl == "Dank je wel voor dit gesprek."
    assert gesloten.is_er("Laat de uitleg zien")
    assert len(proeven(store)) == 1


def test_whose_it_was_is_nowhere_in_it(gesloten: Tafel, store: Store) -> None:
    begin(gesloten)
    gesloten.klik_op("Goed")
    assert set(tabel(Pictogramproef).columns.keys()) == {
        "id", "pictogram", "taal", "leest", "uitslag",
    }  # fmt: skip
    with store.lees() as sessie:
        rijen = sessie.query(Wijziging).filter(Wijziging.entiteit == "pictogramproef").all()
    assert rijen
    assert {rij.dossier for rij in rijen} == {None}


def test_a_rehearsal_keeps_nothing(dek: Dek, store: Store, maak_intake: Callable[..., str]) -> None:
    assert store.gebruiker_id is not None
    tafel = sluit(dek(maak_intake(dossier_id=oefendossier(store, store.gebruiker_id))))
    begin(tafel)
    for _ in range(3):
        tafel.klik_op("Goed")
    assert "Drie plaatjes: klaar" in tafel.teksten
    assert proeven(store) == []


def test_after_a_power_cut_the_same_picture_is_there(
    gesloten: Tafel, stroom_uit: Callable[[], Tafel]
) -> None:
    namen = begin(gesloten)
    gesloten.klik_op("Goed")
    weer = stroom_uit()
    assert weer.client.venster.beeld.pictogram == namen[1]
    assert "Plaatje 2 van 3" in weer.teksten


def test_the_keyboard_is_where_the_next_step_is(gesloten: Tafel, store: Store) -> None:
    gesloten.richt(gesloten.knop("Laat de uitleg zien"))
    gesloten.enter()
    gesloten.enter()
    for _ in range(3):
        gesloten.enter()
    assert [p.uitslag for p in proeven(store)] == [Uitslag.GOED] * 3


def test_pictures_of_what_is_asked_alone_are_left_out(lijst: Vragenlijst) -> None:
    assert len(te_proberen(lijst)) > 100
    alleen = tuple(
        replace(domein, vragen=tuple(replace(v, alleen=True) for v in domein.vragen))
        for domein in lijst.domeinen
    )
    (eerste, *_), wonen = alleen, lijst.domein("WO")
    assert te_proberen(replace(lijst, domeinen=alleen)) == {}
    over = te_proberen(replace(lijst, domeinen=(eerste, wonen)))
    assert set(over) <= {o.pictogram for v in wonen.vragen for o in v.opties}


@pytest.mark.parametrize(("breed", "hoog"), [(1366, 768), (1024, 600)])
def test_the_card_fits(dek: Dek, maak_intake: Callable[..., str], breed: int, hoog: int) -> None:
    tafel = sluit(dek(maak_intake(), breed=breed, hoog=hoog))
    begin(tafel)
    QApplication.processEvents()
    vak = kaart(tafel)
    for knop in (*vak.uitslagen.values(), vak.geen, vak.stop):
        assert knop.isVisible()
        assert knop.width() >= knop.sizeHint().width(), knop.text()
        assert vak.rect().contains(knop.geometry()), knop.text()
    assert vak.kop.height() >= vak.kop.heightForWidth(vak.kop.width())
    assert vak.uitleg.height() >= vak.uitleg.heightForWidth(vak.uitleg.width())
