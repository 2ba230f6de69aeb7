"""A laptop that lay in a drawer for a year: what it brings, what it gets, what it gives up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from desktop.models.dossier import Huisgenoot
from desktop.store import samen as besluit
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, gewist_is_nergens, tot_rust

Samen = Callable[..., list[Laptop]]


def test_everything_that_happened_meanwhile_has_an_answer(
    samen: Samen, inzicht: Inzicht, centrum: Centrum
) -> None:
    anneke, bram, carla = samen("anneke", "bram", "carla")
    namen = ("blijft", "gewist", "teruggenomen", "overgedragen")
    dossier = {naam: anneke.maak_dossier(achternaam=naam, adres="Emmeloord") for naam in namen}
    for id_ in dossier.values():
        anneke.deel(id_, "bram")
    huisgenoot = anneke.huisgenoot(dossier["blijft"], "Sami")
    tot_rust([anneke, bram, carla])

    # In the drawer, with a day's work on it that nobody has seen.
    for id_ in dossier.values():
        bram.wijzig(id_, telefoon=f"van Bram over {id_[:4]}")
    bram.zet(Huisgenoot, huisgenoot, naam="Samir")
    stil = bram.te_brengen()
    assert len(stil) == 5

    # A year goes by for the others.
    for maand in range(12):
        anneke.wijzig(dossier["blijft"], adres=f"straat {maand}")
        anneke.ronde()
    anneke.haal_weg(huisgenoot)
    anneke.neem_terug(dossier["teruggenomen"], "bram")
    anneke.draag_over(dossier["overgedragen"], "bram")
    carla.dienst.wis([dossier["gewist"]], "de termijn is om")
    nieuw = anneke.maak_dossier(achternaam="nieuw", klantmanager_id=bram.medewerker)
    tot_rust([anneke, carla])

    bram.klok.verschil = timedelta(days=-365)  # its battery was empty too
    assert bram.stand.lease is not None
    bram.ronde()
    tot_rust([anneke, bram, carla])
    assert set(bram.dossiers()) == {dossier["blijft"], dossier["overgedragen"], nieuw}
    assert bram.veld(dossier["blijft"], "adres") == "straat 11"
    assert anneke.veld(dossier["blijft"], "telefoon") == f"van Bram over {dossier['blijft'][:4]}"
    assert [w.dossier for w in bram.weigeringen()] == [dossier["teruggenomen"]]
    assert bram.weigeringen()[0].waarde == f"van Bram over {dossier['teruggenomen'][:4]}"
    (conflict,) = anneke.conflicten()
    assert conflict.hele_rij, "taken away by one, changed by another: a person decides"
    gewist_is_nergens([f"van Bram over {dossier['gewist'][:4]}"], [anneke, bram, carla], inzicht)
    alles_klopt([anneke, bram, carla], inzicht)

    besluit.kies(anneke.store, conflict, next(v for v in conflict.versies if not v.verwijderd))
    tot_rust([anneke, bram, carla])
    assert bram.huishouden(dossier["blijft"]) == ["Samir"]
    assert bram.stand.conflicten == 0
    alles_klopt([anneke, bram, carla], inzicht)


def test_a_laptop_that_never_comes_back_holds_nobody_up(samen: Samen, inzicht: Inzicht) -> None:
    """No number waits for it, and no conflict waits for it."""
    anneke, bram, weg = samen("anneke", "bram", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram, weg])
    weg.wijzig(dossier, adres="nooit gebracht")
    for nr in range(5):
        anneke.wijzig(dossier, adres=f"straat {nr}")
        bram.wijzig(dossier, telefoon=str(nr))
        tot_rust([anneke, bram])
    assert anneke.stand.alles_bevestigd
    assert bram.stand.alles_bevestigd
    assert bram.veld(dossier, "adres") == "straat 4"
    alles_klopt([anneke, bram], inzicht)


def test_what_ran_out_in_that_year_holds_again_after_one_round(
    samen: Samen, inzicht: Inzicht
) -> None:
    """The lease: how long a laptop may be used without the centre."""
    anneke, bram = samen("anneke", "bram")
    voor = bram.stand.lease
    assert voor is not None
    assert not voor.verlopen
    bram.verloopt(days=365)
    weg = bram.stand.lease
    assert weg is not None
    assert weg.verlopen
    bram.ronde()
    nu = bram.stand.lease
    assert nu is not None
    assert not nu.verlopen
    tot_rust([anneke, bram])
    alles_klopt([anneke, bram], inzicht)
