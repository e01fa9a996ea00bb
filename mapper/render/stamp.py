"""The mark by which the tool knows its own files, so that it never overwrites what somebody else made."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

MARK = b"made by mapper"
"""The words of the mark; a file that has them near its beginning or its end is our own."""

REACH = 1024
"""How near, in bytes."""


def stamped(data: bytes, suffix: str) -> bytes:
    """Return a file with the mark, in the way its format has for remarks.

    Args:
        data: the file.
        suffix: its format: ``svg``, ``dot``, ``mermaid``, ``graphml``, ``pdf``, ``png``, ``html``, ``md``, ``docx``,
            ``xlsx``; another has no place for remarks and gets no mark. A chart as ``csv`` has it in its headings.
    """
    return STAMPS[suffix](data) if suffix in STAMPS and data else data


def is_stamped(data: bytes) -> bool:
    """Return whether a file has the mark.

    Examples:
        >>> is_stamped(stamped(b"digraph {}", "dot")), is_stamped(b"digraph {}")
        (True, False)
    """
    return MARK in data[:REACH] or MARK in data[-REACH:]


def _svg(data: bytes) -> bytes:
    return _before(b"<svg", data)


def _graphml(data: bytes) -> bytes:
    return _before(b"<graphml", data)


def _before(tag: bytes, data: bytes) -> bytes:
    """Add a comment before the outermost element: in front of the declaration there must be nothing."""
    before, found, after = data.partition(tag)
    return before + b"<!-- " + MARK + b" -->\n" + found + after


def _html(data: bytes) -> bytes:
    before, line, after = data.partition(b"\n")
    return before + line + b"<!-- " + MARK + b" -->\n" + after


def _dot(data: bytes) -> bytes:
    return b"// " + MARK + b"\n" + data


def _mermaid(data: bytes) -> bytes:
    """Add a comment at the end, since the settings have to be the first thing in the file."""
    return data + b"%% " + MARK + b"\n"


def _pdf(data: bytes) -> bytes:
    return data.rstrip(b"\n") + b"\n% " + MARK + b"\n"


def _png(data: bytes) -> bytes:
    """Add a text chunk after the header, which is always 8 + 25 bytes long (PNG specification, section 5)."""
    content = b"tEXtSoftware\0" + MARK
    chunk = struct.pack(">I", len(content) - 4) + content + struct.pack(">I", zlib.crc32(content))
    return data[:33] + chunk + data[33:]


def _markdown(data: bytes) -> bytes:
    return data.rstrip(b"\n") + b"\n\n<!-- " + MARK + b" -->\n"


def _zip(data: bytes) -> bytes:
    """Add the comment of an archive, at its very end (APPNOTE.TXT, section 4.3.16); whoever saves it anew drops it."""
    return data[:-2] + struct.pack("<H", len(MARK)) + MARK


STAMPS: dict[str, Callable[[bytes], bytes]] = {
    "svg": _svg,
    "html": _html,
    "dot": _dot,
    "gv": _dot,
    "mermaid": _mermaid,
    "mmd": _mermaid,
    "graphml": _graphml,
    "pdf": _pdf,
    "png": _png,
    "md": _markdown,
    "docx": _zip,
    "xlsx": _zip,
}
"""How each format carries a remark."""
