"""The zip file with recordings: what goes in comes out, and what is not right is refused whole."""

from __future__ import annotations

import hashlib
import io
import json
import warnings
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from desktop.exchange import opnamepakket
from desktop.exchange.opnamepakket import MANIFEST, Pakketgeweigerd, lees_pakket, maak_pakket
from desktop.models.opnamewerk import Opnamestuk

VANDAAG = date(2026, 11, 25)
OGG = b"OggS" + bytes(24) + b"OpusHead" + bytes(200)
EEN = Opnamestuk("ti", "Eritrees", "WO01", "ኣበይ ኣለኻ?", "Rahel Tesfay", VANDAAG, VANDAAG, 1400, OGG)
TWEE = replace(EEN, context="WO01.huis", tekst="ገዛ", ogg=OGG + b"anders", duur_ms=600)
Pad = Callable[[bytes], Path]


@pytest.fixture
def pad(tmp_path: Path) -> Pad:
    def schrijf(inhoud: bytes) -> Path:
        doel = tmp_path / "pakket.zip"
        doel.write_bytes(inhoud)
        return doel

    return schrijf


def lees(pad: Path) -> list[Opnamestuk]:
    return lees_pakket(
        pad, talen={"ti", "ar"}, contexten={"WO01", "WO01.huis", "WO02"}, vandaag=VANDAAG
    )


def weigering(pad: Path) -> str:
    with pytest.raises(Pakketgeweigerd) as fout:
        lees(pad)
    return str(fout.value)


