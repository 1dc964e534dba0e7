"""Union-find: names that were joined, in whatever order, are one group, and no others."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from checker.solve.groups import Groups

_JOINS = st.lists(st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=4), max_size=6)


def test_several_names_are_joined_at_once() -> None:
    groups = Groups()
    groups.join("a", "b", "c")
    assert groups.of("a") == groups.of("b") == groups.of("c") == "c"
    assert groups.of("d") != groups.of("a")
    assert set(groups.names) == {"a", "b", "c", "d"}


@settings(max_examples=100, deadline=None)
@given(_JOINS)
def test_groups_are_the_components_of_what_was_joined(joins: list[list[str]]) -> None:
    groups = Groups()
    components: list[set[str]] = []
    for names in joins:
        groups.join(*names)
        met = [component for component in components if component & set(names)]
        components = [component for component in components if component not in met]
        components.append(set(names).union(*met))
    for component in components:
        assert len({groups.of(name) for name in component}) == 1
    assert len({groups.of(name) for name in groups.names}) == len(components)
