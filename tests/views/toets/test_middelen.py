"""What the beheerder keeps for sittings: each refusal beside its field, each warning in its own."""

from __future__ import annotations

from datetime import date

import pytest
import sqlalchemy as sa
from pytestqt.qtbot import QtBot

from desktop.models.dossier import Rol
from desktop.models.rechten import RECHTEN
from desktop.models.toetsmiddelen import Openingstijd, Toetsapparaat, Toetsbegeleider
from desktop.store import toetsmiddelen
from desktop.store.fouten import SchijfVol
from desktop.store.store import Store
from desktop.store.toetsmiddelen import voeg_middel_toe
from desktop.sync.stand import Rechten
from desktop.views.toets.toetsscherm import Tabblad, Toetsscherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from tests.pagina.toegankelijk import zonder_naam
from tests.pagina.toetskamer import Toetspagina, druk, leesbaar
from tests.views.toets.stad import MORGEN, Stad


def test_a_place_with_a_room_and_hours_is_made_by_keyboard(
    pagina: Toetspagina, store: Store
) -> None:
    middelen = pagina.middelen
    scherm = middelen.scherm
    middelen.nieuw(scherm.locaties, naam="Buurthuis", adres="Sportlaan 3", stadhuis="Nee")
    assert middelen.regels(scherm.locaties) == [
        "Gemeentehuis · Harmen Visserplein 1 · gemeentehuis",
        "Buurthuis · Sportlaan 3",
    ]
    assert not scherm.locaties.formulier.isVisible()
    middelen.nieuw(scherm.ruimten, locatie_id="Buurthuis", naam="Keuken", plekken="4")
    assert "Keuken · Buurthuis · 4 plekken" in middelen.regels(scherm.ruimten)
    middelen.nieuw(
        scherm.openingen, locatie_id="Buurthuis", weekdag="Dinsdag", van="9.00", tot="12:30"
    )
    assert middelen.regels(scherm.openingen) == ["Dinsdag · 09:00 – 12:30 · Buurthuis"]
    with store.lees() as sessie:
        (open_,) = sessie.scalars(sa.select(Openingstijd)).all()
    assert (open_.weekdag, open_.van) == (2, "09:00")


@pytest.mark.parametrize(
    ("plekken", "zin"),
    [
        ("0", "Een ruimte heeft minstens 1 plek."),
        ("-2", "Een ruimte heeft minstens 1 plek."),
        ("veel", "Schrijf een getal, zoals 6."),
    ],
)
def test_a_room_without_seats_is_refused_beside_the_field(
    pagina: Toetspagina, plekken: str, zin: str
) -> None:
    middelen = pagina.middelen
    kaart = middelen.scherm.ruimten
    middelen.open(kaart, "Zaal 1")
    middelen.vul(kaart, plekken=plekken)
    assert middelen.fouten(kaart) == {"plekken": zin}
    assert kaart.velden["plekken"].invoer.hasFocus()
    assert middelen.regels(kaart) == ["Zaal 1 · Gemeentehuis · 2 plekken"]


def test_hours_that_end_before_they_begin_and_a_day_not_chosen(pagina: Toetspagina) -> None:
    middelen = pagina.middelen
    kaart = middelen.scherm.openingen
    middelen.nieuw(kaart, locatie_id="Gemeentehuis", van="12:00", tot="09:00")
    assert middelen.fouten(kaart) == {"weekdag": "Kies een dag van de week."}
    middelen.vul(kaart, weekdag="Maandag")
    assert list(middelen.fouten(kaart)) == ["tot"]
    middelen.vul(kaart, tot="25:00")
    assert middelen.fouten(kaart) == {"tot": "Schrijf de tijd als uren en minuten, zoals 09:30."}
    middelen.vul(kaart, tot="17:00")
    assert middelen.regels(kaart) == ["Maandag · 12:00 – 17:00 · Gemeentehuis"]


def test_a_closure_is_everywhere_or_in_one_building(pagina: Toetspagina) -> None:
    middelen = pagina.middelen
    kaart = middelen.scherm.sluitingen
    middelen.nieuw(kaart, locatie_id="Overal", van="24-12-2026", tot="20-12-2026", reden="Kerst")
    assert list(middelen.fouten(kaart)) == ["tot"]
    middelen.vul(kaart, tot="03-01-2027")
    assert middelen.regels(kaart) == ["24-12-2026 tot en met 03-01-2027 · overal · Kerst"]


