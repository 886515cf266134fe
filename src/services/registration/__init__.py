"""Lists asked of communes: registration forms, who has sent, and what to remind the others of."""
