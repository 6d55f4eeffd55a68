"""English: cues and their acts, words that judge, words for people and offices, grammar words, the calendar."""
