CREATE INDEX message_in_conversation ON message (conversation, seq)
index sqlite_autoindex_meta_1
index sqlite_autoindex_token_2
CREATE TABLE checkpoint ( epoch BLOB NOT NULL CHECK (length(epoch) = 16), seq INTEGER NOT NULL, hash BLOB NOT NULL CHECK (length(hash) = 32), at INTEGER NOT NULL, signature BLOB NOT NULL CHECK (length(signature) = 64), PRIMARY KEY (seq, epoch)) STRICT, WITHOUT ROWID
CREATE TABLE credential ( member INTEGER NOT NULL PRIMARY KEY, hash TEXT NOT NULL) STRICT
CREATE TABLE entity ( kind TEXT NOT NULL, id INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (kind, id)) STRICT, WITHOUT ROWID
CREATE TABLE event ( seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0), at INTEGER NOT NULL, actor INTEGER NOT NULL, workstation INTEGER NOT NULL, scope TEXT NOT NULL, kind TEXT NOT NULL, payload TEXT NOT NULL, text_digest BLOB CHECK (length(text_digest) = 32), prev_hash BLOB NOT NULL CHECK (length(prev_hash) = 32), hash BLOB NOT NULL CHECK (length(hash) = 32)) STRICT
CREATE TABLE message ( seq INTEGER NOT NULL PRIMARY KEY REFERENCES event (seq), conversation INTEGER NOT NULL, withdrawn INTEGER REFERENCES event (seq)) STRICT
CREATE TABLE meta (name TEXT NOT NULL PRIMARY KEY, value BLOB NOT NULL) STRICT
CREATE TABLE nonce ( actor INTEGER NOT NULL, nonce BLOB NOT NULL CHECK (length(nonce) = 16), digest BLOB CHECK (length(digest) = 32), seq INTEGER NOT NULL REFERENCES event (seq), PRIMARY KEY (actor, nonce)) STRICT, WITHOUT ROWID
CREATE TABLE receipt ( event INTEGER NOT NULL REFERENCES event (seq), member INTEGER NOT NULL, state TEXT NOT NULL CHECK (state IN ('delivered', 'held', 'shown', 'read')), at INTEGER NOT NULL, PRIMARY KEY (event, member)) STRICT, WITHOUT ROWID
CREATE TABLE text ( seq INTEGER NOT NULL PRIMARY KEY REFERENCES event (seq), salt BLOB NOT NULL CHECK (length(salt) = 16), body BLOB NOT NULL) STRICT
CREATE TABLE token ( digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32), kind TEXT NOT NULL CHECK (kind IN ('workstation', 'member')), member INTEGER NOT NULL, workstation INTEGER NOT NULL, created_at INTEGER NOT NULL, UNIQUE (kind, member, workstation)) STRICT, WITHOUT ROWID
CREATE TRIGGER event_remains BEFORE DELETE ON event BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END
CREATE TRIGGER event_stays BEFORE UPDATE ON event BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END
