"""The views of a record: what somebody reads who opens it with something else.

They hold nothing of their own, and are laid anew by every upgrade; every database understands them.
"""

from collections.abc import Mapping

__all__ = ["VIEWS"]

VIEWS: Mapping[str, str] = {
    "statements_readable": """
SELECT s.id, m.name AS speaker, m.role, s.act, s.form, s.mode, s.content_words AS words,
    s.source_words AS source, s.cue_words AS cue, s.said, s.venue, o.name AS outlet, r.published, s.title,
    a.url, s.article_id AS article, s.speaker_id, s.status, s.hedged, s.negated, s.confidence,
    s.reviewed
FROM statements s
JOIN mentions m ON m.id = s.speaker_mention
JOIN revisions r ON r.id = s.revision_id
JOIN articles a ON a.id = s.article_id
LEFT JOIN outlets o ON o.id = a.outlet_id
WHERE s.latest
""",
    "speakers": """
SELECT c.id, c.name, c.kind, c.role, c.country, count(*) AS statements,
    min(nullif(s.dated, '')) AS first, max(nullif(s.dated_to, '')) AS last
FROM actors c JOIN statements s ON s.speaker_id = c.id
WHERE s.latest
GROUP BY c.id
""",
    "passage_words": """
SELECT p.id, substr(r.text, p.start + 1, p.length) AS words, r.article_id AS article, r.number AS revision
FROM passages p JOIN revisions r ON r.id = p.revision_id
""",
}
"""Each view's query by its name, in an order in which they can be made."""
