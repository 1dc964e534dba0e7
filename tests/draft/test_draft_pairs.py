"""Two texts side by side: what clashes, how gravely, and what does not."""

import pytest

from checker.draft.pairs import clashes
from checker.draft.verdict import verdict
from checker.language.quantity import read_quantity


def severities(a, b):
    return [clash.severity.value for clash in clashes(a, b)]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Molly can do a task in 10 days", "Molly can do a task in 70 days", ["error"]),
        ("Billy has 5 apples", "Billy has more than 3 apples", []),
        ("Billy has 5 apples", "Billy has more than 5 apples", ["warning"]),
        ("Billy has less than 8 apples", "Billy has 3 apples", []),
        ("The mill employs 1,240 people", "The mill employs 1,242 people", ["warning"]),
        ("It takes 2 months to do this", "It takes 3 months to do this", ["warning"]),
        ("It takes exactly 15 minutes here", "It takes exactly less than 65 minutes here", []),
        ("Flight 370 carried 239 people", "Flight 17 carried 298 people", []),
        ("In 2014 the town had 300 shops", "In 2015 the town had 400 shops", []),
        ("The shop opened on 3 May 2014 here", "The shop opened on 4 May 2014 here", ["error"]),
    ],
)
def test_sentences_that_differ_only_in_figures(a, b, expected):
    assert severities(a, b) == expected


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "The film had 31 reviews on Filmfax .",
            "On Filmfax the film has a rating of 63 % , based on 30 reviews .",
        ),
        (
            "On opening day , Red Sky earned under $ 3.7 million .",
            "The film grossed $ 550,000 from previews and $ 3.9 million on its opening day .",
        ),
        ("Under 1.4 million copies were sold .", "It has sold 1,578,000 copies ."),
        ("Acme employs 15,000 people .", "Acme has 12,000 employees ."),
        (
            "The film will be released on 25 November 2015 .",
            "Acme Pictures will release the film on November 20 , 2015 .",
        ),
        ("It had a rating of less than 66 % .", "The film has a rating of 66 % ."),
    ],
)
def test_likely_clashes_are_warnings(a, b):
    assert severities(a, b) == ["warning"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        (
            "Red Sky earned over $ 3 million on opening day .",
            "The film grossed $ 550,000 from previews and $ 3.9 million on its opening day .",
        ),
        ("Police arrested 12 people on Monday .", "Police arrested 17 people on Tuesday ."),
        ("In Lyon 300 students marched .", "In Nice 450 students marched ."),
        ("Ann picked 42 pears and Ben picked 17 pears .", "59 pears were picked ."),
        ("20 ducks were swimming and 13 ducks left .", "7 ducks were swimming ."),
        ("The plant could make 300 cars .", "The plant makes 200 cars ."),
        ("The firm cut 300 jobs .", "The firm cut another 200 jobs ."),
        ("The mill makes 300 carts .", "The mill makes 20 carts a day ."),
        ("He earned 5 million euros .", "He earned 7 million dollars ."),
        ("The bridge is 300 m long .", "The bridge cost 300 people their homes ."),
        ("", "5 people came ."),
    ],
)
def test_no_clash(a, b):
    assert severities(a, b) == []


def test_long_articles_need_more_than_a_noun_in_common():
    filler = "The day was fine. The sky was blue. The road was long. "
    assert (
        severities(filler + "The bus had 42 passengers.", filler + "A ferry had 62 passengers.")
        == []
    )
    clash = "Governor Selim Kaya said 14 people were killed in Izmit. "
    other = "In Izmit 12 people were killed, said governor Selim Kaya. "
    assert severities(filler + clash, filler + other) == ["warning"]


def test_many_sentences_are_compared_by_their_words():
    a = " ".join(f"The town of Zork{i} has {i} shops." for i in range(3, 90))
    b = a.replace("Zork50 has 50 shops", "Zork50 has 7 shops")
    assert [(c.first.words, c.second.words) for c in clashes(a, b)] == [("50 shops", "7 shops")]


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("48", "52", "error"),
        ("over 35", "75", None),
        ("under 66 percent", "66 percent", "warning"),
        ("over 66", "66", "warning"),
        ("1.2 billion yuan", "1.25 billion yuan", None),
        ("3 km", "3,000 m", None),
        ("3 km", "9 km", "error"),
        ("about 300", "350", "warning"),
    ],
)
def test_verdicts(a, b, expected):
    found = verdict(read_quantity(a), read_quantity(b))
    assert (found.value if found else None) == expected
    assert verdict(read_quantity(b), read_quantity(a)) == found


def test_two_briefs_are_reports_of_their_own():
    first = "The minibus carried 14 passengers. It was new."
    second = "The bus carried 42 passengers. It left the road."
    assert clashes(first, second) == []
    assert clashes("The minibus carried 14 passengers.", second)
