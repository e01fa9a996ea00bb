"""Texts that have a meaning somewhere: in XML, in DOT, in a shell, in a spreadsheet, on a terminal."""

from __future__ import annotations

HOSTILE: dict[str, str] = {
    "markup": "<script>alert(1)</script> </TD></TR></TABLE>> <B>bold</B><BR/>",
    "brackets": "a < b & c > d; 1 <> 2 << 3",
    "quotes": "\"double\" 'single' “curly” «angled» `back`",
    "entities": "&eacute; &amp; &lt; &#65; &#x41; &nbsp; & &;",
    "xml": "]]> <![CDATA[ x ]]> <!-- c --> <?pi?> <!DOCTYPE a>",
    "backslashes": r"\N \G \L \E \T \H \n \l \r C:\new\table \\ \ ",
    "records": "{a|b}|<port> [x] (y) a -> b; c -- d # e // f /* g */",
    "ports": "n1:e",
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
