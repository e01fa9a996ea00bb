"""What is being served: the page of a case as it was last saved, or what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from mapper.diagnostics import MapperError

if TYPE_CHECKING:
    from mapper.api import Graph


@dataclass(frozen=True, slots=True)
class Served:
    """What was made of a case when it was last read.

    Attributes:
        page: the page, in HTML.
        files: what was read for it; a change of any of them makes it old.
        graph: the graph that questions are put to; none while the case is broken.
        sources: the files that a reader may ask for, by the names that the case has for them.
    """

    page: str
    files: tuple[Path, ...]
    graph: Graph | None = None
    sources: Mapping[str, Path] = field(default_factory=dict)

    @property
    def version(self) -> str:
        """Return what tells this page from every other."""
        return sha256(self.page.encode("utf-8", "surrogatepass")).hexdigest()[:16]


class Desk:
    """Reads a case anew when it is asked to, and keeps what came of it.

    Attributes:
        served: what came of it the last time.
    """

    def __init__(self, read: Callable[[], Served], broken: Callable[[MapperError], Served]) -> None:
        """Read the case for the first time.

        Args:
            read: reads the case and makes its page.
            broken: makes the page that says what is wrong instead.
        """
        self._read, self._broken = read, broken
        self._known: frozenset[Path] = frozenset()
        self.served = self._made()

    def renew(self) -> bool:
        """Read the case anew; return whether its page is another one now."""
        before, self.served = self.served, self._made()
        return self.served.version != before.version

    def files(self) -> tuple[Path, ...]:
        """Return what to observe: while the case is broken, also what was read when it was not."""
        return tuple(sorted({*self.served.files, *self._known}))

    def _made(self) -> Served:
        try:
            made = self._read()
        except MapperError as error:
            return self._broken(error)
        self._known = frozenset(made.files)
        return made
