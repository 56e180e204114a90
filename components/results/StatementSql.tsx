interface StatementSqlProps {
  sql: string;
  /** Leads to the statement in the script, where its place is known. */
  onReveal?: () => void;
}

/** The statement, of which three lines are shown. */
export function StatementSql({ sql, onReveal }: StatementSqlProps) {
  const text = sql.trim();
  const look = 'line-clamp-3 whitespace-pre-wrap font-mono text-[12.5px] text-pg [overflow-wrap:anywhere]';
  if (!onReveal) return <p className={look}>{text}</p>;
  return (
    <button
      type="button"
      title="Go to this statement in the SQL"
      onClick={onReveal}
      className="block w-full rounded text-left underline decoration-transparent underline-offset-2 hover:decoration-line-strong"
    >
      <span className={look}>{text}</span>
    </button>
  );
}
