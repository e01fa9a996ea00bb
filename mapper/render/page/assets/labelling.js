"use strict";

/**
 * The worklist of mapper.evaluate.grounded in JavaScript: the grounded labelling of a graph of statements and steps.
 *
 * The same integers, so the same labels. `evaluator.js` says in which context.
 */
const makeLabelling = (() => {
  /** Labels; what is assumed to be open is left open for good, and undecided in the end. */
  const UNDECIDED = 0, IN = 1, OUT = 2, LEFT_OPEN = 3;

  /** Return items by key in their order: those of key k are items[start[k]] to items[start[k + 1] - 1]. */
  function bucketed(size, keys, items) {
    const start = new Int32Array(size + 1);
    for (const key of keys) start[key + 1] += 1;
    for (let key = 0; key < size; key += 1) start[key + 1] += start[key];
    const place = start.slice();
    const found = new Int32Array(keys.length);
    keys.forEach((key, number) => { found[place[key]++] = items[number]; });
    return { start, items: found };
  }

  /** Return for each statement the steps in whose list it is. */
  function stepsByStatement(size, lists) {
    return bucketed(size, lists.flat(), lists.flatMap((list, step) => list.map(() => step)));
  }

  /**
   * Return the network: each step has gates, each with one rank of weight, that rise and fall.
   *
   * The first gate of a step rises once `first` premises hold, each further one with one more.
   */
  function network(compiled) {
    const size = compiled.names.length;
    const ranks = compiled.weights.map((weight) => (Array.isArray(weight) ? weight : [weight].filter(Boolean)));
    const owner = ranks.flatMap((list, step) => list.map(() => step));
    const rank = ranks.flat();
    const side = owner.map((step) => compiled.sides[step]);
    const order = rank.map((_, gate) => gate).sort((one, other) => rank[other] - rank[one]);
    return {
      size, rank, side,
      gate: bucketed(compiled.steps.length, owner, owner.map((_, gate) => gate)).start,
      first: compiled.weights.map((weight, step) => (Array.isArray(weight) ? 1 : compiled.premises[step].length)),
      premises: compiled.premises.map((list) => list.length),
      cuts: compiled.undercutters.map((list) => list.length),
      uses: stepsByStatement(size, compiled.premises),
      undercuts: stepsByStatement(size, compiled.undercutters),
      gates: bucketed(2 * size, order.map((gate) => side[gate]), order),
      issues: compiled.issues,
    };
  }

  /** The worklist: labels so far, and the interval of weights for and against each statement. */
  class Labelling {
    constructor(net, tables, standards, assumed, gone) {
      Object.assign(this, { net, tables, standards });
      this.labels = assumed.slice();
      this.queue = new Int32Array(net.size);
      this.waiting = 0;
      this.holding = new Int32Array(net.cuts.length);
      this.failing = new Int32Array(net.cuts.length);
      this.uncut = Int32Array.from(net.cuts);
      this.fallen = new Uint8Array(net.rank.length);
      this.sure = new Int32Array(2 * net.size);
      this.heaviest = net.gates.start.slice();
      this.contests = new Map();
      for (const step of gone) this.remove(step);
      for (const positions of net.issues) {
        const contest = new Contest(this, positions);
        for (const position of positions) this.contests.set(position, contest);
      }
    }

    /** Let a step count for nothing, whatever it rests on. */
    remove(step) {
      this.uncut[step] += 1;
      this.fallen.fill(1, this.net.gate[step], this.net.gate[step + 1]);
    }

    /** Return the labels once nothing more follows. */
    run() {
      this.begin();
      while (this.waiting) {
        this.waiting -= 1;
        const statement = this.queue[this.waiting];
        const holds = this.labels[statement] === IN;
        this.each(this.net.uses, statement, holds ? this.hold : this.fail);
        this.each(this.net.undercuts, statement, holds ? this.strike : this.spare);
      }
      return this.labels.map((label) => (label === LEFT_OPEN ? UNDECIDED : label));
    }

    /** Queue what is assumed, let the gates rise that wait for nothing, and label what no step can bring in. */
    begin() {
      this.labels.forEach((label, statement) => {
        if (label === IN || label === OUT) this.queue[this.waiting++] = statement;
      });
      this.uncut.forEach((cuts, step) => { if (!cuts) this.rise(step); });
      for (let statement = 0; statement < this.net.size; statement += 1) this.settle(statement);
    }

    /** Tell the steps of a statement about it. */
    each(rows, statement, tell) {
      for (let place = rows.start[statement]; place < rows.start[statement + 1]; place += 1) {
        tell.call(this, rows.items[place]);
      }
    }

    /** Take in that one more premise of a step holds. */
    hold(step) {
      this.holding[step] += 1;
      if (!this.uncut[step]) this.rise(step);
    }

    /** Take in that one more undercutter of a step fails. */
    spare(step) {
      this.uncut[step] -= 1;
      if (!this.uncut[step]) this.rise(step);
    }

    /** Take in that one more premise of a step fails. */
    fail(step) {
      const { gate, first, premises } = this.net;
      this.failing[step] += 1;
      const found = gate[step] + premises[step] - this.failing[step] + 1 - first[step];
      if (found >= gate[step] && found < gate[step + 1]) this.fall(found);
    }

    /** Take in that an undercutter of a step holds. */
    strike(step) {
      for (let gate = this.net.gate[step]; gate < this.net.gate[step + 1]; gate += 1) this.fall(gate);
    }

    /** Count as certain what weight a step has with as many premises as hold. */
    rise(step) {
      const { gate, first, side, rank } = this.net;
      const found = Math.min(gate[step] + this.holding[step] - first[step], gate[step + 1] - 1);
      if (found < gate[step] || rank[found] <= this.sure[side[found]]) return;
      this.sure[side[found]] = rank[found];
      this.follow(side[found] >> 1);
    }

    /** Count the weight of a gate as impossible. */
    fall(gate) {
      if (this.fallen[gate]) return;
      this.fallen[gate] = 1;
      this.follow(this.net.side[gate] >> 1);
    }

    /** Label a statement whose weights have changed, and its rivals, if that decides them. */
    follow(statement) {
      const contest = this.contests.get(statement);
      if (contest) contest.update(statement);
      this.settle(statement);
    }

    /** Label a statement if its standard decides it whatever the undecided ones turn out to be. */
    settle(statement) {
      if (this.labels[statement]) return;
      const [below, above = below] = this.tables[this.standards[statement]];
      const { sure, possible, blocked } = this.against(statement);
      if (!blocked && possible < below[this.sure[2 * statement]]) this.decide(statement, IN);
      else if (sure >= above[this.possible(2 * statement)]) this.decide(statement, OUT);
    }

    /** Return the weights against a statement, those of its rivals among them. */
    against(statement) {
      const side = 2 * statement + 1;
      const contest = this.contests.get(statement);
      const rival = contest ? contest.rivals(statement) : { sure: 0, possible: 0, blocked: false };
      return {
        sure: Math.max(this.sure[side], rival.sure),
        possible: Math.max(this.possible(side), rival.possible),
        blocked: rival.blocked,
      };
    }

    /** Label a statement for good. */
    decide(statement, label) {
      this.labels[statement] = label;
      this.queue[this.waiting++] = statement;
    }

    /** Return the rank of the heaviest gate of a side that has not fallen. */
    possible(side) {
      const { start, items } = this.net.gates;
      let place = this.heaviest[side];
      while (place < start[side + 1] && this.fallen[items[place]]) place += 1;
      this.heaviest[side] = place;
      return place < start[side + 1] ? this.net.rank[items[place]] : 0;
    }
  }

  /** One issue: the two best weights among the positions without an assumption, certain and possible. */
  class Contest {
    constructor(labelling, positions) {
      this.labelling = labelling;
      this.competing = new Set(positions.filter((position) => !labelling.labels[position]));
      this.blocked = positions.some((position) => labelling.labels[position] === LEFT_OPEN);
      this.sure = bestTwo([], null);
      this.possible = this.mostPossible();
    }

    /** Return the best weights among the rivals of a position, and whether an open one blocks it. */
    rivals(position) {
      const rank = (best) => (best.owner === position ? best.next : best.rank);
      return { sure: rank(this.sure), possible: rank(this.possible), blocked: this.blocked };
    }

    /** Take in that the weight for a position has changed; settle the others if that concerns them. */
    update(position) {
      if (!this.competing.has(position)) return;
      const { sure, possible } = this;
      const known = new Set([position, sure.owner, sure.second].filter((one) => one >= 0));
      this.sure = bestTwo(known, (one) => this.labelling.sure[2 * one]);
      if (position === possible.owner || position === possible.second) this.possible = this.mostPossible();
      if (alike(sure, this.sure) && alike(possible, this.possible)) return;
      for (const competitor of this.competing) this.labelling.settle(competitor);
    }

    mostPossible() {
      return bestTwo(this.competing, (position) => this.labelling.possible(2 * position));
    }
  }

  /** Return the best rank and whose it is, and the next best one of another position. */
  function bestTwo(positions, rankOf) {
    let best = { rank: 0, owner: -1, next: 0, second: -1 };
    for (const position of positions) {
      const rank = rankOf(position);
      if (rank > best.rank) best = { rank, owner: position, next: best.rank, second: best.owner };
      else if (rank > best.next) Object.assign(best, { next: rank, second: position });
    }
    return best;
  }

  function alike(one, other) {
    return one.rank === other.rank && one.owner === other.owner && one.next === other.next;
  }

  /**
   * Return a compiled graph, ready to be labelled again and again: `about` holds the steps about each statement, and
   * `labels` returns the label of each statement (0 undecided, 1 in, 2 out), given the number of its standard, what is
   * assumed about it (0 nothing, 1 accepted, 2 rejected, 3 open), and the steps that are gone.
   */
  return (compiled) => {
    const net = network(compiled);
    const about = bucketed(net.size, compiled.sides.map((side) => side >> 1), compiled.steps.map((_, step) => step));
    return {
      about: (statement) => [...about.items.subarray(about.start[statement], about.start[statement + 1])],
      labels: (standards, assumed, gone) => new Labelling(net, compiled.limits, standards, assumed, gone).run(),
    };
  };
})();
