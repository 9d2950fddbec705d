"""Reporting: findings as text for people, as JSON for programs.

In: findings. Out: text. A reporter sees findings only; which there are, ``registry`` says.
"""

from sop_engine.report.registry import REPORTERS
from sop_engine.report.reporter import Checked, Format, Look, Reporter

__all__ = ["REPORTERS", "Checked", "Format", "Look", "Reporter"]
