"""Graphviz runs in a process that can be ended, and whatever goes wrong there is said."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mapper.diagnostics import MapperError
from mapper.render.diagram.layout import ENGINE, check_dots, engine, page_remark
from mapper.render.diagram.limit import Limit
from mapper.render.fontface import FOLDER

DOT = 'digraph { a [pos="0,0" label=<<B>text</B>> fontname=Inter] }'
LONG = " ".join(f'n{number} [pos="{number},0" label=<<B>text</B>>]' for number in range(20_000))
"""More than is drawn in a moment."""
ROOT = Path(__file__).parent.parent
DRAW = f"""
import sys
from mapper.diagnostics import MapperError
from mapper.render.diagram.layout import engine
try:
    with engine("svg", 60) as running:
        sys.stdout.buffer.write(running.picture("digraph {{}}") + running.picture({DOT!r}))
except MapperError as error:
    sys.exit(str(error))
"""

posix = pytest.mark.skipif(os.name != "posix", reason="signals and scripts are those of POSIX")


def drawn(dot: str, form: str = "svg", *, timeout: float = 60, system_fonts: bool = False) -> bytes:
    """Return what a picture in DOT looks like."""
    with engine(form, timeout) as running:
        return running.picture(dot, system_fonts=system_fonts)


def run(path: Path, modules: Path) -> subprocess.Popen[bytes]:
    """Start a process that draws, with only these programs on its path and these modules before all others."""
    environment = {**os.environ, "PATH": str(path), "PYTHONPATH": f"{modules}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-c", DRAW]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def broken_pygraphviz(folder: Path) -> Path:
    """Return a folder with a pygraphviz that cannot be imported."""
    (folder / "pygraphviz.py").write_text("raise ImportError('libcdt.so.5: cannot open shared object file')\n", "utf-8")
    return folder


def program(path: Path, text: str) -> Path:
    """Write a program for the shell."""
    path.write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
    path.chmod(0o755)
    return path.parent


@pytest.mark.parametrize(("form", "begins"), [("svg", b"<?xml"), ("pdf", b"%PDF"), ("png", b"\x89PNG")])
def test_each_format_is_drawn(form: str, begins: bytes) -> None:
    assert drawn(DOT, form).startswith(begins)


@pytest.mark.parametrize("system_fonts", [False, True])
def test_letters_are_drawn_with_the_font_that_comes_along(system_fonts: bool) -> None:
    assert re.findall(rb"/BaseFont /\w+\+([\w-]+)", drawn(DOT, "pdf", system_fonts=system_fonts)) == [b"Inter-Bold"]


@pytest.mark.parametrize("form", ["svg", "pdf", "png"])
def test_one_process_draws_one_picture_after_another(form: str) -> None:
    other = DOT.replace("text", "another \N{BLACK STAR}")
    with engine(form, 60) as running:
        found = [running.picture(other), running.picture(DOT), running.picture(other, system_fonts=True)]
        assert undated(running.picture(DOT)) == undated(found[1])
    assert undated(found[1]) == undated(drawn(DOT, form))
    assert undated(found[2]) == undated(drawn(other, form, system_fonts=True))


def undated(picture: bytes) -> bytes:
    """Return a picture without the time at which it was drawn."""
    return re.sub(rb"/CreationDate \([^)]*\)", b"", picture)


def test_a_drawing_that_takes_too_long_is_ended() -> None:
    with pytest.raises(MapperError, match=r"not finished within 0\.001 seconds"):
        drawn(DOT, timeout=0.001)


def test_a_drawing_is_ended_in_the_middle() -> None:
    with engine("svg", 60) as running:
        running.picture(DOT)
        running.limit = Limit(0.05)
        with pytest.raises(MapperError, match=r"not finished within 0\.05 seconds"):
            running.picture(f"digraph {{ {LONG} }}")


def test_too_little_time_is_said_with_what_to_do() -> None:
    with pytest.raises(MapperError) as caught:
        Limit(1e-9).check()
    assert caught.value.findings[0].help == (
        "draw the overview (`--view overview`) or a single claim (`--view claim --focus ID`),"
        " or allow more time (`--timeout SECONDS`)"
    )


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf"), 86_401])
def test_a_limit_is_a_part_of_a_day(seconds: float) -> None:
    with pytest.raises(ValueError, match="more than 0 seconds and at most a day"):
        Limit(seconds)


def test_a_picture_that_fails_ends_the_process() -> None:
    with engine("svg", 60) as running:
        with pytest.raises(MapperError, match="syntax error"):
            running.picture("digraph {")
        assert running.process.poll() is not None


@posix
def test_half_a_picture_is_none() -> None:
    half = "import sys; sys.stdin.readline(); sys.stdout.buffer.write(bytes(7) + b'\\x09half')"
    with engine("svg", 60) as running:
        running.end()
        pipe = subprocess.PIPE
        running.process = subprocess.Popen([sys.executable, "-c", half], stdin=pipe, stdout=pipe)
        with pytest.raises(MapperError, match="Graphviz failed: status 0"):
            running.picture(DOT)


def test_what_graphviz_says_of_a_failure_is_passed_on() -> None:
    with pytest.raises(MapperError, match=r"^Graphviz failed: Error: syntax error in line 1"):
        drawn("digraph {")


@posix
def test_a_graphviz_on_the_path_serves_where_pygraphviz_does_not(tmp_path: Path) -> None:
    path = program(
        tmp_path / "dot",
        f'echo "$@" > "{tmp_path}/how"; /bin/cat > "{tmp_path}/read"; echo "<?xml made elsewhere"',
    )
    found, said = run(path, broken_pygraphviz(tmp_path)).communicate()
    assert (found, said) == (b"<?xml made elsewhere\n" * 2, b"")
    assert (tmp_path / "read").read_text(encoding="utf-8") == DOT
    assert (tmp_path / "how").read_text(encoding="utf-8") == "-Kneato -n2 -Tsvg:svg:core\n"


@posix
def test_without_any_graphviz_it_says_what_to_install(tmp_path: Path) -> None:
    process = run(tmp_path, broken_pygraphviz(tmp_path))
    _, said = process.communicate()
    wanted = "there is no Graphviz: pygraphviz cannot be imported, and there is no `dot` on the PATH\n"
    assert (process.returncode, said.decode("utf-8")) == (1, wanted)


@posix
def test_an_interrupt_ends_the_drawing_as_well(tmp_path: Path) -> None:
    path = program(tmp_path / "dot", f'echo $$ > "{tmp_path}/pid"; exec /bin/sleep 60')
    process = run(path, broken_pygraphviz(tmp_path))
    pid = int(awaited(tmp_path / "pid"))
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=30)
    assert said.rstrip().endswith(b"KeyboardInterrupt")
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


def awaited(path: Path) -> str:
    """Return what is in a file, once it is there."""
    for _ in range(3000):
        if path.is_file() and (text := path.read_text(encoding="utf-8")):
            return text
        time.sleep(0.01)
    raise TimeoutError(path)


@posix
def test_the_process_ends_itself_when_nobody_is_left_to_do_so() -> None:
    with subprocess.Popen([sys.executable, str(ENGINE), "svg", "picture.gv", "1"], stdin=subprocess.PIPE) as process:
        assert process.wait(timeout=60) == -signal.SIGALRM


def test_a_png_that_cannot_be_drawn_is_refused() -> None:
    check_dots(1000, 1000, 300)
    with pytest.raises(MapperError, match="would be 41817 dots long, and 32767 is the most"):
        check_dots(100, 10000, 300)
    with pytest.raises(MapperError, match="would have 629,407,744 dots, and 500,000,000 is the most"):
        check_dots(5985, 5985, 300)


def test_a_page_that_some_readers_cannot_show_is_mentioned() -> None:
    assert page_remark(14_000, 300) == ""
    assert page_remark(300, 36_000) == (
        "The page is 12.7 metres long; Adobe Reader shows none of more than 5.08. Draw a claim, or the overview."
    )


def test_drawing_writes_nothing_into_the_folder_of_fonts() -> None:
    before = sorted(FOLDER.iterdir())
    drawn(DOT, "pdf")
    assert sorted(FOLDER.iterdir()) == before
