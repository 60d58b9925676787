// node agenda.mjs FILE.ics: reads a calendar as Thunderbird does, and prints how many events and tasks it holds.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.join(process.env.GAPCHECK_READERS, 'npm', 'package.json'));
const ical = (await import(require.resolve('ical.js'))).default;
const calendar = new ical.Component(ical.parse(fs.readFileSync(process.argv[2], 'utf8')));
const entries = ['vevent', 'vtodo'].flatMap((kind) => calendar.getAllSubcomponents(kind));
const nameless = entries.filter((entry) => !entry.getFirstPropertyValue('uid') || !entry.getFirstPropertyValue('summary'));
console.log(`${entries.length} entries, ${nameless.length} without name`);
process.exit(nameless.length ? 1 : 0);
