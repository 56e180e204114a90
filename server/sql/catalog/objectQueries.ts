/** The members of extensions; plpgsql's are none of anybody's doing. */
const members = `
WITH member AS (
  SELECT e.extname::text AS extension, d.classid, d.objid
  FROM pg_catalog.pg_depend d JOIN pg_catalog.pg_extension e ON e.oid = d.refobjid
  WHERE d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass AND d.deptype = 'e' AND e.extname <> 'plpgsql'
), known AS (`;

const named = (schema: string, name: string) =>
  `CASE WHEN ${schema} = 'public' THEN '' ELSE ${schema} || '.' END || ${name}`;
const none = (count: number) => Array(count).fill('NULL::text').join(', ');
const class_ = (name: string) => `m.classid = 'pg_catalog.${name}'::pg_catalog.regclass`;

const functions = `
  SELECT m.classid, m.objid, m.extension,
    CASE WHEN p.prokind = 'a' THEN 'aggregate' WHEN p.prokind = 'p' THEN 'procedure'
      WHEN p.prorettype = 'pg_catalog.trigger'::pg_catalog.regtype THEN 'trigger function' ELSE 'function' END AS kind,
    ${named('n.nspname', 'p.proname')} AS name,
    '(' || pg_catalog.pg_get_function_arguments(p.oid) || ')' AS signature,
    pg_catalog.pg_get_function_result(p.oid) AS returns,
    CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' ELSE 'volatile' END AS volatility,
    CASE p.proparallel WHEN 's' THEN 'safe' WHEN 'r' THEN 'restricted' ELSE 'unsafe' END AS parallel,
    CASE WHEN p.proisstrict THEN 't' ELSE 'f' END AS strict, l.lanname::text AS language,
    CASE WHEN l.lanname = 'c' THEN p.prosrc END AS symbol, NULL::text AS note
  FROM member m JOIN pg_catalog.pg_proc p ON p.oid = m.objid
    JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace JOIN pg_catalog.pg_language l ON l.oid = p.prolang
  WHERE ${class_('pg_proc')}`;

const types = `
  SELECT m.classid, m.objid, m.extension,
    CASE t.typtype WHEN 'e' THEN 'enum' WHEN 'd' THEN 'domain' WHEN 'r' THEN 'range' WHEN 'm' THEN 'range' ELSE 'type' END,
    ${named('n.nspname', 't.typname')},
    CASE t.typtype
      WHEN 'e' THEN '(' || coalesce((SELECT pg_catalog.string_agg(pg_catalog.quote_literal(x.enumlabel), ', ' ORDER BY x.enumsortorder)
        FROM pg_catalog.pg_enum x WHERE x.enumtypid = t.oid), '') || ')'
      WHEN 'd' THEN ' AS ' || pg_catalog.format_type(t.typbasetype, t.typtypmod)
      WHEN 'c' THEN '(' || coalesce((SELECT pg_catalog.string_agg(a.attname || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
        FROM pg_catalog.pg_attribute a WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')'
      ELSE '' END,
    ${none(6)},
    CASE WHEN t.typtype = 'b' THEN pg_catalog.concat('text by ', t.typinput, ' and ', t.typoutput,
      CASE WHEN t.typsend <> 0 THEN '; binary by ' || t.typreceive::text || ' and ' || t.typsend::text END) END
  FROM member m JOIN pg_catalog.pg_type t ON t.oid = m.objid JOIN pg_catalog.pg_namespace n ON n.oid = t.typnamespace
  WHERE ${class_('pg_type')} AND t.typcategory <> 'A'
    AND (t.typrelid = 0 OR (SELECT c.relkind FROM pg_catalog.pg_class c WHERE c.oid = t.typrelid) = 'c')`;

const operators = `
  SELECT m.classid, m.objid, m.extension, 'operator', ${named('n.nspname', 'o.oprname')},
    '(' || CASE WHEN o.oprleft = 0 THEN '' ELSE pg_catalog.format_type(o.oprleft, NULL) || ', ' END
      || pg_catalog.format_type(o.oprright, NULL) || ')',
    pg_catalog.format_type(o.oprresult, NULL), ${none(5)}, 'by ' || o.oprcode::text
  FROM member m JOIN pg_catalog.pg_operator o ON o.oid = m.objid JOIN pg_catalog.pg_namespace n ON n.oid = o.oprnamespace
  WHERE ${class_('pg_operator')}`;

const casts = `
  SELECT m.classid, m.objid, m.extension, 'cast',
    pg_catalog.format_type(c.castsource, NULL) || ' AS ' || pg_catalog.format_type(c.casttarget, NULL), '', ${none(6)},
    CASE c.castcontext WHEN 'i' THEN 'implicit' WHEN 'a' THEN 'in assignments' ELSE 'where asked for' END
      || CASE WHEN c.castfunc = 0 THEN '' ELSE ', by ' || c.castfunc::pg_catalog.regproc::text END
  FROM member m JOIN pg_catalog.pg_cast c ON c.oid = m.objid WHERE ${class_('pg_cast')}`;

