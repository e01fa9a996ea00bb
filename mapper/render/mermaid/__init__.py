"""The picture as a flowchart of Mermaid, which code hosts, wikis and notebooks draw from text.

The same scene as in every other format: cards, references, points and links, in bands. Where it all goes, Mermaid
decides.
"""

from __future__ import annotations

from mapper.render.mermaid.chart import mermaid, remark

__all__ = ["mermaid", "remark"]
