"""Every address of the staff door: what it names, and which sentence of the policy says who may.

An address that does not stand here is a failure of the proof, so that no new view is forgotten.
"""

from proofs.let_in import policy as p
from proofs.let_in.policy import Rule

Place = tuple[str, Rule]

_POLICE_AND_CENTRE = (p.OFFICER, p.SUPERVISOR, p.ANALYST)
_WHO_SENDS = (p.OFFICER, p.SUPERVISOR, p.ANALYST, p.CASEWORKER)
_READS_REPORTS = (*_WHO_SENDS, p.DESK, p.PROSECUTOR)
_SEES_OPERATIONS = (*_WHO_SENDS, p.DESK, p.PROSECUTOR, p.STATISTICIAN, p.AUDITOR)
_SEES_THE_PICTURE = (*_POLICE_AND_CENTRE, p.DESK, p.PROSECUTOR, p.STATISTICIAN, p.AUDITOR)
_ASKS_FOR_HOLDS = (p.OFFICER, p.SUPERVISOR, p.CASEWORKER, p.DESK, p.DECIDER, p.REMOVALS, p.PROSECUTOR)
_ESTIMATES = (p.SUPERVISOR, p.ANALYST, p.STATISTICIAN)
_REGISTERS = (p.OFFICER, p.SUPERVISOR, p.CASEWORKER, p.DESK)
_JUDGES = (p.SUPERVISOR, p.ANALYST)
_HAS_CASES = (p.OFFICER, p.SUPERVISOR, p.CASEWORKER, p.DESK)
_BEFORE_ITS_TIME = (p.SUPERVISOR, p.ANALYST, p.PROSECUTOR, p.STATISTICIAN, p.EDITOR, p.AUDITOR)
_STORIES = (p.STATISTICIAN, p.EDITOR, p.AUDITOR)
_INVESTIGATES = p.of_their_own_or_given(p.OFFICER, p.SUPERVISOR, p.PROSECUTOR)
_FORCES_OF_IT = p.of_their_own_or_given(p.OFFICER, p.SUPERVISOR)
_OVERSEES = p.either(p.of_their_own(p.SUPERVISOR), p.only(p.AUDITOR))
_PROSECUTES = p.of_their_own_or_given(p.PROSECUTOR)


def _under(stem: str, family: str, **rules: Rule) -> dict[str, Place]:
    """Addresses below a stem; two underscores stand for a slash."""
    return {stem + name.replace("__", "/") + ("/" if name else ""): (family, rule) for name, rule in rules.items()}


def _each(rule: Rule, family: str, *routes: str) -> dict[str, Place]:
    return dict.fromkeys(routes, (family, rule))


_ONES_OWN_ACCOUNT = _each(
    p.whoever_signs_in,
    "",
    "account/",
    "account/password/",
    "account/sessions/end-others/",
    "oversight/home/",
)
_ONES_OWN_ACCOUNT |= _each(p.whoever_signs_in, "browser", "account/browsers/<int:browser_id>/mine/")
_ONES_OWN_ACCOUNT |= _each(p.setting_up, "", "account/second-factor/", "account/second-factor/app/")
BY_ALLAUTH = {
    "sign-in/": "nobody is signed in yet",
    "sign-in/second-step/": "nobody is signed in yet",
    "sign-in/closed/": "nobody is signed in yet",
    "sign-in/link/done/": "nobody is signed in yet",
    "sign-in/link/<slug:uidb36>/<str:key>/": "nobody is signed in yet",
    "sign-in/agency/<slug:provider_id>/": "nobody is signed in yet",
    "sign-in/agency/<slug:provider_id>/back/": "nobody is signed in yet",
    "sign-out/": "nobody loses anything by signing out",
    "account/confirm/": "leads on at once while the sign-in is fresh",
    "account/second-factor/done/": "leads to the page of one's own, whoever asks",
    "account/second-factor/passkeys/": "leads to the page of one's own, whoever asks",
    "account/second-factor/codes/": "one's own, once they were made",
    "account/confirm/code/": "leads on at once while the sign-in is fresh",
    "account/confirm/passkey/": "leads on at once while the sign-in is fresh",
    "account/second-factor/app/remove/": "one's own; asks for the password again",
    "account/second-factor/codes/new/": "one's own; asks for the password again",
    "account/second-factor/passkeys/new/": "one's own; asks for the password again",
    "account/second-factor/passkeys/<int:pk>/remove/": "one's own; asks for the password again",
}
"""Ways in and out: asked like everything else, but only that nothing breaks; nobody's record lies behind them."""

