"""The settings under which Graphviz finds fonts: our own, and those of the machine only where ours lacks a character."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from html import escape
from pathlib import Path

from mapper.render.fontface import FOLDER

OWN_FONTS = "fonts"
IDENTITY = "6d617070-6572-4d61-8070-65722d666f6e"
"""The identity of our fonts to fontconfig: any will do, as long as it stays."""
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
NOISE = "Fontconfig warning"
"""How lines begin that older builds of fontconfig say of newer settings, and that mean nothing."""


def lend_fonts(folder: Path) -> None:
    """Copy our fonts: fontconfig writes an identity into each folder of fonts, and the package is not ours to write in.

    The identity is given, because fontconfig names what it keeps after it: otherwise each picture would leave a file.
    """
    fonts = folder / OWN_FONTS
    fonts.mkdir()
    (fonts / ".uuid").write_text(IDENTITY, encoding="ascii")
    for font in FOLDER.glob("*.ttf"):
        shutil.copyfile(font, fonts / font.name)


def environment(folder: Path, *, system_fonts: bool) -> Mapping[str, str]:
    """Return the environment in which a process finds the fonts that a folder was lent."""
    settings = folder / "fonts.conf"
    settings.write_text(_settings(folder, system_fonts=system_fonts), encoding="utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(settings), "PANGOCAIRO_BACKEND": "fc"}


def _settings(folder: Path, *, system_fonts: bool) -> str:
    """Return settings for fontconfig: which fonts there are, and that letters keep the widths of their design.

    With hinting, each letter would be rounded to whole dots of a screen, in a PDF as well.
    """
    folders = (str(folder / OWN_FONTS), *(str(Path(name).expanduser()) for name in SYSTEM_FONTS if system_fonts))
    listed = "".join(f"<dir>{escape(name)}</dir>" for name in folders)
    kept = (
        '<cachedir prefix="xdg">fontconfig</cachedir>'
        if system_fonts
        else f"<cachedir>{escape(str(folder))}</cachedir>"
    )
    plain = "".join(f'<edit name="{name}" mode="assign"><bool>false</bool></edit>' for name in ("hinting", "autohint"))
    style = '<edit name="hintstyle" mode="assign"><const>hintnone</const></edit>'
    matches = "".join(f'<match target="{target}">{plain}{style}</match>' for target in ("pattern", "font"))
    return (
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{listed}{kept}{matches}</fontconfig>'
    )
