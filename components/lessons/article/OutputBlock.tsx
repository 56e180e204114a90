import { ScrollRegion } from '../../ui/ScrollRegion.tsx';
import { outputParts } from './outputParts.ts';

/** What Postgres says to the SQL above it, as the results pane would show it. */
export function OutputBlock({ output, sql }: { output: string; sql: string }) {
  return (
    <figure className="lesson-output" aria-label="Output">
      {outputParts(output, sql).map((part, index) =>
        part.kind === 'text' ? (
          <ScrollRegion
            as="pre"
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
            key={index}
            className={/^(ERROR|FATAL|PANIC|crash|limit)/m.test(part.text) ? 'text-bad' : ''}
          >
            {part.text}
          </ScrollRegion>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never move
          <table key={index}>
            <thead>
              <tr>
                {part.columns.map((name, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: names may repeat, places do not
                  <th key={column} scope="col">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {part.rows.map((row, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows never move
                <tr key={place}>
                  {row.map((cell, column) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: cells never move
                    <td key={column}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ),
      )}
    </figure>
  );
}
