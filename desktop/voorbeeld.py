"""Made-up people: the caseload of the demo."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from desktop.models.antwoord import Antwoordstatus, Keuze, Notitiesoort, Wijze
from desktop.models.dossier import (
    Alfabetisering,
    DoelgroepPeriode,
    Dossier,
    GedetailleerdeDoelgroep,
    Huisgenoot,
    Indeling,
    Medewerker,
    Relatie,
    Rol,
    nieuw_nummer,
    sorteernaam,
)
from desktop.models.intake import OPENING, BredeIntake, nieuwe_intake
from desktop.models.intakedelen import Afspraak
from desktop.models.voortgang import relevant
from desktop.models.vragen import SCHAAL_WOORDEN, Vraag, Vraagtype
from desktop.models.zitting import Aanwezigheid, Deelnemer, Partij, Zitting
from desktop.store.store import Store

DEMO_WACHTZIN = "vier mensen aan tafel"

_MENSEN = (
    # voornamen, achternaam, geboren, taal, leestaal, alfabetisering, nationaliteit, dagen geleden
    ("Amina", "Haddad", "1991-04-12", "ar", "ar", "AA", "SY", 20),
    ("Yonas", "Tekle", "1998", "ti", "ti", "AA", "ER", 34),
    ("Samira", "Al Khatib", "1985-11-02", "ar", "ar", "AA", "SY", 51),
    ("Mehmet", "Yıldız", "1979-07-23", "tr", "tr", "NVT", "TR", 12),
    ("Fatuma", "Warsame", "1993", "so", "so", "NVT", "SO", 8),
    ("Berivan", "Demir", "1996-02-14", "kmr", "tr", "NVT", "TR", 41),
    ("Ghulam", "Rahimi", "1988", "prs", "prs", "AA", "AF", 27),
    ("Selam", "Haile", "2001-09", "ti", None, "A", "ER", 15),
    ("Omar", "Darwish", "1974-01-30", "ar", None, "A", "SY", 62),
    ("Parisa", "Moradi", "1990-05-19", "fa", "fa", "AA", "IR", 30),
    ("Hassan", "Abdullahi", "1987", "so", "en", "NVT", "SO", 5),
    ("Layla", "Nasser", "1999-12-08", "ar", "ar", "AA", "YE", 19),
    ("Dilan", "Mahmoud", "1994", "ckb", "ckb", "AA", "IQ", 44),
    ("Kidane", "Gebreyesus", "1982-06", "ti", "ti", "AA", "ER", 55),
    ("Nadia", "Saleh", "1977-03-03", "ar", "ar", "AA", "SD", 9),
    ("Zarmina", "Safi", "1997", "ps", None, "A", "AF", 37),
    ("Ibrahim", "Osman", "1992-08-17", "ar", "ar", "AA", "SD", 23),
    ("Hiwot", "Tesfaye", "1995-10", "am", "am", "AA", "ET", 48),
)


def vul_demo(store: Store) -> None:
    """Fills an empty store with a caseload. The user becomes Anneke de Boer."""
    with store.work() as work:
        anneke = Medewerker(
            naam="Anneke de Boer",
            gemeente="0171",
            telefoon="0527 00 00 11",
            email="a.deboer@voorbeeld.example",
        )
        jelle = Medewerker(naam="Jelle Kramer", gemeente="0184", telefoon="0527 00 00 12")
        chef = Medewerker(naam="Karin Visser", gemeente="0171", rol=Rol.LEIDINGGEVENDE)
        work.voeg_toe(anneke, jelle, chef)
        ids = [anneke.id, jelle.id]
    store.word(ids[0])
    vandaag = store.vandaag()
    dossiers = []
    with store.work() as work:
        for n, mens in enumerate(_MENSEN):
            dossier = _dossier(mens, ids[n % 3 == 2], vandaag)
            dossiers.append(dossier)
            work.voeg_toe(dossier)
    _intake(store, dossiers[0], vandaag - timedelta(days=3), tot=46)
    _intake(store, dossiers[2], vandaag - timedelta(days=16), tot=999)
    _intake(store, dossiers[7], vandaag + timedelta(days=2), tot=0)


def een_intake(store: Store, *, antwoorden: int) -> None:
    """One made-up dossier of the user's with an intake of so many answers; for measuring."""
    assert store.gebruiker_id is not None
    mens = (*_MENSEN[0][:7], 7)
    dossier = _dossier(mens, store.gebruiker_id, store.vandaag())
    with store.work() as work:
        work.voeg_toe(dossier)
    _intake(store, dossier, store.vandaag(), tot=antwoorden)


