import type { ClientMessageOf } from '../../protocol/messages/clientMessage.ts';
import { guard } from '../base/contain.ts';
import type { FeatureHost, OpenFeature, SessionFeature } from './feature.ts';
import type { MessageHandlers } from './MessageMap.ts';

/** What a session has open beside runs. Where one of them fails at what happens to all, the others are told all the same. */
export class Features {
  readonly #all: readonly SessionFeature[];

  constructor(open: readonly OpenFeature[], host: FeatureHost) {
    this.#all = open.map((one) => one(host));
  }

  /** The messages of each. */
  get handles(): MessageHandlers[] {
    return this.#all.map(({ handles }) => handles);
  }

  attached(hello: ClientMessageOf<'hello'>, resumed: boolean): void {
    this.#each((feature) => feature.attached(hello, resumed));
  }

  detached(): void {
    this.#each((feature) => feature.detached?.());
  }

  runEnded(): void {
    this.#each((feature) => feature.runEnded?.());
  }

  containerGone(): void {
    this.#each((feature) => feature.containerGone());
  }

  close(): void {
    this.#each((feature) => feature.close());
  }

  #each(tell: (feature: SessionFeature) => void): void {
    for (const feature of this.#all) guard('feature', () => tell(feature));
  }
}
