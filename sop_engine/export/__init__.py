"""Exporting: the process graph for other tools.

In: a SOP and its graph. Out: DOT, JSON, and Graphviz's picture of the graph.
"""
