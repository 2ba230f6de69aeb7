"""The child: opens the store in a folder, works in it, and says before and after what it does.

python -m tests.duurzaam.kind OPDRACHT MAP [ARGUMENT...]
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tests.duurzaam.proces import SLEUTEL

if TYPE_CHECKING:
    from desktop.store.store import Store
    from desktop.views.werkruimte import Werkruimte


def zeg(soort: str, **rest: Any) -> None:
    """One line to the parent, in one write: it is said as a whole or not at all."""
    regel = json.dumps({"soort": soort, **rest}) + "\n"
    os.write(sys.stdout.fileno(), regel.encode())


def wacht_op_het_einde() -> None:
    """Nothing left to do; the parent kills us."""
    zeg("eind")
    time.sleep(60)


def open_store(map_: Path) -> Store:
    """The store in the folder, without windows."""
    from desktop.app import lees_lijst
    from desktop.store.store import Store

    return Store(map_, SLEUTEL, lees_lijst())


def start(map_: Path) -> tuple[Any, Werkruimte]:
    """The program as after the lock screen, on two screens. Keep the first."""
    from PySide6.QtTest import QTest

    from desktop.app import Toepassing, maak_qt

    app = maak_qt(sys.argv[:1])
    toepassing = Toepassing(map_)
    toepassing.venster.setGeometry(app.screens()[0].geometry())
    toepassing.toon()
    toepassing.venster.sleutel_gegeven.emit(SLEUTEL)
    assert toepassing.werkruimte is not None
    toepassing.venster.activateWindow()
    assert QTest.qWaitForWindowActive(toepassing.venster)
    return (app, toepassing), toepassing.werkruimte


def werk(map_: Path, begin: str) -> None:
    """Client and klantmanager at work, from the place that stands open."""
    from tests.duurzaam.draaiboek import Draaiboek

    _houd, ruimte = start(map_)
    Draaiboek(ruimte, zeg).speel(begin)


def typ(map_: Path, tekst: str) -> None:
    """A long note, one letter a gesture."""
    from tests.duurzaam.draaiboek import Draaiboek

    _houd, ruimte = start(map_)
    Draaiboek(ruimte, zeg).typ_notitie(tekst)


def rij(map_: Path) -> None:
    """A row in a grid."""
    from tests.duurzaam.draaiboek import Draaiboek

    _houd, ruimte = start(map_)
    Draaiboek(ruimte, zeg).vul_rij()


def sla_over(map_: Path) -> None:
    """The reason for leaving a domain out."""
    from tests.duurzaam.draaiboek import Draaiboek

    _houd, ruimte = start(map_)
    Draaiboek(ruimte, zeg).sla_over()


def formulier(map_: Path) -> None:
    """A new dossier, half filled in."""
    from tests.duurzaam.draaiboek import vul_formulier

    _houd, ruimte = start(map_)
    vul_formulier(ruimte, zeg)


def eerste_keer(map_: Path, opdracht: str) -> None:
    """The very first start, after the passphrase was chosen."""
    from desktop.app import Toepassing, maak_qt

    app = maak_qt(sys.argv[:1])
    toepassing = Toepassing(map_)
    _verstar_bij(opdracht)
    toepassing.venster.eerste_keer.emit(SLEUTEL, "Anneke de Boer", "0363")
    app.processEvents()


def herbouw(map_: Path, opdracht: str) -> None:
    """Rebuilds all tables."""
    store = open_store(map_)
    _verstar_bij(opdracht)
    store.herbouw()


def terugzetten(map_: Path, opdracht: str) -> None:
    """Puts back the one copy in the folder; stands still at a statement, or before a file step."""
    import shutil
    from datetime import UTC, datetime

    from desktop.app import lees_lijst
    from desktop.store import terugzetten as werk
    from desktop.store import wissel

    def sta_stil(naam: str) -> None:
        if naam == opdracht:
            zeg("begin", wat=naam, staat={})
            wacht_op_het_einde()

    stap = 0
    verplaats, kopieer, schrijf = wissel.verplaats, shutil.copyfile, wissel.schrijf_heel

    def tel(van: Path, naar: Path) -> None:
        nonlocal stap
        stap += 1
        sta_stil(f"move {stap}")
        verplaats(van, naar)
        sta_stil(f"moved {stap}")

    def kopieer_half(van: Path, naar: Path) -> None:
        naar.write_bytes(van.read_bytes()[:9000])
        sta_stil("half a copy")
        kopieer(van, naar)

    def besluit(pad: Path, inhoud: bytes) -> None:
        sta_stil("ready")
        schrijf(pad, inhoud)
        sta_stil("decided")

    wissel.verplaats, shutil.copyfile, wissel.schrijf_heel = tel, kopieer_half, besluit  # type: ignore[assignment]
    (kopie,) = (map_ / "reservekopieen").glob("*.db")
    _verstar_bij(opdracht)
    werk.zet_terug(map_, kopie, SLEUTEL, lees_lijst(), datetime.now(UTC))


def ronde(map_: Path, wanneer: str, wat: str, keer: str) -> None:
    """One round with the centre; stands still at a moment that `kindronde` describes."""
    from tests.sync.duurzaam.kindronde import Wachter, maak_ronde, open_ronde_store

    def sta_stil() -> None:
        zeg("begin", wat=f"{wanneer} {wat} {keer}", staat={})
        wacht_op_het_einde()

    store = open_ronde_store(map_)
    zeg("start", staat={})
    Wachter(wanneer, wat, int(keer), sta_stil).let_op()
    maak_ronde(store)


def _verstar_bij(woord: str) -> None:
    """Stands still, and is killed, just before the database gets this statement or commit."""
    import sqlalchemy as sa

    def kijk(opdracht: str) -> None:
        if woord in opdracht:
            zeg("begin", wat=opdracht, staat={})
            wacht_op_het_einde()

    zeg("start", staat={})
    sa.event.listen(sa.Engine, "before_cursor_execute", lambda *alles: kijk(alles[2]))
    sa.event.listen(sa.Engine, "commit", lambda _verbinding: kijk("COMMIT"))


def toetsdag(map_: Path, sessie_id: str, tot: str = "1000") -> None:
    """A sitting of the leerbaarheidstoets; stands still after this many touches."""
    from tests.duurzaam.toetsdraaiboek import Toetsdraaiboek

    _houd, ruimte = start(map_)
    Toetsdraaiboek(ruimte, sessie_id, zeg).speel(int(tot))


def plan(map_: Path, dossier_id: str, tot: str = "1000") -> None:
    """A plan is being written; stands still after this many gestures."""
    from tests.duurzaam.plandraaiboek import Plandraaiboek

    _houd, ruimte = start(map_)
    Plandraaiboek(ruimte, dossier_id, zeg).speel(int(tot))


def weging(map_: Path, dossier_id: str, tot: str = "1000") -> None:
    """The routes are being weighed; stands still after this many gestures."""
    from tests.duurzaam.wegingdraaiboek import Wegingdraaiboek

    _houd, ruimte = start(map_)
    Wegingdraaiboek(ruimte, dossier_id, zeg).speel(int(tot))


OPDRACHTEN: dict[str, Callable[..., None]] = {
    "werk": werk,
    "typ": typ,
    "rij": rij,
    "sla_over": sla_over,
    "formulier": formulier,
    "eerste_keer": eerste_keer,
    "herbouw": herbouw,
    "terugzetten": terugzetten,
    "ronde": ronde,
    "toetsdag": toetsdag,
    "plan": plan,
    "weging": weging,
}


def main() -> None:
    """Runs one task; an error is said too, so that the parent can tell it from a kill."""
    opdracht, map_, *rest = sys.argv[1:]
    try:
        OPDRACHTEN[opdracht](Path(map_), *rest)
    except Exception as fout:
        zeg("fout", fout=f"{type(fout).__name__}: {fout}")
        raise
    wacht_op_het_einde()


if __name__ == "__main__":
    main()
