"""A stick from an azc without a network: read in by a colleague, once or often, before or after."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.store import samen as besluit
from desktop.store.fouten import WachtzinTeKort
from desktop.store.inkomend import VELDEN
from desktop.store.keten import afdruk, rijhash
from desktop.store.sleutel import TEST_PARAMETERS
from desktop.sync import transport
from desktop.sync.transport import NietsMeeTeNemen, TransportOnleesbaar, TransportWachtzinOnjuist
from tests.sync.laptop import WACHTZIN, Laptop
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Samen = Callable[..., list[Laptop]]


@pytest.fixture
def gedeeld(samen: Samen, tmp_path: Path) -> tuple[Laptop, Laptop, str, Path]:
    """Anneke's work of a day without a network, on a stick; a client that she shares with Bram."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    anneke.wijzig(dossier, adres="Urk")
    anneke.huisgenoot(dossier, "Sami")
    anneke.maak_dossier(achternaam="Alleen van Anneke")
    stick = tmp_path / "dag.vgtransport"
    anneke.schrijf_stick(stick)
    return anneke, bram, dossier, stick


Geval = tuple[Laptop, Laptop, str, Path]


def test_a_colleague_sees_at_once_what_he_may_see_and_carries_the_rest(
    gedeeld: Geval, inzicht: Inzicht
) -> None:
    """By hand from one laptop to the other (a complaint about SORMAS, 470)."""
    anneke, bram, dossier, stick = gedeeld
    ingelezen = bram.lees_stick(stick)
    assert ingelezen.meegenomen == len(anneke.te_brengen())
    assert 0 < ingelezen.nieuw < ingelezen.meegenomen
    assert bram.veld(dossier, "adres") == "Urk"
    assert bram.huishouden(dossier) == ["Sami"]
    assert bram.dossiers() == [dossier]
    assert not bram.stand.alles_bevestigd, "something travels along"
    bram.ronde()
    assert bram.stand.meegenomen == 0
    assert bram.stand.alles_bevestigd
    assert any(r[7] == '"Alleen van Anneke"' for r in inzicht.journaal().values())
    assert anneke.stand.wachtend > 0, "she has not heard of it yet"
    tot_rust([anneke, bram])
    alles_klopt([anneke, bram], inzicht)
    assert bram.dossiers() == [dossier]


@pytest.mark.parametrize("eerst", ["eigen laptop", "collega"])
def test_read_twice_and_brought_twice_is_once(gedeeld: Geval, inzicht: Inzicht, eerst: str) -> None:
    anneke, bram, dossier, stick = gedeeld
    bram.lees_stick(stick)
    for laptop in (anneke, bram) if eerst == "eigen laptop" else (bram, anneke):
        laptop.ronde()
    aantal = len(inzicht.journaal())
    assert bram.lees_stick(stick).nieuw == 0
    tot_rust([anneke, bram])
    assert len(inzicht.journaal()) == aantal
    assert inzicht.geweigerd() == set()
    assert anneke.stand.alles_bevestigd
    assert anneke.stand.conflicten == bram.stand.conflicten == 0
    assert anneke.veld(dossier, "adres") == bram.veld(dossier, "adres") == "Urk"
    alles_klopt([anneke, bram], inzicht)


def test_an_answer_lost_on_the_way_is_carried_again(gedeeld: Geval, inzicht: Inzicht) -> None:
    anneke, bram, _dossier, stick = gedeeld
    bram.lees_stick(stick)
    assert bram.ronde_geknipt(na=1)
    assert bram.stand.meegenomen > 0
    tot_rust([bram, anneke])
    alles_klopt([anneke, bram], inzicht)


def test_a_stick_of_a_laptop_that_went_on_since_fits_on_to_the_rest(
    gedeeld: Geval, inzicht: Inzicht, tmp_path: Path
) -> None:
    """Two sticks one after the other, and then the laptop itself."""
    anneke, bram, dossier, stick = gedeeld
    anneke.wijzig(dossier, telefoon="0527")
    tweede = tmp_path / "volgende dag.vgtransport"
    anneke.schrijf_stick(tweede)
    bram.lees_stick(tweede)
    bram.lees_stick(stick)
    bram.ronde()
    anneke.wijzig(dossier, nationaliteit="ER")
    tot_rust([anneke, bram])
    assert bram.veld(dossier, "telefoon") == "0527"
    assert bram.veld(dossier, "nationaliteit") == "ER"
    alles_klopt([anneke, bram], inzicht)


