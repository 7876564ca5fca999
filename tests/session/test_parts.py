"""The parts of a session without a terminal: a screen that is made up hears what they say and ask."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from sto_tui.colours import DARK, EVERY_THEME, LIGHT, ON_THE_WALL, THEME_NAMES
from sto_tui.domain.change import changing
from sto_tui.domain.vision import VisionSection
from sto_tui.places import Place
from sto_tui.session import papers
from sto_tui.session.changes import SessionChanges
from sto_tui.session.colours import SessionColours
from sto_tui.session.dossier_file import LOOKS_BEFORE_SAYING
from sto_tui.session.news import SessionNews
from sto_tui.session.recovery import SessionRecovery
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.open_dossier import DamagedFile, Session, open_session
from tests.conftest import clock
from tests.support.session_parts import STATE, MadeUpForm, MadeUpFront, Parts


def written_by_anja(path: Path, at: Callable[[], datetime] = clock, text: str = "Anders") -> None:
    store = DossierStore.open(path, "anja", at)
    section = store.dossier.of(VisionSection)[1]
    store.apply(changing(store.dossier, section, section.changed(text=text)))


def test_what_another_wrote_is_taken_in_and_said_at_the_place(example: Path) -> None:
    parts = Parts(example)
    written_by_anja(example)
    parts.following.poll()
    assert parts.opened.dossier.of(VisionSection)[1].text == "Anders"
    assert parts.changed == 1
    ((message, error),) = parts.front.said
    assert "anja" in message
    assert not error


def test_the_form_of_the_record_hears_that_another_wrote_it(example: Path) -> None:
    parts, form = Parts(example), MadeUpForm()
    parts.front.forms.append(form)
    written_by_anja(example)
    parts.following.poll()
    assert form.heard == ["anja wijzigde dit ook; wat jij typt blijft staan."]
    assert parts.news.take() == ("", False)


def test_what_is_said_over_a_window_waits_for_the_place_and_is_told_once() -> None:
    front, form = MadeUpFront(), MadeUpForm()
    front.forms.append(form)
    news = SessionNews(front)
    news.say("Een.")
    news.say("Twee.", error=True)
    assert form.heard == ["Een.", "Twee."]
    assert news.take() == ("Een. Twee.", True)
    assert news.take() == ("", False)


def test_what_has_to_stay_is_said_before_news_that_came_earlier() -> None:
    front = MadeUpFront()
    front.forms.append(MadeUpForm())
    news = SessionNews(front)
    news.say("Anja werkt mee.")
    news.insist("Druk op C.")
    assert (news.take(), news.insists) == (("Druk op C. Anja werkt mee.", True), True)
    news.say("Piet werkt mee.")
    assert (news.take(), news.insists) == (("Piet werkt mee.", False), False)


def test_a_spoilt_file_is_said_once_and_put_back_when_it_stays_so(example: Path) -> None:
    parts = Parts(example)
    whole = parts.opened.dossier
    example.write_text("{")
    for _ in range(LOOKS_BEFORE_SAYING - 1):
        parts.following.follow_file()
    assert parts.front.said == [], "a sync program may be writing"
    for _ in range(2):
        parts.following.follow_file()
    ((said, error),) = parts.front.said
    assert error
    assert said == ("Druk op ctrl+o: regio.sto.json is beschadigd of nog half binnen. Jouw versie is veilig.")
    assert parts.file.put_back().startswith("Teruggezet.")
    assert DossierStore.open(example, "anja", clock).dossier.of(VisionSection) == whole.whole.of(VisionSection)


async def test_typing_that_was_kept_is_gone_on_with_at_its_place(example: Path) -> None:
    earlier = Parts(example)
    earlier.front.forms.append(MadeUpForm())
    earlier.typing.keep()
    (kept,) = (example.parent / "regio.sto.d" / "onafgemaakt").iterdir()
    kept.write_bytes(kept.read_bytes().replace(f'"pid":{os.getpid()}'.encode(), b'"pid":99999999'))
    kept.rename(kept.with_name("eerder.json"))
    later = Parts(example)
    later.typing.offer()
    (resume,) = later.front.later_on
    await resume()
    ((place, state),) = later.front.resumed
    assert place is Place.REGIOVISIE
    assert state["levels"] == [STATE]


def test_a_change_is_taken_back_and_says_what_it_was(example: Path) -> None:
    parts = Parts(example)
    changes = SessionChanges(parts.opened, parts._count)
    assert changes.undo() == changes.why_no_undo() == "Er is in deze sessie nog niets gewijzigd."
    section = parts.opened.dossier.of(VisionSection)[1]
    done = changes.apply(changing(parts.opened.dossier, section, section.changed(text="Anders")))
    assert changes.undo() == f"Ongedaan gemaakt: {done.label}."
    assert changes.why_no_undo() == "Alles wat je in deze sessie wijzigde is al ongedaan gemaakt."
    assert parts.opened.dossier.of(VisionSection)[1].text == section.text
    assert changes.redo() == f"Opnieuw gedaan: {done.label}."
    assert parts.changed == 4


def test_a_version_takes_the_place_of_a_damaged_file(example: Path) -> None:
    Session(example, "jan", clock, example.parent).enter()
    example.write_text("{")
    found = open_session(example, "jan", clock, example.parent)
    assert isinstance(found, DamagedFile)
    opened, news, shown = Opened(found, "jan", clock), SessionNews(MadeUpFront()), []
    recovery = SessionRecovery(opened, news, lambda: shown.append("eerste plaats"))
    recovery.put_in_place(0)
    assert opened.damaged is None
    assert opened.dossier.of(VisionSection)
    assert news.take() == ("Teruggezet; het beschadigde bestand staat ernaast.", False)
    assert shown == ["eerste plaats"]


@dataclass
class Themed:
    theme: str


def test_the_wall_is_light_and_afterwards_the_theme_is_that_of_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STO_CONFIG_DIR", str(tmp_path))
    themed = Themed(DARK)
    colours = SessionColours(themed, EVERY_THEME, ON_THE_WALL, THEME_NAMES)
    colours.on_the_wall(begin=True)
    assert themed.theme == LIGHT
    colours.on_the_wall(begin=False)
    assert themed.theme == DARK
    assert [colours.switch() for _ in range(3)] == ["de 16 kleuren van de terminal", "licht", "donker"]


def test_only_a_paper_with_more_changes_than_are_looked_up_has_at_least_so_many(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three changes, of which two are looked up: the old paper has two or more, the new one exactly one."""
    monkeypatch.setattr(papers, "MOST_CHANGES", 2)
    soon, last = (clock() + timedelta(hours=hours) for hours in (1, 3))
    folder = example.parent / "concepten"
    folder.mkdir()
    for hours, name in ((0, "oud"), (2, "nieuw")):
        (folder / f"{name}.docx").touch()
        os.utime(folder / f"{name}.docx", times=((clock() + timedelta(hours=hours)).timestamp(),) * 2)
    for text, moment in (("Een", soon), ("Twee", soon), ("Drie", last)):
        written_by_anja(example, partial(datetime.fromtimestamp, moment.timestamp(), moment.tzinfo), text)
    earlier = papers.SessionPapers(Parts(example).opened).earlier(8)
    assert [(paper.name, paper.changes, paper.many) for paper in earlier] == [
        ("nieuw.docx", 1, False),
        ("oud.docx", 2, True),
    ]
