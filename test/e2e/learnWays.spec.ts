import { devices, expect, test } from '@playwright/test';
import { expectAccessible } from './support/axe.ts';
import { lesson } from './support/lesson.ts';

const markup = '/learn/odd/01-markup';

test('the courses are listed, found by their words, and told to search engines', async ({
  page,
  request,
  baseURL,
}) => {
  await page.goto('/learn');
  await expect(page.getByRole('heading', { name: 'Lessons that go wrong' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('searchbox').fill('ZEPPELINWORT unguessable');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '1 lesson found for' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Markup' }).click();
  await expect(page).toHaveURL(markup);
  await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', `${baseURL}${markup}`);
  await expect(page.locator('meta[name=description]')).toHaveAttribute(
    'content',
    'HTML and scripts in the text.',
  );
  expect(await (await request.get('/sitemap.xml')).text()).toContain(`<loc>${baseURL}${markup}</loc>`);
  expect(await (await request.get('/robots.txt')).text()).toContain(`Sitemap: ${baseURL}/sitemap.xml`);
});

test('an unknown lesson has a way on, and one that got another number is found', async ({ page }) => {
  const answer = await page.goto('/learn/odd/05-nothing');
  expect(answer?.status()).toBe(404);
  await expectAccessible(page);
  await page.getByRole('link', { name: 'all courses' }).click();
  await expect(page).toHaveURL('/learn');
  await page.goto('/learn/odd/42-markup');
  await expect(page).toHaveURL(markup);
});

test('on paper there is the text and the code, and nothing else', async ({ page }) => {
  await page.goto(markup);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByRole('heading', { name: 'Markup' })).toBeVisible();
  await expect(page.locator('.printed')).toContainText('pg_module_magic!();');
  for (const part of ['header', 'footer', '#lesson-dock', '#pane-center', '#pane-results', '#pane-tools'])
    await expect(page.locator(part).first()).toBeHidden();
  const { scroll, shown } = await page.getByRole('article').evaluate((article) => ({
    scroll: article.scrollHeight,
    shown: article.clientHeight,
  }));
  expect(scroll).toBeLessThanOrEqual(shown + 1);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('the whole text can be read, and the courses searched', async ({ page }) => {
    await page.goto(markup);
    await expect(page.getByText('The unguessable word is zeppelinwort.')).toBeVisible();
    await expect(page.getByText(/Without JavaScript/)).toBeVisible();
    await page.goto('/learn?q=zeppelinwort');
    await expect(page.getByRole('link', { name: 'Markup' })).toBeVisible();
  });
});

test.describe('on a phone', () => {
  const { viewport, userAgent, deviceScaleFactor, isMobile, hasTouch } = devices['iPhone 13'];
  test.use({ viewport, userAgent, deviceScaleFactor, isMobile, hasTouch });

  test('is read, solved and checked', async ({ page }) => {
    const { text, dock } = lesson(page);
    await page.goto(markup);
    await expect(text).toBeVisible();
    await expect(page.locator('footer').getByText(/^(Connected|Ready)$/)).toBeVisible();
    await expectAccessible(page);
    await text.getByRole('button', { name: 'Add to src/lib.rs' }).tap();
    await page.getByRole('button', { name: 'Code', exact: true }).tap();
    await expect(text).toBeHidden();
    await expect(page.getByRole('textbox', { name: /^src\/lib\.rs/ })).toHaveValue(/fn one/);
    await page.getByRole('button', { name: 'Check' }).tap();
    await expect(dock.getByText('All checks passed.')).toBeVisible({ timeout: 45_000 });
    await expectAccessible(page);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});
