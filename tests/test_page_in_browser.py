"""The page as a reader uses it: in headless Chromium, from a file, with nothing but what is in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import mapper
from mapper.evaluate import Context, Evaluation, evaluate
from mapper.graph import ArgumentGraph
from mapper.render.diagram.dot.labels import readable
from mapper.render.diagram.scene import statuses
from mapper.render.diagram.scene.carriers import flow_of
from mapper.render.diagram.scene.items import key_of
from mapper.render.diagram.symbols import GLYPHS, MEANINGS, Mark
from mapper.render.diagram.views import View
from mapper.render.page import page as made
from mapper.render.page.picture import Neutral, picture
from mapper.render.text.reasons import because
from mapper.render.text.summary import summary
from mapper.vocabulary import Stage
from tests.hostile import HOSTILE
from tests.test_render_page import hostile_page

if TYPE_CHECKING:
    from playwright.sync_api import Page

    from tests.browser import NewPage

PHONE = {"width": 390, "height": 844}
Opened = Callable[..., "Page"]


@pytest.fixture(scope="session")
def graph() -> ArgumentGraph:
    return mapper.example().graph()


@pytest.fixture(scope="session")
def file(graph: ArgumentGraph, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write the page of the sample case, once."""
    path = tmp_path_factory.mktemp("page") / "case.html"
    path.write_bytes(made(evaluate(graph), View(), [claim.id for claim in graph.claims()]))
    return path


@pytest.fixture
def opened(new_page: NewPage, file: Path) -> Opened:
    """Return what opens the page of the sample case at a place in it, in a window."""

    def at(place: str = "", **options: object) -> Page:
        found = new_page(**options)
        found.goto(file.as_uri() + place)
        return found

    return at


def entries(page: Page) -> dict[str, str]:
    """Return what the outline says of the status of each item."""
    found: dict[str, str] = page.evaluate(
        "() => Object.fromEntries([...document.querySelectorAll('[data-k]')]"
        ".map((one) => [one.dataset.k, one.querySelector(':scope > .status').textContent]))"
    )
    return found


def wanted(evaluation: Evaluation) -> dict[str, str]:
    """Return what Python says of the status of each item."""
    items: dict[str, list[str]] = {}
    for statement in evaluation.graph.statements.values():
        if statement.element != "made-out":
            items.setdefault(key_of(statement), []).append(statement.id)
    return {key: _status(evaluation, names) for key, names in items.items()}


def _status(evaluation: Evaluation, names: list[str]) -> str:
    found = [evaluation.graph.statements[name] for name in names]
    marks = {statuses.mark_of(Neutral.of(evaluation), statement) for statement in found}
    if len(marks) > 1:
        return f"{GLYPHS[Mark.MIXED]} {MEANINGS[Mark.MIXED]}"
    return f"{GLYPHS[marks.pop()]} {statuses.word(Neutral.of(evaluation), found[0])}"


def panel(page: Page) -> str:
    return page.locator("aside").inner_text()


BY_ID = (
    "(part) => { const copy = part.cloneNode(true);"
    " for (const link of copy.querySelectorAll('a[title]:not(.ref)')) link.textContent = link.title;"
    " return [...copy.children].map((line) => line.textContent).join(' '); }"
)
"""Returns a text of the page in which links are called by their ids, as in Python's words, in place of titles."""


def headline(page: Page) -> str:
    """Return what the head says stands, by ids; what the scenario assumes is left out."""
    said: str = page.locator("#\\~headline").evaluate(BY_ID)
    return said.partition(" This scenario ")[0]


def card(page: Page, name: str) -> str:
    """Return a selector for the card of an id."""
    return f'svg [aria-label^="{name},"], svg [aria-label^="{name}:"], svg .card[aria-label*=" {name},"]'


# Scenarios and stages


def test_every_scenario_and_stage_has_the_statuses_and_the_headline_of_python(
    opened: Opened, graph: ArgumentGraph
) -> None:
    page = opened()
    claims = [claim.id for claim in graph.claims()]
    for scenario in (None, *graph.setting.scenarios):
        page.select_option("#\\~scenario", scenario or "")
        for stage in Stage:
            page.select_option("#\\~stage", stage.value)
            evaluation = evaluate(graph, Context(stage, scenario))
            assert entries(page) == wanted(evaluation)
            assert headline(page) == summary(evaluation, claims).replace("*", "")


