"""Cards of the plan that are no list of sentences: contact, main goal, week."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop.taal import _
from desktop.views.intake.bewaring import Tekstbewaarder
from desktop.views.pip.plek import Planplek
from desktop.views.pip.schrijfveld import Schrijfveld
from desktop.views.pip.weekrooster import Weekrooster
from desktop.views.toegang.velden import links
from desktop.views.toets.feiten import feiten
from desktop.views.widgets.indeling import Sectie, knop, regel


class Planveld(Schrijfveld):
    """A field of the plan itself that is kept as it is typed, also over a kill."""

    def __init__(
        self, plek: Planplek, veld: str, label: str, parent: QWidget, *, hint: str = ""
    ) -> None:
        super().__init__(label, plek.bron, parent, regels=2, hint=hint)
        self._plek, self._naam = plek, veld
        self.bewaarder = Tekstbewaarder(self.veld, plek.werkplek, self._schrijf)

    def laad(self, tekst: str) -> None:
        """Shows what is kept, or the draft."""
        self.bewaarder.laad(f"concept:{self._plek.pip_id}:{self._naam}", tekst)
        self.veld.setReadOnly(self._plek.vast)
        self.kijk_na()

    def _schrijf(self, tekst: str) -> bool:
        zin = self._plek.schrijf(self._naam, tekst)
        self.toon_fout(zin)
        return not zin


class Contactkaart(Sectie):
    """Who the client can call; it comes from the dossier. `wijzig`: open that."""

    wijzig = Signal()

    def __init__(self, plek: Planplek, parent: QWidget) -> None:
        super().__init__(_("Contactpersoon"), parent)
        self._plek = plek
        self._feiten: QWidget | None = None
        self._rijen: list[tuple[str, str]] | None = None
        self.hint = regel(
            _("Deze gegevens komen uit het dossier. Je wijzigt ze daar."), "klein", self
        )
        self.knop_wijzig = knop(_("Open het dossier"), "stil", self)
        self.knop_wijzig.clicked.connect(self.wijzig)
        self._onder = QWidget(self)
        rij = QHBoxLayout(self._onder)
        rij.setContentsMargins(0, 0, 0, 0)
        rij.addWidget(self.hint, 1)
        rij.addWidget(self.knop_wijzig)

    def ververs(self) -> None:
        """Shows what the dossier says."""
        inhoud = self._plek.beeld.inhoud
        self._onder.setVisible(not self._plek.vast)
        onbekend = _("Nog niet bekend")
        rijen = [
            (_("Cliënt"), inhoud.wie.naam),
            (_("Adres voor de brief"), inhoud.wie.adres or onbekend),
            (_("Contactpersoon"), inhoud.contact.naam or onbekend),
            (_("Telefoon"), inhoud.contact.telefoon or onbekend),
            (_("E-mail"), inhoud.contact.email or onbekend),
        ]
        if rijen == self._rijen:
            return
        self._rijen = rijen
        if self._feiten is not None:
            self._feiten.hide()
            self._feiten.deleteLater()
        self._feiten = feiten(rijen, self)
        self.blad.addWidget(self._feiten)
        self.blad.addWidget(self._onder)

    def richt(self, _veld: str) -> None:
        """There is nothing to type here: the keyboard on the way to where there is."""
        self.knop_wijzig.setFocus(Qt.FocusReason.OtherFocusReason)

    def leg_vast(self) -> bool:
        """Nothing is typed here."""
        return True


class Hoofddoelkaart(Sectie):
    """The one goal that the plan is about."""

    def __init__(self, plek: Planplek, parent: QWidget) -> None:
        super().__init__(_("Hoofddoel"), parent)
        self._plek = plek
        self.veld = Planveld(
            plek,
            "hoofddoel",
            _("Waar werkt de cliënt naartoe?"),
            self,
            hint=_("Eén zin, zoals: betaald werken in een keuken."),
        )
        self.blad.addWidget(self.veld)
        self.voorstel = knop("", "stil", self, kort=True)
        self.voorstel.clicked.connect(self._neem_over)
        self.blad.addLayout(links(self.voorstel))

    def ververs(self) -> None:
        """Shows what is kept; the proposal while there is nothing."""
        plek = self._plek
        self.veld.laad(plek.beeld.inhoud.hoofddoel)
        voorstel = plek.hoofddoelvoorstel
        tekst = _("Neem over uit de wens voor over drie jaar: {zin}").format(zin=voorstel)
        self.voorstel.setText(tekst)
        self.voorstel.setAccessibleName(tekst)
        self.voorstel.setVisible(bool(voorstel) and not plek.vast and not self.veld.tekst.strip())

    def _neem_over(self) -> None:
        self.veld.leg_vast()
        self._plek.kies("hoofddoel", self._plek.hoofddoelvoorstel)
        self.richt("hoofddoel")

    def richt(self, _veld: str) -> None:
        """The keyboard in the field."""
        self.veld.veld.setFocus(Qt.FocusReason.OtherFocusReason)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        return self.veld.bewaarder.leg_nu_vast()


class Weekkaart(Sectie):
    """The week; with nothing beside the lessons, the reason why."""

    def __init__(self, plek: Planplek, parent: QWidget) -> None:
        super().__init__(_("De week"), parent)
        self._plek = plek
        self.rooster = Weekrooster(plek.werkplek.pictogrammen, self)
        self.rooster.gewijzigd.connect(plek.zet_cel)
        self.blad.addWidget(self.rooster)
        self.reden = Planveld(
            plek,
            "participatie_reden",
            _("Waarom doet de cliënt nu niet mee naast de taallessen?"),
            self,
            hint=_("Werk, vrijwilligerswerk of stage in de week? Dan is dit niet nodig."),
        )
        self.blad.addWidget(self.reden)

    def ververs(self) -> None:
        """Shows the week as it stands; the rules say whether a reason is needed."""
        beeld = self._plek.beeld
        if self.rooster.week != beeld.inhoud.week:
            self.rooster.zet(beeld.inhoud.week)
        self.rooster.alleen_lezen(self._plek.vast)
        self.reden.laad(beeld.inhoud.participatie_reden)
        nodig = any(b.veld == "participatie_reden" for b in beeld.bevindingen)
        bezig = self.reden.bewaarder.vuil or self.reden.veld.hasFocus()
        self.reden.setVisible(nodig or bezig or bool(beeld.inhoud.participatie_reden))

    def richt(self, veld: str) -> None:
        """The keyboard in the reason, or in the first part of the week."""
        if veld == "participatie_reden" and self.reden.isVisibleTo(self):
            self.reden.veld.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        eerste = next(iter(self.rooster.cellen.values()))
        eerste.setFocus(Qt.FocusReason.OtherFocusReason)

    def leg_vast(self) -> bool:
        """Keeps what is still being typed."""
        return self.reden.bewaarder.leg_nu_vast()
