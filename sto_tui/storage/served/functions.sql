-- All that anybody may write goes through these; they run as the owner of the tables, and ask first who is asking.

-- A change, when the dossier still ends with `seen`; with a key that was here before it changes nothing.
-- The state is `gedaan`, `al` (it was carried out before), `achter` (others were first: `since` is what they did),
-- `anders` (the dossier never ended so: a backup was put back), `nieuwer` (a newer version of sto-tui wrote it) or
-- `past-niet` (a record is not what the change says that it was).
CREATE FUNCTION sto.apply(
  d uuid, k text, seen text, form integer, line json, new_rest json, OUT state text, OUT number bigint, OUT since json
)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sto, pg_temp AS $$
DECLARE
  stands bigint;
  ends text;
  has_form integer;
  place bigint;
  edit record;
BEGIN
  IF (d = ANY (may('{bewerker,beheerder}'))) IS NOT TRUE THEN
    RAISE insufficient_privilege USING MESSAGE = 'no editor of this dossier';
  END IF;
  IF (k ~ '^[0-9a-f]{16}$' AND json_typeof(line -> 'edits') = 'array' AND line ->> 'key' = k) IS NOT TRUE THEN
    RAISE invalid_parameter_value USING MESSAGE = 'no line of a history';
  END IF;
  SELECT seq, tip, format INTO stands, ends, has_form FROM dossiers WHERE dossier = d FOR UPDATE;
  SELECT seq INTO number FROM changes WHERE dossier = d AND key = k;
  IF FOUND THEN
    state := 'al';
    RETURN;
  END IF;
  IF (form >= has_form) IS NOT TRUE THEN
    state := 'nieuwer';
    RETURN;
  END IF;
  IF ends IS DISTINCT FROM seen THEN
    SELECT seq INTO place FROM changes WHERE dossier = d AND key = seen;
    state := CASE WHEN FOUND THEN 'achter' ELSE 'anders' END;
    SELECT json_agg(json_build_object('seq', c.seq, 'key', c.key, 'at', c.at, 'by', c.by, 'line', c.line, 'rest', c.rest)
                    ORDER BY c.seq)
      INTO since FROM changes c WHERE c.dossier = d AND c.seq > place;
    RETURN;
  END IF;
  BEGIN
    FOR edit IN
      SELECT split_part(e ->> 'ref', '/', 1) AS tbl, split_part(e ->> 'ref', '/', 2)::bigint AS id,
             (e ->> 'before')::jsonb AS before, (e ->> 'after')::jsonb AS after
      FROM json_array_elements(line -> 'edits') AS e
      WHERE e ->> 'before' IS NOT NULL OR e ->> 'after' IS NOT NULL
    LOOP
      IF edit.before IS NULL THEN
        INSERT INTO records VALUES (d, edit.tbl, edit.id, edit.after) ON CONFLICT DO NOTHING;
      ELSIF edit.after IS NULL THEN
        DELETE FROM records r WHERE r.dossier = d AND r.tbl = edit.tbl AND r.id = edit.id
          AND coalesce(r.doc ->> 'rev', '0') = coalesce(edit.before ->> 'rev', '0');
      ELSE
        UPDATE records r SET doc = edit.after WHERE r.dossier = d AND r.tbl = edit.tbl AND r.id = edit.id
          AND coalesce(r.doc ->> 'rev', '0') = coalesce(edit.before ->> 'rev', '0');
      END IF;
      IF NOT FOUND THEN
        RAISE SQLSTATE 'ST001';
      END IF;
    END LOOP;
  EXCEPTION WHEN SQLSTATE 'ST001' THEN
    state := 'past-niet';
    RETURN;
  END;
  number := stands + 1;
  INSERT INTO changes (dossier, seq, key, line, rest) VALUES (d, number, k, line, new_rest);
  UPDATE dossiers SET seq = number, tip = k, format = form, rest = coalesce(new_rest, rest) WHERE dossier = d;
  PERFORM pg_notify('sto_' || replace(d::text, '-', ''), number::text);
  state := 'gedaan';
