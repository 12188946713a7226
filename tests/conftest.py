"""Let the shared assertions say what differs when they fail."""

import pytest

pytest.register_assert_rewrite("tests.filters.helpers", "tests.grammar.helpers", "tests.parse.helpers")
