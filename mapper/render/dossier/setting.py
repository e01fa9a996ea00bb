"""Setting pages with typst: what they say goes there as data, in files of a folder that is thrown away."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import TYPE_CHECKING

from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity
from mapper.render.diagram.dot.labels import readable
from mapper.render.diagram.measure import wrap
from mapper.render.fontface import FOLDER, missing

if TYPE_CHECKING:
    import typst

NO_TYPST = Rule("no-typst", Severity.ERROR, "there is nothing to set pages with")
FAILED = Rule("setting-failed", Severity.ERROR, "typst could not set the pages")

TEMPLATE = Path(__file__).with_name("dossier.typ")
_BLANK = re.compile("[ \t\n\r]+")
_BREAK = "\N{ZERO WIDTH SPACE}"
"""Where a word that is wider than its column may be broken."""

Value = str | int | float | bool | None | list["Value"] | dict[str, "Value"]
"""What a file of JSON holds."""


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
        in them that our font lacks, since another font may lack it too.

        Raises:
            MapperError: if there is no typst, or if it fails.
        """
        try:
            found = self._compiler().compile(format="pdf", pdf_standards=None if self._system_fonts else "ua-1")
        except RuntimeError as error:
            raise _failure(error) from None
        assert isinstance(found, bytes), "a PDF is one file"
        return found

    def _compiler(self) -> typst.Compiler:
        try:
            import typst
        except ImportError:
            message = "pages are set with typst, which is not installed"
            help_ = "`pip install 'allegation-mapper[dossier]'` brings it along"
            raise MapperError([Diagnostic(NO_TYPST, message, help=help_)]) from None
        return typst.Compiler(
            input=str(self._main),
            root=str(self._path),
            font_paths=[str(FOLDER)],
            ignore_system_fonts=not self._system_fonts,
        )


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


def _failure(error: RuntimeError) -> MapperError:
    return MapperError([Diagnostic(FAILED, f"typst failed: {error}")])