def _vervals(stick: Path, verander: Callable[[list[list[object]]], None]) -> None:
    """What somebody who knows the passphrase can do to a stick."""
    ruw = stick.read_bytes()
    einde = ruw.index(b"\n", len(transport.MAGIE)) + 1
    kop = json.loads(ruw[len(transport.MAGIE) : einde])
    zout, nonce = (transport.base64.b64decode(kop[naam]) for naam in ("zout", "nonce"))
    sleutel = transport._leid_af(WACHTZIN, zout, TEST_PARAMETERS)
    inhoud = json.loads(
        zlib.decompress(transport._ontsleutel(sleutel, nonce, ruw[einde:], ruw[:einde]))
    )
    verander(inhoud["rijen"])
    gepakt = zlib.compress(json.dumps(inhoud).encode())
    stick.write_bytes(ruw[:einde] + transport._versleutel(sleutel, nonce, gepakt, ruw[:einde]))


def _amsterdam(rijen: list[list[object]]) -> None:
    """Another address; the hash he can make himself, the seal of her laptop he cannot."""
    rij = next(r for r in rijen if r[7] == '"Urk"')
    rij[7] = '"Amsterdam"'
    rij[15] = afdruk(str(rij[14]), str(rij[7]))
    rij[17] = rijhash(dict(zip(VELDEN, rij[:-1], strict=True)))


def test_a_row_that_the_carrier_changed_is_refused_and_the_true_one_comes_later(
    gedeeld: Geval, inzicht: Inzicht
) -> None:
    anneke, bram, dossier, stick = gedeeld
    _vervals(stick, _amsterdam)
    bram.lees_stick(stick)
    assert bram.veld(dossier, "adres") == "Amsterdam", "only the centre can tell"
    bram.ronde()
    assert bram.veld(dossier, "adres") == "Emmeloord"
    assert {w.reden for w in bram.weigeringen()} == {"zegel"}
    assert not any("Amsterdam" in str(r[7]) for r in inzicht.journaal().values())
    tot_rust([anneke, bram])
    assert bram.veld(dossier, "adres") == anneke.veld(dossier, "adres") == "Urk"
    assert bram.weigeringen() == [], "what came from her own laptop is what she wrote"
    alles_klopt([anneke, bram], inzicht)


def test_what_stands_before_a_changed_row_is_taken(gedeeld: Geval, inzicht: Inzicht) -> None:
    anneke, bram, dossier, stick = gedeeld

    def vals(rijen: list[list[object]]) -> None:
        rijen[-1][7] = '"vals"'

    _vervals(stick, vals)
    bram.lees_stick(stick)
    bram.ronde()
    assert bram.stand.meegenomen == 0
    assert bram.veld(dossier, "adres") == "Urk"
    assert '"Urk"' in {r[7] for r in inzicht.journaal().values()}
    tot_rust([anneke, bram])
    alles_klopt([anneke, bram], inzicht)


def test_what_her_own_rights_do_not_allow_leaves_the_carriers_laptop_too(
    samen: Samen, inzicht: Inzicht, tmp_path: Path
) -> None:
    """Bram's right ended before his work came; Anneke, who carried it, had seen it already."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, bram])
    bram.wijzig(dossier, adres="Urk")
    bram.schrijf_stick(tmp_path / "stick")
    anneke.neem_terug(dossier, "bram")
    anneke.ronde()
    anneke.lees_stick(tmp_path / "stick")
    assert anneke.veld(dossier, "adres") == "Urk"
    anneke.ronde()
    assert anneke.veld(dossier, "adres") == "Emmeloord"
    assert [a.rij[7] for a in anneke.dienst.aangeboden()] == ['"Urk"']
    tot_rust([anneke, bram])
    assert [w.waarde for w in bram.weigeringen()] == ["Urk"]
    alles_klopt([anneke, bram], inzicht)


def test_one_stick_that_cannot_go_on_yet_does_not_hold_up_the_others(
    samen: Samen, inzicht: Inzicht, tmp_path: Path
) -> None:
    """A laptop whose clock is years ahead: its stick waits until it has greeted."""
    anneke, tweede, bram = samen("anneke", "anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    anneke.deel(dossier, "bram")
    tot_rust([anneke, tweede, bram])
    for laptop, waarde in ((anneke, "vooruit"), (tweede, "gewoon")):
        if laptop is anneke:
            laptop.verloopt(days=400)
        laptop.wijzig(dossier, **{"adres" if laptop is anneke else "telefoon": waarde})
        laptop.schrijf_stick(tmp_path / waarde)
        bram.lees_stick(tmp_path / waarde)
    bram.ronde()
    assert {r[7] for r in inzicht.journaal().values()} >= {'"gewoon"'}
    assert bram.stand.meegenomen > 0
    tot_rust([anneke, tweede, bram])
    assert bram.stand.meegenomen == 0
    alles_klopt([anneke, tweede, bram], inzicht)


def test_what_only_the_stick_still_has_is_offered_to_the_owner(
    samen: Samen, inzicht: Inzicht, tmp_path: Path
) -> None:
    """Her laptop was put back to yesterday, and used today's numbers for something else."""
    anneke, bram = samen("anneke", "bram")
    dossier = anneke.maak_dossier(adres="Emmeloord")
    tot_rust([anneke, bram])
    gisteren = anneke.bewaar(tmp_path / "gisteren.db")
    anneke.wijzig(dossier, adres="alleen op de stick")
    anneke.schrijf_stick(tmp_path / "stick")
    anneke.zet_terug(gisteren)
    anneke.wijzig(dossier, telefoon="0527")
    anneke.ronde()
    bram.lees_stick(tmp_path / "stick")
    bram.ronde()
    assert bram.stand.meegenomen == 0
    tot_rust([anneke, bram])
    aanbod = anneke.dienst.aangeboden()
    assert [a.rij[7] for a in aanbod] == ['"alleen op de stick"']
    anneke.dienst.neem_aan(aanbod, overnemen=True)
    tot_rust([anneke, bram])
    assert anneke.veld(dossier, "adres") == "alleen op de stick"
    alles_klopt([anneke, bram], inzicht)


