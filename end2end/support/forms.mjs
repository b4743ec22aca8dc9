// Sending a form.

/**
 * The status of the page that a press on a button leads to, once that page stands: only then may it
 * be left again or loaded once more. After a redirect it is that of its target.
 */
export async function statusAfter(page, button) {
  // The address may stay the same, so there is none to wait for.
  const [answer] = await Promise.all([page.waitForNavigation(), button.click()]);
  return answer.status();
}
