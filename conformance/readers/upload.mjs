// node upload.mjs SCHEMA FILE.sarif: the check GitHub's upload makes before it takes a file, with the schema it makes it with.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.join(process.env.GAPCHECK_READERS, 'npm', 'package.json'));
const { Validator } = require('jsonschema');
const [schema, log] = process.argv.slice(2).map((name) => JSON.parse(fs.readFileSync(name, 'utf8')));
// The upload only warns of addresses it cannot read.
const isSoft = (error) => error.name === 'format' && ['uri', 'uri-reference'].includes(error.argument);
const faults = new Validator().validate(log, schema).errors.filter((error) => !isSoft(error));
faults.slice(0, 5).forEach((fault) => console.log(fault.stack));
process.exit(faults.length ? 1 : 0);