def test_a_scenario_brings_its_own_stage(opened: Opened, graph: ArgumentGraph) -> None:
    page = opened()
    page.select_option("#\\~stage", "trial")
    page.select_option("#\\~scenario", "demurrer-2019")
    assert page.input_value("#\\~stage") == graph.setting.scenarios["demurrer-2019"].stage.value


def test_links_carry_what_python_says_that_they_do(opened: Opened, graph: ArgumentGraph) -> None:
    lines = picture(evaluate(graph), View(), "LR", 60.0).lines
    page = opened()
    for scenario in graph.setting.scenarios:
        page.select_option("#\\~scenario", scenario)
        evaluation = evaluate(graph, Context(graph.setting.scenarios[scenario].stage, scenario))
        found = page.evaluate(
            "() => [...document.querySelectorAll('[data-l]')].sort((a, b) => a.dataset.l - b.dataset.l)"
            ".map((one) => ['live', 'open', 'dead'].filter((flow) => one.classList.contains(flow)).join())"
        )
        assert found == [flow_of(evaluation, line.link.ways).value for line in lines]


def test_a_change_of_scenario_is_said_aloud(opened: Opened) -> None:
    page = opened()
    page.select_option("#\\~scenario", "demurrer-2019")
    assert (
        page.locator("#\\~said")
        .inner_text()
        .startswith("Falls: Trafficking, Civ. Code § 52.5 (second amended complaint) (barred), ")
    )


def test_what_differs_between_scenarios_is_not_drawn_for_good(opened: Opened) -> None:
    page = opened()
    absent = "() => [...document.querySelectorAll('svg .card.claim')].filter((one) => one.textContent.includes('not in play')).length"
    assert page.evaluate(absent) == 4
    page.select_option("#\\~scenario", "as-filed")
    assert "Not in play" in panel(opened("#scenario=as-filed&id=amended-negligence"))
    assert page.evaluate("() => document.querySelector('svg .card.claim').textContent.includes('not in play')") is False
    page.select_option("#\\~scenario", "as-filed-duty")
    assert "accepted by the scenario" not in page.locator("svg#\\~picture").inner_html()
    assert "Accepted in the scenario as-filed-duty" in panel(opened("#scenario=as-filed-duty&id=duty-reading"))


# The panel


def test_a_click_on_a_card_tells_everything_about_it(opened: Opened, graph: ArgumentGraph) -> None:
    page = opened()
    page.keyboard.press("0")
    page.locator(card(page, "KNEW")).first.click()
    said, statement = panel(page), graph.statements["KNEW"]
    reason = because(evaluate(graph), "KNEW")
    assert reason in page.locator("aside section").first.evaluate(BY_ID)
    assert page.url.endswith("#KNEW")
    for text in (
        "KNEW",
        statement.title,
        statement.text,
        str(statement.source),
        statement.quotes[0][1],
    ):
        assert text in said
    assert "Civil conspiracy (original complaint) conspiracy" in panel(opened("#conspiracy.awareness"))
    for heading in ("Supported by", "Bears on", "On the record"):
        assert heading in said


def test_supporters_and_attackers_are_lit_up_differently(opened: Opened) -> None:
    page = opened("#section-230.publisher")
    lit = page.evaluate(
        "() => ['chosen', 'supports', 'attacks'].map((role) => [...document.querySelectorAll(`button.${role}`)].map((one) => one.dataset.k))"
    )
    assert set(lit[0]) == {"section-230.publisher"}
    assert {"effect-reading", "ADS"} <= set(lit[1])
    assert "duty-reading" in lit[2]
    strokes = page.evaluate(
        "() => ['supports', 'attacks'].map((role) => getComputedStyle(document.querySelector(`svg .card.${role} > .face`)).strokeDasharray)"
    )
    assert strokes[0] != strokes[1]


def test_links_in_the_panel_lead_on_and_the_back_button_back(opened: Opened) -> None:
    page = opened("#negligence.duty")
    page.locator("aside a.ref", has_text="SINCE-2013").first.click()
    assert page.url.endswith("#SINCE-2013")
    page.go_back()
    page.locator("aside .top code", has_text="negligence.duty").wait_for()
    assert page.url.endswith("#negligence.duty")


def test_a_claim_that_a_change_lets_stand_says_that_its_elements_are_made_out(opened: Opened) -> None:
    said = panel(opened("#scenario=demurrer-2019&reject=section-230@amended-negligence&id=amended-negligence"))
    assert "Every element is made out" in said


