"""``sop list``: what is found."""


def test_a_table_of_what_is_found(sop, write):
    """Plain and aligned where no terminal is; numbers stand to the right."""
    write("definitions/contoh.yaml")
    write("definitions/dumai.yaml", kode="dumai", nama="Rapat")
    outcome = sop("list")
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out == (
        "Agency  Number  Name     Rows  Roles  Total time\n"
        "contoh  01/SOP  Laporan     3      2  1 jam 30 menit\n"
        "dumai   01/SOP  Rapat       3      2  1 jam 30 menit\n"
    )


def test_the_file_is_named_where_an_agency_has_several(sop, write):
    """By its stem, which ``--sop`` takes."""
    write("definitions/contoh/a.yaml")
    write("definitions/contoh/b.yaml", nama="表")
    assert sop("list", "--lang", "id").out == (
        "Instansi  SOP  Nomor   Nama     Baris  Peran  Jumlah waktu\n"
        "contoh    a    01/SOP  Laporan      3      2  1 jam 30 menit\n"
        "contoh    b    01/SOP  表           3      2  1 jam 30 menit\n"
    )


def test_json_has_stable_keys(sop, write):
    """An array, also of one."""
    write("definitions/contoh.yaml")
    assert sop("list", "--format", "json").json == [
        {
            "sop": "contoh",
            "agency": "contoh",
            "name": "Laporan",
            "number": "01/SOP",
            "status": "konsep",
            "rows": 3,
            "roles": 2,
            "total": {"text": "1 jam 30 menit", "parts": {"jam": 1, "menit": 30}},
            "path": "definitions/contoh.yaml",
        }
    ]


def test_a_faulty_sop_is_listed_as_far_as_it_is_known(sop, write, folder):
    """Without a total; errors stand in full on standard error, the rest is counted there."""
    write("definitions/a.yaml", kode="a", replace={"waktu: 1 jam": "waktu: 1 jom"})
    write("definitions/b.yaml", kode="c")
    (folder / "definitions" / "d.yaml").write_text("a: [\n", encoding="utf-8")
    outcome = sop("list")
    assert outcome.status == 1
    assert outcome.out == (
        "Agency  SOP  Number  Name     Rows  Roles  Total time\n"
        "a       a    01/SOP  Laporan     3      2  -\n"
        "c       b    01/SOP  Laporan     3      2  1 jam 30 menit\n"
    )
    assert outcome.err.startswith("definitions/a.yaml:26:14: error[SOP500] ")
    assert "\n\ndefinitions/d.yaml:2:1: error[SOP001] " in outcome.err
    assert outcome.err.endswith("\n\n1 warning not shown; see 'sop validate'\n")


def test_with_strict_warnings_are_shown_in_full(sop, write):
    """For they fail the run then."""
    write("definitions/b.yaml", kode="c")
    outcome = sop("list", "--strict")
    assert outcome.status == 1
    assert outcome.err.startswith("definitions/b.yaml:3:9: warning[SOP801] ")


def test_where_nothing_can_be_listed_json_holds_the_findings(sop, folder):
    """One document, and the same on standard error for people."""
    (folder / "x.yaml").write_text("a: [\n", encoding="utf-8")
    outcome = sop("list", "x.yaml", "--format", "json")
    assert outcome.status == 1
    assert [found["code"] for found in outcome.json["diagnostics"]] == ["SOP001"]
    assert outcome.err.startswith("x.yaml:")


def test_hostile_text_stays_on_its_line(sop, write):
    """A name over two lines is one line of the table; brackets are no markup."""
    write("x.yaml", nama="|\n    a [red]b[/red]\n    c")
    assert sop("list", "x.yaml").out == (
        "Agency  SOP  Number  Name              Rows  Roles  Total time\n"
        "contoh  x    01/SOP  a [red]b[/red] c     3      2  1 jam 30 menit\n"
    )
