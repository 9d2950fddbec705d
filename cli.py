"""Run ``sop`` from a checkout: ``python cli.py validate``."""

from sop_engine.cli import main

main()
