"""`make bench`: one table of ours, baseline, ratio and budget; exits with 1 when a budget is missed."""

import sys

from benchmarks.rows import all_rows


def main() -> int:
    """Measures everything and prints it."""
    missed = 0
    print(f"{'what':<58}{'ours':>12}{'baseline':>12}{'ratio':>8}{'budget':>9}")
    for row in all_rows():
        missed += not row.kept
        mark = "" if row.kept else "  MISSED"
        print(f"{row.what:<58}{row.ours:>12}{row.baseline:>12}{row.ratio:>8}{row.budget:>9}{mark}", flush=True)
    print(f"{missed} missed" if missed else "all within budget")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
