"""The centre asks too whether somebody may set a plan: mandate of that day, and four eyes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest

from desktop.models.dossier import Medewerker, Rol
from desktop.models.fouten import Invoerfout, NogNietMogelijk
from desktop.models.gemeentegegevens import Mandaat
from desktop.models.pip import VASTSTELVELDEN, Pip, Pipstatus
from desktop.models.pipinhoud import Regel, Wijzigreden
from desktop.store import gemeentegegevens, pip, pipvaststellen, uitwisseling
from desktop.store import samen as besluit
from desktop.sync.centraal import beheer
from desktop.views.sync.omschrijving import waarom
from tests.store.planwerk import compleet
from tests.sync.bouw import nieuw
from tests.sync.conftest import Centrum
from tests.sync.laptop import Laptop
from tests.sync.test_centrale_hersteld import dump, zet_terug
from tests.sync.test_pip import besloten, inhoud, klant, mandaat, zet_op_de_lijst
from tests.sync.waarborgen import Inzicht, alles_klopt, tot_rust

Samen = Callable[..., list[Laptop]]
LEIDING = (Rol.LEIDINGGEVENDE,)


def plan_van(anneke: Laptop) -> str:
    """A draft in which nothing is missing."""
    dossier = klant(anneke)
    besloten(anneke, dossier)
    return compleet(anneke.store, dossier)


def later(laptop: Laptop) -> None:
    """The test's clocks stand almost still: now this one is at the centre's time."""
    laptop.klok.verschil = datetime.now(UTC) - laptop.klok.nu


def stel_vast(laptop: Laptop, plan: str) -> None:
    later(laptop)
    pipvaststellen.stel_vast(laptop.store, plan, laptop.store.vandaag())


def langs_de_schermen(laptop: Laptop, plan: str) -> None:
    """Set by a program that does not ask whether its user may."""
    later(laptop)
    with laptop.store.work() as work:
        rij = work.get(Pip, plan)
        dag = laptop.store.vandaag()
        rij.leg_vast(
            pip.inhoud_van(work.session, rij, dag), door=work.door, nu=work.nu, bekendmaking=dag
        )


def stand(laptop: Laptop, plan: str) -> Pipstatus:
    status: Pipstatus = laptop.lees(Pip, plan, "status")
    return status


def redenen(laptop: Laptop) -> set[str]:
    return {w.reden for w in laptop.weigeringen()}


def haal_van_de_lijst(els: Laptop, rij: str) -> None:
    gemeentegegevens.trek_in(els.store, rij, rollen=LEIDING, gekoppeld=True)


def vier_ogen(els: Laptop) -> None:
    gemeentegegevens.zet_gemeente(
        els.store, "0171", "vier_ogen", True, rollen=LEIDING, gekoppeld=True
    )


def verzet(els: Laptop, rij: str, tot: int) -> None:
    """The mandate ends at another day, counted from today."""
    vandaag = els.store.vandaag()
    gemeentegegevens.herzie_mandaat(
        els.store,
        rij,
        functie="Teamleider",
        vanaf=vandaag - timedelta(days=9),
        tot=vandaag + timedelta(days=tot),
        rollen=LEIDING,
        gekoppeld=True,
    )


# --- mandates


def test_a_mandate_that_was_taken_away_elsewhere_refuses_all_of_the_setting_and_loses_nothing(
    samen: Samen, inzicht: Inzicht
) -> None:
    anneke, carla, els = alle = samen("anneke", "carla", "els")
    rij = zet_op_de_lijst(els, carla)
    plan = plan_van(anneke)
    tot_rust(alle)
    haal_van_de_lijst(els, rij)
    els.ronde()
    stel_vast(carla, plan)
    zegt = inhoud(carla, plan)
    tot_rust(alle)
    assert {(w.veld, w.reden) for w in carla.weigeringen()} == {
        (veld, "mandaat") for veld in VASTSTELVELDEN
    }
    assert {stand(laptop, plan) for laptop in (anneke, carla)} == {Pipstatus.CONCEPT}
    assert anneke.lees(Pip, plan, "dagtekening") is None
    assert zegt.als_json() in [w.waarde for w in carla.weigeringen()]
    assert "mandaatlijst" in waarom("mandaat")
    alles_klopt(alle, inzicht)
    # Somebody puts her on the list for that day: offered again, it holds.
    zet_op_de_lijst(els, carla)
    tot_rust(alle)
    besluit.bied_opnieuw(carla.store, {w.id for w in carla.weigeringen()})
    tot_rust(alle)
    assert carla.weigeringen() == []
    assert inhoud(anneke, plan) == zegt
    alles_klopt(alle, inzicht)


@pytest.mark.parametrize("hoe", ["eerder voorbij", "later voorbij", "later weg"])
def test_only_what_ended_before_the_day_of_setting_refuses(samen: Samen, hoe: str) -> None:
    anneke, carla, els = alle = samen("anneke", "carla", "els")
    rij = zet_op_de_lijst(els, carla)
    plan = plan_van(anneke)
    tot_rust(alle)
    stel_vast(carla, plan)
    later(els)
    if hoe == "later weg":
        haal_van_de_lijst(els, rij)
    else:
        verzet(els, rij, tot=-1 if hoe == "eerder voorbij" else 0)
    els.ronde()
    tot_rust([carla, anneke])
    assert redenen(carla) == ({"mandaat"} if hoe == "eerder voorbij" else set())
    vast = Pipstatus.CONCEPT if hoe == "eerder voorbij" else Pipstatus.VASTGESTELD
    assert stand(anneke, plan) is vast


def test_without_a_mandate_of_this_municipality_the_centre_takes_no_set_plan(
    samen: Samen, centrum: Centrum
) -> None:
    anneke, carla = samen("anneke", "carla")
    centrum.voeg_toe("buurvrouw", "beheerder", "0184")
    buur = centrum.laptop("buurvrouw")
    velden = {
        "gemeente": "0184",
        "medewerker_id": anneke.medewerker,
        "functie": "Teamleider",
        "vanaf": "2020-01-01",
    }
    rijen = buur.rijen("mandaat", nieuw(), velden, klasse="gemeente", gemeente="0184")
    assert buur.breng(rijen).geweigerd == ()
    plan = plan_van(anneke)
    langs_de_schermen(anneke, plan)
    tot_rust([anneke, carla])
    assert redenen(anneke) == {"mandaat"}
    assert stand(carla, plan) is Pipstatus.CONCEPT


def test_in_the_list_of_one_municipality_stands_no_mandate_of_another(samen: Samen) -> None:
    anneke, els = samen("anneke", "els")
    elders = Mandaat.nieuw("0184", anneke.medewerker, functie="x", vanaf=anneke.store.vandaag())
    with els.store.work() as work:
        work.voeg_toe(elders)
    # Past the screens: the row says another municipality than the list that it travels in.
    with els.store.neem_op() as inkomst:
        inkomst.verbinding.exec_driver_sql(
            "UPDATE wijziging SET stroom = '0171:gemeente' WHERE entiteit = 'mandaat'"
        )
    els.ronde()
    assert ("gemeente", "geen-recht") in {(w.veld, w.reden) for w in els.weigeringen()}


def twee_die_mogen(samen: Samen) -> tuple[list[Laptop], str]:
    """Anneke and Carla may set Anneke's plan, Bram sees it, Els keeps the list."""
    anneke, carla, _bram, els = alle = samen("anneke", "carla", "bram", "els")
    for wie in (anneke, carla):
        zet_op_de_lijst(els, wie)
    plan = plan_van(anneke)
    anneke.deel(anneke.dossiers()[0], "bram")
    tot_rust(alle)
    return alle, plan


