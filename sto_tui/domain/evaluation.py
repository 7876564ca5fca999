"""Looking back: questions, answers, scores, workshop sessions, and the decisions and actions that follow."""

from typing import Annotated

from sto_tui.domain.record import Choice, EndDay, Line, Part, PastDay, Record, Ref, Text, field, refers_to


class QuestionPart(Choice):
    """The parts of the evaluation, in order. Source: Tips en tools, section 2; success factors: section 5."""

    SAMENWERKING = "samenwerking", "Samenwerking en proces"
    DOELEN = "doelen", "Doelen gehaald?"
    SUCCESSEN = "successen", "Successen"
    VERBETERPUNTEN = "verbeterpunten", "Verbeterpunten"
    BORGING = "borging", "Borging"
    SUCCESFACTOREN = "succesfactoren", "Succesfactoren"


class QuestionKind(Choice):
    """How a question is answered."""

    OPEN = "open", "open vraag"
    SCALE = "scale", "stelling met een score van 1 tot 5"
    GOAL_BY_GOAL = "goal_by_goal", "doel voor doel"


class Question(Record):
    """A question or statement of the evaluation."""

    part: QuestionPart = field("Deel")
    order: int = field("Volgorde", default=1, low=1, high=999)
    text: Line = field("Vraag")
    kind: QuestionKind = field("Soort", default=QuestionKind.OPEN)
    own: bool = field("Eigen vraag", "Door de regio zelf gemaakt.", default=False)
    hidden: bool = field(
        "Verborgen", "Niet tonen en niet in het concept; de antwoorden blijven bewaard.", default=False
    )
    notes: Text = field(
        "Voor de begeleider", "Alleen te zien met een toets, niet op de muur.", default="", printed=False
    )


class AnswerKind(Choice):
    """What an answer says."""

    SUCCES = "succes"
    VERBETERPUNT = "verbeterpunt"
    OPMERKING = "opmerking"


class Ballot(Part):
    """How many votes one table gave to an answer."""

    table: int = field("Tafel", low=1, high=99, printed=False)
    votes: int = field("Stemmen", low=0, high=99, printed=False)


class JoinedAnswer(Part):
    """An answer that was joined with another one: what it said, and whose it was. Its number stays its own."""

    answer: int = field("Nummer in het dossier", printed=False)
    text: Text = field("Antwoord", printed=False)
    table: int | None = field("Tafel", default=None, low=1, high=99, printed=False)


class Answer(Record):
    """What a table or party answered."""

    question: Annotated[int, refers_to("questions")] = field("Vraag")
    text: Text = field("Antwoord")
    session: Annotated[int | None, refers_to("sessions")] = field("Bijeenkomst", default=None, printed=False)
    table: int | None = field("Tafel", default=None, low=1, high=99, printed=False)
    party: Annotated[int | None, refers_to("parties")] = field("Partij", default=None, printed=False)
    kind: AnswerKind = field("Soort", default=AnswerKind.OPMERKING)
    about: Annotated[Ref | None, refers_to("goals", "speerpunten")] = field(
        "Gaat over",
        "Doel of speerpunt.",
        default=None,
    )
    cause: Text = field("Oorzaak", "Waarom ging dit goed of niet?", default="", printed=False)
    votes: int = field("Stemmen", default=0, low=0, high=9999)
    ballots: tuple[Ballot, ...] = field("Stemmen per tafel", default=(), hidden=True, printed=False)
    joined: tuple[JoinedAnswer, ...] = field("Samengevoegd", default=(), hidden=True, printed=False)
    impact: int | None = field("Effect (0–10)", default=None, low=0, high=10, printed=False)
    effort: int | None = field("Moeite (0–10)", default=None, low=0, high=10, printed=False)
    decision: Annotated[int | None, refers_to("decisions")] = field("Besluit", default=None)
    period: Annotated[int | None, refers_to("periods")] = field(
        "Kijkt terug op", "Welke planperiode; alleen als er geen bijeenkomst bij hoort.", default=None, printed=False
    )


class Score(Record):
    """How much a party or table agrees with a statement, 1 (not at all) to 5 (fully)."""

    statement: Annotated[int, refers_to("questions")] = field("Stelling")
    value: int = field("Score (1–5)", low=1, high=5)
    session: Annotated[int | None, refers_to("sessions")] = field("Bijeenkomst", default=None, printed=False)
    party: Annotated[int | None, refers_to("parties")] = field("Partij", default=None, printed=False)
    table: int | None = field("Tafel", default=None, low=1, high=99, printed=False)
    period: Annotated[int | None, refers_to("periods")] = field(
        "Kijkt terug op", "Welke planperiode; alleen als er geen bijeenkomst bij hoort.", default=None, printed=False
    )


