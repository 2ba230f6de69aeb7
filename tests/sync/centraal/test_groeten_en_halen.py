"""The greeting, and pulling with proof that nothing was missed."""

from __future__ import annotations

import functools
import operator
import secrets
from datetime import UTC, datetime

import pytest

from desktop.sync.antwoorden import Cursor, Plek
from desktop.sync.centraal import beheer
from tests.sync.bouw import GEMEENTE, Laptop, nieuw
from tests.sync.conftest import Centrum


def merk_van(ids: list[str]) -> int:
    """XOR of the low 64 bits of the ids, as a signed number."""
    lage = [int(i.replace("-", "")[-16:], 16) for i in ids]
    xor = functools.reduce(operator.xor, lage, 0)
    return xor - 2**64 if xor >= 2**63 else xor


@pytest.fixture
def anneke(centrum: Centrum) -> Laptop:
    return centrum.laptop("anneke")


def test_a_first_greeting_registers_the_laptop_and_tells_the_rights(centrum: Centrum) -> None:
    laptop = centrum.laptop("dirk", groet=False)
    groet = laptop.groet()
    assert (groet.nieuw, groet.volgnummer, groet.hash) == (True, 0, "")
    (persoon,) = groet.personen
    assert (persoon.gemeente, persoon.rol, persoon.naam) == (GEMEENTE, "toetsbegeleider", "dirk")
    assert persoon.medewerker == centrum.medewerker("dirk")
    assert persoon.lezen == {"gemeente", "identiteit", "toets", "rooster"}
    assert persoon.schrijven == {"gemeente", "toets", "rooster", "spoor"}
    assert (groet.lease_dagen, groet.minimum_schema, groet.schema) == (14, 1, 5)
    assert abs(datetime.fromisoformat(groet.nu) - datetime.now(UTC)).total_seconds() < 60
    assert laptop.groet().nieuw is False


def test_a_greeting_tells_only_the_streams_that_differ(anneke: Laptop) -> None:
    emmers = [0] * 256
    for begin in ("00", "00", "7f", "ff"):
        dossier = begin + nieuw()[2:]
        rijen = anneke.dossier(dossier, bsn="1")
        anneke.breng(rijen)
        emmers[int(begin, 16)] ^= merk_van([str(r[0]) for r in rijen])
    groet = anneke.groet(emmers=emmers)
    assert (groet.emmers_anders, groet.stromen) == ((), ())
    emmers[0x7F] ^= 1
    groet = anneke.groet(emmers=emmers)
    assert groet.emmers_anders == (0x7F,)
    assert {s.plek.klasse for s in groet.stromen} == {"identiteit", "bsn"}
    assert all(s.plek.dossier.startswith("7f") for s in groet.stromen)


def test_a_greeting_names_no_stream_that_may_not_be_read(centrum: Centrum, anneke: Laptop) -> None:
    rijen = anneke.dossier(bsn="1", v_nummer="2", nationaliteit="x")
    dossier = str(rijen[0][4])
    coa = centrum.laptop("coa")
    rijen += anneke.rijen("deling", nieuw(), {"medewerker_id": coa.medewerker}, dossier=dossier,
                          klasse="toegang")  # fmt: skip
    anneke.breng(rijen)
    assert {s.plek for s in coa.groet().stromen} == {
        Plek(GEMEENTE, dossier, "identiteit"),
        Plek(GEMEENTE, dossier, "vnummer"),
    }
    els = centrum.laptop("els")
    assert els.groet().stromen == ()


def test_a_bucket_that_only_the_laptop_has_differs_too(anneke: Laptop) -> None:
    """Rights that were lost: the laptop has to see that a stream is no longer there."""
    groet = anneke.groet(emmers=[0] * 9 + [5] + [0] * 246)
    assert (groet.emmers_anders, groet.stromen) == ((9,), ())


def test_what_belongs_to_no_dossier_is_in_the_first_bucket(centrum: Centrum) -> None:
    els = centrum.laptop("els")
    rij = els.rij("medewerker", nieuw(), "naam", "Nieuw", klasse="gemeente")
    els.breng([rij])
    groet = centrum.laptop("vww").groet(emmers=[0] * 256)
    assert groet.emmers_anders == (0,)
    (stroom,) = groet.stromen
    assert stroom == (Plek(GEMEENTE, "", "gemeente"), 1, merk_van([str(rij[0])]))


