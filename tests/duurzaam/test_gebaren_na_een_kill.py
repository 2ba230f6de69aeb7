"""SIGKILL in the middle of a talk: every gesture that was done is there at the next start."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit

from desktop.models.intake import Fase
from desktop.views.intake.editors import Schaaleditor, Waardeeditor
from desktop.views.intake.plek import Blad
from desktop.views.intake.rooster import Roostereditor
from desktop.views.intake.scherm import Intakescherm
from desktop.views.werkruimte import Werkruimte
from tests.duurzaam.proces import Regel, draai
from tests.duurzaam.schijf import eis_gaaf, eis_niets_kwijt, geopend, items

PLAATSEN = {
    # where it begins: how many gestures there are to choose from
    "dossier": 14,
    "SP01": 40,
    "SP08": 25,
    "SP12": 12,
    "WO02": 20,
    "OP01": 25,
    "MG09": 25,
    "RE12": 20,
    "WK01": 25,
    "afsluiten": 10,
}


def op_gebaar(zaad: str, hoogstens: int) -> Callable[[Regel], bool]:
    """A moment chosen by a seed: just before a gesture or just after it, or a little later."""
    kans = random.Random(zaad)
    n, soort = kans.randint(2, hoogstens), kans.choice(("begin", "klaar"))
    later = kans.choice((0.0, kans.uniform(0, 0.01), kans.uniform(0, 0.1)))

    def dood(regel: Regel) -> bool:
        if (regel["soort"], regel.get("n")) != (soort, n):
            return False
        time.sleep(later)
        return True

    return dood


@pytest.mark.parametrize("plaats", PLAATSEN)
def test_a_killed_talk_opens_at_the_same_question_and_lost_no_gesture(
    plaats: str,
    klaargezet: Callable[[str], tuple[Path, str]],
    start_opnieuw: Callable[[Path], Werkruimte],
) -> None:
    map_, dossier_id = klaargezet(plaats)
    dood = op_gebaar(f"{plaats} 1", PLAATSEN[plaats])
    verloop = draai(map_, "werk", dossier_id, dood=dood)
    with geopend(map_) as store:
        nu = items(store)
    eis_niets_kwijt(verloop, nu)

    ruimte = start_opnieuw(map_)
    if not verloop.gedaan.get("open"):
        assert verloop.bezig is not None  # planning the talk was in progress
    else:
        assert ruimte.intake is not None
        _eis_zichtbaar(ruimte, ruimte.intake, nu)
        ruimte.intake.leg_vast()  # what the rest of two seconds would do
        straks = items(ruimte.werkplek.store)
        assert _teksten_op_schijf(straks) == _teksten_op_schijf(nu)
    eis_gaaf(ruimte.werkplek.store)


def _teksten_op_schijf(nu: dict[str, Any]) -> dict[str, str]:
    """All texts; a row has none of the spaces that a draft may end in."""
    teksten = {naam: w.strip() for naam, w in nu.items() if naam.startswith("tekst:")}
    return {naam: tekst for naam, tekst in teksten.items() if tekst}


def _eis_zichtbaar(ruimte: Werkruimte, scherm: Intakescherm, nu: dict[str, Any]) -> None:
    """Both windows show the place and the texts that are on disk."""
    gesprek, plek = scherm.gesprek, scherm.gesprek.plek
    assert (plek.blad, plek.vraag, plek.pauze) == (nu["blad"], nu["vraag"], nu["pauze"])
    assert scherm.stappen[plek.blad].isChecked()
    assert ruimte.ramen.client is not None
    assert ruimte.ramen.client.beeld == gesprek.beeld()
    zichtbaar = _teksten(scherm)
    assert zichtbaar == {naam: nu.get(naam, "") for naam in zichtbaar}
    if plek.blad is Blad.GESPREK:
        cellen = {naam for naam in nu if naam.startswith(f"tekst:cel:{plek.vraag}:")}
        assert cellen <= zichtbaar.keys()
        assert scherm.gespreksblad.paneel.kop.tekst.text() == gesprek.vraag.tekst


def _teksten(scherm: Intakescherm) -> dict[str, Any]:
    """What stands in the fields of the open sheet."""
    plek = scherm.gesprek.plek
    if plek.blad is Blad.AFSLUITEN:
        velden = scherm.afsluiting.teksten
        uit = {f"tekst:afsluiting:{n}": v.bewaarder.tekst for n, v in velden.items()}
        if scherm.gesprek.stand.fase is Fase.GESPREK:
            uit["tekst:sluitreden"] = scherm.afsluiting.reden.bewaarder.tekst
        if scherm.afsluiting.afspraken.rijen:
            uit["tekst:afspraak"] = scherm.afsluiting.afspraken.rijen[0][0].bewaarder.tekst
        return uit
    if plek.blad is not Blad.GESPREK:
        return {}
    blad = scherm.gespreksblad
    (kaart,) = blad.notities.vraag.kaarten
    uit = {f"tekst:notitie:{plek.vraag}": kaart.veld.toPlainText()}
    for editor in blad.paneel.editors:
        if isinstance(editor, Schaaleditor):
            uit[f"tekst:reden:{plek.vraag}"] = editor.reden.toPlainText()
        elif isinstance(editor, Waardeeditor) and editor._bewaarder.vuil:
            uit[f"tekst:waarde:{plek.vraag}"] = editor._bewaarder.tekst
        elif isinstance(editor, Roostereditor):
            for sleutel, cel in editor.cellen.items():
                if isinstance(cel, QLineEdit) and cel.text():
                    uit[f"tekst:cel:{plek.vraag}:{sleutel}"] = cel.text()
    return uit
