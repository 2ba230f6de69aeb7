"""The window that is turned to the client."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.models.clientbeeld import TEGELS_PER_PAGINA, Beeldsoort, Clientbeeld
from desktop.models.geluidsbeeld import VRAAG, WEET_NIET, ZEG_NIET, Geluidsbeeld
from desktop.models.prompts import Prompts
from desktop.views.client.getal import Getalblad
from desktop.views.client.hoekcode import Hoekcode
from desktop.views.client.knop import KLEUR, MET_TOETSEN, Plaatjeknop
from desktop.views.client.kop import Kop
from desktop.views.client.maat import minimum_doel
from desktop.views.client.strook import Terugstrook
from desktop.views.client.tekenblad import Tekenblad
from desktop.views.stijl import TINTEN
from desktop.views.widgets.pictogram import PictogramRegister

_MET_ANTWOORD = frozenset({Beeldsoort.VRAAG, Beeldsoort.GETAL, Beeldsoort.OEFENEN})
_MET_TERUG = frozenset({Beeldsoort.VRAAG, Beeldsoort.GETAL, Beeldsoort.TAALCHECK})


class Clientvenster(QWidget):
    """One question at a time; shows what a `Clientbeeld` holds and tells what was touched.

    *I don't know*, *I don't want to say*, *stop* and *ready* never move.
    """

    geraakt = Signal(str)
    weet_niet = Signal()
    zeg_niet = Signal()
    stop = Signal()
    klaar = Signal()
    terugnemen = Signal()
    pagina = Signal(int)
    getal = Signal(int)
    verder = Signal()
    luister = Signal(str)
    """Somebody wants to hear the prompt, or one choice, by its key (`Geluidsbeeld`)."""
    deze = Signal()
    """What was heard is what is meant."""
    getekend = Signal(object)
    """The client signed (`Handtekening`), and touched ready."""

    def __init__(self, register: PictogramRegister, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("Viergesprek")
        self.setMinimumSize(640, 400)
        self.mag_sluiten = False
        self.beeld = Clientbeeld(Beeldsoort.LEEG)
        self._rtl = False
        self._vlak: tuple[object, ...] = ()
        self._kop = Kop(register, self)
        self.tegels = [Plaatjeknop(register, self) for _ in range(TEGELS_PER_PAGINA)]
        self._getalblad = Getalblad(register, self)
        self.tekenblad = Tekenblad(register, self)
        self.knop_weet_niet = Plaatjeknop(register, self)
        self.knop_zeg_niet = Plaatjeknop(register, self)
        self.knop_stop = Plaatjeknop(register, self)
        self.knop_klaar = Plaatjeknop(register, self)
        self.knop_pagina = Plaatjeknop(register, self)
        self.strook = Terugstrook(register, self)
        self.knop_deze = Plaatjeknop(register, self)
        self.geluid = Geluidsbeeld()
        self._prompts: Prompts | None = None
        self.hoekcode = Hoekcode(self)
        for n, tegel in enumerate(self.tegels):
            tegel.clicked.connect(lambda _aan=False, n=n: self._raak(n))
        self.knop_weet_niet.clicked.connect(self.weet_niet)
        self.knop_zeg_niet.clicked.connect(self.zeg_niet)
        self.knop_stop.clicked.connect(self.stop)
        self.knop_klaar.clicked.connect(self.klaar)
        self.knop_pagina.clicked.connect(self._blader)
        self.strook.terugnemen.connect(self.terugnemen)
        self._getalblad.getal.connect(self.getal)
        self.tekenblad.getekend.connect(self.getekend)
        self.knop_deze.clicked.connect(self.deze)
        self._kop.luister.clicked.connect(lambda: self.luister.emit(VRAAG))
        for n, tegel in enumerate(self.tegels):
            tegel.luister.clicked.connect(lambda _aan=False, n=n: self._luister_naar(n))
        self.knop_weet_niet.luister.clicked.connect(lambda: self.luister.emit(WEET_NIET))
        self.knop_zeg_niet.luister.clicked.connect(lambda: self.luister.emit(ZEG_NIET))
        for kind in self._delen():
            kind.hide()

    @property
    def getalblad(self) -> Getalblad:
        """The number page."""
        return self._getalblad

    def toon(self, beeld: Clientbeeld, prompts: Prompts, *, toon_nederlands: bool = True) -> None:
        """Shows a screen, in the language and direction of these prompts."""
        vlak = (beeld.soort, beeld.domein, beeld.pagina, beeld.paginas, beeld.oefenbeeld)
        if (vlak, self._rtl) != (self._vlak, prompts.taal.rechts_naar_links):
            self._vlak = vlak
            self.update()
        if beeld.soort is not Beeldsoort.TEKENEN:
            self.tekenblad.maak_leeg()
        self.beeld, self._rtl, self._prompts = beeld, prompts.taal.rechts_naar_links, prompts
        rtl, nl = self._rtl, toon_nederlands
        if beeld.soort is Beeldsoort.LEEG:
            for deel in self._delen():
                deel.hide()
            # Qt leaves the keyboard with the last part that was hidden: Space would say stop.
            if (met_focus := self.focusWidget()) is not None:
                met_focus.clearFocus()
            return
        self._kop.toon(beeld, rtl=rtl, toon_nl=nl)
        self._kop.show()
        self.hoekcode.toon(beeld.code)
        for knop, tegel in zip(self.tegels, beeld.tegels, strict=False):
            knop.toon(
                tegel.tekst,
                tegel.pictogram,
                gekozen=tegel.gekozen,
                rang=tegel.rang,
                rtl=rtl,
                toon_nl=nl,
            )
        for n, knop in enumerate(self.tegels):
            knop.setVisible(n < len(beeld.tegels))
        self._getalblad.setVisible(beeld.soort is Beeldsoort.GETAL)
        if beeld.soort is Beeldsoort.GETAL:
            self._getalblad.toon(beeld, prompts, rtl=rtl, toon_nl=nl)
        self.tekenblad.setVisible(beeld.soort is Beeldsoort.TEKENEN)
        if beeld.soort is Beeldsoort.TEKENEN:
            titel = beeld.titel.tekst if beeld.titel else ""
            self.tekenblad.toon(titel, prompts, rtl=rtl, toon_nl=nl)
        self._toon_balk(beeld, prompts)
        self._toon_geluid()
        self._plaats()

    def zet_geluid(self, geluid: Geluidsbeeld) -> None:
        """Which things can be heard, which one sounds, and which one a next touch chooses."""
        if geluid != self.geluid:
            self.geluid = geluid
            self._toon_geluid()
            self._plaats()

    def _toon_geluid(self) -> None:
        if self._prompts is None or self.beeld.soort is Beeldsoort.LEEG:
            return
        geluid, woord = self.geluid, self._prompts.scherm("spraak.luister")
        kan = VRAAG in geluid.hoorbaar
        self._kop.zet_geluid(woord if kan else None, klinkt=geluid.klinkt == VRAAG)
        paren = [(k, t.code) for k, t in zip(self.tegels, self.beeld.tegels, strict=False)]
        for knop, sleutel in (
            *paren,
            (self.knop_weet_niet, WEET_NIET),
            (self.knop_zeg_niet, ZEG_NIET),
        ):
            knop.zet_geluid(
                woord if sleutel in geluid.hoorbaar else None,
                klinkt=geluid.klinkt == sleutel,
                gehoord=geluid.gehoord == sleutel,
            )
        self.knop_deze.setVisible(bool(geluid.gehoord))
        self.strook.setVisible(self.beeld.soort in _MET_TERUG and not geluid.gehoord)
        if geluid.gehoord:
            self.knop_deze.toon(
                self._prompts.scherm("spraak.deze"),
                self._prompts.pictogram("spraak.deze") or "ja",
                rtl=self._rtl,
                toon_nl=False,
            )

    def _toon_balk(self, beeld: Clientbeeld, prompts: Prompts) -> None:
        rtl = self._rtl
        antwoord = beeld.soort in _MET_ANTWOORD
        for knop, code, gekozen, zichtbaar in (
            (
                self.knop_weet_niet,
                "antwoord.weet-niet",
                beeld.weet_niet,
                antwoord and beeld.mag_niet_antwoorden,
            ),
            (
                self.knop_zeg_niet,
                "antwoord.zeg-niet",
                beeld.zeg_niet,
                antwoord and beeld.mag_niet_antwoorden,
            ),
            (self.knop_stop, "antwoord.stop", False, True),
            (self.knop_klaar, "antwoord.klaar", False, antwoord),
            (self.knop_pagina, "pagina", False, beeld.paginas > 1),
        ):
            knop.toon(
                prompts.scherm(code),
                prompts.pictogram(code) or code,
                gekozen=gekozen,
                rtl=rtl,
                rustig=code not in ("antwoord.klaar", "pagina"),
            )
            knop.setVisible(zichtbaar)
        self.knop_klaar.setEnabled(beeld.beantwoord)
        terug = beeld.soort in _MET_TERUG
        self.strook.toon(beeld.laatste if terug else None, prompts, rtl=rtl, toon_nl=False)
        self.strook.setVisible(terug)

    def _delen(self) -> tuple[QWidget, ...]:
        return (
            self._kop,
            *self.tegels,
            self._getalblad,
            self.tekenblad,
            self.knop_weet_niet,
            self.knop_zeg_niet,
            self.knop_stop,
            self.knop_klaar,
            self.knop_pagina,
            self.strook,
            self.hoekcode,
            self.knop_deze,
        )

    def _luister_naar(self, nummer: int) -> None:
        if nummer < len(self.beeld.tegels):
            self.luister.emit(self.beeld.tegels[nummer].code)

    def _raak(self, nummer: int) -> None:
        if nummer < len(self.beeld.tegels):
            self.geraakt.emit(self.beeld.tegels[nummer].code)

    def _blader(self) -> None:
        self.pagina.emit((self.beeld.pagina + 1) % self.beeld.paginas)

    def event(self, gebeurtenis: QEvent) -> bool:
        """The first Tab after a locked screen comes here: no part has the focus yet."""
        if gebeurtenis.type() == QEvent.Type.KeyPress:
            self.setProperty(MET_TOETSEN, True)
        return super().event(gebeurtenis)

    def resizeEvent(self, gebeurtenis: QResizeEvent) -> None:
        super().resizeEvent(gebeurtenis)
        self._plaats()

    def _plaats(self) -> None:
        """Everything by share of the window; mirrored for right-to-left languages."""
        b, h = self.width(), self.height()
        rand = max(12, round(min(b, h) * 0.025))
        balk = max(minimum_doel(self.screen()), round(h * 0.17))
        knop = max(minimum_doel(self.screen()), round(min(b * 0.125, balk * 1.25)))
        boven = h - balk - rand
        self._balk = QRect(0, boven - rand // 2, b, balk + rand + rand // 2)
        x = rand
        for deel in (self.knop_weet_niet, self.knop_zeg_niet, self.knop_stop):
            self._zet(deel, x, boven, knop, balk)
            x += knop + rand // 2
        einde = b - rand - knop
        self._zet(self.knop_klaar, einde, boven, knop, balk)
        self._zet(self.knop_deze, einde - knop - rand, boven, knop, balk)
        self._zet(self.strook, x + rand, boven, max(0, einde - x - 2 * rand), balk)
        breed = max(64, b // 12)
        self._zet(self.hoekcode, b - rand - breed, max(6, h // 100) + 1, breed, max(14, rand))
        vrij = boven - 2 * rand
        blad = self.beeld.soort in (Beeldsoort.GETAL, Beeldsoort.TEKENEN)
        heeft_keuze = bool(self.beeld.tegels) or blad
        kop = round(vrij * 0.22) if heeft_keuze else vrij
        self._kop.setGeometry(rand * 2, rand, b - 4 * rand, kop)
        veld = QRect(rand, rand + kop + rand // 2, b - 2 * rand, vrij - kop - rand)
        self._getalblad.setGeometry(veld)
        self.tekenblad.setGeometry(veld)
        self._plaats_tegels(veld, rand, knop if self.beeld.paginas > 1 else 0)

    def _plaats_tegels(self, veld: QRect, rand: int, blader: int) -> None:
        """The tiles in the middle; `blader` is the width of the button for more, beside them."""
        aantal = len(self.beeld.tegels)
        if not aantal:
            return
        # A second page keeps the grid of a full one, so that a tile does not jump in size.
        vol = TEGELS_PER_PAGINA if self.beeld.paginas > 1 else aantal
        rijen = 1 if vol <= 3 or (vol == 4 and veld.width() > veld.height() * 2.6) else 2
        kolommen = math.ceil(vol / rijen)
        naast = blader + rand if blader else 0
        breed = (veld.width() - naast - rand * (kolommen - 1)) // kolommen
        hoog = (veld.height() - rand * (rijen - 1)) // rijen
        breed = min(breed, round(hoog * 1.5))
        begin = (veld.width() - naast - kolommen * breed - (kolommen - 1) * rand) // 2
        if blader:
            einde = begin + kolommen * (breed + rand)
            laag = min(hoog, round(blader * 1.4))
            y = veld.y() + (veld.height() - laag) // 2
            self._zet(self.knop_pagina, veld.x() + einde, y, blader, laag)
        for n in range(aantal):
            rij, kolom = divmod(n, kolommen)
            self._zet(
                self.tegels[n],
                veld.x() + begin + kolom * (breed + rand),
                veld.y() + rij * (hoog + rand),
                breed,
                hoog,
            )

    def _zet(self, deel: QWidget, x: int, y: int, breed: int, hoog: int) -> None:
        if self._rtl:
            x = self.width() - x - breed
        deel.setGeometry(x, y, breed, hoog)

    def paintEvent(self, gebeurtenis: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(KLEUR.vlak))
        if self.beeld.soort is Beeldsoort.LEEG:
            return
        painter.fillRect(self._balk, QColor("#ECEAE4"))
        if self.beeld.domein is not None:
            # The tint of the leefdomein, as in the rail and in print.
            rand = QRect(0, 0, self.width(), max(6, self.height() // 100))
            painter.fillRect(rand, QColor(TINTEN[self.beeld.domein]))
        if self.beeld.paginas > 1:
            self._teken_paginastippen(painter)
        if self.beeld.oefenbeeld:
            painter.setPen(QPen(QColor(KLEUR.aandacht), 6, Qt.PenStyle.DashLine))
            painter.drawRect(self.rect().adjusted(4, 4, -5, -5))

    def _teken_paginastippen(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(KLEUR.inkt), 2))
        midden, onder = (
            self.knop_pagina.geometry().center().x(),
            self.knop_pagina.geometry().bottom(),
        )
        stap = max(14, self.height() // 45)
        begin = midden - stap * (self.beeld.paginas - 1) // 2
        for n in range(self.beeld.paginas):
            plek = self.beeld.paginas - 1 - n if self._rtl else n
            painter.setBrush(QColor(KLEUR.inkt if plek == self.beeld.pagina else KLEUR.blad))
            painter.drawEllipse(begin + n * stap - stap // 4, onder + 3, stap // 2, stap // 2)

    def closeEvent(self, gebeurtenis: QCloseEvent) -> None:
        """A client who presses Alt+F4 does no harm: only the application closes this window."""
        if self.mag_sluiten:
            super().closeEvent(gebeurtenis)
        else:
            gebeurtenis.ignore()
