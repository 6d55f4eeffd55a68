"""Filling in the forms of a page and sending them, as a browser without scripts does."""

import re

import lxml.html
from starlette.testclient import TestClient

__all__ = ["PASSWORD", "form", "send", "shown", "sign_in", "texts"]

PASSWORD = "a yellow telephone"  # noqa: S105 - it guards nothing
AS_A_FORM = {"Content-Type": "application/x-www-form-urlencoded"}


def form(page: str, action: str, nth: int = 0) -> tuple[str, dict[str, str]]:
    """The address and the fields, as they stand, of a form that is sent to an address like this."""
    found = [each for each in lxml.html.fromstring(page).forms if re.match(action, each.action or "")]
    return found[nth].action, {name: value or "" for name, value in found[nth].form_values()}


def send(client: TestClient, page: str, action: str, nth: int = 0, **fields: str):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """Fill in a form and send it; redirects are not followed."""
    address, values = form(page, action, nth)
    values |= {name.replace("_", "-"): value for name, value in fields.items()}
    return client.post(address, data=values, follow_redirects=False)


def sign_in(client: TestClient, name: str = "Ann Ray", password: str = PASSWORD, onward: str = "/review"):  # type: ignore[no-untyped-def]  # noqa: ANN201
    """Sign in by the page for it."""
    page = client.get("/sign-in", params={"next": onward}).text
    return send(client, page, "/sign-in", name=name, password=password)


def shown(client: TestClient, address: str = "/review") -> str:
    """The id of the statement that is to be reviewed there."""
    return form(client.get(address).text, "/review/judge")[1]["statement"]


def texts(page: str, path: str) -> list[str]:
    """The words of elements of a page, by their class or name in CSS's way of one step (``.last``)."""
    tree = lxml.html.fromstring(page)
    found = tree.find_class(path[1:]) if path.startswith(".") else list(tree.iter(path))
    return [" ".join(each.text_content().split()) for each in found]
