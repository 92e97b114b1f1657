"""The app: one page with a head and a place for contents, a store with the state of the window, and a small router."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import ModuleType
from typing import Any

import dash_mantine_components as dmc
from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update
from flask import request

from dash_app import herkomst, opslaan, schil
from dash_app.beveiliging import LOCAL, beveilig
from dash_app.context import Context
from dash_app.keuze import zonder_vreemde_keuzes
from dash_app.pages import bronnen, excel, overzicht, uitvraag, vergelijken, werkbank, wie_betaalt
from dash_app.staat import begin, vanzelf
from dash_app.woorden import LADEN, NAAM, TALEN
from model.text import Language

PAGES: Mapping[str, ModuleType] = {
    "/": overzicht,
    "/werkbank": werkbank,
    "/vergelijken": vergelijken,
    "/wie-betaalt": wie_betaalt,
    "/bronnen": bronnen,
    "/excel": excel,
    "/uitvraag": uitvraag,
}
COOKIE = "taal"
_ASKED = "disable_version_check"
_THEME: Any = {
    "primaryColor": "dekking",
    "primaryShade": 8,
    "colors": {
        "dekking": [
            "#eef4fa", "#dbe6f1", "#b4cbe2", "#8aafd3", "#6797c6",
            "#5088be", "#4380bb", "#346ea5", "#154273", "#0d3157",
        ]
    },
    "autoContrast": True,
    "luminanceThreshold": 0.22,
    "respectReducedMotion": True,
    "defaultRadius": "sm",
    "fontFamily": "'Segoe UI', system-ui, -apple-system, 'Noto Sans', 'Liberation Sans', Arial, sans-serif",
}  # fmt: skip


_ENTRY = '<div id="react-entry-point"><p class="_dash-loading laden" role="status">{text}</p></div>'
_INDEX = """<!DOCTYPE html>
<html>
<head>
{%metas%}<title>{%title%}</title><link rel="icon" href="/assets/merk.svg" type="image/svg+xml">{%css%}
</head>
<body>
{%app_entry%}
<div hidden>{%config%}{%scripts%}{%renderer%}</div>
</body>
</html>"""


class Schil(Dash):
    """The app's own index: the page's language, and no word of the versions that it runs on."""

    def interpolate_index(self, **kwargs: Any) -> str:  # type: ignore[override]
        """Return the page, in the language that was asked for."""
        taal = taal_van_verzoek()
        kwargs["app_entry"] = _ENTRY.format(text=LADEN.say(taal))
        return str(super().interpolate_index(**kwargs)).replace("<html>", f'<html lang="{taal}">', 1)

    def _config(self) -> dict[str, Any]:
        config: dict[str, Any] = super()._config()
        return {name: value for name, value in config.items() if "_version" not in name or name == _ASKED}


def taal_van_verzoek() -> Language:
    """Return the language of a request: what its address asks, else what this browser asked last, else Dutch."""
    asked = request.args.get(COOKIE)
    known = asked if asked in TALEN else request.cookies.get(COOKIE)
    return "en" if known == "en" else "nl"


def create_app(context: Context, hosts: Sequence[str] = LOCAL) -> Dash:
    """Return the app on a dataset; it answers to the names in `hosts` only."""
    app = Schil(
        "dash_app",
        title=NAAM,
        update_title="",
        compress=True,
        suppress_callback_exceptions=True,
        add_log_handler=False,
        include_pages_meta=False,
        index_string=_INDEX,
        health_endpoint="gezond",
        enable_mcp=False,
        assets_folder="assets",
        pages_folder="",
        meta_tags=[{"name": "viewport", "content": "width=device-width, initial-scale=1"}],
    )
    app.layout = lambda: _layout(taal_van_verzoek(), vanzelf(context))
    _register(app, context)
    _remember_language(app)
    beveilig(app, hosts)
    app.server.test_client().get("/gezond", headers={"Host": "127.0.0.1"})  # sets the app up before threads race for it
    return app


def _layout(taal: Language, start: str) -> Any:
    return dmc.MantineProvider(
        [
            dcc.Location(id="adres", refresh=False),
            dcc.Store(id="staat"),
            dcc.Store(id="geschiedenis", data={"terug": [], "vooruit": []}),
            dcc.Store(id="gevraagd"),
            dcc.Store(id="adres-klaar"),
            dcc.Download(id="bestand"),
            *schil.layout(taal, PAGES, start),
            herkomst.layout(taal),
            opslaan.layout(taal),
        ],
        theme=_THEME,
    )


def _register(app: Dash, context: Context) -> None:
    @app.callback(Output("inhoud", "children"), Input("adres", "pathname"))
    def show(pathname: str | None) -> Any:
        taal = taal_van_verzoek()
        page = PAGES.get((pathname or "/").rstrip("/") or "/")
        return schil.onbekend(taal) if page is None else page.layout(context, taal)

    @app.callback(
        Output("staat", "data"),
        Output("melding", "children"),
        Input("adres", "search"),
        State("staat", "data"),
    )
    def start(search: str | None, staat: Mapping[str, Any] | None) -> Any:
        if staat is not None and not search:
            return no_update, no_update
        taal = taal_van_verzoek()
        begun, issues = begin(context, search or "", taal)
        begun, strange = zonder_vreemde_keuzes(context, begun)
        return begun.json(), [html.P(issue.say(taal)) for issue in (*issues, *strange)]

    app.clientside_callback(
        ClientsideFunction("adres", "schrijf"),
        Output("adres-klaar", "data"),
        Input("staat", "data"),
        Input("adres", "pathname"),
    )
    app.clientside_callback(
        ClientsideFunction("adres", "aangekomen"),
        Output("inhoud", "data-aangekomen"),
        Input("inhoud", "children"),
        State("adres", "pathname"),
    )
    for module in (schil, herkomst, opslaan, *PAGES.values()):
        module.register(app, context)


def _remember_language(app: Dash) -> None:
    @app.server.after_request
    def remember(response: Any) -> Any:
        asked = request.args.get(COOKIE)
        if asked in TALEN and response.mimetype == "text/html":
            response.set_cookie(COOKIE, asked, samesite="Strict")
        return response
