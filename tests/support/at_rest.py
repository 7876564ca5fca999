"""When an app under test is at rest: nothing is left for its event loop to do.

Textual looks whether the processor is quiet, a fiftieth of a second or more each time and twice per key. That takes
long, and on a busy machine it ends too early. Here the event loop itself says so.
"""

import asyncio
import math
from typing import Any

from tests.support.textual_gaps import has_ended

# Textual paints sixty times a second and may skip one: what is painted, or done after that, comes within this time.
SOON = 1 / 25
# However busy a machine is, an app comes to rest before.
PATIENCE = 120.0
# The app looks at the same loop before it lets a key go. Who wakes up in one turn with it is what it finds there.
AFTER_THE_APP = 1 / 4000


async def until_at_rest(min_sleep: float = 0, max_sleep: float = PATIENCE) -> None:
    """Waits until nothing is ready to run and no timer is about to; the arguments are those of Textual."""
    loop: Any = asyncio.get_running_loop()
    began = loop.time()
    while loop.time() < began + max_sleep and not has_ended():
        await asyncio.sleep(0)
        if loop._ready:
            continue
        due = min((timer.when() for timer in loop._scheduled if not timer.cancelled()), default=math.inf)
        wait = due - loop.time()
        if wait > SOON:
            break
        await asyncio.sleep(max(wait, 0) + AFTER_THE_APP)
    # Who waits longer than asked lets go what begins then, and finds it half done.
    if began + min_sleep > loop.time():
        await asyncio.sleep(began + min_sleep - loop.time())
