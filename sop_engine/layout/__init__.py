"""The sheet: from a SOP and its graph to a flat Drawing."""
