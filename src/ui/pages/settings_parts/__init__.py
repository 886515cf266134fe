"""Parts of the settings page: cards of fields, how it looks, the data file."""
