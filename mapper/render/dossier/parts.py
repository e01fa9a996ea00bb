"""A part of a band, as much of it as one page may show, and the picture of several such parts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mapper.render.diagram.plan.plan import plan
from mapper.render.diagram.scene.bands import Band
from mapper.render.diagram.scene.items import Items, Move
from mapper.render.diagram.scene.scene import Scene, composed
from mapper.render.dossier.tree import Step
from mapper.render.dossier.whole import Whole

WIDEST = "→ p. 888"
"""What a reference says while no page has a number yet: no number that there will be is wider."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a band.

    Attributes:
        band: the number of the band.
        members: the items that it draws in full.
        contexts: the items that it goes on from, drawn as references.
        steps: the steps that it draws.
        origins: the items that it goes on from, whether they are drawn or not.
    """

    band: int
    members: frozenset[str] = frozenset()
    contexts: frozenset[str] = frozenset()
    steps: frozenset[Step] = frozenset()
    origins: frozenset[str] = frozenset()

    def __or__(self, other: Part) -> Part:
        """Return both as one; nothing is a reference that is drawn in full."""
        members = self.members | other.members
        return Part(
            self.band,
            members,
            (self.contexts | other.contexts) - members,
            self.steps | other.steps,
            (self.origins | other.origins) - members,
        )


def branch(whole: Whole, key: str) -> Part:
    """Return an item with all that was first reached from it."""
    members = whole.home(key).branch(key)
    steps = frozenset(step for member in members for step in whole.steps(member))
    return Part(whole.homes[key], frozenset(members), steps=steps)


def of_band(whole: Whole, band: int) -> Part:
    """Return all of a band."""
    members = whole.rows[band].members
    steps = frozenset(step for member in members for step in whole.steps(member))
    return Part(band, frozenset(members), steps=steps)


def drawn(whole: Whole, parts: Sequence[Part], pages: Mapping[str, int] | None = None) -> Scene:
    """Return the picture of some parts.

    Args:
        whole: what they are parts of.
        parts: which of them, in the order of the file.
        pages: the page on which each item is drawn in full; without them there is room for every number.
    """
    rows = tuple(_row(whole, part, pages) for part in parts)
    return composed(whole.evaluation, _restricted(whole, rows, pages), rows)


def planned(whole: Whole, parts: Sequence[Part], room: tuple[float, float]) -> tuple[float, float]:
    """Return the size of the picture of some parts, in points, where it has that much room."""
    found = plan(drawn(whole, parts), room=room)
    return found.width, found.height


def _restricted(whole: Whole, rows: Iterable[Band], pages: Mapping[str, int] | None) -> Items:
    """Return the items that take part in what bands draw."""
    members, named = set[str](), set[str]()
    for row in rows:
        members.update(row.members)
        for key, moves in (row.moves or {}).items():
            named.add(key)
            named.update(part for move in moves for part in (*move.premises, *move.undercutters))
    by_key = {key: whole.items[key] for key in sorted(members | named, key=whole.position.__getitem__)}
    return replace(whole.items, by_key=by_key, seen=replace(whole.items.seen, refers=_refers(whole, by_key, pages)))


def _moves(whole: Whole, part: Part) -> dict[str, tuple[Move, ...]]:
    """Return the moves of a part as far as it draws them."""
    meant: dict[tuple[str, int], frozenset[str]] = {}
    for step in part.steps:
        place = step.conclusion, step.number
        meant[place] = meant.get(place, frozenset()) | step.parts
    for key in {key for key, _ in meant} - part.members - part.contexts:
        for number, move in enumerate(whole.items.moves_to(key)):
            if whole.aside.isdisjoint(
                move.premises
            ):  # by these one sees whether commentary attacks all that supports it
                meant.setdefault((key, number), frozenset(move.premises))
    moves: dict[str, tuple[Move, ...]] = {}
    for (key, number), kept in sorted(meant.items()):
        moves[key] = (*moves.get(key, ()), _cut(whole.items.moves[key][number], kept))
    return moves


def _cut(move: Move, kept: frozenset[str]) -> Move:
    """Return a move with only these parts."""
    premises = tuple(premise for premise in move.premises if premise in kept)
    undercutters = tuple(undercutter for undercutter in move.undercutters if undercutter in kept)
    others = move.others + len(move.premises) - len(premises)
    return replace(move, premises=premises, undercutters=undercutters, others=others)


def _refers(whole: Whole, keys: Iterable[str], pages: Mapping[str, int] | None) -> dict[str, str]:
    """Return what references say of the page on which the thing is drawn in full, if there is one."""
    if pages is None:
        return dict.fromkeys((key for key in keys if key in whole.homes), WIDEST)
    return {key: f"→ p. {pages[key]}" for key in keys if key in pages}


def _row(whole: Whole, part: Part, pages: Mapping[str, int] | None) -> Band:
    """Return a band with only a part in it, which says what it goes on from."""
    row = whole.rows[part.band]
    before = sorted({(pages or {}).get(key, 0) for key in part.origins})
    said = f" · continued from p. {', '.join(map(str, before))}" if before else ""
    return replace(
        row,
        members=tuple(sorted(part.members, key=whole.place.__getitem__)),
        title=f"{whole.title(part.band)}{said}",
        context=tuple(sorted(part.contexts, key=whole.position.__getitem__)),
        moves=_moves(whole, part),
    )
