from onrecord.web.slowing import Attempts


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """The time that it shows."""
        return self.now


def test_each_further_attempt_waits_twice_as_long() -> None:
    """One, two, four seconds …, and five minutes at most."""
    clock = Clock()
    attempts = Attempts(clock)
    waits = []
    for _ in range(20):
        wait = attempts.wait("Ann", f"10.0.0.{len(waits)}")
        waits.append(wait)
        clock.now += wait
        if wait:
            assert attempts.wait("ANN", "10.1.0.0") == 0
    assert waits[:9] == [0, 0, 0, 0, 0, 1, 2, 4, 8]
    assert max(waits) == 300


def test_one_address_may_try_some_names() -> None:
    """Twenty of one address cost nothing, whatever the names."""
    attempts = Attempts(Clock())
    waits = [attempts.wait(f"name {n}", "10.0.0.1") for n in range(21)]
    assert waits == [0] * 20 + [1]
    assert attempts.wait("name 1", "10.0.0.2") == 0


def test_all_is_forgotten_after_a_while_and_after_the_right_password() -> None:
    """A quarter of an hour without an attempt, or one that was right, begins anew."""
    clock = Clock()
    attempts = Attempts(clock)
    for _ in range(5):
        attempts.wait("Ann", "10.0.0.1")
    clock.now += 901
    assert attempts.wait("Ann", "10.0.0.1") == 0
    for _ in range(4):
        attempts.wait("Ben", "10.0.0.2")
    attempts.succeeded("Ben", "10.0.0.2")
    assert [attempts.wait("Ben", "10.0.0.2") for _ in range(5)] == [0] * 5


def test_only_so_many_are_remembered() -> None:
    """Endless names do not fill the memory."""
    attempts = Attempts(Clock())
    for n in range(5000):
        attempts.wait(f"name {n}", f"address {n}")
    assert len(attempts._made) <= 4096
