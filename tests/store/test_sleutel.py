"""The key file: round trips, delays, damage, kills, and the system's key store."""

from __future__ import annotations

import errno
import json
import os
import stat
import subprocess
import sys
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import keyring
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from keyring.backend import KeyringBackend
from keyring.backends import fail, null
from keyring.backends.chainer import ChainerBackend
from keyring.errors import KeyringLocked, PasswordDeleteError

from desktop.store import fouten, sleutel
from desktop.store.fouten import (
    BestandTeNieuw,
    MapAlleenLezen,
    OnbekendeFout,
    SchijfVol,
    SleutelbestandBeschadigd,
    SleutelbestandBestaatAl,
    SleutelbestandOntbreekt,
    SleutelbosNietBeschikbaar,
    ViergesprekFout,
    WachtzinOnjuist,
    WachtzinTeKort,
    WachtzinTeVroeg,
)
from desktop.store.sleutel import (
    MINIMALE_LENGTE,
    STANDAARD,
    TEST_PARAMETERS,
    Argon2Parameters,
    Sleutelbestand,
    Sterkte,
    sterkte,
)
from desktop.store.wachtzin import wachttijd

GOED = "vier mensen en een tolk"
ANDERS = "een heel andere wachtzin"
FOUT = "dit is hem dus niet"


class Klok:
    def __init__(self) -> None:
        self.nu = 1_800_000_000.0

    def __call__(self) -> float:
        return self.nu


class Bos(KeyringBackend):
    """A key store in memory."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.inhoud: dict[tuple[str, str], str] = {}
        self.op_slot = False

    def _kijk(self) -> None:
        if self.op_slot:
            raise KeyringLocked

    def get_password(self, service: str, username: str) -> str | None:
        self._kijk()
        return self.inhoud.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._kijk()
        self.inhoud[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._kijk()
        if self.inhoud.pop((service, username), None) is None:
            raise PasswordDeleteError


class PlaintextKeyring(Bos):
    """Named as the one of keyrings.alt."""


class OokPlat(PlaintextKeyring):
    priority = 9


class Zwak(Bos):
    priority = 0.5


class Ketting(ChainerBackend):
    backends: list[KeyringBackend] = []


@pytest.fixture
def klok() -> Klok:
    return Klok()


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "viergesprek.sleutel"


@pytest.fixture
def bestand(pad: Path, klok: Klok) -> Sleutelbestand:
    return Sleutelbestand(pad, klok, TEST_PARAMETERS)


@pytest.fixture(autouse=True)
def bos() -> Iterator[Bos]:
    """No test touches the key store of the machine it runs on."""
    vorige = keyring.core._keyring_backend
    bos = Bos()
    keyring.set_keyring(bos)
    yield bos
    keyring.core._keyring_backend = vorige


@pytest.fixture
def alleen_lezen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be written, also for root."""

    def weiger(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "read-only")

    monkeypatch.setattr(tempfile, "mkstemp", weiger)


def lees(pad: Path) -> dict[str, object]:
    return json.loads(pad.read_text())


def raad_mis(bestand: Sleutelbestand, klok: Klok, keer: int) -> float:
    """Wrong passphrases, each after its delay; gives the delay after the last one."""
    wacht = 0.0
    for _ in range(keer):
        klok.nu += wacht
        with pytest.raises(WachtzinOnjuist) as fout:
            bestand.open(FOUT)
        wacht = fout.value.wacht_seconden
    return wacht


# Round trips


def test_maak_en_open(bestand: Sleutelbestand, pad: Path) -> None:
    assert not bestand.bestaat()
    datasleutel = bestand.maak(GOED)
    assert bestand.bestaat()
    assert len(datasleutel) == 32
    assert bestand.open(GOED) == datasleutel
    assert Sleutelbestand(pad).open(GOED) == datasleutel  # the cost comes from the file


