"""What is on disk after a kill, read back item by item, and held against what was done."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from desktop.app import lees_lijst
from desktop.models.intake import AFSLUITTEKSTEN, BredeIntake
from desktop.models.wijziging import Lokaal
from desktop.store.store import Store
from desktop.views.intake.plek import Plek
from tests.duurzaam.proces import SLEUTEL, Verloop
from tests.store.tabellen import tabellen


@contextmanager
def geopend(map_: Path) -> Iterator[Store]:
    """The store that the killed process left."""
    store = Store(map_, SLEUTEL, lees_lijst())
    try:
        yield store
    finally:
        if not store.op_slot:
            store.sluit()


def eis_gaaf(store: Store) -> None:
    """The file is sound, the chain verifies, and the journal gives the same tables again."""
    with store.lees() as sessie:
        assert sessie.scalars(sa.text("PRAGMA integrity_check")).all() == ["ok"]
        assert sessie.execute(sa.text("PRAGMA foreign_key_check")).all() == []
        assert sessie.execute(sa.text("PRAGMA cipher_integrity_check")).all() == []
    assert store.controleer_keten() == []
    voor = tabellen(store)
    store.herbouw()
    assert tabellen(store) == voor


def items(store: Store) -> dict[str, Any]:
    """Everything that was kept of the one talk, named as the script names it.

    `tekst:` is what the field will show: the draft if there is one, else the row.
    `rij:` is the row alone.
    """
    with store.lees() as sessie:
        lokaal = {rij.sleutel: rij.waarde for rij in sessie.scalars(sa.select(Lokaal))}
        intake = sessie.scalars(sa.select(BredeIntake)).one_or_none()
        if intake is None:
            return {"open": "open_intake" in lokaal}
        id_ = intake.id
        uit: dict[str, Any] = {
            "open": lokaal.get("open_intake") == id_,
            "fase": intake.fase.value,
            "opening": sorted(intake.opening),
            "alleen": intake.alleen,
            "zittingen": len(intake.zittingen),
            "afspraken": len(intake.afspraken),
        }
        eerste = store.lijst.gespreksvolgorde[0].code
        plek = Plek(vraag=eerste)  # where a new talk stands before its first step
        if (bewaard := lokaal.get(f"plek:{id_}")) is not None:
            plek = Plek.van_json(bewaard)
        uit |= {"blad": plek.blad, "vraag": plek.vraag, "pauze": plek.pauze}

        def tekst(naam: str, rij: str, sleutel: str) -> None:
            uit[f"rij:{naam}"] = rij
            uit[f"tekst:{naam}"] = lokaal.get(sleutel, rij)

        for code, a in intake.antwoorden.items():
            uit[f"antwoord:{code}"] = {
                "status": a.status.value,
                "opties": list(a.opties),
                "waarde": a.waarde,
                "delen": dict(a.delen),
                "bevestigd": a.bevestigd,
            }
        for code, vraag in store.lijst_van(intake.vragenlijst).vragen.items():
            a = intake.antwoorden.get(code)
            concept = f"concept:{id_}:{code}"
            tekst(f"reden:{code}", (a.reden if a else None) or "", f"{concept}:reden")
            tekst(f"waarde:{code}", (a.waarde if a else None) or "", f"{concept}:waarde")
            if vraag.raster is not None:
                begin = f"{concept}:"
                cellen = dict(a.delen) if a else {}
                for sleutel, waarde in lokaal.items():
                    if sleutel.startswith(begin) and "." in sleutel:
                        cellen[sleutel.removeprefix(begin)] = waarde
                rijen = {int(cel.split(".")[0]) for cel in cellen if cel[0].isdigit()}
                rijen |= set(json.loads(lokaal.get(f"{begin}rijen", "[]")))
                uit[f"rijen:{code}"] = sorted(rijen)
                for cel, waarde in cellen.items():
                    uit[f"tekst:cel:{code}:{cel}"] = str(waarde)
        for notitie in intake.notities:
            tekst(f"notitie:{notitie.vraag_code}", notitie.tekst, f"notitie:{id_}:{notitie.id}")
        for code in store.lijst.vragen:
            if f"tekst:notitie:{code}" not in uit and f"notitieplek:{id_}:{code}" in lokaal:
                kaart = json.loads(lokaal[f"notitieplek:{id_}:{code}"])["id"]
                tekst(f"notitie:{code}", "", f"notitie:{id_}:{kaart}")
        redenen = {overslag.domein: overslag.reden for overslag in intake.overslagen}
        for domein in store.lijst.domeinen:
            sleutel = f"concept:{id_}:overslaan:{domein.code}"
            tekst(f"overslaan:{domein.code}", redenen.get(domein.code, ""), sleutel)
        for veld in AFSLUITTEKSTEN:
            sleutel = f"concept:{id_}:afsluiting:{veld}"
            tekst(f"afsluiting:{veld}", getattr(intake, veld), sleutel)
        tekst("sluitreden", intake.sluitreden or "", f"concept:{id_}:sluitreden")
        for afspraak in intake.afspraken:
            tekst("afspraak", afspraak.wat, f"concept:afspraak:{afspraak.id}:wat")
        for zitting in intake.zittingen:
            for veld in ("tijd", "tolk_bureau"):
                sleutel = f"concept:zitting:{zitting.id}:{veld}"
                tekst(f"zitting:{veld}", getattr(zitting, veld), sleutel)
        return uit


def eis_niets_kwijt(verloop: Verloop, nu: Mapping[str, Any]) -> None:
    """Each item stands as after the last gesture that was done, or as the one in progress left it.

    A text in progress may stand anywhere between its two ends.
    """
    gedaan, straks = verloop.gedaan, verloop.straks
    kwijt = {
        naam: {"done": gedaan[naam], "in progress": straks[naam], "on disk": nu.get(naam)}
        for naam in gedaan.keys() & straks.keys()
        if not _staat_er(naam, gedaan[naam], straks[naam], nu.get(naam))
    }
    assert not kwijt, f"{verloop.wat}: {kwijt}"


def _staat_er(naam: str, gedaan: Any, straks: Any, nu: Any) -> bool:
    if nu in (gedaan, straks):
        return True
    tekst = naam.startswith("tekst:") and isinstance(nu, str)
    return tekst and nu.startswith(gedaan) and straks.startswith(nu)
