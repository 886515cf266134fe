"""Parts of the tally page: its scope, its columns, the people behind a figure."""
