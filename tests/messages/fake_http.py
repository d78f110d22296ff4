"""A provider's server on this machine: it keeps what it is asked and answers what a test says."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit


@dataclass(frozen=True)
class Asked:
    """One request."""

    method: str
    path: str
    query: dict[str, str]
    headers: dict[str, str]
    body: bytes


@dataclass
class Provider:
    """What the server was asked, and what it answers, one after the other, the last one again."""

    url: str = ""
    asked: list[Asked] = field(default_factory=list)
    answers: list[tuple[int, str]] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    reached: threading.Event = field(default_factory=threading.Event)
    hangs: bool = False

    def next_answer(self) -> tuple[int, str]:
        """The answer to give now."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def serving(*answers: tuple[int, str]) -> Iterator[Provider]:
    """Run a provider's server that gives these answers."""
    provider = Provider(answers=list(answers))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler_of(provider))
    server.daemon_threads = True
    provider.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield provider
    finally:
        provider.released.set()
        server.shutdown()
        thread.join()
        server.server_close()


def handler_of(provider: Provider) -> type[BaseHTTPRequestHandler]:
    """Return what handles this provider's requests."""

    class Handler(BaseHTTPRequestHandler):
        """Keep a request, then answer it."""

        def do_GET(self) -> None:
            answer(self, provider)

        do_POST = do_GET  # noqa: N815  the library's name

        def log_message(self, *_args: object) -> None:
            """Say nothing."""

    return Handler


def answer(request: BaseHTTPRequestHandler, provider: Provider) -> None:
    """Keep what is asked, then answer it, or hang."""
    parts = urlsplit(request.path)
    body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
    headers = {name.lower(): value for name, value in request.headers.items()}
    query = dict(parse_qsl(parts.query))
    provider.asked.append(Asked(request.command, parts.path, query, headers, body))
    provider.reached.set()
    if provider.hangs:
        provider.released.wait(20)
        return
    status, text = provider.next_answer()
    request.send_response(status)
    request.send_header("Content-Length", str(len(text.encode())))
    request.end_headers()
    request.wfile.write(text.encode())
