"""Serving a case: from the command line to the browser and back."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote
from urllib.request import urlopen

import pytest

from mapper.examples import flagship
from tests.answers import say

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser import Watch

ROOT = Path(__file__).parent.parent
SCENARIO = ("--scenario", "demurrer-2019")


@pytest.fixture
def case(tmp_path: Path) -> Path:
    """Return the sample case in a folder whose name has a blank."""
    folder = tmp_path / "my case"
    shutil.copytree(flagship().parent, folder)
    return folder / flagship().name


@contextmanager
def served(case: Path, *options: str, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Serve a case on any port; yield the process and the address that it names."""
    command = [sys.executable, "-m", "mapper", "serve", str(case), "--port", "0", *options]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env=surroundings) as process:
        assert process.stderr
        said = process.stderr.readline()
        address = re.fullmatch(r".* is at (http://127\.0\.0\.1:\d+/) – Ctrl-C ends it\n", said)
        try:
            assert address, said
            yield process, address[1]
        finally:
            process.kill()


def stopped(process: subprocess.Popen[str]) -> tuple[int, str]:
    """Press Ctrl-C; return the exit status, and what was said from then on."""
    process.send_signal(signal.SIGINT)
    assert process.stderr
    return process.wait(30), process.stderr.read()


def test_standard_input_cannot_be_served() -> None:
    said = say("serve", "-", text="mapper: 1\n")
    assert said.status == 2
    assert "what stands on standard input cannot be saved again; name a file" in said.err


def test_a_port_that_is_taken_is_an_error(case: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = say("serve", case, "--port", str(port))
    assert (said.status, said.err) == (
        2,
        f"error[port-taken]: port {port} cannot be had: address already in use\nhelp: name another, or leave --port out\n",
    )


def test_without_the_extra_it_says_how_to_get_it(case: Path, tmp_path: Path) -> None:
    (tmp_path / "uvicorn.py").write_text("raise ModuleNotFoundError(name='uvicorn')", encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    command = [sys.executable, "-m", "mapper", "serve", str(case)]
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error[extra-not-installed]: to serve a page, the Python package `uvicorn` is needed, and it is not installed\n"
        "help: pip install 'allegation-mapper[serve]'\n"
    )


def test_a_missing_file_is_shown_as_a_finding_and_awaited(case: Path) -> None:
    missing = case.with_name("missing.yaml")
    with served(missing) as (_, address):
        page = urlopen(address).read().decode("utf-8")
    assert "The case cannot be shown" in page
    assert "there is no file" in page


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be interrupted alone there")
def test_it_answers_and_ends_cleanly(case: Path) -> None:
    with served(case, *SCENARIO) as (process, address):
        page = urlopen(address).read().decode("utf-8")
        found = json.load(urlopen(f"{address}what-if?scenario=demurrer-2019&accept={quote('duty-reading')}"))
        with urlopen(f"{address}events") as news:
            version = news.readline().decode("ascii")
            assert stopped(process) == (0, "")
    known = re.search('<meta name="version" content="(.{16})">', page)
    assert known
    assert version == f"data: {known[1]}\n"
    assert found["headline"].startswith("Stands: ")


# Drawn anew


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be interrupted alone there")
def test_a_picture_is_drawn_anew_when_the_case_is_saved(case: Path, tmp_path: Path) -> None:
    text, drawn = case.read_text(encoding="utf-8"), tmp_path / "map.dot"
    command = [sys.executable, "-m", "mapper", "diagram", str(case), "-o", str(drawn), "--view", "overview", "--watch"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env=environment) as process:
        try:
            assert process.stderr
            assert process.stderr.readline() == f"{drawn} is drawn anew whenever {case} is saved – Ctrl-C ends it\n"
            save_until(
                case,
                text.replace("title: Does v.", "title: Saved Does v."),
                lambda: "Saved Does" in drawn.read_text("utf-8"),
            )
            case.write_text(text.replace("\nclaims:", "\nclaimz:"), encoding="utf-8")
            assert process.stderr.readline() == "error[unknown-key]: a case file has no key `claimz`\n"
            assert "Saved Does" in drawn.read_text("utf-8")
            process.send_signal(signal.SIGINT)
            assert process.wait(30) == 0
            assert "Traceback" not in process.stderr.read()
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be interrupted alone there")
def test_what_somebody_else_put_in_the_place_of_the_picture_is_kept(case: Path, tmp_path: Path) -> None:
    drawn = tmp_path / "map.dot"
    command = [sys.executable, "-m", "mapper", "diagram", str(case), "-o", str(drawn), "--view", "overview", "--watch"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stderr=subprocess.PIPE, encoding="utf-8", env=environment) as process:
        try:
            assert process.stderr
            assert process.stderr.readline().endswith("Ctrl-C ends it\n")
            drawn.write_text("mine", encoding="utf-8")
            save_until(case, case.read_text(encoding="utf-8"), lambda: process.poll() is not None)
            assert process.returncode == 2
            assert "nothing in it says that mapper made it" in process.stderr.read()
            assert drawn.read_text(encoding="utf-8") == "mine"
        finally:
            process.kill()


def save_until(case: Path, text: str, is_seen: Callable[[], bool]) -> None:
    """Save until that is seen: when observing has begun, nobody says."""
    for _ in range(100):
        case.write_text(text, encoding="utf-8")
        for _ in range(20):
            if is_seen():
                return
            time.sleep(0.1)
    pytest.fail("no save was ever seen")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("case.yaml", "--watch"), "--watch needs a file; add -o map.svg"),
        (("-", "--watch", "-o", "map.svg"), "what stands on standard input cannot be saved again; name a file"),
    ],
)
def test_what_cannot_be_drawn_anew_is_refused(arguments: tuple[str, ...], message: str) -> None:
    said = say("diagram", *arguments, text="mapper: 1\n")
    assert said.status == 2
    assert message in said.err