def test_a_reason_leads_on_to_what_it_names(opened: Opened) -> None:
    page = opened("#scenario=as-filed-duty&accept=section-230@negligence&id=negligence")
    page.locator("aside p a", has_text="Section 230(c)(1)").click()
    assert page.url.endswith("id=section-230@negligence")


def test_a_step_says_whether_its_premises_are_needed_together_and_whether_it_helps(opened: Opened) -> None:
    said = [
        line.split("\n", 1)[0] for line in opened("#KNEW").locator("aside li small:first-of-type").all_inner_texts()
    ]
    assert said[:5] == [
        "needed together",
        "needed together",
        "not as things stand",
        "not as things stand",
        "undercuts the step from BOAST",
    ]


def test_the_headline_leads_to_the_claims_and_says_what_the_scenario_assumes(opened: Opened) -> None:
    page = opened("#scenario=demurrer-2019&id=")
    page.get_by_role("button", name="Details").click()
    said = page.locator("#\\~headline").inner_text()
    assert "This scenario accepts Effect reading and As it is written" in said
    page.locator("#\\~headline a", has_text="Gross negligence (second").click()
    assert page.url.endswith("id=amended-gross-negligence")


@pytest.mark.parametrize("width", [390, 1280, 2560])
def test_a_long_headline_is_cut_and_can_be_had_in_full(opened: Opened, width: int) -> None:
    page = opened("#scenario=demurrer-2019&id=", viewport={"width": width, "height": 844})
    tall = "() => document.querySelector('#\\\\~headline').offsetHeight"
    cut = page.evaluate(tall)
    assert cut <= 64
    page.get_by_role("button", name="Details").click()
    assert page.evaluate(tall) > cut
    assert page.evaluate("(one) => one.scrollHeight <= one.clientHeight + 1", page.query_selector("#\\~headline"))


def test_claims_that_are_not_in_play_come_last_in_the_outline(opened: Opened) -> None:
    page = opened("#scenario=as-filed-effect&id=")
    claims = "(all) => all.filter((one) => one.textContent.startsWith('claim')).map((one) => one.dataset.k)"
    found = page.locator(".tree > li > .line > .item")
    assert found.evaluate_all(claims)[:3] == ["negligence", "gross-negligence", "conspiracy"]
    page.select_option("#\\~scenario", "demurrer-2019")
    assert found.evaluate_all(claims)[:3] == ["amended-trafficking", "amended-negligence", "amended-gross-negligence"]


def test_what_courts_ruled_is_told(opened: Opened) -> None:
    assert "Superior Court of California" in panel(opened("#section-230@amended-negligence"))


@pytest.mark.parametrize(
    "address",
    [
        "negligence.duty",
        "section-230@negligence",
        "fosta@negligence.scope",
        "section-230.publisher",
        "BOAST:KNEW",
        "T08+T10:KNEW",
    ],
)
def test_every_form_of_address_is_a_place(opened: Opened, address: str) -> None:
    page = opened(f"#{address}")
    assert page.locator("aside h2").is_visible()


def test_an_address_that_leads_nowhere_shows_the_whole(opened: Opened) -> None:
    page = opened("#nothing-there")
    assert page.locator("aside").is_hidden()


# What if


@pytest.mark.parametrize("doing", ["accept", "reject", "open"])
def test_a_change_has_the_statuses_that_python_computes(opened: Opened, graph: ArgumentGraph, doing: str) -> None:
    page = opened()
    for name in ("SINCE-2013", "duty-reading", "section-230@negligence", "T01", "conspiracy.agreement", "negligence"):
        page.goto(page.url.partition("#")[0] + f"#scenario=as-filed-effect&{doing}={name}")
        page.wait_for_function(
            "(doing) => document.querySelector('#\\\\~changes').textContent.includes(doing)", arg=name
        )
        assert entries(page) == wanted(evaluate(graph, Context(Stage.PLEADING, "as-filed-effect", **{doing: (name,)})))


def test_taking_away_says_what_falls_and_undoing_brings_it_back(opened: Opened, graph: ArgumentGraph) -> None:
    page = opened("#scenario=as-filed-duty&id=section-230@negligence")
    before = entries(page)
    page.get_by_role("button", name="accepted").click()
    assert "Falls: Negligence (original complaint) (barred)" in page.locator("#\\~changes").inner_text()
    assert "was ✗ does not apply" in panel(page)
    assert page.locator("svg .was").count() > 0
    assert entries(page) == wanted(
        evaluate(graph, Context(Stage.PLEADING, "as-filed-duty", accept=("section-230@negligence",)))
    )
    page.get_by_role("button", name="accepted").click()
    assert entries(page) == before
    assert page.locator("#\\~changes").is_hidden()


