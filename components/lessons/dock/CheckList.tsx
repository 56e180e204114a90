import { Circle, CircleCheck, CircleDotDashed, CircleX, type LucideIcon } from 'lucide-react';
import { InlineCode } from '../article/InlineCode.tsx';
import { CheckShortfall } from './CheckShortfall.tsx';
import type { CheckItem } from './checkReport.ts';

const looks: Record<CheckItem['state'], { icon: LucideIcon; name: string; className: string }> = {
  untried: { icon: Circle, name: 'not run yet', className: 'text-faint' },
  trying: { icon: CircleDotDashed, name: 'running', className: 'text-rust' },
  passed: { icon: CircleCheck, name: 'holds', className: 'text-pg' },
  failed: { icon: CircleX, name: 'failed', className: 'text-bad' },
};

/** What is wanted, and how each of it stands. The first that failed is explained; the others on request. */
export function CheckList({ items }: { items: readonly CheckItem[] }) {
  const first = items.find(({ state }) => state === 'failed');
  return (
    <ol aria-label="Checks" className="space-y-1">
      {items.map((item, index) => {
        const { icon: Icon, name, className } = looks[item.state];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the checks of a lesson never move
          <li key={index} className="flex gap-2">
            <Icon aria-hidden size={15} className={`mt-0.5 shrink-0 ${className}`} />
            <div className="min-w-0 flex-1">
              <InlineCode text={item.name} />
              <span className={item.state === 'failed' ? 'ml-2 text-bad' : 'sr-only'}> {name}</span>
              {item.event && item === first && <CheckShortfall event={item.event} />}
              {item.event && item !== first && (
                <details>
                  <summary className="w-fit text-pg underline underline-offset-2">Details</summary>
                  <CheckShortfall event={item.event} />
                </details>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
