"""Charts in every format: whole, plain to read, the same each time, and text wherever a case has text."""

from __future__ import annotations

import re
from io import BytesIO
from types import MappingProxyType
from zipfile import ZipFile

import pytest
from inline_snapshot import snapshot

from mapper.analysis.chart import chart
from mapper.case.model import SourceEntry
from mapper.case.scalars import Locator
from mapper.evaluate import evaluate
from mapper.graph import ArgumentGraph, Setting, Statement
from mapper.render.chart import FORMATS, Format, tables, write
from mapper.render.chart.html import html
from mapper.render.chart.markdown import markdown
from mapper.render.chart.text import text
from mapper.render.stamp import is_stamped
from mapper.render.terminal import cells, plain
from mapper.vocabulary import Kind, SourceKind, Stage
from tests.answers import SECTIONS
from tests.cases import graph_of, labelled
from tests.charts import csv_cells, docx_text, hostile, html_text, markdown_text, sheets, small, squeezed
from tests.hostile import HOSTILE


@pytest.mark.parametrize("order", [False, True], ids=["chart", "order"])
@pytest.mark.parametrize("form", FORMATS)
def test_a_file_is_the_same_each_time_and_knows_that_it_is_ours(form: Format, order: bool) -> None:
    first, second = (write(small(order), form) for _ in range(2))
    assert first == second
    assert is_stamped(first)


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_an_office_file_names_no_hour(form: Format) -> None:
    with ZipFile(BytesIO(write(small(), form))) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        properties = archive.read("docProps/core.xml").decode("utf-8")
    assert "created" not in properties
    assert "modified" not in properties


@pytest.mark.parametrize("order", [False, True], ids=["chart", "order"])
@pytest.mark.parametrize("name", HOSTILE)
def test_every_format_holds_the_whole_text(name: str, order: bool) -> None:
    document, wanted = hostile(name, order), squeezed(HOSTILE[name])
    assert wanted in squeezed(plain(text(document, 80)))
    assert wanted in squeezed(html_text(html(document)))
    assert wanted in squeezed(docx_text(write(document, "docx")))
    assert wanted in squeezed(" ".join(value for sheet in sheets(write(document, "xlsx")).values() for value in sheet))
    assert wanted in squeezed(markdown_text(markdown(document)))
    assert wanted.replace("'", "") in squeezed(" ".join(csv_cells(document))).replace("'", "")


@pytest.mark.parametrize("name", HOSTILE)
def test_every_row_in_markdown_has_as_many_cells_as_headings(name: str) -> None:
    counts = [len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) for line in markdown(hostile(name)).splitlines()]
    assert {count for count in counts if count} == {6, 9}


def test_a_chart_in_markdown_reads_so() -> None:
    assert write(small(order=True), "md").decode("utf-8") == snapshot("""\
# Doe v. Corp

**Order of proof.** Trial stage.

## <a id="summary"></a>Summary

| Table | How many |
| --- | --- |
| [**Evidence by witness and exhibit**](#evidence) | 2 entries |
| [**To be proved, and nothing proves it yet**](#unproved) | 1 entry |
| [**Needs no proof: admitted, found or noticed**](#settled) | 1 entry |

## <a id="evidence"></a>Evidence by witness and exhibit

| Witness | Exhibit | What it shows | For or against which fact | Which matters to | Needed by | Response | Status of the fact |
| --- | --- | --- | --- | --- | --- | --- | --- |
| *no witness named yet* | A letter | **LETTER**: A letter. | **proves WET**: The floor was wet.<br>Complaint ¶ 1 | **neglect**: breach<br>**host**: provider<br>**unless**: knowing | both | no answer on file | **✓ counts**: supported by LETTER |
| *no witness named yet* | A letter | **LETTER**: A letter. | **disproves KNEW**: Corp knew of it.<br>A conclusion | **neglect**: breach<br>**unless**: knowing | defense | no answer on file | **✓ counts**: supported by WET (weight 3/5) |

## <a id="unproved"></a>To be proved, and nothing proves it yet

| Fact | Which matters to | Needed by | Response | Status |
| --- | --- | --- | --- | --- |
| **mopped**: It was mopped.<br>Answer | **against neglect**: breach<br>**against host**: provider<br>**against unless**: knowing | both | no answer on file | **✗ does not count**: nothing supports it |

## <a id="settled"></a>Needs no proof: admitted, found or noticed

| Fact | Which matters to | Needed by | Response | Status |
| --- | --- | --- | --- | --- |
| **FELL**: Jane fell. | **neglect**: breach, harm<br>**host**: host@breach-of-act.publisher | both | admitted<br>none needed: admitted | **✓ counts**: admitted |

Worked out from the case file at the stage and under the reading named above. What a file leaves out, a chart does not know.

<!-- made by mapper -->
""")


@pytest.mark.parametrize("width", [40, 80, 100])
def test_no_line_on_a_terminal_is_too_long(width: int) -> None:
    for order in (False, True):
        assert max(map(cells, plain(text(small(order), width)).splitlines())) <= width


