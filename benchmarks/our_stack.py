"""The same job as ``usual_stack``, done by this package."""

from __future__ import annotations

import sys
from collections import Counter

import mapper
from mapper.vocabulary import Kind, Label, Stage

WRITTEN = (Kind.ALLEGATION, Kind.EVIDENCE, Kind.REBUTTAL)


def main(path: str) -> None:
    """Print how many of the statements that persons wrote bear each label."""
    graph = mapper.load(path).graph()
    evaluation = graph.evaluate(stage=Stage.TRIAL)
    counts = Counter(evaluation.label(s.id) for s in graph.of_kind(*WRITTEN))
    print(counts[Label.IN], counts[Label.OUT], counts[Label.UNDECIDED])


if __name__ == "__main__":
    main(sys.argv[1])
