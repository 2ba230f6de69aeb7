"""Recordings out to a file and in from one, through the window."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from desktop.exchange.opnamepakket import maak_pakket
from desktop.models.opname import Opname
from desktop.models.opnamewerk import Opnamestuk, Zin
from desktop.store.opnamebeheer import opgenomen, stukken, trek_in, wis
from desktop.store.store import Store
from tests.pagina.opnamen import Opnamenpagina, zichtbaar
from tests.speech.nep import stilte, toon
from tests.views.opnamen.conftest import RAHEL

Zinnen = Callable[..., list[Zin]]
Neem = Callable[..., None]


class Pakketpagina:
    """The card, with the dialogs of the system answered."""

    def __init__(self, overzicht: Opnamenpagina) -> None:
        self.overzicht, self.kaart = overzicht, overzicht.scherm.pakket

    def bewaar(self, map_: Path) -> str:
        self.kaart._kies_map = lambda *_: str(map_)
        return self._doe(self.kaart.naar)

    def lees(self, pad: Path | str) -> str:
        self.kaart._kies_bestand = lambda *_: str(pad)
        return self._doe(self.kaart.van)

    def _doe(self, knop: object) -> str:
        self.overzicht.druk(knop)  # type: ignore[arg-type]
        self.overzicht.qtbot.waitUntil(lambda: self.kaart.van.isEnabled(), timeout=20_000)
        return zichtbaar(self.kaart.fout) or zichtbaar(self.kaart.klaar)


@pytest.fixture
def pagina(overzicht: Opnamenpagina) -> Pakketpagina:
    return Pakketpagina(overzicht)


@pytest.fixture
def uit(tmp_path: Path) -> Path:
    map_ = tmp_path / "stick"
    map_.mkdir()
    return map_


def alle(store: Store) -> list[Opnamestuk]:
    with store.lees() as sessie:
        return stukken(sessie, "ti")[0]


def test_out_and_in_again_is_the_same(
    pagina: Pakketpagina, zinnen_van: Zinnen, neem_op: Neem, store: Store, uit: Path
) -> None:
    assert not pagina.kaart.naar.isEnabled(), "nothing to put in a file"
    neem_op(*zinnen_van()[:4])
    er_was = alle(store)
    zin = pagina.bewaar(uit)
    (bestand,) = uit.iterdir()
    assert zin == f"{len(er_was)} opnamen zijn bewaard.\n{bestand.name}"
    assert bestand.name == "opnamen-ti-2026-11-23.zip", "no name of a person"
    with store.lees() as sessie:
        ids = [o.id for o in opgenomen(sessie, "ti")]
    with store.work() as work:
        wis(work, ids)
    assert pagina.lees(bestand) == f"{len(er_was)} opnamen zijn ingelezen."
    assert alle(store) == er_was
    assert len(pagina.overzicht.rijen()) == 4
    assert f"{len(er_was)} waren er al." in pagina.lees(bestand)
    assert alle(store) == er_was


def test_what_is_damaged_is_counted_and_not_left_out_in_silence(
    pagina: Pakketpagina, zinnen_van: Zinnen, neem_op: Neem, store: Store, uit: Path
) -> None:
    neem_op(*zinnen_van()[:3])
    er_was = len(alle(store))
    with store.work() as work:
        eerste = work.session.scalars(sa.select(Opname).order_by(Opname.context)).first()
        assert eerste is not None
        eerste.geluid = "geen base64"
    zin = pagina.bewaar(uit)
    assert zin.startswith("1 opname is beschadigd en staat niet in het bestand.")
    assert f"{er_was - 1} opnamen zijn bewaard." in zichtbaar(pagina.kaart.klaar)
    with store.work() as work:
        for opname in work.session.scalars(sa.select(Opname)):
            opname.geluid = "geen base64"
    zin = pagina.bewaar(uit)
    assert zin == "Alle opnamen in deze taal zijn beschadigd. Neem ze opnieuw op."


def test_a_voice_that_was_withdrawn_is_refused(
    pagina: Pakketpagina, zinnen_van: Zinnen, neem_op: Neem, store: Store, uit: Path
) -> None:
    neem_op(zinnen_van()[0])
    pagina.bewaar(uit)
    with store.work() as work:
        trek_in(work, RAHEL.spreker)
    zin = pagina.lees(next(uit.iterdir()))
    assert zin.startswith("Rahel Tesfay heeft de toestemming ingetrokken.")
    assert alle(store) == []


def test_nothing_is_chosen_and_nothing_happens(pagina: Pakketpagina) -> None:
    assert pagina.lees("") == ""


def test_a_folder_that_cannot_be_written_is_a_sentence(
    pagina: Pakketpagina, zinnen_van: Zinnen, neem_op: Neem, uit: Path
) -> None:
    neem_op(zinnen_van()[0])
    assert "bestaat niet" in pagina.bewaar(uit / "weg")


def stuk(zin: Zin, ogg: bytes) -> Opnamestuk:
    dag = RAHEL.toestemming_op
    return Opnamestuk("ti", "", zin.contexten[0], zin.tekst, "Selam", dag, dag, 400, ogg)


@pytest.mark.parametrize(
    ("maak", "zin"),
    [
        (lambda ogg: ogg[:200] + bytes(60), "niet af te spelen"),
        (lambda _ogg: stilte(400).als_ogg(), "helemaal stil"),
    ],
)
def test_a_sound_that_does_not_play_refuses_the_whole_file(
    pagina: Pakketpagina,
    zinnen_van: Zinnen,
    neem_op: Neem,
    store: Store,
    uit: Path,
    maak: Callable[[bytes], bytes],
    zin: str,
) -> None:
    een, twee, drie = zinnen_van()[:3]
    neem_op(drie)
    er_was = alle(store)
    goed = toon(400).als_ogg()
    (uit / "p.zip").write_bytes(maak_pakket([stuk(een, goed), stuk(twee, maak(goed))]))
    assert pagina.lees(uit / "p.zip") == f"Opname 2 is {zin}."
    assert alle(store) == er_was


def test_an_unknown_prompt_refuses_the_whole_file_in_words(
    pagina: Pakketpagina, zinnen_van: Zinnen, store: Store, uit: Path
) -> None:
    goed = stuk(zinnen_van()[0], toon(400).als_ogg())
    vreemd = replace(goed, context="XX{99}")
    (uit / "p.zip").write_bytes(maak_pakket([goed, vreemd]))
    assert "niet kent (XX{99})" in pagina.lees(uit / "p.zip")
    assert alle(store) == []


def test_a_path_that_leads_out_is_refused_and_nothing_is_written(
    pagina: Pakketpagina, zinnen_van: Zinnen, store: Store, uit: Path
) -> None:
    bestand = uit / "p.zip"
    bestand.write_bytes(maak_pakket([stuk(zinnen_van()[0], toon(400).als_ogg())]))
    with zipfile.ZipFile(bestand, "a") as zip_:
        zip_.writestr("../../buiten.txt", "x")
    assert "naam die niet mag" in pagina.lees(bestand)
    assert not list(uit.parent.rglob("buiten.txt"))
    assert alle(store) == []