@settings(max_examples=60, deadline=None)
@given(
    oude=st.text(min_size=20, max_size=60),
    nieuwe=st.text(min_size=20, max_size=60),
)
def test_elke_wachtzin_opent_haar_eigen_bestand(oude: str, nieuwe: str) -> None:
    if not (len(n(oude)) >= MINIMALE_LENGTE <= len(n(nieuwe))):
        return
    with tempfile.TemporaryDirectory() as map_:
        bestand = Sleutelbestand(Path(map_) / "s", Klok(), TEST_PARAMETERS)
        datasleutel = bestand.maak(oude)
        assert bestand.open(oude) == datasleutel
        bestand.wijzig(oude, nieuwe)
        assert bestand.open(nieuwe) == datasleutel
        if n(oude) != n(nieuwe):
            with pytest.raises(WachtzinOnjuist):
                bestand.open(oude)


def n(tekst: str) -> str:
    return unicodedata.normalize("NFC", tekst)


def test_een_los_surrogaat_kan_ook(bestand: Sleutelbestand) -> None:
    datasleutel = bestand.maak("wachtzin \ud800 vreemd")
    assert bestand.open("wachtzin \ud800 vreemd") == datasleutel


def test_samengestelde_letters_zijn_dezelfde(bestand: Sleutelbestand) -> None:
    datasleutel = bestand.maak("caf\u00e9 om de hoek")
    assert bestand.open("cafe\u0301 om de hoek") == datasleutel


def test_elk_bestand_heeft_een_eigen_sleutel(tmp_path: Path) -> None:
    een, twee = (Sleutelbestand(tmp_path / i, parameters=TEST_PARAMETERS) for i in "ab")
    assert een.maak(GOED) != twee.maak(GOED)


def test_maakt_de_map(tmp_path: Path) -> None:
    assert Sleutelbestand(tmp_path / "a" / "b" / "s", parameters=TEST_PARAMETERS).maak(GOED)


def test_te_kort(bestand: Sleutelbestand) -> None:
    for zin in ("", "zeven77", "e\u0301" * 7):
        with pytest.raises(WachtzinTeKort):
            bestand.maak(zin)
    bestand.maak(GOED)
    with pytest.raises(WachtzinTeKort):
        bestand.wijzig(GOED, "kort")
    assert bestand.open(GOED)


def test_een_bestaand_bestand_wordt_nooit_overschreven(bestand: Sleutelbestand, pad: Path) -> None:
    datasleutel = bestand.maak(GOED)
    with pytest.raises(SleutelbestandBestaatAl):
        bestand.maak(ANDERS)
    assert bestand.open(GOED) == datasleutel
    pad.unlink()
    with pytest.raises(SleutelbestandOntbreekt) as fout:
        bestand.maak(ANDERS)  # the copy is there: the data belongs to that one
    assert "viergesprek.sleutel.vorige" in fout.value.zin


def test_niets_geheims_op_schijf_of_in_repr(bestand: Sleutelbestand, pad: Path) -> None:
    datasleutel = bestand.maak(GOED)
    bestand.onthoud_in_systeem(datasleutel)
    for tekst in (pad.read_text(), repr(bestand), repr(vars(bestand)), repr(bestand._lees())):
        assert GOED not in tekst
        assert datasleutel.hex() not in tekst
        assert repr(datasleutel) not in tekst
    assert "gepakt=" not in repr(bestand._lees())


@pytest.mark.skipif(os.name == "nt", reason="Windows has no file modes")
def test_alleen_de_eigenaar_leest(bestand: Sleutelbestand, pad: Path) -> None:
    bestand.maak(GOED)
    bestand.wijzig(GOED, ANDERS)
    for bestandspad in (pad, pad.with_name(pad.name + ".vorige")):
        assert stat.S_IMODE(bestandspad.stat().st_mode) == 0o600
    assert sorted(p.name for p in pad.parent.iterdir()) == [pad.name, pad.name + ".vorige"]


# Changing the passphrase, and its cost


def test_wijzig_pakt_dezelfde_sleutel_opnieuw_in(bestand: Sleutelbestand, pad: Path) -> None:
    datasleutel = bestand.maak(GOED)
    oud = lees(pad)
    bestand.wijzig(GOED, ANDERS)
    nieuw = lees(pad)
    assert bestand.open(ANDERS) == datasleutel
    assert nieuw["id"] == oud["id"]
    for veld in ("zout", "nonce", "sleutel"):
        assert nieuw["wachtzin"][veld] != oud["wachtzin"][veld]
    with pytest.raises(WachtzinOnjuist):
        bestand.open(GOED)
    vorige = Sleutelbestand(pad.with_name(pad.name + ".vorige"))
    assert vorige.open(GOED) == datasleutel


