"""Pictures as Graphviz draws them, and where in such a file the picture itself begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

_EXTENT = re.compile(rb'<svg width="([\d.]+)pt" height="([\d.]+)pt"')
_ORIGIN = re.compile(rb"translate\(([-\d.]+) ([-\d.]+)\)")


@dataclass(frozen=True, slots=True, eq=False)
class Image:
    """A picture as a file.

    Attributes:
        data: the SVG.
        extent: its width and height in points.
        origin: where the lower left corner of the picture is in it, from the top left.
    """

    name: str
    data: bytes
    extent: tuple[float, float]
    origin: tuple[float, float]


def image(name: str, svg: bytes) -> Image:
    """Return what Graphviz drew as a file with a name."""
    extent, origin = _EXTENT.search(svg), _ORIGIN.search(svg)
    assert extent, "Graphviz says how large a picture is"
    assert origin, "Graphviz says where a picture begins"
    return Image(name, svg, (float(extent[1]), float(extent[2])), (float(origin[1]), float(origin[2])))


def blank() -> Image:
    """Return what stands for a picture that is not drawn yet."""
    return Image("", b"", (0.0, 0.0), (0.0, 0.0))
