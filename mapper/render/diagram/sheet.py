"""A picture before it is drawn: what is on it, where it goes, what stands around it, and what is added to its SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mapper.evaluate import Evaluation
from mapper.render.diagram.dot.dot import NO_COURSES, dot, size
from mapper.render.diagram.dot.frame import Frame, frame
from mapper.render.diagram.dot.labels import marked
from mapper.render.diagram.overview.plan import Courses, wiring
from mapper.render.diagram.overview.scene import overview
from mapper.render.diagram.plan.plan import Direction, Plan, plan
from mapper.render.diagram.scene.lines import SOURCE
from mapper.render.diagram.scene.links import Form
from mapper.render.diagram.scene.scene import Scene, Spot, row_id, scene
from mapper.render.diagram.show.shown import shown
from mapper.render.diagram.svg import Note
from mapper.render.diagram.views import Shown, View, ViewKind


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """A picture before it is drawn."""

    title: str
    scene: Scene
    plan: Plan
    frame: Frame
    courses: Courses

    @property
    def size(self) -> tuple[float, float]:
        """Return its width and height without the margin, in points."""
        return size(self.plan, self.frame)

    @property
    def description(self) -> str:
        """Return what it says about itself."""
        return "\n".join("".join(piece.text for piece in line.left) for line in self.frame.caption)

    def dot(self, dpi: int | None = None) -> str:
        """Return it in DOT."""
        return dot(self.scene, self.plan, self.frame, courses=self.courses, dpi=dpi)

    def notes(self) -> Iterator[tuple[str, Note]]:
        """Yield what is added to each part of its SVG, by the id that the part has there."""
        homes = self.scene.homes
        for panel in self.scene.panels:
            yield panel.id, Note(panel.id, panel.title)
            for spot in panel.spots:
                yield from _spot_notes(spot, homes)
        for line in self.scene.lines:
            yield line.id, Note(line.id, line.about)


def sheet(evaluation: Evaluation, view: View, summary: str, direction: Direction) -> Sheet:
    """Return the picture of an evaluated case.

    Raises:
        UnknownAddressError: if the view names what is not there.
    """
    seen = shown(evaluation, view)
    drawn, planned, courses = LAYOUTS.get(view.kind, _layered)(evaluation, seen, direction)
    caption = evaluation.graph.setting.caption
    around = frame(evaluation, view, seen, drawn, planned.width, summary, remark=planned.remark)
    return Sheet(caption.title if caption else "Argument map", drawn, planned, around, courses)


def _layered(evaluation: Evaluation, seen: Shown, direction: Direction) -> tuple[Scene, Plan, Courses]:
    drawn = scene(evaluation, seen)
    return drawn, plan(drawn, direction), NO_COURSES


def _at_a_glance(evaluation: Evaluation, seen: Shown, direction: Direction) -> tuple[Scene, Plan, Courses]:
    found = overview(evaluation, seen)
    wired = wiring(found)
    return found.scene, wired.plan, wired.courses


LAYOUTS = {ViewKind.OVERVIEW.value: _at_a_glance}
"""How the kinds of view are laid out that are not laid out in layers."""


def _spot_notes(spot: Spot, homes: Mapping[str, str]) -> Iterator[tuple[str, Note]]:
    """Yield what is added to a card, a reference or a point, and to its rows; a reference leads to what it names."""
    rows = spot.card.rows if spot.card else ()
    chip = spot.place.form is Form.CHIP
    targets = [f"#{homes[row.keys[0]]}" if row.keys[0] in homes else "" for row in rows]
    alone = chip and len(rows) == 1
    yield spot.id, Note(spot.id, rows[0].about if alone else spot.about, targets[0] if alone else "")
    if spot.card and spot.card.href:
        yield f"a_{marked(spot.name, SOURCE)}", Note(href=spot.card.href)
    for number, row in enumerate(() if alone else rows):
        found = Note(title=row.about, href=targets[number]) if chip else Note(row_id(row), row.about, row.href)
        yield f"a_{marked(spot.name, str(number))}", found
