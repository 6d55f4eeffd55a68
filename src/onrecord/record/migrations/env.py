"""What Alembic runs: the migrations, on the connection and within the transaction that it is given."""

from alembic import context

from onrecord.record.tables import tables

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=tables, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