def _dossier(mens: tuple[Any, ...], klantmanager_id: str, vandaag: date) -> Dossier:
    voornamen, achternaam, geboren, taal, leestaal, alfa, land, dagen = mens
    gekend = vandaag - timedelta(days=dagen)
    dossier = Dossier(
        nummer=nieuw_nummer("0171", vandaag),
        voornamen=voornamen,
        achternaam=achternaam,
        sorteernaam=sorteernaam(voornamen, achternaam),
        geboortedatum=geboren,
        v_nummer=f"{27000000 + dagen * 991:010d}",
        nationaliteit=land,
        gemeente="0184" if dagen % 4 == 0 else "0171",
        spreektaal=taal,
        leestaal=leestaal,
        alfabetisering=Alfabetisering(alfa),
        datum_koppeling=gekend - timedelta(days=30),
        datum_kennisgeving=gekend,
        datum_brp=gekend + timedelta(days=4),
        klantmanager_id=klantmanager_id,
        telefoon=f"06 0000 {dagen:04d}",
    )
    dossier.doelgroepen.append(
        DoelgroepPeriode(
            vanaf=gekend,
            indeling=Indeling.ASIELSTATUSHOUDER,
            gedetailleerd=GedetailleerdeDoelgroep.ASIELSTATUSHOUDER,
        )
    )
    if dagen % 3 == 0:
        dossier.huisgenoten.append(
            Huisgenoot(naam="Sami", relatie=Relatie.KIND, geboortejaar=vandaag.year - 6)
        )
    return dossier


def _intake(store: Store, dossier: Dossier, dag: date, *, tot: int) -> None:
    """An intake with `tot` answers; closed when all were given."""
    intake = nieuwe_intake(dossier, store.lijst, taal=dossier.spreektaal or "nl")
    store.begin_intake(intake)
    with store.work() as work:
        work.voeg_toe(_zitting(intake, dossier, dag, geweest=tot > 0))
    if not tot:
        return
    with store.work() as work:
        open_intake = work.get(BredeIntake, intake.id)
        for punt in OPENING:
            open_intake.bevestig_opening(punt, nu=work.nu)
        open_intake.begin_gesprek()
        open_intake.meld_alleen(True, door=work.door, nu=work.nu)
        for n, vraag in enumerate(store.lijst.gespreksvolgorde[:tot]):
            if relevant(open_intake, vraag, store.lijst):
                _antwoord(open_intake, vraag, n, work.door, work.nu)
        if tot >= len(store.lijst.vragen):
            _sluit(open_intake, store, dag)


def _zitting(intake: BredeIntake, dossier: Dossier, dag: date, *, geweest: bool) -> Zitting:
    zitting = Zitting(
        dossier_id=dossier.id,
        intake_id=intake.id,
        datum=dag,
        tijd="10:00",
        tolk_bureau="Tolkenbureau Voorbeeld",
        tolk_wbtv="00000",
        tolk_taal=dossier.spreektaal,
        tolk_verstaan=True if geweest else None,
    )
    er = Aanwezigheid.AANWEZIG if geweest else Aanwezigheid.UITGENODIGD
    for n, (partij, naam, organisatie) in enumerate(
        (
            (Partij.CLIENT, dossier.naam, ""),
            (Partij.KLANTMANAGER, "Anneke de Boer", "Gemeente Noordoostpolder"),
            (Partij.COA, "Mirjam Smit", "COA"),
            (Partij.VLUCHTELINGENWERK, "Henk Post", "VluchtelingenWerk"),
        )
    ):
        zitting.deelnemers.append(
            Deelnemer(
                dossier_id=dossier.id,
                partij=partij,
                naam=naam,
                organisatie=organisatie,
                aanwezigheid=er,
                volgorde=n,
            )
        )
    return zitting


