import type { Page } from 'playwright-core';

/** Takes the first of what was found, once Enter would. */
export async function pickFirst(page: Page): Promise<void> {
  await page.locator('.ant-select-item-option-active').filter({ visible: true }).first().waitFor();
  await page.keyboard.press('Enter');
}

/** The form of the desk that is in front, as an agent works with it. */
export const callForm = (page: Page) => {
  const form = page.locator('form').filter({ visible: true });
  const field = (name: string) => form.locator(`[id$="_${name}"]`);
  return {
    form,
    /** By its name in what is reported, e.g. `reportedBy_name`. */
    field,
    /** Finds a piece of equipment, and with it whose and where it is. */
    async about({ serialNumber }: { readonly serialNumber: string }): Promise<void> {
      await field('customerId').fill(serialNumber);
      await pickFirst(page);
    },
  };
};

/** A new call with a kind, a name, a number and what is asked. */
export async function begin(page: Page, call: string, kind: string, description: string, phone = '021 5555 0188') {
  await page.getByRole('button', { name: call }).first().click();
  const { form, field } = callForm(page);
  await form.locator(`.kind-choice input[value=${kind}]`).focus();
  await page.keyboard.press('Space');
  await field('reportedBy_name').fill('王敏');
  await field('reportedBy_phone').fill(phone);
  await field('description').fill(description);
  return form;
}
