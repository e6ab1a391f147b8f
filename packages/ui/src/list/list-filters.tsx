import { Checkbox, Input, Select } from 'antd';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import type { Field } from '../fields/schema.js';

/** A filter of a screen's own: the value as it stands in the address. */
export interface FilterProps {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

interface ListFiltersProps {
  readonly fields: readonly Field[];
  readonly query: Readonly<Record<string, string>>;
  readonly widgets: Readonly<Partial<Record<string, ComponentType<FilterProps>>>>;
  /** The group of words of a choice, where it is not the field's own name. */
  readonly words: Readonly<Partial<Record<string, string>>>;
  readonly searchLabel: string;
  readonly typed: string;
  readonly onTyped: (typed: string) => void;
  readonly onChange: (name: string, value: string | null) => void;
}

/** The filters of a list, from the schema of its query. */
export function ListFilters(props: ListFiltersProps) {
  const { fields, query, widgets, words, searchLabel, typed, onTyped, onChange } = props;
  const { t } = useTranslation();
  return (
    <div className="k-filters" role="search">
      {fields.map(({ name, kind, words: own }) => {
        const label = name === 'q' ? searchLabel : t(`field.${name}`);
        const change = (value: string | null) => onChange(name, value);
        const value = query[name] ?? null;
        const Widget = widgets[name];
        if (Widget) return <Widget key={name} label={label} value={value} onChange={change} />;
        switch (kind.type) {
          case 'line':
            return (
              <Input.Search
                key={name}
                allowClear
                value={typed}
                onChange={({ target }) => onTyped(target.value)}
                placeholder={label}
                aria-label={label}
              />
            );
          case 'choice':
            return (
              <Select<string>
                key={name}
                allowClear
                value={value}
                onChange={(chosen: string | null | undefined) => change(chosen ?? null)}
                placeholder={label}
                aria-label={label}
                options={kind.options.map((option) => ({ value: option, label: t(`${words[name] ?? own}.${option}`) }))}
              />
            );
          case 'flag':
            return (
              <Checkbox
                key={name}
                checked={value === 'true'}
                onChange={({ target }) => change(target.checked ? 'true' : null)}
              >
                {label}
              </Checkbox>
            );
          default:
            throw new Error(`the filter ${name} needs a widget of its own`);
        }
      })}
    </div>
  );
}
