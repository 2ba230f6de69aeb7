"""A small loopback proxy between laptop and centre: slow, far away, or cut off at a byte."""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

NAAR, TERUG = "naar", "terug"
"""Direction: to the centre, and back to the laptop."""
_BROK = 65_536


@dataclass
class Opname:
    """What went through: all bytes of each direction, of the last connection."""

    naar: bytearray = field(default_factory=bytearray)
    terug: bytearray = field(default_factory=bytearray)

    def stroom(self, richting: str) -> bytearray:
        return self.naar if richting == NAAR else self.terug


class Buis:
    """Listens on a free port of 127.0.0.1 and passes on to `doel` (host, port).

    `knip`: (direction, n) closes both sides after exactly n bytes of one direction,
    for the next connection only. `vertraging_s` is added each way, `bits_per_s`
    is the width of the link in each direction. With `tls` (a server context) the
    proxy answers PostgreSQL's SSLRequest itself and speaks plain to the centre.
    """

    def __init__(
        self,
        doel: tuple[str, int],
        *,
        vertraging_s: float = 0.0,
        bits_per_s: float | None = None,
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._doel = doel
        self._vertraging_s, self._bits_per_s, self._tls = vertraging_s, bits_per_s, tls
        self.knip: tuple[str, int] | None = None
        self.na_knip: Callable[[], None] = lambda: None
        self.geknipt = 0
        self.opname = Opname()
        self.dicht = False
        self._server = socket.create_server(("127.0.0.1", 0))
        self.poort: int = self._server.getsockname()[1]
        self._draden: list[threading.Thread] = []
        self._start(self._luister)

    def sluit(self) -> None:
        """Stops listening; no thread stays behind."""
        self.dicht = True
        with suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for draad in self._draden:
            draad.join(5)

    def __enter__(self) -> Buis:
        return self

    def __exit__(self, *_rest: object) -> None:
        self.sluit()

    def _start(self, functie: Callable[..., None], *waarden: object) -> None:
        draad = threading.Thread(target=functie, args=waarden, daemon=True)
        self._draden.append(draad)
        draad.start()

    def _luister(self) -> None:
        while not self.dicht:
            try:
                laptop, _adres = self._server.accept()
            except OSError:
                return
            self._start(self._verbind, laptop)

    def _verbind(self, laptop: socket.socket) -> None:
        if self._tls is not None:
            vraag = laptop.recv(8)  # SSLRequest
            if len(vraag) < 8:
                laptop.close()
                return
            laptop.sendall(b"S")
            try:
                laptop = self._tls.wrap_socket(laptop, server_side=True)
            except (ssl.SSLError, OSError):
                laptop.close()
                return
        try:
            centrum = socket.create_connection(self._doel)
        except OSError:
            laptop.close()
            return
        for eind in (laptop, centrum):
            eind.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.opname = Opname()
        knip, self.knip = self.knip, None
        self._start(self._pomp, laptop, centrum, NAAR, knip)
        self._start(self._pomp, centrum, laptop, TERUG, knip)

    def _pomp(
        self, van: socket.socket, naar: socket.socket, richting: str, knip: tuple[str, int] | None
    ) -> None:
        rij: list[tuple[float, bytes]] = []
        klaar = threading.Event()
        er_is = threading.Condition()
        if self._vertraging_s or self._bits_per_s:
            self._start(self._lever, naar, rij, klaar, er_is)
        opname = self.opname.stroom(richting)
        over = knip[1] if knip is not None and knip[0] == richting else None
        with suppress(OSError, ValueError):
            if over == 0:
                self._sluit_beide(van, naar)
            while brok := van.recv(_BROK):
                einde = False
                if over is not None:
                    einde = len(brok) >= over
                    brok = brok[:over]
                    over -= len(brok)
                opname += brok
                if self._vertraging_s or self._bits_per_s:
                    with er_is:
                        rij.append((time.monotonic() + self._vertraging_s, brok))
                        er_is.notify()
                else:
                    naar.sendall(brok)
                if einde:
                    self._sluit_beide(van, naar)
                    return
        klaar.set()
        with er_is:
            er_is.notify()
        if not (self._vertraging_s or self._bits_per_s):
            with suppress(OSError):
                naar.shutdown(socket.SHUT_WR)

    def _lever(
        self,
        naar: socket.socket,
        rij: list[tuple[float, bytes]],
        klaar: threading.Event,
        er_is: threading.Condition,
    ) -> None:
        with suppress(OSError):
            while True:
                with er_is:
                    while not rij and not klaar.is_set():
                        er_is.wait(1)
                    if not rij:
                        break
                    op, brok = rij.pop(0)
                if self._bits_per_s:
                    time.sleep(len(brok) * 8 / self._bits_per_s)
                time.sleep(max(0.0, op - time.monotonic()))
                naar.sendall(brok)
            naar.shutdown(socket.SHUT_WR)

    def _sluit_beide(self, *einden: socket.socket) -> None:
        self.geknipt += 1
        self.na_knip()
        for eind in einden:
            with suppress(OSError):
                eind.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\1\0\0\0\0\0\0\0")
                eind.shutdown(socket.SHUT_RDWR)
            eind.close()


def grenzen(bytes_: bytes, *, begin: bool) -> list[int]:
    """Byte offsets that stand for every class of cut in a stream of PostgreSQL messages.

    For each kind of message once: before it, inside its kind and length, inside its
    body, and just before its end. `begin`: the first message has no kind byte.
    """
    uit: set[int] = {0}
    gezien: set[int] = set()
    plek = 0
    while plek < len(bytes_):
        kop = 0 if begin and plek == 0 else 1
        if plek + kop + 4 > len(bytes_):
            break
        soort = bytes_[plek] if kop else -1
        lengte = int.from_bytes(bytes_[plek + kop : plek + kop + 4], "big")
        einde = plek + kop + max(lengte, 4)
        if soort not in gezien:
            gezien.add(soort)
            uit |= {plek, plek + 1, plek + 3, plek + kop + 4, (plek + einde) // 2, einde - 1, einde}
        plek = einde
    return sorted(n for n in uit if n <= len(bytes_))
