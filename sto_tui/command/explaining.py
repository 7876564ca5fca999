"""`sto uitleg`: a page of the manual in the terminal, or the list of its topics."""

import difflib
import os
import shutil
import sys
from collections.abc import Sequence

from sto_tui.command.output import CommandError, remark, say, say_styled
from sto_tui.content.manual import Topic, topic_of, topics
from sto_tui.domain.dutch import enumerate_words
from sto_tui.places import BY_WORD, Place

WIDEST = 96
"""Longer lines are tiring to read."""
_NEAREST = 3
_ALIKE = 0.55


def explain(typed: str) -> int:
    """Prints the page that was asked for, or the topics that fit or are there. Raises CommandError when none fits."""
    if not typed.strip():
        _list(topics())
        remark("Een onderwerp lezen: sto uitleg ONDERWERP. Een deel van de naam is genoeg.")
        return 0
    found = topics_for(typed)
    if len(found) == 1:
        _print(found[0])
        return 0
    if not found:
        raise CommandError(f"Over ‘{typed}’ staat niets in de handleiding. {_nearest(typed)}")
    _list(found)
    remark(f"Meer onderwerpen passen bij ‘{typed}’. Kies er een: sto uitleg ONDERWERP.")
    return 1


def topics_for(typed: str) -> Sequence[Topic]:
    """One topic when it or a place is called so; else those with these words in their heading, else in their text."""
    word = " ".join(typed.split()).casefold()
    place = BY_WORD.get(word) or next((place for place in Place if word == place.key), None)
    if place:
        return [topic_of(place.numbered)]
    if exact := [topic for topic in topics() if topic.title.casefold() == word]:
        return exact
    from sto_tui.planning.search import SearchIndex, Sought, SoughtKind, best_of

    for text_of in (lambda topic: "", lambda topic: topic.text):
        index = SearchIndex(Sought(SoughtKind.LIST, topic, topic.title, text_of(topic)) for topic in topics())
        if found := best_of(typed, (index,)):
            return [thing.target for thing in found if isinstance(thing.target, Topic)]
    return []


def _nearest(typed: str) -> str:
    titles = {topic.title.casefold(): topic.title for topic in topics()}
    near = difflib.get_close_matches(typed.casefold(), titles, _NEAREST, _ALIKE)
    if not near:
        return "Typ sto uitleg om te zien waar het over gaat."
    return f"Bedoel je {enumerate_words([f'‘{titles[title]}’' for title in near], 'of')}?"


def _list(found: Sequence[Topic]) -> None:
    for topic in found:
        say(f"  {topic.title}" if topic.under in {each.title for each in found} else topic.title)


def _print(topic: Topic) -> None:
    """For a person as a page; for a pipe or a file as the manual has it."""
    if sys.stdout is None or not sys.stdout.isatty() or os.environ.get("TERM") == "dumb":
        say(topic.page.rstrip())
        return
    from sto_tui.widgets.markdown_lines import printed_markdown

    width = min(shutil.get_terminal_size().columns, WIDEST)
    say_styled(printed_markdown(topic.page, width))
