import type { Readable } from 'node:stream';
import type Docker from 'dockerode';
import type { Container, ContainerCreateOptions, ContainerStats } from 'dockerode';

interface Abortable {
  abortSignal?: AbortSignal;
}

/** Calls that take an `abortSignal`, or parts of the request, which dockerode's types leave out. */
interface UntypedDocker {
  /** Told which is which, dockerode does not put the body, seccomp profile and all, into the address as well. */
  createContainer(
    options: Abortable & { _query: { name: string }; _body: ContainerCreateOptions },
  ): Promise<Container>;
  info(options: Abortable): Promise<{ NCPU: number; MemTotal: number }>;
  getEvents(options: Abortable & { filters: Record<string, string[]> }): Promise<Readable>;
}

interface UntypedContainer {
  stats(options: Abortable & { stream: false; 'one-shot': true }): Promise<ContainerStats>;
}

export const untypedDocker = (docker: Docker) => docker as unknown as UntypedDocker;
export const untypedContainer = (container: Container) => container as unknown as UntypedContainer;
