"""What every test shares."""

from __future__ import annotations

import pytest
from hypothesis import settings

pytest.register_assert_rewrite("tests.browser")

from tests.browser import browser, mermaid_script, new_page, page, watch  # noqa: E402  (rewritten as it is imported)

__all__ = ["browser", "mermaid_script", "new_page", "page", "watch"]

# How long an example takes says nothing about whether it is right, and machines differ. On a CI machine hypothesis
# starts from a profile of its own (the same examples on every run), which stays in force otherwise.
settings.register_profile("mapper", settings(), deadline=None)
settings.load_profile("mapper")

# Ends whichever process imports it as soon as that opens a connection: for the processes under test only.
collect_ignore = ["no_network"]
