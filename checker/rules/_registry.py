"""Finds the rules by walking the package: a new file is a new rule, listed nowhere else."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from inspect import cleandoc
from types import ModuleType

from checker import rules
from checker.rules._rule import Rule

_PARTS = ("check_file", "check_tree", "constrain", "describe")


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by id.

    Raises:
        TypeError: a module under `rules/` that defines no part of a rule, or has no page.
    """
    found = []
    for family in pkgutil.iter_modules(rules.__path__):
        if not family.ispkg:
            continue
        package = importlib.import_module(f"{rules.__name__}.{family.name}")
        for module in pkgutil.iter_modules(package.__path__):
            found.append(_rule(family.name, module.name))
    return tuple(sorted(found, key=lambda rule: rule.id))


def rule_ids() -> frozenset[str]:
    """The ids of all rules."""
    return frozenset(rule.id for rule in all_rules())


def _rule(family: str, name: str) -> Rule:
    module = importlib.import_module(f"{rules.__name__}.{family}.{name}")
    return as_rule(f"{family}/{name.replace('_', '-')}", module)


def as_rule(rule_id: str, module: ModuleType) -> Rule:
    """The rule that a module defines.

    Raises:
        TypeError: the module defines no part of a rule, or has no page.
    """
    parts = {part: getattr(module, part) for part in _PARTS if hasattr(module, part)}
    if not parts and not getattr(module, "PASSIVE", False):
        raise TypeError(f"{module.__name__} defines no rule: give it check_file or constrain")
    if not module.__doc__:
        raise TypeError(f"{module.__name__} has no page: its docstring is the page of the rule")
    page = cleandoc(module.__doc__)
    return Rule(rule_id, page, **parts, selected_only=getattr(module, "SELECTED_ONLY", False))