_HOUSE = {
    **_each(p.whoever_signs_in, "", "", "agencies/", "rules/access/"),
    **_each(p.whoever_signs_in, "agency", "agencies/<slug:slug>/"),
    **_each(p.whoever_signs_in, "session", "account/sessions/<int:session_id>/end/"),
    **_each(p.only(p.SUPERVISOR, p.AUDITOR, p.ADMINISTRATOR), "", "people/"),
    **_each(p.only(p.ADMINISTRATOR), "", "people/new/", "tokens/", "tokens/new/"),
    **_each(p.only(p.ADMINISTRATOR), "token", "tokens/<uuid:token_id>/revoke/"),
    "people/<uuid:person_id>/": (
        "person",
        p.either(p.of_their_own(p.SUPERVISOR), p.only(p.AUDITOR, p.ADMINISTRATOR)),
    ),
    **_under("people/<uuid:person_id>/", "person", **dict.fromkeys(("move", "close", "link"), p.only(p.ADMINISTRATOR))),
    **_under("audit/", "", **dict.fromkeys(("", "verify", "verify__progress"), p.only(p.AUDITOR, p.ADMINISTRATOR))),
    **_under("audit/", "", **dict.fromkeys(("record", "looks", "purpose"), p.only(p.AUDITOR))),
    **_each(p.only(p.AUDITOR), "row", "audit/record/<int:seq>/"),
}
_OVERSIGHT = {
    **_each(p.only(p.SUPERVISOR, p.AUDITOR), "", "oversight/", "oversight/sample/"),
    **_each(p.of_others(_OVERSEES), "flag", "oversight/flags/<uuid:flag_id>/"),
    **_each(p.of_others(_OVERSEES), "sampled look", "oversight/sample/<uuid:look_id>/"),
    **_each(p.only(p.SUPERVISOR, p.AUDITOR, p.DESK), "", "oversight/broken-glass/"),
    **_each(p.of_others(p.either(_OVERSEES, p.only(p.DESK))), "glass", "oversight/broken-glass/<int:seq>/"),
}
_OPERATIONS = {
    **_each(p.only(*_SEES_OPERATIONS), "", "operations/"),
    **_each(p.only(p.ANALYST), "", "operations/new/"),
    **_each(p.only(*_SEES_OPERATIONS), "operation", "operations/<slug:slug>/"),
    **_each(p.only(*_SEES_OPERATIONS), "published", "operations/<slug:slug>/published/"),
    **_each(p.only(p.ANALYST), "operation", "operations/<slug:slug>/waves/new/"),
    **_each(p.only(*_SEES_OPERATIONS), "wave", "operations/waves/<uuid:wave_id>/"),
    **_each(
        p.only(p.ANALYST),
        "wave",
        "operations/waves/<uuid:wave_id>/edit/",
        "operations/waves/<uuid:wave_id>/agencies/add/",
    ),
    **_each(p.of_their_own_or_given(*_WHO_SENDS), "part", "operations/waves/<uuid:wave_id>/return/"),
    **_each(p.only(*_SEES_OPERATIONS), "part", "operations/waves/<uuid:wave_id>/agencies/<slug:slug>/"),
    **_each(
        p.only(p.ANALYST),
        "part",
        "operations/waves/<uuid:wave_id>/agencies/<slug:slug>/change/",
        "operations/waves/<uuid:wave_id>/agencies/<slug:slug>/end/",
    ),
}
_PICTURE = {
    **_each(
        p.only(*_SEES_THE_PICTURE),
        "",
        *(
            f"picture/{one}"
            for one in (
                *("", "map/", "trends/", "themes/", "routes/", "networks/", "coverage/", "demand/", "people/"),
                *("law/", "compare/", "file/"),
            )
        ),
    ),
    **_each(p.only(*_POLICE_AND_CENTRE, p.PROSECUTOR, p.STATISTICIAN), "", "picture/outcomes/"),
    **_each(p.only(*_ESTIMATES), "", "picture/estimates/"),
    **_each(p.only(p.ANALYST, p.DESK, p.STATISTICIAN, p.AUDITOR), "", "picture/protection/"),
    **_each(
        p.only(*_SEES_THE_PICTURE),
        "chart",
        "picture/compare/<slug:name>.svg",
        "picture/compare/<slug:name>.csv",
        "picture/charts/<slug:name>.svg",
        "picture/charts/<slug:name>.csv",
    ),
    **_each(p.only(p.OFFICER, p.SUPERVISOR, p.ANALYST, p.AUDITOR), "", "forces/"),
    "forces/<slug:slug>/": ("force", p.either(p.of_their_own(*p.FORCE), p.only(p.ANALYST, p.AUDITOR))),
    **_each(p.only(*_ESTIMATES), "", "picture/assessment/", "picture/assessment/compare/"),
    **_each(p.only(*_ESTIMATES), "wave", "picture/assessment/<uuid:wave_id>/"),
    **_each(
        p.only(p.ANALYST),
        "wave",
        "picture/assessment/<uuid:wave_id>/make/",
        "picture/assessment/<uuid:wave_id>/text/<slug:section>/",
    ),
    **_each(
        p.only(*_ESTIMATES),
        "version",
        "picture/assessment/versions/<uuid:version_id>/",
        "picture/assessment/versions/<uuid:version_id>/<slug:kind>",
    ),
}
_INTELLIGENCE = {
    **_each(p.only(*_WHO_SENDS), "", "intake/", "intake/send/", "intake/dictionary/", "reports/new/"),
    **_each(p.only(*_WHO_SENDS), "template", "intake/templates/<slug:kind>.<slug:ending>"),
    **_each(
        p.of_their_own(*_WHO_SENDS),
        "file",
        "intake/files/<uuid:file_id>/",
        "intake/files/<uuid:file_id>/progress/",
        "intake/rows/<uuid:row_id>/",
        "intake/rows/<uuid:row_id>/set-aside/",
        "intake/rows/<uuid:row_id>/take-back/",
    ),
    **_each(p.only(*_READS_REPORTS), "", "reports/"),
    **_each(p.only(*_JUDGES), "", "reports/export/"),
    **_each(p.of_their_own_or_given(*_READS_REPORTS), "report", "reports/<uuid:report_id>/"),
    **_each(p.of_their_own(*p.FORCE), "report", "reports/<uuid:report_id>/original/"),
    **_each(p.of_their_own(p.SUPERVISOR), "report", "reports/<uuid:report_id>/source/"),
}
_ENTITIES = {
    **_each(p.only(*_JUDGES), "", *(f"queue/{one}" for one in ("", "take/", "leave/", "contradictions/"))),
    **_each(
        p.of_their_own_or_given(*_JUDGES),
        "pair",
        *(
            f"queue/<uuid:pair_id>/{one}"
            for one in ("", "judge/", "second/", "second/back/", "weights.svg", "weights.csv")
        ),
    ),
    **_each(
        p.of_their_own_or_given(*_JUDGES),
        "judgement",
        "queue/slips/<uuid:judgement_id>/",
        "judgements/<uuid:judgement_id>/undo/",
    ),
    **_each(p.only(*_READS_REPORTS), "", "things/"),
    **_each(p.of_their_own_or_given(*_READS_REPORTS), "thing", "things/<uuid:mention_id>/"),
    **_each(p.only(*_WHO_SENDS, p.DESK), "", "interests/", "interests/seen/"),
    **_each(p.only(*_POLICE_AND_CENTRE, p.DESK), "", "search/"),
    **_each(p.only(*_POLICE_AND_CENTRE, p.PROSECUTOR), "", "network/", "network/routes/"),
    **_each(p.of_their_own_or_given(*_POLICE_AND_CENTRE, p.PROSECUTOR), "thing", "network/things/<uuid:thing_id>/"),
    **_each(p.of_their_own_or_given(*_POLICE_AND_CENTRE), "thing", "network/things/<uuid:thing_id>/links/"),
    **_each(
        p.of_their_own_or_given(*_POLICE_AND_CENTRE),
        "link",
        "network/things/<uuid:thing_id>/links/<uuid:link_id>/strike/",
    ),
    **_each(p.only(*_JUDGES), "", "network/export/"),
    **_each(p.only(*_JUDGES), "", r"^network/chart\.(?P<kind>svg|csv)$"),
}
_SUPPORT_TO_READ = ("", "assessments", "notes", "flags", "plan", "files", "files__<uuid:file_id>")
_SUPPORT_TO_CHANGE = (
    *("assessments__<slug:kind>", "notes__<uuid:entry_id>", "flags__<uuid:entry_id>"),
    *("plan__task", "plan__task__<uuid:entry_id>", "plan__appointment", "plan__appointment__<uuid:entry_id>"),
    *("plan__task__<uuid:entry_id>__settle", "plan__appointment__<uuid:entry_id>__settle"),
    *("plan__<uuid:entry_id>__undo", "exit", "exit__back", "files__<uuid:file_id>__remove"),
)
_CASES = {
    **_each(p.only(p.SUPERVISOR, p.CASEWORKER), "", "cases/import/", "cases/break-glass/"),
    **_each(p.of_their_own(p.SUPERVISOR, p.CASEWORKER), "import", "cases/imports/<uuid:import_id>/"),
    **_each(p.only(p.CASEWORKER), "", "cases/export/", "referrals/"),
    **_each(p.only(*_HAS_CASES), "", "cases/"),
    **_each(p.only(*_REGISTERS), "", "cases/new/", "notifications/new/"),
    **_each(p.only(p.SUPERVISOR, p.ANALYST, p.CASEWORKER, p.DESK, p.STATISTICIAN), "", "notifications/"),
    **_each(p.only(p.CASEWORKER, p.DESK), "", "alerts/"),
    **_each(p.only(p.DESK), "", "restores/"),
    **_each(p.only(p.DESK), "restore", "restores/<uuid:restore_id>/confirm/"),
    **_under(
        "alerts/<uuid:alert_id>/",
        "alert",
        **dict.fromkeys(("take", "done", "undo"), p.either(p.supports_her, p.only(p.DESK))),
    ),
    **_under(
        "cases/<uuid:case_id>/",
        "case",
        **dict.fromkeys(
            ("", "registered", "timeline", "people", "consent", "referrals"),
            p.sees_who_she_is,
        ),
        **dict.fromkeys(("identity", "practical", "close", "reopen", "consent__new"), p.changes_her_record),
        **{"consent__<uuid:consent_id>__withdraw": p.changes_her_record},
        **dict.fromkeys(("referrals__new", "referrals__<uuid:referral_id>__revoke"), p.changes_her_record),
        **dict.fromkeys(("whereabouts", "whereabouts__change"), p.sees_where_she_is),
        **dict.fromkeys(("people__assign", "people__<uuid:need_id>__end"), p.either(p.helps_her, p.only(p.DESK))),
        **dict.fromkeys(("people__share", "copy", "copy__pdf"), p.helps_her),
        **dict.fromkeys(("erasure", "erasure__agree", "erasure__withdraw"), p.erases),
        looks=p.sees_who_looked,
        protection=p.sees_what_protects_her,
        protection__record=p.records_what_happened,
        protection__determine=p.decides,
        **dict.fromkeys(
            [f"protection__events__<uuid:event_id>__{one}" for one in ("strike", "agree", "leave")],
            p.records_what_happened,
        ),
        **dict.fromkeys(("court", "court__new", "court__<uuid:entry_id>__strike"), p.sees_her_in_court),
        decisions=p.sees_matters,
        **dict.fromkeys(("decisions__account", "decisions__no-account"), p.helps_her),
    ),
    **_under("cases/<uuid:case_id>/support/", "case", **dict.fromkeys(_SUPPORT_TO_READ, p.sees_support)),
    **_under("cases/<uuid:case_id>/support/", "case", **dict.fromkeys(_SUPPORT_TO_CHANGE, p.sees_support)),
    **_under(
        "cases/<uuid:case_id>/support/",
        "case",
        **dict.fromkeys(("stays", "stays__new", "stays__left"), p.sees_where_she_is),
    ),
    **_under(
        "referrals/<uuid:referral_id>/",
        "referral",
        **dict.fromkeys(("", "accept", "take-on", "done", "reject"), p.of_their_own(p.CASEWORKER)),
    ),
}
_REVIEWS = (p.SUPERVISOR, p.ANALYST, p.CASEWORKER)
_RETENTION_ACTS = ("", "retain", "propose", "confirm", "withdraw", "hold", "lift")
_RETENTION = {
    **_each(
        p.only(p.OFFICER, p.SUPERVISOR, p.ANALYST, p.CASEWORKER, p.DESK, p.AUDITOR),
        "",
        "retention/",
        "retention/periods/",
    ),
    **_each(p.only(*_REVIEWS), "", "retention/agencies/"),
    **_each(
        p.only(*_REVIEWS),
        "handover",
        "retention/agencies/<uuid:handover_id>/accept/",
        "retention/agencies/<uuid:handover_id>/take-back/",
    ),
    **_under(
        "retention/access/<uuid:case_id>/",
        "case",
        **dict.fromkeys(("", "release", "withdraw"), p.erases),
        **dict.fromkeys(("ask", "give"), p.helps_her),
    ),
    **_under("retention/cases/<uuid:case_id>/", "case", **dict.fromkeys(_RETENTION_ACTS, p.erases)),
    **_under(
        "retention/reports/<uuid:report_id>/",
        "report",
        **dict.fromkeys(("", "confirm", "withdraw"), p.of_their_own(*_WHO_SENDS)),
        **dict.fromkeys(("retain", "propose", "hold", "lift"), p.of_their_own(*_REVIEWS)),
    ),
}
_DECISIONS = {
    **_each(p.only(*_ASKS_FOR_HOLDS), "", "holds/"),
    **_each(p.only(p.CASEWORKER, p.DESK, p.DECIDER), "", "decisions/"),
    **_each(p.only(p.DECIDER), "", "decisions/new/"),
    **_under(
        "decisions/<uuid:matter_id>/",
        "case",
        **{"": p.sees_matters},
        **dict.fromkeys(("take-up", "withdraw", "serve", "account", "no-account"), p.decides),
        reconsider=p.helps_her,
    ),
    **_each(p.sees_the_letter, "case", "decisions/<uuid:matter_id>/letter.pdf"),
    **_each(p.only(p.REMOVALS), "", "screening/", "screening/send/", "screening/name/"),
    **_under(
        "screening/lists/<uuid:list_id>/",
        "list",
        **dict.fromkeys(("", "progress", "again"), p.of_their_own(p.REMOVALS)),
    ),
    **_each(p.of_their_own(p.REMOVALS), "list", "screening/lists/<uuid:list_id>/answers.csv"),
    **_each(p.only(p.DESK), "", "screening/desk/"),
    **_under(
        "screening/desk/<uuid:line_id>/",
        "list",
        **dict.fromkeys(("", "confirm", "propose", "agree", "undo", "reopen"), p.only(p.DESK)),
    ),
    **_each(p.only(p.DESK, p.AUDITOR), "", "screening/trawling/"),
}
_JUSTICE = {
    **_each(p.only(*_POLICE_AND_CENTRE, p.PROSECUTOR), "", "justice/"),
    **_each(p.only(*p.FORCE), "", "justice/new/"),
    **_under(
        "justice/<uuid:investigation_id>/",
        "investigation",
        **{"": _INVESTIGATES},
        **dict.fromkeys(("agencies", "close", "reopen", "suspects__new"), _FORCES_OF_IT),
    ),
    **_under(
        "justice/suspects/<uuid:suspect_id>/",
        "investigation",
        **{"": _INVESTIGATES},
        change=_FORCES_OF_IT,
        check=_PROSECUTES,
        mark=_INVESTIGATES,
        **{"record__<str:kind>": _INVESTIGATES},
    ),
    **_each(_INVESTIGATES, "investigation", "justice/events/<uuid:event_id>/strike/"),
    **_each(p.only(*_SEES_OPERATIONS), "", "laws/", "laws/questions/"),
    **_each(p.only(*_SEES_OPERATIONS), "", r"^laws/register\.(?P<kind>csv|svg)$"),
    **_each(p.only(*_SEES_OPERATIONS), "law", r"^laws/(?P<code>[A-Z0-9][A-Z0-9-]{1,31})/$"),
    **_each(p.only(p.ANALYST), "", "laws/questions/new/"),
    **_each(p.only(*_SEES_OPERATIONS), "question", "laws/questions/<uuid:question_id>/"),
    **_each(
        p.only(p.ANALYST),
        "question",
        "laws/questions/<uuid:question_id>/entries/",
        "laws/questions/<uuid:question_id>/entries/<uuid:entry_id>/strike/",
    ),
}
_SCALE = {
    **_each(p.only(*_ESTIMATES), "", "estimates/", "estimates/compare/"),
    **_each(p.only(*_ESTIMATES), "copy", "estimates/compare.<slug:kind>"),
    **_each(p.only(p.ANALYST, p.STATISTICIAN), "", "estimates/freeze/", "estimates/send/"),
    **_each(p.only(*_ESTIMATES), "", "estimates/looking/"),
    "estimates/looking/<slug:agency>/": (
        "looked at",
        p.either(p.of_their_own(p.SUPERVISOR), p.only(p.ANALYST, p.STATISTICIAN)),
    ),
    **_each(p.only(*_ESTIMATES), "run", "estimates/<uuid:run_id>/", "estimates/<uuid:run_id>/progress/"),
    **_each(
        p.only(p.ANALYST, p.STATISTICIAN), "run", "estimates/<uuid:run_id>/repeat/", "estimates/<uuid:run_id>/table.csv"
    ),
    **_each(
        p.only(*_ESTIMATES),
        "run chart",
        "estimates/<uuid:run_id>/charts/<slug:name>.svg",
        "estimates/<uuid:run_id>/charts/<slug:name>.csv",
    ),
}
_RELEASES = {
    **_each(p.only(p.STATISTICIAN, p.AUDITOR), "", "releases/"),
    **_each(p.only(p.STATISTICIAN), "", "releases/new/"),
    **_each(p.only(*_BEFORE_ITS_TIME), "", "releases/before-its-time/"),
    **_each(p.only(p.STATISTICIAN, p.AUDITOR), "edition", "releases/<uuid:edition_id>/"),
    **_each(
        p.either(p.only(p.STATISTICIAN), p.named_for_it(*_BEFORE_ITS_TIME)),
        "edition",
        "releases/<uuid:edition_id>/preview/",
    ),
    **_under(
        "releases/<uuid:edition_id>/",
        "edition",
        **dict.fromkeys(
            (*("freeze-again", "safe", "words", "readers", "correct", "give-up", "sign", "send-back", "withdraw"),),
            p.only(p.STATISTICIAN),
        ),
    ),
}
_RELEASES |= _each(
    p.only(p.STATISTICIAN), "early reader", "releases/<uuid:edition_id>/readers/<uuid:reader_id>/strike/"
)
_BULLETINS = {
    **_each(p.only(*_STORIES), "", "bulletins/"),
    **_each(p.only(p.EDITOR), "", "bulletins/new/"),
    **_under(
        "bulletins/<uuid:story_id>/",
        "story",
        **dict.fromkeys(("", "preview"), p.only(*_STORIES)),
        **dict.fromkeys(("write", "submit", "drop", "pictures", "schedule", "publish", "withdraw"), p.only(p.EDITOR)),
        **dict.fromkeys(("approve", "back"), p.only(p.EDITOR, p.STATISTICIAN)),
        **{"translation__<slug:language>": p.only(p.EDITOR), "preview__<slug:language>": p.only(*_STORIES)},
    ),
    **_each(p.only(*_STORIES), "picture", "bulletins/<uuid:story_id>/pictures/<uuid:picture_id>/"),
    **_each(p.only(p.EDITOR), "picture", "bulletins/<uuid:story_id>/pictures/<uuid:picture_id>/remove/"),
    **_each(p.only(p.ANALYST), "", "tips/"),
    **_under("tips/<uuid:tip_id>/", "tip", **dict.fromkeys(("", "open", "answer", "close", "file"), p.only(p.ANALYST))),
    **_each(p.only(p.ANALYST), "part of a tip-off", "tips/<uuid:tip_id>/parts/<uuid:part_id>/<int:number>.jpg"),
    **_each(p.only(p.MODERATOR), "", "moderation/", "moderation/appeals/"),
    **_each(
        p.only(p.MODERATOR), "comment", "moderation/comments/<uuid:comment_id>/", "moderation/undo/<uuid:decision_id>/"
    ),
    **_each(p.only(p.MODERATOR), "comment", "moderation/readers/<uuid:reader_id>/"),
    **_each(
        p.only(p.MODERATOR),
        "step",
        "moderation/readers/<uuid:reader_id>/lift/<uuid:step_id>/",
        "moderation/steps/<uuid:step_id>/",
        "moderation/appeals/<uuid:appeal_id>/",
    ),
    **_each(p.only(p.EDITOR, p.MODERATOR), "", "moderation/articles/"),
    **_each(p.only(p.EDITOR, p.MODERATOR), "article", "moderation/articles/<uuid:bulletin_id>/"),
}
_API = {
    **_each(p.a_system, "", "api/v1/files", "api/v1/reports", "api/v1/returns"),
    **_each(p.a_system_of_removals, "", "api/v1/lists", "api/v1/lists/lines"),
    **_each(p.its_own_system, "file", "api/v1/files/<uuidstr:file_id>", "api/v1/files/<uuidstr:file_id>/quarantine"),
    **_each(p.its_own_system, "list", "api/v1/lists/<uuidstr:list_id>", "api/v1/lists/<uuidstr:list_id>/answers"),
}
DESCRIPTION = {"api/v1/openapi.json": "the description of the API", "api/v1/": "the API's own first page"}
OF_THE_MACHINE = {
    "health/live/": "says to this machine that the process answers",
    "health/ready/": "says to this machine whether the door can do its work",
    "metrics/": "figures for this machine; no record is in them",
}

