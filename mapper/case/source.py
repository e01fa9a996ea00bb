"""Text in YAML or JSON to plain values with their places; the only module that knows YAML.

YAML is read from libyaml's events, pulled one by one. The usual way to build values recurses until the interpreter
crashes, keeps the last of two equal keys and guesses types (``no`` is false, ``12:30`` a number), all of it
silently. Here every text stays text, and what is not plain is a finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import Protocol

from yaml import CBaseLoader, YAMLError
from yaml.error import MarkedYAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)
from yaml.reader import ReaderError

from mapper import rules
from mapper.case.builder import LIMITS, QUOTE, Builder, Limits, UnreadableError
from mapper.case.document import Document, Value

_JSON_BEGINS = re.compile(r'\s*\{\s*"')
_BEGINS = (MappingStartEvent, SequenceStartEvent)
_ENDS = (MappingEndEvent, SequenceEndEvent)
_WORD = re.compile(r"[^\s,\]}]+")
_COMMENT = re.compile(r"#\w")
_REST_OF_LINE = re.compile(r"[^\r\n]*")
_COMMENT_HELP = "put the whole text in quotes, or a blank after the `#` of a comment"


class _Mark(Protocol):
    """A place of libyaml's; characters from the beginning of the text."""

    index: int


class _Event(Protocol):
    """What the events of libyaml have; which of it depends on the event."""

    start_mark: _Mark
    end_mark: _Mark
    anchor: str | None
    tag: str | None
    value: str
    style: str | None


_Events = Callable[[], _Event]


def read(path: str, text: str, limits: Limits = LIMITS) -> Document:
    """Return the values of a text, their places, and what there is to say about the text itself.

    A path that ends in ``.json`` is read as JSON, any other as YAML; without an ending, as standard input has none,
    a text is JSON if it begins like it. Nothing is raised: a text that cannot be read gives a document with a finding that says why.

    Complexity: linear in the text.
    """
    builder = Builder(path, text, limits)
    try:
        _reader(path, text)(builder)
    except UnreadableError:
        pass
    except UnicodeEncodeError as error:
        builder.report_character(error.start)
    return builder.finish()


def _reader(path: str, text: str) -> Callable[[Builder], None]:
    ending = PurePath(path).suffix.lower()
    if ending == ".json" or (not ending and _JSON_BEGINS.match(text)):
        from mapper.case.json_text import read_json

        return read_json
    return read_yaml


def read_yaml(builder: Builder) -> None:
    """Fill the builder from YAML.

    Raises:
        UnreadableError: if the text cannot be read to its end; the builder says why.
        UnicodeEncodeError: if the text holds half a surrogate pair.
    """
    text = builder.document.text
    try:
        _feed(_events(text), builder)
    except ReaderError as error:
        builder.report_character(len(text.encode()[: error.position].decode(errors="ignore")))
    except MarkedYAMLError as error:
        _report_syntax(builder, error)
    else:
        for start, end in _cut_texts(text):
            message = f"`{text[start:end]}` is taken for a comment"
            builder.report(rules.TEXT_CUT_BY_COMMENT, message, start, end, help=_COMMENT_HELP)


def _events(text: str) -> _Events:
    return CBaseLoader(text).get_event  # type: ignore[return-value]  # the stubs allow for events without a place


def _feed(take: _Events, builder: Builder) -> None:
    """Hand every event to the builder; the branches stand in the order of how often they are taken."""
    add, put = builder.add, builder.put
    while True:
        event = take()
        kind: type = event.__class__
        if kind is ScalarEvent:
            if event.anchor is not None or event.tag is not None:
                _report_property(builder, event)
            text = event.value
            add(event.start_mark.index)
            add(event.end_mark.index)
            put(text if text or event.style else None)
        elif kind in _ENDS:
            put = builder.close(event.end_mark.index)
        elif kind in _BEGINS:
            put = _begin(builder, event)
        elif kind is StreamEndEvent:
            return
        elif kind in _OTHERS:
            _OTHERS[kind](builder, event)


