"""Every screen in a language that nobody speaks: nothing untranslated, nothing cut off.

All texts are 40 % longer, accented and bracketed; a second pass is mirrored. What may stand there
in plain letters is content: names, numbers, codes, places, and the questions with their answers.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import sqlalchemy as sa
from babel import Locale
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThreadPool
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop import bronnen, catalogi, taal
from desktop.demo.toetsvoorbeeld import vul_toetsen
from desktop.models.antwoord import Wijze
from desktop.models.basis import Base
from desktop.models.catalogus import gemeenten_uit
from desktop.models.dossier import Dossier, Medewerker, Rol
from desktop.models.intake import OPENING, BredeIntake, Fase
from desktop.models.opnamewerk import Inspreekopdracht
from desktop.models.toets import Kandidaat
from desktop.models.toetsdelen import Incidentsoort, Observatiesoort
from desktop.models.toetssessie import Toetssessie
from desktop.models.toetstijd import feestdagen
from desktop.models.toetsuitslag import Resultaat
from desktop.models.verzoek import Verzoek, Verzoeksoort
from desktop.models.vragen import Vragenlijst
from desktop.models.wijziging import Wijziging
from desktop.store import toetsplanning, toetsuitslagen, weigeringen
from desktop.store.bestanden import SLEUTEL as SLEUTELBESTAND
from desktop.store.store import Store
from desktop.sync.stand import Apparaatregel, Lease
from desktop.views.instellingen.scherm import Instellingenscherm
from desktop.views.intake.plek import Blad
from desktop.views.slot.scherm import Slotscherm
from desktop.views.sync.leaseblad import Leaseblad
from desktop.views.toets.agenda import Agendascherm
from desktop.views.toets.agendabeeld import Weergave
from desktop.views.toets.dagscherm import Dagscherm
from desktop.views.toets.teplannen import Teplannenscherm
from desktop.views.toets.toetsscherm import Tabblad, Toetsscherm
from desktop.views.toets.uitnodigen import Filter
from desktop.views.toets.uitslag import Uitslagscherm
from desktop.views.werkplek import Werkplek
from desktop.views.werkruimte import Werkruimte
from desktop.voorbeeld import vul_demo
from tests.conftest import SLEUTEL, Klok
from tests.pagina.dossierformulier import Formulierpagina
from tests.pagina.pseudotaal import Bekend, Kijker, Pseudotaal
from tests.pagina.synchronisatie import koppel
from tests.store.conftest import Drie, drie  # noqa: F401  a fixture
from tests.store.laptops import wissel

MATEN = ((1366, 768), (1024, 600))
BEELDEN = os.environ.get("PSEUDO_BEELDEN", "")
"""A folder for pictures of the screens, for whoever looks for what is wrong."""
VRAGEN = ("WO01", "WO05", "MG02", "AD01", "RE03", "FI02", "WK03", "WK05", "WO11")
EIGEN = (
    "Viergesprek",
    "viergesprek",
    "OpenMoji",
    "openmoji.org",
    "Kurinto Sans",
    "English",
    "Nederlands",
    "Interface language",
    "Kerkstraat 1, Urk",
    "Ens",
    "Urk",
)
"""The program, what it is made of, the languages of the interface, and addresses of the test."""


@pytest.fixture(params=["ltr", "rtl"])
def pseudotaal(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[None]:
    """The interface in pseudo texts, from left to right or mirrored."""
    taal.kies("en", Pseudotaal())
    if request.param == "rtl":
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    yield
    taal.kies(taal.BRON)
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def store(tmp_path: Path, lijst: Vragenlijst, klok: Klok) -> Iterator[Store]:
    """The demo's people, one of whom asked something; two changes that were refused."""
    klok.nu = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)
    store = Store(tmp_path, SLEUTEL, lijst, klok=klok)
    vul_demo(store)
    with store.work() as work:
        gesprek = work.session.scalars(sa.select(BredeIntake)).first()
        assert gesprek is not None
        wie = gesprek.dossier
        wie.adres = "Kerkstraat 1, Urk"
        work.voeg_toe(
            Medewerker(naam="Jelle Kramer", gemeente="0171", rol=Rol.KLANTMANAGER),
            Verzoek(
                dossier_id=wie.id,
                soort=Verzoeksoort.INZAGE,
                ontvangen_op=store.vandaag(),
                tekst="Amharu",
            ),
        )
    with store.neem_op() as inkomst:
        rijen = inkomst.verbinding.execute(
            sa.select(Wijziging.id).where(Wijziging.veld == "adres").limit(2)
        ).scalars()
        redenen = [(str(rij), "recht") for rij in rijen]
        inkomst.raak(weigeringen.noteer(inkomst.verbinding, redenen, store.nu()))
    yield store
    store.sluit()


