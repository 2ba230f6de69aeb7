"""A toetsbegeleider gets the candidates of their own sittings, and nothing of the intake."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
import sqlalchemy as sa

from desktop.models.antwoord import Antwoord
from desktop.models.toets import Aanpassingen, Kandidaat
from desktop.models.toetsmiddelen import Toetsbegeleider
from desktop.models.toetssessie import Sessiegegevens, Sessiestatus, Toetssessie
from desktop.models.toetsstatus import Aanwezig, Toetsstatus
from desktop.models.toetstijd import werkdag_vanaf
from desktop.models.toetsuitslag import Herkomst, Resultaat, Uitslaggegevens
from desktop.store import toetsen, toetsmiddelen, toetsplanning, toetsuitslagen
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.test_rechten_veranderen import klassen, springt, vol
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust
from tests.toetsplek import zet_begeleider, zet_gemeentehuis, zet_zaal

Samen = Callable[..., list[Laptop]]
KLASSEN = {"gemeente", "identiteit", "toets", "rooster"}


def dag(laptop: Laptop, over: int) -> date:
    return werkdag_vanaf(laptop.store.vandaag() + timedelta(days=over))


def begeleider(laptop: Laptop, naam: str, medewerker: str | None) -> str:
    return zet_begeleider(laptop.store, naam, medewerker)


def ruimte(laptop: Laptop) -> str:
    return zet_zaal(laptop.store, zet_gemeentehuis(laptop.store))


def sessie(laptop: Laptop, zaal: str, wie: str, wanneer: date, begin: str = "09:30") -> str:
    gegevens = Sessiegegevens(zaal, wie, wanneer, begin, begin.replace("30", "59"))
    return toetsplanning.maak_sessie(laptop.store, gegevens)[0]


def kandidaat(laptop: Laptop, dossier: str, **rest: str) -> str:
    return toetsplanning.meld_aan(
        laptop.store, dossier, Aanpassingen(uitlegtaal="ti", bril=True), **rest
    )


def test_a_planned_sitting_brings_the_candidate_and_the_result_goes_back(
    samen: Samen, inzicht: Inzicht
) -> None:
    anneke, dirk = samen("anneke", "dirk")
    dossier, ander = vol(anneke), vol(anneke)
    zaal, wie = ruimte(anneke), begeleider(anneke, "Dirk", dirk.medewerker)
    id_ = kandidaat(anneke, dossier)
    kandidaat(anneke, ander)
    bij = sessie(anneke, zaal, wie, dag(anneke, 5))
    tot_rust([anneke, dirk])
    assert dirk.dossiers() == []
    toetsplanning.zet_in(anneke.store, id_, bij)
    tot_rust([anneke, dirk])
    assert dirk.heeft(dossier)
    assert not dirk.heeft(ander)
    assert klassen(dirk) <= KLASSEN
    with dirk.store.lees() as s:
        assert s.scalars(sa.select(Antwoord)).all() == []
        (regel,) = toetsen.sessie_met_kandidaten(s, bij).kandidaten
    assert (regel.naam, regel.kandidaat.bril) == ("Tesfay Gebremedhin", True)
    assert dirk.veld(dossier, "bsn") is None

    def doe(gebaar: Callable[..., object]) -> None:
        toetsuitslagen.op_de_dag(dirk.store, id_, gebaar)

    doe(lambda k, nu: k.meld_aanwezigheid(Aanwezig.TE_LAAT))
    doe(lambda k, nu: k.vink("identiteit_gezien", True))
    doe(lambda k, nu: k.begin(nu))
    doe(lambda k, nu: k.stop(nu))
    toetsuitslagen.leg_vast(
        dirk.store,
        dossier,
        Uitslaggegevens(Resultaat.HAALBAAR, "31,00", "28,00", dirk.store.vandaag()),
        herkomst=Herkomst.HAND,
    )
    tot_rust([anneke, dirk])
    assert dirk.weigeringen() == []
    with anneke.store.lees() as s:
        beeld = toetsen.toetsdossier(s, dossier, toetsmiddelen.beleid())
    assert beeld.geldend is not None
    assert (beeld.geldend.behaalde_score, beeld.geldend.door) == ("31,00", dirk.medewerker)
    assert [stap.status for stap in beeld.tijdlijn][-1] is Toetsstatus.UITSLAG
    alles_klopt([anneke, dirk], inzicht)


def test_access_ends_thirty_days_after_the_sitting(samen: Samen, centrum: Centrum) -> None:
    anneke, dirk = samen("anneke", "dirk")
    dossier = vol(anneke)
    wanneer = dag(anneke, 5)
    bij = sessie(anneke, ruimte(anneke), begeleider(anneke, "Dirk", dirk.medewerker), wanneer)
    toetsplanning.zet_in(anneke.store, kandidaat(anneke, dossier), bij)
    tot_rust([anneke, dirk])
    over = (wanneer - anneke.store.vandaag()).days
    springt(centrum, over + 30)
    dirk.ronde()
    assert dirk.heeft(dossier)
    springt(centrum, over + 31)
    dirk.ronde()
    assert not dirk.heeft(dossier)


def test_taken_out_of_the_sitting_it_leaves(samen: Samen) -> None:
    anneke, dirk = samen("anneke", "dirk")
    dossier = vol(anneke)
    zaal, wie = ruimte(anneke), begeleider(anneke, "Dirk", dirk.medewerker)
    id_ = kandidaat(anneke, dossier)
    toetsplanning.zet_in(anneke.store, id_, sessie(anneke, zaal, wie, dag(anneke, 5)))
    tot_rust([anneke, dirk])
    assert dirk.heeft(dossier)
    toetsplanning.haal_uit(anneke.store, id_)
    tot_rust([anneke, dirk])
    assert not dirk.heeft(dossier)


@pytest.mark.parametrize("eerst", ["sessie", "kandidaat", "begeleider"])
def test_whatever_comes_last_gives_access(samen: Samen, eerst: str) -> None:
    anneke, bram, dirk = samen("anneke", "bram", "dirk")
    dossier = vol(anneke)
    zaal = ruimte(anneke)
    account = None if eerst == "begeleider" else dirk.medewerker
    wie, iemand = begeleider(anneke, "Dirk", account), begeleider(anneke, "Els", None)
    bij = sessie(anneke, zaal, iemand if eerst == "sessie" else wie, dag(anneke, 5))
    id_ = kandidaat(anneke, dossier)
    if eerst != "kandidaat":
        toetsplanning.zet_in(anneke.store, id_, bij)
    tot_rust([anneke, bram, dirk])
    assert not dirk.heeft(dossier)
    # Bram has no dossier of Anneke's, but leads the planning.
    if eerst == "sessie":
        with bram.store.work() as work:
            work.get(Toetssessie, bij).begeleider_id = wie
    elif eerst == "begeleider":
        toetsmiddelen.wijzig_middel(bram.store, Toetsbegeleider, wie, medewerker_id=dirk.medewerker)
    else:
        toetsplanning.zet_in(anneke.store, id_, bij)
    tot_rust([anneke, bram, dirk])
    assert dirk.heeft(dossier)


def test_who_is_asked_to_plan_sees_the_candidate_until_it_is_planned(samen: Samen) -> None:
    anneke, dirk = samen("anneke", "dirk")
    dossier = vol(anneke)
    zaal = ruimte(anneke)
    wie, iemand = begeleider(anneke, "Dirk", dirk.medewerker), begeleider(anneke, "Els", None)
    id_ = kandidaat(anneke, dossier, begeleider_id=wie)
    tot_rust([anneke, dirk])
    with dirk.store.lees() as s:
        (regel,) = toetsen.te_plannen(s, toetsmiddelen.beleid(), vandaag=dirk.store.vandaag())
    assert (regel.dossier_id, regel.aanpassingen.bril) == (dossier, True)
    bij = sessie(dirk, zaal, wie, dag(anneke, 5))
    toetsplanning.zet_in(dirk.store, id_, bij)
    tot_rust([anneke, dirk])
    assert dirk.weigeringen() == []
    with anneke.store.lees() as s:
        assert s.get_one(Kandidaat, id_).sessie_id == bij
    elders = sessie(anneke, zaal, iemand, dag(anneke, 9))
    toetsplanning.zet_in(anneke.store, id_, elders)
    tot_rust([anneke, dirk])
    assert not dirk.heeft(dossier)


def test_a_toetsbegeleider_takes_nobodys_sitting(samen: Samen) -> None:
    anneke, dirk = samen("anneke", "dirk")
    dossier = vol(anneke)
    wie, iemand = (
        begeleider(anneke, "Dirk", dirk.medewerker),
        begeleider(anneke, "Els", None),
    )
    bij = sessie(anneke, ruimte(anneke), iemand, dag(anneke, 5))
    toetsplanning.zet_in(anneke.store, kandidaat(anneke, dossier), bij)
    tot_rust([anneke, dirk])
    with dirk.store.work() as work:
        work.get(Toetssessie, bij).begeleider_id = wie
    tot_rust([anneke, dirk])
    assert not dirk.heeft(dossier)
    assert [w.reden for w in dirk.weigeringen()] == ["geen-recht"]
    toetsmiddelen.wijzig_middel(dirk.store, Toetsbegeleider, iemand, medewerker_id=dirk.medewerker)
    tot_rust([anneke, dirk])
    assert not dirk.heeft(dossier)
    assert [w.reden for w in dirk.weigeringen()] == ["geen-recht"] * 2


def test_a_klantmanager_who_leads_a_sitting_gets_no_intake_with_it(samen: Samen) -> None:
    anneke, bram = samen("anneke", "bram")
    dossier = vol(anneke)
    wie = begeleider(anneke, "Bram", bram.medewerker)
    bij = sessie(anneke, ruimte(anneke), wie, dag(anneke, 5))
    toetsplanning.zet_in(anneke.store, kandidaat(anneke, dossier), bij)
    tot_rust([anneke, bram])
    assert not bram.heeft(dossier)
    with bram.store.lees() as s:
        beeld = toetsen.sessie_met_kandidaten(s, bij)
    assert beeld is not None
    assert (beeld.kandidaten, beeld.elders, beeld.plekken) == ((), 1, 2)


def test_somebody_moved_between_the_plans_of_two_laptops_is_a_conflict_and_said(
    samen: Samen,
) -> None:
    anneke, carla, dirk = samen("anneke", "carla", "dirk")
    dossier = vol(anneke)
    zaal, wie = ruimte(anneke), begeleider(anneke, "Dirk", dirk.medewerker)
    een, twee, drie = (sessie(anneke, zaal, wie, dag(anneke, n)) for n in (5, 9, 14))
    id_ = kandidaat(anneke, dossier)
    toetsplanning.zet_in(anneke.store, id_, een)
    tot_rust([anneke, carla, dirk])
    toetsplanning.zet_in(anneke.store, id_, twee)
    toetsplanning.zet_in(dirk.store, id_, drie)
    tot_rust([anneke, carla, dirk])
    assert {p.entiteit for p in anneke.strijdpunten()} == {"kandidaat"}
    with anneke.store.lees() as s:
        regels = toetsen.sessies(s, dag(anneke, 0), dag(anneke, 20))
    fout = {r.id: b for r in regels for b in r.knelpunten}
    assert {id_: b.sessie_id for id_, b in fout.items()} == {twee: drie, drie: twee}
    assert "heeft ook een plek op" in str(fout[drie])
    # Planned anew it has one seat again, whichever was shown.
    toetsplanning.zet_in(anneke.store, id_, een)
    tot_rust([anneke, carla, dirk])
    with dirk.store.lees() as s:
        assert [r.bezet for r in toetsen.sessies(s, dag(dirk, 0), dag(dirk, 20))] == [1, 0, 0]


def test_a_sitting_moved_on_two_laptops_is_told_again_once_somebody_has_chosen(
    samen: Samen,
) -> None:
    anneke, bram = samen("anneke", "bram")
    dossier = vol(anneke)
    bij = sessie(anneke, ruimte(anneke), begeleider(anneke, "Dirk", None), dag(anneke, 5))
    id_ = kandidaat(anneke, dossier)
    toetsplanning.zet_in(anneke.store, id_, bij)
    tot_rust([anneke, bram])
    toetsplanning.verzet_sessie(anneke.store, bij, dag(anneke, 9), "09:30")
    toetsplanning.nodig_uit(anneke.store, [id_])
    toetsplanning.verzet_sessie(bram.store, bij, dag(anneke, 14), "09:30")
    tot_rust([anneke, bram])
    conflict = next(c for c in anneke.conflicten() if c.entiteit == "toetssessie")
    anneke.kies(f"{dag(anneke, 14)}", conflict)
    tot_rust([anneke, bram])
    with anneke.store.lees() as s:
        beeld = toetsen.sessie_met_kandidaten(s, bij)
    assert beeld is not None
    assert (beeld.sessie.datum, beeld.sessie.volgnummer) == (dag(anneke, 14), 2)
    assert beeld.kandidaten[0].opnieuw_uitnodigen


def test_after_a_choice_the_number_is_higher_than_any_that_was_told(samen: Samen) -> None:
    anneke, bram = samen("anneke", "bram")
    bij = sessie(anneke, ruimte(anneke), begeleider(anneke, "Dirk", None), dag(anneke, 5))
    tot_rust([anneke, bram])
    for begin in ("09:30", "10:00", "10:30"):
        toetsplanning.verzet_sessie(anneke.store, bij, dag(anneke, 9), begin)
    bram.klok.verschil += timedelta(seconds=30)
    toetsplanning.verzet_sessie(bram.store, bij, dag(anneke, 14), "09:30")  # last, and shown
    tot_rust([anneke, bram])
    conflict = next(c for c in anneke.conflicten() if c.entiteit == "toetssessie")
    anneke.kies(f"{dag(anneke, 14)}", conflict)
    tot_rust([anneke, bram])
    with bram.store.lees() as s:
        beeld = toetsen.sessie_met_kandidaten(s, bij)
    assert beeld is not None
    assert (beeld.sessie.datum, beeld.sessie.volgnummer) == (dag(anneke, 14), 4)


def test_calling_off_on_one_laptop_is_not_older_than_moving_on_another(
    samen: Samen, inzicht: Inzicht
) -> None:
    """A calendar leaves out what has a lower number than what it knows (RFC 5546, 2.1.4)."""
    anneke, bram = samen("anneke", "bram")
    bij = sessie(anneke, ruimte(anneke), begeleider(anneke, "Dirk", None), dag(anneke, 5))
    tot_rust([anneke, bram])
    for begin in ("09:30", "10:00", "10:30"):
        toetsplanning.verzet_sessie(anneke.store, bij, dag(anneke, 9), begin)
    bram.klok.verschil += timedelta(seconds=30)
    toetsplanning.zeg_af(bram.store, bij, "Het lokaal is dicht.")
    tot_rust([anneke, bram])
    for laptop in (anneke, bram):
        with laptop.store.lees() as s:
            beeld = toetsen.sessie_met_kandidaten(s, bij)
        assert beeld is not None
        assert (beeld.sessie.status, beeld.sessie.volgnummer) == (Sessiestatus.AFGEZEGD, 3)
    alles_klopt([anneke, bram], inzicht)
