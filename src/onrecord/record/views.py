"""The views of a record: what somebody reads who opens it with something else.

They hold nothing of their own, and are laid anew by every upgrade; every database understands them.
"""

from collections.abc import Mapping

__all__ = ["VIEWS"]

VIEWS: Mapping[str, str] = {
    "statements_readable": """
SELECT s.id, m.name AS speaker, m.role, m.affiliation, m.country, s.act, s.form, s.mode,
    s.content_words AS words, s.source_words AS source, s.cue_words AS cue, heard.name AS audience,
    meant.name AS target, s.said, s.venue, o.name AS outlet, r.published, s.title, a.url,
    s.article_id AS article, s.speaker_id, s.status, s.hedged, s.negated, s.confidence, s.reviewed,
    r.digest, r.run_id AS run
FROM statements s
JOIN mentions m ON m.id = s.speaker_mention
JOIN revisions r ON r.id = s.revision_id
JOIN articles a ON a.id = s.article_id
LEFT JOIN outlets o ON o.id = a.outlet_id
LEFT JOIN statement_actors h ON h.statement_key = s.key AND h.part = 'audience' AND h.position = 0
LEFT JOIN mentions heard ON heard.id = h.mention_id
LEFT JOIN statement_actors t ON t.statement_key = s.key AND t.part = 'target' AND t.position = 0
LEFT JOIN mentions meant ON meant.id = t.mention_id
WHERE s.latest
""",
    "speakers": """
SELECT c.id, c.name, c.kind, c.role, c.country, count(*) AS statements,
    min(nullif(s.dated, '')) AS first, max(nullif(s.dated_to, '')) AS last
FROM actors c JOIN statements s ON s.speaker_id = c.id
WHERE s.latest
GROUP BY c.id
ORDER BY count(*) DESC, c.id
""",
    "articles_readable": """
SELECT a.id, a.title, o.name AS outlet, a.published, a.url, a.revision AS revisions,
    (SELECT count(*) FROM statements s WHERE s.article_id = a.id AND s.latest) AS statements
FROM articles a LEFT JOIN outlets o ON o.id = a.outlet_id
""",
    "judgements_readable": """
SELECT j.number, j.id, j.at, v.name AS reviewer, j.kind, j.changes, j.note, j.statement_id, j.actor_id,
    j.undoes,
    (SELECT max(u.id) FROM judgements u WHERE u.undoes = j.id
        AND NOT EXISTS (SELECT 1 FROM judgements v WHERE v.undoes = u.id)) AS undone_by,
    (SELECT min(s.content_words) FROM statements s WHERE s.id = j.statement_id) AS words
FROM judgements j JOIN reviewers v ON v.id = j.reviewer_id
""",
    "passage_words": """
SELECT p.id, substr(r.text, p.start + 1, p.length) AS words, r.article_id AS article, r.number AS revision
FROM passages p JOIN revisions r ON r.id = p.revision_id
""",
}
"""Each view's query by its name, in an order in which they can be made."""
