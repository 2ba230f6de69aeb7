"""Where everything stands on the client's screen: every page, language and size of window.

Only geometry is looked at, so that all of them can be tried.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import QRect

from desktop.models.clientbeeld import (
    TEGELS_PER_PAGINA,
    Beeldsoort,
    LaatsteAntwoord,
    pauzebeeld,
    tekstbeeld,
    wachtbeeld,
)
from desktop.models.prompts import Prompts
from desktop.views.client import knop, kop
from desktop.views.client import venster as venstermodule
from desktop.views.client.maat import doel_pixels, minimum_doel
from desktop.views.client.venster import Clientvenster
from tests.views.client.schermen import (
    MATEN,
    TALEN,
    Scherm,
    breekt,
    gespiegeld,
    vak,
    zichtbare_knoppen,
)

Schermen = dict[str, tuple[Scherm, ...]]
Allemaal = dict[str, Prompts]

KLEINSTE_LETTER = {(1024, 600): 10, (1366, 768): 14, (1920, 1080): 18, (3840, 2160): 40}
"""Pixels; it is the name VluchtelingenWerk with an explanation in brackets, in two lines."""

TWINTIG_PUNTEN = 26


@pytest.fixture(params=MATEN, ids=lambda maat: f"{maat[0]}x{maat[1]}")
def maat(request: pytest.FixtureRequest, venster: Clientvenster) -> tuple[int, int]:
    venster.resize(*request.param)
    return request.param


@pytest.fixture
def langs(
    venster: Clientvenster, prompts: Allemaal, schermen: Schermen
) -> Callable[..., Iterator[Scherm]]:
    """Shows every page of a language, one by one, with an earlier answer in sight."""

    def loop(taal: str) -> Iterator[Scherm]:
        p = prompts[taal]
        eerste = schermen[taal][0].beeld
        assert eerste.titel is not None
        laatste = LaatsteAntwoord("SP01", eerste.titel, eerste.tegels[:3])
        for scherm in schermen[taal]:
            venster.toon(replace(scherm.beeld, laatste=laatste), p)
            yield scherm

    return loop


def test_every_client_question_of_the_list_is_tried(schermen: Schermen) -> None:
    for taal in TALEN:
        codes = {scherm.naam.split()[0] for scherm in schermen[taal]}
        assert len(codes) == 90
        assert len(schermen[taal]) > 100


def test_at_most_six_equal_tiles_stand_inside_the_window(
    maat: tuple[int, int], venster: Clientvenster, langs: Callable[..., Iterator[Scherm]]
) -> None:
    for taal in TALEN:
        for scherm in langs(taal):
            tegels = [tegel for tegel in venster.tegels if tegel.isVisible()]
            assert len(tegels) == len(scherm.beeld.tegels) <= TEGELS_PER_PAGINA, scherm.naam
            assert len({(t.width(), t.height()) for t in tegels}) <= 1, scherm.naam
            for tegel in tegels:
                assert venster.rect().contains(tegel.geometry()), f"{taal} {scherm.naam}"


def test_nothing_that_can_be_touched_lies_over_something_else_or_over_the_prompt(
    maat: tuple[int, int], venster: Clientvenster, langs: Callable[..., Iterator[Scherm]]
) -> None:
    for taal in TALEN:
        for scherm in langs(taal):
            plekken = [vak(venster, k) for k in zichtbare_knoppen(venster)]
            plekken.append(vak(venster, venster._kop))
            for een, ander in combinations(plekken, 2):
                assert not een.intersects(ander), f"{taal} {scherm.naam}: {een} {ander}"
            for plek in plekken:
                assert venster.rect().contains(plek), f"{taal} {scherm.naam}: {plek}"


def test_no_tile_reaches_into_the_bar(
    maat: tuple[int, int], venster: Clientvenster, langs: Callable[..., Iterator[Scherm]]
) -> None:
    for taal in TALEN:
        for scherm in langs(taal):
            boven = venster._balk.top()
            delen = [*venster.tegels, venster.knop_pagina, venster.getalblad, venster._kop]
            for deel in delen:
                if deel.isVisible():
                    assert vak(venster, deel).bottom() < boven, f"{taal} {scherm.naam}"


def test_everything_that_can_be_touched_is_fifteen_millimetres_or_more(
    maat: tuple[int, int], venster: Clientvenster, langs: Callable[..., Iterator[Scherm]]
) -> None:
    doel = minimum_doel(venster.screen())
    assert doel >= 50
    for taal in TALEN:
        for scherm in langs(taal):
            for wat in zichtbare_knoppen(venster):
                kleinst = min(wat.width(), wat.height())
                assert kleinst >= doel, f"{taal} {scherm.naam}: {wat.accessibleName()} {kleinst}"


@pytest.mark.parametrize(
    ("maat_", "dpi"), [((1024, 600), 119), ((1366, 768), 135), ((1920, 1080), 166)]
)
def test_targets_keep_fifteen_millimetres_on_small_dense_screens(
    venster: Clientvenster,
    langs: Callable[..., Iterator[Scherm]],
    monkeypatch: pytest.MonkeyPatch,
    maat_: tuple[int, int],
    dpi: int,
) -> None:
    doel = doel_pixels(dpi, 96)
    monkeypatch.setattr(venstermodule, "minimum_doel", lambda screen: doel)
    venster.resize(*maat_)
    for scherm in langs("ar"):
        for wat in zichtbare_knoppen(venster):
            assert min(wat.width(), wat.height()) >= doel, f"{scherm.naam} {wat.accessibleName()}"
            assert venster.rect().contains(vak(venster, wat)), scherm.naam


def test_an_absurd_report_of_the_screen_is_not_believed() -> None:
    assert doel_pixels(96, 96) == 57
    assert doel_pixels(3000, 96) == 57
    assert doel_pixels(0, 96) == 57
    assert doel_pixels(192, 96) == 113


def test_the_picture_is_at_least_half_of_the_tile_in_height(
    maat: tuple[int, int],
    venster: Clientvenster,
    schermen: Schermen,
    langs: Callable[..., Iterator[Scherm]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    vormen: dict[tuple[int, int], str] = {}
    for scherm in langs("nl"):
        for tegel in venster.tegels[: len(scherm.beeld.tegels)]:
            vormen.setdefault((tegel.width(), tegel.height()), scherm.naam)
    gevraagd: list[int] = []
    echt = venster._kop._register.pixmap

    def pixmap(naam: str, zijde: int, *rest: object) -> object:
        gevraagd.append(zijde)
        return echt(naam, 8)

    monkeypatch.setattr(venster._kop._register, "pixmap", pixmap)
    for (_breed, hoog), naam in vormen.items():
        scherm = next(s for s in langs("nl") if s.naam == naam)
        gevraagd.clear()
        venster.tegels[0].grab()
        assert len(gevraagd) == 1
        assert gevraagd[0] >= hoog * 0.5, scherm.naam


def test_no_word_on_a_tile_is_broken_or_cut_off(
    maat: tuple[int, int], venster: Clientvenster, langs: Callable[..., Iterator[Scherm]]
) -> None:
    gezien: set[tuple[str, int, int]] = set()
    for taal in TALEN:
        for scherm in langs(taal):
            for tegel in zichtbare_knoppen(venster):
                assert tegel._tekst is not None
                sleutel = (tegel._tekst.tekst, tegel.width(), tegel.height())
                if sleutel in gezien:
                    continue
                gezien.add(sleutel)
                plek = tegel.woordvak
                assert not breekt(
                    tegel._tekst.tekst,
                    tegel.lettermaat(),
                    plek.width(),
                    plek.height(),
                    vet=not tegel._rustig,
                ), f"{taal} {scherm.naam}: {tegel._tekst.tekst}"


def test_words_under_pictures_are_as_large_as_the_size_of_the_window_allows(
    maat: tuple[int, int], venster: Clientvenster, langs: Callable[..., Iterator[Scherm]]
) -> None:
    gemeten: list[tuple[int, str, str]] = []
    for taal in TALEN:
        for scherm in langs(taal):
            for tegel, wat in zip(venster.tegels, scherm.beeld.tegels, strict=False):
                gemeten.append((tegel.lettermaat(), taal, wat.tekst.tekst))
    kleinst = min(gemeten)
    assert kleinst[0] >= KLEINSTE_LETTER[maat], kleinst
    groot_genoeg = sum(letter >= TWINTIG_PUNTEN for letter, _, _ in gemeten) / len(gemeten)
    if maat[1] >= 768:
        assert groot_genoeg > 0.93, groot_genoeg


def test_dont_know_wont_say_stop_and_ready_never_move(
    maat: tuple[int, int],
    venster: Clientvenster,
    prompts: Allemaal,
    langs: Callable[..., Iterator[Scherm]],
) -> None:
    def vaste_plekken() -> tuple[tuple[str, QRect], ...]:
        vast = (venster.knop_weet_niet, venster.knop_zeg_niet, venster.knop_stop)
        return tuple(
            (deel.accessibleName(), deel.geometry()) for deel in (*vast, venster.knop_klaar)
        )

    for taal in TALEN:
        plekken = []
        for scherm in langs(taal):
            plekken.append(vaste_plekken())
            assert venster.knop_stop.isVisible(), scherm.naam
            assert venster.knop_weet_niet.isVisible(), scherm.naam
            assert venster.knop_zeg_niet.isVisible(), scherm.naam
        p = prompts[taal]
        for beeld in (wachtbeeld(p), pauzebeeld(p), tekstbeeld(p, "opening.wie")):
            venster.toon(beeld, p)
            assert venster.knop_stop.isVisible()
            plekken.append(vaste_plekken())
        assert all(plek == plekken[0] for plek in plekken), taal


def test_right_to_left_is_the_mirror_image_of_left_to_right(
    maat: tuple[int, int], venster: Clientvenster, langs: Callable[..., Iterator[Scherm]]
) -> None:
    def plekken(taal: str, *, spiegel: bool) -> dict[str, list[tuple[int, ...]]]:
        uit = {}
        for scherm in langs(taal):
            delen = [vak(venster, k) for k in zichtbare_knoppen(venster)]
            uit[scherm.naam] = [(gespiegeld(venster, d) if spiegel else d).getRect() for d in delen]
        return uit

    links = plekken("nl", spiegel=False)
    assert plekken("ti", spiegel=False) == links
    rechts = plekken("ar", spiegel=True)
    assert rechts.keys() == links.keys()
    for naam, delen in links.items():
        for deel, spiegelbeeld in zip(delen, rechts[naam], strict=True):
            # Half a pixel is rounded to the other side.
            verschil = max(abs(a - b) for a, b in zip(deel, spiegelbeeld, strict=True))
            assert verschil <= 1, f"{naam}: {deel} {spiegelbeeld}"


def test_the_first_tile_stands_at_the_side_where_reading_starts(
    venster: Clientvenster, toon: Callable[..., Scherm]
) -> None:
    for taal, rechts in (("nl", False), ("ar", True), ("ti", False), ("en", False)):
        toon("SP01", taal)
        eerste, tweede = venster.tegels[:2]
        assert (eerste.x() > tweede.x()) is rechts, taal
        assert (venster.knop_weet_niet.x() > venster.knop_klaar.x()) is rechts, taal


def test_a_second_page_keeps_the_size_of_the_tiles(
    maat: tuple[int, int], venster: Clientvenster, langs: Callable[..., Iterator[Scherm]]
) -> None:
    per_vraag: dict[str, set[tuple[int, int]]] = {}
    for scherm in langs("nl"):
        if scherm.beeld.paginas > 1:
            sleutel = scherm.naam.rsplit(" ", 1)[0]
            plek = venster.tegels[0].geometry().getRect()
            per_vraag.setdefault(sleutel, set()).add(plek)
            assert venster.knop_pagina.isVisible()
    assert per_vraag
    assert all(len(maten) == 1 for maten in per_vraag.values())


@pytest.mark.parametrize("taal", TALEN)
def test_prompts_fit_in_their_place_and_no_word_of_them_is_broken(
    venster: Clientvenster,
    prompts: Allemaal,
    schermen: Schermen,
    monkeypatch: pytest.MonkeyPatch,
    taal: str,
) -> None:
    geschreven: list[tuple[str, int, float, float, bool]] = []

    def schrijf(painter: object, vak_: object, tekst: str, pixels: int, **rest: object) -> None:
        geschreven.append((tekst, pixels, vak_.width(), vak_.height(), bool(rest.get("vet"))))

    monkeypatch.setattr(kop, "schrijf", schrijf)
    monkeypatch.setattr(knop, "schrijf", schrijf)
    p = prompts[taal]
    langste = sorted(
        schermen[taal], key=lambda s: len(s.beeld.titel.tekst) if s.beeld.titel else 0
    )[-6:]
    zinnen = [tekstbeeld(p, f"opening.{punt}") for punt in ("wie", "opschrijven", "begrepen")]
    for maat_ in MATEN[:3]:
        venster.resize(*maat_)
        for beeld in (*(s.beeld for s in langste), *zinnen, pauzebeeld(p)):
            venster.toon(beeld, p)
            venster.grab()
    assert len(geschreven) > 60
    for tekst, pixels, breed, hoog, vet in geschreven:
        assert not breekt(tekst, pixels, breed, hoog, vet=vet), f"{taal}: {tekst} {pixels}"
        assert pixels >= 9


def test_the_smallest_window_still_keeps_everything_apart(
    venster: Clientvenster, langs: Callable[..., Iterator[Scherm]]
) -> None:
    venster.resize(1, 1)
    assert (venster.width(), venster.height()) == (640, 400)
    for scherm in langs("ar"):
        plekken = [vak(venster, k) for k in zichtbare_knoppen(venster)]
        for een, ander in combinations(plekken, 2):
            assert not een.intersects(ander), scherm.naam


def test_growing_the_window_moves_the_parts_along(
    venster: Clientvenster, toon: Callable[..., Scherm]
) -> None:
    toon("SP01")
    klein = venster.tegels[0].geometry()
    venster.resize(1920, 1080)
    assert venster.tegels[0].width() > klein.width()
    assert venster.rect().contains(venster.knop_klaar.geometry())
    assert venster.beeld.soort is Beeldsoort.VRAAG
