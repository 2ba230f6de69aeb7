"""Certificates for a test: a root of the municipality, and what a server can show of it."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

DAG = timedelta(days=1)
HIER = ("localhost", "127.0.0.1")


def _naam(tekst: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, tekst)])


def _alternatief(naam: str) -> x509.GeneralName:
    try:
        return x509.IPAddress(ipaddress.ip_address(naam))
    except ValueError:
        return x509.DNSName(naam)


@dataclass(frozen=True)
class Wortel:
    """A root, and the file in which laptops have it."""

    sleutel: ec.EllipticCurvePrivateKey
    certificaat: x509.Certificate
    pad: Path

    @classmethod
    def nieuw(cls, map_: Path, naam: str = "gemeente") -> Wortel:
        sleutel = ec.generate_private_key(ec.SECP256R1())
        nu = datetime.now(UTC)
        certificaat = (
            x509.CertificateBuilder()
            .subject_name(_naam(naam))
            .issuer_name(_naam(naam))
            .public_key(sleutel.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(nu - 400 * DAG)
            .not_valid_after(nu + 400 * DAG)
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .sign(sleutel, hashes.SHA256())
        )
        pad = map_ / f"{naam}.pem"
        pad.write_bytes(certificaat.public_bytes(serialization.Encoding.PEM))
        return cls(sleutel, certificaat, pad)

    def server(
        self,
        namen: Sequence[str] = HIER,
        *,
        van: timedelta = -DAG,
        tot: timedelta = 30 * DAG,
    ) -> ssl.SSLContext:
        """What a server shows that has a certificate of this root, for these names and days."""
        sleutel = ec.generate_private_key(ec.SECP256R1())
        nu = datetime.now(UTC)
        certificaat = (
            x509.CertificateBuilder()
            .subject_name(_naam(namen[0]))
            .issuer_name(self.certificaat.subject)
            .public_key(sleutel.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(nu + van)
            .not_valid_after(nu + tot)
            .add_extension(
                x509.SubjectAlternativeName([_alternatief(n) for n in namen]), critical=False
            )
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .sign(self.sleutel, hashes.SHA256())
        )
        pad = self.pad.with_suffix(".server.pem")
        pad.write_bytes(
            sleutel.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.PKCS8,
                serialization.NoEncryption(),
            )
            + certificaat.public_bytes(serialization.Encoding.PEM)
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(pad)
        return context
