import type { MessagePort } from 'node:worker_threads';
import { type Answers, type Call, Calls } from './Calls.ts';

/** The thread's side of a `CalledThread`: answers, and asks by what this returns. To be called once all is loaded. */
export function serveCalls(port: MessagePort, answers: Answers): Calls {
  const calls = new Calls(port, answers);
  port.on('message', (call: Call) => calls.hear(call));
  void calls.ask('ready', null);
  return calls;
}
