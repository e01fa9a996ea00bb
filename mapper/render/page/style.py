"""The part of the page's style that follows from the tables of symbols: what each kind of card looks like, in the light and in the dark."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.render.diagram.symbols import LOOKS, Look

NIGHT = "#16181C"
"""The ground of the page in the dark."""
CARD_BY_NIGHT = "#23262C"
"""What the tints of cards are mixed with in the dark."""
SHARE_BY_NIGHT, INK_BY_NIGHT = 0.12, 0.34
"""How much of its hue a card and the name of its kind have in the dark."""


def kinds_css() -> str:
    """Return a rule for each kind of card and theme."""
    rules = [f".{kind.value}{{{_day(look)}}}" for kind, look in LOOKS.items()]
    night = [f".dark .{kind.value}{{{_night(look)}}}" for kind, look in LOOKS.items()]
    return "\n".join([*rules, "@media screen{", *night, "}", ""])


def mixed(hue: str, share: float, ground: str) -> str:
    """Return a colour with only so much of the hue, and for the rest the ground.

    Examples:
        >>> mixed("#FFFFFF", 0.5, "#000000")
        '#808080'
    """
    pairs = ((_part(hue, place), _part(ground, place)) for place in (1, 3, 5))
    return "#" + "".join(f"{round(own * share + other * (1 - share)):02X}" for own, other in pairs)


def night(look: Look) -> tuple[str, str, str]:
    """Return the colours of a kind of card in the dark: when it holds, when it does not, and of its name."""
    share = SHARE_BY_NIGHT if look.share else 0.0
    fills = mixed(look.hue, share, CARD_BY_NIGHT), mixed(look.hue, share / 3, CARD_BY_NIGHT)
    return (*fills, mixed(look.hue, INK_BY_NIGHT, "#FFFFFF"))


def _day(look: Look) -> str:
    return _rule(look.fill, look.pale, look.ink) + f";--border:{look.border:g}"


def _night(look: Look) -> str:
    return _rule(*night(look))


def _rule(fill: str, pale: str, ink: str) -> str:
    return ";".join(_properties(fill=fill, pale=pale, kind=ink))


def _properties(**colours: str) -> Iterator[str]:
    yield from (f"--{name}:{colour.lower()}" for name, colour in colours.items())


def _part(colour: str, place: int) -> int:
    return int(colour[place : place + 2], 16)
