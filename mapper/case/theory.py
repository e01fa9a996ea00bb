"""The shape of a legal theory, the same in the library and in a case file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from mapper.case.scalars import Text
from mapper.vocabulary import Confidence, Nature, Standard


def kebab(name: str) -> str:
    """Return the key of a case file for a field of a model: ``carve_outs`` is ``carve-outs``."""
    return name.rstrip("_").replace("_", "-")


class Model(BaseModel):
    """What every model of the case file shares: frozen, no unknown keys, keys with hyphens."""

    model_config = ConfigDict(extra="forbid", frozen=True, alias_generator=kebab, populate_by_name=True)


def short_text(value: object) -> object:
    """Return the long form of an entry that is given as its text alone."""
    return {"text": value} if isinstance(value, str) else value


def flag(value: object) -> object:
    """Return the truth value that the text names, or the value for pydantic to refuse."""
    return {"true": True, "false": False, "yes": True, "no": False}.get(value, value) if isinstance(value, str) else value


def one_or_many(value: object) -> object:
    """Return a list, also where a single text stands for a list of one."""
    return [value] if isinstance(value, str) else value


def or_empty(value: object) -> object:
    """Return an empty mapping for a section whose entries are not written yet."""
    return {} if value is None else value


Flag = Annotated[bool, BeforeValidator(flag)]


class Authority(Model):
    """A citation that a theory or an element rests on, and how sure it is."""

    cite: Text
    says: Text | None = None
    confidence: Confidence
    read_in: Text | None = None


class Element(Model):
    """One thing that whoever bears the burden has to show.

    Attributes:
        per_claim: whether a defense or carve-out has to show it for each claim by itself.
        needs: set where only the made-out step of another tort can support it; says whose tort:
            ``another`` party's (conspiracy) or the ``same`` party's (a degree of negligence).
    """

    title: Text | None = None
    text: Text
    nature: Literal[Nature.FACT, Nature.LAW, Nature.MIXED]
    per_claim: Flag = False
    needs: Literal["another-tort", "same-tort"] | None = None
    state_of_mind: Text | None = None
    standard: Standard | None = None
    burden: Literal["plaintiff", "defendant"] | None = None
    authority: tuple[Authority, ...] = ()


class Conditions(Model):
    """The claims to which a defense or a carve-out reaches, by what the claim's theory declares."""

    law: Literal["state", "federal"] | None = None
    proceeding: Literal["civil", "criminal"] | None = None
    basis: Annotated[tuple[Text, ...], BeforeValidator(one_or_many)] = ()


class Theory(Model):
    """A claim, a defense or a carve-out in general: what must be shown, by whom, how surely."""

    title: Text
    kind: Literal["claim", "defense", "carve-out"]
    text: Text | None = None
    jurisdiction: Text
    law: Literal["state", "federal"]
    proceeding: Literal["civil", "criminal"] = "civil"
    basis: Text
    burden: Literal["plaintiff", "defendant"]
    standard: Standard = Standard.PREPONDERANCE
    elements: dict[str, Element] = Field(min_length=1)
    conditions: Conditions | None = None
    lifts: Annotated[tuple[str, ...], BeforeValidator(one_or_many)] = ()
    modifies: str | None = None
    authority: tuple[Authority, ...] = ()
    notes: tuple[Text, ...] = ()
