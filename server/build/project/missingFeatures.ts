import type { Versions } from '../../../protocol/versions.ts';
import type { Dependency } from './manifest.ts';

/** More names than these in a sentence nobody reads. */
const mostNamed = 12;

/**
 * Which features of an offered crate a project asks for that cargo can't have here, because they need crates that the image
 * lacks; null where there are none, or nobody knows. Where the crate is offered in several versions, each counts.
 */
export function missingFeatures(
  { crate, features, defaultFeatures }: Dependency,
  crates: Versions['crates'],
): string | null {
  const here = new Set(crates.flatMap(({ name, features }) => (name === crate ? (features ?? []) : [])));
  if (here.size === 0) return null;
  const missing = features.filter((name) => !here.has(name));
  const asksForDefault = (defaultFeatures && !here.has('default')) || missing.includes('default');
  const named = missing.filter((name) => name !== 'default');
  if (!asksForDefault && named.length === 0) return null;
  const said = [
    ...(asksForDefault ? [`without its default features: write default-features = false`] : []),
    ...(named.length > 0 ? [`without ${named.slice(0, mostNamed).join(', ')}`] : []),
  ];
  const others = [...here].filter((name) => name !== 'default').slice(0, mostNamed);
  const list = others.length > 0 ? ` Available features: ${others.join(', ')}.` : '';
  return `The crate ${crate} is available only ${said.join(', and ')}.${list}`;
}
