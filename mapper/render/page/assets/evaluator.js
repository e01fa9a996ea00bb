"use strict";

/**
 * What holds in a context of the case, and what would hold if something were accepted, rejected, left open or gone.
 *
 * Python has computed the labels of every context; what they would be otherwise is computed here, with `labelling.js`.
 * What it reads is described key by key in mapper/render/page/compiled.py. Nothing here knows of the page.
 *
 * @typedef {{assumption: string, by: string, reason: string}} Given What is assumed about a statement and what set it:
 *   "accepted", "rejected" or "open"; by "stage", "scenario", "motion", "option" or "rival".
 * @typedef {{scenario: ?string, stage: string}} Context
 * @typedef {{accept?: number[], reject?: number[], open?: number[], drop?: number[], without?: number[]}} Changes
 *   Statements that are accepted, rejected, left open or dropped, and steps that are taken away.
 * @typedef {{labels: Uint8Array, given: function(number): ?Given, flow: function(number): number}} Result The label of
 *   each statement (0 undecided, 1 in, 2 out), what is assumed about it, and of a step whether it certainly has weight
 *   (2), may have some (1) or has none (0).
 */
const makeEvaluator = (() => {
  const UNDECIDED = 0, IN = 1, OUT = 2, LEFT_OPEN = 3;
  /** Assumptions, by the numbers of the labels that they set. */
  const ASSUMED = ["", "accepted", "rejected", "open"];
  const OPEN_IF_BARE = 4;
  const DEAD = 0, POSSIBLE = 1, LIVE = 2;

  /** Return the small numbers that a text of runs such as "3acb" stands for. */
  function unrun(text, size) {
    const found = new Uint8Array(size);
    let end = 0;
    for (const [, count, letter] of text.matchAll(/(\d*)([a-z])/g)) {
      const start = end;
      end += count ? Number(count) : 1;
      found.fill(letter.charCodeAt(0) - 97, start, end);
    }
    return found;
  }

  /** Return the rejections that follow from accepted positions. */
  function rejectedRivals({ issues, names }, givenTo) {
    const rejected = new Map();
    for (const positions of issues) {
      const accepted = positions.filter((position) => givenTo(position)?.assumption === "accepted");
      const given = { assumption: "rejected", by: "rival", reason: names[accepted[0]] };
      const losers = accepted.length ? positions.filter((position) => !accepted.includes(position)) : [];
      for (const position of losers) rejected.set(position, given);
    }
    return rejected;
  }

  /** Take in a layer of assumptions, with the rivals it rejects, below what is given already; of it the last counts. */
  function addLayer(compiled, given, { by, reason, accept = [], reject = [], open = [] }) {
    const layer = new Map();
    [accept, reject, open].forEach((statements, number) => {
      const found = { assumption: ASSUMED[number + 1], by, reason };
      for (const one of statements) if (!given[one]) layer.set(one, found);
    });
    const rejected = rejectedRivals(compiled, (position) => layer.get(position));
    for (const [one, found] of [...layer, ...rejected]) {
      if (!given[one]) given[one] = found;
    }
  }

  /**
   * What is asked of a compiled graph. `names` and `steps` are the ids of its statements and steps by number, `index`
   * and `stepIndex` their numbers by id, `contexts` its contexts in order: without a scenario first, and in each every
   * stage.
   */
  class Evaluator {
    constructor(compiled) {
      const { names, steps, stages, scenarios } = compiled;
      Object.assign(this, { compiled, names, steps });
      this.index = new Map(names.map((name, number) => [name, number]));
      this.stepIndex = new Map(steps.map((name, number) => [name, number]));
      this.contexts = scenarios.flatMap(({ name }) => stages.map((stage) => ({ scenario: name, stage })));
      this.labelling = makeLabelling(compiled);
      this.madeOut = new Map(compiled.madeOut);
      this.kept = new Set(compiled.kept);
    }

    /** Return whether a step can be taken away here: where no more hangs on it than what it carries. */
    canDrop(step) {
      return !this.kept.has(step);
    }

    /**
     * Return a context as it is, with the labels that Python computed.
     * @param {Context} context
     * @returns {Result}
     */
    known(context) {
      const { scenario, stage } = this.find(context);
      const gone = new Set();
      return this.result(unrun(scenario.labels[stage], this.names.length), this.given(scenario, stage, {}, gone), gone);
    }

    /**
     * Return the labelling in a context once other things are assumed. Linear in the links.
     * @param {Context} context
     * @param {Changes} changes
     * @returns {Result}
     * @throws {RangeError} If there is no such context, statement or step, or the step cannot be taken away here.
     */
    label(context, changes = {}) {
      const { scenario, stage } = this.find(context);
      this.check(changes);
      const gone = new Set(changes.without);
      const given = this.given(scenario, stage, changes, gone);
      const assumed = Uint8Array.from(given, (found) => (found ? ASSUMED.indexOf(found.assumption) : 0));
      const standards = unrun(this.compiled.attacked[scenario.attacked].standards[stage], this.names.length);
      return this.result(this.labelling.labels(standards, assumed, gone), given, gone);
    }

    /** Return a scenario and the number of a stage. */
    find({ scenario, stage }) {
      const found = this.compiled.scenarios.find(({ name }) => name === scenario);
      const number = this.compiled.stages.indexOf(stage);
      if (!found || number < 0) throw new RangeError(`no such context: ${scenario}, ${stage}`);
      return { scenario: found, stage: number };
    }

    /** Refuse changes of what is not there, or not to be changed. */
    check({ accept = [], reject = [], open = [], drop = [], without = [] }) {
      const known = (one, names) => Number.isInteger(one) && one >= 0 && one < names.length;
      for (const one of [...accept, ...reject, ...open, ...drop]) {
        if (!known(one, this.names)) throw new RangeError(`no statement has the number ${one}`);
      }
      for (const step of without) {
        if (!known(step, this.steps)) throw new RangeError(`no step has the number ${step}`);
        if (!this.canDrop(step)) throw new RangeError(`more hangs on ${this.steps[step]} than what it carries`);
      }
    }

    /** Return what is assumed about each statement: the asker comes first, then scenario, motion and stage. */
    given(scenario, stage, changes, gone) {
      const { compiled, madeOut } = this;
      const given = Array(this.names.length).fill(null);
      const dropped = changes.drop || [];
      const parts = dropped.filter((one) => madeOut.has(one)).map((one) => madeOut.get(one));
      const reject = [...(changes.reject || []), ...dropped, ...parts];
      addLayer(compiled, given, { ...changes, reject, by: "option", reason: "" });
      for (const layer of [...scenario.layers].reverse()) addLayer(compiled, given, layer);
      this.addStage(given, compiled.attacked[scenario.attacked], stage, gone);
      for (const [one, found] of rejectedRivals(compiled, (position) => given[position])) given[one] = found;
      return given;
    }

    /** Take in what the stage table assumes about the statements about which nothing is given. */
    addStage(given, attacked, stage, gone) {
      const { names, compiled } = this;
      const rows = unrun(attacked.rows, names.length);
      const counts = unrun(attacked.counts[stage], names.length);
      const founds = compiled.rows.map((reason) => ASSUMED.map((assumption) => ({ assumption, by: "stage", reason })));
      counts.forEach((count, one) => {
        if (!count || given[one]) return;
        const code = count === OPEN_IF_BARE && this.labelling.about(one).some((step) => !gone.has(step)) ? 0 : count;
        if (code) given[one] = founds[rows[one]][Math.min(code, LEFT_OPEN)];
      });
    }

    /** @returns {Result} */
    result(labels, given, gone) {
      return { labels, given: (one) => given[one], flow: (step) => (gone.has(step) ? DEAD : this.flow(labels, step)) };
    }

    /** Return whether a step certainly has weight under some labels, may have some, or has none. */
    flow(labels, step) {
      const { weights, premises, undercutters } = this.compiled;
      const count = (list, label) => list.filter((one) => labels[one] === label).length;
      const needed = Array.isArray(weights[step]) ? 1 : premises[step].length;
      const cuts = undercutters[step];
      const failing = premises[step].length - count(premises[step], OUT) < needed;
      if (!weights[step] || failing || count(cuts, IN)) return DEAD;
      return count(premises[step], IN) >= needed && count(cuts, OUT) === cuts.length ? LIVE : POSSIBLE;
    }

    /**
     * Return why a statement has its label, as numbers.
     *
     * `rivals` are the other positions of its issue. Of each step for it (`pro`) and against it (`con`): its `flow`,
     * the first premise that fails and that is open, and the first undercutter that holds and that may hold.
     * @param {Result} result
     * @param {number} statement
     */
    reasons({ labels, given, flow }, statement) {
      const first = (list, label) => list.find((one) => labels[one] === label) ?? null;
      const { premises, undercutters, sides, issues } = this.compiled;
      const steps = this.labelling.about(statement).map((step) => ({
        step, flow: flow(step), pro: sides[step] % 2 === 0,
        fails: first(premises[step], OUT), open: first(premises[step], UNDECIDED),
        cut: first(undercutters[step], IN), mayCut: first(undercutters[step], UNDECIDED),
      }));
      const positions = issues.find((issue) => issue.includes(statement)) || [statement];
      return {
        given: given(statement), rivals: positions.filter((one) => one !== statement),
        pro: steps.filter((step) => step.pro), con: steps.filter((step) => !step.pro),
      };
    }
  }

  return (compiled) => new Evaluator(compiled);
})();
