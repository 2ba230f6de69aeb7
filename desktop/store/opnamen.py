"""Recordings of prompts in the store, and which synthetic voices were tried with a speaker."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from desktop.models.opname import Opname, Stemproef
from desktop.models.spraak import Opnamegeluid, Opnameregel, zelfde_tekst
from desktop.store.aankondiging import Gewijzigd
from desktop.store.store import Store

_Regels = dict[str, list[Opnameregel]]


class Opnamen:
    """The recordings of this municipality. Without sound they are few, and kept in memory."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._regels: dict[str, _Regels] = {}
        self._beproefd: dict[str, frozenset[str]] = {}
        store.gewijzigd.verbind(self._vergeet)

    def los(self) -> None:
        """Stops listening to the store."""
        self._store.gewijzigd.verbreek(self._vergeet)

    def _vergeet(self, gewijzigd: Gewijzigd) -> None:
        # On the thread that committed: a new empty dict, never one that another thread reads.
        if "opname" in gewijzigd:
            self._regels = {}
        if "stemproef" in gewijzigd:
            self._beproefd = {}

    def regels(self, taal: str, context: str) -> Sequence[Opnameregel]:
        """The recordings of one prompt, one for each dialect; none while locked."""
        if self._store.op_slot:
            return ()
        bekend = self._regels
        if taal not in bekend:
            bekend[taal] = self._lees(taal)
        return bekend[taal].get(context, ())

    def _lees(self, taal: str) -> _Regels:
        vraag = sa.select(Opname.context, Opname.dialect, Opname.tekst).where(Opname.taal == taal)
        regels: _Regels = {}
        with self._store.lees() as sessie:
            for context, dialect, tekst in sessie.execute(vraag):
                regels.setdefault(context, []).append(Opnameregel(dialect, tekst))
        return regels

    def zoek(self, taal: str, dialect: str, context: str) -> Opnamegeluid | None:
        """The sound of one recording; None when there is none, or while locked."""
        if self._store.op_slot:
            return None
        with self._store.lees() as sessie:
            rij = sessie.get(Opname, Opname.id_van(taal, dialect, context))
            if rij is None:
                return None
            try:
                return Opnamegeluid(rij.tekst, base64.b64decode(rij.geluid, validate=True))
            except binascii.Error:
                return None

    def ontbrekend(self, taal: str, dialect: str, teksten: Mapping[str, str]) -> list[str]:
        """Contexts, in the order of `teksten`, that have no recording of today's text."""
        return [
            context
            for context, tekst in teksten.items()
            if not any(
                regel.dialect == dialect and zelfde_tekst(regel.tekst, tekst)
                for regel in self.regels(taal, context)
            )
        ]

    def bewaar(
        self,
        taal: str,
        dialect: str,
        context: str,
        *,
        tekst: str,
        ogg: bytes,
        duur_ms: int,
        spreker: str,
        toestemming_op: date | None = None,
        opgenomen_op: date | None = None,
    ) -> None:
        """Keeps a recording in the place of the one before. Without dates both are today."""
        vandaag = self._store.vandaag()
        with self._store.work() as work:
            id_ = Opname.id_van(taal, dialect, context)
            rij = work.session.get(Opname, id_)
            if rij is None:
                rij = Opname(id=id_, taal=taal, dialect=dialect, context=context)
                work.voeg_toe(rij)
            rij.tekst, rij.spreker, rij.duur_ms = tekst, spreker, duur_ms
            rij.toestemming_op = toestemming_op or vandaag
            rij.opgenomen_op = opgenomen_op or vandaag
            rij.geluid = base64.b64encode(ogg).decode("ascii")

    def wis(self, taal: str, dialect: str, context: str) -> bool:
        """Takes a recording away; False when there was none."""
        with self._store.work() as work:
            rij = work.session.get(Opname, Opname.id_van(taal, dialect, context))
            if rij is not None:
                work.verwijder(rij)
        return rij is not None

    def beproefd(self, taal: str) -> frozenset[str]:
        """Voices that a speaker of this language found good enough; none while locked."""
        if self._store.op_slot:
            return frozenset()
        bekend = self._beproefd
        if taal not in bekend:
            vraag = sa.select(Stemproef.stem).where(Stemproef.taal == taal, Stemproef.goed)
            with self._store.lees() as sessie:
                bekend[taal] = frozenset(sessie.scalars(vraag))
        return bekend[taal]

    def zet_stemproef(self, taal: str, stem: str, *, goed: bool, spreker: str = "") -> None:
        """Keeps what somebody who speaks the language found of this voice."""
        vandaag = self._store.vandaag()
        with self._store.work() as work:
            id_ = Stemproef.id_van(taal, stem)
            rij = work.session.get(Stemproef, id_)
            if rij is None:
                rij = Stemproef(id=id_, taal=taal, stem=stem)
                work.voeg_toe(rij)
            rij.goed, rij.spreker, rij.op = goed, spreker, vandaag
