// The HTML as the server sent it, held against the standard.

import assert from 'node:assert/strict';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';

/** The elements that Leptos puts around an island and around what it is given to hold. */
const leptosElements = Object.fromEntries(
  ['leptos-island', 'leptos-children'].map((name) => [
    name,
    { flow: true, phrasing: true, transparent: true },
  ]),
);

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    elements: ['html5', leptosElements],
    rules: {
      // How Leptos writes is not ours to choose, and none of these is an error to a browser.
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'attr-quotes': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'void-style': 'off',
      // Boxes of one choice share their name, as radio buttons do.
      'form-dup-name': ['error', { shared: ['radio', 'button', 'reset', 'submit', 'checkbox'] }],
      // Scripts and styles come from the page's own host.
      'require-sri': 'off',
      // Titles of events and of their pages are as long as their authors made them.
      'long-title': 'off',
    },
  }),
);

/**
 * Fails with a readable list when the text is not valid HTML.
 *
 * @param {string} html a whole document, as the server sent it
 * @param {string} [name] what to call it in the list
 */
export async function assertValidHtml(html, name = 'the page') {
  // Between two texts Leptos writes `<!>`, which browsers read as an empty comment.
  const { results } = await validator.validateString(html.replaceAll('<!>', '<!---->'), name);
  const found = results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${message} (${ruleId})`),
  );
  assert.deepEqual(found, [], `HTML of ${name}`);
}

/** Fetches an address with the page's own cookies and holds the answer against the standard. */
export async function assertServesValidHtml(page, address = page.url()) {
  const response = await page.request.get(address, { headers: { accept: 'text/html' } });
  await assertValidHtml(await response.text(), address);
}
