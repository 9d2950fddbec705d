"""``python -m sop_engine``: the same as ``sop``."""

from sop_engine.cli import main

if __name__ == "__main__":
    main()
