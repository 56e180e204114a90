import {
  Check,
  CircleDashed,
  CircleDot,
  CirclePlus,
  CircleSlash,
  LoaderCircle,
  type LucideIcon,
  X,
} from 'lucide-react';
import type { TestStatus } from './testReport.ts';

const icons: Record<TestStatus, [LucideIcon, string]> = {
  passed: [Check, 'ansi-green'],
  failed: [X, 'text-bad'],
  new: [CirclePlus, 'text-warn'],
  ignored: [CircleSlash, 'text-faint'],
  running: [LoaderCircle, 'text-rust'],
  waiting: [CircleDot, 'text-faint'],
  unknown: [CircleDashed, 'text-faint'],
};

/** How a test stands; what it means is said in words beside it. */
export function StatusIcon({ status }: { status: TestStatus }) {
  const [Icon, colour] = icons[status];
  return <Icon aria-hidden size={14} className={`shrink-0 ${colour}`} />;
}

export const statusText: Record<TestStatus, string> = {
  passed: 'passed',
  failed: 'failed',
  new: 'new, no expected output yet',
  ignored: 'ignored',
  running: 'running',
  waiting: 'waiting',
  unknown: 'not run',
};
