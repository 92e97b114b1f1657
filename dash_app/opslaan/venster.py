"""The dialogs of saving, closed, and the buttons beside the scenario's name that open them."""

from __future__ import annotations

import json
from typing import Any

import dash_mantine_components as dmc
from dash import html

from dash_app.opslaan import woorden as w
from model.text import Language, Text


def knoppen(taal: Language) -> Any:
    """Return what one can do with the open scenario as a whole, and the place where its messages appear."""
    made = [
        _knop(w.OPSLAAN, "opslaan", taal, ident="opslaan-knop", soort="knop hoofd", dialog=True),
        _knop(w.VERSIES, "versies", taal, ident="versies-knop", dialog=True),
        _knop(w.KOPPELING, "koppeling", taal, ident="koppeling-knop"),
    ]
    return html.Div(
        [
            html.Div(made, className="knoppen smal", role="group", **_aria(w.GROEP, taal)),
            html.P(id="opslaan-melding", className="opslaan-melding", role="status"),
        ],
        className="opslaan-plek",
    )


def layout(taal: Language) -> Any:
    """Return the dialogs of saving, closed."""
    words = {name: text.say(taal) for name, text in w.IN_DE_BROWSER.items()}
    data: dict[str, Any] = {"data-woorden": json.dumps(words, ensure_ascii=False)}
    return html.Div(
        [
            _venster("opslaan-venster", w.OPSLAAN, taal, [_formulier(taal), _keuze(taal)]),
            _venster("versies-venster", w.VERSIES, taal, [_versies(taal)]),
        ],
        id="opslaan",
        **data,
    )


def _venster(ident: str, title: Text, taal: Language, children: list[Any]) -> Any:
    return dmc.Modal(
        children,
        id=ident,
        title=html.Span(title.say(taal), className="venster-kop", id=f"{ident}-kop"),
        opened=False,
        keepMounted=True,
        size="lg",
        closeButtonProps={"aria-label": w.SLUITEN.say(taal)},
        overlayProps={"backgroundOpacity": 0.45},
        transitionProps={"duration": 0},
        zIndex=300,
    )


def _formulier(taal: Language) -> Any:
    return html.Div(
        [
            html.P(id="opslaan-uitleg", className="uitleg"),
            dmc.TextInput(
                id="opslaan-naam",
                label=w.NAAM.say(taal),
                required=True,
                autoComplete="off",
                **{"data-autofocus": "true"},
            ),
            dmc.Textarea(
                id="opslaan-toelichting",
                label=w.TOELICHTING.say(taal),
                description=w.TOELICHTING_UITLEG.say(taal),
                autosize=True,
                minRows=3,
                maxRows=8,
            ),
            html.Div(id="opslaan-fout", className="venster-fout", role="alert"),
            html.P(id="opslaan-bezig", className="bezig", role="status"),
            html.Div(
                [
                    _knop(w.OPSLAAN, "bewaar-versie", taal, ident="opslaan-versie", soort="knop hoofd"),
                    _knop(w.NIEUW_SCENARIO, "bewaar-nieuw", taal, ident="opslaan-nieuw"),
                    _knop(w.ANNULEER, "sluit", taal, soort="knop stil"),
                ],
                className="knoppen",
            ),
        ],
        id="opslaan-formulier",
        className="venster-inhoud",
    )


def _keuze(taal: Language) -> Any:
    choices = (
        (w.MIJN_NIEUWSTE, w.MIJN_NIEUWSTE_UITLEG, "keuze-over", "knop hoofd"),
        (w.MIJN_NIEUW, w.MIJN_NIEUW_UITLEG, "keuze-nieuw", "knop"),
        (w.HUNNE, w.HUNNE_UITLEG, "keuze-hunne", "knop"),
    )
    rows = [
        html.Li(
            [
                _knop(label, doe, taal, ident=doe, soort=soort, beschrijving=f"{doe}-uitleg"),
                html.Span(told.say(taal), id=f"{doe}-uitleg"),
            ]
        )
        for label, told, doe, soort in choices
    ]
    return html.Div(
        [
            html.H3(w.KEUZE_KOP.say(taal), id="keuze-kop", tabIndex=-1),
            html.Div(id="keuze-beide", className="keuze-beide"),
            html.Ul(rows, className="keuzes"),
            html.Div(id="keuze-fout", className="venster-fout", role="alert"),
            html.P(id="keuze-bezig", className="bezig", role="status"),
            html.Div(_knop(w.TERUG, "keuze-terug", taal, soort="knop stil"), className="knoppen"),
        ],
        id="opslaan-keuze",
        className="venster-inhoud",
        hidden=True,
    )


def _versies(taal: Language) -> Any:
    return html.Div(
        [
            html.Div(id="versies-fout", className="venster-fout", role="alert"),
            html.P(id="versies-melding", className="bezig", role="status"),
            html.Div(id="versies-eerst", className="eerst", hidden=True),
            html.Div(id="versies-lijst"),
            html.Div(
                [
                    dmc.TextInput(
                        id="versies-naam",
                        label=w.NAAM.say(taal),
                        autoComplete="off",
                        className="breed",
                    ),
                    _knop(w.HERNOEM, "hernoem", taal),
                    _knop(w.ARCHIVEER, "archiveer", taal, ident="versies-archief"),
                ],
                id="versies-hernoem",
                className="hernoem",
                hidden=True,
            ),
            html.Div(id="versies-andere"),
        ],
        className="venster-inhoud",
    )


def _knop(
    label: Text, doe: str, taal: Language, *, ident: str = "", soort: str = "knop", beschrijving: str = "",
    dialog: bool = False,
) -> Any:  # fmt: skip
    more: dict[str, Any] = {"data-opslaan": doe}
    if ident:
        more["id"] = ident
    if beschrijving:
        more["aria-describedby"] = beschrijving
    if dialog:
        more["aria-haspopup"] = "dialog"
    return html.Button(label.say(taal), type="button", className=soort, **more)


def _aria(label: Text, taal: Language) -> dict[str, Any]:
    return {"aria-label": label.say(taal)}