def test_wijzig_met_een_verkeerde_oude_verandert_niets(bestand: Sleutelbestand) -> None:
    datasleutel = bestand.maak(GOED)
    with pytest.raises(WachtzinOnjuist):
        bestand.wijzig(FOUT, ANDERS)
    assert bestand.open(GOED) == datasleutel


def test_wijzig_verhoogt_een_lage_prijs(pad: Path, bestand: Sleutelbestand) -> None:
    datasleutel = bestand.maak(GOED)
    duurder = Argon2Parameters(2, 128, 1)
    Sleutelbestand(pad, parameters=duurder).wijzig(GOED, ANDERS)
    assert prijs(pad) == (2, 128)
    Sleutelbestand(pad, parameters=TEST_PARAMETERS).wijzig(ANDERS, GOED)
    assert prijs(pad) == (2, 128)  # never lowered
    assert bestand.open(GOED) == datasleutel


def test_verhoog_zo_nodig(pad: Path, bestand: Sleutelbestand) -> None:
    datasleutel = bestand.maak(GOED)
    assert not bestand.verhoog_parameters_zo_nodig(GOED)
    duurder = Sleutelbestand(pad, parameters=Argon2Parameters(1, 256, 2))
    with pytest.raises(WachtzinOnjuist):
        duurder.verhoog_parameters_zo_nodig(FOUT)
    assert duurder.verhoog_parameters_zo_nodig(GOED)
    assert prijs(pad) == (1, 256)
    assert not duurder.verhoog_parameters_zo_nodig(GOED)
    assert duurder.open(GOED) == datasleutel


def test_verhoog_wacht_bij_alleen_lezen(
    pad: Path, bestand: Sleutelbestand, request: pytest.FixtureRequest
) -> None:
    bestand.maak(GOED)
    request.getfixturevalue("alleen_lezen")
    duurder = Sleutelbestand(pad, parameters=Argon2Parameters(2, 64, 1))
    assert not duurder.verhoog_parameters_zo_nodig(GOED)
    assert prijs(pad) == (1, 64)


def prijs(pad: Path) -> tuple[int, int]:
    deel = lees(pad)["wachtzin"]
    assert isinstance(deel, dict)
    return deel["time_cost"], deel["memory_cost"]


def test_standaard_kost_minstens_64_mib() -> None:
    assert STANDAARD.memory_cost >= 64 * 1024
    assert STANDAARD.time_cost >= 3
    assert STANDAARD.redelijk()


# The delay


