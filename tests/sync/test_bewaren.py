"""Copies and erasure with a real centre: nothing is lost, and nothing comes back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import sqlalchemy as sa

from desktop.models.bewaren import Onderdeel, Verlopen
from desktop.store import kopieen
from desktop.store.bestanden import GEGEVENS
from desktop.store.terugzetten import zet_terug
from desktop.views.bewaren.besluit import voer_uit
from tests.conftest import SLEUTEL
from tests.store.bladen import bladen
from tests.sync.conftest import Centrum

if TYPE_CHECKING:
    from tests.sync.laptop import Laptop

Geef = Callable[..., "Laptop"]


def verlopen(laptop: Laptop, dossier: str) -> Verlopen:
    """A line of the list, as the screen hands it over."""
    dag = laptop.store.vandaag()
    nummer = laptop.veld(dossier, "nummer")
    return Verlopen(Onderdeel.DOSSIER, dossier, nummer, "", dag, dag, "Voorbij.", {})


def test_a_restored_laptop_goes_on_as_another_and_loses_nothing(laptop: Geef) -> None:
    anneke = laptop("anneke")
    dossier = anneke.maak_dossier(telefoon="0611111111")
    anneke.ronde()
    anneke.wijzig(dossier, adres="Urk")  # in the copy, not confirmed in it
    kopie = anneke.store.reservekopie()
    anneke.ronde()
    anneke.wijzig(dossier, telefoon="0622222222")
    anneke.ronde()
    anneke.wijzig(dossier, email="weg@voorbeeld.example")  # after the copy, never brought
    oud = anneke.ik.id
    anneke.sluit()
    zet_terug(anneke.map, kopie, SLEUTEL, anneke.lijst, anneke.klok())
    anneke._open()
    assert anneke.veld(dossier, "telefoon") == "0611111111"
    anneke.wijzig(dossier, dialect="Iraaks")
    uitkomst = anneke.ronde()
    assert (uitkomst.geweigerd, uitkomst.meldingen) == (0, ())
    assert anneke.ik.id != oud
    assert anneke.stand.wachtend == 0
    assert anneke.geweigerd() == set()
    stand = {veld: anneke.veld(dossier, veld) for veld in ("telefoon", "adres", "dialect", "email")}
    assert stand == {
        "telefoon": "0622222222",
        "adres": "Urk",
        "dialect": "Iraaks",
        "email": None,
    }
    assert anneke.store.controleer_keten() == []
    tweede = laptop("anneke")
    assert {veld: tweede.veld(dossier, veld) for veld in stand} == stand
    assert anneke.ronde().gebracht == 0


def test_one_decision_and_it_is_gone_from_the_centre_from_here_and_from_every_laptop(
    laptop: Geef, centrum: Centrum
) -> None:
    anneke, carla = laptop("anneke"), laptop("carla")
    weg = anneke.maak_dossier(voornamen="Wolletjeskanarie")
    blijft = anneke.maak_dossier(voornamen="Blijvertje")
    anneke.ronde()
    carla.ronde()
    assert {weg, blijft} <= set(carla.dossiers())
    kopie = anneke.store.reservekopie()
    anneke.wijzig(weg, telefoon="0612345678")  # not brought yet
    uitslag = voer_uit(
        carla.store, carla.dienst, [verlopen(carla, weg)], "De termijn is voorbij.", "Carla"
    )
    assert uitslag.hier
    assert carla.dossiers() == [blijft]
    with centrum.beheer() as verbinding:
        gevonden = verbinding.execute(
            "SELECT count(*) FROM viergesprek.wijziging WHERE dossier = %s AND waarde IS NOT NULL",
            (weg,),
        ).fetchone()
        grond = verbinding.execute("SELECT grond FROM viergesprek.gewist").fetchone()
    assert gevonden == (0,)
    assert grond == ("De termijn is voorbij.",)
    anneke.ronde()
    assert anneke.dossiers() == [blijft]
    for een in (anneke, carla):
        inhoud = bladen(een.map / GEGEVENS, SLEUTEL)
        assert b"Wolletjeskanarie" not in inhoud
        assert b"0612345678" not in inhoud
        assert b"Blijvertje" in inhoud
    assert [k.pad for k in kopieen.met_gewiste_inhoud(anneke.store)] == [kopie]


def test_a_copy_from_before_brings_nothing_back(laptop: Geef) -> None:
    anneke, carla = laptop("anneke"), laptop("carla")
    weg = anneke.maak_dossier(voornamen="Wolletjeskanarie")
    anneke.ronde()
    carla.ronde()
    kopie = anneke.store.reservekopie()
    voer_uit(carla.store, carla.dienst, [verlopen(carla, weg)], "De termijn is voorbij.", "Carla")
    anneke.sluit()  # it has not heard of it
    zet_terug(anneke.map, kopie, SLEUTEL, anneke.lijst, anneke.klok())
    anneke._open()
    assert anneke.dossiers() == [weg]
    anneke.ronde()
    assert anneke.dossiers() == []
    assert b"Wolletjeskanarie" not in bladen(anneke.map / GEGEVENS, SLEUTEL)
    with anneke.store.lees() as sessie:
        assert sessie.scalars(sa.text("SELECT dossier FROM gewist")).all() == [weg]
    carla.ronde()
    assert carla.dossiers() == []


def test_what_a_laptop_erased_by_itself_stays_erased_when_it_is_coupled_later(
    laptop: Geef,
) -> None:
    from desktop.store.bewaren import wis_hier

    anneke = laptop("anneke", ronde=False)
    weg = anneke.maak_dossier(voornamen="Wolletjeskanarie", klantmanager_id=_zelf(anneke))
    wis_hier(anneke.store, [weg], [], "De termijn is voorbij.")
    uitkomst = anneke.ronde()
    assert anneke.stand.wachtend == 0, uitkomst
    assert anneke.dossiers() == []
    carla = laptop("carla")
    assert carla.dossiers() == []
    ander = carla  # tombstones of the centre still come after own ones
    blijft = anneke.maak_dossier(voornamen="Later")
    anneke.ronde()
    ander.ronde()
    voer_uit(ander.store, ander.dienst, [verlopen(ander, blijft)], "De termijn is voorbij.", "C.")
    anneke.ronde()
    assert anneke.dossiers() == []


def _zelf(laptop: Laptop) -> str:
    """A laptop by itself has a user of its own making."""
    from desktop.models.dossier import Medewerker

    with laptop.store.work() as work:
        ik = Medewerker(naam="Anneke", gemeente="0171")
        work.voeg_toe(ik)
    laptop.store.word(ik.id)
    return ik.id
