"""The part of the page's style that is made from tables: its colours, and what each kind of card looks like, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator

from mapper.render.diagram.symbols import INK, LOOKS, SOFT, Look

NIGHT = "#16181C"
"""The ground of the page in the dark."""
CARD_BY_NIGHT = "#23262C"
"""What the tints of cards are mixed with in the dark."""
PALETTE = {
    "bg": ("#fff", NIGHT.lower()),
    "desk": ("#f6f7f9", "#1d2025"),
    "ink": (INK.lower(), "#f0f0f0"),
    "soft": (SOFT.lower(), "#d0d3d8"),
    "rule": ("#cfd2d6", "#3a3f47"),
    "edge": ("#222", "#e2e2e2"),
    "faint": ("#8a8a8a", "#8d939c"),
    "dead": ("#b4b4b4", "#565c66"),
    "open": ("#767676", "#9aa0a8"),
    "dim": ("#4d4d4d", "#b9bdc4"),
    "accent": ("#003f63", "#9fd0f0"),
    "mark": ("#fff3bf", "#5a4a00"),
    "help": ("#0072b2", "#6cbcf0"),
    "harm": ("#b24800", "#ff9a57"),
    "shade": ("#0002", "#0008"),
}
"""The colours of the page by what they are for, by day and by night; paper has those of the day."""
SHARE_BY_NIGHT, INK_BY_NIGHT = 0.12, 0.34
"""How much of its hue a card and the name of its kind have in the dark."""


def palette_css() -> str:
    """Return the colours of the page for each theme."""
    day, dark = (";".join(f"--{name}:{pair[theme]}" for name, pair in PALETTE.items()) for theme in (0, 1))
    return f":root{{{day}}}\n@media screen{{.dark{{{dark};color-scheme:dark}}}}\n"


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
