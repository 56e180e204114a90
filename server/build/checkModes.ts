import type { CheckPort, RunModeSteps, RunModes } from '../ports/runPorts.ts';

/** What a project's author asks of it beside running it; `prepare` only where the operator has it on. */
export function checkModes(port: CheckPort, { prepare }: { prepare: boolean }): RunModes {
  const steps =
    (work: (...args: Parameters<CheckPort['prepare']>) => ReturnType<CheckPort['prepare']>): RunModeSteps =>
    async ({ context, request, releaseBuildSlot }) => {
      const end = await work(context, request.files);
      releaseBuildSlot();
      return { end, step: 'build' };
    };
  return {
    check: steps((context, files) => port.check(context, files, 'check')),
    lint: steps((context, files) => port.check(context, files, 'clippy')),
    format: steps(port.format),
    ...(prepare && { prepare: steps(port.prepare) }),
  };
}
