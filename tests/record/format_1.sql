-- A record as Onrecord 0.1.0 made it, before its tables had migrations: format 1, with a little of everything.
CREATE TABLE meta (
	name TEXT NOT NULL, 
	value TEXT NOT NULL, 
	PRIMARY KEY (name)
);
CREATE TABLE outlets (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (name)
);
CREATE TABLE runs (
	id TEXT NOT NULL, 
	software TEXT NOT NULL, 
	model TEXT NOT NULL, 
	settings JSON NOT NULL, 
	started TEXT NOT NULL, 
	ended TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE actors (
	id TEXT NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	role TEXT, 
	country TEXT, 
	PRIMARY KEY (id)
);
CREATE TABLE refusals (
	id INTEGER NOT NULL, 
	place TEXT NOT NULL, 
	line INTEGER, 
	code TEXT NOT NULL, 
	reason TEXT NOT NULL, 
	at TEXT NOT NULL, 
	ended_at TEXT, 
	PRIMARY KEY (id)
);
CREATE INDEX ix_refusals_place ON refusals (place);
CREATE TABLE links (
	kind TEXT NOT NULL, 
	"left" TEXT NOT NULL, 
	"right" TEXT NOT NULL, 
	"by" TEXT NOT NULL, 
	confidence FLOAT NOT NULL, 
	PRIMARY KEY (kind, "left", "right")
);
CREATE TABLE articles (
	id TEXT NOT NULL, 
	"key" TEXT NOT NULL, 
	url TEXT, 
	outlet_id INTEGER, 
	title TEXT, 
	published TEXT, 
	revision INTEGER NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE ("key"), 
	FOREIGN KEY(outlet_id) REFERENCES outlets (id)
);
CREATE INDEX ix_articles_url ON articles (url);
CREATE INDEX ix_articles_outlet_id ON articles (outlet_id);
CREATE TABLE actor_names (
	actor_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	folded TEXT NOT NULL, 
	PRIMARY KEY (actor_id, position), 
	FOREIGN KEY(actor_id) REFERENCES actors (id) ON DELETE CASCADE
);
CREATE TABLE actor_roles (
	actor_id TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	role TEXT NOT NULL, 
	PRIMARY KEY (actor_id, position), 
	FOREIGN KEY(actor_id) REFERENCES actors (id) ON DELETE CASCADE
);
CREATE TABLE revisions (
	id INTEGER NOT NULL, 
	article_id TEXT NOT NULL, 
	number INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	title TEXT, 
	published TEXT, 
	published_date_only BOOLEAN NOT NULL, 
	modified TEXT, 
	instant TEXT NOT NULL, 
	place TEXT NOT NULL, 
	line INTEGER, 
	read_at TEXT NOT NULL, 
	run_id TEXT NOT NULL, 
	furniture JSON NOT NULL, 
	captions JSON NOT NULL, 
	text TEXT NOT NULL, 
	PRIMARY KEY (id), 
	UNIQUE (article_id, number), 
	UNIQUE (article_id, digest), 
	FOREIGN KEY(article_id) REFERENCES articles (id), 
	FOREIGN KEY(run_id) REFERENCES runs (id)
);
CREATE TABLE mentions (
	id INTEGER NOT NULL, 
	revision_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	role TEXT, 
	affiliation TEXT, 
	country TEXT, 
	folded TEXT NOT NULL, 
	actor_id TEXT, 
	PRIMARY KEY (id), 
	FOREIGN KEY(revision_id) REFERENCES revisions (id), 
	FOREIGN KEY(actor_id) REFERENCES actors (id)
);
CREATE INDEX ix_mentions_actor_id ON mentions (actor_id);
CREATE INDEX ix_mentions_revision_id ON mentions (revision_id);
CREATE TABLE statements (
	"key" INTEGER NOT NULL, 
	id TEXT NOT NULL, 
	article_id TEXT NOT NULL, 
	revision_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	latest BOOLEAN NOT NULL, 
	title TEXT, 
	speaker_id TEXT, 
	speaker_mention INTEGER NOT NULL, 
	act TEXT NOT NULL, 
	form TEXT NOT NULL, 
	mode TEXT NOT NULL, 
	status TEXT NOT NULL, 
	hedged BOOLEAN NOT NULL, 
	negated BOOLEAN NOT NULL, 
	said TEXT, 
	venue TEXT, 
	source_words TEXT NOT NULL, 
	cue_words TEXT NOT NULL, 
	content_words TEXT NOT NULL, 
	source_spans JSON NOT NULL, 
	cue_spans JSON NOT NULL, 
	content_spans JSON NOT NULL, 
	inside TEXT, 
	about JSON NOT NULL, 
	confidence FLOAT NOT NULL, 
	decisions JSON NOT NULL, 
	dated TEXT NOT NULL, 
	dated_to TEXT NOT NULL, 
	published_on TEXT NOT NULL, 
	published_at TEXT NOT NULL, 
	PRIMARY KEY ("key"), 
	UNIQUE (revision_id, id), 
	FOREIGN KEY(article_id) REFERENCES articles (id), 
	FOREIGN KEY(revision_id) REFERENCES revisions (id), 
	FOREIGN KEY(speaker_id) REFERENCES actors (id), 
	FOREIGN KEY(speaker_mention) REFERENCES mentions (id)
);
CREATE INDEX statements_by_article ON statements (article_id, revision_id, position);
CREATE INDEX ix_statements_speaker_mention ON statements (speaker_mention);
CREATE INDEX statements_by_date ON statements (latest, dated, published_at);
CREATE INDEX statements_by_publication ON statements (latest, published_on, published_at);
CREATE INDEX ix_statements_id ON statements (id);
CREATE INDEX statements_by_speaker ON statements (speaker_id, dated, published_at);
CREATE TABLE statement_actors (
	statement_key INTEGER NOT NULL, 
	part TEXT NOT NULL, 
	position INTEGER NOT NULL, 
	mention_id INTEGER NOT NULL, 
	PRIMARY KEY (statement_key, part, position), 
	CONSTRAINT part_is_known CHECK (part IN ('speaker', 'for', 'audience', 'target')), 
	FOREIGN KEY(statement_key) REFERENCES statements ("key") ON DELETE CASCADE, 
	FOREIGN KEY(mention_id) REFERENCES mentions (id)
);
CREATE INDEX ix_statement_actors_mention_id ON statement_actors (mention_id);
CREATE VIRTUAL TABLE statements_search USING fts5 (
    content_words, source_words, title,
    content="statements", content_rowid="key", tokenize="unicode61 remove_diacritics 2"
);
CREATE VIEW statements_readable AS
SELECT s.id, m.name AS speaker, m.role, s.act, s.form, s.mode, s.content_words AS words,
    s.source_words AS source, s.cue_words AS cue, s.said, s.venue, o.name AS outlet, r.published, s.title,
    a.url, s.article_id AS article, s.speaker_id, s.status, s.hedged, s.negated, s.confidence
FROM statements s
JOIN mentions m ON m.id = s.speaker_mention
JOIN revisions r ON r.id = s.revision_id
JOIN articles a ON a.id = s.article_id
LEFT JOIN outlets o ON o.id = a.outlet_id
WHERE s.latest;
CREATE VIEW speakers AS
SELECT c.id, c.name, c.kind, c.role, c.country, count(*) AS statements,
    min(nullif(s.dated, '')) AS first, max(nullif(s.dated_to, '')) AS last
FROM actors c JOIN statements s ON s.speaker_id = c.id
WHERE s.latest
GROUP BY c.id;
CREATE TRIGGER statements_search_insert AFTER INSERT ON statements BEGIN
    INSERT INTO statements_search (rowid, content_words, source_words, title)
    VALUES (new.key, new.content_words, new.source_words, new.title);
END;
CREATE TRIGGER statements_search_delete AFTER DELETE ON statements BEGIN
    INSERT INTO statements_search (statements_search, rowid, content_words, source_words, title)
    VALUES ('delete', old.key, old.content_words, old.source_words, old.title);
END;
CREATE TRIGGER statements_search_update AFTER UPDATE OF content_words, source_words, title ON statements BEGIN
    INSERT INTO statements_search (statements_search, rowid, content_words, source_words, title)
    VALUES ('delete', old.key, old.content_words, old.source_words, old.title);
    INSERT INTO statements_search (rowid, content_words, source_words, title)
    VALUES (new.key, new.content_words, new.source_words, new.title);
END;
INSERT INTO meta VALUES ('schema', '1');
INSERT INTO outlets VALUES (1, 'The Ostrel Courier', 'the ostrel courier');
INSERT INTO runs VALUES ('da0cc8c155467bb6', '0.1.0', 'model-digest', '{"threads": "1"}', '2026-03-01T00:00:00+00:00', '2026-11-24T04:11:32+00:00');
INSERT INTO articles VALUES ('flood', 'https://courier.example/flood', 'https://courier.example/flood', 1, 'The gate', '2026-02-07T09:00:00+00:00', 2);
INSERT INTO articles VALUES ('orlin', 'sha256:02e525c8ffda9b80cc7749fdcbf5a49935122778002a19d0ae8c5fab96fe4421', NULL, 1, 'The gate', '2026-02-09T09:00:00+00:00', 1);
INSERT INTO revisions VALUES (1, 'flood', 1, '4b042ecfdab8022d254a3512b505084b9ea2b40d013322aaa11285788c3fea9a', 'The gate', '2026-02-05T09:00:00+00:00', 0, NULL, '2026-02-05T09:00:00', 'flood.txt', NULL, '2026-11-24T04:11:32+00:00', 'da0cc8c155467bb6', '[]', '[]', 'No gate was opened. The gates held.');
INSERT INTO revisions VALUES (2, 'flood', 2, '92d6ec81dc59113d488e3baf2b3e79559b4229b4970518a393f3b48268cfbe97', 'The gate', '2026-02-07T09:00:00+00:00', 0, NULL, '2026-02-07T09:00:00', 'flood.txt', NULL, '2026-11-24T04:11:32+00:00', 'da0cc8c155467bb6', '[]', '[]', 'One gate was opened. It was a test.');
INSERT INTO revisions VALUES (3, 'orlin', 1, '02e525c8ffda9b80cc7749fdcbf5a49935122778002a19d0ae8c5fab96fe4421', 'The gate', '2026-02-09T09:00:00+00:00', 0, NULL, '2026-02-09T09:00:00', 'orlin.txt', NULL, '2026-11-24T04:11:32+00:00', 'da0cc8c155467bb6', '[]', '[]', 'Naïve words, all of it.');
INSERT INTO actors VALUES ('joren-maddrick', 'Joren Maddrick', 'person', 'government spokesman', 'XA');
INSERT INTO actors VALUES ('kessa-orlin', 'Kessa Orlin', 'person', 'Minister of Waters', 'XA');
INSERT INTO actors VALUES ('reporters-in-flood', 'reporters', 'group', NULL, NULL);
INSERT INTO actor_names VALUES ('joren-maddrick', 0, 'Joren Maddrick', 'joren maddrick');
INSERT INTO actor_names VALUES ('joren-maddrick', 1, 'Maddrick', 'maddrick');
INSERT INTO actor_names VALUES ('kessa-orlin', 0, 'Kessa Orlin', 'kessa orlin');
INSERT INTO actor_names VALUES ('reporters-in-flood', 0, 'reporters', 'reporters');
INSERT INTO actor_roles VALUES ('joren-maddrick', 0, 'government spokesman');
INSERT INTO actor_roles VALUES ('joren-maddrick', 1, 'spokesman');
INSERT INTO actor_roles VALUES ('kessa-orlin', 0, 'Minister of Waters');
INSERT INTO mentions VALUES (1, 1, 'Joren Maddrick', 'person', 'government spokesman', 'Ministry of Waters', 'XA', 'joren maddrick', 'joren-maddrick');
INSERT INTO mentions VALUES (2, 1, 'unknown', 'unknown', NULL, NULL, NULL, 'unknown', NULL);
INSERT INTO mentions VALUES (3, 2, 'Maddrick', 'person', 'spokesman', NULL, NULL, 'maddrick', 'joren-maddrick');
INSERT INTO mentions VALUES (4, 2, 'reporters', 'group', NULL, NULL, NULL, 'reporters', 'reporters-in-flood');
INSERT INTO mentions VALUES (5, 3, 'Kessa Orlin', 'person', 'Minister of Waters', NULL, 'XA', 'kessa orlin', 'kessa-orlin');
INSERT INTO statements VALUES (1, '0b15913975ea1bb8', 'flood', 1, 0, 0, 'The gate', 'joren-maddrick', 1, 'deny', 'direct', 'speech', 'new', 0, 0, '2026-02-04', NULL, '', '', 'No gate was opened', '[]', '[]', '[[0, 18]]', NULL, '[]', 1.0, '[]', '2026-02-04', '2026-02-04', '2026-02-05', '2026-02-05T09:00:00');
INSERT INTO statements VALUES (2, '132c6542961d3840', 'flood', 1, 1, 0, 'The gate', NULL, 2, 'say', 'direct', 'speech', 'new', 0, 0, NULL, NULL, '', '', 'The gates held', '[]', '[]', '[[20, 34]]', NULL, '[]', 1.0, '[]', '2026-02-05', '2026-02-05', '2026-02-05', '2026-02-05T09:00:00');
INSERT INTO statements VALUES (3, 'a28d0386607df106', 'flood', 2, 0, 1, 'The gate', 'joren-maddrick', 3, 'admit', 'direct', 'speech', 'new', 0, 0, NULL, NULL, '', '', 'One gate was opened', '[]', '[]', '[[0, 19]]', NULL, '[]', 1.0, '[]', '2026-02-07', '2026-02-07', '2026-02-07', '2026-02-07T09:00:00');
INSERT INTO statements VALUES (4, '1f149325094346f9', 'orlin', 3, 0, 1, 'The gate', 'kessa-orlin', 5, 'say', 'direct', 'speech', 'new', 0, 0, NULL, NULL, '', '', 'Naïve words', '[]', '[]', '[[0, 11]]', NULL, '[]', 1.0, '[["act", "cue lexicon: said", 0.9]]', '2026-02-09', '2026-02-09', '2026-02-09', '2026-02-09T09:00:00');
INSERT INTO statement_actors VALUES (1, 'speaker', 0, 1);
INSERT INTO statement_actors VALUES (2, 'speaker', 0, 2);
INSERT INTO statement_actors VALUES (2, 'target', 0, 1);
INSERT INTO statement_actors VALUES (3, 'speaker', 0, 3);
INSERT INTO statement_actors VALUES (3, 'audience', 0, 4);
INSERT INTO statement_actors VALUES (4, 'speaker', 0, 5);
INSERT INTO refusals VALUES (1, 'empty.txt', NULL, 'Empty', 'empty.txt: there is nothing in it', '2026-11-24T04:11:32+00:00', NULL);
PRAGMA application_id = 1332630083;
PRAGMA user_version = 1;
