"""Everything about one client: complete, generic, and shielded things apart."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from desktop.bronnen import toml
from desktop.exchange.inzage import inzage_json
from desktop.models.antwoord import Keuze, Notitiesoort, Wijze
from desktop.models.basis import Stroomklasse
from desktop.models.dossier import Huisgenoot, Medewerker, Relatie, Rol
from desktop.models.intake import BredeIntake
from desktop.models.inzage import VOLLEDIG, Inzage
from desktop.models.rechten import RECHTEN
from desktop.models.spoor import Inzagesoort
from desktop.models.toegang import Deling, beleid_uit
from desktop.store.inzage import lees_inzage
from desktop.store.projectie import gejournaalde_klassen, kolommen
from desktop.store.spoor import Kijkboek
from desktop.store.store import Store

BELEID = beleid_uit(toml("beleid", "toegang.toml"))
GEHEIM, EERST, WEG, GEWOON = "Zij is bang thuis.", "Nog gewoon.", "Toch weg.", "Kookt graag."


@pytest.fixture
def dossier_id(
    store: Store, maak_dossier: Callable[..., str], maak_intake: Callable[..., str]
) -> str:
    """Notes of all kinds, an answer that was changed, a colleague, and views."""
    dossier_id = maak_dossier("Amina", "Haddad", bsn="012345672", geboortedatum="1991")
    maak_dossier("Yonas", "Tekle", bsn="123456782")
    intake_id = maak_intake(dossier_id=dossier_id)
    with store.work() as work:
        collega = Medewerker(naam="Jelle Kramer", gemeente="0171", rol=Rol.COA)
        work.voeg_toe(collega, Huisgenoot(dossier_id=dossier_id, naam="Sami", relatie=Relatie.KIND))
    with store.work() as work:
        work.voeg_toe(
            Deling.nieuw(
                dossier_id, collega.id, "Voor de huisvesting.", tot=None, vandaag=store.vandaag()
            )
        )
    vraag = store.lijst.vragen["WO01"]
    for code in vraag.keuzecodes[:2]:
        with store.work() as work:
            work.get(BredeIntake, intake_id).beantwoord(
                vraag, Keuze((code,)), door=work.door, wijze=Wijze.TOLK, nu=work.nu
            )

    def noteer(tekst: str, soort: Notitiesoort, id_: str) -> None:
        with store.work() as work:
            work.get(BredeIntake, intake_id).noteer(
                "WO", tekst, vraag=None, soort=soort, door=work.door, nu=work.nu, notitie_id=id_
            )

    noteer(GEWOON, Notitiesoort.GEWOON, "n1")
    noteer(EERST, Notitiesoort.GEWOON, "n2")
    noteer(GEHEIM, Notitiesoort.AFGESCHERMD, "n2")
    noteer(WEG, Notitiesoort.GEWOON, "n3")
    noteer(GEHEIM, Notitiesoort.AFGESCHERMD, "n3")
    noteer("", Notitiesoort.AFGESCHERMD, "n3")
    boek = Kijkboek(store)
    boek.noteer(dossier_id, Inzagesoort.DOSSIER, Inzagesoort.AFGESCHERMD)
    return dossier_id


def lees(store: Store, dossier_id: str, **rest: Any) -> Inzage:
    return lees_inzage(store, dossier_id, BELEID, **rest)


def als_json(inzage: Inzage, *, afgeschermd: bool = False) -> Any:
    return json.loads(inzage_json(inzage.deel(afgeschermd=afgeschermd)))


def test_every_field_of_every_row_of_the_dossier_is_in_it_once(
    store: Store, dossier_id: str
) -> None:
    inzage = lees(store, dossier_id)
    gewoon, apart = als_json(inzage), als_json(inzage, afgeschermd=True)
    per_tabel = gejournaalde_klassen()
    gevonden: dict[tuple[str, str], list[str]] = {}
    for deel in (gewoon, apart):
        for tabel, rijen in deel["gegevens"].items():
            for rij in rijen:
                gevonden.setdefault((tabel, rij["id"]), []).extend(rij["velden"])
    with store.lees() as sessie:
        verwacht = {
            (tabel, rij.id)
            for tabel, klasse in per_tabel.items()
            for rij in sessie.scalars(sa.select(klasse))
            if rij.journaal_dossier == dossier_id
        }
    assert gevonden.keys() == verwacht
    assert {"dossier", "huisgenoot", "brede_intake", "antwoord", "notitie", "deling"} <= {
        tabel for tabel, _rij in gevonden
    }
    for (tabel, _rij), velden in gevonden.items():
        assert sorted(velden) == sorted(n for n, _k in kolommen(per_tabel[tabel]))
    assert gewoon["gegevens"]["dossier"][0]["velden"]["bsn"] == "012345672"
    assert "123456782" not in json.dumps([gewoon, apart]), "that is somebody else's"


def test_every_change_is_in_one_part_with_who_and_when(store: Store, dossier_id: str) -> None:
    inzage = lees(store, dossier_id)
    delen = [als_json(inzage, afgeschermd=a)["veranderingen"] for a in (False, True)]
    with store.lees() as sessie:
        aantal = sessie.scalar(
            sa.text("SELECT count(*) FROM wijziging WHERE dossier = :d"), {"d": dossier_id}
        )
    assert sum(map(len, delen)) == aantal
    assert {v["wie"] for deel in delen for v in deel} == {"Anneke de Boer"}
    momenten = [v["moment"] for v in delen[0]]
    assert momenten == sorted(momenten)
    keuzes = [v["waarde"] for v in delen[0] if v["veld"] == "enkel" or v["veld"].startswith("keu")]
    assert len(keuzes) >= 2, "the answer that was changed is there too"


def test_what_is_shielded_is_only_in_its_own_part(store: Store, dossier_id: str) -> None:
    inzage = lees(store, dossier_id)
    gewoon = inzage_json(inzage.deel(afgeschermd=False)).decode()
    apart = inzage_json(inzage.deel(afgeschermd=True)).decode()
    for tekst in (GEHEIM, EERST, WEG):
        assert tekst not in gewoon, "also what it said before it was shielded, and what is gone"
        assert tekst in apart
    assert "n2" not in gewoon
    assert "afgeschermd" not in gewoon, "not even that somebody looked at something shielded"
    assert GEWOON in gewoon
    assert GEWOON not in apart
    assert '"bsn"' not in apart


def test_without_anything_shielded_that_part_is_empty(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    inzage = lees(store, maak_dossier())
    assert inzage.deel(afgeschermd=True).leeg
    assert not inzage.deel(afgeschermd=False).leeg


def test_who_may_look_and_who_looked(store: Store, dossier_id: str) -> None:
    gewoon = als_json(lees(store, dossier_id))
    assert [(t["wie"], t["grond"]) for t in gewoon["toegang"]] == [
        ("Anneke de Boer", "klantmanager"),
        ("Jelle Kramer", "gedeeld"),
        ("", "leidinggevende"),
    ]
    assert [(b["wie"], b["wat"]) for b in gewoon["ingezien"]] == [("Anneke de Boer", "dossier")]
    assert set(gewoon["personen"].values()) == {"Anneke de Boer", "Jelle Kramer"}


def test_it_says_what_its_maker_may_not_see(store: Store, dossier_id: str) -> None:
    assert als_json(lees(store, dossier_id))["ontbreekt"] == []
    chef = RECHTEN[Rol.LEIDINGGEVENDE].lezen
    half = lees(store, dossier_id, lezen=chef)
    assert als_json(half)["ontbreekt"] == ["gezondheid"]
    assert als_json(half, afgeschermd=True)["ontbreekt"] == ["afgeschermd"]
    assert {Stroomklasse.GEZONDHEID, Stroomklasse.TOETS} <= VOLLEDIG


def test_the_frame_is_what_the_document_describes(store: Store, dossier_id: str) -> None:
    gewoon = als_json(lees(store, dossier_id))
    assert (gewoon["soort"], gewoon["versie"], gewoon["deel"]) == (
        "viergesprek-inzage",
        1,
        "gewoon",
    )
    uitleg = (Path(__file__).parents[2] / "docs/inzage.md").read_text(encoding="utf-8")
    for naam in (*gewoon, *gewoon["veranderingen"][0], *gewoon["toegang"][0]):
        assert f"`{naam}`" in uitleg, naam
    assert gewoon["dossier"].keys() == {"id", "nummer"}


def test_a_dossier_that_is_gone_has_none(store: Store) -> None:
    with pytest.raises(LookupError):
        lees(store, "weg")


def test_what_was_erased_is_in_neither(store: Store, dossier_id: str) -> None:
    from desktop.store import bewaren

    deel = bewaren.Deel("dossier", dossier_id, ("bsn",))
    bewaren.wis_hier(store, [], [deel], "De bewaartermijn is voorbij.")
    assert "012345672" not in inzage_json(lees(store, dossier_id)).decode()


_LATER = """
import json, sys
from datetime import date
from pathlib import Path

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from desktop.app import lees_lijst
from desktop.bronnen import toml
from desktop.models.basis import Base, Gejournaald, tabel
from desktop.models.dossier import Dossier
from desktop.models.toegang import beleid_uit


