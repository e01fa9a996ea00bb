"""The public names: all there, all documented, and importing them costs nothing until they are used."""

from __future__ import annotations

import doctest
import inspect
import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

import mapper
from tests.answers import CASE

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs/reference/api.md"


def roe() -> mapper.Case:
    """Return the small case."""
    return mapper.load("roe.yaml", text=CASE)


def test_the_page_runs_as_it_stands() -> None:
    result = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8")
    assert result.attempted > 20
    assert result.failed == 0


@pytest.mark.parametrize("name", mapper.__all__)
def test_every_public_name_is_there_and_on_the_page_and_says_what_it_is(name: str) -> None:
    found = getattr(mapper, name)
    assert found.__name__ == name
    assert inspect.getdoc(found)
    headings = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("## ")]
    assert any(f"`{name}`" in heading for heading in headings) or name in ("Label", "Stage", "Status")
    assert f"`{name}`" in PAGE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["Case", "Diagram", "Graph", "Why", "diagram", "example", "load"])
def test_what_is_ours_has_an_example(name: str) -> None:
    assert ">>> import mapper\n" in (inspect.getdoc(getattr(mapper, name)) or "")


def test_the_names_are_listed_before_they_are_imported() -> None:
    assert set(mapper.__all__) < set(dir(mapper))
    with pytest.raises(AttributeError, match="nothing"):
        mapper.nothing  # noqa: B018  # asking is the test


def test_the_version_is_that_of_the_project() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert mapper.__version__ == project["version"]


def test_a_case_is_loaded_from_a_path_or_a_text(tmp_path: Path) -> None:
    path = tmp_path / "roe.yaml"
    path.write_text(CASE, encoding="utf-8")
    assert mapper.load(path).model == mapper.load(str(path)).model == roe().model


def test_loading_raises_every_finding() -> None:
    broken = CASE.replace("[ABOUT]", "[ABOUTT]").replace("by: does", "by: nobody")
    with pytest.raises(mapper.MapperError) as caught:
        mapper.load("roe.yaml", text=broken)
    names = [finding.rule.name for finding in caught.value.findings]
    assert (names.count("unknown-reference"), names.count("unknown-party")) == (1, broken.count("by: nobody"))


def test_a_case_keeps_what_loading_found() -> None:
    assert {finding.rule.name for finding in roe().findings} == {"unused-source"}
    assert {finding.rule.name for finding in roe().check()} > {"unused-source", "circular-support"}


def test_a_graph_is_made_once() -> None:
    case = roe()
    assert case.graph() is case.graph()


def test_one_address_or_several_are_accepted() -> None:
    graph = roe().graph()
    one = graph.evaluate(accept="narrow", reject="no-duty").labels
    assert one == graph.evaluate(accept=["narrow"], reject=("no-duty",)).labels
    assert graph.evaluate(accept="narrow", drop="KNEW").labels["KNEW"] is mapper.Label.OUT


def test_a_stage_is_named_or_given() -> None:
    graph = roe().graph()
    assert graph.evaluate(stage="trial").labels == graph.evaluate(stage=mapper.Stage.TRIAL).labels
    with pytest.raises(ValueError, match="appeal"):
        graph.evaluate(stage="appeal")


def test_an_unknown_scenario_is_an_unknown_address() -> None:
    with pytest.raises(mapper.UnknownAddressError) as caught:
        roe().graph().evaluate(scenario="demurer")
    assert caught.value.near == ("demurrer",)


@pytest.mark.parametrize("question", ["why", "chains", "count_chains"])
def test_a_question_is_about_one_statement(question: str) -> None:
    with pytest.raises(ValueError, match="`host` names several statements: host@neglect, host@breach-of-act"):
        getattr(roe().graph(), question)("host")


def test_chains_can_begin_somewhere_and_be_sorted() -> None:
    graph = roe().graph()
    assert [c.statements[0] for c in graph.chains("neglect", start="FELL")] == ["FELL", "FELL"]
    assert [c.statements[0] for c in graph.chains("neglect.breach", sort="file")] == ["WET", "WET", "FELL"]
    assert graph.count_chains("neglect", start="FELL").chains == 2
    with pytest.raises(ValueError, match="colour"):
        graph.chains("neglect", sort="colour")


def test_a_memo_prints_without_ink() -> None:
    text = str(roe().graph().why("bare"))
    assert text.startswith("✗ bare – The act\n  Not made out: element *violation* has no support.\n")
    assert "\x1b" not in text


def test_a_picture_of_a_case_a_graph_and_an_evaluation_is_the_same() -> None:
    case = roe()
    graph = case.graph()
    pictures = [mapper.diagram(what) for what in (case, graph, graph.evaluate())]
    assert len({picture.dot for picture in pictures}) == 1


