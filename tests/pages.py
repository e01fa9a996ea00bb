"""Pages of documentation that are worked through: what a block says is done, and what it shows is compared.

The language of a fenced block says what becomes of it, and all blocks of a page share one folder:

- ``console``: commands after ``$``, each with what it prints. A line that is nothing but ``…`` stands for any lines.
  A command succeeds, unless ``$ echo $?`` comes next and shows its exit status.
- ``python``: run as it stands or, where it has prompts, with what each example prints.
- any language with ``title="FILE"``: the file. If there is one already, sections of a case take the place of those with
  the same name, and new ones come at its end.
- ``add="FILE"``: the same with the entries of sections.
- ``sh`` and ``text``: only shown.

A picture from ``docs/pictures`` is the file of that name which a command of the page writes.

``python -m tests.pages`` puts what is really printed and drawn into every page that shows something else.
"""

from __future__ import annotations

import ast
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import chdir, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner

from mapper.cli import main

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LANGUAGES = {"console", "python", "sh", "text", "yaml"}
PICTURES = ROOT / "docs" / "pictures"

FENCE = re.compile(r'^```(?P<language>\w+)(?: (?P<how>title|add)="(?P<file>[^"]+)")?\n(?P<body>.*?)^```$', re.M | re.S)
COMMAND = re.compile(r"^\$ (?P<input>(?:.*\\\n)*.*\n)(?P<said>(?:(?!\$ ).*\n)*)", re.M)
EXAMPLE = re.compile(r"^>>> (?P<input>.*\n(?:\.\.\..*\n)*)(?P<said>(?:(?!>>> ).*\n)*)", re.M)
SECTION = re.compile(r"^(?P<name>[a-z-]+):.*\n(?:(?: .*)?\n)*", re.M)
ENTRY = re.compile(r"^  (?P<name>[\w-]+):.*\n(?:(?:   .*)?\n)*", re.M)
PICTURE = re.compile(r"!\[[^\]]+\]\([./\w-]*?pictures/(?P<name>[\w-]+\.svg)\)")
LEFT_OUT = {"…": r"(?:.*\n)*?.+", "<BLANKLINE>": ""}
SHELL_MARKS = frozenset("|<>$;&*")
NO_GIT_SETTINGS = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
STATUS = "echo $?"


def renewed(page: str, folder: Path) -> str:
    """Return a page as it is once every block was worked through in a folder.

    Raises:
        AssertionError: if a command fails and the page does not show its exit status.
    """
    desk = _Desk(folder)
    with chdir(folder):
        text = FENCE.sub(desk.block, page)
    desk.check_status()
    return text


