"""The weighing in the store: the test as it counts, the next one, and what is decided stays."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from desktop.models.dossier import Medewerker, Rol
from desktop.models.fouten import Domeinfout, NogNietMogelijk
from desktop.models.onderzoek import Onderzoek, Onderzoeksoort
from desktop.models.pip import Pip
from desktop.models.pipinhoud import Leerroute, Niveau, Oordeel
from desktop.models.termijnfeit import Feitsoort, Termijnfeit
from desktop.models.toetsuitslag import Overslagreden, Resultaat
from desktop.models.weging import Routeweging, Weging
from desktop.store import pip, toetsuitslagen, weging
from desktop.store.store import Store
from tests.store.planwerk import BR, OR, REDEN, ZR, besloten, toets, vul_weging

Maak = Callable[..., str]


def beeld(store: Store, dossier_id: str) -> weging.Wegingdossier:
    with store.lees() as sessie:
        return weging.wegingdossier(sessie, dossier_id)


def test_the_sheet_knows_the_test_as_it_counts(store: Store, maak_dossier: Maak) -> None:
    dossier = maak_dossier()
    assert beeld(store, dossier).huidige is None
    id_ = weging.begin(store, dossier)
    assert weging.begin(store, dossier) == id_
    vul_weging(store, id_)
    assert [g.veld for g in beeld(store, dossier).ontbreekt] == ["toets"]
    toets(store, dossier, Resultaat.NIET_HAALBAAR)
    assert [g.veld for g in beeld(store, dossier).ontbreekt] == ["afwijking"]


def test_skipped_for_a_legal_reason_is_enough(store: Store, maak_dossier: Maak) -> None:
    dossier = maak_dossier()
    id_ = weging.begin(store, dossier)
    vul_weging(store, id_, ZR)
    toetsuitslagen.sla_over(
        store, dossier, Overslagreden.VISUEEL, door="Anneke", op=store.vandaag()
    )
    assert beeld(store, dossier).ontbreekt == []
    weging.besluit(store, id_)
    huidige = beeld(store, dossier).huidige
    assert huidige is not None
    assert (huidige.gekozen, huidige.besloten_door) == (ZR, store.gebruiker_id)


def test_a2_waits_until_there_was_a_plan_here_or_elsewhere(
    store: Store, maak_dossier: Maak
) -> None:
    dossier = maak_dossier()
    toets(store, dossier)
    id_ = weging.begin(store, dossier)
    vul_weging(store, id_)
    weging.kies(store, id_, BR, Niveau.A2)
    assert [g.veld for g in beeld(store, dossier).ontbreekt] == ["niveau"]
    with store.work() as work:
        work.voeg_toe(
            Termijnfeit.nieuw(
                dossier,
                Feitsoort.DUO_TERMIJN,
                date(2025, 1, 2),
                tot=date(2028, 1, 2),
                op=store.vandaag(),
                door=None,
            )
        )
    assert beeld(store, dossier).ontbreekt == []


def test_it_rests_on_the_last_talk(store: Store, maak_dossier: Maak, maak_intake: Maak) -> None:
    dossier = maak_dossier()
    intake = maak_intake(dossier_id=dossier)
    weging.begin(store, dossier)
    huidige = beeld(store, dossier).huidige
    assert huidige is not None
    assert huidige.intake_id == intake


def test_a_colleague_signs_under_their_own_name(store: Store, maak_dossier: Maak) -> None:
    dossier = maak_dossier()
    toets(store, dossier)
    id_ = weging.begin(store, dossier)
    vul_weging(store, id_, ZR)
    weging.zet_afwijking(store, id_, REDEN)
    anneke = store.gebruiker_id
    weging.teken_mee(store, id_, REDEN)
    with pytest.raises(NogNietMogelijk, match="besluit niet zelf"):
        weging.besluit(store, id_)
    mensen = [
        Medewerker(naam="Carla", gemeente="0171", rol=Rol.LEIDINGGEVENDE),
        Medewerker(naam="Dirk", gemeente="0171", rol=Rol.TOETSBEGELEIDER),
    ]
    with store.work() as work:
        work.voeg_toe(*mensen)
    store.word(mensen[1].id)
    with pytest.raises(NogNietMogelijk, match="leest mee"):
        weging.teken_mee(store, id_, REDEN)
    store.word(mensen[0].id)
    weging.teken_mee(store, id_, REDEN)
    assert anneke is not None
    store.word(anneke)
    weging.besluit(store, id_)
    huidige = beeld(store, dossier).besloten
    assert huidige is not None
    assert (huidige.tweede_lezer_id, huidige.besloten_door) == (mensen[0].id, anneke)


GEBAREN: dict[str, Callable[[Store, str], object]] = {
    "zet_oordeel": lambda s, w: weging.zet_oordeel(s, w, OR, Oordeel.PASSEND),
    "zet_reden": lambda s, w: weging.zet_reden(s, w, OR, "Iets heel anders dan eerst."),
    "kies": lambda s, w: weging.kies(s, w, OR),
    "zet_motivering": lambda s, w: weging.zet_motivering(s, w, "Anders"),
    "zet_afwijking": lambda s, w: weging.zet_afwijking(s, w, "Anders"),
    "plan_onderzoek": lambda s, w: weging.plan_onderzoek(
        s, w, OR, Onderzoeksoort.ANDERS, "Wat", s.vandaag()
    ),
    "teken_mee": lambda s, w: weging.teken_mee(s, w, REDEN),
    "besluit": weging.besluit,
}


def test_what_was_decided_stays(store: Store, maak_dossier: Maak) -> None:
    id_ = besloten(store, maak_dossier())
    for gebaar in GEBAREN.values():
        with pytest.raises(NogNietMogelijk, match="al besloten"):
            gebaar(store, id_)


def test_not_even_around_the_gestures(store: Store, maak_dossier: Maak) -> None:
    dossier = maak_dossier()
    id_ = besloten(store, dossier)
    rij = Routeweging.nieuw(id_, dossier, BR).id

    def oude_status(work_weging: Weging) -> None:
        work_weging.__dict__["status"] = "open"
        work_weging.motivering = "Anders"

    with pytest.raises(NogNietMogelijk), store.work() as work:
        oude_status(work.get(Weging, id_))
    with pytest.raises(NogNietMogelijk), store.work() as work:
        work.verwijder(work.get(Weging, id_))
    with pytest.raises(NogNietMogelijk), store.work() as work:
        work.verwijder(work.get(Routeweging, rij))
    with store.lees() as sessie:
        assert sessie.get_one(Weging, id_).motivering == REDEN


def test_the_draft_of_the_plan_follows_the_decision(store: Store, maak_dossier: Maak) -> None:
    dossier = maak_dossier()
    concept = pip.begin(store, dossier)
    with store.lees() as sessie:
        assert sessie.get_one(Pip, concept).leerroute is None
    eerste = besloten(store, dossier)
    with store.lees() as sessie:
        rij = sessie.get_one(Pip, concept)
        assert (rij.weging_id, rij.leerroute, rij.niveau) == (eerste, Leerroute.B1, Niveau.B1)
    tweede = weging.begin(store, dossier)
    assert tweede != eerste
    weging.zet_oordeel(store, tweede, OR, Oordeel.PASSEND)
    weging.kies(store, tweede, OR)
    weging.besluit(store, tweede)
    with store.lees() as sessie:
        rij = sessie.get_one(Pip, concept)
        assert (rij.weging_id, rij.leerroute) == (tweede, Leerroute.ONDERWIJS)


def test_a_task_is_finished_also_after_the_decision(store: Store, maak_dossier: Maak) -> None:
    dossier = maak_dossier()
    toets(store, dossier)
    id_ = weging.begin(store, dossier)
    vul_weging(store, id_)
    weging.zet_oordeel(store, id_, OR, Oordeel.NADER_ONDERZOEKEN)
    fout = weging.plan_onderzoek(store, id_, OR, Onderzoeksoort.ANDERS, "Fout", store.vandaag())
    goed = weging.plan_onderzoek(
        store, id_, OR, Onderzoeksoort.SCHOOLADVIES, "Advies van de school", store.vandaag()
    )
    weging.verwijder_onderzoek(store, fout)
    weging.besluit(store, id_)
    with pytest.raises(NogNietMogelijk):
        weging.verwijder_onderzoek(store, goed)
    with store.lees() as sessie:
        assert [t.id for t in weging.open_onderzoeken(sessie, dossier)] == [goed]
    with pytest.raises(Domeinfout, match="wat eruit kwam"):
        weging.rond_onderzoek_af(store, goed, " ")
    weging.rond_onderzoek_af(store, goed, "De school raadt het af.")
    with store.lees() as sessie:
        assert weging.open_onderzoeken(sessie, dossier) == []
        assert sessie.get_one(Onderzoek, goed).klaar_op == store.vandaag()


def test_nobody_decides_without_a_name(store: Store, maak_dossier: Maak) -> None:
    dossier = maak_dossier()
    toets(store, dossier)
    id_ = weging.begin(store, dossier)
    vul_weging(store, id_)
    store.gebruiker_id = None
    with pytest.raises(NogNietMogelijk, match="wie er op deze laptop"):
        weging.besluit(store, id_)