def test_de_reeks() -> None:
    assert [wachttijd(i) for i in range(12)] == [0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert wachttijd(10**9) == 60


def test_wachten_groeit_en_overleeft_een_herstart(
    bestand: Sleutelbestand, pad: Path, klok: Klok
) -> None:
    datasleutel = bestand.maak(GOED)
    assert raad_mis(bestand, klok, 2) == 0
    assert raad_mis(bestand, klok, 3) == 4
    opnieuw = Sleutelbestand(pad, klok, TEST_PARAMETERS)
    klok.nu += 1.5
    with pytest.raises(WachtzinTeVroeg) as fout:
        opnieuw.open(GOED)
    assert fout.value.wacht_seconden == pytest.approx(2.5)
    klok.nu += 2.5
    assert opnieuw.open(GOED) == datasleutel
    assert lees(pad)["pogingen"] == {"mislukt": 0, "laatste": 0.0}
    assert raad_mis(opnieuw, klok, 1) == 0  # a right one starts the count again


def test_tijdens_het_wachten_draait_argon2_niet(
    bestand: Sleutelbestand, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand.maak(GOED)
    raad_mis(bestand, klok, 4)
    monkeypatch.setattr(sleutel, "_leid_af", lambda *_: pytest.fail("ran Argon2"))
    for doe in (
        lambda: bestand.open(GOED),
        lambda: bestand.wijzig(GOED, ANDERS),
    ):
        with pytest.raises(WachtzinTeVroeg):
            doe()


def test_te_vroeg_telt_niet_als_poging(bestand: Sleutelbestand, klok: Klok, pad: Path) -> None:
    bestand.maak(GOED)
    raad_mis(bestand, klok, 4)
    for _ in range(5):
        with pytest.raises(WachtzinTeVroeg):
            bestand.open(FOUT)
    assert lees(pad)["pogingen"]["mislukt"] == 4


@pytest.mark.parametrize("sprong", [-1.0, -3600.0, -4e8])
def test_een_teruggezette_klok_geeft_precies_de_volle_wacht(
    bestand: Sleutelbestand, pad: Path, klok: Klok, sprong: float
) -> None:
    datasleutel = bestand.maak(GOED)
    wacht = raad_mis(bestand, klok, 6)
    assert wacht == 8
    klok.nu += sprong
    with pytest.raises(WachtzinTeVroeg) as fout:
        bestand.open(GOED)
    assert fout.value.wacht_seconden == wacht
    klok.nu += wacht / 2
    with pytest.raises(WachtzinTeVroeg) as fout:
        Sleutelbestand(pad, klok).open(GOED)
    assert fout.value.wacht_seconden == pytest.approx(wacht / 2)
    klok.nu += wacht / 2
    assert bestand.open(GOED) == datasleutel


def test_alleen_lezen_houdt_de_goede_wachtzin_niet_tegen(
    bestand: Sleutelbestand, pad: Path, klok: Klok, request: pytest.FixtureRequest
) -> None:
    datasleutel = bestand.maak(GOED)
    raad_mis(bestand, klok, 2)
    voor = pad.read_bytes()
    request.getfixturevalue("alleen_lezen")
    assert bestand.open(GOED) == datasleutel
    assert raad_mis(bestand, klok, 4) == 2
    with pytest.raises(WachtzinTeVroeg):  # another object, as the lock screen makes
        Sleutelbestand(pad, klok, TEST_PARAMETERS).open(GOED)
    klok.nu -= 100
    with pytest.raises(WachtzinTeVroeg):
        bestand.open(GOED)
    klok.nu += 2
    assert bestand.open(GOED) == datasleutel
    assert pad.read_bytes() == voor
    with pytest.raises(MapAlleenLezen):
        bestand.wijzig(GOED, ANDERS)
    assert bestand.open(GOED) == datasleutel


def test_een_gewijzigde_wachtzin_overleeft_een_gelijktijdige_misser(
    bestand: Sleutelbestand, pad: Path, klok: Klok, monkeypatch: pytest.MonkeyPatch
) -> None:
    datasleutel = bestand.maak(GOED)
    echt = sleutel._leid_af

    def ondertussen(*alles: object) -> bytes:
        monkeypatch.setattr(sleutel, "_leid_af", echt)
        Sleutelbestand(pad, klok, TEST_PARAMETERS).wijzig(GOED, ANDERS)
        return echt(*alles)  # type: ignore[arg-type]

    monkeypatch.setattr(sleutel, "_leid_af", ondertussen)
    with pytest.raises(WachtzinOnjuist):
        bestand.open(FOUT)
    assert bestand.open(ANDERS) == datasleutel


# Damage


def test_zonder_bestand(bestand: Sleutelbestand) -> None:
    with pytest.raises(SleutelbestandOntbreekt):
        bestand.open(GOED)


@pytest.mark.parametrize(
    "ruw", [b"", b"{", b"[]", b"null", b"7", b"{}", b"\xff\xfe", b'{"formaat": 1}', b"[" * 99999]
)
def test_geen_sleutelbestand(bestand: Sleutelbestand, pad: Path, ruw: bytes) -> None:
    pad.write_bytes(ruw)
    with pytest.raises(SleutelbestandBeschadigd) as fout:
        bestand.open(GOED)
    assert "viergesprek.sleutel.vorige" in fout.value.zin
    assert pad.read_bytes() == ruw


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("zout", "AAAA"),
        ("zout", None),
        ("nonce", "AAAA"),
        ("nonce", "é"),
        ("sleutel", "AAAA"),
        ("sleutel", 7),
        ("kdf", "scrypt"),
        ("time_cost", 0),
        ("time_cost", True),
        ("memory_cost", 10**9),
        ("memory_cost", "64"),
        ("parallelism", 0),
        ("version", 99),
    ],
)
def test_te_korte_of_vreemde_velden(
    bestand: Sleutelbestand, pad: Path, veld: str, waarde: object
) -> None:
    """Also when the digest fits, so that each check is seen to work by itself."""
    from desktop.store.sleutelinhoud import _controle

    bestand.maak(GOED)
    alles = lees(pad)
    alles["wachtzin"][veld] = waarde
    alles["controle"] = _controle(
        {naam: alles[naam] for naam in ("formaat", "id", "wachtzin", "systeem")}
    )
    pad.write_text(json.dumps(alles))
    with pytest.raises(SleutelbestandBeschadigd):
        bestand.open(GOED)


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_een_omgevallen_bit_is_nooit_een_verkeerde_wachtzin(data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as map_:
        pad = Path(map_) / "s"
        bestand = Sleutelbestand(pad, Klok(), TEST_PARAMETERS)
        datasleutel = bestand.maak(GOED)
        ruw = bytearray(pad.read_bytes())
        ruw[data.draw(st.integers(0, len(ruw) - 1))] ^= 1 << data.draw(st.integers(0, 7))
        pad.write_bytes(ruw)
        with suppress(SleutelbestandBeschadigd, BestandTeNieuw, WachtzinTeVroeg):
            assert bestand.open(GOED) == datasleutel  # white space, or the count


def test_een_afgekapt_bestand(bestand: Sleutelbestand, pad: Path) -> None:
    bestand.maak(GOED)
    ruw = pad.read_bytes()
    for lengte in range(0, len(ruw) - 1, 7):
        pad.write_bytes(ruw[:lengte])
        with pytest.raises(SleutelbestandBeschadigd):
            bestand.open(GOED)


@pytest.mark.parametrize(
    "pogingen",
    [None, 3, {"mislukt": -1, "laatste": 0}, {"mislukt": 9, "laatste": float("nan")}, {}],
)
def test_een_beschadigde_telling_sluit_niemand_buiten(
    bestand: Sleutelbestand, pad: Path, pogingen: object
) -> None:
    datasleutel = bestand.maak(GOED)
    pad.write_text(json.dumps({**lees(pad), "pogingen": pogingen}))
    assert bestand.open(GOED) == datasleutel


def test_nieuwer_formaat(bestand: Sleutelbestand, pad: Path) -> None:
    pad.write_text(json.dumps({"formaat": 2, "anders": True}))
    with pytest.raises(BestandTeNieuw):
        bestand.open(GOED)


def test_een_pakket_van_een_ander_bestand_opent_niet(tmp_path: Path) -> None:
    """Same wrap under another file id: the associated data does not fit."""
    from dataclasses import replace

    bestand = Sleutelbestand(tmp_path / "s", Klok(), TEST_PARAMETERS)
    bestand.maak(GOED)
    bestand._schrijf(replace(bestand._lees(), id="00" * 16))
    with pytest.raises(WachtzinOnjuist):
        bestand.open(GOED)


# Writing


@pytest.mark.parametrize(
    ("nummer", "soort"),
    [
        (errno.ENOSPC, SchijfVol),
        (errno.EROFS, MapAlleenLezen),
        (errno.EACCES, MapAlleenLezen),
        (errno.EBUSY, fouten.BestandBezet),
        (errno.EIO, OnbekendeFout),
    ],
)
def test_mislukt_schrijven_laat_het_oude_heel(
    bestand: Sleutelbestand,
    pad: Path,
    monkeypatch: pytest.MonkeyPatch,
    nummer: int,
    soort: type[ViergesprekFout],
) -> None:
    datasleutel = bestand.maak(GOED)
    voor = sorted(p.name for p in pad.parent.iterdir())

    def mislukt(*_: object, **__: object) -> None:
        raise OSError(nummer, "no")

    with monkeypatch.context() as even:
        even.setattr(Path, "replace", mislukt)
        with pytest.raises(soort):
            bestand.wijzig(GOED, ANDERS)
    assert sorted(p.name for p in pad.parent.iterdir()) == voor
    assert bestand.open(GOED) == datasleutel


def test_een_virusscanner_houdt_het_bestand_even_vast(
    bestand: Sleutelbestand, monkeypatch: pytest.MonkeyPatch
) -> None:
    bestand.maak(GOED)
    echt, keren = Path.replace, []

    def soms(van: Path, naar: Path) -> Path:
        keren.append(1)
        if len(keren) < 3:
            raise PermissionError(errno.EACCES, "held")
        return echt(van, naar)

    monkeypatch.setattr(Path, "replace", soms)
    bestand.wijzig(GOED, ANDERS)
    assert bestand.open(ANDERS)


@pytest.mark.parametrize("welke", [1, 2])
@pytest.mark.parametrize("wanneer", ["voor", "na"])
def test_een_kill_rond_de_wissel(
    bestand: Sleutelbestand, pad: Path, welke: int, wanneer: str
) -> None:
    """Killed before or after the first or second replace: one of the two passphrases opens."""
    datasleutel = bestand.maak(GOED)
    script = f"""
import os
from pathlib import Path
from desktop.store.sleutel import Sleutelbestand, TEST_PARAMETERS
echt, keren = Path.replace, []
def dood(van, naar):
    keren.append(1)
    if len(keren) == {welke} and {wanneer!r} == "voor":
        os._exit(9)
    echt(van, naar)
    if len(keren) == {welke}:
        os._exit(9)
Path.replace = dood
Sleutelbestand(Path({str(pad)!r}), parameters=TEST_PARAMETERS).wijzig({GOED!r}, {ANDERS!r})
"""
    wortel = Path(__file__).parents[2]
    klaar = subprocess.run([sys.executable, "-c", script], cwd=wortel, check=False)
    assert klaar.returncode == 9
    assert bestand.open(ANDERS if (welke, wanneer) == (2, "na") else GOED) == datasleutel


# The system's key store


def test_openen_met_het_systeem(bestand: Sleutelbestand, pad: Path, bos: Bos) -> None:
    datasleutel = bestand.maak(GOED)
    assert bestand.systeem_beschikbaar()
    assert not bestand.onthouden_in_systeem()
    assert bestand.open_met_systeem() is None
    bestand.onthoud_in_systeem(datasleutel)
    assert bestand.onthouden_in_systeem()
    assert list(bos.inhoud) == [("viergesprek", lees(pad)["id"])]
    assert datasleutel.hex() not in str(bos.inhoud)
    assert bestand.open_met_systeem() == datasleutel
    bestand.wijzig(GOED, ANDERS)
    assert bestand.open_met_systeem() == datasleutel


def test_vergeten(bestand: Sleutelbestand, pad: Path, bos: Bos) -> None:
    datasleutel = bestand.maak(GOED)
    bestand.onthoud_in_systeem(datasleutel)
    bestand.wijzig(GOED, ANDERS)
    bestand.vergeet_in_systeem()
    assert not bos.inhoud
    assert lees(pad)["systeem"] is None
    assert lees(pad.with_name(pad.name + ".vorige"))["systeem"] is None
    assert bestand.open_met_systeem() is None
    bestand.vergeet_in_systeem()
    assert bestand.open(ANDERS) == datasleutel


def test_vergeten_met_de_sleutelbos_op_slot(bestand: Sleutelbestand, bos: Bos) -> None:
    bestand.onthoud_in_systeem(bestand.maak(GOED))
    bos.op_slot = True
    bestand.vergeet_in_systeem()
    bos.op_slot = False
    assert bos.inhoud  # useless without the wrap
    assert bestand.open_met_systeem() is None


@pytest.mark.parametrize("waarde", ["", "é", "AAAA", "A" * 43 + "="])
def test_een_vreemde_waarde_in_de_sleutelbos(
    bestand: Sleutelbestand, bos: Bos, waarde: str
) -> None:
    bestand.onthoud_in_systeem(bestand.maak(GOED))
    for plek in bos.inhoud:
        bos.inhoud[plek] = waarde
    assert bestand.open_met_systeem() is None


def test_een_verdwenen_of_gesloten_sleutelbos(bestand: Sleutelbestand, bos: Bos) -> None:
    datasleutel = bestand.maak(GOED)
    bestand.onthoud_in_systeem(datasleutel)
    bos.op_slot = True
    assert bestand.open_met_systeem() is None
    with pytest.raises(SleutelbosNietBeschikbaar):
        bestand.onthoud_in_systeem(datasleutel)
    bos.op_slot = False
    bos.inhoud.clear()
    assert bestand.open_met_systeem() is None
    assert bestand.open(GOED) == datasleutel


@pytest.mark.parametrize("soort", [fail.Keyring, null.Keyring, PlaintextKeyring, OokPlat, Zwak])
def test_geweigerde_sleutelbossen(
    bestand: Sleutelbestand, pad: Path, soort: type[KeyringBackend]
) -> None:
    datasleutel = bestand.maak(GOED)
    bestand.onthoud_in_systeem(datasleutel)
    for onveilig in (soort(), ketting(soort())):
        keyring.set_keyring(onveilig)
        assert not bestand.systeem_beschikbaar()
        with pytest.raises(SleutelbosNietBeschikbaar):
            bestand.onthoud_in_systeem(datasleutel)
        assert bestand.open_met_systeem() is None
        assert not getattr(onveilig, "inhoud", None)


def ketting(*schakels: KeyringBackend) -> KeyringBackend:
    keten = Ketting()
    keten.backends = list(schakels)
    return keten


def test_uit_een_ketting_alleen_de_veilige_schakel(bestand: Sleutelbestand) -> None:
    plat, veilig = OokPlat(), Bos()
    keyring.set_keyring(ketting(plat, veilig))
    datasleutel = bestand.maak(GOED)
    bestand.onthoud_in_systeem(datasleutel)
    assert veilig.inhoud
    assert not plat.inhoud
    assert bestand.open_met_systeem() == datasleutel


def test_een_kapotte_instelling_van_keyring(
    bestand: Sleutelbestand, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keyring.core, "_keyring_backend", None)
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "bestaat.helemaal.Niet")
    assert not bestand.systeem_beschikbaar()


