"""The client's own page: one page, the own language, three dates, a person, nothing private."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from desktop.documents import clientblad as module
from desktop.documents.clientblad import BREED, HOOG, maak_clientblad, teken_clientblad
from desktop.documents.clientgegevens import Clientafspraak
from desktop.models.antwoord import Keuze, Wijze
from desktop.models.intake import BredeIntake
from desktop.models.vragen import SCHAAL_WOORDEN, Vragenlijst
from tests.documents.conftest import BSN, Meegegeven, een_antwoord, merk
from tests.pagina.papieren import Papier

Page = Callable[..., Meegegeven]
Change = Callable[[str, Callable[[BredeIntake], object]], None]

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TALEN = ("nl", "en", "ar", "ti")
AFSPRAKEN = (
    ("Gesprek over het plan", date(2027, 1, 5)),
    ("Al geweest", date(2026, 11, 20)),
    ("Leerbaarheidstoets", date(2026, 12, 8)),
    ("Datum volgt nog", None),
    ("Kennismaken op school", date(2026, 12, 15)),
    ("Over een half jaar", date(2027, 6, 1)),
)


def teksten(wat: object) -> Iterator[str]:
    """Every text in the values of a page."""
    if isinstance(wat, str):
        yield wat
    elif isinstance(wat, tuple):
        for deel in wat:
            yield from teksten(deel)
    elif is_dataclass(wat):
        for veld in fields(wat):
            yield from teksten(getattr(wat, veld.name))


@pytest.fixture
def meegegeven(
    volle_intake: Callable[..., str], verander: Change, clientblad: Page, lijst: Vragenlijst
) -> Callable[[str], Meegegeven]:
    """The page in this language, of an intake where everything was asked."""

    def maak(taal: str) -> Meegegeven:
        id_ = volle_intake(taal)

        def spreek_af(intake: BredeIntake) -> None:
            for wat, dag in AFSPRAKEN:
                afspraak = intake.spreek_af()
                for veld, waarde in (("wat", wat), ("wie", "Anneke"), ("datum", dag)):
                    afspraak.zet(veld, waarde)
            nu = intake.alleenmomenten[0].op
            wens = lijst.vragen["RE03"]
            keuze = Keuze(tuple(optie.code for optie in wens.opties[:3]))
            intake.beantwoord(wens, keuze, door=None, wijze=Wijze.GEWEZEN, nu=nu)

        verander(id_, spreek_af)
        return clientblad(id_)

    return maak


@pytest.mark.parametrize("taal", TALEN)
def test_the_page_is_one_a4_in_the_language_of_the_client(
    meegegeven: Callable[[str], Meegegeven], taal: str
) -> None:
    uit = meegegeven(taal)
    blad, papier = uit.blad, uit.papier
    assert papier.maten == [(595, 842)]
    assert len(papier.inhoud) > 10_000
    eigen = (blad.titel, blad.besproken_kop, blad.wensen_kop, blad.afspraken_kop, blad.bellen)
    for tekst in eigen:
        assert tekst.vertaald
        assert (tekst.tekst != tekst.nederlands) is (taal != "nl")
    assert blad.rechts_naar_links is (taal == "ar")
    if taal != "ar":  # a reader gets Arabic back in the shapes and the order of the drawing
        for tekst in eigen:
            assert tekst.tekst in papier.tekst
            assert tekst.nederlands in papier.tekst


@pytest.mark.parametrize("taal", TALEN)
def test_the_words_of_the_program_fit_on_the_page(
    meegegeven: Callable[[str], Meegegeven], monkeypatch: pytest.MonkeyPatch, taal: str
) -> None:
    echt = module._Zetter._schrijf
    te_hoog: list[str] = []
    buiten: list[str] = []
    blad = QRectF(0, 0, BREED, HOOG)

    def schrijf(zelf: object, vak: QRectF, tekst: str, *rest: object, **meer: object) -> float:
        hoog = echt(zelf, vak, tekst, *rest, **meer)
        if hoog > vak.height() + 2:  # a digit has room for a tail below it
            te_hoog.append(tekst)
        if not blad.contains(vak):
            buiten.append(tekst)
        return hoog

    monkeypatch.setattr(module._Zetter, "_schrijf", schrijf)
    meegegeven(taal)
    assert te_hoog == []
    assert buiten == []


def test_right_to_left_is_laid_out_from_the_right(
    meegegeven: Callable[[str], Meegegeven], monkeypatch: pytest.MonkeyPatch
) -> None:
    def plekken(taal: str) -> list[tuple[str, int, int]]:
        blad = meegegeven(taal).blad
        uit: list[tuple[str, int, int]] = []
        beeld = QImage(595, 842, QImage.Format.Format_RGB32)
        painter = QPainter(beeld)
        teken_clientblad(
            painter, blad, lambda _p, vak, naam: uit.append((naam, round(vak.x()), round(vak.y())))
        )
        painter.end()
        return uit

    links, rechts = plekken("nl"), plekken("ar")
    assert [naam for naam, _, _ in links] == [naam for naam, _, _ in rechts]
    assert links[0][1] < 595 / 2 < rechts[0][1]
    assert [y for _, _, y in links] == [y for _, _, y in rechts]


def test_three_dates_that_are_still_to_come_stand_in_order(
    meegegeven: Callable[[str], Meegegeven],
) -> None:
    uit = meegegeven("nl")
    wat = ["Leerbaarheidstoets", "Kennismaken op school", "Gesprek over het plan"]
    assert [afspraak.wat for afspraak in uit.blad.afspraken] == wat
    tekst = uit.papier.tekst
    assert tekst.index(wat[0]) < tekst.index(wat[1]) < tekst.index(wat[2])
    assert "Al geweest" not in tekst
    assert "dinsdag" in tekst
    assert "december 2026" in tekst


@pytest.mark.parametrize(
    ("taal", "dag", "maand"),
    [("en", "Tuesday", "December"), ("ar", "الثلاثاء", "ديسمبر"), ("ti", "ሰሉስ", "ታሕሳስ")],
)
def test_a_date_is_written_in_the_language_of_the_client(
    meegegeven: Callable[[str], Meegegeven], taal: str, dag: str, maand: str
) -> None:
    blad = meegegeven(taal).blad
    eerste = blad.afspraken[0].datum
    assert eerste is not None
    geschreven = module._datum(eerste, blad.locale)
    assert geschreven[0] == dag
    assert maand in geschreven[1]


def test_there_is_a_person_to_call(meegegeven: Callable[[str], Meegegeven]) -> None:
    uit = meegegeven("ar")
    assert uit.blad.klantmanager == "Anneke de Boer"
    assert uit.blad.telefoon == "0527 63 39 11"
    assert "Anneke de Boer" in uit.papier.tekst
    assert "0527 63 39 11" in uit.papier.tekst


@pytest.mark.parametrize("taal", TALEN)
def test_nothing_about_health_scores_notes_or_the_bsn_goes_along(
    meegegeven: Callable[[str], Meegegeven], lijst: Vragenlijst, taal: str
) -> None:
    uit = meegegeven(taal)
    alles = "\n".join(teksten(uit.blad)) + uit.papier.tekst + "".join(uit.papier.gegevens.values())
    for vraag in lijst.vragen.values():
        for soort in ("notitie", "reden", "tekst", "cel", "deel"):
            assert merk(soort, vraag.code) not in alles
        if vraag.gezondheid or vraag.afgeschermd or vraag.oordeel:
            assert vraag.tekst not in alles, vraag.code
            gekozen = een_antwoord(vraag).opties
            woorden = [o.tekst for o in vraag.opties if o.code in gekozen and len(o.tekst) > 8]
            assert not [woord for woord in woorden if woord in alles], vraag.code
    for code in ("SP", "FG"):
        assert merk("geheim", code) not in alles
    assert not [woord for woord in SCHAAL_WOORDEN.values() if woord in alles]
    assert BSN not in "".join(alles.split())
    assert "Gebremedhin" not in alles, "lost on the street it says nothing of a person"
    assert "Kookt graag" not in alles


def test_only_what_was_talked_about_is_shown(
    maak_intake: Callable[..., str], clientblad: Page, lijst: Vragenlijst, verander: Change
) -> None:
    id_ = maak_intake("nl")

    def antwoord(intake: BredeIntake) -> None:
        vraag = lijst.vragen["FI02"]
        intake.beantwoord(vraag, Keuze(("ja",)), door=None, wijze=Wijze.TOLK, nu=NU)

    verander(id_, antwoord)
    blad = clientblad(id_).blad
    assert [beeld.tekst.tekst for beeld in blad.besproken] == ["Geld"]
    assert blad.wensen == ()
    assert blad.afspraken == ()


def test_a_page_without_anything_is_still_a_page(
    maak_intake: Callable[..., str], clientblad: Page
) -> None:
    for taal in TALEN:
        assert clientblad(maak_intake(taal, geopend=False)).papier.maten == [(595, 842)]


LANG = "Een heel lange afspraak over de toets op het gemeentehuis met iedereen erbij " * 2


@pytest.mark.parametrize("taal", ["nl", "ar"])
@pytest.mark.parametrize(
    "tekst",
    [LANG, "x" * 400, "<b>vet</b> & <i>scheef</i>", "مرحبا ሰላም Yıldız", "\n\n\t", ""],
    ids=["long", "one word", "markup", "other scripts", "space", "nothing"],
)
def test_no_typed_text_breaks_the_page(
    meegegeven: Callable[[str], Meegegeven], werkplek: object, taal: str, tekst: str
) -> None:
    blad = meegegeven(taal).blad
    afspraken = (Clientafspraak(date(2026, 12, 8), tekst, tekst), Clientafspraak(None, tekst, ""))
    blad = replace(blad, afspraken=afspraken, klantmanager=tekst, telefoon=tekst, email=tekst)
    papier = Papier(maak_clientblad(blad, werkplek.pictogrammen.teken))
    assert papier.maten == [(595, 842)]
    if tekst.startswith("<b>"):
        assert tekst in papier.tekst


def test_a_long_agreement_is_written_smaller_and_not_cut_off(
    meegegeven: Callable[[str], Meegegeven],
) -> None:
    blad = meegegeven("nl").blad
    hoogtes: list[tuple[float, float]] = []
    echt = module._Zetter._schrijf

    class Zetter(module._Zetter):
        def _schrijf(self, vak: QRectF, tekst: str, *rest: object, **meer: object) -> float:
            hoog = echt(self, vak, tekst, *rest, **meer)
            if tekst == LANG.strip():
                hoogtes.append((hoog, vak.height()))
            return hoog

    beeld = QImage(595, 842, QImage.Format.Format_RGB32)
    painter = QPainter(beeld)
    regel = (Clientafspraak(date(2026, 12, 8), LANG.strip(), ""),)
    Zetter(painter, replace(blad, afspraken=regel), lambda *_: None).zet()
    painter.end()
    ((hoog, vak),) = hoogtes
    assert hoog <= vak


@pytest.mark.parametrize("taal", ["nl", "ar", "ti", "kmr", "uk"])
def test_a_full_page_ends_above_its_foot(
    meegegeven: Callable[[str], Meegegeven], taal: str
) -> None:
    """All domains, both wishes and three dates: what stands at the foot overlaps nothing."""
    blad = meegegeven(taal).blad
    wanneer = (date(2026, 12, 8), date(2026, 12, 15), date(2026, 12, 29))
    over = blad.bellen
    afspraken = tuple(Clientafspraak(d, "Toets", "Anneke", "", "28 ...", over) for d in wanneer)
    vol = replace(
        blad,
        besproken=(blad.besproken * 10)[:10],
        wensen=(blad.wensen * 2)[:2],
        afspraken=afspraken,
        telefoon="0527 00 00 00",
        email="iemand@voorbeeld.example",
    )
    assert len(vol.besproken) == 10
    beeld = QImage(int(BREED), int(HOOG), QImage.Format.Format_RGB32)
    painter = QPainter(beeld)
    zetter = module._Zetter(painter, vol, lambda *_: None)
    zetter.zet()
    painter.end()
    laatste_regel = zetter._y + 11 * 1.55 + 12
    assert laatste_regel <= module.VOET
