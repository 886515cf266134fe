"""What a user does: one function a use case; each takes the session first and never commits."""
