"""The OpenAPI document is true and complete: schemathesis tries the API against it."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from web import application


@pytest.fixture(scope="module")
def described() -> Any:
    app = application(rate_per_address="1000000/second", rate_overall="1000000/second")
    return schemathesis.openapi.from_asgi("/openapi.json", app)


schema = schemathesis.pytest.from_fixture("described")


@schema.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_response_is_as_documented(case: schemathesis.Case) -> None:
    case.call_and_validate()
