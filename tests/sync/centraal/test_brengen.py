"""What the centre answers to a push: each answer of the contract."""

from __future__ import annotations

import time
from typing import Any

import pytest

from desktop.sync.antwoorden import Plek
from desktop.sync.centraal.toestand import toestand
from tests.sync.bouw import GEMEENTE, Laptop, nieuw
from tests.sync.conftest import Centrum


def redenen(antwoord: Any) -> list[str]:
    return [g.reden for g in antwoord.geweigerd]


def een(centrum: Centrum, vraag: str, *waarden: object) -> Any:
    with centrum.beheer() as verbinding:
        rij = verbinding.execute(vraag, waarden).fetchone()  # type: ignore[call-overload]
    assert rij is not None
    return rij[0]


@pytest.fixture
def anneke(centrum: Centrum) -> Laptop:
    return centrum.laptop("anneke")


def test_numbers_every_stream_from_one_without_a_gap(anneke: Laptop) -> None:
    rijen = anneke.dossier(bsn="123456782")
    dossier = str(rijen[0][4])
    antwoord = anneke.breng(rijen)
    assert (antwoord.hoogste, antwoord.geweigerd) == (5, ())
    assert {(s.plek.klasse, s.eerste, s.laatste) for s in antwoord.stromen} == {
        ("identiteit", 1, 4),
        ("bsn", 1, 1),
    }
    meer = [
        anneke.rij("dossier", dossier, "achternaam", x, dossier=dossier, klasse="identiteit")
        for x in "ab"
    ]
    assert anneke.breng(meer).stromen == ((Plek(GEMEENTE, dossier, "identiteit"), 5, 6),)
    assert anneke.haal_alles().keys() == {str(r[0]) for r in [*rijen, *meer]}


def test_rows_come_back_as_they_went(anneke: Laptop) -> None:
    rijen = anneke.dossier(adres='Dorpsstraat 1\nUrk "é" \\u0041')
    anneke.breng(rijen)
    assert sorted(anneke.haal_alles().values()) == sorted(rijen)


def test_the_same_push_twice_is_once(anneke: Laptop) -> None:
    rijen = anneke.dossier()
    eerste, tweede = anneke.breng(rijen), anneke.breng(rijen)
    assert (tweede.hoogste, tweede.stromen) == (eerste.hoogste, ())
    half = [*rijen[2:], *anneke.rijen("notitie", nieuw(), {"tekst": "x"}, dossier=rijen[0][4])]
    assert anneke.breng(half).hoogste == 5
    assert len(anneke.haal_alles()) == 5


def test_a_refusal_is_told_again_when_the_answer_was_lost(centrum: Centrum, anneke: Laptop) -> None:
    bram = centrum.laptop("bram")
    vreemd = anneke.dossier()
    anneke.breng(vreemd)
    rijen = [
        *bram.dossier(),
        bram.rij("notitie", nieuw(), "tekst", "x", dossier=str(vreemd[0][4])),
        *bram.dossier(),
    ]
    eerste = bram.breng(rijen)
    assert redenen(eerste) == ["geen-recht"]
    assert bram.breng(rijen).geweigerd == eerste.geweigerd
    assert bram.breng([*rijen, *bram.dossier()]).geweigerd == eerste.geweigerd


def test_a_gap_in_the_device_sequence_stores_nothing(anneke: Laptop) -> None:
    rijen = anneke.dossier()
    assert (anneke.breng(rijen[1:]).fout, anneke.breng(rijen[1:]).verwacht) == ("gat", 1)
    antwoord = anneke.breng([rijen[0], rijen[1], rijen[3]])
    assert (antwoord.fout, antwoord.verwacht) == ("gat", 1)
    assert anneke.haal_alles() == {}
    assert anneke.breng(rijen).hoogste == 4


def test_another_change_under_a_used_number_means_a_fork(centrum: Centrum, anneke: Laptop) -> None:
    begin = anneke.dossier()
    anneke.breng(begin)
    kopie = Laptop(anneke.verbinding, anneke.medewerker, id=anneke.id)
    kopie.volgnummer, kopie.vorige, kopie.klok = anneke.volgnummer, anneke.vorige, anneke.klok
    anneke.breng(anneke.dossier())
    antwoord = kopie.breng(kopie.dossier())
    assert (antwoord.fout, antwoord.verwacht) == ("gevorkt", 9)
    assert len(anneke.haal_alles()) == 8


