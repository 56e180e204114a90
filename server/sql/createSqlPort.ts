import type {
  DatabaseState,
  Installed,
  RunContext,
  SqlPort,
  SqlRun,
  SqlWish,
  StepEnd,
} from '../sessions/runPorts.ts';
import type { Sandbox, SandboxPort } from '../sessions/sandboxPort.ts';
import type { AsidePort } from '../sessions/testPorts.ts';
import { applyExtension } from './applyExtension.ts';
import { applySettings } from './applySettings.ts';
import { asideDatabase } from './asideDatabase.ts';
import { DialSeries } from './DialSeries.ts';
import { heldConnection } from './heldConnection.ts';
import { resetDatabase } from './resetDatabase.ts';
import { runScript } from './runScript.ts';
import type { StatementTools } from './runStatement.ts';
import { rustSources } from './rustSources.ts';
import { ScriptConnection } from './ScriptConnection.ts';
import { SplitThread } from './SplitThread.ts';
import type { SqlEnvironment } from './SqlEnvironment.ts';
import { defaultSqlLimits, type SqlLimits } from './sqlLimits.ts';
import { updateExtension } from './updateExtension.ts';

/**
 * The SQL of runs, in any sandbox that holds the session image. Disposing it ends the thread that splits scripts; what
 * carries the connections of a sandbox's runs ends with the sandbox.
 */
export function createSqlPort(
  port: SandboxPort,
  limits: Partial<SqlLimits> = {},
): SqlPort & AsidePort & AsyncDisposable {
  const all = { ...defaultSqlLimits, ...limits };
  const splitter = new SplitThread(all.splitMs);
  const carriers = new WeakMap<Sandbox, DialSeries>();
  const carrierOf = (sandbox: Sandbox) => {
    const series = carriers.get(sandbox) ?? new DialSeries(port, sandbox);
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
    aside: (context, state, database) =>
      asideDatabase({ ...environmentOf(context), database }, context.emit, state),
    connect: (sandbox, state, listener) =>
      heldConnection({ port, limits: all }, splitter, sandbox, state, listener),
    open: (context, state) => openRun(environmentOf(context), context, state, splitter),
    reset: (context, state) => resetDatabase(environmentOf(context), context, state),
    [Symbol.asyncDispose]: () => splitter[Symbol.asyncDispose](),
  };
}

function openRun(
  environment: SqlEnvironment,
  { emit }: RunContext,
  state: DatabaseState,
  splitter: SplitThread,
): SqlRun {
  const connection = new ScriptConnection(environment, state, emit);

  const execute = async (
    installed: Installed,
    script: string,
    { update = false }: SqlWish = {},
  ): Promise<{ kind: 'ok' } | StepEnd> => {
    emit({ type: 'phase', phase: 'running' });
    state.sources = installed.sources;
    const splitting = splitter.split(script);
    const tools: StatementTools = {
      environment,
      connection,
      emit,
      sources: rustSources(installed.sources ?? []),
    };
    const settings = await applySettings(tools, state, installed);
    if (settings.kind === 'not') return settings.end;
    const apply = update ? updateExtension : applyExtension;
    const extension = await apply(tools, state, installed, settings);
    if (extension.kind !== 'ok') return extension;
    const parts = await splitting;
    if (parts) return runScript(tools, parts);
    const message = `Splitting this script into statements took over ${environment.limits.splitMs / 1000} s, so it was not run.`;
    emit({ type: 'limit', what: 'time', message });
    return { kind: 'limited', what: 'time' };
  };

  return { execute, [Symbol.asyncDispose]: () => connection[Symbol.asyncDispose]() };
}
