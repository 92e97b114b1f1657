"""Benchmark of the app: what a first visit weighs, what a change costs and how long it takes until it is painted.

The app runs in a process of its own, as `dekking serve` does; Chromium is headless, on the same machine. Ten users at
once each send changes that nobody sent before, so that every one is worked out.
"""

from __future__ import annotations

import copy
import json
import os
import re
import socket
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from browser.conftest import AT_REST, CHROMIUM, FLAGS
from playwright.sync_api import Browser, Page, Request, sync_playwright

from dash_app.werkbank.antwoord import ADRES

CHANGES, USERS, EACH = 25, 10, 12
DEKKING = (sys.executable, "-c", "import sys; from model.cli.main import main; sys.exit(main())")
SWITCH = "[data-doe=schakel]"
_TICKS = os.sysconf("SC_CLK_TCK")
# The time from a click until the browser has painted what the last answer brought.
_TIMED = """button => new Promise(done => {
  const chart = document.querySelector('.js-plotly-plot'), start = performance.now();
  chart.on('plotly_afterplot', function painted() {
    chart.removeListener('plotly_afterplot', painted);
    requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
  });
  button.click();
})"""


@contextmanager
def serving() -> Iterator[tuple[str, int]]:
    """Yield the address and the process of an app that has compiled its kernel."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        words = [*DEKKING, "serve", "--port", str(port), "--opslag", str(Path(folder) / "s.sqlite")]
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL)  # noqa: S603 - our own program
        address = f"http://127.0.0.1:{port}"
        try:
            _wait(address)
            time.sleep(20)  # the kernel is compiled beside the first visits
            yield address, process.pid
        finally:
            process.terminate()
            process.wait()


def _wait(address: str) -> None:
    for _ in range(200):
        try:
            with urllib.request.urlopen(address):  # noqa: S310 - this machine
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise TimeoutError(address)


def app() -> None:
    """Print what the app costs."""
    with serving() as (address, pid), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        first_visits(browser, address)
        crowd(address, changes(browser, address, pid))
        browser.close()


def first_visits(browser: Browser, address: str) -> None:
    """Print the weight and time of a first visit to the two heaviest pages, nothing kept from before."""
    for path in ("/", "/werkbank"):
        context = browser.new_context()
        page = context.new_page()
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        weights: list[float] = []
        session.on("Network.loadingFinished", lambda event, found=weights: found.append(event["encodedDataLength"]))
        start = time.perf_counter()
        page.goto(address + path)
        page.wait_for_selector(".js-plotly-plot .plot-container")
        page.wait_for_function(AT_REST)
        taken = time.perf_counter() - start
        print(f"app, first visit to {path}: {sum(weights) / 1e6:.2f} MB on the wire, at rest after {taken:.1f} s")
        context.close()


def changes(browser: Browser, address: str, pid: int) -> Request:
    """Print what switching a measure off and on costs until it is painted; return a request for the crowd."""
    page = browser.new_page()
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request) if request.method == "POST" else None)
    page.goto(address + "/werkbank")
    page.wait_for_selector(SWITCH)
    page.wait_for_function(AT_REST)
    _timed(page)
    before, requests = _cpu(pid), len(asked)
    taken = [_timed(page) for _ in range(CHANGES)]
    cpu = (_cpu(pid) - before) / CHANGES
    per = (len(asked) - requests) / CHANGES
    print(
        f"app, a change in the werkbank: {statistics.median(taken):.0f} ms until painted (median of {CHANGES}, longest"
        f" {max(taken):.0f}); server {cpu * 1e3:.0f} ms of processor in {per:.1f} requests"
    )
    return next(request for request in asked[requests:] if request.url.endswith(ADRES))


def _timed(page: Page) -> float:
    taken: float = page.locator(SWITCH).first.evaluate(_TIMED)
    page.wait_for_function(AT_REST)
    return taken


def _cpu(pid: int) -> float:
    """Return the seconds of processor that a process has used."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS


def crowd(address: str, asked: Request) -> None:
    """Print how long ten users at once wait for the answer to a change."""
    body, headers = json.loads(asked.post_data or "{}"), asked.all_headers()
    waits: list[float] = []
    threads = [threading.Thread(target=_user, args=(address, body, headers, user, waits)) for user in range(USERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    waits.sort()
    print(
        f"app, {USERS} users at once: half wait at most {statistics.median(waits) * 1e3:.0f} ms for the answer to a"
        f" change, 95 % at most {waits[int(len(waits) * 0.95)] * 1e3:.0f} ms ({len(waits)} changes)"
    )


def _user(address: str, body: Any, headers: dict[str, str], user: int, waits: list[float]) -> None:
    kept = {name: value for name, value in headers.items() if re.match(r"(cookie|x-csrftoken|content-type)$", name)}
    for number in range(EACH):
        own = copy.deepcopy(body)
        own["staat"]["werk"]["kop"]["omschrijving"] = f"{user} {number}"
        request = urllib.request.Request(f"{address}{ADRES}", json.dumps(own).encode(), kept)  # noqa: S310
        start = time.perf_counter()
        with urllib.request.urlopen(request) as answer:  # noqa: S310
            answer.read()
        waits.append(time.perf_counter() - start)
        time.sleep(0.5)
