"""Which links of a case a picture may hold."""

from __future__ import annotations

import re

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_UNSAFE = re.compile(r"[\s\\\x00-\x20\x7f-\x9f]")


def safe_link(address: str) -> str:
    """Return an address that may be followed: http, https or relative, otherwise nothing.

    Examples:
        >>> safe_link("https://example.org/a"), safe_link("sources/004.txt"), safe_link("javascript:alert(1)")
        ('https://example.org/a', 'sources/004.txt', '')
    """
    scheme = _SCHEME.match(address)
    if _UNSAFE.search(address) or address.startswith("//"):
        return ""
    return address if scheme is None or scheme[1].lower() in ("http", "https") else ""
