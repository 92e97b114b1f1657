"""The closed lists of the field: kostensoorten, statuses, routes, and what each word means."""

from __future__ import annotations

from model.text import Text

KOSTENSOORTEN = {
    "beheer": Text("beheer en exploitatie: laten draaien wat er is", "operation: running what exists"),
    "doorontwikkeling": Text("doorontwikkeling van wat er is", "further development of what exists"),
    "vernieuwing": Text("vernieuwing: wat er nog niet is", "renewal: what does not exist yet"),
}
BEHEER = "beheer"
KOSTENSOORT_NAMEN = {
    "beheer": Text("beheer", "operation (beheer)"),
    "doorontwikkeling": Text("doorontwikkeling", "development (doorontwikkeling)"),
    "vernieuwing": Text("vernieuwing", "renewal (vernieuwing)"),
}

STATUSSEN = {
    "gepubliceerd": Text("gepubliceerd", "published"),
    "afgeleid": Text("afgeleid uit gepubliceerde cijfers", "derived from published figures"),
    "aanname": Text("aanname, met reden", "assumed, with a reason"),
    "voorstel": Text("voorstel", "proposed"),
}
WITH_REFERENCE = frozenset({"gepubliceerd", "afgeleid"})
EXTRAPOLATED = "aanname (extrapolatie)"
EXTRAPOLATION = Text("aanname: doorgetrokken door het programma", "assumed: extended by the program")

BESLUITSTATUSSEN = {
    "vastgesteld": Text("vastgesteld", "decided"),
    "voorgesteld": Text("voorgesteld", "proposed"),
    "gevraagd": Text("gevraagd", "asked for"),
}
BASELINE_COUNTS = ("vastgesteld",)

VERLOPEN = {
    "structureel": Text("loopt door na het laatste jaar", "continues after the last year"),
    "incidenteel": Text("stopt na het laatste jaar", "stops after the last year"),
}
INCIDENTEEL = "incidenteel"

ROUTES = {
    "begroting": Text("begroting van een departement", "a department's budget"),
    "aanvullende-post": Text("Aanvullende Post bij Financiën", "the Treasury's supplementary item"),
    "algemene-uitkering": Text("algemene uitkering gemeente- of provinciefonds", "general grant to lower tiers"),
    "decentralisatie-uitkering": Text("decentralisatie-uitkering", "decentralisation grant"),
    "specifieke-uitkering": Text("specifieke uitkering (SPUK)", "earmarked grant (SPUK)"),
    "eu": Text("Europese middelen", "European funds"),
    "ontvangsten": Text("ontvangsten", "receipts"),
    "eigen": Text("eigen middelen van wie de kosten draagt", "own means of whoever bears the cost"),
}
EIGEN = "eigen"

SOORTEN_PARTIJ = {
    "rijk": Text("het Rijk", "central government"),
    "gemeenten": Text("gemeenten", "municipalities"),
    "provincies": Text("provincies", "provinces"),
    "waterschappen": Text("waterschappen", "water boards"),
    "uitvoering": Text("publieke dienstverleners", "public service agencies"),
    "caribisch": Text("Caribisch Nederland", "Caribbean Netherlands"),
    "eu": Text("Europese Unie", "European Union"),
    "overig": Text("overig", "other"),
}
RIJK = "rijk"

VERDELINGEN = {
    "driehoek": Text("laag, waarde en hoog zijn minimum, modus en maximum", "min, mode and max"),
    "pert": Text("beta-PERT op minimum, modus en maximum", "beta-PERT on min, mode and max"),
    "uniform": Text("overal even waarschijnlijk van laag tot hoog", "equally likely from laag to hoog"),
    "normaal": Text("gemiddelde waarde; laag en hoog zijn P5 en P95", "mean waarde; laag and hoog are P5 and P95"),
    "lognormaal": Text("laag en hoog zijn P5 en P95", "laag and hoog are P5 and P95"),
}

CATEGORIEEN = {
    "besluitvorming": Text("besluitvorming", "decision"),
    "mee-en-tegenvaller": Text("mee- of tegenvaller", "windfall or setback"),
    "kasschuif": Text("kasschuif", "cash shift"),
    "overboeking": Text("overboeking", "transfer"),
    "desaldering": Text("desaldering", "gross-up of spending and receipts"),
    "technisch": Text("technisch", "technical"),
    "niet-plafondrelevant": Text("niet plafondrelevant", "outside the spending ceiling"),
}

TOETSEN = {
    "gelijk": Text("gelijk aan", "equal to"),
    "minstens": Text("ten minste", "at least"),
    "hoogstens": Text("ten hoogste", "at most"),
}
