// node page.mjs FILE.html OUT.pdf: opens a page as people do, in light and in dark, wide and on a small telephone, and prints it.
// Refused: what axe finds against WCAG 2.0 to 2.2 (A, AA) or cannot decide, any request, any error of a script, a page wider than
// 320 px on a screen of 320 px.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.join(process.env.GAPCHECK_READERS, 'npm', 'package.json'));
const { chromium } = require('playwright-core');
const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const [file, pdf] = process.argv.slice(2).map((name) => path.resolve(name));
const faults = [];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
for (const colorScheme of ['light', 'dark']) {
  const context = await browser.newContext({ colorScheme, bypassCSP: true });
  const page = await context.newPage();
  page.on('request', (request) => {
    if (!/^(file|data):/.test(request.url())) faults.push(`${colorScheme}: asked for ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`${colorScheme}: ${error.message}`));
  await page.goto(`file://${file}`);
  await page.addScriptTag({ content: axe });
  const found = await page.evaluate((values) => axe.run(document, { runOnly: { type: 'tag', values } }), RULES);
  for (const kind of ['violations', 'incomplete']) {
    for (const { id, nodes } of found[kind]) {
      faults.push(`${colorScheme}: ${kind}: ${id} in ${nodes.length} places, first ${nodes[0].html.slice(0, 120)}`);
    }
  }
  await page.setViewportSize({ width: 320, height: 640 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 320) faults.push(`${colorScheme}: ${width} px wide on a screen of 320 px`);
  if (colorScheme === 'light') {
    await page.emulateMedia({ media: 'print' });
    await page.pdf({ path: pdf, format: 'A4', tagged: true, outline: true });
  }
  await context.close();
}
await browser.close();
faults.forEach((fault) => console.log(fault));
process.exit(faults.length ? 1 : 0);
