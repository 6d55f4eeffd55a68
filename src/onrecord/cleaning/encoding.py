"""From bytes to text, without guessing."""

import codecs
import re

from onrecord.errors import Empty, NotText

__all__ = ["decoded", "decoded_html", "sound"]

_BYTE_ORDER_MARKS: tuple[tuple[bytes, str], ...] = (
    # UTF-32's little-endian mark begins with UTF-16's, so it is asked first
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_DECLARED = re.compile(
    rb"""<(?:meta[^>]{0,300}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096
_ENCODINGS = re.compile(
    r"(?:windows-?|cp)125\d|iso-?8859-?\d\d?|latin-?1|us-ascii|koi8-[ru]|macintosh|gbk|gb2312|gb18030|big5"
    r"|euc-jp|shift_jis|euc-kr",
)
_AS_BROWSERS_DO = {"iso-8859-1": "cp1252", "latin1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252"}


def decoded(content: bytes, place: str) -> str:
    """The text of bytes in UTF-8, or in UTF-16 or UTF-32 that says so by a byte order mark.

    The mark belongs to the encoding and is no character of the text.

    Raises:
        NotText: if the bytes are anything else; it names the first byte that does not fit.
    """
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS if content.startswith(mark)), "utf-8")
    return _strictly(content, encoding, place)


def decoded_html(content: bytes, place: str) -> str:
    """The text of a page: as ``decoded``, else in the encoding that the page itself declares.

    Bytes that are valid UTF-8 are UTF-8 whatever the page declares: pages saved again often
    keep the old declaration, and hardly any other encoding gives valid UTF-8 by accident.
    """
    try:
        return decoded(content, place)
    except NotText:
        found = _DECLARED.search(content[:_DECLARED_WITHIN])
        declared = found[1].decode("ascii").lower() if found else ""
        if not _ENCODINGS.fullmatch(declared):
            raise
        return _strictly(content, _AS_BROWSERS_DO.get(declared, declared), place)


def _strictly(content: bytes, encoding: str, place: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        at = f"byte {error.start} (0x{content[error.start]:02X})" if error.start < len(content) else "its end"
        named = encoding.upper().removesuffix("-SIG")
        message = f"{place} is not {named}: {at} does not fit; save it as UTF-8 and read it again."
        raise NotText(message) from None
    except LookupError:
        raise NotText(f"{place} declares the unknown encoding {encoding}; save it as UTF-8.") from None


def sound(text: str, place: str) -> str:
    """The text itself, if it can be an article's.

    Raises:
        NotText: if it has NUL characters, as binary data does.
        Empty: if it has nothing but white space.
    """
    nul = text.find("\x00")
    if nul >= 0:
        raise NotText(f"{place} has a NUL at character {nul}, as binary data does; save its text as UTF-8.")
    if not text.strip():
        raise Empty(f"{place} has no text; there is nothing to read.")
    return text