def test_a_device_that_is_broken_says_so(pagina: Toetspagina, store: Store) -> None:
    middelen = pagina.middelen
    kaart = middelen.scherm.apparaten
    middelen.nieuw(kaart, soort="Tablet", naam="T1")
    assert middelen.regels(kaart) == ["Tablet · T1"]
    middelen.open(kaart, "Tablet")
    middelen.vul(kaart, kapot="Kapot")
    assert middelen.regels(kaart) == ["Tablet · T1\nKapot: doet niet mee in de planning."]
    with store.lees() as sessie:
        (apparaat,) = sessie.scalars(sa.select(Toetsapparaat)).all()
    assert apparaat.kapot


@pytest.mark.parametrize(
    ("tot", "zinnen"),
    [
        (date(2026, 11, 30), ["Let op: voor Els geldt het certificaat nog maar tot en met "]),
        (date(2026, 11, 20), ["Voor Els geldt het certificaat tot en met 20-11-2026"]),
        (date(2026, 12, 1), []),
        (None, []),
    ],
)
def test_a_certificate_that_ends_next_week_is_said_in_the_line(
    pagina: Toetspagina, store: Store, tot: date | None, zinnen: list[str]
) -> None:
    voeg_middel_toe(
        store,
        Toetsbegeleider,
        naam="Els",
        certificaat_op=date(2025, 1, 1),
        certificaat_tot=tot,
        duo_toestemming_op=date(2025, 1, 1),
    )
    middelen = pagina.middelen
    (els,) = (r for r in middelen.regels(middelen.scherm.begeleiders) if r.startswith("Els"))
    gevonden = els.split("\n")[1:]
    assert len(gevonden) == len(zinnen)
    assert all(g.startswith(z) for g, z in zip(gevonden, zinnen, strict=True))


def test_a_toetsbegeleider_is_made_with_dates_that_are_checked(
    pagina: Toetspagina, store: Store
) -> None:
    middelen = pagina.middelen
    kaart = middelen.scherm.begeleiders
    middelen.nieuw(
        kaart,
        naam="Els Vermeer",
        organisatie="NoordCollege",
        medewerker_id="Anneke",
        certificaat_op="01-01-2026",
        certificaat_tot="31-12-2025",
        duo_toestemming_op="32-01-2026",
    )
    assert list(middelen.fouten(kaart)) == ["duo_toestemming_op"]
    middelen.vul(kaart, duo_toestemming_op="02-02-2026")
    assert middelen.fouten(kaart) == {
        "certificaat_tot": "De laatste dag ligt voor de eerste. Kijk de dagen na."
    }
    middelen.vul(kaart, certificaat_tot="31-12-2027")
    with store.lees() as sessie:
        els = sessie.scalars(
            sa.select(Toetsbegeleider).where(Toetsbegeleider.naam == "Els Vermeer")
        ).one()
    assert els.certificaat_tot == date(2027, 12, 31)
    assert els.medewerker_id == store.gebruiker_id


def test_what_a_sitting_needs_is_not_taken_away(
    pagina: Toetspagina, stad: Stad, werkplek: Werkplek
) -> None:
    stad.sessie(MORGEN)
    gehoord: list[str] = []
    werkplek.melding.connect(gehoord.append)
    middelen = pagina.middelen
    kaart = middelen.scherm.ruimten
    middelen.open(kaart, "Zaal 1")
    druk(pagina.qtbot, kaart.verwijder)
    zin = "Er zijn nog toetsen gepland hiermee. Verzet die eerst."
    assert kaart.fout.text() == zin
    assert kaart.fout.isVisible()
    assert middelen.regels(kaart) == ["Zaal 1 · Gemeentehuis · 2 plekken"]
    assert gehoord == []


