"""Words of saving: those of the dialogs, and those that the browser fills in."""

from __future__ import annotations

from model.text import Text

OPSLAAN = Text("Opslaan", "Save")
VERSIES = Text("Versies", "Versions")
KOPPELING = Text("Link kopiëren", "Copy link")
GROEP = Text("Dit scenario", "This scenario")
SLUITEN = Text("Sluiten", "Close")
NAAM = Text("Naam", "Name")
TOELICHTING = Text("Toelichting bij deze versie", "Note with this version")
TOELICHTING_UITLEG = Text(
    "Wat is er anders, en waarom? Mag leeg blijven.", "What is different, and why? May stay empty."
)
NIEUW_SCENARIO = Text("Bewaar als nieuw scenario", "Save as a new scenario")
ANNULEER = Text("Annuleer", "Cancel")
TERUG = Text("Terug", "Back")
HERNOEM = Text("Hernoem", "Rename")
ARCHIVEER = Text("Zet in het archief", "Archive")

KEUZE_KOP = Text("Dit scenario is intussen gewijzigd", "This scenario was changed meanwhile")
MIJN_NIEUWSTE = Text("Bewaar de mijne als nieuwste", "Save mine as the newest")
MIJN_NIEUWSTE_UITLEG = Text(
    "Uw versie komt boven de andere; de andere blijft bij de versies staan.",
    "Your version comes on top of the other; the other stays among the versions.",
)
MIJN_NIEUW = Text("Bewaar de mijne als nieuw scenario", "Save mine as a new scenario")
MIJN_NIEUW_UITLEG = Text(
    "Beide gaan naast elkaar verder; de uwe krijgt een nummer achter de naam.",
    "Both go on beside each other; yours gets a number behind its name.",
)
HUNNE = Text("Open de andere", "Open the other")
HUNNE_UITLEG = Text(
    "Uw wijzigingen worden niet bewaard; met Ongedaan maken haalt u ze in dit venster terug.",
    "Your changes are not saved; Undo brings them back in this window.",
)

BEWAARD = Text("Bewaard als versie {n} van ‘{naam}’.", "Saved as version {n} of ‘{naam}’.")
NIETS_NIEUWS = Text(
    "Er was niets te bewaren: dit is versie {n} van ‘{naam}’.",
    "There was nothing to save: this is version {n} of ‘{naam}’.",
)
UIT_ARCHIEF = Text(" Het staat niet langer in het archief.", " It is no longer archived.")
GEOPEND = Text("Versie {n} van ‘{naam}’ is geopend.", "Version {n} of ‘{naam}’ is open.")
TERUGGEZET = Text(
    "Versie {oud} van ‘{naam}’ is teruggezet, als versie {n}.",
    "Version {oud} of ‘{naam}’ was restored, as version {n}.",
)
HERNOEMD = Text("Het scenario heet nu ‘{naam}’ (versie {n}).", "The scenario is now called ‘{naam}’ (version {n}).")
HERNOEMD_VAN = Text("Hernoemd; heette ‘{naam}’.", "Renamed; was called ‘{naam}’.")
GEARCHIVEERD = Text(
    "‘{naam}’ staat in het archief; alle versies blijven te lezen.",
    "‘{naam}’ is archived; all versions can still be read.",
)
TERUGGEHAALD = Text("‘{naam}’ staat weer in de lijst.", "‘{naam}’ is in the list again.")
NAAM_VERGEVEN = Text(
    "Die versie heet ‘{naam}’, en zo heet nu een ander scenario; er is niets gewijzigd. Geef dat eerst een andere naam,"
    " of open de versie en bewaar haar onder een eigen naam.",
    "That version is called ‘{naam}’, as another scenario is now; nothing was changed. Rename that one first, or open"
    " the version and save it under a name of its own.",
)
VEROUDERD = Text(
    "Intussen is versie {n} bewaard, dus er is niets gewijzigd. Bekijk de lijst opnieuw.",
    "Version {n} was saved meanwhile, so nothing was changed. Look at the list again.",
)