END
$$;

-- A new dossier, of which who puts it there is beheerder.
CREATE FUNCTION sto.put_down(d uuid, called text, form integer, k text, line json, rest json, documents json)
RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = sto, pg_temp AS $$
BEGIN
  IF pg_has_role(session_user, 'sto_beheer', 'MEMBER') IS NOT TRUE THEN
    RAISE insufficient_privilege USING MESSAGE = 'not of sto_beheer';
  END IF;
  INSERT INTO dossiers VALUES (d, called, form, 1, k, rest);
  INSERT INTO records SELECT d, t.key, r.key::bigint, r.value::jsonb
    FROM json_each(documents) AS t CROSS JOIN LATERAL json_each(t.value) AS r;
  INSERT INTO changes (dossier, seq, key, line) VALUES (d, 1, k, line);
  INSERT INTO members VALUES (d, session_user, 'beheerder');
END
$$;

-- A line in the history about who may see the dossier; for the functions below only.
CREATE FUNCTION sto.noted(d uuid, said text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sto, pg_temp AS $$
DECLARE
  k text := substr(replace(gen_random_uuid()::text, '-', ''), 1, 16);
BEGIN
  UPDATE dossiers SET seq = seq + 1, tip = k WHERE dossier = d;
  INSERT INTO changes (dossier, seq, key, line)
    SELECT d, seq, k, json_build_object('key', k, 'schema', format, 'at', to_char(clock_timestamp(), 'YYYY-MM-DD"T"HH24:MI:SS'),
      'by', session_user, 'label', said, 'edits', '[]'::json)
    FROM dossiers WHERE dossier = d;
END
$$;

-- Lets somebody in, or gives another level. Tells whether that one can log in to dossiers already.
CREATE FUNCTION sto.invite(d uuid, who text, as_level text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sto, pg_temp AS $$
BEGIN
  IF (d = ANY (may('{beheerder}'))) IS NOT TRUE THEN
    RAISE insufficient_privilege USING MESSAGE = 'no beheerder of this dossier';
  END IF;
  PERFORM FROM dossiers WHERE dossier = d FOR UPDATE;
  INSERT INTO members VALUES (d, who, as_level) ON CONFLICT (dossier, member) DO UPDATE SET level = as_level;
  IF NOT EXISTS (SELECT FROM members WHERE dossier = d AND level = 'beheerder') THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'no beheerder left';
  END IF;
  PERFORM noted(d, who || ' is ' || as_level || ' van dit dossier');
  RETURN EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = who AND pg_has_role(oid, 'sto_user', 'MEMBER'));
END
$$;

-- Takes that back. Tells whether that one was a member.
CREATE FUNCTION sto.revoke(d uuid, who text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = sto, pg_temp AS $$
BEGIN
  IF (d = ANY (may('{beheerder}'))) IS NOT TRUE THEN
    RAISE insufficient_privilege USING MESSAGE = 'no beheerder of this dossier';
  END IF;
  PERFORM FROM dossiers WHERE dossier = d FOR UPDATE;
  DELETE FROM members WHERE dossier = d AND member = who;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF NOT EXISTS (SELECT FROM members WHERE dossier = d AND level = 'beheerder') THEN
    RAISE integrity_constraint_violation USING MESSAGE = 'no beheerder left';
  END IF;
  PERFORM noted(d, who || ' heeft geen toegang meer tot dit dossier');
  RETURN true;
END
$$;

GRANT EXECUTE ON FUNCTION sto.apply(uuid, text, text, integer, json, json) TO sto_user;
GRANT EXECUTE ON FUNCTION sto.invite(uuid, text, text) TO sto_user;
GRANT EXECUTE ON FUNCTION sto.revoke(uuid, text) TO sto_user;
GRANT EXECUTE ON FUNCTION sto.put_down(uuid, text, integer, text, json, json, json) TO sto_beheer;
