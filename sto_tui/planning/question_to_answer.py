"""Which question a field of a record answers, where the content has one."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from sto_tui.content.library import vision_question
from sto_tui.domain.vision import VisionSection


def questions_to_answer(model: type[BaseModel], values: Mapping[str, Any]) -> Mapping[str, str]:
    """Per field its question: that of the new text of a section of the regiovisie.

    Source: Tips en tools, paragraaf 3.
    """
    question = vision_question(str(values.get("section", ""))) if model is VisionSection else ""
    return {"text": question} if question else {}
