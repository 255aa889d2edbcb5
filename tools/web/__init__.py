"""The web package: a clean folder with what a page needs, made into a pygbag build."""
