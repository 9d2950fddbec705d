"""Fixers: how the findings of one kind are mended, one file each."""
