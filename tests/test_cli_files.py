"""Files: written in one step or not at all, and never over what somebody else made."""

from __future__ import annotations

import stat
import struct
import sys
import zlib
from pathlib import Path

import pytest

from mapper.cli.output import Refusal, write
from mapper.render.stamp import is_stamped, stamped
from tests.answers import say

SKELETON = ("init", "--claim", "us-ca/negligence")


def test_a_skeleton_has_no_error_and_shows_what_is_missing(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    said = say(
        *SKELETON, "--claim", "us/tvpra-beneficiary", "--claim", "us-tx/negligence", "--defense", "us/section-230-c1",
        "--carve-out", "us/fosta-230-e5-a", "--title", "Roe v. „Ex“: #1\\", "-o", path,
    )  # fmt: skip
    assert (said.status, said.out, said.err) == (0, "", "")
    assert say("check", path, "--fail-on", "warning").status == 0
    shown = say("show", path).out
    assert shown.startswith("Roe v. „Ex“: #1\\\n")
    assert "✗ negligence – Negligence (California): not made out\n    ◇ duty (0), ◇ breach (0)" in shown
    assert "✗ negligence-2 – Negligence (Texas): not made out" in shown


def test_a_skeleton_goes_to_standard_output_unless_told_otherwise() -> None:
    assert say(*SKELETON).out == say(*SKELETON, "-o", "-").out


def test_the_example_is_the_sample_case(tmp_path: Path) -> None:
    path = tmp_path / "sample.yaml"
    assert say("init", "--example", "-o", path).status == 0
    assert say("check", path).out == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "name a theory with --claim (`mapper theories` lists them), or ask for the --example"),
        (("--claim", "us-ca/neglect"), "there is no theory `us-ca/neglect`; did you mean `us-ca/negligence`?"),
        (("--claim", "us/section-230-c1"), "`us/section-230-c1` is a defense, and a claim is wanted; use --defense"),
        (
            ("--claim", "us-ca/negligence", "--carve-out", "us/fosta-230-e5-a"),
            "`us/fosta-230-e5-a` lifts no defense that is named; add --defense us/section-230-c1",
        ),
    ],
)
def test_a_skeleton_of_what_does_not_fit_is_refused(arguments: tuple[str, ...], message: str) -> None:
    said = say("init", *arguments)
    assert (said.status, said.out) == (2, "")
    assert said.err.endswith(f"Error: {message}\n")


def test_a_file_that_is_there_is_overwritten_only_by_force(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_text("mine", encoding="utf-8")
    said = say(*SKELETON, "-o", path)
    assert (said.status, said.out) == (2, "")
    assert (
        said.err
        == f"Error: `{path}` is there already, and nothing in it says that mapper made it; --force overwrites it\n"
    )
    assert path.read_text(encoding="utf-8") == "mine"
    assert say(*SKELETON, "-o", path, "--force").status == 0
    assert path.read_text(encoding="utf-8").startswith("# A case file")


def test_what_the_tool_made_is_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "map.dot"
    path.write_bytes(stamped(b"digraph {}\n", "dot"))
    write(path, b"new")
    assert path.read_bytes() == b"new"


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no such permissions there")
def test_a_read_only_folder_is_left_as_it_was(tmp_path: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(stat.S_IRUSR | stat.S_IXUSR)
    try:
        (folder / "probe").touch()
    except PermissionError:
        with pytest.raises(Refusal, match="cannot be written: permission denied"):
            write(folder / "map.dot", b"new")
    else:
        pytest.skip("this user may write everywhere")
    finally:
        folder.chmod(stat.S_IRWXU)


@pytest.mark.parametrize("name", ["missing/map.dot", "there", ""])
def test_what_cannot_be_written_is_refused_and_leaves_nothing(name: str, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    with pytest.raises(Refusal, match="cannot be written"):
        write(tmp_path / name, b"new", force=True)
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


def png() -> bytes:
    """Return the smallest picture there is: a header and an end."""
    header = b"IHDR" + struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    chunks = (header, b"IEND")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(chunk) - 4) + chunk + struct.pack(">I", zlib.crc32(chunk)) for chunk in chunks
    )


def test_each_format_has_the_mark_where_it_has_remarks() -> None:
    svg = stamped(b'<?xml version="1.0"?>\n<svg/>', "svg")
    assert svg == b'<?xml version="1.0"?>\n<!-- made by mapper -->\n<svg/>'
    assert stamped(b"%PDF-1.7\n%%EOF\n", "pdf") == b"%PDF-1.7\n%%EOF\n% made by mapper\n"
    assert stamped(b"digraph {}", "gv") == b"// made by mapper\ndigraph {}"
    assert stamped(b"other", "txt") == b"other"


def test_the_mark_in_a_picture_is_a_sound_chunk() -> None:
    data = stamped(png(), "png")
    assert is_stamped(data)
    length = struct.unpack(">I", data[33:37])[0]
    chunk = data[37 : 41 + length]
    assert chunk == b"tEXtSoftware\0made by mapper"
    assert data[41 + length : 45 + length] == struct.pack(">I", zlib.crc32(chunk))
    assert data[45 + length :] == png()[33:]


def test_the_mark_counts_near_the_beginning_or_the_end_only() -> None:
    assert not is_stamped(b" " * 2000 + b"made by mapper" + b" " * 2000)
    assert is_stamped(b" " * 2000 + b"made by mapper")


@pytest.mark.parametrize(
    "arguments", [("diagram", "-o", "case.yaml", "--format", "dot"), ("chart", "-o", "case.yaml", "--format", "md")]
)
def test_a_case_is_never_replaced_by_what_is_made_of_it(
    arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    case = tmp_path / "case.yaml"
    case.write_text("mapper: 1\ncase: {title: x}\nallegations: {A: {text: t}}\n", encoding="utf-8")
    before = case.read_bytes()
    said = say(arguments[0], "./case.yaml", *arguments[1:], "--force")
    assert (said.status, said.err) == (2, "Error: `case.yaml` is part of the case itself; name another file\n")
    assert case.read_bytes() == before
