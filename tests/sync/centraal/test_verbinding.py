"""The way to the centre: encrypted, proven, and every failure in a sentence."""

from __future__ import annotations

import ipaddress
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from desktop.sync.centrale import Centrale
from desktop.sync.fouten import (
    AanmeldingGeweigerd,
    CentraleBezig,
    CentraleFout,
    CentraleTeOud,
    CentraleVol,
    CertificaatOnjuist,
    GeenNetwerk,
    GeenRecht,
    OnveiligeVerbinding,
)
from desktop.sync.verbinding import Verbinding, vertaal
from tests.sync.bouw import GEMEENTE, Laptop, nieuw
from tests.sync.buis import Buis
from tests.sync.conftest import Centrum


class Certificaten:
    """A municipality's own root, and certificates signed by it."""

    def __init__(self, map_: Path, naam: str) -> None:
        self._map = map_
        self._sleutel = ec.generate_private_key(ec.SECP256R1())
        self._naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)])
        wortel = self._teken(self._naam, self._sleutel, ca=True)
        self.wortel = map_ / f"{naam}.pem"
        self.wortel.write_bytes(wortel.public_bytes(serialization.Encoding.PEM))

    def _teken(
        self, naam: x509.Name, sleutel: ec.EllipticCurvePrivateKey, *, ca: bool = False,
        host: str = "", dagen: int = 10,
    ) -> x509.Certificate:  # fmt: skip
        nu = datetime.now(UTC)
        bouwer = (
            x509.CertificateBuilder().subject_name(naam).issuer_name(self._naam)
            .public_key(sleutel.public_key()).serial_number(x509.random_serial_number())
            .not_valid_before(nu - timedelta(days=20)).not_valid_after(nu + timedelta(days=dagen))
            .add_extension(x509.BasicConstraints(ca=ca, path_length=None), critical=True)
        )  # fmt: skip
        if host:
            adres = (
                x509.IPAddress(ipaddress.ip_address(host))
                if host[0].isdigit()
                else x509.DNSName(host)
            )
            bouwer = bouwer.add_extension(x509.SubjectAlternativeName([adres]), critical=False)
        return bouwer.sign(self._sleutel, hashes.SHA256())

    def server(self, host: str, dagen: int = 10) -> ssl.SSLContext:
        """A server's side that proves to be `host`."""
        sleutel = ec.generate_private_key(ec.SECP256R1())
        naam = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, host)])
        bestand = self._map / f"{nieuw()}.pem"
        bestand.write_bytes(
            self._teken(naam, sleutel, host=host, dagen=dagen).public_bytes(
                serialization.Encoding.PEM
            )
            + sleutel.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(bestand)
        return context


@pytest.fixture
def gemeente(tmp_path: Path) -> Certificaten:
    return Certificaten(tmp_path, "gemeente")


def verbinding(centrum: Centrum, poort: int, wortel: Path | str) -> Verbinding:
    """anneke's, over TLS."""
    login, wachtwoord, _ = centrum.mensen["anneke"]
    return Verbinding("127.0.0.1", login, wachtwoord, poort, centrum.database, wortel=str(wortel))


@pytest.fixture
def doel(centrum: Centrum) -> tuple[str, int]:
    return (centrum.postgres.host, centrum.postgres.poort)


def test_a_round_over_tls_with_the_municipalitys_own_root(
    centrum: Centrum, gemeente: Certificaten, doel: tuple[str, int]
) -> None:
    with Buis(doel, tls=gemeente.server("127.0.0.1")) as buis:
        laptop = Laptop(
            verbinding(centrum, buis.poort, gemeente.wortel), centrum.medewerker("anneke")
        )
        laptop.groet()
        assert laptop.breng(laptop.dossier()).hoogste == 4
        assert len(laptop.haal_alles()) == 4
        laptop.centrale.sluit()


@pytest.mark.parametrize("wat", ["another root", "another name", "expired", "the system's roots"])
def test_who_cannot_prove_to_be_the_centre_gets_nothing(
    centrum: Centrum, gemeente: Certificaten, doel: tuple[str, int], tmp_path: Path, wat: str
) -> None:
    context = gemeente.server("10.1.2.3" if wat == "another name" else "127.0.0.1",
                              dagen=-1 if wat == "expired" else 10)  # fmt: skip
    wortel: Path | str = gemeente.wortel
    if wat == "another root":
        wortel = Certificaten(tmp_path, "iemand anders").wortel
    elif wat == "the system's roots":
        wortel = "system"
    with Buis(doel, tls=context) as buis:
        centrale = Centrale(verbinding(centrum, buis.poort, wortel))
        with pytest.raises(CertificaatOnjuist):
            centrale.bekend([])


def test_a_server_without_tls_gets_nothing(centrum: Centrum, gemeente: Certificaten) -> None:
    centrale = Centrale(verbinding(centrum, centrum.postgres.poort, gemeente.wortel))
    with pytest.raises(CertificaatOnjuist):
        centrale.bekend([])


@pytest.mark.parametrize("sslmode", ["disable", "allow", "prefer", "require", "verify-ca"])
@pytest.mark.parametrize("host", ["db.gemeente.nl", "10.0.0.4", "localhost.gemeente.nl"])
def test_nothing_less_than_verify_full_to_another_machine(sslmode: str, host: str) -> None:
    with pytest.raises(OnveiligeVerbinding):
        Centrale(Verbinding(host, "vg_x", "w", sslmode=sslmode)).bekend([])


def test_the_environment_does_not_lead_elsewhere(
    centrum: Centrum, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGHOSTADDR", "192.0.2.1")
    monkeypatch.setenv("PGOPTIONS", "-c search_path=x")
    monkeypatch.setenv("PGUSER", "iemand")
    with centrum.verbinding("anneke").open() as verbinding_:
        assert verbinding_.execute("SHOW search_path").fetchone() == ('"$user", public',)
        assert verbinding_.execute("SELECT session_user").fetchone() == (
            centrum.mensen["anneke"][0],
        )


def test_a_wrong_password_and_a_closed_port_are_told_apart(centrum: Centrum) -> None:
    goed = centrum.verbinding("anneke")
    fout = Verbinding(goed.host, goed.login, "fout", goed.poort, goed.database, "disable")
    with pytest.raises(AanmeldingGeweigerd) as een:
        Centrale(fout).bekend([])
    dicht = Verbinding("127.0.0.1", goed.login, goed.wachtwoord, 1, goed.database, "disable")
    with pytest.raises(GeenNetwerk) as twee:
        Centrale(dicht).bekend([])
    for gevangen in (een, twee):
        assert goed.wachtwoord not in str(gevangen.getrepr(style="long", chain=False))
        assert gevangen.value.__cause__ is None
        assert goed.login not in gevangen.value.zin


def test_a_line_that_breaks_is_no_network_and_the_next_call_connects_again(
    centrum: Centrum, doel: tuple[str, int]
) -> None:
    goed = centrum.verbinding("anneke")
    with Buis(doel) as buis:
        laptop = Laptop(
            Verbinding("127.0.0.1", goed.login, goed.wachtwoord, buis.poort, goed.database,
                       "disable"), centrum.medewerker("anneke"),
        )  # fmt: skip
        laptop.groet()
        laptop.centrale.sluit()
        buis.knip = ("terug", 600)
        rijen = laptop.dossier()
        with pytest.raises(GeenNetwerk):
            laptop.breng(rijen)
        assert laptop.breng(rijen).hoogste == 4
        laptop.centrale.sluit()


@pytest.mark.parametrize(
    ("staat", "soort"),
    [
        ("42501", GeenRecht), ("42883", CentraleTeOud), ("53100", CentraleVol),
        ("53300", CentraleBezig), ("57P03", CentraleBezig), ("40001", CentraleBezig),
        ("28000", AanmeldingGeweigerd), ("XX000", CentraleFout), ("22P02", CentraleFout),
    ],
)  # fmt: skip
def test_what_the_server_says_becomes_one_of_our_sentences(
    staat: str, soort: type[CentraleFout]
) -> None:
    fout = psycopg.errors.lookup(staat)("DETAIL: Key (achternaam)=(Gebremedhin)")
    ons = vertaal(fout)
    assert type(ons) is soort
    assert ons.sqlstate == staat
    assert "Gebremedhin" not in ons.zin


def test_a_deadlock_is_tried_again(centrum: Centrum, monkeypatch: pytest.MonkeyPatch) -> None:
    anneke = centrum.laptop("anneke")
    verbinding_ = anneke.centrale._verbonden()
    echt, keren = verbinding_.execute, []

    def soms(*waarden: object, **rest: object) -> object:
        keren.append(1)
        if len(keren) < 3:
            raise psycopg.errors.lookup("40P01" if len(keren) == 1 else "40001")("x")
        return echt(*waarden, **rest)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(verbinding_, "execute", soms)
    monkeypatch.setattr("time.sleep", lambda _s: None)
    assert anneke.breng(anneke.dossier()).hoogste == 4
    assert len(keren) == 3
    keren.clear()
    monkeypatch.setattr(verbinding_, "execute", lambda *_w: soms_altijd(keren))
    with pytest.raises(CentraleBezig):
        anneke.centrale.bekend([])
    assert len(keren) == 5


def soms_altijd(keren: list[int]) -> None:
    keren.append(1)
    raise psycopg.errors.lookup("40P01")("x")


def test_no_call_depends_on_what_a_session_remembers(centrum: Centrum) -> None:
    """Behind PgBouncer every call may come out at another server session."""
    anneke = centrum.laptop("anneke")
    rijen = anneke.dossier()
    for deel in (rijen[:2], rijen[2:]):
        anneke.centrale.sluit()
        assert anneke.breng(deel).fout == ""
    anneke.centrale.sluit()
    assert len(anneke.haal_alles()) == 4
    with centrum.beheer() as verbinding_:
        pid = anneke.centrale._verbonden().info.backend_pid
        anneke.centrale.zoek_nummer(GEMEENTE, "1")
        assert verbinding_.execute(
            "SELECT count(*) FROM pg_locks WHERE pid = %s AND mode <> 'AccessShareLock'", (pid,)
        ).fetchone() == (0,)
    sessie = anneke.centrale._verbonden()
    assert sessie.execute("SELECT count(*) FROM pg_prepared_statements").fetchone() == (0,)
    assert sessie.execute("SELECT name FROM pg_settings WHERE source = 'session'").fetchall() == []
