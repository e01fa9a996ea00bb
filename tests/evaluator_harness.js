"use strict";

/* What the tests ask of the evaluator: everything it says about each context after a change, ready to be compared. */

function answer(evaluator, [context, changes]) {
  const result = changes ? evaluator.label(context, changes) : evaluator.known(context);
  return {
    labels: [...result.labels],
    given: evaluator.names.map((_, statement) => result.given(statement)),
    flows: evaluator.steps.map((_, step) => result.flow(step)),
    reasons: evaluator.names.map((_, statement) => evaluator.reasons(result, statement)),
  };
}

function answers(text) {
  const found = JSON.parse(text).map(([compiled, questions]) => {
    const evaluator = makeEvaluator(compiled);
    return questions.map((question) => answer(evaluator, question));
  });
  return JSON.stringify(found);
}
