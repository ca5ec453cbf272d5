"""When a whole index is committed, so that it ends as a single segment.

The engine makes one segment of eight that have about the same size, and has no command to merge:
eight equal commits are the command, or eight times eight. A build that was stopped goes on with as
many as are missing.
"""

from collections.abc import Sequence

# Documents between two commits of a long work: few enough to lose little, many enough to be fast.
COMMIT_EVERY = 100_000
# Segments of one size that the engine makes one of.
MERGED = 8
# A segment larger than that many portions has been merged already.
LARGE = 3


def ends(total: int, done: int, segments: Sequence[int] = ()) -> list[int]:
    """The counts of documents at which to commit, the last one being `total`.

    done: how many are there already; segments: how many documents each segment of these has.
    """
    left = total - done
    if left <= 0:
        return []
    commits = _missing(total, segments)
    return [done + -(-left * rank // commits) for rank in range(1, commits + 1)]


def _missing(total: int, segments: Sequence[int]) -> int:
    if total <= COMMIT_EVERY:
        return 1
    wanted = MERGED if total <= COMMIT_EVERY * MERGED else MERGED * MERGED
    merged = sum(size > LARGE * total / wanted for size in segments) if wanted > MERGED else 0
    # Eight small ones or more only wait for the next commit to be made one.
    small = min(len(segments) - merged, MERGED - 1)
    return max(1, wanted - MERGED * merged - small)