def test_who_has_no_mandate_may_choose_between_two_that_were_set(samen: Samen) -> None:
    alle, plan = twee_die_mogen(samen)
    anneke, carla, bram, _els = alle
    for wie in (anneke, carla):
        stel_vast(wie, plan)
    tot_rust(alle)
    later(bram)
    conflict = bram.conflict()
    for wie in (anneke, carla):
        versie = next(
            v for v in conflict.versies if v.waarden.get("vastgesteld_door") == wie.medewerker
        )
        conflict = besluit.kies(bram.store, conflict, versie)
        tot_rust(alle)
    assert bram.weigeringen() == []
    assert {laptop.lees(Pip, plan, "vastgesteld_door") for laptop in alle[:3]} == {carla.medewerker}
    # A text of his own under one of their names is another thing.
    with bram.store.neem_op() as inkomst:
        inkomst.verbinding.exec_driver_sql("UPDATE pip SET status = 'concept'")
    with bram.store.work() as work:
        work.get(Pip, plan).inhoud = inhoud(anneke, plan).als_json().replace("zorg", "bouw")
    bram.ronde()
    assert {(w.veld, w.reden) for w in bram.weigeringen()} == {("inhoud", "mandaat")}


def test_a_version_that_was_refused_goes_before_the_next_one(samen: Samen) -> None:
    """Set and gone on without a network, while the mandate had ended."""
    anneke, els = alle = samen("anneke", "els")
    rij = zet_op_de_lijst(els, anneke)
    dossier = klant(anneke)
    besloten(anneke, dossier)
    plan = compleet(anneke.store, dossier)
    tot_rust(alle)
    verzet(els, rij, tot=-1)
    els.ronde()
    stel_vast(anneke, plan)
    tweede = pip.nieuwe_versie(anneke.store, dossier, Wijzigreden.WERK, "Zij heeft een baan.")
    tot_rust(alle)
    assert redenen(anneke) == {"mandaat"}
    zet_op_de_lijst(els, anneke)
    tot_rust(alle)
    with anneke.store.lees() as sessie:
        eerste = pip.pipdossier(sessie, dossier).concept
        assert eerste is not None
        assert eerste.id == plan
    with pytest.raises(NogNietMogelijk, match="Versie 1 is nog een concept"):
        stel_vast(anneke, tweede)
    besluit.bied_opnieuw(anneke.store, {w.id for w in anneke.weigeringen()})
    stel_vast(anneke, tweede)
    tot_rust(alle)
    assert stand(anneke, plan) is stand(anneke, tweede) is Pipstatus.VASTGESTELD


