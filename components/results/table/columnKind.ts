/** Types whose values line up at the right, by their names in pg_type and by those that SQL knows them by. */
const numbers = new Set(
  'int2 int4 int8 smallint integer bigint float4 float8 real numeric decimal money oid xid xid8 cid'
    .split(' ')
    .concat('double precision'),
);

/** Whether a column holds numbers, which psql aligns at the right. `type` may have a modifier: `numeric(10,2)`. */
export function isNumeric(type: string): boolean {
  return numbers.has(type.replace(/\(.*\)$/, '').trim());
}
