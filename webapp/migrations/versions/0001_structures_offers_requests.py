"""Structures, offers and requests."""

import sqlalchemy as sa
from alembic import op


revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


# The text index of published offers: external to `offer_search` on SQLite, kept by triggers;
# a generated column on PostgreSQL.
SEARCH = {
    "sqlite": (
        "CREATE VIRTUAL TABLE offer_fts USING fts5(words, tokens, content='offer_search', "
        "content_rowid='id', detail='column', tokenize=\"unicode61 remove_diacritics 2\")",
        "CREATE TRIGGER offer_search_added AFTER INSERT ON offer_search BEGIN "
        "INSERT INTO offer_fts(rowid, words, tokens) VALUES (new.id, new.words, new.tokens); END",
        "CREATE TRIGGER offer_search_removed AFTER DELETE ON offer_search BEGIN "
        "INSERT INTO offer_fts(offer_fts, rowid, words, tokens) "
        "VALUES ('delete', old.id, old.words, old.tokens); END",
        "CREATE TRIGGER offer_search_changed AFTER UPDATE OF words, tokens ON offer_search BEGIN "
        "INSERT INTO offer_fts(offer_fts, rowid, words, tokens) "
        "VALUES ('delete', old.id, old.words, old.tokens); "
        "INSERT INTO offer_fts(rowid, words, tokens) VALUES (new.id, new.words, new.tokens); END",
    ),
    "postgresql": (
        "ALTER TABLE offer_search ADD COLUMN document tsvector GENERATED ALWAYS AS ("
        "setweight(to_tsvector('simple', words), 'A') || "
        "setweight(to_tsvector('simple', tokens), 'B')) STORED",
        "CREATE INDEX ix_offer_search_document ON offer_search USING gin (document)",
    ),
}