def test_a_text_that_the_centre_cannot_read_needs_a_mandate_too(centrum: Centrum) -> None:
    """A laptop reads it, so it would replace what somebody with a mandate set."""
    anneke, carla, els = (centrum.laptop(wie) for wie in ("anneke", "carla", "els"))
    dossier, plan = nieuw(), nieuw()
    assert anneke.breng(anneke.dossier(dossier)).geweigerd == ()
    velden = {"gemeente": "0171", "medewerker_id": carla.medewerker, "vanaf": "2020-01-01"}
    assert els.breng(els.rijen("mandaat", nieuw(), velden, klasse="gemeente")).geweigerd == ()
    gezet = {"status": "vastgesteld", "dagtekening": "2026-11-20", "inhoud": "{}"}
    rijen = carla.rijen("pip", plan, gezet, dossier=dossier, klasse="pip")
    assert carla.breng(rijen).geweigerd == ()
    tekst = anneke.rij("pip", plan, "inhoud", ruw='"a\\u0000b"', dossier=dossier, klasse="pip")
    assert [g.reden for g in anneke.breng([tekst]).geweigerd] == ["mandaat"]


# --- who keeps the list


def test_nobody_puts_themselves_on_the_list_and_anybody_may_go_off_it(
    samen: Samen, inzicht: Inzicht
) -> None:
    carla, els = alle = samen("carla", "els")
    rij = zet_op_de_lijst(els, carla, tot=5)
    tot_rust(alle)
    with pytest.raises(Invoerfout, match="Je zet jezelf niet") as fout:
        zet_op_de_lijst(carla, carla)
    assert fout.value.veld == "wie"
    with pytest.raises(Invoerfout, match="je eigen mandaat niet"):
        verzet(carla, rij, tot=50)
    # Past the screens the centre refuses it.
    vandaag = carla.store.vandaag()
    with carla.store.work() as work:
        work.voeg_toe(Mandaat.nieuw("0171", carla.medewerker, functie="Baas", vanaf=vandaag))
        work.get(Mandaat, rij).tot = None
    tot_rust(alle)
    assert redenen(carla) == {"geen-recht"}
    with els.store.lees() as sessie:
        (enige,) = gemeentegegevens.mandaten(sessie, "0171")
        assert (enige.functie, enige.tot) == ("Teamleider", vandaag + timedelta(days=5))
    besluit.laat_rusten(carla.store, {w.id for w in carla.weigeringen()})
    haal_van_de_lijst(carla, rij)
    tot_rust(alle)
    assert carla.weigeringen() == []
    with els.store.lees() as sessie:
        assert gemeentegegevens.mandaten(sessie, "0171") == []
    alles_klopt(alle, inzicht)


