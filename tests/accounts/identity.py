"""A tiny OpenID Connect server on 127.0.0.1: what an agency's own sign-in is, for tests. Real HTTP, real signatures."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa

CLIENT_ID = "pentameter"
SECRET = "known to both"


def key() -> rsa.RSAPrivateKey:
    """A fresh signing key."""
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


@dataclass
class Identity:
    """What the server says of whoever asks. Tests change `claims`; `signing` may be a key that it does not publish."""

    published: rsa.RSAPrivateKey = field(default_factory=key)
    signing: rsa.RSAPrivateKey | None = None
    claims: dict[str, Any] = field(default_factory=dict)
    refuses: bool = False
    port: int = 0
    asked: list[dict[str, str]] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self.port}"

    def configuration(self) -> dict[str, object]:
        """What it says about itself."""
        return {
            "issuer": self.address,
            "authorization_endpoint": f"{self.address}/authorize",
            "token_endpoint": f"{self.address}/token",
            "userinfo_endpoint": f"{self.address}/userinfo",
            "jwks_uri": f"{self.address}/keys",
            "token_endpoint_auth_methods_supported": ["client_secret_post"],
        }

    def keys(self) -> dict[str, object]:
        """The key that it publishes."""
        public = json.loads(jwt.algorithms.RSAAlgorithm.to_jwk(self.published.public_key()))
        return {"keys": [{**public, "kid": "one", "use": "sig", "alg": "RS256"}]}

    def token(self) -> dict[str, object]:
        """The signed word on who someone is."""
        now = int(time.time())
        said = {"iss": self.address, "aud": CLIENT_ID, "iat": now, "exp": now + 300, "sub": "42", **self.claims}
        signed = jwt.encode(said, self.signing or self.published, algorithm="RS256", headers={"kid": "one"})
        return {"access_token": "opaque", "token_type": "Bearer", "expires_in": 300, "id_token": signed}


@contextmanager
def serving() -> Iterator[Identity]:
    """The server, running."""
    identity = Identity()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            if parts.path == "/authorize":
                answer = {"error": "access_denied"} if identity.refuses else {"code": "a code"}
                identity.asked.append(query)
                self.send_response(302)
                self.send_header(
                    "Location", f"{query['redirect_uri']}?{urlencode({**answer, 'state': query['state']})}"
                )
                self.end_headers()
                return
            self.say(identity.keys() if parts.path == "/keys" else identity.configuration())

        def do_POST(self) -> None:
            sent = self.rfile.read(int(self.headers["Content-Length"])).decode()
            given = {name: values[0] for name, values in parse_qs(sent).items()}
            identity.asked.append(given)
            good = given.get("client_secret") == SECRET and given.get("code") == "a code" and "code_verifier" in given
            self.say(identity.token() if good else {"error": "invalid_client"})

        def say(self, answer: dict[str, object]) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        def log_message(self, *args: object) -> None:
            """Nothing: tests are quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    identity.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield identity
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
