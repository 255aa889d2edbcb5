# Both are thin names for run.py, which needs nothing but Python.
.PHONY: play test

play:
	python3 run.py

test:
	python3 run.py test
