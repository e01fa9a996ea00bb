"""Texts that have a meaning somewhere: in XML, in DOT, in a shell, in a spreadsheet, on a terminal."""

from __future__ import annotations

from mapper.evaluate import Context, Evaluation, evaluate
from mapper.graph import MADE_OUT, Argument, ArgumentGraph, Statement
from mapper.vocabulary import Kind

HOSTILE: dict[str, str] = {
    "markup": "<script>alert(1)</script> </TD></TR></TABLE>> <B>bold</B><BR/>",
    "handlers": "<img src=x onerror=alert(1)> <svg onload=alert(2)> <a href='javascript:alert(3)'>go</a> \" onclick=alert(4) x=\"",
    "brackets": "a < b & c > d; 1 <> 2 << 3",
    "quotes": "\"double\" 'single' “curly” «angled» `back`",
    "entities": "&eacute; &amp; &lt; &#65; &#x41; &nbsp; & &;",
    "xml": "]]> <![CDATA[ x ]]> <!-- c --> <?pi?> <!DOCTYPE a>",
    "backslashes": r"\N \G \L \E \T \H \n \l \r C:\new\table \\ \ ",
    "records": "{a|b}|<port> [x] (y) a -> b; c -- d # e // f /* g */",
    "ports": "n1:e",
    "markdown": "# head **bold** _it_ *it* `code` ~~gone~~ [a](https://example.org/) ![b](https://example.org/b.png) | c |",
    "markdown-list": "1. one 2) two - three",
    "markdown-rule": "--- === +++",
    "mermaid": "end; A --> B %% c %%{init: {'theme': 'dark'}}%% click n1 call alert(1) :::c style n1 fill:#f00; fa:fa-car $$x^2$$",
    "mermaid-entities": "#35; #quot; #lt; ﬂ°35¶ß ﬂ°°35¶ß",
    "mermaid-styles": "classDef x fill:#f00;y style x:#abc;d linkStyle 0 stroke:#f00;",
    "addresses": "www.example.org https://example.org/x?y=z#w a.b@example.org ftp://example.org",
    "program-link": "javascript:alert(1)",
    "formula": "=cmd|' /C calc'!A0",
    "templates": "${x} {{y}} %s %(z)s {0} $(ls) `id`",
    "spaces": " \t tab \n newline \r\n and   more ",
    "controls": "bell\x07 escape\x1b[31m null\x00 delete\x7f next\x85",
    "not-characters": "lone \ud800 surrogate, \ufffe and \uffff",
    "right-to-left": "the words שלום עולם and العربية within",
    "overrides": "\u202eesrever\u202c \u2066isolated\u2069 \u200b\ufeff",
    "chinese": "原告らは被告を提訴した。訴訟",
    "emoji": "😀 👩‍👩‍👧 🏳️‍🌈 ⚖️",
    "combining": "e\u0301 a\u030a\u0323 Z\u0351\u036b\u0343\u036a",
    "devanagari": "वादी ने प्रतिवादी पर मुकदमा किया",
    "long-word": "x" * 2000,
    "long-text": "words that go on " * 120,
    "one-letter": "&",
    "backslash-at-the-end": "ends with \\",
    "looks-like-a-number": "1e3",
    "looks-like-nothing": "null",
}
"""Each text by what is nasty about it."""


def hostile_case() -> Evaluation:
    """Return a case in which each text is the text, the title and the note of a statement, and a warrant."""
    statements = [
        Statement(id=name, kind=Kind.PROPOSITION, title=f"{name} as title: {text}", text=text, note=text)
        for name, text in HOSTILE.items()
    ]
    whole = Statement(id="all", kind=Kind.CLAIM, text="All of it.")
    inner = Statement(id=f"all.{MADE_OUT}", kind=Kind.ELEMENT, part_of="all", element=MADE_OUT)
    steps = [
        Argument(id=f"{name}:{inner.id}", premises=(name,), conclusion=inner.id, warrant=text)
        for name, text in HOSTILE.items()
    ]
    last = Argument(id=f"{inner.id}:all", premises=(inner.id,), conclusion="all")
    graph = ArgumentGraph([*statements, inner, whole], [*steps, last])
    return evaluate(graph, Context(accept=tuple(HOSTILE)))
