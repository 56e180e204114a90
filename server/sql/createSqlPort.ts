import type {
  DatabaseState,
  Installed,
  RunContext,
  SqlOptions,
  SqlPort,
  SqlRun,
  StepEnd,
} from '../ports/runPorts.ts';
import type { Sandbox, SandboxPort } from '../ports/sandboxPort.ts';
import type { ScratchPort } from '../ports/testPorts.ts';
import { ConnectionCarrier } from './dial/ConnectionCarrier.ts';
import { applyExtension } from './extension/applyExtension.ts';
import { applySettings } from './extension/applySettings.ts';
import type { ExtensionTools } from './extension/findInExtension.ts';
import { freshDatabase, wantsFreshDatabase } from './extension/freshDatabase.ts';
