"""Running Graphviz: the one that pygraphviz brings along, else the one on the PATH, in a process with a time limit."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from html import escape
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity
from mapper.render.diagram.engine import NO_GRAPHVIZ
from mapper.render.diagram.symbols import INCH, MARGIN
from mapper.render.fontface import FOLDER

ENGINE = Path(__file__).with_name("engine.py")
FORMATS: Mapping[str, str] = {"svg": "svg:svg:core", "pdf": "pdf:cairo", "png": "png:cairo"}
"""What Graphviz calls each format and the part of it that draws: text stays text in ``svg:core``."""

NO_ENGINE = Rule("no-graphviz", Severity.ERROR, "there is nothing to draw with")
TOO_SLOW = Rule("drawing-too-slow", Severity.ERROR, "a picture was not finished in time")
TOO_LARGE = Rule("picture-too-large", Severity.ERROR, "a PNG would have more dots than a PNG can be drawn with")
FAILED = Rule("drawing-failed", Severity.ERROR, "Graphviz could not draw a picture")

OWN_FONTS = "fonts"
IDENTITY = "6d617070-6572-4d61-8070-65722d666f6e"
"""The identity of our fonts to fontconfig: any will do, as long as it stays."""

MOST_DOTS = 32767
"""How wide and how high cairo can draw a PNG; it would make a larger one smaller than was asked for."""
SPARE_SECONDS = 60
"""How much longer the process lives than anybody waits for it."""
NOISE = "Fontconfig warning"
"""How lines begin that older builds of fontconfig say of newer settings, and that mean nothing."""
SYSTEM_FONTS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "WINDOWSFONTDIR",
)
"""Where systems keep fonts; asked only for characters that our own font lacks."""


class Engine:
    """A process that draws one picture. It is started before the picture is thought out, and gets ready meanwhile."""

    def __init__(self, folder: str, form: str, timeout: float) -> None:
        self.folder, self.form, self.timeout = folder, form, timeout
        own = (sys.executable, "-P", str(ENGINE), FORMATS[form], str(int(timeout) + SPARE_SECONDS))
        self.command = own if find_spec("pygraphviz") else _on_path(form)
        _lend_fonts(Path(folder, OWN_FONTS))
        self.process = self._started(system_fonts=False)

    def picture(self, dot: str, *, system_fonts: bool = False) -> bytes:
        """Return what a picture in DOT looks like.

        Args:
            dot: the picture, with a place for everything in it.
            system_fonts: whether it needs characters that only a font of this machine can have.

        Raises:
            MapperError: if there is no Graphviz, if it takes too long, or if it fails.
        """
        if system_fonts:
            self._restart(self.command, system_fonts=True)
        found, said = self._answer(dot)
        if self.process.returncode == NO_GRAPHVIZ:
            self._restart(_on_path(self.form), system_fonts=system_fonts)
            found, said = self._answer(dot)
        if self.process.returncode or not found:
            raise MapperError([Diagnostic(FAILED, f"Graphviz failed: {said or f'status {self.process.returncode}'}")])
        return found

    def end(self) -> None:
        """End the process if it still runs."""
        self.process.kill()
        self.process.communicate()

    def _restart(self, command: Sequence[str], *, system_fonts: bool) -> None:
        """Start another process: the fonts are looked for when one starts, not when it draws."""
        self.end()
        self.command = command
        self.process = self._started(system_fonts=system_fonts)

    def _started(self, *, system_fonts: bool) -> subprocess.Popen[bytes]:
        settings = Path(self.folder, "fonts.conf")
        settings.write_text(_fonts(self.folder, system_fonts=system_fonts), encoding="utf-8")
        environment = {**os.environ, "FONTCONFIG_FILE": str(settings), "PANGOCAIRO_BACKEND": "fc"}
        pipe = subprocess.PIPE
        return subprocess.Popen(self.command, env=environment, stdin=pipe, stdout=pipe, stderr=pipe)

    def _answer(self, dot: str) -> tuple[bytes, str]:
        """Return what the process wrote, and what it said."""
        try:
            found, said = self.process.communicate(dot.encode("utf-8"), self.timeout)
        except subprocess.TimeoutExpired:
            message = f"the picture was not finished within {self.timeout:g} seconds"
            raise MapperError([Diagnostic(TOO_SLOW, message, help="draw a single claim, or allow more time")]) from None
        lines = said.decode("utf-8", "replace").splitlines()
        return found, "; ".join(line for line in lines if line and not line.startswith(NOISE))


@contextmanager
def engine(form: str, timeout: float) -> Iterator[Engine]:
    """Start a process that draws in a format, and end it whatever happens; what it writes meanwhile is thrown away.

    Args:
        form: ``svg``, ``pdf`` or ``png``.
        timeout: how many seconds it may take once it is asked.

    Raises:
        MapperError: if there is no Graphviz.
    """
    with TemporaryDirectory(prefix="mapper-") as folder:
        started = Engine(folder, form, timeout)
        try:
            yield started
        finally:
            started.end()


def check_dots(width: float, height: float, dpi: int) -> None:
    """Raise an error if a picture of a size in points has too many dots.

    Raises:
        MapperError: if it does.
    """
    dots = round((max(width, height) + 2 * MARGIN) * dpi / INCH)
    if dots > MOST_DOTS:
        message = (
            f"at {dpi} dots per inch the picture would be {dots} dots long, and {MOST_DOTS} is the most there can be"
        )
        raise MapperError(
            [Diagnostic(TOO_LARGE, message, help="draw it as SVG or PDF, a part of it, or with fewer dots")]
        )


def _on_path(form: str) -> Sequence[str]:
    command = shutil.which("dot")
    if command is None:
        message = "there is no Graphviz: pygraphviz cannot be imported, and there is no `dot` on the PATH"
        help_ = (
            "`pip install pygraphviz` brings it along on Linux, macOS and Windows; elsewhere install Graphviz itself"
        )
        raise MapperError([Diagnostic(NO_ENGINE, message, help=help_)])
    return (command, "-Kneato", "-n2", f"-T{FORMATS[form]}")


def _lend_fonts(folder: Path) -> None:
    """Copy our fonts: fontconfig writes an identity into each folder of fonts, and the package is not ours to write in.

    The identity is given, because fontconfig names what it keeps after it: otherwise each picture would leave a file.
    """
    folder.mkdir()
    (folder / ".uuid").write_text(IDENTITY, encoding="ascii")
    for font in FOLDER.glob("*.ttf"):
        shutil.copyfile(font, folder / font.name)


def _fonts(cache: str, *, system_fonts: bool) -> str:
    """Return settings for fontconfig: which fonts there are, and that letters keep the widths of their design.

    With hinting, each letter would be rounded to whole dots of a screen, in a PDF as well.
    """
    folders = (str(Path(cache, OWN_FONTS)), *(str(Path(name).expanduser()) for name in SYSTEM_FONTS if system_fonts))
    listed = "".join(f"<dir>{escape(folder)}</dir>" for folder in folders)
    kept = '<cachedir prefix="xdg">fontconfig</cachedir>' if system_fonts else f"<cachedir>{escape(cache)}</cachedir>"
    plain = "".join(f'<edit name="{name}" mode="assign"><bool>false</bool></edit>' for name in ("hinting", "autohint"))
    style = '<edit name="hintstyle" mode="assign"><const>hintnone</const></edit>'
    matches = "".join(f'<match target="{target}">{plain}{style}</match>' for target in ("pattern", "font"))
    return (
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{listed}{kept}{matches}</fontconfig>'
    )
