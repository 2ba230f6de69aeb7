"""The words of requests, the same on the card and on the sheet."""

from __future__ import annotations

from desktop.models.formulier import datum_nederlands
from desktop.models.verzoek import Verzoeksoort
from desktop.store.verzoeken import Verzoekregel
from desktop.taal import _


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


def voorstel(soort: Verzoeksoort) -> str:
    """What the field for the answer begins with."""
    return {
        Verzoeksoort.INZAGE: _("Inzage gegeven, op papier en als bestand."),
        Verzoeksoort.CORRECTIE: "",
        Verzoeksoort.BEZWAAR: "",
    }[soort]
