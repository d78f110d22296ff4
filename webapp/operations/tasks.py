"""The task process: messages to send, and work at its hour, apart from the pages."""

from pathlib import Path

from huey.consumer import Consumer

from webapp import create_app
from webapp.messages import vapid
from webapp.operations import heartbeats
from webapp.operations.queue import make_queue

WORKERS = 3  # a code leaves while the nightly copy runs
SLOWEST_LOOK = 1.0  # seconds between two looks for a task


class BeatingConsumer(Consumer):  # type: ignore[misc]
    """A huey consumer that beats while its threads are alive."""

    data_dir: Path

    def check_worker_health(self) -> bool:
        """Replace a thread that died, and beat."""
        well = bool(super().check_worker_health())
        heartbeats.beat(self.data_dir, "tasks")
        return well


def main() -> None:
    """Run until asked to stop."""
    app = create_app()
    data_dir = app.config["DATA_DIR"]
    vapid.make(data_dir)
    consumer = BeatingConsumer(
        make_queue(app),
        workers=WORKERS,
        max_delay=SLOWEST_LOOK,
        health_check_interval=heartbeats.EVERY,
        graceful_signal="TERM",
        shutdown_timeout=20,
    )
    consumer.data_dir = data_dir
    heartbeats.beat(data_dir, "tasks")
    consumer.run()
    heartbeats.forget(data_dir, "tasks")


if __name__ == "__main__":
    main()
