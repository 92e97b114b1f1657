"""A real server and a real Chromium. Whatever must not happen on a page fails the test that opened it.

`open_pagina("/werkbank?eenheid=mln", breedte=320)` opens a page in a window of its own and waits until it is at rest;
what it returns is Playwright's page with a few more words: `rust()` waits until nothing moves, `kies(ident, name)`
takes an option of a list, `axe()` fails on what axe-core finds, `foto(name)` leaves a screenshot in
`tests/browser/schermen`. `server` has the address, the context of
the app and its store, a new one for each test module.
"""

from __future__ import annotations

import os
import random
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from waitress.server import create_server

from dash_app.app import create_app
from dash_app.context import Context, context_of
from model.batch import compiled
from model.io.shipped import shipped_dataset
from model.io.store.store import Store

HERE = Path(__file__).parent
AXE = HERE / "axe.min.js"
SCHERMEN = HERE / "schermen"
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
# The pages of Chromium's own that it loads behind the address bar of every window take as long as one of ours.
WITHOUT = (
    "AimEnabled", "WebUIOmniboxAimPopup", "WebUIOmniboxPopup", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades",
    "MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch",
)  # fmt: skip
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--font-render-hinting=none", "--force-color-profile=srgb",
    f"--disable-features={','.join(WITHOUT)}",
)  # fmt: skip
# Nothing runs, nor did in the frames before: what a click or a timer is about to start has begun by then.
AT_REST = """() => new Promise(done => {
  const kinds = ['requested', 'prioritized', 'blocked', 'executing', 'watched', 'executed', 'stored'];
  const busy = () => {
    const callbacks = window.store && window.store.getState && window.store.getState().callbacks;
    if (!callbacks || document.querySelector('._dash-loading') || !window.dekking.werkbank.rustig()) return true;
    return kinds.some(kind => (callbacks[kind] || []).length);
  };
  let frames = 0;
  const look = () => {
    frames = busy() ? 0 : frames + 1;
    if (frames > 6) done(true); else requestAnimationFrame(look);
  };
  look();
})"""
SERVER = """
import sys
from pathlib import Path
from waitress import serve
from dash_app.app import create_app
from dash_app.context import context_of
from model.io.shipped import shipped_dataset
from model.io.store.store import Store
app = create_app(context_of(shipped_dataset(), Store(Path(sys.argv[2]))))
serve(app.server, host="127.0.0.1", port=int(sys.argv[1]), threads=4)
"""
STAAT = "JSON.stringify(window.dekking.staat())"
# Only what is wrong is worked out and handed over: all that is right takes longer than finding it.
VIOLATIONS = """rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})
  .then(found => found.violations)"""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice"]


