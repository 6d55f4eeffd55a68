"""Of a web page the article's own words are taken, all of them and in order."""

import logging
import warnings
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from onrecord.cleaning.articles import clean
from onrecord.errors import Empty, InputRefused, Malformed, NotText
from onrecord.terms.article import Article
from onrecord.terms.origin import Origin
from onrecord.terms.page import Page

NEWSROOM = Path(__file__).parents[2] / "src" / "onrecord" / "newsroom"

PAGE = """<!doctype html><html><head><title>Dam "tested", spokesman says | Example Post</title>
<link rel="canonical" href="https://example.com/dam">
<meta property="og:site_name" content="The Example Post">
<meta property="og:title" content="Dam &quot;tested&quot;, spokesman says">
<meta property="article:published_time" content="2026-02-03T08:15:00+01:00">
<meta property="article:modified_time" content="2026-02-03T11:05:00+01:00"></head><body>
<div class="cookie-consent"><p>We store information on your device.</p></div>
<nav><a href="/">Front page</a></nav>
<article><h1>Dam "tested", spokesman says</h1><p class="standfirst">A word is taken back within the hour</p>
<p class="byline">By Ann Person</p>
<p>A gate of the dam was "tested" on the night of the flood, a spokesman said before the note.</p>
<p>"No."</p>
<figure><img src="a.jpg" alt="no"><figcaption>The spokesman said he would be "exact".
<span class="credit">A. Person for the Post</span></figcaption></figure>
<p>Later he wrote to the paper, which had asked him what the note had said and who had written it:</p>
<blockquote>I spoke of tests in general.<footer>— the spokesman, in a letter</footer></blockquote>
<ul><li>Two gates were open for 94 minutes</li></ul><ul class="share"><li><a href="#">Share</a></li></ul>
<p>He said<br>no more.<br><br>His office, asked about the letter on Friday, said it had nothing to add.</p>
<aside><p>Subscribe now, four issues for the price of one.</p></aside>
<article><p><a href="/b">Another article altogether</a></p></article>
<p class="stamp">Updated: 3 February 2026, 11:05</p><footer><p>Tags: dams, floods</p></footer>
</article><footer><p>All rights reserved.</p></footer></body></html>"""

TEXT = """Dam "tested", spokesman says

A word is taken back within the hour

By Ann Person

A gate of the dam was "tested" on the night of the flood, a spokesman said before the note.

"No."

The spokesman said he would be "exact". A. Person for the Post

Later he wrote to the paper, which had asked him what the note had said and who had written it:

I spoke of tests in general.

— the spokesman, in a letter

Two gates were open for 94 minutes

He said
no more.

His office, asked about the letter on Friday, said it had nothing to add.

Updated: 3 February 2026, 11:05"""


def web(page: str | bytes) -> Article:
    content = page if isinstance(page, bytes) else page.encode()
    return clean(Page(Origin("dam.html"), "text/html", content, "dam"))


def letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def test_an_article_comes_whole_and_in_order() -> None:
    """Headline, short quotations, captions, block quotations and lists stay in place; the rest goes."""
    assert web(PAGE).text == TEXT


def test_what_the_page_says_about_itself_is_read() -> None:
    """Title, outlet, address and both times, with their zones."""
    article = web(PAGE)
    assert (article.title, article.outlet) == ('Dam "tested", spokesman says', "The Example Post")
    assert article.url == "https://example.com/dam"
    assert article.published == datetime.fromisoformat("2026-02-03T08:15:00+01:00")
    assert article.modified == datetime.fromisoformat("2026-02-03T11:05:00+01:00")
    assert (article.id, article.published_date_only) == ("dam", False)


def test_furniture_and_captions_are_marked() -> None:
    """What the page's classes and the words call furniture is marked, and the caption without its credit."""
    article = web(PAGE)
    assert [s.of(article.text) for s in article.furniture] == [
        "By Ann Person",
        "A. Person for the Post",
        "Updated: 3 February 2026, 11:05",
    ]
    assert [s.of(article.text) for s in article.captions] == ['The spokesman said he would be "exact".']


@pytest.mark.parametrize(
    ("head", "published", "date_only"),
    [
        (
            '<script type="application/ld+json">[{"datePublished":"2026-02-03T08:15Z"}]</script>',
            8,
            False,
        ),
        ('<meta itemprop="datePublished" content="2026-02-03">', 0, True),
        ('<meta property="article:published_time" content="soon">', None, False),
        ('<script type="application/ld+json">{"datePublished": </script>', None, False),
    ],
)
def test_dates_are_read_wherever_they_stand(head: str, published: int | None, *, date_only: bool) -> None:
    """Structured data counts, a day alone is known to be one, and a date nobody can read is no date."""
    article = web(f"<html><head>{head}</head><body><article><p>He said so.</p></article></body></html>")
    assert (article.published.hour if article.published else None) == published
    assert article.published_date_only == date_only


