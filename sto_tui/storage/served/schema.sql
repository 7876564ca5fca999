-- What a server needs before dossiers can stand on it: roles, tables, and who may read what.
-- Run it once in an empty database that is in UTF8, as its owner; that one needs CREATEROLE, and need not be a superuser.
-- Everybody logs in with a role of their own that is a member of sto_user; who may put dossiers there, of sto_beheer.

DO $$
BEGIN
  IF current_setting('server_encoding') <> 'UTF8' THEN
    RAISE SQLSTATE 'ST002' USING MESSAGE = 'this database is not in UTF8',
      HINT = 'CREATE DATABASE NAME ENCODING ''UTF8'' LOCALE ''C.UTF-8'' TEMPLATE template0';
  END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'sto_owner') THEN
    CREATE ROLE sto_owner NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'sto_user') THEN
    CREATE ROLE sto_user NOLOGIN;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = 'sto_beheer') THEN
    CREATE ROLE sto_beheer NOLOGIN IN ROLE sto_user;
  END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO sto_user', current_database());
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT sto_owner TO CURRENT_USER;
CREATE SCHEMA sto AUTHORIZATION sto_owner;
SET LOCAL ROLE sto_owner;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
GRANT USAGE ON SCHEMA sto TO sto_user;

CREATE TABLE sto.dossiers (
  dossier uuid PRIMARY KEY,
  name text NOT NULL UNIQUE CHECK (name ~ '^[a-z0-9][a-z0-9-]{0,59}$'),
  format integer NOT NULL,
  seq bigint NOT NULL,
  tip text NOT NULL,
  rest json NOT NULL
);
COMMENT ON TABLE sto.dossiers IS
  'One line per dossier. tip is the key of its last change, rest what is no record: meta, and tables that are unknown.';

CREATE TABLE sto.records (
  dossier uuid NOT NULL REFERENCES sto.dossiers,
  tbl text NOT NULL,
  id bigint NOT NULL,
  doc jsonb NOT NULL,
  PRIMARY KEY (dossier, tbl, id)
);

CREATE TABLE sto.changes (
  dossier uuid NOT NULL REFERENCES sto.dossiers,
  seq bigint NOT NULL,
  key text NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  by text NOT NULL DEFAULT session_user,
  line json NOT NULL,
  rest json,
  PRIMARY KEY (dossier, seq),
  UNIQUE (dossier, key)
);
COMMENT ON TABLE sto.changes IS
  'The history, only ever appended: line is a line of geschiedenis.jsonl, rest what dossiers.rest became if it changed.';

CREATE TABLE sto.members (
  dossier uuid NOT NULL REFERENCES sto.dossiers,
  member text NOT NULL,
  level text NOT NULL CHECK (level IN ('lezer', 'bewerker', 'beheerder', 'landelijk')),
  PRIMARY KEY (dossier, member)
);

CREATE TABLE sto.landelijke_velden (
  tbl text PRIMARY KEY,
  fields text[] NOT NULL
);
COMMENT ON TABLE sto.landelijke_velden IS 'What landelijk sees of a dossier; of a table that is not named here, nothing.';

INSERT INTO sto.landelijke_velden (tbl, fields) VALUES
  ('region', '{name,kind}'),
  ('periods', '{label,start,end}'),
  ('themes', '{periods}'),
  ('speerpunten', '{theme,periods}'),
  ('milestones', '{number,start,due,light,done_on,speerpunt,theme}'),
  ('goals', '{number,outcome,periods}');

-- In which dossiers the one who logged in has one of these levels. A policy asks it once per query.
CREATE FUNCTION sto.may(levels text[]) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = sto, pg_temp AS $$
  SELECT coalesce(array_agg(dossier), '{}') FROM members WHERE member = session_user AND level = ANY (levels)
$$;

ALTER TABLE sto.dossiers ENABLE ROW LEVEL SECURITY;
ALTER TABLE sto.records ENABLE ROW LEVEL SECURITY;
ALTER TABLE sto.changes ENABLE ROW LEVEL SECURITY;
ALTER TABLE sto.members ENABLE ROW LEVEL SECURITY;
ALTER TABLE sto.landelijke_velden ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON sto.dossiers FOR SELECT TO sto_user
  USING (dossier = ANY ((SELECT sto.may('{lezer,bewerker,beheerder}'))::uuid[]));
CREATE POLICY own ON sto.records FOR SELECT TO sto_user
  USING (dossier = ANY ((SELECT sto.may('{lezer,bewerker,beheerder}'))::uuid[]));
CREATE POLICY own ON sto.changes FOR SELECT TO sto_user
  USING (dossier = ANY ((SELECT sto.may('{lezer,bewerker,beheerder}'))::uuid[]));
CREATE POLICY own ON sto.members FOR SELECT TO sto_user
  USING (dossier = ANY ((SELECT sto.may('{lezer,bewerker,beheerder}'))::uuid[]));
CREATE POLICY everyone ON sto.landelijke_velden FOR SELECT TO sto_user USING (true);

-- Made by the owner, so that it reads past the policies: who has the level landelijk sees these fields and no more.
CREATE VIEW sto.landelijk WITH (security_barrier) AS
  SELECT r.dossier, d.name, r.tbl, r.id, (
    SELECT jsonb_object_agg(f.name, r.doc -> f.name) FROM unnest(v.fields) AS f(name) WHERE r.doc ? f.name
  ) AS doc
  FROM sto.records r JOIN sto.dossiers d USING (dossier) JOIN sto.landelijke_velden v USING (tbl)
  WHERE r.dossier = ANY ((SELECT sto.may('{landelijk}'))::uuid[]);

GRANT EXECUTE ON FUNCTION sto.may(text[]) TO sto_user;
GRANT SELECT ON sto.dossiers, sto.records, sto.changes, sto.members, sto.landelijke_velden, sto.landelijk TO sto_user;
