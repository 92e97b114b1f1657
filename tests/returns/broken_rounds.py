"""A good round folder as people write it, and everything that can be wrong with one."""

from __future__ import annotations

from pathlib import Path

GOOD = {
    "ronde.toml": """\
naam = "FICTIEF 2027"
jaar = 2027
editie = "2"
fictief = true

[drempel]
bedrag = 500

[aard]
"t-1" = "realisatie"
""",
    "departementen.csv": """\
id,naam,hoofdstuk
ene,FICTIEF departement Ene,7
andere,FICTIEF departement Andere,
""",
    "posten.csv": """\
departement,tabel,post,naam,artikel,jbr
ene,begroting,loket,Loket,6,ICT-personeel
ene,activiteit,zaken,"Zaken, nieuw",6,
andere,begroting,loket,Ander loket,1.2,
""",
    "vorige.csv": """\
departement,tabel,post,grootheid,soort,categorie,jaar,staat,waarde,editie
ene,begroting,loket,uitgaven,beheer,intern,2027,waarde,120.5,2
ene,begroting,loket,uitgaven,beheer,extern,2027,nihil,,2
ene,begroting,vervallen,juridisch-verplicht,,,2025,waarde,80,2
andere,begroting,loket,uitgaven,vernieuwing,inhuur-en-uitbesteding,structureel,waarde,300,1
andere,begroting,loket,uitgaven,beheer,inhuur-en-uitbesteding,2026,nvt,,1
""",
    "controletotalen.csv": """\
departement,artikel,grootheid,jaar,bedrag,toets,referentie
ene,6,uitgaven,2027,120.5,hoogstens,FICTIEF begroting
ene,6,ontvangsten,structureel,0,gelijk,FICTIEF begroting
""",
    "dashboard.csv": """\
departement,activiteit,jaar,bedrag,referentie
ene,Zaken,2026,40,FICTIEF dashboard
""",
    "jbr.csv": """\
departement,regel,jaar,bedrag,referentie
ene,ICT-personeel,2026,40,FICTIEF JBR
""",
}

Change = tuple[str, str, str]
"""A file, a text in it, and what stands there instead."""

