import { Checkbox, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Field } from '../fields/schema.js';
import { InstantField } from './instant-field.js';

interface FieldControlProps {
  readonly field: Field;
  readonly label: string;
  /** Given by the form, with what it says for those who listen. */
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

type Flags = Readonly<Record<string, boolean>>;

/** The widget that the schema of a field asks for. */
export function FieldControl({ field, label, value, onChange, ...others }: FieldControlProps) {
  const { t, i18n } = useTranslation();
  const { kind, name, words, required } = field;
  const change = (next: unknown) => onChange?.(next);
  const text = typeof value === 'string' ? value : '';
  switch (kind.type) {
    case 'choice':
      return (
        <Select
          {...others}
          allowClear={!required}
          value={text === '' ? undefined : text}
          onChange={change}
          options={kind.options.map((option) => ({ value: option, label: t(`${words}.${option}`) }))}
        />
      );
    case 'tags': {
      const suggestions = i18n.exists(`suggest.${name}`)
        ? (t(`suggest.${name}`, { returnObjects: true }) as readonly string[])
        : [];
      return (
        <Select
          {...others}
          mode="tags"
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={change}
          tokenSeparators={[',', '\uff0c', '\u3001']}
          options={suggestions.map((each) => ({ value: each, label: each }))}
        />
      );
    }
    case 'number':
      return (
        <InputNumber<number>
          {...others}
          value={typeof value === 'number' ? value : null}
          onChange={(next) => change(next ?? undefined)}
          {...(kind.min !== undefined && { min: kind.min })}
          {...(kind.max !== undefined && { max: kind.max })}
          {...(kind.whole && { precision: 0 })}
        />
      );
    case 'flag':
      return (
        <Checkbox {...others} checked={value === true} onChange={({ target }) => change(target.checked)}>
          {label}
        </Checkbox>
      );
    case 'checklist': {
      const checked = (value ?? {}) as Flags;
      return (
        <Checkbox.Group
          {...others}
          className="k-checklist"
          value={kind.items.filter((item) => checked[item])}
          onChange={(next) => change(Object.fromEntries(kind.items.map((item) => [item, next.includes(item)])))}
          options={kind.items.map((item) => ({ value: item, label: t(`${words}.${item}`) }))}
        />
      );
    }
    case 'instant':
      return <InstantField {...others} value={text === '' ? undefined : text} onChange={change} />;
    case 'day':
      return (
        <Input
          {...others}
          type="date"
          className="k-short-field"
          value={text}
          onChange={({ target }) => change(target.value)}
        />
      );
    case 'line':
    case 'area': {
      const input = {
        ...others,
        value: text,
        onChange: ({ target }: { readonly target: { readonly value: string } }) => change(target.value),
        ...(kind.max !== undefined && { maxLength: kind.max }),
      };
      return kind.type === 'line' ? (
        <Input {...input} />
      ) : (
        <Input.TextArea {...input} autoSize={{ minRows: 2, maxRows: 10 }} />
      );
    }
    case 'own':
      throw new Error(`the field ${name} needs a widget of its own`);
  }
}