class Taalproef(Gejournaald, Base):
    __tablename__ = "taalproef"
    dossier_id: Mapped[str] = mapped_column(ForeignKey("dossier.id"))
    op: Mapped[date]
    niveau: Mapped[str]


from desktop.exchange.inzage import inzage_json
from desktop.store.inzage import lees_inzage
from desktop.store.store import Store

store = Store(Path(sys.argv[1]), bytes(range(32)), lees_lijst())
with store.neem_op() as inkomst:
    tabel(Taalproef).create(inkomst.verbinding)
with store.work() as work:
    (dossier,) = work.session.query(Dossier).all()
    work.voeg_toe(Taalproef(dossier_id=dossier.id, op=date(2027, 2, 3), niveau="A2"))
beleid = beleid_uit(toml("beleid", "toegang.toml"))
inzage = lees_inzage(store, dossier.id, beleid).deel(afgeschermd=False)
sys.stdout.buffer.write(inzage_json(inzage))
"""


def test_a_class_that_comes_later_is_in_it_without_a_change(
    store: Store, maak_dossier: Callable[..., str]
) -> None:
    """In a process of its own: a mapped class cannot be taken back."""
    dossier_id = maak_dossier()
    store.sluit()
    uitkomst = subprocess.run(
        [sys.executable, "-c", _LATER, str(store.map)],
        capture_output=True,
        cwd=Path(__file__).parents[2],
        check=False,
    )
    assert uitkomst.returncode == 0, uitkomst.stderr.decode()[-2000:]
    inhoud = json.loads(uitkomst.stdout)
    (rij,) = inhoud["gegevens"]["taalproef"]
    assert rij["velden"] == {"dossier_id": dossier_id, "op": "2027-02-03", "niveau": "A2"}
    assert [v["veld"] for v in inhoud["veranderingen"] if v["tabel"] == "taalproef"] == [
        "dossier_id",
        "op",
        "niveau",
    ]
    assert date.fromisoformat(rij["velden"]["op"]) == date(2027, 2, 3)
