import { archive } from '../archive/feature.tsx';
import { buildLog } from '../buildLog/feature.tsx';
import { code } from '../code/feature.tsx';
import { connections } from '../connections/feature.tsx';
import { everyMajor } from '../everyMajor/feature.tsx';
import { generatedSql } from '../generatedSql/feature.tsx';
import { languageServer } from '../languageServer/feature.tsx';
import { lessons } from '../lessons/feature.tsx';
import { objects } from '../objects/feature.tsx';
import type { Feature } from '../page/feature.ts';
import { palette } from '../palette/feature.tsx';
import { porting } from '../porting/feature.tsx';
import { problems } from '../problems/feature.tsx';
import { runs } from '../runs/feature.tsx';
import { serverLog } from '../serverLog/feature.tsx';
import { settings } from '../settings/feature.tsx';
import { sharing } from '../sharing/feature.tsx';
import { starters } from '../starters/feature.tsx';
import { terminal } from '../terminal/feature.tsx';
import { testRunner } from '../testRunner/feature.tsx';
import { typing } from '../typing/feature.tsx';
import { upgrade } from '../upgrade/feature.tsx';
import { useGoActions, useViewActions } from './keys/shellActions.ts';

/** What the page is made of, in the order of its tabs, and of actions and parts that stand beside each other. */
export const features: readonly Feature[] = [
  runs,
  { id: 'goTo', useActions: useGoActions },
  typing,
  problems,
  buildLog,
  testRunner,
  terminal,
  connections,
  generatedSql,
  objects,
  upgrade,
  everyMajor,
  serverLog,
  settings,
  starters,
  lessons,
  code,
  archive,
  porting,
  sharing,
  languageServer,
  palette,
  { id: 'view', useActions: useViewActions },
];
