'use client';
import { type FormEvent, useId, useMemo } from 'react';
import { create } from 'zustand';
import { type TwinRequest, twinRequest } from '../../protocol/events/benchEvents.ts';
import { useSession } from '../session/SessionProvider.tsx';
import { callsOf } from './callsOf.ts';

/** What was typed, which outlives the pane. */
const useTwin = create<TwinRequest>()(() => ({ rust: '', twin: '', setup: '' }));

const box =
  'w-full rounded-sm border border-line-strong bg-pane px-2 py-1 font-mono text-[12.5px] placeholder:text-faint';

/** Two expressions of x that should be the same: a call of a Rust function, and SQL or PL/pgSQL in its place. */
export function TwinForm({ busy, onTime }: { busy: boolean; onTime: (twin: TwinRequest) => void }) {
  const values = useTwin();
  const sql = useSession((state) => state.generated?.sql ?? '');
  const calls = useMemo(() => callsOf(sql), [sql]);
  const list = useId();
  const parsed = twinRequest.safeParse(values);

  function time(event: FormEvent): void {
    event.preventDefault();
    if (parsed.success && !busy) onTime(parsed.data);
  }

  return (
    <form onSubmit={time} className="@container max-w-[60rem] space-y-2 rounded-sm border border-line p-3">
      <h2 className="font-medium">Compare a Rust function with an equivalent</h2>
      <p className="text-muted">Both are called for x = 1, 2, 3, …; x is an integer.</p>
      <div className="grid gap-2 @min-[42rem]:grid-cols-2">
        <label className="block">
          <span className="text-rust text-small">Rust function, as called from SQL</span>
          <input
            className={box}
            list={list}
            value={values.rust}
            onChange={({ target }) => useTwin.setState({ rust: target.value })}
            placeholder="my_function(x)"
            spellCheck={false}
          />
          <datalist id={list}>
            {calls.map((call) => (
              <option key={call} value={call} />
            ))}
          </datalist>
        </label>
        <label className="block">
          <span className="text-pg text-small">Equivalent: SQL, or a call to a function created below</span>
          <input
            className={box}
            value={values.twin}
            onChange={({ target }) => useTwin.setState({ twin: target.value })}
            placeholder="x * 2"
            spellCheck={false}
          />
        </label>
      </div>
      <label className="block">
        <span className="text-muted text-small">Setup SQL, such as CREATE FUNCTION … LANGUAGE plpgsql</span>
        <textarea
          className={box}
          rows={values.setup === '' ? 1 : Math.min(8, values.setup.split('\n').length)}
          value={values.setup}
          onChange={({ target }) => useTwin.setState({ setup: target.value })}
          spellCheck={false}
        />
      </label>
      <button
        type="submit"
        disabled={busy || !parsed.success}
        className="rounded border border-line-strong px-3 py-1 font-medium hover:bg-hover disabled:text-faint"
      >
        Compare times
      </button>
    </form>
  );
}
