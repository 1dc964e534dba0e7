"""Pairs of names judged by hand, and what the comparison says of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language.names import Likeness, compare
from checker.language.names.fold import unmixed, words
from checker.language.names.pairing import Grade, pair
from checker.language.names.scripts import romanise
from checker.language.names.slips import slip, weight
from checker.language.names.spelling import respelled, sounded
from checker.language.names.tables import entries, families

TABLE = Path(__file__).with_name("judged_names.txt").read_text(encoding="utf-8").splitlines()
JUDGED = [
    (*line[3:].split(" | "), line[0] == "=", line[1] == "?")
    for line in TABLE
    if line.startswith(("=", "!"))
]


@pytest.mark.parametrize(
    ("form", "name", "same"),
    [(form, name, same) for form, name, same, wrong in JUDGED if not wrong],
)
def test_judged(form: str, name: str, same: bool) -> None:
    found = compare(form, name)
    assert (found.likeness is not Likeness.OTHER) is same, found


def test_of_the_judged_pairs_few_are_wrong() -> None:
    said = [
        (same, compare(form, name).likeness is not Likeness.OTHER) for form, name, same, _ in JUDGED
    ]
    right, false, missed = (
        said.count(each) for each in ((True, True), (False, True), (True, False))
    )
    assert len(said) > 700
    assert 2 * right / (2 * right + false + missed) > 0.96


@pytest.mark.parametrize(
    ("form", "name", "likeness"),
    [
        ("Angela M\u0435rk\u0435l", "Angela Merkel", Likeness.SAME),
        ("Angela Mer\u200bkel", "Angela Merkel", Likeness.SAME),
        ("Влaдимир Путин", "Владимир Путин", Likeness.SAME),
        ("M@ria Rossi", "Maria Rossi", Likeness.SAME),
        ("Em manuel Macron", "Emmanuel Macron", Likeness.SAME),
        ("วลาดีมีร์ ปูติน", "Vladimir Putin", Likeness.SPELLING),
        ("ทักษิณ ชินวัตร", "ยิ่งลักษณ์ ชินวัตร", Likeness.OTHER),
        ("斎藤健", "齋藤健", Likeness.SPELLING),
        ("高石早苗", "高市早苗", Likeness.OTHER),
        ("ドナルド・トランプ", "Donald Trump", Likeness.SPELLING),
        ("ドナルド・トランプ", "Melania Trump", Likeness.OTHER),
        ("Henry VIII", "Henry Fonda", Likeness.OTHER),
        ("Henry VIII", "Henry", Likeness.SPELLING),
        ("Hafiz Saeed", "Hafiz Muhammad Saeed", Likeness.SPELLING),
        ("Sheikh Hasina", "Sheikh Mujibur Rahman", Likeness.OTHER),
        ("Amir Khan", "Omar Khan", Likeness.OTHER),
        ("Emir of Qatar", "Qatar", Likeness.SPELLING),
        ("Jack Ma", "Jack Ma Yun", Likeness.SPELLING),
        ("Vldmr Putin", "Vladimir Putin", Likeness.SPELLING),
        ("Moham Hassan", "Mohammed Hassan", Likeness.SPELLING),
        ("Martin Weber", "Martina Weber", Likeness.OTHER),
        ("Jiang Jieshi", "Chiang Kai-shek", Likeness.SPELLING),
        ("Wang Jianlin", "Wang Jianmin", Likeness.OTHER),
        ("Mikhail Khodorkovskii", "Mikhail Khodarkovsky", Likeness.MISPRINT),
        ("Olaf Sholtz", "Olaf Scholz", Likeness.MISPRINT),
        ("Giorgi Kvirikadze", "Giorgi Lolikadze", Likeness.OTHER),
        ("Serzh Sarkisian", "Serzh Sargsyan", Likeness.SPELLING),
    ],
)  # fmt: skip
def test_classes_of_forms(form: str, name: str, likeness: Likeness) -> None:
    found = compare(form, name)
    assert found.likeness is likeness, found


def test_a_native_name_in_a_script_that_is_not_read() -> None:
    native = "ประยุทธ์ จันทร์โอชา"
    printed = compare("ประยุทธ จันทร์โอชา", "Prayut Chan-o-cha", native=native)
    assert printed.likeness is Likeness.MISPRINT
    assert compare("ทักษิณ ชินวัตร", "Prayut Chan-o-cha", native=native).likeness is Likeness.OTHER


@pytest.mark.parametrize(
    ("text", "latin"),
    [("ირაკლი კობახიძე", "irakli kobakhidze"), ("Նիկոլ Փաշինյան", "nikol pashinyan"), ("Ուլուբաբյան", "ulubabyan")],
)  # fmt: skip
def test_romanise(text: str, latin: str) -> None:
    assert " ".join(words(romanise(text))) == latin


def test_letters_of_another_script_only_where_words_are_mixed() -> None:
    assert unmixed("Оcтап Bender") == "Остап Bender"
    assert unmixed("Ρeter") == "Peter"
    assert unmixed("Вера Merkel") == "Вера Merkel"


@pytest.mark.parametrize(
    ("light", "heavy", "name"),
    [
        ("merkal", "merkol"[:4] + "tl", "merkel"),
        ("maccron", "matcron", "macron"),
        ("cates", "rates", "gates"),
        ("put1n", "putxn", "putin"),
        ("sunka", "sutax", "sunak"),
        ("natanyahu", "ntanyahk", "netanyahu"),
    ],
)
def test_slips_weigh_by_how_easily_they_happen(light: str, heavy: str, name: str) -> None:
    assert 0 < weight(light, name) < weight(heavy, name)


WORD = st.text("aeiouhkstrz", min_size=1, max_size=9)


@given(WORD, WORD)
@settings(max_examples=150, deadline=None)
def test_weights_are_symmetric_and_nothing_for_the_same(one: str, other: str) -> None:
    assert weight(one, other) == weight(other, one)
    assert (weight(one, other) == 0) is (one == other)


@given(st.sampled_from(["lukashenko", "starmer", "erdogan", "kennedy"]), st.data())
@settings(max_examples=60, deadline=None)
def test_a_doubled_letter_is_a_slip(name: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(name) - 1))
    assert slip(name[:place] + name[place] + name[place:], name) is not None


@pytest.mark.parametrize(
    ("one", "other"), [("sarah", "sara"), ("erik", "eric"), ("annie", "anny"), ("philip", "filip"), ("kristian", "christian")]
)  # fmt: skip
def test_one_given_name_otherwise_spelled(one: str, other: str) -> None:
    assert respelled(one) == respelled(other)
    assert pair(one, other, frozenset()).grade is Grade.VARIANT


@pytest.mark.parametrize(
    ("one", "other"), [("scholz", "sholts"), ("jomart", "zhomart"), ("knight", "knit")]
)
def test_letters_for_one_sound(one: str, other: str) -> None:
    assert sounded(one) == sounded(other)


@pytest.mark.parametrize(
    ("one", "other"), [("melinda", "belinda"), ("selena", "serena"), ("rajesh", "ramesh"), ("marco", "mario"), ("hamid", "hamad")]
)  # fmt: skip
def test_two_frequent_given_names_are_no_slip(one: str, other: str) -> None:
    assert pair(one, other, frozenset()).grade is Grade.DIFFERENT


def test_frequent_given_names_are_those_of_no_other_table() -> None:
    frequent = entries("frequent_given.txt")
    assert len(frequent) > 500
    assert not frequent & (families("given_names.txt").keys() | entries("known_names.txt"))
