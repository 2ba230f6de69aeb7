"""Putting a paper in a folder: whole or not at all, and never over another one."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from desktop.documents.bestand import NietBewaard, bestandsnaam, bewaar

NAAM = "samenvatting-0171-26-ABC123.pdf"


def test_the_name_of_a_file_is_the_number_of_the_dossier() -> None:
    assert bestandsnaam("samenvatting", "0171-26-ABC123") == NAAM


def test_a_number_from_elsewhere_cannot_lead_out_of_the_folder() -> None:
    assert bestandsnaam("pip", "../../0171-26/ABC", versie=2) == "pip-0171-26ABC-v2.pdf"


def test_half_a_paper_of_a_killed_program_is_not_in_the_way(tmp_path: Path) -> None:
    (tmp_path / f".{NAAM}.half").write_bytes(b"half")
    assert bewaar(b"inhoud", tmp_path, NAAM).read_bytes() == b"inhoud"
    assert [p.name for p in tmp_path.iterdir()] == [NAAM]


def test_a_paper_is_written_whole(tmp_path: Path) -> None:
    pad = bewaar(b"inhoud", tmp_path, NAAM)
    assert pad == tmp_path / NAAM
    assert pad.read_bytes() == b"inhoud"
    assert [p.name for p in tmp_path.iterdir()] == [NAAM]


def test_a_paper_that_is_there_stays(tmp_path: Path) -> None:
    namen = [bewaar(str(n).encode(), tmp_path, NAAM).name for n in range(3)]
    stam = NAAM.removesuffix(".pdf")
    assert namen == [NAAM, f"{stam}-2.pdf", f"{stam}-3.pdf"]
    assert [(tmp_path / naam).read_bytes() for naam in namen] == [b"0", b"1", b"2"]


@pytest.mark.parametrize("map_", ["weg", "bestand", "weg/nog/dieper"])
def test_a_folder_that_is_not_there_gives_a_sentence(tmp_path: Path, map_: str) -> None:
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(NietBewaard) as fout:
        bewaar(b"inhoud", tmp_path / map_, NAAM)
    assert fout.value.zin == "Deze map bestaat niet. Kies een andere map."
    assert not (tmp_path / "weg").exists()


@pytest.mark.parametrize("map_", ["", ".", "papieren", "a\0b"])
def test_a_folder_has_to_say_where_it_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, map_: str
) -> None:
    (tmp_path / "papieren").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(NietBewaard) as fout:
        bewaar(b"inhoud", Path(map_), NAAM)
    assert fout.value.zin == "Deze map bestaat niet. Kies een andere map."
    assert not list(tmp_path.rglob("*.pdf"))


@pytest.mark.parametrize("waar", ["is_dir", "exists", "open", "replace", "unlink"])
def test_a_folder_where_one_may_not_write_gives_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waar: str
) -> None:
    def weiger(*_: object, **__: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    monkeypatch.setattr(Path, waar, weiger)
    if waar == "unlink":  # not even the half file may be taken away again
        monkeypatch.setattr(Path, "open", weiger)
    with pytest.raises(NietBewaard) as fout:
        bewaar(b"inhoud", tmp_path, NAAM)
    assert fout.value.zin == "In deze map mag je niets bewaren. Kies een andere map."


def test_a_full_disk_leaves_no_half_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def vol(_: int) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(NietBewaard) as fout:
        bewaar(b"inhoud", tmp_path, NAAM)
    assert fout.value.zin.startswith("Bewaren lukt niet. Kijk of de schijf vol is")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_a_name_that_is_too_long_gives_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NietBewaard):
        bewaar(b"inhoud", tmp_path / ("x" * 5000), NAAM)