def inhoud(store: Store) -> Iterator[str]:
    """What is no interface: the data files, and all that people typed."""
    yield from EIGEN
    yield from _teksten(bronnen.tomls("vragen"))
    yield from _teksten(bronnen.toml("icons", "pictogrammen.toml"))
    yield from _teksten(bronnen.tomls("teksten"))
    yield from (b.nederlands for b in catalogi.bronteksten(store.lijst))
    yield from (g.naam for g in gemeenten_uit(bronnen.toml("gemeenten.toml")))
    yield from Locale(taal.taal()).territories.values()
    for kalender in (Locale(taal.taal()).days, Locale(taal.taal()).months):
        for lengte in ("wide", "abbreviated"):
            yield from kalender["format"][lengte].values()
    yield from (t.eigen_naam for t in catalogi.talen().values())
    jaar = store.vandaag().year
    yield from (vrij.naam for j in (jaar, jaar + 1) for vrij in feestdagen(j).values())
    with store.lees() as sessie:
        for tabel in Base.metadata.tables.values():
            for kolom in tabel.columns:
                if isinstance(kolom.type, sa.String) and not isinstance(kolom.type, sa.Enum):
                    yield from (str(t) for t in sessie.scalars(sa.select(kolom).distinct()) if t)


def _teksten(data: object) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict):
        for deel in data.values():
            yield from _teksten(deel)
    elif isinstance(data, (list, tuple)):
        for deel in data:
            yield from _teksten(deel)


def _te_groot(venster: QWidget, maat: tuple[int, int]) -> list[str]:
    """A window that refuses to become as small as the screen."""
    breed, hoog = venster.width(), venster.height()
    return [f"the window wants {breed} x {hoog}"] if (breed, hoog) != maat else []


class Wandeling:
    """Goes from screen to screen in one room, and writes down what it finds on each."""

    def __init__(self, qtbot: QtBot, ruimte: QWidget, kijker: Kijker) -> None:
        self.qtbot, self.ruimte, self.kijker = qtbot, ruimte, kijker
        self.gevonden: list[str] = []
        self.gezien: list[str] = []

    def kijk(self, naam: str, scherm: QWidget | None = None) -> None:
        """Looks at what is shown now, in both sizes."""
        QThreadPool.globalInstance().waitForDone(5000)
        self.gezien.append(naam)
        venster = scherm or self.ruimte
        for maat in MATEN:
            for _n in range(3):  # what makes room for a smaller window does so in steps
                venster.resize(*maat)
                for _m in range(2):
                    QApplication.processEvents()
            kijker = self.kijker
            fouten = (*kijker.onvertaald(venster), *kijker.afgekapt(venster))
            for fout in (*_te_groot(venster, maat), *fouten):
                if not any(regel.endswith(fout) for regel in self.gevonden):
                    self.gevonden.append(f"{naam} {maat[0]}: {fout}")
            if BEELDEN:
                venster.grab().save(str(Path(BEELDEN) / f"{naam}-{maat[0]}.png"))


@pytest.fixture
def ruimte(
    qtbot: QtBot, pseudotaal: None, store: Store, werkplek: Werkplek
) -> Iterator[Werkruimte]:
    """The room of somebody who may see the administration too, on a coupled laptop."""
    sync = koppel(werkplek, Rol.BEHEERDER)
    sync.aangeboden = list  # type: ignore[attr-defined]  # no proposals
    sync.laptops = [
        Apparaatregel("bbbb1111", "0171", "m", "Jelle Kramer", store.nu(), 12, False, False),
        Apparaatregel("cccc1111", "0171", "m", "Karin Visser", store.nu(), 12, True, False),
    ]
    ruimte = Werkruimte(werkplek)
    qtbot.addWidget(ruimte)
    ruimte.show()
    yield ruimte
    ruimte.sluit()
    ruimte.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_lock_screen(qtbot: QtBot, pseudotaal: None, store: Store, tmp_path: Path) -> None:
    def slot(map_: Path) -> Slotscherm:
        scherm = Slotscherm(
            map_ / SLEUTELBESTAND, lambda: gemeenten_uit(bronnen.toml("gemeenten.toml"))
        )
        qtbot.addWidget(scherm)
        scherm.show()
        return scherm

    nieuw = slot(tmp_path / "leeg")
    nieuw.wachtzin.setText("kort")
    wandeling = Wandeling(qtbot, nieuw, Kijker(inhoud(store)))
    wandeling.kijk("eerste start")
    wandeling.kijk("slot", slot(tmp_path))
    assert not wandeling.gevonden, "\n".join(wandeling.gevonden)