class AgendaItem(Part):
    """A question on the agenda of a session, with its minutes."""

    question: Annotated[int | None, refers_to("questions")] = field("Vraag", default=None, printed=False)
    title: Line = field("Of een ander punt", "Bijvoorbeeld welkom.", default="", printed=False)
    minutes: int = field("Minuten", default=10, low=1, high=600, printed=False)

    @property
    def lacks(self) -> str:
        """A point is a question, or has a text of its own."""
        if self.question is not None or self.title.strip():
            return ""
        return "Een agendapunt is een vraag of heeft een tekst: kies een vraag, of typ iets bij ‘Of een ander punt’."


class Meeting(Record):
    """A meeting with its agenda."""

    title: Line = field("Bijeenkomst")
    date: EndDay | None = field("Datum", default=None)
    begins_at: Line = field(
        "Begintijd", "Komt in de agenda; leeg: de hele dag.", default="", printed=False, example="13:30"
    )
    invited: Annotated[tuple[int, ...], refers_to("parties")] = field(
        "Uitgenodigd", "De partijen op de uitnodigingslijst.", default=(), printed=False
    )
    present: Annotated[tuple[int, ...], refers_to("parties")] = field(
        "Partijen die er waren", "Staan in de besluiten- en actielijst.", default=()
    )
    attendees: Text = field("Aanwezig", "Organisaties en tafels; namen hoeven niet.", default="")
    tables: int | None = field("Aantal tafels", default=None, low=1, high=99, printed=False, example="4")
    body: Annotated[int | None, refers_to("bodies")] = field(
        "Overleg van", "Het orgaan dat hier vergadert; leeg bij een evaluatie.", default=None
    )
    votes_per_table: int = field(
        "Stemmen per tafel", "Elke tafel verdeelt er evenveel.", default=3, low=1, high=20, printed=False
    )
    agenda: tuple[AgendaItem, ...] = field("Agenda", default=(), printed=False)
    period: Annotated[int | None, refers_to("periods")] = field(
        "Kijkt terug op", "De planperiode die hier wordt geëvalueerd.", default=None, printed=False
    )

    @property
    def minutes(self) -> int:
        """How long its agenda takes; 0 without one."""
        return sum(item.minutes for item in self.agenda)


class DecisionKind(Choice):
    """What was decided about something that was done."""

    BEHOUDEN = "behouden"
    STRUCTUREEL_MAKEN = "structureel_maken", "structureel maken"
    AANPASSEN = "aanpassen"
    HERFORMULEREN = "herformuleren"
    STOPPEN = "stoppen"


class Decision(Record):
    """A decision of the evaluation; it comes back in the plan or has a reason why not."""

    text: Text = field("Besluit")
    why: Text = field("Waarom", default="")
    date: PastDay | None = field("Datum", default=None)
    kind: DecisionKind = field("Soort", default=DecisionKind.BEHOUDEN)
    becomes: Annotated[tuple[Ref, ...], refers_to("goals", "themes", "speerpunten", "milestones", "actions")] = field(
        "Komt terug in", "Doel, speerpunt, mijlpaal of actie.", default=()
    )
    period: Annotated[int | None, refers_to("periods")] = field(
        "Kijkt terug op", "De planperiode waarover dit besluit gaat.", default=None, printed=False
    )
    why_not: Text = field("Waarom niet in het plan", "Alleen invullen als het besluit nergens terugkomt.", default="")


class ActionStatus(Choice):
    """Where an action stands."""

    OPEN = "open"
    BEZIG = "bezig"
    GEREED = "gereed"
    VERVALLEN = "vervallen"

    @property
    def waits(self) -> bool:
        """Whether there is still something to do: nobody began, or somebody is at it."""
        return self in (ActionStatus.OPEN, ActionStatus.BEZIG)


class Action(Record):
    """Who does what by when."""

    text: Line = field("Actie", "Begin met een werkwoord.")
    owner: Line = field("Eigenaar", "Eén persoon of functie.", default="")
    due: EndDay | None = field("Klaar op", default=None)
    status: ActionStatus = field("Status", default=ActionStatus.OPEN)
    postponed: int = field("Keer uitgesteld", default=0, low=0, high=99)
    decision: Annotated[int | None, refers_to("decisions")] = field("Uit besluit", default=None)
    resolution: Annotated[int | None, refers_to("resolutions")] = field("Uit stuurgroepbesluit", default=None)
