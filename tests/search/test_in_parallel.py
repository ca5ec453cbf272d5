"""What is done at the same time gives what it would give in turn."""

import os
import signal
from functools import partial

import pytest

from pop.search.answers.in_parallel import are_free, in_parallel


def test_answers_come_in_the_order_of_the_tasks() -> None:
    assert in_parallel([partial(pow, number, 2) for number in range(9)]) == [
        n * n for n in range(9)
    ]
    assert in_parallel([]) == []


def test_what_one_of_them_cannot_do_is_said() -> None:
    with pytest.raises(ZeroDivisionError):
        in_parallel([lambda: 1, lambda: 1 // 0])


def test_a_copied_process_has_threads_of_its_own() -> None:
    in_parallel([int, int])
    child = os.fork()
    if not child:
        signal.alarm(30)
        os._exit(0 if in_parallel([lambda: 1, lambda: 2]) == [1, 2] else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_whether_others_are_free_is_known() -> None:
    assert are_free()
    assert in_parallel([are_free, are_free]) == [False, False]
    with pytest.raises(ZeroDivisionError):
        in_parallel([lambda: 1 // 0, lambda: 1])
    assert are_free()
