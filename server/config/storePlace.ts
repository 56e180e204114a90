import { resolve } from 'node:path';
import type { StorePlace } from '../store/openDatabase.ts';
import { type Config, settings } from './config.ts';

/** Where this server's shared links are, by its settings; a file's path counts from `root`. */
export function storePlace(config: Config, root: string): StorePlace {
  return config.DATABASE_URL
    ? { kind: 'postgres', url: config.DATABASE_URL }
    : {
        kind: 'sqlite',
        file: resolve(root, config.PLAYGROUND_STORE),
        makesFolder: config.PLAYGROUND_STORE === settings.PLAYGROUND_STORE.default,
      };
}
