"""What stayed behind and what colleagues propose: in plain words, and one decision away."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest
import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop.models.antwoord import Keuze, Notitie, Wijze
from desktop.models.dossier import Dossier, Huisgenoot, Medewerker, Relatie
from desktop.models.intake import BredeIntake
from desktop.models.pip import VASTSTELVELDEN
from desktop.models.wijziging import Wijziging
from desktop.store import weigeringen
from desktop.store.store import Store
from desktop.sync.fouten import GeenNetwerk
from desktop.sync.stand import Aanbod
from desktop.views.sync.bundel import EERSTE
from desktop.views.sync.geweigerd import Geweigerdscherm
from desktop.views.werkplek import Werkplek
from tests.pagina.bundel import Bundelpagina
from tests.pagina.toegankelijk import niet_te_bereiken, zonder_naam
from tests.store.planwerk import besloten, compleet, mandaat, stel_vast
from tests.views.sync.nep import Nepsync


def rijen(store: Store, entiteit: str, *velden: str) -> list[tuple[object, ...]]:
    """Journal rows of an entity, of these fields or of all."""
    vraag = sa.select(Wijziging.__table__).where(Wijziging.entiteit == entiteit)
    if velden:
        vraag = vraag.where(Wijziging.veld.in_(velden))
    with store.lees() as sessie:
        return [tuple(r) for r in sessie.execute(vraag.order_by(Wijziging.volgnummer))]


def weiger(store: Store, reden: str, rijen_: list[tuple[object, ...]]) -> None:
    """The centre did not accept these."""
    with store.neem_op() as inkomst:
        inkomst.raak(
            weigeringen.noteer(inkomst.verbinding, [(str(r[0]), reden) for r in rijen_], store.nu())
        )


def aantal(store: Store) -> int:
    with store.lees() as sessie:
        return weigeringen.aantal(sessie)


@pytest.fixture
def scherm(
    qtbot: QtBot, werkplek: Werkplek, nep: Nepsync, begonnen: object
) -> Iterator[Callable[[], Geweigerdscherm]]:
    """Shows the screen, when everything is refused that will be."""

    getoond: list[Geweigerdscherm] = []

    def toon() -> Geweigerdscherm:
        scherm = Geweigerdscherm(werkplek)
        getoond.append(scherm)
        qtbot.addWidget(scherm)
        scherm.resize(1366, 768)
        scherm.show()
        scherm.activateWindow()
        qtbot.waitUntil(lambda: not scherm._vraagt)
        qtbot.waitUntil(lambda: all(kaart.isVisible() for kaart in scherm.aangeboden))
        return scherm

    yield toon
    getoond.clear()


@pytest.fixture
def eigen(qtbot: QtBot, scherm: Callable[[], Geweigerdscherm]) -> Callable[[], list[Bundelpagina]]:
    return lambda: [Bundelpagina(qtbot, k) for k in scherm().eigen]


# One's own


def test_nothing_to_decide_says_so(scherm: Callable[[], Geweigerdscherm]) -> None:
    s = scherm()
    assert s.kop_eigen.tekst.text() == "Alles van jou is aangenomen."
    assert s.kop_aanbod.tekst.text() == "Er zijn geen voorstellen van collega's."
    assert s.eigen == s.aangeboden == []


def test_details_of_a_client_in_plain_words(
    store: Store, maak_dossier: Callable[..., str], eigen: Callable[[], list[Bundelpagina]]
) -> None:
    id_ = maak_dossier("Amina", "Abdi")
    with store.work() as work:
        dossier = work.get(Dossier, id_)
        dossier.telefoon, dossier.geboortedatum = "06 1234 5678", "1990-05"
    with store.work() as work:
        work.get(Dossier, id_).telefoon = None
    gewijzigd = rijen(store, "dossier", "telefoon", "geboortedatum")
    assert [r[5] for r in gewijzigd][-1] == "telefoon"
    weiger(store, "geen-recht", gewijzigd)
    (kaart,) = eigen()
    assert kaart.titel == "Amina Abdi"
    assert kaart.waarom.startswith("Jij mag dit deel van het dossier nu niet veranderen.")
    assert [set(r) for r in kaart.regels] == [
        {"Gegevens van de cliënt", "Telefoon: leeggemaakt", "Geboortedatum: mei 1990"}
    ]
    assert kaart.knoppen == ["Bied opnieuw aan", "Laat het zo"]


def test_a_plan_that_was_set_without_a_mandate_says_what_to_do(
    store: Store, maak_dossier: Callable[..., str], eigen: Callable[[], list[Bundelpagina]]
) -> None:
    id_ = maak_dossier("Amina", "Abdi")
    besloten(store, id_)
    mandaat(store)
    stel_vast(store, compleet(store, id_))
    weiger(store, "mandaat", rijen(store, "pip", *VASTSTELVELDEN))
    (kaart,) = eigen()
    assert kaart.titel == "Amina Abdi"
    assert "niet op de mandaatlijst" in kaart.waarom
    (regel,) = kaart.regels
    vandaag = f"{store.vandaag():%d-%m-%Y}"
    assert {"PIP", "Status: Vastgesteld", f"Dagtekening: {vandaag}"} <= set(regel)
    assert "Tekst van het plan: De tekst van het vastgestelde plan" in regel
    assert kaart.knoppen == ["Bied opnieuw aan", "Laat het zo"]


def test_an_answer_by_its_question_and_a_note_by_its_subject(
    store: Store, maak_intake: Callable[..., str], eigen: Callable[[], list[Bundelpagina]]
) -> None:
    intake_id = maak_intake()
    vraag = next(v for v in store.lijst.vragen.values() if v.type == "face3" and not v.alleen)
    domein = store.lijst.domein(vraag.domein)
    with store.work() as work:
        intake = work.get(BredeIntake, intake_id)
        intake.beantwoord(vraag, Keuze(("goed",)), wijze=Wijze.TOLK, door=work.door, nu=work.nu)
        work.voeg_toe(
            Notitie(
                dossier_id=intake.dossier_id,
                intake_id=intake.id,
                domein=vraag.domein,
                tekst="Woont <b>graag</b> in Emmeloord & wil blijven",
                op=work.nu,
            )
        )
    weiger(store, "geen-recht", rijen(store, "antwoord") + rijen(store, "notitie"))
    (kaart,) = eigen()
    assert sorted(kaart.regels) == sorted(
        [
            (f"Antwoord op: {vraag.tekst}", "Goed"),
            (f"Notitie bij {domein.titel}", "Woont <b>graag</b> in Emmeloord & wil blijven"),
        ]
    )
    for label in kaart.kaart.findChildren(QLabel):
        assert label.textFormat() is Qt.TextFormat.PlainText


def test_a_row_that_was_taken_away(
    store: Store, maak_dossier: Callable[..., str], eigen: Callable[[], list[Bundelpagina]]
) -> None:
    id_ = maak_dossier()
    with store.work() as work:
        kind = Huisgenoot(dossier_id=id_, naam="Sara", relatie=Relatie.KIND)
        work.voeg_toe(kind)
    with store.work() as work:
        work.verwijder(work.get(Huisgenoot, kind.id))
    weiger(store, "geen-recht", rijen(store, "huisgenoot", ""))
    (kaart,) = eigen()
    assert kaart.regels == [("Huishouden: Sara", "Weggehaald")]


@pytest.mark.parametrize(
    ("reden", "begin"),
    [
        ("geen-recht", "Jij mag dit deel van het dossier nu niet veranderen."),
        ("auteur", "Deze wijziging staat op naam van iemand anders."),
        ("klasse", "De centrale opslag kent dit soort gegevens nog niet."),
        ("ander", "In de centrale opslag staat onder hetzelfde nummer iets anders."),
        ("zegel", "Deze wijziging kwam van een stick en is onderweg veranderd."),
        ("iets-nieuws", "De centrale opslag nam deze wijziging niet aan."),
    ],
)
def test_every_reason_has_its_sentence(
    store: Store,
    maak_dossier: Callable[..., str],
    eigen: Callable[[], list[Bundelpagina]],
    reden: str,
    begin: str,
) -> None:
    maak_dossier()
    weiger(store, reden, rijen(store, "dossier", "gemeente"))
    (kaart,) = eigen()
    assert kaart.waarom.startswith(begin)
    assert "-" not in kaart.waarom, "no code on the screen"
    assert "Bied opnieuw aan" in kaart.knoppen


def test_what_was_erased_cannot_be_offered_again(
    store: Store, maak_dossier: Callable[..., str], eigen: Callable[[], list[Bundelpagina]]
) -> None:
    maak_dossier()
    weiger(store, "gewist", rijen(store, "dossier", "gemeente"))
    (kaart,) = eigen()
    assert kaart.knoppen == ["Laat het zo"]


def test_offering_again_writes_the_change_once_more(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    eigen: Callable[[], list[Bundelpagina]],
) -> None:
    id_ = maak_dossier()
    with store.work() as work:
        work.get(Dossier, id_).telefoon = "06 1234 5678"
    voor = [r for r in rijen(store, "dossier", "telefoon") if r[7] != "null"]
    weiger(store, "geen-recht", voor)
    with store.lees() as sessie:
        assert sessie.get_one(Dossier, id_).telefoon is None, "what is refused does not count"
    (kaart,) = eigen()
    kaart.klik("Bied opnieuw aan")
    qtbot.waitUntil(lambda: aantal(store) == 0)
    na = [r for r in rijen(store, "dossier", "telefoon") if r[7] != "null"]
    assert [r[7] for r in na] == [json.dumps("06 1234 5678")] * 2
    with store.lees() as sessie:
        assert sessie.get_one(Dossier, id_).telefoon == "06 1234 5678"


def test_leaving_takes_it_off_the_list_and_keeps_it_in_the_journal(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    scherm: Callable[[], Geweigerdscherm],
) -> None:
    maak_dossier()
    wat = rijen(store, "dossier", "gemeente")
    weiger(store, "geen-recht", wat)
    s = scherm()
    Bundelpagina(qtbot, s.eigen[0]).klik("Laat het zo")
    qtbot.waitUntil(lambda: s.kop_eigen.tekst.text() == "Alles van jou is aangenomen.")
    assert s.eigen == []
    assert rijen(store, "dossier", "gemeente") == wat


def test_only_what_is_ticked_is_decided_about(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    scherm: Callable[[], Geweigerdscherm],
) -> None:
    id_ = maak_dossier()
    with store.work() as work:
        work.voeg_toe(
            *(Huisgenoot(dossier_id=id_, naam=n, relatie=Relatie.KIND) for n in ("Sara", "Sami"))
        )
    weiger(store, "geen-recht", rijen(store, "huisgenoot"))
    s = scherm()
    kaart = Bundelpagina(qtbot, s.eigen[0])
    namen = [r[0] for r in kaart.regels]
    kaart.vink(0)
    kaart.klik("Laat het zo")
    qtbot.waitUntil(lambda: len(s.eigen) == 1 and s.eigen[0] is not kaart.kaart)
    (over,) = [Bundelpagina(qtbot, k) for k in s.eigen]
    assert [r[0] for r in over.regels] == namen[:1]


def test_nothing_ticked_is_nothing_to_decide(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    eigen: Callable[[], list[Bundelpagina]],
) -> None:
    id_ = maak_dossier()
    with store.work() as work:
        work.voeg_toe(
            *(Huisgenoot(dossier_id=id_, naam=n, relatie=Relatie.KIND) for n in ("Sara", "Sami"))
        )
    weiger(store, "geen-recht", rijen(store, "huisgenoot"))
    (kaart,) = eigen()
    kaart.vink(0)
    kaart.vink(1)
    assert not any(k.isEnabled() for k in kaart.kaart.knoppen)
    kaart.vink(0)
    assert all(k.isEnabled() for k in kaart.kaart.knoppen)


def test_many_are_folded_and_still_all_decided_about(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    eigen: Callable[[], list[Bundelpagina]],
) -> None:
    id_ = maak_dossier()
    with store.work() as work:
        work.voeg_toe(
            *(
                Huisgenoot(dossier_id=id_, naam=f"Kind {n}", relatie=Relatie.KIND)
                for n in range(EERSTE + 3)
            )
        )
    weiger(store, "geen-recht", rijen(store, "huisgenoot"))
    (kaart,) = eigen()
    assert len(kaart.regels) == EERSTE
    kaart.klik("Nog 3 wijzigingen")
    assert len({r[0] for r in kaart.regels}) == EERSTE + 3
    assert kaart.kaart.regels[EERSTE].vink.hasFocus()
    kaart.klik("Laat het zo")
    qtbot.waitUntil(lambda: aantal(store) == 0)


def test_what_was_not_unfolded_is_decided_about_too(
    qtbot: QtBot,
    store: Store,
    maak_dossier: Callable[..., str],
    eigen: Callable[[], list[Bundelpagina]],
) -> None:
    id_ = maak_dossier()
    with store.work() as work:
        work.voeg_toe(
            *(
                Huisgenoot(dossier_id=id_, naam=f"Kind {n}", relatie=Relatie.KIND)
                for n in range(EERSTE + 3)
            )
        )
    weiger(store, "geen-recht", rijen(store, "huisgenoot"))
    (kaart,) = eigen()
    kaart.klik("Laat het zo")
    qtbot.waitUntil(lambda: aantal(store) == 0)


def test_dossiers_and_reasons_stand_apart(
    store: Store, maak_dossier: Callable[..., str], eigen: Callable[[], list[Bundelpagina]]
) -> None:
    maak_dossier("Amina", "Abdi")
    maak_dossier("Tesfay", "Gebremedhin")
    gemeente, nummer = rijen(store, "dossier", "gemeente"), rijen(store, "dossier", "nummer")
    weiger(store, "geen-recht", gemeente + nummer[:1])
    weiger(store, "ander", nummer[1:])
    assert sorted((k.titel, k.waarom[:12]) for k in eigen()) == [
        ("Amina Abdi", "Jij mag dit "),
        ("Tesfay Gebremedhin", "In de centra"),
        ("Tesfay Gebremedhin", "Jij mag dit "),
    ]


# Of colleagues


@pytest.fixture
def aangeboden(store: Store, nep: Nepsync, maak_dossier: Callable[..., str]) -> list[Aanbod]:
    """A colleague added two children to a dossier of the user, and may not."""
    id_ = maak_dossier("Amina", "Abdi")
    with store.work() as work:
        karin = Medewerker(naam="Karin Visser", gemeente="0171")
        kinderen = [
            Huisgenoot(dossier_id=id_, naam=n, relatie=Relatie.KIND, geboortejaar=2015)
            for n in ("Sara", "Sami")
        ]
        work.voeg_toe(karin, *kinderen)
    nep.aanbod = [
        Aanbod(str(r[0]), "0171", karin.id, datetime(2026, 11, 20, 9, tzinfo=UTC), r)
        for r in rijen(store, "huisgenoot")
    ]
    return nep.aanbod


def test_a_proposed_mandate_says_for_whom_and_from_when(
    qtbot: QtBot, store: Store, scherm: Callable[[], Geweigerdscherm], nep: Nepsync
) -> None:
    karin = Medewerker(naam="Karin Visser", gemeente="0171")
    with store.work() as work:
        work.voeg_toe(karin)
    mandaat(store, karin.id)
    nep.aanbod = [
        Aanbod(str(r[0]), "0171", karin.id, datetime(2026, 11, 20, 9, tzinfo=UTC), r)
        for r in rijen(store, "mandaat")
    ]
    (kaart,) = [Bundelpagina(qtbot, k) for k in scherm().aangeboden]
    (regel,) = kaart.regels
    assert regel[0] == "Mandaat"
    assert {"Collega: Karin Visser", "Functie: Teamleider", "Vanaf: 01-01-2025"} <= set(regel)


def test_a_proposal_says_whose_it_is_and_what(
    qtbot: QtBot, scherm: Callable[[], Geweigerdscherm], aangeboden: list[Aanbod]
) -> None:
    (kaart,) = [Bundelpagina(qtbot, k) for k in scherm().aangeboden]
    assert (kaart.titel, kaart.waarom) == ("Amina Abdi", "Voorstel van Karin Visser")
    assert sorted(kaart.regels) == [
        ("Huishouden: Sami", "Geboortejaar: 2015"),
        ("Huishouden: Sara", "Geboortejaar: 2015"),
    ]
    assert kaart.knoppen == ["Neem over", "Laat weg"]


@pytest.mark.parametrize(("knop", "overnemen"), [("Neem over", True), ("Laat weg", False)])
def test_taking_over_or_leaving_out_is_told_to_the_centre(
    qtbot: QtBot,
    scherm: Callable[[], Geweigerdscherm],
    aangeboden: list[Aanbod],
    nep: Nepsync,
    begonnen: object,
    knop: str,
    overnemen: bool,
) -> None:
    s = scherm()
    Bundelpagina(qtbot, s.aangeboden[0]).klik(knop)
    qtbot.waitUntil(lambda: s.aangeboden == [])
    ((ids, wat),) = nep.besloten
    assert sorted(ids) == sorted(a.id for a in aangeboden)
    assert wat is overnemen
    assert s.kop_aanbod.tekst.text() == "Er zijn geen voorstellen van collega's."
    qtbot.waitUntil(lambda: nep.rondes == 1)


def test_one_of_two_proposals(
    qtbot: QtBot, scherm: Callable[[], Geweigerdscherm], aangeboden: list[Aanbod], nep: Nepsync
) -> None:
    s = scherm()
    kaart = Bundelpagina(qtbot, s.aangeboden[0])
    wie = [r[0] for r in kaart.regels]
    kaart.vink(0)
    kaart.klik("Neem over")
    qtbot.waitUntil(lambda: bool(nep.besloten) and s.aangeboden[0] is not kaart.kaart)
    (over,) = [Bundelpagina(qtbot, k) for k in s.aangeboden]
    assert [r[0] for r in over.regels] == wie[:1]


def test_without_a_network_the_proposals_wait(
    qtbot: QtBot, scherm: Callable[[], Geweigerdscherm], aangeboden: list[Aanbod], nep: Nepsync
) -> None:
    nep.aanbodfout = GeenNetwerk()
    s = scherm()
    assert s.kop_aanbod.tekst.text() == GeenNetwerk.STANDAARD
    assert s.aangeboden == []
    nep.aanbodfout = None
    qtbot.mouseClick(s.opnieuw, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(s.aangeboden) == 1)
    assert not s.opnieuw.isVisible()


def test_a_decision_that_does_not_arrive_leaves_everything_as_it_was(
    qtbot: QtBot, scherm: Callable[[], Geweigerdscherm], aangeboden: list[Aanbod], nep: Nepsync
) -> None:
    s = scherm()
    nep.aanbodfout = GeenNetwerk()
    kaart = Bundelpagina(qtbot, s.aangeboden[0])
    kaart.klik("Neem over")
    qtbot.waitUntil(lambda: kaart.fout == GeenNetwerk.STANDAARD)
    assert s.aangeboden == [kaart.kaart]
    assert all(k.isEnabled() for k in kaart.kaart.knoppen)


def test_everything_has_a_name_and_tab_reaches_it(
    qtbot: QtBot,
    store: Store,
    scherm: Callable[[], Geweigerdscherm],
    aangeboden: list[Aanbod],
) -> None:
    weiger(store, "geen-recht", rijen(store, "huisgenoot"))
    s = scherm()
    qtbot.waitUntil(s.isActiveWindow)
    assert zonder_naam(s) == []
    assert niet_te_bereiken(qtbot, s, s.knop_terug) == []
