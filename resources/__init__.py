"""Fonts, icons, texts and reference data. Reached only by taphuan.paths.resource_path."""
