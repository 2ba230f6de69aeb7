"""The municipality's own translations over those of the package."""

from __future__ import annotations

from datetime import date

import pytest

from desktop import catalogi
from desktop.bronnen import bron
from desktop.models.fouten import Invoerfout
from desktop.models.prompts import Vertaalstatus
from desktop.models.vertaalwerk import Nagekeken, Vertaalregel
from desktop.models.vertaling import Promptmelding, Promptvertaling
from desktop.store.store import Store
from desktop.store.vertalingen import (
    aantallen_meldingen,
    bevestig,
    eigen_vertalingen,
    handel_af,
    herkomsten,
    meldingen,
    neem_op,
)
from tests.store.conftest import Drie
from tests.store.laptops import wissel

OP = date(2026, 11, 25)
VRAAG = "Waar woon je nu?"


def regel(
    tekst: str,
    context: str = "WO01",
    bron: str = VRAAG,
    uitspraak: str | None = None,
) -> Vertaalregel:
    return Vertaalregel(context, bron, (tekst,), uitspraak)


def neem(store: Store, *regels: Vertaalregel, wie: str = "Bureau Woord") -> int:
    with store.work() as work:
        return neem_op(work, "ti", regels, wie, OP)


def eigen(store: Store, context: str = "WO01") -> Promptvertaling:
    with store.lees() as sessie:
        return sessie.get_one(Promptvertaling, Promptvertaling.id_van("ti", context))


def test_only_what_differs_is_kept_and_the_package_stays_as_it_is(store: Store) -> None:
    pad = bron("i18n", "ti", "LC_MESSAGES", "vragen.po")
    voor = pad.read_bytes()
    pakket = catalogi.catalogus("ti").vertalingen
    zelfde = [regel(v.tekst, c, v.bron) for c, v in list(pakket.items())[:50] if not v.vormen]
    assert neem(store, *zelfde, regel("ሓድሽ ቃል?")) == 1
    with store.lees() as sessie:
        assert set(eigen_vertalingen(sessie, "ti")) == {"WO01"}
        assert eigen_vertalingen(sessie, "ar") == {}
    assert neem(store, regel("ሓድሽ ቃል?")) == 0, "the same file once more"
    assert pad.read_bytes() == voor


def test_what_comes_in_is_a_draft_with_where_it_came_from(store: Store) -> None:
    neem(store, regel("ሓድሽ ቃል?"))
    rij = eigen(store)
    assert (rij.status, rij.herkomst, rij.op) == (Vertaalstatus.CONCEPT, "Bureau Woord", OP)


def test_what_a_person_confirmed_stays_so_until_the_words_change(store: Store) -> None:
    with store.work() as work:
        bevestig(work, "ti", "WO01", VRAAG, ["ሓድሽ ቃል?"], "Selam Tesfay", OP, False)
    assert neem(store, regel("ሓድሽ ቃል?", uitspraak="hadish kal")) == 1
    rij = eigen(store)
    assert (rij.status, rij.herkomst) == (Vertaalstatus.NAGEKEKEN, "Selam Tesfay")
    assert rij.uitspraak == "hadish kal"
    assert neem(store, regel("ካልእ ቃል?")) == 1
    rij = eigen(store)
    assert (rij.status, rij.herkomst) == (Vertaalstatus.CONCEPT, "Bureau Woord")
    assert rij.uitspraak == "hadish kal", "the file said nothing about it"
    neem(store, regel("ካልእ ቃል?", uitspraak=""))
    assert eigen(store).uitspraak == ""


@pytest.mark.parametrize(
    ("beedigd", "status"), [(False, Vertaalstatus.NAGEKEKEN), (True, Vertaalstatus.BEEDIGD)]
)
def test_a_named_person_confirms(store: Store, beedigd: bool, status: Vertaalstatus) -> None:
    with store.work() as work:
        bevestig(work, "ti", "WO01", VRAAG, ["ሓድሽ?"], " Selam  Tesfay ", OP, beedigd)
    rij = eigen(store)
    assert (rij.status, rij.herkomst) == (status, "Selam Tesfay")
    with store.lees() as sessie:
        assert herkomsten(sessie, "ti") == {"WO01": Nagekeken("Selam Tesfay", OP)}


@pytest.mark.parametrize(("vormen", "door", "veld"), [(["ሓ"], " ", "door"), ([""], "Ik", "tekst")])
def test_nobody_confirms_nothing(store: Store, vormen: list[str], door: str, veld: str) -> None:
    with pytest.raises(Invoerfout) as fout, store.work() as work:
        bevestig(work, "ti", "WO01", VRAAG, vormen, door, OP, False)
    assert fout.value.veld == veld
    with store.lees() as sessie:
        assert eigen_vertalingen(sessie, "ti") == {}


def test_remarks_are_listed_until_somebody_dealt_with_them(store: Store) -> None:
    with store.work() as work:
        for nr, taal in enumerate(("ti", "ti", "ar")):
            work.voeg_toe(
                Promptmelding(
                    id=f"m{nr}", taal=taal, context="WO01", tekst="ሕጂ?", notitie=f"{nr}", op=work.nu
                )
            )
    with store.lees() as sessie:
        assert [m.notitie for m in meldingen(sessie, "ti")] == ["0", "1"]
        assert aantallen_meldingen(sessie) == {"ti": 2, "ar": 1}
    with store.work() as work:
        handel_af(work, "m0", OP)
    with store.lees() as sessie:
        assert [m.id for m in meldingen(sessie, "ti")] == ["m1"]


def test_two_laptops_that_translate_the_same_text_have_one_row(drie: Drie) -> None:
    anneke, piet, _samira = drie
    for laptop in (anneke, piet):
        neem(laptop.store, regel("ሓድሽ ቃል?"))
    wissel(*drie)
    for laptop in drie:
        with laptop.store.lees() as sessie:
            assert eigen_vertalingen(sessie, "ti")["WO01"].tekst == "ሓድሽ ቃል?"


def test_two_laptops_that_translate_it_differently_show_the_same(drie: Drie) -> None:
    anneke, piet, samira = drie
    neem(anneke.store, regel("ሓድሽ ቃል?"))
    with piet.store.work() as work:
        bevestig(work, "ti", "WO01", VRAAG, ["ካልእ ቃል?"], "Selam Tesfay", OP, False)
    wissel(*drie)
    gezien = []
    for laptop in (anneke, piet, samira):
        rij = eigen(laptop.store)
        gezien.append((rij.vormen, rij.status, rij.herkomst))
    assert len(set(gezien)) == 1
    assert gezien[0] in (
        ('["ሓድሽ ቃል?"]', Vertaalstatus.CONCEPT, "Bureau Woord"),
        ('["ካልእ ቃል?"]', Vertaalstatus.NAGEKEKEN, "Selam Tesfay"),
    ), "words and who looked at them stay together"
