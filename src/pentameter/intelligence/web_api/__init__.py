"""The API by which agencies' own systems send what they know: a token an agency, OpenAPI, one answer a row."""

from pentameter.intelligence.web_api.door import api, urls

__all__ = ["api", "urls"]