def test_a_fork_is_also_seen_at_a_number_that_was_refused(centrum: Centrum, anneke: Laptop) -> None:
    vreemd = anneke.dossier()
    anneke.breng(vreemd)
    bram = centrum.laptop("bram")
    fout = bram.rij("notitie", nieuw(), "tekst", "x", dossier=str(vreemd[0][4]))
    assert redenen(bram.breng([fout])) == ["geen-recht"]
    kopie = Laptop(bram.verbinding, bram.medewerker, id=bram.id)
    assert kopie.breng(kopie.dossier()).fout == "gevorkt"


def test_a_broken_chain_stores_nothing(anneke: Laptop) -> None:
    anneke.breng(anneke.dossier())
    goed = anneke.vorige
    anneke.vorige = "f" * 64
    fout = anneke.dossier()
    assert (anneke.breng(fout).fout, anneke.breng(fout).verwacht) == ("keten", 5)
    anneke.volgnummer, anneke.vorige = 4, goed
    midden = anneke.dossier()
    midden[2] = (*midden[2][:16], "e" * 64, midden[2][17])
    assert anneke.breng(midden).fout == "keten"
    assert len(anneke.haal_alles()) == 4


def test_a_clock_ahead_is_refused_as_a_whole_and_told_the_time(anneke: Laptop) -> None:
    nu = int(time.time() * 1000)
    rijen = anneke.dossier()
    later = anneke.rij("dossier", str(rijen[0][4]), "adres", "x", dossier=str(rijen[0][4]),
                       klasse="identiteit", klok=(nu + 330_000) << 16)  # fmt: skip
    antwoord = anneke.breng([*rijen, later])
    assert antwoord.fout == "klok"
    assert abs(antwoord.nu_ms - nu) < 60_000
    assert anneke.haal_alles() == {}
    anneke.volgnummer, anneke.vorige = 4, str(rijen[-1][17])
    net = anneke.rij("dossier", str(rijen[0][4]), "adres", "x", dossier=str(rijen[0][4]),
                     klasse="identiteit", klok=(nu + 200_000) << 16)  # fmt: skip
    assert anneke.breng([*rijen, net]).hoogste == 5


def test_a_clock_that_is_years_behind_is_taken(anneke: Laptop) -> None:
    rijen = anneke.dossier()
    oud = anneke.rij("dossier", str(rijen[0][4]), "adres", "x", dossier=str(rijen[0][4]),
                     klasse="identiteit", klok=1)  # fmt: skip
    assert anneke.breng([*rijen, oud]).hoogste == 5


def test_a_program_that_is_too_old_may_not_push(centrum: Centrum, anneke: Laptop) -> None:
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "UPDATE viergesprek.instelling SET waarde = '3' WHERE naam = 'minimum_schema'"
        )
    rijen = anneke.dossier()
    assert anneke.breng(rijen).fout == "te-oud"
    assert anneke.groet().minimum_schema == 3


def test_rows_of_another_device_or_person_are_not_taken(centrum: Centrum, anneke: Laptop) -> None:
    bram = centrum.laptop("bram")
    assert anneke.centrale.breng(bram.id, bram.dossier()).fout == "apparaat"
    assert anneke.breng(bram.dossier()).fout == "apparaat"
    assert centrum.laptop("bram", groet=False).breng(bram.dossier()).fout == "apparaat"
    assert bram.groet().volgnummer == 0


def test_somebody_elses_name_under_a_change_is_refused(centrum: Centrum, anneke: Laptop) -> None:
    rijen = anneke.dossier()
    anneke.breng(rijen)
    dossier = str(rijen[0][4])
    antwoord = anneke.breng([
        anneke.rij("notitie", nieuw(), "tekst", "x", dossier=dossier,
                   auteur=centrum.medewerker("bram")),
        anneke.rij("notitie", nieuw(), "tekst", "y", dossier=dossier, auteur=None),
    ])  # fmt: skip
    assert redenen(antwoord) == ["auteur"]
    assert len(anneke.haal_alles()) == 5


