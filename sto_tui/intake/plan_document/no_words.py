"""What fills a place in a plan and names nothing: a dash, `n.v.t.`, an amount."""

import re

DASHES = frozenset({"-", "–", "—"})
NOTHING = DASHES | {"n.v.t", "n.v.t.", "nvt", "geen"}
# `Budget` with 1.000 below each quarter is no activity.
AMOUNT = re.compile(r"€?\s*[\d.,]+\s*(?:%|euro|uur|fte|k|,-)?", re.IGNORECASE)
