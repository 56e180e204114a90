import { fail, type Result } from '../../protocol/result.ts';
import { contain } from '../base/contain.ts';
import type { SandboxFailure } from '../ports/sandboxPort.ts';

/** A bug of the port's is a failure as any other: what is counted here must be right whatever happens there. */
export function bugAsFailure<T>(
  asked: Promise<Result<T, SandboxFailure>>,
): Promise<Result<T, SandboxFailure>> {
  return asked.catch((error: unknown) => {
    contain('container', error);
    return fail({ kind: 'engine', message: 'Internal server error.' });
  });
}
