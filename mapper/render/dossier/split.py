"""How a band that is larger than a page is cut: between elements, else between alternatives, else between premises.

Every piece fits a page, and together they draw every step of the band; where a piece goes on from something that
another one draws, it shows a reference to that.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, Protocol

from mapper.render.dossier.parts import Part, branch
from mapper.render.dossier.tree import Twig
from mapper.render.dossier.whole import Whole


class Fits(Protocol):
    """Finds out what fits a page."""

    def fits(self, page: tuple[Part, ...]) -> bool:
        """Return whether there is room for some parts."""

    def may_fit(self, size: int, depth: int) -> bool:
        """Return whether there could be room for so many items, of which so many stand behind each other."""


class _Joint(NamedTuple):
    """A twig, and the item that it grows from: what is cut, or where the elements of that meet."""

    item: str
    twig: Twig


class _Branch(NamedTuple):
    """An item to be drawn with all that was first reached from it, and where it goes on from."""

    item: str
    joint: _Joint | None = None
    trunk: str = ""


_Grown = tuple[Part, list[_Branch]]
"""A part, and the branches that are references on it, and so have to be drawn elsewhere."""


def split(whole: Whole, band: int, fits: Fits) -> Iterator[Part]:
    """Yield the parts of a band, each small enough for a page, in the order of the file.

    A single card with the references that it needs is never cut, whether it fits or not.
    """
    todo = [_Branch(root) for root in whole.tree(band).roots][::-1]
    while todo:
        found = todo.pop()
        part = _entire(whole, found, fits)
        if part is not None:
            yield part
        else:
            cutting = _Cutting(whole, found, fits)
            yield from cutting.parts()
            todo.extend(cutting.left[::-1])


def _entire(whole: Whole, found: _Branch, fits: Fits) -> Part | None:
    """Return a branch as one part, with what it goes on from where there is room for that; nothing if it is too large."""
    if not _may_fit(whole, found.item, fits):
        return None
    alone = branch(whole, found.item)
    if not fits.fits((alone,)):
        return None
    return next(part for part in (before | alone for before in _before(whole, found)) if fits.fits((part,)))


def _may_fit(whole: Whole, key: str, fits: Fits) -> bool:
    """Return whether it is worth trying if a branch fits: a deep one would be laid out again for each of its items."""
    tree = whole.home(key)
    return fits.may_fit(tree.size(key), tree.depth[key])


def _before(whole: Whole, found: _Branch) -> Iterator[Part]:
    """Yield what may stand before a branch to say what it bears on: as much as possible first, nothing last."""
    band = whole.homes[found.item]
    origins = frozenset((found.trunk,)) if found.joint else frozenset[str]()
    if found.joint and found.joint.twig.step:
        step = found.joint.twig.step
        beside = () if found.joint.item != found.trunk else (step,)
        for drawn in (*beside, replace(step, parts=frozenset((found.item,)))):
            yield replace(_trunk(whole, found.trunk, found.joint.item), origins=origins) | Part(
                band, steps=frozenset((drawn,))
            )
    yield Part(band, origins=origins)


def _trunk(whole: Whole, trunk: str, item: str) -> Part:
    """Return a reference to what was cut, with the meeting point of its elements if it is that which grows further."""
    band = whole.homes[trunk]
    found = Part(band, contexts=frozenset((trunk,)), origins=frozenset((trunk,)))
    if item == trunk:
        return found
    links = (replace(step, parts=frozenset((item,))) for step in whole.steps(trunk) if item in step.parts)
    return found | Part(band, frozenset((item,)), steps=frozenset(links))


class _Cutting:
    """Cuts a branch that is too large: its item with as many steps to it as fit, then the others.

    Attributes:
        left: the smaller branches that are references on the parts, and so have to be drawn next.
    """

    def __init__(self, whole: Whole, found: _Branch, fits: Fits) -> None:
        self.whole, self.fitting, self.trunk = whole, fits, found.item
        self.band = whole.homes[found.item]
        self.found = found
        self.left: list[_Branch] = []

    def parts(self) -> Iterator[Part]:
        """Yield the parts."""
        todo = deque(self._joints())
        *done, current = self._heads(todo[0] if todo else None)
        yield from done
        fresh = True
        while todo:
            joint = todo.popleft()
            grown = self._with(current, joint)
            if grown is None and not fresh:
                yield current
                current = _trunk(self.whole, self.trunk, joint.item)
                grown = self._with(current, joint)
            if grown is None:
                grown, rest = self._cut(current, joint)
                todo.extendleft([rest] if rest else [])
            (current, left), fresh = grown, False
            self.left.extend(left)
        yield current

    def _fits(self, part: Part) -> bool:
        return self.fitting.fits((part,))

    def _heads(self, joint: _Joint | None) -> Iterator[Part]:
        """Yield the item itself with what it attacks elsewhere as commentary, on several parts if that is much."""
        steps = self.whole.steps(self.trunk)
        alone = Part(self.band, frozenset((self.trunk,)), steps=frozenset(step for step in steps if not step.parts))
        current = self._begun(alone, joint)
        for step in (step for step in steps if step.conclusion != self.trunk):
            grown = current | Part(self.band, steps=frozenset((step,)))
            if current.steps != alone.steps and not self._fits(grown):
                yield current
                grown = alone | Part(self.band, steps=frozenset((step,)))
            current = grown
        yield current

    def _begun(self, alone: Part, joint: _Joint | None) -> Part:
        """Return the item with what it bears on, if there is room for that and for the first step to it."""
        for part in (before | alone for before in _before(self.whole, self.found)):
            if self._fits(part) and (joint is None or self._with(part, joint)):
                return part
        return replace(alone, origins=frozenset((self.found.trunk,))) if self.found.joint else alone

    def _joints(self) -> Iterator[_Joint]:
        """Yield what grows from the item, and from where its elements meet, which is never cut from it."""
        for twig in self.whole.home(self.trunk).twigs[self.trunk]:
            yield _Joint(self.trunk, twig)
            for child in filter(self._is_meeting, twig.children):
                yield from (_Joint(child, further) for further in self.whole.home(child).twigs[child])

    def _is_meeting(self, key: str) -> bool:
        return self.whole.items[key].is_made_out

    def _is_leaf(self, key: str) -> bool:
        """Return whether nothing is drawn of an item but itself, so that it makes no sense elsewhere."""
        return not any(step.parts for step in self.whole.steps(key)) and self.whole.home(key).size(key) == 1

    def _with(self, current: Part, joint: _Joint) -> _Grown | None:
        """Return a part with a further step, and in full as many of the branches that it leads to as fit.

        Rivals are no parts of a step: those that do not fit are drawn by themselves.
        """
        rivals = joint.twig.step is None
        grown = current if rivals else current | self._step(joint.twig)
        if not rivals and not self._fits(grown):
            return None
        left = []
        for child in (child for child in joint.twig.children if rivals or not self._belongs(child)):
            further = grown | branch(self.whole, child) if _may_fit(self.whole, child, self.fitting) else None
            if further and self._fits(further):
                grown = further
            else:
                left.append(_Branch(child, joint, self.trunk))
        return grown, left

    def _belongs(self, key: str) -> bool:
        """Return whether an item is drawn wherever the step is that leads to it first."""
        return self._is_leaf(key) or self._is_meeting(key)

    def _step(self, twig: Twig) -> Part:
        """Return a step with those of its ends that belong with it; the others are references."""
        inside = frozenset(child for child in twig.children if self._belongs(child))
        return Part(self.band, inside, steps=frozenset((twig.step,) if twig.step else ()))

    def _cut(self, current: Part, joint: _Joint) -> tuple[_Grown, _Joint | None]:
        """Return a part with as much as fits of a step that is too large, at least one end of it, and the rest."""
        assert joint.twig.step, "rivals are not cut"
        ends, grown = self.whole.parts(joint.twig.step), current
        left: list[_Branch] = []
        for number, end in enumerate(ends):
            further = grown | self._step(_only(joint.twig, (end,)))
            if number and not self._fits(further):
                return (grown, left), _Joint(joint.item, _only(joint.twig, ends[number:]))
            grown = further
            if end in joint.twig.children and not self._belongs(end):
                left.append(_Branch(end, joint, self.trunk))
        return (grown, left), None


def _only(twig: Twig, ends: tuple[str, ...]) -> Twig:
    """Return a twig with only some of its ends."""
    step = replace(twig.step, parts=frozenset(ends)) if twig.step else None
    return Twig(step, tuple(child for child in twig.children if child in ends))
