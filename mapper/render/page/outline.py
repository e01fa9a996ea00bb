"""The map as a nested list: claims, their elements, what supports and attacks these; each statement in full once."""

from __future__ import annotations

from collections.abc import Container, Iterator
from xml.etree import ElementTree as ET

from mapper.evaluate import Evaluation
from mapper.render.diagram.scene import statuses
from mapper.render.diagram.scene.items import Item, Items, Move
from mapper.render.diagram.symbols import ATTACKS, GLYPHS, REBUTS, RIVAL, UNDERCUTS, Mark
from mapper.render.page.markup import element
from mapper.vocabulary import Kind

DEEPEST = 24
"""How deep the list is nested; what lies deeper begins anew at its top."""
SHALLOW = 1
"""How deep it is unfolded to begin with."""
TOGETHER, CLAIM_BY_CLAIM = "needed together", "differs from claim to claim"


def outline(evaluation: Evaluation, items: Items) -> ET.Element:
    """Return the list; claims that are not in play come last, as on the map. Linear in the links."""
    tops = [*_Writing(evaluation, items).tops(evaluation.out_of_play())]
    return element("ul", *tops, class_="tree")


def order(outline: ET.Element) -> list[str]:
    """Return the items in the order of the list, those that it comes back to again each time."""
    return [found.attrib["data-k"] for found in outline.iter("button") if "data-k" in found.attrib]


class _Writing:
    """Writes every item once in full, and refers to it elsewhere."""

    def __init__(self, evaluation: Evaluation, items: Items) -> None:
        self.evaluation, self.items = evaluation, items
        self.rivals = {key: issue for issue in items.issues for key in issue}
        self.written: set[str] = set()
        self.ids: set[str] = set()

    def tops(self, last: Container[str]) -> Iterator[ET.Element]:
        """Yield the claims, some of them last, then whatever nothing in the list has led to."""
        claims = [key for key, item in self.items.by_key.items() if item.lead.kind is Kind.CLAIM]
        claims.sort(key=lambda key: self.items[key].lead.id in last)
        yield from (self.entry(claim, "", 0) for claim in claims)
        rest = [key for key, item in self.items.by_key.items() if not item.is_made_out]
        later = {key for of in rest for key in self._below(of)}
        for key in sorted(rest, key=lambda key: key in later):
            if key not in self.written:
                yield self.entry(key, "", 0)

    def entry(self, key: str, relation: str, depth: int, *beside: ET.Element) -> ET.Element:
        """Return the entry of an item: how it bears on what it stands below, what it is, and what is below it."""
        item = self.items[key]
        again = key in self.written or depth > DEEPEST
        if not again:
            self.written.add(key)
        inside = [] if again else [*self._children(key, depth + 1)]
        return _entry(self._face(item, relation, again=again), [*inside, *beside], depth)

    def _children(self, key: str, depth: int) -> Iterator[ET.Element]:
        for move in self.items.moves_to(key):
            yield from self._move(move, depth)
        for rival in self.rivals.get(key, ()):
            if rival != key:
                yield self.entry(rival, RIVAL, depth)

    def _move(self, move: Move, depth: int) -> Iterator[ET.Element]:
        """Yield what takes part in a step; where the elements of a claim meet, what meets there."""
        relation = "" if move.lead.pro else REBUTS
        premises = [*move.premises]
        if len(premises) == 1 and self.items[premises[0]].is_made_out:
            self.written.add(premises[0])
            yield from self._children(premises[0], depth)
            premises = []
        cutters = [self.entry(key, self._word(key), depth + bool(premises)) for key in move.undercutters]
        if len(premises) > 1 and move.is_linked and not move.lead.id.startswith("elements:"):
            inside = [self.entry(key, "", depth + 1) for key in premises]
            yield _entry(
                element("span", " ".join(filter(None, (relation, TOGETHER))), class_="joint"),
                [*inside, *cutters],
                depth,
            )
        elif len(premises) == 1:
            yield self.entry(premises[0], relation, depth, *cutters)
        else:
            yield from (self.entry(key, relation, depth) for key in premises)
            yield from cutters

    def _word(self, cutter: str) -> str:
        return ATTACKS.get(self.items[cutter].lead.kind, UNDERCUTS)

    def _below(self, key: str) -> Iterator[str]:
        for move in self.items.moves_to(key):
            yield from (*move.premises, *move.undercutters)

    def _face(self, item: Item, relation: str, *, again: bool) -> ET.Element:
        """Return what the reader sees of an item, and presses."""
        lead, mark = item.lead, statuses.mark(self.evaluation, item)
        word = CLAIM_BY_CLAIM if mark is Mark.MIXED else statuses.word(self.evaluation, lead)
        return element(
            "button",
            *([element("span", relation, class_="relation"), " "] if relation else ()),
            element("span", lead.kind.value, class_="kind"),
            " ",
            element("span", lead.title or lead.text or item.key, class_="title"),
            " ",
            element("span", f"{GLYPHS[mark]} {word}".lstrip(), class_="status"),
            type="button",
            class_=f"item {mark.value}{' again' if again else ''}",
            data_k=item.key,
        )


def _entry(face: ET.Element, inside: list[ET.Element], depth: int) -> ET.Element:
    """Return an entry of the list; what is below it can be folded away."""
    if not inside:
        return element("li", element("div", face, class_="line"))
    unfolded = depth < SHALLOW
    title = next((part.text for part in face.iter() if part.get("class") == "title"), face.text) or ""
    fold = element(
        "button", type="button", class_="fold", aria_expanded=str(unfolded).lower(), aria_label=f"Below: {title}"
    )
    return element("li", element("div", fold, face, class_="line"), element("ul", *inside))
