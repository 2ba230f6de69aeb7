"""The sRGB colour space as an ICC profile of version 2, made from its own numbers.

PDF/A-1 takes no later version, and Qt and Pillow only write version 4. The numbers: IEC 61966-2-1,
the primaries adapted to D50 as in ICC.1:2001-04, annex E.
"""

from __future__ import annotations

import struct
from functools import cache

_D65 = (0.95047, 1.0, 1.08883)
_D50 = (0.9642, 1.0, 0.82491)
_ROOD = (0.43607, 0.22249, 0.01392)
_GROEN = (0.38515, 0.71687, 0.09708)
_BLAUW = (0.14307, 0.06061, 0.71410)
_STAPPEN = 1024
"""Entries of the curve from sample to light."""
_KOP = 128


@cache
def srgb() -> bytes:
    """The profile; the same bytes each time."""
    curve = _curve()
    delen = {
        b"desc": _beschrijving("sRGB IEC61966-2.1"),
        b"cprt": b"text" + bytes(4) + b"Public domain\0",
        b"wtpt": _xyz(_D65),
        b"rXYZ": _xyz(_ROOD),
        b"gXYZ": _xyz(_GROEN),
        b"bXYZ": _xyz(_BLAUW),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
    }
    plek = _KOP + 4 + 12 * len(delen)
    tabel, inhoud, waar = struct.pack(">I", len(delen)), b"", dict[bytes, int]()
    for naam, deel in delen.items():
        if deel not in waar:  # the three curves are one
            waar[deel] = plek + len(inhoud)
            inhoud += deel + bytes(-len(deel) % 4)
        tabel += struct.pack(">4sII", naam, waar[deel], len(deel))
    lengte = plek + len(inhoud)
    return _kop(lengte) + tabel + inhoud


def _kop(lengte: int) -> bytes:
    kop = struct.pack(">I4sI4s4s4s", lengte, bytes(4), 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    kop += struct.pack(">6H", 2000, 1, 1, 0, 0, 0) + b"acsp" + bytes(4 + 4 + 4 + 4 + 8 + 4)
    kop += b"".join(_vast(w) for w in _D50)
    return kop + bytes(_KOP - len(kop))


def _vast(waarde: float) -> bytes:
    """A number as s15Fixed16."""
    return struct.pack(">i", round(waarde * 65536))


def _xyz(waarden: tuple[float, float, float]) -> bytes:
    return b"XYZ " + bytes(4) + b"".join(_vast(w) for w in waarden)


def _curve() -> bytes:
    punten = [round(65535 * _licht(n / (_STAPPEN - 1))) for n in range(_STAPPEN)]
    return b"curv" + bytes(4) + struct.pack(f">I{_STAPPEN}H", _STAPPEN, *punten)


def _licht(waarde: float) -> float:
    if waarde <= 0.04045:
        return waarde / 12.92
    return float(((waarde + 0.055) / 1.055) ** 2.4)


def _beschrijving(naam: str) -> bytes:
    """A `desc` tag: ASCII, and empty Unicode and Macintosh texts after it."""
    ascii_ = naam.encode("ascii") + b"\0"
    return b"desc" + bytes(4) + struct.pack(">I", len(ascii_)) + ascii_ + bytes(4 + 4 + 2 + 1 + 67)
