import type { RequestKind } from '@pledge/contracts';
import type { Store } from '@pledge/messaging';
import type { Template } from './template.js';

interface TemplateRow {
  readonly status: 'written' | 'deleted';
  readonly name: string;
  readonly kinds: RequestKind[];
  readonly zh: string;
  readonly en: string;
  readonly version: number;
}

export const templateStore: Store<Template> = {
  async load(tx, templateId) {
    const [row] = await tx.query<TemplateRow[]>(
      'select status, name, kinds, zh, en, version from answer_template where template_id = $1',
      [templateId],
    );
    if (!row) return undefined;
    const { status, name, kinds, zh, en, version } = row;
    return { state: { status, wording: { name, kinds, text: { zh, en } } }, version };
  },

  async save(tx, templateId, state, version) {
    if (state.status === 'absent') return;
    const { name, kinds, text } = state.wording;
    await tx.query(
      `insert into answer_template (template_id, status, name, kinds, zh, en, version) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (template_id) do update set status = excluded.status, name = excluded.name, kinds = excluded.kinds,
         zh = excluded.zh, en = excluded.en, version = excluded.version`,
      [templateId, state.status, name, kinds, text.zh, text.en, version],
    );
  },
};
