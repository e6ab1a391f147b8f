import type { EnquiryKind } from '@pledge/contracts';
import { enquiryLine } from '@pledge/contracts';
import type { CustomerCard } from '@pledge/contracts/http';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOptions } from '../../ui/vocabulary.js';
import type { DetailValues } from './draft.js';
import { labelHolds } from './fault-fields.js';
import { detailsAsked, detailsDemanded } from './kinds.js';

interface EnquiryFieldsProps {
  readonly kind: EnquiryKind;
  readonly card: CustomerCard | undefined;
}

/** What is asked of everything but a fault: what it is about, and what its own form has besides. */
export function EnquiryFields({ kind, card }: EnquiryFieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="panel report-enquiry">
      <legend>{t(`kind.${kind}`)}</legend>
      <div className="fields">
        <Form.Item
          name="description"
          label={t(`report.tell.${kind}`)}
          className="wide"
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
        </Form.Item>
        {detailsAsked[kind].map((name) => (
          <DetailField key={name} name={name} card={card} />
        ))}
        <Form.Item name="subject" label={t('report.subject')}>
          <Input maxLength={200} placeholder={t('report.subject-hint')} />
        </Form.Item>
        <Form.Item name="category" label={t('field.category')}>
          <Select allowClear showSearch={{ filterOption: labelHolds }} options={useOptions('category')} />
        </Form.Item>
        <Form.Item name="serviceLine" label={t('field.serviceLine')}>
          <Select options={enquiryLine.options.map((value) => ({ value, label: t(`service-line.${value}`) }))} />
        </Form.Item>
      </div>
    </fieldset>
  );
}

const longest: Readonly<Partial<Record<keyof DetailValues, number>>> = {
  againstPerson: 60,
  demand: 2000,
  now: 1000,
  wanted: 1000,
  documentWanted: 300,
  software: 200,
  versionNow: 60,
  versionWanted: 60,
};
const several: readonly (keyof DetailValues)[] = ['demand', 'now', 'wanted'];

function DetailField({ name, card }: { readonly name: keyof DetailValues; readonly card: CustomerCard | undefined }) {
  const { t } = useTranslation();
  const required = detailsDemanded.includes(name);
  const wide = several.includes(name);
  return (
    <Form.Item
      name={['details', name]}
      label={t(`report.detail.${name}`)}
      className={wide ? 'wide' : ''}
      rules={required ? [{ required, whitespace: true, message: t('form.required') }] : []}
    >
      <DetailControl name={name} card={card} wide={wide} />
    </Form.Item>
  );
}

interface DetailControlProps {
  readonly name: keyof DetailValues;
  readonly card: CustomerCard | undefined;
  readonly wide: boolean;
}

/** The form hands it the value and the id of its label. */
function DetailControl({ name, card, wide, ...field }: DetailControlProps) {
  const { t } = useTranslation();
  const departments = useOptions('department');
  if (name === 'aboutRequestId') {
    const lines = card ? [...card.open, ...card.past] : [];
    return (
      <Select
        {...field}
        allowClear
        showSearch={{ filterOption: labelHolds }}
        placeholder={t('report.about-hint')}
        notFoundContent={t('report.about-none')}
        options={lines.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }))}
      />
    );
  }
  if (name === 'againstDepartment' || name === 'forDepartment') {
    return <Select {...field} allowClear showSearch={{ filterOption: labelHolds }} options={departments} />;
  }
  if (wide) return <Input.TextArea {...field} autoSize={{ minRows: 1, maxRows: 5 }} maxLength={longest[name] ?? 300} />;
  return <Input {...field} maxLength={longest[name] ?? 300} />;
}
