"""The page of problems says what check says."""

from tests.content import problem_page


def test_the_page_is_true():
    again = "make it anew: python -m tests.content.problem_page"
    assert problem_page.PAGE.read_text("utf-8") == problem_page.page(), again


def test_every_code_has_its_family():
    known = set(problem_page.FAMILIES)
    codes = {problem_page.example(path).code for path in sorted((problem_page.HERE / "broken").glob("*.yaml"))[::9]}
    assert codes and {code[0] for code in codes} <= known