def test_what_a_role_may_not_write_is_refused_row_by_row_and_offered(centrum: Centrum) -> None:
    carla, anneke = centrum.laptop("carla"), centrum.laptop("anneke")
    begin = anneke.dossier()
    dossier = str(begin[0][4])
    anneke.breng(begin)
    mag_niet = carla.rij("antwoord", nieuw(), "waarde", "x", dossier=dossier, klasse="werk")
    mag = carla.rij("dossier", dossier, "telefoon", "0527", dossier=dossier, klasse="identiteit")
    antwoord = carla.breng([mag_niet, mag])
    assert [(g.volgnummer, g.id, g.reden) for g in antwoord.geweigerd] == [
        (1, mag_niet[0], "geen-recht")
    ]
    assert (antwoord.hoogste, len(antwoord.stromen)) == (2, 1)
    (aanbod,) = anneke.centrale.aangeboden(GEMEENTE)
    assert aanbod.rij == mag_niet
    assert anneke.groet().aangeboden == 1
    assert anneke.centrale.neem_aan(GEMEENTE, [str(mag_niet[0])]) == 1
    assert (anneke.groet().aangeboden, anneke.centrale.aangeboden(GEMEENTE)) == (0, [])


def test_a_gemeente_where_somebody_does_not_work_looks_like_no_right(
    centrum: Centrum, anneke: Laptop
) -> None:
    vreemd = anneke.rij("vragenlijstversie", nieuw(), "versie", "1", klasse="gemeente",
                        gemeente="0344")  # fmt: skip
    assert redenen(anneke.breng([vreemd])) == ["geen-recht"]
    assert een(centrum, "SELECT count(*) FROM viergesprek.aangeboden") == 0


def test_an_unknown_class_waits_for_an_upgrade_of_the_centre(anneke: Laptop) -> None:
    rijen = anneke.dossier()
    rijen.append(anneke.rij("later", nieuw(), "x", 1, dossier=str(rijen[0][4]), klasse="later"))
    assert redenen(anneke.breng(rijen)) == ["klasse"]


def test_a_field_travels_only_in_the_class_of_its_definition(
    centrum: Centrum, anneke: Laptop
) -> None:
    """Else a class that one may write would be a way into one that one may not."""
    rijen = anneke.dossier()
    dossier = str(rijen[0][4])
    rijen += [
        anneke.rij("dossier", dossier, "bsn", "1", dossier=dossier, klasse="identiteit"),
        anneke.rij("deling", nieuw(), "medewerker_id", "x", dossier=dossier, klasse="gewoon"),
        anneke.rij("antwoord", nieuw(), "waarde", "x", dossier=dossier, klasse="toegang"),
        anneke.rij("antwoord", nieuw(), "keuzes:a", 1, dossier=dossier, klasse="gezondheid",
                   soort="add"),
        anneke.rij("dossier", dossier, "iets_van_morgen", "x", dossier=dossier, klasse="werk"),
    ]  # fmt: skip
    antwoord = anneke.breng(rijen)
    assert [(g.volgnummer, g.reden) for g in antwoord.geweigerd] == [
        (5, "klasse"),
        (6, "klasse"),
        (7, "klasse"),
    ]


def test_an_entity_that_the_centre_does_not_know_is_kept(anneke: Laptop) -> None:
    rijen = anneke.dossier()
    rijen.append(anneke.rij("iets_nieuws", nieuw(), "veld", {"a": [1]}, dossier=rijen[0][4]))
    assert anneke.breng(rijen).geweigerd == ()
    assert rijen[-1] in anneke.haal_alles().values()


def test_made_up_clients_use_up_a_number_and_leave_nothing(
    centrum: Centrum, anneke: Laptop
) -> None:
    oefening = anneke.rij("dossier", nieuw(), "", klasse="oefening", ruw="", dossier=nieuw())
    antwoord = anneke.breng([oefening, *anneke.dossier()])
    assert (antwoord.hoogste, antwoord.geweigerd) == (5, ())
    assert len(anneke.haal_alles()) == 4
    assert een(centrum, "SELECT count(*) FROM viergesprek.stroom WHERE klasse = 'oefening'") == 0


