/**
 * What Monaco's grammar of Postgres's SQL leaves out: it knows the reserved words only. These are the unreserved ones
 * (Postgres's documentation, appendix C) that begin statements and clauses, without those that people call columns by,
 * such as `name`, `value`, `data`, `level` or `time`; some of these are keywords beside another (`sqlPhrases`).
 */
export const sqlKeywords = `
  abort access add after aggregate alter always analyze atomic attach before begin between by cache call called cascade
  close cluster comment commit conflict copy cost cube current cursor cycle database deallocate declare definer delete
  detach disable discard domain drop each enable enum event exclude exclusive execute exists explain extension external
  function functions grouping handler identity if immediate immutable implicit include increment inherits inline inout
  input insert instead invoker language leakproof listen load lock locked logged match materialized maxvalue merge
  minvalue move nothing notify nowait nulls of operator others out over overriding owned owner parallel partition
  policy prepare procedural procedure publication range reassign recursive refresh reindex release rename replace reset
  restart restrict restricted return returns revoke role rollback rollup routine rows rule safe savepoint schema
  security sequence serializable server set setof sets share show skip stable start statement storage stored strict
  subscription support temp temporary transaction transform trigger trim truncate trusted unbounded uncommitted
  unlisten unlogged unsafe until update vacuum validator values view volatile within without work
  array coalesce exists extract greatest least nullif overlay position row substring
`
  .trim()
  .split(/\s+/);

/** Words that are keywords in this company, and names of people's columns elsewhere. */
export const sqlPhrases =
  /(?:primary|foreign)\s+key\b|with(?:out)?\s+time\s+zone\b|for\s+(?:each|no\s+key)\s+(?:row|update)\b|isolation\s+level\b|row\s+level\b|nulls\s+(?:first|last)\b|on\s+null\s+input\b|create\s+type\b|(?:alter|drop)\s+type\b/;
