"""The reporters of decisions, as they are abbreviated.

A table rather than a library: the few that American pleadings cite fit on a page, and reading them costs nothing when
the program starts. A decision in a reporter that is not here is still listed, as it is written.
"""

from __future__ import annotations

REPORTERS: tuple[str, ...] = (
    # Federal
    "U.S.",
    "S. Ct.",
    "L. Ed. 2d",
    "F.2d",
    "F.3d",
    "F.4th",
    "F. App'x",
    "F. Supp.",
    "F. Supp. 2d",
    "F. Supp. 3d",
    "F.R.D.",
    "B.R.",
    "Fed. Cl.",
    # California
    "Cal.",
    "Cal.2d",
    "Cal.3d",
    "Cal.4th",
    "Cal.5th",
    "Cal.App.",
    "Cal.App.2d",
    "Cal.App.3d",
    "Cal.App.4th",
    "Cal.App.5th",
    "Cal.Rptr.",
    "Cal.Rptr.2d",
    "Cal.Rptr.3d",
    # Texas, New York and the regions
    "Tex.",
    "S.W.2d",
    "S.W.3d",
    "N.Y.",
    "N.Y.2d",
    "N.Y.3d",
    "Cai. R.",
    "Am. Dec.",
    "A.2d",
    "A.3d",
    "N.E.2d",
    "N.E.3d",
    "N.W.2d",
    "P.2d",
    "P.3d",
    "S.E.2d",
    "So.2d",
    "So.3d",
    # England
    "Exch.",
    "Eng. Rep.",
    # Databases
    "WL",
)
"""Each as its normal form has it; blanks after periods may be left out or put in when it is read."""
