"""What a broken or hostile program writes stops nobody else's round."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from desktop.models.dossier import Dossier
from tests.sync import waarborgen
from tests.sync.bouw import nieuw
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop

ONZIN = {
    "a number for a text": {"adres": "5"},
    "a list for a text": {"voornamen": '["a"]'},
    "an object for a text": {"achternaam": '{"a": 1}'},
    "a number for a day": {"datum_kennisgeving": "5"},
    "no such day": {"datum_brp": '"2026-02-31"'},
    "a text for yes or no": {"oefening": '"ja"'},
    "a word that nobody knows": {"alfabetisering": '"elfs"'},
    "a number for a word": {"alfabetisering": "7"},
    "no JSON": {"adres": "zomaar wat"},
    "half of it": {"adres": '{"a": '},
    "very deep": {"adres": "[" * 3_000 + "]" * 3_000},
    "a number beyond all": {"adres": "1" * 5_000},
}


@pytest.mark.parametrize("wat", ONZIN)
def test_nonsense_in_a_value_is_kept_and_shown_to_nobody(
    laptop: Callable[..., Laptop], centrum: Centrum, wat: str
) -> None:
    """It comes in the same batch as good rows; those are there, and stay in step."""
    carla, vreemd = laptop("carla"), centrum.laptop("anneke")
    mis, goed = nieuw(), nieuw()
    wie = {"naam": "Anneke", "gemeente": "0171", "rol": "klantmanager"}
    rijen = vreemd.rijen("medewerker", vreemd.medewerker, wie, klasse="gemeente")
    rijen += vreemd.dossier(mis)
    for veld, ruw in ONZIN[wat].items():
        klasse = (
            "gewoon"
            if veld in ("alfabetisering", "datum_kennisgeving", "datum_brp")
            else ("identiteit")
        )
        rijen.append(vreemd.rij("dossier", mis, veld, dossier=mis, klasse=klasse, ruw=ruw))
    rijen += vreemd.dossier(goed)
    antwoord = vreemd.breng(rijen)
    assert not antwoord.fout
    assert antwoord.geweigerd == ()
    carla.ronde()
    assert carla.is_er(Dossier, goed)
    assert not carla.is_er(Dossier, mis)
    assert {rij[0] for rij in rijen} <= carla.journaal().keys()
    inzicht = waarborgen.Inzicht(centrum)
    waarborgen.tot_rust([carla])
    waarborgen.laptop_heeft_wat_zijn_gebruiker_mag_zien(carla, inzicht)
    inzicht.sluit()
    carla.store.herbouw()
    assert carla.is_er(Dossier, goed)
