"""A process that speaks through real sound devices and tells line by line what happens."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QCoreApplication, QTimer

from desktop.catalogi import talen
from desktop.models.spraak import Uiting
from desktop.speech.opnemen import Opnemer
from desktop.speech.spreker import Spreker
from tests.speech.nep import Nepgeheugen


def zeg(**wat: object) -> None:
    sys.stdout.write(json.dumps(wat) + "\n")
    sys.stdout.flush()


def main(gekozen: str, stop_na_ms: int, *teksten: str) -> None:
    app = QCoreApplication(sys.argv[:1])
    geheugen = Nepgeheugen()
    geheugen.onthoud("geluid_uit", gekozen or None)
    spreker = Spreker(talen(), None, geheugen)
    zeg(apparaten=sorted(a.code for a in spreker.uitgang.keuzes()))
    if teksten:
        spreker.melding.connect(lambda zin: zeg(zin=zin))
        spreker.spreekt.connect(lambda sleutel: zeg(spreekt=sleutel))
        spreker.spreekt.connect(lambda sleutel: sleutel or QTimer.singleShot(300, app.quit))
        spreker.lees([Uiting(t, "", t, t, "nl") for t in teksten])
        if stop_na_ms:
            QTimer.singleShot(stop_na_ms, spreker.stop)
    else:
        opnemer = Opnemer(spreker.apparaten)
        opnemer.klaar.connect(lambda k: zeg(duur=k.duur_ms, ritme=k.ritme, niveau=k.niveau))
        opnemer.melding.connect(lambda zin: zeg(zin=zin))
        opnemer.begin()
        QTimer.singleShot(stop_na_ms, opnemer.stop)
        QTimer.singleShot(stop_na_ms + 100, app.quit)
    QTimer.singleShot(30_000, app.quit)
    app.exec()
    spreker.sluit()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), *sys.argv[3:])
