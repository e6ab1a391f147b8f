import { Problem } from '@pledge/client';
import type { FaultFact } from '@pledge/contracts/http';
import { completeFacts } from '@pledge/contracts/http';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldsOf } from '../../ui/problem-fields.js';
import { useOptions } from '../../ui/vocabulary.js';
import { factsTold } from './facts-told.js';
import type { StepProps } from './use-request-command.js';
import { useRequestCommand } from './use-request-command.js';

const longest = { cause: 1000, location: 300, measuresTaken: 2000 } as const;

type Told = Partial<Record<FaultFact, string>>;

/** What is missing of a fault, and only that; a fact that is still unknown is left empty (S-35). */
export function CompleteForm({ request, onDone }: StepProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Told>();
  const complete = useRequestCommand(completeFacts, request, onDone);
  const told = factsTold(Form.useWatch((all: Told): Told | undefined => all, form) ?? {}, request.missing);
  return (
    <>
      <p className="quiet">{t('complete.hint')}</p>
      {complete.notice}
      <Form<Told>
        form={form}
        name="complete"
        layout="vertical"
        onFinish={() => {
          if (told === null) return;
          complete.run({ params: { requestId: request.id }, body: told }, (error) => {
            if (!(error instanceof Problem)) return;
            form.setFields(fieldsOf(error.errors, request.missing) as Parameters<typeof form.setFields>[0]);
          });
        }}
      >
        <div className="fields">
          {request.missing.map((fact) => (
            <Form.Item key={fact} name={fact} label={t(`field.${fact}`)}>
              <FactField fact={fact} />
            </Form.Item>
          ))}
        </div>
        <Button type="primary" htmlType="submit" loading={complete.busy} disabled={told === null}>
          {t('complete.send')}
        </Button>
      </Form>
    </>
  );
}

/** One fact, as a field of the form hands it its id, value and listeners. */
function FactField({ fact, ...field }: { readonly fact: FaultFact }) {
  const natures = useOptions('nature').filter(({ value }) => value !== 'unknown');
  const categories = useOptions('category');
  const impacts = useOptions('impact');
  switch (fact) {
    case 'nature':
      return <Select allowClear {...field} options={natures} />;
    case 'category':
      return <Select allowClear {...field} options={categories} />;
    case 'impact':
      return <Select allowClear {...field} options={impacts} />;
    case 'occurredAt':
      return <Input type="datetime-local" {...field} />;
    case 'cause':
    case 'location':
    case 'measuresTaken':
      return <Input maxLength={longest[fact]} {...field} />;
  }
}