def test_what_if_can_be_sent(opened: Opened) -> None:
    page = opened("#duty-reading")
    page.get_by_role("button", name="rejected").click()
    again = opened(page.url[page.url.index("#") :])
    assert entries(again) == entries(page)
    assert again.get_by_role("button", name="rejected").get_attribute("aria-pressed") == "true"
    again.get_by_role("button", name="Reset").click()
    assert again.locator("#\\~changes").is_hidden()


# Finding


def test_search_counts_and_goes_from_match_to_match(opened: Opened) -> None:
    page = opened()
    page.keyboard.press("/")
    page.keyboard.type("boast")
    assert page.locator("#\\~found").inner_text() == "1 found"
    page.keyboard.press("Enter")
    assert page.locator("#\\~found").inner_text() == "1 of 1"
    assert page.locator("button.found").get_attribute("data-k") == "BOAST"
    page.keyboard.press("Escape")
    assert page.url.endswith("#BOAST")


def test_filters_dim_what_does_not_fit_and_leave_the_map_as_it_is(opened: Opened) -> None:
    page = opened()
    before = page.locator("svg#\\~picture").bounding_box()
    page.locator("summary").click()
    page.locator("input[value=rebuttal]").uncheck()
    kinds = page.evaluate(
        "() => [...new Set([...document.querySelectorAll('svg .card.filtered')].map((one) => one.classList[1]))]"
    )
    assert kinds == ["rebuttal"]
    assert page.locator("svg#\\~picture").bounding_box() == before
    page.get_by_role("button", name="Show everything").click()
    assert page.locator(".filtered").count() == 0


# Moving about


def scale(page: Page) -> float:
    found: float = page.evaluate(
        "() => Number(document.querySelector('#\\\\~picture').style.transform.match(/scale\\((.*)\\)/)[1])"
    )
    return found


def test_the_map_is_moved_and_scaled_by_wheel_keys_and_buttons(opened: Opened) -> None:
    page = opened()
    at = scale(page)
    page.mouse.move(600, 500)
    page.mouse.wheel(0, -200)
    page.wait_for_function(
        "(at) => !document.querySelector('#\\\\~picture').style.transform.includes(`scale(${at})`)", arg=at
    )
    assert scale(page) > at
    page.keyboard.press("0")
    whole = scale(page)
    page.keyboard.press("+")
    assert scale(page) == pytest.approx(whole * 1.25, rel=1e-4)
    page.get_by_role("button", name="Show the whole map").click()
    assert scale(page) == whole


def test_dragging_moves_the_map_and_opens_nothing(opened: Opened) -> None:
    page = opened()
    before = page.locator("svg#\\~picture").bounding_box()
    page.mouse.move(300, 300)
    page.mouse.down()
    page.mouse.move(360, 340, steps=4)
    page.mouse.up()
    after = page.locator("svg#\\~picture").bounding_box()
    assert before
    assert after
    assert (after["x"] - before["x"], after["y"] - before["y"]) == pytest.approx((60, 40), abs=1)
    assert page.locator("aside").is_hidden()


def test_a_card_that_is_asked_for_can_be_read(opened: Opened) -> None:
    page = opened("#T05")
    page.wait_for_timeout(400)
    box = page.locator("svg .row.chosen").first.bounding_box()
    assert box
    assert scale(page) >= 1.5
    assert 0 < box["x"] < 880
    assert 100 < box["y"] < 720


def test_the_keyboard_is_enough(opened: Opened) -> None:
    page = opened()
    page.locator("#\\~window").evaluate("() => document.querySelector('svg [role=button]').focus()")
    first = page.evaluate("() => document.activeElement.getAttribute('aria-label')")
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.getAttribute('aria-label')") != first
    page.keyboard.press("Enter")
    assert page.locator("aside").is_visible()
    assert page.evaluate("() => document.activeElement.tagName") == "ASIDE"
    page.keyboard.press("Escape")
    assert page.locator("aside").is_hidden()
    assert page.evaluate("() => document.activeElement.getAttribute('role')") == "button"
    page.keyboard.press("?")
    assert page.locator("dialog").is_visible()
    assert page.evaluate("() => document.activeElement.textContent") == "How to read the map"
    page.keyboard.press("Escape")
    assert page.locator("dialog").is_hidden()
    page.keyboard.press("o")
    assert page.locator(".tree").is_visible()


