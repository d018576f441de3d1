// Loss and retransmission: what the learner sees of a lost block, and the cable in the learner's hands.
import { expect, test } from '@playwright/test';

test('the step that sends again says which block and why', async ({ page }) => {
  await page.goto('/labs/loss');
  await page.keyboard.press('End');
  await page.getByRole('link', { name: 'this step' }).nth(3).click();
  await expect(page.getByText('sends block B again: the answers tell of a hole').first()).toBeVisible();
});