def test_nobody_puts_themselves_on_the_list_in_another_spelling(centrum: Centrum) -> None:
    """JSON has more than one way to write a name."""
    carla = centrum.laptop("carla")
    ruw = f'"\\u{ord(carla.medewerker[0]):04x}{carla.medewerker[1:]}"'
    rijen = [
        carla.rij("mandaat", rij := nieuw(), "medewerker_id", ruw=ruw, klasse="gemeente"),
        carla.rij("mandaat", rij, "vanaf", "2020-01-01", klasse="gemeente"),
    ]
    assert [g.reden for g in carla.breng(rijen).geweigerd] == ["geen-recht"] * 2


@pytest.mark.parametrize("bekend", [None, nieuw()], ids=["new", "known by another identity"])
def test_what_a_laptop_by_itself_set_stands_when_it_is_coupled_later(
    laptop: Callable[..., Laptop], centrum: Centrum, inzicht: Inzicht, bekend: str | None
) -> None:
    with beheer.beheerverbinding(centrum.uri) as verbinding:
        wie = beheer.voeg_toe(
            verbinding, gemeente="0171", rol="klantmanager", naam="Karin", medewerker=bekend
        )
    centrum.mensen["karin"] = (wie.login, wie.wachtwoord, "")
    karin = laptop("karin", ronde=False)
    ik = Medewerker(naam="Karin", gemeente="0171")
    with karin.store.work() as work:
        work.voeg_toe(ik)
    karin.store.word(ik.id)
    gemeentegegevens.geef_mandaat(
        karin.store, "0171", ik.id, functie="Hoofd", vanaf=karin.store.vandaag()
    )
    plan, tweede = plan_van(karin), plan_van(karin)
    pipvaststellen.stel_vast(karin.store, plan, karin.store.vandaag())
    carla = laptop("carla")
    tot_rust([karin, carla])
    assert stand(carla, plan) is stand(karin, plan) is Pipstatus.VASTGESTELD
    assert karin.medewerker == (bekend or ik.id)
    assert carla.lees(Pip, plan, "vastgesteld_door") == karin.medewerker
    # Her own mandate is for somebody else to confirm; until then she sets no more.
    assert {(w.entiteit, w.reden) for w in karin.weigeringen()} == {("mandaat", "geen-recht")}
    with karin.store.work() as work:
        work.get(Medewerker, karin.medewerker).telefoon = "0527 63 39 11"
    with pytest.raises(NogNietMogelijk, match="mandaatlijst"):
        stel_vast(karin, tweede)
    carla.dienst.neem_aan(carla.dienst.aangeboden(), overnemen=True)
    tot_rust([carla, karin])
    stel_vast(karin, tweede)
    tot_rust([karin, carla])
    assert {w.entiteit for w in karin.weigeringen()} == {"mandaat"}
    assert stand(carla, tweede) is Pipstatus.VASTGESTELD
    assert karin.store.controleer_keten() == []
    # Who she was before she was known stays on her laptop.
    alles_klopt([carla] if bekend else [karin, carla], inzicht)


# --- four eyes


