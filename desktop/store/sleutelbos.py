"""The key store of the operating system, through keyring. Only stores that really keep secrets.

keyring is imported inside the functions: it takes a tenth of a second to look
for its back-ends, and the lock screen does not wait for that. A system may ask
its user to unlock the store, so call from a background thread.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from desktop.store.fouten import SleutelbosNietBeschikbaar

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

log = logging.getLogger(__name__)

DIENST = "viergesprek"
_GEWEIGERDE_MODULES = ("keyring.backends.fail", "keyring.backends.null", "keyrings.alt")


def beschikbaar() -> bool:
    """Whether the system offers a key store that we trust."""
    try:
        _bos()
    except SleutelbosNietBeschikbaar:
        return False
    return True


def bewaar(naam: str, waarde: str) -> None:
    """Puts a secret in the key store, and reads it back. Raises SleutelbosNietBeschikbaar."""
    bos = _bos()
    with _eigen_fouten("set"):
        bos.set_password(DIENST, naam, waarde)
        terug = bos.get_password(DIENST, naam)
    if terug != waarde:
        raise SleutelbosNietBeschikbaar


def haal(naam: str) -> str | None:
    """The secret; None when it is not there. Raises SleutelbosNietBeschikbaar."""
    bos = _bos()
    with _eigen_fouten("get"):
        return bos.get_password(DIENST, naam)


def verwijder(naam: str) -> None:
    """Takes the secret out, if it is there. Raises SleutelbosNietBeschikbaar."""
    from keyring.errors import PasswordDeleteError

    bos = _bos()
    with _eigen_fouten("delete"), suppress(PasswordDeleteError):  # was not there
        bos.delete_password(DIENST, naam)


@contextmanager
def _eigen_fouten(wat: str) -> Iterator[None]:
    """Each back-end lets errors of its own library through: of D-Bus, of Windows, of macOS.

    They share no class but this one. The log gets their kind; their text may hold a name.
    """
    try:
        yield
    except Exception as fout:
        log.warning("key store: %s failed, %s", wat, type(fout).__name__)
        raise SleutelbosNietBeschikbaar from None


def _bos() -> KeyringBackend:
    """The first trusted back-end. A chain may end in a plain-text file, so it is taken apart."""
    import keyring
    from keyring.backends.chainer import ChainerBackend

    try:
        gekozen = keyring.get_keyring()
        kandidaten = list(gekozen.backends) if isinstance(gekozen, ChainerBackend) else [gekozen]
        for bos in kandidaten:
            if _vertrouwd(bos):
                return bos
    except Exception:  # a broken configuration, or a desktop bus that does not answer
        raise SleutelbosNietBeschikbaar from None
    raise SleutelbosNietBeschikbaar


def _vertrouwd(bos: KeyringBackend) -> bool:
    """False for the null, fail and plain-text back-ends, and what keyring itself advises against.

    The classes it derives from count too: a subclass of the plain-text back-end is one.
    """
    for klasse in type(bos).__mro__:
        if klasse.__module__.startswith(_GEWEIGERDE_MODULES):
            return False
        if "plaintext" in klasse.__name__.lower():
            return False
    return bos.priority >= 1
