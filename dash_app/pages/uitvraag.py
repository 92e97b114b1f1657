"""Uitvraag: the departments' return for the analyst at the centre: what came, what is wrong, what it adds up to."""

from __future__ import annotations

import json
from typing import Any

from dash import ClientsideFunction, Dash, Input, Output, html

from dash_app.beeld import attributen, vak
from dash_app.context import Context
from dash_app.loket import beantwoord
from dash_app.uitvraag import schermwoorden as w
from dash_app.uitvraag.handelingen import MOST, handelingen
from dash_app.woorden import PAGINAS
from model.returns.terms import TABELLEN
from model.text import Language, Text

ADRES = "/opgaven"
SECTIES = {
    "ontvangst": w.ONTVANGST,
    "departementen": w.DEPARTEMENTEN,
    "totalen": w.TOTALEN,
    "personeel": w.PERSONEEL,
    "vergeleken": w.VERGELEKEN,
    "meenemen": w.MEENEMEN,
}


def layout(context: Context, taal: Language) -> Any:
    """Return the page; the browser asks what stands in it and draws that."""
    words = json.dumps({name: text.say(taal) for name, text in w.IN_DE_BROWSER.items()}, ensure_ascii=False)
    return html.Div(
        [
            html.H1(PAGINAS["/uitvraag"].say(taal)),
            html.Div(id="uitvraag-kop"),
            html.P(w.LADEN.say(taal), id="uitvraag-bezig", className="bezig", role="status"),
            html.Div(id="uitvraag-fout", className="venster-fout", role="alert"),
            html.Div(
                [_hoofdzaak(taal), _ontvangst(taal), _departementen(taal), *_totalen(taal), _meenemen(taal)],
                id="uitvraag-delen",
                hidden=True,
            ),
            html.P(id="uitvraag-voet", className="voet"),
        ],
        id="uitvraag",
        className="uitvraag",
        **attributen(data_woorden=words, data_most=str(MOST)),
    )


def _section(name: str, taal: Language, *children: Any) -> Any:
    return html.Section([html.H2(SECTIES[name].say(taal), id=f"uitvraag-h-{name}", tabIndex="-1"), *children])


def _hoofdzaak(taal: Language) -> Any:
    """Return the place of how far the round is and what it comes to, on the first screen, with the way to the rest."""
    return html.Section(
        [
            html.H2(w.HOOFDZAAK.say(taal), className="alleen-lezen"),
            html.P(id="uitvraag-zin", className="uitvraag-zin"),
            html.Ul(id="uitvraag-kern", className="kerngetallen", hidden=True),
            html.Nav(
                [html.A(title.say(taal), href=f"#uitvraag-h-{name}") for name, title in SECTIES.items()],
                className="uitvraag-naar",
                **attributen(aria_label=w.OP_DEZE_PAGINA.say(taal)),
            ),
        ]
    )


def _ontvangst(taal: Language) -> Any:
    return _section(
        "ontvangst",
        taal,
        html.P(w.ONTVANGST_UITLEG.say(taal, most=MOST), className="zin", id="uitvraag-ontvangst-uitleg"),
        html.Div(id="uitvraag-ontvangst"),
        html.Div(id="uitvraag-gezegd", className="uitvraag-gezegd", role="status", **attributen(aria_atomic="false")),
    )


def _departementen(taal: Language) -> Any:
    return _section(
        "departementen",
        taal,
        html.P(className="uitvraag-zonder"),
        html.Div(id="uitvraag-departementen"),
        html.Section(id="uitvraag-departement", className="uitvraag-detail", hidden=True),
        html.Div(id="uitvraag-los"),
    )


def _totalen(taal: Language) -> list[Any]:
    tables = [vak(f"uitvraag-totaal-{tabel}", taal, kop=3, chart=False) for tabel in TABELLEN]
    complete = [vak(f"uitvraag-volledig-{tabel}", taal, kop=3, chart=False) for tabel in TABELLEN]
    return [
        _section(
            "totalen",
            taal,
            html.P(className="uitvraag-zonder"),
            html.P(w.TOTALEN_UITLEG.say(taal), className="zin"),
            html.Div(tables, className="uitvraag-tabellen"),
            _vouw(w.IN_ZINNEN, "zinnen", taal, html.Ul(id="uitvraag-zinnen")),
            _vouw(
                w.PER_DEPARTEMENT,
                "per-departement",
                taal,
                html.Div(id="uitvraag-kies-totaal", className="uitvraag-keuzes"),
                vak("uitvraag-totaal", taal, kop=3, chart=False),
            ),
            _vouw(w.VOLLEDIGHEID, "volledigheid", taal, html.Div(complete, className="uitvraag-tabellen")),
            _vouw(w.ONVERGELIJKBAAR, "onvergelijkbaar", taal, html.Div(id="uitvraag-onvergelijkbaar")),
        ),
        _section(
            "personeel",
            taal,
            html.Div(id="uitvraag-kies-personeel", className="uitvraag-keuzes"),
            html.P(id="uitvraag-personeel-leeg"),
            vak("uitvraag-personeel", taal, kop=3, chart=False),
        ),
        _section(
            "vergeleken",
            taal,
            _vouw(w.VERSCHILLEN, "verschillen", taal, html.Div(id="uitvraag-verschillen")),
            _vouw(w.AANSLUITING, "aansluiting", taal, html.Div(id="uitvraag-aansluiting")),
        ),
    ]


def _vouw(title: Text, name: str, taal: Language, *children: Any) -> Any:
    return html.Details([html.Summary(title.say(taal)), *children], id=f"uitvraag-vouw-{name}")


def _meenemen(taal: Language) -> Any:
    kinds = (
        ("overzicht", w.OVERZICHT, w.OVERZICHT_UITLEG, "knop hoofd"),
        ("tabellen", w.TABELLEN, w.TABELLEN_UITLEG, "knop"),
        ("besluiten", w.BESLUITEN, w.BESLUITEN_UITLEG, "knop"),
    )
    return _section(
        "meenemen",
        taal,
        html.Ul([_soort(kind, title, told, style, taal) for kind, title, told, style in kinds], className="soorten"),
        html.P(id="uitvraag-maken", className="bezig", role="status"),
        html.Div(id="uitvraag-maken-fout", className="venster-fout", role="alert"),
    )


def _soort(kind: str, title: Text, told: Text, style: str, taal: Language) -> Any:
    what = attributen(data_opgave_maak=kind, aria_describedby=f"uitvraag-{kind}-uitleg")
    return html.Li(
        [
            html.Div([html.H3(title.say(taal)), html.P(told.say(taal), id=f"uitvraag-{kind}-uitleg")]),
            html.Button(w.KNOPPEN[kind].say(taal), type="button", className=style, id=f"uitvraag-{kind}", **what),
        ]
    )


def register(app: Dash, context: Context) -> None:
    """Answer what the browser asks; let it look whenever the state of the window changes."""
    beantwoord(app, ADRES, handelingen(context.uitvraag))
    app.clientside_callback(
        ClientsideFunction("uitvraag", "volg"),
        Output("uitvraag", "data-stand"),
        Input("staat", "data"),
    )
