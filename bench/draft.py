"""A draft of any length, the same on every machine: sentences put together from small lists.

It reads like nothing in particular; what counts is that it has the sentences, names, quotations and
figures of news copy in about the same measure.
"""

from __future__ import annotations

from random import Random

_PEOPLE = ("Ana Quill", "Tom Hale", "Mayor Ruth Ostrander", "Dr. Felix Amadi", "Gov. Lena Brandt", "Priya Raman")
_PLACES = ("Port Ellery", "the harbour", "Saltmarsh County", "the old cannery", "the ferry terminal", "Kestrel Bay")
_BODIES = ("the county board", "the port authority", "the ferry company", "the fishermen's union", "the state auditor")
_ACTS = ("approved", "delayed", "questioned", "withdrew", "published", "voted against", "agreed to revisit")
_THINGS = (
    "a plan to dredge the channel", "the budget for next year", "a report on the storm of 2019",
    "a contract worth $4.2 million", "new rules for night sailings", "the sale of two wooden piers",
)  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Aug. 17", "Sept. 3", "Jan. 9")
_SPEECH = (
    "We have waited long enough and the water will not wait for us", "Nobody asked the people who live here",
    "It is a fair price, and it is the only one we were offered", "I would not call it a rescue",
)  # fmt: skip
_SENTENCES = (
    "{Body} {act} {thing} on {day}, after a hearing at {place} that lasted until 11 p.m.",
    "“{speech},” said {person}, who has worked at {place} for {number} years.",
    "{person} said that {thing} would cost each household about ${number} a month.",
    "In {place}, about {number} people gathered before dawn, and some of them had brought chairs.",
    "The vote was {number} to 3, with U.S. officials watching from the back of the room.",
    "{Body} did not answer questions about {thing}, but {person} later confirmed the figures.",
    "Critics of {thing} say that it came too late for {place}.",
    "“{speech},” {person} told reporters. “{speech}.”",
    "It was the first time since {day} that {body} had met in public.",
    "Sales at {place} fell by {number} percent, according to {body}, and have not recovered.",
)
_A_PARAGRAPH = 3


def draft(words: int) -> str:
    """Plain-text copy of at least `words` words, in paragraphs under a headline and a byline."""
    random = Random(7)  # noqa: S311
    parts = ["Board weighs the future of the channel at Port Ellery", "By Ana Quill"]
    count = 0
    while count < words:
        paragraph = " ".join(_sentence(random) for _ in range(random.randint(1, _A_PARAGRAPH)))
        count += len(paragraph.split())
        parts.append(paragraph)
    return "\n\n".join(parts) + "\n"


def _sentence(random: Random) -> str:
    body = random.choice(_BODIES)
    return random.choice(_SENTENCES).format(
        Body=body[0].upper() + body[1:], body=body, act=random.choice(_ACTS), thing=random.choice(_THINGS),
        place=random.choice(_PLACES), person=random.choice(_PEOPLE), day=random.choice(_DAYS),
        number=random.randint(4, 900), speech=random.choice(_SPEECH),
    )  # fmt: skip
