"""What a journey costs the person who makes it: pages, presses, typing, bytes."""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Locator, Page


@dataclass
class Journey:
    """A journey on a phone: make each step through it, then read what it cost.

    Bytes are those that came over the wire, compressed, headers included.
    """

    page: Page
    taps: int = 0
    fields: int = 0
    loads: int = 0
    bytes: int = 0
    requests: dict[str, int] = field(default_factory=dict)  # bytes of each address

    def __post_init__(self) -> None:
        """Count what the browser fetches and the pages that it shows."""
        addresses: dict[str, str] = {}
        network = self.page.context.new_cdp_session(self.page)
        network.send("Network.enable")
        network.send("Page.enable")

        def started(event: dict[str, Any]) -> None:
            addresses[event["requestId"]] = event["request"]["url"]

        def finished(event: dict[str, Any]) -> None:
            length = int(event["encodedDataLength"])
            address = addresses.get(event["requestId"], "")
            if "/static/" in address and address in self.requests:
                return  # kept for a year; Playwright's routes switch the browser's store off
            self.bytes += length
            self.requests[address] = self.requests.get(address, 0) + length

        def shown(event: dict[str, Any]) -> None:
            self.loads += "parentId" not in event["frame"]

        network.on("Network.requestWillBeSent", started)
        network.on("Network.loadingFinished", finished)
        network.on("Page.frameNavigated", shown)

    def open(self, path: str) -> None:
        """Open the first page, from an address or a bookmark."""
        self.page.goto(path)

    def tap(self, what: Locator, *, shows: str) -> None:
        """Press something with a finger, and wait for the page with this title."""
        self.taps += 1
        what.tap()
        self.page.get_by_role("heading", level=1, name=shows).wait_for()

    def type(self, where: Locator, text: str) -> None:
        """Type into a field: a press to enter it, and the typing."""
        self.taps += 1
        self.fields += 1
        where.tap()
        where.press_sequentially(text)

    def choose(self, what: Locator) -> None:
        """Press a choice of a form; no page opens."""
        self.taps += 1
        what.tap()

    def cost(self) -> dict[str, int]:
        """Return what the journey cost."""
        self.page.wait_for_load_state("networkidle")
        return {
            "pages": self.loads,
            "taps": self.taps,
            "typed fields": self.fields,
            "bytes": self.bytes,
        }