def test_what_a_stick_brought_leaves_when_the_right_to_it_ends(
    gedeeld: Geval, inzicht: Inzicht
) -> None:
    """Also when nothing of that class of data was here before."""
    anneke, bram, dossier, stick = gedeeld
    assert not any(":kinderen" in str(r[1]) for r in bram.journaal().values())
    bram.lees_stick(stick)
    assert bram.huishouden(dossier) == ["Sami"]
    anneke.neem_terug(dossier, "bram")
    anneke.ronde()
    tot_rust([bram, anneke])
    assert not bram.heeft(dossier)
    assert "Sami" not in str([r[7] for r in bram.journaal().values()])
    alles_klopt([anneke, bram], inzicht)


def test_the_file_says_nothing_without_its_passphrase(gedeeld: Geval, tmp_path: Path) -> None:
    _anneke, bram, _dossier, stick = gedeeld
    ruw = stick.read_bytes()
    assert b"Urk" not in ruw
    assert b"dossier" not in ruw
    with pytest.raises(TransportWachtzinOnjuist):
        transport.lees_bestand(bram.store, stick, "vier fietsen naast de sluis")
    for kapot in (ruw[:-1], ruw[:40], b"", b"x" + ruw, ruw[:-20] + b"x" * 20):
        pad = tmp_path / "kapot"
        pad.write_bytes(kapot)
        with pytest.raises((TransportOnleesbaar, TransportWachtzinOnjuist)):
            bram.lees_stick(pad)
    assert bram.stand.meegenomen == 0


def test_nothing_to_carry_makes_no_file_and_a_short_passphrase_neither(
    samen: Samen, tmp_path: Path
) -> None:
    (anneke,) = samen("anneke")
    with pytest.raises(NietsMeeTeNemen):
        anneke.schrijf_stick(tmp_path / "leeg")
    anneke.maak_dossier()
    with pytest.raises(WachtzinTeKort):
        transport.schrijf_bestand(anneke.store, tmp_path / "kort", "kort")
    assert not list(tmp_path.glob("leeg*")) + list(tmp_path.glob("kort*"))


def test_a_decision_about_a_changed_row_is_only_to_leave_it(
    gedeeld: Geval, inzicht: Inzicht
) -> None:
    """To offer it again would make somebody's forgery the carrier's own word."""
    anneke, bram, dossier, stick = gedeeld
    _vervals(stick, _amsterdam)
    bram.lees_stick(stick)
    bram.ronde()
    geweigerd = bram.weigeringen()
    assert ("zegel", "Amsterdam") in [(w.reden, w.waarde) for w in geweigerd]
    besluit.bied_opnieuw(bram.store, {w.id for w in geweigerd})
    tot_rust([bram])
    assert not any("Amsterdam" in str(r[7]) for r in inzicht.journaal().values())
    tot_rust([anneke, bram])
    assert anneke.veld(dossier, "adres") == bram.veld(dossier, "adres") == "Urk"
    alles_klopt([anneke, bram], inzicht)