def test_a_picture_shows_itself_and_is_saved_in_the_format_of_its_suffix(tmp_path: Path) -> None:
    picture = mapper.diagram(roe(), claim="bare", direction="TB")
    assert picture._repr_svg_() == picture.svg
    starts = {"map.svg": b"<?xml", "map.pdf": b"%PDF", "map.png": b"\x89PNG", "map.dot": b"// made by mapper"}
    for name, start in starts.items():
        picture.save(tmp_path / name)
        assert (tmp_path / name).read_bytes().startswith(start)
        assert b"made by mapper" in (tmp_path / name).read_bytes()
    with pytest.raises(ValueError, match="not 'txt'"):
        picture.save(tmp_path / "map.txt")


def test_the_head_of_a_picture_says_what_stands_and_why_not() -> None:
    whole = mapper.diagram(roe()).dot
    assert "Not made out: bare" in whole
    assert "Not made out: bare" not in mapper.diagram(roe(), claim="neglect").dot


def test_the_head_of_a_picture_speaks_of_what_is_in_focus_and_of_the_claims_it_shows() -> None:
    focused = mapper.diagram(roe(), focus="KNEW", up=0, down=1).dot
    assert "Counts: KNEW." in focused
    assert "Not made out: bare" not in focused
    above = mapper.diagram(roe(), focus="KNEW", up=None).dot
    assert "Counts: KNEW. Open: breach-of-act" in above


def test_a_view_is_named_or_follows_from_what_is_asked() -> None:
    case = roe()
    assert mapper.diagram(case).view.kind == "full"
    assert mapper.diagram(case, view="overview").view.kind == "overview"
    assert mapper.diagram(case, view="why", focus="bare").view.ids == ("bare",)
    assert mapper.diagram(case, view="claim", focus="bare").dot == mapper.diagram(case, claim="bare").dot
    chain = mapper.diagram(case, view="chain", focus="neglect", start="FELL").view
    assert (chain.kind, chain.ids, chain.start) == ("chain", ("neglect",), "FELL")


def test_a_difference_is_one_from_a_version_or_from_a_scenario() -> None:
    case = mapper.example()
    between = mapper.diagram(case, scenario="as-filed-duty", against="as-filed-effect")
    assert between.view.base == "the scenario As filed, effect reading"
    assert between.headline.startswith("Barred → stands: negligence, gross-negligence. ")
    same = mapper.diagram(case, before=case)
    assert same.headline == "Every claim comes out as before."
    with pytest.raises(mapper.MapperError, match="nothing differs"):
        same.data("svg")


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"view": "all"}, "a view is one of full, overview, claim, focus, chain, why, difference, not 'all'"),
        ({"view": "overview", "focus": "bare"}, "the view 'overview' has no focus"),
        ({"view": "why"}, "the view 'why' needs a focus"),
        ({"view": "chain", "focus": ["bare", "neglect"]}, "the view 'chain' has one focus"),
        ({"focus": "bare", "start": "FELL"}, "only a chain begins somewhere; add view='chain'"),
        (
            {"view": "difference"},
            "a difference is one from an earlier version (`before`) or from a scenario (`against`)",
        ),
        ({"view": "overview", "direction": "TB"}, "an overview is drawn in one direction only"),
    ],
    ids=str,
)
def test_arguments_that_do_not_go_together_are_refused(asked: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=re.escape(message)):
        mapper.diagram(roe(), **asked)


def test_only_a_png_has_dots() -> None:
    with pytest.raises(ValueError, match="only a png has dots"):
        mapper.diagram(roe()).data("svg", dpi=300)


def test_a_picture_of_what_cannot_be_is_refused() -> None:
    case = roe()
    with pytest.raises(ValueError, match="not both"):
        mapper.diagram(case, claim="bare", focus="KNEW")
    with pytest.raises(ValueError, match="drawn as it is"):
        mapper.diagram(case.graph().evaluate(), stage="trial")
    with pytest.raises(mapper.UnknownAddressError):
        mapper.diagram(case, focus="nowhere")


def test_theories_of_a_folder_can_be_named(tmp_path: Path) -> None:
    theory = {
        "title": "T",
        "kind": "claim",
        "jurisdiction": "us-xx",
        "law": "state",
        "basis": "b",
        "burden": "plaintiff",
    }
    (tmp_path / "us-xx.yaml").write_text(
        json.dumps({"us-xx/tort": {**theory, "elements": {"all": {"text": "All.", "nature": "fact"}}}}),
        encoding="utf-8",
    )
    text = "mapper: 1\ncase: {title: t}\nparties: {p: {name: P, role: plaintiff}}\nclaims: {c: {theory: us-xx/tort, by: p}}"
    case = mapper.load("c.yaml", text=text, theories=tmp_path)
    assert case.graph().statements["c"].title == "T"
