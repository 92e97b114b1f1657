"""Words of the page Uitvraag: those of the page, and those that the browser fills in."""

from __future__ import annotations

from model.text import Text

FICTIEF = Text("FICTIEF: namen en bedragen zijn verzonnen.", "FICTITIOUS: names and amounts are made up.")
EIGEN_RONDE = Text(
    " Voor een eigen ronde: dekking serve --ronde MAP.", " For a round of your own: dekking serve --ronde FOLDER."
)
RONDE = Text(
    "begroting {jaar} · editie {editie} van de opgave · stand {fase} · {prijzen}",
    "budget {jaar} · edition {editie} of the return · phase {fase} · {prijzen}",
)
ARTIKEL = Text("artikel {naam}", "article {naam}")
HERROEPEN = Text("het besluit is herroepen", "the decision was taken back")
TERUG = Text("besluit herroepen", "decision taken back")
BESLOTEN = Text("{door} besliste: {keuze}", "{door} decided: {keuze}")
ZIN = Text(
    "Geantwoord: {antwoord} van {alle} departementen, waarvan {volledig} geheel in orde. Open conflicten: {conflicten};"
    " open bevindingen: {bevindingen}{los}; geweigerde bestanden: {geweigerd}.",
    "Answered: {antwoord} of {alle} departments, {volledig} of them wholly in order. Open conflicts: {conflicten}; open"
    " findings: {bevindingen}{los}; files refused: {geweigerd}.",
)
LOS = Text(
    " (waarvan {n} in bestanden waarvan het departement niet te zeggen is)",
    " ({n} of them in files of which nobody knows the department)",
)
GELEZEN_MET = Text(
    "gelezen. Fouten: {fout}; waarschuwingen: {waarschuwing}; vragen: {vraag}.",
    "read. Errors: {fout}; warnings: {waarschuwing}; questions: {vraag}.",
)
GEWEIGERD_MET = Text(
    "geweigerd, niets overgenomen. Fouten: {fout}; waarschuwingen: {waarschuwing}; vragen: {vraag}.",
    "refused, nothing taken over. Errors: {fout}; warnings: {waarschuwing}; questions: {vraag}.",
)
STATUSSEN = {
    "geen": Text("geen opgave", "no return"),
    "geweigerd": Text("bestand geweigerd", "file refused"),
    "conflict": Text("conflict te beslissen", "conflict to decide"),
    "fout": Text("fout te herstellen", "error to mend"),
    "onvolledig": Text("onvolledig", "not complete"),
    "vraag": Text("te beantwoorden", "to be answered"),
    "gereed": Text("gereed", "ready"),
}
CELLEN_VAN = Text("{deel} · {n} van {alle} cellen", "{deel} · {n} of {alle} cells")
CELLEN_ALLE = Text("100 % · {n} van {alle} cellen", "100 % · {n} of {alle} cells")
CELLEN_OPEN = Text("{n} van {alle} cellen", "{n} of {alle} cells")
MISSCHIEN = Text("nog niets gelezen", "nothing read yet")
ZONDER_ONGELEZEN = Text(
    "Nog zonder wat is ontvangen en niet gelezen ({n}): {namen}. Van welk departement dat is, blijkt bij het lezen.",
    "Still without what was received and not read ({n}): {namen}. Of which department that is, shows in reading it.",
)
AFGETEKEND = Text("ja", "yes")
AFTEKENING_MIST = Text("nee, {n} open", "no, {n} open")
ONTBREEKT = Text("ontbreekt", "missing")
OVERGENOMEN = Text("overgenomen", "taken over")
GEWEIGERD = Text("geweigerd, niets overgenomen", "refused, nothing taken over")
ZELFDE_DIRECTIE = Text(
    "Van één directie, of zonder directie, zijn er meer bestanden; ze worden samengevoegd, en waar ze verschillen is"
    " er een conflict. Vervangt het ene het andere, trek dan het oude in.",
    "Several files come from one directorate, or name none; they are merged, and where they differ there is a conflict."
    " If one replaces the other, withdraw the old one.",
)
KIES_OPGAVE = Text("Kies de werkmap van een opgave", "Choose the workbook of a return")
AL_ONTVANGEN = Text(
    "{naam}: al ontvangen, niet nog eens bewaard",
    "{naam}: received before, not kept again",
)
AL_ONTVANGEN_ALS = Text(
    "{naam}: al ontvangen als {eerder}, niet nog eens bewaard",
    "{naam}: received before as {eerder}, not kept again",
)
TERUGGEZET = Text("{naam}: was ingetrokken en telt nu weer mee", "{naam}: had been withdrawn, and counts again now")
ANDERE_NAAM = Text(
    "{naam}: heet {nieuw}, want er was al een ander bestand met deze naam (trek dat in als dit het vervangt)",
    "{naam}: called {nieuw}, for there was another file of this name (withdraw that if this replaces it)",
)
BESLUIT = Text("besluit", "decision")
GEHEEL = {"regel": Text("hele rij", "whole row"), "post": Text("hele post", "whole post")}
VERVALT_MEE = Text("vervalt met wat is verwijderd", "goes with what was removed")
LATER_GETEKEND = Text("de latere aftekening geldt", "the later sign-off holds")
STEMPEL = Text(
    "Dekking · ronde {ronde} · {antwoord} van {alle} departementen · kenmerk van de stand {kenmerk}",
    "Dekking · round {ronde} · {antwoord} of {alle} departments · hash of its state {kenmerk}",
)
STEMPEL_FICTIEF = Text(
    "Dekking · ronde {ronde} · verzonnen namen en bedragen · {antwoord} van {alle} departementen · kenmerk van de stand"
    " {kenmerk}",
    "Dekking · round {ronde} · made-up names and amounts · {antwoord} of {alle} departments · hash of its state"
    " {kenmerk}",
)
VAN_RONDE = Text("ronde {ronde}", "round {ronde}")
ALLE = Text("alle samen", "all together")
IN_PRIJZEN = Text("{prijzen}, ten minste", "{prijzen}, at least")
VOLLEDIG_VAN = Text("{n} van {alle} departementen volledig", "{n} of {alle} departments complete")
PERSONEEL_ZIN = Text(
    "Eigen en ingehuurd personeel naast elkaar, ten minste; altijd in duizenden euro's.",
    "Own and hired staff side by side, at least; always in thousands of euros.",
)
GEEN_PERSONEEL = Text(
    "Over eigen en ingehuurd personeel is in deze tabel en dit jaar nog niets bekend.",
    "Of own and hired staff nothing is known yet in this table and year.",
)
TEN_MINSTE = Text("ten minste", "at least")
TELT_MEE = Text("Wat meetelt", "What counts")
NIET_VERGELIJKBAAR = Text("Bekend, maar niet vergelijkbaar: telt niet mee", "Known, but not comparable: does not count")
DEELS = Text("telt deels mee", "counts in part")
ZONDER = Text("zonder cijfer dat meetelt", "without a figure that counts")
NUL_CELLEN = Text("cellen die nihil of n.v.t. zijn", "cells that are nihil or n/a")
ONBEKEND = Text("onbekend", "unknown")

