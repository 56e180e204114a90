'use client';
import { Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { IconButton } from '../../ui/IconButton.tsx';

/** Light or dark. Which one is on is known by CSS alone, since the server does not know it. */
export function ThemeButton() {
  const { resolvedTheme, setTheme } = useTheme();
  const toggle = () => setTheme(resolvedTheme === 'dark' ? 'light' : 'dark');
  return (
    <>
      <IconButton icon={Moon} label="Use dark theme" onClick={toggle} className="dark:hidden" />
      <IconButton icon={Sun} label="Use light theme" onClick={toggle} className="not-dark:hidden" />
    </>
  );
}
