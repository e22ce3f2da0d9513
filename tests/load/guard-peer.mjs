// SPDX-License-Identifier: Apache-2.0
// Times openredaction over the lines of a file: guard-peer.mjs FILE PACKAGE_DIRECTORY. Prints seconds.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const [file, packages] = process.argv.slice(2);
const { OpenRedaction } = createRequire(packages + '/')('openredaction');
const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '');
const detector = new OpenRedaction();
await detector.detect(lines[0]);
const begun = process.hrtime.bigint();
let found = 0;
for (const line of lines) {
    const result = await detector.detect(line);
    found += result.detections.length;
}
const seconds = Number(process.hrtime.bigint() - begun) / 1e9;
console.error(`openredaction: ${lines.length} lines, ${found} detections`);
console.log(seconds.toFixed(3));
