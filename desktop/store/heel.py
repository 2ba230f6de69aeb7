"""Small files that are always whole: after a kill the old one is there, or the new one."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from desktop.store.fouten import (
    BestandBezet,
    MapAlleenLezen,
    OnbekendeFout,
    SchijfVol,
    ViergesprekFout,
)

_POGINGEN = 5
_PAUZE_S = 0.05
_VOL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_BEZET_OP_WINDOWS = (32, 33)  # ERROR_SHARING_VIOLATION, ERROR_LOCK_VIOLATION


def schrijf_heel(pad: Path, inhoud: bytes) -> None:
    """Replaces the file in one step, readable by its owner only, and on disk at return.

    Raises SchijfVol, MapAlleenLezen, BestandBezet or OnbekendeFout; the old file is then whole.
    """
    try:
        nummer, naam = tempfile.mkstemp(dir=pad.parent, prefix=f".{pad.name}.", suffix=".tmp")
        tijdelijk = Path(naam)
        try:
            with os.fdopen(nummer, "wb") as bestand:  # mkstemp made it 0600
                bestand.write(inhoud)
                bestand.flush()
                os.fsync(bestand.fileno())
            _vervang(tijdelijk, pad)
        except BaseException:
            with suppress(OSError):
                tijdelijk.unlink(missing_ok=True)
            raise
        bewaar_map(pad.parent)
    except OSError as fout:
        raise als_zin(fout) from None


def als_zin(fout: OSError) -> ViergesprekFout:
    """The sentence for an error of the file system."""
    if getattr(fout, "winerror", None) in _BEZET_OP_WINDOWS or fout.errno == errno.EBUSY:
        return BestandBezet()
    if fout.errno in _VOL:
        return SchijfVol()
    if fout.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return MapAlleenLezen()
    return OnbekendeFout()


def _vervang(van: Path, naar: Path) -> None:
    """On Windows a virus scanner may hold a file for a moment: a few more tries."""
    for _ in range(_POGINGEN - 1):
        try:
            van.replace(naar)
            return
        except PermissionError:
            time.sleep(_PAUZE_S)
    van.replace(naar)


def bewaar_map(map_: Path) -> None:
    """The name is on disk too. Windows has no such call, and some network disks refuse it."""
    if os.name == "nt":
        return
    with suppress(OSError):
        nummer = os.open(map_, os.O_RDONLY)
        try:
            os.fsync(nummer)
        finally:
            os.close(nummer)
