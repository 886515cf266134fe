"""Dialogs: each is a question, asked with `data, ok = Dialog.get_data(…)`."""
