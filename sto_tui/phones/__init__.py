"""The page of a workshop on the local network: one question at a time, for phones in the room.

It is an extra, and nothing of it is loaded before the facilitator asks for it. What the core decides it decides without
a socket, a clock or chance of its own. Source: the measurements in docs/decisions.md.
"""
