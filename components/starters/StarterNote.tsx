'use client';
import { TextButton } from '../ui/TextButton.tsx';
import { useStarters } from './startersStore.ts';

/** What became of a starter that was chosen, while that is worth a word. */
export function StarterNote() {
  const loading = useStarters((state) => state.loading);
  const problem = useStarters((state) => state.problem);
  if (problem)
    return (
      <span role="status" className="font-medium text-warn">
        {problem} <TextButton onClick={() => useStarters.setState({ problem: null })}>Dismiss</TextButton>
      </span>
    );
  if (!loading) return null;
  return (
    <span role="status" className="appear-late">
      Loading starter… ·{' '}
      <TextButton onClick={() => useStarters.setState({ loading: null })}>Cancel</TextButton>
    </span>
  );
}