def test_the_dossiers_and_what_belongs_to_one(
    qtbot: QtBot, ruimte: Werkruimte, store: Store
) -> None:
    w = Wandeling(qtbot, ruimte, Kijker(inhoud(store)))
    met_gesprek, nieuw = _dossiers(store)
    ruimte.toon_lijst()
    w.kijk("lijst")
    ruimte.lijst.zoekveld.setText("???")
    w.kijk("lijst niets")
    ruimte.toon_formulier_nieuw("")
    w.kijk("formulier nieuw")
    form = Formulierpagina(qtbot, ruimte.formulier).typ("bsn", "12").bewaar()
    assert form.staat_in("bsn") == "12", "it was refused"
    w.kijk("formulier met fouten")
    ruimte.toon_formulier(met_gesprek)
    w.kijk("formulier")
    for naam, dossier in (("dossier", met_gesprek), ("dossier nieuw", nieuw)):
        ruimte.toon_dossier(dossier)
        w.kijk(naam)
    ruimte.toegang.delen(met_gesprek)
    w.kijk("delen")
    ruimte.toegang.spoor(met_gesprek)
    w.kijk("spoor")
    ruimte.beheer.inzage(met_gesprek)
    w.kijk("inzage")
    ruimte.toegang.afgeschermd(met_gesprek)
    w.kijk("afgeschermd")
    assert not w.gevonden, "\n".join(w.gevonden)


def test_the_plan_and_the_opening(qtbot: QtBot, ruimte: Werkruimte, store: Store) -> None:
    w = Wandeling(qtbot, ruimte, Kijker(inhoud(store)))
    gepland = _intake(store, Fase.GEPLAND)
    ruimte.toon_intake(gepland)
    assert ruimte.intake is not None
    w.kijk("plan")
    for punt in OPENING:
        ruimte.intake.gesprek.naar_blad(Blad.OPENING)
        ruimte.intake.opening._ga_naar(punt)
        w.kijk(f"opening {punt}")
    ruimte.intake.gesprek.oefen("raak")
    w.kijk("oefenen met de client")
    assert not w.gevonden, "\n".join(w.gevonden)


def test_the_questions(qtbot: QtBot, ruimte: Werkruimte, store: Store) -> None:
    w = Wandeling(qtbot, ruimte, Kijker(inhoud(store)))
    ruimte.toon_intake(_intake(store, Fase.GESPREK))
    assert ruimte.intake is not None
    for vraag in VRAGEN:
        ruimte.intake.gesprek.ga_naar(vraag)
        w.kijk(f"gesprek {vraag}")
    assert not w.gevonden, "\n".join(w.gevonden)


def test_what_comes_between_and_after_the_questions(
    qtbot: QtBot, ruimte: Werkruimte, store: Store
) -> None:
    w = Wandeling(qtbot, ruimte, Kijker(inhoud(store)))
    ruimte.toon_intake(_intake(store, Fase.GESPREK))
    assert ruimte.intake is not None
    ruimte.intake.gesprek.ga_naar(VRAGEN[0])
    ruimte.intake.gespreksblad.paneel.overslaan.vraag()
    w.kijk("overslaan")
    alleen = next(v.code for v in store.lijst.vragen.values() if v.alleen)
    ruimte.intake.gesprek.ga_naar(alleen)
    w.kijk("alleen")
    ruimte.intake.gesprek.pauzeer(True)
    w.kijk("pauze")
    ruimte.intake.gesprek.pauzeer(False)
    ruimte.ramen.toon_tolk()
    assert ruimte.ramen.tolk is not None
    assert ruimte.ramen.tolk.venster is not None
    w.kijk("tolk", ruimte.ramen.tolk.venster)
    ruimte.intake.gesprek.naar_blad(Blad.AFSLUITEN)
    w.kijk("afsluiten")
    gesloten = _intake(store, Fase.GESLOTEN)
    ruimte.toon_intake(gesloten)
    assert ruimte.intake is not None
    w.kijk("gesprek gesloten")
    ruimte.intake.gesprek.naar_blad(Blad.AFSLUITEN)
    w.kijk("afgesloten")
    ruimte.toon_documenten(gesloten)
    w.kijk("papieren")
    assert not w.gevonden, "\n".join(w.gevonden)