# Strength, and the sentences


@pytest.mark.parametrize(
    ("zin", "verwacht"),
    [
        ("", Sterkte.ZWAK),
        ("kort", Sterkte.ZWAK),
        ("Welkom01!", Sterkte.ZWAK),
        ("Wachtwoord2026", Sterkte.ZWAK),
        ("aaaaaaaaaaaaaaaaaaaa", Sterkte.ZWAK),
        ("123456789012345", Sterkte.ZWAK),
        ("abcdefghijklmnop", Sterkte.ZWAK),
        ("fiets fiets fiets fiets", Sterkte.ZWAK),
        ("paardebloem", Sterkte.ZWAK),
        ("groene fiets", Sterkte.MATIG),
        ("Tu1p3n&b!jK", Sterkte.GOED),
        ("fietsen in de regen", Sterkte.GOED),
        ("de fiets staat in de blauwe schuur", Sterkte.STERK),
        ("የኢትዮጵያ ሰማይ ሰማያዊ ነው ዛሬ እና ነገ", Sterkte.STERK),
    ],
)
def test_sterkte(zin: str, verwacht: Sterkte) -> None:
    assert sterkte(zin) is verwacht


@given(st.text(max_size=80))
def test_sterkte_oordeelt_over_alles_en_te_kort_is_zwak(zin: str) -> None:
    oordeel = sterkte(zin)
    assert oordeel.hint.endswith(".")
    if len(n(zin)) < MINIMALE_LENGTE:
        assert oordeel is Sterkte.ZWAK


def test_elke_fout_heeft_een_zin_zonder_gegevens() -> None:
    soorten = [
        soort
        for soort in vars(fouten).values()
        if isinstance(soort, type) and issubclass(soort, ViergesprekFout)
    ]
    assert len(soorten) >= 12
    for soort in soorten:
        fout = soort()
        assert fout.zin == str(fout)
        assert fout.zin.endswith(".")
        assert "{" not in fout.zin
        assert soort("Een eigen zin.").zin == "Een eigen zin."
