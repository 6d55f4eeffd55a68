"""What a trained network says, for another one to learn beside the gold (Hinton et al. 2015).

The gold says which of two readings an annotator chose; the teacher also says how close the other one was.
"""

from typing import NamedTuple

import torch
from torch import Tensor
from torch.nn import functional as F

from onrecord_training.examples import IGNORED, Batch
from onrecord_training.network import Network

__all__ = ["Lesson", "lesson_of", "loss_of_lesson"]


class Lesson(NamedTuple):
    """The teacher's word on a batch, as probabilities.

    Attributes:
        begins: of a cue to begin there, [batch, tokens].
        roles: of each label towards each gold cue, [cues, tokens, labels].
    """

    begins: Tensor
    roles: Tensor


@torch.no_grad()
def lesson_of(teacher: Network, batch: Batch) -> Lesson:
    """What the teacher says of the batch; it sees every word piece."""
    hidden = teacher.encode(batch.pieces, batch.features, batch.mask)
    roles = teacher.roles(hidden, batch.paragraphs, batch.rows, batch.tokens).float()
    return Lesson(torch.sigmoid(teacher.begins(hidden).squeeze(-1).float()), roles.softmax(-1))


def loss_of_lesson(lesson: Lesson, logits: Tensor, roles: Tensor, batch: Batch) -> Tensor:
    """How far the learner is from its teacher, on the scale of the losses towards the gold."""
    per_token = F.binary_cross_entropy_with_logits(logits, lesson.begins, reduction="none")
    begins = (per_token * batch.mask).sum() / batch.begins.sum().clamp(min=1)
    known = batch.roles != IGNORED
    per_piece = -(lesson.roles * roles.log_softmax(-1)).sum(-1)
    return begins + (per_piece * known).sum() / len(batch.rows) / 8
