"""The list of what may go: each line can be chosen, with why it may go."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView, QWidget

from desktop.models.bewaarwoorden import onderdeelwoord
from desktop.models.bewaren import Onderdeel, Verlopen
from desktop.taal import _

Index = QModelIndex | QPersistentModelIndex

RIJHOOGTE = 72
HOOGSTENS_ZICHTBAAR = 6
WIE, WAAROM = range(2)
BREED_WIE = 256


class Bewaarmodel(QAbstractTableModel):
    """What may go, and what of it was chosen. `gekozen_anders`: the choice changed."""

    gekozen_anders = Signal()

    def __init__(self, mag: Callable[[Verlopen], bool], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mag = mag
        self.regels: tuple[Verlopen, ...] = ()
        self._gekozen: set[tuple[str, str]] = set()

    @property
    def gekozen(self) -> tuple[Verlopen, ...]:
        """The lines that were chosen, in the order of the list."""
        return tuple(r for r in self.regels if r.sleutel in self._gekozen)

    @property
    def te_kiezen(self) -> tuple[Verlopen, ...]:
        """The lines that can be chosen."""
        return tuple(r for r in self.regels if self.mag(r))

    def mag(self, regel: Verlopen) -> bool:
        """True when this line can be chosen now."""
        return not regel.wacht and self._mag(regel)

    def toon(self, regels: Sequence[Verlopen]) -> None:
        """Shows these lines; what was chosen and is still there stays chosen."""
        self.beginResetModel()
        self.regels = tuple(regels)
        self._gekozen &= {r.sleutel for r in self.te_kiezen}
        self.endResetModel()
        self.gekozen_anders.emit()

    def schakel(self, rij: int) -> None:
        """Chooses a line, or no longer."""
        if 0 <= rij < len(self.regels) and self.mag(self.regels[rij]):
            self._gekozen ^= {self.regels[rij].sleutel}
            self._meld(rij, rij)

    def kies_alles(self, aan: bool) -> None:
        """Chooses every line that can be, or none."""
        self._gekozen = {r.sleutel for r in self.te_kiezen} if aan else set()
        if self.regels:
            self._meld(0, len(self.regels) - 1)

    def _meld(self, van: int, tot: int) -> None:
        self.dataChanged.emit(self.index(van, 0), self.index(tot, WAAROM))
        self.gekozen_anders.emit()

    # --- as Qt asks it

    def rowCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if ouder.isValid() else len(self.regels)

    def columnCount(self, ouder: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if ouder.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid() or not self.mag(self.regels[index.row()]):
            return Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled

    def headerData(
        self, deel: int, kant: Qt.Orientation, rol: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if kant is Qt.Orientation.Horizontal and rol == Qt.ItemDataRole.DisplayRole:
            return (_("Wat"), _("Waarom het weg mag"))[deel]
        return None

    def data(self, index: Index, rol: int = Qt.ItemDataRole.DisplayRole) -> Any:
        regel = self.regels[index.row()]
        match rol:
            case Qt.ItemDataRole.DisplayRole if index.column() == WIE:
                return f"{regel.naam}\n{onderdeelwoord(regel.onderdeel)}\n{regel.nummer}"
            case Qt.ItemDataRole.DisplayRole:
                return waarom(regel)
            case Qt.ItemDataRole.CheckStateRole if index.column() == WIE:
                gekozen = regel.sleutel in self._gekozen
                return Qt.CheckState.Checked if gekozen else Qt.CheckState.Unchecked
            case Qt.ItemDataRole.AccessibleTextRole:
                zin = _("{naam}, {wat}. {waarom}").format(
                    naam=regel.naam, wat=onderdeelwoord(regel.onderdeel), waarom=waarom(regel)
                )
                gekozen = regel.sleutel in self._gekozen
                return _("Gekozen: {zin}").format(zin=zin) if gekozen else zin
        return None


def waarom(regel: Verlopen) -> str:
    """The sentence, in the language of the user."""
    return _(regel.zin).format(**regel.waarden)


class Bewaartabel(QTableView):
    """The list; a click, or Space, chooses a line."""

    def __init__(self, model: Bewaarmodel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setProperty("soort", "lijst")
        self.setAccessibleName(_("Wat weg mag"))
        self.setAccessibleDescription(_("Met de spatiebalk kies je een regel."))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        # As high as its lines, and not as high as the page has room for.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        staand = self.verticalHeader()
        staand.hide()
        staand.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        staand.setDefaultSectionSize(RIJHOOGTE)
        liggend = self.horizontalHeader()
        liggend.setHighlightSections(False)
        liggend.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        liggend.setSectionsClickable(False)
        liggend.setSectionResizeMode(WIE, QHeaderView.ResizeMode.Fixed)
        liggend.resizeSection(WIE, BREED_WIE)
        liggend.setSectionResizeMode(WAAROM, QHeaderView.ResizeMode.Stretch)
        self.clicked.connect(lambda index: model.schakel(index.row()))
        model.modelReset.connect(self._meet)
        self._meet()

    def _meet(self) -> None:
        rijen = min(max(len(self._model.regels), 1), HOOGSTENS_ZICHTBAAR)
        self.setFixedHeight(rijen * RIJHOOGTE + self.horizontalHeader().sizeHint().height() + 16)

    def keyPressEvent(self, gebeurtenis: QKeyEvent) -> None:
        if gebeurtenis.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select):
            self._model.schakel(self.currentIndex().row())
            return
        super().keyPressEvent(gebeurtenis)

    def event(self, gebeurtenis: QEvent) -> bool:
        # With the focus, one line is always the one that Space works on.
        if (
            gebeurtenis.type() == QEvent.Type.FocusIn
            and self._model.regels
            and not self.currentIndex().isValid()
        ):
            self.setCurrentIndex(self._model.index(0, WIE))
        return super().event(gebeurtenis)


def tel(regels: Sequence[Verlopen]) -> tuple[int, int]:
    """(whole dossiers, parts)."""
    heel = sum(r.onderdeel is Onderdeel.DOSSIER for r in regels)
    return heel, len(regels) - heel
