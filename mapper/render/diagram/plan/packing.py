"""How bands share a page: stacked, in as many stacks side by side as give the picture a usual shape."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

SHAPE = 1.3
"""The width of a picture over its height that is aimed at, between a sheet of paper and a screen."""
MOST = 40
"""How many stacks a picture has at most."""
HIGH = 3000.0
"""How high a band is, in points, when what is not linked in it goes side by side: more than a metre."""

Size = tuple[float, float]
"""How much room something takes along the links, and across them."""
NO_LIMIT: Size = (math.inf, math.inf)


def stacks(
    sizes: Sequence[Size], blocks: Sequence[range], between: float, shape: float = SHAPE, room: Size = NO_LIMIT
) -> tuple[range, ...]:
    """Return which bands go into which stack, in their order.

    Args:
        sizes: of each band.
        blocks: bands that stay together.
        between: the room between two bands.
        shape: the ratio of along to across that is aimed at.
        room: how much there is along and across; what fits comes before what has the right shape.
    """
    limit = room[0] + between, room[1] + between
    heights = [sum(sizes[n][1] for n in block) + between * (len(block) - 1) for block in blocks]
    options = [_filled(blocks, heights, count, between) for count in range(1, min(MOST, len(blocks)) + 1)]
    return min(options, key=lambda option: _misfit(_extent(option, sizes, between), shape, limit), default=())


def piles(sizes: Sequence[Size], between: float, shape: float) -> tuple[range, ...]:
    """Return which of some things go into which pile, in their order: all into one, unless that would be far too high.

    Args:
        sizes: of each thing.
        between: the room between two things.
        shape: the ratio of along to across that is aimed at.
    """
    high = sum(across + between for _, across in sizes)
    wide = max(along for along, _ in sizes)
    limit = high if high < HIGH else max(math.sqrt(high * wide / shape), *(across for _, across in sizes))
    return _greedy([range(n, n + 1) for n in range(len(sizes))], [across for _, across in sizes], limit, between)


def runs(count: int, joined: Iterable[tuple[int, int]]) -> list[range]:
    """Return the runs of so many bands that have to stay together: joined ones, with all between them."""
    reach = list(range(count))
    for one, other in joined:
        first = min(one, other)
        reach[first] = max(reach[first], one, other)
    blocks, start = [], 0
    while start < count:
        end = start
        place = start
        while place <= end:
            end = max(end, reach[place])
            place += 1
        blocks.append(range(start, end + 1))
        start = end + 1
    return blocks


def _filled(blocks: Sequence[range], heights: Sequence[float], count: int, between: float) -> tuple[range, ...]:
    """Return blocks in at most so many stacks, the tallest of them as low as it can be."""
    low, high = max(heights), sum(heights) + between * len(heights)
    while high - low > 1:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_greedy(blocks, heights, middle, between)) <= count else (middle, high)
    return _greedy(blocks, heights, high, between)


def _greedy(blocks: Sequence[range], heights: Sequence[float], limit: float, between: float) -> tuple[range, ...]:
    """Return blocks in stacks that are filled one after another up to a limit."""
    found: list[range] = []
    used = math.inf
    for block, height in zip(blocks, heights, strict=True):
        if used + between + height > limit:
            found.append(block)
            used = height
        else:
            found[-1] = range(found[-1].start, block.stop)
            used += between + height
    return tuple(found)


def _extent(option: Sequence[range], sizes: Sequence[Size], between: float) -> Size:
    """Return how much room stacks take along and across, with the room behind the last of each."""
    along = sum(max(sizes[n][0] for n in stack) + between for stack in option)
    return along, max(sum(sizes[n][1] + between for n in stack) for stack in option)


def _misfit(extent: Size, shape: float, room: Size) -> tuple[bool, float]:
    """Return whether something is too large, and how far it is from its shape."""
    along, across = extent
    return along > room[0] or across > room[1], abs(math.log(along / across / shape))
