"""What pictures say about themselves: a PDF no hour, a PNG its size on paper."""

from __future__ import annotations

import re
import struct
from datetime import UTC, datetime
from zlib import crc32

_CREATED = re.compile(rb"(?<=/CreationDate \(D:)\d{14}")
_METRES_PER_INCH = 0.0254
_AFTER_HEADER = 33
"""Where the second part of a PNG begins: its signature takes 8 bytes, its header 25."""


def dated(pdf: bytes, moment: int) -> bytes:
    """Return a PDF as if it had been made at a moment, in seconds since 1970: cairo writes the hour into each."""
    return _CREATED.sub(datetime.fromtimestamp(moment, UTC).strftime("%Y%m%d%H%M%S").encode("ascii"), pdf)


def sized(png: bytes, dpi: int) -> bytes:
    """Return a PNG that says how many of its dots make an inch (PNG specification, ``pHYs``), so that it prints at size."""
    dots = round(dpi / _METRES_PER_INCH)
    body = b"pHYs" + struct.pack(">LLB", dots, dots, 1)
    part = struct.pack(">L", len(body) - 4) + body + struct.pack(">L", crc32(body))
    return png[:_AFTER_HEADER] + part + png[_AFTER_HEADER:]
