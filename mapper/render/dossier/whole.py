"""What there is to draw, as trees: in each band, what first leads to what, so that it can be cut between branches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from mapper.evaluate import Evaluation
from mapper.render.diagram.scene.bands import Band, BandKind, bands
from mapper.render.diagram.scene.items import Items, Move, items
from mapper.render.diagram.scene.scene import title_of
from mapper.render.diagram.views import Shown
from mapper.render.dossier.tree import Step, Tree, grown


class Whole:
    """Everything that a view shows, before it is cut into pages.

    Attributes:
        items, rows: its items and bands, as they would share one picture.
        aside: what is at home among the commentary.
        position: the place of each item in the order of the file.
    """

    def __init__(self, evaluation: Evaluation, seen: Shown) -> None:
        self.evaluation = evaluation
        self.items: Items = replace(items(evaluation.graph, seen), absent=evaluation.out_of_play())
        self.rows: tuple[Band, ...] = bands(self.items, evaluation, seen.outside)
        self.aside = frozenset(key for row in self.rows if row.kind is BandKind.COMMENTARY for key in row.members)
        self.position = {key: place for place, key in enumerate(self.items.by_key)}
        self._trees: dict[int, Tree] = {}
        self._steps: dict[str, tuple[Step, ...]] = {}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """Return the place of each item in its band."""
        return {key: place for row in self.rows for place, key in enumerate(row.members)}

    @cached_property
    def homes(self) -> Mapping[str, int]:
        """Return the number of the band in which each item is at home."""
        return {key: number for number, row in enumerate(self.rows) for key in row.members}

    def title(self, band: int) -> str:
        """Return what stands at the head of a band."""
        return title_of(self.items, self.rows[band])

    def card(self, key: str) -> str:
        """Return an item, or the claim on which it is a point."""
        return self.items[key].whole if self.items[key].is_made_out else key

    def move(self, step: Step) -> Move:
        """Return the move of which a step is all or a part."""
        return self.items.moves[step.conclusion][step.number]

    def parts(self, step: Step) -> tuple[str, ...]:
        """Return the parts of a step in their order, each once."""
        move = self.move(step)
        return tuple(dict.fromkeys(part for part in (*move.premises, *move.undercutters) if part in step.parts))

    def steps(self, key: str) -> tuple[Step, ...]:
        """Return the steps that are drawn where an item is at home: to it, and those in which commentary takes part."""
        if key not in self._steps:
            to = self._steps_to(key, frozenset() if key in self.aside else self.aside)
            self._steps[key] = (*to, *(self._commented.get(key, ()) if key in self.aside else ()))
        return self._steps[key]

    def _steps_to(self, key: str, without: frozenset[str]) -> Iterator[Step]:
        for number, move in enumerate(self.items.moves_to(key)):
            if without.isdisjoint(move.premises):
                yield Step(key, number, frozenset((*move.premises, *move.undercutters)) - without)

    @cached_property
    def _commented(self) -> Mapping[str, tuple[Step, ...]]:
        """Return for each item of commentary the steps to items at home elsewhere in which it takes part."""
        found: dict[str, list[Step]] = {}
        for key in self.items.by_key if self.aside else ():
            for number, move in enumerate(self.items.moves_to(key) if key not in self.aside else ()):
                for part in self.aside.intersection((*move.premises, *move.undercutters)):
                    found.setdefault(part, []).append(self._share(Step(key, number, frozenset((part,))), move))
        return {part: tuple(steps) for part, steps in found.items()}

    def _share(self, step: Step, move: Move) -> Step:
        """Return what of a step is drawn with an item of commentary: all but what other commentary does to it."""
        kept = {*move.premises, *(u for u in move.undercutters if u not in self.aside), *step.parts}
        return Step(step.conclusion, step.number, frozenset(kept))

    def tree(self, band: int) -> Tree:
        """Return what first leads to what in a band."""
        if band not in self._trees:
            self._trees[band] = grown(self.rows[band].members, self._ways, lambda key: self.items[key].is_made_out)
        return self._trees[band]

    def home(self, key: str) -> Tree:
        """Return the tree of the band in which an item is at home."""
        return self.tree(self.homes[key])

    def _ways(self, key: str) -> Iterator[tuple[Step | None, tuple[str, ...]]]:
        """Yield the steps to an item in which anything takes part, with that, and its rivals."""
        yield from ((step, self.parts(step)) for step in self.steps(key) if step.conclusion == key and step.parts)
        if key in self._rivals:
            yield None, self._rivals[key]

    @cached_property
    def _rivals(self) -> Mapping[str, tuple[str, ...]]:
        """Return the rivals of each position."""
        return {
            key: tuple(k for k in issue if k != key) for issue in self.items.issues for key in issue if len(issue) > 1
        }
