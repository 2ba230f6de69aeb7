"""Heads and readable tables follow from the journal, whatever the order in which it came."""

from __future__ import annotations

import json
import random
from collections.abc import Sequence
from typing import Any

import pytest

from desktop.models.antwoord import Antwoord
from desktop.models.dossier import Dossier
from desktop.models.samenvoegen import Kop, getoonde_waarden, is_weg
from desktop.store.inkomend import Rij
from tests.sync.bouw import Laptop, nieuw
from tests.sync.conftest import Centrum


def koppen(centrum: Centrum, rij: str) -> set[tuple[str, str]]:
    """(field, id) of the heads of a row."""
    with centrum.beheer() as verbinding:
        return set(
            verbinding.execute("SELECT veld, id FROM viergesprek.kop WHERE rij = %s", (rij,))
        )


def leesbaar(centrum: Centrum, tabel: str, rij: str) -> dict[str, Any] | None:
    """A readable row, as the superuser sees it."""
    with centrum.beheer() as verbinding:
        antwoord = verbinding.execute(
            f"SELECT to_json(t) FROM viergesprek_lees.{tabel} t WHERE id = %s",  # type: ignore[arg-type]
            (rij,),
        ).fetchone()
    return antwoord[0] if antwoord else None


@pytest.fixture
def anneke(centrum: Centrum) -> Laptop:
    return centrum.laptop("anneke")


@pytest.fixture
def dossier(anneke: Laptop) -> str:
    rijen = anneke.dossier()
    anneke.breng(rijen)
    return str(rijen[0][4])


def test_a_change_replaces_the_heads_that_its_author_saw(
    centrum: Centrum, anneke: Laptop, dossier: str
) -> None:
    nota = nieuw()
    eerste = anneke.rij("notitie", nota, "tekst", "een", dossier=dossier)
    anneke.breng([eerste])
    a = anneke.rij("notitie", nota, "tekst", "twee", dossier=dossier, ouders=[str(eerste[0])])
    b = anneke.rij("notitie", nota, "tekst", "drie", dossier=dossier, ouders=[str(eerste[0])])
    anneke.breng([a, b])
    assert koppen(centrum, nota) == {("tekst", a[0]), ("tekst", b[0])}
    rij = leesbaar(centrum, "notitie", nota)
    assert rij
    assert rij["tekst"] == "drie"
    keuze = anneke.rij("notitie", nota, "tekst", "vier", dossier=dossier,
                       ouders=[str(a[0]), str(b[0])])  # fmt: skip
    anneke.breng([keuze])
    assert koppen(centrum, nota) == {("tekst", keuze[0])}


def test_a_parent_that_comes_after_its_child_is_no_head(
    centrum: Centrum, anneke: Laptop, dossier: str
) -> None:
    ander = centrum.laptop("anneke")
    nota = nieuw()
    ouder = anneke.rij("notitie", nota, "tekst", "ouder", dossier=dossier)
    kind = ander.rij("notitie", nota, "tekst", "kind", dossier=dossier, ouders=[str(ouder[0])])
    ander.breng([kind])
    anneke.breng([ouder])
    assert koppen(centrum, nota) == {("tekst", kind[0])}
    with centrum.beheer() as verbinding:
        assert verbinding.execute("SELECT count(*) FROM viergesprek.wees").fetchone() == (0,)


def test_a_parent_in_another_field_keeps_its_place(
    centrum: Centrum, anneke: Laptop, dossier: str
) -> None:
    """A delete names heads of all fields, also one that comes later: they stay heads."""
    ander = centrum.laptop("anneke")
    nota = nieuw()
    tekst = anneke.rij("notitie", nota, "tekst", "x", dossier=dossier)
    weg = ander.rij("notitie", nota, "", dossier=dossier, soort="delete", ouders=[str(tekst[0])])
    ander.breng([weg])
    anneke.breng([tekst])
    assert koppen(centrum, nota) == {("tekst", tekst[0]), ("", weg[0])}
    assert leesbaar(centrum, "notitie", nota) is None


def test_a_deleted_row_that_somebody_changed_unknowing_is_there(
    centrum: Centrum, anneke: Laptop, dossier: str
) -> None:
    nota = nieuw()
    tekst = anneke.rij("notitie", nota, "tekst", "x", dossier=dossier)
    weg = anneke.rij("notitie", nota, "", dossier=dossier, soort="delete", ouders=[str(tekst[0])])
    anneke.breng([tekst, weg])
    assert leesbaar(centrum, "notitie", nota) is None
    ander = centrum.laptop("anneke")
    anders = ander.rij("notitie", nota, "tekst", "y", dossier=dossier, ouders=[str(tekst[0])])
    ander.breng([anders])
    rij = leesbaar(centrum, "notitie", nota)
    assert rij
    assert rij["tekst"] == "y"
    nogmaals = ander.rij("notitie", nota, "", dossier=dossier, soort="delete",
                         ouders=[str(weg[0]), str(anders[0])])  # fmt: skip
    ander.breng([nogmaals])
    assert leesbaar(centrum, "notitie", nota) is None
    terug = ander.rij("notitie", nota, "", True, dossier=dossier, ouders=[str(nogmaals[0])])
    ander.breng([terug])
    assert leesbaar(centrum, "notitie", nota) is not None


