"""Questions that the browser asks itself, apart from Dash: so that an answer that never comes can be told from one.

`beantwoord` opens one address. A question is a JSON object; its `doe` names what is asked, `taal` in which language.
What a person can mend comes back as sentences under `fouten`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from dash import Dash
from flask import Response, abort, jsonify, request

from model.errors import InputError
from model.text import Language

Vraag = Mapping[str, Any]
Handeling = Callable[[Vraag, Language], Mapping[str, Any]]


def beantwoord(app: Dash, adres: str, handelingen: Mapping[str, Handeling]) -> None:
    """Answer questions at an address; a question that is none of `handelingen`, or not of its form, is refused."""

    def antwoord() -> Response:
        vraag = request.get_json(silent=True)
        if not isinstance(vraag, dict) or vraag.get("doe") not in handelingen:
            abort(400)
        taal = taal_van(vraag)
        try:
            return jsonify(handelingen[vraag["doe"]](vraag, taal))
        except InputError as error:
            return jsonify({"fouten": [issue.say(taal) for issue in error.issues]})
        except (KeyError, TypeError, ValueError):
            abort(400)

    app.server.add_url_rule(adres, endpoint=adres.strip("/"), view_func=antwoord, methods=["POST"])


def taal_van(vraag: Vraag) -> Language:
    """Return the language of a question."""
    return "en" if vraag.get("taal") == "en" else "nl"
