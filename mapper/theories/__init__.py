"""The library of legal theories: what must be shown for a claim, a defense or a carve-out, and on what authority.

The law stands in data files beside this one, a file for each jurisdiction. The name of a theory begins with the
name of its file, as ``us-ca/negligence`` in ``us-ca.yaml``, so that asking for one theory reads one file.

Examples:
    >>> theory("us-ca/gross-negligence").modifies
    'us-ca/negligence'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from mapper import rules
from mapper.case.load import TheoryFile, load_theories
from mapper.case.theory import Theory
from mapper.diagnostics import Diagnostic, MapperError

__all__ = ["FOLDER", "Library", "library", "names", "theory"]

FOLDER = Path(__file__).parent
"""Where the theories are that ship with the package."""


class Library(Mapping[str, Theory]):
    """Theories by name, those of the package first, then those of other folders; read when they are asked for.

    Nothing is overridden: a theory that two folders have is a mistake, not a choice.
    """

    def __init__(self, folders: Iterable[Path | str] = ()) -> None:
        self._folders = (FOLDER, *map(Path, folders))
        self._read: dict[Path, Mapping[str, Theory]] = {}

    def __getitem__(self, name: str) -> Theory:
        """Return the theory with this name.

        Raises:
            KeyError: if there is none.
            MapperError: if a file of its jurisdiction cannot be read.
        """
        return self._family(name.partition("/")[0])[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names, by jurisdiction, then in the order of the files.

        Raises:
            MapperError: if a file or a folder cannot be read.
        """
        for folder in self._folders:
            if not folder.is_dir():
                raise MapperError([Diagnostic(rules.MISSING_FILE, f"there is no folder `{folder}`")])
        for family in sorted({path.stem for folder in self._folders for path in folder.glob("*.yaml")}):
            yield from self._family(family)

    def __len__(self) -> int:
        """Return how many theories there are."""
        return sum(1 for _ in self)

    def _family(self, family: str) -> dict[str, Theory]:
        """Return the theories of all files with one name."""
        paths = (folder / f"{family}.yaml" for folder in self._folders)
        found: dict[str, Theory] = {}
        for path in filter(Path.is_file, paths):
            theories = self._theories(path)
            _refuse_repeated(found.keys() & theories.keys(), path)
            found |= theories
        return found

    def _theories(self, path: Path) -> Mapping[str, Theory]:
        if path not in self._read:
            self._read[path] = _named_for_their_file(load_theories(path), path)
        return self._read[path]


def library(folders: Iterable[Path | str] = ()) -> Library:
    """Return the theories of the package, and those of other folders with them."""
    others = tuple(folders)
    return Library(others) if others else _shipped()


@cache
def _shipped() -> Library:
    return Library()


def theory(name: str) -> Theory:
    """Return a theory of the package; reads the file of its jurisdiction and no other.

    Raises:
        KeyError: if there is no such theory.
    """
    return _shipped()[name]


def names() -> tuple[str, ...]:
    """Return the names of the theories of the package, by jurisdiction."""
    return tuple(_shipped())


def _named_for_their_file(file: TheoryFile, path: Path) -> Mapping[str, Theory]:
    """Return the theories of a file whose names begin with the name of the file, as they must to be found.

    Raises:
        MapperError: for each that does not.
    """
    help_ = f"let its name begin with `{path.stem}/`, or put it into the file that its name begins with"
    strangers = [
        Diagnostic(rules.BAD_ID, f"`{name}` would not be found here", file.span((name,), key=True), name, help_)
        for name in file.theories
        if not name.startswith(f"{path.stem}/")
    ]
    if strangers:
        raise MapperError(strangers, {file.document.path: file.document.text})
    return file.theories


def _refuse_repeated(repeated: Iterable[str], path: Path) -> None:
    help_ = "give the theory of your own another name"
    findings = [
        Diagnostic(rules.REPEATED_ID, f"`{name}` in `{path}` is in the library already", None, name, help_)
        for name in sorted(repeated)
    ]
    if findings:
        raise MapperError(findings)
