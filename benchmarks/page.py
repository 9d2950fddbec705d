"""What somebody at the page of ``sop preview`` waits for, in a real headless Chromium.

The clock is the browser's own for what is painted, and ours for what follows a key or a save.
"""

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import which
from statistics import quantiles
from time import perf_counter

from measuring import Row, sample_sop, show
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
OPENED, SAVES = 7, 20
PAINT, CHANGE = 1.0, 0.3
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
DRAWN = "words => document.querySelectorAll('figure')[1]?.textContent.includes(words)"
"""Whether the first page of the table shows some words."""


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The address of a page on one definition."""
    command = [sys.executable, "-m", "sop_engine", "preview", path.name, "--no-browser"]
    with subprocess.Popen(command, cwd=path.parent, stdout=subprocess.PIPE, encoding="utf-8") as server:
        assert server.stdout is not None
        try:
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


def first(browser: Browser, address: str) -> tuple[float, float]:
    """Seconds until something is painted, and until the sheet can be seen, in a browser that knows nothing yet."""
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    start = perf_counter()
    page.goto(address, wait_until="commit")
    page.locator("svg g.symbol").first.wait_for(state="attached")
    seen = perf_counter() - start
    page.wait_for_load_state()
    painted = float(page.evaluate(PAINTED))
    context.close()
    return painted, seen


def saved(page: Page, path: Path) -> list[float]:
    """Seconds from each save on the disk until the page shows the new sheet."""
    definition = path.read_text(encoding="utf-8")
    taken = []
    for number in range(SAVES):
        words = f"Simpanan{number}"
        text = definition.replace("uraian: ", f"uraian: {words} ", 1)
        start = perf_counter()
        path.write_text(text, encoding="utf-8")
        page.wait_for_function(DRAWN, arg=words, polling="raf")
        taken.append(perf_counter() - start)
    return taken


def rows() -> list[Row]:
    """The peer is the longest that people should wait."""
    dumai = (ROOT / "definitions" / "dumai.yaml").read_text(encoding="utf-8")
    found: list[Row] = []
    program = which("chromium") or which("google-chrome") or sys.exit("there is no Chromium")
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for what, text in (("Dumai", dumai), ("100 rows", sample_sop(100))):
            path = Path(name, "a.yaml")
            path.write_text(text, encoding="utf-8")
            with served(path) as address:
                page = browser.new_page(viewport={"width": 1440, "height": 900})
                page.goto(address)
                page.locator(".cm-content").wait_for()
                cut = quantiles(saved(page, path), n=100, method="inclusive")
                page.close()
                opened = [first(browser, address) for _ in range(OPENED)]
            paints = sorted(paint for paint, _ in opened)
            sheets = sorted(sheet for _, sheet in opened)
            found += [
                Row(f"{what}: the first paint, slowest of {OPENED}", paints[-1], PAINT, "<= 1.0"),
                Row(f"{what}: the sheet is there, slowest of {OPENED}", sheets[-1], PAINT, "<= 1.0"),
                Row(f"{what}: a save until the sheet shows it, half", cut[49], CHANGE, "<= 1.0"),
                Row(f"{what}: a save until the sheet shows it, 95 of 100", cut[94], CHANGE, "<= 1.0"),
            ]
        browser.close()
    return found


def main() -> None:
    """Print the table."""
    show("The page in the browser", rows())


if __name__ == "__main__":
    main()
