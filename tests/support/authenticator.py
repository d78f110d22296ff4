"""A key of a phone, made of code: it answers as WebAuthn says, and can be told to lie."""

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

PRESENT, VERIFIED, ATTACHED = 0x01, 0x04, 0x40
DOOR = "/connexion/empreinte"
HERE = "http://localhost:8000"  # the public address of the tests


def coded(value: bytes) -> str:
    """Bytes as JSON holds them."""
    return urlsafe_b64encode(value).rstrip(b"=").decode()


def decoded(text: str) -> bytes:
    """The bytes of a text of JSON."""
    return urlsafe_b64decode(text + "===")


@dataclass
class Authenticator:
    """One key, with its count of uses; a key shared between phones counts nothing."""

    origin: str = HERE
    host: str = "localhost"
    verified: bool = True  # a finger or a code opened it
    count: int = 0
    counts: bool = True
    name: bytes = field(default_factory=lambda: secrets.token_bytes(32))
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )

    def create(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer a request to make a key."""
        client = self.client_data("webauthn.create", options["challenge"])
        attested = bytes(16) + len(self.name).to_bytes(2, "big") + self.name + self.public_key()
        made = {"fmt": "none", "attStmt": {}, "authData": self.data(ATTACHED) + attested}
        return self.answer(clientDataJSON=client, attestationObject=cbor2.dumps(made))

    def get(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer a request to show the key."""
        self.count += self.counts
        client = self.client_data("webauthn.get", options["challenge"])
        data = self.data(0)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        return self.answer(clientDataJSON=client, authenticatorData=data, signature=signature)

    def client_data(self, way: str, challenge: str) -> bytes:
        """What the browser says of the page that asked."""
        return json.dumps({"type": way, "challenge": challenge, "origin": self.origin}).encode()

    def data(self, flags: int) -> bytes:
        """What the key says of itself: for which site, opened how, used how often."""
        flags |= PRESENT | (VERIFIED if self.verified else 0)
        site = hashlib.sha256(self.host.encode()).digest()
        return site + bytes([flags]) + self.count.to_bytes(4, "big")

    def public_key(self) -> bytes:
        """The public half, as COSE writes it."""
        numbers = self.key.public_key().public_numbers()
        x, y = (number.to_bytes(32, "big") for number in (numbers.x, numbers.y))
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: x, -3: y})

    def answer(self, **response: bytes) -> dict[str, Any]:
        """The answer as the script sends it."""
        coded_response = {name: coded(value) for name, value in response.items()}
        name = coded(self.name)
        return {"id": name, "rawId": name, "type": "public-key", "response": coded_response}


def register(browser: FlaskClient, key: Authenticator, door: str = DOOR) -> TestResponse:
    """Make a key in this browser."""
    options = browser.post(f"{door}/creer", json={})
    return browser.post(f"{door}/garder", json=key.create(options.json or {}))


def enter(browser: FlaskClient, key: Authenticator, door: str = DOOR, **also: str) -> TestResponse:
    """Show a key in this browser."""
    options = browser.post(f"{door}/demander", json={})
    return browser.post(f"{door}/entrer", json=key.get(options.json or {}) | also)
