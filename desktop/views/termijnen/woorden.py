"""What the screens of the dates say: whole sentences in the language of the user."""

from __future__ import annotations

from datetime import date

from desktop.models.bewaren import Graad
from desktop.models.termijn import Stand, Termijn
from desktop.models.termijnen import Termijnen
from desktop.models.termijnfeit import Feitsoort
from desktop.models.termijnwoorden import dag_in_woorden, stand_in_woorden
from desktop.store.termijnen import Feitregel
from desktop.taal import N_, _, meervoud

MAANDEN_KORT = (
    N_("jan"),
    N_("feb"),
    N_("mrt"),
    N_("apr"),
    N_("mei"),
    N_("jun"),
    N_("jul"),
    N_("aug"),
    N_("sep"),
    N_("okt"),
    N_("nov"),
    N_("dec"),
)

DICHTBIJ, VER_WEG = 90, 3 * 365
"""Up to here in days; from here in years."""
DAGEN_PER_JAAR = 365.25


def maand_kort(dag: date) -> str:
    """`okt`, for under a line."""
    return _(MAANDEN_KORT[dag.month - 1])


def over_in_woorden(termijn: Termijn, termijnen: Termijnen) -> str:
    """How far away it is, for what still has to come or be done; else where it stands."""
    stand = termijnen.stand(termijn)
    if stand in (Stand.KLAAR, Stand.VOORBIJ, Stand.WACHT, Stand.KAN):
        return stand_in_woorden(stand)
    dagen = (termijn.wettelijk - termijnen.vandaag).days
    if stand is Stand.LAAT:
        return meervoud("{aantal} dag te laat", "{aantal} dagen te laat", -dagen)
    if not dagen:
        return _("Vandaag")
    return nog_in_woorden(dagen)


def nog_in_woorden(dagen: int) -> str:
    """In days while they count; what is far off roughly, for the day stands beside it."""
    if dagen <= DICHTBIJ:
        return meervoud("Nog {aantal} dag", "Nog {aantal} dagen", dagen)
    if dagen < VER_WEG:
        maanden = round(dagen / DAGEN_PER_JAAR * 12)
        return meervoud("Nog {aantal} maand", "Nog {aantal} maanden", maanden)
    jaren = round(dagen / DAGEN_PER_JAAR)
    return meervoud("Nog {aantal} jaar", "Nog {aantal} jaar", jaren)


def waarde_in_woorden(termijn: Termijn, termijnen: Termijnen) -> str:
    """Day and standing, as a screen reader says it after the name."""
    dag = dag_in_woorden(termijn.wettelijk)
    over = over_in_woorden(termijn, termijnen)
    if termijn.voorlopig:
        return _("{dag}, {stand}, voorlopig").format(dag=dag, stand=over)
    return _("{dag}, {stand}").format(dag=dag, stand=over)


def zekerheid_in_woorden(termijn: Termijn) -> str:
    """Who says that it is this day."""
    if termijn.voorlopig:
        return _("Voorlopig")
    return _("Volgens DUO") if termijn.door_duo else _("Berekend")


def nagekeken_in_woorden(graad: Graad, op: date) -> str:
    """How sure the length of the term is, and since when."""
    return {
        Graad.GEVONDEN: _("Ja, op {dag}, in een openbare bron"),
        Graad.EIGEN: _("Nog niet. Dit is eigen kennis."),
        Graad.ONTWERP: _("Nee. Dit is een voorstel, geen wet."),
    }[graad].format(dag=dag_in_woorden(op))


def feit_in_woorden(feit: Feitregel) -> str:
    """The days and the number of a fact that was written down."""
    dag = dag_in_woorden(feit.dag)
    if feit.laatste_dag is not None:
        return _("{dag}, laatste dag {laatste}").format(
            dag=dag, laatste=dag_in_woorden(feit.laatste_dag)
        )
    if not feit.waarde:
        return dag
    zin = {
        Feitsoort.BEKENDMAKING: _("{dag}, van versie {waarde}"),
        Feitsoort.UREN: _("{dag}: {waarde} uur"),
        Feitsoort.UREN_PARTICIPATIE: _("{dag}: {waarde} uur"),
    }.get(feit.soort, _("{dag}: {waarde}"))
    return zin.format(dag=dag, waarde=feit.waarde)
