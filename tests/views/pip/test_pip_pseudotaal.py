"""The plan in a language that nobody speaks, as `tests/views/test_pseudotaal.py` does for the rest.

Headings, their help and the sentences of the plan are content: the plan is Dutch.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from desktop import bronnen
from desktop.models.intake import BredeIntake
from desktop.models.pipinhoud import Regel, Wijzigreden
from desktop.store import pip as pipstore
from desktop.store import pipvaststellen
from desktop.store.store import Store
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.pseudotaal import Kijker
from tests.store.planwerk import compleet, mandaat, toets
from tests.views.pip.bouw import weeg
from tests.views.test_pseudotaal import (  # noqa: F401  fixtures
    Wandeling,
    _teksten,
    inhoud,
    pseudotaal,
    ruimte,
    store,
)

DOEL = Regel("", "doel", "Amharu", wie="Amharu", hoe="Amharu", gezondheid=True)


def _kijker(store: Store, voorstellen: Iterable[Regel] = ()) -> Kijker:  # noqa: F811
    def alles() -> Iterator[str]:
        for voorstel in voorstellen:
            yield from (voorstel.tekst, voorstel.hoe, voorstel.wie, voorstel.afkomst.tekst)
        yield from inhoud(store)
        for naam in ("onderdelen", "standaard", "voorstellen"):
            yield from _teksten(bronnen.toml("pip", f"{naam}.toml"))

    return Kijker(alles())


def test_the_plan_from_draft_to_set(
    qtbot: QtBot,
    ruimte: Werkruimte,  # noqa: F811
    werkplek: Werkplek,
    store: Store,  # noqa: F811
) -> None:
    werkplek.rechten = ()  # the room is that of the administration, which has no plans
    with store.lees() as sessie:
        gesloten = sessie.scalars(
            sa.select(BredeIntake).where(BredeIntake.gesloten_op.is_not(None))
        ).first()
        assert gesloten is not None
        dossier = gesloten.dossier_id
    toets(store, dossier)
    w = Wandeling(qtbot, ruimte, _kijker(store))
    ruimte.toon_dossier(dossier)
    w.kijk("plankaart zonder weging")
    weeg(store, dossier)
    pip_id = pipstore.begin(store, dossier)
    pipstore.voeg_regel_toe(store, pip_id, DOEL)
    w.kijker = _kijker(store)
    ruimte.plannen.plan(dossier)
    scherm = ruimte.plannen.scherm
    assert scherm is not None
    scherm.plan.bouw_alles()
    w.kijker = _kijker(store, (v for rij in scherm.plek.voorstellen.values() for v in rij))
    scherm.nog.vouw.setChecked(True)
    w.kijk("concept")
    for rij in scherm.plan.onderdeel("doel").rijen.values():
        rij.open()
    scherm.plan.onderdeel("sterk_punt").knop_voorstel.setChecked(True)
    scherm.plan.onderdeel("afspraak").voeg_toe()
    scherm.plek.zet_deel2(None, ontzorgen=True)
    scherm.plan.bouw_alles()
    w.kijk("concept open")
    scherm.plek.geen_deel2()
    w.kijk("iets terug te nemen")
    for rij in scherm.plan.open_rijen:
        rij.sluit()
    mandaat(store)
    pipvaststellen.stel_vast(store, compleet(store, dossier), store.vandaag())
    w.kijker = _kijker(store)
    w.kijk("vastgesteld")
    ruimte.toon_dossier(dossier)
    w.kijk("plankaart vast")
    pipstore.nieuwe_versie(store, dossier, Wijzigreden.AFSCHALEN, "Amharu Amharu")
    ruimte.plannen.plan(dossier)
    scherm = ruimte.plannen.scherm
    assert scherm is not None
    scherm.plan.bouw_alles()
    w.kijk("afschalen")
    assert not w.gevonden, "\n".join(w.gevonden)
