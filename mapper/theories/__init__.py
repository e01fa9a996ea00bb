"""The library of legal theories: what must be shown for a claim, a defense or a carve-out, and on what authority.

The law stands in data files beside this one, a folder for each jurisdiction and a file for each theory. The name of
a theory says where it is, as ``us-ca/negligence`` in ``us-ca/negligence.yaml``, so that asking for one theory reads
one file. In a folder of one's own several may stand in the file of their jurisdiction, ``us-ca.yaml``.

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
from mapper.case.scalars import ID
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
            MapperError: if its file, or that of its jurisdiction, cannot be read.
        """
        jurisdiction, _, own = name.partition("/")
        if not ID.fullmatch(jurisdiction):
            raise KeyError(name)
        files = (
            [f"{jurisdiction}.yaml", f"{jurisdiction}/{own}.yaml"] if ID.fullmatch(own) else [f"{jurisdiction}.yaml"]
        )
        return self._merged(folder / file for folder in self._folders for file in files)[name]

    def __iter__(self) -> Iterator[str]:
        """Yield the names, by jurisdiction, then by file, then in the order of the file.

        Raises:
            MapperError: if a file or a folder cannot be read.
        """
        for folder in self._folders:
            if not folder.is_dir():
                raise MapperError([Diagnostic(rules.MISSING_FILE, f"there is no folder `{folder}`")])
        by_jurisdiction: dict[str, list[Path]] = {}
        for folder, path in self._files():
            by_jurisdiction.setdefault(path.relative_to(folder).parts[0].removesuffix(".yaml"), []).append(path)
        for _, paths in sorted(by_jurisdiction.items()):
            yield from self._merged(paths)

    def __len__(self) -> int:
        """Return how many theories there are."""
        return sum(1 for _ in self)

    def _files(self) -> Iterator[tuple[Path, Path]]:
        """Yield every file with the folder of the library that it is in, the file of a jurisdiction before its folder."""
        for folder in self._folders:
            yield from ((folder, path) for path in sorted(folder.glob("*.yaml")))
            yield from ((folder, path) for path in sorted(folder.glob("*/*.yaml")))

    def _merged(self, paths: Iterable[Path]) -> dict[str, Theory]:
        """Return the theories of those files that are there."""
        found: dict[str, Theory] = {}
        for path in filter(Path.is_file, paths):
            theories = self._theories(path)
            _refuse_repeated(found.keys() & theories.keys(), path)
            found |= theories
        return found

    def _theories(self, path: Path) -> Mapping[str, Theory]:
        if path not in self._read:
            folder = path.parent if path.parent in self._folders else path.parent.parent
            place = path.relative_to(folder).with_suffix("").as_posix()
            self._read[path] = _named_for_their_file(load_theories(path), place)
        return self._read[path]


def library(folders: Iterable[Path | str] = ()) -> Library:
    """Return the theories of the package, and those of other folders with them."""
    others = tuple(folders)
    return Library(others) if others else _shipped()


@cache
def _shipped() -> Library:
    return Library()


def theory(name: str) -> Theory:
    """Return a theory of the package; reads its file and no other.

    Raises:
        KeyError: if there is no such theory.
    """
    return _shipped()[name]


def names() -> tuple[str, ...]:
    """Return the names of the theories of the package, by jurisdiction."""
    return tuple(_shipped())


def _named_for_their_file(file: TheoryFile, place: str) -> Mapping[str, Theory]:
    """Return the theories of a file whose names say that they are in it, as they must to be found.

    Args:
        file: the theories.
        place: where the file is in its library, as ``us-ca`` or ``us-ca/negligence``.

    Raises:
        MapperError: for each whose name says otherwise.
    """
    help_ = f"let its name begin with `{place}/`, or put it into the file that its name begins with"
    if "/" in place:
        help_ = f"call it `{place}`, or put it into the file that has its name"
    strangers = [
        Diagnostic(rules.BAD_ID, f"`{name}` would not be found here", file.span((name,), key=True), name, help_)
        for name in file.theories
        if name != place and ("/" in place or not name.startswith(f"{place}/"))
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
