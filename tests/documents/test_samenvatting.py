"""The summary on paper: what is in it, what never is, and texts that want to break it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from desktop.documents.gegevens import (
    Afspraakregel,
    Antwoordblok,
    Domeinblok,
    Keus,
    Samenvatting,
    Score,
    Zittingregel,
)
from desktop.documents.huisstijl import Huisstijl
from desktop.documents.samenvatting import maak_samenvatting
from desktop.models.antwoord import Antwoordstatus, Keuze, Notitiesoort, Wijze
from desktop.models.dossier import Dossier
from desktop.models.intake import BredeIntake
from desktop.models.intakedelen import Afspraak
from desktop.models.voortgang import telt_mee
from desktop.models.vragen import BESLOTEN_DOMEINEN, Vraag, Vraagtype, Vragenlijst
from desktop.store.store import Store
from desktop.views.stijl import TINTEN
from tests.documents.conftest import BSN, merk, schrijf_op
from tests.pagina.papieren import Papier

Paper = Callable[..., Papier]
Change = Callable[[str, Callable[[BredeIntake], object]], None]

NU = datetime(2026, 11, 23, 9, tzinfo=UTC)
KEUZES = [(False, False), (True, False), (False, True), (True, True)]


def merken(vraag: Vraag) -> list[str]:
    """What only the answer to this question brings on paper."""
    uit = [vraag.tekst] if vraag.type is not Vraagtype.SCALE else [merk("reden", vraag.code)]
    uit += [
        merk("deel", f"{vraag.code}{deel.code}")
        for deel in vraag.delen
        if deel.type is Vraagtype.TEXT and not deel.als
    ]
    return uit


def is_gezond(vraag: Vraag) -> bool:
    """A note is health where its question is, and everywhere in the two blocks."""
    return vraag.gezondheid or vraag.domein in BESLOTEN_DOMEINEN


# What is printed


def test_every_question_counts_in_the_full_intake(
    store: Store, lijst: Vragenlijst, volle_intake: Callable[..., str]
) -> None:
    id_ = volle_intake()
    with store.lees() as sessie:
        intake = sessie.get_one(BredeIntake, id_)
        telt = {v.code for v in lijst.vragen.values() if telt_mee(intake, v, lijst)}
    assert telt == set(lijst.vragen)


@pytest.mark.parametrize(("gezondheid", "afgeschermd"), KEUZES)
def test_health_and_what_is_shielded_are_printed_only_when_chosen(
    lijst: Vragenlijst,
    volle_intake: Callable[..., str],
    samenvatting: Paper,
    gezondheid: bool,
    afgeschermd: bool,
) -> None:
    papier = samenvatting(volle_intake(), gezondheid=gezondheid, afgeschermd=afgeschermd)
    tekst, letters = papier.tekst, papier.letters
    for vraag in lijst.vragen.values():
        mag = (gezondheid or not vraag.gezondheid) and (afgeschermd or not vraag.afgeschermd)
        for stuk in merken(vraag):
            # In a narrow column a long word is broken.
            staat_er = stuk in tekst or "".join(stuk.split()) in letters
            assert staat_er is mag, f"{vraag.code}: {stuk}"
        mag_notitie = (gezondheid or not is_gezond(vraag)) and (
            afgeschermd or not vraag.afgeschermd
        )
        assert (merk("notitie", vraag.code) in letters) is mag_notitie, vraag.code
    assert (merk("geheim", "SP") in letters) is afgeschermd
    assert (merk("geheim", "FG") in letters) is (afgeschermd and gezondheid)
    assert (merk("domein", "MG") in letters) is gezondheid
    assert merk("domein", "WO") in letters


def test_there_are_health_and_shielded_questions_to_leave_out(lijst: Vragenlijst) -> None:
    gezond = {v.code for v in lijst.vragen.values() if v.gezondheid}
    assert {"AD04", "AD10", "AD11", "MO10", "MO11", "OP08", "FG01", "FG12", "MG12"} <= gezond
    assert {v.code for v in lijst.vragen.values() if v.afgeschermd} == {"RE11", "MG10"}


def test_the_paper_says_what_was_left_out(
    volle_intake: Callable[..., str], samenvatting: Paper
) -> None:
    id_ = volle_intake()
    kaal = samenvatting(id_).tekst
    assert "Zonder gezondheid en zonder afgeschermde notities." in kaal
    assert "Weggelaten:" in kaal
    assert "staan niet in deze afdruk" in kaal
    vol = samenvatting(id_, gezondheid=True, afgeschermd=True).tekst
    assert "Met gezondheid en met afgeschermde notities." in vol
    assert "Weggelaten:" not in vol
    assert "niet in deze afdruk" not in vol


def test_a_score_about_health_is_not_in_the_chart_either(
    volle_intake: Callable[..., str], samenvatting: Paper
) -> None:
    id_ = volle_intake()
    assert samenvatting(id_).tekst.count("niet afgedrukt") == 3  # FG, MG and AD
    assert "niet afgedrukt" not in samenvatting(id_, gezondheid=True).tekst


@pytest.mark.parametrize(("gezondheid", "afgeschermd"), KEUZES)
def test_the_bsn_is_nowhere_on_any_paper(
    volle_intake: Callable[..., str], samenvatting: Paper, gezondheid: bool, afgeschermd: bool
) -> None:
    papier = samenvatting(volle_intake(), gezondheid=gezondheid, afgeschermd=afgeschermd)
    assert BSN not in papier.letters
    assert BSN.encode() not in papier.inhoud
    assert not any(BSN in waarde for waarde in papier.gegevens.values())


def test_every_page_has_the_number_of_the_dossier_and_counts(
    store: Store, volle_intake: Callable[..., str], samenvatting: Paper
) -> None:
    id_ = volle_intake()
    with store.lees() as sessie:
        nummer = sessie.get_one(BredeIntake, id_).dossier.nummer
    bladzijden = samenvatting(id_, gezondheid=True, afgeschermd=True).bladzijden
    assert len(bladzijden) > 3
    for n, blad in enumerate(bladzijden, 1):
        assert f"Dossier {nummer}, vertrouwelijk" in blad
        assert f"Bladzijde {n} van {len(bladzijden)}" in blad


def test_every_page_is_an_a4(volle_intake: Callable[..., str], samenvatting: Paper) -> None:
    assert set(samenvatting(volle_intake()).maten) == {(595, 842)}


def test_the_file_does_not_say_of_whom_it_is(
    volle_intake: Callable[..., str], samenvatting: Paper
) -> None:
    gegevens = samenvatting(volle_intake()).gegevens
    assert "0171-26-" in gegevens["/Title"]
    assert not any("Gebremedhin" in waarde for waarde in gegevens.values())


def test_strengths_come_before_the_wishes_and_the_domains(
    lijst: Vragenlijst, volle_intake: Callable[..., str], samenvatting: Paper
) -> None:
    tekst = samenvatting(volle_intake()).tekst
    sterk = tekst.index("Kookt graag en leert snel.")
    assert tekst.index("Wat goed gaat") < sterk < tekst.index("Zelf met de bus.")
    assert sterk < min(tekst.index(domein.titel) for domein in lijst.domeinen)


def test_a_score_stands_with_its_words_and_its_reason(
    volle_intake: Callable[..., str], samenvatting: Paper
) -> None:
    tekst = samenvatting(volle_intake()).tekst
    assert f"Score 3: Lukt met veel hulp Omdat {merk('reden', 'FI13')}." in tekst


def test_a_skipped_domain_stands_with_the_reason_and_keeps_its_notes(
    volle_intake: Callable[..., str], samenvatting: Paper, verander: Change, lijst: Vragenlijst
) -> None:
    id_ = volle_intake()
    verander(id_, lambda intake: intake.sla_domein_over("WO", "Woont nog in het azc."))
    tekst = samenvatting(id_).tekst
    assert "Niet gevraagd: Woont nog in het azc." in tekst
    assert merk("domein", "WO") in tekst, "a note is not lost"
    for vraag in lijst.domein("WO").vragen:
        assert vraag.tekst not in tekst


def test_why_health_was_not_asked_after_is_health_too(
    volle_intake: Callable[..., str], samenvatting: Paper, verander: Change
) -> None:
    id_ = volle_intake()
    verander(id_, lambda intake: intake.sla_domein_over("MG", "Is bij de psychiater."))
    kaal = samenvatting(id_).tekst
    assert "psychiater" not in kaal
    assert "Niet gevraagd." in kaal
    assert "Niet gevraagd: Is bij de psychiater." in samenvatting(id_, gezondheid=True).tekst


def test_answers_that_no_longer_matter_are_not_printed(
    volle_intake: Callable[..., str], samenvatting: Paper, verander: Change, lijst: Vragenlijst
) -> None:
    id_ = volle_intake()
    van_kinderen = [lijst.vragen[code] for code in ("OP02", "OP03", "OP04", "OP09", "MO09")]
    tekst = samenvatting(id_).tekst
    assert all(vraag.tekst in tekst for vraag in van_kinderen)

    def geen_kinderen(intake: BredeIntake) -> None:
        nu = intake.alleenmomenten[0].op
        keuze = Keuze(waarde="0")
        intake.beantwoord(lijst.vragen["OP01"], keuze, door=None, wijze=Wijze.TOLK, nu=nu)

    verander(id_, geen_kinderen)
    tekst = samenvatting(id_).tekst
    assert lijst.vragen["OP01"].tekst in tekst
    assert not [vraag.code for vraag in van_kinderen if vraag.tekst in tekst]


@pytest.mark.parametrize(
    ("status", "woord"),
    [
        (Antwoordstatus.WEET_NIET, "Weet ik niet"),
        (Antwoordstatus.ZEG_NIET, "Wil ik niet zeggen"),
        (Antwoordstatus.LATER, None),
        (Antwoordstatus.OPEN, None),
    ],
)
def test_not_answering_is_printed_as_what_the_client_said(
    volle_intake: Callable[..., str],
    samenvatting: Paper,
    verander: Change,
    lijst: Vragenlijst,
    status: Antwoordstatus,
    woord: str | None,
) -> None:
    id_, vraag = volle_intake(), lijst.vragen["FI02"]

    def niet(intake: BredeIntake) -> None:
        nu = intake.alleenmomenten[0].op
        intake.antwoord_niet(vraag, status, door=None, wijze=Wijze.TOLK, nu=nu)

    verander(id_, niet)
    tekst = samenvatting(id_).tekst
    if woord is None:
        assert vraag.tekst not in tekst
    else:
        assert f"{vraag.tekst} {woord}" in tekst


def test_an_intake_without_anything_makes_a_paper_too(
    maak_intake: Callable[..., str], samenvatting: Paper
) -> None:
    tekst = samenvatting(maak_intake(geopend=False)).tekst
    assert "Tesfay Gebremedhin" in tekst
    assert "Nog niet afgesloten" in tekst
    assert "Er is nog geen zitting gepland." in tekst
    assert tekst.count("Nog niet besproken.") == 10


def test_agreements_and_the_people_at_the_table_are_printed(
    volle_intake: Callable[..., str], samenvatting: Paper, verander: Change
) -> None:
    id_ = volle_intake()

    def vul(intake: BredeIntake) -> None:
        intake.zittingen[0].deelnemers[2].naam = "Mirjam Smit"
        for wat, dag in (("Leerbaarheidstoets", date(2026, 12, 8)), ("Kennismaken", None)):
            afspraak = intake.spreek_af()
            afspraak.zet("wat", wat)
            afspraak.zet("wie", "Anneke")
            afspraak.zet("datum", dag)

    verander(id_, vul)
    tekst = samenvatting(id_).tekst
    assert "08-12-2026 Leerbaarheidstoets Anneke" in tekst
    assert "Datum volgt Kennismaken" in tekst
    assert "Mirjam Smit" in tekst


# Texts that want to break the paper

MARKUP = "<b>vet & <i>scheef</b> &amp; </para> <font color='red'> <br/> 1 < 2 > 0"


def test_what_looks_like_markup_is_printed_as_it_was_typed(
    store: Store,
    volle_intake: Callable[..., str],
    samenvatting: Paper,
    verander: Change,
    lijst: Vragenlijst,
) -> None:
    id_ = volle_intake(voornamen="<b>&", achternaam="</para>")

    def vul(intake: BredeIntake) -> None:
        intake.sterke_punten = f"sterk {MARKUP}"
        intake.wens_een_jaar = f"wens {MARKUP}"
        intake.teach_back = f"terug {MARKUP}"
        intake.sla_domein_over("WO", f"over {MARKUP}")
        schrijf_op(intake, "SP", f"noot {MARKUP}")
        intake.motiveer(lijst.vragen["FI13"], f"reden {MARKUP}")
        afspraak = intake.spreek_af()
        afspraak.zet("wat", f"wat {MARKUP}")
        afspraak.zet("wie", "<u>ik</u>")
        intake.zittingen[0].deelnemers[0].naam = "<s>wie & wat"
        intake.sluitreden = f"sluit {MARKUP}"

    verander(id_, vul)
    tekst = samenvatting(id_).tekst
    for waar in ("sterk", "wens", "terug", "over", "noot", "reden", "wat", "sluit"):
        assert f"{waar} {MARKUP}" in tekst, waar
    assert "<b>& </para>" in tekst
    assert "<u>ik</u>" in tekst
    assert "<s>wie & wat" in tekst


LEEG = Samenvatting(
    nummer="0171-26-ABC123",
    naam="Tesfay",
    geboren="",
    gemeente="Noordoostpolder",
    taal="Arabisch",
    klantmanager="Anneke",
    gesloten_op=None,
    sluitreden="",
    gemaakt_op=date(2026, 11, 23),
    keus=Keus(),
    zittingen=(),
    sterke_punten="",
    wens_een_jaar="",
    wens_drie_jaar="",
    teach_back="",
    afspraken=(),
    domeinen=(),
    scores=(),
    open_vragen=0,
    weggelaten=0,
)


def overal(tekst: str) -> Samenvatting:
    """The same text at every place where somebody can type."""
    blok = Domeinblok(
        code="SP",
        titel="Sociale participatie",
        overgeslagen=None,
        score="3: Lukt met veel hulp",
        reden=tekst,
        antwoorden=(Antwoordblok("Wie ken je?", (tekst,)),),
        notities=(tekst,),
        weggelaten=0,
    )
    return replace(
        LEEG,
        naam=tekst,
        klantmanager=tekst,
        sluitreden=tekst,
        zittingen=(Zittingregel("23-11-2026", tekst, (tekst,), tekst),),
        sterke_punten=tekst,
        wens_een_jaar=tekst,
        wens_drie_jaar=tekst,
        teach_back=tekst,
        afspraken=(Afspraakregel(date(2026, 12, 8), tekst, tekst),),
        domeinen=(blok, replace(blok, overgeslagen=tekst)),
        scores=(Score("SP", "Sociale participatie", 3, 1),),
    )


AANTAL_PLAATSEN = 19


@pytest.mark.parametrize(
    "tekst",
    [
        "Een lang verhaal over vroeger. " * 300 + "EINDEVANVERHAAL",
        "x" * 3000 + "EINDEVANVERHAAL",
        "regel\n" * 200 + "EINDEVANVERHAAL",
        "مرحبا ሰላም Yıldız ł ẞ €  EINDEVANVERHAAL",
        "\x00\x0b\x1f\ufffe tab\tEINDEVANVERHAAL",
    ],
    ids=["a story", "one word", "many lines", "other scripts", "control characters"],
)
def test_no_typed_text_is_too_much_and_nothing_of_it_is_lost(tekst: str) -> None:
    papier = Papier(maak_samenvatting(overal(tekst), Huisstijl(TINTEN, {})))
    assert papier.letters.count("EINDEVANVERHAAL") == AANTAL_PLAATSEN


def test_forty_long_notes_stand_there_all(
    volle_intake: Callable[..., str], samenvatting: Paper, verander: Change
) -> None:
    id_ = volle_intake()

    def noteer(intake: BredeIntake) -> None:
        for n in range(40):
            schrijf_op(intake, "WK", f"Dit is {merk('lang', str(n))}. " + "Nog een zin. " * 60)

    verander(id_, noteer)
    letters = samenvatting(id_).letters
    assert all(merk("lang", str(n)) in letters for n in range(40))


def test_many_agreements_run_over_several_pages(
    store: Store, volle_intake: Callable[..., str], samenvatting: Paper, verander: Change
) -> None:
    id_ = volle_intake()

    def spreek_af(intake: BredeIntake) -> None:
        for n in range(80):
            intake.afspraken.append(
                Afspraak(
                    dossier_id=intake.dossier_id,
                    wat=merk("wat", str(n)),
                    datum=date(2026, 12, 1) + timedelta(days=n),
                    volgorde=n,
                )
            )

    verander(id_, spreek_af)
    letters = samenvatting(id_).letters
    assert all(merk("wat", str(n)) in letters for n in range(80))


@pytest.mark.parametrize("scores", [0, 1, 2, 10])
def test_the_chart_can_be_drawn_with_any_number_of_scores(scores: int) -> None:
    alle = tuple(
        Score(
            code, code, n % 5 + 1 if n < scores else None, (1, 3, 5)[n % 3] if n < scores else None
        )
        for n, code in enumerate(TINTEN)
    )
    papier = Papier(maak_samenvatting(replace(LEEG, scores=alle), Huisstijl(TINTEN, {})))
    assert ("De tien leefdomeinen in één beeld" in papier.tekst) is (scores > 0)


def test_the_name_stands_on_paper_as_it_is_in_the_dossier(
    store: Store, volle_intake: Callable[..., str], samenvatting: Paper
) -> None:
    id_ = volle_intake(voornamen="Ayşe", achternaam="Yıldız-Đorđević")
    with store.lees() as sessie:
        naam = sessie.get_one(Dossier, sessie.get_one(BredeIntake, id_).dossier_id).naam
    assert naam in samenvatting(id_).tekst


def test_a_scrap_of_paper_is_in_no_summary_and_not_counted_either(
    maak_intake: Callable[..., str], verander: Change, samenvatting: Paper
) -> None:
    id_ = maak_intake()

    def noteer(intake: BredeIntake) -> None:
        for tekst, soort in (
            ("Nog bellen.", Notitiesoort.WERKAANTEKENING),
            ("Vertelt graag.", Notitiesoort.GEWOON),
        ):
            intake.noteer("WO", tekst, vraag=None, soort=soort, door=None, nu=NU)

    verander(id_, noteer)
    tekst = samenvatting(id_, gezondheid=True, afgeschermd=True).tekst
    assert "Vertelt graag." in tekst
    assert "Nog bellen." not in tekst
    assert "niet in deze afdruk" not in tekst
