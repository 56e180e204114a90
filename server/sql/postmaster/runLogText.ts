/** How an entry of Postgres's log begins, and what else of it comes in lines of its own. */
const entry = /^(?:DEBUG[1-5]|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC): {2}(.*)/;
/** What the log adds to a message whose place in the statement is known. */
const place = / at character \d{1,9}$/;
const more = /^(?:DETAIL|HINT|CONTEXT|STATEMENT|QUERY|LOCATION|BACKTRACE): {2}|^\t/;

/** What Postgres logs of itself as it starts, stops and recovers; a crash is an event of the run. */
const ownWords =
  /^LOG: {2}(?:starting PostgreSQL|listening on|database system |redo |invalid record length|server process \(PID|terminating any other|all server processes|received |aborting any active|shutting down|parameter "|checkpoint |background worker "logical replication launcher")|^FATAL: {2}the database system is |skipping missing configuration file/;

/**
 * Of what the server has logged during a run, what nothing else tells: output of the code and its workers. `told` are the
 * messages of the run's own errors and notices, which are logged as well.
 */
export function runLogText(log: string, told: ReadonlySet<string>): string {
  const kept: string[] = [];
  let isKept = false;
  for (const line of log.split('\n')) {
    if (line === '') continue;
    if (!more.test(line)) {
      const message = entry.exec(line)?.[1];
      isKept = !ownWords.test(line) && (message === undefined || !told.has(message.replace(place, '')));
    }
    // The results show the statements.
    if (isKept && !line.startsWith('STATEMENT:')) kept.push(line);
  }
  return kept.length === 0 ? '' : `${kept.join('\n')}\n`;
}
