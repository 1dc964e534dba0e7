"""Drafted claims: keys, relations, doubts; and that every draft is a claim file that runs."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.draft import draft_text
from checker.draft.compose import LONGEST, compose
from checker.draft.emit import write, write_some
from checker.draft.notebook import Notebook
from checker.read.load import read_text


def claims(text, published=None):
    return compose(text, published).claims


def keys(text, published=None):
    return [claim.keys for claim in claims(text, published)]


def with_key(text, key, published=None):
    return [found for found in keys(text, published) if key in found]


def read(text, published=None):
    file, findings = read_text("x.yaml", "x", draft_text(text, published=published))
    assert findings == ()
    return file


def test_a_figure_has_measure_value_period_and_speaker():
    (claim,) = with_key("The strike idled 3,000 miners in April, the union said.", "measure")
    assert claim["value"] == "3,000"
    assert claim["period"] == "in April"
    assert claim["speaker"] == "union"
    assert claim["measure"] == "miners-idled"


def test_restated_money_is_one_claim():
    (claim,) = with_key("The plant cost 1.2 billion yuan ($189 million) to build.", "measure")
    assert (claim["value"], claim["restated"]) == ("1.2 billion yuan", "$189 million")


@pytest.mark.parametrize(
    "text",
    [
        "The 64-year-old Ruth Quill left.",
        "Ruth Quill, 64, left.",
        "Ruth Quill, who won, left. The 64-year-old Ruth Quill sang.",
    ],
)
def test_ages(text):
    (claim,) = with_key(text, "age")
    assert (claim["subject"], claim["age"]) == ("ruth-quill", "64")


def test_an_age_of_nobody_is_left_out():
    assert with_key("A 64-year-old man left.", "age") == []


def test_births_and_deaths_are_events_of_their_kind():
    draft = compose("Ruth Quill, who won, was born on 3 May 1950. Ruth Quill died on 4 June 2010.")
    assert draft.events["ruth-quill-bear"]["kind"] == "birth"
    assert draft.events["ruth-quill-die"]["kind"] == "death"


def test_weekdays_beside_dates_are_kept():
    (claim,) = with_key("The bridge collapsed on Monday, March 3, 2015.", "event")
    assert (claim["date"], claim["weekday"]) == ("March 3, 2015", "Monday")


def test_what_is_to_come_is_planned():
    (claim,) = with_key("The shop will open on 3 May 2016.", "event")
    assert claim["planned"] is True


def test_remarks_are_one_event():
    text = "Ana Ruiz told reporters on Wednesday that it rained. Ruiz, who made her remarks on the eve of Labour Day, left."
    assert {found["event"] for found in with_key(text, "event")} == {"ana-ruiz-remarks"}


def test_roles_are_attributes():
    (claim,) = with_key("Ana Ruiz, head of the office, left.", "attribute")
    assert claim["is"] == "head of the office"


def test_the_same_thing_has_the_same_key():
    first, second = with_key(
        "The fire killed 12 people. The fire killed 14 people, police said.", "measure"
    )
    assert first["measure"] == second["measure"]
    assert second["same-as"] == first["measure"]


@pytest.mark.parametrize(
    "text",
    [
        "The fire killed 12 people. The flood killed 14 people.",
        "Police arrested 12 people in Leeds. Police arrested 14 people in York.",
        "Police arrested 12 people on Monday. Police arrested 14 people on Tuesday.",
        "The firm cut 12 jobs. The firm cut another 14 jobs.",
        "The first team caught 12 mice. The second team caught 14 mice.",
        "The plan would cut 12 jobs. The plan cut 14 jobs.",
        "The firm cut 12 jobs. The firm did not cut 14 jobs.",
        "The trip lasted 12 days. The trip lasted 14 days.",
        "The firm paid 12 euros. The firm paid 14 dollars.",
        "The quake killed 12 people in Rieti. The quake of May killed 14 people in Norcia.",
        "Then 12 people were counted. In the north district 14 people were counted.",
        "The 12 pupils took Russian. The 14 pupils took art.",
        "Half of the men got 12 bags. A third of the men got 14 bags.",
        "Winds of 12 km per hour. Winds of 14 km per hour.",
        "The 2009 quake killed 12 people. The 2012 quake killed 14 people.",
        "It had a crowd of 12 at the first game. The crowd of 14 at the second game sang.",
        "The old plan had 12 parts. The new plan has 14 parts.",
        "He ran at a speed of 12 km per hour. The speed of 14 km per hour is the limit.",
        "They killed 12 people and injured 9. They then injured 14 people.",
    ],
)
def test_different_things_have_different_keys(text):
    values = [claim for claim in with_key(text, "measure") if "value" in claim]
    first, second = (claim for claim in values if claim["value"].startswith(("12", "14")))
    assert first["measure"] != second["measure"]
    assert "same-as" not in second


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("The storm injured 48 people. Around 30 of them were hurt.", "part-of", "people-injured"),
        ("The bus held 48 people, including 12 children.", "part-of", "people-held"),
        ("Half of the 48 workers left.", "part-of", "workers-left"),
        ("They treated 300 patients. Among those, 48 were young.", "part-of", "patients-treated"),
    ],
)
def test_parts(text, key, value):
    assert value in [found[key] for found in with_key(text, key)]


def test_a_part_that_fits_no_whole_is_held_against_the_last():
    text = "The storm injured 48 people. Around 90 of them were hurt."
    assert [found["part-of"] for found in with_key(text, "part-of")] == ["people-injured"]


def test_a_share_in_numbers():
    (claim,) = with_key("Half of the 900 workers, or 450 people, left.", "share")
    assert claim["value"] == "450"


@pytest.mark.parametrize(
    ("text", "by"),
    [
        ("Sales rose 20 percent to 120 million dollars from 100 million dollars.", "up 20 percent"),
        ("Sales fell to 80 million dollars from 100 million dollars.", "down"),
        ("Sales grew from 80 million dollars to 100 million dollars.", "up"),
    ],
)
def test_changes(text, by):
    (claim,) = with_key(text, "change")
    assert claim["change"]["by"] == by


def test_no_change_without_a_way():
    assert with_key("He drove the 100 miles to 120 houses from 30 farms.", "change") == []


@pytest.mark.parametrize(
    "text",
    [
        "It held 30 people: 12 men, 10 women and 8 girls.",
        "It held 12 men, 10 women and 8 girls, a total of 30 people.",
    ],
)
def test_lists_that_add_up(text):
    (claim,) = with_key(text, "sum-of")
    assert len(claim["sum-of"]) == 3


def test_doubts_become_a_tag_and_a_note():
    text = "Ana Ruiz came. The fire killed 12 people, she said."
    file = read(text)
    claim = next(c for c in file.claims if c.id == "people-killed")
    assert claim.tags == ("check",)
    assert "she" in claim.note


def test_a_doubtful_name_without_a_figure_gets_a_claim():
    text = "Liu Dong, a deputy director, came. The banks were closed, Lui said."
    assert {"Lui": "liu-dong"} in [found.get("names") for found in keys(text)]


def test_places_are_named():
    (claim,) = with_key("The fire killed 12 people in Berlin.", "measure")
    assert claim["place"] == "berlin"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\n\n",
        "No figures here.",
        "| a | 1 |\n",
        "<p>12 people</p>",
        '"He said 12',
        "他逮捕3000人",
    ],
)
def test_any_text_gives_a_claim_file(text):
    assert read(text) is not None


_PIECES = [
    *(
        "Ana Ruiz",
        "said",
        "12",
        "people",
        '"',
        "on Monday",
        ",",
        ".",
        "1.2 billion yuan",
        "($189 million)",
    ),
    *(
        "half",
        "of them",
        "in 2006",
        "including",
        "from",
        "to",
        "rose",
        "20 percent",
        "64-year-old",
        "Liu",
    ),
    *(
        "Lui",
        "who",
        "the",
        "\n\n",
        ": ",
        "—",
        "\x00",
        "\ud800",
        "3 May 2016",
        "born",
        "#",
        "'s",
        "{",
        "&",
    ),
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(_PIECES),
        max_size=40,
    )
)
def test_any_words_give_a_claim_file(words):
    assert read(" ".join(words), "2016-05-05") is not None


def test_texts_beyond_an_article_are_cut():
    assert len(compose("a " * LONGEST).text) == LONGEST


def test_some_claims_bring_what_they_use():
    draft = compose(
        "The bus held 48 people, including 12 children. Ana Ruiz, head of the office, was born on 3 May 1950."
    )
    (part,) = [claim.id for claim in draft.claims if "part-of" in claim.keys]
    text = write_some(draft, [part])
    assert "part-of a figure that has a claim already" in text
    file, findings = read_text("x.yaml", "x", text)
    assert findings == ()
    assert [claim.id for claim in file.claims] == [part]
    assert len(file.measures) == 1
    assert read_text("x.yaml", "x", write(draft))[1] == ()


def test_sums_and_changes_to_claims_left_out_are_left_out():
    draft = compose("It held 30 people: 12 men, 10 women and 8 girls.")
    whole = next(claim.id for claim in draft.claims if "sum-of" in claim.keys)
    assert "sum-of: figures that have claims already" in write_some(draft, [whole])


def test_the_rest_completes_a_whole():
    text = "They treated 300 patients. Around 100 of them left, while the rest stayed."
    (rest,) = with_key(text, "rest-of")
    (part,) = with_key(text, "part-of")
    assert rest["rest-of"] == part["part-of"]
    assert rest["by"] == part["by"]


def test_how_far_two_events_are_apart():
    (found,) = with_key("Ana Ruiz, a writer, surrendered 13 years after she fled.", "date")
    assert found["date"] == "13 years after ana-ruiz-flee"
    assert found["event"] == "ana-ruiz-surrender"


def test_a_time_since_is_an_event_where_no_figure_has_it():
    (found,) = with_key("Ana Ruiz, a writer, worked there since the end of last year.", "event")
    assert found["date"] == "since the end of last year"


def test_a_figure_behind_including_is_a_part():
    (found,) = with_key("The museum bought 350 paintings, including 40 by women.", "part-of")
    assert found["value"] == "40"


def test_a_weekday_beside_a_date_needs_no_verb():
    (found,) = with_key("Thursday, May 5, 2015", "weekday")
    assert (found["weekday"], found["date"]) == ("Thursday", "May 5, 2015")


def test_them_are_people_first():
    text = "They freed 300 miners. The mine has 200 lamps. Around 100 of them were hurt."
    (found,) = with_key(text, "part-of")
    assert found["part-of"] == "miners-freed"


def test_vague_money():
    (found,) = with_key("They moved assets worth millions of yuan abroad.", "measure")
    assert found["value"] == "millions of yuan"


def test_reported_clauses_have_their_own_subject():
    text = "The fund will create 800 jobs in Berlin. Ana Ruiz, a writer, said the fund would create 300 jobs in Berlin."
    first, second = with_key(text, "measure")
    assert second["same-as"] == first["measure"]


def test_remarks_are_called_by_the_name_of_who_makes_them():
    text = "Ana Ruiz, head of the office, told the Herald on Wednesday that 96 boats were back."
    assert read(text, "2015-12-09").events[0].name == "Ana Ruiz's remarks"


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The tunnel is 57 kilometres (35 miles) long.", ["57 kilometres", "35 miles"]),
        ("The tower is 312 metres, or 1,024 feet, high.", ["312 metres", "1,024 feet"]),
    ],
)
def test_restated_measurements(text, values):
    (claim,) = with_key(text, "measure")
    assert [claim["value"], claim["restated"]] == values


@pytest.mark.parametrize(
    "text",
    [
        "Profit was $11 billion, or $2.10 a share.",
        "They ran 10 miles (in 70 minutes) there.",
        "It paid $4 million, or $9 million with fees.",
    ],
)
def test_what_is_no_restatement(text):
    assert with_key(text, "restated") == []


def test_ages_in_a_list_are_of_the_name_before():
    text = "Anna Marsh, 75, Daniel Jones, 61, and Terry Perkins, 67, left. Carl Wood, 59, stayed."
    ages = {found["subject"]: found["age"] for found in with_key(text, "age")}
    assert ages == {
        "anna-marsh": "75",
        "daniel-jones": "61",
        "terry-perkins": "67",
        "carl-wood": "59",
    }


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In April 12 people met.", "In April"),
        ("On April 12 people met.", "On April 12"),
        ("In April 2012 people met.", "In April 2012"),
        ("They met in Wednesday's session.", "in Wednesday"),
        ("They met on May 13th, 1999.", "on May 13th, 1999"),
    ],
)
def test_days_and_counts_behind_months(text, date):
    assert [found["date"] for found in with_key(text, "date")] == [date]


def test_numbers_killed_are_people():
    first, second = with_key("Mill blast kills 12\n\nThe blast killed 14 people.", "measure")
    assert second["same-as"] == first["measure"]


def test_a_list_of_those_who_were_told_of():
    text = "They freed 50 men. Among those, 30 were from Chile, 12 from Peru and eight from Cuba."
    assert [found["value"] for found in with_key(text, "part-of")] == ["30", "12", "eight"]


def test_what_a_relative_clause_counts_is_no_part():
    text = "They freed 50 men. Among those was Leo Marsh, head of a group which has 149 of the 300."
    assert "300" not in [found["value"] for found in with_key(text, "part-of")]


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("In 1996 about 800 people died. In 2012 some 145 people died.", 2),
        ("A bridge collapsed in 1996. A bridge collapsed in 2012.", 2),
        ("The bridge collapsed in 1996. The bridge collapsed in 2012.", 1),
    ],
)
def test_what_happens_once_happens_to_something_known(text, events):
    assert len({found["event"] for found in with_key(text, "event")}) == events


def test_countries_of_one_currency_are_several():
    cast = Notebook("They met in Chad and in Gabon.", None).cast
    assert set(cast.beings) == {"chad", "gabon"}