@pytest.mark.parametrize(
    "page", ["<p>“No,” he said.</p>", "“No,” he said.", "<main><div>“No,” he said.</div></main>"]
)
def test_a_page_of_one_line_is_read(page: str) -> None:
    """A page too short for the library is not lost."""
    assert web(page).text == "“No,” he said."


def test_a_headline_outside_the_article_is_kept() -> None:
    """The headline comes first where the page sets it above its article."""
    head, body = PAGE.split('<article><h1>Dam "tested", spokesman says</h1>')
    moved = f'{head}<div><h1>Dam "tested", spokesman says</h1></div><article>{body}'
    assert web(moved).text == TEXT


@pytest.mark.parametrize(
    ("page", "error"),
    [
        ("", Empty),
        ("<html><body></body></html>", Empty),
        ("<html><body><div id='app'></div><script>fetch('/text')</script></body></html>", Empty),
        ("<!-- nothing -->", Malformed),
        ("<p>" + "<b>" * 5_000 + "words", Malformed),
        (b"<p>caf\xe9</p>", NotText),
        (b"<meta charset='utf-7'><p>caf\xe9</p>", NotText),
        (b"<p>\x00</p>", NotText),
    ],
)
def test_a_page_without_an_article_is_refused(page: str | bytes, error: type[InputRefused]) -> None:
    """A page that gives no words is refused in words that name it."""
    with pytest.raises(error, match=r"dam\.html"):
        web(page)


def test_a_declared_encoding_is_believed_where_utf_8_fails() -> None:
    """Old pages are read as they declare, as browsers do; saved anew with the old declaration, as UTF-8."""
    declared = (
        '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1"><p>“Café,” he said.</p>'
    )
    assert web(declared.encode("cp1252")).text == "“Café,” he said."
    assert web(declared.encode()).text == "“Café,” he said."


def test_huge_attributes_and_broken_tags_cost_nothing() -> None:
    """A page with an attribute of a megabyte and tags left open still gives its words."""
    assert web(f"<div class='{'x ' * 500_000}'><p <b>He said</i> no.").text.endswith("He said no.")


def test_the_library_is_not_heard(
    caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    """Whatever the library finds odd in a page is not printed, logged or warned of."""
    with warnings.catch_warnings(), caplog.at_level(logging.DEBUG):
        warnings.simplefilter("error")
        web("<html lang='xx'><p>He said no.")
    assert not caplog.records
    assert capfd.readouterr() == ("", "")


WORDS = st.text(alphabet="abc &<>“”’é \u00a0\n", min_size=1, max_size=40).filter(letters)
TAGS = st.sampled_from(["p", "h2", "blockquote", "figcaption", "li", "p class='share'"])


@settings(deadline=None)
@given(st.lists(st.tuples(TAGS, WORDS), min_size=1, max_size=8), st.booleans())
def test_every_paragraph_leads_back_to_the_page(parts: list[tuple[str, str]], wrapped: bool) -> None:
    """Of a generated article no paragraph is lost, and each is a piece of the page."""
    body = "".join(f"<{tag}>{escaped(words)}</{tag.split()[0]}>\n" for tag, words in parts)
    page = (
        f"<nav>Menu</nav>{'<div>' * wrapped}<article>{body}</article>{'</div>' * wrapped}<footer>End</footer>"
    )
    article = web(page)
    assert letters(article.text) == letters("".join(words for _, words in parts))
    shown = letters("".join(etree.HTML(page).itertext()))
    assert all(letters(paragraph) in shown for paragraph in article.text.split("\n\n"))
    assert all(span.end <= len(article.text) for span in (*article.furniture, *article.captions))


def escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;")


STARTS = [b"", b"<p>", b"<!doctype html><article><p>", b"<?xml version='1.0'?>"]


@settings(deadline=None, max_examples=60)
@given(
    st.binary(max_size=150),
    st.sampled_from(STARTS),
)
def test_any_bytes_are_an_article_or_refused(content: bytes, before: bytes) -> None:
    """No bytes whatever raise anything but InputRefused."""
    try:
        said = web(before + content).text
    except InputRefused as refused:
        said = str(refused)
    assert said


@pytest.mark.parametrize("path", sorted(NEWSROOM.glob("*.html")), ids=lambda path: path.stem)
def test_the_sample_newsroom_is_read_whole(path: Path) -> None:
    """Of every sample page, each paragraph of the article survives and nothing that stands beside it does."""
    article = web(path.read_bytes())
    tree = etree.HTML(path.read_text(encoding="utf-8"))
    inside = "//article//*[self::p or self::blockquote or self::figcaption or self::h1 or self::h2]"
    prose = [letters("".join(e.itertext())) for e in tree.xpath(inside)]
    beside = {
        letters("".join(e.itertext())) for e in tree.xpath("(//nav|//aside|//footer)//*[self::p or self::li]")
    }
    paragraphs = [letters(paragraph) for paragraph in article.text.split("\n\n")]
    assert [words for words in prose if not any(words in p for p in paragraphs)] == []
    assert [words for words in paragraphs if words in beside.difference(prose)] == []
    assert article.title
    assert article.outlet
    assert article.published
    assert article.published.tzinfo
