"""`dekking serve`: the app on this machine."""

from __future__ import annotations

import logging
import socket
import sys
import threading
from pathlib import Path

from waitress.server import create_server

from dash_app.app import create_app
from dash_app.beveiliging import LOCAL
from dash_app.context import Context, context_of
from model.batch import compiled
from model.errors import InputError, Issue, Place, shown
from model.io.store.place import default_place
from model.io.store.store import Store
from model.text import Language, Text

_THREADS = 8
_UP = Text(
    "Dekking draait op {url} (stoppen: Ctrl-C). Scenario's staan in {place}.",
    "Dekking runs at {url} (stop: Ctrl-C). Scenarios are kept in {place}.",
)
_DOWN = Text("Gestopt.", "Stopped.")


def serve(
    *,
    host: str,
    port: int,
    data: Path,
    opslag: Path | None,
    ronde: Path | None,
    bewaker: str | None,
    language: Language,
) -> int:
    """Serve the app until it is stopped; return the exit code.

    Raises `InputError` where the address is not of this machine and nobody guards the door, or is taken, and where the
    dataset or the round is wrong.
    """
    hosts = _hosts(host, bewaker)
    listening = _listening(host, port)
    store = Store(opslag or default_place())
    context = context_of(data, store, ronde=ronde)
    if ronde is not None:
        context.uitvraag.open()
    app = create_app(context, hosts)
    threading.Thread(target=_compile, args=(context,), daemon=True).start()
    # That a request waits for a moment is no news to who started the program.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    server = create_server(app.server, sockets=[listening], threads=_THREADS, ident=None)
    sys.stdout.write(_UP.say(language, url=f"http://{host}:{server.effective_port}", place=store.path) + "\n")
    sys.stdout.flush()
    try:
        server.run()
    except KeyboardInterrupt:
        sys.stdout.write(_DOWN.say(language) + "\n")
    finally:
        server.close()
        store.close()
    return 0


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind((host.strip("[]"), port))
    except OSError as error:
        listening.close()
        values = {"found": f"{host}:{port}", "reason": error.strerror or str(error)}
        raise InputError([Issue("adres-bezet", Place("dekking serve"), values)]) from None
    return listening


def _compile(context: Context) -> None:
    """Have the kernel compiled beside the first visits: until then results come from the plain functions."""
    context.kernel = compiled()


def _hosts(host: str, bewaker: str | None) -> tuple[str, ...]:
    if host in LOCAL:
        return LOCAL
    if not bewaker:
        raise InputError([Issue("adres-onbewaakt", Place("--host"), {"found": shown(host)})])
    return (*LOCAL, host, bewaker)
