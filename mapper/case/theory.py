"""The shape of a legal theory, the same in the library and in a case file."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, Strict

from mapper.case.forms import flag, list_of, one_or_many, or_empty
from mapper.case.scalars import Date, PartialDate, Text
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


class Alternative(Model):
    """One of several ways to show an element, any of which is enough."""

    title: Text | None = None
    text: Text
    nature: Literal[Nature.FACT, Nature.LAW, Nature.MIXED]
    state_of_mind: Text | None = None
    standard: Standard | None = None
    authority: Authorities = ()


class Element(Alternative):
    """One thing that whoever bears the burden has to show.

    Attributes:
        per_claim: whether a defense or carve-out has to show it for each claim by itself.
        needs: set where only the made-out step of another tort can support it; says whose tort:
            ``another`` party's (conspiracy) or the ``same`` party's (a degree of negligence).
        any_of: the ways to show it, where the law names several; each is an element of its own.
    """

    per_claim: Flag = False
    needs: Literal["another-tort", "same-tort"] | None = None
    burden: Literal["plaintiff", "defendant"] | None = None
    any_of: Annotated[dict[str, Alternative], BeforeValidator(or_empty)] = Field(default_factory=dict)


class Conditions(Model):
    """The claims to which a defense or a carve-out reaches, by what the claim's theory declares."""

    law: Literal["state", "federal"] | None = None
    proceeding: Literal["civil", "criminal"] | None = None
    basis: Texts = ()


class Period(Model):
    """The days on which a version of the law was in force, the first and the last included.

    Attributes:
        reaches_back: whether the law applies to earlier conduct as well, by its own terms.
    """

    from_: Date | None = None
    until: Date | None = None
    reaches_back: Flag = False

    def covers(self, when: PartialDate) -> bool:
        """Return whether the law governed what was done then, at least in part.

        Examples:
            >>> Period.model_validate({"from": "2023-01-05"}).covers(PartialDate.parse("2013/2018"))
            False
        """
        begun = self.reaches_back or self.from_ is None or self.from_.first <= when.last
        return begun and (self.until is None or when.first <= self.until.last)


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
    in_force: Period | None = None
    elements: dict[str, Element] = Field(min_length=1)
    conditions: Conditions | None = None
    lifts: Ids = ()
    modifies: str | None = None
    remedies: Authorities = ()
    limitation: Authorities = ()
    defenses: Ids = ()
    questions: Texts = ()
    authority: Authorities = ()
    notes: Texts = ()

    def parts(self) -> Iterator[tuple[str, Element, Alternative]]:
        """Yield what can be shown: each element by its id, then its alternatives, both with the element."""
        for name, element in self.elements.items():
            yield name, element, element
            yield from ((other, element, alternative) for other, alternative in element.any_of.items())

    def citations(self) -> Iterator[tuple[str, Authority]]:
        """Yield every authority that says what has to be shown, with the part it is for; the theory's own first."""
        yield from (("", authority) for authority in self.authority)
        for name, _, part in self.parts():
            yield from ((name, authority) for authority in part.authority)
