"""Who is quoted in a draft, as a request wants to hear it."""

from __future__ import annotations

from msgspec import convert

from ..sources import Loose, Said, Sources, Voice
from . import schemas as api
from .places import Places


def quoted(found: Sources, places: Places) -> api.Sources:
    """The sources of a draft, with their places in it."""
    return api.Sources(
        words=api.DraftWords(quoted=found.quoted, reported=found.reported, all=found.words),
        sources=[speaker for voice in found.voices if (speaker := _speaker(voice, places))],
        unattributed=[nobodys for loose in found.loose if (nobodys := _unattributed(loose, places))],
    )


def _speaker(voice: Voice, places: Places) -> api.Speaker | None:
    first = places.stretch(voice.first.offset, voice.first.offset)
    return first and api.Speaker(
        name=voice.name,
        kind=convert(voice.kind, api.SpeakerKind),
        description=voice.description,
        first=first.start,
        statements=len(voice.said),
        quotations=voice.quotations,
        words=api.SaidWords(voice.quoted, voice.reported),
        share=voice.share,
        said=[told for said in voice.said if (told := _said(said, places))],
        field=first.field,
        block=first.block,
    )


def _said(said: Said, places: Places) -> api.Said | None:
    place = places.stretch(said.start.offset, said.end.offset)
    return place and api.Said(
        start=place.start,
        end=place.end,
        manner=convert(said.manner, api.Manner),
        found=said.found,
        cue=said.cue,
        field=place.field,
        block=place.block,
    )


def _unattributed(loose: Loose, places: Places) -> api.Unattributed | None:
    place = places.stretch(loose.start.offset, loose.end.offset)
    return place and api.Unattributed(place.start, place.end, loose.words, loose.text, place.field, place.block)
