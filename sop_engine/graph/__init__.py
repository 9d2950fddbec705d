"""The process graph: building it from a SOP, and walking it."""
