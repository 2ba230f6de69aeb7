"""Who reads what, what was read, and the voices of the computer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Rol
from desktop.models.opnamewerk import Inspreekopdracht, Zin
from desktop.models.spraak import Spraakbron, Stem, Uiting
from desktop.speech.systeem import Systeemstemmen
from desktop.store.opnamebeheer import opgenomen, stemproeven
from desktop.store.store import Store
from desktop.store.vertalingen import bevestig
from desktop.views.beheer.scherm import Beheerscherm
from desktop.views.opnamen.inspreken import Inspreekscherm
from desktop.views.opnamen.scherm import Opnamescherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.opnamen import Opnamenpagina, geluid_uit, zichtbaar
from tests.pagina.synchronisatie import koppel
from tests.pagina.toegankelijk import gesproken_toelichting, niet_te_bereiken, zonder_naam
from tests.speech.nep import hoogte
from tests.views.opnamen.conftest import RAHEL

Zinnen = Callable[..., list[Zin]]
Neem = Callable[..., None]


# ---- who reads what


def test_without_a_name_and_consent_nothing_begins(overzicht: Opnamenpagina) -> None:
    keuze = overzicht.scherm.keuze
    overzicht.begin()
    assert keuze.spreker.fout.text() == "Schrijf op wie de zinnen voorleest."
    assert keuze.spreker.invoer.hasFocus()
    overzicht.typ_spreker("Rahel Tesfay").begin()
    assert "Vraag eerst of de spreker het goed vindt" in zichtbaar(keuze.fout)
    assert keuze.toestemming.hasFocus()
    assert gesproken_toelichting(keuze.toestemming) == keuze.fout.text()
    assert overzicht.opdrachten == []
    overzicht.vink_toestemming()
    assert zichtbaar(keuze.sinds) == "toestemming van 23-11-2026"
    overzicht.kies(keuze.dialect, "Eritrees")
    overzicht.kies(keuze.deel, "Wonen")
    overzicht.begin()
    assert overzicht.opdrachten == [
        Inspreekopdracht("ti", "Eritrees", "Rahel Tesfay", date(2026, 11, 23), "Wonen")
    ]


def test_what_was_chosen_is_there_the_next_day_with_the_day_of_consent(
    overzicht: Opnamenpagina, plek: Werkplek, qtbot: QtBot, klok: Any
) -> None:
    keuze = overzicht.scherm.keuze
    overzicht.kies(keuze.dialect, "Tigray")
    overzicht.kies(keuze.deel, "Regie")
    overzicht.typ_spreker("Rahel").vink_toestemming().begin()
    klok.nu = klok.nu.replace(day=25)
    weer = Opnamenpagina(qtbot, Opnamescherm(plek))
    qtbot.addWidget(weer.scherm)
    weer.scherm.show()
    weer.begin()
    assert weer.opdrachten == overzicht.opdrachten
    weer.typ_spreker("Yonas")
    assert not weer.scherm.keuze.toestemming.isChecked(), "consent is of one person"
    weer.vink_toestemming().begin()
    assert weer.opdrachten[-1].toestemming_op == date(2026, 11, 25)


def test_a_speaker_who_is_known_is_offered_by_name(
    overzicht: Opnamenpagina, zinnen_van: Zinnen, neem_op: Neem
) -> None:
    neem_op(zinnen_van("ar")[0], wie=replace(RAHEL, taal="ar"))
    neem_op(zinnen_van()[0], wie=replace(RAHEL, spreker="Yonas"))
    assert overzicht.scherm.keuze.namen.stringList() == ["Rahel Tesfay", "Yonas"]


def test_what_another_version_kept_is_no_failure(plek: Werkplek, qtbot: QtBot) -> None:
    plek.store.onthoud("inspreken", '{"taal": "ti", "stemhoogte": 3}')
    scherm = Opnamescherm(plek)
    qtbot.addWidget(scherm)
    scherm.show()
    assert scherm.keuze.spreker.tekst == ""


def test_the_count_is_of_the_language_the_dialect_and_the_domain(
    overzicht: Opnamenpagina, zinnen_van: Zinnen, neem_op: Neem
) -> None:
    wonen, alles = len(zinnen_van()), len(zinnen_van(deel=""))
    neem_op(*zinnen_van()[:3])
    neem_op(replace(zinnen_van()[4], tekst="oud"))
    keuze = overzicht.scherm.keuze
    assert overzicht.stand == f"3 van {alles} zinnen opgenomen"
    overzicht.kies(keuze.deel, "Wonen")
    assert overzicht.stand == f"3 van {wonen} zinnen opgenomen"
    assert zichtbaar(keuze.verouderd) == "1 opname is verouderd: de tekst is veranderd."
    overzicht.kies(keuze.dialect, "Eritrees")
    assert overzicht.stand == f"0 van {wonen} zinnen opgenomen"
    assert not keuze.verouderd.isVisible()
    overzicht.kies_taal("ar")
    assert overzicht.stand.startswith("0 van")


def test_a_text_that_changes_makes_its_recording_outdated_at_once(
    overzicht: Opnamenpagina, zinnen_van: Zinnen, neem_op: Neem, store: Store
) -> None:
    zin = zinnen_van()[0]
    neem_op(zin)
    assert overzicht.rijen() == [(zin.tekst, "Rahel Tesfay", "Goed")]
    with store.work() as work:
        for context in zin.contexten:
            bevestig(
                work,
                "ti",
                context,
                zin.nederlands,
                ("ሓድሽ ቃል",),
                "Selam",
                RAHEL.toestemming_op,
                False,
            )
    assert overzicht.rijen() == [(zin.tekst, "Rahel Tesfay", "Verouderd")]
    assert "1 opname is verouderd" in zichtbaar(overzicht.scherm.keuze.verouderd)


def test_what_is_not_translated_is_told(
    overzicht: Opnamenpagina, plek: Werkplek, monkeypatch: pytest.MonkeyPatch
) -> None:
    keuze = overzicht.scherm.keuze
    assert not keuze.onvertaald.isVisible()
    leeg = replace(plek.prompts("ti")._catalogus, vertalingen={})
    monkeypatch.setattr(plek.prompts("ti"), "_catalogus", leeg)
    overzicht.scherm._lees()
    assert "nog niet vertaald" in zichtbaar(keuze.onvertaald)
    assert overzicht.stand == "0 van 0 zinnen opgenomen"
    assert not keuze.start.isEnabled()


# ---- what was read


def test_an_empty_list_says_so(overzicht: Opnamenpagina) -> None:
    kaart = overzicht.scherm.opnamen
    assert "nog geen opnamen" in zichtbaar(kaart.leeg)
    assert not kaart.knoppen.isVisible()


def test_listening_plays_the_chosen_one_also_when_it_is_outdated(
    overzicht: Opnamenpagina, zinnen_van: Zinnen, neem_op: Neem, plek: Werkplek, qtbot: QtBot
) -> None:
    een, twee = zinnen_van()[:2]
    neem_op(een, hertz=400)
    neem_op(replace(twee, tekst="ዝኣረገ"), hertz=900)
    overzicht.kies_opname("ዝኣረገ")
    overzicht.druk(overzicht.scherm.opnamen.luister)
    qtbot.waitUntil(lambda: not plek.spreker.bezig, timeout=10_000)
    (klank,) = geluid_uit(plek).gehoord
    assert hoogte(klank) == pytest.approx(900, rel=0.03)


def test_a_sound_that_nobody_hears_is_said_where_it_was_asked_for(
    overzicht: Opnamenpagina, zinnen_van: Zinnen, neem_op: Neem, plek: Werkplek
) -> None:
    neem_op(zinnen_van()[0])
    opnamen, stemmen = overzicht.scherm.opnamen, overzicht.scherm.stemmen
    overzicht.druk(opnamen.luister)
    geluid_uit(plek).melding.emit("Geen luidspreker.")
    assert (zichtbaar(opnamen.melding), zichtbaar(stemmen.melding)) == ("Geen luidspreker.", "")
    overzicht.druk(stemmen.rijen[0].knop)
    geluid_uit(plek).melding.emit("Ook geen koptelefoon.")
    assert zichtbaar(stemmen.melding) == "Ook geen koptelefoon."


def test_one_recording_goes_after_a_second_step(
    overzicht: Opnamenpagina, zinnen_van: Zinnen, neem_op: Neem
) -> None:
    een, twee = zinnen_van()[:2]
    neem_op(een, twee)
    kaart = overzicht.scherm.opnamen
    overzicht.kies_opname(een.tekst)
    overzicht.druk(kaart.weg)
    assert een.tekst in zichtbaar(kaart.zeker.gevolg)
    assert kaart.zeker.nee.hasFocus(), "Enter does nothing that cannot be undone"
    overzicht.druk(kaart.zeker.nee)
    assert len(overzicht.rijen()) == 2
    overzicht.druk(kaart.weg)
    overzicht.druk(kaart.zeker.ja)
    assert [r[0] for r in overzicht.rijen()] == [twee.tekst]
    assert zichtbaar(kaart.melding) == "De opname is gewist."


def test_choosing_another_line_takes_the_question_away(
    overzicht: Opnamenpagina, zinnen_van: Zinnen, neem_op: Neem
) -> None:
    een, twee = zinnen_van()[:2]
    neem_op(een, twee)
    kaart = overzicht.scherm.opnamen
    overzicht.kies_opname(een.tekst)
    overzicht.druk(kaart.weg)
    overzicht.kies_opname(twee.tekst)
    assert not kaart.zeker.isVisible()
    assert kaart._daad is None


def test_withdrawing_takes_all_of_a_speaker_in_every_language(
    overzicht: Opnamenpagina, zinnen_van: Zinnen, neem_op: Neem, store: Store
) -> None:
    een, twee = zinnen_van()[:2]
    neem_op(een)
    neem_op(zinnen_van("ar")[0], wie=replace(RAHEL, taal="ar"))
    neem_op(twee, wie=replace(RAHEL, spreker="Yonas Haile"))
    kaart = overzicht.scherm.opnamen
    overzicht.kies_opname(een.tekst)
    overzicht.druk(kaart.intrekken)
    aantal = len(een.contexten) + len(zinnen_van("ar")[0].contexten)
    assert zichtbaar(kaart.zeker.gevolg).startswith(f"Alle {aantal} opnamen van Rahel Tesfay")
    overzicht.druk(kaart.zeker.ja)
    assert [r[1] for r in overzicht.rijen()] == ["Yonas Haile"]
    assert "ingetrokken" in zichtbaar(kaart.melding)
    with store.lees() as sessie:
        assert opgenomen(sessie, "ar") == []


def test_after_withdrawing_consent_is_asked_anew(
    overzicht: Opnamenpagina, zinnen_van: Zinnen, neem_op: Neem, plek: Werkplek, qtbot: QtBot
) -> None:
    neem_op(zinnen_van()[0])
    overzicht.typ_spreker("Rahel Tesfay").vink_toestemming().begin()
    weer = Opnamenpagina(qtbot, Opnamescherm(plek))
    qtbot.addWidget(weer.scherm)
    weer.scherm.show()
    keuze = weer.scherm.keuze
    assert keuze.toestemming.isChecked(), "remembered"
    weer.druk(weer.scherm.opnamen.intrekken)
    weer.druk(weer.scherm.opnamen.zeker.ja)
    qtbot.waitUntil(lambda: not keuze.toestemming.isChecked(), timeout=10_000)
    weer.begin()
    assert weer.opdrachten == []
    weer.vink_toestemming().begin()
    assert len(weer.opdrachten) == 1


# ---- the voices of the computer


def van_taal(plek: Werkplek, tag: str, context: str = "") -> Spraakbron:
    uiting = Uiting("vraag", context, "x", "x", tag)
    return plek.spreker.bron(uiting, vanzelf=True)


def test_a_voice_that_nobody_tried_does_not_read_by_itself_until_it_is_ticked(
    overzicht: Opnamenpagina, plek: Werkplek, store: Store
) -> None:
    kaart = overzicht.scherm.stemmen
    (rij,) = kaart.rijen
    assert rij.stem == Stem("espeak:ti", False)
    assert not rij.goed.isChecked()
    assert "Nog niet met een spreker geprobeerd" in rij.stand.text()
    assert van_taal(plek, "ti") is Spraakbron.NIEMAND
    kaart.wie.setText("  Rahel  Tesfay ")
    overzicht.druk(rij.goed)
    (rij,) = kaart.rijen
    assert rij.stand.text() == "Met een spreker geprobeerd op 23-11-2026: Rahel Tesfay."
    assert van_taal(plek, "ti") is Spraakbron.SYNTHETISCH
    assert rij.goed.hasFocus(), "the keyboard stays where it was"
    overzicht.druk(rij.goed)
    (rij,) = kaart.rijen
    assert "niet goed genoeg" in rij.stand.text()
    assert van_taal(plek, "ti") is Spraakbron.NIEMAND
    with store.lees() as sessie:
        assert not stemproeven(sessie, "ti")["espeak:ti"].goed


@pytest.mark.parametrize(
    ("tag", "zin"),
    [
        ("tr", "Goed genoeg om vanzelf voor te lezen, ook zonder proef."),
        ("prs", "Leent de stem van een andere taal. Leest niet vanzelf voor."),
        ("ar", "Nog niet met een spreker geprobeerd. Leest niet vanzelf voor."),
    ],
)
def test_each_language_begins_as_talen_toml_says(
    overzicht: Opnamenpagina, tag: str, zin: str
) -> None:
    (rij,) = overzicht.kies_taal(tag).scherm.stemmen.rijen
    assert (rij.stand.text(), rij.goed.isChecked()) == (zin, False)


def test_a_language_without_a_voice_says_so(overzicht: Opnamenpagina) -> None:
    kaart = overzicht.kies_taal("so").scherm.stemmen
    assert kaart.rijen == []
    assert "geen stem voor deze taal" in zichtbaar(kaart.geen)
    assert not kaart.wie.isVisible()


def test_trying_says_another_sentence_each_time_and_shows_it(
    overzicht: Opnamenpagina, plek: Werkplek, qtbot: QtBot, zinnen_van: Zinnen, neem_op: Neem
) -> None:
    neem_op(*zinnen_van("ti", "")[:40])  # a recording is not the voice that is tried
    kaart, gehoord = overzicht.scherm.stemmen, geluid_uit(plek).gehoord
    gezegd = []
    for n in (1, 2):
        overzicht.druk(kaart.rijen[0].knop)
        qtbot.waitUntil(lambda n=n: len(gehoord) == n, timeout=20_000)
        gezegd.append(zichtbaar(kaart.gezegd))
        assert zichtbaar(kaart.nederlands)
    assert len(set(gezegd)) == 2
    assert all(k.niveau > 0.01 and k.duur_ms > 500 for k in gehoord)
    assert abs(gehoord[0].duur_ms - gehoord[1].duur_ms) > 50
    overzicht.kies_taal("tr")
    assert not kaart.gezegd.isVisible(), "that was another language"


def test_the_voice_that_is_tried_speaks_also_where_another_goes_before_it(
    qtbot: QtBot, plek: Werkplek, monkeypatch: pytest.MonkeyPatch
) -> None:
    gevraagd: list[str] = []
    monkeypatch.setattr(Systeemstemmen, "stem", lambda *_: Stem("systeem:ti", True))
    monkeypatch.setattr(Systeemstemmen, "zeg", lambda _, taal, _zin: gevraagd.append(taal.tag))
    scherm = Opnamescherm(plek)
    qtbot.addWidget(scherm)
    scherm.show()
    overzicht = Opnamenpagina(qtbot, scherm).kies_taal("ti")
    systeem, espeak = scherm.stemmen.rijen
    overzicht.druk(espeak.knop)
    gehoord = geluid_uit(plek).gehoord
    qtbot.waitUntil(lambda: len(gehoord) == 1, timeout=20_000)
    assert gevraagd == []
    overzicht.druk(systeem.knop)
    qtbot.waitUntil(lambda: gevraagd == ["ti"], timeout=20_000)


# ---- the way in


def test_from_beheer_and_back(qtbot: QtBot, plek: Werkplek) -> None:
    koppel(plek, Rol.BEHEERDER)
    ruimte = Werkruimte(plek)
    qtbot.addWidget(ruimte)
    ruimte.resize(1366, 768)
    ruimte.show()
    ruimte.lijst.knop_beheer.click()
    beheer = ruimte._stapel.currentWidget()
    assert isinstance(beheer, Beheerscherm)
    beheer.naar_stemmen.click()
    scherm = ruimte._stapel.currentWidget()
    assert isinstance(scherm, Opnamescherm)
    pagina = Opnamenpagina(qtbot, scherm).kies_taal("ti").typ_spreker("Rahel").vink_toestemming()
    pagina.begin()
    inspreken = ruimte._stapel.currentWidget()
    assert isinstance(inspreken, Inspreekscherm)
    assert inspreken.opdracht.spreker == "Rahel"
    inspreken.knop_terug.click()
    weer = ruimte._stapel.currentWidget()
    assert isinstance(weer, Opnamescherm)
    assert weer.keuze.tag == "ti"
    weer.knop_terug.click()
    assert isinstance(ruimte._stapel.currentWidget(), Beheerscherm)
    ruimte.sluit()


def test_a_laptop_by_itself_finds_it_in_the_settings(qtbot: QtBot, plek: Werkplek) -> None:
    ruimte = Werkruimte(plek)
    qtbot.addWidget(ruimte)
    ruimte.show()
    ruimte.toon_instellingen()
    instellingen = ruimte.instellingen
    assert instellingen is not None
    instellingen.stemwijzer.knop.click()
    scherm = ruimte._stapel.currentWidget()
    assert isinstance(scherm, Opnamescherm)
    scherm.knop_terug.click()
    assert ruimte._stapel.currentWidget() is instellingen
    ruimte.sluit()


@pytest.mark.parametrize(
    ("rol", "ziet"),
    [(Rol.KLANTMANAGER, True), (Rol.BEHEERDER, False), (Rol.COA, False), (None, True)],
)
def test_the_settings_lead_there_for_who_may_and_has_no_beheer(
    qtbot: QtBot, plek: Werkplek, rol: Rol | None, ziet: bool
) -> None:
    if rol is not None:
        koppel(plek, rol)
    ruimte = Werkruimte(plek)
    qtbot.addWidget(ruimte)
    ruimte.show()
    ruimte.toon_instellingen()
    assert ruimte.instellingen is not None
    assert ruimte.instellingen.stemwijzer.isVisible() is ziet
    ruimte.sluit()


def test_everything_has_a_name_and_can_be_reached(
    overzicht: Opnamenpagina, zinnen_van: Zinnen, neem_op: Neem
) -> None:
    neem_op(*zinnen_van()[:2])
    scherm = overzicht.scherm
    assert zonder_naam(scherm) == []
    assert niet_te_bereiken(overzicht.qtbot, scherm, scherm.knop_terug) == []
    overzicht.druk(scherm.opnamen.intrekken)
    assert zonder_naam(scherm) == []
