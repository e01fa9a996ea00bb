"""What a new version says otherwise: nothing moved or reworded is told as gone and new."""

from __future__ import annotations

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.analysis.versions.changes import Edit, EntryChange, Happened, StepChange, TextChanges
from mapper.analysis.versions.compare import compare_texts
from mapper.analysis.versions.outcomes import Version, compare
from mapper.analysis.versions.renames import Renames
from mapper.build import build
from mapper.case.model import CaseModel
from mapper.vocabulary import Stage
from tests.cases import PRELUDE
from tests.test_analysis_explain import CASE


def model(sections: str) -> CaseModel:
    return CaseModel.model_validate(yaml.load(PRELUDE + sections, Loader=yaml.BaseLoader))


def compared(old: str, new: str) -> TextChanges:
    return compare_texts(model(old), model(new))


def entries(old: str, new: str) -> list[tuple[str, str, str, str]]:
    return [(c.happened.value, c.section, c.old_id, c.id) for c in compared(old, new).entries]


def steps(old: str, new: str) -> list[tuple[str, str, str]]:
    return [(c.happened.value, c.kind, c.address) for c in compared(old, new).steps]


def test_the_same_case_in_another_order_differs_in_nothing() -> None:
    head, _, tail = CASE.partition("propositions:")
    shuffled = head.replace("  SOLD: It sold tools.\n", "") + "propositions:" + tail
    shuffled = shuffled.replace("allegations:\n", "allegations:\n  SOLD: It sold tools.\n")
    assert not compared(CASE, shuffled)
    assert not compared(CASE, CASE)


def test_an_entry_that_came_or_went_is_told_with_its_steps() -> None:
    new = CASE.replace("  HURT: They were hurt.\n", "  HURT: They were hurt.\n  MORE: There is more.\n")
    new = new.replace("harm: [HURT]}}\n  conspiracy", "harm: [HURT, MORE]}}\n  conspiracy")
    assert entries(CASE, new) == [("came", "allegations", "", "MORE")]
    assert steps(CASE, new) == [("came", "support", "MORE:negligence.harm")]
    assert entries(new, CASE) == [("went", "allegations", "MORE", "MORE")]
    assert steps(new, CASE) == [("went", "support", "MORE:negligence.harm")]


def test_other_words_under_the_same_id_are_the_same_statement_reworded() -> None:
    (change,) = compared(CASE, CASE.replace("It sold tools.", "It leased machines to them.")).entries
    assert change.reworded
    assert change.edits == (Edit("text", "It sold tools.", "It leased machines to them."),)


def test_the_same_words_under_another_id_are_the_same_statement_renamed() -> None:
    found = compared(CASE, CASE.replace("SOLD", "VENDED"))
    assert found.entries == (EntryChange(Happened.RENAMED, "allegations", "VENDED", "SOLD", title="It sold tools."),)
    assert found.steps == ()


def test_nearly_the_same_words_under_another_id_are_so_too() -> None:
    old = CASE.replace("It sold tools.", "It sold tools for the trade to everybody who asked for them.")
    new = old.replace("SOLD", "VENDED").replace("who asked", "who paid")
    assert [(c.happened.value, c.reworded) for c in compared(old, new).entries] == [("renamed", True)]


def test_other_words_under_another_id_are_another_statement() -> None:
    new = CASE.replace("SOLD", "VENDED").replace("It sold tools.", "Machines were leased.")
    assert entries(CASE, new) == [("went", "allegations", "SOLD", "SOLD"), ("came", "allegations", "", "VENDED")]


def test_a_claim_takes_its_elements_bars_and_expectations_with_its_new_id() -> None:
    old = CASE.replace(
        "  wide: {accept: [wide]}",
        "  wide: {accept: [wide], expect: {negligence: {label: barred, because: section-230@negligence}}}",
    )
    found = compared(old, old.replace("negligence", "carelessness"))
    assert [(c.happened.value, c.old_id, c.id, c.edits) for c in found.entries] == [
        ("renamed", "negligence", "carelessness", ())
    ]
    assert found.steps == ()


def test_ids_change_where_they_are_ids_and_nowhere_else() -> None:
    renames = Renames({"statements": {"duty": "DUTY", "K2": "K9", "negligence": "carelessness"}})
    assert renames.address("K2+duty:negligence.duty") == "K9+DUTY:carelessness.duty"
    assert renames.address("section-230@negligence.duty") == "section-230@carelessness.duty"


def test_an_entry_in_another_section_is_the_same_entry_moved() -> None:
    new = CASE.replace("  HURT: They were hurt.\n", "") + "evidence:\n  HURT: They were hurt.\n"
    (change,) = compared(CASE, new).entries
    assert (change.happened.value, change.section) == ("changed", "evidence")
    assert Edit("section", "allegations", "evidence") in change.edits


def test_a_step_with_other_premises_weight_or_conclusion_is_the_same_step_changed() -> None:
    old = CASE.replace("duty: [SOLD], breach", "duty: [[SOLD, HURT]], breach", 1)
    new = CASE.replace("duty: [SOLD], breach", "duty: [[SOLD, HURT, KNEW]], breach", 1)
    (change,) = compared(old, new).steps
    assert change == StepChange(
        Happened.CHANGED,
        "support",
        "SOLD+HURT+KNEW:negligence.duty",
        (Edit("premises", "SOLD + HURT", "SOLD + HURT + KNEW"),),
    )
    weighed = CASE.replace("duty: [SOLD], breach", "duty: [{from: SOLD, weight: 0.5, warrant: So.}], breach", 1)
    (change,) = compared(CASE, weighed).steps
    assert change.edits == (Edit("weight", "", "1/2"), Edit("warrant", "", "So."))
    moved = CASE.replace("duty: [SOLD], breach: [SOLD], harm: [HURT]", "duty: [SOLD], harm: [HURT, SOLD]", 1)
    (change,) = compared(CASE, moved).steps
    assert change.edits == (Edit("conclusion", "negligence.breach", "negligence.harm"),)


