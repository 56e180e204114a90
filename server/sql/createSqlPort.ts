import type {
  DatabaseState,
  Installed,
  RunContext,
  SqlOptions,
  SqlPort,
  SqlRun,
  StepEnd,
} from '../ports/runPorts.ts';
import type { Sandbox, SandboxPort } from '../ports/sandboxPort.ts';
import type { ScratchPort } from '../ports/testPorts.ts';
import { ConnectionCarrier } from './dial/ConnectionCarrier.ts';
import { applyExtension } from './extension/applyExtension.ts';
import { applySettings } from './extension/applySettings.ts';
import type { ExtensionTools } from './extension/findInExtension.ts';
import { freshDatabase, wantsFreshDatabase } from './extension/freshDatabase.ts';
import { restartWithSettings } from './extension/restartWithSettings.ts';
import { rustSources } from './extension/rustSources.ts';
import { updateExtension } from './extension/updateExtension.ts';
import { RunLog } from './postmaster/RunLog.ts';
import { resetDatabase } from './postmaster/resetDatabase.ts';
import type { SqlEnvironment } from './SqlEnvironment.ts';
import { scratchDatabase } from './scratch/scratchDatabase.ts';
import { heldConnection } from './script/heldConnection.ts';
import { runSqlScript } from './script/runSqlScript.ts';
import { ScriptConnection } from './script/ScriptConnection.ts';
import { notSplit, type SplitScript } from './split/scriptSplitting.ts';
import { defaultSqlLimits, type SqlLimits } from './sqlLimits.ts';

/**
 * The SQL of runs, in any sandbox that holds the session image. What carries the connections of a sandbox's runs ends with
 * the sandbox.
 */
export function createSqlPort(
  port: SandboxPort,
  split: SplitScript,
  limits: Partial<SqlLimits> = {},
): SqlPort & ScratchPort {
  const all = { ...defaultSqlLimits, ...limits };
  const carriers = new WeakMap<Sandbox, ConnectionCarrier>();
  const carrierOf = (sandbox: Sandbox) => {
    const series = carriers.get(sandbox) ?? new ConnectionCarrier(port, sandbox);
    carriers.set(sandbox, series);
    return series;
  };
  const environmentOf = (context: RunContext): SqlEnvironment & RunContext => ({
    port,
    limits: all,
    series: carrierOf(context.sandbox),
    ...context,
  });
  return {
    scratch: (context, state, database) =>
      scratchDatabase({ ...environmentOf(context), database }, split, context.emit, state),
    connect: (sandbox, state, listener) =>
      heldConnection({ port, limits: all }, split, sandbox, state, listener),
    open: (context, state) => openRun(environmentOf(context), context, state, split),
    reset: (context, state) => resetDatabase(environmentOf(context), context, state),
    restart: (context, state) => restartWithSettings(environmentOf(context), context, state),
  };
}

function openRun(
  environment: SqlEnvironment,
  { emit }: RunContext,
  state: DatabaseState,
  split: SplitScript,
): SqlRun {
  const log = new RunLog();
  const hear = log.hear(emit);
  const connection = new ScriptConnection(environment, state, hear, log);

  const execute = async (
    installed: Installed,
    script: string,
    { update = false, mayBeFresh = false }: SqlOptions = {},
  ): Promise<{ kind: 'ok' } | StepEnd> => {
    emit({ type: 'phase', phase: 'running' });
    state.sources = installed.sources;
    // A container is one session's.
    const splitting = split(script, environment.sandbox.id);
    const tools: ExtensionTools = {
      environment,
      connection,
      split,
      emit: hear,
      sources: rustSources(installed.sources ?? []),
    };
    const end = await run(tools, installed, splitting, { update, mayBeFresh });
    const isOver = end.kind === 'cancelled' || ('sandboxUnusable' in end && end.sandboxUnusable);
    const opened = isOver ? null : await connection.current();
    const said = opened && (await log.end(opened));
    if (said) emit(said);
    return end;
  };

  const run = async (
    tools: ExtensionTools,
    installed: Installed,
    splitting: ReturnType<SplitScript>,
    { update, mayBeFresh }: { update: boolean; mayBeFresh: boolean },
  ): Promise<{ kind: 'ok' } | StepEnd> => {
    const settings = await applySettings(tools, state, installed);
    if (settings.kind === 'not') return settings.end;
    if (mayBeFresh && !update && wantsFreshDatabase(installed.settings)) {
      const fresh = await freshDatabase(tools, state);
      if (fresh.kind !== 'ok') return fresh;
    }
    const apply = update ? updateExtension : applyExtension;
    const extension = await apply(tools, state, installed, settings);
    if (extension.kind !== 'ok') return extension;
    const parts = await splitting;
    return parts.ok ? runSqlScript(tools, parts.value) : notSplit(parts.error, emit);
  };

  return { execute, [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose]() };
}
