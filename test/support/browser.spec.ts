import { expect, it } from '@jest/globals';
import { launchBrowser } from '#test/support/browser';

it('a browser for tests renders a page and runs its script', async () => {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.setContent('<h1>Before</h1><script>document.querySelector("h1").textContent = "After"</script>');
  expect(await page.textContent('h1')).toBe('After');
  await browser.close();
});
