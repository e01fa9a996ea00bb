"""Libraries that are installed only by those who want what they do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity

NOT_INSTALLED = Rule("extra-not-installed", Severity.ERROR, "a library that is not always installed is missing")


@contextmanager
def needs_extra(extra: str, purpose: str) -> Iterator[None]:
    """Turn a library that is not there into a finding that says how to get it.

    Args:
        extra: the name under which the package lists the library.
        purpose: what it is for, as in "observe files".

    Raises:
        MapperError: if the library is not there.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        message = f"to {purpose}, the Python package `{error.name}` is needed, and it is not installed"
        help_ = f"pip install 'allegation-mapper[{extra}]'"
        raise MapperError([Diagnostic(NOT_INSTALLED, message, help=help_)]) from None
