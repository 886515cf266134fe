"""Records become files: cards, sign-in sheet, certificates, register, tally. Knows no database."""