def test_who_wrote_one_sentence_does_not_set_it_and_who_took_it_out_again_may(
    samen: Samen, inzicht: Inzicht
) -> None:
    anneke, carla, els = alle = samen("anneke", "carla", "els")
    zet_op_de_lijst(els, carla)
    vier_ogen(els)
    plan = plan_van(anneke)
    tot_rust(alle)
    zin = pip.voeg_regel_toe(carla.store, plan, Regel("z", "doel", "Ik leer fietsen."))
    with pytest.raises(NogNietMogelijk, match="stelt een ander het vast"):
        stel_vast(carla, plan)
    langs_de_schermen(carla, plan)
    tot_rust(alle)
    assert {(w.veld, w.reden) for w in carla.weigeringen()} == {
        (veld, "vier-ogen") for veld in VASTSTELVELDEN
    }
    assert stand(anneke, plan) is Pipstatus.CONCEPT
    assert "iemand anders" in waarom("vier-ogen")
    besluit.laat_rusten(carla.store, {w.id for w in carla.weigeringen()})
    # What was refused is no writing: without the sentence she may, here and in the centre.
    pip.verwijder_regel(carla.store, plan, zin)
    stel_vast(carla, plan)
    tot_rust(alle)
    assert carla.weigeringen() == []
    assert stand(anneke, plan) is Pipstatus.VASTGESTELD
    alles_klopt(alle, inzicht)


def test_four_eyes_that_were_asked_for_after_it_was_set_change_nothing(samen: Samen) -> None:
    anneke, els = alle = samen("anneke", "els")
    zet_op_de_lijst(els, anneke)
    tot_rust(alle)
    plan = plan_van(anneke)
    stel_vast(anneke, plan)
    later(els)
    vier_ogen(els)
    els.ronde()
    anneke.ronde()
    assert anneke.weigeringen() == []


def test_who_wrote_is_asked_of_what_comes_in_the_same_push_too(samen: Samen) -> None:
    anneke, els = alle = samen("anneke", "els")
    zet_op_de_lijst(els, anneke)
    vier_ogen(els)
    tot_rust(alle)
    plan = plan_van(anneke)
    langs_de_schermen(anneke, plan)
    anneke.ronde()
    assert redenen(anneke) == {"vier-ogen"}
    assert stand(anneke, plan) is Pipstatus.CONCEPT


def test_in_one_push_each_plan_is_judged_by_itself(samen: Samen, inzicht: Inzicht) -> None:
    """Two dossiers, and of one of them two versions."""
    anneke, carla, els = alle = samen("anneke", "carla", "els")
    zet_op_de_lijst(els, carla, tot=0)
    vier_ogen(els)
    eerste, ander = plan_van(anneke), plan_van(anneke)
    tot_rust(alle)
    langs = pip.voeg_regel_toe(carla.store, ander, Regel("z", "doel", "Ik leer fietsen."))
    stel_vast(carla, eerste)
    langs_de_schermen(carla, ander)
    dossier: str = carla.lees(Pip, eerste, "dossier_id")
    tweede = pip.nieuwe_versie(carla.store, dossier, Wijzigreden.WERK, "Zij heeft een baan.")
    langs_de_schermen(carla, tweede)
    tot_rust(alle)
    assert {(w.rij, w.reden) for w in carla.weigeringen()} == {
        (plan, "vier-ogen") for plan in (ander, tweede)
    }
    assert stand(anneke, eerste) is Pipstatus.VASTGESTELD
    assert stand(anneke, ander) is stand(anneke, tweede) is Pipstatus.CONCEPT
    assert langs in {r.id for r in inhoud(anneke, ander).regels}
    alles_klopt(alle, inzicht)


@pytest.mark.parametrize(
    ("op", "goed"),
    [("2026-11-10T22:59:59+00:00", True), ("2026-11-10T23:30:00+00:00", False)],
    ids=["one second to midnight", "half past midnight"],
)
def test_a_day_of_the_list_ends_at_midnight_in_the_netherlands(
    centrum: Centrum, op: str, goed: bool
) -> None:
    carla, els = centrum.laptop("carla"), centrum.laptop("els")
    dossier = nieuw()
    assert carla.breng(carla.dossier(dossier)).geweigerd == ()
    lijst = {"medewerker_id": carla.medewerker, "vanaf": "2020-01-01", "tot": "2026-11-10"}
    velden = {"gemeente": "0171", **lijst}
    assert els.breng(els.rijen("mandaat", nieuw(), velden, klasse="gemeente")).geweigerd == ()
    gezet = {"status": "vastgesteld", "dagtekening": "2026-11-10", "vastgesteld_op": op}
    plan, klok = nieuw(), carla.klok + 1
    rijen = carla.rijen("pip", plan, gezet, dossier=dossier, klasse="pip", klok=klok)
    assert [g.reden for g in carla.breng(rijen).geweigerd] == ([] if goed else ["mandaat"] * 3)


