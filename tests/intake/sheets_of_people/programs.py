"""Exports of planning programs, in the columns in which they write them."""

from tests.intake.sheets_of_people.made import made

SHEETS = [
    made(
        "MS Project Nederlands",
        """
        Id | Actief | Taakmodus | Taaknaam | Duur | Begindatum | Einddatum | Voorafgaande taken | \
        Overzichtsniveau | Resourcenamen
        1 | Ja | Automatisch gepland | Voorbereiding | 20 dagen | ma 4-1-27 | vr 29-1-27 | | 1 |
        2 | Ja | Automatisch gepland | Plan van aanpak | 10 dagen | ma 4-1-27 | vr 15-1-27 | | 2 | Anja
        3 | Ja | Automatisch gepland | Akkoord stuurgroep | 5 dagen | ma 25-1-27 | vr 29-1-27 | 2EB+5 dagen | 2 | \
        Stuurgroep
        4 | Ja | Automatisch gepland | Uitvoering | 30 dagen | ma 1-2-27 | vr 12-3-27 | | 1 |
        5 | Ja | Automatisch gepland | Werkplaats bouwen | 20 dagen | ma 1-2-27 | vr 26-2-27 | 3 | 2 | Bouwteam
        6 | Ja | Automatisch gepland | Werkplaats testen | 10 dagen | ma 1-3-27 | vr 12-3-27 | 5;2 | 2 | Docenten
        """,
        """
        Plan van aanpak | 4-1-27 | 15-1-27 | * | | Voorbereiding
        Akkoord stuurgroep | 25-1-27 | 29-1-27 | * | Plan van aanpak | Voorbereiding
        Werkplaats bouwen | 1-2-27 | 26-2-27 | * | Akkoord stuurgroep | Uitvoering
        Werkplaats testen | 1-3-27 | 12-3-27 | * | Werkplaats bouwen; Plan van aanpak | Uitvoering
        """,
        kind="csv",
        encoding="cp1252",
        answers={"koppelingen": "nr"},
    ),
    made(
        "MS Project English",
        """
        ID | Task Mode | Task Name | Duration | Start | Finish | Predecessors | Outline Level | % Complete
        1 | Auto Scheduled | Preparation | 20 days | Mon 1/4/27 | Fri 1/29/27 | | 1 | 50%
        2 | Auto Scheduled | Write plan | 10 days | Mon 1/4/27 | Fri 1/15/27 | | 2 | 100%
        3 | Auto Scheduled | Approve plan | 5 days | Mon 1/25/27 | Fri 1/29/27 | 2FS+5 days | 2 | 0%
        4 | Auto Scheduled | Realisation | 20 days | Mon 2/1/27 | Fri 2/26/27 | | 1 | 0%
        5 | Auto Scheduled | Build workshop | 20 days | Mon 2/1/27 | Fri 2/26/27 | 3 | 2 | 0%
        """,
        """
        Write plan | 4-1-27 | 15-1-27 | gereed | | Preparation
        Approve plan | 25-1-27 | 29-1-27 | niet gestart | Write plan | Preparation
        Build workshop | 1-2-27 | 26-2-27 | niet gestart | Approve plan | Realisation
        """,
        kind="comma",
        answers={"koppelingen": "nr"},
    ),
    made(
        "MS Project geplakt in Excel",
        """
        Taaknaam | Duur | Begindatum | Einddatum | % voltooid
        Scholing | 60 dagen | @4-1-2027 | @26-3-2027 | #25%
        >Behoefte peilen | 20 dagen | @4-1-2027 | @29-1-2027 | #100%
        >Cursus volgen | 40 dagen | @1-2-2027 | @26-3-2027 | #0%
        Evaluatie | 10 dagen | @29-3-2027 | @9-4-2027 | #0%
        >Vragenlijst versturen | 5 dagen | @29-3-2027 | @2-4-2027 | #0%
        >Verslag schrijven | 5 dagen | @5-4-2027 | @9-4-2027 | #0%
        """,
        """
        Behoefte peilen | 4-1-27 | 29-1-27 | gereed | | Scholing
        Cursus volgen | 1-2-27 | 26-3-27 | niet gestart | | Scholing
        Vragenlijst versturen | 29-3-27 | 2-4-27 | niet gestart | | Evaluatie
        Verslag schrijven | 5-4-27 | 9-4-27 | niet gestart | | Evaluatie
        """,
    ),
    made(
        "Planner Nederlands",
        """
        Plannaam | STO regio
        Plan-id | aB3xY
        Exportdatum | 03-09-2026

        Taak-id | Taaknaam | Bucketnaam | Voortgang | Prioriteit | Toegewezen aan | Gemaakt door | Aanmaakdatum | \
        Begindatum | Einddatum | Te laat
        q1 | Website vernieuwen | Communicatie | Wordt uitgevoerd | Normaal | Anja | Bob | 01-07-2026 | \
        01-09-2026 | 30-10-2026 | ONWAAR
        q2 | Folder maken | Communicatie | Voltooid | Normaal | Anja | Bob | 01-07-2026 | 01-08-2026 | \
        21-08-2026 | ONWAAR
        q3 | Machines keuren | Labs | Niet gestart | Urgent | Cas | Bob | 02-07-2026 | 02-11-2026 | 13-11-2026 | ONWAAR
        q4 | Veiligheidsregels ophangen | Labs | Niet gestart | Normaal | Cas | Bob | 02-07-2026 | 16-11-2026 | \
        20-11-2026 | ONWAAR
        """,
        """
        Website vernieuwen | 1-9-26 | 30-10-26 | groen
        Folder maken | 1-8-26 | 21-8-26 | gereed
        Machines keuren | 2-11-26 | 13-11-26 | niet gestart
        Veiligheidsregels ophangen | 16-11-26 | 20-11-26 | niet gestart
        """,
    ),
    made(
        "Planner English",
        """
        Plan name | STO region
        Plan ID | aB3xY
        Date of export | 09/03/2026

        Task ID | Task Name | Bucket Name | Progress | Priority | Assigned To | Created By | Created Date | \
        Start date | Due date | Late | Completed Date
        q1 | Renew website | Communication | In progress | Medium | Anja | Bob | 07/01/2026 | 09/01/2026 | \
        10/30/2026 | false |
        q2 | Make flyer | Communication | Completed | Medium | Anja | Bob | 07/01/2026 | 08/01/2026 | \
        08/21/2026 | false | 08/20/2026
        q3 | Check machines | Labs | Not started | Urgent | Cas | Bob | 07/02/2026 | 11/02/2026 | 11/13/2026 | false |
        """,
        """
        Renew website | 1-9-26 | 30-10-26 | groen
        Make flyer | 1-8-26 | 21-8-26 | gereed
        Check machines | 2-11-26 | 13-11-26 | niet gestart
        """,
    ),
    made(
        "Asana",
        """
        Task ID | Created At | Completed At | Last Modified | Name | Section/Column | Assignee | Assignee Email | \
        Start Date | Due Date | Tags | Notes | Projects | Parent task
        1201 | 2026-07-01 | 2026-09-20 | 2026-09-20 | Choose partners | Preparation | Anna | a@x.nl | \
        2026-09-01 | 2026-09-18 | | | STO |
        1202 | 2026-07-01 | | 2026-08-01 | Sign agreement | Preparation | Anna | a@x.nl | 2026-09-21 | \
        2026-10-16 | | | STO |
        1203 | 2026-07-02 | | 2026-08-02 | Furnish lab | Realisation | Bert | b@x.nl | 2026-11-02 | 2027-01-29 | \
        | | STO |
        """,
        """
        Choose partners | 1-9-26 | 18-9-26
        Sign agreement | 21-9-26 | 16-10-26
        Furnish lab | 2-11-26 | 29-1-27
        """,
        kind="comma",
    ),
    made(
        "Smartsheet",
        """
        Task Name | Status | Assigned To | Start | Finish | Duration | Predecessors | % Complete | Comments
        Kick-off | Complete | Ann | 01/11/27 | 01/15/27 | 5d | | 100% |
        Curriculum | In Progress | Ben | 01/18/27 | 03/12/27 | 40d | 1 | 30% |
        Training | Not Started | Cas | 03/15/27 | 03/26/27 | 10d | 2 | 0% |
        Launch | Not Started | Ann | 03/29/27 | 03/29/27 | 1d | 3FS | 0% |
        """,
        """
        Kick-off | 11-1-27 | 15-1-27 | gereed | | *
        Curriculum | 18-1-27 | 12-3-27 | groen | Kick-off | *
        Training | 15-3-27 | 26-3-27 | niet gestart | Curriculum | *
        Launch | 29-3-27 | 29-3-27 | niet gestart | Training | *
        """,
        answers={"koppelingen": "volgorde"},
    ),
    made(
        "Jira",
        """
        Summary | Issue key | Issue id | Issue Type | Status | Project key | Priority | Assignee | Reporter | \
        Created | Updated | Due date | Custom field (Start date)
        Choose supplier | STO-1 | 10001 | Task | Done | STO | Medium | ann | bob | 01/Jul/26 9:00 AM | \
        02/Sep/26 3:15 PM | 18/Sep/26 12:00 AM | 01/Sep/26 12:00 AM
        Install machines | STO-2 | 10002 | Task | In Progress | STO | High | ann | bob | 01/Jul/26 9:05 AM | \
        02/Sep/26 3:20 PM | 27/Nov/26 12:00 AM | 05/Oct/26 12:00 AM
        Write manual | STO-3 | 10003 | Task | To Do | STO | Low | cas | bob | 01/Jul/26 9:10 AM | \
        02/Sep/26 3:25 PM | 29/Jan/27 12:00 AM | 04/Jan/27 12:00 AM
        """,
        """
        Choose supplier | 1-9-26 | 18-9-26 | gereed
        Install machines | 5-10-26 | 27-11-26 | groen
        Write manual | 4-1-27 | 29-1-27 | niet gestart
        """,
        kind="comma",
    ),
    made(
        "Trello csv",
        """
        Card ID | Card Name | Card URL | Card Description | Labels | Members | Due Date | Attachment Count | \
        List ID | List Name | Board ID | Board Name | Archived | Start Date | Due Complete
        c1 | Stagemap maken | https://t.co/1 | | | ann | 2026-09-25T12:00:00.000Z | 0 | l1 | Gedaan | b1 | STO | \
        false | 2026-09-01T12:00:00.000Z | true
        c2 | Stagebedrijven bellen | https://t.co/2 | | | bob | 2026-10-30T12:00:00.000Z | 0 | l2 | Mee bezig | \
        b1 | STO | false | 2026-10-01T12:00:00.000Z | false
        c3 | Stagemarkt houden | https://t.co/3 | | | bob | 2026-11-20T12:00:00.000Z | 0 | l3 | Te doen | b1 | \
        STO | false | 2026-11-16T12:00:00.000Z | false
        """,
        """
        Stagemap maken | 1-9-26 | 25-9-26
        Stagebedrijven bellen | 1-10-26 | 30-10-26
        Stagemarkt houden | 16-11-26 | 20-11-26
        """,
        kind="comma",
    ),
    made(
        "GanttProject csv",
        """
        ID | Name | Begin date | End date | Duration | Completion | Cost | Coordinator | Predecessors | \
        Outline number | Resources
        0 | Labs | 01-09-2026 | 18-12-2026 | 79 | 0 | 0 | | | 1 |
        1 | Ontwerp labs | 01-09-2026 | 30-09-2026 | 22 | 100 | 0 | Ann | | 1.1 |
        2 | Inrichting labs | 01-10-2026 | 18-12-2026 | 57 | 0 | 0 | Bob | 1-FS=P0D | 1.2 |
        3 | Lessen | 11-01-2027 | 25-06-2027 | 120 | 0 | 0 | | | 2 |
        4 | Lessen gepland | 11-01-2027 | 29-01-2027 | 15 | 0 | 0 | Cas | 2-FS=P10D | 2.1 |
        5 | Lessen gegeven | 01-02-2027 | 25-06-2027 | 105 | 0 | 0 | Cas | 4-FS=P0D | 2.2 |

        ID | Name | Default role | e-mail | Phone
        0 | Ann | Ontwerper | ann@x.nl |
        1 | Bob | Bouwer | bob@x.nl |
        """,
        """
        Ontwerp labs | 1-9-26 | 30-9-26 | * | | Labs
        Inrichting labs | 1-10-26 | 18-12-26 | * | Ontwerp labs | Labs
        Lessen gepland | 11-1-27 | 29-1-27 | * | Inrichting labs | Lessen
        Lessen gegeven | 1-2-27 | 25-6-27 | * | Lessen gepland | Lessen
        """,
        kind="comma",
        answers={"koppelingen": "nr"},
    ),
    made(
        "Monday",
        """
        STO planning
        Voorbereiding
        Name | Person | Status | Timeline - Start | Timeline - End
        Partners zoeken | Ann | Done | @1-9-2026 | @30-9-2026
        Afspraken maken | Bob | Working on it | @1-10-2026 | @30-10-2026

        Uitvoering
        Name | Person | Status | Timeline - Start | Timeline - End
        Lessen geven | Cas | Not Started | @2-11-2026 | @26-3-2027
        Resultaten meten | Ann | Stuck | @29-3-2027 | @23-4-2027
        """,
        """
        Partners zoeken | 1-9-26 | 30-9-26
        Afspraken maken | 1-10-26 | 30-10-26
        Lessen geven | 2-11-26 | 26-3-27
        Resultaten meten | 29-3-27 | 23-4-27
        """,
        answers={
            "kolom:mijlpaal": "A",
            "kolom:begin": "D",
            "kolom:klaar": "E",
            "stand:working on it": "groen",
            "stand:stuck": "rood",
        },
    ),
    made(
        "Notion",
        """
        Name | Assign | Date | Status
        Write brochure | Ann | January 11, 2027 → January 22, 2027 | In progress
        Print brochure | Bob | January 25, 2027 → January 29, 2027 | Not started
        Hand out brochure | Cas | February 3, 2027 | Not started
        """,
        """
        Write brochure | 11-1-27 | 22-1-27 | groen
        Print brochure | 25-1-27 | 29-1-27 | niet gestart
        Hand out brochure | * | 3-2-27 | niet gestart
        """,
        kind="comma",
    ),
    made(
        "TaskJuggler csv",
        """
        Id | Name | Start | End | Complete
        plan | Plan schrijven | 2026-09-01 | 2026-09-30 | 100%
        bouw | Werkplaats bouwen | 2026-10-01 | 2026-12-18 | 40%
        open | Werkplaats openen | 2027-01-11 | 2027-01-15 | 0%
        """,
        """
        Plan schrijven | 1-9-26 | 30-9-26 | gereed
        Werkplaats bouwen | 1-10-26 | 18-12-26
        Werkplaats openen | 11-1-27 | 15-1-27 | niet gestart
        """,
        kind="csv",
    ),
]
