"""Files that a browser sends: their bytes, and a name that every system takes."""

from __future__ import annotations

import base64
import binascii
import re
from pathlib import PurePath


def inhoud(contents: str) -> bytes:
    """Return the bytes in what the browser sends of a file; raise `ValueError` where it is not of that form."""
    try:
        return base64.b64decode(contents.partition(",")[2], validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error


def veilig(naam: str) -> str:
    """Return the name of a file without its folders, short, of plain signs; its suffix in small letters."""
    name = PurePath(naam.replace("\\", "/")).name
    stem, suffix = re.sub(r"[^\w .()'-]", "_", PurePath(name).stem)[:80].strip(" ."), PurePath(name).suffix.lower()
    return (stem or "bestand") + re.sub(r"[^.a-z0-9]", "", suffix)[:8]
