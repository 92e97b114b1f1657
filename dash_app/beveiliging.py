"""What keeps the app's door: headers, forged requests, strange hosts, and what visitors need not know.

The app asks nobody who they are. It therefore answers on this machine only, unless it was told who guards the door.
"""

from __future__ import annotations

import hmac
import secrets
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from dash import Dash
from flask import Response, abort, request

TOKEN = "_csrf_token"
HEADER = "X-CSRFToken"
LOCAL = ("127.0.0.1", "localhost", "[::1]", "::1")
MAX_REQUEST = 12 * 1024 * 1024
_YEAR = 365 * 24 * 3600
_POLICY = (
    "default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
    " font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self';"
    " form-action 'self'; frame-ancestors 'none'"
)
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def beveilig(app: Dash, hosts: Sequence[str] = LOCAL) -> None:
    """Guard every request and answer of the app.

    `hosts` are the names under which the app may be addressed: others are refused, so that no page elsewhere can reach
    it through a name of its own.
    """
    server = app.server

    @cache
    def policy() -> str:
        """Return the policy, made at the first page: by then Dash has put in all its inline scripts."""
        return _POLICY.format(scripts=" ".join(app.csp_hashes()))

    server.config["MAX_CONTENT_LENGTH"] = MAX_REQUEST

    @server.before_request
    def guard() -> None:
        if (urlsplit(f"//{request.host}").hostname or "") not in {host.strip("[]") for host in hosts}:
            abort(421)
        if request.method not in ("GET", "HEAD", "OPTIONS") and not _same_token():
            abort(403)

    @server.after_request
    def headed(response: Response) -> Response:
        response.headers["Content-Security-Policy"] = policy()
        for name, value in _HEADERS.items():
            response.headers[name] = value
        if response.mimetype == "text/html" and TOKEN not in request.cookies:
            # Read by the page's own script, which sends it back in a header: no other site can do that.
            response.set_cookie(TOKEN, secrets.token_urlsafe(32), max_age=_YEAR, samesite="Strict", secure=False)
        return response


def _same_token() -> bool:
    cookie, header = request.cookies.get(TOKEN, ""), request.headers.get(HEADER, "")
    return bool(cookie) and hmac.compare_digest(cookie.encode(), header.encode())
