"""The shape of a legal theory, the same in the library and in a case file."""

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict

from mapper.case.forms import flag, list_of, one_or_many
from mapper.case.scalars import Text
from mapper.vocabulary import Confidence, Nature, Standard


def kebab(name: str) -> str:
    """Return the key of a case file for a field of a model: ``carve_outs`` is ``carve-outs``."""
    return name.rstrip("_").replace("_", "-")


class Model(BaseModel):
    """What every model of the case file shares: frozen, no unknown keys, keys with hyphens.

    Its schema is made when it is first used: a run uses few of the models by themselves. For the same reason
    these modules do without ``from __future__ import annotations``, whose texts would all be compiled again.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, defer_build=True, alias_generator=kebab, populate_by_name=True
    )


Flag = Annotated[bool, Strict(), BeforeValidator(flag)]
Ids = Annotated[tuple[str, ...], BeforeValidator(one_or_many)]
Texts = Annotated[tuple[Text, ...], BeforeValidator(one_or_many)]


class Authority(Model):
    """A citation that a theory or an element rests on, and how sure it is."""

    cite: Text
    says: Text | None = None
    confidence: Confidence
    read_in: Text | None = None


Authorities = Annotated[tuple[Authority, ...], BeforeValidator(list_of)]


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
    authority: Authorities = ()


class Conditions(Model):
    """The claims to which a defense or a carve-out reaches, by what the claim's theory declares."""

    law: Literal["state", "federal"] | None = None
    proceeding: Literal["civil", "criminal"] | None = None
    basis: Texts = ()


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
    lifts: Ids = ()
    modifies: str | None = None
    authority: Authorities = ()
    notes: Texts = ()
