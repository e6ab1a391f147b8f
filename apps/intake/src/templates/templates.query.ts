import type { RequestKind } from '@pledge/contracts';
import type { AnswerTemplate } from '@pledge/contracts/http';
import { NotFound } from '@pledge/service-host';
import type { EntityManager } from 'typeorm';

interface TemplateRow {
  readonly template_id: string;
  readonly name: string;
  readonly kinds: RequestKind[];
  readonly zh: string;
  readonly en: string;
  readonly version: number;
}

const columns = 'template_id, name, kinds, zh, en, version';

const view = ({ template_id: id, name, kinds, zh, en, version }: TemplateRow): AnswerTemplate => ({
  id,
  name,
  kinds,
  text: { zh, en },
  version,
});

/** Those of a kind, and those for every kind. */
export async function templatesFor(db: EntityManager, kind: RequestKind | undefined): Promise<AnswerTemplate[]> {
  const rows = await db.query<TemplateRow[]>(
    `select ${columns} from answer_template
     where status = 'written' and ($1::text is null or $1 = any(kinds) or kinds = '{}') order by name, template_id`,
    [kind ?? null],
  );
  return rows.map(view);
}

/** @throws {NotFound} also where it was deleted */
export async function templateOf(db: EntityManager, templateId: string): Promise<AnswerTemplate> {
  const [row] = await db.query<TemplateRow[]>(
    `select ${columns} from answer_template where template_id = $1 and status = 'written'`,
    [templateId],
  );
  if (!row) throw new NotFound();
  return view(row);
}
