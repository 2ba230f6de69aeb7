"""Translations, remarks and tried pictograms reach every laptop of the gemeente."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desktop.models.pictogramproef import Uitslag
from desktop.models.prompts import Vertaalstatus
from desktop.models.vertaalwerk import Vertaalregel
from desktop.models.vertaling import Promptmelding
from desktop.store.pictogramproeven import bewaar_proef, tellingen
from desktop.store.vertalingen import eigen_vertalingen, handel_af, meldingen, neem_op
from tests.sync.laptop import Laptop
from tests.sync.waarborgen import tot_rust

OP = date(2026, 11, 25)


def test_what_the_beheerder_imports_reaches_the_table_and_remarks_come_back(
    samen: Callable[..., list[Laptop]],
) -> None:
    els, anneke = samen("els", "anneke")
    regel = Vertaalregel("WO01", "Waar woon je nu?", ("ሕጂ ኣበይ ኣለኻ?",), "hedji")
    with els.store.work() as work:
        neem_op(work, "ti", [regel], "Bureau Woord", OP)
    with anneke.store.work() as work:
        work.voeg_toe(
            Promptmelding(
                id="m1", taal="ti", context="WO01", tekst="x", notitie="Te kort", op=work.nu
            )
        )
        bewaar_proef(work, "bed", "ti", Uitslag.GOED, leest=False)
    tot_rust([els, anneke])
    with anneke.store.lees() as sessie:
        gekregen = eigen_vertalingen(sessie, "ti")["WO01"]
    assert (gekregen.tekst, gekregen.uitspraak) == ("ሕጂ ኣበይ ኣለኻ?", "hedji")
    assert gekregen.status is Vertaalstatus.CONCEPT
    with els.store.lees() as sessie:
        assert [m.notitie for m in meldingen(sessie, "ti")] == ["Te kort"]
        assert [(t.pictogram, t.taal, t.goed) for t in tellingen(sessie)] == [
            ("bed", "", 1),
            ("bed", "ti", 1),
        ]
    with els.store.work() as work:
        handel_af(work, "m1", OP)
    tot_rust([els, anneke])
    with anneke.store.lees() as sessie:
        assert meldingen(sessie, "ti") == []
