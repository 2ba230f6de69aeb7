"""The laptop speaks to nobody but the centre, and says its password to nobody at all."""

from __future__ import annotations

import logging
import ssl
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from desktop.sync.centrale import Centrale
from desktop.sync.dienst import Synchronisatie
from desktop.sync.fouten import (
    AanmeldingGeweigerd,
    CentraleFout,
    CertificaatOnjuist,
    GeenNetwerk,
    OnveiligeVerbinding,
)
from desktop.sync.verbinding import VEILIG, Verbinding
from tests.sync import waarborgen
from tests.sync.buis import Buis
from tests.sync.conftest import Centrum
from tests.sync.duurzaam.certificaat import DAG, Wortel
from tests.sync.laptop import Laptop

Laptops = Callable[..., Laptop]


@pytest.fixture
def wortel(tmp_path: Path) -> Wortel:
    """The municipality's own root."""
    return Wortel.nieuw(tmp_path)


def _doel(centrum: Centrum) -> tuple[str, int]:
    return (centrum.postgres.host, centrum.postgres.poort)


def _veilig(centrum: Centrum, buis: Buis, wortel: str, host: str = "127.0.0.1") -> Verbinding:
    hoe = centrum.verbinding("anneke")
    return replace(hoe, host=host, poort=buis.poort, sslmode=VEILIG, wortel=wortel)


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_a_round_over_tls_is_a_round(
    laptop: Laptops, centrum: Centrum, wortel: Wortel, host: str
) -> None:
    anneke, bram = laptop("anneke"), laptop("bram")
    anneke.ronde()
    with Buis(_doel(centrum), tls=wortel.server()) as buis:
        anneke.dienst.koppel(_veilig(centrum, buis, str(wortel.pad), host))
        dossier = anneke.maak_dossier(adres="Urk")
        anneke.deel(dossier, "bram")
        anneke.ronde()
        assert b"Urk" in buis.opname.naar
        assert anneke.medewerker.encode() in buis.opname.terug
    bram.ronde()
    assert bram.veld(dossier, "adres") == "Urk"
    inzicht = waarborgen.Inzicht(centrum)
    waarborgen.laptop_heeft_wat_zijn_gebruiker_mag_zien(bram, inzicht)
    inzicht.sluit()


VALS: dict[str, Callable[[Wortel, Path], tuple[ssl.SSLContext, str]]] = {
    "another host": lambda w, _p: (w.server(["centrum.gemeente.nl"]), str(w.pad)),
    "a name that looks like it": lambda w, _p: (w.server(["127.0.0.1.nip.io"]), str(w.pad)),
    "an unknown root": lambda w, p: (Wortel.nieuw(p, "ander").server(), str(w.pad)),
    "a root that no system knows": lambda w, _p: (w.server(), "system"),
    "a root with the same name": lambda w, p: (
        Wortel.nieuw(_map(p / "ander")).server(),
        str(w.pad),
    ),
    "expired": lambda w, _p: (w.server(van=-30 * DAG, tot=-DAG), str(w.pad)),
    "not valid yet": lambda w, _p: (w.server(van=DAG), str(w.pad)),
    "no root at all": lambda w, p: (w.server(), str(p / "weg.pem")),
}


def _map(pad: Path) -> Path:
    pad.mkdir()
    return pad


@pytest.mark.parametrize("eerder", [False, True], ids=["first time", "coupled before"])
@pytest.mark.parametrize("hoe", VALS)
def test_who_cannot_prove_to_be_the_centre_hears_nothing(
    laptop: Laptops, centrum: Centrum, wortel: Wortel, tmp_path: Path, hoe: str, eerder: bool
) -> None:
    anneke = laptop("anneke", ronde=False)
    anneke.begin()
    anneke.maak_dossier(adres="Urk")
    wachtend = anneke.stand.wachtend
    context, root = VALS[hoe](wortel, tmp_path)
    with Buis(_doel(centrum), tls=context) as buis:
        daar = _veilig(centrum, buis, root)
        if eerder:
            _koppel_blind(anneke.dienst, daar)
        with pytest.raises(CertificaatOnjuist) as fout:
            anneke.ronde() if eerder else anneke.dienst.koppel(daar)
        buis.sluit()
        assert bytes(buis.opname.naar) == b""
    assert fout.value.zin == CertificaatOnjuist.STANDAARD
    assert "niets verstuurd" in fout.value.zin
    assert anneke.stand.wachtend == wachtend


