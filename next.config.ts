import type { NextConfig } from 'next';

const config: NextConfig = {
  // The server in front sets every header, this one would only tell what runs behind it.
  poweredByHeader: false,
  // `npm test` runs the type checker over the whole repository, the server included.
  typescript: { ignoreBuildErrors: true },
  devIndicators: false,
  // Titles and previews stand in the head for everybody: the HTML is kept and given to whoever asks, programs too.
  htmlLimitedBots: /.*/,
  turbopack: {
    // Its exports have a browser's build for browsers only, and the page's first HTML is rendered elsewhere.
    resolveAlias: { 'vscode-jsonrpc/browser': './node_modules/vscode-jsonrpc/lib/browser/main.js' },
  },
};

export default config;
