"""One module a format: ``rNNNN_what.py``, revision ``NNNN``. Never changed once released."""
