"""What a beheerder types: `viergesprek central ...`, and a restore that is really done."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import psycopg
import pytest

from desktop.cli import main
from desktop.demo.postgres import Wegwerppostgres
from desktop.store.keten import afdruk, rijhash
from desktop.sync.centraal import beheer, schema
from desktop.sync.centraal.toestand import toestand
from desktop.sync.fouten import AanmeldingGeweigerd, BeheerFout, CentraleBezig, CentraleTeOud
from desktop.sync.verbinding import Verbinding
from tests.sync.bouw import GEMEENTE, VELDEN, Laptop, nieuw
from tests.sync.conftest import Centrum


def velden(uitvoer: str) -> dict[str, str]:
    """What was printed as `name: value`."""
    return dict(regel.split(": ", 1) for regel in uitvoer.splitlines() if ": " in regel)


@pytest.fixture
def leeg(postgres: Wegwerppostgres) -> Iterator[str]:
    """URI of an empty database."""
    with psycopg.connect(postgres.socket_uri(), autocommit=True) as verbinding:
        verbinding.execute("CREATE DATABASE leeg")
        yield postgres.uri("leeg")
        verbinding.execute("DROP DATABASE leeg WITH (FORCE)")


def test_from_an_empty_database_to_a_first_push(
    postgres: Wegwerppostgres, leeg: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["central", "init", leeg]) == 0
    assert main(["central", "init", leeg]) == 0
    capsys.readouterr()
    medewerker = nieuw()
    nieuwe = ["central", "add-user", leeg, "--gemeente", "0171", "--rol", "klantmanager",
              "--naam", "Anneke", "--medewerker", medewerker]  # fmt: skip
    assert main(nieuwe) == 0
    uit = velden(capsys.readouterr().out)
    assert uit["Aanmelding"].startswith("vg_")
    laptop = Laptop(
        Verbinding(postgres.host, uit["Aanmelding"], uit["Wachtwoord"], postgres.poort, "leeg",
                   "disable"), medewerker,
    )  # fmt: skip
    laptop.groet()
    assert laptop.breng(laptop.dossier()).hoogste == 4
    assert main(["central", "status", leeg]) == 0
    status = capsys.readouterr().out
    assert "laptops: 1 (0 verloren)" in status
    assert "wijzigingen: 4" in status
    assert "Alles is heel." in status


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        ({"gemeente": "171"}, "vier cijfers"),
        ({"gemeente": "0000"}, "vier cijfers"),
        ({"rol": "directeur"}, "Kies een rol"),
        ({"naam": " "}, "naam"),
        ({"medewerker": "x"}, "kenmerk"),
        ({"medewerker": "BB5DA0B4-9C8E-4B1E-A7B1-5C4D9F3C8F11"}, "kenmerk"),
        ({"login": "vg_000000000000"}, "bestaat niet"),
    ],
)
def test_what_cannot_be_right_is_said_in_a_sentence(
    centrum: Centrum, capsys: pytest.CaptureFixture[str], anders: dict[str, str], woord: str
) -> None:
    alles = {"gemeente": "0171", "rol": "klantmanager", "naam": "A", **anders}
    opties = [deel for naam, waarde in alles.items() for deel in (f"--{naam}", waarde)]
    assert main(["central", "add-user", centrum.uri, *opties]) == 1
    assert woord in capsys.readouterr().err


def test_a_second_login_for_the_same_person_waits_until_the_first_is_closed(
    centrum: Centrum,
) -> None:
    with beheer.beheerverbinding(centrum.uri) as verbinding:
        wie_is = {"gemeente": GEMEENTE, "rol": "klantmanager", "naam": "Anneke"}
        wie = centrum.medewerker("anneke")
        with pytest.raises(BeheerFout):
            beheer.voeg_toe(verbinding, **wie_is, medewerker=wie)
        anneke = centrum.laptop("anneke")
        rijen = anneke.dossier()
        anneke.breng(rijen)
        anneke.centrale.sluit()
        beheer.verwijder(verbinding, centrum.mensen["anneke"][0])
        try:
            nieuwe = beheer.voeg_toe(verbinding, **wie_is, medewerker=wie)
            oud = centrum.mensen["anneke"]
            centrum.mensen["anneke"] = (nieuwe.login, nieuwe.wachtwoord, wie)
            assert len(centrum.laptop("anneke").haal_alles()) == 4
            assert centrum.laptop("anneke").centrale.bekend([str(rijen[0][0])]) != frozenset()
            with pytest.raises(BeheerFout):
                beheer.heropen(verbinding, oud[0])
        finally:
            verbinding.execute(f"ALTER ROLE {oud[0]} LOGIN")  # type: ignore[arg-type]


def test_a_removed_user_is_out_at_once_and_may_come_back(
    centrum: Centrum, capsys: pytest.CaptureFixture[str]
) -> None:
    centrum.voeg_toe("frits", "klantmanager")
    login = centrum.mensen["frits"][0]
    frits = centrum.laptop("frits")
    frits.breng(frits.dossier())
    assert main(["central", "remove-user", centrum.uri, login]) == 0
    assert "Verbroken verbindingen: 1" in capsys.readouterr().out
    with pytest.raises(AanmeldingGeweigerd):
        frits.groet()
    assert main(["central", "reopen-user", centrum.uri, login]) == 0
    wachtwoord = velden(capsys.readouterr().out)["Wachtwoord"]
    with pytest.raises(AanmeldingGeweigerd):
        frits.groet()
    centrum.mensen["frits"] = (login, wachtwoord, centrum.medewerker("frits"))
    terug = Laptop(centrum.verbinding("frits"), frits.medewerker, id=frits.id)
    assert terug.groet().volgnummer == 4


def test_a_password_stands_nowhere_in_the_server(centrum: Centrum) -> None:
    centrum.voeg_toe("frits", "klantmanager")
    login, wachtwoord, _ = centrum.mensen["frits"]
    with centrum.beheer() as verbinding:
        rij = verbinding.execute(
            "SELECT rolpassword FROM pg_authid WHERE rolname = %s", (login,)
        ).fetchone()
    assert rij is not None
    assert rij[0].startswith("SCRAM-SHA-256$")
    logboek = (centrum.postgres.map / "log").read_text()
    assert wachtwoord not in logboek
    assert wachtwoord not in repr(centrum.verbinding("frits"))


def echt(laptop: Laptop, dossier: str) -> None:
    """Pushes two rows with the hashes that the real laptop makes."""
    rijen = []
    for tekst in ("een", "twee"):
        rij = dict(zip(VELDEN, laptop.rij("notitie", nieuw(), "tekst", tekst, dossier=dossier),
                       strict=True))  # fmt: skip
        rij["afdruk"] = afdruk(str(rij["zout"]), str(rij["waarde"]))
        rij["vorige"] = rijen[-1][-1] if rijen else ""
        rij["hash"] = rijhash(rij)
        rijen.append(tuple(rij[naam] for naam in VELDEN))
    assert laptop.breng(rijen).geweigerd == ()


def test_status_tells_what_somebody_changed_behind_the_back_of_the_centre(
    centrum: Centrum, capsys: pytest.CaptureFixture[str]
) -> None:
    anneke = centrum.laptop("anneke")
    echt(anneke, nieuw())
    status = ["central", "status", centrum.uri, "--rijen"]
    assert main(status) == 0
    for daad, woord, terug in (
        ("UPDATE wijziging SET waarde = '\"anders\"' WHERE volgnummer = 1", "Regels",
         "UPDATE wijziging SET waarde = '\"een\"' WHERE volgnummer = 1"),
        ("UPDATE wijziging SET auteur = 'x' WHERE volgnummer = 1", "Regels",
         f"UPDATE wijziging SET auteur = '{anneke.medewerker}' WHERE volgnummer = 1"),
        ("UPDATE wijziging SET vorige = 'x' WHERE volgnummer = 2", anneke.id,
         "UPDATE wijziging w SET vorige = v.hash FROM wijziging v "
         "WHERE w.volgnummer = 2 AND v.volgnummer = 1"),
        ("UPDATE apparaat SET volgnummer = 3", anneke.id, "UPDATE apparaat SET volgnummer = 2"),
        ("UPDATE stroom SET kop = 5", "Stromen", "UPDATE stroom SET kop = 2"),
        ("DELETE FROM wijziging WHERE volgnummer = 1", "Stromen", "SELECT"),
    ):  # fmt: skip
        with centrum.beheer() as verbinding:
            verbinding.execute("SET search_path = viergesprek")
            verbinding.execute(daad)  # type: ignore[arg-type]
            capsys.readouterr()
            assert main(status) == 1, daad
            assert woord in capsys.readouterr().out, daad
            verbinding.execute(terug)  # type: ignore[arg-type]


def test_a_dump_is_restored_and_laptops_offer_all_again(
    centrum: Centrum, nieuwe_database: Callable[[], Centrum], tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """Documented in docs/centraal.md: pg_dump, pg_restore, `central hersteld`."""
    anneke = centrum.laptop("anneke")
    oud, weg = anneke.dossier(), anneke.dossier()
    anneke.breng([*oud, *weg])
    epoch = anneke.groet().epoch
    # The server's programs run as another user, for whom the test's folder is closed.
    kopie = centrum.postgres.map / f"{centrum.database}.dump"
    centrum.postgres.draai("pg_dump", "-Fc", "-f", str(kopie), centrum.database)
    later = anneke.dossier()
    anneke.breng(later)
    centrum.laptop("els").centrale.wis(GEMEENTE, str(weg[0][4]), "bewaartermijn")
    assert main(["central", "wissingen", centrum.uri]) == 0
    wissingen = tmp_path / "wissingen.tsv"
    wissingen.write_text(capsys.readouterr().out)

    with psycopg.connect(centrum.postgres.socket_uri(), autocommit=True) as verbinding:
        verbinding.execute("CREATE DATABASE terug TEMPLATE template0")
    centrum.postgres.draai("pg_restore", "-d", "terug", str(kopie))
    terug = Centrum(centrum.postgres, "terug", centrum.mensen)
    try:
        # A database's own rights are not in a dump: upgrade gives them again.
        assert main(["central", "upgrade", terug.uri]) == 0
        assert main(["central", "hersteld", terug.uri, "--wissingen", str(wissingen)]) == 0
        laptop = Laptop(terug.verbinding("anneke"), anneke.medewerker, id=anneke.id)
        groet = laptop.groet()
        assert groet.epoch != epoch
        assert groet.volgnummer == 8
        assert [w.dossier for w in groet.wissingen] == [weg[0][4]]
        assert laptop.haal_alles().keys() == {str(r[0]) for r in oud}
        assert laptop.breng([*oud, *weg, *later]).hoogste == 12
        assert laptop.haal_alles().keys() == {str(r[0]) for r in [*oud, *later]}
        with beheer.beheerverbinding(terug.uri) as verbinding:
            assert toestand(verbinding).heel
        with terug.psql("anneke") as verbinding, pytest.raises(psycopg.Error):
            verbinding.execute("CREATE TEMP TABLE x (a int)")
    finally:
        laptop.centrale.sluit()
        with psycopg.connect(centrum.postgres.socket_uri(), autocommit=True) as verbinding:
            verbinding.execute("DROP DATABASE terug WITH (FORCE)")


def test_an_upgrade_projects_what_the_centre_did_not_know(centrum: Centrum) -> None:
    anneke = centrum.laptop("anneke")
    begin = anneke.dossier()
    anneke.breng(begin)
    with centrum.beheer() as verbinding:
        verbinding.execute("DROP TABLE viergesprek_lees.notitie CASCADE")
        verbinding.execute("DELETE FROM viergesprek.leesbaar WHERE entiteit = 'notitie'")
    rij = anneke.rij("notitie", nieuw(), "tekst", "van morgen", dossier=str(begin[0][4]))
    assert anneke.breng([rij]).geweigerd == ()
    with beheer.beheerverbinding(centrum.uri) as verbinding:
        assert beheer.werk_bij(verbinding) == ["notitie"]
        assert beheer.werk_bij(verbinding) == []
    with centrum.psql("anneke") as verbinding:
        assert verbinding.execute("SELECT tekst FROM viergesprek_rapport.notitie").fetchall() == [
            ("van morgen",)
        ]


def test_an_older_program_leaves_a_newer_centre_alone(
    centrum: Centrum, capsys: pytest.CaptureFixture[str]
) -> None:
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "UPDATE viergesprek.instelling SET waarde = '9999' WHERE naam = 'schema'"
        )
    assert main(["central", "upgrade", centrum.uri]) == 1
    assert "nieuwere versie" in capsys.readouterr().err


def test_upgrade_with_a_minimum_stops_older_laptops(centrum: Centrum) -> None:
    assert main(["central", "upgrade", centrum.uri, "--minimum", "3"]) == 0
    anneke = centrum.laptop("anneke")
    assert anneke.groet().minimum_schema == 3
    assert anneke.breng(anneke.dossier()).fout == "te-oud"


@pytest.mark.parametrize(
    ("url", "woord"),
    [
        ("postgresql://x@127.0.0.1:1/y", "niet te bereiken"),
        ("postgresql://x@example.org/y?sslmode=require", "niet versleuteld"),
        ("niks=waar", "geen goede URL"),
        ("{fout}", "weigert deze beheerder"),
        ("{leeg}", "nog geen centrale opslag"),
        ("{weg}", "Deze database is er niet"),
    ],
)
def test_a_beheerder_hears_what_is_the_matter(
    postgres: Wegwerppostgres, capsys: pytest.CaptureFixture[str], url: str, woord: str
) -> None:
    url = {
        "{fout}": postgres.uri().replace(postgres.beheerwachtwoord, "fout"),
        "{leeg}": postgres.uri("postgres"),
        "{weg}": postgres.uri("weg"),
    }.get(url, url)
    assert main(["central", "status", url]) == 1
    fout = capsys.readouterr().err
    assert woord in fout
    assert postgres.beheerwachtwoord not in fout


def test_a_laptop_of_a_database_that_is_no_centre_hears_that(postgres: Wegwerppostgres) -> None:
    laptop = Laptop(
        Verbinding(postgres.host, "postgres", postgres.beheerwachtwoord, postgres.poort,
                   "postgres", "disable"), nieuw(),
    )  # fmt: skip
    with pytest.raises(CentraleTeOud):
        laptop.groet()


def test_an_administrator_who_is_no_superuser_can_make_a_centre(
    postgres: Wegwerppostgres,
) -> None:
    """As at a provider: a role that may make roles, and owns the database."""
    with psycopg.connect(postgres.socket_uri(), autocommit=True) as verbinding:
        for rol in (schema.EIGENAAR, schema.LEZER, schema.GEBRUIKER):
            if not verbinding.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (rol,)).rowcount:
                verbinding.execute(f"CREATE ROLE {rol} NOLOGIN")  # type: ignore[arg-type]
        verbinding.execute("CREATE ROLE huur LOGIN CREATEROLE PASSWORD 'huur'")
        verbinding.execute("CREATE DATABASE huur OWNER huur")
        for rol in (schema.EIGENAAR, schema.LEZER, schema.GEBRUIKER):
            verbinding.execute(f"GRANT {rol} TO huur WITH ADMIN OPTION")  # type: ignore[arg-type]
        try:
            uri = f"postgresql://huur:huur@{postgres.host}:{postgres.poort}/huur"
            assert main(["central", "init", uri]) == 0
            assert main(["central", "upgrade", uri]) == 0
            with beheer.beheerverbinding(uri) as huur:
                wie = beheer.voeg_toe(huur, gemeente=GEMEENTE, rol="beheerder", naam="E")
                beheer.verwijder(huur, wie.login)
            assert main(["central", "status", uri]) == 0
        finally:
            verbinding.execute("DROP DATABASE huur WITH (FORCE)")
            verbinding.execute(f"DROP ROLE IF EXISTS {wie.login}")  # type: ignore[arg-type]
            verbinding.execute("DROP ROLE huur")


def test_a_stopped_server_is_no_network_and_a_full_one_is_busy(centrum: Centrum) -> None:
    anneke = centrum.laptop("anneke")
    with centrum.beheer() as verbinding:
        verbinding.execute(f"ALTER ROLE {centrum.mensen['anneke'][0]} CONNECTION LIMIT 0")  # type: ignore[arg-type]
        anneke.centrale.sluit()
        try:
            with pytest.raises(CentraleBezig):
                anneke.groet()
        finally:
            verbinding.execute(f"ALTER ROLE {centrum.mensen['anneke'][0]} CONNECTION LIMIT -1")  # type: ignore[arg-type]
