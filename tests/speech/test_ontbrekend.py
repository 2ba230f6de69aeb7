"""Libraries that are not there: that way to speak is absent, a sentence says so, nothing breaks."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from collections.abc import Callable
from typing import Any

import pytest

from desktop.catalogi import talen
from desktop.models.spraak import Spraakbron
from desktop.speech.apparaten import vind_apparaten
from desktop.speech.espeak import Espeak
from desktop.speech.fouten import Spraakfout
from desktop.speech.opnemen import Opnemer
from desktop.speech.spreker import Spreker
from desktop.speech.systeem import Systeemstemmen
from tests.speech.conftest import Luisteraar
from tests.speech.nep import Nepkast, toon, uiting

Maak = Callable[..., Luisteraar]


@pytest.fixture
def zonder(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """From now on these modules cannot be imported."""

    def neem_weg(*modules: str) -> None:
        for naam in modules:
            monkeypatch.setitem(sys.modules, naam, None)

    return neem_weg


def test_without_qt_multimedia_there_is_silence_with_a_sentence(
    qtbot: Any, zonder: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "desktop.speech.qtgeluid", raising=False)
    zonder("PySide6.QtMultimedia")
    spreker = Spreker(talen())
    zinnen: list[str] = []
    spreker.melding.connect(zinnen.append)
    spreker.lees([uiting("ja", "Ja.")])
    qtbot.waitUntil(lambda: not spreker.bezig, timeout=10_000)
    assert len(zinnen) == 1
    assert "kan geen geluid laten horen" in zinnen[0]
    assert not spreker.hoorbaar
    assert spreker.uitgang.keuzes() == []
    spreker.sluit()


def test_without_qt_multimedia_recording_says_so(
    qapp: object, zonder: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "desktop.speech.qtgeluid", raising=False)
    zonder("PySide6.QtMultimedia")
    opnemer = Opnemer(vind_apparaten())
    zinnen: list[str] = []
    opnemer.melding.connect(zinnen.append)
    assert not opnemer.begin()
    assert len(zinnen) == 1


def test_without_espeak_a_recording_still_sounds_and_the_rest_is_nobody(
    luisteraar: Luisteraar, kast: Nepkast, zonder: Callable[..., None]
) -> None:
    zonder("espeakng_loader")
    vraag, ja = uiting(), uiting("ja", "Ja.")
    kast.zet("nl", vraag.context, vraag.tekst, toon())
    assert luisteraar.spreker.bron(ja) is Spraakbron.NIEMAND
    assert len(luisteraar.hoor_alles(vraag, ja)) == 1
    assert luisteraar.sleutels == ["vraag", ""]
    assert luisteraar.zinnen == ["Hiervoor is geen stem. Laat de tolk het voorlezen."]


def test_an_espeak_that_does_not_load_is_told_and_not_promised_again(
    luisteraar: Luisteraar, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weigert(pad: str) -> Any:
        raise OSError("cannot open shared object file")

    monkeypatch.setattr(Espeak, "_een", None)
    monkeypatch.setattr(ctypes, "CDLL", weigert)
    assert luisteraar.spreker.bron(uiting()) is Spraakbron.SYNTHETISCH
    assert luisteraar.hoor_alles(uiting(), uiting("ja", "Ja.")) == []
    assert len([z for z in luisteraar.zinnen if "computerstem" in z]) == 1
    assert luisteraar.spreker.bron(uiting()) is Spraakbron.NIEMAND


def test_espeak_without_its_data_does_not_end_the_process(tmp_path: Any) -> None:
    """Its own answer to that is exit(1); so in a process of its own."""
    code = (
        "import espeakng_loader\n"
        f"espeakng_loader.get_data_path = lambda: {str(tmp_path)!r}\n"
        "from desktop.speech.espeak import Espeak\n"
        "from desktop.speech.fouten import OnderdeelOntbreekt\n"
        "try:\n    Espeak.spreek('nl', 'Ja.')\n"
        "except OnderdeelOntbreekt as fout:\n    print(fout.zin)\n"
    )
    uit = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert uit.returncode == 0, uit.stderr
    assert "computerstem" in uit.stdout


@pytest.mark.parametrize("module", ["soundfile", "numpy"])
def test_without_the_library_for_recordings_the_voice_reads_and_says_why(
    luisteraar: Luisteraar, kast: Nepkast, zonder: Callable[..., None], module: str
) -> None:
    vraag = uiting()
    kast.zet("nl", vraag.context, vraag.tekst, toon())
    zonder(module)
    (klank,) = luisteraar.hoor_alles(vraag)
    assert klank.aantal == pytest.approx(Espeak.spreek("nl", vraag.tekst).aantal, rel=0.02)
    assert luisteraar.spreker.bron(vraag) is Spraakbron.SYNTHETISCH
    if module == "numpy":  # soundfile is there, so only the try shows it
        assert "opnamen" in luisteraar.zinnen[0]
    with pytest.raises(Spraakfout):
        toon(ritme=22050).als_ogg()


def test_without_system_voices_espeak_speaks(
    maak_luisteraar: Maak, zonder: Callable[..., None]
) -> None:
    zonder("PySide6.QtTextToSpeech")
    luisteraar = maak_luisteraar(systeem=Systeemstemmen())
    assert luisteraar.spreker.bron(uiting()) is Spraakbron.SYNTHETISCH
    assert len(luisteraar.hoor_alles(uiting())) == 1
    assert luisteraar.zinnen == []


def test_without_anything_a_whole_talk_goes_on(
    maak_luisteraar: Maak, zonder: Callable[..., None]
) -> None:
    zonder("PySide6.QtTextToSpeech", "espeakng_loader", "soundfile", "numpy")
    luisteraar = maak_luisteraar()
    for _ in range(3):
        assert luisteraar.hoor_alles(uiting(), uiting("ja", "Ja."), vanzelf=True) == []
    assert luisteraar.zinnen == []
    luisteraar.hoor_alles(uiting(), uiting("ja", "Ja."))
    assert len(luisteraar.zinnen) == 1