def _koppel_blind(dienst: Synchronisatie, verbinding: Verbinding) -> None:
    """As a laptop is that was coupled when all was well."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Centrale, "klopt_het", lambda _centrale: None)
        dienst.koppel(verbinding)


def test_a_server_without_tls_gets_no_more_than_the_question(
    centrum: Centrum, wortel: Wortel
) -> None:
    with Buis(_doel(centrum)) as buis:
        with pytest.raises(CertificaatOnjuist):
            _veilig(centrum, buis, str(wortel.pad)).open()
        buis.sluit()
        assert bytes(buis.opname.naar) == b"\0\0\0\x08\x04\xd2\x16\x2f"  # SSLRequest


@pytest.mark.parametrize("sslmode", ["disable", "allow", "prefer", "require", "verify-ca", ""])
@pytest.mark.parametrize(
    "host", ["centrum.gemeente.nl", "10.0.0.1", "localhost,centrum.gemeente.nl", "127.0.0.1.nip.io",
             "", "::ffff:10.0.0.1", "0.0.0.0"]
)  # fmt: skip
def test_an_open_line_to_another_machine_is_not_even_tried(
    monkeypatch: pytest.MonkeyPatch, host: str, sslmode: str
) -> None:
    monkeypatch.setattr(psycopg, "connect", lambda *_a, **_k: pytest.fail("it tried"))
    with pytest.raises(OnveiligeVerbinding) as fout:
        Verbinding(host, "vg_1", "geheim", sslmode=sslmode).open()
    assert "niets verstuurd" in fout.value.zin


@pytest.mark.parametrize(
    "omgeving",
    [
        {"PGSSLMODE": "disable"},
        {"PGSSLROOTCERT": "system"},
        {"PGHOSTADDR": "127.0.0.2"},
        {"PGOPTIONS": "-c role=postgres"},
        {"PGPASSWORD": "ander"},
        {"PGUSER": "postgres"},
        {"PGGSSENCMODE": "require"},
    ],
    ids=str,
)
def test_the_environment_leads_nowhere_else(
    centrum: Centrum, wortel: Wortel, monkeypatch: pytest.MonkeyPatch, omgeving: dict[str, str]
) -> None:
    """What a beheerder once set for psql does not turn a laptop elsewhere."""
    for naam, waarde in omgeving.items():
        monkeypatch.setenv(naam, waarde)
    with Buis(_doel(centrum), tls=wortel.server()) as buis:
        with Centrale(_veilig(centrum, buis, str(wortel.pad))) as centrale:
            centrale.klopt_het()
        assert centrum.mensen["anneke"][0].encode() in buis.opname.naar


def test_a_password_that_libpq_would_read_half_is_not_even_tried(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the rest, libpq would lose that the line has to be safe."""
    monkeypatch.setattr(psycopg, "connect", lambda *_a, **_k: pytest.fail("it tried"))
    with pytest.raises(AanmeldingGeweigerd):
        Verbinding("centrum.gemeente.nl", "vg_1", "ge\0heim").open()


def _alle_teksten(fout: BaseException | None) -> Iterator[str]:
    """Of the error and of all that it came from, shown or not."""
    while fout is not None:
        yield from (str(fout), repr(fout), repr(fout.args))
        fout = fout.__cause__ or fout.__context__


WACHTWOORDEN = (
    "Sinaasappel-37-fiets",
    'a\'b\\c d="e" %s {x} $1',
    "é€𐀀 ё",
    "nul\0byte",
    "half\ud800",
)


@pytest.mark.parametrize("wachtwoord", WACHTWOORDEN, ids=ascii)
def test_the_password_is_in_no_text(
    centrum: Centrum,
    wortel: Wortel,
    caplog: pytest.LogCaptureFixture,
    wachtwoord: str,
) -> None:
    """Not in an error, however it goes wrong; not in a repr; not in a log of either side."""
    caplog.set_level(logging.DEBUG)
    goed = replace(centrum.verbinding("anneke"), wachtwoord=wachtwoord)
    teksten = [repr(goed), str(goed), f"{goed!r}", repr(Centrale(goed))]
    with Buis(_doel(centrum), tls=wortel.server(["centrum.nl"])) as buis:
        vals = replace(goed, poort=buis.poort, sslmode=VEILIG, wortel=str(wortel.pad))
        for hoe, soort in (
            (goed, AanmeldingGeweigerd),
            (replace(goed, login="wie is dit"), AanmeldingGeweigerd),
            (replace(goed, database="bestaat niet"), CentraleFout),
            (replace(goed, poort=1), GeenNetwerk),
            (replace(goed, host="bestaat-niet.invalid", sslmode=VEILIG), GeenNetwerk),
            (vals, CertificaatOnjuist),
            (replace(goed, sslmode="nooit"), CentraleFout),
            (replace(goed, host="10.0.0.1"), OnveiligeVerbinding),
        ):  # fmt: skip
            onbruikbaar = any(teken in wachtwoord for teken in "\0\ud800")
            try:
                with Centrale(hoe) as centrale:
                    centrale.klopt_het()
            except CentraleFout as fout:
                verwacht = AanmeldingGeweigerd if onbruikbaar else soort
                assert isinstance(fout, verwacht | OnveiligeVerbinding), (hoe, fout)  # noqa: PT017
                teksten += [*_alle_teksten(fout), *traceback.format_exception(fout)]
            else:
                pytest.fail(f"it went well: {hoe}")
    teksten += [caplog.text, *(repr(regel.__dict__) for regel in caplog.records)]
    teksten.append((centrum.postgres.map / "log").read_text(encoding="utf-8", errors="replace"))
    for tekst in teksten:
        assert wachtwoord not in tekst
        assert repr(wachtwoord)[1:-1] not in tekst
