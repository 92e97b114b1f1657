"""What can be wrong with the place where scenarios are kept, and with what is to be kept there."""

from model.text import Text

STORE = {
    "bewaarmap-niet-te-maken": Text(
        "de map waarin dit bestand moet komen kan niet worden gemaakt ({found}). Maak de map zelf, of kies een andere"
        " plaats",
        "the folder that this file belongs in cannot be made ({found}). Make the folder yourself, or choose another"
        " location",
    ),
    "geen-bewaarplaats": Text(
        "dit is geen bestand met bewaarde scenario's ({found}); verwacht een bestand dat Dekking zelf heeft gemaakt, of"
        " een naam die nog vrij is. Er is niets aan veranderd; kies een andere plaats",
        "this is no file of kept scenarios ({found}); expected a file that Dekking made itself, or a name that is"
        " still free. It was not changed; choose another location",
    ),
    "bewaarplaats-nieuwer": Text(
        "deze bewaarde scenario's zijn van een nieuwere Dekking (indeling {found}, deze kent {expected}). Er is niets"
        " aan veranderd; werk Dekking bij, of kies een andere plaats",
        "these kept scenarios are of a newer Dekking (layout {found}, this one knows {expected}). Nothing was changed;"
        " update Dekking, or choose another location",
    ),
    "bewaarplaats-beschadigd": Text(
        "dit bestand met bewaarde scenario's is beschadigd. Zet een reservekopie terug, of kies een andere plaats",
        "this file of kept scenarios is damaged. Restore a backup, or choose another location",
    ),
    "bewaarplaats-bezet": Text(
        "een ander programma houdt de bewaarde scenario's bezet; er is niets bewaard. Sluit dat programma of probeer"
        " het opnieuw",
        "another program keeps the kept scenarios busy; nothing was saved. Close that program, or try again",
    ),
    "bewaarplaats-niet-te-schrijven": Text(
        "hier kunnen geen scenario's worden bewaard ({found}). Maak het bestand en zijn map beschrijfbaar, of kies een"
        " andere plaats",
        "scenarios cannot be kept here ({found}). Make the file and its folder writable, or choose another location",
    ),
    "bewaarplaats-weg": Text(
        "dit bestand is verplaatst, vervangen of verwijderd terwijl Dekking het in gebruik had; er is niets bewaard."
        " Zet het terug en start Dekking opnieuw",
        "this file was moved, replaced or deleted while Dekking was using it; nothing was saved. Put it back and start"
        " Dekking again",
    ),
    "bewaard-onbekend": Text(
        "dit bewaarde scenario bestaat niet. Kies er een uit de lijst",
        "this kept scenario does not exist. Choose one from the list",
    ),
    "versie-onbekend": Text(
        "versie {found} bestaat niet; er zijn er {expected}. Kies een andere",
        "version {found} does not exist; there are {expected}. Choose another",
    ),
    "dataset-ander": Text(
        "dit scenario is bewaard op dataset {found}, en Dekking draait op {expected}; het wordt daarop niet"
        " doorgerekend. Start Dekking op de dataset van het scenario",
        "this scenario was kept on dataset {found}, and Dekking runs on {expected}; it is not worked out on that."
        " Start Dekking on the scenario's own dataset",
    ),
    "dataset-gewijzigd": Text(
        "dit scenario is bewaard toen dataset {dataset} iets anders zei (kenmerk {found}, nu {expected}); wat u ziet is"
        " doorgerekend op de dataset van nu. Kijk de uitkomsten na voordat u het opnieuw bewaart",
        "this scenario was kept when dataset {dataset} said something else (hash {found}, now {expected}); what you see"
        " is worked out on the dataset as it is now. Look at the results before you save it again",
    ),
    "bewaarnaam-bezet": Text(
        "er is al een scenario met deze naam; verwacht voor elk scenario een eigen naam. Kies een andere, zoals {free}",
        "there is a scenario of this name already; expected each scenario to have a name of its own. Choose another,"
        " such as {free}",
    ),
    "bewaarnaam-leeg": Text(
        "een scenario zonder naam kan niet worden bewaard. Geef een naam",
        "a scenario without a name cannot be kept. Give it a name",
    ),
    "bewaren-te-lang": Text(
        "deze tekst is te lang om te bewaren ({found} tekens); verwacht ten hoogste {expected}. Maak de tekst korter",
        "this text is too long to keep ({found} characters); expected at most {expected}. Shorten it",
    ),
    "bewaren-geen-tekst": Text(
        "deze tekst bevat een half teken (op plaats {position}) en kan niet worden bewaard. Haal het weg",
        "this text contains half a character (at position {position}) and cannot be kept. Remove it",
    ),
    "bewaren-te-groot": Text(
        "dit scenario is te groot om te bewaren ({found} MB); verwacht ten hoogste {expected} MB. Haal weg wat er niet"
        " in hoort",
        "this scenario is too large to keep ({found} MB); expected at most {expected} MB. Remove what does not belong"
        " in it",
    ),
    "opgave-onbekend": Text(
        "dit bestand is in deze ronde niet ontvangen. Kies er een uit de lijst",
        "this file was not received in this round. Choose one from the list",
    ),
    "besluit-intussen": Text(
        "intussen is hier iets beslist dat dit venster nog niet liet zien: {found}; er is nu niets vastgelegd. Toon de"
        " stand van nu, en beslis dan",
        "meanwhile something was decided here that this window did not show yet: {found}; nothing was kept now. Show"
        " how it stands, and then decide",
    ),
    "besluit-zonder-naam": Text(
        "een besluit zonder naam is niet te herleiden; verwacht wie het nam of terugneemt. Vul een naam in",
        "a decision without a name cannot be traced; expected who took it or takes it back. Fill in a name",
    ),
}
