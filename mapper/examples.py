"""Where the cases are that come with the package."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent
FLAGSHIP = "doe-v-salesforce/san-francisco-2019.yaml"
"""The sample case, below the folder of the examples."""


def examples() -> Path:
    """Return the folder of the example cases: inside the installed package, or ``graphs`` in a checkout."""
    installed = _PACKAGE / "examples"
    return installed if installed.is_dir() else _PACKAGE.parent / "graphs"


def flagship() -> Path:
    """Return the file of the sample case.

    Examples:
        >>> flagship().name
        'san-francisco-2019.yaml'
    """
    return examples() / FLAGSHIP
