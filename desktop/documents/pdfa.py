"""Makes a PDF of ReportLab or Qt one that an archive may keep: PDF/A-1b (ISO 19005-1).

Both embed their fonts; what they lack is what a file must say of itself. The file is read and
written anew, because ReportLab ends its streams in a way that the norm does not take. Its words
are not touched. What is drawn through (a pictogram with a shadow) is only in PDF/A-2b (ISO
19005-2), and then the file says that.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from xml.sax.saxutils import escape

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from desktop.documents.kleurprofiel import srgb
from desktop.models.schoontekst import schoon

PROGRAMMA = "Viergesprek"
_TIJD = re.compile(r"D:(\d{14})")
_XMP = """\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
 <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
  <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
   <dc:format>application/pdf</dc:format>
   <dc:title><rdf:Alt><rdf:li xml:lang="x-default">{titel}</rdf:li></rdf:Alt></dc:title>
   <dc:creator><rdf:Seq><rdf:li>{maker}</rdf:li></rdf:Seq></dc:creator>
   <dc:language><rdf:Bag><rdf:li>{taal}</rdf:li></rdf:Bag></dc:language>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
   <xmp:CreatorTool>{programma}</xmp:CreatorTool>
   <xmp:CreateDate>{tijd}</xmp:CreateDate>
   <xmp:ModifyDate>{tijd}</xmp:ModifyDate>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
   <pdf:Producer>{programma}</pdf:Producer>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
   <pdfaid:part>{deel}</pdfaid:part>
   <pdfaid:conformance>B</pdfaid:conformance>
  </rdf:Description>
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True)
class Bladwijzer:
    """One line of the outline that a reader shows beside the pages; the first page is 0."""

    titel: str
    bladzijde: int


def als_pdfa(
    pdf: bytes,
    *,
    titel: str,
    taal: str = "nl",
    maker: str = PROGRAMMA,
    bladwijzers: Sequence[Bladwijzer] = (),
) -> bytes:
    """The same pages as PDF/A-1b, or 2b where something is drawn through.

    `titel` is what a window shows, so no name of a person. `taal` is the tag of the language that
    most of it is in. An outline that ReportLab made stays; Qt makes none: give `bladwijzers`.
    """
    titel, maker = schoon(titel), schoon(maker)
    bron = PdfReader(BytesIO(pdf))
    tijd = _gemaakt_op(bron)
    schrijver = PdfWriter(clone_from=bron)
    deel = 2 if _doorzichtig(schrijver) else 1
    schrijver.pdf_header = "%PDF-1.7" if deel > 1 else "%PDF-1.4"
    wortel = schrijver.root_object
    for naam in ("/Metadata", "/OutputIntents", "/AcroForm", "/OpenAction"):
        wortel.pop(NameObject(naam), None)
    wortel[NameObject("/Lang")] = TextStringObject(taal)
    wortel[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    wortel[NameObject("/Metadata")] = schrijver._add_object(_xmp(titel, maker, taal, tijd, deel))
    wortel[NameObject("/OutputIntents")] = ArrayObject([_uitvoer(schrijver)])
    _zonder_drukinkt(schrijver)
    for wijzer in bladwijzers:
        schrijver.add_outline_item(title=wijzer.titel, page_number=wijzer.bladzijde)
    if "/Outlines" in wortel:
        wortel[NameObject("/PageMode")] = NameObject("/UseOutlines")
    _schrijf_gegevens(schrijver, titel, maker, tijd)
    schrijver.generate_file_identifiers()
    uit = BytesIO()
    schrijver.write(uit)
    return uit.getvalue()


def _gemaakt_op(bron: PdfReader) -> datetime:
    """When the pages were made, as the file says; a paper has no clock of its own."""
    gegevens = bron.metadata
    gevonden = _TIJD.match(str(gegevens.get("/CreationDate", "")) if gegevens else "")
    return datetime.strptime(gevonden[1] if gevonden else "20000101000000", "%Y%m%d%H%M%S").replace(
        tzinfo=UTC
    )


def _doorzichtig(schrijver: PdfWriter) -> bool:
    """Is anything drawn through another?"""
    for deel in schrijver._objects:
        if not isinstance(deel, DictionaryObject):
            continue
        if deel.get("/SMask", "/None") != "/None" or "/Group" in deel:
            return True
        if any(isinstance(w := deel.get(naam), float | int) and w < 1 for naam in ("/ca", "/CA")):
            return True
    return False


def _zonder_drukinkt(schrijver: PdfWriter) -> None:
    """Qt names the colours of print on each page, and uses them nowhere."""
    for blad in schrijver.pages:
        bronnen = blad.get("/Resources")
        kleuren = bronnen.get_object().get("/ColorSpace") if bronnen is not None else None
        if kleuren is not None:
            kleuren = kleuren.get_object()
            for naam in ("/CSpcmyk", "/PCSpcmyk"):
                kleuren.pop(NameObject(naam), None)


def _schrijf_gegevens(schrijver: PdfWriter, titel: str, maker: str, tijd: datetime) -> None:
    """The old dictionary must say what the XMP says, and nothing else (6.7.3)."""
    stempel = f"D:{tijd:%Y%m%d%H%M%S}Z"
    schrijver.metadata = {
        "/Title": titel,
        "/Author": maker,
        "/Creator": PROGRAMMA,
        "/Producer": PROGRAMMA,
        "/CreationDate": stempel,
        "/ModDate": stempel,
    }


def _xmp(titel: str, maker: str, taal: str, tijd: datetime, deel: int) -> StreamObject:
    tekst = _XMP.format(
        deel=deel,
        titel=escape(titel),
        maker=escape(maker),
        taal=escape(taal),
        programma=PROGRAMMA,
        tijd=f"{tijd:%Y-%m-%dT%H:%M:%S}Z",
    )
    stroom = StreamObject()
    stroom.set_data(tekst.encode("utf-8"))  # no filter: an archive searches it as text
    stroom[NameObject("/Type")] = NameObject("/Metadata")
    stroom[NameObject("/Subtype")] = NameObject("/XML")
    return stroom


def _uitvoer(schrijver: PdfWriter) -> DictionaryObject:
    """Which colours are meant: those of sRGB."""
    profiel = StreamObject()
    profiel.set_data(srgb())
    profiel = profiel.flate_encode()
    profiel[NameObject("/N")] = NumberObject(3)
    naam = TextStringObject("sRGB IEC61966-2.1")
    return DictionaryObject(
        {
            NameObject("/Type"): NameObject("/OutputIntent"),
            NameObject("/S"): NameObject("/GTS_PDFA1"),
            NameObject("/OutputConditionIdentifier"): naam,
            NameObject("/Info"): naam,
            NameObject("/DestOutputProfile"): schrijver._add_object(profiel),
        }
    )
