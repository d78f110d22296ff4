"""What asks the API and holds its answers to its description."""

import pytest
from openapi_schema_validator import OAS31Validator, oas31_format_checker


@pytest.fixture
def description(client):
    """The description of the API."""
    return client.get("/api/v1/openapi.json").json


@pytest.fixture
def ask(client, description):
    """A function that asks an address, checks the answer against the description, returns it."""

    def get(path: str, template: str = "", status: int = 200) -> object:
        answer = client.get(f"/api/v1{path}")
        assert answer.status_code == status
        assert answer.mimetype == "application/json"
        responses = description["paths"][template or path.partition("?")[0]]["get"]["responses"]
        told = responses.get(str(status)) or responses["4XX"]
        told = described(told, description)
        schema = told["content"]["application/json"]["schema"]
        whole = {"components": description["components"], **schema}
        checker = OAS31Validator(whole, format_checker=oas31_format_checker)
        assert [fault.message for fault in checker.iter_errors(answer.json)] == []
        return answer.json

    return get


def described(response, description):
    """Return a response of the description, wherever it is written."""
    name = response.get("$ref", "").rpartition("/")[2]
    return description["components"]["responses"][name] if name else response
