"""The task process: work at its hour, apart from the pages, by huey on a file of its own."""

from pathlib import Path

from flask import Flask
from huey import SqliteHuey, crontab
from huey.consumer import Consumer

from webapp import create_app
from webapp.clock import now
from webapp.operations import daily, heartbeats

TURN = "*/10"  # minutes: how often the task process looks for what is due


class BeatingConsumer(Consumer):  # type: ignore[misc]
    """A huey consumer that beats while its threads are alive."""

    data_dir: Path

    def check_worker_health(self) -> bool:
        """Replace a thread that died, and beat."""
        well = bool(super().check_worker_health())
        heartbeats.beat(self.data_dir, "tasks")
        return well


def make_queue(app: Flask) -> SqliteHuey:
    """Return the queue of this instance with its periodic work."""
    data_dir = app.config["DATA_DIR"]
    queue = SqliteHuey("a-deux-pas", filename=str(data_dir / "tasks.db"), results=False)

    @queue.periodic_task(crontab(minute=TURN))  # type: ignore[untyped-decorator]
    def sweep() -> None:
        with app.app_context():
            daily.run_due(data_dir / "daily.json", now())

    return queue


def main() -> None:
    """Run until asked to stop."""
    app = create_app()
    data_dir = app.config["DATA_DIR"]
    consumer = BeatingConsumer(
        make_queue(app),
        workers=1,
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
