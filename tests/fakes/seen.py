"""A page as its reader has it."""

from html.parser import HTMLParser

__all__ = ["Seen"]


class Seen(HTMLParser):
    """A page, read; fails if its elements are not properly nested.

    Attributes:
        words: everything that is written on it.
        text: what is written in the article's text, margin aside.
        tags: every element in the order in which it begins.
        links: where it leads.
        ids: every id.
    """

    VOID = frozenset({"meta", "link", "input", "br", "rect", "img", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.words = ""
        self.text = ""
        self.tags: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert not self._open, f"never closed: {self._open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that begins."""
        given = dict(attrs)
        self.tags.append(tag)
        if link := given.get("href"):
            self.links.append(link)
        if id_ := given.get("id"):
            self.ids.append(id_)
        if tag not in self.VOID:
            self._open.append((tag, given.get("class") or ""))

    def handle_endtag(self, tag: str) -> None:
        """Note an element that ends; it has to be the innermost one."""
        if tag in self.VOID:
            return
        assert self._open, f"</{tag}> closes nothing"
        opened, _ = self._open.pop()
        assert opened == tag, f"<{opened}> is closed by </{tag}>"

    def handle_data(self, data: str) -> None:
        """Note words."""
        self.words += data
        classes = [name for _, name in self._open]
        if "text" in classes and "notes" not in classes:
            self.text += data
