"""A version that changes with all that an offer's card shows, so that a card can be kept.

Triggers draw it at random, whoever changes the offer, its people or its structure and by whatever
way, and an offer hidden then shown again never meets a version that it has had.
"""

import sqlalchemy as sa
from alembic import op


revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

CHANCE = {
    "sqlite": "random()",
    "postgresql": "(('x' || substr(md5(gen_random_uuid()::text), 1, 16))::bit(64)::bigint)",
}
# For each table, which search rows show something of a row of it that has changed.
SHOWN = {
    "offer": "id = new.id",
    "contact": "id IN (SELECT id FROM offer WHERE contact_id = new.id OR backup_id = new.id)",
    "organisation": "id IN (SELECT id FROM offer WHERE organisation_id = new.id)",
}


def upgrade() -> None:
    op.add_column(
        "offer_search", sa.Column("version", sa.BigInteger(), nullable=False, server_default="0")
    )
    engine = op.get_bind().dialect.name
    for table, rows in SHOWN.items():
        change = f"UPDATE offer_search SET version = {CHANCE[engine]} WHERE {rows};"
        if engine == "sqlite":
            op.execute(f"CREATE TRIGGER {table}_shown AFTER UPDATE ON {table} BEGIN {change} END")
            continue
        op.execute(
            f"CREATE FUNCTION {table}_shown() RETURNS trigger LANGUAGE plpgsql AS "
            f"$$ BEGIN {change} RETURN NULL; END $$"
        )
        op.execute(
            f"CREATE TRIGGER {table}_shown AFTER UPDATE ON {table} "
            f"FOR EACH ROW EXECUTE FUNCTION {table}_shown()"
        )


def downgrade() -> None:
    engine = op.get_bind().dialect.name
    for table in SHOWN:
        if engine == "sqlite":
            op.execute(f"DROP TRIGGER {table}_shown")
        else:
            op.execute(f"DROP TRIGGER {table}_shown ON {table}")
            op.execute(f"DROP FUNCTION {table}_shown()")
    op.drop_column("offer_search", "version")
