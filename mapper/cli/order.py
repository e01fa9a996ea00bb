"""A picture that is asked for, from the case to the file; it can be asked for again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from mapper.cli.formats import say_what_is_too_much
from mapper.cli.options import Asked
from mapper.cli.paper import Paper, on_paper
from mapper.cli.views import Wanted, picture

if TYPE_CHECKING:
    from mapper.api import Case, Diagram
    from mapper.render.diagram.listener import Listener

LARGE = 60
"""Of a case with more statements than this, the overview is offered."""
OFFER = f"more than {LARGE} statements make a large sheet; `--view overview` shows the claims and counts the rest"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be drawn, and written as what.

    Attributes:
        page: the paper, if it is to be on pages.
        dossier: whether it is to be a dossier.
        offer: whether to speak of the overview if the case is large.
    """

    case: str
    theories: str | None
    asked: Asked
    wanted: Wanted
    form: str
    page: Paper | None
    dossier: bool
    dpi: int | None
    timeout: int
    offer: bool

    def deliver(self, output: str, *, force: bool) -> Case:
        """Draw, and put it where it is to be; return the case.

        Raises:
            MapperError: if the case cannot be read, or not be drawn.
            UnknownAddressError: if an address or a scenario names nothing.
            UsageError: if one names several statements where one is meant.
            Refusal: if a file must not be overwritten, or cannot be written.
        """
        from mapper.cli.output import check_apart, deliver, say
        from mapper.cli.progress import progress
        from mapper.cli.session import opened

        case = opened(self.case, self.theories)
        check_apart(output, case.file.paths)
        drawn = picture(case, self.asked, self.wanted, self.theories)
        if self.offer and len(drawn.evaluation.graph.statements) > LARGE:
            say(OFFER)
        with progress("laying out") as going:
            data = self._data(drawn, going)
        deliver(data, output, force=force)
        if self.form == "mermaid":
            say_what_is_too_much(data.decode("utf-8"))
        return case

    def _data(self, drawn: Diagram, going: Listener) -> bytes:
        if self.page or self.dossier:
            return on_paper(drawn.evaluation if self.dossier else drawn, self.page, self.timeout, going)
        return drawn.data(self.form, dpi=self.dpi, timeout=self.timeout, listener=going)
