"""The trail, breaking the glass, and verifying the chain, with a real centre."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from desktop.cli import _controle
from desktop.models.dossier import Dossier
from desktop.models.spoor import Inzagesoort, Spoorfilter, Spoorsoort
from desktop.models.toegang import Toegangsbeleid
from desktop.store import nood
from desktop.store.spoor import Kijkboek
from desktop.sync.antwoorden import Spoorregel as Veldregel
from desktop.sync.controle import controleer_centrale
from desktop.sync.fouten import GeenRecht
from desktop.sync.spoor import bladzijde, voeg_samen
from desktop.views.spoor.bron import Centralebron
from tests.conftest import Klok
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop

Maak = Callable[..., Laptop]
BELEID = Toegangsbeleid(nood_dagen=7, deling_voorstel=60, maker_dagen=30, toets_dagen=30)
REDEN = "Meneer staat aan de balie en zijn klantmanager is ziek."
V_NUMMER = "1234567890"


def maak_dossier(laptop: Laptop, **velden: object) -> str:
    with laptop.store.work() as work:
        dossier = Dossier(
            nummer="0171-26-ABCDEF",
            voornamen="Tesfay",
            achternaam="Gebremedhin",
            sorteernaam="gebremedhin tesfay",
            gemeente="0171",
            v_nummer=V_NUMMER,
            klantmanager_id=work.door,
            **velden,
        )
        work.voeg_toe(dossier)
    laptop.ronde()
    return dossier.id


def test_the_glass_breaks_and_the_owner_is_told(laptop: Maak) -> None:
    anneke, bram = laptop("anneke"), laptop("bram")
    id_ = maak_dossier(anneke)
    bram.ronde()
    with bram.store.lees() as sessie:
        assert sessie.get(Dossier, id_) is None
    assert bram.dienst.zoek_nummer(V_NUMMER, REDEN) == ("0171", id_)
    assert bram.dienst.zoek_nummer("0000000000", REDEN) is None
    nood.breek_glas(bram.store, id_, REDEN, BELEID, gemeente="0171")
    bram.ronde()  # brings the reason
    bram.ronde()  # and is greeted with the rights that it gave
    with bram.store.lees() as sessie:
        assert sessie.get_one(Dossier, id_).naam == "Tesfay Gebremedhin"
    Kijkboek(bram.store).noteer(id_, Inzagesoort.DOSSIER)
    bram.ronde()
    anneke.ronde()
    with anneke.store.lees() as sessie:
        (bericht,) = nood.ongelezen_nood(sessie, anneke.store.gebruiker_id or "")
    assert (bericht.dossier, bericht.reden) == (id_, REDEN)


def test_the_trail_of_the_gemeente_tells_who_looked_and_why_and_nothing_else(
    laptop: Maak,
) -> None:
    anneke = laptop("anneke")
    id_ = maak_dossier(anneke)
    nood.breek_glas(anneke.store, id_, REDEN, BELEID)
    Kijkboek(anneke.store).noteer(id_, Inzagesoort.GEZONDHEID)
    anneke.ronde()
    for wie in ("carla", "els"):
        kijker = laptop(wie)
        bron = Centralebron(kijker.store, kijker.dienst)
        regels, meer = bron.haal(Spoorfilter.ALLES, None)
        assert not meer
        van_dossier = [r for r in regels if r.dossier == id_]
        kijk = next(r for r in van_dossier if r.soort is Spoorsoort.GEZIEN)
        assert (kijk.inzage, kijk.reden, kijk.eigen) == (Inzagesoort.GEZONDHEID, REDEN, False)
        assert {"dossier", "noodtoegang"} <= {r.entiteit for r in van_dossier}
        assert "Gebremedhin" not in repr(regels)
        assert V_NUMMER not in repr(regels)
        assert [r.sleutel[0] for r in regels] == sorted(
            (r.sleutel[0] for r in regels), reverse=True
        )
        alleen = bron.haal(Spoorfilter.INZIEN, None)[0]
        assert {r.soort for r in alleen} == {Spoorsoort.GEZIEN}
        assert all(r.wie for r in van_dossier)


def test_pages_of_the_centre_follow_one_another(laptop: Maak) -> None:
    anneke, carla = laptop("anneke"), laptop("carla")
    id_ = maak_dossier(anneke)
    for plaats in ("Urk", "Emmeloord", "Ens", "Kraggenburg"):
        with anneke.store.work() as work:
            work.get(Dossier, id_).adres = plaats
    anneke.ronde()
    heel = Centralebron(carla.store, carla.dienst).haal(Spoorfilter.ALLES, None)[0]
    bron = Centralebron(carla.store, carla.dienst, per_keer=2)
    stukken, meer = bron.haal(Spoorfilter.ALLES, None)
    assert meer
    while meer:
        stuk, meer = bron.haal(Spoorfilter.ALLES, stukken[-1])
        stukken = [*stukken, *stuk]
    assert stukken == heel


def test_the_trail_is_not_for_a_klantmanager(laptop: Maak) -> None:
    with pytest.raises(GeenRecht):
        laptop("anneke").dienst.spoor(None, None, 10)


def test_the_chain_in_the_centre_is_whole(laptop: Maak) -> None:
    anneke, carla = laptop("anneke"), laptop("carla")
    maak_dossier(anneke)
    oordeel = controleer_centrale(carla.store)
    assert oordeel is not None
    assert oordeel.fout == []
    assert oordeel.rijen >= 7
    assert controleer_centrale(anneke.store) is None


@pytest.mark.parametrize(
    "knoei",
    [
        "UPDATE viergesprek.wijziging SET waarde = '\"Anders\"' WHERE veld = 'achternaam'",
        "UPDATE viergesprek.wijziging SET auteur = 'iemand' WHERE veld = 'achternaam'",
        "UPDATE viergesprek.wijziging SET vorige = repeat('0', 64) WHERE veld = 'achternaam'",
    ],
)
def test_what_was_changed_in_the_centre_afterwards_is_found(
    laptop: Maak, centrum: Centrum, knoei: str
) -> None:
    anneke, carla = laptop("anneke"), laptop("carla")
    maak_dossier(anneke)
    with centrum.beheer() as verbinding:
        id_ = verbinding.execute(
            "SELECT id FROM viergesprek.wijziging WHERE veld = 'achternaam'"
        ).fetchone()
        verbinding.execute(knoei)
    oordeel = controleer_centrale(carla.store)
    assert oordeel is not None
    assert id_ is not None
    assert id_[0] in oordeel.fout


def test_a_row_that_was_written_anew_is_found_by_its_neighbour(
    laptop: Maak, centrum: Centrum
) -> None:
    """Whoever changes a row and its own hash still has the next row against them."""
    from desktop.store.inkomend import VELDEN
    from desktop.store.keten import afdruk, rijhash

    anneke, carla = laptop("anneke"), laptop("carla")
    maak_dossier(anneke)
    with anneke.store.lees() as sessie:
        rij = dict(
            sessie.connection()
            .exec_driver_sql(f"SELECT {', '.join(VELDEN)} FROM wijziging WHERE veld = 'achternaam'")
            .one()
            ._mapping
        )
    rij["waarde"] = json.dumps("Anders")
    rij["afdruk"] = afdruk(str(rij["zout"]), str(rij["waarde"]))
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "UPDATE viergesprek.wijziging SET waarde = %s, afdruk = %s, hash = %s WHERE id = %s",
            [rij["waarde"], rij["afdruk"], rijhash(rij), rij["id"]],
        )
    oordeel = controleer_centrale(carla.store)
    assert oordeel is not None
    assert oordeel.fout != []


# Pure


def _veld(klok: int, **meer: object) -> Veldregel:
    waarden: dict[str, object] = {
        "klok": f"{klok:020d}",
        "dossier": "d",
        "auteur": "a",
        "apparaat": "p",
        "entiteit": "dossier",
        "rij": "d",
        "veld": "adres",
        "soort": "set",
        "toelichting": None,
        "ontvangen_op": Klok().nu,
        **meer,
    }
    return Veldregel(**waarden)  # type: ignore[arg-type]


def test_two_gemeenten_are_one_trail_without_a_hole() -> None:
    een = [_veld(n, rij="een") for n in (90, 80, 70)]
    twee = [_veld(n, rij="twee") for n in (85, 30, 20)]
    eerste = voeg_samen([een, twee], 3)
    assert [int(r.klok) for r in eerste] == [90, 85, 80, 70]
    # The second page begins below 70: the rest of both is still to come.
    assert [int(r.klok) for r in voeg_samen([[], twee[1:]], 3)] == [30, 20]


def test_fields_of_one_gesture_are_one_line() -> None:
    blad = bladzijde([_veld(9), _veld(9, veld="bsn"), _veld(8, rij="e")], 100, {"a": "Anneke"}, "p")
    assert [len(r.onderdelen) for r in blad.regels] == [2, 1]
    assert blad.regels[0].wie == "Anneke"
    assert blad.regels[0].eigen
    assert blad.verder is None


def test_a_search_for_a_number_is_a_view_by_nobodys_laptop() -> None:
    (regel,) = bladzijde(
        [_veld(9, entiteit="zoekactie", apparaat=None, veld="", soort="zoek")], 100, {}, "p"
    ).regels
    assert (regel.soort, regel.apparaat, regel.eigen) == (Spoorsoort.GEZIEN, "", False)


def test_an_explanation_that_is_no_text_says_nothing() -> None:
    for raar in ("{", "1", '["x"]'):
        (regel,) = bladzijde(
            [_veld(9, entiteit="raadpleging", veld="reden", toelichting=raar)], 100, {}, "p"
        ).regels
        assert regel.reden == ""


# The command


def test_the_command_verifies_the_centre_for_whoever_looks_after_it(
    laptop: Maak, centrum: Centrum, capsys: pytest.CaptureFixture[str]
) -> None:
    anneke, carla = laptop("anneke"), laptop("carla")
    maak_dossier(anneke)
    assert _controle(carla.store) == 0
    zinnen = capsys.readouterr().out.splitlines()
    assert zinnen[0] == "Het journaal klopt."
    assert zinnen[1].startswith("In de centrale opslag kloppen alle ")
    assert _controle(anneke.store) == 0
    assert "leidinggevende of beheerder" in capsys.readouterr().out
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "UPDATE viergesprek.wijziging SET waarde = '\"x\"' WHERE veld = 'achternaam'"
        )
    assert _controle(carla.store) == 1
    assert "In de centrale opslag kloppen 1 van " in capsys.readouterr().out