class _Desk:
    """Where one page is worked through."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, object] = {"__name__": "__page__"}
        self.command, self.said, self.status = "", "", 0

    def block(self, match: re.Match[str]) -> str:
        """Work a block through, and return it with what was printed."""
        whole, body = match[0], match["body"]
        if match["file"]:
            self.put(Path(match["file"]), body, by_entry=match["how"] == "add")
        elif match["language"] == "console":
            whole = whole.replace(body, COMMAND.sub(lambda found: _with_output("$ ", found, self.run), body))
        elif match["language"] == "python" and ">>> " in body:
            whole = whole.replace(body, EXAMPLE.sub(lambda found: _with_output(">>> ", found, self.example), body))
        elif match["language"] == "python":
            exec(compile(body, "page", "exec"), self.names)
        return whole

    def put(self, path: Path, text: str, *, by_entry: bool) -> None:
        """Write a file, or put sections or their entries into it if it is there."""
        if path.exists():
            text = _with_sections(path.read_text(encoding="utf-8"), text, by_entry=by_entry)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def run(self, command: str) -> str:
        """Run a command, and return what it prints on both streams together."""
        if command.strip() == STATUS:
            status, self.status = self.status, 0
            return f"{status}\n"
        self.check_status()
        self.command = command.strip()
        self.status, self.said = self.carry_out(command)
        return self.said

    def carry_out(self, command: str) -> tuple[int, str]:
        """Return the exit status of a command and what it prints."""
        words = shlex.split(command.replace("\\\n", " "))
        if words[0] != "mapper" or SHELL_MARKS & set(command):
            return _run_in_shell(command)
        result = CliRunner().invoke(main, words[1:], prog_name="mapper")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.output

    def example(self, lines: str) -> str:
        """Run Python that was typed after prompts, and return what it prints."""
        source = re.sub(r"^\.\.\. ?", "", lines, flags=re.M)
        said = StringIO()
        with redirect_stdout(said):
            for node in ast.parse(source).body:
                exec(compile(ast.Interactive([node]), "page", "single"), self.names)
        return said.getvalue()

    def check_status(self) -> None:
        """Make sure that the last command succeeded, or that its status was shown."""
        assert self.status == 0, f"`{self.command}` ended with status {self.status}, not shown:\n{self.said}"


def _run_in_shell(command: str) -> tuple[int, str]:
    """Return what a command does in a shell in which everything that it calls finds ``mapper``."""
    with TemporaryDirectory() as folder:
        mapper = Path(folder) / "mapper"
        mapper.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m mapper "$@"\n', encoding="utf-8")
        mapper.chmod(0o755)
        path = f"{folder}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env={**os.environ, "PATH": path, "PYTHONPATH": str(ROOT)} | NO_GIT_SETTINGS,
            check=False,
        )
    return done.returncode, done.stdout


def _with_output(prompt: str, match: re.Match[str], run: Callable[[str], str]) -> str:
    """Return what was typed, with what it shows if that is what was printed, and with what was printed otherwise."""
    shown, printed = match["said"].rstrip("\n"), run(match["input"]).rstrip("\n")
    gap = match["said"][len(shown) :]
    if not _agree(shown, printed):
        gap = ("\n" if printed else "") + (gap.removeprefix("\n") if shown else gap)
        shown = _with_the_same_left_out(shown, printed)
    return f"{prompt}{match['input']}{shown}{gap}"


def _agree(shown: str, printed: str) -> bool:
    """Return whether what is shown is what was printed, but for what is left out."""
    lines = [LEFT_OUT.get(line.strip(), re.escape(line)) for line in shown.split("\n")]
    return re.fullmatch("\n".join(lines), printed) is not None


def _with_the_same_left_out(shown: str, printed: str) -> str:
    """Return what was printed, without what is left out, as far as the lines around that are still printed."""
    parts, left, kept = re.split(r"^ *…$\n?", shown, flags=re.M), printed.split("\n"), []
    for number, part in enumerate(parts):
        edges = [line for line in part.split("\n") if line]
        if edges and not {edges[0] if number else edges[-1], edges[-1]} <= set(left):
            return printed
        start = left.index(edges[0]) if edges and number else 0
        end = left.index(edges[-1]) + 1 if edges else 0
        kept.append("\n".join(left[start:end]) + part[len(part.rstrip("\n")) :])
        left = left[end:]
    return "…\n".join(kept).rstrip("\n") if len(parts) > 1 else printed


def _with_sections(case: str, sections: str, *, by_entry: bool) -> str:
    """Return a case with some sections in the place of those of the same name, or at its end."""
    for section in SECTION.finditer(sections):
        old = _named(SECTION, section["name"], case)
        text = section[0]
        if old and by_entry:
            text = old[0]
            for entry in ENTRY.finditer(section[0]):
                text = _with(text, entry[0], _named(ENTRY, entry["name"], text), before="")
        case = _with(case, text, old, before="\n")
    return case


def _named(part: re.Pattern[str], name: str, text: str) -> re.Match[str] | None:
    return next((found for found in part.finditer(text) if found["name"] == name), None)


def _with(text: str, part: str, old: re.Match[str] | None, before: str) -> str:
    """Return a text with a part of it in the place of an old one and of its blank lines, or at the end."""
    if old is None:
        return f"{text.rstrip()}\n{before}{part.rstrip()}\n"
    gap = old[0][len(old[0].rstrip()) :]
    return text[: old.start()] + part.rstrip() + gap + text[old.end() :]


def pictures(page: str) -> list[str]:
    """Return the names of the pictures that a page shows."""
    return [match["name"] for match in PICTURE.finditer(page)]


def renew(page: Path) -> bool:
    """Write a page and its pictures anew with what is really printed and drawn; return whether that changed it."""
    before = page.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        after = renewed(before, Path(folder))
        drawn = {PICTURES / name: (Path(folder) / name).read_bytes() for name in pictures(after)}
    stale = [path for path, data in drawn.items() if not path.exists() or path.read_bytes() != data]
    for path in stale:
        path.write_bytes(drawn[path])
    page.write_text(after, encoding="utf-8")
    return after != before or bool(stale)


def renew_all(pages: Sequence[Path]) -> int:
    """Write pages anew, say which changed or failed, and return the exit status."""
    os.environ.pop("COLUMNS", None)
    status = 0
    for page in pages:
        try:
            news = "shows something new" if renew(page) else ""
        except AssertionError as error:
            news, status = str(error), 1
        if news:
            sys.stdout.write(f"{page.relative_to(ROOT)}: {news}\n")
    return status


if __name__ == "__main__":
    sys.exit(renew_all([Path(name).resolve() for name in sys.argv[1:]] or PAGES))
