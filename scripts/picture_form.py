"""Make docs/gambar/panduan-formulir.png anew: the form of ``sop preview`` with the SOP of the guide.

In: docs/panduan.md, which is followed in a folder of its own. Out: the picture. Needs Chromium; pixels differ from one
machine to the next, so no test compares them.
"""

import subprocess
import sys
from pathlib import Path
from shutil import which
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURE = ROOT / "docs" / "gambar" / "panduan-formulir.png"
SIZE = {"width": 1440, "height": 900}


def main() -> None:
    """Follow the guide, open the form at the table, and take its picture."""
    sys.path.insert(0, str(ROOT / "tests"))
    from test_panduan_page import environment, followed  # noqa: PLC0415 - found beside this folder only now

    with TemporaryDirectory() as name:
        folder = Path(name)
        followed(folder)
        command = [sys.executable, "-m", "sop_engine", "preview", "peminjaman-ruang.yaml", "--no-browser"]
        with subprocess.Popen(
            command, cwd=folder, env=environment(), stdout=subprocess.PIPE, encoding="utf-8"
        ) as server:
            assert server.stdout is not None
            try:
                _take(server.stdout.readline().strip())
            finally:
                server.terminate()


def _take(address: str) -> None:
    with sync_playwright() as playwright:
        program = which("chromium") or which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport=SIZE)
        page.goto(address)
        page.get_by_role("tab", name="Formulir").click()
        page.get_by_role("tabpanel", name="Formulir").get_by_text("Kegiatan", exact=True).first.click()
        page.locator("g.symbol").first.wait_for()
        page.wait_for_timeout(1000)
        page.screenshot(path=str(PICTURE))
        browser.close()


if __name__ == "__main__":
    main()