def test_arrow_keys_go_from_card_to_card(opened: Opened) -> None:
    page = opened("#amended-trafficking")
    page.keyboard.press("Escape")
    page.locator('svg [aria-label^="claim amended-trafficking,"]').focus()
    focused = "() => document.activeElement.getAttribute('aria-label')"
    page.keyboard.press("ArrowRight")
    assert page.evaluate(focused).startswith("element amended-trafficking.")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused).startswith(("element amended-trafficking.act,", "section-230,"))
    page.keyboard.press("ArrowLeft")
    assert page.evaluate(focused).startswith("claim amended-")


@pytest.mark.parametrize("screen", [PHONE, {"width": 1280, "height": 800}])
def test_the_map_begins_at_the_first_claim_in_play(opened: Opened, screen: dict[str, int]) -> None:
    page = opened(viewport=screen)
    page.get_by_role("button", name="Map", exact=True).click()
    box = page.locator('svg [aria-label^="claim amended-trafficking,"]').bounding_box()
    assert box
    assert box["x"] == pytest.approx(24, abs=6)
    assert 200 < box["y"] < 600


def test_cards_are_reached_in_reading_order(opened: Opened) -> None:
    page = opened()
    names = page.locator("svg [role=button]").evaluate_all("(all) => all.map((one) => one.getAttribute('aria-label'))")
    assert names[0].startswith("claim amended-trafficking,")
    assert names[1].startswith("element amended-trafficking.victim,")


# Screens, themes, paper


def test_a_phone_gets_the_outline_first_and_a_sheet_from_below(opened: Opened) -> None:
    page = opened(viewport=PHONE, has_touch=True)
    assert page.locator("#\\~map").is_hidden()
    page.locator("button.item", has_text="Victim").first.tap()
    box = page.locator("aside").bounding_box()
    assert box
    assert (box["x"], box["width"]) == (0, 390)
    assert box["y"] > 844 / 4
    page.get_by_role("button", name="Show on the map").tap()
    assert page.locator("#\\~map").is_visible()
    assert page.evaluate("() => document.documentElement.scrollWidth") == 390


def test_the_outline_comes_before_the_map_for_who_has_it_read_aloud(opened: Opened) -> None:
    page = opened()
    order = page.evaluate("() => [...document.querySelectorAll('main > *')].map((one) => one.id)")
    assert order == ["~outline", "~map", "~panel"]
    said = page.locator("#\\~outline").aria_snapshot()
    assert 'button "Below: Negligence (original complaint)" [expanded]' in said
    assert 'button "claim Negligence (original complaint) ? open not in play"' in said


@pytest.mark.parametrize("system", ["light", "dark"])
def test_the_theme_is_that_of_the_system_until_it_is_changed(opened: Opened, system: str) -> None:
    page = opened(color_scheme=system)
    ground = "() => getComputedStyle(document.body).backgroundColor"
    assert (page.evaluate(ground) == "rgb(22, 24, 28)") is (system == "dark")
    page.get_by_role("button", name="Light" if system == "dark" else "Dark", exact=True).click()
    assert (page.evaluate(ground) == "rgb(22, 24, 28)") is (system == "light")


def test_paper_has_the_map_and_no_controls(opened: Opened) -> None:
    page = opened("#negligence", color_scheme="dark")
    page.emulate_media(media="print")
    assert page.locator("nav").is_hidden()
    assert page.locator("aside").is_hidden()
    assert page.locator("svg#\\~picture").is_visible()
    assert page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"


# Hostile text


def test_hostile_text_is_text_and_runs_nothing(new_page: NewPage, tmp_path: Path) -> None:
    file = tmp_path / "hostile.html"
    file.write_text(hostile_page(), encoding="utf-8", newline="\n")
    page = new_page()
    page.on("dialog", lambda dialog: pytest.fail(f"a text opened a dialog: {dialog.message}"))
    page.goto(file.as_uri())
    for name, text in HOSTILE.items():
        page.goto(f"{file.as_uri()}#{name}")
        page.locator("aside code", has_text=name).first.wait_for()
        assert page.locator("aside .text").evaluate("(one) => one.textContent") == readable(text)
    links = page.locator("a").evaluate_all("(all) => all.map((one) => one.protocol)")
    assert set(links) <= {"file:", "http:", "https:"}
    assert page.locator("main script, main td, main b b, main iframe").count() == 0
