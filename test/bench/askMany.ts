import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

export interface Asked {
  /** Milliseconds from asking to the last byte, of each answer. */
  ms: number[];
  /** Answers in a second. */
  rate: number;
}

/** So many clients ask for a page again and again, each with a connection of its own. Throws where one is not answered. */
export async function askMany(
  url: string,
  clients: number,
  seconds: number,
  /** Without it each asks as soon as it was answered; with it all together ask so often in a second. */
  perSecond?: number,
  headers: Record<string, string> = {},
): Promise<Asked> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const ms: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1000;
  const between = perSecond === undefined ? 0 : (clients / perSecond) * 1000;
  try {
    await Promise.all(
      Array.from({ length: clients }, async (_, client) => {
        let due = begun + (between * client) / clients;
        while (performance.now() < end) {
          if (between > 0) await sleep(Math.max(0, due - performance.now()));
          // A late one counts from when it was due: waiting for one's turn to ask is waiting too.
          const from = Math.min(performance.now(), between > 0 ? due : Number.POSITIVE_INFINITY);
          await ask(url, agent, headers);
          ms.push(performance.now() - from);
          due += between;
        }
      }),
    );
  } finally {
    agent.destroy();
  }
  return { ms, rate: ms.length / ((performance.now() - begun) / 1000) };
}

function ask(url: string, agent: Agent, headers: Record<string, string>): Promise<void> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent, headers }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`${url} answered ${response.statusCode}`)),
      );
    });
    asked.once('error', reject);
    asked.end();
  });
}
