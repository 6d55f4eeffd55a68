"""How the encoder is trained: corpora, examples, the network, training, export.

PyTorch lives here and nowhere else.
"""
