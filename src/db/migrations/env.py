"""Alembic's entry: runs the scripts on the connection that db.migrate passes in."""

from alembic import context
from taphuan.models.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