def test_a_disk_that_is_full_is_said_and_the_form_stays(
    pagina: Toetspagina, werkplek: Werkplek, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(*_a: object) -> None:
        raise SchijfVol

    monkeypatch.setattr(toetsmiddelen, "verwijder_middel", vol)
    gezegd: list[str] = []
    werkplek.melding.connect(gezegd.append)
    middelen = pagina.middelen
    kaart = middelen.scherm.ruimten
    middelen.open(kaart, "Zaal 1")
    druk(middelen.qtbot, kaart.verwijder)
    assert gezegd == [SchijfVol.STANDAARD]
    assert kaart.formulier.isVisible()


def test_what_nobody_needs_goes_with_one_press(pagina: Toetspagina) -> None:
    middelen = pagina.middelen
    kaart = middelen.scherm.apparaten
    middelen.nieuw(kaart, soort="Laptop", naam="L1")
    middelen.open(kaart, "Laptop")
    druk(pagina.qtbot, kaart.verwijder)
    assert middelen.regels(kaart) == []


def test_what_is_typed_stays_when_something_else_changes(pagina: Toetspagina, store: Store) -> None:
    middelen = pagina.middelen
    kaart = middelen.scherm.ruimten
    middelen.nieuw(kaart, naam="Half")
    voeg_middel_toe(store, Toetsapparaat, soort="laptop", naam="L9")
    assert kaart.velden["naam"].tekst == "Half"
    assert middelen.regels(middelen.scherm.apparaten) == ["Laptop · L9"]


def test_escape_closes_the_form_and_then_leaves(pagina: Toetspagina, qtbot: QtBot) -> None:
    middelen = pagina.middelen
    middelen.open(middelen.scherm.ruimten, "Zaal 1")
    pagina.escape()
    assert not middelen.scherm.ruimten.formulier.isVisible()
    with qtbot.waitSignal(pagina.scherm.terug):
        pagina.escape()


@pytest.mark.parametrize(("breed", "hoog"), [(1024, 600), (1366, 768), (1920, 1080)])
def test_it_fits_and_every_field_has_a_name(
    qtbot: QtBot, werkplek: Werkplek, stad: Stad, breed: int, hoog: int
) -> None:
    assert stad.ruimte
    pagina = Toetspagina(qtbot, werkplek, breed, hoog)
    for kaart in pagina.middelen.scherm.kaarten:
        kaart.open(-1)
    qtbot.wait(1)
    assert (pagina.scherm.width(), pagina.scherm.height()) == (breed, hoog)
    assert zonder_naam(pagina.scherm) == []


# --- who, and the way in


def recht(werkplek: Werkplek, rol: Rol) -> None:
    """The user has this role in a coupled gemeente."""
    store = werkplek.store
    mag = RECHTEN[rol]
    wie = store.gebruiker_id or ""
    werkplek.rechten = (Rechten("0171", wie, rol, mag.lezen, mag.schrijven),)
    werkplek.gewijzigd.emit({"rechten": frozenset({"0171"})})


@pytest.fixture
def ruimte(qtbot: QtBot, werkplek: Werkplek, monkeypatch: pytest.MonkeyPatch) -> Werkruimte:
    monkeypatch.setattr("desktop.views.toets.wie.gekoppeld", lambda _w: bool(werkplek.rechten))
    venster = Werkruimte(werkplek)
    qtbot.addWidget(venster)
    venster.resize(1366, 768)
    venster.show()
    return venster


def kamer(ruimte: Werkruimte) -> Toetsscherm | None:
    zichtbaar = [s for s in ruimte.findChildren(Toetsscherm) if s.isVisible()]
    return zichtbaar[0] if zichtbaar else None


def test_a_klantmanager_comes_by_the_button_and_keeps_no_resources(
    ruimte: Werkruimte, werkplek: Werkplek, qtbot: QtBot
) -> None:
    recht(werkplek, Rol.KLANTMANAGER)
    assert kamer(ruimte) is None
    druk(qtbot, ruimte.lijst.knop_toetsen)
    scherm = kamer(ruimte)
    assert scherm is not None
    assert list(scherm.tabs) == [Tabblad.TE_PLANNEN, Tabblad.AGENDA]
    druk(qtbot, scherm.knop_terug)
    assert ruimte.lijst.isVisible()


def test_a_toetsbegeleider_lands_in_the_room_once(
    ruimte: Werkruimte, werkplek: Werkplek, qtbot: QtBot
) -> None:
    recht(werkplek, Rol.TOETSBEGELEIDER)
    scherm = kamer(ruimte)
    assert scherm is not None
    druk(qtbot, scherm.knop_terug)
    recht(werkplek, Rol.TOETSBEGELEIDER)
    assert kamer(ruimte) is None
    assert ruimte.lijst.isVisible()


def test_a_beheerder_and_a_laptop_by_itself_keep_resources(
    ruimte: Werkruimte, werkplek: Werkplek, qtbot: QtBot
) -> None:
    druk(qtbot, ruimte.lijst.knop_toetsen)
    alleen = kamer(ruimte)
    assert alleen is not None
    assert Tabblad.MIDDELEN in alleen.tabs
    druk(qtbot, alleen.knop_terug)
    recht(werkplek, Rol.BEHEERDER)
    druk(qtbot, ruimte.lijst.knop_toetsen)
    scherm = kamer(ruimte)
    assert scherm is not None
    druk(qtbot, scherm.tabs[Tabblad.MIDDELEN])
    assert "Locaties" in leesbaar(scherm)
