"""Rules found by what people type."""

from __future__ import annotations

import pytest

from checker.rules._find import UnknownRuleError, chosen, find_rule

IDS = {
    "numbers/sum-mismatch",
    "numbers/jointly-impossible",
    "time/jointly-impossible",
    "names/ambiguous-name",
}


@pytest.mark.parametrize(
    "word", ["numbers/sum-mismatch", "sum-mismatch", "Sum-Mismatch", "numbers/sum_mismatch "]
)
def test_a_rule_by_its_id_or_name(word):
    assert find_rule(word, IDS) == "numbers/sum-mismatch"


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("jointly-impossible", "numbers/jointly-impossible and time/jointly-impossible"),
        ("sum-missmatch", "did you mean numbers/sum-mismatch"),
        ("number/sum-mismatch", "did you mean numbers/sum-mismatch"),
        ("ambigous-name", "did you mean names/ambiguous-name"),
        ("qqq", "there is no rule 'qqq'$"),
        ("", "there is no rule ''$"),
    ],
)
def test_what_is_no_rule_names_the_nearest(word, message):
    with pytest.raises(UnknownRuleError, match=message):
        find_rule(word, IDS)


def test_families_and_rules_are_chosen_in_order_and_once():
    words = ["time", "sum-mismatch", "numbers/sum-mismatch", "Names"]
    assert chosen(words, IDS) == ("time", "numbers/sum-mismatch", "names")


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("nubmers", "no rule or family 'nubmers'; did you mean numbers"),
        ("sum-missmatch", "did you mean numbers/sum-mismatch"),
        ("zzzz", "no rule or family 'zzzz'$"),
    ],
)
def test_a_choice_of_nothing_names_the_nearest(word, message):
    with pytest.raises(UnknownRuleError, match=message):
        chosen([word], IDS)
