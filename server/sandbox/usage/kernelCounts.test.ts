import { expect, it } from 'vitest';
import { readKernelCounts } from './kernelCounts.ts';

it('reads cgroups of version 1', () => {
  const printed = `/sys/fs/cgroup/memory/memory.usage_in_bytes:47968256
/sys/fs/cgroup/memory/memory.limit_in_bytes:1073741824
/sys/fs/cgroup/memory/memory.oom_control:oom_kill_disable 0
/sys/fs/cgroup/memory/memory.oom_control:under_oom 0
/sys/fs/cgroup/memory/memory.oom_control:oom_kill 2
/sys/fs/cgroup/pids/pids.current:10
/sys/fs/cgroup/pids/pids.max:256
/sys/fs/cgroup/pids/pids.events:max 7
`;
  expect(readKernelCounts(printed)).toEqual({
    memoryBytes: 47968256,
    memoryLimitBytes: 1073741824,
    memoryLimitHits: 2,
    processes: 10,
    processLimit: 256,
    processLimitHits: 7,
  });
});

it('reads cgroups of version 2', () => {
  const printed = `/sys/fs/cgroup/memory.current:50000000
/sys/fs/cgroup/memory.max:1073741824
/sys/fs/cgroup/memory.events:low 0
/sys/fs/cgroup/memory.events:high 0
/sys/fs/cgroup/memory.events:max 31
/sys/fs/cgroup/memory.events:oom 3
/sys/fs/cgroup/memory.events:oom_kill 1
/sys/fs/cgroup/memory.events:oom_group_kill 0
/sys/fs/cgroup/pids.current:9
/sys/fs/cgroup/pids.max:max
/sys/fs/cgroup/pids.events:max 0
`;
  expect(readKernelCounts(printed)).toEqual({
    memoryBytes: 50000000,
    memoryLimitBytes: 1073741824,
    memoryLimitHits: 3,
    processes: 9,
    processLimit: null,
    processLimitHits: 0,
  });
});

it('knows nothing where nothing, or something else, was printed', () => {
  const nothing = {
    memoryBytes: null,
    memoryLimitBytes: null,
    memoryLimitHits: null,
    processes: null,
    processLimit: null,
    processLimitHits: null,
  };
  expect(readKernelCounts('')).toEqual(nothing);
  expect(readKernelCounts('/sys/fs/cgroup/pids.current:-1\nwhatever\n/sys/fs/cgroup/pids.max:1e9')).toEqual(
    nothing,
  );
});
