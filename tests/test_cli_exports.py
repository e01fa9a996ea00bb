"""A case written for other programs, on the command line and from Python."""

from __future__ import annotations

from pathlib import Path

import pytest

import mapper
from mapper.render.stamp import is_stamped
from tests.answers import CASE, say
from tests.cases import PRELUDE

ALLEGATIONS = "".join(f"  A{number}: {'It was so, and all knew it well. ' * 5}\n" for number in range(300))
REBUTTALS = "".join(
    f"  R{number}: {{by: corp, text: No., nature: fact, source: answer, attacks: [A{number}]}}\n"
    for number in range(300)
)
LARGE = f"{PRELUDE.lstrip()}allegations:\n{ALLEGATIONS}rebuttals:\n{REBUTTALS}"


@pytest.mark.parametrize(
    ("name", "begins"), [("case.mmd", "---\n"), ("case.MERMAID", "---\n"), ("case.graphml", "<?xml")]
)
def test_the_suffix_says_the_format(name: str, begins: str, tmp_path: Path) -> None:
    path = tmp_path / name
    for _ in range(2):  # the second time it finds its own file there
        found = say("diagram", "-", "-o", str(path), text=CASE)
        assert (found.status, found.out, found.err) == (0, "", "")
    assert path.read_text(encoding="utf-8").startswith(begins)
    assert is_stamped(path.read_bytes())


def test_a_file_of_another_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "case.mmd"
    path.write_text("flowchart LR\na --> b\n", encoding="utf-8")
    found = say("diagram", "-", "-o", str(path), text=CASE)
    assert found.status == 2
    assert path.read_text(encoding="utf-8") == "flowchart LR\na --> b\n"


def test_what_mermaid_would_not_draw_is_said_and_the_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "case.mmd"
    found = say("diagram", "-", "-o", str(path), text=LARGE)
    assert (found.status, found.out) == (0, "")
    last = found.err.splitlines()[-1]
    assert last.startswith("too much for Mermaid: ")
    assert last.endswith("; draw the overview, or one claim (--view overview, or --view claim --focus ID)")
    assert f"%% {last.partition(' (--view')[0]}\n" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("--format", "mermaid", "--key-list"),
            "a flowchart has no key list; leave out --key-list, or write .graphml, which cuts no text",
        ),
        (
            ("--format", "graphml", "--key-list"),
            "a graph for other programs cuts no text and needs no key list; leave out --key-list",
        ),
        (
            ("-o", "map.html", "--key-list"),
            "a page shows every text in full when one clicks; leave out --key-list",
        ),
        (
            ("-o", "map.pdf", "--view", "dossier", "--key-list"),
            "a dossier has a key list in any event; leave out --key-list",
        ),
        (
            ("--format", "graphml", "--direction", "TB"),
            "a graph for other programs has no direction; leave out --direction",
        ),
        (("-o", "map.mmd", "--format", "graphml"), "`map.mmd` says mermaid, and --format says graphml"),
    ],
)
def test_what_a_format_does_not_have_is_refused(arguments: tuple[str, ...], said: str) -> None:
    found = say("diagram", "-", *arguments, text=CASE)
    assert (found.status, found.out) == (2, "")
    assert found.err.endswith(f"Error: {said}\n")


def test_a_picture_is_text_for_other_programs(tmp_path: Path) -> None:
    picture = mapper.diagram(mapper.load("roe.yaml", text=CASE))
    for name, text in (("x.mmd", picture.mermaid), ("x.mermaid", picture.mermaid), ("x.graphml", picture.graphml)):
        picture.save(tmp_path / name)
        assert (tmp_path / name).read_bytes().decode("utf-8") == text
    assert "flowchart RL\n" in picture.mermaid
    assert "<graphml " in picture.graphml


@pytest.mark.parametrize("form", ["mermaid", "graphml", "html"])
def test_what_cuts_no_text_or_has_no_room_has_no_key_list(form: str) -> None:
    picture = mapper.diagram(mapper.load("roe.yaml", text=CASE), key_list=True)
    with pytest.raises(ValueError, match="no key list"):
        picture.data(form)
