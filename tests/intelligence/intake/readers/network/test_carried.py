from pentameter.intelligence.intake.readers.network.carried import conditions_in


def test_only_what_binds_is_taken_and_all_of_it() -> None:
    first, second = (
        "Handling conditions (durham, D-1; 3x5x2 C): Ask.",
        "Handling conditions (kent, K-1; 5x5x5 5): Wait.",
    )
    assert conditions_in(["A note.", first, "Another note.", second]) == f"{first}\n{second}"
    assert conditions_in(["Nothing about handling conditions."]) == ""
