"""The smallest budget in which every part of the calculation gives something: its workbook is quickly recalculated."""

from __future__ import annotations

from pathlib import Path

from model.engine import run_plan
from model.io.open import open_scenarios
from model.result import Result

_TABLES = {
    "partijen": """id,naam,soort
rijk,Rijk,rijk
gemeenten,Gemeenten,gemeenten
""",
    "verdeelsleutels": """sleutel,partij,aandeel
samen,rijk,0.6
samen,gemeenten,0.4
""",
    "parameters": """id,naam,jaar,waarde,eenheid,status,toelichting
index.loon,Loon,2024,0.02,fractie,aanname,proef
index.loon,Loon,2026,0.03,fractie,aanname,proef
index.bbp,Prijs bbp,,0.02,fractie,aanname,proef
discontovoet,Discontovoet,,0.025,fractie,aanname,proef
norm,Beheerratio,,0.2,fractie,aanname,proef
tranche,Tranche,2024,0.5,fractie,aanname,proef
tranche,Tranche,2026,0.8,fractie,aanname,proef
""",
    "kostenposten": "id,naam,programma,thema,kostensoort,rang,verloop,sleutel,index,prijspeil,volumegroei,kostenfactor,"
    """beheerratio,doorlooptijd,levensduur,doorschuif,besparingsratio,capaciteit
beheer,Beheer,GDI,toegang,beheer,1,structureel,samen,loon,2024,0.04,,,,,,,
bouw,Bouw,NDS,cloud,vernieuwing,2,structureel,samen,loon,2025,,1.2,norm,1,4,0.7,0.1,120
""",
    "kostenreeksen": """kostenpost,jaar,bedrag,status,toelichting
beheer,2025,100,aanname,proef
bouw,2025,150,aanname,proef
bouw,2026,90,aanname,proef
bouw,2027,130,aanname,proef
""",
    "dekkingsbronnen": "id,naam,betaler,besluitstatus,volgorde,verloop,route,index,prijspeil,compensatie,"
    """eindejaarsmarge,voor_kostensoort,voor_partij
geld,Geld van het Rijk,rijk,vastgesteld,1,structureel,begroting,loon,2024,tranche,0.5,,
oud,Oud geld,rijk,vastgesteld,2,incidenteel,begroting,,,,0.25,beheer,
eigen,Eigen middelen,gemeenten,gevraagd,3,structureel,eigen,,,,,,gemeenten
""",
    "dekkingsreeksen": """dekkingsbron,jaar,bedrag,status,toelichting
geld,2025,90,aanname,proef
geld,2026,160,aanname,proef
geld,2027,60,aanname,proef
oud,2025,30,aanname,proef
oud,2026,200,aanname,proef
eigen,2025,40,aanname,proef
eigen,2026,10,aanname,proef
""",
    "bijdragen": """dekkingsbron,bijdrager,aandeel
geld,rijk,0.75
geld,gemeenten,0.25
""",
    "referenties": "id,titel\n",
}
_SCENARIO = """naam = "Klein"
horizon = [2025, 2028]
begrotingsjaar = 2026
telt_mee = ["vastgesteld", "gevraagd"]

[[maatregel]]
soort = "mutatie"
dekkingsbron = "geld"
bedragen = {2028 = 15}
"""


def small(folder: Path) -> Result:
    """Return the result of the small scenario, its dataset written into `folder`."""
    for name, text in _TABLES.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    (folder / "klein.toml").write_text(_SCENARIO, encoding="utf-8")
    _, [(scenario, plan)] = open_scenarios(folder, [folder / "klein.toml"])
    return run_plan(plan, scenario)
