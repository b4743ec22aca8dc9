// A journey walked in several ways: with scripts and without, in several languages, on a desk and
// on a small phone. A coordinator is at hand in each.

import { assertNoSpill, inspect } from './inspect.mjs';
import { signIn } from './people.mjs';
import { picture, scenario } from './scenario.mjs';

/**
 * A scenario for each way.
 *
 * @param {string} name a sentence
 * @param {{ javaScript: boolean, language: string, width: number }[]} ways
 * @param {(tools: { page: import('playwright-core').Page, language: string,
 *   visitor: (settings?: object) => Promise<import('playwright-core').Page>,
 *   see: (page: import('playwright-core').Page, what: string) => Promise<void>,
 *   examine: (page: import('playwright-core').Page, what: string, how?: object) => Promise<void>
 *   }) => Promise<void>} body `page` is a coordinator's; `see` keeps a picture, `examine` does so
 *   too and looks the page over in every width and colour scheme, in the first of the ways
 */
export function journeys(name, ways, body) {
  for (const [place, { language, ...settings }] of ways.entries()) {
    const scripts = settings.javaScript ? 'with JavaScript' : 'without JavaScript';
    const how = `${scripts}, ${language}, ${settings.width} px`;
    scenario(`${name}, ${how}`, settings, async ({ page, visitor }) => {
      const see = async (at, what) => {
        await assertNoSpill(at);
        await picture(at, `${name.slice(0, 30)} ${how} ${what}`);
      };
      const examine = async (at, what, options) => {
        if (place === 0) await inspect(at, options);
        await see(at, what);
      };
      await signIn(page, language, 'coordinator.eco', 'maktab-demo-eco');
      await body({ page, visitor, language, see, examine });
    });
  }
}
