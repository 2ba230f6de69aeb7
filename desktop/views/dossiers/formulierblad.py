"""The fields of the dossier form, in cards."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.models.catalogus import Taal
from desktop.models.formulier import VELDEN, Invoer
from desktop.models.fouten import Invoerfout
from desktop.store.dossierkaart import Klantmanagerregel
from desktop.taal import _
from desktop.views.dossiers import keuzes
from desktop.views.dossiers.doelgroep import doelgroeprijen
from desktop.views.dossiers.huishouden import huishoudrijen
from desktop.views.dossiers.velden import Keuzelijst, Veld, tekstveld
from desktop.views.werkplek import Werkplek
from desktop.views.widgets.indeling import Kolommen, Sectie

IDENTITEIT = ("voornamen", "achternaam", "geboortedatum", "bsn", "v_nummer")
"""Fields that tell whether somebody already has a dossier."""


class Formulierblad(Kolommen):
    """All fields. `gewijzigd`: the user changed something; `identiteit`: left one of those."""

    gewijzigd = Signal()
    identiteit = Signal()

    def __init__(self, werkplek: Werkplek, parent: QWidget) -> None:
        super().__init__(parent)
        self._talen: dict[str, Taal] = dict(werkplek.talen)
        self._velden: dict[str, Veld] = {}
        # Made in the order in which the Tab key walks.
        links = (self._wie(), self._taal(), self._huishouden())
        rechts = (self._contact(werkplek), self._datums(), self._doelgroep())
        self.vul(links, rechts)
        for veld in self._velden.values():
            veld.gewijzigd.connect(self.gewijzigd)
        for naam in IDENTITEIT:
            self._velden[naam].klaar.connect(self.identiteit)
        self._velden["spreektaal"].gewijzigd.connect(self._pas_dialecten_aan)
        for rijen in (self.doelgroepen, self.huisgenoten):
            rijen.gewijzigd.connect(self.gewijzigd)

    # The cards

    def _wie(self) -> Sectie:
        s = Sectie(_("Wie is het?"), self)
        s.raster(
            (
                self._tekst(
                    s,
                    "voornamen",
                    _("Voornamen"),
                    nodig=True,
                    hint=_("Eén naam is genoeg."),
                ),
                self._tekst(s, "achternaam", _("Achternaam")),
            ),
            (
                self._tekst(
                    s,
                    "geboortedatum",
                    _("Geboortedatum"),
                    hint=_("1990 of mei 1990 mag ook."),
                ),
                self._lijst(s, "nationaliteit", _("Nationaliteit"), keuzes.landen(), vrij=True),
            ),
            (
                self._tekst(s, "bsn", _("BSN"), hint=_("9 cijfers. Mag later.")),
                self._tekst(s, "v_nummer", _("V-nummer"), hint=_("10 cijfers. Mag later.")),
            ),
        )
        return s

    def _taal(self) -> Sectie:
        s = Sectie(_("Taal en lezen"), self)
        talen = keuzes.talen(self._talen)
        s.raster(
            (
                self._lijst(s, "spreektaal", _("Spreekt"), talen, vrij=True),
                self._lijst(s, "dialect", _("Dialect of variant"), (), vrij=True),
            ),
            (
                self._lijst(s, "leestaal", _("Leest in"), talen, vrij=True),
                self._lijst(
                    s, "alfabetisering", _("Lezen en schrijven"), keuzes.alfabetiseringen()
                ),
            ),
        )
        return s

    def _huishouden(self) -> Sectie:
        s = Sectie(_("Huishouden"), self)
        self.huisgenoten = huishoudrijen(s)
        s.blad.addWidget(self.huisgenoten)
        return s

    def _contact(self, werkplek: Werkplek) -> Sectie:
        s = Sectie(_("Klantmanager en contact"), self)
        gemeenten = tuple((g.code, f"{g.naam} ({g.code})") for g in werkplek.gemeenten)
        s.raster(
            (
                self._lijst(s, "klantmanager_id", _("Klantmanager"), (), nodig=True),
                self._lijst(s, "gemeente", _("Gemeente"), gemeenten, nodig=True),
            ),
            (
                self._tekst(s, "telefoon", _("Telefoon van de cliënt")),
                self._tekst(s, "email", _("E-mail van de cliënt")),
            ),
            (self._tekst(s, "adres", _("Adres, of azc")),),
        )
        return s

    def _datums(self) -> Sectie:
        s = Sectie(_("Datums"), self)
        vorm = _("dag-maand-jaar")
        s.raster(
            (
                self._tekst(s, "datum_koppeling", _("Koppeling aan de gemeente"), voorbeeld=vorm),
                self._tekst(s, "datum_kennisgeving", _("Kennisgeving van DUO"), voorbeeld=vorm),
            ),
            (
                self._tekst(s, "datum_brp", _("Inschrijving in de BRP"), voorbeeld=vorm),
                self._tekst(s, "datum_huisvesting", _("Huisvesting"), voorbeeld=vorm),
            ),
        )
        return s

    def _doelgroep(self) -> Sectie:
        s = Sectie(_("Doelgroep volgens DUO"), self)
        self.doelgroepen = doelgroeprijen(s)
        s.blad.addWidget(self.doelgroepen)
        return s

    def _tekst(
        self,
        ouder: QWidget,
        naam: str,
        label: str,
        *,
        hint: str = "",
        nodig: bool = False,
        voorbeeld: str = "",
    ) -> Veld:
        self._velden[naam] = tekstveld(
            naam, label, ouder, hint=hint, nodig=nodig, voorbeeld=voorbeeld
        )
        return self._velden[naam]

    def _lijst(
        self,
        ouder: QWidget,
        naam: str,
        label: str,
        opties: keuzes.Keuzes,
        *,
        vrij: bool = False,
        nodig: bool = False,
    ) -> Veld:
        lijst = Keuzelijst(opties, ouder, vrij=vrij)
        if regel := lijst.lineEdit():
            regel.setPlaceholderText(_("Kies of typ"))
            regel.setMaxLength(200)
        else:
            lijst.setPlaceholderText(_("Kies…"))
        self._velden[naam] = Veld(naam, label, lijst, ouder, nodig=nodig)
        return self._velden[naam]

    # In and out

    def veld(self, naam: str) -> Veld:
        """A field by its name, `huisgenoten.0.naam` for one in a row. Raises KeyError."""
        return self._alle()[naam]

    def invoer(self) -> Invoer:
        """All that stands in the form, as typed."""
        return Invoer(
            {naam: self._velden[naam].tekst for naam in VELDEN},
            self.doelgroepen.waarden,
            self.huisgenoten.waarden,
        )

    def zet_klantmanagers(self, regels: Sequence[Klantmanagerregel]) -> None:
        """Who can be chosen as the fixed contact."""
        lijst = self._velden["klantmanager_id"].invoer
        assert isinstance(lijst, Keuzelijst)
        lijst.zet_keuzes(tuple((regel.id, regel.naam) for regel in regels))

    def zet(self, invoer: Invoer) -> None:
        """Shows this; nothing is announced."""
        for naam in VELDEN:
            self._velden[naam].zet(invoer.velden.get(naam, ""))
        self._pas_dialecten_aan()
        self.doelgroepen.zet(invoer.doelgroepen)
        self.huisgenoten.zet(invoer.huisgenoten)

    def toon_fouten(self, fouten: Sequence[Invoerfout]) -> QWidget | None:
        """A sentence beside each field that cannot be right; gives the first such editor."""
        zinnen = {fout.veld: _(fout.zin).format(**fout.waarden) for fout in reversed(fouten)}
        eerste = None
        for naam, veld in self._alle().items():
            veld.toon_fout(zinnen.get(naam, ""))
            if naam in zinnen and eerste is None:
                eerste = veld.invoer
        return eerste

    def _alle(self) -> dict[str, Veld]:
        """Every field, in the order in which the Tab key walks."""
        uit: dict[str, Veld] = {}
        for naam, veld in self._velden.items():
            if naam == "klantmanager_id":
                uit |= self.huisgenoten.velden()
            uit[naam] = veld
        return uit | self.doelgroepen.velden()

    def _pas_dialecten_aan(self) -> None:
        taal = self._talen.get(self._velden["spreektaal"].tekst)
        dialect = self._velden["dialect"].invoer
        assert isinstance(dialect, Keuzelijst)
        dialect.zet_keuzes(tuple((d, _(d)) for d in (taal.dialecten if taal else ())))
