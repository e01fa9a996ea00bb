"""What stands beside links: words and notes, just before what the link ends at, or between rivals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mapper.render.diagram.plan.boxes import Box
from mapper.render.diagram.scene.items import strongest
from mapper.render.diagram.scene.lines import Line, lines_height, lines_width, tag_lines
from mapper.render.diagram.scene.links import Link, Place

BEFORE, BESIDE = 8.0, 5.0
"""How far a tag is from the card or point that it stands before, and from the link that it stands beside."""


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """What stands beside one or more links that end at one place."""

    links: tuple[Link, ...]
    lines: tuple[Line, ...]

    @property
    def head(self) -> Place:
        """Return where the links end."""
        return self.links[0].head

    @property
    def width(self) -> float:
        """Return its width."""
        return lines_width(self.lines) + 4

    @property
    def height(self) -> float:
        """Return its height."""
        return lines_height(self.lines)

    def before(self, head: Box, *, flat: bool) -> Box:
        """Return its box before the place where the links end."""
        x, y = head.middle
        if flat:
            return Box(head.x - self.width - BEFORE, y - self.height / 2, self.width, self.height)
        return Box(x - self.width / 2, head.y - self.height - BEFORE, self.width, self.height)

    def between(self, tail: Box, head: Box, *, flat: bool) -> Box:
        """Return its box beside a link between two in one column."""
        x, y = tail.middle[0] + head.middle[0], tail.middle[1] + head.middle[1]
        if flat:
            gap = tail.bottom + head.y if tail.y < head.y else head.bottom + tail.y
            return Box(x / 2 + BESIDE, gap / 2 - self.height / 2, self.width, self.height)
        return Box(x / 2 - self.width / 2, y / 2 - self.height - BESIDE, self.width, self.height)


def tags(links: Iterable[Link]) -> Iterator[Tag]:
    """Yield what stands before each place: the words and notes of the links that end there, each once."""
    by_head: dict[Place, list[Link]] = {}
    for link in links:
        if (link.word or link.note) and not link.level:
            by_head.setdefault(link.head, []).append(link)
    for found in by_head.values():
        words = dict.fromkeys(link.word for link in found if link.word)
        notes = dict.fromkeys(link.note for link in found if link.note)
        yield Tag(tuple(found), tag_lines(words, notes, strongest(link.flow for link in found)))


def rival_tags(links: Iterable[Link]) -> Iterator[Tag]:
    """Yield what stands beside each link between rivals."""
    yield from (Tag((link,), tag_lines((link.word,), (), link.flow)) for link in links if link.level)