_WIE, _RIJ, _JAAR = Text("departement", "department"), Text("rij", "row"), Text("jaar", "year")
KOPPEN_ANDERS = (
    _WIE, _RIJ, _JAAR, Text("waarde", "value"), Text("waarom", "why"), Text("waar het staat", "where it stands"),
)  # fmt: skip
KOPPEN_VERSCHIL = (
    _WIE, _RIJ, _JAAR, Text("wending", "turn"), Text("vorige ronde", "last round"), Text("nu", "now"),
    Text("verschil", "difference"), Text("deel", "share"), Text("reden", "reason"),
)  # fmt: skip
KOPPEN_ELDERS = (
    _WIE, Text("overzicht", "overview"), Text("wat", "what"), Text("grootheid", "quantity"), _JAAR,
    Text("opgave", "return"), Text("elders", "elsewhere"), Text("verschil", "difference"), Text("uitkomst", "outcome"),
    Text("bron", "source"),
)  # fmt: skip
EENHEID_LIJST = Text("{geld}; personeel in fte", "{geld}; staff in fte")
MEER = Text(
    "De eerste {n} van {alle}; alles staat in de tabellen die u hieronder meeneemt.",
    "The first {n} of {alle}; all of them are in the tables to take along below.",
)
VERSCHILLEN_ZIN = Text(
    "{n} cijfers zijn anders dan vorige ronde, het grootste verschil eerst; van {nieuw} was toen niets bekend.",
    "{n} figures differ from last round, the largest difference first; of {nieuw} nothing was known then.",
)
NIETS_ELDERS = Text("Deze ronde geeft geen andere overzichten.", "This round gives no other overviews.")
