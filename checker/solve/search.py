"""Smallest contradictory sets: the search, whatever decides that a set of claims contradicts itself.

Limits count steps, not seconds, so that the same input gives the same answer on any machine.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Claims = frozenset[str]

# How many times one component is searched for a further conflict.
SEARCHES = 150
# So many sets of claims that agreed are kept, the latest: comparing with all would cost more than asking.
REMEMBERED = 50

# Claims that contradict one another among these (perhaps more than it takes), or None.
Contradiction = Callable[[Claims], Claims | None]


def smallest_conflicts(
    claims: Claims,
    contradiction: Contradiction,
    known: Iterable[Claims] = (),
    *,
    tired: Callable[[], bool] = lambda: False,
    spent: Callable[[], bool] = lambda: False,
) -> list[Claims]:
    """Smallest contradictory sets beyond the `known` ones, as far as the limits reach.

    Reiter's hitting-set tree, breadth first: leave out one claim of each conflict found, and look
    again (R. Reiter, A theory of diagnosis from first principles, 1987). A straight walk down goes
    first, so that independent conflicts are found even where a limit cuts the tree off. Where
    `tired` says so, no further combination is tried; where all is `spent`, what was found stays as it
    is, and nothing more is asked.
    """
    given = list(known)
    found = list(given)
    ask = _remembering(contradiction)
    _walk_down(claims, ask, found, spent)
    _explore(claims, ask, found, lambda: tired() or spent(), spent)
    return found[len(given) :]


def _remembering(contradiction: Contradiction) -> Contradiction:
    """Claims that agree go on agreeing when some are left out: what agreed is not asked again."""
    agreed: deque[Claims] = deque(maxlen=REMEMBERED)

    def ask(active: Claims) -> Claims | None:
        if any(active <= claims for claims in agreed):
            return None
        found = contradiction(active)
        if found is None:
            agreed.append(active)
        return found

    return ask


def _walk_down(
    active: Claims, contradiction: Contradiction, found: list[Claims], spent: Callable[[], bool]
) -> None:
    """Find a conflict, leave out its last claim, and so on until the rest agrees."""
    while core := _core(active, contradiction, found, spent):
        active -= {max(core)}


def _explore(
    everything: Claims,
    contradiction: Contradiction,
    found: list[Claims],
    tired: Callable[[], bool],
    spent: Callable[[], bool],
) -> None:
    """Breadth first over the sets of claims that hit every conflict found so far."""
    queue = deque([Claims()])
    seen = {Claims()}
    for _ in range(SEARCHES):
        if not queue or tired():
            return
        excluded = queue.popleft()
        for claim in sorted(_core(everything - excluded, contradiction, found, spent) or ()):
            wider = excluded | {claim}
            if wider not in seen:
                seen.add(wider)
                queue.append(wider)


def _core(
    active: Claims, contradiction: Contradiction, found: list[Claims], spent: Callable[[], bool]
) -> Claims | None:
    """A smallest conflict among the active claims: a known one if any, else a new one."""
    for core in found:
        if core <= active:
            return core
    contradictory = contradiction(active)
    if not contradictory:
        return None
    needed = shrink(sorted(contradictory), lambda claims: contradiction(Claims(claims)), spent)
    found.append(Claims(needed))
    return found[-1]


def shrink(
    items: Sequence[Item],
    contradicts: Callable[[Sequence[Item]], Collection[Item] | None],
    spent: Callable[[], bool] = lambda: False,
) -> list[Item]:
    """The items that a contradiction needs: halves are left out first, then single ones.

    `contradicts` gives the items that suffice for it, or None where these do not. Once all is
    `spent`, what is left is not looked at further.
    """
    needed = list(items)
    size = max(1, len(needed) // 2)
    while True:
        start = 0
        while start < len(needed):
            if spent():
                return needed
            rest = needed[:start] + needed[start + size :]
            sufficient = contradicts(rest)
            if sufficient is None:
                start += size
            else:
                needed = [item for item in rest if item in sufficient]
        if size == 1:
            return needed
        size //= 2
