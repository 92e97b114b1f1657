"""The door: who may ask what, and what visitors are told."""

from __future__ import annotations

import base64
import hashlib
import re
import socket
from pathlib import Path

import pytest
from flask.testing import FlaskClient

import dash_app
from dash_app.app import create_app
from dash_app.beveiliging import HEADER, MAX_REQUEST, TOKEN
from dash_app.context import Context
from dash_app.serve import serve
from model.errors import InputError
from model.io.shipped import shipped_dataset

UPDATE = "/_dash-update-component"
# The last in test_staat.py.
TRIGGERED = {
    "adres-onbewaakt", "adres-bezet", "koppeling-onleesbaar", "bewaarnaam-bezet", "dataset-ander", "dataset-gewijzigd",
    "koppeling-stand", "koppeling-keuze", "koppeling-keuzewaarde", "koppeling-vervangen", "scenario-niet-hier",
}  # fmt: skip


@pytest.fixture
def client(context: Context) -> FlaskClient:
    return create_app(context).server.test_client()


def test_every_answer_says_what_may_be_loaded(client: FlaskClient) -> None:
    for path in ("/", "/werkbank", "/assets/style.css", "/_dash-layout", "/bestaat-niet"):
        with client.get(path) as answer:
            headers = answer.headers
        policy = headers["Content-Security-Policy"]
        assert "unsafe-eval" not in policy
        assert "default-src 'self'" in policy
        assert "script-src 'self' 'sha256-" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


def test_every_script_in_the_page_is_one_that_the_policy_knows(client: FlaskClient) -> None:
    answer = client.get("/")
    scripts = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*application/json)[^>]*>(.*?)</script>", answer.text, re.DOTALL)
    assert scripts
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert digest in answer.headers["Content-Security-Policy"]


def test_a_question_from_elsewhere_is_refused(client: FlaskClient) -> None:
    client.get("/")
    cookie = client.get_cookie(TOKEN)
    assert cookie is not None
    assert client.post(UPDATE, json={}).status_code == 403
    assert client.post(UPDATE, json={}, headers={HEADER: "anders"}).status_code == 403
    assert client.post(UPDATE, json={}, headers={HEADER: cookie.value}).status_code != 403
    assert client.get("/", headers={"Host": "kwaad.example"}).status_code == 421


def test_too_large_a_request_is_refused(client: FlaskClient) -> None:
    client.get("/")
    cookie = client.get_cookie(TOKEN)
    assert cookie is not None
    answer = client.post(
        UPDATE, data=b"x" * (MAX_REQUEST + 1), content_type="application/json", headers={HEADER: cookie.value}
    )
    assert answer.status_code == 413


def test_visitors_are_not_told_versions(client: FlaskClient) -> None:
    text = client.get("/").text
    config = re.search(r'id="_dash-config"[^>]*>(.*?)</script>', text, re.DOTALL)
    assert config is not None
    assert not re.search(r"version\"", config[1].replace("disable_version_check", ""))
    assert "3.11" not in config[1]


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.10", "::"])  # noqa: S104 - refused
def test_listening_elsewhere_is_refused_without_a_guard(host: str) -> None:
    with pytest.raises(InputError) as caught:
        serve(host=host, port=0, data=shipped_dataset(), opslag=None, ronde=None, bewaker=None, language="nl")
    assert [issue.code for issue in caught.value.issues] == ["adres-onbewaakt"]


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        with pytest.raises(InputError) as caught:
            serve(
                host="127.0.0.1", port=taken.getsockname()[1], data=shipped_dataset(),
                opslag=tmp_path / "s.sqlite", ronde=None, bewaker=None, language="nl",
            )  # fmt: skip
    assert [issue.code for issue in caught.value.issues] == ["adres-bezet"]


def test_no_chart_goes_round_the_one_that_sends_nothing_away() -> None:
    for path in Path(dash_app.__file__).parent.rglob("*.py"):
        assert "dcc.Graph(" not in path.read_text("utf-8"), path
    drawing = (Path(dash_app.__file__).parent / "assets" / "30-weergave.js").read_text("utf-8")
    assert "sendChartToCloud" in drawing
    assert "plotlyServerURL: ''" in drawing
