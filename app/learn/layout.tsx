import type { ReactNode } from 'react';
import './learn.css';
import './print.css';

export default function LearnLayout({ children }: { children: ReactNode }) {
  return children;
}