def test_the_settings_and_the_administration(
    qtbot: QtBot, ruimte: Werkruimte, store: Store
) -> None:
    w = Wandeling(qtbot, ruimte, Kijker(inhoud(store)))
    ruimte.toon_instellingen()
    w.kijk("instellingen")
    assert ruimte.instellingen is not None
    ruimte.toon_geweigerd()
    w.kijk("geweigerd")
    opdracht = Inspreekopdracht("ar", "", "Jelle Kramer", store.vandaag())
    for naam, open_ in (
        ("beheer", ruimte.beheer.beheer),
        ("vertalingen", lambda: ruimte.beheer.vertalingen(ruimte.toon_lijst)),
        ("vertaling", lambda: ruimte.beheer.taal("ti", ruimte.toon_lijst)),
        ("pictogrammen", lambda: ruimte.beheer.pictogrammen(ruimte.toon_lijst)),
        ("inspreken", lambda: ruimte.beheer.inspreken(opdracht, ruimte.toon_lijst)),
        ("stemmen", lambda: ruimte.beheer.stemmen(ruimte.toon_lijst)),
        ("bewaren", ruimte.beheer.bewaren),
        ("kopie", ruimte.beheer.kies_kopie),
        ("heel spoor", ruimte.toegang.heel_spoor),
        ("collegas", ruimte.toegang.collegas),
        ("nood", ruimte.toegang.nood),
    ):
        open_()
        w.kijk(naam)
    assert not w.gevonden, "\n".join(w.gevonden)


def test_the_leerbaarheidstoets(qtbot: QtBot, ruimte: Werkruimte, store: Store) -> None:
    vul_toetsen(store)
    with store.lees() as sessie:
        af, zitting, *_rest = sessie.scalars(
            sa.select(Toetssessie.id).order_by(Toetssessie.datum.desc())
        )
    toetsplanning.zeg_af(store, af, "Storing bij DUO")
    w = Wandeling(qtbot, ruimte, Kijker(inhoud(store)))
    ruimte.toetsen.toetsen()
    (kamer,) = (k for k in ruimte.findChildren(Toetsscherm) if k.isVisible())
    lijst = kamer.huidig
    assert isinstance(lijst, Teplannenscherm)
    w.kijk("toets te plannen")
    nieuw = next(n for n, r in enumerate(lijst.model.regels) if r.kandidaat_id is None)
    lijst.open(nieuw)
    w.kijk("toets aanmelden")
    lijst.toon_lijst()
    lijst.voorstel.zoek([r.kandidaat_id for r in lijst.model.regels if r.kandidaat_id])
    lijst._naar(lijst.voorstel)
    qtbot.waitUntil(lambda: not lijst.voorstel.bezig)
    w.kijk("toets voorstel")
    for soort in Filter:
        lijst.toon_uitnodigen()
        lijst.uitnodigen.filter.zet(soort)
        w.kijk(f"toets uitnodigen {soort}")
    kamer.toon(Tabblad.MIDDELEN)
    w.kijk("toets middelen")
    kamer.toon(Tabblad.AGENDA)
    agenda = kamer.huidig
    assert isinstance(agenda, Agendascherm)
    agenda.kies(store.vandaag() + timedelta(days=5), None)
    for weergave in Weergave:
        agenda.kies_weergave(weergave)
        w.kijk(f"toets agenda {weergave}")
    agenda.toon_afgezegd()
    w.kijk("toets afgezegd")
    agenda.plannen.nieuw(store.vandaag(), "09:30")
    agenda.plannen.bewaar_formulier()
    w.kijk("toets nieuw, geweigerd")
    agenda.open(zitting)
    w.kijk("toets zitting")
    for naam, toon in (
        ("verzetten", agenda.plannen.toon_verzet),
        ("afzeggen", agenda.plannen.toon_afzeg),
        ("week op papier", agenda.druk_af),
    ):
        agenda.open(zitting)
        toon()
        w.kijk(f"toets {naam}")
    assert not w.gevonden, "\n".join(w.gevonden)


