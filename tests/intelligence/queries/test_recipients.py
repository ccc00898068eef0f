import pytest

import cast
from intelligence import ground
from pentameter.intelligence.models import Report
from pentameter.intelligence.queries.recipients import named_recipients

pytestmark = pytest.mark.django_db
BOUND = {"handling_code": "C", "handling_conditions": "Ask.", "handling_recipients": "kent; cleveland"}


def test_whom_a_report_names_is_told_to_its_readers_alone(settings, tmp_path) -> None:
    settings.INTAKE_FOLDER = tmp_path
    ground.sent(ground.csv_of([ground.good(1, **BOUND), ground.good(2)]), ground.wave())
    reports = list(Report.objects.order_by("own_reference").values_list("id", flat=True))
    told = {reports[0]: ("cleveland", "kent")}
    assert named_recipients(reports, cast.durham_constable()) == told
    assert named_recipients(reports, cast.cleveland_sergeant()) == told
    assert named_recipients(reports, cast.national_analyst()) == {}
    assert named_recipients([], cast.durham_constable()) == {}
