"""What became of each item of the five source documents: the table on the page about them, and what it rests on.

The page calls ``documents`` where it says ``[[[cog``; ``make docs`` writes what it returns.

The documents are not in the repository, so no test needs them. ``python -m tests.sources FOLDER`` looks every quote of
every case up in a folder that has them, and each item's words as well.
"""

from __future__ import annotations

import csv
import sys
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from mapper.case.load import load_case
from mapper.case.model import CaseModel, Quote
from mapper.check import check_case
from mapper.check.passages import SourceText
from mapper.theories import library

FOLDER = Path(__file__).parent.parent / "graphs" / "doe-v-salesforce"
ITEMS = FOLDER / "items.tsv"
SECTIONS = ("allegations", "evidence", "propositions", "rebuttals", "claims", "defenses", "carve_outs")
TITLES = {
    "000": "000: an opinion piece against the suit in San Francisco",
    "001": "001: a trade-press report on it",
    "002": "002: an article's opening on the ruling in Houston, and its readers' comments",
    "003": "003: an advocacy post on the suit in San Francisco",
    "004": "004: a news report that quotes its complaint",
}


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a source document, and one thing that it became.

    Attributes:
        number: the document and the place of the item in it; ``002-C1.1-a`` is the first of comment 1.1.
        case: the case file in which it is, without its suffix.
        id: what it became there.
        words: a few words of the document at which the item is found.
    """

    number: str
    case: str
    id: str
    words: str

    @property
    def document(self) -> str:
        """Return the number of the document."""
        return self.number.partition("-")[0]


@cache
def items() -> tuple[Item, ...]:
    """Return what the table of items says, in its order."""
    with ITEMS.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(Item(*row) for row in list(rows)[1:])


@cache
def case(name: str) -> CaseModel:
    """Return a case of the folder."""
    return load_case(FOLDER / f"{name}.yaml").model


def kind(item: Item) -> str:
    """Return what an item became: the name of the section that has its id, in the singular.

    Raises:
        LookupError: if no section has it.
    """
    for section in SECTIONS:
        if item.id in getattr(case(item.case), section):
            return "evidence" if section == "evidence" else section.removesuffix("s").replace("_", "-")
    raise LookupError(item)


def quote(item: Item) -> Quote | None:
    """Return the quote by which a statement says that it rests on an item, if it does."""
    model = case(item.case)
    entries = {**model.allegations, **model.evidence, **model.propositions, **model.rebuttals}
    for found in entries[item.id].all_quotes if item.id in entries else ():
        file = model.sources[found.quoted_in.source].file or ""
        if found.quote == item.words and file.startswith(item.document):
            return found
    return None


def documents() -> str:
    """Return a table for each document: its items, where they are found, and what they became."""
    return "\n\n".join(
        f"## {TITLES[document]}\n\n{_table(list(rows))}"
        for document, rows in groupby(items(), lambda item: item.document)
    )


def _table(rows: list[Item]) -> str:
    lines = ["| item | words | place | became | in |", "| --- | --- | --- | --- | --- |"]
    for item in rows:
        found = quote(item)
        place = found.quoted_in.place if found else ""
        file = f"[{item.case}](../graphs/doe-v-salesforce/{item.case}.yaml)"
        lines.append(f"| {item.number} | “{item.words}” | {place} | {kind(item)} `{item.id}` | {file} |")
    return "\n".join(lines)


def unfound(folder: Path) -> list[str]:
    """Return what is not in the documents of a folder: quotes of the cases, and words of the items."""
    texts = {number: SourceText(next(folder.glob(f"{number}*")).read_text(encoding="utf-8")) for number in TITLES}
    findings = [
        f"{finding}"
        for path in sorted(FOLDER.glob("*.yaml"))
        for finding in check_case(load_case(path), library(), sources=folder)
    ]
    return findings + [f"{item}" for item in items() if not texts[item.document].holds(item.words)]


if __name__ == "__main__":
    missing = unfound(Path(sys.argv[1]))
    sys.stdout.write("\n".join(missing) + "\n" if missing else "every quote is in its document\n")
    sys.exit(bool(missing))
