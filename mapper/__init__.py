"""Map a lawsuit: allegations, claims, defenses and rebuttals, checked, evaluated, queried and drawn.

What stands here is public; everything else may move. The names are imported when they are first used, so that
``import mapper`` costs nothing.

Examples:
    >>> import mapper
    >>> graph = mapper.example().graph()
    >>> print(graph.evaluate(scenario="demurrer-2019").status("amended-negligence"))
    barred
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mapper.analysis.against import Against
    from mapper.analysis.bearing.labellings import Preferred, Stable
    from mapper.analysis.bearing.settled import Settled
    from mapper.analysis.bearing.support import Support
    from mapper.analysis.chains import Chain
    from mapper.analysis.explain import Explanation
    from mapper.analysis.gaps import Gap
    from mapper.analysis.missed import Account
    from mapper.analysis.responses import Answered
    from mapper.analysis.scenarios import ScenarioRow
    from mapper.analysis.stages import StageFlip
    from mapper.analysis.timeline import Timeline
    from mapper.analysis.versions.outcomes import Comparison
    from mapper.analysis.whatif import WhatIf
    from mapper.api import Case, Chart, Diagram, Dossier, Graph, Why, chart, diagram, dossier, example, load
    from mapper.diagnostics import Diagnostic, MapperError, Severity
    from mapper.evaluate import Evaluation
    from mapper.graph import UnknownAddressError
    from mapper.vocabulary import Label, Stage, Status

__version__ = "0.1.0"

__all__ = [
    "Account",
    "Against",
    "Answered",
    "Case",
    "Chain",
    "Chart",
    "Comparison",
    "Diagnostic",
    "Diagram",
    "Dossier",
    "Evaluation",
    "Explanation",
    "Gap",
    "Graph",
    "Label",
    "MapperError",
    "Preferred",
    "ScenarioRow",
    "Settled",
    "Severity",
    "Stable",
    "Stage",
    "StageFlip",
    "Status",
    "Support",
    "Timeline",
    "UnknownAddressError",
    "WhatIf",
    "Why",
    "chart",
    "diagram",
    "dossier",
    "example",
    "load",
]

_HOMES = {
    "mapper.analysis.against": ("Against",),
    "mapper.analysis.chains": ("Chain",),
    "mapper.analysis.explain": ("Explanation",),
    "mapper.analysis.gaps": ("Gap",),
    "mapper.analysis.bearing.labellings": ("Preferred", "Stable"),
    "mapper.analysis.missed": ("Account",),
    "mapper.analysis.versions.outcomes": ("Comparison",),
    "mapper.analysis.responses": ("Answered",),
    "mapper.analysis.scenarios": ("ScenarioRow",),
    "mapper.analysis.bearing.settled": ("Settled",),
    "mapper.analysis.stages": ("StageFlip",),
    "mapper.analysis.bearing.support": ("Support",),
    "mapper.analysis.timeline": ("Timeline",),
    "mapper.analysis.whatif": ("WhatIf",),
    "mapper.api": (
        "Case",
        "Chart",
        "Diagram",
        "Dossier",
        "Graph",
        "Why",
        "chart",
        "diagram",
        "dossier",
        "example",
        "load",
    ),
    "mapper.diagnostics": ("Diagnostic", "MapperError", "Severity"),
    "mapper.evaluate": ("Evaluation",),
    "mapper.graph": ("UnknownAddressError",),
    "mapper.vocabulary": ("Label", "Stage", "Status"),
}
"""Where each public name is defined."""


def __getattr__(name: str) -> object:
    """Return a public name from where it is defined."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Return the public names."""
    return [*__all__, "__version__"]