const relations = `
  SELECT m.classid, m.objid, m.extension,
    CASE c.relkind WHEN 'v' THEN 'view' WHEN 'm' THEN 'view' WHEN 'S' THEN 'sequence' WHEN 'i' THEN 'index' ELSE 'table' END,
    ${named('n.nspname', 'c.relname')},
    CASE WHEN c.relkind IN ('r', 'p', 'f', 'v', 'm') THEN '(' || coalesce((SELECT pg_catalog.string_agg(a.attname || ' ' || pg_catalog.format_type(a.atttypid, a.atttypmod), ', ' ORDER BY a.attnum)
      FROM pg_catalog.pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')' ELSE '' END,
    ${none(7)}
  FROM member m JOIN pg_catalog.pg_class c ON c.oid = m.objid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
  WHERE ${class_('pg_class')} AND c.relkind <> 'c'`;

const classes = `
  SELECT m.classid, m.objid, m.extension, 'operator class', ${named('n.nspname', 'c.opcname')},
    ' FOR ' || pg_catalog.format_type(c.opcintype, NULL) || ' USING ' || a.amname, ${none(6)},
    CASE WHEN c.opcdefault THEN 'the default' END
  FROM member m JOIN pg_catalog.pg_opclass c ON c.oid = m.objid JOIN pg_catalog.pg_namespace n ON n.oid = c.opcnamespace
    JOIN pg_catalog.pg_am a ON a.oid = c.opcmethod
  WHERE ${class_('pg_opclass')}
  UNION ALL
  SELECT m.classid, m.objid, m.extension, 'operator family', ${named('n.nspname', 'f.opfname')}, ' USING ' || a.amname, ${none(7)}
  FROM member m JOIN pg_catalog.pg_opfamily f ON f.oid = m.objid JOIN pg_catalog.pg_namespace n ON n.oid = f.opfnamespace
    JOIN pg_catalog.pg_am a ON a.oid = f.opfmethod
  WHERE ${class_('pg_opfamily')}
  UNION ALL
  SELECT m.classid, m.objid, m.extension, 'schema', n.nspname::text, '', ${none(7)}
  FROM member m JOIN pg_catalog.pg_namespace n ON n.oid = m.objid WHERE ${class_('pg_namespace')}`;

/** Whatever has no description of its own above; array types and the types of tables go without saying. */
const others = `
  SELECT m.extension, 'other', pg_catalog.pg_describe_object(m.classid, m.objid, 0), '', ${none(7)}
  FROM member m
  WHERE NOT ${class_('pg_type')} AND NOT ${class_('pg_class')}
    AND NOT EXISTS (SELECT FROM known k WHERE k.classid = m.classid AND k.objid = m.objid)`;

/** Triggers belong to their tables; those that call a function of an extension are told with it. */
const triggers = `
  SELECT m.extension, 'trigger', t.tgname::text, ' ON ' || t.tgrelid::pg_catalog.regclass::text, ${none(6)},
    pg_catalog.pg_get_triggerdef(t.oid, true)
  FROM member m JOIN pg_catalog.pg_trigger t ON t.tgfoid = m.objid WHERE ${class_('pg_proc')} AND NOT t.tgisinternal`;

const known = [functions, types, operators, casts, relations, classes].join('\n  UNION ALL');

const columns =
  'extension, kind, name, signature, returns, volatility, parallel, strict, language, symbol, note';

/** Everything that belongs to an extension, in the order of `columns`, and how many there are. */
export const objectsQuery = (most: number) => `${members}${known}
)
SELECT ${columns
  .split(', ')
  .map((column) => `pg_catalog.left(${column}, 2000)`)
  .join(', ')}, pg_catalog.count(*) OVER () FROM (
  SELECT ${columns} FROM known UNION ALL ${others} UNION ALL ${triggers}
) found ORDER BY extension, kind, name, signature LIMIT ${most}`;

/** The libraries that functions of extensions are in. */
export const librariesQuery = `${members}SELECT 1)
SELECT DISTINCT p.probin, m.extension FROM member m JOIN pg_catalog.pg_proc p ON p.oid = m.objid
WHERE ${class_('pg_proc')} AND p.probin IS NOT NULL ORDER BY 1 LIMIT 8`;

/** Settings of libraries that this connection has loaded. */
export const settingsQuery = `
SELECT name, vartype, setting, boot_val, context, min_val, max_val, enumvals::text, short_desc
FROM pg_catalog.pg_settings WHERE category = 'Customized Options' AND name NOT LIKE 'plpgsql.%' ORDER BY name LIMIT 100`;