def test_a_chart_on_a_terminal_reads_so() -> None:
    found = labelled(graph_of(SECTIONS), stage=Stage.TRIAL)
    assert plain(text(tables(chart(found, ["neglect"])), 80)).partition("\n\nImmunity: defense\n")[0] == snapshot("""\
Doe v. Corp
Proof chart. Trial stage.

Summary

  ? Tort: claim
      by and against     Jane Does against Corp
      status             ? open: it turns on narrow, no-duty and broad
      elements made out  2 of 3, 1 open
      what is missing    no-duty: nobody answers it
  ? Immunity: defense
      by and against     Corp, as to neglect
      status             ? open: it turns on broad
      elements made out  1 of 2, 1 open
  ✗ Exception: carve-out
      by and against     Jane Does, as to neglect
      status             ✗ does not apply: the claim rests on state law and
                         federal law is needed; the claim rests on state law
                         (common law) and § 1 is needed
      elements made out  1 of 2

Tort
  id               neglect
  status           ? open: it turns on narrow, no-duty and broad
  by               Jane Does
  burden           Jane Does
  against          Corp
  what is missing  no-duty: nobody answers it

  ? Duty: There was a duty.
    neglect.duty; law; for the court to decide
      supported by  narrow
      attacked by   no-duty: Nobody has to mop. (Corp; undercuts the step to it;
                    open)
      answered by   no-duty: no answer to it yet
      status        ? open: it turns on narrow and no-duty
    ? narrow: A host is none.
      Law
        evidence     question of law: no authority cited yet
        attacked by  broad: A host is a publisher. (rival; open)
        answered by  broad: no answer to it yet
        status       ? open: no position chosen on reading
        sources      no source given
  ✓ Breach: It was breached.
    neglect.breach; preponderance of the evidence
      supported by  KNEW; or WET + FELL
      status        ✓ made out: supported by KNEW
    ✓ KNEW: Corp knew of it.
      A conclusion
        response     no answer on file
        evidence     LETTER: A letter. (disproves it, weight 1/2; A letter)
        attacked by  shaky: Who mops knows nothing. (undercuts the step to it;
                     does not count: news or commentary)
        status       ✓ counts: supported by WET (weight 3/5)
        sources      no source given
      ✓ WET: The floor was wet. (¶ 1)
        Supports KNEW; Who mops knows.
          response     no answer on file
          evidence     LETTER: A letter. (proves it; A letter)
          attacked by  mopped: It was mopped. (Corp; rebuts; does not count)
          status       ✓ counts: supported by LETTER
          sources      Complaint ¶ 1
    ✓ WET: as above
      With FELL
        status  ✓ counts: supported by LETTER
    ✓ FELL: Jane fell.
      With WET
        response  admitted
        evidence  none needed: admitted
        status    ✓ counts: admitted
        sources   no source given
  ✓ Harm: Harm followed.
    neglect.harm; law applied to fact; clear and convincing evidence
      supported by  FELL
      status        ✓ made out: supported by FELL
    ✓ FELL: Jane fell.
        response  admitted
        evidence  none needed: admitted
        status    ✓ counts: admitted
        sources   no source given
  ? The claim as a whole
      attacked by  host: Immunity (Corp; bars; open)
      answered by  unless: Exception (Jane Does; does not apply), against host
                   mopped: It was mopped. (Corp; does not count), against host
                   narrow: Narrow reading (open), against host
      status       ? open: it turns on narrow, no-duty and broad\
""")


def test_a_chart_of_nothing_says_so() -> None:
    found = labelled(graph_of(SECTIONS))
    nobody = text(tables(chart(found, parties=["press"])), 80)
    nothing = text(tables(chart(labelled(ArgumentGraph([])))), 80)
    assert "No claim is by or against the party that was asked for." in plain(nobody).replace("\n", " ")
    assert "There is no claim in this case." in nothing
    for form in FORMATS:
        assert write(tables(chart(found, parties=["press"])), form)


def test_a_chart_says_which_claims_are_not_in_play() -> None:
    graph = graph_of("claims: {a: {theory: act, by: does, against: press}, b: {theory: act, by: does}}")
    assert tables(chart(labelled(graph))).notes[1] == "Not in play: a (against press, not sued here)."


def test_several_defendants_are_told_apart_and_the_reader_is_warned() -> None:
    sections = SECTIONS.replace("against: corp", "against: [corp, press]", 1)
    document = tables(chart(labelled(graph_of(sections))))
    assert [s.title for s in document.sections[:2]] == ["Tort – against Corp", "Tort – against The Paper"]
    assert [s.anchor for s in document.sections[:2]] == ["neglect.corp", "neglect.press"]
    assert any(note.startswith("A claim against several parties") for note in document.notes)


def test_what_may_not_be_cited_is_marked() -> None:
    source = SourceEntry.model_construct(title="A case", kind=SourceKind.OPINION, citation="No. 1", citable=False)
    statement = Statement(id="p", kind=Kind.PROPOSITION, source=Locator("s", "¶ 2"))
    from mapper.render.chart.phrases import Phrases

    graph = ArgumentGraph([statement], setting=Setting(sources=MappingProxyType({"s": source})))
    assert [str(line) for line in Phrases(evaluate(graph)).sources("p")] == [
        "A case, No. 1 ¶ 2 (not verified, not citable as authority)"
    ]