def test_elements_of_a_map_come_and_go_by_themselves(
    centrum: Centrum, anneke: Laptop, dossier: str
) -> None:
    rij = nieuw()
    familie = anneke.rij("antwoord", rij, "keuzes:familie", 0, dossier=dossier, soort="add")
    vrienden = anneke.rij("antwoord", rij, "keuzes:vrienden", 1, dossier=dossier, soort="add")
    anneke.breng([familie, vrienden])
    eraf = anneke.rij("antwoord", rij, "keuzes:familie", dossier=dossier, soort="remove",
                      ouders=[str(familie[0])])  # fmt: skip
    anneke.breng([eraf])
    toestand = leesbaar(centrum, "antwoord", rij)
    assert toestand
    assert toestand["keuzes"] == {"vrienden": 1}


def test_an_old_change_that_comes_late_does_not_win(
    centrum: Centrum, anneke: Laptop, dossier: str
) -> None:
    nota = nieuw()
    ander = centrum.laptop("anneke")
    oud = ander.rij("notitie", nota, "tekst", "oud", dossier=dossier)
    anneke.klok = ander.klok + 5
    anneke.breng([anneke.rij("notitie", nota, "tekst", "nieuw", dossier=dossier)])
    ander.breng([oud])
    toestand = leesbaar(centrum, "notitie", nota)
    assert toestand
    assert toestand["tekst"] == "nieuw"


def lukraak(
    laptop: Laptop, dossier: str, rij: str, gezien: list[Rij], dobbel: random.Random
) -> Rij:
    """Some change of an answer or of the dossier, with some of the earlier ones as parents."""
    if dobbel.random() < 0.2:
        entiteit, doel, veld, klasse = "dossier", dossier, "adres", "identiteit"
    else:
        entiteit, doel, klasse = "antwoord", rij, "gewoon"
        veld = dobbel.choice(["waarde", "status", "keuzes:a", "keuzes:b", "op", ""])
    eerder = [r for r in gezien if r[3] == entiteit and r[5] == veld]
    if veld == "":
        eerder = [r for r in gezien if r[3] == entiteit]
    ouders = [str(r[0]) for r in eerder if dobbel.random() < 0.6]
    soort = "set"
    if ":" in veld:
        soort = dobbel.choice(["add", "remove"])
    elif veld == "":
        soort = dobbel.choice(["delete", "delete", "set"])
    return laptop.rij(entiteit, doel, veld, dobbel.choice(["x", "y", None, 3]), dossier=dossier,
                      klasse=klasse, soort=soort, ouders=ouders)  # fmt: skip


def voorspel(rijen: Sequence[Rij], entiteit: str) -> dict[str, list[Kop]]:
    """The heads of one row by the rule of models/samenvoegen.py, from all its changes at once."""
    eigen = [r for r in rijen if r[3] == entiteit]
    genoemd = {(ouder, r[5]) for r in eigen for ouder in json.loads(str(r[8]))}
    uit: dict[str, list[Kop]] = {}
    for r in eigen:
        if (r[0], r[5]) not in genoemd:
            uit.setdefault(str(r[5]), []).append(
                Kop(str(r[0]), str(r[6]), r[7], str(r[9]), str(r[11]), int(r[12] or 0), r[10],
                    tuple(json.loads(str(r[8]))))  # type: ignore[arg-type]
            )  # fmt: skip
    return uit


@pytest.mark.parametrize("zaad", range(6))
def test_any_order_gives_the_state_of_the_one_merge(
    centrum: Centrum, anneke: Laptop, dossier: str, zaad: int
) -> None:
    """Three devices whose pushes mix: heads and readable tables are those of the pure merge."""
    dobbel = random.Random(zaad)
    laptops = [centrum.laptop("anneke") for _ in range(3)]
    rij = nieuw()
    gezien: list[Rij] = []
    wachtrijen: dict[str, list[Rij]] = {laptop.id: [] for laptop in laptops}
    for _ in range(60):
        laptop = dobbel.choice(laptops)
        nieuwe = lukraak(laptop, dossier, rij, gezien, dobbel)
        gezien.append(nieuwe)
        wachtrijen[laptop.id].append(nieuwe)
    while any(wachtrijen.values()):
        laptop = dobbel.choice([x for x in laptops if wachtrijen[x.id]])
        hoeveel = dobbel.randint(1, 12)
        antwoord = laptop.breng(wachtrijen[laptop.id][:hoeveel])
        assert (antwoord.fout, antwoord.geweigerd) == ("", ())
        del wachtrijen[laptop.id][:hoeveel]

    verwacht = voorspel(gezien, "antwoord")
    assert koppen(centrum, rij) == {(veld, k.id) for veld, ks in verwacht.items() for k in ks}
    toestand = leesbaar(centrum, "antwoord", rij)
    if is_weg(verwacht) or not verwacht:
        assert toestand is None
        return
    assert toestand is not None
    waarden = getoonde_waarden(Antwoord, verwacht)
    for veld in ("waarde", "status"):
        tekst = json.loads(str(waarden[veld])) if waarden.get(veld) else None
        assert toestand[veld] == (None if tekst is None else str(tekst)), veld
    keuzes = waarden["keuzes"]
    assert isinstance(keuzes, dict)
    assert toestand["keuzes"] == {code: json.loads(w) for code, w in keuzes.items()}
    van_dossier = getoonde_waarden(Dossier, voorspel(gezien, "dossier"))
    adres = json.loads(str(van_dossier.get("adres") or "null"))
    getoond = leesbaar(centrum, "dossier_identiteit", dossier)
    assert getoond
    assert getoond["adres"] == (None if adres is None else str(adres))
