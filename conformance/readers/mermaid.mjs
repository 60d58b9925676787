// node mermaid.mjs FILE...: draws the charts of .mmd files, and those in fences of Markdown, as GitHub does. Refused: a chart that
// does not parse, a task of a Gantt chart whose name is not in the picture, no chart at all in an .mmd file.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';

const require = createRequire(path.join(process.env.GAPCHECK_READERS, 'npm', 'package.json'));
const { chromium } = require('playwright-core');
const mermaid = fs.readFileSync(require.resolve('mermaid/dist/mermaid.min.js'), 'utf8');

const charts = (file) => {
  const text = fs.readFileSync(file, 'utf8');
  return file.endsWith('.mmd') ? [text] : [...text.matchAll(/^```mermaid\n([\s\S]*?)^```$/gm)].map((match) => match[1]);
};
// The tasks of a Gantt chart: lines with a colon that are no setting.
const tasks = (chart) =>
  /^\s*gantt\b/m.test(chart) ? chart.split('\n').filter((line) => /:(?!:)[^:]*\d{4}-\d\d-\d\d/.test(line)).length : 0;

const files = process.argv.slice(2).map((file) => [file, charts(file).filter((chart) => chart.trim())]);
if (files.every(([, found]) => found.length === 0)) process.exit(0);

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const page = await browser.newPage();
await page.setContent('<main></main>');
await page.addScriptTag({ content: mermaid });
let faults = 0;
let number = 0;
for (const [file, found] of files) {
  for (const chart of found) {
    number += 1;
    const drawn = await page.evaluate(
      async ([chart, id]) => {
        window.mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', maxTextSize: 50000 });
        try {
          const { svg } = await window.mermaid.render(id, chart);
          const picture = new DOMParser().parseFromString(svg, 'text/html');
          const named = [...picture.querySelectorAll('text[class*=taskText]')].filter((name) => name.textContent.trim());
          const hostile = picture.querySelectorAll('script, foreignObject a, [onclick], [onload]').length;
          return { tasks: named.length, error: hostile ? 'something that acts is in the picture' : null };
        } catch (error) {
          return { tasks: 0, error: String(error.message || error).split('\n')[0] };
        }
      },
      [chart, `chart${number}`],
    );
    const wanted = tasks(chart);
    const fault = drawn.error ?? (drawn.tasks < wanted ? `${wanted} tasks are written, ${drawn.tasks} drawn` : null);
    if (fault) {
      faults += 1;
      console.log(`${path.basename(file)}, chart ${number}: ${fault}`);
    }
  }
}
await browser.close();
process.exit(faults ? 1 : 0);