@dataclass(frozen=True, slots=True)
class Server:
    """A running app: its address, what it knows, and where it keeps scenarios."""

    adres: str
    context: Context
    store: Store


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run the app on the shipped dataset, with an empty store, on a free port of this machine."""
    store = Store(tmp_path_factory.mktemp("opslag") / "scenarios.sqlite")
    context = context_of(shipped_dataset(), store, compiled())
    running = create_server(create_app(context).server, host="127.0.0.1", port=0, threads=8, ident=None)
    thread = threading.Thread(target=running.run, daemon=True)
    thread.start()
    yield Server(f"http://127.0.0.1:{running.effective_port}", context, store)
    running.close()
    thread.join(timeout=5)
    store.close()


def vrije_poort() -> int:
    """Return a port that is free and stays so between two servers: not one that the machine deals out by itself."""
    for port in random.sample(range(20_000, 30_000), 100):
        with socket.socket() as taken, suppress(OSError):
            taken.bind(("127.0.0.1", port))
            return port
    raise RuntimeError("no port is free")


@pytest.fixture
def eigen(tmp_path: Path) -> Iterator[tuple[str, Path, Callable[[], subprocess.Popen[bytes]]]]:
    """Return the address and store of a server of its own, and what starts it."""
    port = vrije_poort()
    adres, store, running = f"http://127.0.0.1:{port}", tmp_path / "eigen.sqlite", []

    def start() -> subprocess.Popen[bytes]:
        process = subprocess.Popen([sys.executable, "-c", SERVER, str(port), str(store)])  # noqa: S603
        running.append(process)
        for _ in range(900):  # on a busy machine it takes long to load
            with suppress(OSError):
                urllib.request.urlopen(f"{adres}/gezond", timeout=2).close()  # noqa: S310
                return process
            time.sleep(0.1)
        raise TimeoutError(adres)

    yield adres, store, start
    for process in running:
        process.kill()
        process.wait()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start Chromium once."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, headless=True, args=list(FLAGS))
        yield browser
        browser.close()


class Pagina:
    """A page and everything that went wrong on it; words not found here are those of Playwright's page."""

    def __init__(self, page: Page, adres: str) -> None:
        self.page, self.adres = page, adres
        self.mis: list[str] = []
        self.toegestaan: list[str] = []
        page.on("console", lambda m: self.mis.append(f"console: {m.text}") if m.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.mis.append(f"page: {error}"))
        page.on("response", lambda r: self.mis.append(f"HTTP {r.status}: {r.url}") if r.status >= 400 else None)
        page.on("requestfailed", self._failed)
        page.on("request", self._outside)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.page, name)

    def _failed(self, request: Any) -> None:
        if request.failure != "net::ERR_ABORTED":
            self.mis.append(f"failed: {request.url} {request.failure}")

    def _outside(self, request: Any) -> None:
        if not request.url.startswith((self.adres, "data:", "blob:")):
            self.mis.append(f"outside: {request.url}")

    def rust(self) -> None:
        """Wait until every action was answered, no callback runs and everything is painted."""
        self.page.wait_for_function(AT_REST)

    def kies(self, ident: str, name: str) -> None:
        """Take an option of a list; where it was taken already nothing happens."""
        box = self.page.locator(f"#{ident}")
        if box.input_value() == name:
            return
        before = self.page.evaluate(STAAT)
        box.click()
        self.page.get_by_role("option", name=name, exact=True).click()
        self.page.wait_for_function(f"before => {STAAT} !== before", arg=before)
        self.rust()

    def naar(self, pad: str) -> None:
        """Go to a path of the app."""
        self.page.goto(self.adres + pad)
        self.rust()

    def foto(self, name: str) -> None:
        """Leave a screenshot of the whole page for a person to look at."""
        SCHERMEN.mkdir(exist_ok=True)
        self.page.screenshot(path=SCHERMEN / f"{name}.png", full_page=True)

    def axe(self) -> None:
        """Fail on whatever axe-core finds."""
        if not self.page.evaluate("() => 'axe' in window"):
            self.page.evaluate(AXE.read_text("utf-8"))
        found = self.page.evaluate(VIOLATIONS, RULES)
        assert not found, [(v["id"], [node["html"][:200] for node in v["nodes"]][:4]) for v in found]

    def verwacht(self, *words: str) -> None:
        """Say what may go wrong on this page because the test brings it about."""
        self.toegestaan.extend(words)

    @property
    def fouten(self) -> list[str]:
        """Return what went wrong and was not brought about."""
        return [each for each in self.mis if not any(word in each for word in self.toegestaan)]


@pytest.fixture
def open_pagina(chromium: Browser, server: Server) -> Iterator[Callable[..., Pagina]]:
    """Open pages in windows of their own; afterwards nothing may have gone wrong on any of them."""
    contexts, pages = [], []

    def opened(pad: str = "/", breedte: int = 1440, hoogte: int = 1000, **settings: Any) -> Pagina:
        context = chromium.new_context(
            viewport={"width": breedte, "height": hoogte}, locale="nl-NL", timezone_id="Europe/Amsterdam",
            reduced_motion="reduce", accept_downloads=True, **settings,
        )  # fmt: skip
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(45_000)
        pagina = Pagina(page, server.adres)
        pages.append(pagina)
        pagina.naar(pad)
        return pagina

    yield opened
    wrong = [pagina.fouten for pagina in pages]
    for context in contexts:
        context.close()
    assert not any(wrong), wrong


@pytest.fixture
def pagina(open_pagina: Callable[..., Pagina]) -> Pagina:
    """Open Overzicht."""
    return open_pagina("/")


@pytest.fixture
def werkbank(open_pagina: Callable[..., Pagina]) -> Pagina:
    """Open the workbench."""
    return open_pagina("/werkbank")
