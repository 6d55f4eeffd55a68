"""A page is cut into paragraphs as a browser shows them."""

from onrecord.cleaning.blocks import blocks_of, parsed


def texts(html: str) -> list[str]:
    return [block.text for block in blocks_of(parsed(html, "x"))]


def test_spaces_are_shown_as_a_browser_shows_them() -> None:
    """Runs of white space are one space, a break is a line, two a paragraph, and a no-break space stays."""
    assert texts("<p> He\n\t <b>said</b>  no.<br> Then\u00a0 no.<br/><br>Yes.</p>") == [
        "He said no.\nThen\u00a0 no.",
        "Yes.",
    ]


def test_words_between_elements_are_not_lost() -> None:
    """Text before, between and behind paragraphs, comments and scripts stands in its own place."""
    assert texts("<div>a<p>b</p>c<!-- x -->d<script>no</script>e<ul><li>f</ul>g</div>h") == [
        "a",
        "b",
        "cde",
        "f",
        "g",
        "h",
    ]


def test_preformatted_lines_stay_lines() -> None:
    """In ``<pre>`` a line of the page is a line of the text, and an empty one parts paragraphs."""
    assert texts("<pre>He said\nno.\n\nYes.</pre>") == ["He said\nno.", "Yes."]


def test_what_stands_beside_the_report_is_known() -> None:
    """Hidden elements, share bars and teasers are marked, and what follows them is not."""
    page = "<div class='share'>a</div><div hidden>b</div><article>c<article>d</article>e</article>"
    assert [(b.text, b.beside) for b in blocks_of(parsed(page, "x"))] == [
        ("a", True),
        ("b", True),
        ("c", False),
        ("d", True),
        ("e", False),
    ]