NOT_MADE = {
    "session": "a session of one's own; the page asks for it by who asks",
    "browser": "a browser of one's own; the page asks for it by who asks",
    "article": "that takes comments",
    "published": "what others published of an operation",
    "early reader": "named for an edition",
    "picture": "of a story",
    "part of a tip-off": "a picture that a sender added",
    "judgement": "of a pair",
    "handover": "of an agency that leaves",
    "link": "said by hand",
    "version": "of the assessment",
    "chart": "its name is a word and no identifier",
    "run chart": "of an estimate that is done",
    "copy": "its kind is a word and no identifier",
    "step": "of the ladder, and an appeal",
    "question": "of policy; everybody of the operation reads it",
}
"""Families of which nothing is made in the scene: they are asked about what never was; roles are told apart."""

ASKED_FIRST = {
    "audit/record/<int:seq>/": "the purpose, once for many rows",
    "cases/<uuid:case_id>/looks/": "the purpose",
    "reports/<uuid:report_id>/original/": "the purpose",
    "reports/<uuid:report_id>/source/": "the purpose",
    "network/things/<uuid:thing_id>/links/<uuid:link_id>/strike/": "the reason",
}
"""Pages that ask for something before they look for the record: the same page whatever is named, for the role."""

STAFF: dict[str, Place] = {
    **_HOUSE,
    **_OVERSIGHT,
    **_ONES_OWN_ACCOUNT,
    **_OPERATIONS,
    **_PICTURE,
    **_INTELLIGENCE,
    **_ENTITIES,
    **_CASES,
    **_RETENTION,
    **_DECISIONS,
    **_JUSTICE,
    **_SCALE,
    **_RELEASES,
    **_BULLETINS,
    **_API,
}
