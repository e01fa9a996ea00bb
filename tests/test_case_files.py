"""Files as they are read: everything that can be wrong with one is a finding."""

from __future__ import annotations

from pathlib import Path

import pytest

from mapper.case.builder import Limits
from mapper.case.files import decode, read_text, unreadable
from mapper.diagnostics import MapperError
from tests.findings import lines


def refusal(path: Path, limits: Limits | None = None) -> list[str]:
    """Return why a file cannot be read, with its folder left out."""
    with pytest.raises(MapperError) as raised:
        read_text(path, limits or Limits())
    return [line.replace(f"{path.parent}/", "") for line in lines(raised.value.findings)]


def test_a_file_is_read_as_it_is_without_the_mark_before_it(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"\xef\xbb\xbfa: \xc2\xb6\r\n")
    assert read_text(path) == "a: ¶\r\n"


def test_a_file_that_is_not_there_is_compared_with_those_that_are(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").touch()
    assert refusal(tmp_path / "csae.yaml") == [
        "- error[missing-file] there is no file `csae.yaml`",
        "  did you mean `case.yaml`?",
    ]
    assert refusal(tmp_path / "other") == ["- error[missing-file] there is no file `other`"]
    assert refusal(tmp_path / "other.yaml") == ["- error[missing-file] there is no file `other.yaml`"]


@pytest.mark.parametrize("name", ["case", "case.yml", "CASE.yaml"])
def test_another_suffix_or_size_of_letters_is_a_near_miss(name: str, tmp_path: Path) -> None:
    (tmp_path / "case.yaml").touch()
    if not (tmp_path / name).exists():  # some systems take large and small letters for the same
        assert refusal(tmp_path / name)[1] == "  did you mean `case.yaml`?"


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(MapperError) as raised:
        read_text(tmp_path / "gone" / "case.yaml")
    assert raised.value.findings[0].help == f"there is no folder `{tmp_path / 'gone'}` either"


def test_a_path_that_leads_nowhere_is_missing(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").touch()
    for name in ("gone/case.yaml", "case.yaml/case.yaml", "case\0.yaml"):
        with pytest.raises(MapperError, match="there is no file"):
            read_text(tmp_path / name)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    assert refusal(tmp_path / "parts") == [
        "- error[unreadable-file] `parts` is a folder",
        "  name a file in it",
    ]


def test_what_the_system_says_is_passed_on() -> None:
    errors = (PermissionError(13, "Permission denied"), OSError(5, "Input/output error"), OSError())
    assert lines(unreadable(Path("x.yaml"), error) for error in errors) == [
        "- error[unreadable-file] `x.yaml` may not be read",
        "  ask for the right to read it",
        "- error[unreadable-file] `x.yaml` cannot be read: input/output error",
        "- error[unreadable-file] `x.yaml` cannot be read: for no reason given",
    ]


def test_a_large_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "case.yaml"
    path.write_bytes(b"a: b\n")
    assert read_text(path, Limits(size=5)) == "a: b\n"
    assert refusal(path, Limits(size=4)) == [
        "- error[too-large] `case.yaml` is larger than 4 bytes",
        "  name a case file, or split the case with `include`",
    ]


def test_bytes_that_are_no_text_are_shown_where_they_stand() -> None:
    with pytest.raises(MapperError) as raised:
        decode("case.yaml", "\ufeffa: b\r\nc: é ".encode() + "é\n".encode("latin-1"))
    assert lines(raised.value.findings) == [
        "2:6-7 error[not-utf-8] the byte 0xE9 is not UTF-8 here",
        "  save the file as UTF-8",
    ]
    assert raised.value.texts == {"case.yaml": "a: b\r\nc: é \ufffd\n"}


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_recognised(encoding: str) -> None:
    data = "a: b\n".encode(encoding)
    if encoding == "utf-16-be":
        data = b"\xfe\xff" + data
    with pytest.raises(MapperError) as raised:
        decode("case.yaml", data)
    assert raised.value.findings[0].help == "save the file as UTF-8; it seems to be UTF-16"
