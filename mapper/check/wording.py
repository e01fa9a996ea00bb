"""Small words of messages."""

from __future__ import annotations

from collections.abc import Sequence

SHOWN = 6
"""How many names a message lists before it only counts the rest."""


def listed(names: Sequence[str], last: str = "and", shown: int = SHOWN) -> str:
    """Return names as a reader lists them.

    Examples:
        >>> listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])
        ('`a`', '`a` and `b`', '`a`, `b` and `c`')
        >>> listed([str(number) for number in range(9)])
        '`0`, `1`, `2`, `3`, `4`, `5` and 3 more'
    """
    words = [f"`{name}`" for name in names[:shown]]
    if len(names) > shown:
        words.append(f"{len(names) - shown} more")
    return f" {last} ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def counted(number: int, noun: str) -> str:
    """Return a number with its noun.

    Examples:
        >>> counted(1, "allegation"), counted(2, "allegation")
        ('1 allegation', '2 allegations')
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"
