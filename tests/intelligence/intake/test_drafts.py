from pentameter.intelligence.intake.drafts import FileRefused, RawRow


def test_a_refusal_carries_its_sentence() -> None:
    refusal = FileRefused("empty", "week.csv is empty.")
    assert (refusal.code, refusal.sentence, str(refusal)) == ("empty", "week.csv is empty.", "week.csv is empty.")


def test_a_row_has_no_faults_unless_its_reader_found_some() -> None:
    assert RawRow(2, {}).faults == ()
