import { Form } from 'antd';
import { Suspense } from 'react';
import type { ComponentType, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { labelKeys } from '../fields/labels.js';
import type { Field } from '../fields/schema.js';
import type { Step } from '../record/step.js';
import { Skeleton } from '../states.js';
import { FieldControl } from './field-control.js';

interface CommandFieldProps<Row> {
  readonly field: Field;
  readonly step: Step<Row>;
  readonly words: string;
  readonly record: Row;
}

type AnyWidget = ComponentType<{ readonly record: unknown }>;

interface WidgetHostProps {
  readonly widget: AnyWidget;
  readonly record: unknown;
}

/** A widget may come in a file of its own; what the form hands to its field is handed on. */
const WidgetHost = ({ widget: Widget, ...handed }: WidgetHostProps) => (
  <Suspense fallback={<Skeleton count={2} />}>
    <Widget {...handed} />
  </Suspense>
);

const wideKinds = new Set(['area', 'tags', 'checklist', 'own', 'flag']);

/** One field of a command: its label, its widget, its hint, and what is wrong with it. */
export function CommandField<Row>({ field, step, words, record }: CommandFieldProps<Row>): ReactNode {
  const { t, i18n } = useTranslation();
  const Widget = step.widgets[field.name] as unknown as AnyWidget | undefined;
  const label = t([...labelKeys(words, field.name)]);
  const hint = `command.${words}.hints.${field.name}`;
  const isWide = Widget !== undefined || wideKinds.has(field.kind.type);
  return (
    <Form.Item
      name={field.name}
      className={isWide ? 'k-wide' : ''}
      data-field={field.name}
      required={field.required}
      {...((Widget !== undefined || field.kind.type !== 'flag') && { label })}
      {...(i18n.exists(hint) && { extra: t(hint) })}
    >
      {Widget ? <WidgetHost widget={Widget} record={record} /> : <FieldControl field={field} label={label} />}
    </Form.Item>
  );
}
