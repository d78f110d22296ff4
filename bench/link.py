"""A slow, unsure network between a browser and the product: connections held back, or cut."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

CHUNK = 1400  # bytes: about one packet


@dataclass
class Link:
    """What happens between two ends: how fast, how late, and whether at all."""

    target: int
    rate: float = 0  # bytes a second, each way, all connections together; 0: as fast as it can
    delay: float = 0  # seconds there and back
    up: bool = True
    cuts: int = 0
    carried: int = 0  # bytes that came down
    port: int = 0
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    open: set[asyncio.StreamWriter] = field(default_factory=set)
    free_at: dict[str, float] = field(default_factory=dict)  # when each way has sent what it has

    @property
    def url(self) -> str:
        """Where the browser connects."""
        return f"http://localhost:{self.port}"

    def cut(self) -> None:
        """Break every connection and take no other, until `mend`."""
        self.up, self.cuts = False, self.cuts + 1
        self.loop.call_soon_threadsafe(self.break_all)

    def mend(self) -> None:
        """Let connections through again."""
        self.up = True

    def break_all(self) -> None:
        """Break what is open, in the middle of whatever it carries."""
        for writer in list(self.open):
            writer.transport.abort()

    async def end(self) -> None:
        """Let go of every connection, and of who carries it."""
        tasks = asyncio.all_tasks() - {asyncio.current_task()}
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def serve(self) -> None:
        """Listen on a free port."""
        server = await asyncio.start_server(self.connect, "127.0.0.1", 0)
        self.port = server.sockets[0].getsockname()[1]

    async def connect(self, near: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        """Carry one connection both ways."""
        if not self.up:
            back.transport.abort()
            return
        await asyncio.sleep(self.delay)  # to open it
        far, there = await asyncio.open_connection("127.0.0.1", self.target)
        self.open |= {back, there}
        with suppress(OSError, asyncio.IncompleteReadError):
            await asyncio.gather(self.carry("up", near, there), self.carry("down", far, back))
        for writer in (back, there):
            self.open.discard(writer)
            writer.close()

    async def carry(
        self, way: str, source: asyncio.StreamReader, sink: asyncio.StreamWriter
    ) -> None:
        """Carry one way: each packet leaves when the line is free, and comes half a delay later."""
        late: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
        bringing = asyncio.ensure_future(self.bring(late, sink))
        while packet := await source.read(CHUNK if self.rate else 1 << 16):
            self.carried += len(packet) if way == "down" else 0
            now = self.loop.time()
            if self.rate:
                free = max(now, self.free_at.get(way, 0.0)) + len(packet) / self.rate
                self.free_at[way] = free
                await asyncio.sleep(free - now)
            late.put_nowait((self.loop.time() + self.delay / 2, packet))
        late.put_nowait((0.0, b""))
        await bringing

    async def bring(
        self, late: "asyncio.Queue[tuple[float, bytes]]", sink: asyncio.StreamWriter
    ) -> None:
        """Hand packets over at their hour."""
        while True:
            at, packet = await late.get()
            if not packet:
                with suppress(OSError):
                    sink.write_eof()
                return
            await asyncio.sleep(max(0.0, at - self.loop.time()))
            sink.write(packet)
            await sink.drain()


@contextmanager
def link(target: int, rate: float = 0, delay: float = 0) -> Iterator[Link]:
    """Give a link to a port of this machine, in a thread of its own."""
    made = Link(target, rate, delay)
    ready = threading.Event()

    def run() -> None:
        asyncio.set_event_loop(made.loop)
        made.loop.run_until_complete(made.serve())
        ready.set()
        made.loop.run_forever()
        made.loop.run_until_complete(made.end())

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    ready.wait()
    yield made
    made.loop.call_soon_threadsafe(made.loop.stop)
    thread.join()