def test_pulling_goes_stream_by_stream_behind_the_cursors(anneke: Laptop) -> None:
    een, twee = anneke.dossier(), anneke.dossier(bsn="1")
    anneke.breng([*een, *twee])
    a, b = (Plek(GEMEENTE, str(r[0][4]), "identiteit") for r in (een, twee))
    eerste = anneke.centrale.haal([Cursor(b, 1), Cursor(a, 0)], 5)
    assert [(x.plek, x.nr) for x in eerste] == [(b, 2), (b, 3), (b, 4), (a, 1), (a, 2)]
    rest = anneke.centrale.haal([Cursor(a, 2), Cursor(Plek(GEMEENTE, b.dossier, "bsn"), 0)], 100)
    assert [(x.plek.klasse, x.nr) for x in rest] == [("identiteit", 3), ("identiteit", 4),
                                                     ("bsn", 1)]  # fmt: skip
    assert anneke.centrale.haal([], 10) == []


def test_an_unknown_stream_and_a_forbidden_one_look_the_same(
    centrum: Centrum, anneke: Laptop
) -> None:
    rijen = anneke.dossier(bsn="1")
    anneke.breng(rijen)
    dossier = str(rijen[0][4])
    bram = centrum.laptop("bram").centrale
    for plek in (
        Plek(GEMEENTE, dossier, "identiteit"), Plek(GEMEENTE, nieuw(), "identiteit"),
        Plek("0344", dossier, "identiteit"), Plek(GEMEENTE, dossier, "iets"),
    ):  # fmt: skip
        assert bram.haal([Cursor(plek, 0)], 10) == []


def test_a_device_id_of_somebody_else_is_told(centrum: Centrum, anneke: Laptop) -> None:
    kopie = Laptop(centrum.verbinding("bram"), centrum.medewerker("bram"), id=anneke.id)
    assert kopie.groet().fout == "apparaat"


def test_only_the_first_secret_of_a_device_counts(centrum: Centrum, anneke: Laptop) -> None:
    vraag = "SELECT geheim_i FROM viergesprek.apparaat WHERE id = %s"
    with centrum.beheer() as verbinding:
        eerst = verbinding.execute(vraag, (anneke.id,)).fetchone()
        anneke.geheim = secrets.token_bytes(32)
        anneke.groet()
        assert verbinding.execute(vraag, (anneke.id,)).fetchone() == eerst
    assert eerst is not None
    assert len(eerst[0]) == 64


def nieuwkomer(centrum: Centrum, rol: str = "klantmanager") -> Laptop:
    """A laptop of a person to whom the beheerder gave no identity."""
    with beheer.beheerverbinding(centrum.uri) as verbinding:
        wie = beheer.voeg_toe(verbinding, gemeente=GEMEENTE, rol=rol, naam="Nieuw")
    centrum.mensen["nieuw"] = (wie.login, wie.wachtwoord, "")
    return Laptop(centrum.verbinding("nieuw"), nieuw())


def test_a_newcomer_keeps_the_identity_that_the_laptop_had(centrum: Centrum) -> None:
    laptop = nieuwkomer(centrum)
    (persoon,) = laptop.groet().personen
    assert persoon.medewerker == laptop.medewerker
    (nogmaals,) = laptop.groet(medewerker=nieuw()).personen
    assert nogmaals.medewerker == laptop.medewerker


def test_a_newcomer_does_not_become_a_colleague_by_saying_so(
    centrum: Centrum, anneke: Laptop
) -> None:
    collega = nieuw()
    rijen = anneke.dossier(klantmanager=collega)
    anneke.breng(rijen)
    for wie in (centrum.medewerker("bram"), collega, "geen id"):
        laptop = nieuwkomer(centrum)
        (persoon,) = laptop.groet(medewerker=wie).personen
        assert persoon.medewerker not in (wie, laptop.medewerker)
        assert laptop.haal_alles() == {}


def test_one_login_in_two_gemeenten_reads_both(centrum: Centrum, anneke: Laptop) -> None:
    with beheer.beheerverbinding(centrum.uri) as verbinding:
        beheer.voeg_toe(
            verbinding, gemeente="0184", rol="toetsbegeleider", naam="Anneke op Urk",
            medewerker=anneke.medewerker, login=centrum.mensen["anneke"][0],
        )  # fmt: skip
    groet = anneke.groet()
    assert [(p.gemeente, p.rol) for p in groet.personen] == [
        ("0171", "klantmanager"),
        ("0184", "toetsbegeleider"),
    ]
    antwoord = anneke.breng([
        *anneke.dossier(),
        anneke.rij("dossier", (d := nieuw()), "nummer", "x", dossier=d, klasse="identiteit",
                   gemeente="0184"),
        anneke.rij("vragenlijstversie", nieuw(), "versie", "1", klasse="gemeente",
                   gemeente="0184"),
    ])  # fmt: skip
    assert [g.reden for g in antwoord.geweigerd] == ["geen-recht"]
    assert {s.plek.gemeente for s in antwoord.stromen} == {"0171", "0184"}
    assert anneke.breng(anneke.dossier()).hoogste == 10
