import { runScript } from './bootstrap.mjs';

await runScript('launcher/build-command');
