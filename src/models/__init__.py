"""What is stored: tables, enumerations, and rules that need no query."""