def _begin(builder: Builder, event: _Event) -> Callable[[Value], None]:
    """Begin a list or a mapping, and return what takes its values."""
    if event.anchor is not None or event.tag is not None:
        _report_property(builder, event)
    kind: type = event.__class__
    return builder.open(event.start_mark.index, is_mapping=kind is MappingStartEvent)


def _alias(builder: Builder, event: _Event) -> None:
    start, end = event.start_mark.index, event.end_mark.index
    help = f"{QUOTE}, or write out what it stands for"
    builder.report(rules.ALIAS, "a text cannot begin with `*`", start, end, help=help)
    builder.text(f"*{event.anchor}", start, end)


def _document(builder: Builder, event: _Event) -> None:
    start, end = event.start_mark.index, event.end_mark.index
    if builder.document.offsets:
        help = "make it a file of its own"
        builder.stop(rules.SECOND_DOCUMENT, "a second document begins here", start, end, help=help)


_OTHERS: dict[type, Callable[[Builder, _Event], None]] = {
    AliasEvent: _alias,
    DocumentStartEvent: _document,
}


def _report_property(builder: Builder, event: _Event) -> None:
    """Report the anchor or the tag before a value."""
    start = event.start_mark.index
    word = _WORD.match(builder.document.text, start)
    rule, sign = (rules.ANCHOR, "&") if event.anchor is not None else (rules.TAG, "!")
    end = word.end() if word else start + 1
    builder.report(rule, f"a text cannot begin with `{sign}`", start, end, help=QUOTE)


def _report_syntax(builder: Builder, error: MarkedYAMLError) -> None:
    """Report what libyaml complains about, unless something on the same line has been reported already."""
    from mapper.case.syntax import complaint_about

    text = builder.document.text
    shown, began = _offsets(error)
    begins_line = not text[:shown].rpartition("\n")[2].strip()
    complaint = complaint_about(error.problem or "", text[shown : shown + 1], begins_line=begins_line)
    start = began if complaint.at_beginning else shown
    place = builder.document.at(start, start + 1)
    if any(finding.span and finding.span.line == place.line for finding in builder.findings):
        return
    related = [(builder.document.at(began, began + 1), complaint.began)] if complaint.began else []
    cuts = [builder.document.at(*cut) for cut in _cut_texts(text)]
    related += [(cut, "this is taken for a comment") for cut in cuts if cut.line in (place.line - 1, place.line)]
    message = complaint.message.format(found=_shown(text[start : start + 1]))
    builder.report(rules.SYNTAX, message, start, start + 1, help=complaint.help, related=tuple(related))


def _offsets(error: MarkedYAMLError) -> tuple[int, int]:
    """Return where the trouble showed, and where it began."""
    marks = [mark.index for mark in (error.problem_mark, error.context_mark) if mark]
    return (marks[0], marks[-1]) if marks else (0, 0)


def _shown(character: str) -> str:
    return {"": "the end of the file", "\n": "the end of the line"}.get(character, f"`{character}`")


def _cut_texts(text: str) -> list[tuple[int, int]]:
    """Return the comments that begin right after an unquoted text, with a letter or a digit after their ``#``.

    Almost no file has a candidate, so that the events are read again for those that have.
    """
    starts = {_end_before(text, match.start()): match.start() for match in _COMMENT.finditer(text)}
    starts.pop(None, None)
    ends = [end for end in _ends_of_plain_texts(text) if end in starts] if starts else []
    return [_comment(text, starts[end]) for end in ends]


def _end_before(text: str, offset: int) -> int | None:
    """Return where the blanks before an offset begin, if there are any."""
    end = offset
    while end and text[end - 1] in " \t":
        end -= 1
    return end if end < offset else None


def _comment(text: str, start: int) -> tuple[int, int]:
    line = _REST_OF_LINE.match(text, start)
    return start, line.end() if line else start


def _ends_of_plain_texts(text: str) -> Iterator[int]:
    """Yield where the unquoted texts end, as far as the text can be read."""
    take = _events(text)
    try:
        while not isinstance(event := take(), StreamEndEvent):
            if isinstance(event, ScalarEvent) and not event.style:
                yield event.end_mark.index
    except YAMLError:
        return