def upgrade() -> None:
    op.create_table('help_place',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('source_id', sa.String(length=64), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('name', sa.String(length=160), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('insee', sa.String(length=5), nullable=False),
    sa.Column('lat', sa.Double(), nullable=False),
    sa.Column('lon', sa.Double(), nullable=False),
    sa.Column('phone', sa.String(length=16), nullable=True),
    sa.Column('hours', sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_help_place')),
    sa.UniqueConstraint('source_id', name=op.f('uq_help_place_source_id'))
    )
    with op.batch_alter_table('help_place', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_help_place_insee'), ['insee'], unique=False)
        batch_op.create_index('ix_help_place_lat_lon', ['lat', 'lon'], unique=False)

    op.create_table('organisation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('public_id', sa.String(length=8), nullable=False),
    sa.Column('kind', sa.String(length=16), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('about', sa.String(length=300), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('insee', sa.String(length=5), nullable=False),
    sa.Column('lat', sa.Double(), nullable=False),
    sa.Column('lon', sa.Double(), nullable=False),
    sa.Column('phone', sa.String(length=16), nullable=True),
    sa.Column('feed_id', sa.String(length=64), nullable=True),
    sa.Column('demonstration', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_organisation')),
    sa.UniqueConstraint('feed_id', name=op.f('uq_organisation_feed_id')),
    sa.UniqueConstraint('public_id', name=op.f('uq_organisation_public_id'))
    )
    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_organisation_demonstration'), ['demonstration'], unique=False)
        batch_op.create_index('ix_organisation_lat_lon', ['lat', 'lon'], unique=False)

    op.create_table('contact',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('public_id', sa.String(length=8), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('first_name', sa.String(length=40), nullable=False),
    sa.Column('last_name', sa.String(length=60), nullable=False),
    sa.Column('role', sa.String(length=60), nullable=False),
    sa.Column('phone', sa.String(length=16), nullable=False),
    sa.Column('languages', sa.JSON(), nullable=False),
    sa.Column('call_when', sa.JSON(), nullable=False),
    sa.Column('away_from', sa.Date(), nullable=True),
    sa.Column('away_until', sa.Date(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_contact_organisation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_contact')),
    sa.UniqueConstraint('public_id', name=op.f('uq_contact_public_id'))
    )
    with op.batch_alter_table('contact', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_contact_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('invitation',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('token_hash', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('expires_at', sa.DateTime(), nullable=False),
    sa.Column('revoked_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_invitation_organisation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_invitation')),
    sa.UniqueConstraint('token_hash', name=op.f('uq_invitation_token_hash'))
    )
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_invitation_organisation_id'), ['organisation_id'], unique=False)

    op.create_table('offer',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('public_id', sa.String(length=8), nullable=False),
    sa.Column('organisation_id', sa.Integer(), nullable=False),
    sa.Column('contact_id', sa.Integer(), nullable=True),
    sa.Column('backup_id', sa.Integer(), nullable=True),
    sa.Column('status', sa.String(length=12), nullable=False),
    sa.Column('kind', sa.String(length=12), nullable=False),
    sa.Column('family', sa.String(length=16), nullable=True),
    sa.Column('job', sa.String(length=48), nullable=True),
    sa.Column('rome', sa.String(length=5), nullable=True),
    sa.Column('contract', sa.String(length=16), nullable=True),
    sa.Column('months', sa.Integer(), nullable=True),
    sa.Column('tasks', sa.JSON(), nullable=False),
    sa.Column('insee', sa.String(length=5), nullable=True),
    sa.Column('place_name', sa.String(length=120), nullable=False),
    sa.Column('address', sa.String(length=200), nullable=False),
    sa.Column('lat', sa.Double(), nullable=True),
    sa.Column('lon', sa.Double(), nullable=True),
    sa.Column('private_home', sa.Boolean(), nullable=False),
    sa.Column('zone_km', sa.Integer(), nullable=True),
    sa.Column('way', sa.JSON(), nullable=False),
    sa.Column('week', sa.JSON(), nullable=False),
    sa.Column('weekly_minutes', sa.Integer(), nullable=True),
    sa.Column('weekly_minutes_max', sa.Integer(), nullable=True),
    sa.Column('start', sa.String(length=10), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=True),
    sa.Column('pay_cents', sa.Integer(), nullable=True),
    sa.Column('pay_cents_max', sa.Integer(), nullable=True),
    sa.Column('positions', sa.Integer(), nullable=False),
    sa.Column('licence', sa.String(length=10), nullable=False),
    sa.Column('french', sa.String(length=10), nullable=False),
    sa.Column('carrying', sa.String(length=10), nullable=False),
    sa.Column('posture', sa.String(length=10), nullable=False),
    sa.Column('screen', sa.String(length=10), nullable=False),
    sa.Column('experience', sa.String(length=10), nullable=False),
    sa.Column('learned', sa.JSON(), nullable=False),
    sa.Column('bring', sa.JSON(), nullable=False),
    sa.Column('words', sa.String(length=500), nullable=False),
    sa.Column('promised_days', sa.Integer(), nullable=False),
    sa.Column('request_count', sa.Integer(), nullable=False),
    sa.Column('demonstration', sa.Boolean(), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('updated_at', sa.DateTime(), nullable=False),
    sa.Column('published_at', sa.DateTime(), nullable=True),
    sa.Column('expires_on', sa.Date(), nullable=True),
    sa.Column('closed_reason', sa.String(length=12), nullable=True),
    sa.Column('closed_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['backup_id'], ['contact.id'], name=op.f('fk_offer_backup_id')),
    sa.ForeignKeyConstraint(['contact_id'], ['contact.id'], name=op.f('fk_offer_contact_id')),
    sa.ForeignKeyConstraint(['organisation_id'], ['organisation.id'], name=op.f('fk_offer_organisation_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_offer')),
    sa.UniqueConstraint('public_id', name=op.f('uq_offer_public_id'))
    )
    with op.batch_alter_table('offer', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_offer_backup_id'), ['backup_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_offer_contact_id'), ['contact_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_offer_demonstration'), ['demonstration'], unique=False)
        batch_op.create_index(batch_op.f('ix_offer_expires_on'), ['expires_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_offer_organisation_id'), ['organisation_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_offer_status'), ['status'], unique=False)

    op.create_table('application',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('public_id', sa.String(length=8), nullable=False),
    sa.Column('offer_id', sa.Integer(), nullable=False),
    sa.Column('way', sa.String(length=12), nullable=False),
    sa.Column('status', sa.String(length=16), nullable=False),
    sa.Column('first_name', sa.String(length=40), nullable=False),
    sa.Column('phone', sa.String(length=16), nullable=False),
    sa.Column('moment', sa.String(length=12), nullable=False),
    sa.Column('for_someone', sa.Boolean(), nullable=False),
    sa.Column('helper_name', sa.String(length=40), nullable=False),
    sa.Column('idempotency_key', sa.String(length=64), nullable=False),
    sa.Column('created_at', sa.DateTime(), nullable=False),
    sa.Column('answer_by', sa.Date(), nullable=False),
    sa.Column('called_at', sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(['offer_id'], ['offer.id'], name=op.f('fk_application_offer_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_application')),
    sa.UniqueConstraint('idempotency_key', name=op.f('uq_application_idempotency_key')),
    sa.UniqueConstraint('public_id', name=op.f('uq_application_public_id'))
    )
    with op.batch_alter_table('application', schema=None) as batch_op:
        batch_op.create_index('ix_application_offer_id_created_at', ['offer_id', 'created_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_application_phone'), ['phone'], unique=False)

    op.create_table('call_report',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('offer_id', sa.Integer(), nullable=False),
    sa.Column('outcome', sa.String(length=12), nullable=False),
    sa.Column('at', sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(['offer_id'], ['offer.id'], name=op.f('fk_call_report_offer_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_call_report'))
    )
    with op.batch_alter_table('call_report', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_call_report_offer_id'), ['offer_id'], unique=False)

    op.create_table('offer_search',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('lat', sa.Double(), nullable=False),
    sa.Column('lon', sa.Double(), nullable=False),
    sa.Column('family', sa.String(length=16), nullable=False),
    sa.Column('rome', sa.String(length=5), nullable=False),
    sa.Column('load', sa.Double(), nullable=False),
    sa.Column('flags', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(), nullable=False),
    sa.Column('tokens', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['id'], ['offer.id'], name=op.f('fk_offer_search_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_offer_search'))
    )
    with op.batch_alter_table('offer_search', schema=None) as batch_op:
        batch_op.create_index('ix_offer_search_family', ['family', 'lat', 'lon', 'load'], unique=False)
        batch_op.create_index('ix_offer_search_lat_lon', ['lat', 'lon', 'load'], unique=False)
        batch_op.create_index('ix_offer_search_rome', ['rome', 'lat', 'lon', 'load'], unique=False)

    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE offer_fts")
    with op.batch_alter_table('offer_search', schema=None) as batch_op:
        batch_op.drop_index('ix_offer_search_rome')
        batch_op.drop_index('ix_offer_search_lat_lon')
        batch_op.drop_index('ix_offer_search_family')

    op.drop_table('offer_search')
    with op.batch_alter_table('call_report', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_call_report_offer_id'))

    op.drop_table('call_report')
    with op.batch_alter_table('application', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_application_phone'))
        batch_op.drop_index('ix_application_offer_id_created_at')

    op.drop_table('application')
    with op.batch_alter_table('offer', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_offer_status'))
        batch_op.drop_index(batch_op.f('ix_offer_organisation_id'))
        batch_op.drop_index(batch_op.f('ix_offer_expires_on'))
        batch_op.drop_index(batch_op.f('ix_offer_demonstration'))
        batch_op.drop_index(batch_op.f('ix_offer_contact_id'))
        batch_op.drop_index(batch_op.f('ix_offer_backup_id'))

    op.drop_table('offer')
    with op.batch_alter_table('invitation', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_invitation_organisation_id'))

    op.drop_table('invitation')
    with op.batch_alter_table('contact', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_contact_organisation_id'))

    op.drop_table('contact')
    with op.batch_alter_table('organisation', schema=None) as batch_op:
        batch_op.drop_index('ix_organisation_lat_lon')
        batch_op.drop_index(batch_op.f('ix_organisation_demonstration'))

    op.drop_table('organisation')
    with op.batch_alter_table('help_place', schema=None) as batch_op:
        batch_op.drop_index('ix_help_place_lat_lon')
        batch_op.drop_index(batch_op.f('ix_help_place_insee'))

    op.drop_table('help_place')
