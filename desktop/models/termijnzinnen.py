"""The sentences that say why a date is this day; `termijnwoorden` chooses and fills them."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from desktop.models.termijn import Onzeker, Regel


class Vorm(Enum):
    """Ways in which one rule can come out, where it has more than one."""

    GEWOON = ""
    SS139 = "ss139"
    BEIDE = "beide"
    KENNISGEVING = "kennisgeving"
    BRP = "brp"
    WACHT = "wacht"
    DAGTEKENING = "dagtekening"
    DUO = "duo"
    VERLENGD = "verlengd"
    DEEL = "deel"
    GENOEG = "genoeg"
    GESLOTEN = "gesloten"


ZINNEN: Mapping[tuple[Regel, Vorm], str] = {
    (Regel.D1, Vorm.SS139): (
        "Volgens DUO begonnen de {weken} weken voor het PIP op {ss139}, dus het PIP moet klaar "
        "zijn op {dag}."
    ),
    (Regel.D1, Vorm.BEIDE): (
        "Het PIP moet klaar zijn {weken} weken na de laatste van twee dagen: de kennisgeving van "
        "DUO op {kennisgeving} en de inschrijving in de BRP op {brp}; dat is {dag}."
    ),
    (Regel.D1, Vorm.KENNISGEVING): (
        "Het PIP moet klaar zijn {weken} weken na de kennisgeving van DUO op {kennisgeving}; "
        "dat is {dag}."
    ),
    (Regel.D1, Vorm.BRP): (
        "Het PIP moet klaar zijn {weken} weken na de inschrijving in de BRP op {brp}; dat is {dag}."
    ),
    (Regel.D2, Vorm.WACHT): (
        "Op {gevraagd} is informatie gevraagd, en dat was op tijd voor {zonder_wachten}; die is er "
        "nog niet, en het PIP mag klaar zijn tot {weken} weken nadat die komt."
    ),
    (Regel.D2, Vorm.GEWOON): (
        "Het PIP moet klaar zijn op de laatste van twee dagen: {zonder_wachten} zonder wachten, of "
        "{weken} weken na de informatie van {ontvangen}; dat is {dag}."
    ),
    (Regel.D3A, Vorm.SS139): (
        "Volgens DUO begonnen de weken voor het PIP op {ss139}; ons voorstel is dat het gesprek "
        "{weken} weken later gepland is, op {dag}."
    ),
    (Regel.D3A, Vorm.BEIDE): (
        "Ons voorstel is dat het gesprek gepland is {weken} weken na de laatste van twee dagen: de "
        "kennisgeving van DUO op {kennisgeving} en de inschrijving in de BRP op {brp}; "
        "dat is {dag}."
    ),
    (Regel.D3A, Vorm.KENNISGEVING): (
        "Ons voorstel is dat het gesprek gepland is {weken} weken na de kennisgeving van DUO op "
        "{kennisgeving}; dat is {dag}."
    ),
    (Regel.D3A, Vorm.BRP): (
        "Ons voorstel is dat het gesprek gepland is {weken} weken na de inschrijving in de BRP op "
        "{brp}; dat is {dag}."
    ),
    (Regel.D3B, Vorm.SS139): (
        "Volgens DUO begonnen de weken voor het PIP op {ss139}; ons voorstel is dat het gesprek "
        "{weken} weken later gevoerd is, op {dag}."
    ),
    (Regel.D3B, Vorm.BEIDE): (
        "Ons voorstel is dat het gesprek gevoerd is {weken} weken na de laatste van twee dagen: de "
        "kennisgeving van DUO op {kennisgeving} en de inschrijving in de BRP op {brp}; "
        "dat is {dag}."
    ),
    (Regel.D3B, Vorm.KENNISGEVING): (
        "Ons voorstel is dat het gesprek gevoerd is {weken} weken na de kennisgeving van DUO op "
        "{kennisgeving}; dat is {dag}."
    ),
    (Regel.D3B, Vorm.BRP): (
        "Ons voorstel is dat het gesprek gevoerd is {weken} weken na de inschrijving in de BRP op "
        "{brp}; dat is {dag}."
    ),
    (Regel.D4, Vorm.GEWOON): (
        "De cliënt kan {weken} weken bezwaar maken, vanaf de dag na de bekendmaking op "
        "{bekendmaking}; dat is tot en met {dag}."
    ),
    (Regel.D4, Vorm.DAGTEKENING): (
        "De cliënt kan {weken} weken bezwaar maken; gerekend vanaf de dag na de dagtekening op "
        "{dagtekening_versie} is dat tot en met {dag}."
    ),
    (Regel.D5, Vorm.GEWOON): (
        "De termijn begint op {begin}, de dag na de dagtekening van het eerste PIP op "
        "{dagtekening}, en duurt {jaren} jaar; de laatste dag is {dag}."
    ),
    (Regel.D5, Vorm.DUO): (
        "DUO heeft de termijn vastgesteld: die begint op {begin}, en de laatste dag is {dag}."
    ),
    (Regel.D5, Vorm.VERLENGD): (
        "De termijn begon op {begin} en DUO besloot op {verlengd} over extra tijd; de laatste dag "
        "is nu {dag}."
    ),
    (Regel.D6, Vorm.GEWOON): (
        "Wisselen van leerroute kan in de eerste {maanden} maanden vanaf het begin van de termijn "
        "op {start}, dus tot en met {dag}; van de onderwijsroute naar de B1-route kan het altijd."
    ),
    (Regel.D7A, Vorm.GEWOON): (
        "De gemeente wil de MAP klaar hebben in de eerste {maanden} maanden vanaf het begin van de "
        "termijn op {start}; dat is {dag}."
    ),
    (Regel.D7B, Vorm.GEWOON): (
        "De MAP moet klaar zijn op de laatste dag van de inburgeringstermijn, en dat is "
        "{laatste_dag}."
    ),
    (Regel.D8A, Vorm.GEWOON): (
        "De leerroute moet klaar zijn op de laatste dag van de inburgeringstermijn, en dat is "
        "{laatste_dag}."
    ),
    (Regel.D8B, Vorm.GEWOON): (
        "Het PVT moet klaar zijn op de laatste dag van de inburgeringstermijn, en dat is "
        "{laatste_dag}."
    ),
    (Regel.D9, Vorm.GEWOON): (
        "Extra tijd vragen bij DUO kan meestal pas {maanden} maanden na het begin van de termijn "
        "op {start}, dus vanaf {dag}."
    ),
    (Regel.D10, Vorm.GEWOON): (
        "DUO stuurt ongeveer {maanden} maanden voor het einde van de termijn een brief; de laatste "
        "dag is {laatste_dag}, dus dat is rond {dag}."
    ),
    (Regel.D11A, Vorm.GEWOON): (
        "Een uitslag kan {weken} weken duren; wie op {dag} examen doet, heeft hem op tijd voor de "
        "laatste dag van de termijn, {laatste_dag}."
    ),
    (Regel.D11B, Vorm.GEWOON): (
        "Een uitslag van Spreken of Schrijven A2 kan {weken} weken duren; wie op {dag} examen "
        "doet, heeft hem op tijd voor de laatste dag van de termijn, {laatste_dag}."
    ),
    (Regel.D12A, Vorm.GEWOON): (
        "Reken op {weken} weken tussen inschrijven en examen; voor de laatste examendag, "
        "{examendag}, is dat {dag}."
    ),
    (Regel.D12B, Vorm.GEWOON): (
        "Reken op {weken} weken tussen inschrijven en examen; voor de laatste examendag van "
        "Spreken en Schrijven A2, {examendag}, is dat {dag}."
    ),
    (Regel.D13A, Vorm.GEWOON): (
        "Het ontzorgen begint op de eerste dag van de uitkering, {uitkering}, en duurt {maanden} "
        "maanden: tot en met {dag}."
    ),
    (Regel.D13B, Vorm.GEWOON): (
        "Het ontzorgen eindigt op {ontzorgen}; bespreek {weken} weken eerder, rond {dag}, of het "
        "langer nodig is."
    ),
    (Regel.D14, Vorm.GEWOON): (
        "De cijfers over het kwartaal tot en met {kwartaal} moeten na {dagen} dagen bij CBS zijn: "
        "op {dag}."
    ),
    (Regel.D15, Vorm.GEWOON): (
        "Wie geboren is op {geboren}, bereikt op {dag} de AOW-leeftijd; dan eindigt de plicht om "
        "in te burgeren."
    ),
    (Regel.D15, Vorm.DEEL): (
        "Wie geboren is in {geboren}, bereikt op zijn vroegst op {dag} de AOW-leeftijd; dan "
        "eindigt de plicht om in te burgeren."
    ),
    (Regel.D16, Vorm.GEWOON): (
        "Op {uren} zijn {uren_aantal} lesuren gevolgd; met {weekuren} uur per week zijn het er "
        "{getal} op {dag}, en afschalen naar A2 kan als ook de andere voorwaarden kloppen."
    ),
    (Regel.D16, Vorm.GENOEG): (
        "Op {uren} zijn {uren_aantal} lesuren gevolgd en {getal} is genoeg; afschalen naar A2 kan "
        "als ook de andere voorwaarden kloppen."
    ),
    (Regel.D17A, Vorm.GEWOON): (
        "Op {uren} zijn {uren_aantal} lesuren gevolgd; met {weekuren} uur per week zijn het er "
        "{getal} op {dag}."
    ),
    (Regel.D17A, Vorm.GENOEG): (
        "Op {uren} zijn {uren_aantal} lesuren gevolgd, en {getal} is genoeg."
    ),
    (Regel.D17B, Vorm.GEWOON): (
        "Op {uren} zijn {uren_aantal} uren participatie gedaan; met {weekuren} uur per week zijn "
        "het er {getal} op {dag}."
    ),
    (Regel.D17B, Vorm.GENOEG): (
        "Op {uren} zijn {uren_aantal} uren participatie gedaan, en {getal} is genoeg."
    ),
    (Regel.D18, Vorm.GEWOON): (
        "Ons voorstel is een gesprek over de voortgang {nummer} maanden na het begin van de "
        "termijn op {start}; dat is {dag}."
    ),
    (Regel.D19, Vorm.GEWOON): (
        "Aan het begin van de termijn, op {start}, is de cliënt nog geen {getal} jaar; dat is pas "
        "op {dag}."
    ),
    (Regel.D19, Vorm.DEEL): (
        "Wie geboren is in {geboren}, is aan het begin van de termijn, op {start}, misschien nog "
        "geen {getal} jaar; dat wordt de cliënt op zijn laatst op {dag}."
    ),
    (Regel.D20, Vorm.GEWOON): (
        "Een dossier blijft {jaren} jaar bewaard na de laatste handeling op {handeling}; dat is "
        "lang genoeg op {dag}."
    ),
    (Regel.D20, Vorm.GESLOTEN): (
        "Een dossier blijft {jaren} jaar bewaard nadat het gesprek is afgesloten op {gesloten}; "
        "dat is lang genoeg op {dag}."
    ),
}

WEEKEND = (
    "{ruw} is een {weekdag}; volgens de Algemene termijnenwet is de uiterste dag dan de eerste "
    "werkdag erna, {wettelijk}."
)
FEESTDAG = (
    "Op {ruw} is het een feestdag ({feestdag}); volgens de Algemene termijnenwet is de uiterste "
    "dag dan de eerste werkdag erna, {wettelijk}."
)

ONZEKER: Mapping[Onzeker, str] = {
    Onzeker.DUO: "Dit is voorlopig: DUO heeft de termijn zo nog niet bevestigd.",
    Onzeker.ANKER: (
        "Dit is voorlopig: de kennisgeving van DUO of de inschrijving in de BRP is nog niet "
        "bekend, en de laatste van de twee telt."
    ),
    Onzeker.BEKENDMAKING: (
        "Dit is voorlopig: niemand heeft opgeschreven wanneer het besluit is bekendgemaakt."
    ),
    Onzeker.GEBOORTE: "Dit is voorlopig: de hele geboortedatum is niet bekend.",
    Onzeker.TEMPO: "Dit is voorlopig: zo is het alleen als het aantal uren per week gelijk blijft.",
}

LET_OP: Mapping[Regel, str] = {
    Regel.D15: "Let op: dit is al snel, of vóór het einde van de inburgeringstermijn.",
    Regel.D17A: "Let op: dit is te laat voor de inburgeringstermijn.",
    Regel.D17B: "Let op: dit is te laat voor de inburgeringstermijn.",
}