def manifest(inhoud: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        gelezen: dict[str, Any] = json.loads(zip_.read(MANIFEST))
    return gelezen


def zip_met(*bestanden: tuple[str, bytes | str]) -> bytes:
    bak = io.BytesIO()
    with zipfile.ZipFile(bak, "w", zipfile.ZIP_DEFLATED) as zip_, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the same name twice is meant
        for naam, wat in bestanden:
            zip_.writestr(naam, wat)
    return bak.getvalue()


def pakket(regel: dict[str, Any] | None = None, **velden: Any) -> bytes:
    """A package with one recording, of which the manifest says something else in these fields."""
    goed = manifest(maak_pakket([EEN]))
    goed["opnamen"][0].update(velden)
    if regel is not None:
        goed["opnamen"] = [regel]
    return zip_met(("opnamen/0001.ogg", OGG), (MANIFEST, json.dumps(goed)))


def test_what_goes_in_comes_out(pad: Pad) -> None:
    assert lees(pad(maak_pakket([EEN, TWEE]))) == [EEN, TWEE]


def test_the_same_recordings_give_the_same_file() -> None:
    assert maak_pakket([EEN, TWEE]) == maak_pakket([EEN, TWEE])


def test_the_manifest_tells_whose_voice_it_is_and_no_file_name_does() -> None:
    inhoud = maak_pakket([EEN])
    (regel,) = manifest(inhoud)["opnamen"]
    assert regel == {
        "bestand": "opnamen/0001.ogg",
        "taal": "ti",
        "dialect": "Eritrees",
        "context": "WO01",
        "tekst": "ኣበይ ኣለኻ?",
        "spreker": "Rahel Tesfay",
        "toestemming_op": "2026-11-25",
        "opgenomen_op": "2026-11-25",
        "duur_ms": 1400,
        "sha256": hashlib.sha256(OGG).hexdigest(),
    }
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        assert not any("ahel" in naam for naam in zip_.namelist())


def test_a_file_that_is_no_zip_is_refused(pad: Pad) -> None:
    assert "geen zip-bestand" in weigering(pad(b"een brief"))
    assert "geen zip-bestand" in weigering(pad(maak_pakket([EEN])[:-30]))


def test_without_a_manifest_it_is_no_package(pad: Pad) -> None:
    assert "ontbreekt de lijst" in weigering(pad(zip_met(("opnamen/0001.ogg", OGG))))


@pytest.mark.parametrize(
    "lijst",
    ["{", "[]", '{"soort": "iets anders"}', b"\xff\xfe".decode("latin-1"), "[" * 100_000],
)
def test_a_manifest_that_cannot_be_read_is_refused(pad: Pad, lijst: str) -> None:
    assert "niet te lezen" in weigering(pad(zip_met((MANIFEST, lijst.encode("latin-1")))))


def test_a_package_of_a_later_program_is_refused(pad: Pad) -> None:
    lijst = {**manifest(maak_pakket([EEN])), "versie": 2}
    inhoud = zip_met(("opnamen/0001.ogg", OGG), (MANIFEST, json.dumps(lijst)))
    assert "nieuwere Viergesprek" in weigering(pad(inhoud))


def test_an_empty_package_is_refused(pad: Pad) -> None:
    assert "geen opnamen" in weigering(pad(maak_pakket([])))


def test_a_sound_that_was_changed_on_its_way_is_refused(pad: Pad) -> None:
    lijst = manifest(maak_pakket([EEN]))
    anders = OGG[:-1] + b"x"
    assert "opname 1 is beschadigd" in weigering(
        pad(zip_met(("opnamen/0001.ogg", anders), (MANIFEST, json.dumps(lijst))))
    )


def test_a_bit_that_fell_over_in_the_file_is_refused(pad: Pad) -> None:
    inhoud = bytearray(maak_pakket([EEN]))
    inhoud[inhoud.index(b"OpusHead") + 20] ^= 1
    assert "beschadigd" in weigering(pad(bytes(inhoud)))


def test_what_is_no_opus_is_refused(pad: Pad) -> None:
    mp3 = b"ID3" + bytes(100)
    lijst = manifest(maak_pakket([EEN]))
    lijst["opnamen"][0]["sha256"] = hashlib.sha256(mp3).hexdigest()
    zin = weigering(pad(zip_met(("opnamen/0001.ogg", mp3), (MANIFEST, json.dumps(lijst)))))
    assert "geen geluid" in zin


@pytest.mark.parametrize(
    ("velden", "zin"),
    [
        ({"context": "XX99"}, "niet kent (XX99)"),
        ({"context": None}, "niet kent"),
        ({"taal": "klingon"}, "taal die Viergesprek niet kent"),
        ({"toestemming_op": ""}, "toestemming"),
        ({"toestemming_op": None}, "toestemming"),
        ({"toestemming_op": "2026-13-45"}, "toestemming"),
        ({"toestemming_op": "2026-11-26"}, "toestemming"),
        ({"spreker": "  "}, "toestemming"),
        ({"opgenomen_op": "gisteren"}, "kloppen de gegevens"),
        ({"opgenomen_op": "2027-01-01"}, "kloppen de gegevens"),
        ({"duur_ms": "1400"}, "kloppen de gegevens"),
        ({"duur_ms": -1}, "kloppen de gegevens"),
        ({"duur_ms": True}, "kloppen de gegevens"),
        ({"duur_ms": 10**9}, "kloppen de gegevens"),
        ({"tekst": ""}, "kloppen de gegevens"),
        ({"bestand": "../../../etc/passwd"}, "buiten dit bestand"),
        ({"bestand": "manifest.json"}, "buiten dit bestand"),
        ({"bestand": "opnamen/0009.ogg"}, "ontbreekt"),
        ({"sha256": ""}, "beschadigd"),
    ],
)
def test_a_line_that_is_not_right_is_named(pad: Pad, velden: dict[str, Any], zin: str) -> None:
    assert zin in weigering(pad(pakket(**velden)))


def test_a_line_that_is_no_line_is_refused(pad: Pad) -> None:
    goed = manifest(maak_pakket([EEN]))
    goed["opnamen"] = ["WO01"]
    inhoud = zip_met(("opnamen/0001.ogg", OGG), (MANIFEST, json.dumps(goed)))
    assert "niet te lezen" in weigering(pad(inhoud))


@pytest.mark.parametrize(
    "naam",
    [
        "../buiten.ogg",
        "/etc/cron.d/x",
        "C:\\Windows\\x.ogg",
        "opnamen/../../x.ogg",
        "opnamen/Rahel.ogg",
        "opnamen/",
        "opnamen/0001.ogg/../x",
        "opnamen\\0001.ogg",
        "opnamen/٠٠٠١.txt",
    ],
)
def test_a_name_that_leads_out_of_the_file_is_refused(pad: Pad, naam: str) -> None:
    lijst = json.dumps(manifest(maak_pakket([EEN])))
    inhoud = zip_met(("opnamen/0001.ogg", OGG), (naam, b"x"), (MANIFEST, lijst))
    assert "naam die niet mag" in weigering(pad(inhoud))


def test_what_is_not_in_the_list_is_refused(pad: Pad) -> None:
    lijst = json.dumps(manifest(maak_pakket([EEN])))
    inhoud = zip_met(("opnamen/0001.ogg", OGG), ("opnamen/0002.ogg", OGG), (MANIFEST, lijst))
    assert "niet in de lijst" in weigering(pad(inhoud))


def test_the_same_prompt_twice_is_refused(pad: Pad) -> None:
    assert "twee keer" in weigering(pad(maak_pakket([EEN, replace(TWEE, context="WO01")])))


def test_one_sound_for_two_lines_is_refused(pad: Pad) -> None:
    lijst = manifest(maak_pakket([EEN]))
    lijst["opnamen"].append({**lijst["opnamen"][0], "context": "WO02"})
    inhoud = zip_met(("opnamen/0001.ogg", OGG), (MANIFEST, json.dumps(lijst)))
    assert "twee keer" in weigering(pad(inhoud))


def test_two_files_of_one_name_are_refused(pad: Pad) -> None:
    lijst = json.dumps(manifest(maak_pakket([EEN])))
    inhoud = zip_met(("opnamen/0001.ogg", OGG), ("opnamen/0001.ogg", OGG), (MANIFEST, lijst))
    assert "beschadigd" in weigering(pad(inhoud))


def test_a_sound_that_unpacks_to_far_too_much_is_refused(pad: Pad) -> None:
    """A zip bomb: a small file that says it is a sound of 100 MB."""
    bom = OGG + bytes(100 << 20)
    lijst = json.dumps(manifest(maak_pakket([EEN])))
    inhoud = zip_met(("opnamen/0001.ogg", bom), (MANIFEST, lijst))
    assert len(inhoud) < 1 << 20
    assert "te groot" in weigering(pad(inhoud))


def test_a_size_that_is_a_lie_is_refused(pad: Pad) -> None:
    """The directory of the zip says 200 bytes; what comes out is 1 MB."""
    bom = OGG + bytes(1 << 20)
    lijst = manifest(maak_pakket([EEN]))
    lijst["opnamen"][0]["sha256"] = hashlib.sha256(bom).hexdigest()
    inhoud = zip_met(("opnamen/0001.ogg", bom), (MANIFEST, json.dumps(lijst)))
    maat = len(bom).to_bytes(4, "little")
    assert inhoud.count(maat) == 2
    weigering(pad(inhoud.replace(maat, (200).to_bytes(4, "little"))))


def test_more_than_the_limit_is_refused_before_it_is_read(
    pad: Pad, monkeypatch: pytest.MonkeyPatch
) -> None:
    inhoud = maak_pakket([EEN, TWEE])
    monkeypatch.setattr(opnamepakket, "HOOGSTENS_BYTES", len(inhoud) - 1)
    assert "te groot" in weigering(pad(inhoud))
    monkeypatch.setattr(opnamepakket, "HOOGSTENS_BYTES", len(inhoud))
    monkeypatch.setattr(opnamepakket, "HOOGSTENS_STUKS", 1)
    assert "te groot" in weigering(pad(inhoud))


def test_a_file_that_is_gone_is_a_sentence(tmp_path: Path) -> None:
    assert "niet te lezen" in weigering(tmp_path / "weg.zip")
    assert "niet te lezen" in weigering(tmp_path)


def test_a_locked_zip_is_a_sentence(pad: Pad) -> None:
    inhoud = bytearray(maak_pakket([EEN]))
    plek = inhoud.index(b"PK\x01\x02")  # the flags of the first file in the directory
    inhoud[plek + 8] |= 1
    assert "wachtwoord" in weigering(pad(bytes(inhoud)))
