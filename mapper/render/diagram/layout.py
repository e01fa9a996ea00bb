"""Running Graphviz: the one that pygraphviz brings along, else the one on the PATH, in a process with a time limit."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity
from mapper.render.diagram.engine import LENGTH, NO_GRAPHVIZ
from mapper.render.diagram.fontconfig import NOISE, environment, lend_fonts
from mapper.render.diagram.limit import Limit
from mapper.render.diagram.symbols import INCH, MARGIN

ENGINE = Path(__file__).with_name("engine.py")
FORMATS: Mapping[str, str] = {"svg": "svg:svg:core", "pdf": "pdf:cairo", "png": "png:cairo"}
"""What Graphviz calls each format and the part of it that draws: text stays text in ``svg:core``."""

NO_ENGINE = Rule("no-graphviz", Severity.ERROR, "there is nothing to draw with")
TOO_LARGE = Rule("picture-too-large", Severity.ERROR, "a PNG would have more dots than a PNG can be drawn with")
FAILED = Rule("drawing-failed", Severity.ERROR, "Graphviz could not draw a picture")

MOST_DOTS = 32767
"""How wide and how high cairo can draw a PNG; it would make a larger one smaller than was asked for."""
MOST_IN_ALL = 500_000_000
"""How many dots a PNG has at most: they are drawn in two thousand megabytes of memory."""
LONGEST_PAGE = 14400.0
"""How wide and how high a page is in points that all readers of PDF can show (ISO 32000-1, annex C)."""
SPARE_SECONDS = 60
"""How much longer the process lives than anybody waits for it."""


class Engine:
    """Draws pictures in one format, one after another.

    Attributes:
        limit: how long all of it may take, from the start to the last picture.
        process: what draws the next picture.
    """

    def __init__(self, folder: Path, form: str, limit: Limit) -> None:
        self.limit = limit
        self._folder, self._form = folder, form
        self._source, self._said = folder / "picture.gv", folder / "said"
        self._own, self._system_fonts = bool(find_spec("pygraphviz")), False
        lend_fonts(folder)
        self.process = self._started()

    def picture(self, dot: str, *, system_fonts: bool = False) -> bytes:
        """Return what a picture in DOT looks like. The same text gives the same bytes, whatever was drawn before it.

        Args:
            dot: the picture, with a place for everything in it.
            system_fonts: whether it needs characters that only a font of this machine can have.

        Raises:
            MapperError: if there is no Graphviz, if no time is left, or if it fails. Then nothing more can be drawn.
        """
        self.limit.check()
        self._source.write_text(dot, encoding="utf-8", newline="\n")
        if system_fonts and not self._system_fonts:
            self._system_fonts = True
            self._restart()
        found = self._answer()
        if self._own and self.process.poll() == NO_GRAPHVIZ:
            self._own = False
            self._restart()
            found = self._answer()
        if not found:
            complaint = self._complaint()
            self.end()
            self.limit.check()
            raise MapperError([Diagnostic(FAILED, f"Graphviz failed: {complaint}")])
        return found

    def end(self) -> None:
        """End the process if it still runs."""
        self.process.kill()
        self.process.communicate()

    def _restart(self) -> None:
        """Start another process: the fonts are looked for when one starts, not when it draws."""
        self.end()
        self.process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        seconds = str(int(self.limit.left) + SPARE_SECONDS)
        own = (sys.executable, "-P", str(ENGINE), FORMATS[self._form], str(self._source), seconds)
        command = own if self._own else _on_path(self._form)
        around = environment(self._folder, system_fonts=self._system_fonts)
        pipe = subprocess.PIPE
        with self._said.open("wb") as said:
            return subprocess.Popen(command, env=around, stdin=pipe, stdout=pipe, stderr=said)

    def _answer(self) -> bytes:
        """Return what the process makes of the DOT; nothing if it fails, or is ended because no time is left."""
        if not self._own and self.process.returncode is not None:
            self._restart()
        killer = Timer(self.limit.left, self.process.kill)
        killer.daemon = True  # an interrupt while it starts would else leave us waiting for it
        try:
            killer.start()
            return self._next() if self._own else self._only()
        finally:
            killer.cancel()

    def _next(self) -> bytes:
        """Return the next picture from our own program, which then waits for another."""
        asked, answers = self.process.stdin, self.process.stdout
        assert asked, "it was started with a pipe"
        assert answers, "it was started with a pipe"
        with suppress(OSError):  # it has ended, as its answer will show
            asked.write(b"\n")
            asked.flush()
        head = answers.read(LENGTH)
        length = int.from_bytes(head, "big")
        found = answers.read(length)
        if len(head) == LENGTH and len(found) == length:
            return found
        self.process.wait()
        return b""

    def _only(self) -> bytes:
        """Return the picture from somebody else's program, which draws one and ends."""
        found, _ = self.process.communicate(self._source.read_bytes())
        return b"" if self.process.returncode else found

    def _complaint(self) -> str:
        """Return what the process said, or how it ended."""
        lines = self._said.read_text(encoding="utf-8", errors="replace").splitlines()
        said = "; ".join(line for line in lines if line and not line.startswith(NOISE))
        return said or f"status {self.process.returncode or 0}"


