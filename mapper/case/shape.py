"""The shape of the values of a document: a model, or findings."""

from __future__ import annotations

from typing import TypeVar

from pydantic import ValidationError

from mapper.case.document import Document
from mapper.case.theory import Model
from mapper.diagnostics import Diagnostic

M = TypeVar("M", bound=Model)


def read_shape(model: type[M], document: Document, *keys: str) -> tuple[M | None, list[Diagnostic]]:
    """Return what stands under ``keys`` as a model, or nothing and every finding about its shape."""
    try:
        return model.model_validate(document.get(*keys), by_alias=True, by_name=False), []
    except ValidationError as error:
        from mapper.case.complaints import findings_about

        return None, findings_about(error, model, document, keys)