def _antwoord(intake: BredeIntake, vraag: Vraag, n: int, door: str | None, nu: Any) -> None:
    wijze = Wijze.GEWEZEN if vraag.voor_client else Wijze.INGEVULD
    if n % 17 == 11 and not vraag.oordeel:
        intake.antwoord_niet(vraag, Antwoordstatus.ZEG_NIET, door=door, wijze=Wijze.TOLK, nu=nu)
        return
    codes = vraag.keuzecodes
    if vraag.type is Vraagtype.SCALE:
        keuze = Keuze((codes[2 + n % 3],))
    elif vraag.type is Vraagtype.MULTI:
        keuze = Keuze(tuple(c for c in codes if c != vraag.geen)[: 1 + n % 2])
    elif vraag.type is Vraagtype.NUM:
        keuze = Keuze(waarde=str(max(vraag.minimaal or 0, 2)))
    elif vraag.type is Vraagtype.DATE:
        keuze = Keuze(waarde=str(nu.date() + timedelta(days=30)))
    elif codes:
        keuze = Keuze((codes[n % min(2, len(codes))],))
    elif vraag.raster is not None:
        keuze = Keuze(delen=_rastervulling(vraag))
    else:
        keuze = Keuze(waarde="Rustig aan beginnen, en op woensdag vrij voor de kinderen.")
    intake.beantwoord(vraag, keuze, door=door, wijze=wijze, nu=nu)
    if vraag.type is Vraagtype.SCALE:
        woord = SCHAAL_WOORDEN[keuze.opties[0]].lower()
        intake.motiveer(vraag, f"Uit het gesprek blijkt: {woord}; er is al hulp van vrienden.")
    if n % 13 == 4:
        intake.noteer(
            vraag.domein,
            "Kijkt uit naar de eerste les. Vraagt om een plek dicht bij huis.",
            vraag=vraag,
            soort=Notitiesoort.GEWOON,
            door=door,
            nu=nu,
        )


_CELTEKST = {"taal": "Arabisch", "reden": "volgt uit toets en gesprek"}


def _rastervulling(vraag: Vraag) -> dict[str, Any]:
    raster = vraag.raster
    assert raster is not None
    rijen = [rij.code for rij in raster.rijen] or ["1"]
    uit: dict[str, Any] = {}
    for rij in rijen:
        for kolom in raster.kolommen:
            if kolom.type == "keuze" and kolom.opties:
                uit[f"{rij}.{kolom.code}"] = kolom.opties[-1].code
            elif kolom.type == "aan" and kolom is raster.kolommen[0]:
                uit[f"{rij}.{kolom.code}"] = True
            elif kolom.type == "getal":
                uit[f"{rij}.{kolom.code}"] = 6
            elif kolom.type == "tekst":
                uit[f"{rij}.{kolom.code}"] = _CELTEKST.get(kolom.code, "besproken")
    return uit


def _sluit(intake: BredeIntake, store: Store, dag: date) -> None:
    intake.sterke_punten = "Werkt graag samen, heeft jaren in een keuken gestaan en leert snel."
    intake.wens_een_jaar = "Een gesprek voeren in het Nederlands en zelf met de bus reizen."
    intake.wens_drie_jaar = "Betaald werk in een keuken en een eigen huis voor het gezin."
    intake.teach_back = "Eerst de toets, dan het plan. Anneke belt als de toets gepland is."
    for n, (wat, wie, over) in enumerate(
        (
            ("Leerbaarheidstoets op het gemeentehuis", "Anneke de Boer", 10),
            ("Kennismaken bij de taalschool", "Taalschool", 17),
            ("Gesprek over het plan (PIP)", "Anneke de Boer", 31),
        )
    ):
        intake.afspraken.append(
            Afspraak(
                dossier_id=intake.dossier_id,
                wat=wat,
                wie=wie,
                datum=dag + timedelta(days=over),
                volgorde=n,
            )
        )
    intake.sluit(store.lijst, op=dag, reden="De laatste vragen komen terug bij het plan.")
