"""Tokens of the look and the one style sheet (design.md, "Look")."""

# ruff: noqa: E501  A rule of the style sheet reads best on one line.

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QFile, Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from desktop.bronnen import bron

RASTER = 8
"""Everything stands on an 8-pixel grid."""

LETTERS = (13, 15, 18, 24, 32)
"""Letter sizes in pixels: small, body, lead, title, display."""

KLEIN, GEWOON, GROOT, TITEL, VITRINE = LETTERS


@dataclass(frozen=True)
class Kleuren:
    """One theme. Every pair of ink and surface has a contrast of at least 4.5:1."""

    vlak: str
    blad: str
    rand: str
    rand_sterk: str
    inkt: str
    inkt_zacht: str
    accent: str
    accent_inkt: str
    accent_vlak: str
    aandacht: str
    aandacht_vlak: str
    goed: str


LICHT = Kleuren(
    vlak="#F6F5F1",
    blad="#FFFFFF",
    rand="#DEDBD3",
    rand_sterk="#8A867C",
    inkt="#1D1F24",
    inkt_zacht="#595E69",
    accent="#1F5FA8",
    accent_inkt="#FFFFFF",
    accent_vlak="#E5EEF9",
    aandacht="#9A4A00",
    aandacht_vlak="#FDF0E1",
    goed="#1E6B43",
)
DONKER = Kleuren(
    vlak="#17191E",
    blad="#20232A",
    rand="#3A3F4A",
    rand_sterk="#8B92A0",
    inkt="#F2F1EC",
    inkt_zacht="#B4BAC6",
    accent="#8DBBF2",
    accent_inkt="#10243C",
    accent_vlak="#22344C",
    aandacht="#F3B26B",
    aandacht_vlak="#3D2C18",
    goed="#7FD3A5",
)
CONTRAST = Kleuren(
    vlak="#000000",
    blad="#000000",
    rand="#FFFFFF",
    rand_sterk="#FFFFFF",
    inkt="#FFFFFF",
    inkt_zacht="#FFFFFF",
    accent="#FFE14D",
    accent_inkt="#000000",
    accent_vlak="#332C00",
    aandacht="#FFB066",
    aandacht_vlak="#331C00",
    goed="#8CFFB9",
)

TINTEN = {
    "SP": "#B4487A",
    "FG": "#B3402F",
    "MG": "#6A4FB0",
    "WO": "#2E7D4F",
    "AD": "#8A6A00",
    "MO": "#0F7480",
    "RE": "#1F5FA8",
    "OP": "#A8510F",
    "FI": "#4B6B1E",
    "WK": "#5B5F6B",
}
"""One tint for each leefdomein, the same in rail, client screen, radar and print."""

FAMILIE = "Kurinto Sans"


def kleuren() -> Kleuren:
    """The theme that follows the system: light, dark or high contrast."""
    hints = QGuiApplication.styleHints()
    palet = QGuiApplication.palette()
    if palet.color(QPalette.ColorRole.Window) == Qt.GlobalColor.black:
        return CONTRAST
    return DONKER if hints.colorScheme() is Qt.ColorScheme.Dark else LICHT


def laad_letters() -> None:
    """Makes Kurinto Sans the font of every window."""
    import weblate_fonts  # importlib.resources costs more time than the fonts themselves

    ttf = Path(weblate_fonts.__file__).parent / "static" / "weblate_fonts" / "kurinto" / "ttf"
    for naam in ("KurintoSans-Rg.ttf", "KurintoSans-Bd.ttf"):
        pad = str(ttf / naam)
        if QFile.exists(pad):
            QFontDatabase.addApplicationFont(pad)
    QApplication.setFont(letter(GEWOON))


def letter(pixels: int, *, vet: bool = False) -> QFont:
    """Kurinto Sans in a size of the scale (or any size on the client's screen)."""
    font = QFont(FAMILIE)
    # Its composition rules take the dot off the Ukrainian i; nothing else needs them.
    font.setFeature(QFont.Tag("ccmp"), 0)
    font.setPixelSize(max(1, pixels))
    font.setBold(vet)
    return font


def _teken(naam: str, kleur: str) -> str:
    """A small sign of the interface in one ink; a style sheet takes a file, not a name."""
    return bron("icons", "interface", f"{naam}-{kleur.removeprefix('#')}.svg").as_posix()


