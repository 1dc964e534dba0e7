"""Claims of who somebody is, of names that may be misprints, and the entities that claims name."""

from __future__ import annotations

from checker.draft.claims import DraftClaim, Value
from checker.draft.notebook import Notebook, span
from checker.draft.people import Being


def draft_roles(notebook: Notebook) -> None:
    """A claim for every role that somebody is introduced with."""
    for being in notebook.cast.beings.values():
        if being.role_at is None:
            continue
        number, start, end = being.role_at
        sentence = notebook.sentences[number]
        claim = DraftClaim(
            notebook.new_id(f"{being.id}-role"),
            "role",
            sentence.start,
            sentence.end,
            span(sentence, start, end),
        )
        claim.keys.update({"subject": being.id, "attribute": "role", "is": being.role})
        notebook.draft.claims.append(claim)


def draft_doubtful_name(notebook: Notebook, number: int) -> None:
    """A claim for a name that may be a misprint, where its sentence has no claim to check it in."""
    sentence = notebook.sentences[number]
    doubtful = [m for m in notebook.cast.of_sentence(number) if m.doubt]
    if not doubtful or any(c.start == sentence.start for c in notebook.draft.claims[-2:]):
        return
    being, name = doubtful[0].being, doubtful[0].name
    claim = DraftClaim(
        notebook.new_id(f"{being}-words"),
        "name",
        sentence.start,
        sentence.end,
        span(sentence, name.start, name.end),
    )
    claim.keys.update({"speaker": being, "direct": True})
    notebook.add(claim, number)


def declare_entities(notebook: Notebook) -> None:
    """Declare everybody whom a claim names, before the speakers and groups without a name."""
    draft = notebook.draft
    used = _used(notebook)
    # where a currency's name leaves open whose it is, the places may tell
    needs_places = any(claim.kind == "money" for claim in draft.claims)
    unnamed = dict(draft.entities)
    draft.entities.clear()
    for being in notebook.cast.beings.values():
        if being.id in used or (being.type == "place" and needs_places):
            draft.entities[being.id] = _entity(being)
    draft.entities.update(unnamed)


def _used(notebook: Notebook) -> set[str]:
    """The ids of the entities that claims and events name."""
    draft = notebook.draft
    keys = ("speaker", "subject", "place")
    used = {str(claim.keys[key]) for claim in draft.claims for key in keys if key in claim.keys}
    for claim in draft.claims:
        for key, field in (("names", None), ("rank", "among")):
            value = claim.keys.get(key)
            if isinstance(value, dict):
                used.update(value.values() if field is None else [value[field]])
    return used | {str(event["of"]) for event in draft.events.values() if "of" in event}


def _entity(being: Being) -> dict[str, Value]:
    """What all drafts declare alike of somebody: a role is a claim, for it may be another tomorrow."""
    entity: dict[str, Value] = {"type": being.type, "name": being.name}
    if being.order:
        entity["order"] = being.order
    return entity
