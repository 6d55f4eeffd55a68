"""Whatever is asked, the API answers as its own document says."""

import pytest
import records
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.schemas import BaseSchema
from schemathesis.specs.openapi import checks as conformity

from onrecord.web.api_limits import Policy
from onrecord.web.api_operations import OPERATIONS, Operation
from onrecord.web.app import create_app

TOKEN = "a-token-of-the-tests"  # noqa: S105 - guards nothing

_CHECKS = [
    schemathesis.checks.not_a_server_error,
    conformity.status_code_conformance,
    conformity.content_type_conformance,
    conformity.response_schema_conformance,
    conformity.negative_data_rejection,
]
_EACH = pytest.mark.parametrize("operation", OPERATIONS, ids=lambda each: each.name)


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> BaseSchema:
    """The API of the newsroom, with judging allowed, as its document describes it."""
    path = records.write(tmp_path_factory.mktemp("fuzz") / "newsroom.db", records.newsroom()[:3])
    app = create_app(path, hosts=("*",), policy=Policy(token=TOKEN, rate=1_000_000))
    return schemathesis.openapi.from_asgi("/api/v1/openapi.json", app)


def ask(api: BaseSchema, operation: Operation, data: st.DataObject) -> None:
    """Ask something made up from the document, now as it allows, now as it forbids; check the answer."""
    mode = data.draw(st.sampled_from([GenerationMode.POSITIVE, GenerationMode.NEGATIVE]))
    case = data.draw(api[operation.path][operation.method].as_strategy(generation_mode=mode))
    case.call_and_validate(checks=_CHECKS, headers={"Authorization": f"Bearer {TOKEN}"})


@_EACH
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_the_api_is_as_its_document_says(api: BaseSchema, operation: Operation, data: st.DataObject) -> None:
    """A few questions of every kind."""
    ask(api, operation, data)


@pytest.mark.slow
@_EACH
@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_it_is_so_for_long(api: BaseSchema, operation: Operation, data: st.DataObject) -> None:
    """Many questions of every kind."""
    ask(api, operation, data)
