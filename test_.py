from __future__ import annotations

import pytest

from cleaner.filters import 
from tests.filters.helpers import (
    Junk,
    assert_covers,
    assert_kept,
    assert_removed,
    headed,
    ident,
    page,
    removed_alone,
)

 M src/cleaner/assemble.py
 M src/cleaner/grammar/dates.py
 M src/cleaner/grammar/shape.py
 M tests/filters/test_comments.py
 M tests/filters/test_consent.py
 M tests/filters/test_footer.py
 M tests/filters/test_publisher.py
?? test_.py
?? tests/filters/test_readmore.py
?? tests/filters/test_related.py
?? tests/filters/test_scripts.py
?? tests/filters/test_sharing.py
?? tests/filters/test_stubs.py
?? tests/filters/test_syndication.py
?? tests/filters/test_tags.py
?? tests/filters/test_widgets.py
