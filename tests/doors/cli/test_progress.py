"""What the bar of an import says of its pace."""

import pytest

from longgame.doors.cli.progress import pace_words


@pytest.mark.parametrize(
    ("done", "of", "elapsed_s", "words"),
    [
        (0, 100, 5.0, ""),
        (10, 100, 0.0, ""),
        (8_000_000, 64_000_000, 0.5, "16.0 MB/s 0:00:04"),
        (64_000_000, 64_000_000, 2.0, "32.0 MB/s 0:00:00"),
        (70_000_000, 64_000_000, 2.0, "35.0 MB/s 0:00:00"),
        (1_000_000, 7_201_000_000, 1.0, "1.0 MB/s 2:00:00"),
    ],
)
def test_the_pace_is_that_of_the_whole_way(done: int, of: int, elapsed_s: float, words: str) -> None:
    assert pace_words(done, of, elapsed_s) == words
