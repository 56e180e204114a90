import type { Readable } from 'node:stream';
import type Docker from 'dockerode';
import type { Container, ContainerStats } from 'dockerode';

interface Abortable {
  abortSignal?: AbortSignal;
}

/** Calls that take an `abortSignal`, which dockerode's types leave out. */
interface AbortableDocker {
  info(options: Abortable): Promise<{ NCPU: number; MemTotal: number }>;
  getEvents(options: Abortable & { filters: Record<string, string[]> }): Promise<Readable>;
}

interface AbortableContainer {
  stats(options: Abortable & { stream: false; 'one-shot': true }): Promise<ContainerStats>;
}

export const abortableDocker = (docker: Docker) => docker as unknown as AbortableDocker;
export const abortableContainer = (container: Container) => container as unknown as AbortableContainer;