# In the browser


@contextmanager
def shown(page: Page, case: Path, place: str = "", *options: str) -> Iterator[subprocess.Popen[str]]:
    """Serve a case for as long as a page shows it."""
    with served(case, *options) as (process, address):
        page.goto(f"{address}{place}")
        yield process
        page.close()  # before the server is gone, which a page complains of


def choose(page: Page, label: str) -> None:
    """Press the button of this name in the panel."""
    page.locator("#\\~panel").get_by_role("button", name=label, exact=True).click()


def test_a_save_is_seen_and_the_reader_stays_where_they_were(page: Page, case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    with shown(page, case, "#amended-negligence", *SCENARIO):
        choose(page, "accepted")
        page.wait_for_url("**accept=amended-negligence**")
        before = page.url
        case.write_text(text.replace("title: Does v.", "title: Saved Does v."), encoding="utf-8")
        page.wait_for_selector("h1:text('Saved Does v.')")
        assert page.url == before
        assert page.locator("#\\~panel h2").inner_text() == "Negligence (second amended complaint)"


def test_findings_stand_in_place_of_a_blank_page(page: Page, case: Path) -> None:
    text = case.read_text(encoding="utf-8")
    line = text.splitlines().index("claims:") + 1
    with shown(page, case):
        case.write_text(text.replace("\nclaims:", "\nclaimz:"), encoding="utf-8")
        page.wait_for_selector("h1:text('The case cannot be shown')")
        said = page.locator("main").inner_text()
        assert f"{case}:{line}:1\n{line} | claimz:\n" in said
        assert "did you mean `claims`?" in said
        case.write_text(text, encoding="utf-8")
        page.wait_for_selector("h1:text('Does v.')")


def test_what_if_is_answered_by_the_engine(page: Page, case: Path) -> None:
    from mapper.api import load
    from mapper.render.text.reasons import because

    found = load(case).graph().evaluate(scenario="demurrer-2019", reject="section-230@amended-negligence")
    with shown(page, case, "#section-230@amended-negligence", *SCENARIO):
        with page.expect_response("**/what-if?*") as answer:
            choose(page, "rejected")
        assert answer.value.json()["reasons"][0] == because(found, next(iter(found.labels)))
        page.wait_for_selector("#\\~headline p:text('Stands: Negligence (second amended complaint).')")


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be interrupted alone there")
def test_a_page_whose_server_has_ended_says_so(page: Page, case: Path, watch: Watch) -> None:
    with shown(page, case) as process:
        stopped(process)
        page.wait_for_selector("#\\~server:text('mapper serve has stopped')")
    watch.forgive()
