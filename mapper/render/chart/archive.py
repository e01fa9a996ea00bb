"""Office files as archives that are the same each time: no clock in them, and the parts in their order."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name."""

PROPERTIES = "docProps/core.xml"
_MOMENT = re.compile(rb"<dcterms:(created|modified)\b[^>]*>[^<]*</dcterms:\1>")


def timeless(data: bytes) -> bytes:
    """Return an office file without the hour at which it was made.

    The bytes still depend on the versions of the library that wrote it and of the one that compresses it.
    """
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = old.read(name)
            info = ZipInfo(name, EPOCH)
            info.compress_type = ZIP_DEFLATED
            info.create_system = 0
            new.writestr(info, _MOMENT.sub(b"", part) if name == PROPERTIES else part)
    return made.getvalue()
