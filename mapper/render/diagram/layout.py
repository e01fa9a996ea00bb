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
from mapper.render.diagram.dot.canvas import INCH
from mapper.render.diagram.dot.dot import MARGIN
from mapper.render.diagram.engine import NO_GRAPHVIZ
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
SPARE_SECONDS = 5
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


def picture(dot: str, form: str, *, timeout: float, system_fonts: bool) -> bytes:
    """Return what a picture in DOT looks like, in a format.

    Args:
        dot: the picture, with a place for everything in it.
        form: ``svg``, ``pdf`` or ``png``.
        timeout: how many seconds it may take.
        system_fonts: whether it needs characters that only a font of this machine can have.

    Raises:
        MapperError: if there is no Graphviz, if it takes longer, or if it fails.
    """
    with _environment(system_fonts=system_fonts) as environment:
        status, found, said = _run(_own(form, timeout), dot, environment, timeout)
        if status == NO_GRAPHVIZ:
            status, found, said = _run(_on_path(form), dot, environment, timeout)
    if status or not found:
        raise MapperError([Diagnostic(FAILED, f"Graphviz failed: {said or f'status {status}'}")])
    return found


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


def _own(form: str, timeout: float) -> Sequence[str]:
    if find_spec("pygraphviz") is None:
        return ()
    return (sys.executable, "-P", str(ENGINE), FORMATS[form], str(int(timeout) + SPARE_SECONDS))


def _on_path(form: str) -> Sequence[str]:
    command = shutil.which("dot")
    if command is None:
        message = "there is no Graphviz: pygraphviz cannot be imported, and there is no `dot` on the PATH"
        help_ = (
            "`pip install pygraphviz` brings it along on Linux, macOS and Windows; elsewhere install Graphviz itself"
        )
        raise MapperError([Diagnostic(NO_ENGINE, message, help=help_)])
    return (command, "-Kneato", "-n2", f"-T{FORMATS[form]}")


def _run(command: Sequence[str], dot: str, environment: Mapping[str, str], timeout: float) -> tuple[int, bytes, str]:
    """Return the exit status of a process, what it wrote, and what it said; end it when it takes too long."""
    if not command:
        return NO_GRAPHVIZ, b"", ""
    try:
        done = subprocess.run(
            command, input=dot.encode("utf-8"), capture_output=True, env=environment, timeout=timeout, check=False
        )
    except subprocess.TimeoutExpired:
        message = f"the picture was not finished within {timeout:g} seconds"
        raise MapperError([Diagnostic(TOO_SLOW, message, help="draw a single claim, or allow more time")]) from None
    said = done.stderr.decode("utf-8", "replace").splitlines()
    return done.returncode, done.stdout, "; ".join(line for line in said if line and not line.startswith(NOISE))


@contextmanager
def _environment(*, system_fonts: bool) -> Iterator[dict[str, str]]:
    """Yield the environment of the process, with fonts of our own; what it writes is thrown away."""
    with TemporaryDirectory(prefix="mapper-") as folder:
        _lend_fonts(Path(folder, OWN_FONTS))
        settings = Path(folder, "fonts.conf")
        settings.write_text(_fonts(folder, system_fonts=system_fonts), encoding="utf-8")
        yield {**os.environ, "FONTCONFIG_FILE": str(settings), "PANGOCAIRO_BACKEND": "fc"}


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