def stijlblad(k: Kleuren) -> str:
    """The one style sheet. Widgets say what they are by `setProperty("soort", …)`."""
    # With soft ink as strong as ink, only another line tells what cannot be pressed.
    uit = "dashed" if k.inkt_zacht == k.inkt else "solid"
    return f"""
* {{ font-family: "{FAMILIE}"; font-size: {GEWOON}px; color: {k.inkt}; }}
QMainWindow, QDialog, QWidget[soort="vlak"] {{ background: {k.vlak}; }}
QWidget[soort="blad"], QFrame[soort="blad"] {{
    background: {k.blad}; border: 1px solid {k.rand}; border-radius: 8px; }}
QLabel {{ background: transparent; }}
QLabel[soort="titel"] {{ font-size: {TITEL}px; font-weight: bold; }}
QLabel[soort="vitrine"] {{ font-size: {VITRINE}px; font-weight: bold; }}
QLabel[soort="groot"] {{ font-size: {GROOT}px; }}
QLabel[soort="kop"] {{ font-size: {GROOT}px; font-weight: bold; }}
QLabel[soort="zacht"] {{ color: {k.inkt_zacht}; }}
QLabel[soort="klein"] {{ font-size: {KLEIN}px; color: {k.inkt_zacht}; }}
QLabel[soort="fout"] {{ color: {k.aandacht}; }}
QLabel[soort="melding"] {{
    background: {k.aandacht_vlak}; color: {k.aandacht}; border-radius: 8px; padding: 8px 16px; }}
QLabel[soort="gelukt"] {{
    background: {k.blad}; color: {k.goed}; border: 1px solid {k.goed}; border-radius: 8px; padding: 7px 15px; }}
QPushButton {{
    background: {k.blad}; border: 1px solid {k.rand_sterk}; border-radius: 8px;
    padding: 8px 16px; min-height: 24px; }}
QPushButton:hover {{ background: {k.accent_vlak}; }}
QPushButton:disabled {{ color: {k.inkt_zacht}; border-color: {k.rand}; border-style: {uit}; }}
QPushButton:focus, QToolButton:focus, QAbstractButton:focus {{ border: 3px solid {k.accent}; padding: 6px 14px; }}
QPushButton[soort="hoofd"] {{
    background: {k.accent}; color: {k.accent_inkt}; border: 1px solid {k.accent}; font-weight: bold; }}
QPushButton[soort="hoofd"]:focus {{ border: 3px solid {k.inkt}; }}
QPushButton[soort="hoofd"]:disabled {{ background: {k.vlak}; color: {k.inkt_zacht}; border-color: {k.rand_sterk};
    border-style: {uit}; }}
QPushButton[soort="stil"] {{ border: 1px solid transparent; background: transparent; color: {k.accent}; }}
QPushButton[soort="stil"]:focus {{ border: 3px solid {k.accent}; }}
QPushButton:checked {{ background: {k.accent_vlak}; border: 2px solid {k.accent}; }}
QPushButton[soort="gewoon"]:checked {{ padding: 7px 15px; }}
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QDateEdit, QSpinBox {{
    background: {k.blad}; border: 1px solid {k.rand_sterk}; border-radius: 6px;
    padding: 6px 8px; min-height: 24px; selection-background-color: {k.accent};
    selection-color: {k.accent_inkt}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: transparent; border-color: transparent; }}
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus, QSpinBox:focus {{
    border: 2px solid {k.accent}; padding: 5px 7px; }}
QLineEdit[fout="true"], QComboBox[fout="true"], QPlainTextEdit[fout="true"] {{ border: 2px solid {k.aandacht}; }}
QComboBox::drop-down {{ border: 0; width: 24px; }}
QComboBox::down-arrow {{ image: url("{_teken("omlaag", k.inkt)}"); width: 16px; height: 16px; margin-right: 8px; }}
QComboBox QAbstractItemView {{ background: {k.blad}; border: 1px solid {k.rand_sterk};
    selection-background-color: {k.accent_vlak}; selection-color: {k.inkt}; outline: 0; }}
QCheckBox, QRadioButton {{ spacing: 8px; min-height: 24px; padding-right: 6px; background: transparent; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 20px; height: 20px;
    background: {k.blad}; border: 2px solid {k.rand_sterk}; border-radius: 5px; }}
QRadioButton::indicator {{ border-radius: 12px; }}
QCheckBox::indicator:checked {{ background: {k.accent}; border-color: {k.accent};
    image: url("{_teken("vink", k.accent_inkt)}"); }}
QRadioButton::indicator:checked {{ border: 7px solid {k.accent}; width: 10px; height: 10px; }}
QTableView::indicator, QListView[soort="lijst"]::indicator {{ width: 18px; height: 18px;
    background: {k.blad}; border: 2px solid {k.rand_sterk}; border-radius: 5px; }}
QTableView::indicator:checked, QListView[soort="lijst"]::indicator:checked {{ background: {k.accent}; border-color: {k.accent};
    image: url("{_teken("vink", k.accent_inkt)}"); }}
QTableView::indicator:disabled {{ border-color: {k.rand}; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {k.accent}; border-radius: 4px;
    padding: 0 2px 0 0; min-height: 20px; }}
QListView, QTableView, QTreeView {{
    background: {k.blad}; border: 1px solid {k.rand}; border-radius: 8px; outline: 0;
    gridline-color: {k.rand}; selection-background-color: {k.accent_vlak}; selection-color: {k.inkt}; }}
QListView:focus, QTableView:focus {{ border: 2px solid {k.accent}; }}
QHeaderView::section {{ background: {k.vlak}; border: 0; border-bottom: 1px solid {k.rand};
    padding: 8px; color: {k.inkt_zacht}; font-size: {KLEIN}px; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollArea > QWidget > QWidget {{ background: transparent; }}
QScrollArea[soort="scan"] {{ border: 2px solid {k.rand}; }}
QScrollArea[soort="scan"]:focus {{ border: 2px solid {k.accent}; }}
QAbstractScrollArea::corner {{ background: transparent; border: 0; }}
QScrollBar:vertical {{ background: transparent; width: 12px; }}
QScrollBar::handle:vertical {{ background: {k.rand_sterk}; border-radius: 6px; min-height: 32px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; }}
QScrollBar::handle:horizontal {{ background: {k.rand_sterk}; border-radius: 6px; min-width: 32px; }}
QFrame[soort="vraagbalk"] {{
    background: {k.aandacht_vlak}; border: 1px solid {k.aandacht}; border-radius: 8px; }}
QWidget[soort="bovenbalk"] {{ background: {k.blad}; border-bottom: 1px solid {k.rand}; }}
QPushButton[soort="chip"] {{ padding: 2px 10px; min-height: 22px; font-size: {KLEIN}px;
    border: 1px solid {k.rand}; }}
QPushButton[soort="chip"]:focus {{ border: 2px solid {k.accent}; padding: 1px 9px; }}
QPushButton[soort="chip"]:checked {{ border: 2px solid {k.accent}; padding: 1px 9px; }}
QPushButton[soort="stap"] {{ border: 1px solid transparent; background: transparent; padding: 6px 14px; }}
QPushButton[soort="stap"]:checked {{ border: 0; border-bottom: 3px solid {k.accent};
    border-radius: 0; background: transparent; color: {k.accent}; }}
QPushButton[soort="stap"]:focus {{ border: 3px solid {k.accent}; padding: 4px 12px; }}
QPushButton[soort="punt"] {{ text-align: left; border: 1px solid transparent; background: transparent; }}
QPushButton[soort="punt"]:checked {{ background: {k.blad}; border: 1px solid {k.rand}; font-weight: bold; }}
QPushButton[soort="punt"]:focus {{ border: 3px solid {k.accent}; }}
QPushButton[soort="regel"] {{ text-align: left; border: 1px solid transparent; background: transparent;
    color: {k.accent}; padding: 2px 8px; min-height: 20px; }}
QPushButton[soort="regel"]:focus {{ border: 2px solid {k.accent}; padding: 1px 7px; }}
QLabel[soort="oefening"] {{ background: {k.aandacht}; color: {k.blad}; border-radius: 8px;
    padding: 2px 12px; font-weight: bold; }}
QToolTip {{ background: {k.inkt}; color: {k.blad}; border: 0; padding: 4px 8px; }}
QSplitter::handle {{ background: {k.rand}; width: 1px; }}
QLineEdit[soort="zoek"] {{ font-size: {GROOT}px; padding: 8px 12px; min-height: 32px; }}
QComboBox QLineEdit {{ border: 0; padding: 0; background: transparent; min-height: 0; }}
QLabel[soort="verschil"] {{ font-weight: bold; }}
QLabel[soort="toets"] {{ font-size: {KLEIN}px; color: {k.inkt_zacht};
    border: 1px solid {k.rand_sterk}; border-radius: 4px; }}
QLabel[soort="veldnaam"] {{ font-size: {GEWOON}px; font-weight: bold; }}
QLabel[soort="leestekst"], QLabel[soort="leeskeus"] {{ border: 2px solid transparent; border-radius: 4px; }}
QLabel[soort="leeskeus"] {{ font-weight: bold; }}
QLabel[soort="leestekst"]:focus, QLabel[soort="leeskeus"]:focus {{ border-color: {k.accent}; }}
QFrame[soort="uitleg"] {{ background: {k.blad}; border: 2px solid {k.accent}; }}
QFrame[soort="blad"]:focus {{ border: 2px solid {k.accent}; }}
QFrame[soort="aandachtblad"] {{ margin: 8px 0 16px 0;
    background: {k.aandacht_vlak}; border: 1px solid {k.aandacht}; border-radius: 8px; }}
QTableView[soort="lijst"]::item {{ padding: 0 8px; border-bottom: 1px solid {k.rand}; }}
QListView[soort="lijst"]::item {{ padding: 4px 8px; border-bottom: 1px solid {k.rand}; }}
QListView[soort="lijst"]::item:selected {{ background: {k.accent_vlak}; color: {k.inkt}; }}
QTableView[soort="lijst"]::item:selected {{ background: {k.accent_vlak}; color: {k.inkt}; }}
QTableView[soort="lijst"] QHeaderView {{ background: transparent; }}
QTableView[soort="lijst"] QHeaderView::section {{
    background: transparent; padding: 8px 8px 8px 11px; }}
QTableView[soort="lijst"] QScrollBar:vertical {{ width: 12px; padding: 2px; }}
QTableView[soort="lijst"] QScrollBar::handle:vertical {{ border-radius: 4px; }}
QWidget[soort="voet"] {{ background: {k.vlak}; border-top: 1px solid {k.rand}; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {k.inkt_zacht}; }}
QComboBox {{ placeholder-text-color: {k.inkt_zacht}; }}
QProgressBar {{ background: {k.rand}; border: 0; border-radius: 4px; height: 8px; }}
QProgressBar::chunk {{ background: {k.accent}; border-radius: 4px; }}
QListView[soort="vinken"]::item {{ padding: 7px 8px; border-bottom: 1px solid {k.rand}; }}
QListView[soort="vinken"]::item:selected {{ background: {k.accent_vlak}; color: {k.inkt}; }}
QListView[soort="vinken"]::indicator {{ width: 18px; height: 18px; margin-right: 4px;
    background: {k.blad}; border: 2px solid {k.rand_sterk}; border-radius: 5px; }}
QListView[soort="vinken"]::indicator:checked {{ background: {k.accent}; border-color: {k.accent};
    image: url("{_teken("vink", k.accent_inkt)}"); }}
QFrame[soort="lampje"] {{ background: {k.rand_sterk}; border-radius: 5px; }}
QFrame[soort="lampje"][staat="goed"] {{ background: {k.goed}; }}
QFrame[soort="lampje"][staat="let-op"] {{ background: {k.aandacht}; }}
QLabel[soort="klein-let-op"] {{ font-size: {KLEIN}px; color: {k.aandacht}; }}
QPushButton[soort="voetknop"], QPushButton[soort="let-op"] {{ font-size: {KLEIN}px;
    border: 1px solid transparent; background: transparent; color: {k.accent};
    padding: 2px 8px; min-height: 22px; }}
QPushButton[soort="let-op"] {{ color: {k.aandacht}; background: {k.aandacht_vlak}; }}
QPushButton[soort="voetknop"]:disabled {{ color: {k.inkt_zacht}; }}
QPushButton[soort="voetknop"]:focus, QPushButton[soort="let-op"]:focus {{
    border: 2px solid {k.accent}; padding: 1px 7px; }}
"""


def pas_toe(app: QApplication) -> None:
    """Fonts, palette and style sheet, once at the start and whenever the system's theme changes."""
    laad_letters()
    app.setStyle("Fusion")
    app.setStyleSheet(stijlblad(kleuren()))
