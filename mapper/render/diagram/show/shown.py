"""The kinds of view: how what each shows is found, and what the caption says of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from mapper.evaluate import Evaluation
from mapper.render.diagram.show import around, lines, versions
from mapper.render.diagram.views import Shown, View, ViewKind


@dataclass(frozen=True, slots=True)
class Way:
    """A kind of view.

    Attributes:
        find: finds what it shows.
        words: what it is called above a picture; ``{ids}`` are the addresses that it names, ``{base}`` what it
            is compared with.
    """

    find: Callable[[Evaluation, View], Shown]
    words: str


WAYS: Mapping[str, Way] = {
    ViewKind.FULL: Way(around.everything, ""),
    ViewKind.OVERVIEW: Way(around.glance, "Overview: what supports and attacks each element is counted"),
    ViewKind.CLAIM: Way(around.claims, "Shown: {ids}, with all that bears on it"),
    ViewKind.FOCUS: Way(around.surroundings, "Shown: what lies around {ids}"),
    ViewKind.CHAIN: Way(lines.chain, "Shown: one chain of support for {ids}, and what attacks it"),
    ViewKind.WHY: Way(lines.reasons, "Shown: why {ids} came out so, and nothing else"),
    ViewKind.DIFFERENCE: Way(versions.differing, "Compared with {base}: what differs, and where it leads"),
}


def shown(evaluation: Evaluation, view: View) -> Shown:
    """Return what a view shows of an evaluated graph; linear in the links.

    Raises:
        UnknownAddressError: if the view names what is not there.
        MapperError: if there is nothing of the kind to show.
    """
    return WAYS[view.kind].find(evaluation, view)


def words(view: View) -> str:
    """Return what a picture says of which part of the case it shows."""
    return WAYS[view.kind].words.format(ids=", ".join(view.ids), base=view.base)
