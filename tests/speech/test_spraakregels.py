"""Who speaks: the rule, without any sound."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop.catalogi import talen
from desktop.models.schrift import apart, koerdisch_in_arabisch, zet_cijfers
from desktop.models.spraak import (
    Aanbod,
    Opnameregel,
    Spraakbron,
    Stem,
    passende_opname,
    vertrouwd,
    volgorde,
    wie_spreekt,
    zelfde_tekst,
)
from tests.speech.nep import uiting

GOED, SLECHT = Stem("espeak:nl", True), Stem("espeak:ti", False)
VRAAG = uiting(tekst="Waar woont u?")
EIGEN = Opnameregel("", "Waar woont u?")


def test_a_person_goes_before_the_system_before_a_synthetic_voice_before_nobody() -> None:
    alles = Aanbod((EIGEN,), Stem("winrt:nl", True), GOED)
    assert volgorde(VRAAG, alles) == [Spraakbron.MENS, Spraakbron.SYSTEEM, Spraakbron.SYNTHETISCH]
    assert wie_spreekt(VRAAG, replace(alles, opnamen=())) is Spraakbron.SYSTEEM
    assert wie_spreekt(VRAAG, Aanbod(synthetisch=SLECHT)) is Spraakbron.SYNTHETISCH
    assert wie_spreekt(VRAAG, Aanbod()) is Spraakbron.NIEMAND


def test_reading_by_itself_uses_only_trusted_voices_and_always_a_person() -> None:
    assert wie_spreekt(VRAAG, Aanbod(synthetisch=SLECHT), vanzelf=True) is Spraakbron.NIEMAND
    assert wie_spreekt(VRAAG, Aanbod(synthetisch=GOED), vanzelf=True) is Spraakbron.SYNTHETISCH
    mens = Aanbod((EIGEN,), synthetisch=SLECHT)
    assert volgorde(VRAAG, mens, vanzelf=True) == [Spraakbron.MENS]


def test_the_own_dialect_goes_first_and_another_one_is_better_than_none() -> None:
    opnamen = [Opnameregel(d, VRAAG.tekst) for d in ("Jemenitisch", "Iraaks", "Syrisch")]
    gevonden = passende_opname(replace(VRAAG, dialect="Syrisch"), opnamen)
    assert gevonden is not None
    assert gevonden.dialect == "Syrisch"
    ander = passende_opname(replace(VRAAG, dialect="Soedanees"), opnamen)
    assert ander is not None
    assert ander.dialect == "Iraaks"


def test_an_outdated_recording_does_not_count_even_in_the_own_dialect() -> None:
    oud, goed = Opnameregel("Syrisch", "Waar woonde u?"), Opnameregel("Iraaks", VRAAG.tekst)
    vraag = replace(VRAAG, dialect="Syrisch")
    assert passende_opname(vraag, [oud]) is None
    assert passende_opname(vraag, [oud, goed]) == goed


def test_without_a_translation_no_voice_reads() -> None:
    aanbod = Aanbod(synthetisch=GOED, systeem=GOED)
    assert wie_spreekt(replace(VRAAG, uitspraak=""), aanbod) is Spraakbron.NIEMAND
    assert wie_spreekt(replace(VRAAG, uitspraak=apart(" ")), aanbod) is Spraakbron.NIEMAND


def test_what_has_no_context_has_no_recording() -> None:
    assert passende_opname(replace(VRAAG, context=""), [EIGEN]) is None


@pytest.mark.parametrize(
    ("gelezen", "op_scherm", "zelfde"),
    [
        ("Hebt u 3 kinderen?", f"Hebt u {apart('3')} kinderen?", True),
        ("لديك 3 أطفال", zet_cijfers("لديك 3 أطفال", "٠١٢٣٤٥٦٧٨٩"), True),
        ("Hûn îro çawa ne?", koerdisch_in_arabisch("Hûn îro çawa ne?"), True),
        ("Hûn îro çawa ne?", koerdisch_in_arabisch("Hûn çawa ne?"), False),
        ("Waar woont u?", "Waar  woont u? ", True),
        ("Waar woont u?", "Waar woont u", False),
        ("Waar woont u?", "waar woont u?", False),
    ],
)
def test_a_recording_is_outdated_only_when_it_would_sound_different(
    gelezen: str, op_scherm: str, zelfde: bool
) -> None:
    assert zelfde_tekst(gelezen, op_scherm) is zelfde


def test_a_borrowed_voice_is_trusted_only_after_a_speaker_tried_it() -> None:
    dari = replace(talen()["prs"], stem_vertrouwd=True)
    assert dari.stem_van
    assert not vertrouwd(dari, "espeak:fa", ())
    assert vertrouwd(dari, "espeak:fa", {"espeak:fa"})


def test_the_voices_that_are_trusted_by_themselves_are_those_of_the_issue() -> None:
    goed = {t.tag for t in talen().values() if t.stem and vertrouwd(t, f"espeak:{t.stem}", ())}
    assert goed == {"nl", "en", "fr", "es", "ru", "tr"}
