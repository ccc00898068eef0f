from pentameter.config.demo.chance import chance


def test_the_same_seed_and_purpose_draw_the_same() -> None:
    assert [chance(5, "durham").random() for _ in range(3)] == [chance(5, "durham").random()] * 3


def test_another_purpose_draws_otherwise() -> None:
    assert chance(5, "durham").random() != chance(5, "cleveland").random()
