"""What can be wrong with how the app is asked for: a link, an address."""

from model.text import Text

APP: dict[str, Text] = {
    "koppeling-onleesbaar": Text(
        "de wijzigingen in deze koppeling zijn niet te lezen, dus het scenario staat er zoals het is bewaard; verwacht"
        " een koppeling die in haar geheel is gekopieerd. Vraag de afzender om een nieuwe",
        "the changes in this link cannot be read, so the scenario is shown as it was kept; expected a link that was"
        " copied in full. Ask its sender for a new one",
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
