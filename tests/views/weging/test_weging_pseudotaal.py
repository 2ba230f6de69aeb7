"""The weighing sheet in a language that nobody speaks, as `tests/views/test_pseudotaal.py` does."""

from __future__ import annotations

from datetime import timedelta

import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from desktop.models.intake import BredeIntake
from desktop.models.onderzoek import Onderzoeksoort
from desktop.models.pipinhoud import Leerroute, Oordeel
from desktop.store import weging as wegingstore
from desktop.store.store import Store
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.pseudotaal import Kijker
from tests.store.planwerk import toets
from tests.views.test_pseudotaal import (  # noqa: F401  fixtures
    Wandeling,
    inhoud,
    pseudotaal,
    ruimte,
    store,
)

TEKST = "Amharu"


def test_the_weighing_from_begin_to_decision(
    qtbot: QtBot,
    ruimte: Werkruimte,  # noqa: F811
    werkplek: Werkplek,
    store: Store,  # noqa: F811
) -> None:
    werkplek.rechten = ()  # the room is that of the administration, which weighs nothing
    with store.lees() as sessie:
        gesloten = sessie.scalars(
            sa.select(BredeIntake).where(BredeIntake.gesloten_op.is_not(None))
        ).first()
        assert gesloten is not None
        dossier = gesloten.dossier_id
    toets(store, dossier)
    ruimte.weging.weeg(dossier)
    scherm = ruimte.weging.scherm
    assert scherm is not None
    # What was answered is content: the words of a grid stand there in small letters.
    scherm.plek.toon_gezondheid(True)
    gezegd = [p.tekst for g in scherm.plek.groepen for p in g.punten if p.code]
    scherm.plek.toon_gezondheid(False)
    w = Wandeling(qtbot, ruimte, Kijker([*inhoud(store), *gezegd, TEKST]))
    scherm.nog.zet_open(True)
    w.kijk("lege weging")
    id_ = wegingstore.begin(store, dossier)
    for route in Leerroute:
        wegingstore.zet_oordeel(store, id_, route, Oordeel.NADER_ONDERZOEKEN)
    dag = store.vandaag() + timedelta(days=9)
    taak = wegingstore.plan_onderzoek(
        store, id_, Leerroute.Z, Onderzoeksoort.SCHOOLADVIES, TEKST, dag
    )
    wegingstore.kies(store, id_, Leerroute.Z)
    wegingstore.zet_reden(store, id_, Leerroute.Z, TEKST)
    scherm.plek.toon_gezondheid(True)
    scherm._besluit()
    w.kijk("weging met taken en tweede lezer")
    ruimte.toon_dossier(dossier)
    w.kijk("plankaart met taak")
    wegingstore.rond_onderzoek_af(store, taak, TEKST)
    for route in Leerroute:
        past = Oordeel.PASSEND if route is Leerroute.B1 else Oordeel.NIET_PASSEND
        wegingstore.zet_oordeel(store, id_, route, past)
        wegingstore.zet_reden(store, id_, route, f"{TEKST} " * 5)
    wegingstore.kies(store, id_, Leerroute.B1)
    wegingstore.zet_motivering(store, id_, f"{TEKST} " * 5)
    wegingstore.besluit(store, id_)
    ruimte.weging.weeg(dossier)
    w.kijk("besloten weging")
    assert not w.gevonden, "\n".join(w.gevonden)
