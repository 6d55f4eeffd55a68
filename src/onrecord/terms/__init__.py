"""The words of the trade, as frozen values. Standard library only.

Import each from its module: ``from onrecord.terms.statement import Statement``.
"""