@contextmanager
def engine(form: str, timeout: float | Limit) -> Iterator[Engine]:
    """Start a process that draws in a format, and end it whatever happens; what it writes meanwhile is thrown away.

    For several pictures, one process draws them all, and one limit holds for all of them::

        with engine("svg", 60) as running:
            first = running.picture(one)
            second = running.picture(another)

    Args:
        form: ``svg``, ``pdf`` or ``png``.
        timeout: how many seconds everything may take until the last picture, from now on or from the start of a limit.

    Raises:
        MapperError: if there is no Graphviz.
    """
    limit = timeout if isinstance(timeout, Limit) else Limit(timeout)
    with TemporaryDirectory(prefix="mapper-") as folder:
        started = Engine(Path(folder), form, limit)
        try:
            yield started
        finally:
            started.end()


def check_dots(width: float, height: float, dpi: int) -> None:
    """Raise an error if a picture of a size in points has too many dots.

    Raises:
        MapperError: if it does.
    """
    high, wide = (round((side + 2 * MARGIN) * dpi / INCH) for side in (height, width))
    if max(high, wide) > MOST_DOTS:
        message = f"the picture would be {max(high, wide)} dots long, and {MOST_DOTS} is the most there can be"
    elif high * wide > MOST_IN_ALL:
        message = f"the picture would have {high * wide:,} dots, and {MOST_IN_ALL:,} is the most there can be"
    else:
        return
    help_ = "draw it as SVG or PDF, a part of it, or with fewer dots"
    raise MapperError([Diagnostic(TOO_LARGE, f"at {dpi} dots per inch {message}", help=help_)])


def page_remark(width: float, height: float) -> str:
    """Return what is to be said of a PDF of a picture of a size in points: nothing, unless its page is too large."""
    longest = max(width, height) + 2 * MARGIN
    if longest <= LONGEST_PAGE:
        return ""
    metres = longest / INCH * 0.0254
    return f"The page is {metres:.1f} metres long; Adobe Reader shows none of more than 5.08. Draw a claim, or the overview."


def _on_path(form: str) -> Sequence[str]:
    command = shutil.which("dot")
    if command is None:
        message = "there is no Graphviz: pygraphviz cannot be imported, and there is no `dot` on the PATH"
        help_ = (
            "`pip install pygraphviz` brings it along on Linux, macOS and Windows; elsewhere install Graphviz itself"
        )
        raise MapperError([Diagnostic(NO_ENGINE, message, help=help_)])
    return (command, "-Kneato", "-n2", f"-T{FORMATS[form]}")
