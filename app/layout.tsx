import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import { ThemeProvider } from 'next-themes';
import type { ReactNode } from 'react';
import { nonceOfPolicy } from '../components/ui/nonceOfPolicy.ts';
import './globals.css';

/** The title is the project's, and so the page's own to say (TitleField). */
export const metadata: Metadata = {
  description: 'Write a Postgres extension in Rust, press Run, and see what Postgres says.',
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  // The keyboard of a phone takes room from the page instead of covering Run.
  interactiveWidget: 'resizes-content',
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f3f4f6' },
    { media: '(prefers-color-scheme: dark)', color: '#14161a' },
  ],
};

/** Every page. Rendered for each request, since each has a nonce of its own for its scripts. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const asked = await headers();
  const nonce = nonceOfPolicy(asked.get('content-security-policy'));
  // A page that embeds a snippet says how it is to look.
  const theme = asked.get('x-playground-theme') || undefined;
  return (
    <html lang="en" suppressHydrationWarning>
      <body>
        <ThemeProvider
          attribute="data-theme"
          nonce={nonce}
          storageKey="pgrx-playground:theme"
          forcedTheme={theme}
        >
          {children}
        </ThemeProvider>
      </body>
    </html>
  );
}