# --- once more


def test_what_was_taken_once_is_not_weighed_again(samen: Samen, inzicht: Inzicht) -> None:
    """The answer was lost, and a copy from before it was put back; meanwhile the mandate ended."""
    anneke, carla, els = alle = samen("anneke", "carla", "els")
    rij = zet_op_de_lijst(els, carla)
    plan = plan_van(anneke)
    tot_rust(alle)
    stel_vast(carla, plan)
    kopie = carla.bewaar(carla.map / "kopie.db")
    assert carla.ronde_geknipt(na=1)
    verzet(els, rij, tot=-1)
    els.ronde()
    carla.ronde()
    assert carla.weigeringen() == []
    carla.zet_terug(kopie)
    tot_rust(alle)
    assert carla.weigeringen() == []
    assert stand(carla, plan) is stand(anneke, plan) is Pipstatus.VASTGESTELD
    alles_klopt(alle, inzicht)


def test_a_mandate_that_came_on_a_stick_goes_along_with_the_plan(
    samen: Samen, inzicht: Inzicht
) -> None:
    anneke, carla, els = alle = samen("anneke", "carla", "els")
    plan = plan_van(anneke)
    tot_rust(alle)
    zet_op_de_lijst(els, carla)
    els.schrijf_stick(els.map / "stick")
    carla.lees_stick(els.map / "stick")
    stel_vast(carla, plan)
    carla.ronde()
    assert carla.weigeringen() == []
    anneke.ronde()
    assert stand(anneke, plan) is Pipstatus.VASTGESTELD
    tot_rust(alle)
    alles_klopt(alle, inzicht)


def test_what_was_refused_in_an_earlier_round_waits_for_a_person(samen: Samen) -> None:
    """A mandate on a stick does not set a plan that was written in since it was refused."""
    anneke, carla, els = alle = samen("anneke", "carla", "els")
    rij = zet_op_de_lijst(els, carla)
    plan = plan_van(anneke)
    tot_rust(alle)
    haal_van_de_lijst(els, rij)
    els.ronde()
    stel_vast(carla, plan)
    carla.ronde()
    assert redenen(carla) == {"mandaat"}
    pip.voeg_regel_toe(carla.store, plan, Regel("z", "doel", "Ik leer fietsen."))
    zet_op_de_lijst(els, carla)
    els.schrijf_stick(els.map / "stick")
    carla.lees_stick(els.map / "stick")
    carla.ronde()
    assert stand(carla, plan) is Pipstatus.CONCEPT
    assert redenen(carla) == {"mandaat"}


def test_a_choice_between_two_settings_that_came_on_sticks_goes_along_with_them(
    samen: Samen, inzicht: Inzicht
) -> None:
    alle, plan = twee_die_mogen(samen)
    anneke, carla, bram, _els = alle
    for wie in (anneke, carla):
        stel_vast(wie, plan)
        wie.schrijf_stick(wie.map / "stick")
        bram.lees_stick(wie.map / "stick")
    later(bram)
    conflict = bram.conflict()
    versie = next(
        v for v in conflict.versies if v.waarden.get("vastgesteld_door") == anneke.medewerker
    )
    besluit.kies(bram.store, conflict, versie)
    bram.ronde()
    assert bram.weigeringen() == []
    tot_rust(alle)
    assert {laptop.lees(Pip, plan, "vastgesteld_door") for laptop in alle[:3]} == {
        anneke.medewerker
    }
    alles_klopt(alle, inzicht)