def test_answers_are_told_apart_from_what_is_said() -> None:
    old = "allegations: {A: {text: A., response: {corp: denied}}}"
    new = "allegations: {A: {text: A., response: {corp: admitted}}}"
    (change,) = compared(old, new).entries
    assert (change.edits, change.answers) == ((), (Edit("corp", "denied", "admitted"),))


def test_sources_parties_scenarios_and_the_caption_are_compared() -> None:
    old = model("allegations: {A: {text: A., source: complaint ¶ 3, by: does}}\nscenarios: {s: {accept: [A]}}")
    new_prelude = (
        PRELUDE.replace("  complaint:", "  first-complaint:")
        .replace("  does:", "  women:")
        .replace("title: Doe v. Corp", "title: Does v. Corp")
        .replace("{title: Brief, kind: brief}", "{title: Brief, kind: brief, date: 2020}")
    )
    text = "allegations: {A: {text: A., source: first-complaint ¶ 3, by: women}}\nscenarios: {s: {reject: [A]}}"
    new = CaseModel.model_validate(yaml.load(new_prelude + text, Loader=yaml.BaseLoader))
    found = [(c.happened.value, c.section, c.id, c.edits) for c in compare_texts(old, new).entries]
    assert found == [
        ("changed", "case", "case", (Edit("title", "Doe v. Corp", "Does v. Corp"),)),
        ("renamed", "parties", "women", ()),
        ("renamed", "sources", "first-complaint", ()),
        ("changed", "sources", "brief", (Edit("date", "", "2020"),)),
        ("changed", "scenarios", "s", (Edit("accept", "A", ""), Edit("reject", "", "A"))),
    ]


def test_what_it_changes_in_what_stands_is_told_for_each_stage_and_scenario() -> None:
    new = CASE.replace(
        "negligence: {theory: tort, against: corp, support: {duty: [SOLD], ",
        "carelessness: {theory: tort, against: corp, support: {",
    ).replace("negligence", "carelessness")
    old_case, new_case = model(CASE), model(new)
    found = compare(
        Version(old_case, build(old_case, old_case.theories)),
        Version(new_case, build(new_case, new_case.theories)),
        stages=[Stage.PLEADING],
    )
    told = [
        (o.after.context.scenario, [(c.old, c.statement, c.before, c.after) for c in o.changes]) for o in found.outcomes
    ]
    assert [(where, [tuple(map(str, change)) for change in changes]) for where, changes in told] == [
        (
            None,
            [
                ("negligence.duty", "carelessness.duty", "made out", "not made out"),
                ("negligence.made-out", "carelessness.made-out", "made out", "not made out"),
                ("negligence", "carelessness", "open", "not made out"),
            ],
        ),
        (
            "wide",
            [
                ("negligence.duty", "carelessness.duty", "made out", "not made out"),
                ("negligence.made-out", "carelessness.made-out", "made out", "not made out"),
                ("negligence", "carelessness", "barred", "not made out"),
            ],
        ),
        (
            "narrow",
            [
                ("negligence.duty", "carelessness.duty", "made out", "not made out"),
                ("negligence.made-out", "carelessness.made-out", "made out", "not made out"),
                ("negligence", "carelessness", "stands", "not made out"),
            ],
        ),
    ]


def test_what_only_one_version_has_has_a_status_in_that_one_alone() -> None:
    old_case, new_case = (
        model(CASE),
        model(
            CASE.replace(
                "  conspiracy: {theory: tort, against: corp, support: {duty: [KNEW], breach: [SOLD], harm: [HURT]}}\n",
                "",
            )
        ),
    )
    versions = [Version(case, build(case, case.theories)) for case in (old_case, new_case)]
    gone = compare(versions[0], versions[1], stages=[Stage.TRIAL], scenarios=[]).outcomes[0].changes
    came = compare(versions[1], versions[0], stages=[Stage.TRIAL], scenarios=[]).outcomes[0].changes
    assert {c.statement for c in gone if c.after is None} == {c.statement for c in came if c.before is None}
    assert ("conspiracy", None) in [(c.statement, c.after) for c in gone]


WORDS = st.lists(
    st.sampled_from(["it", "sold", "leased", "tools", "to", "them", "and", "others", "knowing", "what", "they", "did"]),
    min_size=1,
    max_size=12,
)
texts = st.dictionaries(st.sampled_from("ABCDEFG"), WORDS.map(" ".join), max_size=6)


@settings(max_examples=100)
@given(texts, texts)
def test_every_entry_is_told_once_and_all_that_is_told_is_true(old: dict[str, str], new: dict[str, str]) -> None:
    found = compare_texts(_case(old), _case(new)).entries
    olds, news = [c.old_id for c in found if c.old_id], [c.id for c in found if c.happened is not Happened.WENT]
    assert len(olds) == len(set(olds))
    assert len(news) == len(set(news))
    assert {c.id for c in found if c.happened is Happened.CAME} <= set(new) - set(old)
    assert {c.id for c in found if c.happened is Happened.WENT} <= set(old) - set(new)
    silent = set(old) & set(new) - set(news) - set(olds)
    assert all(old[name] == new[name] for name in silent)
    assert set(old) | set(new) == silent | set(olds) | set(news)


def _case(statements: dict[str, str]) -> CaseModel:
    return CaseModel.model_validate({"mapper": "1", "case": {"title": "T"}, "allegations": statements})