CASES: dict[str, tuple[list[Change], list[str]]] = {
    "no settings": ([("ronde.toml", GOOD["ronde.toml"], "")], ["bestand-leeg: ronde.toml"]),
    "no TOML": ([("ronde.toml", "jaar = 2027", "jaar = 2.027,0")], ["geen-toml: ronde.toml, regel 2"]),
    "no year": ([("ronde.toml", "jaar = 2027\n", "")], ["veld-ontbreekt: ronde.toml, jaar"]),
    "year as text": ([("ronde.toml", "2027\n", '"2027"\n')], ["waarde-fout: ronde.toml, jaar"]),
    "unknown edition": ([("ronde.toml", '"2"', '"9"')], ["waarde-fout: ronde.toml, editie"]),
    "unknown setting": ([("ronde.toml", "fictief", "fictie")], ["sleutel-onbekend: ronde.toml, fictie"]),
    "wrong threshold": ([("ronde.toml", "bedrag = 500", "bedrag = -1")], ["waarde-fout: ronde.toml, drempel.bedrag"]),
    "wrong threshold of a unit": (
        [("ronde.toml", "bedrag = 500", 'procent = "veel"')],
        ["waarde-fout: ronde.toml, drempel.procent"],
    ),
    "threshold of no unit": (
        [("ronde.toml", "bedrag = 500", "fre = 5")],
        ["sleutel-onbekend: ronde.toml, drempel.fre"],
    ),
    "unknown column": ([("ronde.toml", '"t-1"', '"t-9"')], ["sleutel-onbekend: ronde.toml, aard.t-9"]),
    "no table of columns": (
        [("ronde.toml", '[aard]\n"t-1" =', "[aard_]\n[x]\ny =")],
        ["sleutel-onbekend: ronde.toml, aard_", "sleutel-onbekend: ronde.toml, x"],
    ),
    "threshold is no table": (
        [("ronde.toml", "\n[drempel]\nbedrag = 500", "drempel = 500")],
        ["waarde-fout: ronde.toml, drempel"],
    ),
    "no departments": (
        [("departementen.csv", GOOD["departementen.csv"], "id,naam\n")],
        ["ronde-zonder-departementen: departementen.csv"],
    ),
    "unknown department": (
        [("posten.csv", "andere,", "anders,"), ("jbr.csv", "ene", "eene")],
        [
            "verwijzing-onbekend: posten.csv, rij 4, kolom departement",
            "verwijzing-onbekend: jbr.csv, rij 2, kolom departement",
        ],
    ),
    "post twice": (
        [("posten.csv", "activiteit,zaken", "begroting,loket")],
        ["dubbel: posten.csv, rij 3, kolom post"],
    ),
    "post without a name": ([("posten.csv", "Loket,6", ",6")], ["waarde-leeg: posten.csv, rij 2, kolom naam"]),
    "unknown table": ([("posten.csv", "activiteit", "project")], ["waarde-fout: posten.csv, rij 3, kolom tabel"]),
    "row that the edition does not ask": (
        [("vorige.csv", "beheer,intern", "beheer,inhuur-en-uitbesteding")],
        ["ronde-regel-onbekend: vorige.csv, rij 2, kolom grootheid"],
    ),
    "state without number": (
        [("vorige.csv", "120.5", "")],
        ["ronde-cel-zonder-getal: vorige.csv, rij 2, kolom waarde"],
    ),
    "number without state": (
        [("vorige.csv", "nihil,", "nihil,3")],
        ["ronde-cel-met-getal: vorige.csv, rij 3, kolom waarde"],
    ),
    "number out of bounds": ([("vorige.csv", "80", "180")], ["waarde-fout: vorige.csv, rij 4, kolom waarde"]),
    "negative number": ([("vorige.csv", "300", "-300")], ["waarde-fout: vorige.csv, rij 5, kolom waarde"]),
    "no number": ([("vorige.csv", "300", "3 00")], ["waarde-fout: vorige.csv, rij 5, kolom waarde"]),
    "no year of a figure": (
        [("vorige.csv", "structureel", "Structureel")],
        ["waarde-fout: vorige.csv, rij 5, kolom jaar"],
    ),
    "year after the round": (
        [("vorige.csv", "2026,nvt", "2033,nvt")],
        ["ronde-jaar-buiten: vorige.csv, rij 6, kolom jaar"],
    ),
    "figure twice": (
        [("vorige.csv", "beheer,extern", "beheer,intern")],
        ["dubbel: vorige.csv, rij 3, kolom jaar"],
    ),
    "figure in two editions": (
        [
            ("vorige.csv", "andere,begroting,loket,uitgaven,beheer,", "ene,begroting,loket,uitgaven,beheer,"),
            ("vorige.csv", "2026,nvt", "2027,nvt"),
        ],
        ["ronde-cijfer-dubbel: vorige.csv, rij 6, kolom editie"],
    ),
    "figures of a later edition": (
        [("ronde.toml", '"2"', '"1"')],
        [f"ronde-editie-anders: vorige.csv, rij {row}, kolom editie" for row in (2, 3, 4)],
    ),
    "control of an article without posts": (
        [("controletotalen.csv", "ene,6,uitgaven", "andere,6,uitgaven")],
        ["ronde-artikel-zonder-posten: controletotalen.csv, rij 2, kolom artikel"],
    ),
    "control of a year before the round": (
        [("controletotalen.csv", "2027", "2025")],
        ["ronde-jaar-buiten: controletotalen.csv, rij 2, kolom jaar"],
    ),
    "control of what is no money": (
        [("controletotalen.csv", "ontvangsten", "fte")],
        ["waarde-fout: controletotalen.csv, rij 3, kolom grootheid"],
    ),
    "unknown test": (
        [("controletotalen.csv", "hoogstens", "maximaal")],
        ["waarde-fout: controletotalen.csv, rij 2, kolom toets"],
    ),
    "dashboard without a source": (
        [("dashboard.csv", "FICTIEF dashboard", "")],
        ["waarde-leeg: dashboard.csv, rij 2, kolom referentie"],
    ),
    "column away": (
        [("jbr.csv", "regel", "rij")],
        ["kolom-onbekend: jbr.csv, rij 1, kolom rij", "kolom-ontbreekt: jbr.csv, rij 1, kolom regel"],
    ),
    "semicolons": (
        [("dashboard.csv", GOOD["dashboard.csv"], GOOD["dashboard.csv"].replace(",", ";"))],
        ["verkeerd-scheidingsteken: dashboard.csv, rij 1"],
    ),
}

NO_FOLDER = ("ronde-map-ontbreekt", "ronde-map-is-bestand")
TRIGGERED = {line.partition(":")[0] for _, expected in CASES.values() for line in expected} | set(NO_FOLDER)


def lay_out(folder: Path, changes: list[Change]) -> None:
    """Write the good round with these changes, each of which must be possible."""
    texts = dict(GOOD)
    for file, old, new in changes:
        assert old in texts[file], (file, old)
        texts[file] = texts[file].replace(old, new, 1)
    for file, text in texts.items():
        (folder / file).write_text(text, encoding="utf-8")
