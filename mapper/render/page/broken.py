"""The page that is served while a case cannot be read: what is wrong, where, and what was probably meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from xml.etree import ElementTree as ET

from mapper.diagnostics import Diagnostic, Span
from mapper.render.excerpt import Excerpts, visible
from mapper.render.fontface import fontface_css
from mapper.render.page.html import html, in_one_function, joined
from mapper.render.page.markup import element
from mapper.render.page.style import palette_css


def broken(path: str, findings: Sequence[Diagnostic], texts: Mapping[str, str]) -> str:
    """Return a page of findings, which is loaded anew when the case is saved.

    Args:
        path: the case file.
        findings: what is wrong with it.
        texts: what stands in its files, by path.
    """
    excerpts = Excerpts(texts)
    body = element(
        "body",
        element(
            "header",
            element("div", element("h1", "The case cannot be shown"), element("p", path, class_="court")),
            element("p", "Save the file once this is mended; the page comes back by itself.", id="~headline"),
        ),
        element("main", *(_section(finding, excerpts) for finding in findings), class_="findings"),
    )
    text = "".join(body.itertext())
    style = palette_css() + joined(("page.css", "live.css")) + fontface_css(text, text)
    return html("The case cannot be shown", body, style, in_one_function(("reload.js",)), live=True)


def _section(finding: Diagnostic, excerpts: Excerpts) -> ET.Element:
    named = f"{finding.severity.word}[{finding.rule.name}]"
    found = element("section", element("h2", element("small", named), visible(finding.message)))
    if finding.span:
        found.append(element("pre", "\n".join(_lines(finding.span, excerpts))))
    for span, text in finding.related:
        found.append(element("p", f"{visible(text)}{f' ({_place(span)})' if span else ''}"))
    if finding.help:
        found.append(element("p", element("strong", "Help: "), visible(finding.help)))
    return found


def _lines(span: Span, excerpts: Excerpts) -> Iterator[str]:
    """Yield the place of a finding, and the line that it is about with a caret below it."""
    yield _place(span)
    excerpt = excerpts.of(span)
    if excerpt:
        edge = " " * len(str(span.line))
        yield f"{span.line} | {excerpt.line}"
        yield f"{edge} | {' ' * excerpt.before}{'^' * excerpt.under}"


def _place(span: Span) -> str:
    return f"{visible(span.path)}:{span.line}:{span.column}"
