"""Names, roles, short forms and speakers."""

import pytest

from checker.draft.people import find_cast, slug
from checker.draft.speech import find_speech
from checker.draft.text import sentences


def cast(text):
    return find_cast(sentences(text))


def speakers(text):
    parts = sentences(text)
    found = find_cast(parts)
    return [s.speaker for s in find_speech(parts, found)]


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("Liu Jianchao, director of the Department, spoke.", "person", "Liu Jianchao"),
        ("Mr. Okafor left.", "person", "Okafor"),
        ("The 64-year-old Ruth Quill left.", "person", "Ruth Quill"),
        ('"No," said Zeb Quorn.', "person", "Zeb Quorn"),
        ("Zeb Quorn, who ran, won.", "person", "Zeb Quorn"),
        ("She works for the Bank of China.", "organization", "Bank of China"),
        ("He met the Public Security Ministry.", "organization", "Public Security Ministry"),
        ("He flew to the U.S. yesterday.", "place", "United States"),
        ("They met on Baker Street today.", "place", "Baker Street"),
    ],
)
def test_beings(text, kind, name):
    assert (kind, name) in {(b.type, b.name) for b in cast(text).beings.values()}


@pytest.mark.parametrize(
    "text",
    [
        "Chinese officials met.",
        "Like Us on Facebook",
        "Monday came.",
        "The Night fell.",
        "A Chinese man left.",
    ],
)
def test_no_person(text):
    assert not [b for b in cast(text).beings.values() if b.type == "person"]


def test_role_and_order():
    being = cast("Liu Jianchao, director of the Department, spoke.").beings["liu-jianchao"]
    assert being.role == "director of the Department"
    assert being.order == "family-first"


def test_short_forms_mean_the_last_one_named():
    found = cast("Liu Dong came. Liu Jianchao came. Liu said so. Liu Dong went. Liu laughed.")
    assert [m.being for m in found.mentions] == [
        "liu-dong",
        "liu-jianchao",
        "liu-jianchao",
        "liu-dong",
        "liu-dong",
    ]


@pytest.mark.parametrize("form", ["Lui", "Li"])
def test_a_slip_of_a_surname_is_taken_for_it_and_doubted(form):
    found = cast(f"Liu Dong, a deputy director, came. The banks closed, {form} said.")
    assert found.mentions[-1].being == "liu-dong"
    assert form in found.mentions[-1].doubt


def test_a_surname_of_its_own_is_a_person_of_its_own():
    found = cast("Liu Dong, a deputy director, came. The banks closed, Okonkwo said.")
    assert found.mentions[-1].being == "okonkwo"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz said it rained.", ["ana-ruiz"]),
        ('"It rained," said Ana Ruiz.', ["ana-ruiz"]),
        ("It rained, according to Ana Ruiz.", ["ana-ruiz"]),
        ("Ana Ruiz, head of the Weather Office, said it rained.", ["ana-ruiz"]),
        ("Ana Ruiz came. It rained, she said.", ["", "ana-ruiz"]),
        ("It rained, police said.", ["police"]),
        ("The Weather Office met. It rained, the office said.", ["", "weather-office"]),
        ("It rained, the weather service said.", ["weather-service"]),
        ('"It rained," said Ana Ruiz. "It poured."', ["ana-ruiz", "ana-ruiz"]),
        ('"It rained," said Ana Ruiz.\n\nThe sun shone.', ["ana-ruiz", ""]),
        ("It rained.", [""]),
        ("He said it rained.", [""]),
        ("The report was long.", [""]),
    ],
)
def test_speakers(text, expected):
    assert speakers(text) == expected


def test_pronouns_are_marked_unsure():
    parts = sentences("Ana Ruiz came. It rained, she said.")
    assert "she" in find_speech(parts, find_cast(parts))[1].unsure


def test_slugs():
    assert slug("Liu Jianchao's “Day”") == "liu-jianchaos-day"
    assert slug("…") == "unnamed"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prosecutor Ingrid Halvorsen said no.", "Ingrid Halvorsen"),
        ("No, said Eastport coach Bernard Hale.", "Bernard Hale"),
        ("His brother Koen Claes, 44, left.", "Koen Claes"),
    ],
)
def test_roles_and_ages_beside_names(text, name):
    assert name in {being.name for being in cast(text).beings.values()}


def test_a_long_misprint_that_does_something_is_the_name():
    found = cast("Ingrid Halvorsen said no. Halvrosen declined to talk.")
    assert found.mentions[-1].being == "ingrid-halvorsen"


def test_bodies_are_named_with_their_of():
    assert "University of Turku" in {
        b.name for b in cast("She left the University of Turku.").beings.values()
    }


def test_particles_belong_to_names():
    assert "Lotte de Vries" in {b.name for b in cast("No, said Lotte de Vries.").beings.values()}


def test_initials_stand_for_a_body():
    found = cast("He met the Public Security Ministry. The PSM was shut.")
    assert found.mentions[-1].being == "public-security-ministry"