def test_the_day_of_the_test_and_its_result(qtbot: QtBot, ruimte: Werkruimte, store: Store) -> None:
    vul_toetsen(store)
    with store.lees() as sessie:
        kandidaten = sessie.scalars(sa.select(Kandidaat).where(Kandidaat.sessie_id.is_not(None)))
        wie = next(iter(kandidaten))
    toetsuitslagen.op_de_dag(
        store, wie.id, lambda k, _nu: k.noteer(Observatiesoort.BEGRIP, "dyslexie")
    )
    w = Wandeling(qtbot, ruimte, Kijker(inhoud(store)))
    ruimte.toetsen.toetsen()
    (kamer,) = (k for k in ruimte.findChildren(Toetsscherm) if k.isVisible())
    kamer.toon_dag(wie.sessie_id or "")
    dag = kamer.huidig
    assert isinstance(dag, Dagscherm)
    dag.kies(wie.id)
    paneel = dag.panelen[wie.id]
    for gebaar in (
        lambda k, _nu: k.vink("identiteit_gezien", True),
        lambda k, nu: k.begin(nu),
        lambda k, nu: k.meld_incident(Incidentsoort.STRESS, "", nu),
    ):
        paneel.doe(gebaar)
    for n in range(3):
        paneel.toon_blad(n)
        w.kijk(f"toets dag {n}")
    dag.sluit.click()
    w.kijk("toets dag, niet te sluiten")
    ruimte.toon_dossier(wie.dossier_id)
    w.kijk("dossier met toets")
    ruimte.toetsdossier.uitslag(wie.dossier_id)
    (uitslag,) = (u for u in ruimte.findChildren(Uitslagscherm) if u.isVisible())
    uitslag.nakijken.click()
    w.kijk("toets uitslag met fouten")
    uitslag.resultaat.zet(Resultaat.ONBEKEND.value)
    uitslag.behaald.zet("29,00")
    uitslag.datum.zet("20-11-2026")
    uitslag.nakijken.click()
    w.kijk("toets uitslag nakijken")
    _met_gesprek, nieuw = _dossiers(store)
    ruimte.toetsdossier.overslaan(nieuw)
    w.kijk("toets overslaan")
    assert not w.gevonden, "\n".join(w.gevonden)


def test_a_laptop_by_itself(qtbot: QtBot, pseudotaal: None, store: Store) -> None:
    """Not coupled yet, and too long without contact."""
    plek = Werkplek(store)
    instellingen = Instellingenscherm(plek)
    qtbot.addWidget(instellingen)
    instellingen.show()
    kaart = instellingen.wachtzin
    kaart.nieuwe.setText("kort")
    kaart.wijzig.click()
    w = Wandeling(qtbot, instellingen, Kijker(inhoud(store)))
    w.kijk("instellingen los")
    blad = Leaseblad(plek, Lease(14, -3))
    qtbot.addWidget(blad)
    blad.show()
    w.kijk("te lang weg", blad)
    plek.deleteLater()
    assert not w.gevonden, "\n".join(w.gevonden)


def test_the_conflicts(
    qtbot: QtBot,
    pseudotaal: None,
    drie: Drie,  # noqa: F811
) -> None:
    anneke, piet, _samira = drie
    dossier = anneke.dossier()
    intake = anneke.intake(dossier)
    wissel(anneke, piet)
    for laptop, adres, hoe in ((anneke, "Urk", "soms"), (piet, "Ens", "elke-dag")):
        laptop.zet(Dossier, dossier, adres=adres)
        laptop.antwoord(intake, "SP03", hoe, wijze=Wijze.TOLK)
    wissel(anneke, piet)
    plek = Werkplek(anneke.store)
    ruimte = Werkruimte(plek)
    qtbot.addWidget(ruimte)
    ruimte.show()
    w = Wandeling(qtbot, ruimte, Kijker(inhoud(anneke.store)))
    ruimte.toon_conflicten(None)
    w.kijk("conflicten")
    ruimte.toon_conflicten(dossier)
    w.kijk("conflicten dossier")
    ruimte.sluit()
    plek.deleteLater()
    assert not w.gevonden, "\n".join(w.gevonden)


def _dossiers(store: Store) -> tuple[str, str]:
    """One with a talk, and one of nobody's talk."""
    with store.lees() as sessie:
        met = sessie.scalars(sa.select(BredeIntake.dossier_id)).all()
        zonder = sessie.scalars(sa.select(Dossier.id).where(Dossier.id.not_in(met))).first()
    assert zonder is not None
    return met[0], zonder


def _intake(store: Store, fase: Fase) -> str:
    with store.lees() as sessie:
        return sessie.scalars(sa.select(BredeIntake.id).where(BredeIntake.fase == fase)).one()


def test_what_is_content_is_left_out_whole_and_nothing_else() -> None:
    bekend = Bekend(["Kerkstraat 1, Urk", "Urk", "(Ens)"])
    assert bekend.zonder("Kerkstraat 1, Urk").strip() == ""
    assert bekend.zonder("Woont in Urk (Ens)").split() == ["Woont", "in"]
    assert bekend.zonder("Urker, Kerkstraat 1").split() == ["Urker,", "Kerkstraat", "1"]
