"""A draft of any length, the same on every machine: sentences put together from small lists.

It reads like nothing in particular; what counts is that it has the sentences, names, quotations and
figures of news copy in about the same measure, and says few things twice.
"""

from __future__ import annotations

from random import Random

_WORDS = {
    "given": "Ana Tom Ruth Felix Lena Priya Oscar Maud Idris Wendy Colm Sefa".split(),
    "family": "Quill Hale Ostrander Amadi Brandt Raman Pike Tolliver Nakai Grove Dunne Latu".split(),
    "title": ["Mayor", "Dr.", "Gov.", "Sen.", "Capt.", "Judge", "Mr.", "Ms."],
    "place": [
        "Port Ellery", "the harbour", "Saltmarsh County", "the old cannery", "the ferry terminal", "Kestrel Bay",
        "the north pier", "Gull Street", "the fish market", "the flooded school", "Ember Lake", "the rail yard",
    ],
    "body": [
        "the county board", "the port authority", "the ferry company", "the union", "the state auditor",
        "the school district", "the power utility", "the planning office", "the coast guard", "the hospital",
    ],
    "act": [
        "approved", "delayed", "questioned", "withdrew", "published", "voted against", "agreed to revisit", "rewrote",
        "defended", "lost patience with", "put off", "promised to fund",
    ],
    "kind": ["cheap", "secret", "second", "disputed", "costly", "late", "modest", "joint", "federal", "revised"],
    "thing": [
        "plan", "budget", "report", "contract", "survey", "lease", "permit", "audit", "tender", "timetable", "appeal",
    ],
    "about": [
        "to dredge the channel", "for night sailings", "on the storm of 2019", "to sell two piers", "for new turbines",
        "on the water supply", "to rebuild the sea wall", "for winter repairs", "to move the market", "on fish stocks",
    ],
    "day": ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Aug. 17", "Sept. 3", "Jan. 9", "the weekend"],
    "who": ["Nobody here", "My family", "The crew", "Every skipper", "The town", "A child", "My neighbour", "The bank"],
    "did": ["waited for", "paid for", "forgot", "believed", "asked about", "wrote down", "laughed at", "slept through"],
    "what": ["the warning", "the second boat", "the bill", "that promise", "the tide", "the answer", "the new road"],
    "aside": [
        "as the rain came in", "after a hearing that ran until 11 p.m.", "with no word from the U.S. attorney",
        "despite a petition", "to the surprise of its own lawyers", "an hour before the deadline", "by phone",
        "while the cameras were off", "for the third time since spring", "and then went home",
    ],
}  # fmt: skip
_SENTENCES = (
    "On {day}, {body} {act} a {kind} {thing} {about}, {aside}.",
    "“{who} {did} {what} at {place}, and {who2} {did2} {what2},” said {given} {family}, who is {number}.",
    "{title} {family} said that the {kind} {thing} {about} would cost each household about ${number} a month.",
    "At {place}, about {number} people gathered {aside}, and some of them had brought chairs.",
    "The vote was {number} to 3 on a {thing} {about}, {aside}.",
    "{given} {family} did not answer questions about {what}, but {body} later {act} the {kind} {thing}.",
    "Critics of the {thing} {about} say that it came too late for {place} and for {place2}.",
    "“{who} {did} {what},” {title} {family} told reporters near {place}. “{who2} {did2} {what2}.”",
    "It was the first time since {day} that {body} had met {title} {family} at {place}.",
    "Sales at {place} fell by {number} percent, according to {body}, which {act} its own {kind} {thing}.",
    "{title} {family} would not let the {kind} {thing} {about} pass, {aside}.",
    "{given} {family} and {given2} {family2} left {place} on {day}, {aside}.",
)
_LONGEST_PARAGRAPH = 3


def draft(words: int) -> str:
    """Plain-text copy of at least `words` words, in paragraphs under a headline and a byline."""
    random = Random(7)
    parts = ["Board weighs the future of the channel at Port Ellery", "By Ana Quill"]
    count = 0
    while count < words:
        paragraph = " ".join(_sentence(random) for _ in range(random.randint(1, _LONGEST_PARAGRAPH)))
        count += len(paragraph.split())
        parts.append(paragraph)
    return "\n\n".join(parts) + "\n"


def _sentence(random: Random) -> str:
    slots = {name: random.choice(words) for name, words in _WORDS.items()}
    slots |= {f"{name}2": random.choice(words) for name, words in _WORDS.items()}
    return random.choice(_SENTENCES).format(**slots, number=random.randint(4, 900))
