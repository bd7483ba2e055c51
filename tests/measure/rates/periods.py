"""The times at which launches are asked about: drills, transitions in Washington, crises in Seoul.

Days are those of Korea. Drills: the staff exercise of each spring (Key Resolve, Dong Maeng, CCPT, Freedom
Shield) and each August (Ulchi), as the Combined Forces Command and Seoul's Joint Chiefs announced them; none
in spring 2020 and in August 2018. Transitions: from the election of a new president to thirty days after the
oath. Crises: from the vote that suspended a president, in 2024 from martial law on, to the next election.
"""

SPRING_DRILLS = (
    ("2012-02-27", "2012-03-09"),
    ("2013-03-11", "2013-03-21"),
    ("2014-02-24", "2014-03-06"),
    ("2015-03-02", "2015-03-13"),
    ("2016-03-07", "2016-03-18"),
    ("2017-03-13", "2017-03-24"),
    ("2018-04-23", "2018-05-03"),
    ("2019-03-04", "2019-03-12"),
    ("2021-03-08", "2021-03-18"),
    ("2022-04-18", "2022-04-28"),
    ("2023-03-13", "2023-03-23"),
    ("2024-03-04", "2024-03-14"),
    ("2025-03-10", "2025-03-20"),
)
AUGUST_DRILLS = (
    ("2012-08-20", "2012-08-31"),
    ("2013-08-19", "2013-08-30"),
    ("2014-08-18", "2014-08-29"),
    ("2015-08-17", "2015-08-28"),
    ("2016-08-22", "2016-09-02"),
    ("2017-08-21", "2017-08-31"),
    ("2019-08-11", "2019-08-20"),
    ("2020-08-18", "2020-08-28"),
    ("2021-08-16", "2021-08-26"),
    ("2022-08-22", "2022-09-01"),
    ("2023-08-21", "2023-08-31"),
    ("2024-08-19", "2024-08-29"),
)
TRANSITIONS = (
    ("2016-11-08", "2017-02-19"),
    ("2020-11-03", "2021-02-19"),
    ("2024-11-05", "2025-02-19"),
)
CRISES = (
    ("2016-12-09", "2017-05-09"),
    ("2024-12-03", "2025-06-03"),
)
AFTER_A_DRILL = 14
"""Days after a drill that still count as its answer."""
