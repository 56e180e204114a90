/**
 * What the server's process is started with beside its settings. glibc gives each thread memory of its own, up to eight times
 * the number of cores, and gives back little of it: after three minutes of attacks the server took 635 MB, and with two such
 * arenas 480 MB.
 * @type {Readonly<Record<string, string>>}
 */
export const serverEnvironment = { MALLOC_ARENA_MAX: '2' };
