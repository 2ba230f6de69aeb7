"""The words of requests, the same on the card and on the sheet."""

from __future__ import annotations

from desktop.models.formulier import datum_nederlands
from desktop.models.verzoek import Verzoeksoort
from desktop.store.verzoeken import Verzoekregel, beleid
from desktop.taal import _
from desktop.views.termijnen.dagreden import Dagreden
from desktop.views.termijnen.woorden import nagekeken_in_woorden


def soort_in_woorden(soort: Verzoeksoort) -> str:
    """What the client asks."""
    return {
        Verzoeksoort.INZAGE: _("Wil de eigen gegevens zien"),
        Verzoeksoort.CORRECTIE: _("Wil iets laten verbeteren"),
        Verzoeksoort.BEZWAAR: _("Maakt bezwaar"),
    }[soort]


def stand_in_woorden(verzoek: Verzoekregel) -> str:
    """Until when an answer can wait, or when it was given."""
    gevraagd = datum_nederlands(verzoek.ontvangen_op)
    if verzoek.afgedaan_op is not None:
        return _("Gevraagd op {dag}, antwoord gegeven op {klaar}").format(
            dag=gevraagd, klaar=datum_nederlands(verzoek.afgedaan_op)
        )
    if verzoek.laat:
        return _("Gevraagd op {dag}. Geef nu antwoord, de laatste dag was {uiterlijk}.").format(
            dag=gevraagd, uiterlijk=datum_nederlands(verzoek.uiterlijk)
        )
    return _("Gevraagd op {dag}, antwoord uiterlijk {uiterlijk}").format(
        dag=gevraagd, uiterlijk=datum_nederlands(verzoek.uiterlijk)
    )


def reden_van(verzoek: Verzoekregel) -> Dagreden | None:
    """Why the answer is due on that day; None once it was given."""
    if not verzoek.open:
        return None
    regels = beleid()
    gevraagd, dag = datum_nederlands(verzoek.ontvangen_op), datum_nederlands(verzoek.uiterlijk)
    if regels.maanden == 1:
        zin = _(
            "De cliënt krijgt binnen een maand antwoord: gevraagd op {dag}, dus uiterlijk op "
            "{uiterlijk}."
        )
    else:
        zin = _(
            "De cliënt krijgt binnen {maanden} maanden antwoord: gevraagd op {dag}, dus uiterlijk "
            "op {uiterlijk}."
        )
    return Dagreden(
        _("Antwoord op een verzoek"),
        dag,
        (zin.format(maanden=regels.maanden, dag=gevraagd, uiterlijk=dag),),
        (
            (_("Gevraagd op"), gevraagd),
            (_("Dag"), dag),
            (_("Bron"), _(regels.bron)),
            (_("Nagekeken"), nagekeken_in_woorden(regels.graad, regels.gecontroleerd_op)),
        ),
    )


def voorstel(soort: Verzoeksoort) -> str:
    """What the field for the answer begins with."""
    return {
        Verzoeksoort.INZAGE: _("Inzage gegeven, op papier en als bestand."),
        Verzoeksoort.CORRECTIE: "",
        Verzoeksoort.BEZWAAR: "",
    }[soort]
