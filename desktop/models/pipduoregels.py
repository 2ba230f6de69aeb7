"""What DUO refuses of a plan, (a) to (f), and what the term does not allow (domain.md 0.1, 5.4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from desktop.models.formulier import datum_nederlands
from desktop.models.pipduo import ALFABETISERING
from desktop.models.pipfeiten import Bevinding, Pipfeiten, hint
from desktop.models.pipinhoud import Leerroute, Niveau, Pipinhoud
from desktop.models.pipkader import Pipkader
from desktop.taal import N_

TERMIJN = N_("Termijn")
VOLLEDIG = N_("Volledig")


def voorgesteld_niveau(inhoud: Pipinhoud) -> Niveau | None:
    """What DUO makes of a level that was left out (rule (e)); None where nothing changes."""
    zonder = inhoud.niveau is None and inhoud.leerroute in (Leerroute.B1, Leerroute.ONDERWIJS)
    return Niveau.B1 if zonder else None


def duo(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    """What DUO would refuse, or change without a word (domain.md 5.4)."""
    yield from _dagtekening(inhoud, feiten)
    route, niveau = inhoud.leerroute, inhoud.niveau
    if niveau is Niveau.A2 and route is Leerroute.ONDERWIJS:
        yield Bevinding("DUO (b)", "niveau", "Niveau A2 hoort niet bij de onderwijsroute.")
    if niveau is Niveau.B1 and route is Leerroute.Z:
        yield Bevinding("DUO (c)", "niveau", "Niveau B1 hoort niet bij de Z-route.")
    if niveau is Niveau.A2 and route is Leerroute.B1 and feiten.eerste_pip:
        yield Bevinding(
            "DUO (d)",
            "niveau",
            "Dit is het eerste plan. De B1-route begint altijd met niveau B1.",
        )
    if voorgesteld_niveau(inhoud) is not None:
        yield hint("DUO (e)", "niveau", "Er is geen niveau gekozen. DUO maakt er B1 van.")
    yield from _intensiteit(inhoud, feiten, kader)
    if inhoud.alfabetisering not in ALFABETISERING:
        yield Bevinding(
            "DUO (code)",
            "alfabetisering",
            "Kies welke les in lezen en schrijven nodig is: A, AA of NVT.",
        )


def _dagtekening(inhoud: Pipinhoud, feiten: Pipfeiten) -> Iterator[Bevinding]:
    dag, veld = inhoud.data.dagtekening, "data.dagtekening"
    if dag is None:
        yield Bevinding(VOLLEDIG, veld, "Kies de dag van het plan.")
        return
    if feiten.begin_plicht is not None and dag < feiten.begin_plicht:
        yield Bevinding(
            "DUO (a)",
            veld,
            "De dag van het plan ligt voor het begin van de inburgeringsplicht ({dag}).",
            {"dag": datum_nederlands(feiten.begin_plicht)},
        )
    # Whether a coupling counts as settling is not known (domain.md 2.1): a hint only.
    if feiten.vestiging is not None and dag < feiten.vestiging:
        yield hint(
            "DUO (a)",
            veld,
            "De dag van het plan ligt voor de vestiging in de gemeente ({dag}). "
            "DUO kan het plan weigeren.",
            dag=datum_nederlands(feiten.vestiging),
        )
    if feiten.vorige_dagtekening is not None and dag < feiten.vorige_dagtekening:
        yield Bevinding(
            "DUO (a)",
            veld,
            "De dag van het plan ligt voor die van het vorige plan ({dag}).",
            {"dag": datum_nederlands(feiten.vorige_dagtekening)},
        )


def _intensiteit(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    uren, beleid = inhoud.intensiteit, kader.beleid
    mag = inhoud.leerroute is Leerroute.B1 and feiten.asiel is True
    if uren is None:
        if mag:
            yield hint(VOLLEDIG, "intensiteit", "Schat hoeveel uur les de B1-route in totaal kost.")
        return
    if not mag:
        yield Bevinding(
            "DUO (f)",
            "intensiteit",
            "De geschatte uren horen alleen bij de B1-route van een asielstatushouder.",
        )
    elif not beleid.intensiteit_laagst <= uren <= beleid.intensiteit_hoogst:
        yield Bevinding(
            "DUO (f)",
            "intensiteit",
            "De geschatte uren liggen tussen {laagst} en {hoogst}.",
            {"laagst": beleid.intensiteit_laagst, "hoogst": beleid.intensiteit_hoogst},
        )


# The term


def termijn(inhoud: Pipinhoud, feiten: Pipfeiten, kader: Pipkader) -> Iterator[Bevinding]:
    """Days that cannot be, or that come too late (domain.md 2.2)."""
    data = inhoud.data
    dag = data.dagtekening
    if dag is not None:
        if feiten.pip_uiterlijk is not None and feiten.eerste_pip and dag > feiten.pip_uiterlijk:
            yield hint(
                TERMIJN,
                "data.dagtekening",
                "Het plan moest klaar zijn op {dag}. Die dag is voorbij.",
                dag=datum_nederlands(feiten.pip_uiterlijk),
            )
        if data.bekendmaking is not None and data.bekendmaking < dag:
            yield Bevinding(
                TERMIJN,
                "data.bekendmaking",
                "De brief is niet eerder verstuurd dan de dag van het plan.",
            )
    yield from _begin(inhoud, feiten)
    start, einde = data.termijn_start, data.termijn_einde
    if start is not None and einde is not None and einde <= start:
        yield Bevinding(
            TERMIJN, "data.termijn_einde", "De inburgeringstermijn eindigt voor het begin."
        )
    if einde is not None:
        laat = [r for r in inhoud.regels if r.wanneer is not None and r.wanneer >= einde]
        for code in dict.fromkeys(r.onderdeel for r in laat):
            yield hint(
                TERMIJN,
                f"regels.{code}",
                "Onder ‘{kop}’ staat een dag na het einde van de termijn.",
                kop=kader.kop(code),
            )


def _begin(inhoud: Pipinhoud, feiten: Pipfeiten) -> Iterator[Bevinding]:
    """The first plan fixes the term; a later one does not move it, only DUO does (0.1)."""
    data = inhoud.data
    if data.termijn_start is None or not data.voorlopig:
        return
    if inhoud.versie == 1 and feiten.eerste_pip:
        dag = data.dagtekening
        if dag is not None and (data.termijn_start - dag) != timedelta(days=1):
            yield Bevinding(
                TERMIJN,
                "data.termijn_start",
                "De termijn begint op de dag na de dag van het eerste plan.",
            )
    elif feiten.termijn_start is not None and data.termijn_start != feiten.termijn_start:
        yield Bevinding(
            TERMIJN,
            "data.termijn_start",
            "De termijn begon op {dag}. Een later plan verandert dat niet.",
            {"dag": datum_nederlands(feiten.termijn_start)},
        )
