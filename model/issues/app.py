"""What can be wrong with how the app is asked for: a link, an address."""

from model.text import Text

APP: dict[str, Text] = {
    "koppeling-onleesbaar": Text(
        "de wijzigingen in deze koppeling zijn niet te lezen, dus het scenario staat er zoals het is bewaard; verwacht"
        " een koppeling die in haar geheel is gekopieerd. Vraag de afzender om een nieuwe",
        "the changes in this link cannot be read, so the scenario is shown as it was kept; expected a link that was"
        " copied in full. Ask its sender for a new one",
    ),
    "koppeling-stand": Text(
        "bij {name} is {found} geen keuze; verwacht {expected}. U ziet {shown}; kies bovenaan zo nodig iets anders",
        "{found} is no choice for {name}; expected {expected}. You see {shown}; choose another above if need be",
    ),
    "koppeling-keuze": Text(
        "geen pagina kent een keuze {found}; verwacht een link die in haar geheel is gekopieerd. Deze keuze is"
        " overgeslagen; kies op de pagina zelf",
        "no page has a choice {found}; expected a link that was copied in full. This choice was passed over; choose on"
        " the page itself",
    ),
    "koppeling-keuzewaarde": Text(
        "bij {name} is {found} hier geen keuze; verwacht een van die op de pagina. U ziet wat de pagina toont als er"
        " niets is gekozen; kies daar zo nodig iets anders",
        "{found} is no choice for {name} here; expected one of those on the page. You see what the page shows where"
        " nothing was chosen; choose another there if need be",
    ),
    "koppeling-vervangen": Text(
        "in plaats daarvan staat scenario ‘{shown}’ open; kies op de werkbank een ander als dat niet de bedoeling is",
        "instead, scenario ‘{shown}’ is open; choose another on the workbench if that was not meant",
    ),
    "scenario-niet-hier": Text(
        "dit scenario is hier niet; {expected}. Vraag om een nieuwe link, of kies een scenario op de werkbank",
        "this scenario is not here; {expected} Ask for a new link, or choose a scenario on the workbench",
    ),
    "adres-onbewaakt": Text(
        "{found} is niet dit apparaat zelf, en de app vraagt niemand wie hij is; verwacht 127.0.0.1. Geef met --bewaker"
        " de naam waaronder een toegangsserver de app bewaakt",
        "{found} is not this machine itself, and the app asks nobody who they are; expected 127.0.0.1. Give with"
        " --bewaker the name under which an access server guards the app",
    ),
    "adres-bezet": Text(
        "op {found} kan niet worden geluisterd ({reason}); verwacht een vrije poort. Kies een andere met --port",
        "{found} cannot be listened on ({reason}); expected a free port. Choose another with --port",
    ),
}