def test_a_change_again_under_another_device_id_is_known(centrum: Centrum, anneke: Laptop) -> None:
    rijen = anneke.dossier()
    anneke.breng(rijen)
    # Also a change that is no head any more.
    anneke.breng([anneke.rij("dossier", str(rijen[0][4]), "nummer", "x", dossier=str(rijen[0][4]),
                             klasse="identiteit", ouders=[str(rijen[0][0])])])  # fmt: skip
    ander = centrum.laptop("anneke")
    vervangen = ander.breng([ander.herstempel(rijen[0])])
    assert (vervangen.hoogste, vervangen.geweigerd, vervangen.stromen) == (1, (), ())
    onbekend = ander.dossier(str(rijen[0][4]))
    opnieuw = [ander.herstempel(rij) for rij in rijen[1:]]
    antwoord = ander.breng([*onbekend, *opnieuw])
    assert (antwoord.hoogste, antwoord.geweigerd) == (8, ())
    assert len(anneke.haal_alles()) == 9
    with centrum.beheer() as verbinding:
        assert toestand(verbinding).heel
    assert ander.centrale.bekend([str(r[0]) for r in rijen] + [nieuw()]) == {
        str(r[0]) for r in rijen
    }
    bram = centrum.laptop("bram")
    assert bram.centrale.bekend([str(r[0]) for r in rijen]) == frozenset()


def test_another_content_under_a_known_id_is_an_incident(centrum: Centrum, anneke: Laptop) -> None:
    rijen = anneke.dossier()
    anneke.breng(rijen)
    ander = centrum.laptop("anneke")
    vals = ander.rij("dossier", str(rijen[0][4]), "nummer", "anders", dossier=str(rijen[0][4]),
                     klasse="identiteit", id_=str(rijen[0][0]))  # fmt: skip
    dubbel = nieuw()
    tweemaal = [
        ander.rij("notitie", nieuw(), "tekst", tekst, dossier=str(rijen[0][4]), id_=dubbel)
        for tekst in "xy"
    ]
    assert redenen(ander.breng([vals, *tweemaal])) == ["ander", "ander"]
    assert anneke.haal_alles()[str(rijen[0][0])] == rijen[0]


def test_a_value_that_is_no_json_breaks_nothing(centrum: Centrum, anneke: Laptop) -> None:
    rijen = anneke.dossier()
    dossier = str(rijen[0][4])
    for veld, ruw in (
        ("adres", "{kapot"), ("geboortedatum", '"\\u0000"'), ("telefoon", '"\\ud800"'),
        ("email", '{"a": 1}'), ("voornamen", '"Tesfay"'),
    ):  # fmt: skip
        rijen.append(anneke.rij("dossier", dossier, veld, ruw=ruw, dossier=dossier,
                                klasse="identiteit"))  # fmt: skip
    for ruw in ('"2026-02-30"', '"morgen"', "7", '"2026-02-28"'):
        rijen.append(anneke.rij("dossier", dossier, "datum_brp", ruw=ruw, dossier=dossier))
    assert anneke.breng(rijen).geweigerd == ()
    assert len(anneke.haal_alles()) == len(rijen)
    with centrum.psql("anneke") as verbinding:
        assert verbinding.execute(
            "SELECT adres, geboortedatum, telefoon, email, voornamen, datum_brp::text "
            "FROM viergesprek_rapport.dossier"
        ).fetchone() == (None, None, None, '{"a": 1}', "Tesfay", "2026-02-28")


@pytest.mark.parametrize("wat", ["", "x", "x\x1fy", "\x1f" * 17])
def test_text_that_is_no_rows_is_refused_and_takes_no_number(
    centrum: Centrum, anneke: Laptop, wat: str
) -> None:
    with centrum.psql("anneke") as verbinding, pytest.raises(Exception, match=r"regels|bigint"):
        verbinding.execute("SELECT viergesprek.breng(%s, %s)", (anneke.id, wat))
    assert anneke.breng(anneke.dossier()).hoogste == 4


def test_more_than_a_thousand_rows_are_refused(anneke: Laptop) -> None:
    dossier = anneke.dossier()
    rijen = [
        *dossier,
        *(anneke.rij("notitie", nieuw(), "tekst", "x", dossier=dossier[0][4]) for _ in range(997)),
    ]
    with pytest.raises(Exception, match="centrale opslag"):
        anneke.breng(rijen)
    assert anneke.breng(rijen[:1000]).hoogste == 1000
