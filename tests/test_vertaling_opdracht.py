"""`viergesprek vertaling` on the command line."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import StringIO
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.models.dossier import Medewerker
from desktop.models.vertaling import Promptmelding
from desktop.models.vragen import Vragenlijst
from desktop.store.bestanden import SLEUTEL
from desktop.store.sleutel import TEST_PARAMETERS, Sleutelbestand
from desktop.store.store import Store
from desktop.store.vertalingen import eigen_vertalingen

ZIN = "vier paarden in de wei"
Openen = Callable[[], "contextmanager[Store]"]


@pytest.fixture
def map_(lijst: Vragenlijst, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a store."""
    monkeypatch.setattr(Sleutelbestand.__init__, "__defaults__", (time.time, TEST_PARAMETERS))
    monkeypatch.setenv("VIERGESPREK_WACHTZIN", ZIN)
    map_ = tmp_path / "gegevens"
    map_.mkdir()
    store = Store(map_, Sleutelbestand(map_ / SLEUTEL).maak(ZIN), lijst)
    with store.work() as work:
        work.voeg_toe(Medewerker(naam="Anneke de Boer", gemeente="0171"))
        work.voeg_toe(
            Promptmelding(taal="ti", context="WO01", tekst="ሕጂ?", notitie="Te kort", op=work.nu)
        )
    store.sluit()
    return map_


@contextmanager
def open_store(map_: Path, lijst: Vragenlijst) -> Iterator[Store]:
    store = Store(map_, Sleutelbestand(map_ / SLEUTEL).open(ZIN), lijst)
    yield store
    store.sluit()


def test_the_status_of_every_language(map_: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["vertaling", "status", "--map", str(map_)]) == 0
    regels = [r.split() for r in capsys.readouterr().out.splitlines()]
    assert regels[0] == [
        "code", "taal", "teksten", "ontbreekt", "fuzzy", "concept", "nagekeken", "beëdigd",
        "opmerkingen",
    ]  # fmt: skip
    per_taal = {r[0]: r[1:] for r in regels[1:]}
    assert len(per_taal) == 15
    naam, totaal, ontbreekt, fuzzy, concept, *_, opmerkingen = per_taal["ti"]
    assert (naam, ontbreekt, fuzzy, opmerkingen) == ("Tigrinya", "0", "0", "1")
    assert totaal == concept


def test_the_status_of_one_language_by_subject(
    map_: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["vertaling", "status", "--taal", "ti", "--map", str(map_)]) == 0
    uit = capsys.readouterr().out
    assert "Wonen" in uit
    assert "Woordenlijst" in uit
    assert "samen" in uit
    assert uit.endswith("Opmerkingen uit gesprekken: 1\n")


def test_out_and_in_again(
    map_: Path, tmp_path: Path, lijst: Vragenlijst, capsys: pytest.CaptureFixture[str]
) -> None:
    po = tmp_path / "ti.po"
    assert main(["vertaling", "uit", "--taal", "ti", str(po), "--map", str(map_)]) == 0
    tekst = po.read_text(encoding="utf-8")
    assert '# melding: Te kort; op het scherm stond "ሕጂ?"' in tekst
    assert main(["vertaling", "in", str(po), "--map", str(map_)]) == 0
    assert "Tigrinya: 0 teksten opgenomen" in capsys.readouterr().out
    po.write_text(tekst.replace('msgstr "እወ"', 'msgstr "እወ በሉ"', 1), encoding="utf-8")
    assert main(["vertaling", "in", str(po), "--map", str(map_)]) == 0
    assert "Tigrinya: 1 tekst opgenomen" in capsys.readouterr().out
    with open_store(map_, lijst) as store, store.lees() as sessie:
        assert eigen_vertalingen(sessie, "ti")["antwoord.ja"].tekst == "እወ በሉ"


def test_a_refused_file_names_its_lines_and_changes_nothing(
    map_: Path, tmp_path: Path, lijst: Vragenlijst, capsys: pytest.CaptureFixture[str]
) -> None:
    po = tmp_path / "ti.po"
    main(["vertaling", "uit", "--taal", "ti", str(po), "--map", str(map_)])
    tekst = po.read_text(encoding="utf-8")
    stuk = tekst.replace('msgstr "እወ"', 'msgstr "እወ {x}"', 1).replace('"WO01"', '"WO99"')
    po.write_text(stuk, encoding="utf-8")
    assert main(["vertaling", "in", str(po), "--map", str(map_)]) == 4
    fout = capsys.readouterr().err.splitlines()
    assert [regel.split(":")[0].split()[0] for regel in fout] == ["regel", "regel", "Dit"]
    assert fout[-1].endswith("Er is niets veranderd.")
    with open_store(map_, lijst) as store, store.lees() as sessie:
        assert eigen_vertalingen(sessie, "ti") == {}


@pytest.mark.parametrize(
    ("opdracht", "code"),
    [
        (["status", "--taal", "xx"], 2),
        (["uit", "--taal", "nl", "x.po"], 2),
        (["in", "/is/er/niet.po"], 1),
        (["uit", "--taal", "ti", "/is/er/niet/x.po"], 1),
    ],
)
def test_what_cannot_be_done_says_why(
    map_: Path, capsys: pytest.CaptureFixture[str], opdracht: list[str], code: int
) -> None:
    assert main(["vertaling", *opdracht, "--map", str(map_)]) == code
    assert capsys.readouterr().err.strip().endswith(".")


def test_the_wrong_passphrase_and_an_empty_folder(
    map_: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["vertaling", "status", "--map", str(tmp_path)]) == 1
    assert "staan geen gegevens" in capsys.readouterr().err
    monkeypatch.delenv("VIERGESPREK_WACHTZIN")
    monkeypatch.setattr("sys.stdin", StringIO())
    assert main(["vertaling", "status", "--map", str(map_)]) == 1
    assert "VIERGESPREK_WACHTZIN" in capsys.readouterr().err, "nobody is there to type it"
    monkeypatch.setenv("VIERGESPREK_WACHTZIN", "iets heel anders")
    assert main(["vertaling", "status", "--map", str(map_)]) == 1
    assert "past niet" in capsys.readouterr().err