def test_the_same_rows_under_another_device_are_known_and_not_refused(centrum: Centrum) -> None:
    carla, els = centrum.laptop("carla"), centrum.laptop("els")
    dossier, plan, lijst = nieuw(), nieuw(), nieuw()
    assert carla.breng(carla.dossier(dossier)).geweigerd == ()
    velden = {"gemeente": "0171", "medewerker_id": carla.medewerker, "vanaf": "2020-01-01"}
    assert els.breng(els.rijen("mandaat", lijst, velden, klasse="gemeente")).geweigerd == ()
    gezet = {"status": "vastgesteld", "dagtekening": "2026-11-20", "inhoud": "{}"}
    rijen = carla.rijen("pip", plan, gezet, dossier=dossier, klasse="pip")
    assert carla.breng(rijen).geweigerd == ()
    assert els.breng([els.rij("mandaat", lijst, "tot", "2020-02-01", klasse="gemeente")]).hoogste
    tweede = centrum.laptop("carla")
    assert tweede.breng([tweede.herstempel(rij) for rij in rijen]).geweigerd == ()
    nieuw_plan = tweede.rijen("pip", nieuw(), gezet, dossier=dossier, klasse="pip")
    assert [g.reden for g in tweede.breng(nieuw_plan).geweigerd] == ["mandaat"] * 3


def test_a_list_that_somebody_kept_is_known_when_it_comes_again(centrum: Centrum) -> None:
    carla = centrum.laptop("carla")
    velden = {"gemeente": "0171", "medewerker_id": nieuw(), "vanaf": "2020-01-01"}
    rijen = carla.rijen("mandaat", nieuw(), velden, klasse="gemeente")
    assert carla.breng(rijen).geweigerd == ()
    with centrum.beheer() as verbinding:
        verbinding.execute(
            "UPDATE viergesprek.persoon SET rol = 'klantmanager' WHERE medewerker = %s",
            (carla.medewerker,),
        )
    tweede = centrum.laptop("carla")
    assert tweede.breng([tweede.herstempel(rij) for rij in rijen]).geweigerd == ()
    anders = tweede.rijen("mandaat", nieuw(), velden, klasse="gemeente")
    assert {g.reden for g in tweede.breng(anders).geweigerd} == {"geen-recht"}


def test_after_the_centre_was_put_back_what_it_had_taken_comes_before_its_mandate(
    samen: Samen, centrum: Centrum
) -> None:
    anneke, carla, els = alle = samen("anneke", "carla", "els")
    eerste, tweede = plan_van(anneke), plan_van(anneke)
    tot_rust(alle)
    gisteren = dump(centrum)
    zet_op_de_lijst(els, carla)
    tot_rust(alle)
    stel_vast(carla, eerste)
    tot_rust(alle)
    zet_terug(centrum, gisteren)
    carla.ronde()
    assert carla.weigeringen() == []
    # From then on it is asked again, also before Els has been there.
    langs_de_schermen(carla, tweede)
    carla.ronde()
    assert redenen(carla) == {"mandaat"}
    tot_rust(alle)
    assert stand(anneke, eerste) is Pipstatus.VASTGESTELD
    assert stand(anneke, tweede) is Pipstatus.CONCEPT


def test_a_setting_goes_in_one_push_where_it_fits(samen: Samen) -> None:
    anneke, els = alle = samen("anneke", "els")
    zet_op_de_lijst(els, anneke)
    tot_rust(alle)
    plan = plan_van(anneke)
    begin = anneke.ik.volgnummer
    stel_vast(anneke, plan)
    aantal = anneke.ik.volgnummer - begin
    assert aantal == len(VASTSTELVELDEN)
    with anneke.store.lees() as sessie:
        verbinding = sessie.connection()

        def porties(na: int, hoogstens: int) -> list[int]:
            uit = []
            while rijen := uitwisseling.te_brengen(verbinding, na, hoogstens):
                uit.append(len(rijen))
                na += len(rijen)
            return uit

        assert porties(begin - 3, 3 + aantal - 1)[-1] == aantal
        assert sum(porties(begin, 4)) == aantal, "what does not fit goes in pieces"


def test_a_mandate_is_given_by_days(samen: Samen) -> None:
    """Also by the centre: the first day counts, and the day after the last one does not."""
    (anneke,) = samen("anneke")
    mandaat(anneke, van=0, tot=0)
    anneke.ronde()
    plan = plan_van(anneke)
    stel_vast(anneke, plan)
    anneke.ronde()
    assert anneke.weigeringen() == []
