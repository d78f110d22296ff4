"""Jobs, immersions, internships and training told apart in the table that is searched."""

from alembic import op


revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

KINDS = (("job", 1024), ("immersion", 2048), ("internship", 4096), ("training", 8192))


def upgrade() -> None:
    for kind, flag in KINDS:
        op.execute(
            f"UPDATE offer_search SET flags = (flags & 1023) | {flag} "
            f"WHERE id IN (SELECT id FROM offer WHERE kind = '{kind}')"
        )


def downgrade() -> None:
    op.execute("UPDATE offer_search SET flags = flags & 1023")
