"""The register of teams: teams, their members, hamlets, and the figures tallies will divide by."""
