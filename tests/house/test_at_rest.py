"""A Pilot that goes on waits for all that follows from a key, however long the chain, and for nothing else."""

import asyncio

from tests.support.at_rest import SOON, until_at_rest


async def test_what_follows_from_each_other_is_done_and_what_comes_later_is_not_waited_for() -> None:
    loop = asyncio.get_running_loop()
    done: list[int] = []

    def step(left: int) -> None:
        done.append(left)
        if left % 2:
            loop.call_soon(step, left - 1)
        elif left:
            loop.call_later(SOON / 2, step, left - 1)

    later = loop.call_later(3600, step, 0)
    task = loop.create_task(until_at_rest())
    loop.call_soon(step, 6)
    await task
    assert done == [6, 5, 4, 3, 2, 1, 0]
    later.cancel()


async def test_what_never_ends_is_not_waited_for_for_ever() -> None:
    loop = asyncio.get_running_loop()
    again = True

    def step() -> None:
        if again:
            loop.call_soon(step)

    step()
    await until_at_rest(max_sleep=0.01)
    again = False