# What the browser says; {n}, {naam} and {moment} are filled in there.
IN_DE_BROWSER: dict[str, Text] = {
    "wordt-versie": Text("Wordt versie {n} van dit scenario.", "Becomes version {n} of this scenario."),
    "wordt-nieuw": Text(
        "U bewaart een nieuw scenario; het meegeleverde waarmee u begon blijft zoals het is.",
        "You save a new scenario; the shipped one that you began with stays as it is.",
    ),
    "bewaar-versie": Text("Bewaar als versie {n}", "Save as version {n}"),
    "bezig": Text("Bezig met bewaren…", "Saving…"),
    "laden": Text("Bezig met ophalen…", "Fetching…"),
    "geen-antwoord": Text(
        "Niet bewaard: Dekking antwoordt niet. Alles wat u invulde blijft hier staan. Start Dekking zo nodig opnieuw en"
        " bewaar dan nog eens; dat geeft nooit een dubbele.",
        "Not saved: Dekking does not answer. Everything that you typed stays here. Start Dekking again if need be and"
        " then save once more; that never makes a double.",
    ),
    "geen-antwoord-lezen": Text(
        "Dekking antwoordt niet. Start Dekking zo nodig opnieuw en probeer het nog eens.",
        "Dekking does not answer. Start Dekking again if need be, and try once more.",
    ),
    "geweigerd": Text(
        "Niet gelukt: Dekking kon deze vraag niet verwerken ({code}). Wat u invulde blijft staan. Laad de pagina"
        " opnieuw als het zo blijft; de koppeling in de adresbalk bevat uw wijzigingen.",
        "This did not work: Dekking could not handle the request ({code}). What you typed stays. Reload the page if"
        " this goes on; the link in the address bar holds your changes.",
    ),
    "geweigerd-blijft": Text(
        "Bewaren kan; dan wordt bewaard wat er stond. Sluit dit venster om de invoer te verbeteren.",
        "You can save; what stood there is then saved. Close this dialog to correct the entry.",
    ),
    "nieuwer": Text(
        "Van dit scenario is versie {n} bewaard ({moment}{note}); u werkt met versie {mijn}.",
        "Version {n} of this scenario was saved ({moment}{note}); you work with version {mijn}.",
    ),
    "bekijk": Text("Bekijk de versies", "Look at the versions"),
    "gekopieerd": Text("Link gekopieerd.", "Link copied."),
    "gekopieerd-bewaard": Text(
        "Link gekopieerd. Hij opent versie {n} bij wie dezelfde bewaarplaats gebruikt.",
        "Link copied. It opens version {n} for whoever uses the same place of keeping.",
    ),
    "niet-gekopieerd": Text(
        "De browser laat kopiëren hier niet toe; kopieer de link uit de adresbalk.",
        "The browser does not allow copying here; copy the link from the address bar.",
    ),
    "de-uwe": Text("De uwe", "Yours"),
    "nog-niet-bewaard": Text("nog niet bewaard; begon bij versie {n}", "not saved yet; began at version {n}"),
    "versie": Text("Versie {n}", "Version {n}"),
    "bewaard-op": Text("bewaard {moment}", "saved {moment}"),
    "verschillen": Text("Wat verschilt: de uwe → versie {n}", "What differs: yours → version {n}"),
    "geen-toelichting": Text("Geen toelichting", "No note"),
    "tussendoor": Text(
        "Sinds versie {mijn} zijn er {aantal} versies bij gekomen; ze staan alle bij Versies.",
        "Since version {mijn} there have been {aantal} more versions; all are under Versions.",
    ),
    "nieuwste": Text("nieuwste", "newest"),
    "geopend": Text("geopend", "open"),
    "teruggezet": Text("versie {n} opnieuw", "version {n} again"),
    "kenmerk": Text("kenmerk {kenmerk}", "hash {kenmerk}"),
    "open": Text("Open", "Open"),
    "open-versie": Text("Open versie {n}", "Open version {n}"),
    "zet-terug": Text("Zet terug", "Restore"),
    "zet-versie-terug": Text("Zet terug: versie {n}", "Restore: version {n}"),
    "toon": Text("Toon versies", "Show versions"),
    "toon-van": Text("Toon versies van {naam}", "Show versions of {naam}"),
    "archiveer": ARCHIVEER,
    "haal-terug": Text("Haal uit het archief", "Take out of the archive"),
    "ander-dataset": Text("dataset {naam}", "dataset {naam}"),
    "in-archief": Text("in het archief", "archived"),
    "andere": Text("Andere bewaarde scenario’s", "Other saved scenarios"),
    "archief": Text("Archief", "Archive"),
    "aantal-versies": Text("versie {n}, {moment}", "version {n}, {moment}"),
    "niets-bewaard": Text(
        "Het geopende scenario is niet bewaard; versies ontstaan zodra u opslaat.",
        "The open scenario was not saved; versions appear once you save.",
    ),
    "eerst": Text(
        "Het geopende scenario heeft wijzigingen die niet zijn bewaard. Met Ongedaan maken haalt u ze na het openen"
        " terug.",
        "The open scenario has changes that were not saved. Undo brings them back after opening.",
    ),
    "toch": Text("Open toch", "Open anyway"),
    "bewaar-eerst": Text("Bewaar eerst", "Save first"),
    "annuleer": ANNULEER,
    "vandaag": Text("vandaag {tijd}", "today {tijd}"),
    "gisteren": Text("gisteren {tijd}", "yesterday {tijd}"),
    "niet-gewijzigd": Text("niet bewaard; uw wijzigingen staan er nog", "not saved; your changes are still there"),
}
