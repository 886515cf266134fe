"""The data file: engines, read() and write(), migrations, backup."""
