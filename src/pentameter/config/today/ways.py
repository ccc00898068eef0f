"""Where a person may go, by what their role may do: the ways beside the tasks of Today, in their order."""

from dataclasses import dataclass

from pentameter.access.api import Operation


@dataclass(frozen=True, slots=True)
class Way:
    """Somewhere the person may go, and what for."""

    label: str
    meaning: str
    url: str


WAYS = (
    (Operation.REGISTER_RESCUE, "Register a person", "Someone was rescued: four fields, at once.", "victims:rescue"),
    (Operation.VIEW_CASES, "Cases", "People who were rescued, and what protects them.", "victims:cases"),
    (Operation.ANSWER_REFERRAL, "Referrals", "What other organisations ask of yours.", "victims:referrals"),
    (Operation.FILE_NOTIFICATION, "Notification", "Count an adult who wants no referral.", "victims:new_notification"),
    (Operation.VIEW_NOTIFICATIONS, "Notifications", "How many adults want no referral.", "victims:notifications"),
    (Operation.VIEW_PICTURE, "The picture", "What is known, by area, week and theme.", "picture:picture"),
    (Operation.VIEW_ESTIMATES, "Estimates", "How many were never seen, and how sure that is.", "scale:runs"),
    (
        Operation.VIEW_RELEASES,
        "Releases",
        "Statistics for everyone, made safe and signed.",
        "releases:releases",
    ),
    (Operation.PREVIEW_RELEASE, "Before their time", "Releases that you are named to see early.", "releases:early"),
    (Operation.VIEW_LOOKING, "Is there a problem here?", "What looking allows to be concluded.", "scale:forces"),
    (Operation.READ_REPORT, "Intelligence", "Reports that you may read.", "intelligence:reports"),
    (Operation.JUDGE_PAIR, "Review queue", "Pairs that may be one and the same.", "entities:queue"),
    (Operation.VIEW_THINGS, "Things", "People and things that several reports mention.", "entities:things"),
    (Operation.VIEW_INTERESTS, "Interests", "Who else has an interest, and whom to call.", "entities:interests"),
    (Operation.VIEW_INTAKE, "Intake", "Send a file, and see what became of those sent.", "intelligence:intake"),
    (Operation.SCREEN_LIST, "Screening", "Ask before anyone is removed.", "decisions:screening"),
    (Operation.ANSWER_SCREENING, "Lines to answer", "Lines of removal lists that may be someone.", "decisions:desk"),
    (Operation.VIEW_TRAWLING, "Trawling", "Who may be fishing for protected people.", "decisions:trawling"),
    (Operation.VIEW_FLAGS, "Flags", "Look-ups that may not belong to the work.", "oversight:flags"),
    (Operation.CHECK_SAMPLE, "Weekly sample", "Look-ups drawn by chance, to be checked.", "oversight:samples"),
    (Operation.REVIEW_GLASS, "Broken glass", "Each use, until a second person reviewed it.", "oversight:glass"),
    (Operation.VIEW_RETENTION, "Retention", "What is reviewed, and for how long what is kept.", "retention:due"),
    (Operation.VIEW_ALERTS, "Alerts", "What could end soon, and who deals with it.", "victims:alerts"),
    (Operation.VIEW_OPERATIONS, "Operations", "Waves, who takes part, who has looked.", "operations:operations"),
    (Operation.VIEW_LAWS, "Laws", "Which laws there are, and what they led to.", "justice:laws"),
    (Operation.VIEW_MATTERS, "Decisions", "What is decided on people, and what was.", "decisions:matters"),
    (Operation.VIEW_INVESTIGATIONS, "Investigations", "From investigation to appeal.", "justice:investigations"),
    (Operation.LOOK_UP_HOLD, "Hold", "Ask by its reference whether a hold stands.", "decisions:hold"),
    (Operation.VIEW_STORIES, "Bulletins", "What the operation tells the public.", "editing:stories"),
    (Operation.MODERATE_COMMENTS, "Moderation", "Comments that wait for a person's look.", "moderation:queue"),
    (Operation.ANSWER_APPEALS, "Appeals", "Readers who ask for another look.", "moderation:appeals"),
    (Operation.CLOSE_COMMENTS, "Comments", "Which articles take comments.", "moderation:articles"),
    (Operation.VIEW_PEOPLE, "People", "Accounts, roles and agencies.", "accounts:people"),
    (Operation.VERIFY_AUDIT, "Audit", "Prove the record whole.", "audit:record"),
    (Operation.DECLARE_HOME, "Where you live", "So that look-ups of your own street are reviewed.", "oversight:home"),
    (Operation.VIEW_MATRIX, "Who may do what", "The rules of access, as the system applies them.", "access:matrix"),
)
"""An operation, its label, what it is for, and its address."""
