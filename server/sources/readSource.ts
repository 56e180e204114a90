import { type LookupAddress, lookup } from 'node:dns';
import { type ClientRequest, get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { limits } from '../../protocol/limits.ts';
import { fail, ok } from '../../protocol/result.ts';
import { sourceFile } from '../../protocol/source.ts';
import type { ReadSource, SourceFailure } from '../ports/sourceReader.ts';
import { isPrivateAddress } from './privateAddress.ts';

export interface SourceSettings {
  sources: readonly { name: string; base: string }[];
  /** From the question to the last byte. */
  timeMs: number;
  /** Resolves names, as `dns.lookup` does. */
  lookup?: typeof lookup;
}

const failure = (kind: SourceFailure['kind'], message: string) => fail({ kind, message });

/**
 * Reads files of listed sources, for people who only have their names. The server asks on their behalf, so it goes
 * nowhere but below a listed address: paths are of plain names, no redirect is followed, and a listed name that leads to
 * the server's own network is refused, unless the list itself has that address in figures, or localhost.
 */
export function sourceReader({ sources, timeMs, lookup: resolve = lookup }: SourceSettings): ReadSource {
  return async (file) => {
    const parsed = sourceFile.safeParse(file);
    if (!parsed.success)
      return failure('refused', parsed.error.issues[0]?.message ?? 'This isn’t a file of a source.');
    const slash = file.indexOf('/');
    const source = sources.find(({ name }) => name === file.slice(0, slash));
    if (!source)
      return failure(
        'unlisted',
        `This server doesn’t open files from “${file.slice(0, slash)}”. Its operator lists the allowed sources.`,
      );
    const url = new URL(file.slice(slash + 1), source.base);
    if (!url.href.startsWith(source.base)) return failure('refused', 'The path leads outside the source.');
    const signal = AbortSignal.timeout(timeMs);
    try {
      const response = await ask(url, signal, resolve);
      const text = await textOf(response);
      return typeof text === 'string' ? ok({ address: url.href, text }) : fail(text);
    } catch (error) {
      const reason = signal.aborted ? 'it took too long' : reasonOf(error);
      return failure('unreachable', `${url.host} didn’t return the file: ${reason}.`);
    }
  };
}

function ask(url: URL, signal: AbortSignal, resolve: typeof lookup): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getHttps : getHttp;
  return new Promise((answered, failed) => {
    const options = {
      signal,
      agent: false as const,
      lookup: listedInFigures(url.hostname) ? undefined : publicOnly(resolve),
      headers: { Accept: 'text/plain', 'Accept-Encoding': 'identity' },
    };
    const request: ClientRequest = get(url, options, answered);
    request.on('error', failed);
  });
}

const listedInFigures = (host: string) => host === 'localhost' || isIP(host.replace(/^\[|\]$/g, '')) !== 0;

/** Checked where the connection takes its address from, so that no second answer of the name can differ. */
function publicOnly(resolve: typeof lookup): LookupFunction {
  return (host, options, answer) => {
    resolve(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      const [first] = found ?? [];
      const problem =
        error ??
        (found.some(({ address }) => isPrivateAddress(address)) || !first ? new InsideError() : null);
      if (problem || !first) answer(problem, '', 4);
      else if (options.all) answer(null, found);
      else answer(null, first.address, first.family);
    });
  };
}

class InsideError extends Error {
  override message = 'its name resolves to an address that isn’t public';
}

async function textOf(response: IncomingMessage): Promise<string | SourceFailure> {
  const { statusCode = 0, headers } = response;
  const refuse = (kind: SourceFailure['kind'], message: string): SourceFailure => {
    response.destroy();
    return { kind, message };
  };
  if (statusCode === 404) return refuse('missing', 'The file doesn’t exist.');
  if (statusCode >= 300 && statusCode < 400)
    return refuse('refused', 'The file has moved, and this server doesn’t follow redirects.');
  if (statusCode !== 200) return refuse('unreachable', `The file’s server returned status ${statusCode}.`);
  const type = headers['content-type']?.split(';', 1)[0]?.trim().toLowerCase() ?? '';
  if (!type.startsWith('text/') || type === 'text/html')
    return refuse('refused', 'The response isn’t plain text.');
  if (headers['content-encoding'] !== undefined) return refuse('refused', 'The response is compressed.');
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > limits.projectBytes)
      return refuse('refused', `The file is over ${limits.projectBytes / 1024} KiB.`);
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks));
    if (!text.includes('\0')) return text;
  } catch {
    // Told below.
  }
  return refuse('refused', 'The file isn’t UTF-8 text.');
}

function reasonOf(error: unknown): string {
  if (error instanceof InsideError) return error.message;
  const { code } = (error ?? {}) as { code?: unknown };
  return typeof code === 'string' ? code : 'the connection failed';
}
