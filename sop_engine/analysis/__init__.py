"""Figures of a SOP: data only, never findings, never printing."""
