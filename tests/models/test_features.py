"""What the encoder is told besides the word pieces."""

from onrecord.models.features import FEATURES, features_of, paragraph_numbers

TEXT = 'NATO said "no".\nMcKay agreed.'
OFFSETS = [(0, 4), (5, 9), (10, 11), (11, 13), (13, 14), (14, 15), (16, 21), (22, 28), (28, 29)]


def test_paragraphs_are_numbered() -> None:
    """A piece behind a line end belongs to the next paragraph."""
    assert paragraph_numbers(TEXT, OFFSETS).tolist() == [0, 0, 0, 0, 0, 0, 1, 1, 1]


def test_a_feature_tells_case_quotation_and_paragraph_apart() -> None:
    """A piece's number is made of its case, its place in a quotation, and whether it begins a paragraph."""
    features = features_of(TEXT, OFFSETS, [(10, 14)], paragraph_numbers(TEXT, OFFSETS))
    case, quote, begins = features // 8, features // 2 % 4, features % 2
    assert case.tolist() == [2, 0, 0, 0, 0, 0, 1, 0, 0]
    assert quote.tolist() == [0, 0, 2, 1, 3, 0, 0, 0, 0]
    assert begins.tolist() == [1, 0, 0, 0, 0, 0, 1, 0, 0]
    assert features.max() < FEATURES
