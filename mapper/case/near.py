"""What somebody probably meant to write."""

from __future__ import annotations

from collections.abc import Iterable

_FURTHEST = 3
"""How much longer or shorter a word that was meant can be; it also keeps the search short among many ids."""


def nearest(word: str, words: Iterable[str]) -> str | None:
    """Return the word that comes nearest to the given one, if any comes near; the first of equals.

    Examples:
        >>> nearest("neglience", ["negligence", "tvpra"])
        'negligence'
        >>> nearest("fraud", ["negligence", "tvpra"])
    """
    from difflib import get_close_matches

    folded = word.casefold()
    candidates: dict[str, str] = {}
    for other in words:
        if other != word and abs(len(other) - len(word)) <= _FURTHEST:
            candidates.setdefault(other.casefold(), other)
    if folded in candidates:
        return candidates[folded]
    found = get_close_matches(folded, candidates, n=1, cutoff=0.7)
    return candidates[found[0]] if found else None


def did_you_mean(word: str, words: Iterable[str]) -> str | None:
    """Return the question whether the nearest word was meant, if there is one.

    Examples:
        >>> did_you_mean("naturre", ["nature", "note"])
        'did you mean `nature`?'
    """
    found = nearest(word, words)
    return f"did you mean `{found}`?" if found else None
