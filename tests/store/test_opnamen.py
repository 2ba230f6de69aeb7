"""Looking after recordings: one reading for all places, withdrawing, and taking over a package."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from desktop import catalogi
from desktop.models.fouten import Invoerfout
from desktop.models.opnamewerk import (
    Ingetrokken,
    Inspreekopdracht,
    Opnamestand,
    Opnamestuk,
    Zin,
    keur_opdracht,
    kies_deel,
    lijstregels,
    stand_van,
    zinnen,
)
from desktop.models.prompts import Prompts
from desktop.models.veldwoorden import Naslag
from desktop.models.vertaalwerk import Brontekst
from desktop.store import versies
from desktop.store.conflictwoorden import Conflictwoorden
from desktop.store.opnamebeheer import (
    Overname,
    aantal_van,
    gelezen,
    neem_pakket_op,
    neem_zin_op,
    opgenomen,
    stemproeven,
    stukken,
    trek_in,
    wis,
)
from desktop.store.opnamen import Opnamen
from desktop.store.store import Store
from tests.conftest import Klok
from tests.store.conftest import Drie
from tests.store.laptops import wissel

DAG = date(2026, 11, 20)
RAHEL = Inspreekopdracht("ti", "", "Rahel Tesfay", DAG)
NEE = Zin(("A.nee", "B.nee"), "Nee", "ኣይፋል", frozenset({"Wonen", "Regie"}))
WAAR = Zin(("WO01",), "Waar woon je nu?", "ኣበይ ኣለኻ?", frozenset({"Wonen"}))


def neem_op(store: Store, *zinnen_: Zin, wie: Inspreekopdracht = RAHEL) -> None:
    for zin in zinnen_:
        neem_zin_op(store, wie, zin, zin.tekst.encode(), 900)


def neem_over(store: Store, pakket: Iterable[Opnamestuk]) -> Overname:
    with store.work() as work:
        return neem_pakket_op(work, pakket)


def alle(store: Store, taal: str = "ti") -> list[Opnamestuk]:
    with store.lees() as sessie:
        return stukken(sessie, taal)[0]


def stand(store: Store, zin: Zin, dialect: str = "") -> Opnamestand:
    with store.lees() as sessie:
        return stand_van(zin, gelezen(sessie, "ti", dialect))


def prompts(tag: str) -> Prompts:
    return Prompts(catalogi.talen()[tag], catalogi.catalogus(tag), catalogi.schermteksten())


# ---- what there is to read


def test_the_same_words_are_read_once_for_all_places(store: Store) -> None:
    alle_zinnen = zinnen(catalogi.bronteksten(store.lijst), prompts("ti"))
    teksten = [(z.nederlands, z.tekst) for z in alle_zinnen]
    assert len(set(teksten)) == len(teksten)
    nee = next(z for z in alle_zinnen if z.nederlands == "Nee")
    assert len(nee.contexten) > 10
    contexten = [c for z in alle_zinnen for c in z.contexten]
    assert len(set(contexten)) == len(contexten)


def test_what_has_a_place_to_fill_in_is_not_read(store: Store) -> None:
    assert not any("{" in z.nederlands for z in zinnen(_bronnen(store), prompts("nl")))
    assert any("{" in b.nederlands for b in _bronnen(store))


def test_what_is_not_translated_is_not_read(store: Store) -> None:
    half = replace(catalogi.catalogus("ti"), vertalingen={})
    leeg = Prompts(catalogi.talen()["ti"], half, catalogi.schermteksten())
    assert zinnen(_bronnen(store), leeg) == []


def test_paper_is_read_only_when_it_is_asked_for(store: Store) -> None:
    alle_zinnen = zinnen(_bronnen(store), prompts("nl"))
    gewoon = {c for z in kies_deel(alle_zinnen, "") for c in z.contexten}
    assert {"WO01", "welkom.titel"} <= gewoon
    assert not any(c.startswith("pdf.") for c in gewoon)
    woorden = kies_deel(alle_zinnen, "Woordenlijst")
    assert woorden
    assert not any(z.gehoord for z in woorden)


def _bronnen(store: Store) -> list[Brontekst]:
    return list(catalogi.bronteksten(store.lijst))


@pytest.mark.parametrize(
    ("spreker", "op", "veld"), [(" ", DAG, "spreker"), ("Rahel", None, "toestemming")]
)
def test_without_a_name_or_consent_nothing_begins(spreker: str, op: date | None, veld: str) -> None:
    with pytest.raises(Invoerfout) as fout:
        keur_opdracht("ti", "", spreker, op)
    assert fout.value.veld == veld
    assert keur_opdracht("ti", "", " Rahel  Tesfay ", DAG).spreker == "Rahel Tesfay"


# ---- what was read


def test_a_reading_stands_at_all_its_places(store: Store) -> None:
    assert stand(store, NEE) is Opnamestand.ONTBREEKT
    neem_op(store, NEE)
    assert stand(store, NEE) is Opnamestand.GOED
    assert stand(store, NEE, "Tigray") is Opnamestand.ONTBREEKT
    assert [(s.context, s.tekst) for s in alle(store)] == [("A.nee", "ኣይፋል"), ("B.nee", "ኣይፋል")]
    (eerste, _) = alle(store)
    assert (eerste.spreker, eerste.toestemming_op) == ("Rahel Tesfay", DAG)
    assert eerste.opgenomen_op == store.vandaag()


def test_a_changed_text_marks_its_recording_as_outdated(store: Store) -> None:
    neem_op(store, NEE, WAAR)
    assert stand(store, replace(NEE, tekst="አይኮነን")) is Opnamestand.VEROUDERD
    meer = replace(NEE, contexten=(*NEE.contexten, "C.nee"))
    assert stand(store, meer) is Opnamestand.ONTBREEKT, "one place has no sound yet"
    with store.lees() as sessie:
        er_zijn = opgenomen(sessie, "ti")
    nu = {"WO01": WAAR.tekst, "A.nee": NEE.tekst, "B.nee": "anders"}
    regels = [(r.eerste.context, len(r.ids), r.verouderd) for r in lijstregels(er_zijn, nu)]
    assert regels == [("A.nee", 2, True), ("WO01", 1, False)]


def test_what_stands_on_no_screen_any_more_is_outdated(store: Store) -> None:
    neem_op(store, WAAR, NEE)
    with store.lees() as sessie:
        regels = lijstregels(opgenomen(sessie, "ti"), {"A.nee": "ኣይፋል", "B.nee": "ኣይፋል"})
    assert [(r.eerste.context, r.verouderd) for r in regels] == [("WO01", True), ("A.nee", False)]


def test_who_withdraws_takes_all_recordings_along(store: Store) -> None:
    neem_op(store, NEE)
    neem_op(store, WAAR, wie=replace(RAHEL, taal="am"))
    ander = replace(RAHEL, spreker="Rahel Tesfaye", dialect="Tigray")
    neem_op(store, WAAR, wie=ander)
    with store.lees() as sessie:
        assert aantal_van(sessie, "Rahel Tesfay") == 3
    with store.work() as work:
        assert trek_in(work, "Rahel Tesfay") == 3
    assert [s.spreker for s in alle(store)] == ["Rahel Tesfaye"]
    assert alle(store, "am") == []
    store.herbouw()
    assert [s.spreker for s in alle(store)] == ["Rahel Tesfaye"]


def test_one_recording_can_go(store: Store) -> None:
    neem_op(store, NEE, WAAR)
    with store.lees() as sessie:
        ids = [o.id for o in opgenomen(sessie, "ti") if o.context != "WO01"]
    with store.work() as work:
        assert wis(work, ids) == 2
    with store.work() as work:
        assert wis(work, ids) == 0
    assert [s.context for s in alle(store)] == ["WO01"]


# ---- a package

PAKKET = [
    Opnamestuk("ti", "", "WO01", "ኣበይ ኣለኻ?", "Selam", DAG, DAG, 800, b"selam"),
    Opnamestuk("ti", "", "WO02", "ገዛ", "Selam", DAG, DAG, 500, b"ook selam"),
]


def test_a_package_taken_twice_is_taken_once(store: Store) -> None:
    assert neem_over(store, PAKKET) == Overname(nieuw=2)
    eerst = len(store.historie("opname", alle_ids(store)[0]))
    assert neem_over(store, PAKKET) == Overname(zelfde=2)
    assert alle(store) == PAKKET
    assert len(store.historie("opname", alle_ids(store)[0])) == eerst


def alle_ids(store: Store) -> list[str]:
    with store.lees() as sessie:
        return sorted(o.id for o in opgenomen(sessie, "ti"))


def test_a_later_recording_of_our_own_stays(store: Store) -> None:
    neem_op(store, WAAR)
    assert neem_over(store, PAKKET) == Overname(nieuw=1, ouder=1)
    assert {s.context: s.spreker for s in alle(store)} == {"WO01": "Rahel Tesfay", "WO02": "Selam"}


def test_a_later_one_in_the_package_takes_its_place(store: Store) -> None:
    neem_op(store, WAAR)
    later = replace(PAKKET[0], opgenomen_op=store.vandaag() + timedelta(days=1))
    assert neem_over(store, [later]) == Overname(nieuw=1)
    assert alle(store) == [later]


def test_what_was_exported_comes_back_the_same(store: Store) -> None:
    neem_op(store, NEE, WAAR)
    pakket = alle(store)
    with store.work() as work:
        wis(work, alle_ids(store))
    assert neem_over(store, pakket) == Overname(nieuw=3)
    assert alle(store) == pakket


def test_a_voice_that_was_withdrawn_does_not_come_back_with_an_old_package(
    store: Store, klok: Klok
) -> None:
    neem_op(store, WAAR)
    neem_op(store, WAAR, wie=replace(RAHEL, spreker="Yonas"))  # in the place of Rahel's
    neem_op(store, NEE, wie=replace(RAHEL, spreker="Yonas"))
    pakket = alle(store)
    van_rahel = [replace(PAKKET[0], spreker="Rahel Tesfay")]
    with store.work() as work:
        trek_in(work, "Yonas")
    with pytest.raises(Ingetrokken) as fout:
        neem_over(store, [*PAKKET, *pakket])
    assert str(fout.value).startswith("Yonas heeft de toestemming ingetrokken")
    assert alle(store) == [], "nothing of the file is taken"
    assert neem_over(store, van_rahel) == Overname(nieuw=1), "she withdrew nothing"
    klok.nu += timedelta(days=3)
    weer = [replace(s, toestemming_op=store.vandaag()) for s in pakket if s.context != "WO01"]
    assert neem_over(store, weer) == Overname(nieuw=2), "consent was given anew"


def test_two_who_read_the_same_without_a_network_is_a_choice_without_sound_in_letters(
    drie: Drie,
) -> None:
    anneke, piet, *_ = drie
    neem_op(anneke.store, WAAR)
    neem_op(piet.store, WAAR, wie=replace(RAHEL, spreker="Yonas Haile"))
    wissel(anneke, piet)
    with anneke.store.lees() as sessie:
        (conflict,) = versies.conflicten(sessie)
        beeld = Conflictwoorden(anneke.store, sessie, Naslag()).beeld(conflict)
    assert beeld.titel == "Opname van een stem"
    teksten = [[regel.tekst for regel in versie.regels] for versie in beeld.versies]
    assert {"Rahel Tesfay", "Yonas Haile"} <= {t for regels in teksten for t in regels}
    assert all("Een opname" in regels for regels in teksten)
    geluid = b64encode(WAAR.tekst.encode()).decode()
    assert not any(geluid in regels for regels in teksten)


def test_what_a_speaker_found_of_a_voice_is_kept_with_the_day(store: Store) -> None:
    Opnamen(store).zet_stemproef("ti", "espeak:ti", goed=True, spreker="Rahel")
    with store.lees() as sessie:
        (proef,) = stemproeven(sessie, "ti").values()
        assert stemproeven(sessie, "am") == {}
    assert (proef.goed, proef.spreker, proef.op) == (True, "Rahel", store.vandaag())
