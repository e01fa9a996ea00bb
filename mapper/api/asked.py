"""What is asked of a picture: whether it goes together, and what it comes to."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from mapper.api.case import Case
from mapper.api.graph import Graph
from mapper.api.under import Under
from mapper.evaluate import Evaluation

if TYPE_CHECKING:
    from mapper.render.diagram.show.versions import Differing


def check_view(kind: str, focused: int, start: str | None, *, compared: bool, direction: str) -> None:
    """Check that what is asked for goes together.

    Raises:
        ValueError: if it does not.
    """
    from mapper.render.diagram.views import FOCUS

    if kind not in FOCUS:
        raise ValueError(f"a view is one of {', '.join(FOCUS)}, not {kind!r}")
    least, most = FOCUS[kind]
    if focused < least or (most is not None and focused > most):
        needs = "has no focus" if not most and not least else "needs a focus" if focused < least else "has one focus"
        raise ValueError(f"the view {kind!r} {needs}")
    if start and kind != "chain":
        raise ValueError("only a chain begins somewhere; add view='chain'")
    if compared != (kind == "difference"):
        raise ValueError("a difference is one from an earlier version (`before`) or from a scenario (`against`)")
    if kind == "overview" and direction != "LR":
        raise ValueError("an overview is drawn in one direction only")


def one_statement(evaluation: Evaluation, address: str) -> str:
    """Return the one statement that an address names.

    Raises:
        UnknownAddressError: if it names none.
        ValueError: if it names several.
    """
    names = evaluation.graph.resolve_statements(address)
    if len(names) > 1:
        raise ValueError(f"`{address}` names several statements: {', '.join(names)}")
    return names[0]


def difference(
    what: Case | Graph | Evaluation, before: Case | None, against: str | None, under: Under
) -> tuple[Differing, str]:
    """Return what differs from an earlier version, or from another scenario, and what that is called.

    Raises:
        UnknownAddressError: if one of them lacks the scenario, or a statement that is assumed to hold or not.
        ValueError: if there is nothing to evaluate anew, or both are named.
    """
    from mapper.render.diagram.show.versions import compared

    if before and against:
        raise ValueError("a picture shows what differs from a version or from a scenario, not both")
    if isinstance(what, Evaluation) or (before and not isinstance(what, Case)):
        raise ValueError("an evaluation is drawn as it is; give the case instead")
    graph = what.graph() if isinstance(what, Case) else what
    after = graph.evaluate(**under)
    if before and isinstance(what, Case):
        return _from_version(before, what, after, under), f"the version in {Path(before.file.path).name}"
    earlier: Under = {**under, "scenario": against}
    base = graph.evaluate(**earlier)
    return compared(base, after), f"the scenario {graph.setting.scenarios[against or ''].title or against}"


def _from_version(before: Case, now: Case, after: Evaluation, under: Under) -> Differing:
    """Return what differs from an earlier version, under the same scenario and assumptions."""
    from mapper.analysis.versions.compare import compare_texts
    from mapper.render.diagram.show.versions import compared

    texts = compare_texts(before.model, now.model)
    names = {new: old for old, new in texts.renames.names.get("scenarios", {}).items()}
    scenario = under.get("scenario")
    earlier: Under = {**under, "scenario": names.get(scenario, scenario) if scenario else None}
    return compared(before.graph().evaluate(**earlier), after, texts)
