/**
 * What the server's process is started with beside its settings. glibc gives each thread memory of its own, up to eight times
 * the number of cores, and gives back little of it: after three minutes of attacks the server took 635 MB, and with two such
 * arenas 480 MB. It also raises the size from which a block is given back on its own to up to 32 MB, by what it has seen;
 * a fixed size keeps the large buffers of a load from splintering what remains.
 * @type {Readonly<Record<string, string>>}
 */
export const serverEnvironment = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '131072' };
