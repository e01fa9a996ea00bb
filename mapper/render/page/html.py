"""HTML around any page: its head with the policy, its style and its script, and where these come from."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

from mapper.render.page.markup import element, written

ASSETS = Path(__file__).with_name("assets")
POLICY = (
    "default-src 'none'; script-src '{script}'; style-src '{style}'; font-src data:; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
ASKING = "; connect-src 'self'"
"""What a served page may do besides: ask the server that it came from."""
VERSION = '<meta name="version" content="">'
"""Where the version of a served page is filled in, so that it can tell when it is old."""

_REMARK = re.compile(r"^ */\*\*.*?\*/\n", re.M | re.S)
_INDENT = re.compile(r"^[ \n]+", re.M)


def html(title: str, body: ET.Element, style: str, script: str, *, live: bool = False) -> str:
    """Return a page.

    Args:
        title: what it is called.
        body: what is on it; the script comes at its end.
        style: all of its style; none other is allowed.
        script: all of its script; none other is allowed.
        live: whether it may ask the server that it came from.
    """
    policy = POLICY.format(script=_hash(script), style=_hash(style)) + (ASKING if live else "")
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=policy),
        *([element("meta", name="version", content="")] if live else []),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="color-scheme", content="light dark"),
        element("meta", name="referrer", content="no-referrer"),
        element("title", title),
        element("style", style),
    )
    body.append(element("script", script))
    return f"<!doctype html>\n{written(element('html', head, body, lang='en'))}\n"


def with_version(page: str, version: str) -> str:
    """Return a served page that knows its version."""
    return page.replace(VERSION, VERSION.replace('""', f'"{version}"'), 1)


def in_one_function(names: Iterable[str]) -> str:
    """Return parts of the script as one, so that none of their names gets out of it."""
    return "(() => {\n" + joined(names) + "})();\n"


def joined(names: Iterable[str]) -> str:
    """Return parts of the script or the style, without what is said in them for those who read the repository."""
    return "".join(_INDENT.sub("", _REMARK.sub("", (ASSETS / name).read_text(encoding="utf-8"))) for name in names)


def _hash(text: str) -> str:
    return "sha256-" + b64encode(sha256(text.encode("utf-8")).digest()).decode("ascii")
