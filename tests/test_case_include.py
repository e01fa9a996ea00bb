"""A case in several files: what is put together, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.case.builder import Limits
from mapper.case.load import CaseFile, load_case
from mapper.diagnostics import MapperError
from tests.findings import lines

HEAD = "mapper: 1\ncase: {title: x}\n"


def written(folder: Path, **files: str) -> Path:
    """Write files into a folder, each named for its keyword, and return the path of the first."""
    paths = [folder / f"{name.replace('__', '/')}.yaml" for name in files]
    for path, text in zip(paths, files.values(), strict=True):
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return paths[0]


def refusal(path: Path, limits: Limits | None = None) -> list[str]:
    """Return why a case cannot be loaded, with its folder left out."""
    with pytest.raises(MapperError) as raised:
        load_case(path, limits=limits or Limits())
    found = raised.value.findings
    assert all(finding.span.path in raised.value.texts for finding in found if finding.span)
    names = [Path(finding.span.path).name for finding in found if finding.span]
    told = [line for line in lines(found) if line[0] != " "]
    return [f"{name}:{line}".replace(f"{path.parent}/", "") for name, line in zip(names, told, strict=True)]


def place(case: CaseFile, *keys: str | int) -> str:
    """Return the file and the line of a value."""
    span = case.span(keys)
    return f"{Path(span.path).name}:{span.line}"


def test_sections_are_put_together_and_each_place_is_in_its_own_file(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        case=f"{HEAD}include: [parts/a.yaml, b.yaml]\nallegations:\n  A: one\nparties: {{}}\n",
        parts__a="allegations:\n\n  B: two\ninclude: ../c.yaml\n",
        b="allegations: {C: three}\nevidence:\n  E: four\n",
        c="issues: {I: {positions: [A, B]}}\n",
    )
    case = load_case(path)
    assert list(case.model.allegations) == ["A", "B", "C"]
    assert [entry.text for entry in case.model.allegations.values()] == ["one", "two", "three"]
    assert list(case.model.evidence) == ["E"]
    assert case.model.issues["I"].positions == ("A", "B")
    assert [Path(path).relative_to(tmp_path).as_posix() for path in case.paths] == [
        *("case.yaml", "parts/a.yaml", "c.yaml", "b.yaml"),
    ]
    assert place(case, "allegations", "A") == "case.yaml:5"
    assert place(case, "allegations", "B") == "a.yaml:3"
    assert place(case, "evidence") == place(case, "evidence", "E") == "b.yaml:3"
    assert place(case, "issues", "I", "positions", 1) == "c.yaml:1"
    assert place(case, "allegations", "Z") == "case.yaml:5"
    assert place(case, "claims", "Z") == "case.yaml:1"
    assert case.find("C") == case.span(("allegations", "C"), key=True)
    assert case.find("Z") is None
    assert set(case.texts) == set(case.paths)


def test_a_file_that_is_included_twice_is_read_once(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        case=f"{HEAD}include: [a.yaml, b.yaml, ./a.yaml]\n",
        a="include: c.yaml\n",
        b="include: c.yaml\n",
        c="allegations: {A: one}\n",
    )
    assert len(load_case(path).documents) == 4


def test_json_and_yaml_can_include_each_other(tmp_path: Path) -> None:
    path = written(tmp_path, case=f"{HEAD}include: a.json\n", b="allegations: {B: two}\n")
    (tmp_path / "a.json").write_text('{"include": ["b.yaml"], "allegations": {"A": "one"}}', encoding="utf-8")
    assert list(load_case(path).model.allegations) == ["A", "B"]


def test_an_included_file_has_sections_only(tmp_path: Path) -> None:
    path = written(tmp_path, case=f"{HEAD}include: a.yaml\n", a="mapper: 1\ncase: {title: y}\nallegation: {}\n")
    assert refusal(path) == [
        "a.yaml:1:1-7 error[unknown-key] an included file has no key `mapper`",
        "a.yaml:2:1-5 error[unknown-key] an included file has no key `case`",
        "a.yaml:3:1-11 error[unknown-key] an included file has no key `allegation`",
    ]


def test_nothing_is_overridden(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        case=f"{HEAD}include: a.yaml\nallegations: {{A: one, B: two}}\n",
        a="allegations: {A: other}\nclaims: {B: {theory: t}}\n",
    )
    assert refusal(path) == [
        "a.yaml:1:15-16 error[repeated-id] `A` is given twice among the `allegations`",
        "a.yaml:2:10-11 error[repeated-id] `B` is both an allegation and a claim",
    ]


def test_everything_wrong_with_any_file_is_said_at_once(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        case=f"{HEAD}include: [a.yaml, gone.yaml, ../x.yaml, b.yaml, parts, '', {{}}, c.yaml]\nallegations: [\n",
        a="a: b: c\n",
    )
    assert refusal(path) == ["case.yaml:4:15-15 error[syntax] expected a value, found the end of the file"]
    path.write_text(path.read_text(encoding="utf-8").replace("allegations: [", ""), encoding="utf-8")
    (tmp_path / "b.yaml").write_bytes(b"# \xe9")
    (tmp_path / "c.yaml").write_bytes(b"# nothing")
    (tmp_path / "parts").mkdir()
    assert refusal(path) == [
        "a.yaml:1:5-6 error[syntax] there can be no key before this colon",
        "b.yaml:1:3-4 error[not-utf-8] the byte 0xE9 is not UTF-8 here",
        "c.yaml:1:1-1 error[empty-file] the file says nothing",
        "case.yaml:3:19-28 error[missing-file] there is no file `gone.yaml`",
        "case.yaml:3:30-39 error[path-outside-folder] `../x.yaml` is outside the folder of the case",
        "case.yaml:3:49-54 error[unreadable-file] `parts` is a folder",
        f"case.yaml:3:56-58 error[unreadable-file] `{tmp_path}` is a folder",
    ]


def test_an_include_that_is_no_text_has_the_wrong_shape(tmp_path: Path) -> None:
    path = written(tmp_path, case=f"{HEAD}include: [{{a: b}}]\n")
    assert refusal(path) == ["case.yaml:3:11-17 error[wrong-type] expected a text for `include`, found a group of keys"]
    path = written(tmp_path, case=f"{HEAD}include: {{a: b}}\n")
    assert refusal(path) == ["case.yaml:3:10-16 error[wrong-type] expected a list for `include`, found a group of keys"]


def test_a_way_out_of_the_folder_is_refused_also_through_a_link(tmp_path: Path) -> None:
    (tmp_path / "inner").mkdir()
    path = written(tmp_path / "inner", case=f"{HEAD}include: [link.yaml, {tmp_path}/outside.yaml, inside.yaml]\n")
    (tmp_path / "outside.yaml").write_text("allegations: {A: secret}\n", encoding="utf-8")
    (tmp_path / "inner" / "there.yaml").write_text("allegations: {A: ours}\n", encoding="utf-8")
    (tmp_path / "inner" / "link.yaml").symlink_to(tmp_path / "outside.yaml")
    (tmp_path / "inner" / "inside.yaml").symlink_to("there.yaml")
    assert [line.split("] ")[0] for line in refusal(path)] == [
        "case.yaml:3:11-20 error[path-outside-folder",
        f"case.yaml:3:22-{22 + len(f'{tmp_path}/outside.yaml')} error[path-outside-folder",
    ]


def test_a_link_to_itself_leads_to_no_file(tmp_path: Path) -> None:
    path = written(tmp_path, case=f'{HEAD}include: [loop.yaml, "a\\0b"]\n')
    (tmp_path / "loop.yaml").symlink_to("loop.yaml")
    assert [line.split("] ")[0] for line in refusal(path)] == [
        "case.yaml:3:11-20 error[missing-file",
        "case.yaml:3:22-28 error[missing-file",
    ]


def test_a_cycle_is_named_in_its_order(tmp_path: Path) -> None:
    path = written(tmp_path, case=f"{HEAD}include: a.yaml\n", a="include: b.yaml\n", b="include: [a.yaml, case.yaml]\n")
    assert refusal(path) == [
        "b.yaml:1:11-17 error[include-cycle] a file includes itself: `a.yaml` → `b.yaml` → `a.yaml`",
        "b.yaml:1:19-28 error[include-cycle] a file includes itself: `case.yaml` → `a.yaml` → `b.yaml` → `case.yaml`",
    ]


def test_files_that_include_each_other_are_limited(tmp_path: Path) -> None:
    path = written(
        tmp_path, case=f"{HEAD}include: a.yaml\n", a="include: b.yaml\n", b="include: c.yaml\n", c="parties:\n"
    )
    assert len(load_case(path, limits=Limits(depth=3)).documents) == 4
    assert refusal(path, Limits(depth=2)) == ["b.yaml:1:10-16 error[too-deep] more than 2 files include each other"]


def test_a_text_includes_from_the_folder_of_its_name(tmp_path: Path) -> None:
    written(tmp_path, a="allegations: {A: one}\n")
    case = load_case(tmp_path / "unwritten.yaml", f"{HEAD}include: a.yaml\n")
    assert list(case.model.allegations) == ["A"]
