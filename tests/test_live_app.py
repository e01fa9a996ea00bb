"""What the server answers, and whom."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from mapper.api import Graph, example
from mapper.diagnostics import Diagnostic, MapperError, Rule, Severity
from mapper.live.answers import Parameters, QuestionError
from mapper.live.app import News, application
from mapper.live.desk import Desk, Served

PORT = 8230
HERE = f"http://127.0.0.1:{PORT}"
BROKEN = Rule("broken", Severity.ERROR, "it is broken")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with a case, a source that it names, and a file that it does not."""
    (tmp_path / "case.yaml").write_text("as it was", encoding="utf-8")
    (tmp_path / "a source.html").write_text("<script>alert(1)</script>", encoding="utf-8")
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    return tmp_path


@pytest.fixture
def desk(folder: Path) -> Desk:
    """Return a desk whose page is the text of the case."""
    case = folder / "case.yaml"

    def read() -> Served:
        text = case.read_text(encoding="utf-8")
        if text == "broken":
            raise MapperError([Diagnostic(BROKEN, "it is broken")])
        return Served(
            text, (case,), example().graph(), {"a source.html": folder / "a source.html", "gone": folder / "gone"}
        )

    return Desk(read, lambda error: Served(f"wrong: {error}", (case,)))


def asked(_: Graph, parameters: Parameters) -> dict[str, object]:
    """Return what was asked, in place of an answer."""
    if ("scenario", "nope") in parameters:
        raise QuestionError("there is no such scenario")
    return dict(parameters)


@pytest.fixture
def client(desk: Desk) -> Iterator[TestClient]:
    """Return a browser of sorts."""
    with TestClient(application(desk, asked, News(), PORT), base_url=HERE) as found:
        yield found


def test_the_page_is_never_kept_and_never_framed(client: TestClient) -> None:
    answer = client.get("/")
    assert (answer.status_code, answer.text) == (200, "as it was")
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-security-policy"] == "frame-ancestors 'none'"
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("host", ["127.0.0.1:8230", "localhost:8230"])
def test_this_machine_is_welcome_under_its_names(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"host": host, "origin": f"http://{host}"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"host": "example.org"},
        {"host": "127.0.0.1"},
        {"host": "127.0.0.1:80"},
        {"host": "127.0.0.1:8230.example.org"},
        {"origin": "http://example.org"},
        {"origin": "https://127.0.0.1:8230"},
        {"origin": "null"},
    ],
)
@pytest.mark.parametrize("path", ["/", "/events", "/what-if", "/a%20source.html"])
def test_others_are_refused(client: TestClient, path: str, headers: dict[str, str]) -> None:
    answer = client.get(path, headers=headers)
    assert (answer.status_code, answer.text) == (403, "this server answers its own pages only\n")


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/", "/events", "/what-if", "/a%20source.html"])
def test_nothing_can_be_changed(client: TestClient, method: str, path: str) -> None:
    assert client.request(method, path).status_code == 405


def test_what_if_is_asked_with_the_parameters(client: TestClient) -> None:
    assert client.get("/what-if", params={"drop": "A", "scenario": "§ 230"}).json() == {
        "drop": "A",
        "scenario": "§ 230",
    }


def test_a_question_without_sense_is_refused_with_the_reason(client: TestClient) -> None:
    answer = client.get("/what-if", params={"scenario": "nope"})
    assert (answer.status_code, answer.json()) == (400, {"error": "there is no such scenario"})


def test_a_broken_case_answers_nothing(client: TestClient, desk: Desk, folder: Path) -> None:
    (folder / "case.yaml").write_text("broken", encoding="utf-8")
    desk.renew()
    answer = client.get("/what-if")
    assert (answer.status_code, answer.json()) == (503, {"error": "the case cannot be read at present"})


def test_a_source_is_shown_and_not_run(client: TestClient) -> None:
    answer = client.get("/a%20source.html")
    assert answer.text == "<script>alert(1)</script>"
    assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"


@pytest.mark.parametrize(
    "path",
    ["/secret.txt", "/case.yaml", "/gone", "/../secret.txt", "/%2e%2e/secret.txt", "/a%20source.html/../secret.txt", "//etc/passwd"],
)  # fmt: skip
def test_only_sources_of_the_case_are_served(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.text) == (404, "the case names no such source\n")


def test_a_broken_case_gives_its_findings_and_a_mended_one_its_page(desk: Desk, folder: Path) -> None:
    case, first = folder / "case.yaml", desk.served.version
    case.write_text("broken", encoding="utf-8")
    assert desk.renew()
    assert desk.served.page == "wrong: it is broken"
    assert desk.served.sources == {}
    assert not desk.renew()
    case.write_text("as it was", encoding="utf-8")
    assert desk.renew()
    assert desk.served.version == first
