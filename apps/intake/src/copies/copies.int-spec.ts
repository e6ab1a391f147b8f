import { expect, it } from '@jest/globals';
import { messagingMigrations } from '@pledge/messaging';
import { freshDatabase } from '@pledge/testing/database';
import { v7 as newId } from 'uuid';
import { intakeMigrations } from '../migrations/index.js';
import { copyCustomer } from './copies.projection.js';

const fresh = freshDatabase({ migrations: [...messagingMigrations, ...intakeMigrations] });

it('a customer’s terms and contacts do not go back to what was said before, where that is said again after a loss', async () => {
  const [customerId, contactId] = [newId(), newId()];
  const at = '2026-01-01T00:00:00Z';
  const told = { customerId, code: 'C-0008', initials: 'cqyh', industry: '金融', maintainer: null, registeredAt: at };
  const terms = (respondMinutes: number) => ({ respondMinutes, arriveMinutes: 240, resolveMinutes: 480 });
  const contacts = [{ contactId, name: '周敏', phone: '13700000002', email: null, duty: '' }];
  const tx = fresh().dataSource.manager;
  await copyCustomer(tx, { ...told, name: '重庆银行', terms: terms(30), contacts }, 7);
  await copyCustomer(tx, { ...told, name: '旧名', terms: terms(60), contacts: [] }, 3);
  expect(
    await fresh().query(
      `select c.name, (terms ->> 'respondMinutes')::int as respond, p.name as contact
       from customer_copy c left join contact_copy p using (customer_id)`,
    ),
  ).toEqual([{ name: '重庆银行', respond: 30, contact: '周敏' }]);
});
