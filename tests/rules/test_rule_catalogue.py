"""Laws that hold for the set of all rules."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from checker import rules
from checker.rules._page import parse
from checker.rules._registry import all_rules, as_rule, rule_ids

# behind the id of a rule that is still to be written
NOT_YET = "  not yet"
LINES = (Path(__file__).parent / "catalogue.txt").read_text().splitlines()
CATALOGUE = [line.removesuffix(NOT_YET) for line in LINES]
FAMILIES = {"format", "source", "numbers", "money", "units", "time", "names", "attribution"}
RULES = [pytest.param(rule, id=rule.id) for rule in all_rules()]


def _expected(line: str):
    # strict: the mark has to go when the rule comes, so that the list never lies
    missing = pytest.mark.xfail(strict=True, reason="this rule is still to be written")
    return pytest.param(line.removesuffix(NOT_YET), marks=[missing] if NOT_YET in line else [])


@pytest.mark.parametrize("rule_id", [_expected(line) for line in LINES])
def test_every_rule_of_the_catalogue_is_there(rule_id):
    assert rule_id in rule_ids()


def test_the_catalogue_names_every_rule():
    assert sorted(rule_ids() - set(CATALOGUE)) == []
    assert sorted(set(CATALOGUE)) == CATALOGUE


@pytest.mark.parametrize("rule", RULES)
def test_an_id_is_family_and_file_in_kebab_case(rule):
    assert re.fullmatch(r"[a-z]+/[a-z]+(-[a-z]+)*", rule.id)
    assert rule.family in FAMILIES
    (folder,) = rules.__path__
    assert (Path(folder) / (rule.id.replace("-", "_") + ".py")).is_file()


@pytest.mark.parametrize("rule", RULES)
def test_an_id_names_the_fault_and_no_order(rule):
    name = rule.id.partition("/")[2]
    assert not re.match(r"(no|require|check|ensure|must|avoid|disallow)-", name)


@pytest.mark.parametrize("rule", RULES)
def test_a_page_has_its_headings_in_order(rule):
    page = parse(rule.page)
    assert page.summary.endswith((".", "?"))
    assert len(page.summary) <= 110


def test_rules_are_sorted_and_distinct():
    ids = [rule.id for rule in all_rules()]
    assert ids == sorted(set(ids))


def test_a_module_that_registers_nothing_fails():
    empty = ModuleType("checker.rules.numbers.empty", "A page.")
    with pytest.raises(TypeError, match="defines no rule"):
        as_rule("numbers/empty", empty)


def test_a_module_without_a_page_fails():
    silent = ModuleType("checker.rules.numbers.silent")
    silent.check_file = lambda file, facts: ()
    with pytest.raises(TypeError, match="has no page"):
        as_rule("numbers/silent", silent)
