"""Everything that can be done here, by name, and the compartments that records lie in."""

from enum import StrEnum


class Operation(StrEnum):
    """One thing that an actor may ask to do. The matrix says which role may, and how far."""

    VIEW_HOME = "view_home"
    VIEW_MATRIX = "view_matrix"
    MANAGE_OWN_ACCOUNT = "manage_own_account"
    VIEW_AGENCIES = "view_agencies"
    VIEW_AUDIT = "view_audit"
    VERIFY_AUDIT = "verify_audit"
    VIEW_PEOPLE = "view_people"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_TOKENS = "manage_tokens"
    VIEW_OPERATIONS = "view_operations"
    MANAGE_OPERATIONS = "manage_operations"
    FILE_RETURN = "file_return"
    SUBMIT_REPORTS = "submit_reports"
    VIEW_INTAKE = "view_intake"
    MEND_QUARANTINE = "mend_quarantine"
    READ_REPORT = "read_report"
    READ_ORIGINAL = "read_original"
    READ_SOURCE = "read_source"
    EXPORT_REPORTS = "export_reports"
    VIEW_THINGS = "view_things"
    JUDGE_PAIR = "judge_pair"
    VIEW_INTERESTS = "view_interests"
    SEARCH = "search"
    VIEW_NETWORK = "view_network"
    ADD_LINK = "add_link"
    EXPORT_NETWORK = "export_network"
    IMPORT_NETWORK = "import_network"
    VIEW_PICTURE = "view_picture"
    COUNT_WITHHELD = "count_withheld"
    SEE_SMALL_NUMBERS = "see_small_numbers"
    COUNT_PROTECTION = "count_protection"
    VIEW_FORCE = "view_force"
    VIEW_ASSESSMENT = "view_assessment"
    MAKE_ASSESSMENT = "make_assessment"
    REGISTER_RESCUE = "register_rescue"
    VIEW_CASES = "view_cases"
    VIEW_CASE = "view_case"
    CHANGE_CASE = "change_case"
    ASSIGN_CASE = "assign_case"
    SHARE_CASE = "share_case"
    BREAK_GLASS = "break_glass"
    SEE_WHEREABOUTS = "see_whereabouts"
    CHANGE_WHEREABOUTS = "change_whereabouts"
    RECORD_CONSENT = "record_consent"
    VIEW_SUPPORT = "view_support"
    CHANGE_SUPPORT = "change_support"
    ASK_SUPPORT = "ask_support"
    ANSWER_REFERRAL = "answer_referral"
    FILE_NOTIFICATION = "file_notification"
    VIEW_NOTIFICATIONS = "view_notifications"
    VIEW_PROTECTION = "view_protection"
    LOOK_UP_HOLD = "look_up_hold"
    RECORD_EVENT = "record_event"
    DETERMINE = "determine"
    VIEW_ALERTS = "view_alerts"
    CONFIRM_RESTORE = "confirm_restore"
    ERASE_CASE = "erase_case"
    EXPORT_CASE = "export_case"
    IMPORT_CASES = "import_cases"
    GIVE_COPY = "give_copy"
    SEE_WHO_LOOKED = "see_who_looked"
    VIEW_MATTERS = "view_matters"
    OPEN_MATTER = "open_matter"
    DECIDE = "decide"
    READ_ACCOUNT = "read_account"
    DISCLOSE_ACCOUNT = "disclose_account"
    ASK_RECONSIDERATION = "ask_reconsideration"
    SCREEN_LIST = "screen_list"
    ANSWER_SCREENING = "answer_screening"
    VIEW_TRAWLING = "view_trawling"
    VIEW_FLAGS = "view_flags"
    REVIEW_FLAG = "review_flag"
    CHECK_SAMPLE = "check_sample"
    REVIEW_GLASS = "review_glass"
    DECLARE_HOME = "declare_home"
    VIEW_RETENTION = "view_retention"
    REVIEW_RETENTION = "review_retention"
    CONFIRM_DISPOSAL = "confirm_disposal"
    HAND_OVER = "hand_over"
    GIVE_ACCESS = "give_access"
    CONFIRM_ACCESS = "confirm_access"
    VIEW_INVESTIGATIONS = "view_investigations"
    VIEW_INVESTIGATION = "view_investigation"
    OPEN_INVESTIGATION = "open_investigation"
    CHANGE_INVESTIGATION = "change_investigation"
    MARK_SUSPECT = "mark_suspect"
    RECORD_JUSTICE = "record_justice"
    CHECK_SUSPECT = "check_suspect"
    CHARGE_SUSPECT = "charge_suspect"
    VIEW_OUTCOMES = "view_outcomes"
    VIEW_COURT_SIDE = "view_court_side"
    RECORD_COURT_SIDE = "record_court_side"
    VIEW_LAWS = "view_laws"
    KEEP_QUESTIONS = "keep_questions"
    VIEW_ESTIMATES = "view_estimates"
    RUN_ESTIMATE = "run_estimate"
    SEE_FROZEN_TABLE = "see_frozen_table"
    VIEW_LOOKING = "view_looking"
    VIEW_RELEASES = "view_releases"
    PREPARE_RELEASE = "prepare_release"
    SIGN_RELEASE = "sign_release"
    WITHDRAW_RELEASE = "withdraw_release"
    PREVIEW_RELEASE = "preview_release"
    VIEW_STORIES = "view_stories"
    WRITE_STORY = "write_story"
    APPROVE_STORY = "approve_story"
    PUBLISH_STORY = "publish_story"
    VIEW_TIPS = "view_tips"
    READ_TIP = "read_tip"
    ANSWER_TIP = "answer_tip"
    FILE_TIP = "file_tip"
    MODERATE_COMMENTS = "moderate_comments"
    DISCIPLINE_READERS = "discipline_readers"
    ANSWER_APPEALS = "answer_appeals"
    CLOSE_COMMENTS = "close_comments"


class Compartment(StrEnum):
    """What kind of knowledge a record is, as far as need to know goes."""

    IDENTITY = "identity"
    WHEREABOUTS = "whereabouts"
    SUPPORT = "support"
    INTELLIGENCE = "intelligence"
    SOURCE = "source"
    DECISION = "decision"
    JUSTICE = "justice"
    STATISTICS = "statistics"
    PUBLIC = "public"
    ADMINISTRATION = "administration"

    @property
    def words(self) -> str:
        """What lies in it, as people say it."""
        return _COMPARTMENTS[self]


_COMPARTMENTS = {
    Compartment.IDENTITY: "who a victim is",
    Compartment.WHEREABOUTS: "where a victim is",
    Compartment.SUPPORT: "a victim's support",
    Compartment.INTELLIGENCE: "intelligence",
    Compartment.SOURCE: "who a source is",
    Compartment.DECISION: "decisions on a person",
    Compartment.JUSTICE: "investigations and charges",
    Compartment.STATISTICS: "counts",
    Compartment.PUBLIC: "what is public",
    Compartment.ADMINISTRATION: "accounts and the record",
}


class Reach(StrEnum):
    """How far a grant goes."""

    ANY = "any"
    OWN_AGENCY = "own_agency"
    RELEASED = "released"
    ASSIGNED = "assigned"

    @property
    def words(self) -> str:
        """How far it goes, as people say it."""
        return _REACHES[self]


_REACHES = {
    Reach.ANY: "all",
    Reach.OWN_AGENCY: "own agency's",
    Reach.RELEASED: "own and released",
    Reach.ASSIGNED: "those they are assigned to",
}
