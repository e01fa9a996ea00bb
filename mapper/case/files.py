"""Bytes of a file to text, with a finding for everything that can be wrong with a file."""

from __future__ import annotations

import codecs
from pathlib import Path

from mapper import rules
from mapper.case.builder import LIMITS, Limits
from mapper.case.document import Lines
from mapper.diagnostics import Diagnostic, MapperError
from mapper.near import SHOWN, near, offer

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, limits: Limits = LIMITS) -> str:
    """Return the text of a file.

    Raises:
        MapperError: if there is no such file, or it cannot be read, is too large or is no UTF-8. The finding has a
            place only if it is inside the file.
    """
    try:
        with path.open("rb") as file:
            data = file.read(limits.size + 1)
    except (OSError, ValueError) as error:
        raise MapperError([unreadable(path, error)]) from None
    return decode(str(path), data, limits)


def decode(path: str, data: bytes, limits: Limits = LIMITS) -> str:
    """Return the text that the bytes are in UTF-8, without the mark that some editors put before it.

    Raises:
        MapperError: if there are too many of them or they are no UTF-8.
    """
    if len(data) > limits.size:
        raise MapperError([too_large(path, limits)])
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise MapperError([_not_utf_8(path, data, error.start)], {path: data.decode(errors="replace")}) from None


def too_large(path: str, limits: Limits) -> Diagnostic:
    """Return the finding that a file is larger than any case."""
    message = f"`{path}` is larger than {limits.size:,} bytes"
    return Diagnostic(rules.TOO_LARGE, message, help="name a case file, or split the case with `include`")


def _not_utf_8(path: str, data: bytes, offset: int) -> Diagnostic:
    before = data[:offset].decode()
    text = f"{before}?"
    place = Lines(text).span(path, len(before), len(text))
    help = "save the file as UTF-8; it seems to be UTF-16" if data.startswith(_UTF_16) else "save the file as UTF-8"
    return Diagnostic(rules.NOT_UTF_8, f"the byte 0x{data[offset]:02X} is not UTF-8 here", place, help=help)


def unreadable(path: Path, error: OSError | ValueError) -> Diagnostic:
    """Return the finding that a file cannot be opened or read, given what the system said."""
    if path.is_dir():
        return Diagnostic(rules.UNREADABLE_FILE, f"`{path}` is a folder", help="name a file in it")
    if isinstance(error, FileNotFoundError | NotADirectoryError | ValueError):
        return Diagnostic(rules.MISSING_FILE, f"there is no file `{path}`", help=_near_name(path))
    if isinstance(error, PermissionError):
        return Diagnostic(rules.UNREADABLE_FILE, f"`{path}` may not be read", help="ask for the right to read it")
    reason = (error.strerror or "for no reason given").lower()
    return Diagnostic(rules.UNREADABLE_FILE, f"`{path}` cannot be read: {reason}")


def _near_name(path: Path) -> str | None:
    """Return the question whether a file was meant that is called so but for its suffix, or nearly so."""
    stems: dict[str, list[str]] = {}
    try:
        for name in sorted(other.name for other in path.parent.iterdir()):
            stems.setdefault(Path(name).stem, []).append(name)
    except FileNotFoundError:
        return f"there is no folder `{path.parent}` either"
    except (OSError, ValueError):
        return None
    likely = (path.stem,) if path.stem in stems else near(path.stem, stems)
    return offer([name for stem in likely for name in stems[stem] if name != path.name][:SHOWN])
