"""Setting pages with typst: what they say goes there as data, in files of a folder that is thrown away."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Literal

from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity
from mapper.extras import needs_extra
from mapper.render.diagram.dot.labels import readable
from mapper.render.diagram.measure import wrap
from mapper.render.fontface import FOLDER, missing

if TYPE_CHECKING:
    import typst

FAILED = Rule("setting-failed", Severity.ERROR, "typst could not set the pages")

TEMPLATE = Path(__file__).with_name("dossier.typ")
ACCESSIBLE: Literal["ua-1"] = "ua-1"
_BLANK = re.compile("[ \t\n\r]+")
_BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a word that is wider than its column may be broken."""

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
"""What a file of JSON holds."""


def library() -> ModuleType:
    """Return typst.

    Raises:
        MapperError: if it is not installed.
    """
    with needs_extra("dossier", "set pages"):
        import typst
    return typst


class Setting:
    """A folder with the pages before they are set; it is thrown away in the end."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="mapper-")
        self._path = Path(self._folder.name)
        self._system_fonts = False
        self._main = self._path / TEMPLATE.name
        self._main.write_bytes(TEMPLATE.read_bytes())

    def __enter__(self) -> Setting:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._folder.cleanup()

    def add(self, name: str, picture: bytes) -> None:
        """Put a picture into the folder."""
        (self._path / name).write_bytes(picture)

    def say(self, data: dict[str, Value]) -> None:
        """Put there what the pages say."""
        text = json.dumps({**data, "date": _date()}, ensure_ascii=False, sort_keys=True)
        self._system_fonts = bool(missing(text))
        (self._path / "data.json").write_text(text, encoding="utf-8", newline="\n")

    def start(self) -> int:
        """Return the number of the first page behind the front.

        Raises:
            MapperError: if there is no typst, or if it fails.
        """
        try:
            return int(json.loads(self._compiler().query("<start>", field="value", one=True)))
        except RuntimeError as error:
            raise _failure(error) from None

    def pdf(self) -> bytes:
        """Return the pages as PDF.

        They keep to PDF/UA-1, ISO 14289-1: tagged, with a title, and with words for every picture; unless a character is
        in them that no font at hand has, which no such file may hold.

        Raises:
            MapperError: if there is no typst, or if it fails.
        """
        compiler = self._compiler()
        try:
            return _bytes(compiler.compile(format="pdf", pdf_standards=ACCESSIBLE))
        except RuntimeError:
            pass
        try:
            return _bytes(compiler.compile(format="pdf"))
        except RuntimeError as error:
            raise _failure(error) from None

    def _compiler(self) -> typst.Compiler:
        found: typst.Compiler = library().Compiler(
            input=str(self._main),
            root=str(self._path),
            font_paths=[str(FOLDER)],
            ignore_system_fonts=not self._system_fonts,
        )
        return found


def worded(text: str, room: float, size: float) -> str:
    """Return a text as it is set: what no document can hold replaced, white space folded, and no word too wide.

    Args:
        text: of a case, or any other.
        room: the width of the column in points.
        size: the size of its letters in points.
    """
    folded = _BLANK.sub(" ", readable(text)).strip()
    return " ".join(_BREAK.join(wrap(word, room, size)) for word in folded.split(" "))


def _date() -> Value:
    """Return when the PDF says that it was made: never, unless SOURCE_DATE_EPOCH says when (reproducible-builds.org)."""
    moment = os.environ.get("SOURCE_DATE_EPOCH")
    if moment is None:
        return None
    found = datetime.fromtimestamp(int(moment), UTC)
    parts: Mapping[str, int] = {
        name: getattr(found, name) for name in ("year", "month", "day", "hour", "minute", "second")
    }
    return dict(parts)


def _bytes(found: object) -> bytes:
    assert isinstance(found, bytes), "a PDF is one file"
    return found


def _failure(error: RuntimeError) -> MapperError:
    return MapperError([Diagnostic(FAILED, f"typst failed: {error}")])
