"""How it is written for Graphviz: from a scene and its plan to DOT."""
